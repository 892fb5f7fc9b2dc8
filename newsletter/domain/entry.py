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
    #: Read off the address of its page, which names a day; noon UTC of that day, or first sight if that was earlier.
    PATH = "path"
    #: No date that can be believed: the entry counts from its first sight.
    FIRST_SEEN = "first-seen"


class Kind(StrEnum):
    """What sort of piece an entry is."""

    NEWS = "news"
    #: Whether something that was said is true. Told and quoted as news is.
    FACT_CHECK = "fact-check"
    #: Opinion and analysis. Counts as coverage; never quoted.
    OPINION = "opinion"
    #: A page that is written on. Counts as coverage; never heads a story.
    LIVE = "live"
    #: To be seen or heard. Counts as coverage; never quoted.
    MEDIA = "media"
    #: An outlet's own letter or round-up of the day. Takes no part.
    NEWSLETTER = "newsletter"
    #: Somebody paid for it. Takes no part.
    SPONSORED = "sponsored"

    @property
    def tells(self) -> bool:
        """Whether its sentences and its title may be printed as news."""
        return self in {Kind.NEWS, Kind.FACT_CHECK}

    @property
    def takes_part(self) -> bool:
        """Whether it may stand in a story at all."""
        return self not in {Kind.NEWSLETTER, Kind.SPONSORED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A line struck out of an entry as furniture: kept so that an editor can see it."""

    #: The line as it stood, tags folded away.
    text: str
    #: The rule that struck it out, a short word such as ``call-to-action``.
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture that an outlet gave with an entry. Nothing is fetched; without a credit it is not to be printed."""

    #: Absolute, http or https.
    url: str
    #: Who made it, as the outlet says; may be empty.
    credit: str = ""
    #: One line; may be empty.
    caption: str = ""
    #: Pixels, as the outlet says; None where it does not.
    width: int | None = None
    height: int | None = None


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
    #: What the outlet itself says that it got wrong, a note each; in no text.
    corrections: tuple[str, ...] = ()
    #: Titles that the outlet has since replaced, oldest first.
    earlier_titles: tuple[str, ...] = ()
    #: As the outlet names them, in its order.
    authors: tuple[str, ...] = ()
    #: As the outlet names them, in its order.
    categories: tuple[str, ...] = ()
    #: The agency or other outlet that the piece itself is credited to; empty for the outlet's own work.
    credited_to: str = ""
    picture: Picture | None = None
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
    #: The entry of another family that it repeats in its own words; None where it speaks for itself. Not stored:
    #: which entries repeat each other shows when a week's are seen together.
    copy_of: EntryId | None = None
    #: The family whose words these are, where it is a copy; else empty.
    voice_of: str = ""

    @property
    def voice(self) -> str:
        """Whose words these are: ten reprints of one wire story are one voice."""
        return self.voice_of or self.family

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
