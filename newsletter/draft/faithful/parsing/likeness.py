"""Whether two phrases may name one thing: yes, no, or it cannot be told."""

from collections.abc import Iterable, Mapping

from newsletter.draft.faithful import lexicon
from newsletter.draft.faithful.lexicon import word_set
from newsletter.draft.faithful.names import demonym
from newsletter.draft.faithful.numerals import quantities
from newsletter.draft.faithful.parsing.phrases import Phrase
from newsletter.draft.faithful.tokens import RIVALS_OF, Token

_PARTIES = word_set("republican democrat democratic conservative liberal labour labor green independent progressive")


_SHARES = word_set("percent half third quarter majority most part all number")


_SORTS = [word_set("federal"), word_set("state"), word_set("county city local municipal")]
#: Who acts.
BODIES = frozenset(lexicon.AGENTS.split()) | word_set(
    "group parent resident activist scientist researcher nurse farmer"
)


def bare(t: Token) -> str:
    """A name without its possessive and its plural."""
    return t.low.split("'")[0].removesuffix("s")


def _keys(found: Iterable[Token]) -> frozenset[str]:
    return frozenset(k for t in found for k in (*(k for k in t.keys if k[0] == "@"), bare(t)))


def alike(one: Phrase, other: Phrase, named: Mapping[str, str], things: frozenset[str]) -> bool | None:  # noqa: C901, PLR0911, PLR0912 - cases, read top to bottom
    """Whether two phrases name the same.

    Args:
        one: the phrase of the claim.
        other: the phrase of a source.
        named: surnames that more than one person of the sources has, each with the forename of whom a source means
            where it gives none.
        things: what the heads of the sources' phrases may mean.
    """
    if one.is_open or other.is_open:
        return None
    if one.is_amount and other.is_amount and (amounts := _amounts_alike(one, other)) is not None:
        return amounts
    if one.head.low in _SHARES and other.head.low in _SHARES and one.names and other.names:
        return None if _keys(one.names) & _keys(other.names) else False  # "all of the panel's Republicans"
    if any(p.head.low[:1].isdigit() or p.head.low in _SHARES for p in (one, other)):
        return None
    if one.head.keys & other.head.keys and one.head not in one.own_names and other.head not in other.own_names:
        sort, rival = one.own_names, other.own_names
        if sort and rival and not _keys(sort) & _keys(rival):
            return False  # "Conservative members", "Green members"
    mine, theirs = _proper(one), _proper(other)
    if mine and theirs:
        if _keys(mine) & _keys(theirs):
            return _same_person(mine, theirs, named)
        if _initials(mine, theirs) or _initials(theirs, mine):
            return True
        if any(demonym(bare(a), bare(b)) for a in mine for b in theirs):
            return True
        return None if _keys(one.names) & _keys(other.names) else False
    if _rivals(one, other):
        return False
    if mine or theirs:
        return True if _heads_meet(one, other) else _anybody(one, other, things, named=bool(theirs))
    if _heads_meet(one, other):
        whose, owner = one.names, other.names
        return not whose or not owner or bool(_keys(whose) & _keys(owner))
    if any(t.keys & u.keys for t in one.tokens if not t.light for u in other.tokens if not u.light):
        return None
    if bare(one.head) in BODIES and bare(other.head) in BODIES:
        return False
    return False if one.head.keys & things and not one.head.light else None


def _proper(p: Phrase) -> tuple[Token, ...]:
    """The names of a phrase, but for those that only tell of what sort its head is: "U.S. carmakers"."""
    names = p.own_names
    if names and p.head not in names and all(bare(t) in _PARTIES or any(k[0] == "@" for k in t.keys) for t in names):
        return ()
    return names


def _amounts_alike(one: Phrase, other: Phrase) -> bool | None:
    mine, theirs = quantities(one.tokens), quantities(other.tokens)
    if not mine or not theirs:
        return None
    if any(a.value == b.value and a.kind == b.kind for a in mine for b in theirs):
        return True
    money = mine[0].kind in "$£€" and theirs[0].kind in "$£€"
    return False if money or mine[0].kind == theirs[0].kind == "percent" else None


def _rivals(one: Phrase, other: Phrase) -> bool:
    """Whether words that exclude each other tell what sort of thing is meant: an appeals court, the Supreme Court."""
    if not one.head.keys & other.head.keys:
        return False
    if any(
        a.low in sort and b.low in other_sort
        for sort in _SORTS
        for other_sort in _SORTS
        if sort is not other_sort
        for a in one.tokens[:-1]
        for b in other.tokens[:-1]
    ):
        return True
    mine = frozenset(k for t in one.tokens[:-1] for k in t.keys if k[0] == "#")
    theirs = frozenset(k for t in other.tokens[:-1] for k in t.keys if k[0] == "#")
    return not mine & theirs and any(RIVALS_OF.get(k, frozenset()) & theirs for k in mine)


def _anybody(one: Phrase, other: Phrase, things: frozenset[str], *, named: bool) -> bool | None:
    """Whether a plain noun may stand for a name: "the governor" for whom the source names, "tenant groups" not."""
    plain = one if named else other
    anaphoric = plain.tokens[0].low in ("the", "its", "his", "her", "their", "this") and len(plain.tokens) < 3
    many = plain.head.low.endswith("s") and not plain.head.low.endswith("ss") and not anaphoric
    return False if named and many and plain.head.keys & things and not plain.head.light else None


def _heads_meet(one: Phrase, other: Phrase) -> bool:
    return bool(one.head.keys & other.head.keys)


def _same_person(mine: tuple[Token, ...], theirs: tuple[Token, ...], named: Mapping[str, str]) -> bool | None:
    surname = bare(mine[-1])
    if surname != bare(theirs[-1]):
        return True
    if len(mine) > 1 and len(theirs) > 1:
        return (
            None if bare(mine[-2]) != bare(theirs[-2]) and surname not in named else bare(mine[-2]) == bare(theirs[-2])
        )
    if surname in named and len(mine) > 1:
        return bare(mine[-2]) == named[surname]
    return True


def _initials(short: tuple[Token, ...], long: tuple[Token, ...]) -> bool:
    return len(short) == 1 and short[0].text.isupper() and short[0].text == "".join(t.text[0] for t in long)
