"""Time zones by name: what stands behind the time in a feed's dates.

A name such as IST means one thing in Mumbai, another in Dublin and a third in Jerusalem. Where the zones of the
English-speaking press disagree, the one that news feeds use most is taken, and the table says so; the error is then
some hours, and no date is lost over it. A name of the time zone database, such as America/New_York, means one thing
and is taken at its word, summer time included.

A name that nobody knows is read as UTC. The hour is then not to be relied on: it is off by fourteen hours at most, and
with the day alone it could be off by twice as many.
"""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

_OFFSET = re.compile(r"(?:\b(?:gmt|utc?)\s?)?([+-])(\d{1,2})(?::?(\d{2}))?(?!\d)", re.IGNORECASE)
_NAME = re.compile(r"[\s(]{0,3}(?:etc/)?([a-z]{1,5})\b", re.IGNORECASE)
#: "America/New_York", and "[Europe/London]" as Java writes it.
_PLACE = re.compile(r"[\s(\[]{0,3}([A-Za-z]{2,12}(?:/[A-Za-z][A-Za-z0-9_+-]{1,29}){1,2})(?![\w/])")
#: No place is further from Greenwich, in minutes.
_FURTHEST = 14 * 60

#: Hours east of Greenwich.
_HOURS = {
    **dict.fromkeys(["gmt", "utc", "ut", "uct", "z", "wet"], 0.0),
    # North America.
    "nst": -3.5,
    "ndt": -2.5,
    "adt": -3.0,
    "edt": -4.0,
    "est": -5.0,
    "cdt": -5.0,
    "cst": -6.0,
    "mdt": -6.0,
    "mst": -7.0,
    "pdt": -7.0,
    "pst": -8.0,
    "akdt": -8.0,
    "akst": -9.0,
    "hdt": -9.0,
    "hst": -10.0,
    # The Atlantic, not Arabia.
    "ast": -4.0,
    # Latin America.
    "brt": -3.0,
    "brst": -2.0,
    "art": -3.0,
    "clt": -4.0,
    "clst": -3.0,
    # Europe. BST is the British summer, not Bangladesh.
    "bst": 1.0,
    "west": 1.0,
    "cet": 1.0,
    "met": 1.0,
    "mez": 1.0,
    "cest": 2.0,
    "mest": 2.0,
    "mesz": 2.0,
    "eet": 2.0,
    "eest": 3.0,
    "msk": 3.0,
    "msd": 4.0,
    "trt": 3.0,
    "idt": 3.0,
    # Africa and Asia. IST is India, neither Ireland nor Israel: the most feeds are from there.
    "wat": 1.0,
    "cat": 2.0,
    "sast": 2.0,
    "eat": 3.0,
    "gst": 4.0,
    "pkt": 5.0,
    "ist": 5.5,
    "npt": 5.75,
    "ict": 7.0,
    "wib": 7.0,
    "sgt": 8.0,
    "hkt": 8.0,
    "pht": 8.0,
    "awst": 8.0,
    "jst": 9.0,
    "kst": 9.0,
    # Australia and New Zealand.
    "acst": 9.5,
    "acdt": 10.5,
    "aest": 10.0,
    "aedt": 11.0,
    "nzst": 12.0,
    "nzdt": 13.0,
    # Military letters, as meant: RFC 822 got their signs wrong. There is no J, and Z is above.
    **{letter: float(hours) for hours, letter in enumerate("abcdefghiklm", 1)},
    **{letter: -float(hours) for hours, letter in enumerate("nopqrstuvwxy", 1)},
}
#: Names that say the place and leave open whether it is summer there.
_PLACES = {"et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver", "pt": "America/Los_Angeles"}


def offset_of(text: str, clock: datetime) -> timedelta:
    """How far east of Greenwich the zone lies with which a text begins; nothing where it names none that is known.

    An offset in numbers outweighs a name: in "EST -0400" and "-0400 (EST)" somebody computed the number.

    Args:
        text: what stands behind the time.
        clock: what the clocks show there: whether it is summer time goes by that.

    >>> offset_of(" BST", datetime(2026, 7, 1, 8))
    datetime.timedelta(seconds=3600)
    >>> offset_of(" Europe/London", datetime(2026, 7, 1, 8))
    datetime.timedelta(seconds=3600)
    >>> offset_of(" Europe/London", datetime(2026, 12, 1, 8))
    datetime.timedelta(0)
    """
    place = _PLACE.match(text)
    # The sign in "Etc/GMT+5" is part of the name, and means the west.
    found = _OFFSET.search(text[place.end() if place else 0 :][:24])
    if found:
        sign, hours, minutes = found.groups()
        east = int(hours) * 60 + int(minutes or 0)
        if east <= _FURTHEST:
            return timedelta(minutes=-east if sign == "-" else east)
    if place and (there := _offset_at(place[1], clock)) is not None:
        return there
    name = _NAME.match(text)
    known = name[1].lower() if name else ""
    if known in _PLACES and (there := _offset_at(_PLACES[known], clock)) is not None:
        return there
    return timedelta(hours=_HOURS.get(known, 0.0))


def _offset_at(place: str, clock: datetime) -> timedelta | None:
    """How far east of Greenwich a place's clocks are set when they show a time; None where nobody knows the place."""
    try:
        return clock.replace(tzinfo=ZoneInfo(place)).utcoffset()
    except (KeyError, ValueError, OSError):  # no such name; a folder's; an odd one
        return None
