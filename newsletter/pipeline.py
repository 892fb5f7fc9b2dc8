"""The week, top to bottom: collect, draft, send.

Each step loads, asks the pure stages to decide, and saves. A rule worth a unit test lives in a stage.
It is longer than most files because it is the one place where the stages meet.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from gettext import NullTranslations

import jinja2

from newsletter.collect.archive import read_archive
from newsletter.collect.boilerplate import furniture
from newsletter.collect.dedupe import unique_ids
from newsletter.collect.parse import Parsed, parse
from newsletter.collect.sentences import sentences
from newsletter.collect.window import as_configured, came_late, in_week
from newsletter.curate.cluster import cluster
from newsletter.curate.pick import Caps, pick
from newsletter.curate.rank import rank
from newsletter.domain.entry import Entry
from newsletter.domain.errors import FeedUnreadable, FetchFailed, OutcomeUnknown, Refused, TransportUnavailable
from newsletter.domain.feed import Feed, FeedState, FeedStatus, without_login
from newsletter.domain.issue import Check, Issue, Made, Mentioned, Publication, Rendered, Status, StoredIssue
from newsletter.domain.override import Override, OverrideKind, stories_meant
from newsletter.domain.send import Audit, Delivery, DeliveryState, Send
from newsletter.domain.week import Week, WeeklyTime, week_named, week_of
from newsletter.draft.blurbs import Limits, can_tell
from newsletter.draft.checks import check
from newsletter.draft.compose import compose
from newsletter.draft.document import digest, document, mentioned
from newsletter.draft.render import render
from newsletter.ports import BEFORE_ALL, Backends
from newsletter.send import message
from newsletter.send.outcomes import LOST_IN_A_ROW, all_of, answered

#: So many weeks an entry may come late and still be told.
WEEKS_BACK = 3
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
    #: The publication's language.
    translations: NullTranslations


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
    states = backends.entries.feed_states()
    before = {feed.url: states.get(feed.url, FeedState(url=feed.url)) for feed in feeds}
    looks: list[tuple[Feed, Parsed]] = []
    failed: list[FeedFailure] = []
    for done, feed in enumerate(sorted(feeds, key=lambda feed: feed.url)):
        backends.progress("collecting", done, len(feeds))
        try:
            looks.append((feed, parse(backends.fetcher.fetch(feed), feed, now=now)))
        except (FetchFailed, FeedUnreadable) as wrong:
            failed.append(_failure(feed, str(wrong)))
            backends.entries.save_feed(
                replace(before[feed.url], status=FeedStatus.FAILED, fault=str(wrong), checked_at=now)
            )
    # All at once: which ids are unique across feeds cannot be told from one of them.
    found = [entry for _, parsed in looks for entry in parsed.entries]
    entries = unique_ids(found, known=backends.entries.known_ids(entry.id for entry in found))
    new = revised = 0
    for feed, parsed in looks:
        own = [entry for entry in entries if entry.feed == feed.url]
        saved = backends.entries.save(own)
        new, revised = new + saved.new, revised + saved.revised
        backends.entries.save_feed(_looked_at(before[feed.url], parsed, now))
    backends.progress("collecting", len(feeds), len(feeds))
    faulty = tuple(_failure(feed, parsed.fault) for feed, parsed in looks if parsed.fault)
    return Collected(feeds=len(feeds), new=new, revised=revised, failed=tuple(failed), faulty=faulty)


def _looked_at(before: FeedState, parsed: Parsed, now: datetime) -> FeedState:
    latest = [*filter(None, (before.last_entry, *(entry.published for entry in parsed.entries)))]
    return FeedState(
        url=before.url,
        status=FeedStatus.FAULTY if parsed.fault else FeedStatus.OK,
        fault=parsed.fault,
        checked_at=now,
        ok_at=now if parsed.entries else before.ok_at,
        last_entry=max(latest, default=None),
    )


def _failure(feed: Feed, reason: str) -> FeedFailure:
    return FeedFailure(url=without_login(feed.url), outlet=feed.outlet, reason=reason)


# --- draft -----------------------------------------------------------------------------------------------------------


def draft(backends: Backends, rules: Rules, *, week: Week, now: datetime) -> Draft:
    """Make or remake the draft of a week, keeping the editor's overrides, and save it.

    Raises:
        Refused: the week's issue is being sent or was sent, or a template is wrong.
    """
    states = backends.entries.feed_states()
    read = {FeedStatus.OK, FeedStatus.FAULTY}
    drafted = make(
        as_configured(backends.entries.between(week.start, week.end), rules.feeds),
        rules,
        week=week,
        number=backends.issues.next_number(week.name),
        late=as_configured(_late_for(backends, week, rules.cut_off), rules.feeds),
        overrides=backends.issues.overrides(week.name),
        feeds_healthy=sum(feed.url in states and states[feed.url].status in read for feed in rules.feeds),
    )
    backends.issues.save_draft(drafted.stored(week=week, at=now))
    return drafted


def _late_for(backends: Backends, week: Week, cut_off: WeeklyTime) -> list[Entry]:
    """The entries of the weeks before that came too late for their letters and that no other letter has had."""
    had: list[Mentioned] = []
    candidates: list[Entry] = []
    for _ in range(WEEKS_BACK):
        week = week.previous(cut_off)
        letter = backends.issues.of_week(week.name)
        if letter is not None and letter.approval is not None:
            had.append(mentioned(letter.document))
            candidates += backends.entries.between(week.start, week.end)
    return came_late(candidates, had)


def make(
    entries: Iterable[Entry],
    rules: Rules,
    *,
    week: Week,
    number: int,
    late: Iterable[Entry] = (),
    overrides: Sequence[Override] = (),
    feeds_healthy: int,
) -> Draft:
    """Curate, tell and render a week's entries. Pure: the same input gives the same bytes, in any order."""
    kept, refused = in_week(entries, week, late=late)
    stories = cluster(kept)
    ranked = rank(stories, week=week)
    picked = pick(
        ranked,
        caps=rules.caps,
        pinned=stories_meant(overrides, OverrideKind.PIN, stories),
        dropped=stories_meant(overrides, OverrideKind.DROP, stories),
        can_tell=partial(can_tell, split=sentences, furniture=furniture),
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
        translations=rules.translations,
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
        rules: as for a draft; the feeds of the configuration play no part.
        name: of the archive, for messages.
        week_name: which week; the week of the latest entry where it is None.

    Raises:
        Refused: the archive cannot be read, or holds nothing.
    """
    entries = read_archive(lines, name=name)
    latest = max(entry.at for entry in entries)
    week = week_named(week_name, rules.cut_off) if week_name else week_of(latest, rules.cut_off)
    drafted = make(entries, replace(rules, feeds=()), week=week, number=1, feeds_healthy=0)
    return week, drafted


# --- send ------------------------------------------------------------------------------------------------------------


def send(
    backends: Backends,
    issue: StoredIssue,
    *,
    resend_unknown: bool = False,
    rate_per_second: float = 0,
) -> Audit:
    """Send an approved issue, or what an interruption left of it. Nobody is mailed twice.

    Args:
        backends: the world.
        issue: approved, or being sent.
        resend_unknown: submit deliveries again whose answer was lost, under the same Message-ID.
        rate_per_second: messages, at most; 0 for no limit.

    Raises:
        Refused: the issue is not approved, its bytes are not those approved, nobody is on the list, or another
            process is sending it.
        TransportUnavailable: the mail system cannot be used; what was not submitted waits.
    """
    if issue.status in {Status.PAUSED, Status.HELD, Status.WITHDRAWN}:
        raise Refused(f"Issue {issue.number} is {issue.status}, so nothing is sent. {issue.reason}".strip())
    if issue.approval is None or issue.status is Status.DRAFT:
        raise Refused(f"Issue {issue.number} is not approved. Approve it with 'newsletter approve' first.")
    if digest(issue.rendered) != issue.approval.digest:
        raise Refused(
            f"Issue {issue.number} is not what {issue.approval.editor} approved: its bytes have changed. "
            "Draft and approve it again."
        )
    if backends.sends.of_issue(issue.number) is None and next(iter(backends.subscribers.mailable()), None) is None:
        raise Refused(
            "There is nobody on the list who may be mailed, and an issue is sent once. "
            "Put somebody on it with 'newsletter subscribers import' first."
        )
    # Claims the issue too: from here on it can be neither drafted nor approved anew.
    started = backends.sends.open(
        issue=issue.number,
        digest=issue.approval.digest,
        at=backends.clock.now(),
        recipients=backends.subscribers.mailable(),
        batch_size=BATCH_SIZE,
    )
    with backends.sends.alone(started.id):
        _settle_interrupted(backends, started, resend=backends.transport.repeatable or resend_unknown)
        if backends.sends.audit(started.id).counts[DeliveryState.WAITING]:
            # A sent issue too: what is settled as waiting is to be sent.
            backends.issues.set_status(issue.number, Status.SENDING, expected=[Status.SENDING, Status.SENT])
        letter = message.compose(issue.rendered, issue=issue.number, date=started.started_at)
        try:
            _submit_waiting(backends, started, letter, rate_per_second=rate_per_second)
        finally:
            backends.transport.close()
        audit = backends.sends.audit(started.id)
        if not audit.counts[DeliveryState.WAITING] + audit.counts[DeliveryState.SUBMITTING]:
            backends.issues.set_status(issue.number, Status.SENT, expected=[Status.SENDING, Status.SENT])
    return audit


def _submit_waiting(backends: Backends, started: Send, letter: message.Letter, *, rate_per_second: float) -> None:
    """Submit everybody who waits, a call of the transport at a time.

    Raises:
        TransportUnavailable: the mail system cannot be used, or lost too many answers in a row.
    """
    after, lost = BEFORE_ALL, 0
    done = started.frozen - backends.sends.audit(started.id).counts[DeliveryState.WAITING]
    while waiting := backends.sends.deliveries(
        started.id, state=DeliveryState.WAITING, limit=backends.transport.per_call, after=after
    ):
        backends.progress("sending", done, started.frozen)
        after = waiting[-1].id
        done += len(waiting)
        try:
            _submit(backends, letter, waiting)
            lost = 0
        except OutcomeUnknown as unanswered:
            lost += 1
            if lost >= LOST_IN_A_ROW:
                raise TransportUnavailable(
                    f"The mail system's answer was lost {lost} times in a row, the last time so: {unanswered}. "
                    "See to it, then run send again; 'newsletter audit' names whose answer was lost."
                ) from unanswered
        if rate_per_second:
            backends.clock.pause(len(waiting) / rate_per_second)
    backends.progress("sending", started.frozen, started.frozen)


def _submit(backends: Backends, letter: message.Letter, waiting: Sequence[Delivery]) -> None:
    """One call of the transport, written down before and after.

    Raises:
        TransportUnavailable: these wait again.
        OutcomeUnknown: these are unknown now.
    """
    # Asked again at the moment of submission: somebody may have left since the recipients were frozen.
    mailable = backends.subscribers.still_mailable([delivery.recipient for delivery in waiting])
    gone = [delivery for delivery in waiting if delivery.recipient.key not in mailable]
    if gone:
        left = all_of(gone, DeliveryState.SUPPRESSED, "left the list, or is suppressed, since the send began")
        backends.sends.record(left, at=backends.clock.now())
    # Made before anything is marked: a message that cannot be made must not look like one whose answer was lost.
    messages = {d.id: letter.to(d) for d in waiting if d.recipient.key in mailable}
    mine = backends.sends.mark_submitting([d for d in waiting if d.id in messages], at=backends.clock.now())
    if not mine:
        return
    try:
        outcomes = answered(backends.transport.submit([messages[delivery.id] for delivery in mine]))
    except TransportUnavailable as failed:
        backends.sends.record(all_of(mine, DeliveryState.WAITING, str(failed)), at=backends.clock.now())
        raise
    except OutcomeUnknown as lost:
        backends.sends.record(all_of(mine, DeliveryState.UNKNOWN, str(lost)), at=backends.clock.now())
        raise
    backends.sends.record(outcomes, at=backends.clock.now())


def _settle_interrupted(backends: Backends, started: Send, *, resend: bool) -> None:
    """What an earlier run had in hand when it died, and what it could not learn."""
    becomes = DeliveryState.WAITING if resend else DeliveryState.UNKNOWN
    reasons = {DeliveryState.SUBMITTING: "the run that submitted it ended before the answer"}
    if resend:
        reasons[DeliveryState.UNKNOWN] = "its answer was lost, and it is submitted again"
    for found, why in reasons.items():
        while interrupted := backends.sends.deliveries(started.id, state=found, limit=BATCH_SIZE):
            backends.sends.record(all_of(interrupted, becomes, why), at=backends.clock.now())
