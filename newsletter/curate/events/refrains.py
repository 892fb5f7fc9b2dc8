"""Refrains: runs of words that one newsroom puts into piece after piece, and that tell of no event.

Bylines, lines on other pieces, "get the news by e-mail": of a full text they are little, but of a teaser half, and then
two pieces of one newsroom are alike by nothing else. A refrain is known by its repetition alone: the same words, in the
same order, in several texts of one newsroom whose titles have no subject in common. No phrase and no outlet is listed.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, count

#: A run of so many terms is no chance.
RUN = 4
#: So many texts of a newsroom with the same run make it a refrain.
TEXTS = 3
#: Unless all their titles share more terms than this: then they are pieces on one subject, or one piece, told anew.
SUBJECT = 1
#: A text keeps its refrains where fewer distinct terms than this would be left of it, title and all.
LEFT = 2
# An odd number that mixes the numbers of a run's words into one of 64 bits.
_MIX = 0x9E3779B97F4A7C15


def without_refrains(
    titles: Sequence[Sequence[str]], bodies: Sequence[Sequence[str]], families: Sequence[str]
) -> list[list[str]]:
    """The terms of each body, in order, without its newsroom's refrains; one title, body and family a text.

    The order of the texts plays no part. Time and memory grow with the number of terms.
    """
    import numpy as np

    numbers = dict(zip(dict.fromkeys(chain.from_iterable(bodies)), count(), strict=False))
    words = np.fromiter(map(numbers.__getitem__, chain.from_iterable(bodies)), dtype=np.uint64)
    lengths = np.array([len(body) for body in bodies], dtype=np.int64)
    ends = np.cumsum(lengths)
    text = np.repeat(np.arange(len(bodies)), lengths)
    # Where a run begins: everywhere but in the last words of a text.
    starts = np.flatnonzero(np.arange(len(words)) + RUN <= np.repeat(ends, lengths))
    newsroom = {family: number for number, family in enumerate(sorted(set(families)))}
    voice = np.array([newsroom[family] for family in families], dtype=np.uint64)
    runs = voice[text[starts]]
    for step in range(RUN):
        runs = (runs ^ (runs >> np.uint64(29))) * np.uint64(_MIX) + words[starts + step]
    order = np.argsort(runs, kind="stable")
    bounds = np.flatnonzero(np.diff(runs[order], prepend=~runs[order[:1]], append=~runs[order[-1:]]))
    cut = np.zeros(len(words), dtype=bool)
    for begin, end in zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True):
        if end - begin < TEXTS:
            continue
        places = starts[order[begin:end]]
        if _is_refrain([titles[each] for each in np.unique(text[places]).tolist()]):
            cut[(places[:, None] + np.arange(RUN)).ravel()] = True
    kept = []
    for number, (body, end) in enumerate(zip(bodies, ends.tolist(), strict=True)):
        inside = cut[end - len(body) : end]
        left = [word for word, gone in zip(body, inside.tolist(), strict=True) if not gone] if inside.any() else [*body]
        kept.append(left if len({*titles[number], *left}) >= LEFT else [*body])
    return kept


def _is_refrain(titles: Sequence[Sequence[str]]) -> bool:
    """Whether texts of these titles are too many, and too unlike, to be pieces on one subject."""
    if len({*map(tuple, titles)}) < TEXTS:
        return False
    common = set(titles[0])
    for title in titles[1:]:
        common &= set(title)
        if len(common) <= SUBJECT:
            return True
    return False
