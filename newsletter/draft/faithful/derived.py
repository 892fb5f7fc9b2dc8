"""Numbers that follow from those of the sources: rounded, a part of a whole, a sum or a difference, another unit.

Only what a reader can work out from one sentence, or from two that stand together, follows.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from newsletter.draft.faithful.ground import Ground, Read
from newsletter.draft.faithful.lexicon import word_set
from newsletter.draft.faithful.modality import NOT
from newsletter.draft.faithful.numerals import Quantity, quantities
from newsletter.draft.faithful.tokens import Token

#: How far from what it rounds a number may lie, as a part of it; and a part from a share, as a part of the whole.
_ROUNDED, _SHARE = Fraction(15, 100), Fraction(12, 100)
#: By so much "about a third" may miss, and "a third" alone.
_ABOUT, _EXACT = Fraction(4, 100), Fraction(1, 100)
#: What a number says of two others where it stands before such a word.
_COMPARING = word_set(
    "more fewer less short shorter longer lower higher ahead below above behind later earlier point points further "
    "margin majority lead vote votes seat seats percentage over under beyond"
)
_HALVES = word_set("half halve halves halved halving")
_AGAIN = word_set("again another new fresh retrial rematch re-run rerun further also re repeat already previous")
#: A sentence that shares so much with a claim is near to it.
_TOUCHES = 3
_LENGTHS = {"hour": 1, "day": 24, "week": 168}
_LONG = {"month": 1, "year": 12, "decade": 120}


def follows(claim: Read, quantity: Quantity, support: Sequence[Read], reads: Sequence[Read]) -> bool:
    """Whether a number that no source has follows from numbers that the nearest sentences have."""
    places = {(r.source, r.at + step) for r in support for step in (-1, 0, 1)}
    near = [r for r in reads if (r.source, r.at) in places or Ground.shared(claim, r) >= _TOUCHES]
    if quantity.kind == "ordinal":
        return quantity.value == 2 and any(t.low in _AGAIN for r in near for t in r.tokens)
    held = [(r, q) for r in near for q in quantities(r.tokens) if q.kind not in ("day", "ordinal")]
    if quantity.kind == "part":
        return _part(claim, quantity, held, near)
    return (
        any(_rounds(quantity, q) and _alike(claim, quantity, r, q) for r, q in held)
        or any(_same_length(quantity, q) for _, q in held)
        or _reckoned(claim, quantity, held)
    )


def _rounds(mine: Quantity, theirs: Quantity) -> bool:
    if mine.kind != theirs.kind or not mine.hedge or not theirs.value or mine.span != theirs.span or not mine.value:
        return False
    if any(q.kind == "plain" and 1900 <= q.value <= 2100 for q in (mine, theirs)):
        return False
    return _within(mine.hedge, mine.value, theirs.value, _ROUNDED * mine.value, _ROUNDED * mine.value / 2)


def _within(hedge: str, said: Fraction, so: Fraction, far: Fraction, about: Fraction) -> bool:
    """Whether what is said with a hedge is true of what is so."""
    if hedge in ("over", "least"):
        return said < so <= said + far
    if hedge in ("under", "near", "most"):
        return said - far <= so < said
    return hedge == "about" and abs(said - so) <= about


def _alike(claim: Read, mine: Quantity, r: Read, theirs: Quantity) -> bool:
    """Whether two numbers count one thing, as far as the words beside them tell."""
    ours, other = _beside(claim, mine), _beside(r, theirs)
    return any(t.keys & u.keys for t in ours for u in other) or (mine.kind != "plain" and not ours)


def _beside(r: Read, quantity: Quantity) -> list[Token]:
    found = [*r.tokens[max(0, quantity.start - 4) : quantity.start], *r.tokens[quantity.end : quantity.end + 4]]
    return [t for t in found if t.is_word and not t.light]


def _part(claim: Read, quantity: Quantity, held: Sequence[tuple[Read, Quantity]], near: Sequence[Read]) -> bool:
    if quantity.value == Fraction(1, 2) and any(t.low in _HALVES for r in near for t in r.tokens):
        return True
    hedge = quantity.hedge if quantity.hedge not in ("", "exact", "only") else ""
    if claim.tokens[quantity.end : quantity.end + 1] and claim.tokens[quantity.end].low in ("a", "an", "point"):
        return False  # "half a point" is no part of a whole
    for share in _shares(held):
        if hedge and _within(hedge, quantity.value, share, _SHARE, _ABOUT):
            return True
        if not hedge and abs(share - quantity.value) <= _EXACT:
            return True
    return False


def _shares(held: Sequence[tuple[Read, Quantity]]) -> Iterator[Fraction]:
    """Every part of a whole that a sentence gives, or that two of its counts make."""
    for _, q in held:
        if q.kind == "percent":
            yield q.value / 100
        elif q.kind == "part":
            yield q.value
    for (r, one), (s, other) in combinations(held[:24], 2):
        small, large = sorted((one, other), key=lambda q: q.value)
        if one.kind in ("part", "percent", "points") or other.kind in ("part", "percent", "points"):
            continue
        if not 0 < small.value < large.value or any(
            q.kind == "plain" and 1900 <= q.value <= 2100 for q in (one, other)
        ):
            continue
        if r.source == s.source:
            yield small.value / large.value


def _same_length(mine: Quantity, theirs: Quantity) -> bool:
    """Whether three days are 72 hours, or a year and a half 18 months."""
    for table in (_LENGTHS, _LONG):
        if mine.span in table and theirs.span in table and mine.span != theirs.span:
            return mine.value * table[mine.span] == theirs.value * table[theirs.span]
    return False


def _reckoned(claim: Read, quantity: Quantity, held: Sequence[tuple[Read, Quantity]]) -> bool:
    """Whether a number is the sum or the difference of two of one kind, and is told as such."""
    behind = claim.tokens[quantity.end : quantity.end + 4]
    rest = bool(behind) and behind[0].low == "of" and any(t.low in NOT for t in claim.tokens)
    compared = quantity.kind == "points" or any(t.low in _COMPARING for t in behind)
    if not rest and not compared:
        return False
    plain = {"plain", "percent", "points"}
    for (r, one), (s, other) in combinations(held[:24], 2):
        if one.value == other.value or r.source != s.source:
            continue
        if one.kind != other.kind or not (one.kind == quantity.kind or {one.kind, quantity.kind} <= plain):
            continue
        if one.span != other.span:
            continue
        apart = abs(one.value - other.value)
        if apart == quantity.value or (rest and one.value + other.value == quantity.value):
            return True
        if quantity.hedge and _within(quantity.hedge, quantity.value, apart, _ROUNDED * quantity.value, Fraction(0)):
            return True
    return False
