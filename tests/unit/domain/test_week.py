"""The seven local days up to the cut-off."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.domain.errors import Refused
from newsletter.domain.week import WeeklyTime, week_named, week_of, week_open_at
from tests.builders import CUT_OFF, NEW_YORK

#: Friday 20 November 2026, 05:00 in New York.
CUT = datetime(2026, 11, 20, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "name"),
    [
        (CUT, "2026-W47"),
        (CUT - timedelta(microseconds=1), "2026-W47"),
        (CUT + timedelta(microseconds=1), "2026-W48"),
        (CUT - timedelta(days=7) + timedelta(seconds=1), "2026-W47"),
    ],
)
def test_the_week_open_at_a_moment_is_the_one_that_the_next_cut_off_ends(now, name):
    """At the cut-off itself it is the one just closed: that is when the letter is made."""
    assert week_open_at(now, CUT_OFF).name == name


def test_a_week_holds_its_start_and_not_its_end():
    week = week_open_at(CUT, CUT_OFF)

    assert week.start in week
    assert week.end not in week
    assert week_of(week.end, CUT_OFF).start == week.end


@pytest.mark.parametrize(
    ("name", "hours"), [("2026-W44", 168), ("2026-W45", 169), ("2026-W11", 167), ("2026-W47", 168)]
)
def test_a_week_is_an_hour_longer_or_shorter_where_the_clocks_change(name, hours):
    week = week_named(name, CUT_OFF)

    assert week.end - week.start == timedelta(hours=hours)
    assert week.end.astimezone(NEW_YORK).strftime("%a %H:%M") == "Fri 05:00"


def test_a_week_at_the_turn_of_the_year_is_named_by_its_cut_off():
    cut_off = WeeklyTime.parse("fri 05:00", ZoneInfo("UTC"))

    assert week_open_at(datetime(2027, 1, 1, tzinfo=UTC), cut_off).name == "2026-W53"


@pytest.mark.parametrize("name", ["2026-W54", "2026-W00", "2026W47", "W47", "2026-47", "", "2025-W53"])
def test_a_week_that_does_not_exist_is_refused(name):
    with pytest.raises(Refused, match="2026-W47"):
        week_named(name, CUT_OFF)


@given(
    moment=st.timedeltas(timedelta(0), timedelta(days=20_000)).map(
        lambda later: datetime(2000, 1, 3, tzinfo=UTC) + later
    ),
    zone=st.sampled_from(["America/New_York", "Europe/London", "Asia/Kolkata", "Australia/Lord_Howe", "UTC"]),
    day=st.sampled_from(["mon", "wed", "fri", "sun"]),
    hour=st.integers(0, 23),
)
def test_every_moment_lies_in_exactly_one_week(moment, zone, day, hour):
    cut_off = WeeklyTime.parse(f"{day} {hour:02d}:30", ZoneInfo(zone))

    week = week_of(moment, cut_off)

    assert moment in week
    assert week_named(week.name, cut_off) == week
    assert week.previous(cut_off).end == week.start
    assert moment not in week.previous(cut_off)
