"""The one way in which an outlet's raw words become an entry.

Feeds and archives both take it, so that a collected week and its archive give the same entries.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from newsletter.collect.boilerplate import strip_furniture
from newsletter.collect.kinds import kind_of
from newsletter.collect.normalise import canonical_url, one_line, text_of, web_url
from newsletter.domain.entry import DateQuality, Entry, EntryId, Kind, Removed
from newsletter.domain.feed import Feed

#: Characters. A longer title is a text in the wrong place, and its readers look at every title more than once.
LONGEST_TITLE = 500


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
    categories: tuple[str, ...] = ()
    #: What it is where that is known already; else its address, title and categories tell.
    kind: Kind | None = None


def clean(raw: RawEntry, feed: Feed) -> Entry:
    """The entry that the raw words tell: markup folded away, furniture struck out and kept aside.

    Outlet, family, lean, section and licence are the feed's.
    """
    url = web_url(raw.url)
    title = _bounded(one_line(text_of(raw.title)))
    content, removed_from_content = strip_furniture(text_of(raw.content))
    summary, removed_from_summary = strip_furniture(text_of(raw.summary))
    if summary == content:  # some feeds give the full text twice, and for others their parser does
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
        removed=_once([*removed_from_summary, *removed_from_content]),
        published=raw.published,
        date_quality=raw.date_quality if raw.published else DateQuality.FIRST_SEEN,
        first_seen=raw.first_seen,
        position=raw.position,
        section=feed.section,
        feed=feed.url,
        licence=feed.licence,
        kind=raw.kind or kind_of(url, title, raw.categories),
    )


def _bounded(title: str) -> str:
    """The title, cut between words where it is too long to be one; an ellipsis says so."""
    if len(title) <= LONGEST_TITLE:
        return title
    whole = title[: LONGEST_TITLE - 1]
    return (whole[: whole.rfind(" ")] if " " in whole else whole).rstrip() + "…"


def _once(removed: Iterable[Removed]) -> tuple[Removed, ...]:
    """Each line once: a summary mostly begins as the full text does."""
    return tuple(dict.fromkeys(removed))
