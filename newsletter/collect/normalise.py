# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""Text and addresses in one form, whatever form a feed gave them in.

Text leaves here without markup: entities resolved, runs of space folded, a blank line between paragraphs.
Addresses leave here as http or https or not at all, and with a key under which the same page is recognised.
"""

import html
import re
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urljoin, urlsplit

import nh3
from w3lib.url import canonicalize_url, safe_url_string, url_query_cleaner


def word_set(text: str) -> frozenset[str]:
    """The words of a list that is written as one text."""
    return frozenset(text.split())


#: What starts a paragraph of its own.
_BLOCKS = word_set(
    "address article blockquote center dd details div dl dt fieldset footer h1 h2 h3 h4 h5 h6 header hr li main ol p "
    "pre section summary table tbody tfoot thead tr ul"
)
#: What a reader of the article proper does not read: dropped with all that it holds.
_DROPPED = word_set(
    "applet aside audio button canvas datalist figcaption figure form head iframe math menu nav noembed noframes "
    "noscript object option script select style svg template textarea title video"
)
_CELLS = frozenset(["td", "th"])
#: Everything else loses its tags and keeps its words.
_KEPT = _BLOCKS | _CELLS | {"br"}
_INLINE = word_set("a abbr b big cite code del em font i img ins mark q s small span strike strong sub sup time tt u")
#: What only HTML looks like. "5 < 6" and "R&D" are text.
_TAG = re.compile(
    rf"<(?:!--|/?(?:{'|'.join(sorted(_KEPT | _DROPPED | _INLINE, key=len, reverse=True))})(?:\s[^<>]*|/)?>)",
    re.IGNORECASE,
)
_STRUCTURE = re.compile(
    rf"<(?:{'|'.join(sorted(_BLOCKS | {'br'}, key=len, reverse=True))})(?:\s[^<>]*|/)?>", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
#: No article has more tags than this. Past it they are cut out one by one, without looking at how they nest, because
#: the time to read nested elements grows with their square, and a hundred thousand take half a minute.
_MAX_TAGS = 8_000
_ANY_TAG = re.compile(r"<[^<>]*>")
#: One that is never closed goes on to the end, as in a browser; else each would be read to the end in vain.
_SCRIPT = re.compile(r"<(script|style)\b.*?(?:</\1\b[^<>]*>?|\Z)", re.IGNORECASE | re.DOTALL)
#: A hard-wrapped text has no line longer than this many characters.
_WRAP = 100
_LINE_ENDS_SENTENCE = re.compile(r"[.!?…:][\"”’')\]]*$")

#: Windows-1252 read as Latin-1 leaves these where quotation marks and dashes were.
_MISREAD = {code: bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0)}
#: Neither seen nor printable, refused by databases, or able to turn the direction of the text that follows.
_UNSEEN = dict.fromkeys([*range(0x09), *range(0x0E, 0x20), 0x7F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")

#: Parameters that tell who clicked and where, never which page; those that end in ``*`` by their beginning.
_TRACKING = word_set(
    "utm_* hsa_* mc_* pk_* piwik_* matomo_* at_* vero_* oly_* __hs* _hs* trk* fb_* "
    "fbclid gclid gclsrc dclid gbraid wbraid msclkid twclid ttclid yclid igshid igsh li_fat_id s_kwcid s_cid _ga _gl "
    "mkt_tok cmp cmpid campaign_id icid ncid ocid cvid smid smtyp sr_share spm xtor ftag ito emci emdi "
    "ref ref_src ref_url referrer referer wt_mc taid soc_src soc_trk guccounter "
    "__twitter_impression outputtype"
)
_HOST = re.compile(r"[\w.:-]+")
#: Characters; no mail program follows a longer link.
_LONGEST_URL = 4_000
_DEFAULT_PORT = re.compile(r":(?:80|443)$")


def one_line(text: str) -> str:
    r"""The text with every run of space and line breaks folded into one space, and nothing unseen in it.

    >>> one_line(" Senate passes\n  the\xa0budget ")
    'Senate passes the budget'
    """
    text = _LONE_SURROGATE.sub("�", text.translate(_MISREAD))
    return " ".join(" ".join(text.split()).translate(_UNSEEN).split())


def text_of_plain(text: str) -> str:
    """The paragraphs of a text without markup, parted by a blank line.

    A blank line parts paragraphs, and so does a line's end, unless the lines are hard-wrapped and the line ends
    in the middle of a sentence.
    """
    lines = [one_line(line) for line in text.translate(_MISREAD).splitlines()]
    wrapped = all(len(line) <= _WRAP for line in lines)
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line:
            paragraphs[-1].append(line)
        if not line or not wrapped or _LINE_ENDS_SENTENCE.search(line):
            paragraphs.append([])
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs if paragraph)


def text_of_html(markup: str) -> str:
    r"""The paragraphs of a piece of HTML, parted by a blank line.

    Headings, list items and table rows are paragraphs. Scripts, styles, figures, forms and navigation are left out
    with all that they hold. HTML that knows no paragraphs (links and emphasis only) keeps those of its line breaks.

    >>> text_of_html("<h2>Budget</h2><p>Passed <b>51&nbsp;to&nbsp;49</b>.</p><script>x()</script><ul><li>Now the House")
    'Budget\n\nPassed 51 to 49.\n\nNow the House'
    """
    if markup.count("<") > _MAX_TAGS:
        return text_of_plain(_ENTITY.sub(_resolved, _ANY_TAG.sub("\n\n", _SCRIPT.sub(" ", markup))))
    clean = nh3.clean(markup, tags=set(_KEPT), clean_content_tags=set(_DROPPED), attributes={}, link_rel=None)
    reader = _Paragraphs(fold=bool(_STRUCTURE.search(clean)))
    reader.feed(clean)
    reader.close()
    return text_of_plain("".join(reader.pieces))


def text_of(raw: str) -> str:
    """The paragraphs of a text that may be HTML or not, as feeds and archives have it.

    It counts as HTML where it holds a tag of HTML.
    """
    raw = _LONE_SURROGATE.sub("�", raw)  # the library that reads HTML takes no half characters
    return text_of_html(raw) if _TAG.search(raw) else text_of_plain(_ENTITY.sub(_resolved, raw))


def _resolved(entity: re.Match[str]) -> str:
    return html.unescape(entity[0])


class _Paragraphs(HTMLParser):
    """Reads sanitised HTML into lines: a blank line around a block, a line's end for a break."""

    def __init__(self, *, fold: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._fold = fold

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base's
        self._mark(tag)

    def handle_endtag(self, tag: str) -> None:
        self._mark(tag)

    def _mark(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.pieces.append("\n\n")
        elif tag == "br":
            self.pieces.append("\n")
        elif tag in _CELLS:
            self.pieces.append(" ")

    def handle_data(self, data: str) -> None:
        self.pieces.append(re.sub(r"\s+", " ", data) if self._fold else data)


def web_url(raw: str, base: str = "") -> str:
    """An absolute http or https address, resolved against ``base``; empty where it is none or too long.

    >>> web_url("/budget?id=7", "https://ledger.example/feed.xml")
    'https://ledger.example/budget?id=7'
    >>> web_url("javascript:alert(1)")
    ''
    """
    if len(raw) > _LONGEST_URL:
        return ""
    try:
        absolute = urljoin(base, one_line(raw))
        parts = urlsplit(absolute)
        if parts.scheme not in {"http", "https"} or not _HOST.fullmatch(parts.hostname or ""):
            return ""
        return str(safe_url_string(absolute))
    except ValueError:  # a port or an IPv6 address that is none
        return ""


def canonical_url(url: str) -> str:
    """The key under which the same page is recognised: never printed, empty where the address is no web page's.

    Scheme, ``www.``, default port, closing slash, fragment, the order of parameters and what only tracks the reader
    make no difference; every other parameter does.

    >>> canonical_url("http://www.Ledger.example:80/Budget/?utm_source=x&part=2#top")
    'ledger.example/Budget?part=2'
    """
    address = web_url(url)
    if not address:
        return ""
    tracking = [name for name, _ in parse_qsl(urlsplit(address).query, keep_blank_values=True) if _tracks(name.lower())]
    if tracking:
        address = url_query_cleaner(address, tracking, remove=True)
    parts = urlsplit(canonicalize_url(address))
    host = _DEFAULT_PORT.sub("", parts.netloc.rpartition("@")[2]).lower().removeprefix("www.")
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path.rstrip('/;')}{query}"


def _tracks(parameter: str) -> bool:
    return any(parameter.startswith(t[:-1]) if t.endswith("*") else parameter == t for t in _TRACKING)
