"""Parts and wholes: how many took part is not how many agreed, and how many there are is not how many were meant."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsletter.draft.faithful.ground import Read
from newsletter.draft.faithful.nouns import Fault
from newsletter.draft.faithful.numerals import Quantity
from newsletter.draft.faithful.tokens import Token


def share_faults(
    claim: Read, quantity: Quantity, text: str, matching: Sequence[tuple[Read, Quantity]]
) -> Iterator[Fault]:
    """Whether a number that stands in the sources is given there as a turnout, or as a whole, and here otherwise."""
    yield from _turnout(claim, quantity, text, matching)
    if _is_part(claim, quantity) and all(_is_whole(r, q) for r, q in matching):
        yield _fault("numbers", text, "is how many there are in the source, and here a part of them")


def _fault(rule: str, text: str, what: str) -> Fault:
    return Fault(rule=rule, tokens=(text,), message=f"“{text}” {what}.")


def _is_part(r: Read, quantity: Quantity) -> bool:
    """Whether so many of several are meant: "three of the provinces"."""
    return quantity.kind == "plain" and [t.low for t in r.tokens[quantity.end : quantity.end + 1]] == ["of"]


def _is_whole(r: Read, quantity: Quantity) -> bool:
    """Whether so many are all: "of the eight provinces"."""
    return [t.low for t in r.tokens[max(0, quantity.start - 2) : quantity.start]] in (["of", "the"], ["of", "its"])


def _turnout(claim: Read, quantity: Quantity, text: str, matching: Sequence[tuple[Read, Quantity]]) -> Iterator[Fault]:
    """Whether so many in a hundred took part in a vote, and not voted so."""
    if quantity.kind != "percent" or _took_part(claim.tokens):
        return
    beside = [r.tokens[max(0, q.start - 5) : q.end + 3] for r, q in matching if r.at >= 0]
    if beside and all(_took_part(found) for found in beside):
        yield _fault("numbers", text, "is the turnout in the source")


def _took_part(found: Sequence[Token]) -> bool:
    lows = [t.low for t in found]
    return bool({"turnout", "participation", "turned out", "took part", "participated"} & set(lows)) or any(
        pair in (("took", "part"), ("turned", "out"), ("taken", "part"), ("cast", "ballots"), ("take", "part"))
        for pair in pairwise(lows)
    )
