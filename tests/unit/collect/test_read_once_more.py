"""A feed whose dates lay ahead is read once more on another day, though its bytes are the same."""

from datetime import datetime, timedelta

import pytest

from newsletter.collect.due import body_mark, due, how_known, how_read
from newsletter.domain.feed import Feed, FeedState
from tests.builders import NOON

LEDGER = Feed(url="https://ledger.example/feed", outlet="The Ledger", family="The Ledger")
HOUR = timedelta(hours=1)


def known(*, ahead_on: datetime | None) -> FeedState:
    how = how_read(LEDGER, full_text=False, ahead_on=ahead_on.date() if ahead_on else None)
    return FeedState(url=LEDGER.url, etag='"7"', body_hash=body_mark(b"news", how))


@pytest.mark.parametrize(
    ("ahead_on", "hours", "etag"),
    [(NOON, 11, '"7"'), (NOON, 12, ""), (NOON, -24 * 400, ""), (None, 24 * 400, '"7"')],
    ids=["the same day", "the next day", "by a clock set back", "where none lay ahead"],
)
def test_it_is_asked_for_whole(ahead_on, hours, etag):
    """With validators its server would only say that nothing has changed."""
    ((_, ask),) = due([LEDGER], {LEDGER.url: known(ahead_on=ahead_on)}, now=NOON + hours * HOUR).asks

    assert ask.etag == etag


@pytest.mark.parametrize(("hours", "same"), [(11, True), (12, False)])
def test_a_server_without_validators_may_send_the_same(hours, same):
    """Then the mark tells."""
    state = known(ahead_on=NOON)

    how = how_known(LEDGER, state, now=NOON + hours * HOUR, full_text=False)

    assert (body_mark(b"news", how) == state.body_hash) == same


def test_the_settings_count_besides():
    state = known(ahead_on=NOON)

    assert not state.body_hash.startswith(how_known(LEDGER, state, now=NOON, full_text=True))
