"""Whether it was, was not, may be or was only said to be."""

from collections.abc import Iterator, Sequence

from newsletter.draft.faithful.attribution import SAID, attribution, guards, near_copy
from newsletter.draft.faithful.clauses import one_key
from newsletter.draft.faithful.ground import Ground, Read, words
from newsletter.draft.faithful.lexicon import word_set
from newsletter.draft.faithful.modality import NOT, governed, modality
from newsletter.draft.faithful.nouns import Fault
from newsletter.draft.faithful.tokens import GROUPS, RULE_OF, Token, stem

#: Of those, the ones that are nothing but a "not".
_PLAIN_NOT = word_set("not no never without neither nor none nobody cannot nothing")


_KEYS_NOT = frozenset(key for key in GROUPS[stem("acquit")] if RULE_OF.get(key) == "status")


def polarity_faults(claim: Read, ground: Ground) -> Iterator[Fault]:
    """What a claim denies, hardens or softens, and the source does not."""
    support = ground.support(claim)
    yield from _negations(claim, ground, support)
    yield from modality(claim, ground, support)
    yield from attribution(claim, support)
    yield from guards(claim, support)


def _negated(r: Read) -> list[tuple[Token, list[Token]]]:
    signs = [  # a vote of no confidence denies nothing
        (t, governed(r, t.at + (t.low in _DENIED and r.tokens[min(t.at + 1, len(r.tokens) - 1)].low == "that")))
        for t in r.tokens
        if not t.quoted and ((t.low in _PLAIN_NOT and not _not_only(r, t.at)) or _fails(r, t))
        if not any(u.low == "confidence" for u in r.tokens[t.at + 1 : t.at + 3])
    ]
    # "Private schools are exempt": what is left out stands before it.
    out = [(t, words(r.tokens[max(0, t.at - 5) : t.at])[-2:]) for t in r.tokens if t.low in ("exempt", "excluded")]
    return signs + out


#: What only one has been, others have not; what remains open is not settled.
_STILL_OPEN = word_set("only alone remain remains still")
_LACKS = word_set("lack lacks lacked lacking denied denies denying")
_DENIED = word_set("denied denies denying")


def _fails(r: Read, t: Token) -> bool:
    """Whether a word denies the verb behind it: "failed to study"."""
    after = r.tokens[t.at + 1].low if t.at + 1 < len(r.tokens) else ""
    return t.low in _LACKS or (after == "to" and t.low in (
        "fail", "failed", "fails", "failing", "refused", "refuses", "refusing", "declined", "declines", "declining",
        "unable", "unwilling"
    ))  # fmt: skip


def _not_only(r: Read, i: int) -> bool:
    after = [t.low for t in r.tokens[i + 1 : i + 3]]
    before = r.tokens[i - 1].low if i else ""
    return (
        after[:1] in (["only"], ["just"])
        or after in (["more", "than"], ["less", "than"], ["fewer", "than"])
        or (before in ("whether", "if") or before == "or")
    )


def _denies(t: Token) -> bool:
    """Whether a word says that something is not so: "unread" and "blocked" do as "nobody" and "may not" do."""
    if t.low in NOT or t.keys & _KEYS_NOT:
        return True
    return (t.low.startswith("un") and t.low.endswith(_UNDONE) and len(t.low) > 5) or (
        t.low in _PREVENTS or stem(t.low) in _PREVENTS
    )


_UNDONE = ("ed", "en", "read", "paid", "aware", "able", "clear", "certain", "told")
_PREVENTS = frozenset(
    map(stem, word_set("block bar ban prevent stop halt prohibit forbid miss lose without spare collapse exclude"))
) | {"ruled out", "rule out", "rules out"}


def _has_not(r: Read) -> bool:
    return any(_denies(t) for t in r.tokens if not t.quoted)


def _negations(claim: Read, ground: Ground, support: Sequence[Read]) -> Iterator[Fault]:  # noqa: C901 - cases, read top to bottom
    mine = one_key(claim.tokens)
    for r in support[:2]:
        for sign, about in _negated(r):
            held = [t for t in about if any(_meets(t, u) for u in claim.tokens)]
            if not held or len(held) < len(about) - 1 or len(held) < 1:
                continue
            if len(about) == 2 and len(held) == 1 and held[0] is not about[0] and not near_copy(claim, r):
                continue
            if {t.low for t in claim.tokens} & _STILL_OPEN:
                continue
            if any(_denies(t) for t in claim.tokens if not t.quoted and (t.low in NOT or not _meets_any(t, about))) or (
                sign.low == "never" and any(t.low == "first" for t in claim.tokens)
            ):
                continue
            # Another sentence may say the same without the "not".
            if any(
                o is not r
                and not _has_not(o)
                and held[0].keys & o.keys
                and len(mine & one_key(o.tokens)) >= len(mine & one_key(r.tokens))
                for o in ground.reads
            ):
                continue
            yield Fault(
                rule="negation",
                tokens=(sign.text, *(t.text for t in held[:1])),
                message=f"The source says “{sign.text} … {held[0].text}”; the “{sign.text}” is lost.",
            )
            return
    for sign, about in _negated(claim):
        if _conditional(claim, sign) or (
            _unfinished(about) and any(t.low in _PENDING for r in support for t in r.tokens)
        ):
            continue
        if not any(_denies(t) for r in support for t in r.around if not t.quoted):
            yield Fault(rule="negation", tokens=(sign.text,), message=f"The source does not say “{sign.text}”.")
            return
        if sign.low != "no" or not about:
            continue  # of other words for "not" there are too many to tell by their place what they deny
        first = about[0]
        holding = [r for r in support if first.keys & r.keys]
        if holding and not any(_denied_there(r, first) for r in holding):
            yield Fault(
                rule="negation",
                tokens=(sign.text, first.text),
                message=f"The source does not deny “{first.text}”.",
            )
            return


_PENDING = word_set("still pending reviewing considering weighing awaiting undecided remains await awaits")


def _unfinished(about: Sequence[Token]) -> bool:
    """Whether what is denied is only that something has come to its end."""
    return any(
        t.low in ("finished", "completed", "decided", "finish", "complete", "decide", "ruled", "concluded")
        for t in about
    )


def _conditional(claim: Read, sign: Token) -> bool:
    """Whether a "not" tells of whom a threat speaks: "hospitals that do not comply"."""
    before = [t.low for t in claim.tokens[max(0, sign.at - 2) : sign.at]]
    return before[:1] in (["that"], ["who"], ["if"]) and before[-1:] in (["do"], ["does"], ["who"], ["that"])


def _meets(one: Token, other: Token) -> bool:
    """Whether two words may mean the same; of those for saying there are too many."""
    if one.low in SAID:
        return bool({k for k in one.keys if k[0] not in "#="} & other.keys)
    return bool(one.keys & other.keys)


def _meets_any(one: Token, others: Sequence[Token]) -> bool:
    return any(_meets(one, other) for other in others)


def _denied_there(r: Read, token: Token) -> bool:
    for t in r.tokens:
        if t.keys & token.keys:
            before = r.tokens[max(0, t.at - 9) : t.at + 7]
            if any(map(_denies, before)):
                return True
    return False
