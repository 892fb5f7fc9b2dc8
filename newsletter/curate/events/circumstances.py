"""Circumstances: what tells two events apart besides their words: who reports, when, and on which day it happened.

News writing names the weekday of what it tells, near the top, for at most a week back. Two reports of one event
nearly always name the same; two steps of one running story share every word but that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from newsletter.domain.entry import Entry

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: The weekday is looked for in so many characters of a text, after its title.
OPENING = 700
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# All end alike; that is quicker found than seven beginnings.
_DAY = re.compile(r"day(?!\w)")
_NAMED = re.compile(rf"(?<!\w)(?:{'|'.join(_WEEKDAYS)})(?!\w)")
_LONGEST = max(map(len, _WEEKDAYS))


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Of one text, whoever carries it."""

    #: Its newsroom; None where several carry it.
    voice: str | None
    #: When it was first published, in days since 1970; None where no carrier has a date.
    day: float | None
    #: The weekday that its opening names first, Monday is 0; None where it names none.
    weekday: int | None


def circumstances(carriers: Sequence[Entry]) -> Circumstances:
    """The circumstances of a text that these entries carry, at least one. Weekdays are read in English only."""
    families = {entry.family for entry in carriers}
    dates = [entry.published for entry in carriers if entry.published]
    return Circumstances(
        voice=families.pop() if len(families) == 1 else None,
        day=(min(dates) - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds() / 86400 if dates else None,
        weekday=_weekday(f"{carriers[0].title[:OPENING]} {carriers[0].text[:OPENING]}".lower()),
    )


def _weekday(text: str) -> int | None:
    """The first weekday in a text of small letters."""
    for found in _DAY.finditer(text):
        named = _NAMED.search(text, max(0, found.end() - _LONGEST), found.end())
        if named and named.end() == found.end():
            return _WEEKDAYS.index(named[0])
    return None


def numbered(voices: Sequence[str | None]) -> NDArray[Any]:
    """A number for each text's newsroom, the same for the same; -1 for None."""
    import numpy as np

    numbers = {voice: number for number, voice in enumerate(sorted({voice for voice in voices if voice}))}
    return np.array([numbers[voice] if voice else -1 for voice in voices])
