# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""Text and addresses in one form, whatever form a feed gave them in.

Text leaves here with runs of space folded and a blank line between paragraphs (``markup`` reads HTML).
Addresses leave here as http or https or not at all, and with a key under which the same page is recognised.
"""

import re
from urllib.parse import parse_qsl, urljoin, urlsplit

from w3lib.url import canonicalize_url, safe_url_string, url_query_cleaner


def word_set(text: str) -> frozenset[str]:
    """The words of a list that is written as one text."""
    return frozenset(text.split())


#: A hard-wrapped text has no line longer than this many characters.
_WRAP = 100
_LINE_ENDS_SENTENCE = re.compile(r"[.!?…:][\"”’')\]]*$")

#: Windows-1252 read as Latin-1 leaves these where quotation marks and dashes were.
_MISREAD = {code: bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0)}
#: Neither seen nor printable, refused by databases, or able to turn the direction of the text that follows.
_UNSEEN = dict.fromkeys([*range(0x09), *range(0x0E, 0x1C), 0x7F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
#: Any of those, or half a character: most texts hold none, and are not gone over letter by letter.
_ODD = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")

#: Parameters that tell who clicked and where, never which page; those that end in ``*`` by their beginning.
_TRACKING = word_set(
    "utm_* hsa_* mc_* pk_* piwik_* matomo_* at_* vero_* oly_* __hs* _hs* trk* fb_* "
    "fbclid gclid gclsrc dclid gbraid wbraid msclkid twclid ttclid yclid igshid igsh li_fat_id s_kwcid s_cid _ga _gl "
    "mkt_tok cmp cmpid campaign_id icid ncid ocid cvid smid smtyp sr_share spm xtor ftag ito emci emdi "
    "ref ref_src ref_url referrer referer wt_mc taid soc_src soc_trk guccounter "
    "__twitter_impression outputtype"
)
_TRACKING_BEGINNINGS = tuple(sorted(name[:-1] for name in _TRACKING if name.endswith("*")))
_HOST = re.compile(r"[\w.:-]+")
#: An address in which nothing needs escaping, folding or looking up; most are such.
_PLAIN_URL = re.compile(
    r"https?://([a-z0-9]+(?:[.-][a-z0-9]+)*)(?::(?:80|443))?(?:((?:/(?!\.)[A-Za-z0-9_.~-]*)+)"
    r"(\?(?!$)[A-Za-z0-9_.-]*(?:=[A-Za-z0-9_.-]*)?(?:&[A-Za-z0-9_.-]*(?:=[A-Za-z0-9_.-]*)?)*)?)?"
)
#: Characters; no mail program follows a longer link.
_LONGEST_URL = 4_000
_DEFAULT_PORT = re.compile(r":(?:80|443)$")


def whole(text: str) -> str:
    """The text with nothing in it that cannot be seen or stored: half characters, controls, turned directions."""
    # The first test is the quicker one by far, and lets most texts through.
    if text.replace("\n", "").isprintable() or not _ODD.search(text):
        return text
    return _LONE_SURROGATE.sub("\ufffd", text.translate(_MISREAD).translate(_UNSEEN))


def one_line(text: str) -> str:
    r"""The text with every run of space and line breaks folded into one space, and nothing unseen in it.

    >>> one_line(" Senate passes\n  the\xa0budget ")
    'Senate passes the budget'
    """
    return " ".join(whole(text).split())


def text_of_plain(text: str) -> str:
    """The paragraphs of a text without markup, parted by a blank line.

    A blank line parts paragraphs, and so does a line's end, unless the lines are hard-wrapped and the line ends
    in the middle of a sentence.
    """
    if _is_plain(text):
        lines = list(map(str.strip, text.split("\n")))
    else:
        lines = [" ".join(line.split()) for line in whole(text).splitlines()]
    if len(max(lines, key=len, default="")) > _WRAP:
        return "\n\n".join(filter(None, lines))
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line:
            paragraphs[-1].append(line)
        if not line or _LINE_ENDS_SENTENCE.search(line):
            paragraphs.append([])
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs if paragraph)


def _is_plain(text: str) -> bool:
    """Whether nothing in a text is unseen, odd as a space or a line's end, or a space beside another."""
    return text.replace("\n", "").isprintable() and "  " not in text


def web_url(raw: str, base: str = "") -> str:
    """An absolute http or https address, resolved against ``base``; empty where it is none or too long.

    >>> web_url("/budget?id=7", "https://ledger.example/feed.xml")
    'https://ledger.example/budget?id=7'
    >>> web_url("javascript:alert(1)")
    ''
    """
    if len(raw) > _LONGEST_URL:
        return ""
    if _PLAIN_URL.fullmatch(raw):
        return raw
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
    if plain := _PLAIN_URL.fullmatch(address):
        return f"{plain[1].removeprefix('www.')}{(plain[2] or '').rstrip('/')}{_plain_query(plain[3] or '')}"
    tracking = [name for name, _ in parse_qsl(urlsplit(address).query, keep_blank_values=True) if _tracks(name.lower())]
    if tracking:
        address = url_query_cleaner(address, tracking, remove=True)
    parts = urlsplit(canonicalize_url(address))
    host = _DEFAULT_PORT.sub("", parts.netloc.rpartition("@")[2]).lower().removeprefix("www.")
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path.rstrip('/;')}{query}"


def _plain_query(query: str) -> str:
    """What is left of a query in which nothing is escaped, in order of name; with its question mark, or empty."""
    if not query:
        return ""
    pairs = [(name, value) for name, _, value in (part.partition("=") for part in query[1:].split("&") if part)]
    kept = [pair for pair in pairs if not _tracks(pair[0].lower())]
    if len(kept) < len(pairs):  # of a name that comes twice the first counts, as it does where a query is cleaned
        kept = list({name: (name, value) for name, value in reversed(kept)}.values())
    return f"?{'&'.join(f'{name}={value}' for name, value in sorted(kept))}" if kept else ""


def _tracks(parameter: str) -> bool:
    return parameter in _TRACKING or parameter.startswith(_TRACKING_BEGINNINGS)
