# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""Words as the rules of this stage count them.

Folding is crude on purpose: it only has to bring "vote" and "votes" together within one story,
and it must never surprise an editor who reads why a sentence was chosen.
"""

import re
from functools import lru_cache
from itertools import pairwise

from newsletter.domain.vocabulary import DECIDED, HAPPENED, HEATED, ONE_SIDED, any_of

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")

#: Words that say nothing about what a sentence is about.
_SMALL = frozenset(
    re.findall(
        r"\w+",
        "a about after again against all also am an and any are as at be because been before being between both but "
        "by can could did do does doing down during each few for from further had has have having he her here hers him "
        "his how i if in into is it its itself just may me might more most my no nor not now of off on once only or "
        "other our out over own same say says said she should so some such than that the their them then there these "
        "they this those through to too under until up very was we were what when where which while who whom why will "
        "with would you your",
    )
)

#: Verbs of things done and of what happened.
DEED = re.compile(rf"\b(?:{any_of(DECIDED, HAPPENED)})\b", re.IGNORECASE)
#: Heated words: they tell more about who writes than about what happened.
LOADED = re.compile(rf"\b(?:{any_of(HEATED)})\b", re.IGNORECASE)
#: Words by which one side names what the other names otherwise; they count where only one side uses them.
PARTISAN = re.compile(rf"\b(?:{any_of(ONE_SIDED, HEATED)})\b", re.IGNORECASE)


def folded(text: str) -> str:
    r"""The text on one line, every run of space a single one.

    >>> folded("  one\n\n two ")
    'one two'
    """
    return " ".join(text.split())


def stems(text: str) -> list[str]:
    """The words that carry meaning, in order: lower case, without possessive and plural endings.

    >>> stems("The Senate's votes on the H.R. 8070")
    ['senate', 'vote', 'h.r', '8070']
    """
    return list(_stems(text))


@lru_cache(maxsize=1 << 12)  # a story's sentences are asked about again for each that may follow
def _stems(text: str) -> tuple[str, ...]:
    # In one go: a story has a hundred sentences.
    found = _WORD.findall(text.lower().replace("’", "'"))
    words = (word.removesuffix("'s") if "'" in word else word for word in found)
    return tuple(_singular(word) for word in words if word not in _SMALL)


@lru_cache(maxsize=1 << 11)
def bigrams(text: str) -> frozenset[tuple[str, str]]:
    """The pairs of neighbouring words, small ones included, in lower case."""
    words = [word.lower() for word in _WORD.findall(text)]
    return frozenset(pairwise(words))


def word_count(text: str) -> int:
    """How many words a reader counts."""
    return len(text.split())


def cut_at_word(text: str, room: int) -> str:
    """The text in at most ``room`` characters, cut between words and marked with an ellipsis where it was cut.

    >>> cut_at_word("Senate passes the budget", 16)
    'Senate passes…'
    """
    if len(text) <= room:
        return text
    whole = text[:room].rsplit(" ", 1)[0] if " " in text[:room] else text[: room - 1]
    return whole.rstrip(" ,;:.–—-") + "…"


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
