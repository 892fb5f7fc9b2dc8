"""An entry: one item of a feed, as published."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

EntryId = NewType("EntryId", str)


class Lean(StrEnum):
    """Where an operator's named rater puts an outlet."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    #: Nobody rated it. Never to be counted as centre.
    UNRATED = "unrated"


class Licence(StrEnum):
    """How much of an outlet's text a letter may print."""

    #: Some sentences, credited and linked.
    EXCERPT = "excerpt"
    #: The headline and the link only.
    HEADLINE = "headline"


class DateQuality(StrEnum):
    """Where an entry's date comes from, best first."""

    #: The feed's publication date.
    PUBLISHED = "published"
    #: The feed's date of the last update; there was no publication date.
    UPDATED = "updated"
    #: No date that can be believed: the entry counts from its first sight.
    FIRST_SEEN = "first-seen"


class Kind(StrEnum):
    """What sort of piece an entry is; only news is quoted and heads a story."""

    NEWS = "news"
    OPINION = "opinion"
    LIVE = "live"


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A line struck out of an entry as furniture: kept so that an editor can see it."""

    #: The line as it stood, tags folded away.
    text: str
    #: The rule that struck it out, a short word such as ``call-to-action``.
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item of a feed, as published and cleaned.

    The words are the outlet's. Text holds no markup; a blank line parts paragraphs.
    """

    #: The guid where that is unique across feeds, else a digest. Never changes.
    id: EntryId
    #: Where a reader goes; absolute http or https, as the outlet gave it. May be empty.
    url: str
    #: The key under which the same page is recognised; never printed. Empty without a url.
    canonical_url: str
    #: Who published it, as the operator names it; never empty.
    outlet: str
    #: The newsroom behind the outlet. An outlet without a stated family is its own.
    family: str
    lean: Lean = Lean.UNRATED
    #: One line; may be empty, and then the entry cannot head a story.
    title: str
    #: The feed's own short text, without furniture; may be empty.
    summary: str = ""
    #: The full text where the feed carries it, without furniture; else empty.
    content: str = ""
    #: Lines struck out of summary and content.
    removed: tuple[Removed, ...] = ()
    #: As stated by the outlet, UTC; None where it gave none that can be believed.
    published: datetime | None
    date_quality: DateQuality = DateQuality.PUBLISHED
    #: When we first saw it, UTC.
    first_seen: datetime
    #: Rank in its feed at first sight; 1 is first.
    position: int | None = None
    #: The section that the operator gave to its feed; empty for none.
    section: str = ""
    #: The feed's address; empty in an archive that names none.
    feed: str = ""
    licence: Licence = Licence.EXCERPT
    kind: Kind = Kind.NEWS

    @property
    def at(self) -> datetime:
        """The moment that decides its week: published, or first seen where there is no date."""
        return self.published or self.first_seen

    @property
    def text(self) -> str:
        """The best text there is: the full one, else the summary; empty where the feed has neither."""
        return self.content or self.summary

    def paragraphs(self) -> Iterator[str]:
        """The paragraphs of its text, in order, none empty."""
        return (paragraph for paragraph in self.text.split("\n\n") if paragraph)


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedEntry:
    """An entry that takes no part in an issue, and why."""

    entry: EntryId
    #: A sentence for the editor.
    reason: str
