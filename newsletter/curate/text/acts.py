"""Acts: whether a headline tells something decided, or only talk about it; or asks and teases instead of telling.

A week's letter should rather tell that a law passed than that somebody slammed it. The rules read headlines only,
by lists of words; headlines in other languages are neither an act nor talk, and tease only by a question mark.
"""

import re
from enum import Enum

from newsletter.curate.text.terms import word_list
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
#: What a headline asks or promises with. Plain words: this is looked for in every headline of a week.
_TEASERS = (
    *("here's why", "here's what", "here's how", "what to know", "what you need", "things to know"),
    *("you need to know", "this is why", "this is what", "this is how", "takeaways"),
)
_TEASING_WORDS = word_list("you your explained explainer")
_QUESTION_MARKS = ("?", "\u061f", "\uff1f")
_TEASING_START = re.compile(
    r"\d{1,2} (?:things|ways|reasons|times)(?!\w)|(?:what|why|how|who) (?:is|are|was|does|did|do|to|we)(?!\w)"
)
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


def teases(headline: str) -> bool:
    """Whether a headline asks or promises instead of telling: a question, "here's why", "five takeaways", "you".

    >>> teases("Here's what to know about the budget"), teases("Senate passes the budget")
    (True, False)
    """
    plain = headline.casefold().replace("\u2019", "'").strip(" '\"\u2018\u201c\u201d")
    return (
        plain.endswith(_QUESTION_MARKS)
        or any(teaser in plain for teaser in _TEASERS)
        or (
            any(word in plain for word in _TEASING_WORDS)
            and not _TEASING_WORDS.isdisjoint(word.strip(",:;.!'") for word in plain.split())
        )
        or _TEASING_START.match(plain) is not None
    )
