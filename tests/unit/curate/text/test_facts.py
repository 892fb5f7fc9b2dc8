import pytest

from newsletter.curate.text.facts import deltas, facts, transitions


def test_a_text_states_names_numbers_dates_and_states():
    found = facts(["On March 14 the jury convicted Nils Halvorsen of 18 bribes of $1,200 since 2019."])

    assert ("nil", "halvorsen") in found.names
    assert found.numbers == {"18", "1200"}
    assert found.dates == {("mar", "14")}
    assert found.states == {"convicted"}


@pytest.mark.parametrize(
    "text",
    [
        "The jury may be convicted of haste.",
        "The senator was not convicted.",
        "Prosecutors hope to convict him.",
    ],
)
def test_a_wish_a_forecast_or_a_denial_is_no_state(text):
    assert facts([text]).states == frozenset()


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        ("He was charged on Monday.", "He was convicted on Friday.", ("was charged, now convicted",)),
        ("He was charged on Monday.", "He was acquitted on Friday.", ("was charged, now acquitted",)),
        ("The House passed the bill.", "The president signed the bill.", ("was passed, now in force",)),
        ("He was convicted.", "He was charged.", ()),
        ("He was convicted.", "He was convicted.", ()),
        ("The House passed the bill.", "He was convicted.", ()),
    ],
)
def test_a_matter_comes_to_a_later_status(before, now, told):
    assert transitions(facts([before]), facts([now])) == told


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        ("The flood killed many: 12 people died.", "By Friday 18 people had died; 18 dead.", ("dead: was 12, now 18",)),
        ("Twelve people were hurt.", "The court heard 14 witnesses.", ()),
        ("Two senators left.", "Four senators left.", ("senator: was 2, now 4",)),
        ("12 senators, then 14 senators left.", "Now 18 senators left.", ()),
        ("He got 12 votes.", "He got 12 votes.", ()),
    ],
)
def test_a_number_of_the_same_thing_has_changed(before, now, told):
    assert deltas(facts([before]), facts([now])) == told
