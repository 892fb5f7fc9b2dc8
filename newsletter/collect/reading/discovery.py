"""The feeds that a web page names: for an operator who knows an outlet's site and not its feed.

A page names its feeds in ``<link rel="alternate">``. Behind those, links of its body that look like feeds are taken, or
say that they are: they are guesses, and whoever follows them finds out.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from newsletter.collect.normalise import one_line, web_url

#: A page that names more is not of one outlet, or means mischief.
_MOST = 50
#: Guesses that are taken beside feeds that a page names itself.
_MOST_BESIDE = 4
#: Bytes of a page that are looked at, and elements of it.
_LONGEST_PAGE = 3_000_000
_MOST_ELEMENTS = 50_000
#: Characters of a title.
_LONGEST_TITLE = 200
_TYPES = frozenset(["application/rss+xml", "application/atom+xml", "application/rdf+xml"])
_LOOKS_LIKE_FEED = re.compile(
    r"(?:^|[/._?&=-])(?:rss(?:2|20)?|atom|feeds?|rdf)(?:[/._?&=-]|$)|\.(?:rss|rdf|atom)(?:[?#]|$)|"
    r"(?:^|/)(?:index|news|all|latest)\.xml(?:[?#]|$)",
    re.IGNORECASE,
)
#: Words of a link that say so, where they are few: in a headline they are of mines and of cattle.
_SAYS_FEED = re.compile(r"\b(?:rss|atom|feeds?)\b", re.IGNORECASE)
_MOST_WORDS = 4
#: Pieces of text in a link that are looked at.
_MOST_PIECES = 20
#: Files that bear such a name and are none, and other people's sites.
_NO_FEED = re.compile(
    r"\.(?:png|jpe?g|gif|svg|ico|css|js|pdf|mp[34]|zip)(?:[?#]|$)|//(?:\w+\.)*(?:facebook|twitter|feedly|inoreader|"
    r"x|youtube|instagram|linkedin)\.com/",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """A feed that a page names."""

    #: Absolute, http or https.
    url: str
    #: As the page has it; may be empty.
    title: str


def feed_links(body: bytes, base: str) -> tuple[FeedLink, ...]:
    """The feeds that a page names, each once, in its order, at most fifty; empty where it names none.

    Those that its head declares come first, and at most four guesses behind them.

    Args:
        body: the page as it was served.
        base: its address, against which relative ones are resolved; a ``<base>`` of the page's own goes before.
    """
    elements = _elements(body[:_LONGEST_PAGE])
    if not elements:
        return ()
    own = next((web_url(element.get("href", ""), base) for element in elements if element.tag == "base"), "")
    declared = _distinct(_declared(elements), own or base)
    there = {link.url for link in declared} | {base.partition("#")[0]}
    guessed = [link for link in _distinct(_guessed(elements), own or base) if link.url not in there]
    return (*declared, *(guessed[:_MOST_BESIDE] if declared else guessed))[:_MOST]


def _elements(body: bytes) -> list[etree._Element]:
    """The elements that may name a feed, in order."""
    parser = etree.HTMLParser(huge_tree=False, no_network=True, remove_comments=True, remove_pis=True, recover=True)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        return []
    if root is None:
        return []
    found = []
    for number, element in enumerate(root.iter("base", "link", "a")):
        if number >= _MOST_ELEMENTS:
            break
        found.append(element)
    return found


def _declared(elements: Iterable[etree._Element]) -> Iterator[tuple[str, str]]:
    for element in elements:
        kind = element.get("type", "").partition(";")[0].strip().lower()
        if element.tag == "link" and "alternate" in element.get("rel", "").lower().split() and kind in _TYPES:
            yield element.get("href", ""), element.get("title", "")


def _guessed(elements: Iterable[etree._Element]) -> Iterator[tuple[str, str]]:
    for element in elements:
        address = element.get("href", "")[:2_000]
        if element.tag != "a" or not address.strip() or _NO_FEED.search(address):
            continue
        title, text = element.get("title", "")[:_LONGEST_TITLE], _text_of(element)
        if _LOOKS_LIKE_FEED.search(address) or _says_feed(title) or _says_feed(text):
            yield address, title or text


def _text_of(element: etree._Element) -> str:
    """The beginning of a link's text: what stands in it, and how long it is, is the page's choice."""
    pieces = (str(piece)[:_LONGEST_TITLE] for piece in islice(element.itertext(), _MOST_PIECES))
    return "".join(pieces)[:_LONGEST_TITLE]


def _says_feed(text: str) -> bool:
    """Whether the words of a link name a feed.

    >>> _says_feed("RSS feed"), _says_feed("Grain to feed two million is on its way")
    (True, False)
    """
    return _SAYS_FEED.search(text) is not None and len(text.split()) <= _MOST_WORDS


def _distinct(found: Iterable[tuple[str, str]], base: str) -> tuple[FeedLink, ...]:
    links: dict[str, FeedLink] = {}
    for address, title in found:
        url = web_url(address, base).partition("#")[0] if address.strip() else ""
        if url and url not in links:
            links[url] = FeedLink(url=url, title=one_line(title)[:_LONGEST_TITLE])
        if len(links) == _MOST:
            break
    return tuple(links.values())
