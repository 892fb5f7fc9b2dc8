"""Why, and in what order: causes, sequences and comparisons only where a source has them, and between the same two."""

from collections.abc import Iterator, Sequence

from newsletter.draft.faithful.clauses import one_key
from newsletter.draft.faithful.ground import Read, words
from newsletter.draft.faithful.lexicon import word_set
from newsletter.draft.faithful.nouns import Fault
from newsletter.draft.faithful.numerals import MONTHS, NUMBER_WORDS, TIMES
from newsletter.draft.faithful.tokens import Token

_CAUSES = word_set("because due therefore thus consequently hence owing")


_CAUSE_PAIRS = (
    ("as", "a", "result"), ("led", "to"), ("leading", "to"), ("thanks", "to"), ("in", "response", "to"),
    ("so", "that"), ("in", "retaliation"), ("resulted", "in"), ("resulting", "in"), ("in", "protest"),
    ("a", "result", "of"),
    ("in", "exchange"), ("in", "return"), ("on", "grounds"), ("as", "part", "of"),
)  # fmt: skip


_CAUSAL_VERBS = word_set(
    "prompt prompts prompted prompting trigger triggers triggered triggering spark sparks sparked "
    "sparking cause causes "
    "caused causing force forces forced drove blamed amid"
)


_JOINTS = {
    "after": word_set(
        "leaving then after following since when once later earlier follows followed subsequently days hours"
    ),
    "following": word_set("after following since when once followed follows"),
    "before": word_set("before until ahead prior earlier previously"),
    "unless": word_set("unless if"),
    "during": word_set("during while at in when"),
    "since": word_set("since after because from"),
    "amid": word_set("amid as during while after over despite following"),
    "if": word_set("if whether should unless when convicted provided once or otherwise"),
}


def joints(claim: Read, support: Sequence[Read]) -> Iterator[Fault]:  # noqa: C901, PLR0912 - cases, read top to bottom
    """Cause and sequence: only where a source has it, and between the same two things."""
    lows = [t.low for t in claim.tokens]
    for i, t in enumerate(claim.tokens):
        if t.quoted:
            continue
        if t.low in ("since", "after", "following") and _then(claim, i):
            continue
        if t.low == "after" and i and lows[i - 1] in ("is", "are", "was", "were"):
            continue  # who is after something wants it
        causal = t.low in _CAUSES or any(tuple(lows[i : i + len(p)]) == p for p in _CAUSE_PAIRS)
        verb = t.low in _CAUSAL_VERBS
        if t.low == "due" and i + 1 < len(lows) and (lows[i + 1] != "to" or _verb_follows(claim, i + 2)):
            continue
        if t.low == "force" and i and lows[i - 1] in ("the", "a", "this", "their", "its", "in", "into"):
            continue  # "the force is to leave"
        if causal or (verb and not t.capital):
            if t.low in ("caused", "causes", "causing") and any(u.low in _HARMED for r in support for u in r.tokens):
                continue
            if not any(_causes(r) and _covers(claim, r) for r in support):
                yield Fault(
                    rule="causal", tokens=(t.text,), message=f"The source does not say “{t.text}”: no cause is given."
                )
        elif t.low in _JOINTS and not (t.low == "if" and _whether(claim, i)):
            wanted = _JOINTS[t.low]
            holding = [r for r in support if wanted & {u.low for u in r.tokens}]
            if not holding:
                # "During" and "before" join what two sentences tell; the rest claims something of its own.
                if t.low == "during" or (t.low == "before" and _both_stand(claim, t, support)):
                    continue
                yield Fault(rule="causal", tokens=(t.text,), message=f"The source does not say “{t.text}”.")
            elif t.low in ("after", "before", "following") and _turned(claim, t, holding):
                yield Fault(
                    rule="causal", tokens=(t.text,), message=f"What comes “{t.text}” what is the other way round."
                )


#: Who killed thousands caused their deaths.
_HARMED = word_set("killed kills injured destroyed damaged left wounded displaced flooded")


def _then(claim: Read, i: int) -> bool:
    """Whether a number of years or days follows: numbers have rules of their own."""
    after = claim.tokens[i + 1 : i + 5]
    if after and (after[0].low in MONTHS or after[0].low[:2] in ("19", "20")):
        return claim.tokens[i].low == "since"
    return (
        claim.tokens[i].low == "after"
        and bool(after)
        and (after[0].low in NUMBER_WORDS or after[0].low.isdecimal())
        and any(u.low in TIMES for u in after[1:])
    )


def _whether(claim: Read, i: int) -> bool:
    return i > 0 and claim.tokens[i - 1].low in (
        "say",
        "said",
        "know",
        "clear",
        "decide",
        "decided",
        "known",
        "ask",
        "asked",
    )


def _verb_follows(claim: Read, i: int) -> bool:
    return i < len(claim.tokens) and claim.tokens[i].low in (
        "be",
        "take",
        "begin",
        "start",
        "meet",
        "vote",
        "expire",
        "end",
    )


def _causes(r: Read) -> bool:
    lows = [t.low for t in r.tokens]
    return any(
        low in _CAUSES
        or (low in _CAUSAL_VERBS and not (low == "force" and i and lows[i - 1] in ("the", "a", "this", "their", "its")))
        or (low in _REASONS)
        or any(tuple(lows[i : i + len(p)]) == p for p in _CAUSE_PAIRS)
        for i, low in enumerate(lows)
    )


_REASONS = word_set("over since so reason reasons why blame citing cited accounted ruling ruled")


def _covers(claim: Read, r: Read) -> bool:
    if any(_cause_copied(claim, t, r) or _cause_told(claim, t, r) for t in claim.tokens):
        return True
    mine = one_key(claim.tokens)
    return sum(1 for t in words(claim.tokens) if t.keys & r.keys) >= 0.5 * max(1, len(mine))


def _cause_copied(claim: Read, t: Token, r: Read) -> bool:
    """Whether the word of a cause stands before the same thing in a source."""
    if t.low not in _CAUSES and t.low not in ("return", "response", "result", "protest", "exchange", "thanks"):
        return False
    behind = words(claim.tokens[t.at + 1 : t.at + 6])
    return bool(behind) and any(
        u.low == t.low and any(behind[0].keys & v.keys for v in r.tokens[u.at + 1 : u.at + 6]) for u in r.tokens
    )


def _cause_told(claim: Read, t: Token, r: Read) -> bool:
    """Whether what stands behind "because", up to the next comma, stands in the main in a source that gives a cause."""
    if t.low != "because":
        return False
    stop = next((u.at for u in claim.tokens[t.at + 1 :] if u.low == ","), len(claim.tokens))
    behind = words(claim.tokens[t.at + 1 : stop])
    return len(behind) > 2 and sum(1 for u in behind if u.keys & r.keys) >= 0.7 * len(behind)


def _turned(claim: Read, joint: Token, holding: Sequence[Read]) -> bool:
    """Whether what stands before and behind "after" is, in every source, behind and before it."""
    before, behind = _sides(claim, joint)
    if not before or not behind:
        return False
    verdicts = []
    for r in holding:
        for t in r.tokens:
            if t.low in _JOINTS[joint.low] and t.low in ("after", "before", "following", "until"):
                one, other = _sides(r, t)
                if t.low in ("before", "until") and joint.low in ("after", "following"):
                    one, other = other, one
                straight = len(before & one) + len(behind & other)
                crossed = len(before & other) + len(behind & one)
                verdicts.append(crossed >= straight + 2)
    return bool(verdicts) and all(verdicts)


def _both_stand(claim: Read, joint: Token, support: Sequence[Read]) -> bool:
    """Whether what is told on either side of a word stands in the sources, in the main."""
    keys = frozenset(k for r in support for k in r.keys)
    stop = next((t.at for t in claim.tokens[joint.at + 1 :] if t.low == ","), len(claim.tokens))
    start = next((t.at for t in reversed(claim.tokens[: joint.at]) if t.low == ","), 0)
    for side in (words(claim.tokens[start : joint.at]), words(claim.tokens[joint.at + 1 : stop])):
        if sum(1 for t in side if t.keys & keys) < 0.7 * len(side):
            return False
    return True


def _sides(r: Read, joint: Token) -> tuple[frozenset[str], frozenset[str]]:
    if not any(t.is_word for t in r.tokens[: joint.at]):
        comma = next((t.at for t in r.tokens[joint.at :] if t.low == ","), len(r.tokens))
        return one_key(r.tokens[comma:]), one_key(r.tokens[joint.at : comma])
    # What stands behind a further comma is another matter: who says so, as a rule.
    start = next((t.at for t in reversed(r.tokens[: joint.at - 1]) if t.low == ","), 0) if joint.low != "than" else 0
    stop = next((t.at for t in r.tokens[joint.at + 1 :] if t.low == ","), len(r.tokens))
    return one_key(r.tokens[start : joint.at]), one_key(r.tokens[joint.at + 1 : stop])


def than(claim: Read, support: Sequence[Read]) -> Iterator[Fault]:
    """More of one than of the other: which is which."""
    for joint in claim.tokens:
        if joint.low != "than" or joint.quoted:
            continue
        before, behind = _sides(claim, joint)
        for r in support:
            for t in r.tokens:
                if t.low == "than":
                    one, other = _sides(r, t)
                    if before & (other - one) and behind & (one - other) and not behind & other:
                        yield Fault(
                            rule="swapped", tokens=("than",), message="More and less stand in each other's place."
                        )
                        return


def sides_taken(claim: Read, support: Sequence[Read]) -> Iterator[Fault]:
    """For or against, more or less than: the same word behind the same word."""
    for pair, lead in (
        (("for", "against"), True),
        (("more", "less"), False),
        (("more", "fewer"), False),
        (("higher", "lower"), False),
    ):
        for t in claim.tokens:
            if t.low not in pair or t.quoted:
                continue
            beside = _companion(claim, t, lead=lead)
            if beside is None:
                continue
            there = [
                u.low
                for r in support
                for u in r.tokens
                if u.low in pair and (mate := _companion(r, u, lead=lead)) is not None and mate.keys & beside.keys
            ]
            if there and t.low not in there:
                yield Fault(rule="stance", tokens=(t.text,), message=f"The source says “{there[0]}”, not “{t.text}”.")


def _companion(r: Read, t: Token, *, lead: bool) -> Token | None:
    """The word before "for" and "against", or the "than" behind "more" and "less"."""
    at = t.at - 1 if lead else t.at + 1
    if not 0 <= at < len(r.tokens):
        return None
    return (
        r.tokens[at]
        if (r.tokens[at].is_word and lead and not r.tokens[at].light) or r.tokens[at].low == "than"
        else None
    )
