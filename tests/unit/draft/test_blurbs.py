from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.domain.entry import DateQuality, EntryId, Kind, Lean, Licence
from newsletter.domain.story import Story
from newsletter.draft.blurbs import Limits, blurb, can_tell
from newsletter.draft.headline import choose
from tests.builders import NEW_YORK, NOON, a_copy, a_story, an_entry
from tests.letters import furniture, quotes, split

LEDGER = an_entry(
    "ledger",
    outlet="The Ledger",
    title="Senate passes the budget, 51 to 49",
    content="The Senate passed the budget on Tuesday by 51 votes to 49.\n\n"
    "Senator Ada Grant of Ohio broke with her party to vote for it.",
)
WIRE = an_entry(
    "wire",
    outlet="The Wire",
    title="Budget clears Senate by two votes",
    at=NOON + timedelta(hours=1),
    content="WASHINGTON (The Wire) — The budget cleared the Senate on Tuesday with two votes to spare.\n\n"
    "Spending on roads and bridges would rise by a fifth under the budget.",
)
STANDARD = an_entry(
    "standard",
    outlet="The Standard",
    title="Senate budget vote sends bill to president",
    at=NOON + timedelta(hours=2),
    content="The president is expected to sign the Senate budget before the month ends.",
)


def told(story: Story, limits: Limits | None = None):
    return blurb(story, limits=limits or Limits(), split=split, furniture=furniture)


def test_every_sentence_stands_word_for_word_in_its_entry():
    story = a_story(LEDGER, WIRE, STANDARD)

    sentences = told(story)

    assert 2 <= len(sentences) <= 3
    for sentence in sentences:
        entry = next(e for e in story.entries if e.id == sentence.entry)
        assert quotes(entry, sentence.quote)
        assert sentence.quote.endswith(sentence.text)
        assert (sentence.outlet, sentence.url) == (entry.outlet, entry.url)


def test_a_dateline_is_left_out_of_the_print_but_not_of_the_quotation():
    sentences = told(a_story(WIRE))

    assert sentences[0].text.startswith("The budget cleared")
    assert sentences[0].quote.startswith("WASHINGTON (The Wire)")


def test_two_newsrooms_are_quoted_where_there_are_two():
    sentences = told(a_story(LEDGER, WIRE))

    assert {sentence.outlet for sentence in sentences} == {"The Ledger", "The Wire"}


def test_a_lead_opens_and_the_others_follow_in_order_of_publication():
    sentences = told(a_story(LEDGER, WIRE, STANDARD))

    leads = {"The Senate passed the budget", "The budget cleared the Senate", "The president is expected"}
    assert any(sentences[0].text.startswith(lead) for lead in leads)
    following = [sentence.entry for sentence in sentences[1:]]
    assert following == sorted(following, key=["ledger", "wire", "standard"].index)


def test_the_order_of_arrival_does_not_matter():
    forwards, backwards = a_story(LEDGER, WIRE, STANDARD), a_story(STANDARD, WIRE, LEDGER)

    assert told(forwards) == told(backwards)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"licence": Licence.HEADLINE}, id="allows the headline only"),
        pytest.param({"kind": Kind.OPINION}, id="is opinion"),
        pytest.param({"kind": Kind.LIVE}, id="is a live page"),
        pytest.param({"content": "", "summary": ""}, id="has no text"),
    ],
)
def test_no_sentence_is_taken_from_an_entry_that(change):
    story = a_story(LEDGER, replace(WIRE, **change))

    assert {sentence.outlet for sentence in told(story)} == {"The Ledger"}


def test_a_story_that_may_not_be_quoted_has_an_empty_blurb():
    assert told(a_story(replace(LEDGER, licence=Licence.HEADLINE))) == ()


def test_furniture_is_never_printed():
    """What collecting let through is caught here again."""
    promo = replace(LEDGER, content="The Senate newsletter brings the budget to readers every Tuesday by noon.")

    assert told(a_story(promo)) == ()


def test_one_source_gives_two_sentences_and_45_words_at_most():
    entry = replace(
        LEDGER,
        content="The Senate passed the budget on Tuesday after a debate of nine hours on roads and bridges. "
        "Senator Ada Grant of Ohio broke with her party to vote for the whole plan. "
        "Governors of both parties welcomed more money for ports in a joint letter.",
    )

    sentences = told(a_story(entry))

    assert len(sentences) == 2
    assert sum(len(sentence.quote.split()) for sentence in sentences) <= 45


def test_a_family_shares_one_allowance():
    """Two titles of one newsroom are one source: ten reprints would otherwise print a whole article."""
    sister = replace(WIRE, family="The Ledger", outlet="Ledger Tonight")

    sentences = told(a_story(LEDGER, sister))

    assert len(sentences) == 2


def test_the_publisher_of_a_one_family_week_may_give_every_sentence():
    entry = replace(
        LEDGER,
        content="The Senate passed the budget on Tuesday after a debate of nine hours on roads and bridges. "
        "Senator Ada Grant of Ohio broke with her party to vote for the whole plan. "
        "Governors of both parties welcomed more money for ports in a joint letter.",
    )

    assert len(told(a_story(entry), Limits().of_one_family())) == 3


def test_nothing_is_said_twice():
    copy = replace(LEDGER, id=EntryId("copy"), outlet="The Copy", family="The Copy")

    texts = [sentence.text for sentence in told(a_story(LEDGER, copy))]

    assert len(texts) == len(set(texts)) == 2


def test_two_newsrooms_are_quoted_where_one_of_them_is_no_reprint():
    """A second outlet that prints the first one's words confirms nothing."""
    reprint = a_copy(LEDGER, outlet="The Crier")

    sentences = told(a_story(LEDGER, reprint, WIRE), Limits(sentences=2))

    assert {sentence.outlet for sentence in sentences} == {"The Ledger", "The Wire"}


def test_the_words_of_a_reprint_count_for_the_newsroom_whose_they_are():
    reprint = a_copy(LEDGER, outlet="The Crier")

    assert len(told(a_story(LEDGER, reprint), Limits(max_sentences_per_source=1))) == 1


def test_an_original_is_quoted_before_its_reprint():
    reprint = replace(a_copy(LEDGER, outlet="A Paper"), id=EntryId("a"))

    assert told(a_story(LEDGER, reprint))[0].outlet == "The Ledger"


@pytest.mark.parametrize("kind", [Kind.OPINION, Kind.LIVE, Kind.MEDIA])
def test_what_is_no_news_is_not_quoted(kind):
    assert not told(a_story(replace(LEDGER, kind=kind)))


def test_a_fact_check_is_quoted():
    assert told(a_story(replace(LEDGER, kind=Kind.FACT_CHECK)))


def test_a_sentence_that_does_not_belong_to_its_article_is_not_quoted():
    """A teaser for another piece may look like news, even the article's own."""

    def coheres(sentence, rest):
        assert LEDGER.title in rest
        return "51 votes" not in sentence

    sentences = blurb(a_story(LEDGER), limits=Limits(), split=split, furniture=furniture, coheres=coheres)

    assert [sentence.text for sentence in sentences] == [LEDGER.content.split("\n\n")[1]]


def test_a_sentence_that_names_its_day_is_preferred_to_one_that_says_yesterday():
    stale = replace(WIRE, content="The Senate passed the budget yesterday by 51 votes to 49.")
    dated = replace(LEDGER, content="The Senate passed the budget on Tuesday by 51 votes to 49.")

    assert told(a_story(stale, dated))[0].outlet == "The Ledger"


def test_a_sentence_about_something_else_is_left_out():
    """An article's tail may hold a teaser that no rule knows; nobody else tells of it."""
    with_teaser = replace(
        STANDARD, content="Nine recipes for pumpkin soup warm up cold autumn evenings at home.", title="Budget passes"
    )

    assert all("pumpkin" not in sentence.text for sentence in told(a_story(LEDGER, WIRE, with_teaser)))


@given(st.lists(st.text(max_size=120), max_size=6))
def test_whatever_the_text_every_printed_sentence_has_its_source(paragraphs):
    entry = replace(LEDGER, content="\n\n".join(paragraphs))

    for sentence in told(a_story(entry)):
        assert quotes(entry, sentence.quote)
        assert sentence.text in sentence.quote


def test_two_sentences_from_both_sides_and_never_more_than_half_from_one():
    """Where left and right both report, neither tells the story alone."""
    left = replace(LEDGER, lean=Lean.LEFT)
    left_too = replace(STANDARD, lean=Lean.LEFT)
    right = replace(WIRE, lean=Lean.RIGHT)

    sentences = told(a_story(left, left_too, right))

    leans = [{"ledger": "left", "standard": "left", "wire": "right"}[str(s.entry)] for s in sentences]
    assert sorted(leans) == ["left", "right"]


def test_a_story_of_one_family_is_a_brief_in_a_letter_of_several():
    sentences = blurb(a_story(LEDGER), limits=Limits(), split=split, furniture=furniture, several=True)

    assert len(sentences) == 1


def test_a_relative_day_is_printed_as_its_date_and_quoted_as_it_was():
    entry = replace(LEDGER, content="The Senate passed the budget yesterday by 51 votes to 49.")

    (sentence,) = blurb(a_story(entry), limits=Limits(), split=split, furniture=furniture, zone=NEW_YORK)

    assert sentence.text == "The Senate passed the budget on Tuesday, November 17, by 51 votes to 49."
    assert sentence.quote == entry.content


def test_a_relative_day_without_a_date_to_tell_it_by_is_not_printed():
    entry = replace(
        LEDGER, content="The Senate passed the budget yesterday.", date_quality=DateQuality.FIRST_SEEN, published=None
    )

    assert not blurb(a_story(entry), limits=Limits(), split=split, furniture=furniture, zone=NEW_YORK)


def counted(outlet: str, text: str, *, days: int = 0):
    return an_entry(
        outlet.lower(), outlet=outlet, title="Blast in Springfield", content=text, at=NOON + timedelta(days=days)
    )


def test_numbers_that_stand_against_each_other_are_both_printed():
    story = a_story(
        counted("Ledger", "A blast in a factory in Springfield killed 12 people on Tuesday, the mayor said."),
        counted("Wire", "At least 14 people were killed on Tuesday by a blast in Springfield, according to police."),
    )

    texts = " ".join(sentence.text for sentence in told(story))

    assert "12 people" in texts
    assert "14 people" in texts


def test_where_one_of_two_numbers_cannot_be_printed_neither_is():
    """One of them alone would stand there as if it were settled."""
    story = a_story(
        counted(
            "Ledger",
            "A blast killed 12 people in Springfield, the mayor said.\n\nThe factory in Springfield made springs.",
        ),
        replace(counted("Wire", "At least 14 people were killed on Tuesday in Springfield."), licence=Licence.HEADLINE),
    )

    assert [sentence.text for sentence in told(story)] == ["The factory in Springfield made springs."] or told(
        story
    ) == ()


def test_a_newer_number_is_printed_alone():
    story = a_story(
        counted("Ledger", "A blast in a factory in Springfield killed 12 people on Tuesday, the mayor said."),
        counted("Wire", "The blast in Springfield has killed at least 14 people, according to police.", days=1),
    )

    texts = [sentence.text for sentence in told(story)]

    assert any("14" in text for text in texts)
    assert not any("12" in text for text in texts)


def test_the_first_sentence_tells_the_latest_status():
    charged = an_entry(
        "charged", outlet="Ledger", title="Senator Grant charged with fraud",
        content="Senator Ada Grant was charged with fraud on Monday by a prosecutor in Ohio.",
    )  # fmt: skip
    acquitted = an_entry(
        "acquitted", outlet="Wire", title="Senator Grant acquitted of fraud", at=NOON + timedelta(days=2),
        content="A jury in Ohio acquitted Senator Ada Grant of fraud on Thursday after nine hours.",
    )  # fmt: skip

    sentences = told(a_story(charged, acquitted))

    assert [sentence.entry for sentence in sentences] == ["acquitted"]


def test_nobody_is_named_whom_the_reader_has_not_met():
    """A surname alone points back to a sentence that is not printed."""
    entry = replace(
        LEDGER,
        title="Senate passes the budget",
        content="He said that Olaf Lund of the budget office was to be heard in the Senate.\n\n"
        "Lund told the Senate that the budget would have to be cut by a fifth.\n\n"
        "The Senate passed the budget on Tuesday by 51 votes to 49.",
    )

    assert all(not sentence.text.startswith("Lund") for sentence in told(a_story(entry)))


@pytest.mark.parametrize("text", ["СЕНАТ ПРИНЯЛ БЮДЖЕТ. " * 9, "أقر مجلس الشيوخ. " * 9, "A" * 5000, "a. " * 1700])  # noqa: RUF001 - Cyrillic
def test_any_text_and_title_is_taken(text):
    story = a_story(replace(LEDGER, title=text, content=text), replace(WIRE, title=text.upper(), content=text))

    can_tell(story, split=split, furniture=furniture)
    told(story)
    choose(story)


def test_where_all_open_alike_the_second_newsroom_is_read_further_down():
    """Ten sentences that say the same are one; what only one newsroom has, stands below."""
    opening = "The Senate passed the budget on Tuesday by 51 votes to 49."
    again = [f"The Senate on Tuesday passed the budget, 51 to 49, after a debate of {n} hours." for n in range(2, 12)]
    other = an_entry(
        "other",
        outlet="The Wire",
        title="Senate passes the budget, 51 to 49",
        at=NOON + timedelta(hours=1),
        content="\n\n".join([*again, "Senator Otto Lund gave the budget the last of its 51 votes on Tuesday."]),
    )
    first = an_entry("first", outlet="The Ledger", title="Senate passes the budget, 51 to 49", content=opening)

    sentences = told(a_story(first, other))

    assert [s.outlet for s in sentences] == ["The Ledger", "The Wire"]
    assert "Lund" in sentences[1].text


def test_where_a_newsroom_has_nothing_else_it_confirms_what_the_other_tells():
    first = an_entry("first", outlet="The Ledger", content="The Senate passed the budget on Tuesday, 51 to 49.")
    second = an_entry(
        "second",
        outlet="The Wire",
        at=NOON + timedelta(hours=1),
        content="A divided Senate passed the budget on Tuesday after senators had talked all night long.",
    )

    assert {s.outlet for s in told(a_story(first, second))} == {"The Ledger", "The Wire"}


def test_what_somebody_says_comes_after_what_happened():
    remark = an_entry(
        "remark",
        outlet="The Wire",
        at=NOON + timedelta(hours=1),
        content="“The Senate budget is a budget for the few and for nobody else,” Senator Otto Lund said.",
    )
    event = an_entry(
        "event",
        outlet="The Standard",
        at=NOON + timedelta(hours=2),
        content="Roads in six counties of Ohio get more under the budget that the Senate passed on Tuesday.",
    )

    texts = [s.text for s in told(a_story(LEDGER, remark, event))]

    assert texts[-1].startswith("“")


def test_that_nobody_answered_is_no_news():
    entry = an_entry(
        "silent",
        outlet="The Wire",
        at=NOON + timedelta(hours=1),
        content="The office of Senator Ada Grant declined to comment on the budget vote on Tuesday.",
    )

    assert all(s.entry != entry.id for s in told(a_story(LEDGER, entry)))
