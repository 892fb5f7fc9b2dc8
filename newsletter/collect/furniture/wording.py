"""What is furniture and not news: one rule per sort, each telling a single line by its own words.

Furniture is what an outlet puts around its news: calls to subscribe, pointers to other pieces, credits, agency tails.
A rule must know a line by its words alone, because the same sentence is asked about when a feed is read and again
before a letter prints it. What only its place gives away (a teaser among teasers) is the affair of ``boilerplate``.

Whatever somebody says, in quotation marks or reported, is news: "Follow us", the senator told the crowd.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable

from newsletter.collect.furniture import phrases
from newsletter.collect.furniture.line import Line
from newsletter.collect.furniture.rules import RULES, Rule
from newsletter.collect.furniture.triggers import openers_in

#: No line of furniture is longer, in characters; a text that goes on so long without a full stop is something else.
_LONGEST = 1_500
_PAIRED = re.compile("“[^“”]*”")
_PAIRED_OR_STRAIGHT = re.compile('“[^“”]*”|"[^"]*"')


def furniture(sentence: str) -> str | None:
    """The short name of the rule under which a line is not to be printed as news; None where it may be.

    The line is one sentence, or a short paragraph, without markup.

    >>> furniture("Subscribe to our free weekly newsletter!")
    'call-to-action'
    >>> furniture("Correction: An earlier version of this article misspelled the senator's name.")
    'correction'
    >>> furniture("Senators urged voters to subscribe to the plan.")
    """
    if len(sentence) > _LONGEST:
        return None
    line = Line(sentence)
    bits = _worth_asking(line)
    if bits and line.reported:
        bits &= _EVEN_REPORTED
    if not bits:
        return None
    return next((rule.name for i, rule in enumerate(RULES) if bits >> i & 1 and rule.applies(line)), None)


def sorts_perhaps_in(paragraph: str) -> frozenset[str]:
    """The rules of which one may apply to a sentence of a paragraph, or to all of it: cheap, and none is certain."""
    # Of several sentences, only what stands between two marks of one kind is surely somebody else's.
    paired = _PAIRED if paragraph.count('"') % 2 else _PAIRED_OR_STRAIGHT
    line = Line(paragraph, paired)
    bits = _worth_asking(line)
    for bit, keyed in _KEYED:
        if bits & bit and not keyed.may_be_in_a_part(line.own, line.own_words):
            bits &= ~bit
    return frozenset(rule.name for i, rule in enumerate(RULES) if bits >> i & 1) if bits else frozenset()


def promotes(sentence: str) -> bool:
    """Whether a line has anything of a shop's voice. It is enough beside a call to action, and only there."""
    if len(sentence) > _LONGEST:
        return False
    line = Line(sentence)
    return not line.reported and bool(phrases.SHOP_VOICE.search(line.own) or phrases.CALL.match(line.own))


def _bits_by_word(words: Callable[[Rule], Iterable[str]]) -> dict[str, int]:
    bits: defaultdict[str, int] = defaultdict(int)
    for i, rule in enumerate(RULES):
        for word in words(rule):
            bits[word] |= 1 << i
    return dict(bits)


_BY_WORD = _bits_by_word(lambda rule: () if rule.of_text else rule.words)
_BY_WORD_OF_TEXT = _bits_by_word(lambda rule: rule.words if rule.of_text else ())
_BY_OPENER = _bits_by_word(lambda rule: rule.openers)
_BY_MARK = tuple(_bits_by_word(lambda rule: rule.marks).items())
_WORDS, _WORDS_OF_TEXT, _OPENERS = map(frozenset, (_BY_WORD, _BY_WORD_OF_TEXT, _BY_OPENER))


def _bits(holds: Callable[[Rule], object]) -> int:
    return sum(1 << i for i, rule in enumerate(RULES) if holds(rule))


_UNENDED = _bits(lambda rule: rule.unended)
_ANCHORED = _bits(lambda rule: rule.openers)
_EVEN_REPORTED = _bits(lambda rule: rule.of_text or rule.even_reported)
_KEYED = tuple((1 << i, rule.keyed) for i, rule in enumerate(RULES) if rule.keyed)
_NEEDING = tuple((1 << i, rule.needs) for i, rule in enumerate(RULES) if rule.needs)


def _worth_asking(line: Line) -> int:
    """Which rules are worth asking of a line, as bits: what none of its parts is asked, it is not asked as a whole."""
    bits = 0
    for word in line.own_words & _WORDS:
        bits |= _BY_WORD[word]
    for word in line.words & _WORDS_OF_TEXT:
        bits |= _BY_WORD_OF_TEXT[word]
    for mark, asked in _BY_MARK:
        if mark in line.text:
            bits |= asked
    if not line.ends or "…" in line.text or "..." in line.text:  # a sentence within it may have no other end
        bits |= _UNENDED
    if bits & _ANCHORED:
        opened = 0
        for word in openers_in(line.text) & _OPENERS:
            opened |= _BY_OPENER[word]
        bits &= opened | ~_ANCHORED
    for bit, needed in _NEEDING:
        if bits & bit and not needed.search(line.text):
            bits &= ~bit
    return bits
