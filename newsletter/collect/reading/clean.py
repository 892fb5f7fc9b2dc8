"""The one way in which an outlet's raw words become an entry.

Feeds and archives both take it, so that a collected week and its archive give the same entries.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from newsletter.collect.boilerplate import strip_furniture
from newsletter.collect.normalise import canonical_url, web_url
from newsletter.collect.origin import credited_to
from newsletter.collect.reading.authors import names_of
from newsletter.collect.reading.kinds import kind_of
from newsletter.collect.reading.markup import Marked, line_of, read_markup
from newsletter.collect.reading.opening import kind_by_opening
from newsletter.domain.entry import DateQuality, Entry, EntryId, Kind, Picture, Removed
from newsletter.domain.feed import Feed

#: Characters. A longer title is a text in the wrong place, and its readers look at every title more than once.
LONGEST_TITLE = 500
#: Characters and paragraphs of a text. More is no article, and every line is held against every other.
LONGEST_TEXT = 200_000
MOST_PARAGRAPHS = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class RawEntry:
    """What a feed or an archive says of one entry, before anything is done to it."""

    id: EntryId
    #: Absolute; whatever is no http or https address counts as none.
    url: str = ""
    #: Text or HTML.
    title: str = ""
    #: Text or HTML.
    summary: str = ""
    #: Text or HTML.
    content: str = ""
    #: UTC; None where no date can be believed.
    published: datetime | None = None
    date_quality: DateQuality = DateQuality.PUBLISHED
    first_seen: datetime
    position: int | None = None
    #: As the outlet names them.
    authors: tuple[str, ...] = ()
    #: In the outlet's order.
    categories: tuple[str, ...] = ()
    #: Whom the feed says that it was taken from; empty for nobody.
    source: str = ""
    picture: Picture | None = None
    #: Known of it already, from an archive; the text may tell more.
    corrections: tuple[str, ...] = ()
    earlier_titles: tuple[str, ...] = ()
    #: Whose piece it is where that is known already; else its authors, its source and its text tell.
    credited_to: str = ""
    #: What it is where that is known already; else its address, title and categories tell.
    kind: Kind | None = None


def clean(raw: RawEntry, feed: Feed) -> Entry:
    """The entry that the raw words tell: markup folded away, furniture struck out and kept aside.

    Outlet, family, lean, section and licence are the feed's.
    """
    url = web_url(raw.url)
    title = _bounded(line_of(raw.title))
    long = _cut(read_markup(raw.content))
    # Some feeds give the full text twice: it is read once.
    short = _cut(read_markup(raw.summary)) if raw.summary != raw.content else Marked("")
    full, brief = strip_furniture(long.text, title=title), strip_furniture(short.text, title=title)
    content, summary = full.text, brief.text
    if summary == content:
        summary = ""
    return Entry(
        id=raw.id,
        url=url,
        canonical_url=canonical_url(url),
        outlet=feed.outlet,
        family=feed.family,
        lean=feed.lean,
        title=title,
        summary=summary,
        content=content,
        removed=_once([*short.removed, *brief.removed, *long.removed, *full.removed]),
        corrections=tuple(dict.fromkeys([*raw.corrections, *brief.corrections, *full.corrections])),
        earlier_titles=raw.earlier_titles,
        authors=names_of(raw.authors),
        categories=raw.categories,
        credited_to=raw.credited_to or _credited_to(raw, long if long.text else short),
        picture=raw.picture,
        published=raw.published,
        date_quality=raw.date_quality if raw.published else DateQuality.FIRST_SEEN,
        first_seen=raw.first_seen,
        position=raw.position,
        section=feed.section,
        feed=feed.url,
        licence=feed.licence,
        kind=raw.kind or kind_told(url, title, raw.categories, long.text or short.text),
    )


def kind_told(url: str, title: str, categories: Iterable[str], text: str) -> Kind:
    """The sort of piece: as the outlet files and calls it, and where that says nothing, as its text opens."""
    told = kind_of(url, title, categories)
    return (kind_by_opening(text) if told is Kind.NEWS else None) or told


def _credited_to(raw: RawEntry, words: Marked) -> str:
    """Whose piece it is, by the words as they came: that stands in lines that are furniture, bylines among them."""
    bylines = [line.text for line in words.removed if line.text.lower().startswith("by ")]
    return credited_to(authors=[*raw.authors, *bylines], source=raw.source, text=words.text)


def _cut(words: Marked) -> Marked:
    """The words, without the paragraphs that are too many; what was left out is counted where an editor sees it."""
    if len(words.text) <= LONGEST_TEXT and words.text.count("\n\n") < MOST_PARAGRAPHS:
        return words
    paragraphs = words.text.split("\n\n")
    kept: list[str] = []
    room = LONGEST_TEXT
    for paragraph in paragraphs[:MOST_PARAGRAPHS]:
        room -= len(paragraph)
        if room < 0:
            break
        kept.append(paragraph)
    note = Removed(text=f"{len(paragraphs) - len(kept):,} paragraphs", rule="too-long")
    return Marked("\n\n".join(kept), (*words.removed, note))


def _bounded(title: str) -> str:
    """The title, cut between words where it is too long to be one; an ellipsis says so."""
    if len(title) <= LONGEST_TITLE:
        return title
    whole = title[: LONGEST_TITLE - 1]
    return (whole[: whole.rfind(" ")] if " " in whole else whole).rstrip() + "…"


def _once(removed: Iterable[Removed]) -> tuple[Removed, ...]:
    """Each line once: a summary mostly begins as the full text does."""
    return tuple(dict.fromkeys(removed))
