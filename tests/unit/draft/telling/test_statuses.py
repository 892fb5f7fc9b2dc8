from datetime import timedelta

import pytest

from newsletter.domain.entry import EntryId, Licence
from newsletter.draft.telling.statuses import latest, statuses
from tests.builders import NOON, a_story, an_entry


def reported(title: str, *, outlet: str, days: int = 0, licence: Licence = Licence.EXCERPT):
    return an_entry(f"{outlet}-{days}", title=title, outlet=outlet, at=NOON + timedelta(days=days), licence=licence)


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("Senator Grant charged with fraud", ("trial", "charged")),
        ("Senator Grant pleads not guilty", ("trial", "charged")),
        ("Jury acquits Senator Grant, who was charged in May", ("trial", "acquitted")),
        ("Senator Grant found not guilty", ("trial", "acquitted")),
        ("Senator Grant found guilty of fraud", ("trial", "convicted")),
        ("Missing mayor found alive in the woods", ("search", "found")),
        ("Mayor Lund hospitalised after a fall", ("health", "ill")),
        ("Mayor Lund dies at 60", ("health", "dead")),
        ("Governor proposes a budget", ("bill", "proposed")),
        ("Senate fails to pass the budget", ("bill", "failed")),
        ("Governor vetoes the budget that the Senate passed", ("bill", "vetoed")),
        ("Senate confirms Grant as judge", ("nomination", "confirmed")),
        ("Grant withdraws as nominee", ("nomination", "withdrawn")),
        ("Grant leads in Ohio as votes are counted", ("race", "close")),
        ("Grant wins Ohio", ("race", "decided")),
        ("Rail strike looms", ("stoppage", "looming")),
        ("Rail strike averted at the last hour", ("stoppage", "averted")),
    ],
)
def test_a_title_states_how_far_a_matter_has_come(title, status):
    assert status in statuses(title)


@pytest.mark.parametrize(
    "title",
    [
        "Senator Grant could be charged",
        "Senator Grant not charged in fraud case",
        "Governor to sign the budget on Friday",
        "Grant wins praise for the budget",
        "“They charged me,” the senator says",
        "Passengers wait for signs of a surcharge",
    ],
)
def test_what_has_not_happened_is_no_status(title):
    assert statuses(title) == frozenset()


def test_a_later_status_overtakes_an_earlier_one():
    story = a_story(
        reported("Senator Grant charged with fraud", outlet="The Ledger"),
        reported("Grant is charged in fraud case", outlet="The Wire"),
        reported("Senator Grant acquitted of fraud", outlet="The Standard", days=3),
    )

    found = latest(story)

    assert found is not None
    assert (found.stage, found.entries) == ("acquitted", frozenset({EntryId("The Standard-3")}))
    assert found.overtaken == {"The Ledger-0", "The Wire-0"}


def test_one_newsroom_that_a_newer_report_contradicts_overtakes_nothing():
    """A slip, or another matter: two newsrooms would be believed."""
    story = a_story(
        reported("Senator Grant charged with fraud", outlet="The Ledger"),
        reported("Senator Grant acquitted of fraud", outlet="The Standard", days=1),
        reported("Grant is charged in fraud case", outlet="The Wire", days=2),
    )

    assert latest(story) is None


def test_one_newsroom_that_may_not_be_quoted_overtakes_nothing():
    story = a_story(
        reported("Senator Grant charged with fraud", outlet="The Ledger"),
        reported("Senator Grant acquitted of fraud", outlet="The Standard", days=1, licence=Licence.HEADLINE),
    )

    assert latest(story) is None


def test_what_all_say_overtakes_nothing():
    story = a_story(
        reported("Senate passes the budget", outlet="The Ledger"), reported("Senate passes budget", outlet="The Wire")
    )

    assert latest(story) is None


@pytest.mark.parametrize("title", ["", "СЕНАТ ПРИНЯЛ БЮДЖЕТ", "أقر مجلس الشيوخ الميزانية", "charged " * 700])  # noqa: RUF001 - Cyrillic
def test_any_title_is_taken(title):
    statuses(title)
