"""Words: what a claim says is said in its sources, in words that may stand for one another."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsletter.draft.faithful import lexicon
from newsletter.draft.faithful.clauses import clause_keys
from newsletter.draft.faithful.extents import days, first_of, how_many
from newsletter.draft.faithful.ground import Ground, Read, words
from newsletter.draft.faithful.joints import joints, sides_taken, than
from newsletter.draft.faithful.lexicon import word_set
from newsletter.draft.faithful.names import DATES, OFFICES
from newsletter.draft.faithful.nouns import Fault
from newsletter.draft.faithful.numerals import NUMBER_WORDS, TIMES
from newsletter.draft.faithful.parsing.kinds import PREPOSITIONS, base_of, is_verb
from newsletter.draft.faithful.tokens import IRREGULAR, RIVALS_OF, RULE_OF, Token, stem

#: Of the words that carry what is said, so many may be the writer's own.
_OWN_PART, _OWN_MOST = 0.34, 4


_WEAK = frozenset(lexicon.WEAK.split())


#: The stems of the words on which much hangs.
_HARD = frozenset("_".join(map(stem, word.split("_"))) for word in lexicon.HARD.split())


def word_faults(claim: Read, ground: Ground, settled: frozenset[int]) -> Iterator[Fault]:
    """What a claim says that none of its sources does; ``settled`` are the places of words known to be right."""
    support = ground.support(claim)
    titles = (r for r in ground.reads if r.at < 0)
    keys = frozenset(k for r in (*support, *titles) for k in r.keys)
    if not support:
        yield Fault(rule="unsupported", tokens=(), message="Nothing in the sources that it cites says this.")
        return
    yield from _own_words(claim, ground, keys)
    yield from _added(claim, ground)
    yield from _rivals(claim, ground, keys, settled)
    yield from _put_in_place(claim, ground, support)
    yield from days(claim, support)
    yield from how_many(claim, support)
    yield from first_of(claim, support, ground.keys)
    yield from joints(claim, support)
    yield from than(claim, support)
    yield from sides_taken(claim, support)


def _own_words(claim: Read, ground: Ground, keys: frozenset[str]) -> Iterator[Fault]:
    said = [t for t in words(claim.tokens) if not (t.capital and not t.first) and t.low not in OFFICES]
    own = [t for t in said if not t.keys & keys and t.low not in NUMBER_WORDS]
    loose = [t for t in own if not t.keys & ground.keys]
    allowed = min(_OWN_MOST, max(1, round(_OWN_PART * len(said))))
    if len(own) > allowed + 1 or len(loose) > allowed:
        yield Fault(
            rule="unsupported",
            tokens=tuple(t.text for t in own),
            message=f"Too much of it stands in no source that it cites: {', '.join(t.text for t in own)}.",
        )


_COMPARED = word_set("point points below above longer shorter half more less fewer higher lower")


def _added(claim: Read, ground: Ground) -> Iterator[Fault]:
    """Two words of weight in a row that stand nowhere: a single one may be the writer's own word for another."""
    run: list[Token] = []
    for t in (*claim.tokens, None):
        if t is not None and t.is_word and t.light and not t.quoted:
            continue
        if (
            t is not None
            and t.is_word
            and not t.quoted
            and not t.keys & ground.keys
            and t.low not in NUMBER_WORDS
            and t.low not in _LEFT_TO_OTHERS
            and t.low not in _COMPARED
            and not (run == [] and (t.low in IRREGULAR or t.low.endswith(("ed", "ing", "ly"))))
        ):
            run.append(t)
            continue
        if len(run) > 1:
            text = " ".join(t.text for t in run)
            yield Fault(
                rule="unsupported",
                tokens=tuple(t.text for t in run),
                message=f"“{text}” stands in no source that it cites.",
            )
        run = []


def _strict(token: Token) -> frozenset[str]:
    return frozenset(k for k in token.keys if k[0] == "#")


def _rivals(  # noqa: C901 - cases, read top to bottom
    claim: Read, ground: Ground, keys: frozenset[str], settled: frozenset[int]
) -> Iterator[Fault]:
    """Words that must not stand for one another: charged and convicted, rose and fell."""
    support = ground.support(claim)
    beside = frozenset(k for r in support for t in r.around for k in t.keys)
    lows = frozenset(t.low for t in claim.tokens)
    for token in claim.tokens:
        mine = _strict(token)
        if (
            not mine
            or token.quoted
            or not _counts_here(claim, token)
            or (token.capital and not token.first)
            or _of_age(claim, token)
        ):
            continue
        if token.low in TIMES and _counted(claim, token):
            continue  # numbers have rules of their own
        if token.low == "charge" and claim.tokens[max(0, token.at - 2)].low == "in":
            continue
        rule = RULE_OF[min(mine)]
        against = frozenset(rival for name in mine for rival in RIVALS_OF[name]) - mine
        if not token.keys & keys:
            if (token.light and token.low not in ("up", "down")) or (token.low in _WEAK and not against & keys):
                continue
            if token.low in _REFUSING and any(
                t.low in ("not", "declined", "refused") for r in support for t in r.tokens
            ):
                continue  # who "will not" refuses
            if token.low in _DENYING and any(_said_not(r) for r in support):
                continue  # who says that he did not denies it
            # It stands nowhere near: no fault by itself, unless a rival stands in its place or much hangs on it.
            if against & keys or (token.keys & _HARD and not token.keys & beside):
                yield Fault(
                    rule=rule,
                    tokens=(token.text,),
                    message=f"The source does not say “{token.text}”, nor a word that means it.",
                )
            continue
        if token.at in settled:
            continue
        around = clause_keys(claim, token)
        own = max(
            (len(around & clause_keys(r, t)) for r in ground.reads for t in r.tokens if t.keys & token.keys), default=0
        )
        rival = [
            (len(around & clause_keys(r, t)) - (t.low in lows), t)
            for r in ground.reads
            for t in r.tokens
            if t.keys & against and not t.keys & mine and not t.quoted
        ]
        best = max(rival, key=lambda pair: (pair[0], -pair[1].at), default=None)
        if best is not None and best[0] >= own + 2:
            yield Fault(
                rule=rule,
                tokens=(token.text,),
                message=f"Where it says “{token.text}”, the source says “{best[1].text}”.",
            )


_REFUSING = word_set("refused refuses refuse refusing declined declines decline declining")


_DENYING = word_set("denied denies deny denying")


def _said_not(r: Read) -> bool:
    lows = {t.low for t in r.tokens}
    return bool(lows & {"said", "says", "told", "insisted"}) and bool(lows & {"no", "not", "never", "nothing", "none"})


def _counted(claim: Read, token: Token) -> bool:
    before = claim.tokens[max(0, token.at - 2) : token.at]
    return any(t.low in NUMBER_WORDS or t.low[:1].isdigit() for t in before)


def _counts_here(claim: Read, token: Token) -> bool:
    """Whether "up" and "down" tell which way a number goes, and are no part of another verb."""
    if token.low not in ("up", "down", "pass", "passes", "passed", "passing"):
        return True
    after = claim.tokens[token.at + 1] if token.at + 1 < len(claim.tokens) else None
    if token.low in ("pass", "passes", "passed", "passing"):
        return after is None or after.low not in ("through", "over", "by")
    return after is not None and (after.low in ("from", "by") or after.low[:1].isdigit())


def _of_age(claim: Read, token: Token) -> bool:
    return token.low == "old" and claim.tokens[max(0, token.at - 1)].low in ("-", "year", "years")


def _put_in_place(claim: Read, ground: Ground, support: Sequence[Read]) -> Iterator[Fault]:  # noqa: C901 - cases, read top to bottom
    """A word put where the source, otherwise nearly copied, has another."""
    said = [t for t in claim.tokens if (t.is_word and not t.light) or t.low[:1].isdigit()]
    mine = [t for t in said if not t.capital or any(t.keys & r.keys for r in support[:2])]
    titles = frozenset(k for r in ground.reads if r.at < 0 for k in r.keys)
    for k, r in enumerate(support[:2]):
        copied = len(pairs_of(mine, r)) >= 0.8 * len(mine)
        told = frozenset(key for n, other in enumerate(support) if n < k or not copied for key in other.keys)
        theirs = [t for t in r.tokens if (t.is_word and not t.light) or t.low[:1].isdigit()]
        pairs = _common(mine, theirs)
        if len(pairs) < max(3, 0.7 * len(mine)):
            continue
        ends = [(-1, -1), *pairs, (len(mine), len(theirs))]
        for (a, b), (c, d) in pairwise(ends):
            ours, lost = mine[a + 1 : c], theirs[b + 1 : d]
            if not 1 <= len(ours) <= 2 or not 1 <= len(lost) <= 2:
                continue
            stretch = r.tokens[(theirs[b].at if b >= 0 else 0) : (theirs[d].at if d < len(theirs) else len(r.tokens))]
            he = any(t.low in _HE for t in stretch)
            for token in ours:
                if (he and token.keys & ground.keys) or claim.tokens[max(0, token.at - 1)].low in _BEFORE_VERB:
                    continue
                if token.low[:1].isdigit() or token.quoted or token.keys & (r.keys | titles | told):
                    continue
                if all(t.low[:1].isdigit() for t in lost):
                    continue
                if token.capital and not token.first:
                    continue
                if _verbal(token, lost) or token.low in _LEFT_TO_OTHERS or token.low in DATES | NUMBER_WORDS:
                    continue
                if any(_other_kind(claim, token, u) for u in lost):
                    continue
                if a < 0 or (c >= len(mine) and d - b != c - a):
                    continue
                yield Fault(
                    rule="unsupported",
                    tokens=(token.text,),
                    message=f"Where it says “{token.text}”, the source says “{lost[0].text}”.",
                )


_HE = word_set("it its they them he she him her his their this that")
#: Negations and superlatives have rules of their own.
_LEFT_TO_OTHERS = word_set("no unable unclear unlikely") | word_set(lexicon.ALIKE)
_BEFORE_VERB = word_set("to will would may might could can must should")


def _other_kind(claim: Read, token: Token, lost: Token) -> bool:
    """Whether two words cannot stand in one place, or are verbs: a thing is no place, no name and no deed."""
    if lost.capital and not lost.first and not token.capital:
        return True
    if token.low in PREPOSITIONS or (is_verb(claim.tokens, token.at) and " " not in token.low):
        return True
    return bool(base_of(lost.low)) and lost.low.endswith(("ed", "ises", "izes", "oses")) and not _strict(lost)


def pairs_of(mine: Sequence[Token], r: Read) -> list[Token]:
    """The tokens that a sentence has, too."""
    return [t for t in mine if t.keys & r.keys]


def _verbal(token: Token, lost: Sequence[Token]) -> bool:
    """Whether it is some form of a verb: of those there are more that mean the same than any list holds."""
    if token.low in _WEAK or token.low in IRREGULAR or token.low.endswith(("ed", "ly")):
        return True
    return token.low.endswith("ing") and not any(t.low.endswith("ing") for t in lost)


def _common(mine: Sequence[Token], theirs: Sequence[Token]) -> list[tuple[int, int]]:
    """The longest run of tokens that both have in the same order, as pairs of places."""
    table = [[0] * (len(theirs) + 1) for _ in range(len(mine) + 1)]
    for i in range(len(mine) - 1, -1, -1):
        for j in range(len(theirs) - 1, -1, -1):
            alike = mine[i].keys & theirs[j].keys
            table[i][j] = max(table[i + 1][j], table[i][j + 1], table[i + 1][j + 1] + 1 if alike else 0)
    pairs, i, j = [], 0, 0
    while i < len(mine) and j < len(theirs):
        if mine[i].keys & theirs[j].keys and table[i][j] == table[i + 1][j + 1] + 1:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif table[i + 1][j] >= table[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs
