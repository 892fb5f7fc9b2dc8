"""What a look leaves behind for the next one."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from newsletter.collect.asking.answers import Meaning
from newsletter.collect.asking.looks import Found, Look, after, offline
from newsletter.domain.feed import FeedState, FeedStatus, Fetched
from tests.builders import NOON, an_entry

HOUR = timedelta(hours=1)
URL = "https://ledger.example/feed"
NEW = "https://ledger.example/new"
NEWER = "https://news.example/feed"
STATE = FeedState(url=URL)


def fetched(**facts: Any) -> Fetched:
    return Fetched(**{"url": URL, **facts})


def read(
    *, new: bool = True, fault: str = "", mark: str = "m1", dates=(NOON - HOUR,), undated: int = 0, **facts
) -> Look:
    found = Found(entries=len(dates) + undated, undated=undated, dates=tuple(dates), new=new)
    return Look(meaning=Meaning.READ, fault=fault, fetched=fetched(**facts), mark=mark, found=found)


def unchanged(**facts) -> Look:
    return Look(meaning=Meaning.UNCHANGED, fetched=fetched(status=304, **facts))


def failed(meaning: Meaning = Meaning.FAILED, *, fault: str = "It broke off.", **facts) -> Look:
    return Look(meaning=meaning, fault=fault, fetched=fetched(**facts) if facts else None)


def looked(*looks: Look, state: FeedState = STATE) -> FeedState:
    """The state after one look an hour after the other, the first at noon."""
    for number, look in enumerate(looks):
        state = after(state, look, now=NOON + number * HOUR)
    return state


def test_what_was_read_is_remembered():
    state = looked(read(etag='W/"1"', last_modified="Wed", dates=[NOON - HOUR, NOON - 2 * HOUR], undated=1))

    assert state.status is FeedStatus.OK
    assert (state.checked_at, state.ok_at, state.new_at, state.last_entry) == (NOON, NOON, NOON, NOON - HOUR)
    assert (state.etag, state.last_modified, state.body_hash) == ('W/"1"', "Wed", "m1")
    assert (state.entries, state.undated, state.usual_entries) == (3, 1, 3)


def test_what_an_entry_tells_is_counted():
    entries = [an_entry(at=NOON), an_entry(at=None), an_entry(at=NOON - HOUR)]

    assert Found.of(entries, new=True) == Found(entries=3, undated=1, dates=(NOON, NOON - HOUR), new=True)


def test_a_body_with_a_fault_is_used_and_says_why():
    state = looked(read(fault="It is not well formed."))

    assert (state.status, state.fault) == (FeedStatus.FAULTY, "It is not well formed.")
    assert state.ok_at == NOON


def test_a_look_without_news_is_no_news():
    state = looked(read(), read(new=False, mark="m2"))

    assert (state.new_at, state.ok_at) == (NOON, NOON + HOUR)


# --- validators ------------------------------------------------------------------------------------------------------


def test_validators_are_replaced_at_each_body_and_forgotten_when_the_server_stops_sending_them():
    assert looked(read(etag="1", last_modified="a"), read(etag="2", mark="m2")).last_modified == ""
    assert looked(read(etag="1", last_modified="a"), read(mark="m2")).etag == ""


def test_no_change_leaves_validators_alone():
    state = looked(read(etag="1", last_modified="a"), unchanged(etag="other"))

    assert (state.etag, state.last_modified, state.body_hash) == ("1", "a", "m1")
    assert (state.checked_at, state.ok_at, state.status) == (NOON + HOUR, NOON + HOUR, FeedStatus.OK)


def test_the_same_body_sent_again_brings_its_validators():
    same = Look(meaning=Meaning.UNCHANGED, fetched=fetched(etag="2"), mark="m1")

    assert looked(read(etag="1", last_modified="a"), same).etag == "2"
    assert looked(read(etag="1", last_modified="a"), same).last_modified == ""


def test_no_change_keeps_the_fault_that_the_body_had():
    state = looked(read(fault="It is not well formed.", etag="1"), unchanged())

    assert (state.status, state.fault) == (FeedStatus.FAULTY, "It is not well formed.")


def test_a_fault_that_a_failure_has_hidden_is_found_again():
    """So the body that has it must not pass as unchanged."""
    state = looked(read(fault="It is not well formed.", etag="1", last_modified="a"), failed())

    assert (state.etag, state.last_modified, state.body_hash) == ("", "", "")


def test_a_failure_forgets_nothing_else():
    state = looked(read(etag="1", last_modified="a", undated=2), failed())

    assert (state.etag, state.last_modified, state.body_hash) == ("1", "a", "m1")
    assert (state.entries, state.undated, state.usual_entries) == (3, 2, 3)
    assert (state.ok_at, state.new_at, state.checked_at) == (NOON, NOON, NOON + HOUR)


# --- waiting ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "meaning", [Meaning.FAILED, Meaning.MISSING, Meaning.BLOCKED, Meaning.UNREACHABLE, Meaning.UNAVAILABLE]
)
def test_failures_in_a_row_make_it_rest_longer_and_longer(meaning):
    state, waits = STATE, []
    for _ in range(7):
        state = after(state, failed(meaning, status=500), now=NOON)
        assert state.not_before
        waits.append((state.not_before - NOON) / HOUR)

    assert waits == [1, 2, 4, 8, 16, 24, 24]
    assert state.failures == 7


@pytest.mark.parametrize("good", [read(mark="m2"), unchanged()])
def test_one_good_answer_forgives_everything(good):
    state = looked(failed(), failed(Meaning.LIMITED, status=429), good)

    assert (state.failures, state.not_before, state.site_not_before, state.fault) == (0, None, None, "")
    assert state.status is FeedStatus.OK


def test_a_server_that_is_not_available_says_for_how_long():
    state = looked(failed(Meaning.UNAVAILABLE, status=503, retry_after="1800"))

    assert state.not_before == NOON + timedelta(minutes=30)
    assert state.site_not_before is None


@pytest.mark.parametrize(
    ("said", "wait"), [("1800", timedelta(minutes=30)), ("0", timedelta(minutes=1)), ("", HOUR), ("never", HOUR)]
)
def test_too_many_requests_are_the_affair_of_the_whole_site(said, wait):
    state = looked(failed(Meaning.LIMITED, status=429, retry_after=said))

    assert state.site_not_before == NOON + wait
    assert state.not_before is None


def test_where_another_site_was_asked_too_often_this_one_does_not_rest():
    """A redirect led there: the feeds of a feed hoster have nothing to do with where one of them leads."""
    state = looked(failed(Meaning.LIMITED, status=429, retry_after="1800", url="https://elsewhere.example/x"))

    assert state.site_not_before is None
    assert state.not_before == NOON + timedelta(minutes=30)


def test_other_failures_are_not_asked_how_long_they_last():
    assert looked(failed(status=500, retry_after="60")).not_before == NOON + HOUR


def test_a_recorded_feed_is_never_told_to_rest():
    state = looked(failed(), failed(), state=FeedState(url="/feeds/ledger.xml"))

    assert (state.status, state.failures, state.not_before) == (FeedStatus.FAILED, 2, None)


def test_a_feed_that_is_gone_for_good_is_retired_until_it_comes_back():
    gone = looked(read(), failed(Meaning.GONE, status=410))

    assert gone.status is FeedStatus.RETIRED
    assert after(gone, read(mark="m2"), now=NOON).status is FeedStatus.OK


@pytest.mark.parametrize("meaning", [Meaning.FAILED, Meaning.MISSING, Meaning.BLOCKED, Meaning.GONE])
def test_only_a_feed_brings_back_one_that_was_retired(meaning):
    gone = looked(failed(Meaning.GONE, status=410))

    assert after(gone, failed(meaning, status=500), now=NOON).status is FeedStatus.RETIRED


def test_a_block_is_no_failure_of_the_feed_itself():
    assert looked(read(), failed(Meaning.BLOCKED, status=403)).status is FeedStatus.BLOCKED


# --- moving ----------------------------------------------------------------------------------------------------------


def test_one_permanent_redirect_is_only_remembered():
    state = looked(read(moved_to=NEW))

    assert (state.asked_at, state.moving_to) == (URL, NEW)


@pytest.mark.parametrize("second", [read(moved_to=NEW, mark="m2"), unchanged(moved_to=NEW)])
def test_a_second_one_to_the_same_place_moves_the_feed(second):
    state = looked(read(moved_to=NEW), second)

    assert (state.asked_at, state.address, state.moving_to) == (NEW, NEW, "")


@pytest.mark.parametrize(
    "between", [[read(mark="m2")], [read(moved_to=NEWER, mark="m2")], [failed(status=500)], [failed(Meaning.BLOCKED)]]
)
def test_they_must_be_identical_and_follow_upon_each_other(between):
    assert looked(read(moved_to=NEW), *between, read(moved_to=NEW, mark="m3")).address == ""


def test_a_redirect_that_ends_in_no_feed_moves_nothing():
    page = failed(Meaning.BLOCKED, status=200, moved_to=NEW)

    assert looked(page, page, page).address == ""
    assert looked(page, page, page).moving_to == ""


@pytest.mark.parametrize(
    ("here", "to", "moves"),
    [
        ("http://ledger.example/feed", "https://ledger.example/feed", True),
        ("http://ledger.example/feed", "http://ledger.example/new", True),
        ("https://ledger.example/feed", "http://ledger.example/new", False),
        ("HTTPS://ledger.example/feed", "http://ledger.example/new", False),
        ("https://ana:secret@ledger.example/feed", "https://ledger.example/new", False),
        ("https://ledger.example/@ana/feed", "https://ledger.example/new", True),
        ("https://ledger.example/feed", "ftp://ledger.example/new", False),
        ("https://ledger.example/feed", "https://ledger.example/feed", False),
    ],
)
def test_no_redirect_leads_to_a_less_safe_address_or_loses_a_login(here, to, moves):
    state = looked(read(moved_to=to), read(moved_to=to, mark="m2"), state=FeedState(url=here))

    assert (state.address == to) is moves


def test_a_feed_may_move_on_and_back():
    moved = replace(STATE, address=NEW)

    assert looked(read(moved_to=NEWER), read(moved_to=NEWER, mark="m2"), state=moved).address == NEWER
    assert looked(read(moved_to=URL), read(moved_to=URL, mark="m2"), state=moved).address == ""


MOVED = replace(
    STATE, status=FeedStatus.OK, address=NEW, etag="1", last_modified="a", body_hash="m1", ok_at=NOON, entries=5
)


@pytest.mark.parametrize("meaning", [Meaning.MISSING, Meaning.GONE])
def test_where_a_moved_feed_is_gone_the_configured_address_is_asked_next(meaning):
    state = looked(failed(meaning, status=404), state=MOVED)

    assert (state.asked_at, state.not_before, state.status) == (URL, None, FeedStatus.FAILED)
    assert (state.etag, state.last_modified, state.body_hash) == ("", "", "")
    assert state.fault == "It broke off. It had moved there; the configured address is asked next."


def test_so_it_is_where_a_moved_feed_fails_again_and_again():
    assert looked(failed(), failed(), state=MOVED).asked_at == NEW
    assert looked(failed(), failed(), failed(), state=MOVED).asked_at == URL


def test_a_moved_feed_that_wants_to_be_asked_less_stays_where_it_is():
    limited = failed(Meaning.LIMITED, status=429, url=NEW)

    assert looked(limited, limited, limited, limited, state=MOVED).asked_at == NEW


def test_no_feed_goes_to_and_fro_without_resting():
    """The configured address sends us on to where nothing is, again and again."""
    state = looked(failed(Meaning.GONE, status=410), failed(Meaning.MISSING, status=404, moved_to=NEW), state=MOVED)

    assert state.asked_at == URL
    assert state.not_before is not None


# --- our own network -------------------------------------------------------------------------------------------------

NOBODY = failed(Meaning.UNREACHABLE, fault="It cannot be reached.")


def of(*looks: Look) -> list[tuple[FeedState, Look]]:
    return [(FeedState(url=f"https://outlet{n}.example/feed"), look) for n, look in enumerate(looks)]


@pytest.mark.parametrize(
    ("looks", "down"),
    [
        (of(NOBODY, NOBODY, NOBODY), True),
        (of(NOBODY, NOBODY), False),
        (of(NOBODY, NOBODY, NOBODY, failed()), False),
        (of(NOBODY, NOBODY, NOBODY, read()), False),
        ([*of(NOBODY, NOBODY, NOBODY), (FeedState(url="/feeds/ledger.xml"), read())], True),
        ([(STATE, NOBODY)] * 3, False),
        ([*of(NOBODY, NOBODY), (FeedState(url="/feeds/ledger.xml"), failed())], False),
        (of(NOBODY, NOBODY, NOBODY, failed(Meaning.SPARED)), True),
        ([], False),
    ],
)
def test_where_none_of_several_servers_answers_our_own_network_is_down(looks, down):
    assert offline(looks) is down


def test_what_our_own_network_did_is_stated_but_not_held_against_a_feed():
    before = looked(failed())

    state = after(before, NOBODY, now=NOON + 2 * HOUR, ours=True)

    assert (state.status, state.fault) == (FeedStatus.FAILED, "It cannot be reached.")
    assert (state.failures, state.not_before) == (before.failures, before.not_before)


def test_what_was_read_from_disk_meanwhile_counts_and_so_does_what_failed_there():
    assert after(STATE, read(), now=NOON, ours=True).status is FeedStatus.OK
    assert after(STATE, failed(), now=NOON, ours=True).failures == 1
