# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""One text that several newsrooms print."""

import itertools
import random
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from newsletter.collect.copies import CREDITED, FEWEST_WORDS, SIGNED_ALIKE, VERBATIM, with_copies
from newsletter.collect.reading.clean import RawEntry, clean
from newsletter.domain.entry import Entry, EntryId, Removed
from newsletter.domain.feed import Feed
from tests.builders import NOON, an_entry
from tests.reprints import EVENTS, reprints, rivals, wire

COPIES = [pair for event in EVENTS for pair in reprints(event)]
RIVALS = [pair for event in EVENTS for pair in rivals(event)]
TEXT = EVENTS[0]["wire"].strip()
WHOLE_WEEK = list({entry.id: entry for pair in [*COPIES, *RIVALS] for entry in pair}.values())


def a_report(outlet: str, content: str = TEXT, *, credited_to: str = "Halyard", hours: int = 0, **facts) -> Entry:
    entry = an_entry(outlet.lower(), outlet=outlet, content=content, at=NOON + timedelta(hours=hours), **facts)
    return replace(entry, credited_to=credited_to)


def originals(entries) -> dict[str, str]:
    """Outlet of each copy to that of its original."""
    found = {entry.id: entry for entry in with_copies(entries)}
    return {entry.outlet: found[entry.copy_of].outlet for entry in found.values() if entry.copy_of}


def ids(pair) -> str:
    return " ".join(entry.id for entry in pair)


def test_there_are_enough_pairs_to_judge_by():
    assert len(COPIES) >= 40
    assert len(RIVALS) >= 40


def test_the_published_figures_are_those_in_the_code():
    """Readers are shown docs/ranking.md."""
    text = (Path(__file__).parents[3] / "docs" / "ranking.md").read_text(encoding="utf-8")

    assert f"{CREDITED:.0%}".replace("%", " percent of the shorter one") in text
    assert f"{VERBATIM:.0%}".replace("%", " percent of a text of some length") in text
    assert f"{FEWEST_WORDS} words or more" in text
    assert f"{SIGNED_ALIKE:.0%}".replace("%", " percent where both are signed") in text


@pytest.mark.parametrize("pair", COPIES, ids=ids)
def test_a_reprint_is_a_copy_however_it_was_cut_retitled_moved_and_furnished(pair):
    assert len(originals(pair)) == 1


@pytest.mark.parametrize("pair", RIVALS, ids=ids)
def test_two_reports_that_share_quotations_and_figures_are_no_copies(pair):
    assert not originals(pair)


def test_a_whole_week_together_gives_the_same_copies():
    found = with_copies(WHOLE_WEEK)

    groups = itertools.groupby(sorted(found, key=lambda e: e.id), key=lambda e: e.id.split("-")[0])
    for event, entries in groups:
        told = list(entries)
        assert {e.copy_of for e in told if e.copy_of} == {f"{event}-halyard"}
        assert {e.voice for e in told} == {"Halyard", "The Ledger", "The Standard"}


def test_the_order_in_which_entries_come_plays_no_part():
    shuffled = list(WHOLE_WEEK)
    random.Random(7).shuffle(shuffled)  # noqa: S311 - no secret

    assert with_copies(shuffled) == with_copies(WHOLE_WEEK)


def test_what_was_found_before_is_forgotten():
    """A week is judged anew each time that it is drafted: the original may have been left out since."""
    alone = [entry for entry in with_copies([a_report("Crier"), a_report("Star", hours=1)]) if entry.copy_of]

    assert not originals(alone)


@pytest.mark.parametrize("seed", range(40))
def test_any_cut_of_a_report_in_any_order_is_a_copy_of_it(seed):
    dice = random.Random(seed)  # noqa: S311 - no secret
    event = EVENTS[seed % len(EVENTS)]
    paragraphs = event["wire"].strip().split("\n\n")
    some = dice.sample(paragraphs, dice.randint(2, len(paragraphs)))
    for line in dice.sample(["Advertisement", "Subscribe to our newsletter today.", "Read more: Five takeaways"], 2):
        some.insert(dice.randint(0, len(some)), line)

    assert originals([wire(event), a_report("Crier", "\n\n".join(some), credited_to="")])


# --- who leads --------------------------------------------------------------------------------------------------------


def test_the_credited_agencys_own_entry_leads_though_it_comes_last():
    assert originals([a_report("Crier"), a_report("Halyard", hours=9)]) == {"Crier": "Halyard"}


def test_an_agency_is_known_by_all_its_names():
    crier = a_report("Crier", credited_to="Associated Press")

    assert originals([crier, a_report("AP", credited_to="", hours=9)]) == {"Crier": "AP"}


def test_without_the_agencys_own_the_earliest_leads_then_the_longest():
    short = TEXT.split("\n\n")
    reports = [a_report("Star", "\n\n".join(short[:3])), a_report("Crier"), a_report("Post", hours=1)]

    assert originals(reports) == {"Star": "Crier", "Post": "Crier"}


def test_copies_within_one_newsroom_are_one_voice_already():
    assert not originals([a_report("Crier", family="Crier Group"), a_report("Crier Sunday", family="Crier Group")])


# --- what makes a copy ------------------------------------------------------------------------------------------------


def test_without_a_credit_only_what_is_all_but_verbatim_is_a_copy():
    half = "\n\n".join([*TEXT.split("\n\n")[:4], EVENTS[1]["own"].strip().split("\n\n")[1]])

    assert originals([a_report("Crier", credited_to=""), a_report("Star", credited_to="")])
    assert not originals([a_report("Crier", credited_to=""), a_report("Star", half, credited_to="")])
    assert originals([a_report("Crier"), a_report("Star", half, credited_to="")])


def test_a_credit_counts_that_was_struck_out_as_furniture():
    """Entries that were kept by an earlier version know of no credit."""
    most = "\n\n".join([*TEXT.split("\n\n")[:4], EVENTS[1]["own"].strip().split("\n\n")[1]])
    crier = replace(
        a_report("Crier", most, credited_to=""), removed=(Removed(text="© 2026 Associated Press", rule="copyright"),)
    )

    assert originals([crier, a_report("Star", credited_to="")])


# --- short texts ------------------------------------------------------------------------------------------------------

SHORT = (
    "The council of Orsova voted late on Tuesday to close its old harbour to cruise ships from May, after a storm tore "
    "away half of the breakwater and flooded the fish market twice in a week."
)
#: What outlets set around an agency's lines, the agency being one that nobody here knows.
SIGNED = [
    "{} (Meridian Wire)",
    "{} (Meridian)",
    "{} [Meridian Wire]",
    "{} — Meridian Wire",
    "{}\n\n(Meridian Wire)",
    "{}\n\n— Meridian Wire",
    "{} Meridian Wire contributed.",
    "{} Meridian Wire contributed to this report.",
    "{}\n\nThe Meridian Wire contributed to this report.",
    "{}\n\nSource: Meridian Wire",
    "ORSOVA (Meridian) — {}",
    "ORSOVA (Meridian) {}",
    "ORSOVA, Nov. 3 (Meridian Wire) - {}",
    "Orsova (Meridian) – {}",
    "MW/ORSOVA: {}",
    "MW/Orsova, 3 November – {}",
    "By Meridian Wire\n\n{}",
    "Orsova, Nov 3 — {}",
    "{}",
]


def printed(
    text: str, outlet: str, *, hours: int = 0, title: str = "Orsova shuts its harbour to cruise ships"
) -> Entry:
    """What an outlet printed, as its feed would bring it."""
    at = NOON + timedelta(hours=hours)
    raw = RawEntry(id=EntryId(f"{outlet} {hours}"), title=title, content=text, published=at, first_seen=at)
    return clean(raw, Feed(url="https://papers.example/feed", outlet=outlet, family=outlet))


@pytest.mark.parametrize("setting", SIGNED)
def test_a_few_lines_of_an_agency_in_twenty_newsrooms_are_one_voice_however_they_are_signed(setting):
    carried = [printed(setting.format(SHORT), f"Paper {n:02}", hours=n) for n in range(20)]

    assert {entry.voice for entry in with_copies(carried)} == {"Paper 00"}


def test_an_agencys_few_lines_are_one_voice_though_every_newsroom_signs_them_in_another_way():
    carried = [printed(setting.format(SHORT), f"Paper {n:02}", hours=n) for n, setting in enumerate(SIGNED)]

    found = with_copies([*carried, printed(SHORT, "Meridian Wire", hours=40)])

    assert {entry.voice for entry in found} == {"Meridian Wire"}
    assert with_copies(reversed(found)) == found


def test_cuts_of_one_signed_report_are_one_voice_though_neither_holds_the_other():
    """The agency's own feed may not be followed, and each desk cuts where it likes."""
    first, second, third = (
        SHORT,
        EVENTS[0]["own"].split(". ")[0] + ".",
        "Nobody was hurt, the harbour master told a meeting.",
    )

    cuts = [f"{first} {second}", f"{first} {third}"]

    assert originals([printed(f"{cut} (Meridian Wire)", f"Paper {n}", hours=n) for n, cut in enumerate(cuts)])


@pytest.mark.parametrize("words", [10, 15, 25, 40])
def test_the_same_lines_in_fifty_newsrooms_are_one_voice(words):
    text = " ".join((SHORT + " " + TEXT).replace(".", "").split()[:words]) + "."

    found = with_copies(printed(text, f"Paper {n:02}") for n in range(50))

    assert len({entry.voice for entry in found}) == 1


def test_lines_that_differ_by_the_names_of_their_outlets_alone_are_one_voice():
    told = "The mayor of Orsova will not stand again in May after eleven years in office, she told {} on Sunday night."

    assert originals([printed(told.format(f"The {name}"), f"The {name}") for name in ("Crier", "Evening Star")])


def test_a_sentence_that_two_newsrooms_quote_within_their_own_words_makes_no_copy():
    said = "“We shall rebuild every bridge in this county by 2030, and nobody who stands in the way will stop us,”"
    crier = f"{said} Governor Amos Lee said on Tuesday."
    star = f"At the opening of a school in Halden, Lee was blunt. {said} he said. Builders doubt that it can be done."

    assert not originals(
        [printed(crier, "Crier"), printed(star, "Star"), printed(f"{star} Lee is 61.", "Star", hours=1)]
    )


def test_two_short_reports_of_one_vote_are_two_voices():
    crier = "The Senate confirmed Boris Tandy as transport secretary on Wednesday by 58 to 41."
    star = "The Senate confirmed Boris Tandy as transport secretary on Wednesday, with 58 votes for and 41 against."

    assert not originals([printed(crier, "Crier"), printed(star, "Star")])


def test_what_a_system_sets_below_all_titles_makes_no_copies():
    """Else two events would be one story, for a copy stands where its original does."""
    line = (
        "All the coverage from across the county as it happened, with pictures and more from the people who were there."
    )
    titles = ["Senate passes the budget", "Ferry runs aground off Skerry", "Mayor Calder resigns over audit"]

    assert not originals([printed(line, f"Paper {n}", title=title) for n, title in enumerate(titles)])


def test_a_line_that_two_share_makes_no_copy():
    """Many feeds have no more than a line, and the shorter it is the more it may be anybody's."""
    line = "The council of Halden voted to close the harbour."

    assert not originals([a_report("Crier", line), a_report("Star", line)])


def test_the_summary_of_a_reprint_is_a_copy_where_the_feed_has_no_more():
    lead = "\n\n".join(TEXT.split("\n\n")[:1])

    assert originals([a_report("Halyard"), a_report("Crier", "", summary=lead)]) == {"Crier": "Halyard"}


def test_a_round_up_of_the_day_is_no_copy_of_its_parts():
    """Else two events would be one voice, because a third piece holds both."""
    parts = [a_report("Crier", EVENTS[0]["wire"]), a_report("Star", EVENTS[1]["wire"])]
    round_up = a_report("Beacon", EVENTS[0]["wire"] + "\n\n" + EVENTS[1]["wire"], credited_to="")

    assert not originals([*parts, round_up])


def test_pieces_of_one_report_are_copies_of_it_though_they_share_nothing():
    paragraphs = TEXT.split("\n\n")
    pieces = [
        a_report("Crier", "\n\n".join(paragraphs[:2]), credited_to=""),
        a_report("Star", "\n\n".join(paragraphs[3:])),
    ]

    assert originals([a_report("Halyard"), *pieces]) == {"Crier": "Halyard", "Star": "Halyard"}


def test_a_hundred_reprints_are_one_voice():
    found = with_copies(a_report(f"Paper {n}", hours=n % 20) for n in range(100))

    assert len({entry.voice for entry in found}) == 1


@pytest.mark.parametrize("text", ["", ".", "\n\n", "a " * 100_000, "one two three four five " * 3])
def test_texts_without_sense_are_no_matter(text):
    assert len(with_copies([a_report("Crier", text), a_report("Star", text)])) == 2


def test_no_entries_are_no_copies():
    assert with_copies([]) == ()
