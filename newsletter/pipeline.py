"""The week, top to bottom: collect, draft, send.

Each step loads, asks the pure stages to decide, and saves. A rule worth a unit test lives in a stage.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import jinja2

from newsletter.collect.archive import read_archive
from newsletter.collect.boilerplate import furniture
from newsletter.collect.dedupe import distinct, unique_ids
from newsletter.collect.parse import parse
from newsletter.collect.sentences import sentences
from newsletter.curate.cluster import cluster
from newsletter.curate.pick import Caps, pick
from newsletter.curate.rank import rank
from newsletter.domain.entry import Entry, EntryId, RefusedEntry
from newsletter.domain.errors import FeedUnreadable, FetchFailed, OutcomeUnknown, Refused, TransportUnavailable
from newsletter.domain.feed import Feed, FeedState, FeedStatus
from newsletter.domain.issue import Check, Issue, Made, Publication, Rendered, Status, StoredIssue
from newsletter.domain.override import Override, OverrideKind, story_meant
from newsletter.domain.send import Audit, Delivery, DeliveryState, Outcome, Receipt, Send
from newsletter.domain.story import StoryId
from newsletter.domain.week import Week, WeeklyTime, week_named, week_of
from newsletter.draft.blurbs import Limits
from newsletter.draft.checks import check
from newsletter.draft.compose import compose
from newsletter.draft.document import digest, document
from newsletter.draft.render import render
from newsletter.ports import BEFORE_ALL, Backends
from newsletter.send import message

#: Deliveries in a batch of the ledger.
BATCH_SIZE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What the operator decided about making an issue."""

    publication: Publication
    feeds: tuple[Feed, ...]
    cut_off: WeeklyTime
    caps: Caps
    limits: Limits
    #: Where the letter's templates are found.
    templates: jinja2.Environment


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedFailure:
    """A feed that gave nothing this time, and why."""

    url: str
    outlet: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """What one round of asking the feeds brought."""

    #: How many were asked.
    feeds: int
    new: int
    revised: int
    failed: tuple[FeedFailure, ...]
    #: Feeds that were read but have a fault.
    faulty: tuple[FeedFailure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A composed issue, as bytes and with its checks."""

    issue: Issue
    rendered: Rendered
    checks: tuple[Check, ...]
    #: The text of ``issue.json``.
    document: str
    digest: str

    def stored(self, *, week: Week, at: datetime) -> StoredIssue:
        """The draft as the store keeps it."""
        return StoredIssue(
            number=self.issue.number,
            week=week.name,
            status=Status.DRAFT,
            title=self.issue.title,
            rendered=self.rendered,
            digest=self.digest,
            document=self.document,
            checks=self.checks,
            drafted_at=at,
        )


# --- collect ---------------------------------------------------------------------------------------------------------


def collect(backends: Backends, feeds: Sequence[Feed], *, now: datetime) -> Collected:
    """Ask each feed and keep what is new. One bad feed never stops the others, and each is saved by itself."""
    new = revised = 0
    failed: list[FeedFailure] = []
    faulty: list[FeedFailure] = []
    known_states = backends.entries.feed_states()
    for done, feed in enumerate(sorted(feeds, key=lambda feed: feed.url)):
        backends.progress("collecting", done, len(feeds))
        before = known_states.get(feed.url, FeedState(url=feed.url))
        try:
            parsed = parse(backends.fetcher.fetch(feed), feed, now=now)
        except (FetchFailed, FeedUnreadable) as wrong:
            failed.append(FeedFailure(url=feed.url, outlet=feed.outlet, reason=str(wrong)))
            backends.entries.save_feed(replace(before, status=FeedStatus.FAILED, fault=str(wrong), checked_at=now))
            continue
        known = backends.entries.known_ids(entry.id for entry in parsed.entries)
        entries = unique_ids(parsed.entries, known=known)
        saved = backends.entries.save(entries)
        new, revised = new + saved.new, revised + saved.revised
        if parsed.fault:
            faulty.append(FeedFailure(url=feed.url, outlet=feed.outlet, reason=parsed.fault))
        latest = [*filter(None, (before.last_entry, *(entry.published for entry in entries)))]
        backends.entries.save_feed(
            FeedState(
                url=feed.url,
                status=FeedStatus.FAULTY if parsed.fault else FeedStatus.OK,
                fault=parsed.fault,
                checked_at=now,
                ok_at=now if entries else before.ok_at,
                last_entry=max(latest, default=None),
            )
        )
    backends.progress("collecting", len(feeds), len(feeds))
    return Collected(feeds=len(feeds), new=new, revised=revised, failed=tuple(failed), faulty=tuple(faulty))


# --- draft -----------------------------------------------------------------------------------------------------------


def draft(backends: Backends, rules: Rules, *, week: Week, now: datetime) -> Draft:
    """Make or remake the draft of a week, keeping the editor's overrides, and save it.

    Raises:
        Refused: the week's issue is being sent or was sent.
    """
    states = backends.entries.feed_states()
    healthy = sum(
        states.get(feed.url, FeedState(url=feed.url)).status in {FeedStatus.OK, FeedStatus.FAULTY}
        for feed in rules.feeds
    )
    drafted = make(
        _entries_of(backends, week, rules),
        rules,
        week=week,
        number=backends.issues.next_number(week.name),
        overrides=backends.issues.overrides(week.name),
        feeds_healthy=healthy,
    )
    backends.issues.save_draft(drafted.stored(week=week, at=now))
    return drafted


def make(
    entries: Iterable[Entry],
    rules: Rules,
    *,
    week: Week,
    number: int,
    overrides: Sequence[Override] = (),
    feeds_healthy: int,
) -> Draft:
    """Curate, tell and render a week's entries. Pure: the same input gives the same bytes, in any order."""
    kept, refused = _in_week(entries, week)
    stories = cluster(kept)
    ranked = rank(stories, week=week)
    story_of = {entry.id: story.id for story in stories for entry in story.entries}
    picked = pick(
        ranked,
        caps=rules.caps,
        pinned=_meant(overrides, OverrideKind.PIN, story_of),
        dropped=_meant(overrides, OverrideKind.DROP, story_of),
    )
    issue = compose(
        number=number,
        week=week,
        publication=rules.publication,
        ranked=ranked,
        picked=picked,
        refused=refused,
        made=Made(
            entries=len(kept),
            stories=len(stories),
            families=len({entry.family for entry in kept}),
            feeds=len(rules.feeds),
            feeds_healthy=feeds_healthy,
        ),
        overrides=tuple(overrides),
        limits=rules.limits,
        split=sentences,
        furniture=furniture,
    )
    rendered = render(issue, environment=rules.templates)
    checks = check(issue, rendered, furniture=furniture)
    return Draft(
        issue=issue,
        rendered=rendered,
        checks=checks,
        document=document(issue, rendered, status=Status.DRAFT, checks=checks),
        digest=digest(rendered),
    )


def replay(lines: Iterable[str], rules: Rules, *, name: str, week_name: str | None) -> tuple[Week, Draft]:
    """Make the issue of a week from an archive of entries: collect nothing, store nothing.

    Args:
        lines: the archive, one JSON object a line.
        rules: as for a draft; the feeds of the archive take the place of the configured ones.
        name: of the archive, for messages.
        week_name: which week; the week of the latest entry where it is None.

    Raises:
        Refused: the archive cannot be read, or holds nothing.
    """
    entries = read_archive(lines, name=name)
    if not entries:
        raise Refused(f"{name} holds no entry. Give an archive with one JSON object a line.")
    latest = max(entry.at for entry in entries)
    week = week_named(week_name, rules.cut_off) if week_name else week_of(latest, rules.cut_off)
    feeds = {entry.feed or entry.outlet: entry for entry in entries}
    archived = tuple(
        Feed(url=url, outlet=entry.outlet, family=entry.family, lean=entry.lean) for url, entry in sorted(feeds.items())
    )
    drafted = make(entries, replace(rules, feeds=archived), week=week, number=1, feeds_healthy=len(archived))
    return week, drafted


def _entries_of(backends: Backends, week: Week, rules: Rules) -> list[Entry]:
    """A week's entries, and those of the week before that were first seen after its letter was frozen."""
    before = week.previous(rules.cut_off)
    sent = backends.issues.of_week(before.name)
    late: list[Entry] = []
    if sent is not None and sent.approval is not None:
        frozen_at = sent.approval.at
        late = [e for e in backends.entries.between(before.start, before.end) if e.first_seen > frozen_at]
    by_url = {feed.url: feed for feed in rules.feeds}
    return [_as_configured(e, by_url) for e in (*late, *backends.entries.between(week.start, week.end))]


def _as_configured(entry: Entry, feeds: Mapping[str, Feed]) -> Entry:
    """The entry under what the operator says of its feed today: an outlet may have been renamed or rated since."""
    feed = feeds.get(entry.feed)
    if feed is None:
        return entry
    return replace(
        entry, outlet=feed.outlet, family=feed.family, lean=feed.lean, section=feed.section, licence=feed.licence
    )


def _in_week(entries: Iterable[Entry], week: Week) -> tuple[tuple[Entry, ...], tuple[RefusedEntry, ...]]:
    """The entries that take part in a week's issue, and those that do not, with why.

    What was published before the week but first seen in it takes part: it was late, and no letter has had it.
    """
    ordered = sorted(entries, key=lambda entry: entry.id)
    outside = [e for e in ordered if e.at not in week and not (e.at < week.start <= e.first_seen < week.end)]
    out = {entry.id for entry in outside}
    kept, refused = distinct([entry for entry in ordered if entry.id not in out])
    too_far = tuple(RefusedEntry(entry=e.id, reason=f"It was published outside the week {week.name}.") for e in outside)
    return kept, tuple(sorted((*refused, *too_far), key=lambda refusal: refusal.entry))


def _meant(
    overrides: Iterable[Override], kind: OverrideKind, story_of: Mapping[EntryId, StoryId]
) -> frozenset[StoryId]:
    meant = (story_meant(override, story_of) for override in overrides if override.kind is kind)
    return frozenset(story for story in meant if story is not None)


# --- send ------------------------------------------------------------------------------------------------------------


def send(
    backends: Backends,
    publication: Publication,
    issue: StoredIssue,
    *,
    resend_unknown: bool = False,
    rate_per_second: float = 0,
) -> Audit:
    """Send an approved issue, or what an interruption left of it. Nobody is mailed twice.

    Args:
        backends: the world.
        publication: whose letter it is.
        issue: approved, or being sent.
        resend_unknown: submit deliveries again whose answer was lost, under the same Message-ID.
        rate_per_second: messages, at most; 0 for no limit.

    Raises:
        Refused: the issue is not approved, its bytes are not those approved, or another process is sending it.
        TransportUnavailable: the mail system cannot be used; what was not submitted waits.
    """
    if issue.approval is None or issue.status not in {Status.APPROVED, Status.SENDING, Status.SENT}:
        raise Refused(
            f"Issue {issue.number} is {issue.status} and not approved. Approve it with 'newsletter approve' first."
        )
    if digest(issue.rendered) != issue.approval.digest:
        raise Refused(
            f"Issue {issue.number} is not what {issue.approval.editor} approved: its bytes have changed. "
            "Draft and approve it again."
        )
    started = backends.sends.open(
        issue=issue.number,
        digest=issue.approval.digest,
        at=backends.clock.now(),
        recipients=backends.subscribers.mailable(),
        batch_size=BATCH_SIZE,
    )
    with backends.sends.alone(started.id):
        if issue.status is Status.APPROVED:
            backends.issues.set_status(issue.number, Status.SENDING, expected=[Status.APPROVED, Status.SENDING])
        _settle_interrupted(backends, started, resend_unknown=resend_unknown)
        letter = message.compose(issue.rendered, publication=publication, issue=issue.number, date=started.started_at)
        try:
            _submit_waiting(backends, started, letter, rate_per_second=rate_per_second)
        finally:
            backends.transport.close()
        audit = backends.sends.audit(started.id)
        unfinished = audit.counts[DeliveryState.WAITING] + audit.counts[DeliveryState.SUBMITTING]
        if not unfinished and issue.status is not Status.SENT:
            backends.issues.set_status(issue.number, Status.SENT, expected=[Status.SENDING, Status.SENT])
    return audit


def _submit_waiting(backends: Backends, started: Send, letter: message.Letter, *, rate_per_second: float) -> None:
    after = BEFORE_ALL
    per_call = backends.transport.per_call
    counts = backends.sends.audit(started.id).counts
    done = started.frozen - counts[DeliveryState.WAITING]
    while waiting := backends.sends.deliveries(started.id, state=DeliveryState.WAITING, limit=per_call, after=after):
        backends.progress("sending", done, started.frozen)
        after = waiting[-1].id
        done += len(waiting)
        _submit(backends, letter, waiting)
        if rate_per_second:
            backends.clock.pause(len(waiting) / rate_per_second)
    backends.progress("sending", started.frozen, started.frozen)


def _submit(backends: Backends, letter: message.Letter, waiting: Sequence[Delivery]) -> None:
    """One call of the transport, written down before and after."""
    # Asked again at the moment of submission: somebody may have left since the recipients were frozen.
    mailable = backends.subscribers.still_mailable([delivery.recipient for delivery in waiting])
    gone = [d for d in waiting if d.recipient.key not in mailable]
    if gone:
        backends.sends.record(
            [
                _outcome(d, DeliveryState.SUPPRESSED, "left the list, or is suppressed, since the send began")
                for d in gone
            ],
            at=backends.clock.now(),
        )
    mine = backends.sends.mark_submitting([d for d in waiting if d.recipient.key in mailable], at=backends.clock.now())
    if not mine:
        return
    try:
        receipts = backends.transport.submit([letter.to(delivery) for delivery in mine])
    except TransportUnavailable as failed:
        backends.sends.record([_outcome(d, DeliveryState.WAITING, str(failed)) for d in mine], at=backends.clock.now())
        raise
    except OutcomeUnknown as lost:
        outcomes = [_outcome(d, DeliveryState.UNKNOWN, str(lost)) for d in mine]
    else:
        outcomes = [_answered(receipt) for receipt in receipts]
    backends.sends.record(outcomes, at=backends.clock.now())


def _settle_interrupted(backends: Backends, started: Send, *, resend_unknown: bool) -> None:
    """What an earlier run had in hand when it died, and what it could not learn."""
    repeatable = backends.transport.repeatable
    resend = repeatable or resend_unknown
    to_settle = [(DeliveryState.SUBMITTING, DeliveryState.WAITING if resend else DeliveryState.UNKNOWN)]
    if resend:
        to_settle.append((DeliveryState.UNKNOWN, DeliveryState.WAITING))
    for found, becomes in to_settle:
        while interrupted := backends.sends.deliveries(started.id, state=found, limit=BATCH_SIZE):
            backends.sends.record(
                [_outcome(d, becomes, "the run that submitted it ended before the answer") for d in interrupted],
                at=backends.clock.now(),
            )


def _answered(receipt: Receipt) -> Outcome:
    if receipt.accepted:
        state = DeliveryState.SENT
    else:
        state = DeliveryState.WAITING if receipt.temporary else DeliveryState.REFUSED
    return Outcome(delivery=receipt.delivery, state=state, detail=receipt.detail)


def _outcome(delivery: Delivery, state: DeliveryState, detail: str) -> Outcome:
    return Outcome(delivery=delivery.id, state=state, detail=detail)
