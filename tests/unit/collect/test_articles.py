"""An article's page to its paragraphs."""

from html import escape

import pytest

from newsletter.collect.articles import LONGEST, decoded, extract
from newsletter.domain.feed import Fetched

STORY = (
    "The Senate passed the annual budget bill on Tuesday by 51 votes to 49 after a night of debate.",
    "Senator Mara Ellison of Vermont cast the deciding vote, and said that she had read every page of it.",
    "“This is a bill for those who pay,” she said in the lobby of the café, naïvely, as some thought.",
    "The bill goes to the president, who has promised to sign it into law before the weekend.",
)


def a_page(*paragraphs: str, more: str = "", head: str = "") -> str:
    told = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs or STORY)
    return (
        f"<!doctype html><html lang=en><head>{head}<title>Budget passes | The Ledger</title></head><body>"
        '<nav><ul><li><a href="/">Home</a></li><li><a href="/politics">Politics</a></li></ul></nav>'
        f"<main><article><h1>Budget passes</h1>{told}{more}</article></main>"
        '<aside><h2>Most read</h2><a href="/other">The river rises again in Ohio</a></aside>'
        '<div class="comments"><p>What a night that was, I could not sleep at all.</p></div>'
        "<footer><p>Copyright The Ledger 2026. All rights reserved.</p></footer></body></html>"
    )


def extracted(page: str | bytes, content_type: str = "text/html; charset=utf-8") -> str:
    body = page if isinstance(page, bytes) else page.encode()
    return extract(Fetched(url="https://ledger.example/budget", body=body, content_type=content_type))


def test_an_article_is_its_paragraphs_and_nothing_that_stands_around_it():
    paragraphs = extracted(a_page()).split("\n\n")

    assert tuple(paragraphs[-4:]) == STORY
    assert set(paragraphs[:-4]) <= {"Budget passes"}


def test_signs_that_look_like_markup_are_text():
    said = "He asked whether 5 < 6 & R&D counted, and wrote <none> in the margin of the report on Tuesday."

    assert said in extracted(a_page(*STORY, said)).split("\n\n")


def test_a_list_belongs_to_the_article_and_has_no_bullets():
    page = a_page(more="<p>The bill would:</p><ul><li>raise the levy to four dollars</li><li>close two ports</li></ul>")

    assert extracted(page).endswith("The bill would:\n\nraise the levy to four dollars\n\nclose two ports")


def test_tables_and_scripts_are_left_out():
    page = a_page(more="<table><tr><td>Yes</td><td>51 votes</td></tr></table><script>let budget = 'passed';</script>")

    assert "51 votes\n" not in extracted(page)
    assert "let budget" not in extracted(page)


@pytest.mark.parametrize(
    ("charset", "header", "head"),
    [
        ("utf-8", "text/html; charset=utf-8", ""),
        ("utf-8", "text/html", ""),
        ("utf-8", "text/html; charset=iso-8859-1", ""),
        ("utf-8-sig", "", ""),
        ("cp1252", "text/html; charset=windows-1252", ""),
        ("cp1252", "text/html; charset=iso-8859-1", ""),
        ("cp1252", "text/html", '<meta charset="iso-8859-1">'),
        ("cp1252", "text/html", ""),
        ("utf-16", "text/html", ""),
        ("gb18030", "text/html; charset=gb2312", ""),
        ("iso2022_jp", "text/html; charset=iso-2022-jp", ""),
    ],
)
def test_letters_are_read_as_they_were_written(charset, header, head):
    """Declarations lie more often than bytes."""
    said = "日本の国会は予算案を可決した。" if charset in {"gb18030", "iso2022_jp"} else "the café, “naïvely” again"

    assert said in decoded(a_page(said, head=head).encode(charset), header)


def test_what_a_page_claims_to_be_written_in_does_not_fail():
    body = a_page(head='<meta charset="klingon">').encode("cp1252")

    assert "café, naïvely" in decoded(body, "text/html; charset=no-such-thing")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b" \n ",
        b"\0\0\0",
        b"<html></html>",
        b"Just text",
        b"<div>" * 20_000,
        b"<p" * 20_000,
        b"\xff\xfe<\0",
        b"%PDF-1.7 \xe2\xe3\xcf\xd3",
    ],
)
def test_what_holds_no_article_gives_no_text(body):
    assert len(extracted(body)) < 20


def test_an_article_that_never_ends_is_cut_at_a_paragraph():
    told = [f"{number}. {STORY[0]}" for number in range(2_000)]

    text = extracted(a_page(*told))

    assert LONGEST - 200 < len(text.replace("\n\n", "")) <= LONGEST
    assert text.endswith(STORY[0])


def test_the_same_page_always_gives_the_same_text():
    """Whatever was read before it: what a page says must not seem to change."""
    first = extracted(a_page())

    extracted(a_page(*STORY[1:], STORY[1], STORY[1]))

    assert extracted(a_page()) == first
