from datetime import UTC, datetime
from gettext import NullTranslations

import pytest

from newsletter.domain.entry import Lean
from newsletter.domain.issue import Coverage, LeanCount, Made
from newsletter.draft.mail.phrases import Phrases, locale_of
from tests.builders import a_week

ENGLISH = Phrases("en", NullTranslations())


def coverage(left=(0, 0), centre=(0, 0), right=(0, 0), unrated=(0, 0)) -> Coverage:
    counts = dict(zip(Lean, (left, centre, right, unrated), strict=True))
    return Coverage(
        by_lean={lean: LeanCount(n=n, of=of) for lean, (n, of) in counts.items()},
        families=sum(n for n, _ in counts.values()),
        of=sum(of for _, of in counts.values()),
    )


def test_coverage_in_words():
    assert ENGLISH.coverage(coverage((3, 5), (3, 5), (2, 4), (1, 2))) == (
        "Covered by 9 of 16 newsrooms: left 3 of 5, centre 3 of 5, right 2 of 4, unrated 1 of 2"
    )


def test_a_lean_that_nobody_has_is_not_named():
    assert (
        ENGLISH.coverage(coverage(left=(1, 2), right=(0, 1)))
        == "Covered by 1 of 3 newsrooms: left 1 of 2, right 0 of 1"
    )


def test_without_any_rating_no_lean_is_named():
    assert ENGLISH.coverage(coverage(unrated=(2, 3))) == "Covered by 2 of 3 newsrooms"


def test_how_the_letter_was_made():
    made = Made(entries=1298, stories=1, families=16, feeds=16, feeds_healthy=15)

    assert " ".join(ENGLISH.made(made)) == (
        "We read 1,298 entries by 16 newsrooms and found 1 story in them. 15 of 16 feeds were in good health."
    )


def test_an_archive_without_feeds_says_nothing_of_them():
    assert len(ENGLISH.made(Made(entries=2, stories=1, families=1, feeds=0, feeds_healthy=0))) == 1


def test_days_are_those_of_the_publications_time_zone():
    """A story that broke at three in the morning in London broke the evening before in New York."""
    assert ENGLISH.day(datetime(2026, 11, 18, 3, tzinfo=UTC), a_week()) == "Tue, Nov 17"


def test_a_week_is_written_with_both_its_ends():
    assert ENGLISH.dates(a_week()).replace("\u2009", " ") == "Nov 13 – 20, 2026"  # noqa: RUF001 - as printed


@pytest.mark.parametrize(("tag", "locale"), [("en", "en"), ("en-GB", "en_GB"), ("xx", "en"), ("no such thing", "en")])
def test_a_language_nobody_knows_is_written_as_english(tag, locale):
    assert str(locale_of(tag)) == locale


def test_a_section_without_a_heading_stands_for_itself():
    assert ENGLISH.section("sports") == "sports"
    assert ENGLISH.section("executive") == "The White House and the executive"
