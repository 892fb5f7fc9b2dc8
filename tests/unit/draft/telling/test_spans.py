from datetime import UTC, datetime, timedelta

import pytest

from newsletter.draft.telling.days import dated, same_but_for_days
from tests.builders import NEW_YORK

#: A Wednesday noon in New York, and the days around it.
WEDNESDAY = datetime(2024, 7, 24, 16, tzinfo=UTC)
MONDAY, FRIDAY, SUNDAY = (WEDNESDAY + timedelta(days=days) for days in (-2, 2, 4))


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("Last month, the Senate voted.", "In June, the Senate voted."),
        ("Grant was charged earlier this month.", "Grant was charged earlier in July."),
        ("Nothing was heard since last month.", "Nothing was heard since June."),
        ("Last month's vote was close.", "June's vote was close."),
        ("The Senate voted last week by 51 to 49.", "The Senate voted in the week of July 15 by 51 to 49."),
        ("The House votes later this week.", "The House votes later in the week of July 22."),
        ("Grant left Monday of last week.", "Grant left Monday of the week of July 15."),
        ("Grant said over the weekend that it failed.", "Grant said over the weekend of July 20 that it failed."),
        ("The talks failed last weekend.", "The talks failed on the weekend of July 20."),
        ("Grant was arrested two days ago.", "Grant was arrested on Monday, July 22."),
        ("The vote is set for next Tuesday.", "The vote is set for Tuesday, July 30."),
        ("Grant left last Friday night.", "Grant left on Friday night, July 19."),
    ],
)
def test_a_span_is_told_as_what_it_was_when_it_was_written(said, printed):
    assert dated(said, WEDNESDAY, NEW_YORK) == printed
    assert same_but_for_days(printed, said, WEDNESDAY, NEW_YORK)


@pytest.mark.parametrize(
    ("sentence", "written"),
    [
        pytest.param("The Senate voted last week.", SUNDAY, id="a week, on a Sunday: some end it there, some begin"),
        pytest.param("Grant said over the weekend that it failed.", FRIDAY, id="a weekend, on a Friday"),
        pytest.param("Grant will speak over the weekend.", MONDAY, id="a weekend to come, on a Monday"),
        pytest.param("Grant left last Monday.", WEDNESDAY, id="a day of this week, or of the one before"),
        pytest.param(
            "Last week was an eventful one for the Senate.", WEDNESDAY, id="a week of which something is said"
        ),
        pytest.param("“We won last month,” Senator Grant said.", WEDNESDAY, id="a month in a quotation"),
        pytest.param("Grant left a few days ago.", WEDNESDAY, id="some days"),
        pytest.param("“Today’s vote is close,” Grant said.", WEDNESDAY, id="a day that opens a quotation"),  # noqa: RUF001 - as set
    ],
)
def test_what_may_be_either_of_two_is_not_printed(sentence, written):
    """A wrong date is worse than a sentence less."""
    assert dated(sentence, written, NEW_YORK) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "In the last week of the campaign Grant slept little.",
        "Grant wrote it for This Week magazine.",
        "Prices rose for the third month.",
    ],
)
def test_what_is_counted_from_elsewhere_stays(sentence):
    assert dated(sentence, WEDNESDAY, NEW_YORK) == sentence


def test_a_month_is_known_from_a_date_without_a_time():
    """Of midnight either day may be meant, and both are of one month; but not of one "yesterday"."""
    midnight = datetime(2024, 7, 24, tzinfo=UTC)

    assert dated("It passed last month.", midnight, NEW_YORK) == "It passed in June."
    assert dated("It passed last month.", datetime(2024, 7, 1, tzinfo=UTC), NEW_YORK) is None
