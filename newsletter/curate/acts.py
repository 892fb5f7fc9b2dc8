"""Acts: whether a headline tells something decided, or only talk about it.

A week's letter should rather tell that a law passed than that somebody slammed it. The rule reads headlines only,
by a list of verbs; headlines in other languages are neither an act nor talk.
"""

import re
from enum import Enum

from newsletter.curate.terms import word_list
from newsletter.domain.vocabulary import DECIDED, TALK, any_of

# Before a verb these make it a wish or a forecast: "may pass", "vows to sign", "calls for ban".
_NOT_YET = word_list(
    """
a against an and before by can could for if in into may might must no not of on or over set should that the to until
will with would
"""
)


class Telling(Enum):
    """What a headline tells, as a value for the rank."""

    DECIDED = 1.0
    NEITHER = 0.5
    TALK = 0.0


def _verbs(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'-])(?:{any_of(words)})(?![\w'-])")


_DECIDED_VERB, _TALK_VERB = _verbs(DECIDED), _verbs(TALK)
#: Characters before a verb in which its neighbour is looked for; no small word is longer.
_NEIGHBOUR = 20


def telling(headline: str) -> Telling:
    """Whether a headline tells a decided act, only talk, or neither.

    >>> telling("Senate passes the budget, 51 to 49")
    <Telling.DECIDED: 1.0>
    >>> telling("Senate could pass the budget")
    <Telling.TALK: 0.0>
    >>> telling("The budget, explained")
    <Telling.NEITHER: 0.5>
    """
    plain = headline.casefold().replace("\u2019", "'")
    for found in _DECIDED_VERB.finditer(plain):
        before = re.findall(r"[\w'-]+", plain[max(0, found.start() - _NEIGHBOUR) : found.start()])
        if not before or before[-1] not in _NOT_YET:
            return Telling.DECIDED
    return Telling.TALK if _TALK_VERB.search(plain) else Telling.NEITHER
