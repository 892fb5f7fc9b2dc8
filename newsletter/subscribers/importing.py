"""Rows of a subscriber file become subscribers, or refusals that name their line.

The columns are those of ``subscribers/README.md``: ``email`` is required, ``name`` and ``status`` are optional,
others are passed over.
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from newsletter.domain.errors import Refused
from newsletter.domain.oneline import one_line
from newsletter.domain.subscriber import Consent, NewSubscriber, SubscriberStatus
from newsletter.subscribers.addresses import address_of

#: A line longer than this is no subscriber, in characters.
MAX_LINE = 10_000
#: More of a name than this is cut.
MAX_NAME = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedLine:
    """A line that did not become a subscriber, and why."""

    #: 1 is the header.
    line: int
    #: A sentence.
    reason: str


def clean_name(typed: str) -> str:
    r"""A name on one line, without control characters, at most ``MAX_NAME`` characters.

    >>> clean_name(" Ada\r\n Lovelace ")
    'Ada Lovelace'
    """
    return one_line(typed)[:MAX_NAME].strip()


def read_subscribers(
    lines: Iterable[str], *, name: str, now: datetime
) -> Iterator[tuple[int, NewSubscriber] | RefusedLine]:
    """Each row of a CSV file with a header line, as a subscriber with its line number or as a refusal.

    Lazy: of the rows that were read only the keys are remembered, to tell a duplicate. A quoted field may not hold a
    line break; so one stray quote cannot swallow the rest of the list.

    Args:
        lines: of the file, with or without their line ends.
        name: of the file, for messages and for the consent record.
        now: when the consent is recorded.

    Raises:
        Refused: the file has no header line with a column ``email``.
    """
    numbered = enumerate(lines, start=1)
    header = next(numbered, (1, ""))[1].removeprefix("\ufeff")
    columns = [
        column.strip(' "').lower() for column in next(csv.reader([header[:MAX_LINE]], skipinitialspace=True), [])
    ]
    if "email" not in columns:
        found = ", ".join(filter(None, columns))[:80] or "nothing"
        raise Refused(
            f"{name} has no column 'email': its first line names {found}. "
            "Make the first line 'email,name' and the file UTF-8 with commas between columns."
        )
    first_line: dict[str, int] = {}
    for number, line in numbered:
        if not line.strip():
            continue
        try:
            subscriber = _subscriber(line, columns, Consent(at=now, how="import", evidence=f"{name}, line {number}"))
        except Refused as reason:
            yield RefusedLine(line=number, reason=str(reason))
            continue
        key = subscriber.address.key
        if key in first_line:
            yield RefusedLine(line=number, reason=f"{subscriber.address.email} stands on line {first_line[key]} too.")
            continue
        first_line[key] = number
        yield number, subscriber


def _subscriber(line: str, columns: list[str], consent: Consent) -> NewSubscriber:
    """One row.

    Raises:
        Refused: it is no subscriber.
    """
    if len(line) > MAX_LINE:
        raise Refused(f"The line has {len(line):,} characters; a subscriber has at most {MAX_LINE:,}. Split the file.")
    try:
        values = next(csv.reader([line], strict=True), [])
    except csv.Error:
        raise Refused("The line's quotes do not match. Write a quote inside a quoted field twice.") from None
    row = dict(zip(columns, values, strict=False))
    status = row.get("status", "").strip().lower() or SubscriberStatus.ACTIVE.value
    if status not in set(SubscriberStatus):
        known = ", ".join(SubscriberStatus)
        raise Refused(f"The status {status[:40]!r} is unknown. Use one of {known}, or leave it out.")
    return NewSubscriber(
        address=address_of(row.get("email", "")),
        name=clean_name(row.get("name", "")),
        status=SubscriberStatus(status),
        consent=consent,
    )
