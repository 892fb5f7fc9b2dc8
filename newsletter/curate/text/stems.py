"""Stems: one form for the words that tell one thing: "resigned" and "resigns", "British" and "Britain".

Short texts of one event often share no more than three words, and lose one of them to an ending. Only endings are cut
that leave a stem of four letters or more; names of places and peoples, what capitals stand for, and the words of one
concept become one word. Numbers are their figures; names from other scripts are what all spellings of them share.
"""

import re
from functools import lru_cache

from newsletter.curate.text.aliases import ALIASES
from newsletter.curate.text.concepts import CONCEPTS
from newsletter.curate.text.entities import sound
from newsletter.curate.text.terms import word_list, words

_ENDINGS = (
    *("ational", "ations", "ation", "ments", "ment", "ingly", "edly"),
    *("ing", "ers", "ed", "er", "ion", "ive", "al", "ly", "e", "y"),
)
#: Nothing is cut that would leave fewer letters.
SHORTEST = 4
#: Words whose stem would be that of another thing: a billion is no bill, policy no police.
_WHOLE = word_list("billion million trillion station mission policy department passion")
# Endings of names that come from another script, in the spellings that English has for them.
_WRITTEN_OVER = (
    *("ov", "ev", "ova", "eva", "enko", "sky", "skyi", "skiy", "skaya", "vich", "vych"),
    *("shvili", "idze", "adze", "ullah", "zadeh", "oglu", "ogly"),
)
_LEADING_FIGURES = re.compile(r"\d+(?:\.\d+)?")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TEENS = ("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_SPELT = {word: str(number) for number, word in enumerate(_TEENS, start=11)}
_SPELT |= {word: str(10 * number) for number, word in enumerate(_TENS, start=2)}


@lru_cache(maxsize=1 << 16)  # a week has few distinct words, each hundreds of times
def stem(word: str) -> str:
    """The stem of a folded word, as ``curate.terms.words`` gives them.

    >>> [stem(word) for word in ("resigned", "resign", "nation", "british", "51", "84m")]
    ['resign', 'resign', 'nation', 'britain', '51', '84']
    """
    if word[0].isdigit():
        # "84m" is "84 million" and "7th" is "7": what follows the figures is told by other words, or by none.
        figures = _LEADING_FIGURES.match(word)
        return figures[0] if figures else word
    if word in ALIASES:
        return _MEANT.get(ALIASES[word], ALIASES[word])
    # "Kh" is one letter of other scripts, and many write it "h".
    if word.endswith(_WRITTEN_OVER) and (known := sound(word.replace("kh", "h")) or sound(word)):
        return known
    cut = _cut(word)
    return _SPELT.get(word) or _MEANT.get(cut, cut)


def _cut(word: str) -> str:
    """A word without its ending."""
    if word in _WHOLE:
        return word
    if word.endswith(_ENDINGS):
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
                return word[: -len(ending)]
    return word


def _folded(word: str) -> str:
    return (words(word) or [""])[0]


def _concept(word: str) -> str:
    folded = _folded(word)
    return ALIASES.get(folded) or _cut(folded)


#: Stem to the stem of the concept that it stands for.
_MEANT = {_cut(_folded(word)): _concept(concept) for word, concept in CONCEPTS.items() if _folded(word)}
