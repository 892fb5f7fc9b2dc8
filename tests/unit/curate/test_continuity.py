"""The events here are invented."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsletter.curate.aftermath import aftermath, corrections, quiet
from newsletter.curate.changes import Reading
from newsletter.curate.continuity import going_on, weeks_between
from newsletter.curate.profiles import profiles
from newsletter.curate.storylines import storylines
from newsletter.domain.continuity import PastIssue, PastStory, Standing
from newsletter.domain.entry import Kind, Licence
from newsletter.domain.story import RankedStory, StorylineId
from tests.builders import NOON, a_story, an_entry

READING = Reading(
    split=lambda paragraph: [f"{part}." for part in paragraph.rstrip(".").split(". ")],
    furniture=lambda sentence: "call-to-action" if "Subscribe" in sentence else None,
    stands_alone=lambda sentence: not sentence.startswith(("He ", "She ")),
)
OUTLETS = ("The Ledger", "The Wire")


def story(title, *texts, outlets=OUTLETS, days=0, **changes):
    """A story that each outlet tells, in the same words or in its own."""
    at = NOON + timedelta(days=days)
    own = texts if len(texts) > 1 else texts * len(outlets)
    return a_story(
        *(
            replace(an_entry(f"{title} {outlet}", title=title, content=text, outlet=outlet, at=at), **changes)
            for outlet, text in zip(outlets, own, strict=True)
        )
    )


TRIAL = story(
    "Senator Halvorsen charged with taking harbour bribes",
    "Prosecutors in Port Arden charged Senator Nils Halvorsen with taking bribes from Otto Brandt, a harbour "
    "contractor. He denies it. Otto Brandt paid the senator 12 times, prosecutors say.",
)
VERDICT = story(
    "Jury convicts Senator Halvorsen of taking harbour bribes",
    "A jury in Port Arden convicted Senator Nils Halvorsen on Thursday of taking harbour bribes. "
    "Otto Brandt, a harbour contractor, paid the senator 18 times.",
    days=14,
)
ECHO = story(
    "What Senator Halvorsen is charged with in the harbour bribes case",
    "Senator Nils Halvorsen is charged with taking bribes from a harbour contractor, Otto Brandt. "
    "Prosecutors in Port Arden charged Halvorsen. Otto Brandt paid the senator 12 times, prosecutors say.",
    days=7,
)
#: The same person, another matter.
HOUSE = story(
    "Halvorsen sells lake house to novelist",
    "Nils Halvorsen has sold his house at Lake Tamsin to the novelist Ines Calloway for nine million dollars.",
    days=7,
)
SPARE = [
    story(
        "Levee at Marrow Creek gives way", "The levee at Marrow Creek broke on Monday and 400 families left Danforth."
    ),
    story("Central bank holds rates", "The central bank left its rate at 4 per cent, Governor Amira Sloan said."),
    story(
        "Teachers in Kestrel end strike", "Teachers in Kestrel go back to work after a strike of nine days over pay."
    ),
]


def letter(number, week, *told, storyline=None):
    """An earlier letter that told these stories."""
    about = profiles([*told, *SPARE])
    return PastIssue(
        number=number,
        week=week,
        stories=tuple(
            PastStory(
                storyline=storyline or StorylineId(each.id),
                place=place,
                headline=each.entries[0].title,
                told=tuple(READING.split(each.entries[0].text)),
                profile=about[each.id],
                entries=frozenset(entry.id for entry in each.entries),
            )
            for place, each in enumerate(told, start=1)
        ),
    )


def this_week(*stories, past, week="2026-W47", reading=READING):
    about = profiles(stories)
    return going_on(
        stories, profiles=about, storylines=storylines(stories, about), past=past, week=week, reading=reading
    )


def ranked(each, rank=1):
    return RankedStory(story=each, rank=rank, score=0.5, why={})


LAST = letter(8, "2026-W46", TRIAL)


def test_a_story_that_no_letter_told_of_is_new():
    found = this_week(VERDICT, *SPARE, past=[letter(8, "2026-W46", HOUSE)])

    since = found.since(SPARE[0])
    assert since.standing is Standing.NEW
    assert (since.issue, since.weeks, since.changed) == (None, 0, None)


def test_in_the_first_letter_nothing_goes_on_from_anything():
    found = this_week(VERDICT, *SPARE, past=[])

    assert found.since(VERDICT) is None
    assert found.objection(ranked(VERDICT)) == ""
    assert quiet([VERDICT], found, picked=[]) == ()


def test_a_story_that_the_letter_before_told_of_is_developing():
    since = this_week(VERDICT, *SPARE, past=[LAST]).since(VERDICT)

    assert (since.standing, since.issue, since.weeks) == (Standing.DEVELOPING, 8, 1)


def test_a_saga_that_paused_for_a_letter_is_back_after_two_weeks():
    past = [letter(8, "2026-W46", SPARE[0]), letter(7, "2026-W45", TRIAL)]

    since = this_week(VERDICT, *SPARE, past=past).since(VERDICT)

    assert (since.standing, since.issue, since.weeks) == (Standing.BACK, 7, 2)


def test_a_week_without_a_letter_counts_as_a_week():
    past = [letter(8, "2026-W45", SPARE[0]), letter(7, "2026-W44", TRIAL)]

    since = this_week(VERDICT, *SPARE, past=past).since(VERDICT)

    assert (since.standing, since.weeks) == (Standing.BACK, 3)


@pytest.mark.parametrize(
    ("earlier", "later", "weeks"),
    [
        ("2026-W46", "2026-W47", 1),
        ("2026-W53", "2027-W01", 1),
        ("2025-W52", "2026-W01", 1),
        ("2026-W47", "2026-W40", -7),
    ],
)
def test_weeks_are_counted_over_the_turn_of_the_year(earlier, later, weeks):
    assert weeks_between(earlier, later) == weeks


def test_a_storyline_keeps_the_id_that_it_was_first_told_under():
    first = StorylineId("began-in-spring")

    found = this_week(VERDICT, *SPARE, past=[letter(8, "2026-W46", TRIAL, storyline=first)])

    assert found.storylines[VERDICT.id] == first
    assert found.storylines[SPARE[0].id] == SPARE[0].id


def test_another_matter_of_the_same_person_is_new():
    """Whoever is in the news is so for several things at once."""
    since = this_week(HOUSE, *SPARE, past=[LAST]).since(HOUSE)

    assert since.standing is Standing.NEW


def test_one_past_storyline_goes_to_one_of_this_weeks():
    found = this_week(VERDICT, ECHO, HOUSE, *SPARE, past=[LAST])

    kept = {line for line in found.storylines.values() if line == TRIAL.id}
    heirs = {
        storylines([VERDICT, ECHO, HOUSE, *SPARE], found.profiles)[s]
        for s, line in found.storylines.items()
        if line in kept
    }
    assert len(heirs) == 1


def test_a_new_verdict_is_told_with_the_verdict_as_what_has_changed():
    changed = this_week(VERDICT, *SPARE, past=[LAST]).since(VERDICT).changed

    assert changed.quote == (
        "A jury in Port Arden convicted Senator Nils Halvorsen on Thursday of taking harbour bribes."
    )
    assert changed.text == changed.quote
    assert changed.entry in {entry.id for entry in VERDICT.entries}
    assert changed.outlet in OUTLETS


def test_the_editor_is_told_which_numbers_and_which_status_have_changed():
    toll = letter(
        8,
        "2026-W46",
        story("Ferry sinks off Arden", "At least 12 people died when the ferry Corrin sank off Port Arden."),
    )
    now = story(
        "Toll of ferry Corrin rises",
        "The ferry Corrin sank off Port Arden last week and 18 people died, the coast guard at Tamsin said.",
    )

    assert this_week(now, *SPARE, past=[toll]).figures(now) == ("dead: was 12, now 18",)
    assert this_week(VERDICT, *SPARE, past=[LAST]).figures(VERDICT) == ("was charged, now convicted",)


def test_what_has_changed_is_printed_as_the_letter_prints_sentences():
    dated = story(
        "Jury convicts Halvorsen of harbour bribes",
        "PORT ARDEN - A jury convicted Senator Nils Halvorsen of taking harbour bribes from Otto Brandt.",
    )
    reading = replace(READING, shown=lambda sentence, _: sentence.removeprefix("PORT ARDEN - "))

    found = this_week(dated, *SPARE, past=[LAST], reading=reading).since(dated).changed

    assert found.text.startswith("A jury convicted")
    assert found.quote.startswith("PORT ARDEN")


def test_a_story_that_only_repeats_last_weeks_facts_is_not_told_again():
    found = this_week(ECHO, *SPARE, past=[LAST])

    assert found.objection(ranked(ECHO)) == "Nothing in it is new since issue 8 told it"
    assert found.since(ECHO).changed is None


@pytest.mark.parametrize("each", [VERDICT, HOUSE, SPARE[0]], ids=["developed", "another matter", "new"])
def test_nothing_is_said_against_a_story_that_is(each):
    assert this_week(VERDICT, HOUSE, *SPARE, past=[LAST]).objection(ranked(each)) == ""


def test_entries_that_were_told_by_before_are_no_development():
    """A feed may carry last week's piece again, and a new title on it is still last week's piece."""
    again = a_story(*(replace(e, title="Halvorsen convicted in Marlow on 3 counts") for e in TRIAL.entries))

    found = this_week(again, *SPARE, past=[LAST])

    assert found.since(again).standing is Standing.DEVELOPING
    assert found.objection(ranked(again))


def test_entries_alone_tell_that_a_story_was_told():
    """However else its profile may look in a week of other words."""
    other = a_story(*(replace(e, title="Untitled", content="Nothing that was there before.") for e in TRIAL.entries))

    assert this_week(other, *SPARE, past=[LAST]).since(other).issue == 8


def test_a_detail_that_one_newsroom_of_three_has_is_no_development():
    text = ECHO.entries[0].text
    three = story(
        ECHO.entries[0].title, text, text, f"{text} Clerk Mabel Orrin read the charges against Halvorsen.",
        outlets=(*OUTLETS, "The Standard"),
    )  # fmt: skip

    assert this_week(three, *SPARE, past=[LAST]).objection(ranked(three))


@pytest.mark.parametrize(
    "changes",
    [{"kind": Kind.OPINION}, {"licence": Licence.HEADLINE}, {"kind": Kind.LIVE}],
    ids=["opinion", "headline", "live"],
)
def test_what_may_not_be_quoted_is_not_what_has_changed(changes):
    unquotable = a_story(*(replace(entry, **changes) for entry in VERDICT.entries))

    assert this_week(unquotable, *SPARE, past=[LAST]).since(unquotable).changed is None


def test_a_development_in_the_title_is_one_though_the_text_may_not_be_quoted():
    licensed = a_story(*(replace(entry, licence=Licence.HEADLINE) for entry in VERDICT.entries))

    assert this_week(licensed, *SPARE, past=[LAST]).objection(ranked(licensed)) == ""


def test_neither_furniture_nor_a_sentence_that_leans_on_another_is_what_has_changed():
    bare = story(
        "Halvorsen convicted of harbour bribes",
        "Subscribe to hear how Senator Nils Halvorsen was convicted. He was convicted of taking bribes on May 3.",
    )

    found = this_week(bare, *SPARE, past=[LAST])

    assert found.since(bare).changed is None
    assert found.objection(ranked(bare)) == ""


def test_only_the_newest_four_letters_are_remembered_and_none_of_this_week():
    past = [letter(n, f"2026-W{n}", SPARE[0]) for n in (43, 44, 45, 46)]

    old = this_week(VERDICT, *SPARE[1:], past=[letter(42, "2026-W42", TRIAL), *past])
    own = this_week(VERDICT, *SPARE[1:], past=[letter(47, "2026-W47", TRIAL), *past])

    assert [issue.number for issue in old.past] == [46, 45, 44, 43]
    assert old.since(VERDICT).standing is own.since(VERDICT).standing is Standing.NEW


WEEK = [VERDICT, ECHO, HOUSE, *SPARE]
PAST = [LAST, letter(7, "2026-W45", SPARE[0]), letter(6, "2026-W43", TRIAL)]


@settings(max_examples=20, deadline=None)
@given(st.permutations(WEEK), st.permutations(PAST))
def test_the_order_of_stories_and_letters_plays_no_part(stories, past):
    def all_of(found):
        return [(found.storylines[s.id], found.since(s), found.figures(s), found.objection(ranked(s))) for s in WEEK]

    assert all_of(this_week(*stories, past=past)) == all_of(this_week(*WEEK, past=PAST))


def test_a_leader_of_the_letter_before_of_which_nobody_has_news_has_gone_quiet():
    before = letter(8, "2026-W46", TRIAL, SPARE[0], SPARE[1], SPARE[2])

    found = quiet([HOUSE, SPARE[1]], this_week(HOUSE, SPARE[1], past=[before]), picked=[])

    assert [(each.headline, each.issue) for each in found] == [
        (TRIAL.entries[0].title, 8), (SPARE[0].entries[0].title, 8),
    ]  # fmt: skip


def test_what_one_newsroom_has_breaks_the_quiet_only_if_it_is_in_the_letter():
    alone = story(VERDICT.entries[0].title, VERDICT.entries[0].text, outlets=("The Ledger",))
    found = this_week(alone, *SPARE, past=[LAST])

    assert [each.storyline for each in quiet([alone], found, picked=[])] == [TRIAL.id]
    assert quiet([alone], found, picked=[alone.id]) == ()
    assert quiet([VERDICT], this_week(VERDICT, *SPARE, past=[LAST]), picked=[]) == ()


def test_corrections_of_this_letters_stories_come_first_and_then_those_of_earlier_ones():
    put_right = story(
        "Levee at Marrow Creek gives way", SPARE[0].entries[0].text, corrections=("It was 300 families.",)
    )
    earlier = story(VERDICT.entries[0].title, VERDICT.entries[0].text, corrections=("Brandt is a contractor.",))
    found = this_week(put_right, earlier, *SPARE[1:], past=[LAST])

    listed = corrections([ranked(earlier, 1), ranked(put_right, 2)], found, picked=[put_right.id])

    assert [(each.text, each.issue) for each in listed if each.outlet == "The Ledger"] == [
        ("It was 300 families.", None), ("Brandt is a contractor.", 8),
    ]  # fmt: skip


def test_a_correction_of_an_entry_that_told_an_earlier_letter_names_that_letter():
    entry = replace(TRIAL.entries[0], corrections=("Halvorsen's name was misspelt.",))

    (listed,) = corrections([], this_week(*SPARE, past=[LAST]), picked=[], seen_again=[entry])

    assert (listed.entry, listed.outlet, listed.issue) == (entry.id, entry.outlet, 8)


def test_a_correction_of_what_no_letter_told_is_not_listed():
    untold = story(SPARE[0].entries[0].title, SPARE[0].entries[0].text, corrections=("It was 300 families.",))

    assert corrections([ranked(untold)], this_week(untold, past=[LAST]), picked=[]) == ()


def test_an_issue_keeps_all_of_it():
    found = this_week(VERDICT, *SPARE, past=[LAST])
    order = [ranked(each, place) for place, each in enumerate([VERDICT, *SPARE], start=1)]

    kept = aftermath(order, found, picked=[VERDICT.id])

    assert kept.storylines[VERDICT.id] == TRIAL.id
    assert kept.since[VERDICT.id] == found.since(VERDICT)
    assert kept.since[SPARE[0].id].standing is Standing.NEW
    assert kept.profiles.keys() == {each.story.id for each in order}
    assert (kept.quiet, kept.corrections) == ((), ())
