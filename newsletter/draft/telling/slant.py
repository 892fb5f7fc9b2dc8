"""Slant: titles that tell a thing in the words of one side.

Whether a word is one side's shows only beside what the others write, so it is counted within a story that several
leans report.
"""

import re
from collections.abc import Sequence

from newsletter.domain.entry import Entry, EntryId, Lean
from newsletter.draft.telling.words import PARTISAN, stems

# Of a title in lower case: a week has thousands, and to take no notice of case would take five times as long.
_PARTISAN = re.compile(PARTISAN.pattern)
#: Points off a title for a charged word that one side alone uses.
_CHARGED = 0.3
#: … and for any other word that at least two newsrooms of one side use, and none of at least three others.
_ONE_SIDED = 0.1
#: Newsrooms: with fewer, no word is one-sided but a charged one.
_FEWEST = 3


def slants(titled: Sequence[tuple[str, Entry]]) -> dict[EntryId, float]:
    """How much each title is slanted, 0 to 0.3; titles that are not slanted are left out.

    Unrated outlets are on no side; that they use a word as well shows that it is no side's.
    """
    if len({entry.lean for _, entry in titled} - {Lean.UNRATED}) < 2:
        return {}
    loaded = [frozenset(_PARTISAN.findall(title.lower())) for title, _ in titled]
    charged = frozenset().union(*loaded)
    everyone = {entry.voice: entry.lean for _, entry in titled}
    if not charged and len(everyone) < _FEWEST:
        return {}
    voices: dict[str, dict[Lean, set[str]]] = {}
    words: dict[EntryId, frozenset[str]] = {}
    for (title, entry), heated in zip(titled, loaded, strict=True):
        words[entry.id] = heated.union(stems(title))
        for word in words[entry.id]:
            voices.setdefault(word, {}).setdefault(entry.lean, set()).add(entry.voice)

    def slant(word: str) -> float:
        users = voices[word]
        (lean, *more) = users
        if more or lean not in (Lean.LEFT, Lean.RIGHT):
            return 0.0
        others = sum(other is not lean for other in everyone.values())
        if word in charged:
            return _CHARGED if others else 0.0
        return _ONE_SIDED if len(users[lean]) > 1 and others > 2 else 0.0

    points_of = {word: slant(word) for word in voices}
    slanted = {id_: max(map(points_of.__getitem__, said), default=0.0) for id_, said in words.items()}
    return {id_: points for id_, points in slanted.items() if points}
