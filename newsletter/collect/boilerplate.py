# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""Furniture struck out of a text, line by line, and kept so that an editor can see it.

A line's own words tell most of it (``furniture``). The rest is told by the company a line keeps: beside a call to
action the shop goes on talking, and at the end of a text stand teasers for other pieces and a word about the author.
"""

import re
from collections.abc import Callable

from newsletter.collect.furniture import furniture, is_about_the_author, promotes
from newsletter.collect.sentences import sentences
from newsletter.domain.entry import Removed

__all__ = ["furniture", "strip_furniture"]

#: A paragraph of no more than so many words that is furniture as it stands goes whole.
_SHORT = 40
#: The sorts beside which a shop goes on talking.
_CALLS = frozenset(["call-to-action", "paywall", "follow-us", "contact", "cookie-notice"])
#: Teasers are headlines, at most so many words long.
_TEASER = 25
#: Characters; no short line is longer. Words alone do not bound a line, for a megabyte without a space is one word.
_LONGEST = 600
_CUT_OFF = re.compile(r"(?:\.\.\.|…)[\s\])”\"’]*(?:https?://\S+)?$")
_URL = re.compile(r"https?://|www\.|\w\.(?:com|org|net|example)/", re.IGNORECASE)
_ENDS = re.compile(r"[.!?…][\"”’')\]]*$|[\"”]$")
#: A headline of another piece has at least and at most so many words; shorter lines are items of lists.
_HEADLINE = range(4, 17)


def strip_furniture(text: str) -> tuple[str, tuple[Removed, ...]]:
    """The text without its furniture, and the lines struck out, in the order in which they stood.

    Paragraphs are parted by a blank line, before and after. A text of which nothing is furniture comes back as it is.
    """
    kept: list[str] = []
    removed: list[tuple[int, Removed]] = []
    places: list[int] = []
    for place, paragraph in enumerate(filter(None, text.split("\n\n"))):
        rest, struck = _strip_paragraph(paragraph)
        removed += [(place, line) for line in struck]
        if rest:
            kept.append(rest)
            places.append(place)
    for rule in _tail(kept):
        removed.append((places[len(kept) - 1], Removed(text=kept.pop(), rule=rule)))
    removed.sort(key=lambda line: line[0])
    return "\n\n".join(kept), tuple(line for _, line in removed)


def _strip_paragraph(paragraph: str) -> tuple[str, list[Removed]]:
    """What is left of a paragraph, and what was struck out of it."""
    if _has_words(paragraph, range(_SHORT + 1)):
        whole = furniture(paragraph)
        if whole and whole not in _CALLS:
            return "", [Removed(text=paragraph, rule=whole)]
    lines = sentences(paragraph)
    rules = [furniture(line) for line in lines]
    if any(rule in _CALLS for rule in rules):
        _judge_neighbours(lines, rules)
    if not any(rules):
        return paragraph, []
    struck = [Removed(text=line, rule=rule) for line, rule in zip(lines, rules, strict=True) if rule]
    return " ".join(line for line, rule in zip(lines, rules, strict=True) if not rule), struck


def _judge_neighbours(lines: list[str], rules: list[str | None]) -> None:
    """Give the sentences beside a call to action a rule where a little of a shop's voice is in them.

    Where most of the paragraph is such talk, a short sentence without a name or a number goes with it:
    "Politics moves fast. Our app moves faster. Download it today."
    """
    for step in (1, -1):
        beside = False
        for i in range(len(lines))[::step]:
            if rules[i] is None and beside and promotes(lines[i]):
                rules[i] = "beside-a-call"
            beside = rules[i] is not None
    if sum(rule is not None for rule in rules) * 2 > len(rules):
        for i, line in enumerate(lines):
            if rules[i] is None and not _is_newsy(line):
                rules[i] = "beside-a-call"


def _is_newsy(line: str) -> bool:
    """Whether a sentence tells something: it has a name or a number in it, or some length."""
    return len(line.split()) >= 10 or bool(re.search(r"\d|\w,? [A-Z]\w", line))


def _tail(paragraphs: list[str]) -> list[str]:
    """The rules under which the last paragraphs go, from the end upward; the first paragraph always stays."""
    rules: list[str] = []
    bare: list[int] = []
    end = len(paragraphs)
    while end > 1:
        rule = next((name for name, applies in _TAIL if applies(paragraphs[end - 1])), None)
        if rule is None:
            break
        rules.append(rule)
        if rule == "related-headline":
            bare.append(len(rules))
        end -= 1
    # "The bill would:" and a list of what it would do is news.
    if bare and paragraphs[end - 1].endswith(":"):
        return rules[: bare[0] - 1]
    return rules


def _has_words(paragraph: str, number: range) -> bool:
    """Whether a paragraph is a line of so many words, and no longer than such lines are."""
    return len(paragraph) <= _LONGEST and len(paragraph.split()) in number


def _is_cut_off(paragraph: str) -> bool:
    return _has_words(paragraph, range(_TEASER + 1)) and bool(_CUT_OFF.search(paragraph))


def _carries_link(paragraph: str) -> bool:
    return _has_words(paragraph, range(_TEASER + 1)) and bool(_URL.search(paragraph))


def _is_headline(paragraph: str) -> bool:
    return _has_words(paragraph, _HEADLINE) and not _ENDS.search(paragraph) and not paragraph.endswith(":")


_TAIL: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("related-teaser", _is_cut_off),
    ("related-link", _carries_link),
    ("author-bio", is_about_the_author),
    ("related-headline", _is_headline),
)
