import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from newsletter.domain.issue import READER_TOKEN
from newsletter.domain.override import OverrideKind
from newsletter.draft.mail.reading import Page
from tests.builders import a_publication, a_story, an_entry, an_override
from tests.letters import an_issue, rendered

MARKUP = st.text(alphabet=st.sampled_from("<>&\"'/= scriptimgaonerror!-\x00\x1b\u202e{}%"), max_size=60)


def tags(html: bytes) -> list[str]:
    return re.findall(r"<\s*/?\s*[a-z!][a-z0-9-]*", html.decode(), re.IGNORECASE)


def with_words(words: str):
    return an_issue(
        a_story(an_entry("one", title=f"A{words}", outlet=f"B{words}", content=f"C{words}", url="https://b.example/")),
        publication=a_publication(name=f"D{words}", postal_address=f"E{words}"),
        overrides=[an_override(OverrideKind.NOTE, value=f"F{words}")],
    )


PLAIN = tags(rendered(with_words("")).html)


@settings(max_examples=40, deadline=None)
@given(MARKUP)
def test_markup_in_what_others_wrote_never_becomes_markup(words):
    """Outlets' titles, names and texts are untrusted; a letter with their script in it would be ours."""
    assert tags(rendered(with_words(words)).html) == PLAIN


def test_only_web_addresses_become_links():
    entry = an_entry(url="javascript:alert(1)")

    parts = rendered(an_issue(a_story(entry)))

    assert b"javascript" not in parts.html + parts.text


def test_no_outlet_learns_a_readers_token():
    """The token is put in place of one word; an outlet that printed that word in a link would be told every token."""
    entry = an_entry(
        title=f"Budget {READER_TOKEN} passes the Senate by 51 to 49",
        url=f"https://ledger.example/?t=__READER\u202e_TOKEN__&u={READER_TOKEN}",
        outlet=f"The {READER_TOKEN}",
    )

    parts = rendered(an_issue(a_story(entry)))

    address = f"https://news.example.org/u/{READER_TOKEN}"
    for part in (parts.html.decode(), parts.text.decode()):
        assert part.count(READER_TOKEN) == part.count(address) == 1
    assert READER_TOKEN not in parts.subject


def test_characters_that_nobody_sees_are_left_out():
    """Turned writing direction would run on through the whole letter; a control character breaks some readers."""
    parts = rendered(an_issue(a_story(an_entry(title="Senate \u202epasses\x00 the\ufeff budget, 51 to 49"))))

    assert "Senate passes the budget, 51 to 49" in Page(parts.html.decode()).words
    assert b"\x00" not in parts.html + parts.text


def test_the_same_issue_gives_the_same_bytes():
    issue = an_issue()

    assert rendered(issue) == rendered(issue)


def test_rules_for_telephones_and_the_dark_stay_out_of_the_attributes():
    """Inlined, or without !important, they would be beaten by the inlined ones and die unseen."""
    html = rendered().html.decode()

    assert "@media (prefers-color-scheme:dark)" in html
    assert ".ink{color:#ebe7de!important}" in html
    assert "data-premailer" not in html


def test_styles_stand_in_attributes():
    html = rendered().html.decode()

    assert re.search(r"<h1[^>]*style=[^>]*font-size:42px", html)


def test_the_letter_needs_no_network():
    html = rendered().html.decode()

    assert "<img" not in html
    assert "<link" not in html
    assert "url(" not in html


def test_text_lines_are_short_and_each_address_has_its_own():
    entries = [an_entry(f"e{n}", outlet=f"Outlet {n}", url=f"https://o{n}.example/" + "x" * 90) for n in range(4)]

    lines = rendered(an_issue(a_story(*entries))).text.decode().splitlines()

    assert all(len(line) <= 72 or line.strip().startswith("https://") for line in lines)
    assert all(" " not in line.strip() for line in lines if "https://" in line)


def test_both_parts_tell_the_same_stories_in_the_same_order():
    stories = [a_story(an_entry(f"e{n}", title=f"Senate passes budget number {n}")) for n in range(4)]
    parts = rendered(an_issue(*stories))

    in_html, in_text = (
        re.findall(r"Senate passes budget number \d", part.lower().partition("in one minute")[2], re.IGNORECASE)
        for part in (Page(parts.html.decode()).words, parts.text.decode())
    )

    assert in_html == in_text
    assert len(in_html) == 8


def test_an_issue_without_note_tagline_and_coverage_has_no_empty_places():
    issue = an_issue(a_story(an_entry()), publication=a_publication(tagline=""))
    bare = replace(issue, note="")

    words = Page(rendered(bare).html.decode()).words

    assert "From the editor" not in words
    assert "Covered by" not in words
