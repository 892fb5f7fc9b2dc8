"""Shingles: runs of five words, by which a text is known again whatever was done to it.

A run stays within its sentence, so that sentences and paragraphs in another order are the same runs. Case, marks and
accents are folded away. Each run is a number of 64 bits, made of its words by a digest and not by ``hash()``, which is
another in every process.

*Containment* and no mean of both sides says how much of a text stands in another: of a copy that was cut to its first
paragraph all of it stands in the original, though hardly any of the original in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from newsletter.collect.letters import LETTER, LINE_END, STOP, WORD, Folded, digests, folded, kinds, numbered, together

if TYPE_CHECKING:
    from typing import Any, TypeAlias

    from numpy import uint64
    from numpy.typing import NDArray

    #: Numbers: of runs each once and in order, or of a text's words as they come.
    Runs: TypeAlias = NDArray[uint64]
else:
    Runs = object

#: Words in a run.
RUN = 5
#: One run in so many is looked up, a power of two; chosen by its number and so in every text alike. Texts of few runs
#: are looked up by all of them.
_SAMPLED = 2
_FEW = 32
#: Of the texts that have a run each is paired with so many that are next to it in length, and with the longest.
_WINDOW = 8
#: A pair is likely where so much of the shorter's sampled runs is shared.
_LIKELY = 0.2
#: Characters of a text that are read; more is a book.
LONGEST = 60_000
#: Multiplies the digest of each word of a run by its place: odd, so that nothing is lost, and without a pattern.
_PLACES = tuple(pow(0x9E3779B97F4A7C15, place, 1 << 64) for place in range(1, RUN + 1))


def shingles(texts: Iterable[str]) -> list[Runs]:
    """The distinct runs of each text, in order of their numbers."""
    return [runs for some in together(folded(text[:LONGEST]) for text in texts) for runs in _runs_of(some)]


def _runs_of(texts: Sequence[Folded]) -> Iterator[Runs]:
    """Those of some texts, folded; the work is done for all at once."""
    import numpy as np

    codes = numbered(texts, apart="\n")
    kind = kinds(codes)
    letter = np.zeros(len(codes) + 2, dtype=np.int8)
    letter[1:-1] = kind & LETTER
    edges = np.flatnonzero(letter[1:] != letter[:-1])
    starts, ends = edges[::2], edges[1::2]
    within = np.zeros(len(codes), dtype=bool)
    within[:-1] = kind[1:] & WORD
    stops = np.flatnonzero(((kind & STOP != 0) & ~within) | (kind & LINE_END != 0))
    count = max(0, len(starts) - RUN + 1)
    sentence = np.searchsorted(stops, starts)
    whole = np.flatnonzero(sentence[:count] == sentence[len(starts) - count :])
    words = digests(codes, starts, ends)
    runs = np.zeros(count, dtype=np.uint64)
    for place, factor in enumerate(_PLACES):
        runs += words[place : place + count] * np.uint64(factor)  # wraps, as it should
    runs = runs[whole]
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    borders = np.searchsorted(starts[whole], np.cumsum(lengths + 1)).tolist()
    for start, end in pairwise([0, *borders]):
        own = np.sort(runs[start:end])
        yield own[np.r_[True, own[1:] != own[:-1]]] if len(own) else own


def shared(one: Runs, other: Runs) -> int:
    """How many runs two texts have in common."""
    import numpy as np

    few, many = (one, other) if len(one) <= len(other) else (other, one)
    if not len(few):
        return 0
    places = np.minimum(np.searchsorted(many, few), len(many) - 1)
    return int((many[places] == few).sum())


def containment(one: Runs, other: Runs) -> float:
    """The part of the shorter text's runs that stand in the longer one, 0 to 1; 0 for one without runs."""
    least = min(len(one), len(other))
    return shared(one, other) / least if least else 0.0


def likely_pairs(runs: Sequence[Runs]) -> list[tuple[int, int]]:
    """Places of texts that may well have most of the shorter one in common, each pair once, in order.

    Not every such pair, where more than a few texts have it in common, but enough to link all of these. Time and memory
    grow with the number of runs, not with its square.
    """
    import numpy as np

    count = len(runs)
    sampled = [own if len(own) < _FEW else own[own >> np.uint64(32) & np.uint64(_SAMPLED - 1) == 0] for own in runs]
    sizes = np.array([len(own) for own in sampled], dtype=np.int64)
    if not sizes.sum():
        return []
    run, text = np.concatenate(sampled), np.repeat(np.arange(count), sizes)
    # Most runs stand in one text alone, and the rest is quickly put in order.
    inorder = np.sort(run)
    twice = np.unique(inorder[1:][inorder[1:] == inorder[:-1]])
    if not len(twice):
        return []
    several = twice[np.minimum(np.searchsorted(twice, run), len(twice) - 1)] == run
    run, text = run[several], text[several]
    length = np.array([len(own) for own in runs], dtype=np.int64)
    order = np.lexsort((text, -length[text], run))
    run, text = run[order], text[order]
    # Texts with one run now stand in a row, the longest first.
    codes = []
    for step in range(1, _WINDOW + 1):
        same = run[step:] == run[:-step]
        codes.append(_codes(text[:-step][same], text[step:][same], count))
    places = np.arange(len(run))
    longest = np.maximum.accumulate(np.where(np.r_[True, run[1:] != run[:-1]], places, 0))
    beyond = places - longest > _WINDOW
    codes.append(_codes(text[longest[beyond]], text[beyond], count))
    pairs, times = np.unique(np.concatenate(codes), return_counts=True)
    one, other = pairs // count, pairs % count
    likely = times >= _LIKELY * np.minimum(sizes[one], sizes[other])
    return list(zip(one[likely].tolist(), other[likely].tolist(), strict=True))


def _codes(one: NDArray[Any], other: NDArray[Any], count: int) -> NDArray[Any]:
    """One number for each pair, whichever of the two comes first."""
    import numpy as np

    code: NDArray[Any] = np.minimum(one, other) * count + np.maximum(one, other)
    return code
