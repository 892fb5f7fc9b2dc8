"""How alike short texts of one story are: TF-IDF over those texts alone.

A story has tens of sentences, not thousands, so plain counts are quicker than starting a library,
and ``math.fsum`` keeps every sum the same in any order.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from newsletter.draft.telling.words import stems

#: Word to weight; of length one, or empty where no word carries meaning.
Vector = Mapping[str, float]


def vectors(texts: Sequence[str]) -> list[Vector]:
    """One vector a text, each word weighted by how few of the texts use it."""
    counts = [Counter(stems(text)) for text in texts]
    used_in = Counter(word for count in counts for word in count)
    rarity = {word: 1 + math.log((1 + len(texts)) / (1 + n)) for word, n in used_in.items()}
    return [_unit({word: n * rarity[word] for word, n in count.items()}) for count in counts]


def centroid(parts: Iterable[Vector]) -> Vector:
    """The direction in which these vectors point together."""
    return _unit(_summed(parts))


class Surroundings:
    """For each of several speakers, what the others say; or what it says, where it is alone."""

    def __init__(self, said: Iterable[tuple[str, Vector]]) -> None:
        parts: dict[str, list[Vector]] = {}
        for speaker, vector in said:
            parts.setdefault(speaker, []).append(vector)
        # Each is one voice, however much it says: its texts point one way together.
        self._own = {speaker: centroid(vectors) for speaker, vectors in parts.items()}
        self._all = _summed(self._own.values())
        self._length = {speaker: self._length_without(speaker) for speaker in self._own}

    def likeness(self, vector: Vector, speaker: str) -> float:
        """The cosine of a speaker's vector and the sum of what the others say, 0 to 1, rounded to nine places."""
        own = self._own[speaker] if len(self._own) > 1 else {}
        length = self._length[speaker]
        if not length:
            return 0.0
        parts = (weight * (self._all[word] - own.get(word, 0.0)) for word, weight in vector.items())
        return max(0.0, round(math.fsum(parts) / length, 9))

    def _length_without(self, speaker: str) -> float:
        own = self._own[speaker] if len(self._own) > 1 else {}
        changed = [(self._all[word], self._all[word] - weight) for word, weight in own.items()]
        squares = math.fsum([self._square, *(rest * rest - whole * whole for whole, rest in changed)])
        # Rounded: where nobody else says anything, what is left of the sums is no direction.
        return math.sqrt(max(0.0, round(squares, 9)))

    @cached_property
    def _square(self) -> float:
        return math.fsum(weight * weight for weight in self._all.values())


def likeness(one: Vector, other: Vector) -> float:
    """The cosine of two vectors, 0 to 1, rounded to nine places so that every machine agrees on ties."""
    if len(other) < len(one):
        one, other = other, one
    return round(math.fsum(weight * other[word] for word, weight in one.items() if word in other), 9)


def novelty(vector: Vector, told: Iterable[Vector]) -> float:
    """How much of what a text says none of the others says, 0 to 1, each word by the square of its weight."""
    known = frozenset(word for other in told for word in other)
    return round(math.fsum(weight * weight for word, weight in vector.items() if word not in known), 9)


def _summed(parts: Iterable[Vector]) -> dict[str, float]:
    summands: dict[str, list[float]] = defaultdict(list)
    for part in parts:
        for word, weight in part.items():
            summands[word].append(weight)
    return {word: weights[0] if len(weights) == 1 else math.fsum(weights) for word, weights in summands.items()}


def _unit(weights: Mapping[str, float]) -> Vector:
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()} if length else {}
