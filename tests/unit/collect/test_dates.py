# ruff: noqa: RUF001 - outlets write dates in their own letters
"""Dates as outlets write them, and which of them can be believed."""

from datetime import UTC, date, datetime, timedelta

import pytest

from newsletter.collect.reading.dates import Dated, Stamp, date_of, day_in_path, read_date
from newsletter.collect.reading.timezones import offset_of
from newsletter.domain.entry import DateQuality
from tests.builders import NOON

TEN = datetime(2026, 11, 18, 10, tzinfo=UTC)
DAY = datetime(2026, 11, 18, tzinfo=UTC)


def at(hour: float, *, day: int = 18) -> datetime:
    return datetime(2026, 11, day, tzinfo=UTC) + timedelta(hours=hour)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        # RFC 822 and 2822, and what passes for it
        ("Wed, 18 Nov 2026 10:00:00 GMT", TEN),
        ("Wed, 18 Nov 2026 10:00:00 +0000", TEN),
        ("Wed, 18 Nov 2026 05:00:00 -0500", TEN),
        ("Wed, 18 Nov 2026 05:00:00 -0500 (EST)", TEN),
        ("Wed, 18 Nov 2026 05:00:00 GMT-05:00", TEN),
        ("Wed, 18 Nov 2026 10:00 GMT", TEN),
        ("18 Nov 2026 10:00:00 GMT", TEN),
        ("18 Nov 26 10:00 GMT", TEN),
        ("Mon, 18 Nov 2026 10:00:00 GMT", TEN),
        ("Wednesday, 18 November 2026 10:00:00 GMT", TEN),
        ("wed,18 nov 2026 10:00:00 gmt", TEN),
        ("Wed, Nov 18 2026 10:00:00 GMT", TEN),
        ("  Wed, 18 Nov 2026\n 10:00:00 GMT ", TEN),
        ("Wed, 18 Nov 2026 10:00:00", TEN),
        ("Wed, 18 Nov 2026", DAY),
        ("Wed, 18 Nov 2026 23:59:60 GMT", datetime(2026, 11, 18, 23, 59, 59, tzinfo=UTC)),
        ("Wed, 18 Nov 2026 24:00:00 GMT", datetime(2026, 11, 19, tzinfo=UTC)),
        ("Fri, 16 Jul 99 04:05:06 GMT", datetime(1999, 7, 16, 4, 5, 6, tzinfo=UTC)),
        # ISO 8601 in all its forms
        ("2026-11-18T10:00:00Z", TEN),
        ("2026-11-18T10:00:00.123456Z", TEN),
        ("2026-11-18T10:00:00,5Z", TEN),
        ("2026-11-18T05:00:00-05:00", TEN),
        ("2026-11-18T05:00-0500", TEN),
        ("2026-11-18T11+01", TEN),
        ("2026-11-18t10:00:00z", TEN),
        ("2026-11-18 10:00:00", TEN),
        ("2026-11-18 05:00:00 EST", TEN),
        ("2026-11-18", DAY),
        ("20261118", DAY),
        ("20261118T100000Z", TEN),
        ("20261118T1000-0000", TEN),
        ("2026-322", DAY),
        ("2026-W47-3", DAY),
        ("2026-11-18-05:00", DAY),
        # what editors and programs write
        ("2016/6/29", datetime(2016, 6, 29, tzinfo=UTC)),
        ("2026/11/18 10:00", TEN),
        ("Wed, 2026/11/18 10:00:00 GMT", TEN),
        ("Wed Nov 18 10:00:00 2026", TEN),
        ("Wed Nov 18 05:00:00 EST 2026", TEN),
        ("November 18, 2026", DAY),
        ("November 18, 2026 10:00 a.m.", TEN),
        ("November 18, 2026 at 5 AM EST", TEN),
        ("18th of November 2026, 10am", TEN),
        ("18-Nov-2026 10:00:00", TEN),
        ("18.11.2026 10:00", TEN),
        ("18/11/2026 10:00", TEN),
        ("11/18/2026 10:00:00 AM", TEN),
        # other languages
        ("mer., 18 nov. 2026 11:00:00 +0100", TEN),
        ("mardi 24 novembre 2026", datetime(2026, 11, 24, tzinfo=UTC)),
        ("Mar 24 Nov 2026 00:00:00 +0000", datetime(2026, 11, 24, tzinfo=UTC)),
        ("Mi, 18. November 2026 11:00 MEZ", TEN),
        ("miércoles, 18 de noviembre de 2026", DAY),
        ("18 août 2026", datetime(2026, 8, 18, tzinfo=UTC)),
        ("Κυρ, 11 Ιούλ 2004 12:00:00 EST", datetime(2004, 7, 11, 17, tzinfo=UTC)),
        ("2004-július-13T9:15-05:00", datetime(2004, 7, 13, 14, 15, tzinfo=UTC)),
        ("2026년 11월 18일 오전 10:00:00", TEN),
        ("2026-11-18 오후 10:00:00", at(22)),
        ("2026年11月18日 10:00", TEN),
    ],
)
def test_a_date_is_read_in_whatever_form_it_comes(text: str, moment: datetime):
    assert read_date(text) == moment


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "yesterday at 5",
        "10:00",
        "2026",
        "2026-11",
        "November 2026",
        "Nov 18",
        "Wed, 18 Nov",
        "03/04/2026",
        "1763000000",
        "200-01-01",
        "0000-00-00 00:00:00",
        "Sat, 31 Feb 2026 10:00:00 GMT",
        "2026-02-30",
        "2026-366",
        "2026-W60-1",
        "2026-11-18T25:00:00Z",
        "Wed, 18 Nov 2026 13 pm",
        "Wed, 0 Nov 2026 10:00:00 GMT",
        "Wed, 18 Nov 99999 10:00:00 GMT",
        "9" * 5_000,
        "1" * 99,
        "nov " * 24,
    ],
)
def test_what_names_no_day_beyond_doubt_is_no_date(text: str):
    """Nothing that is left out is made up, and the third of April is not the fourth of March."""
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("zone", "hours"),
    [
        *[("EST", -5), ("EDT", -4), ("CST", -6), ("CDT", -5), ("MST", -7), ("MDT", -6), ("PST", -8), ("PDT", -7)],
        *[("AKST", -9), ("HST", -10), ("AST", -4), ("NST", -3.5), ("ET", -5)],
        *[("GMT", 0), ("UT", 0), ("UTC", 0), ("Z", 0), ("WET", 0), ("BST", 1), ("CET", 1), ("CEST", 2), ("MEST", 2)],
        *[("EET", 2), ("EEST", 3), ("MSK", 3), ("SAST", 2), ("IST", 5.5), ("PKT", 5), ("SGT", 8), ("HKT", 8)],
        *[("JST", 9), ("KST", 9), ("AEST", 10), ("AEDT", 11), ("ACST", 9.5), ("AWST", 8), ("NZST", 12), ("NZDT", 13)],
        *[("A", 1), ("M", 12), ("N", -1), ("Y", -12), ("(EST)", -5), ("Etc/GMT", 0), ("est", -5)],
        *[("+0530", 5.5), ("-05:00", -5), ("+1", 1), ("GMT+2", 2), ("UTC+02:00", 2), ("EST -0400", -4)],
        *[("", 0), ("XYZ", 0), ("Local", 0), ("+9900", 0)],
        *[("America/New_York", -5), ("Europe/London", 0), ("Asia/Kolkata", 5.5), ("US/Pacific", -8), ("ET", -5)],
        *[("America/Argentina/Buenos_Aires", -3), ("[Europe/Berlin]", 1), ("(Asia/Tokyo)", 9), ("Etc/GMT+5", -5)],
        *[("Etc/UTC", 0), ("-04:00[America/New_York]", -4), ("America/New_York -0400", -4)],
        # no such place, a folder's name, a way out of the database
        *[("America/Gotham", 0), ("Etc/Nothing", 0), ("America/Argentina", 0), ("America/../passwd", 0)],
    ],
)
def test_a_zone_is_known_by_its_name_or_its_numbers(zone: str, hours: float):
    assert offset_of(f" {zone}", NOON) == timedelta(hours=hours)
    assert read_date(f"Wed, 18 Nov 2026 12:00:00 {zone}") == NOON - timedelta(hours=hours)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Mon, 23 Nov 2026 08:00:00 America/New_York", datetime(2026, 11, 23, 13, tzinfo=UTC)),
        ("Thu, 23 Jul 2026 08:00:00 America/New_York", datetime(2026, 7, 23, 12, tzinfo=UTC)),
        ("Thu, 23 Jul 2026 08:00:00 Europe/London", datetime(2026, 7, 23, 7, tzinfo=UTC)),
        ("2026-07-23 08:00:00 Europe/London", datetime(2026, 7, 23, 7, tzinfo=UTC)),
        ("2026-07-23T08:00:00[Europe/London]", datetime(2026, 7, 23, 7, tzinfo=UTC)),
        ("July 23, 2026 8:00 AM ET", datetime(2026, 7, 23, 12, tzinfo=UTC)),
        ("July 23, 2026 5 am PT", datetime(2026, 7, 23, 12, tzinfo=UTC)),
        # The clocks change within the night.
        ("Sun, 29 Mar 2026 00:30:00 Europe/London", datetime(2026, 3, 29, 0, 30, tzinfo=UTC)),
        ("Sun, 29 Mar 2026 03:30:00 Europe/London", datetime(2026, 3, 29, 2, 30, tzinfo=UTC)),
        # Places whose names look like months.
        ("Nov 23, 2026 08:00:00 Asia/Novosibirsk", datetime(2026, 11, 23, 1, tzinfo=UTC)),
        ("Nov 23, 2026 08:00:00 America/Juneau", datetime(2026, 11, 23, 17, tzinfo=UTC)),
        ("Mon Nov 23 08:00:00 America/Martinique 2026", datetime(2026, 11, 23, 12, tzinfo=UTC)),
        ("23/Nov/2026 08:00:00", datetime(2026, 11, 23, 8, tzinfo=UTC)),
        # Nobody knows that place: the day is right, and the hour is taken for UTC's.
        ("Mon, 23 Nov 2026 08:00:00 America/Gotham", datetime(2026, 11, 23, 8, tzinfo=UTC)),
    ],
)
def test_a_place_in_the_place_of_a_zone_has_its_summer_time(text: str, moment: datetime):
    assert read_date(text) == moment


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2026/11/18/budget", 18),
        ("politics/2026/11/18", 18),
        ("politics/2026/11/9/budget", 9),
        ("politics/2026/nov/18/budget", 18),
        ("politics/2026/November/18/budget", 18),
        ("2026-11-18-budget", 18),
        ("budget-2026-11-18", 18),
        ("politics/2026_11_18_budget.html", 18),
        ("news/20261118/budget", 18),
        ("news/budget-20261118.html", 18),
        ("2026/11/19/budget-in-the-east", 19),
        # not whole, not a day, not yet, long ago
        ("2026/11/budget", None),
        ("2026/budget", None),
        ("2026/13/18/budget", None),
        ("2026/02/30/budget", None),
        ("2026/11/21/budget", None),
        ("1984/11/18/novel", None),
        ("2026/11/1812/budget", None),
        # numbers of another sort
        ("news/20121118", None),
        ("news/202611181", None),
        ("news/120261118", None),
        ("story-48202611180", None),
        ("news/politics-20269999", None),
        ("bill-2026-11-18a", None),
    ],
)
def test_an_address_may_name_the_day(path: str, day: int | None):
    found = day_in_path(f"https://ledger.example/{path}?date=2026-11-01", now=NOON)

    assert found == (date(2026, 11, day) if day else None)


@pytest.mark.parametrize("url", ["", "http://[", "https://2026-11-18.example/", "/2026"])
def test_an_address_that_names_none_has_none(url: str):
    assert day_in_path(url, now=NOON) is None


PUBLISHED = Stamp("Wed, 18 Nov 2026 10:00:00 GMT", DateQuality.PUBLISHED)
UPDATED = Stamp("Wed, 18 Nov 2026 11:00:00 GMT", DateQuality.UPDATED)
AHEAD = Stamp("Wed, 18 Nov 2026 13:00:01 GMT", DateQuality.PUBLISHED)
JUST = Stamp("Wed, 18 Nov 2026 13:00:00 GMT", DateQuality.PUBLISHED)
ZERO = Stamp("Thu, 01 Jan 1970 00:00:00 GMT", DateQuality.PUBLISHED)
OLD = Stamp("Sat, 31 Dec 1994 23:59:59 GMT", DateQuality.PUBLISHED)
ODD = Stamp("soon", DateQuality.PUBLISHED)
PLAIN = "https://ledger.example/budget"
DATED = "https://ledger.example/2026/11/17/budget"


@pytest.mark.parametrize(
    ("stamps", "url", "dated"),
    [
        ([PUBLISHED, UPDATED], DATED, Dated(TEN, DateQuality.PUBLISHED, ahead=False)),
        ([UPDATED], DATED, Dated(at(11), DateQuality.UPDATED, ahead=False)),
        ([ODD, UPDATED], DATED, Dated(at(11), DateQuality.UPDATED, ahead=False)),
        ([JUST], DATED, Dated(at(13), DateQuality.PUBLISHED, ahead=False)),
        ([AHEAD, UPDATED], DATED, Dated(at(11), DateQuality.UPDATED, ahead=True)),
        ([AHEAD], DATED, Dated(at(12, day=17), DateQuality.PATH, ahead=True)),
        ([AHEAD], PLAIN, Dated(None, DateQuality.FIRST_SEEN, ahead=True)),
        ([ZERO, OLD], PLAIN, Dated(None, DateQuality.FIRST_SEEN, ahead=False)),
        ([], DATED, Dated(at(12, day=17), DateQuality.PATH, ahead=False)),
        ([], PLAIN, Dated(None, DateQuality.FIRST_SEEN, ahead=False)),
    ],
)
def test_the_best_date_that_can_be_believed_is_taken(stamps: list[Stamp], url: str, dated: Dated):
    """Never now: an old piece of an undated feed would be this week's news, every week."""
    assert date_of(stamps, url, now=NOON) == dated


def test_a_day_in_an_address_is_never_later_than_first_sight():
    seen = at(9)

    assert date_of([], "https://ledger.example/2026/11/18/budget", now=seen).published == seen
    assert date_of([], "https://ledger.example/2026/11/18/budget", now=at(20)).published == at(12)
