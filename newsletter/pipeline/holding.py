"""Holding: an approved letter whose sources have changed waits for an editor's word before its first message."""

from collections.abc import Callable, Mapping

from newsletter.collect.looked_again import CHANGED, LookedAgain, marks
from newsletter.domain.errors import Refused
from newsletter.domain.issue import Approval, Status, StoredIssue
from newsletter.ports import Backends

#: Looks at the sources of an issue once more.
LookAgain = Callable[[StoredIssue], LookedAgain]


def hold_if_changed(
    backends: Backends, issue: StoredIssue, approval: Approval, look_again: LookAgain, *, overridden: Mapping[str, str]
) -> None:
    """Look at the sources of an approved issue once more, and hold it where they have changed.

    A change that an editor was told of before, and let stand, holds nothing again. What the look found stays with the
    issue.

    Args:
        backends: the world.
        issue: approved, with nobody's message under way.
        approval: the issue's.
        look_again: at its sources.
        overridden: check name to the reason for which it may fail this time.

    Raises:
        Refused: it is held now, and the message says why; or it was drafted anew meanwhile.
    """
    found = look_again(issue)
    backends.issues.add_checks(issue.number, found.checks(), digest=approval.digest)
    new = found.new(approval.overridden)
    if not new.changes:
        return
    if CHANGED in overridden:
        kept = {CHANGED: overridden[CHANGED], **marks(new.changes)}
        backends.issues.add_overridden(issue.number, kept, digest=approval.digest)
        return
    check = next(check for check in new.checks() if check.name == CHANGED)
    reason = f"{CHANGED}: {check.figure}. {check.remedy}"
    backends.issues.set_status(issue.number, Status.HELD, reason=reason, expected=[Status.APPROVED])
    # Afterwards: what nobody was told of must not pass for what an editor has let stand.
    backends.issues.add_overridden(issue.number, marks(new.changes), digest=approval.digest)
    raise Refused(f"Issue {issue.number} is held, and nothing was sent. {reason}")


def is_held_for_changes(issue: StoredIssue) -> bool:
    """Whether an issue is held because its sources have changed, and for no other reason."""
    return issue.status is Status.HELD and issue.approval is not None and issue.reason.startswith(f"{CHANGED}:")


def release(backends: Backends, issue: StoredIssue, *, because: str) -> None:
    """Let a held issue go on as it was approved; the reason is kept with the approval.

    Raises:
        Refused: it is not held, it was never approved, or there is no reason.
    """
    if not because.strip() or not because.isprintable():
        raise Refused("Releasing an issue needs a reason, on one line. Give it with --because.")
    if issue.status is not Status.HELD:
        raise Refused(f"Issue {issue.number} is {issue.status} and not held, so there is nothing to release.")
    if issue.approval is None:
        raise Refused(f"Issue {issue.number} was never approved. Draft it again and approve it.")
    name = CHANGED if is_held_for_changes(issue) else "hold"
    backends.issues.add_overridden(issue.number, {name: because}, digest=issue.approval.digest)
    backends.issues.set_status(issue.number, Status.APPROVED, expected=[Status.HELD])
