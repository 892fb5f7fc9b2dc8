"""What the core asks of the world: the protocols, and Backends, the bundle of them.

Each promises behaviour and sorts failures by what the caller may do next.
``tests/contract/`` holds one suite per port, run over every backend.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from newsletter.domain.entry import Entry, EntryId
from newsletter.domain.errors import FetchFailed
from newsletter.domain.feed import Ask, FeedState, Fetched
from newsletter.domain.issue import Approval, Check, Status, StoredIssue
from newsletter.domain.override import Override
from newsletter.domain.page import Page
from newsletter.domain.send import (
    Audit,
    Delivery,
    DeliveryId,
    DeliveryState,
    Message,
    Outcome,
    Receipt,
    Recipient,
    Send,
    SendId,
)
from newsletter.domain.subscriber import (
    Address,
    ListStats,
    NewSubscriber,
    Subscriber,
    Suppression,
)
from newsletter.domain.writer import Prices, WriterAnswer, WriterRequest

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Less than the id of every delivery.
BEFORE_ALL = DeliveryId(0)


class Clock(Protocol):
    """The one place that reads the time."""

    def now(self) -> datetime:
        """This moment; aware, UTC."""

    def pause(self, seconds: float) -> None:
        """Let time go by; nothing for zero or less."""


class Secrets(Protocol):
    """The one place that throws dice."""

    def token(self) -> str:
        """A fresh token of at least 22 URL-safe characters that nobody can guess."""


class Fetcher(Protocol):
    """Brings bytes from addresses: many at once, and politely."""

    def fetch(self, asks: Iterable[Ask]) -> Iterator[tuple[Ask, Fetched | FetchFailed]]:
        """Ask each once; the answers as they come in, in any order.

        Whatever an address is and whatever its server does, the answer is a ``Fetched`` or a ``FetchFailed`` whose
        message says why; nothing is raised for it, and no address waits for one that is slow elsewhere. After a 429
        the rest of the asks of the site that said so are answered with a ``FetchFailed`` that is ``unasked``, and so
        are those of a site that kept us waiting too long. Once the iterator is closed nothing more is asked.
        """


_Argument_contra = TypeVar("_Argument_contra", contravariant=True)
_Result_co = TypeVar("_Result_co", covariant=True)


class Isolation(Protocol):
    """Calls pure functions on what strangers wrote, in a process that can be killed."""

    def call(
        self, function: Callable[[_Argument_contra], _Result_co], argument: _Argument_contra, *, seconds: float = 10
    ) -> _Result_co:
        """What the function makes of the argument.

        Args:
            function: importable by name, without effects; it and what goes in and out can be pickled.
            argument: its only one.
            seconds: how long it may take; the backend bounds its memory too.

        Raises:
            CallFailed: it took too long or too much memory, or its process died; the next call is not affected.
            NewsletterError: whatever the function raised of our own errors.
        """

    def close(self) -> None:
        """Let go of processes. Calling again starts them anew."""


class EntryStore(Protocol):
    """Keeps entries and what we know of feeds."""

    def save(self, entries: Sequence[Entry]) -> "Saved":
        """Keep entries that are new, and the latest words of those that are known.

        An entry that is known keeps its id, its first sight, its position and the date that it once had; one that had
        no date takes the first that it gets, and if that is later than its first sight, that is moved to it.
        If its title or text changed it counts as revised. All or nothing.
        """

    def between(self, start: datetime, end: datetime) -> list[Entry]:
        """The entries whose ``at`` lies in ``start <= at < end``, in order of (at, id)."""

    def known_ids(self, ids: Iterable[EntryId]) -> dict[EntryId, str]:
        """Those of the ids that are kept, with the feed that each came from."""

    def of_ids(self, ids: Iterable[EntryId]) -> list[Entry]:
        """Those of the ids that are kept, as they are kept, in order of id."""

    def sharing(self, entries: Sequence[Entry]) -> list[Entry]:
        """The kept entries of the same outlet that share a page or a title with one of these, in order of id.

        Entries without a page share none, and those without a title none.
        """

    def forget(self, *, before: datetime) -> int:
        """Drop the entries first seen before a moment, with their earlier titles; answers with how many.

        Those that an issue has used stay, whatever their age, and so do those without a date: their feed may list
        them still, and forgotten they would come back as seen for the first time, and so as this week's news.
        """

    def collecting(self) -> AbstractContextManager[None]:
        """Hold the collecting for this process while the block runs; let go by itself when the process dies.

        Raises:
            Refused: another process collects.
        """

    def save_feeds(self, states: Sequence[FeedState]) -> None:
        """Keep what the last looks at feeds found; all or nothing."""

    def feed_states(self) -> dict[str, FeedState]:
        """What is known of each feed, by its address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What saving entries did."""

    new: int
    revised: int


class PageStore(Protocol):
    """Keeps the pages of articles, so that each is fetched once."""

    def pages(self, urls: Iterable[str]) -> dict[str, Page]:
        """Those of the addresses that were fetched, each as it was found last."""

    def save(self, page: Page) -> None:
        """Keep what a page held, in place of what it held before."""

    def forget(self, *, before: datetime) -> int:
        """Drop the pages fetched before a moment; answers with how many."""


class IssueStore(Protocol):
    """Keeps issues as frozen bytes, and the editors' overrides."""

    def save_draft(self, issue: StoredIssue) -> None:
        """Keep a draft under its number and week, in place of an earlier draft or approval of that week.

        From now on the entries that it uses are never forgotten.

        Raises:
            Refused: the week's issue is being sent, or was; it can no longer be changed.
        """

    def next_number(self, week: str) -> int:
        """The number of the week's issue: the one it has, else one more than the greatest."""

    def get(self, number: int) -> StoredIssue | None:
        """An issue, or None."""

    def latest(self) -> StoredIssue | None:
        """The issue that was drafted last, or None."""

    def of_week(self, week: str) -> StoredIssue | None:
        """A week's issue, or None."""

    def approve(self, number: int, approval: Approval) -> None:
        """Turn a draft with this very digest into an approved issue.

        Raises:
            Refused: its status is not draft or approved, or its bytes have another digest by now.
        """

    def set_status(self, number: int, status: Status, *, reason: str = "", expected: Sequence[Status]) -> None:
        """Move an issue on.

        Raises:
            Refused: its status is none of the expected ones.
        """

    def add_checks(self, number: int, checks: Sequence[Check], *, digest: str) -> None:
        """Keep what was checked after the draft was made, in place of earlier checks of the same names.

        Nothing else of the issue changes, its bytes and their digest least of all.

        Raises:
            Refused: there is none, or its bytes have another digest by now: those were not the ones checked.
        """

    def add_overridden(self, number: int, overridden: Mapping[str, str], *, digest: str) -> None:
        """Keep beside the reasons of an approval further ones, in place of earlier ones of the same names.

        Raises:
            Refused: there is none, it is not approved, or the approval is of another digest.
        """

    def add_override(self, week: str, override: Override) -> None:
        """Keep an editor's decision for a week. A later one of the same kind on the same entries replaces it."""

    def overrides(self, week: str) -> tuple[Override, ...]:
        """A week's overrides, oldest first."""


class SubscriberStore(Protocol):
    """Keeps the list, and the suppressions that outlive it."""

    def add(self, subscribers: Sequence[NewSubscriber], *, tokens: Secrets) -> "Added":
        """Put subscribers on the list, or bring those known up to date (name, a further consent). All or nothing.

        It never makes an unsubscribed address active again, and never touches a suppression.
        """

    def find(self, address: Address) -> Subscriber | None:
        """The subscriber of an address, with its consents, or None."""

    def all(self) -> Iterator[Subscriber]:
        """Everyone on the list, in order of id, without consents; memory does not grow with the list."""

    def remove(self, address: Address) -> bool:
        """Take a subscriber off the list; False where there is none. Suppressions and ledger rows stay."""

    def stats(self) -> ListStats:
        """The list in numbers."""

    def suppress(self, suppression: Suppression) -> None:
        """Never mail this address again. The first reason stands."""

    def suppressed(self, keys: Iterable[str]) -> dict[str, Suppression]:
        """Those of the address keys that may not be mailed, with why."""

    def mailable(self) -> Iterator[Recipient]:
        """Everyone active and not suppressed, in order of id; memory does not grow with the list."""

    def still_mailable(self, recipients: Sequence[Recipient]) -> frozenset[str]:
        """The keys of those who, at this moment, are on the list as active and are not suppressed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What adding subscribers did."""

    added: int
    updated: int


class SendStore(Protocol):
    """The ledger: every frozen recipient, and what became of each."""

    def open(self, *, issue: int, digest: str, at: datetime, recipients: Iterable[Recipient], batch_size: int) -> Send:
        """Claim an approved issue and freeze the recipients of its send, in batches; all or nothing.

        At one moment, with which no draft and no approval can interleave, the issue is found approved with this very
        digest, its recipients are frozen, and it becomes ``sending``: from then on it can no longer be changed.
        Asked again for the same issue, being sent or sent, it answers with the send that is there and freezes nobody
        anew.

        Raises:
            Refused: the issue is not approved, being sent or sent; or it, its approval or its send is of another
                digest. Nobody was frozen.
        """

    def of_issue(self, issue: int) -> Send | None:
        """An issue's send, or None."""

    def alone(self, send: SendId) -> AbstractContextManager[None]:
        """Hold a send for this process while the block runs; let go by itself when the process dies.

        Raises:
            Refused: another process holds it.
        """

    def deliveries(
        self, send: SendId, *, state: DeliveryState, limit: int, after: DeliveryId = BEFORE_ALL
    ) -> list[Delivery]:
        """The next deliveries in a state with an id greater than ``after``, in order of id (and so of batch)."""

    def mark_submitting(self, deliveries: Sequence[Delivery], *, at: datetime) -> list[Delivery]:
        """Write down durably, before anything leaves, that these are being handed over.

        Answers with those that were still waiting: two senders never get the same delivery.
        """

    def record(self, outcomes: Sequence[Outcome], *, at: datetime) -> None:
        """Write down durably what became of deliveries; all or nothing.

        A delivery that is being submitted or unknown takes any outcome, but one being submitted cannot be suppressed
        or withdrawn any more. One that waits goes on waiting, or is suppressed or withdrawn; it takes no answer of a
        mail system. Final outcomes stay. What cannot be written is left out without a word: the other one was first.
        """

    def audit(self, send: SendId) -> Audit:
        """Every recipient's one outcome, summed."""


class StoreKeeper(Protocol):
    """Looks after the store itself."""

    def upgrade(self) -> str:
        """Bring the schema up to this version's; answers with the revision.

        Safe to call at any time, also after a call that was killed.

        Raises:
            StoreUnavailable: the store is locked, read-only, or made by a newer version.
        """

    def empty(self) -> bool:
        """Whether there is no store yet, or one without any table of anybody: an upgrade then loses nothing.

        Raises:
            StoreUnavailable: something stands there that cannot be read.
        """

    def backup(self, path: str) -> int:
        """Write a consistent copy while the store is in use; answers with its size in bytes.

        Raises:
            Refused: something stands at the path.
            StoreUnavailable: it could not be read or written.
        """

    def check(self) -> list[str]:
        """Look for damage: broken pages, rows without their parents, ledgers that do not sum. Empty is sound.

        Raises:
            StoreUnavailable: the store is missing, locked or of another schema, so that nothing can be said.
        """


class Transport(Protocol):
    """Hands finished messages to a mail system.

    Submitting is not delivering: a receipt says the system took the message on.
    """

    #: How many messages one call may carry: what an interruption can leave unknown.
    per_call: int
    #: Whether submitting the same message twice has the effect of once.
    repeatable: bool

    def submit(self, messages: Sequence[Message]) -> list[Receipt]:
        """Submit each message once; answer for each, in the same order.

        A refused message is a receipt that says why, not an exception, so one bad address cannot stop a send.

        Raises:
            TransportUnavailable: nothing was submitted; safe to call again.
            OutcomeUnknown: some may have been; do not call again unasked.
        """

    def close(self) -> None:
        """Let go of connections. Submitting again opens them anew."""


class Writer(Protocol):
    """A language model that puts sources into words. Nothing that it says is believed unchecked."""

    #: As the configuration names it; with another model, answers are another's.
    model: str
    #: Seconds that one question may take in all.
    timeout: float
    #: What its tokens cost; None where nobody said.
    prices: Prices | None

    def write(self, request: WriterRequest) -> WriterAnswer:
        """Ask once.

        Raises:
            WriterUnavailable: there is no answer that can be used; the message says why and what to do, and never
                holds the key.
        """


class WrittenStore(Protocol):
    """Keeps what a writer answered, so that a draft that is made anew asks nothing again."""

    def get(self, key: str) -> str | None:
        """The answer kept under a key, or None."""

    def save(self, key: str, answer: str, *, at: datetime) -> None:
        """Keep an answer under a key, in place of an earlier one.

        Args:
            key: of the question: a digest of all that the answer depends on.
            answer: as the writer gave it.
            at: when it was given; aware.
        """

    def forget(self, *, before: datetime) -> int:
        """Drop the answers given before a moment; answers with how many."""


class Embedder(Protocol):
    """Turns texts into directions of meaning, on this machine and always alike."""

    def embed(self, texts: Sequence[str]) -> "NDArray[Any]":
        """A row of length one for each text, whatever stands beside it; a row of noughts for one without words."""


class NothingWritten:
    """A store of answers that has none and keeps none: for who has no writer."""

    def get(self, key: str) -> None:
        """Nothing."""
        del key

    def save(self, key: str, answer: str, *, at: datetime) -> None:
        """Let it go."""
        del key, answer, at

    def forget(self, *, before: datetime) -> int:
        """None was there."""
        del before
        return 0


#: Told of progress: what is being done, how much is done, of how much.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Backends:
    """The world, as the configuration chose it."""

    clock: Clock
    secrets: Secrets
    fetcher: Fetcher
    isolation: Isolation
    entries: EntryStore
    pages: PageStore
    issues: IssueStore
    subscribers: SubscriberStore
    sends: SendStore
    keeper: StoreKeeper
    transport: Transport
    progress: Progress
    #: Where a store was made just now, because there was none or an empty one; empty where one was there.
    new_store: str = ""
    #: None where the configuration names none.
    writer: Writer | None = None
    written: WrittenStore = field(default_factory=NothingWritten)
