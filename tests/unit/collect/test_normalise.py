# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""Text without markup, and addresses under which the same page is recognised."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsletter.collect.normalise import canonical_url, one_line, web_url
from newsletter.collect.reading.markup import text_of


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("<p>One\n   line</p>", "One line"),
        ("<div>One.<div>Two.</div>Three.</div>", "One.\n\nTwo.\n\nThree."),
        ("<h2>Head</h2>Body.", "Head\n\nBody."),
        ("<ul><li>One<li>Two</ul>", "One\n\nTwo"),
        ("<p>One.<br><br>Two.</p>", "One.\n\nTwo."),
        ("<table><tr><td>Aye</td><td>51</td></tr><tr><td>Nay</td><td>49</td></tr></table>", "Aye 51\n\nNay 49"),
        ("<p>The <b>Sen</b>ate &amp; the House&nbsp;met &#8212; again.</p>", "The Senate & the House met — again."),
        ("<p>Don&#146;t</p>", "Don’t"),
        ("<p>5 &lt; 6</p>", "5 < 6"),
        ("<p>Kept.</p><script>track()</script><style>p{}</style>", "Kept."),
        ("<p>Kept.</p><figure><img src=x><figcaption>Photo: Lee</figcaption></figure>", "Kept."),
        ("<nav>Home</nav><aside>Ours</aside><form><input><button>Join</button></form><p>Kept.</p>", "Kept."),
        ('<a href="/x">One</a> and <em>two</em>.\n\nThree.', "One and two.\n\nThree."),
        ("<p>Not closed <b>at all", "Not closed at all"),
        ('<p onclick="x()">Kept.</p><!-- not -->', "Kept."),
        ("", ""),
    ],
)
def test_html_becomes_paragraphs_of_text(markup, text):
    assert text_of(markup) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Plain text.", "Plain text."),
        ("One.\n\nTwo.", "One.\n\nTwo."),
        ("One.\nTwo.", "One.\n\nTwo."),
        ("A line that is\nwrapped by hand.", "A line that is wrapped by hand."),
        ("AT&amp;T and R&D", "AT&T and R&D"),
        ("5 < 6 > 4", "5 < 6 > 4"),
        ("<Lee> said", "<Lee> said"),
        ("Lee <b>won</b>", "Lee won"),
    ],
)
def test_a_field_is_html_only_where_it_looks_like_it(raw, text):
    """Feeds and archives rarely say which of the two they hold."""
    assert text_of(raw) == text


def test_long_lines_of_plain_text_are_paragraphs():
    line = "The Senate passed the budget on Tuesday by 51 votes to 49, after a night of amendments that both sides lost"

    assert text_of(f"{line}\n{line}") == f"{line}\n\n{line}"


@settings(deadline=None)  # the machine may be busy
@given(st.lists(st.text(alphabet="ab.,’“&<> ", min_size=1), max_size=5))
def test_cleaned_text_is_clean(paragraphs):
    """Reading it once more changes nothing, unless it reads as HTML by now."""
    once = text_of("\n\n".join(paragraphs))

    assert text_of(once) == once


def test_a_line_holds_nothing_unseen():
    """Control characters break databases and mail; a direction override turns the letter's own words around."""
    assert one_line("Sen\x00ate \u202epasses\u2029 \ud800it\x85 \x93now\x94") == "Senate passes �it… “now”"


@pytest.mark.parametrize("markup", ["<div>" * 50_000, "<p>" * 100_000, "<" * 200_000, "&amp;" * 100_000])
def test_hostile_markup_takes_no_time(markup):
    text_of(f"{markup}x")


@pytest.mark.parametrize(
    "url",
    [
        "https://ledger.example/budget",
        "http://ledger.example/budget",
        "https://www.ledger.example/budget/",
        "https://LEDGER.example:443/budget#comments",
        "https://ledger.example/budget?utm_source=rss&utm_medium=feed",
        "https://ledger.example/budget?fbclid=x&gclid=y&CMPID=z",
        " https://ledger.example/budget ",
    ],
)
def test_one_page_has_one_key_whatever_stands_around_its_address(url):
    assert canonical_url(url) == "ledger.example/budget"


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://ledger.example", "ledger.example"),
        ("https://ledger.example/", "ledger.example"),
        ("https://ledger.example/a/../budget", "ledger.example/budget"),
        ("https://ledger.example/a//budget//", "ledger.example/a//budget"),
        ("https://ledger.example/budget?", "ledger.example/budget"),
        ("https://ledger.example/?b=2&a=1", "ledger.example?a=1&b=2"),
        ("https://ledger.example/budget?b&a", "ledger.example/budget?a=&b="),
        ("https://ledger.example/budget?utm_source=x&id=7&id=8", "ledger.example/budget?id=7"),
        ("https://ledger.example/budget?utm_source=x", "ledger.example/budget"),
        ("https://ledger.example/caf%C3%A9", "ledger.example/caf%C3%A9"),
        ("https://ledger.example/café", "ledger.example/caf%C3%A9"),
        ("https://ledger.example/%62udget", "ledger.example/budget"),
    ],
)
def test_a_key_is_the_same_however_an_address_is_spelled(url, key):
    assert canonical_url(url) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://ledger.example/budget", "https://ledger.example/budget?part=2"),
        ("https://ledger.example/budget?part=1", "https://ledger.example/budget?part=2"),
        ("https://ledger.example/Budget", "https://ledger.example/budget"),
        ("https://ledger.example/budget", "https://ledger.example:8080/budget"),
        ("https://ledger.example/budget", "https://blog.ledger.example/budget"),
    ],
)
def test_different_pages_have_different_keys(one, other):
    assert canonical_url(one) != canonical_url(other)


def test_the_order_of_parameters_makes_no_difference():
    assert canonical_url("https://a.example/?b=2&a=1") == canonical_url("https://a.example/?a=1&b=2")


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "javascript:alert(1)",
        "mailto:a@b.example",
        "ftp://a.example/",
        "//",
        "http://",
        "http://[::1",
        "http://a b/",
        "/x",
    ],
)
def test_what_is_no_web_address_is_none(raw):
    assert web_url(raw) == ""
    assert canonical_url(raw) == ""


def test_a_relative_address_is_resolved():
    assert web_url("/budget?id=7", "https://ledger.example/feed.xml") == "https://ledger.example/budget?id=7"
    assert web_url("//cdn.example/x", "https://ledger.example/feed.xml") == "https://cdn.example/x"


@settings(deadline=None)  # the machine may be busy
@given(st.text(max_size=40))
def test_no_address_is_too_odd_to_be_judged(raw):
    key = canonical_url(f"https://ledger.example/{raw}")

    assert canonical_url(f"https://{key}") == key or not key
