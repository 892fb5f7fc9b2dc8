"""How long to leave a server alone."""

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

#: No wait is longer, whatever a server says and however often it failed: a feed's document may hold a day alone.
LONGEST = timedelta(days=1)
#: A server that names a shorter wait still gets this one.
SHORTEST = timedelta(minutes=1)

_SECONDS = re.compile(r"[0-9]+")


def retry_after(text: str, *, now: datetime) -> timedelta | None:
    """How long a ``Retry-After`` header asks us to wait: whole seconds or an HTTP date (RFC 9110, 10.2.3).

    Between zero and a day, whatever the server says; None if it says nothing, or nothing we can read. All three forms
    of an HTTP date are read.

    >>> noon = datetime(2026, 11, 18, 12, tzinfo=UTC)
    >>> retry_after("120", now=noon)
    datetime.timedelta(seconds=120)
    >>> retry_after("Wed, 18 Nov 2026 12:05:00 GMT", now=noon)
    datetime.timedelta(seconds=300)
    """
    said = text.strip()
    if _SECONDS.fullmatch(said):
        # Ten digits are three centuries; more of them would only cost time to be read.
        return LONGEST if len(said.lstrip("0")) > 9 else min(timedelta(seconds=int(said[-9:])), LONGEST)
    try:
        until = parsedate_to_datetime(said)
        # The oldest of the three forms names no zone; HTTP's dates are all of UTC.
        wait = (until if until.tzinfo else until.replace(tzinfo=UTC)) - now
    except (ValueError, OverflowError, TypeError, IndexError):  # nonsense takes many forms
        return None
    return min(max(wait, timedelta()), LONGEST)


def back_off(failures: int) -> timedelta:
    """The wait after so many failures in a row, at least one: an hour, doubled with each more, at most a day.

    >>> [back_off(n) // timedelta(hours=1) for n in range(1, 8)]
    [1, 2, 4, 8, 16, 24, 24]
    """
    return min(timedelta(hours=2 ** min(failures - 1, 10)), LONGEST)


def asked_for(text: str, *, failures: int, now: datetime) -> timedelta:
    """The wait that a server's ``Retry-After`` asks for, at least a minute; ours after so many failures if none."""
    said = retry_after(text, now=now)
    return back_off(failures) if said is None else max(said, SHORTEST)
