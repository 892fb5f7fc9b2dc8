"""Send: an approved issue, one message per recipient."""

from collections.abc import Mapping, Sequence

from newsletter.collect.looked_again import CHANGED
from newsletter.domain.errors import OutcomeUnknown, Refused, TransportUnavailable
from newsletter.domain.issue import Status, StoredIssue
from newsletter.domain.send import Audit, Delivery, DeliveryState, Send
from newsletter.draft.document import digest
from newsletter.pipeline.holding import LookAgain, hold_if_changed, is_held_for_changes, release
from newsletter.ports import BEFORE_ALL, Backends
from newsletter.send import message
from newsletter.send.outcomes import LOST_IN_A_ROW, all_of, answered

#: Deliveries in a batch of the ledger.
BATCH_SIZE = 500


def send(
    backends: Backends,
    issue: StoredIssue,
    *,
    resend_unknown: bool = False,
    rate_per_second: float = 0,
    look_again: LookAgain | None = None,
    overridden: Mapping[str, str] | None = None,
) -> Audit:
    """Send an approved issue, or what an interruption left of it. Nobody is mailed twice.

    Args:
        backends: the world.
        issue: approved, or being sent.
        resend_unknown: submit deliveries again whose answer was lost, under the same Message-ID.
        rate_per_second: messages, at most; 0 for no limit.
        look_again: at the issue's sources, before its first message only: where they have changed it is held. None
            for not at all.
        overridden: check name to the reason for which it may fail; ``sources-changed`` alone is checked here.

    Raises:
        Refused: the issue is not approved, its bytes are not those approved, nobody is on the list, its sources have
            changed, or another process is sending it.
        TransportUnavailable: the mail system cannot be used; what was not submitted waits.
    """
    overridden = overridden or {}
    _see_that_they_mean_something(overridden)
    begun = backends.sends.of_issue(issue.number) is not None
    if CHANGED in overridden and is_held_for_changes(issue):
        release(backends, issue, because=overridden[CHANGED])
        issue = backends.issues.get(issue.number) or issue
    if issue.status in {Status.PAUSED, Status.HELD, Status.WITHDRAWN}:
        raise Refused(f"Issue {issue.number} is {issue.status}, so nothing is sent. {issue.reason}".strip())
    if issue.approval is None or issue.status is Status.DRAFT:
        raise Refused(f"Issue {issue.number} is not approved. Approve it with 'newsletter approve' first.")
    if digest(issue.rendered) != issue.approval.digest:
        raise Refused(
            f"Issue {issue.number} is not what {issue.approval.editor} approved: its bytes have changed. "
            "Draft and approve it again."
        )
    if not begun and next(iter(backends.subscribers.mailable()), None) is None:
        raise Refused(
            "There is nobody on the list who may be mailed, and an issue is sent once. "
            "Put somebody on it with 'newsletter subscribers import' first."
        )
    if not begun and look_again:
        hold_if_changed(backends, issue, issue.approval, look_again, overridden=overridden)
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


def _see_that_they_mean_something(overridden: Mapping[str, str]) -> None:
    """Refuse what overrides no check of a send, or gives no reason."""
    for name, because in overridden.items():
        if name != CHANGED:
            raise Refused(f"There is no check {name!r} before a send; the only one is {CHANGED}.")
        if not because.strip() or not because.isprintable():
            raise Refused(f"Overriding {name!r} needs a reason, on one line. Give it with --because.")


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
