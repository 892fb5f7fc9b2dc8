"""What tells two events apart besides their words."""

from datetime import UTC, datetime

from newsletter.curate.events.blocks import Blocks
from newsletter.curate.events.circumstances import circumstances
from newsletter.curate.events.likeness import compare
from tests.builders import a_copy, an_entry

TEXTS = [["ibarra", "bridge", "vote", "fairview"], ["ibarra", "bridge", "vote", "harbour"]]


def probability(one, other):
    """How likely two texts tell one event, of the same words but in these circumstances."""
    both = [circumstances([an_entry(**told)]) for told in (one | {"outlet": "A"}, other | {"outlet": "B"})]
    blocks = Blocks.of([[0, 1]])
    return blocks.matrix(compare(TEXTS, both).among(blocks)[1], 0)[0, 1]


def test_the_first_weekday_of_the_opening_is_the_day_it_tells_of():
    assert circumstances([an_entry(content="He said on Friday that Monday's vote stands.")]).weekday == 4


def test_a_weekday_inside_another_word_or_far_down_is_none():
    assert circumstances([an_entry(content="The mondaynight league. " + "word " * 200 + "Monday")]).weekday is None


def test_a_text_that_several_carry_has_no_newsroom_of_its_own():
    original = an_entry()
    assert circumstances([original, a_copy(original, outlet="Another")]).voice is None


def test_two_reports_of_the_same_weekday_are_likelier_one_event_than_of_two():
    friday, monday, none = ({"content": f"It passed on {day}."} for day in ("Friday", "Monday", "no day"))
    assert probability(friday, friday) > probability(friday, none) > probability(friday, monday)


def test_two_reports_days_apart_are_less_likely_one_event():
    first, next_morning, days_later = ({"at": datetime(2026, 3, day, tzinfo=UTC)} for day in (2, 3, 7))
    assert probability(first, first) == probability(first, next_morning) > probability(first, days_later)


def test_a_report_without_a_date_is_held_against_no_other():
    first, undated = {"at": datetime(2026, 3, 2, tzinfo=UTC)}, {"at": None}
    assert probability(first, undated) == probability(first, first)
