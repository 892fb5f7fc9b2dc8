"""The tone of a line: what its words and their order say where no rule knows it."""

import subprocess
import sys
from pathlib import Path

import pytest

from newsletter.collect.furniture.tone import FURNITURE, NEWS, tone
from newsletter.collect.furniture.traits import traits
from newsletter.collect.furniture.wording import furniture

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    "line",
    [
        "Less noise and more light, every evening at six.",
        "Two hosts and a kettle: new every Wednesday.",
        "Politics without the shouting, on your doorstep by Saturday.",
    ],
)
def test_a_promotion_without_a_word_of_a_shop_is_known_by_its_tone(line: str):
    assert tone(line) >= FURNITURE


@pytest.mark.parametrize(
    "line",
    [
        "The privacy notice was shown to voters only after they had entered their numbers.",
        "Support for the measure fell below 40 per cent a month before the referendum.",
        "Sign-up for the new childcare rebate opened on Monday, and 40,000 families had applied by noon.",
    ],
)
def test_no_wording_makes_furniture_of_what_has_the_tone_of_news(line: str):
    assert tone(line) < NEWS
    assert furniture(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "El presidente anunció nuevas medidas para la economía este lunes en Madrid.",
        "Der Bundestag beschloss am Montag eine neue Regelung.",
        "La loi entre en vigueur le mois prochain.",
        "Премьер подал в отставку в понедельник.",
    ],
)
def test_of_other_languages_nothing_is_said(line: str):
    """Their words were not learnt, and what is left, such as a length, would say anything."""
    assert NEWS <= tone(line) < FURNITURE
    assert furniture(line) is None


def test_whom_a_line_is_about_makes_no_difference():
    assert traits("On Friday Ann Lee beat Bo Park by 1,204 votes.") == traits(
        "On Monday Mia Orr beat Sam Poe by 7 votes."
    )


def test_what_somebody_says_in_quotation_marks_says_nothing_of_the_line():
    assert traits("“Subscribe to our newsletter today!”") == set()
    assert tone("“Subscribe to our newsletter today!”") < NEWS


def test_an_item_of_a_list_is_told_as_the_sentence_would_be():
    assert tone("• The minimum wage rises in April.") == tone("The minimum wage rises in April.")


def test_the_weights_are_what_the_lists_teach():
    """Whoever changes a list learns anew; a weight may differ by a hundredth between machines."""
    learnt = subprocess.run(
        [sys.executable, "bench/tone.py", "--print"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    kept = (ROOT / "newsletter/collect/furniture/weights.txt").read_text(encoding="utf-8")

    now, then = (dict(line.rsplit("\t", 1) for line in text.splitlines()) for text in (learnt, kept))
    apart = [trait for trait in now.keys() | then.keys() if abs(int(now.get(trait, 0)) - int(then.get(trait, 0))) > 2]
    assert apart == [], "run `python bench/tone.py --learn`"
