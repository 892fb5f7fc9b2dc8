import pytest

from newsletter.curate.text.acts import Telling, telling


@pytest.mark.parametrize(
    "headline",
    [
        "Senate passes budget, 51 to 49",
        "Governor Signs Water Bill",
        "High Court Rules Against Dredging",
        "Tully resigns over ferry contract",
        "Former mayor sentenced to six years",
        "Brodsky elected speaker of Verania",
        "Judge strikes down abortion law",
    ],
)
def test_is_decided(headline):
    assert telling(headline) is Telling.DECIDED


@pytest.mark.parametrize(
    "headline",
    [
        "Marlow slams opponents of budget",
        "Senate could pass budget this week",
        "President vows to sign water bill",
        "Leaders urge Tully to resign",
        "Poll says voters want change",
    ],
)
def test_is_only_talk(headline):
    assert telling(headline) is Telling.TALK


@pytest.mark.parametrize("headline", ["", "The budget, explained", "Who is Owen Tully?", "Парламент избрал спикера"])
def test_is_neither(headline):
    assert telling(headline) is Telling.NEITHER


@pytest.mark.parametrize("headline", ["An orderly passage", "Signal failures on the line", "The president-elect"])
def test_a_word_that_only_looks_like_an_act_is_none(headline):
    assert telling(headline) is not Telling.DECIDED
