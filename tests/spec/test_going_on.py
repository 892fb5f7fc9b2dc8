"""From letter to letter: a collected week goes on from the letters that readers had."""

import json

import pytest

from newsletter import wiring
from newsletter.actions import editing
from newsletter.config import load
from newsletter.domain.entry import EntryId
from newsletter.domain.override import Override, OverrideKind
from tests.builders import NOON
from tests.sites import EVENTS, in_own_words, item, rss

OUTLETS = ("ledger", "wire", "standard")
#: Moments just before the cut-offs of 2026-W47, W48 and W49.
CUT_OFFS = ("2026-11-20T04:30:00-05:00", "2026-11-27T04:30:00-05:00", "2026-12-04T04:30:00-05:00")
BUDGET, LEVEE, GOVERNOR = (title for title, _ in EVENTS)
SIGNED = (
    "President signs the budget bill that the Senate passed",
    (
        "President Osgood signed the annual budget bill on Monday at a ceremony in Duluth. "
        "The budget bill, which the Senate passed by 51 votes to 49, raises spending on ports by 12 percent."
    ),
)
STRIKE = (
    "Teachers in Oakdale walk out over class sizes",
    (
        "Some 900 teachers in Oakdale walked out of their classrooms on Tuesday over class sizes. "
        "The union asked the school board for a limit of 24 pupils in each class."
    ),
)
#: A week later still: the same again, in other words and with nothing new.
SIGNED_AGAIN = (
    "Budget bill has the president's name under it",
    "The annual budget bill, passed by the Senate by 51 votes to 49, was signed by President Osgood in Duluth.",
)
STRIKE_AGAIN = (
    "Oakdale teachers stay out over class sizes",
    "Over class sizes, some 900 teachers in Oakdale stay out of their classrooms; a limit of 24 pupils is asked for.",
)
CORRECTION = "Correction: An earlier version of this article misstated the number of votes against the budget."


def publish(site, *events: tuple[str, str], day: int, more: str = "") -> None:
    """What the outlets' feeds list from now on.

    Day 18 of November is the Wednesday of 2026-W47, and 31 stands for the first of December. What is more stands below
    the first piece of The Wire.
    """
    for number, outlet in enumerate(OUTLETS):
        items = []
        for place, (title, text) in enumerate(events):
            below = f"<p>{more}</p>" if more and (outlet, place) == ("wire", 0) else ""
            told = f"<p>{in_own_words(text, number)}</p>{below}"
            hours = number + 24 * (day - 18)
            guid = f"{outlet}/{day}/{place}"
            items.append(item(title, told, outlet=outlet, hours=hours, guid=guid))
        site.write_feed(outlet, rss(*items))


def drafted(site, week: int) -> dict:
    number = site.json("draft", "--week", f"2026-W{week}")["issue"]
    site.json("preview", "--issue", str(number), "--out", f"w{week}")
    return json.loads((site.folder / f"w{week}" / "issue.json").read_text(encoding="utf-8"))


def text_of(site, week: int) -> str:
    return " ".join((site.folder / f"w{week}" / "issue.txt").read_text(encoding="utf-8").split())


def by_headline(document: dict, word: str) -> dict:
    (story,) = (story for story in document["stories"] if word in story["headline"])
    return story


def approve(site) -> None:
    site.json("approve", "--editor", "ana")


def decide(site, week: int, kind: OverrideKind, *entries: str, value: str = "") -> None:
    decision = Override(kind=kind, entries=tuple(map(EntryId, entries)), value=value, editor="ana", at=NOON)
    with wiring.backends(load(site.config)) as backends:
        editing.override(backends, week=f"2026-W{week}", decision=decision)


@pytest.fixture
def first_week(site):
    """A site whose first letter, of three events, was drafted."""
    site.configure()
    publish(site, *EVENTS, day=18)
    site.json("collect", "--all", "--now", CUT_OFFS[0])
    drafted(site, 47)
    return site


@pytest.fixture
def second_week(first_week):
    """Its letter was approved; a week later the budget was signed, and teachers are on strike."""
    approve(first_week)
    publish(first_week, SIGNED, STRIKE, day=24)
    first_week.json("collect", "--all", "--now", CUT_OFFS[1])
    return first_week


def test_a_first_letter_goes_on_from_nothing(first_week):
    document = drafted(first_week, 47)

    assert [story["since"] for story in document["stories"]] == [None, None, None]
    assert document["quiet"] == []


def test_a_story_goes_on_from_the_letter_before(second_week):
    budget = by_headline(drafted(second_week, 48), "budget")

    assert budget["picked"]
    assert (budget["since"]["standing"], budget["since"]["issue"]) == ("developing", 1)
    assert "Since last week:" in text_of(second_week, 48)


def test_what_has_changed_is_a_sentence_of_an_entry(second_week):
    document = drafted(second_week, 48)
    changed = by_headline(document, "budget")["since"]["changed"]
    with wiring.backends(load(second_week.config)) as backends:
        (entry,) = backends.entries.of_ids([changed["entry"]])

    assert changed["quote"] in " ".join(entry.text.split())
    assert changed["text"] in text_of(second_week, 48)


def test_what_is_new_is_called_neither_developing_nor_back(second_week):
    strike = by_headline(drafted(second_week, 48), "Teachers")

    assert (strike["since"]["standing"], strike["since"]["issue"], strike["since"]["changed"]) == ("new", None, None)


def test_leaders_of_the_letter_before_that_nobody_tells_are_named(second_week):
    document = drafted(second_week, 48)

    assert {quiet["headline"] for quiet in document["quiet"]} == {LEVEE, GOVERNOR}


def test_a_draft_that_nobody_approved_is_no_letter_to_go_on_from(first_week):
    """No reader had it."""
    publish(first_week, SIGNED, STRIKE, day=24)
    first_week.json("collect", "--all", "--now", CUT_OFFS[1])

    document = drafted(first_week, 48)

    assert [story["since"] for story in document["stories"] if story["picked"]] == [None, None]
    assert document["quiet"] == []


def test_a_story_comes_back_after_a_letter_without_it(second_week):
    decide(second_week, 48, OverrideKind.DROP, *(f"{outlet}/24/0" for outlet in OUTLETS))
    drafted(second_week, 48)
    approve(second_week)
    publish(second_week, (SIGNED_AGAIN[0], SIGNED[1]), day=31)
    second_week.json("collect", "--all", "--now", CUT_OFFS[2])

    budget = by_headline(drafted(second_week, 49), "Budget")

    assert (budget["since"]["standing"], budget["since"]["issue"], budget["since"]["weeks"]) == ("back", 1, 2)
    assert "back after 2 weeks" in text_of(second_week, 49)
    assert "Since No. 1:" in text_of(second_week, 49)


def test_a_story_that_stands_still_is_not_told_twice(second_week):
    drafted(second_week, 48)
    approve(second_week)
    publish(second_week, SIGNED_AGAIN, STRIKE_AGAIN, day=31)
    second_week.json("collect", "--all", "--now", CUT_OFFS[2])

    document = drafted(second_week, 49)

    assert {story["because"] for story in document["stories"]} == {"Nothing in it is new since issue 2 told it"}


def test_an_editor_tells_a_story_again_all_the_same(second_week):
    drafted(second_week, 48)
    approve(second_week)
    publish(second_week, SIGNED_AGAIN, STRIKE_AGAIN, day=31)
    second_week.json("collect", "--all", "--now", CUT_OFFS[2])
    decide(second_week, 49, OverrideKind.PIN, "wire/31/1")

    document = drafted(second_week, 49)

    assert by_headline(document, "teachers")["picked"]
    assert not by_headline(document, "Budget")["picked"]


def test_what_an_outlet_says_it_got_wrong_in_a_story_of_last_week_has_its_own_line(first_week):
    approve(first_week)
    publish(first_week, *EVENTS, day=18, more=CORRECTION)
    first_week.json("collect", "--all", "--now", "2026-11-21T12:00:00-05:00")
    publish(first_week, STRIKE, day=24)
    first_week.json("collect", "--all", "--now", CUT_OFFS[1])

    document = drafted(first_week, 48)

    (correction,) = document["printed_corrections"]
    assert (correction["entry"], correction["outlet"], correction["issue"]) == ("wire/18/0", "The Wire", 1)
    text = text_of(first_week, 48)
    assert "CORRECTED BY THE OUTLETS" in text
    assert "misstated the number of votes" in text
    assert "told in No. 1" in text


def test_a_correction_is_told_once(first_week):
    """The letter after the one that told it has it no more."""
    approve(first_week)
    publish(first_week, *EVENTS, day=18, more=CORRECTION)
    first_week.json("collect", "--all", "--now", "2026-11-21T12:00:00-05:00")
    publish(first_week, STRIKE, day=24)
    first_week.json("collect", "--all", "--now", CUT_OFFS[1])
    drafted(first_week, 48)
    approve(first_week)
    publish(first_week, SIGNED_AGAIN, day=31)
    first_week.json("collect", "--all", "--now", CUT_OFFS[2])

    assert drafted(first_week, 49)["printed_corrections"] == []


def test_what_the_editor_decided_is_kept_while_the_week_goes_on(second_week):
    decide(second_week, 48, OverrideKind.HEADLINE, "wire/24/0", value="wire/24/0")
    decide(second_week, 48, OverrideKind.SECTION, "ledger/24/1", value="lead")
    decide(second_week, 48, OverrideKind.NOTE, value="A short week.")

    document = drafted(second_week, 48)

    assert [override["kind"] for override in document["overrides"]["applied"]] == ["headline", "section", "note"]
    assert document["overrides"]["orphaned"] == []
    assert by_headline(document, "Teachers")["section"] == "lead"
    assert by_headline(document, "budget")["headline_entry"] == "wire/24/0"


def test_a_draft_is_made_twice_in_the_same_bytes(second_week):
    assert drafted(second_week, 48) == drafted(second_week, 48)
