# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""Furniture struck out of a text, line by line, and kept so that an editor can see it.

A line's own words tell most of it (``furniture``). The rest is told by the company a line keeps: beside a call to
action the shop goes on talking, and at the end and between the paragraphs stand teasers for other pieces (``tail``).
"""

import re
from dataclasses import dataclass

from newsletter.collect.furniture.captions import parted_credit
from newsletter.collect.furniture.cohesion import leans_on_the_line_before
from newsletter.collect.furniture.corrections import is_correction, says_what_was_wrong
from newsletter.collect.furniture.pointers import pointer_to_the_rest
from newsletter.collect.furniture.tail import strays, tail
from newsletter.collect.furniture.tone import FURNITURE, NEWS, tone
from newsletter.collect.furniture.wording import BIO, CORRECTION, TONE, furniture, promotes
from newsletter.collect.sentences import sentences
from newsletter.domain.entry import Removed

__all__ = ["Stripped", "furniture", "strip_furniture"]

#: A paragraph of no more than so many words that is furniture as it stands goes whole.
_SHORT = 40
#: Characters; no short paragraph is longer, and no correction either.
_LONGEST = 600
#: Before one, no splitter of sentences sees a boundary.
_COPYRIGHT = re.compile(r"(?<=[.!?”\"]) (?=© ?\w|\([cC]\) ?\d{4})")
#: How it goes on about the author, who is named in the sentence before.
_GOES_ON_ABOUT = re.compile(r"\W*(?:before|previously|prior to|since|earlier|formerly|an? |born\b)", re.IGNORECASE)
#: In words.
_ASIDE = 6
_DONE = re.compile(r"\b(?:was|were|did|had|said|told|went|came|\w{3,20}ed)\b", re.IGNORECASE)
_ENDED = re.compile(r"[.!?:][\"”’')\]]*$|[\"”’]$")
#: The sorts beside which a shop goes on talking.
_CALLS = frozenset(["call-to-action", "paywall", "follow-us", "contact", "cookie-notice", "own-voice", TONE])
#: Of these sorts, and of corrections, each sentence is told by itself.
_BY_SENTENCE = _CALLS | {CORRECTION}
#: The sorts beside which a shop goes on talking, or about itself and those who write for it.
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
    if parted := parted_credit(paragraph):
        rest, gone, rule = parted
        return rest, [Removed(text=gone, rule=rule)]
    lines = [line for part in _COPYRIGHT.split(paragraph) for line in sentences(part)]
    short = len(lines) > 1 and len(paragraph) <= _LONGEST and len(paragraph.split()) <= _SHORT
    whole = furniture(paragraph) if short else None
    # What another sort of furniture was glued to may be news, but not what goes on about an author.
    if whole == BIO or (whole and whole not in _BY_SENTENCE and not any(tone(line) < NEWS for line in lines)):
        return "", [Removed(text=paragraph, rule=whole)]
    rules = _rules(lines)
    if CORRECTION in rules or is_correction(paragraph):
        _judge_note(lines, rules, whole=is_correction(paragraph))
    if not _TALKATIVE.isdisjoint(rules):
        _judge_neighbours(lines, rules)
    if whole and whole != CORRECTION and all(rules[i] or promotes(line) for i, line in enumerate(lines)):
        rules = [rule or whole for rule in rules]
    return _parted(lines, rules) if any(rules) else (paragraph, [])


def _parted(lines: list[str], rules: list[str | None]) -> tuple[str, list[Removed]]:
    """What stays of a paragraph, and what goes; the sentences of one correction go as one."""
    kept: list[str] = []
    struck: list[Removed] = []
    for line, rule in zip(lines, rules, strict=True):
        if rule is None:
            kept.append(line)
        elif rule == CORRECTION and struck and struck[-1].rule == CORRECTION:
            struck[-1] = Removed(text=f"{struck[-1].text} {line}", rule=CORRECTION)
        else:
            struck.append(Removed(text=line, rule=rule))
    return " ".join(kept), struck


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


def _judge_note(lines: list[str], rules: list[str | None], *, whole: bool) -> None:
    """Give the sentences that go on from a correction its rule: they say what was wrong, or how it is right.

    A paragraph that is a note as a whole goes on to its end, but for what is furniture by itself.
    """
    noted = whole
    for i, line in enumerate(lines):
        goes_on = whole or (noted and (leans_on_the_line_before(line) or says_what_was_wrong(line)))
        rules[i] = rules[i] or (CORRECTION if goes_on else None)
        noted = rules[i] == CORRECTION


def _judge_neighbours(lines: list[str], rules: list[str | None]) -> None:
    """Give the sentences beside a call to action a rule where a little of a shop's voice is in them.

    Where most of the paragraph is such talk, a short sentence without a name or a number goes with it:
    "Politics moves fast. Our app moves faster. Download it today."
    """
    for i, line in enumerate(lines[1:], start=1):
        if rules[i] is None and rules[i - 1] == BIO and (leans_on_the_line_before(line) or _GOES_ON_ABOUT.match(line)):
            rules[i] = BIO
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
