"""Patterns are counted by looking each word up; the counts must be those of each pattern tried by itself."""

import random
import re

import pytest

from newsletter.draft.section_words import RULES
from newsletter.draft.telling.patterns import Patterns

PATTERNS = [
    r"polls?|attack (?:ads|lines)|running[- ]mate|r\.?n\.?c\.?",
    r"(?<!white )house(?! arrest)|house of representatives|endors\w+",
    r"re-?election|the fed|federal reserve",
]


def one_by_one(patterns: list[str], text: str) -> dict[int, int]:
    found = (len(re.findall(rf"(?<![\w-])(?:{words})(?![\w-])", text, re.IGNORECASE)) for words in patterns)
    return {place: count for place, count in enumerate(found) if count}


@pytest.mark.parametrize(
    "text",
    [
        "The polls, and a poll: \u201cPolls\u201d (poll)",
        "An attack ad is no attack ads; attack, ads. ATTACK LINES",
        "His running-mate and her running mate. Not running mates",
        "The R.N.C. and the RNC endorsed the House of Representatives",
        "White House, the house arrest, the House",
        "the fed, The Federal Reserve, the federal house, the  fed",
        "re-election, reelection, pre-election, poll-tax",
        "",
    ],
)
def test_each_pattern_is_found_as_often_as_by_itself(text: str):
    counts = Patterns(PATTERNS).counts(text)

    assert {place: count for place, count in counts.items() if count} == one_by_one(PATTERNS, text)


def test_the_rules_of_the_sections_are_found_as_often_as_by_themselves():
    """Whatever words stand beside each other: the patterns' own, with and without marks around them."""
    rules = [words for rules in RULES.values() for words, _ in rules]
    dice = random.Random(7)  # noqa: S311 - no secret
    said = sorted({word for words in rules for word in re.findall(r"[a-z]+(?: [a-z]+)*", words)})
    patterns = Patterns(rules)

    for _ in range(300):
        words = [dice.choice(("{}", "{},", "\u201c{}\u201d", "{}.", "{}-", "{}s")) for _ in range(20)]
        text = " ".join(form.format(dice.choice((str.upper, str.title, str))(dice.choice(said))) for form in words)

        counts = patterns.counts(text)

        assert {place: count for place, count in counts.items() if count} == one_by_one(rules, text)
