"""When, and how many: days, months, quantifiers and superlatives are those of the source."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from newsletter.draft.faithful import lexicon
from newsletter.draft.faithful.clauses import clause_keys, one_key
from newsletter.draft.faithful.ground import Read, words
from newsletter.draft.faithful.lexicon import word_set
from newsletter.draft.faithful.names import WEEKDAYS
from newsletter.draft.faithful.nouns import Fault
from newsletter.draft.faithful.numerals import MONTHS, TIMES, quantities
from newsletter.draft.faithful.tokens import Token

_RELATIVE = word_set("yesterday today tomorrow tonight overnight recently")


_THIS = word_set("this last next past previous coming")


_SPANS = word_set("week morning afternoon evening night weekend") | WEEKDAYS


_QUANTIFIERS = {
    "all": "all every entire whole each everyone everybody both",
    "most": "most majority mostly",
    "several": "several some many few dozens numerous handful multiple number",
    "none": "none nobody neither",
    "unanimous": "unanimous unanimously",
    "only": "only solely merely sole exclusively alone",
    "few": "few handful",
    "always": "always constantly repeatedly regularly frequently often twice again once",
    "many": "many numerous scores dozens hundreds thousands several lot",
}


_CLASS_OF: dict[str, frozenset[str]] = {}


for _name, _listed in _QUANTIFIERS.items():
    for _word in _listed.split():
        _CLASS_OF[_word] = _CLASS_OF.get(_word, frozenset()) | {_name}


_SUPERLATIVES = word_set(
    "first last largest biggest highest lowest smallest longest shortest oldest youngest fastest worst best record "
    "greatest deadliest strongest weakest toughest closest narrowest earliest latest strictest richest "
    "poorest costliest "
    "only sole unprecedented historic landmark final leading"
)


_ALIKE = [frozenset(line.split()) for line in lexicon.ALIKE.splitlines() if line]


_EST = word_set("west east northwest southwest northeast southeast interest protest request contest arrest forest test "
                 "rest guest midwest harvest latest invest best suggest quest honest "
                 "modest nest pest vest chest")  # fmt: skip


def first_of(claim: Read, support: Sequence[Read], known: frozenset[str]) -> Iterator[Fault]:
    """The first woman is not the first nurse: a superlative stands before the same thing."""
    for t, thing in zip(claim.tokens, claim.tokens[1:], strict=False):
        if t.low not in _SUPERLATIVES or t.quoted or thing.light or not thing.is_word or thing.capital:
            continue
        theirs = [r.tokens[u.at + 1 : u.at + 5] for r in support for u in r.tokens if u.low == t.low]
        mine = frozenset(k for u in _in_a_row(claim.tokens[t.at + 1 : t.at + 4]) for k in u.keys)
        if any(u.low == "person" for found in theirs for u in found):
            continue
        if theirs and thing.keys & known and not any(mine & u.keys for found in theirs for u in found):
            yield Fault(
                rule="superlative",
                tokens=(t.text, thing.text),
                message=f"The source does not say “{t.text} {thing.text}”.",
            )


def _in_a_row(found: Sequence[Token]) -> list[Token]:
    """The words of weight up to the first that has none."""
    return list(takewhile(lambda t: t.is_word and not t.light, found))


def days(claim: Read, support: Sequence[Read]) -> Iterator[Fault]:
    """Days and months that the source does not name, and days that only the writer could count from."""
    lows = {t.low for r in support for t in r.around}
    beside = {t.low for r in support[:1] for t in r.around if t.low in WEEKDAYS}
    for t, after in zip(claim.tokens, (*claim.tokens[1:], None), strict=False):
        if t.quoted:
            continue
        if t.low in WEEKDAYS and t.capital:
            if t.low not in lows or (beside and not _day_holds(claim, t, support)):
                yield Fault(rule="day", tokens=(t.text,), message=f"The source does not say {t.text} of this.")
        elif t.low in MONTHS and t.capital and (t.low not in ("may", "march") or not t.first):
            if not any(u.low == t.low and u.capital for r in support for u in r.tokens) or (
                not _day_holds(claim, t, support, frozenset(MONTHS))
            ):
                yield Fault(rule="day", tokens=(t.text,), message=f"The source does not say {t.text} of this.")
        elif t.low in _RELATIVE or (t.low in _THIS and after is not None and after.low in _SPANS):
            if t.low == "overnight" and t.low in lows:
                continue
            yield Fault(
                rule="day",
                tokens=(t.text,),
                message=f"“{t.text}” is true when it is written, not when the letter is read.",
            )


def _day_holds(claim: Read, day: Token, support: Sequence[Read], sort: frozenset[str] = WEEKDAYS) -> bool:
    """Whether the clause that has the day is nearest to one that has it there, too."""
    around = clause_keys(claim, day)
    own, rival = 0, 0
    for r in support:
        days = [t for t in r.tokens if t.low in sort and t.capital]
        for t in days:
            shared = len(around & clause_keys(r, t))
            if t.low == day.low:
                own = max(own, shared, len(around & one_key(r.tokens)) if len(days) == 1 else 0)
            else:
                rival = max(rival, shared, len(around & one_key(r.tokens)) if len(days) == 1 else 0)
    return own >= rival


_ONE = word_set("one single not never nobody none")
_DETERMINING = word_set("the a an his her its their this that whose")
_AMOUNTS = ("all", "most", "several", "none", "few", "many")


def _amount_of(r: Read, thing: Token) -> frozenset[str]:
    """How many of a thing a sentence speaks of: by the word up to three places before it."""
    for t in reversed(r.tokens[max(0, thing.at - 4) : thing.at]):
        if t.low in (",", ";", "with", "for", "from", "to", "in", "on", "by") or t.low[:1].isdigit():
            break
        named = _CLASS_OF.get(t.low, frozenset()) & frozenset(_AMOUNTS)
        if named and t.low not in ("number", "neither", "each"):
            return named
    return frozenset()


def _amounts(claim: Read, support: Sequence[Read]) -> Iterator[Fault]:
    """Whether "all" of a thing is "some" of it in the source."""
    for thing in words(claim.tokens):
        mine = _amount_of(claim, thing)
        if not mine:
            continue
        theirs = [
            _amount_of(r, t) for r in support for t in r.tokens if not t.quoted and _stem_of(t) == _stem_of(thing)
        ]
        if any(theirs) and not any(mine & other for other in theirs):
            yield Fault(
                rule="quantifier",
                tokens=(min(mine), thing.text),
                message=f"Of “{thing.text}” it says “{min(mine)}”, the source “{min(min(o) for o in theirs if o)}”.",
            )


def _more_than_half(support: Sequence[Read]) -> bool:
    """Whether the nearest sentences have a share of more than half; where they have none, those beside them."""
    for found in ([r.tokens for r in support], [r.around for r in support]):
        shares = [q.value for part in found for q in quantities(part) if q.kind == "percent"]
        if shares:
            return max(shares) > 50
    return False


def _stem_of(token: Token) -> str:
    return min((k for k in token.keys if k[0] not in "#=@"), default=token.low)


def how_many(claim: Read, support: Sequence[Read]) -> Iterator[Fault]:  # noqa: C901, PLR0912 - cases, read top to bottom
    """Quantifiers and superlatives that the source does not use."""
    yield from _amounts(claim, support)
    theirs = {t.low for r in support for t in r.tokens}
    alone = {
        t.low
        for r in support
        for t, u in zip(r.tokens, (*r.tokens[1:], None), strict=False)
        if u is None or u.low != "-"
    }
    classes = {c for low in alone for c in _CLASS_OF.get(low, ())}
    if "neither" in theirs or "two" in theirs:
        classes |= {"all"} if any(t.low == "both" for t in claim.tokens) else set()
    for i, t in enumerate(claim.tokens):
        if t.quoted:
            continue
        after = claim.tokens[i + 1] if i + 1 < len(claim.tokens) else None
        if t.low == "some" and after is not None and after.low[:1].isdigit():
            continue
        if t.low in ("most", "few", "many") and claim.tokens[i - 1].low in ("at", "as"):
            continue
        if t.low == "number" or (t.low == "again" and "re" in theirs):
            continue
        mine = _CLASS_OF.get(t.low, frozenset())
        if t.low in ("every", "each") and after is not None and after.low in TIMES:
            continue  # a year, each year: numbers have rules of their own
        if t.low in ("only", "sole", "lone") and _ONE & theirs:
            continue  # whom the others did not follow was the only one
        if t.low == "majority" and i and claim.tokens[i - 1].low[:1].isdigit():
            continue
        if t.low == "majority" and _more_than_half(support):
            continue
        if mine and not mine & classes and t.low not in alone:
            if t.low in (
                "once",
                "again",
                "each",
                "whole",
                "alone",
                "multiple",
                "few",
                "neither",
                "none",
                "nobody",
                "number",
            ):
                continue
            if (
                mine <= {"several", "many"}
                and any(
                    u.low in ("among", "including", "group", "thousands", "hundreds", "dozens") or u.low.endswith("s")
                    for r in support
                    for u in r.tokens
                )
                and t.low not in ("many", "numerous", "most")
            ):
                continue
            yield Fault(rule="quantifier", tokens=(t.text,), message=f"The source does not say “{t.text}”.")
        if any(t.low in alike and alike & theirs for alike in _ALIKE):
            continue
        superlative = t.low in _SUPERLATIVES or (t.low.endswith("est") and len(t.low) > 5 and t.low not in _EST)
        if (
            superlative
            and not t.capital
            and t.low not in theirs
            and not any(
                t.keys & u.keys and (u.low.endswith("est") or u.low in _SUPERLATIVES) for r in support for u in r.tokens
            )
        ):
            if t.low in ("latest", "leading", "final") or (t.low == "first" and "never" in theirs):
                continue
            if t.low == "first" and i and claim.tokens[i - 1].low not in _DETERMINING:
                continue  # "at first", "first put at nine"
            yield Fault(rule="superlative", tokens=(t.text,), message=f"The source does not say “{t.text}”.")
