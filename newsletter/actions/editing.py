"""What an editor asks for: see the issue, decide against a rule, approve exact bytes, send a test."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from newsletter.collect.looked_again import CHANGED, LookedAgain, marks
from newsletter.domain.errors import Refused
from newsletter.domain.issue import READER_TOKEN, Approval, Status, StoredIssue
from newsletter.domain.override import Override
from newsletter.domain.send import Audit, DeliveryId, Receipt, Recipient
from newsletter.domain.subscriber import Address, SubscriberId
from newsletter.draft.document import digest, with_status
from newsletter.draft.printed import with_checks
from newsletter.ports import Backends
from newsletter.send.message import compose

#: Stands for a delivery that is none: a preview or a test.
_NO_DELIVERY = DeliveryId(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """An issue as files."""

    html: bytes
    text: bytes
    #: One whole message, with the placeholder where a reader's token goes.
    eml: bytes
    #: ``issue.json``.
    document: str
    digest: str


def find_issue(backends: Backends, number: int | None) -> StoredIssue:
    """The issue of a number, or the latest.

    Raises:
        Refused: there is none.
    """
    issue = backends.issues.latest() if number is None else backends.issues.get(number)
    if issue is None:
        which = "no issue yet" if number is None else f"no issue {number}"
        raise Refused(f"There is {which}. Make one with 'newsletter draft'.")
    return issue


def ledger_of(backends: Backends, issue: StoredIssue) -> Audit | None:
    """What became of each recipient of an issue; None before its send."""
    started = backends.sends.of_issue(issue.number)
    return backends.sends.audit(started.id) if started else None


def preview(issue: StoredIssue) -> Preview:
    """The frozen bytes of an issue, and a message made of them."""
    publication = issue.rendered.publication
    reader = Recipient(
        subscriber=SubscriberId(0),
        email=publication.from_address,
        key=publication.from_address,
        name="",
        token=READER_TOKEN,
    )
    letter = compose(issue.rendered, issue=issue.number, date=issue.drafted_at)
    return Preview(
        html=issue.rendered.html,
        text=issue.rendered.text,
        eml=letter.message(_NO_DELIVERY, reader).data,
        document=with_status(with_checks(issue.document, issue.checks), issue.status),
        digest=issue.digest,
    )


def approve(
    backends: Backends,
    issue: StoredIssue,
    *,
    editor: str,
    overridden: Mapping[str, str],
    now: datetime,
    look_again: Callable[[StoredIssue], LookedAgain] | None = None,
) -> str:
    """Approve the issue's exact bytes; answers with their digest.

    Args:
        backends: the world.
        issue: as the editor saw it.
        editor: who says yes.
        overridden: check name to the reason for which it may fail.
        now: when.
        look_again: at the issue's sources; what it finds stays with the issue, approved or not. None for not at all.

    Raises:
        Refused: a blocking check fails that is not overridden, a name is no check, or the bytes have changed.
    """
    if not editor.strip() or not editor.isprintable():
        raise Refused("An approval needs the editor's name, on one line. Give it with --editor.")
    if issue.status is Status.HELD and issue.approval:
        raise Refused(
            f"Issue {issue.number} is held: it was approved, and its reason stands in 'newsletter status'. Draft it "
            "again, or let it go on with 'newsletter release --because TEXT'."
        )
    names = dict.fromkeys([*(check.name for check in issue.checks), *([CHANGED] if look_again else [])])
    for name, because in overridden.items():
        if name not in names:
            raise Refused(f"There is no check {name!r}; the checks are {', '.join(names)}.")
        if not because.strip() or not because.isprintable():
            raise Refused(f"Overriding {name!r} needs a reason, on one line. Give it with --because.")
    checks, let_stand = {check.name: check for check in issue.checks}, dict(overridden)
    # Once a letter is on its way it can no longer be approved, and nobody need be asked about it.
    if look_again and issue.status in {Status.DRAFT, Status.APPROVED}:
        again = look_again(issue)
        backends.issues.add_checks(issue.number, again.checks(), digest=issue.digest)
        checks |= {check.name: check for check in again.checks()}
        if CHANGED in overridden:
            let_stand |= marks(again.changes)
    failing = [c for c in checks.values() if c.blocking and not c.ok and c.name not in overridden]
    if failing:
        what = " ".join(f"{c.name}: {c.figure}. {c.remedy}" for c in failing)
        raise Refused(f"Issue {issue.number} cannot be approved. {what}".strip())
    found = digest(issue.rendered)
    if found != issue.digest:
        raise Refused(f"Issue {issue.number} is damaged in the store: its bytes have another digest. Draft it again.")
    backends.issues.approve(issue.number, Approval(editor=editor.strip(), at=now, digest=found, overridden=let_stand))
    return found


def override(backends: Backends, *, week: str, decision: Override) -> None:
    """Keep an editor's decision; it takes effect with the next draft."""
    backends.issues.add_override(week, decision)


def send_test(backends: Backends, issue: StoredIssue, *, to: Address) -> Receipt:
    """Submit one real message of the issue to one address. It is no delivery and stands in no ledger.

    Raises:
        TransportUnavailable: nothing was submitted.
        OutcomeUnknown: it may have been.
    """
    reader = Recipient(subscriber=SubscriberId(0), email=to.email, key=to.key, name="", token=backends.secrets.token())
    letter = compose(issue.rendered, issue=issue.number, date=backends.clock.now())
    try:
        return backends.transport.submit([letter.message(_NO_DELIVERY, reader)])[0]
    finally:
        backends.transport.close()
