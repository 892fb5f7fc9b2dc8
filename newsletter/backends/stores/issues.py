"""Issues as frozen bytes, and the editors' overrides."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update

from newsletter.backends.stores.columns import AnyRow
from newsletter.backends.stores.engine import Database
from newsletter.backends.stores.entry_rows import entry_key
from newsletter.backends.stores.tables import ISSUE_ENTRIES, ISSUES, OVERRIDES
from newsletter.domain.entry import EntryId
from newsletter.domain.errors import Refused
from newsletter.domain.issue import Approval, Check, Publication, Rendered, Status, StoredIssue
from newsletter.domain.override import Override

#: From here on readers have it, or were promised that they will not.
_GONE = frozenset({Status.SENDING, Status.PAUSED, Status.SENT, Status.WITHDRAWN})

_NO_APPROVAL = {"approved_by": None, "approved_at": None, "approved_digest": None, "overridden": None}


class SqlIssues:
    """Keeps the port ``IssueStore``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save_draft(self, issue: StoredIssue) -> None:
        """Keep a draft under its number and week, in place of an earlier draft or approval of that week.

        It is a draft from now on and not approved, whatever status the argument bears.

        Raises:
            Refused: the week's issue is being sent, or was, or was withdrawn; the week has another number; or the
                number is another week's.
        """
        values = _values(issue)
        with self._database.writing() as connection:
            same = (ISSUES.c.number == issue.number) | (ISSUES.c.week == issue.week)
            for row in connection.execute(select(ISSUES.c.number, ISSUES.c.week, ISSUES.c.status).where(same)):
                if (row.number, row.week) != (issue.number, issue.week):
                    raise Refused(
                        f"Issue {row.number} is that of week {row.week}, so week {issue.week} cannot be drafted as "
                        f"issue {issue.number}. Draft the week again: its number is asked for anew."
                    )
                if row.status in _GONE:
                    raise Refused(
                        f"Issue {row.number} of week {row.week} is {row.status}; it can no longer be changed. "
                        "Draft another week."
                    )
            replaced = connection.execute(update(ISSUES).where(ISSUES.c.number == issue.number).values(values))
            if not replaced.rowcount:
                connection.execute(insert(ISSUES).values(values))
            _save_uses(connection, issue)

    def next_number(self, week: str) -> int:
        """The number of the week's issue: the one it has, else one more than the greatest."""
        with self._database.reading() as connection:
            own = connection.execute(select(ISSUES.c.number).where(ISSUES.c.week == week)).scalar()
            greatest = connection.execute(select(func.max(ISSUES.c.number))).scalar()
        return own if own is not None else (greatest or 0) + 1

    def get(self, number: int) -> StoredIssue | None:
        """An issue, or None."""
        return self._one(ISSUES.c.number == number)

    def latest(self) -> StoredIssue | None:
        """The issue that was drafted last, or None; of several at one moment that of the greatest number."""
        last = select(ISSUES.c.number).order_by(ISSUES.c.drafted_at.desc(), ISSUES.c.number.desc()).limit(1)
        return self._one(ISSUES.c.number == last.scalar_subquery())

    def of_week(self, week: str) -> StoredIssue | None:
        """A week's issue, or None."""
        return self._one(ISSUES.c.week == week)

    def approve(self, number: int, approval: Approval) -> None:
        """Turn a draft with this very digest into an approved issue; approved again, the later approval stands.

        Raises:
            Refused: there is none; its status is not draft or approved; or its bytes have another digest by now.
        """
        with self._database.writing() as connection:
            row = _status(connection, number)
            if row.status not in {Status.DRAFT, Status.APPROVED}:
                raise Refused(f"Issue {number} is {row.status}; only a draft can be approved.")
            if row.digest != approval.digest:
                raise Refused(
                    f"Issue {number} has changed since it was looked at. Preview it again, and approve what you see."
                )
            connection.execute(
                update(ISSUES)
                .where(ISSUES.c.number == number)
                .values(
                    status=Status.APPROVED,
                    reason="",
                    approved_by=approval.editor,
                    approved_at=approval.at,
                    approved_digest=approval.digest,
                    overridden=approval.overridden,
                )
            )

    def set_status(self, number: int, status: Status, *, reason: str = "", expected: Sequence[Status]) -> None:
        """Move an issue on. One that becomes a draft again loses its approval.

        Raises:
            Refused: there is none, or its status is none of the expected ones.
        """
        with self._database.writing() as connection:
            row = _status(connection, number)
            if row.status not in expected:
                wanted = " or ".join(expected)
                raise Refused(
                    f"Issue {number} is {row.status}, not {wanted}. See 'newsletter status --issue {number}'."
                )
            cleared = _NO_APPROVAL if status is Status.DRAFT else {}
            connection.execute(
                update(ISSUES).where(ISSUES.c.number == number).values(status=status, reason=reason, **cleared)
            )

    def add_checks(self, number: int, checks: Sequence[Check], *, digest: str) -> None:
        """Keep what was checked after the draft was made, in place of earlier checks of the same names.

        Raises:
            Refused: there is none, or its bytes have another digest by now.
        """
        with self._database.writing() as connection:
            if _status(connection, number).digest != digest:
                raise Refused(
                    f"Issue {number} has changed since it was looked at. Preview it again, then run the same again."
                )
            of_it = ISSUES.c.number == number
            new = {check.name: asdict(check) for check in checks}
            kept = connection.execute(select(ISSUES.c.checks).where(of_it)).scalar_one()
            changed = [new.pop(check["name"], check) for check in kept] + list(new.values())
            connection.execute(update(ISSUES).where(of_it).values(checks=changed))

    def add_overridden(self, number: int, overridden: Mapping[str, str], *, digest: str) -> None:
        """Keep beside the reasons of an approval further ones, in place of earlier ones of the same names.

        Raises:
            Refused: there is none, it is not approved, or the approval is of another digest.
        """
        with self._database.writing() as connection:
            _status(connection, number)
            of_it = ISSUES.c.number == number
            row = connection.execute(select(ISSUES.c.approved_digest, ISSUES.c.overridden).where(of_it)).one()
            if row.approved_digest != digest:
                raise Refused(
                    f"Issue {number} is not approved as it was looked at. Preview it, and approve what you see."
                )
            connection.execute(update(ISSUES).where(of_it).values(overridden={**row.overridden, **overridden}))

    def add_override(self, week: str, override: Override) -> None:
        """Keep an editor's decision for a week. A later one of the same kind on the same entries replaces it."""
        key = _entries_key(override.entries)
        with self._database.writing() as connection:
            connection.execute(
                delete(OVERRIDES).where(
                    OVERRIDES.c.week == week, OVERRIDES.c.kind == override.kind, OVERRIDES.c.entries_key == key
                )
            )
            connection.execute(
                insert(OVERRIDES).values(
                    week=week,
                    kind=override.kind,
                    entries=override.entries,
                    entries_key=key,
                    value=override.value,
                    editor=override.editor,
                    at=override.at,
                )
            )

    def overrides(self, week: str) -> tuple[Override, ...]:
        """A week's overrides, oldest first."""
        ordered = select(OVERRIDES).where(OVERRIDES.c.week == week).order_by(OVERRIDES.c.at, OVERRIDES.c.number)
        with self._database.reading() as connection:
            rows = connection.execute(ordered).all()
        return tuple(
            Override(
                kind=row.kind,
                entries=tuple(EntryId(id_) for id_ in row.entries),
                value=row.value,
                editor=row.editor,
                at=row.at,
            )
            for row in rows
        )

    def _one(self, which: ColumnElement[bool]) -> StoredIssue | None:
        with self._database.reading() as connection:
            row = connection.execute(select(ISSUES).where(which)).first()
            return None if row is None else _issue(row, uses=_uses(connection, row.number))


def _status(connection: Connection, number: int) -> AnyRow:
    """An issue's status and digest.

    Raises:
        Refused: there is no such issue.
    """
    found = connection.execute(select(ISSUES.c.status, ISSUES.c.digest).where(ISSUES.c.number == number)).first()
    if found is None:
        raise Refused(f"There is no issue {number}. Make one with 'newsletter draft'.")
    return found


def _save_uses(connection: Connection, issue: StoredIssue) -> None:
    """Write down which entries an issue uses, in place of those that its earlier draft did."""
    connection.execute(delete(ISSUE_ENTRIES).where(ISSUE_ENTRIES.c.issue == issue.number))
    if issue.uses:
        connection.execute(
            insert(ISSUE_ENTRIES),
            [
                {"issue": issue.number, "place": place, "entry_key": entry_key(id_), "entry_id": id_}
                for place, id_ in enumerate(issue.uses)
            ],
        )


def _uses(connection: Connection, number: int) -> tuple[EntryId, ...]:
    ordered = select(ISSUE_ENTRIES.c.entry_id).where(ISSUE_ENTRIES.c.issue == number).order_by(ISSUE_ENTRIES.c.place)
    return tuple(EntryId(id_) for id_ in connection.execute(ordered).scalars())


def _entries_key(entries: Sequence[EntryId]) -> str:
    return hashlib.sha256(json.dumps(sorted(set(entries))).encode()).hexdigest()


def _values(issue: StoredIssue) -> dict[str, Any]:
    return {
        "number": issue.number,
        "week": issue.week,
        "status": Status.DRAFT,
        "title": issue.title,
        "subject": issue.rendered.subject,
        "html": issue.rendered.html,
        "text": issue.rendered.text,
        "publication": asdict(issue.rendered.publication),
        "digest": issue.digest,
        "document": issue.document,
        "checks": [asdict(check) for check in issue.checks],
        "drafted_at": issue.drafted_at,
        "reason": "",
        **_NO_APPROVAL,
    }


def _issue(row: AnyRow, *, uses: tuple[EntryId, ...]) -> StoredIssue:
    approval = None
    if row.approved_digest is not None:
        approval = Approval(
            editor=row.approved_by, at=row.approved_at, digest=row.approved_digest, overridden=row.overridden
        )
    return StoredIssue(
        number=row.number,
        week=row.week,
        status=row.status,
        title=row.title,
        rendered=Rendered(
            subject=row.subject, html=row.html, text=row.text, publication=Publication(**row.publication)
        ),
        digest=row.digest,
        document=row.document,
        checks=tuple(Check(**check) for check in row.checks),
        drafted_at=row.drafted_at,
        uses=uses,
        approval=approval,
        reason=row.reason,
    )
