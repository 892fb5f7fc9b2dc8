from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from newsletter.domain.entry import DateQuality
from newsletter.draft.telling.days import dated, dated_by, same_but_for_days
from tests.builders import NEW_YORK, NOON, an_entry

#: A Wednesday noon in New York.
WEDNESDAY = datetime(2024, 7, 24, 16, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("The Senate voted yesterday.", "The Senate voted on Tuesday, July 23."),
        ("The Senate voted yesterday by 51 to 49.", "The Senate voted on Tuesday, July 23, by 51 to 49."),
        ("Yesterday, the Senate voted.", "On Tuesday, July 23, the Senate voted."),
        ("Yesterday the Senate voted.", "On Tuesday, July 23, the Senate voted."),
        ("The White House said today that he left.", "The White House said on Wednesday, July 24, that he left."),
        ("The Senate will vote tomorrow morning.", "The Senate will vote on Thursday morning, July 25."),
        ("The court ruled last night.", "The court ruled on Tuesday night, July 23."),
        ("The votes are counted tonight.", "The votes are counted on Wednesday night, July 24."),
        ("Nothing was heard since yesterday.", "Nothing was heard since Tuesday, July 23."),
        ("After yesterday’s vote, the House left.", "After Tuesday’s vote, the House left."),  # noqa: RUF001 - as outlets set it
        ("The Senate voted on Tuesday.", "The Senate voted on Tuesday."),
    ],
)
def test_a_relative_day_becomes_its_date(said, printed):
    assert dated(said, WEDNESDAY, NEW_YORK) == printed


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("“I will vote tomorrow,” Senator Grant said.", id="in a quotation"),
        pytest.param("Today, half of all voters are older than fifty.", id="that means nowadays"),
        pytest.param("The Senate left the day before yesterday.", id="that counts from another"),
        pytest.param("The deadline is tomorrow or on Friday.", id="beside another day"),
        pytest.param("The court said yesterday (Tuesday) that it would rule.", id="whose date stands beside it"),
    ],
)
def test_a_sentence_is_passed_over_with_a_relative_day(sentence):
    assert dated(sentence, WEDNESDAY, NEW_YORK) is None


def test_a_name_is_no_day():
    assert dated("The poll was made for USA Today by two firms.", WEDNESDAY, NEW_YORK) is not None


@pytest.mark.parametrize(
    ("published", "zone"),
    [
        pytest.param(None, UTC, id="no date"),
        pytest.param(WEDNESDAY, None, id="no time zone"),
        pytest.param(datetime(2024, 7, 24, tzinfo=UTC), UTC, id="a date without a time"),
        pytest.param(datetime(2024, 7, 24, 6, 30, tzinfo=UTC), NEW_YORK, id="a moment in the night"),
    ],
)
def test_no_date_is_told_from(published, zone):
    """A wrong date is worse than a sentence less."""
    assert dated("The Senate voted yesterday.", published, zone) is None


def test_days_are_those_of_the_newsletter():
    far_east = timezone(timedelta(hours=10))

    assert dated("The Senate voted yesterday.", WEDNESDAY, far_east) is None  # two in the morning there
    assert dated("It voted yesterday.", WEDNESDAY + timedelta(hours=6), far_east) == "It voted on Wednesday, July 24."


def test_only_the_outlets_own_date_of_publication_counts():
    assert dated_by(an_entry(at=NOON)) == NOON
    for quality in set(DateQuality) - {DateQuality.PUBLISHED}:
        assert dated_by(replace(an_entry(), date_quality=quality)) is None


def test_a_printed_sentence_is_its_quotation_but_for_the_days():
    quote = "WASHINGTON (Halyard) — Yesterday, the Senate voted."

    assert same_but_for_days("On Tuesday, July 23, the Senate voted.", quote, WEDNESDAY, NEW_YORK)
    assert not same_but_for_days("On Monday, July 22, the Senate voted.", quote, WEDNESDAY, NEW_YORK)
    assert not same_but_for_days("On Tuesday, July 23, the House voted.", quote, WEDNESDAY, NEW_YORK)


@pytest.mark.parametrize("text", ["", "СЕНАТ ГОЛОСОВАЛ", "صوت مجلس الشيوخ أمس", "yesterday " * 500])  # noqa: RUF001 - Cyrillic
def test_any_text_is_taken(text):
    dated(text, WEDNESDAY, NEW_YORK)
