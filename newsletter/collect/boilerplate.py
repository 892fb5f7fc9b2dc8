# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""Furniture struck out of a text, line by line, and kept so that an editor can see it.

A line's own words tell most of it (``furniture``). The rest is told by the company a line keeps: beside a call to
action the shop goes on talking, and at the end and between the paragraphs stand teasers for other pieces (``tail``).
"""

import re
from dataclasses import dataclass

from newsletter.collect.furniture.captions import parted_credit
from newsletter.collect.furniture.cohesion import leans_on_the_line_before
from newsletter.collect.furniture.corrections import is_correction
from newsletter.collect.furniture.pointers import pointer_to_the_rest
from newsletter.collect.furniture.tail import strays, tail
from newsletter.collect.furniture.tone import FURNITURE, tone
from newsletter.collect.furniture.wording import BIO, CORRECTION, TONE, furniture, promotes
from newsletter.collect.sentences import sentences
from newsletter.domain.entry import Removed

__all__ = ["Stripped", "furniture", "strip_furniture"]

#: A paragraph of no more than so many words that is furniture as it stands goes whole.
_SHORT = 40
#: Characters; no short paragraph is longer, and no correction either.
_LONGEST = 600
#: In words.
_ASIDE = 6
_DONE = re.compile(r"\b(?:was|were|did|had|said|told|went|came|\w{3,20}ed)\b", re.IGNORECASE)
_ENDED = re.compile(r"[.!?:][\"”’')\]]*$|[\"”’]$")
#: The sorts beside which a shop goes on talking.
_CALLS = frozenset(["call-to-action", "paywall", "follow-us", "contact", "cookie-notice", "own-voice", TONE])
#: … or about itself and those who write for it.
_TALKATIVE = _CALLS | {BIO, "copyright", "agency-tail"}
#: The sorts that point to other pieces: where one stood, teasers stand.
_POINTERS = frozenset(["read-more", "bare-link"])


@dataclass(frozen=True, slots=True)
class Stripped:
    """What is left of a text, and what was taken out of it."""

    #: The text without its furniture; paragraphs are parted by a blank line.
    text: str
    #: The lines struck out, in the order in which they stood.
    removed: tuple[Removed, ...] = ()
    #: What the outlet says that it got wrong, in order; neither in the text nor in ``removed``.
    corrections: tuple[str, ...] = ()


def strip_furniture(text: str, *, title: str = "") -> Stripped:
    """The text without its furniture and corrections, and both of these, in the order in which they stood.

    Paragraphs are parted by a blank line, before and after. A text of which nothing is furniture comes back as it is.
    """
    kept: list[str] = []
    places: list[int] = []
    struck: list[tuple[int, Removed]] = []
    teased: set[int] = set()
    for place, paragraph in enumerate(filter(None, text.split("\n\n"))):
        rest, lines = _strip_paragraph(paragraph) if place else _strip_first(paragraph)
        struck += [(place, line) for line in lines]
        if rest:
            kept.append(rest)
            places.append(place)
        elif any(line.rule in _POINTERS for line in lines):
            teased.add(len(kept))
    # What goes may have been what another line had in common with the article.
    while found := tail(kept, title, teased) or strays(kept, title):
        for i, rule in sorted(found, reverse=True):
            struck.append((places.pop(i), Removed(text=kept.pop(i), rule=rule)))
        teased = set()
    struck.sort(key=lambda line: line[0])
    return Stripped(
        text="\n\n".join(kept),
        removed=tuple(line for _, line in struck if line.rule != CORRECTION),
        corrections=tuple(line.text for _, line in struck if line.rule == CORRECTION),
    )


def _strip_first(paragraph: str) -> tuple[str, list[Removed]]:
    """As ``_strip_paragraph``. Where a feed's short text breaks off, only the pointer to the rest goes."""
    if pointer := pointer_to_the_rest(paragraph):
        rest, struck = _strip_paragraph(paragraph.removesuffix(pointer).rstrip())
        return rest, [*struck, Removed(text=pointer.strip(), rule="read-more")]
    return _strip_paragraph(paragraph)


def _strip_paragraph(paragraph: str) -> tuple[str, list[Removed]]:
    """What is left of a paragraph, and what was struck out of it, in order where it goes in one."""
    struck: list[Removed] = []
    while paragraph:
        paragraph, lines = _strip_once(paragraph)
        if not lines:
            break
        struck += lines
    return paragraph, struck


def _strip_once(paragraph: str) -> tuple[str, list[Removed]]:
    if is_correction(paragraph):  # with the sentences that say how it is right
        return "", [Removed(text=paragraph, rule=CORRECTION)]
    if parted := parted_credit(paragraph):
        rest, gone, rule = parted
        return rest, [Removed(text=gone, rule=rule)]
    lines = sentences(paragraph)
    short = len(lines) > 1 and len(paragraph) <= _LONGEST and len(paragraph.split()) <= _SHORT
    whole = furniture(paragraph) if short else None
    if whole and whole not in _CALLS:
        return "", [Removed(text=paragraph, rule=whole)]
    rules = _rules(lines)
    if any(rule in _TALKATIVE for rule in rules):
        _judge_neighbours(lines, rules)
    if whole and all(rule or promotes(line) for line, rule in zip(lines, rules, strict=True)):
        rules = [rule or whole for rule in rules]
    if not any(rules):
        return paragraph, []
    struck = [Removed(text=line, rule=rule) for line, rule in zip(lines, rules, strict=True) if rule]
    return " ".join(line for line, rule in zip(lines, rules, strict=True) if not rule), struck


def _rules(lines: list[str]) -> list[str | None]:
    """The rule of each sentence of a paragraph; a sentence within somebody's longer quotation has none."""
    rules: list[str | None] = []
    quoted = False
    for line in lines:
        rules.append(None if quoted else furniture(line))
        opened, closed = line.rfind("“"), line.rfind("”")
        if opened != closed:
            quoted = opened > closed
        elif line.count('"') % 2:
            quoted = not quoted
    if len(lines) > 1 and not rules[-1] and not quoted and _is_glued(lines[-1]):
        rules[-1] = TONE
    return rules


def _judge_neighbours(lines: list[str], rules: list[str | None]) -> None:
    """Give the sentences beside a call to action a rule where a little of a shop's voice is in them.

    Where most of the paragraph is such talk, a short sentence without a name or a number goes with it:
    "Politics moves fast. Our app moves faster. Download it today."
    """
    for step in (1, -1):
        beside = False
        for i in range(len(lines))[::step]:
            if rules[i] is None and beside and (promotes(lines[i]) or _is_aside(lines[i])):
                rules[i] = "beside-a-call"
            beside = rules[i] is not None
    if sum(rule is not None for rule in rules) * 2 >= len(rules):
        for i, line in enumerate(lines):
            if rules[i] is None and not _is_newsy(line) and (promotes(line) or not leans_on_the_line_before(line)):
                rules[i] = "beside-a-call"


def _is_glued(line: str) -> bool:
    """Whether a line without an end, behind a paragraph's sentences, is a button or a credit that was glued to them."""
    return len(line) <= _LONGEST and not _ENDED.search(line) and tone(line) >= FURNITURE


def _is_aside(line: str) -> bool:
    """Whether a line is a few words that name nobody and tell of nothing done, as in "Politics is noisy"."""
    if len(line.split()) > _ASIDE or _is_newsy(line) or (_DONE.search(line) and not line.endswith("?")):
        return False
    return not leans_on_the_line_before(line)


def _is_newsy(line: str) -> bool:
    """Whether a sentence tells something: it has a name or a number in it, or some length."""
    return len(line.split()) >= 10 or bool(re.search(r"\d|\w,? [A-Z]\w", line))
