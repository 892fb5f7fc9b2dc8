"""Shingles: runs of five words, by which a text is known again whatever was done to it.

A run stays within its sentence, so that sentences and paragraphs in another order are the same runs. Case, marks and
accents are folded away. Each run is a number of 64 bits, made of its words by a digest and not by ``hash()``, which is
another in every process.

*Containment* and no mean of both sides says how much of a text stands in another: of a copy that was cut to its first
paragraph all of it stands in the original, though hardly any of the original in it.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

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
#: One run in so many is looked up, a power of two; chosen by its number and so in every text alike.
_SAMPLED = 2
#: Of the texts that have a run each is paired with so many that are next to it in length, and with the longest.
_WINDOW = 8
#: A pair is likely where so much of the shorter's sampled runs is shared.
_LIKELY = 0.2
#: Characters of a text that are read; more is a book.
LONGEST = 60_000
#: Stand between two sentences.
_STOPS = (".", "!", "?")
_TOKEN = re.compile(r"[^\W_]+|[.!?](?=\W|$)")
_APOSTROPHE = re.compile("['\u2019\u2018\u02bc\u00ad]")
#: What typographers set, and most texts have of other than ASCII: quick to be rid of.
_SIGNS = ("\u201c", "\u201d", "\u2013", "\u2014", "\u2026", "\u00a0")
_ACCENT = re.compile("[\u0300-\u036f]+")
#: Multiplies the digest of each word of a run by its place: odd, so that nothing is lost, and without a pattern.
_PLACES = tuple(pow(0x9E3779B97F4A7C15, place, 1 << 64) for place in range(1, RUN + 1))


def words(text: str) -> list[str]:
    """The folded words of a text in order, a stop between sentences and paragraphs.

    >>> words("He said: \u201cIt\u2019s over.\u201d  Peña left at 3.30")
    ['he', 'said', 'its', 'over', '.', 'pena', 'left', 'at', '3', '30']
    """
    plain = _APOSTROPHE.sub("", text[:LONGEST].casefold())
    for sign in _SIGNS if not plain.isascii() else ():
        plain = plain.replace(sign, " ")
    if not plain.isascii():
        plain = _ACCENT.sub("", unicodedata.normalize("NFKD", plain))
    return _TOKEN.findall(plain.replace("\n", ". "))


def shingles(texts: Iterable[Sequence[str]]) -> list[Runs]:
    """The distinct runs of each text, given as ``words``, in order of their numbers."""
    import numpy as np

    digests = _Digests.fromkeys(_STOPS, 0)
    return [_runs(np.fromiter(map(digests.__getitem__, text), dtype=np.uint64, count=len(text))) for text in texts]


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
    sampled = [own[own >> np.uint64(32) & np.uint64(_SAMPLED - 1) == 0] for own in runs]
    sizes = np.array([len(own) for own in sampled], dtype=np.int64)
    if not sizes.sum():
        return []
    run, text = np.concatenate(sampled), np.repeat(np.arange(count), sizes)
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


def _runs(digests: Runs) -> Runs:
    import numpy as np

    count = len(digests) - RUN + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    runs = np.zeros(count, dtype=np.uint64)
    whole = np.ones(count, dtype=bool)
    for place, factor in enumerate(_PLACES):
        here = digests[place : place + count]
        runs += here * np.uint64(factor)  # wraps, as it should
        whole &= here != 0
    return np.unique(runs[whole])


class _Digests(dict[str, int]):
    """The digest of each word that was asked for; a stop's is 0, and no other."""

    def __missing__(self, word: str) -> int:
        made = int.from_bytes(hashlib.blake2b(word.encode("utf-8", "replace"), digest_size=8).digest(), "big") or 1
        self[word] = made
        return made
