"""A week: the seven local days up to, not including, an issue's cut-off."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from newsletter.domain.errors import Refused

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyTime:
    """A weekday and a time of day in a time zone, such as Friday 05:00 in New York.

    A local time that a clock change skips is taken as if the clock had not changed yet;
    one that occurs twice means the first.
    """

    #: 0 is Monday.
    weekday: int
    at: time
    zone: ZoneInfo

    @classmethod
    def parse(cls, text: str, zone: ZoneInfo) -> "WeeklyTime":
        """Read ``"fri 05:00"``.

        Raises:
            ValueError: not a weekday's first three letters and a 24-hour time.

        >>> WeeklyTime.parse("fri 05:00", ZoneInfo("UTC")).weekday
        4
        """
        found = re.fullmatch(r"([a-z]{3}) ([01]\d|2[0-3]):([0-5]\d)", text.strip().lower())
        if not found or found[1] not in _DAYS:
            raise ValueError(f"{text!r} is not a weekday and a time such as 'fri 05:00'")
        return cls(weekday=_DAYS.index(found[1]), at=time(int(found[2]), int(found[3])), zone=zone)

    def on(self, day: date) -> datetime:
        """The moment on a local day, in UTC, whatever weekday that is."""
        return datetime.combine(day, self.at, self.zone).astimezone(UTC)

    def in_iso_week(self, year: int, week: int) -> datetime:
        """The moment in an ISO week.

        Raises:
            ValueError: the year has no such week.
        """
        return self.on(date.fromisocalendar(year, week, self.weekday + 1))

    def next_at_or_after(self, now: datetime) -> datetime:
        """The first such moment that is not before ``now``."""
        today = now.astimezone(self.zone).date()
        day = today + timedelta(days=(self.weekday - today.weekday()) % 7 - 7)
        while self.on(day) < now:
            day += timedelta(days=7)
        return self.on(day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """A half-open run of time, ``start <= t < end``, named by the ISO week of its end.

    167 or 169 hours long where the clocks change.
    """

    #: Such as ``2026-W47``.
    name: str
    start: datetime
    #: The cut-off.
    end: datetime
    #: Where the newsletter lives; dates are printed in it.
    zone: ZoneInfo

    def __contains__(self, moment: datetime) -> bool:
        return self.start <= moment < self.end

    @property
    def first_day(self) -> date:
        """The local day on which it starts."""
        return self.start.astimezone(self.zone).date()

    @property
    def last_day(self) -> date:
        """The local day of the cut-off, on which the letter goes out."""
        return self.end.astimezone(self.zone).date()

    def previous(self, cut_off: WeeklyTime) -> "Week":
        """The week that this one follows."""
        return week_ending(self.start, cut_off)


def week_ending(end: datetime, cut_off: WeeklyTime) -> Week:
    """The week that a cut-off ends; ``end`` is such a cut-off."""
    local = end.astimezone(cut_off.zone)
    year, number, _ = local.isocalendar()
    return Week(
        name=f"{year}-W{number:02d}",
        start=cut_off.on(local.date() - timedelta(days=7)),
        end=end,
        zone=cut_off.zone,
    )


def week_open_at(now: datetime, cut_off: WeeklyTime) -> Week:
    """The week open at a moment; at the cut-off itself, the one just closed.

    >>> from newsletter.domain.week import WeeklyTime
    >>> cut_off = WeeklyTime.parse("fri 05:00", ZoneInfo("America/New_York"))
    >>> week_open_at(datetime(2026, 11, 20, 10, 0, tzinfo=UTC), cut_off).name
    '2026-W47'
    >>> week_open_at(datetime(2026, 11, 20, 10, 1, tzinfo=UTC), cut_off).name
    '2026-W48'
    """
    return week_ending(cut_off.next_at_or_after(now), cut_off)


def week_named(name: str, cut_off: WeeklyTime) -> Week:
    """The week of a name such as ``2026-W47``.

    Raises:
        Refused: no such week.
    """
    found = re.fullmatch(r"([12][0-9]{3})-W([0-9]{2})", name.strip())
    try:
        if not found:
            raise ValueError(name)
        return week_ending(cut_off.in_iso_week(int(found[1]), int(found[2])), cut_off)
    except ValueError:
        raise Refused(f"There is no week {name!r}. Name it by year and ISO week, such as 2026-W47.") from None


def week_of(moment: datetime, cut_off: WeeklyTime) -> Week:
    """The week that holds a moment; the cut-off itself is the first moment of the next."""
    week = week_open_at(moment, cut_off)
    return week if moment in week else week_ending(cut_off.next_at_or_after(week.end + timedelta(seconds=1)), cut_off)
