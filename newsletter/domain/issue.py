"""An issue: one numbered, dated number of the newsletter."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from newsletter.domain.continuity import Continuity, Since, WordCounts
from newsletter.domain.entry import Entry, EntryId, Lean, RefusedEntry
from newsletter.domain.override import Override
from newsletter.domain.sentence import Sentence
from newsletter.domain.story import RankedStory, StoryId
from newsletter.domain.week import Week
from newsletter.domain.writer import WriterReport

#: Stands in the rendered parts where each reader's own token goes, as in ``https://…/u/__READER_TOKEN__``.
#: Made of letters and underscores only, so that neither URL quoting nor HTML escaping touches it.
READER_TOKEN = "__READER_TOKEN__"  # noqa: S105 - a placeholder, no secret


class Status(StrEnum):
    """Where an issue stands: draft → approved → sending ⇄ paused → sent; or held, or withdrawn."""

    DRAFT = "draft"
    APPROVED = "approved"
    SENDING = "sending"
    PAUSED = "paused"
    SENT = "sent"
    HELD = "held"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeanCount:
    """How many newsrooms of one lean covered a story, of how many that we read."""

    n: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Who covered a story, counted in families and never in entries."""

    by_lean: dict[Lean, LeanCount]
    #: Distinct families that covered it.
    families: int
    #: Distinct families that published anything this week.
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A picked story as the letter tells it."""

    ranked: RankedStory
    #: As printed: the words of ``headline_entry``, at most shortened.
    headline: str
    headline_entry: Entry
    #: Our one to three sentences, each with its source; empty under a headline licence.
    blurb: tuple[Sentence, ...]
    section: str
    #: None where the week has only one family: there is nothing to count against.
    coverage: Coverage | None
    #: Stories that go with it and that a cap kept from a place of their own, heaviest first.
    more: tuple["Folded", ...] = ()
    #: How it goes on from earlier letters; None where there is none to go on from.
    since: Since | None = None
    #: The rule that led to its section, such as ``court, judge in 5 of 7 titles``.
    section_because: str = ""
    #: Its place by weight among the week's stories: its rank, or that of an earlier step of its matter. 0 for unset.
    weighed: int = 0
    #: Why it has its place, a sentence for the editor such as ``14 newsrooms, 5 days, front page at 9``.
    because: str = ""
    #: Why the writer's words do not stand here though one was asked; empty where they do, or none was.
    unwritten: str = ""
    #: Numbers on which newsrooms disagree, each a line for the editor.
    disputed: tuple[str, ...] = ()
    #: Sides that hardly told it, where the counts carry that much.
    under_covered: tuple[Lean, ...] = ()

    @property
    def id(self) -> StoryId:
        """The story's id."""
        return self.ranked.story.id

    @property
    def place(self) -> int:
        """Its place by weight: ``weighed``, else its rank."""
        return self.weighed or self.ranked.rank

    def entries(self) -> tuple[Entry, ...]:
        """The entries that it rests on, those of stories named under it among them."""
        return (*self.ranked.story.entries, *(entry for folded in self.more for entry in folded.ranked.story.entries))

    @property
    def anchor(self) -> str:
        """The story's place in the letter, for links within it."""
        return f"story-{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """A story that is named under another: its headline and where it is told."""

    ranked: RankedStory
    #: As printed: the words of ``headline_entry``, at most shortened.
    headline: str
    headline_entry: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A titled run of stories."""

    #: A word of the section rules, such as ``congress``; its printed title comes from the catalogue.
    name: str
    stories: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """How an issue was made: the figures that it states about itself."""

    entries: int
    stories: int
    families: int
    feeds: int
    feeds_healthy: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned:
    """The entries that a letter has had: in a story, told or not, or refused."""

    ids: frozenset[EntryId]
    #: Outlet and address of each.
    pages: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """Who publishes the newsletter, as the operator states it."""

    name: str
    tagline: str
    from_name: str
    from_address: str
    reply_to: str
    #: Without a slash at its end.
    base_url: str
    #: One or more lines.
    postal_address: str
    #: BCP 47, such as ``en`` or ``en-GB``.
    language: str
    #: Dotted, under a domain of the publisher; see RFC 2919.
    list_id: str

    def unsubscribe_url(self, token: str) -> str:
        """The reader's own address to leave (RFC 8058: the address alone says who, and from what)."""
        return f"{self.base_url}/u/{token}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One number of the newsletter, as composed: everything that a reader will see, before any markup."""

    number: int
    week: Week
    publication: Publication
    title: str
    subject: str
    preheader: str
    #: The editor's note; empty for none.
    note: str
    #: The letter's stories; the first of the first section is the lead.
    sections: tuple[Section, ...]
    #: Every story of the week, picked or not, heaviest first.
    ranked: tuple[RankedStory, ...]
    #: Story id to why a rule kept it out of the letter.
    passed_over: dict[StoryId, str]
    refused: tuple[RefusedEntry, ...]
    made: Made
    overrides: tuple[Override, ...] = ()
    #: Those that name entries which no story of this week holds.
    orphaned: tuple[Override, ...] = ()
    #: How the week goes on from earlier letters.
    continuity: Continuity = field(default_factory=Continuity)
    #: The newsrooms that coverage is counted against, each with its lean.
    families: Mapping[str, Lean] = field(default_factory=dict)
    #: Who rated the leans and when, as the operator states it, such as ``Media Watch, 2026-01``; empty for nobody.
    rated_by: str = ""
    #: Signal to its weight in the rank, as it was when the letter was made.
    weights: Mapping[str, float] = field(default_factory=dict)
    #: What a writer did; None where none was asked.
    writer: WriterReport | None = None
    #: What the rarity of words was measured against besides the week, with its digest; empty for the week alone.
    background: str = ""
    #: How common words were this week, for later letters.
    words: WordCounts = field(default_factory=WordCounts)

    def told(self) -> Iterator[Told]:
        """The letter's stories in reading order."""
        for section in self.sections:
            yield from section.stories


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """An issue as bytes: what an editor approves and what is sent.

    Both parts hold ``READER_TOKEN`` where a reader's own token goes.
    """

    subject: str
    html: bytes
    text: bytes
    #: Who sends it: what the header says of the sender is approved with the letter.
    publication: Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One check of a draft."""

    #: A short word such as ``size``.
    name: str
    ok: bool
    #: A failed blocking check stops approval; another only warns.
    blocking: bool
    #: What was measured, for a person: ``"41 KB of 95 KB"``.
    figure: str
    #: What to do where it is not ok; empty where it is.
    remedy: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """An editor's yes to exact rendered bytes."""

    editor: str
    at: datetime
    #: Of the bytes that were approved.
    digest: str
    #: Check name to the reason for which the editor overrode it.
    overridden: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredIssue:
    """An issue as the store keeps it: the frozen bytes, and what is known about them."""

    number: int
    #: The week's name.
    week: str
    status: Status
    title: str
    rendered: Rendered
    #: ``draft.document.digest`` of the rendered bytes.
    digest: str
    #: The text of ``issue.json`` as drafted; its status is that of the draft.
    document: str
    checks: tuple[Check, ...]
    drafted_at: datetime
    #: The entries that the letter tells, ordered: they are kept for as long as the issue is.
    uses: tuple[EntryId, ...] = ()
    approval: Approval | None = None
    #: Why it is held, paused or withdrawn; else empty.
    reason: str = ""
