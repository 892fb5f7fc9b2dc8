"""What every store of a writer's answers promises."""

from datetime import timedelta

import pytest

from newsletter.backends.stores import Stores
from tests.builders import NOON

HOUR = timedelta(hours=1)
KEY = "ab" * 32


@pytest.mark.parametrize(
    "answer",
    ['{"sentences": []}', "Café: “vote” 🗳\n\nA second line.", "word " * 100_000, ""],
    ids=["JSON", "of every sort of character", "long", "empty"],
)
def test_an_answer_comes_back_as_it_was(stores: Stores, answer: str):
    stores.written.save(KEY, answer, at=NOON)

    assert stores.written.get(KEY) == answer


def test_what_was_never_asked_has_no_answer(stores: Stores):
    stores.written.save(KEY, "an answer", at=NOON)

    assert stores.written.get("cd" * 32) is None
    assert stores.written.get("") is None


def test_a_key_may_be_of_any_length(stores: Stores):
    stores.written.save("x" * 100_000, "an answer", at=NOON)

    assert stores.written.get("x" * 100_000) == "an answer"
    assert stores.written.get("x" * 99_999) is None


def test_a_later_answer_takes_the_place_of_the_earlier_one(stores: Stores):
    stores.written.save(KEY, "the first", at=NOON)

    stores.written.save(KEY, "the second", at=NOON + HOUR)

    assert stores.written.get(KEY) == "the second"
    assert stores.written.forget(before=NOON + HOUR) == 0


def test_answers_given_before_a_moment_are_forgotten(stores: Stores):
    stores.written.save("old", "an answer", at=NOON - HOUR)
    stores.written.save("new", "an answer", at=NOON)

    assert stores.written.forget(before=NOON) == 1

    assert stores.written.get("old") is None
    assert stores.written.get("new") == "an answer"
    assert stores.written.forget(before=NOON) == 0
