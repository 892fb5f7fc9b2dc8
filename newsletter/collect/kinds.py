# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""What sort of piece an entry is: news, opinion, or a live blog.

Read off what the outlet itself says: a segment of the address, a label before the title, a category.
Where it says nothing the piece is news.
"""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from newsletter.domain.entry import Kind

_OPINION_WORDS = (
    "opinion|opinions|op-ed|op-eds|oped|opeds|commentary|commentaries|editorial|editorials|columnist|columnists|"
    "column|columns|viewpoint|viewpoints|perspective|perspectives|letters-to-the-editor|letters to the editor|"
    "guest essay|guest-essay|guest opinion|comment|commentisfree|ideas"
)
_LIVE_WORDS = (
    "live|live-blog|live blog|liveblog|live-updates|live updates|live-update|live-news|live coverage|live-coverage"
)

_OPINION_SEGMENT = re.compile(rf"(?:{_OPINION_WORDS})")
_LIVE_SEGMENT = re.compile(rf"(?:{_LIVE_WORDS})|live-(?:blog|updates|coverage)-.+|.+-live-(?:blog|updates|coverage)")
#: "Opinion: …", "OPINION | …", "Editorial — …"; but neither "Opinion polls: …" nor "Column of smoke".
_OPINION_LABEL = re.compile(rf"[\[(]?(?:{_OPINION_WORDS})[\])]?\s*(?:[:|»]|[–—-]\s)", re.IGNORECASE)
#: "… | Opinion" at the end of a title.
_OPINION_TAIL = re.compile(r".*[|–—]\s*(?:opinion|commentary|editorial|op-ed)$", re.IGNORECASE)
_LIVE_LABEL = re.compile(rf"[\[(]?(?:{_LIVE_WORDS})[\])]?\s*(?:[:|»]|[–—-]\s)", re.IGNORECASE)


def kind_of(url: str, title: str, categories: Iterable[str] = ()) -> Kind:
    """The sort of piece that an address, a title and the feed's categories tell of. Opinion outweighs live.

    >>> kind_of("https://ledger.example/opinion/2026/the-budget", "The budget is a gamble")
    <Kind.OPINION: 'opinion'>
    >>> kind_of("https://ledger.example/politics/budget", "Live updates: The Senate votes")
    <Kind.LIVE: 'live'>
    """
    # The last segment is the piece's own name: "opinion" there is what it is about.
    segments = [segment for segment in urlsplit(url).path.lower().split("/") if segment]
    names = [category.strip().lower() for category in categories]
    if (
        any(map(_OPINION_SEGMENT.fullmatch, segments[:-1]))
        or any(map(_OPINION_SEGMENT.fullmatch, names))
        or _OPINION_LABEL.match(title)
        or _OPINION_TAIL.fullmatch(title)
    ):
        return Kind.OPINION
    if (
        any(map(_LIVE_SEGMENT.fullmatch, segments))
        or any(map(_LIVE_SEGMENT.fullmatch, names))
        or _LIVE_LABEL.match(title)
    ):
        return Kind.LIVE
    return Kind.NEWS
