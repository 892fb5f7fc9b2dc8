# ruff: noqa: RUF001 - outlets write dates in their own letters
"""Dates as outlets write them, and which of them can be believed.

Feeds hold RFC 822, ISO 8601, and what an editor typed. A date is read where it names one day beyond doubt and not
otherwise: a month that is left out is never made up, and "03/04/2026" is no date, because half the world reads it as
the other half does not. A time without a zone, or with one that nobody knows, is read as UTC: it is then wrong by some
hours at most, where no feed says which zone it means.
"""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from urllib.parse import urlsplit

from newsletter.collect.reading.timezones import offset_of
from newsletter.domain.entry import DateQuality

#: Clocks differ; a date further ahead is a mistake, or means to stay on top.
AHEAD = timedelta(hours=1)
#: No feed is older. Earlier dates are zeros read as dates, years with a digit lost, and templates.
EARLIEST = datetime(1995, 1, 1, tzinfo=UTC)
#: Characters; no date is longer, and what is longer is not looked at.
_LONGEST = 100
#: Somewhere it is this much later than in UTC, so that a page may bear tomorrow's date.
_EASTERNMOST = timedelta(hours=14)
#: Eight digits in an address are as often an article's number as its day. A number that reads as a day of the last
#: year by chance is rare.
_NEAR = timedelta(days=366)

#: The first letters of the months' names, three or four, in the languages of the feeds that were met.
_MONTHS = {
    beginning: month
    for month, beginnings in enumerate(
        (
            "jan ene gen sty ιαν янв",
            "feb fév fev lut φεβ фев",
            "mar mär maa mrt μαρ μάρ мар",
            "apr avr abr ápr kwi απρ апр",
            "may mai mag maj mei máj maí μαϊ μάι μαι май мая",
            "juni jun juin giu cze jún ιουν ιούν июн",
            "juli jul juil lug lip júl ιουλ ιούλ июл",
            "aug aoû aou ago sie αυγ αύγ авг",
            "sep set szep wrz σεπ сен",
            "oct okt ott out paź οκτ окт",
            "nov lis νοε νοέ ноя",
            "dec dez déc dic gru δεκ дек",
        ),
        1,
    )
    for beginning in beginnings.split()
}

#: RFC 822 as most feeds have it; read at once.
_USUAL = re.compile(
    r"(?:[A-Z][a-z]{2}, )?(\d\d?) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) "
    r"([01]\d|2[0-3]):([0-5]\d):([0-5]\d) (GMT|UTC|[+-]\d{4})"
)
#: ISO 8601 as Atom has it; read at once too. Offsets of fourteen hours or more are looked at with more care.
_USUAL_ISO = re.compile(
    r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9])"
)
_ISO = re.compile(
    r"([12]\d{3})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})\.?|(\d{2})(\d{2})|-(\d{3})"
    r"|-W(\d{2})-?([1-7]))(?!\d)(.*)",
    re.DOTALL | re.IGNORECASE,
)
_TIME = re.compile(
    r"(?<![-+\d])(?:T|\b)(?P<hour>\d{1,2})(?::(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?)"
    r"(?:\s{0,3}(?P<half>[ap])\.?m\b\.?)?(?P<zone>.*)",
    re.DOTALL | re.IGNORECASE,
)
_PACKED_TIME = re.compile(
    r"T(?P<hour>\d{2})(?P<minute>\d{2})?(?P<second>\d{2})?(?:[.,]\d{1,9})?(?![:\d])(?P<zone>.*)", re.DOTALL
)
#: "3 pm"
_BARE_HOUR = re.compile(r"\b(?P<hour>\d{1,2})\s{0,3}(?P<half>[ap])\.?m\b\.?(?P<zone>.*)", re.DOTALL | re.IGNORECASE)
_ASIAN = re.compile(
    r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일](?:\s{0,3}(?:\([^()]{1,9}\)|[^\W\d]曜日)?)?(.*)",
    re.DOTALL,
)
_ASIAN_HALF = re.compile(r"(오전|오후|午前|午後)\s{0,3}(\d{1,2}(?::\d{2}){1,2})")
_WEEKDAY = re.compile(r"[^\W\d_]{2,12}\.?,?\s{1,3}(?=\d)")
_NUMBERED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)(.*)", re.DOTALL)
_WORD_OR_NUMBER = re.compile(r"[^\W\d_]+|\d+")
_ORDINAL = frozenset(["st", "nd", "rd", "th", "º", "er", "de", "of", "den", "di", "del", "the", "at", "on"])

#: The most digits of a day, and the first year of two digits that is not of this century.
_DAY, _CENTURY = 2, 70

#: A day in the path of an address: in segments of its own, or at the beginning or end of one.
_IN_PATH = re.compile(r"/((?:19|20)\d\d)/(\d{1,2}|[a-z]{3,9})/(\d{1,2})(?=/|$)", re.IGNORECASE)
_IN_SEGMENT = re.compile(r"(?:(?<=/)|(?<=[-_]))((?:19|20)\d\d)([-_])(\d\d)\2(\d\d)(?=[-_/.]|$)")
_PACKED = re.compile(r"(?:(?<=/)|(?<=[-_]))((?:19|20)\d\d)(\d\d)(\d\d)(?=[-_/.]|$)")


class Stamp(NamedTuple):
    """A date as a feed states it, and of what it is the date."""

    text: str
    quality: DateQuality


class Dated(NamedTuple):
    """An entry's date, how good it is, and whether the feed stated one that lies ahead."""

    published: datetime | None
    quality: DateQuality
    ahead: bool


def date_of(stamps: Iterable[Stamp], url: str, *, now: datetime) -> Dated:
    """The best date that can be believed: of those stated, in their order, else the one in the address; else none.

    Never now. What lies more than an hour ahead is not believed, and neither is what lies before 1995.
    """
    ahead = False
    for stamp in stamps:
        moment = read_date(stamp.text)
        if moment is None or moment < EARLIEST:
            continue
        if moment <= now + AHEAD:
            return Dated(moment, stamp.quality, ahead)
        ahead = True
    day = day_in_path(url, now=now)
    if day:
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        return Dated(min(noon, now.replace(microsecond=0)), DateQuality.PATH, ahead)
    return Dated(None, DateQuality.FIRST_SEEN, ahead)


def read_date(text: str) -> datetime | None:
    """The moment that a text names, in UTC and to the second; None where it names none beyond doubt.

    Without a time it is midnight; without a zone, or with one that nobody knows, UTC.

    >>> read_date("Wed, 18 Nov 2026 07:30:00 EST")
    datetime.datetime(2026, 11, 18, 12, 30, tzinfo=datetime.timezone.utc)
    >>> read_date("2016/6/29")
    datetime.datetime(2016, 6, 29, 0, 0, tzinfo=datetime.timezone.utc)
    >>> read_date("03/04/2026")
    """
    text = " ".join(text.split()) if len(text) <= _LONGEST else ""
    if not text:
        return None
    try:
        if usual := _USUAL.fullmatch(text):
            day, month, year, hour, minute, second, zone = usual.groups()
            clock = datetime(int(year), _month(month), int(day), int(hour), int(minute), int(second), tzinfo=UTC)
            return clock if zone in {"GMT", "UTC"} else clock - offset_of(zone, clock)
        if _USUAL_ISO.fullmatch(text):
            return datetime.fromisoformat(text).astimezone(UTC)
        text = _ASIAN_HALF.sub(lambda half: f"{half[2]} {'am' if half[1] in {'오전', '午前'} else 'pm'}", text)
        weekday = _WEEKDAY.match(text)
        numbers = text[weekday.end() :] if weekday else text
        return _year_first(numbers) or _asian(numbers) or _numbered(numbers) or _written(text)
    except (ValueError, OverflowError):  # a thirty-first of February, a twenty-fifth hour
        return None


def day_in_path(url: str, *, now: datetime) -> date | None:
    """The day that the path of an address names: ``/2026/11/18/``, ``/2026/nov/18/``, ``/2026-11-18-…``, ``20261118``.

    Only a whole day that has come somewhere by now. Eight digits in a row may be a number of another sort, and count
    only where they name a day of the last year. None where there is none.
    """
    try:
        path = urlsplit(url).path
    except ValueError:
        return None
    latest = (now + _EASTERNMOST).date()
    for pattern, earliest in (
        (_IN_PATH, EARLIEST.date()),
        (_IN_SEGMENT, EARLIEST.date()),
        (_PACKED, (now - _NEAR).date()),
    ):
        for found in pattern.finditer(path):
            day = _day(found)
            if day and earliest <= day <= latest:
                return day
    return None


def _day(found: re.Match[str]) -> date | None:
    year, *others = (part for part in found.groups() if part not in {"-", "_"})
    month, day = others
    number = int(month) if month.isdigit() else _month(month)
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def _year_first(text: str) -> datetime | None:
    """ISO 8601 in all its forms, and what looks like it: ``2026/6/29``, ``2026.11.18 10:00``."""
    found = _ISO.match(text)
    if not found:
        return None
    year, *parts, rest = found.groups()
    day_of_year, week, weekday = parts[8:]
    if day_of_year:
        day = date(int(year), 1, 1) + timedelta(days=int(day_of_year) - 1)
        if day.year != int(year):
            return None
    elif week:
        day = date.fromisocalendar(int(year), int(week), int(weekday))
    else:
        month, number = (part for part in parts[:8] if part)
        day = date(int(year), int(month), int(number))
    return _moment(day, rest)


def _asian(text: str) -> datetime | None:
    found = _ASIAN.match(text)
    if not found:
        return None
    year, month, day, rest = found.groups()
    return _moment(date(int(year), int(month), int(day)), rest)


def _numbered(text: str) -> datetime | None:
    """``18.11.2026 10:00`` and ``11/18/2026 10:00``. Which number is the month must show."""
    found = _NUMBERED.match(text)
    if not found:
        return None
    one, mark, other, year = int(found[1]), found[2], int(found[3]), int(found[4])
    if mark == "." or one > 12 or one == other:  # with full stops the day goes first everywhere
        return _moment(date(year, other, one), found[5])
    return _moment(date(year, one, other), found[5]) if other > 12 else None


def _written(text: str) -> datetime | None:
    """A date with its month as a word: RFC 822, a C library's, an editor's. The day's name is not looked at."""
    # Juneau is no June: what stands behind a word and a slash is a time zone's place.
    pieces = [piece for piece in _WORD_OR_NUMBER.finditer(text) if not _is_place(piece, text)][:12]
    place, before = _month_among(pieces)
    if place is None:
        return None
    month = _month(pieces[place][0])
    after: list[re.Match[str] | None] = [piece for piece in pieces[place + 1 :] if piece[0].lower() not in _ORDINAL]
    next_ = after[0] if after else None
    day: re.Match[str] | None
    year: re.Match[str] | None
    if before and len(before[0]) <= _DAY:  # 18 Nov 2026
        day, year = before, next_
    elif before:  # 2026 Nov 18
        day, year = next_, before
    else:  # Nov 18, 2026 or Nov 18 10:00:00 2026
        day, year = next_, next((piece for piece in after[1:] if piece and _is_year(piece, text)), None)
    if not day or not year or not (day[0] + year[0]).isdecimal() or len(day[0]) > _DAY:
        return None
    if len(year[0]) not in {2, 4}:
        return None
    whole = int(year[0])
    if len(year[0]) == 2:
        whole += 2000 if whole < _CENTURY else 1900
    rest = text[max(day.end(), year.end(), pieces[place].end()) :]
    between = text[day.end() : year.start()] if day.end() < year.start() else ""
    # A C library puts the time between day and year, and so the zone.
    return _moment(date(whole, month, int(day[0])), between if ":" in between else rest)


def _month_among(pieces: list[re.Match[str]]) -> tuple[int | None, re.Match[str] | None]:
    """The place of the month's name, and the number before it where there is one.

    A Tuesday may be "mardi" or "martes" and look like March: the name that a number stands before is the month's.
    """
    only = None
    for place, piece in enumerate(pieces):
        if piece[0].isdigit() or not _month(piece[0]):
            continue
        earlier = [before for before in pieces[:place] if before[0].lower() not in _ORDINAL]
        if earlier and earlier[-1][0].isdigit():
            return place, earlier[-1]
        only = place
    return only, None


def _is_place(piece: re.Match[str], text: str) -> bool:
    """Whether it is a word behind another one and a slash, as in ``America/Juneau``."""
    before = text[max(0, piece.start() - 2) : piece.start()]
    return before[-1:] == "/" and before[0].isalpha() and not piece[0].isdigit()


def _is_year(piece: re.Match[str], text: str) -> bool:
    """Whether it is four digits, and no offset from Greenwich."""
    return len(piece[0]) == 4 and piece[0].isdecimal() and text[piece.start() - 1] not in "+-"


def _month(word: str) -> int:
    """The number of the month that a word names; 0 where it names none."""
    word = word.lower()
    return _MONTHS.get(word[:4]) or _MONTHS.get(word[:3], 0)


def _moment(day: date, rest: str) -> datetime:
    """A day with the time of day in what follows it, in UTC."""
    found = _TIME.search(rest) or _PACKED_TIME.match(rest) or _BARE_HOUR.search(rest)
    if not found:
        return datetime(day.year, day.month, day.day, tzinfo=UTC)
    part = found.groupdict()
    hour, minute, second = int(part["hour"]), int(part.get("minute") or 0), int(part.get("second") or 0)
    half = (part.get("half") or "").lower()
    if half and not 1 <= hour <= 12:
        raise ValueError(rest)
    hour = hour % 12 + 12 * (half == "p") if half else hour
    midnight = (hour, minute, second) == (24, 0, 0)  # ISO 8601 and some feeds end a day so
    # A leap second is the last one of its minute here.
    moment = datetime(day.year, day.month, day.day, 0 if midnight else hour, minute, min(second, 59), tzinfo=UTC)
    moment += timedelta(days=midnight)
    return moment - offset_of(part["zone"], moment)
