# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""Whether an outlet still stands by what a letter prints of it."""

from dataclasses import replace

import pytest

from newsletter.collect.pages import Article
from newsletter.collect.staleness import Change, Sort, as_on_page, changes
from newsletter.domain.entry import Entry, Removed
from newsletter.domain.printed import Printed
from tests.builders import an_entry

TITLE = "Senate passes the “harbour” budget, 51 to 49"
TEXT = (
    "The Senate passed the harbour budget on Tuesday by 51 votes to 49. "
    "Senator Mara Ellison of Vermont cast the deciding vote. The president is expected to sign it before the weekend."
)
QUOTE = "Senator Mara Ellison of Vermont cast the deciding vote."


def the_piece(**changed: object) -> Entry:
    return replace(an_entry("a", title=TITLE, content=TEXT), **changed)  # type: ignore[arg-type]


def the_printed(*, quotes: tuple[str, ...] = (QUOTE,), corrections: tuple[str, ...] = ()) -> Printed:
    kept = the_piece()
    return Printed(
        id=kept.id, outlet=kept.outlet, title=kept.title, url=kept.url, quotes=quotes, corrections=corrections
    )


def sorts(now: Entry | None = None, *, kept: Entry | None = None, on_page: Entry | None = None) -> list[Sort]:
    found = changes(the_printed(), kept or the_piece(), in_feed=now, on_page=on_page)
    return [change.sort for change in found]


def test_what_is_as_it_was_has_no_change():
    assert sorts() == sorts(the_piece()) == sorts(the_piece(), on_page=the_piece()) == []


@pytest.mark.parametrize(
    "title",
    [
        "Senate passes the 'harbour' budget, 51 to 49",
        "SENATE PASSES THE «HARBOUR» BUDGET, 51 TO 49",
        "Senate  passes the “harbour” budget, 51 to 49 – The Ledger",
        "Senate passes the “harbour” budget, 51 to 49 | Politics",
        "",
    ],
)
def test_it_is_the_same_title_however_it_is_set(title: str):
    assert sorts(the_piece(title=title)) == []


@pytest.mark.parametrize(
    ("title", "sort"),
    [
        ("Senate passes the “harbour” budget, 52 to 48", Sort.TITLE),
        ("Senate passes the “harbour” budget - a turning point", Sort.TITLE),
        ("CORRECTED: Senate passes the “harbour” budget, 51 to 49", Sort.CORRECTED),
        ("Correction – Senate passes the “harbour” budget", Sort.CORRECTED),
        ("Retraction: Senate passes the “harbour” budget", Sort.RETRACTED),
        ("Article removed", Sort.RETRACTED),
    ],
)
def test_another_title_is_a_change(title: str, sort: Sort):
    assert sorts(the_piece(title=title)) == [sort]


def test_a_title_that_was_tried_and_given_up_again_has_not_changed():
    assert sorts(the_piece(), kept=the_piece(title="Senate rejects the budget")) == []


@pytest.mark.parametrize(
    "notice",
    [
        "This story has been retracted.",
        "This article was removed because it did not meet our standards.",
        "The Ledger has withdrawn this report.",
        "Editors have retracted this article after questions about its sources.",
        "This page is no longer available.",
    ],
)
def test_a_piece_that_says_that_it_was_taken_back_was(notice: str):
    assert sorts(the_piece(content=f"{notice} {TEXT}")) == [Sort.RETRACTED]
    assert sorts(the_piece(removed=(Removed(text=notice, rule="own-voice"),))) == [Sort.RETRACTED]
    assert sorts(the_piece(corrections=(notice,))) == [Sort.RETRACTED]
    assert sorts(on_page=the_piece(corrections=(notice,))) == [Sort.RETRACTED]


@pytest.mark.parametrize(
    "news",
    [
        "The Herald retracted its report on the senator.",
        "The bill was withdrawn on Monday.",
        "The minister removed the article on fishing from the draft treaty.",
        "Facebook said that the post was removed by its author.",
        "The story of how the levy was withdrawn is a long one.",
    ],
)
def test_that_somebody_took_something_back_is_news(news: str):
    assert sorts(the_piece(content=f"{news} {TEXT}")) == []


def test_a_correction_counts_once_and_not_where_it_was_known():
    note = "Correction: The vote was on Tuesday."
    corrected = the_piece(corrections=(note,))

    assert sorts(corrected, kept=corrected, on_page=corrected) == [Sort.CORRECTED]
    assert changes(the_printed(corrections=(note,)), corrected, in_feed=corrected, on_page=None) == ()


def test_a_printed_sentence_that_is_gone_is_a_change():
    (change,) = changes(the_printed(), the_piece(), in_feed=the_piece(content=TEXT.replace(QUOTE, "")), on_page=None)

    assert (change.sort, change.what) == (Sort.QUOTE, QUOTE)


def test_a_sentence_may_be_set_otherwise_and_stand_in_the_summary():
    typed = TEXT.replace("The president", "“The president”").replace(" ", "  ")

    assert sorts(the_piece(content=typed)) == []
    assert sorts(the_piece(content=TEXT.replace(QUOTE, "") * 2, summary=QUOTE)) == []


def test_a_feed_with_a_line_of_a_piece_says_nothing_of_the_rest_of_it():
    """The piece was told from its page."""
    short = the_piece(content="", summary="The Senate passed it.")

    assert sorts(short) == []
    assert sorts(short, on_page=the_piece(content=TEXT.replace(QUOTE, "It was close."))) == [Sort.QUOTE]


def test_a_page_that_is_about_something_else_says_nothing():
    wall = as_on_page(Article(entry=the_piece(), text="Before you go on, tell us which cookies you would like."))

    assert wall.text == ""
    assert sorts(on_page=wall) == []


def test_a_page_that_says_only_that_the_piece_was_taken_back_is_heard():
    page = as_on_page(Article(entry=the_piece(), text="This story has been removed.\n\nRead other stories."))

    assert sorts(on_page=page) == [Sort.RETRACTED]


def test_a_change_is_recognised_when_it_is_found_again_and_another_is_not():
    def retitled(title: str) -> Change:
        (change,) = changes(the_printed(), the_piece(), in_feed=the_piece(title=title), on_page=None)
        return change

    assert retitled("Senate rejects it").mark == retitled("Senate  rejects it").mark
    assert retitled("Senate rejects it").mark != retitled("Senate adjourns").mark


def test_what_is_told_of_a_change_is_bounded_and_holds_no_login():
    source = replace(the_printed(), url="https://ana:secret@ledger.example/a")

    said = str(Change(printed=source, sort=Sort.TITLE, what="budget " * 500))

    assert len(said) < 500
    assert "secret" not in said
