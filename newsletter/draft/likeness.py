"""How alike short texts of one story are: TF-IDF over those texts alone.

A story has tens of sentences, not thousands, so plain counts are quicker than starting a library,
and ``math.fsum`` keeps every sum the same in any order.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from newsletter.draft.words import stems

#: Word to weight; of length one, or empty where no word carries meaning.
Vector = Mapping[str, float]


def vectors(texts: Sequence[str]) -> list[Vector]:
    """One vector a text, each word weighted by how few of the texts use it."""
    counts = [Counter(stems(text)) for text in texts]
    used_in = Counter(word for count in counts for word in count)
    return [
        _unit({word: n * (1 + math.log((1 + len(texts)) / (1 + used_in[word]))) for word, n in count.items()})
        for count in counts
    ]


def centroid(parts: Iterable[Vector]) -> Vector:
    """The direction in which these vectors point together."""
    summands: dict[str, list[float]] = {}
    for part in parts:
        for word, weight in part.items():
            summands.setdefault(word, []).append(weight)
    return _unit({word: math.fsum(weights) for word, weights in summands.items()})


def likeness(one: Vector, other: Vector) -> float:
    """The cosine of two vectors, 0 to 1, rounded to nine places so that every machine agrees on ties."""
    if len(other) < len(one):
        one, other = other, one
    return round(math.fsum(weight * other[word] for word, weight in one.items() if word in other), 9)


def novelty(vector: Vector, told: Iterable[Vector]) -> float:
    """How much of what a text says none of the others says, 0 to 1, each word by the square of its weight."""
    known = frozenset(word for other in told for word in other)
    return round(math.fsum(weight * weight for word, weight in vector.items() if word not in known), 9)


def _unit(weights: Mapping[str, float]) -> Vector:
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()} if length else {}
