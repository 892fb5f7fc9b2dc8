"""Curating: a week's entries become the stories of a letter."""

import pytest

from newsletter.collect.copies import with_copies
from newsletter.curate.cluster import cluster
from newsletter.curate.pick import Caps, pick
from newsletter.curate.rank import rank
from newsletter.domain.entry import Kind
from newsletter.domain.story import Picked
from tests.builders import a_week, an_entry
from tests.reprints import EVENTS as REPORTS
from tests.reprints import reprints, rivals, wire

WEEK = a_week()
#: Twelve events without a word in common.
EVENTS = {
    "dredging": "High court strikes down Sorrel River dredging permit",
    "strike": "Teachers in Oakdale walk out over class sizes",
    "speaker": "Verania parliament elects Ilan Brodsky its chair",
    "ferry": "Transport minister Owen Tully resigns after ferry contract",
    "growth": "Economy expands 2.8 percent, statistics office finds",
    "wildfire": "Wildfire near Redcliff forces thousands from homes",
    "budget": "Senate passes spending plan, 51 votes against 49",
    "pardon": "Governor pardons journalist jailed for leaked cables",
    "tariff": "Brussels imposes steel tariffs from abroad",
    "ballot": "Ranked ballots adopted across Kingsbury municipalities",
    "vaccine": "Drug regulator approves malaria vaccine infants",
    "satellite": "Spy satellite breaks apart above Arctic archipelago",
}


def a_report(event, outlet, **facts):
    title = EVENTS[event]
    return an_entry(f"{event}-{outlet}", title=title, content=f"{title}. {outlet} was there.", outlet=outlet, **facts)


def curate(entries, **choices) -> Picked:
    return pick(rank(cluster(entries), week=WEEK), caps=choices.pop("caps", Caps()), **choices)


def events(picked):
    return [each.story.entries[0].id.split("-")[0] for each in picked.stories]


def test_reports_of_one_event_are_one_story():
    entries = [a_report(event, outlet) for event in EVENTS for outlet in ("Ledger", "Wire", "Crier")]

    picked = curate(entries)

    assert sorted(events(picked)) == sorted(EVENTS)
    assert all(len(each.story.entries) == 3 for each in picked.stories)


def test_what_more_newsrooms_cover_stands_higher():
    outlets = ["Ledger", "Wire", "Crier", "Docket"]
    entries = [a_report("budget", outlet) for outlet in outlets]
    entries += [a_report("tariff", outlet) for outlet in outlets[:2]]
    entries += [a_report("pardon", "Ledger")]

    assert events(curate(entries)) == ["budget", "tariff", "pardon"]


def test_reprints_of_a_wire_story_are_one_voice():
    reprints = [a_report("wildfire", f"Paper {n}", family="Agency") for n in range(8)]
    own = [a_report("ferry", outlet) for outlet in ("Ledger", "Wire", "Crier")]

    assert events(curate(reprints + own)) == ["ferry", "wildfire"]


def test_a_wire_story_that_many_outlets_print_counts_once():
    """Cut, retitled and moved about as they like: whose words they are is what counts."""
    wildfire = [wire(REPORTS[0]), *(entry for pair in reprints(REPORTS[0]) for entry in pair)]
    wildfire = list({entry.id: entry for entry in wildfire}.values())
    own = [entry for pair in rivals(REPORTS[1]) for entry in pair]
    own = list({entry.id: entry for entry in own}.values())

    picked = curate(with_copies([*wildfire, *own]))

    assert events(picked) == [REPORTS[1]["name"], REPORTS[0]["name"]]
    assert [(len(each.story.families), len(each.story.voices)) for each in picked.stories] == [(3, 3), (6, 1)]


@pytest.mark.parametrize("kind", [Kind.OPINION, Kind.LIVE, Kind.MEDIA])
def test_what_is_no_news_counts_as_coverage_and_heads_no_letter(kind):
    told = [a_report("budget", "Ledger"), a_report("budget", "Wire", kind=kind)]
    alone = [a_report("tariff", outlet, kind=kind) for outlet in ("Ledger", "Wire", "Crier")]

    picked = curate([*told, *alone])

    (budget,) = picked.stories
    assert budget.story.voices == {"Ledger", "Wire"}
    assert list(picked.passed_over.values()) == ["None of its entries is news with a title"]


def test_a_fact_check_is_told_as_news_is():
    assert events(curate([a_report("budget", "Ledger", kind=Kind.FACT_CHECK)])) == ["budget"]


def test_the_same_week_gives_the_same_letter_in_any_order_of_arrival():
    entries = [a_report(event, outlet) for event in EVENTS for outlet in ("Ledger", "Wire")]

    assert curate(entries) == curate(entries[::-1])


def test_one_outlet_alone_fills_a_whole_letter():
    """A publisher may mail a week of its own."""
    picked = curate([a_report(event, "Ledger") for event in EVENTS])

    assert sorted(events(picked)) == sorted(EVENTS)
    assert all("breadth" not in each.why for each in picked.stories)


def test_one_outlet_alone_fills_a_whole_letter_from_an_archive_without_positions():
    picked = curate([a_report(event, "Ledger", position=None, at=WEEK.start) for event in EVENTS])

    assert len(picked.stories) == len(EVENTS)


def test_every_story_says_why_it_stands_where_it_stands():
    (story,) = curate([a_report("budget", outlet) for outlet in ("Ledger", "Wire")]).stories

    assert list(story.why) == ["breadth", "duration", "prominence", "developments", "consequence", "recency"]


def test_every_story_that_is_left_out_says_why():
    entries = [a_report(event, outlet) for event in EVENTS for outlet in ("Ledger", "Wire")]

    picked = curate(entries, caps=Caps(stories=10))

    assert len(picked.stories) == 10
    assert set(picked.passed_over.values()) == {"The letter is full: 10 stories weigh more"}


def test_opinion_heads_no_letter():
    entries = [a_report("budget", outlet, kind=Kind.OPINION) for outlet in ("Ledger", "Wire")]
    entries += [a_report("pardon", "Ledger")]

    picked = curate(entries)

    assert events(picked) == ["pardon"]
    assert list(picked.passed_over.values()) == ["None of its entries is news with a title"]


@pytest.mark.parametrize("count", [0, 1])
def test_a_week_may_be_all_but_empty(count):
    assert len(curate([a_report("budget", "Ledger")][:count]).stories) == count


def test_an_editors_pin_and_drop_go_before_the_rules():
    entries = [a_report(event, outlet) for event in ("budget", "tariff") for outlet in ("Ledger", "Wire")]
    entries += [a_report("pardon", "Ledger")]
    story_of = {story.entries[0].id.split("-")[0]: story.id for story in cluster(entries)}

    picked = curate(entries, pinned=frozenset([story_of["pardon"]]), dropped=frozenset([story_of["budget"]]))

    assert events(picked) == ["pardon", "tariff"]
