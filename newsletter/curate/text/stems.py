"""Stems: one form for the words that tell one thing: "resigned" and "resigns", "British" and "Britain".

Short texts of one event often share no more than three words, and lose one of them to an ending. Only endings are cut
that leave a stem of four letters or more; names of places and peoples, and what capitals stand for, become one word.
"""

from functools import lru_cache

from newsletter.curate.text.aliases import ALIASES

_ENDINGS = (
    *("ational", "ations", "ation", "ments", "ment", "ingly", "edly"),
    *("ing", "ers", "ed", "er", "ion", "ive", "al", "ly", "e", "y"),
)
#: Nothing is cut that would leave fewer letters.
SHORTEST = 4


@lru_cache(maxsize=1 << 16)  # a week has few distinct words, each hundreds of times
def stem(word: str) -> str:
    """The stem of a folded word, as ``curate.terms.words`` gives them.

    >>> [stem(word) for word in ("resigned", "resign", "nation", "british", "51")]
    ['resign', 'resign', 'nation', 'britain', '51']
    """
    if word in ALIASES:
        return ALIASES[word]
    if word.endswith(_ENDINGS):
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
                return word[: -len(ending)]
    return word
