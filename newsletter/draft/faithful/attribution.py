"""Who says so: what somebody says, or is accused of, is not told as a fact, nor as somebody else's word."""

from collections.abc import Iterator, Sequence

from newsletter.draft.faithful.ground import Read, words
from newsletter.draft.faithful.lexicon import word_set
from newsletter.draft.faithful.names import MODIFIERS, OFFICES
from newsletter.draft.faithful.nouns import Fault
from newsletter.draft.faithful.numerals import NUMBER_WORDS
from newsletter.draft.faithful.tokens import Token

_DISPUTED = word_set("disputed denied rejected contested questioned challenged")


SAID = word_set(
    "said say says saying told tell tells wrote writes claim claims claimed allege alleges alleged allegedly "
    "accuse accuses accused accusing accusation allegation allegations reported reportedly suspected suspect argue "
    "argues argued believe believes believed think estimate estimated estimates suggested suggests statement testified "
    "announced announces insisted insists charge charged charges indicted indictment called calls calling described "
    "describes warned warns predicted predicts promise promised contend contends contended asserted asserts maintains "
    "maintained added adds denied denies complaint lawsuit accuses declared expected expects vowed vows pledged "
    "acknowledged admitted conceded voiced citing cited quoted plead pleaded stated states noted found concluded "
    "alleging claiming arguing insisting accusing "
    "intend intends finding prosecutors criticized criticised praised urged opposed welcomed blamed"
) | {"according to"}


_DOUBTED = word_set(
    "allege alleges alleged allegedly accuse accuses accused accusing accusation allegation allegations reportedly "
    "suspected suspect claim claims claimed unconfirmed rumored rumoured purported purportedly apparent apparently "
    "suspects"
)


_CHARGED = _DOUBTED | word_set("charge charged charges indicted indictment indict counts count prosecutors")


#: These tell what is so, by their office; what anybody else says is his to say.
_NEUTRAL = word_set(
    "department bureau police officials official agency ministry office clerk court data report survey authorities "
    "commission statistics results returns association census firefighters hospital coroner inquiry "
    "authority regulator"
)


_COUNTED = word_set("inflation unemployment prices gdp output exports imports sales deficit turnout")
_GUARDS = {
    "tentative": "tentative preliminary provisional initial early draft unofficial partial interim "
    "temporary temporarily so", "proposed": "proposed proposal draft would plan planned bill",
}  # fmt: skip


def near_copy(claim: Read, r: Read, part: float = 0.8) -> bool:
    """Whether so much of what a claim says stands in one sentence, as a part of its words."""
    mine = words(claim.tokens)
    return sum(1 for t in mine if t.keys & r.keys) >= part * len(mine)


def attribution(claim: Read, support: Sequence[Read]) -> Iterator[Fault]:  # noqa: C901 - one question, asked of each word
    """Whether what somebody says, or is accused of, is told as a fact."""
    if not support:
        return
    best = support[0]
    lows = {t.low for t in claim.tokens}
    theirs = [t for t in best.tokens if not t.quoted]
    if any(t.low in _DOUBTED and _taken(claim, best, t) for t in theirs) and not lows & _CHARGED and not lows & SAID:  # noqa: SIM102 - two steps
        if not any(not any(t.low in _DOUBTED for t in o.tokens) and near_copy(claim, o) for o in support[1:]):
            word = next(t.text for t in theirs if t.low in _DOUBTED)
            yield Fault(rule="attribution", tokens=(word,), message=f"The source says “{word}”; here it is a fact.")
            return
    yield from _whose(claim, best)
    yield from _only_said(claim, support)
    if lows & SAID or any(t.quoted for t in claim.tokens):
        return
    for t in theirs:
        if t.low not in ("said", "says", "claimed", "argued", "told", "according to", "testified", "alleged", "wrote",
                         "insisted", "contended", "warned", "predicted"):  # fmt: skip
            continue
        speaker, matter = _parted(best, t)
        if any(u.keys & v.keys for u in words(claim.tokens) for v in words(speaker)):
            continue
        disputed = any(u.low in _DISPUTED for u in theirs)
        if (any(u.low in _NEUTRAL for u in speaker) and not disputed) or not speaker:
            continue
        if any(u.low in _COUNTED for u in claim.tokens) and any(u.low[:1].isdigit() for u in claim.tokens):  # noqa: SIM102 - two questions
            if any(u.low in OFFICES or u.low == "bank" for u in speaker) and not disputed:
                continue  # a statistic is nobody's opinion
        told = [u for u in words(claim.tokens) if u.keys & frozenset(k for v in matter for k in v.keys)]
        whole = words(claim.tokens)
        from_others = [u for u in whole if u not in told and not any(u.keys & v.keys for v in speaker)]
        if len(told) >= 3 and len(told) >= 0.6 * len(whole) and len(from_others) <= 0.4 * len(whole):
            if any(o is not best and near_copy(claim, o) and not {v.low for v in o.tokens} & SAID for o in support):
                continue
            yield Fault(
                rule="attribution",
                tokens=(t.text,),
                message=f"The source has somebody say this (“{t.text}”); here it is a fact.",
            )
            return


_OPINED = word_set(
    "said says blamed blames complained complains alleged alleges claimed claims called argued argues fears feared "
    "thinks believes insisted warned accused cautioned predicted"
)
_REPORTS = word_set(
    "said say says told according claim claims claimed allege alleges alleged fear fears feared blame blamed blames "
    "call called calls complain complains complained argue argued warned warn insist insisted accuse accused accuses "
    "suspected estimate estimated estimates account hold holds maintain maintains put puts believe found find report "
    "reported reports want wants promised promise vow vowed intend intends pledged offer offered plan plans would told "
    "praised described judged objected spoke wondered denied denies rejected demanded demand asked charged vowed "
    "announced expect expects think thinks doubts doubted cautioned admitted conceded criticised criticized supposed "
    "hailed hails consider considering considers weigh weighing"
)


def _only_said(claim: Read, support: Sequence[Read]) -> Iterator[Fault]:
    """Whether a claim that names no speaker has words that stand only in what somebody is cited with."""
    lows = {t.low for t in claim.tokens}
    if lows & (SAID | _REPORTS) or any(t.quoted for t in claim.tokens):
        return
    if lows & _COUNTED and any(t.low[:1].isdigit() for t in claim.tokens):
        return  # a statistic is nobody's opinion
    mine = words(claim.tokens)
    for r in support:
        says = next((t for t in r.tokens if t.low in _OPINED and not t.quoted), None)
        if says is None:
            continue
        behind = r.tokens[says.at + 1].low if says.at + 1 < len(r.tokens) else ""
        if says.low in ("called", "calls") and behind in ("a", "an", "the", "for", "on", "off"):
            continue
        speaker, matter = _parted(r, says)
        if any(t.low in _NEUTRAL for t in speaker):
            continue
        elsewhere = frozenset(k for o in support if o is not r for t in o.tokens for k in t.keys)
        elsewhere |= frozenset(k for t in speaker for k in t.keys)
        told = [t for t in mine if any(t.keys & u.keys for u in matter) and not t.keys & elsewhere]
        if len(told) >= _ENOUGH:
            yield Fault(
                rule="attribution",
                tokens=(says.text, *(t.text for t in told)),
                message=f"The source has somebody say this (“{says.text}”); here it is a fact.",
            )
            return


_ENOUGH = 3


def _taken(claim: Read, best: Read, doubted: Token) -> bool:
    """Whether a claim takes over what is doubted, and not only what stands beside it."""
    behind = words(best.tokens[doubted.at + 1 : doubted.at + 14])[:5]
    before = words(best.tokens[: doubted.at])[-4:]
    near = behind or before
    return sum(1 for t in near if any(t.keys & u.keys for u in claim.tokens)) >= min(2, len(near))


def _whose(claim: Read, best: Read) -> Iterator[Fault]:  # noqa: C901 - cases, read top to bottom
    """Whether it is said "according to" whoever says it in the source."""
    for t in claim.tokens:
        if t.low not in ("according to", "said", "says") or t.quoted:
            continue
        named = []
        if t.low == "according to":
            for u in claim.tokens[t.at + 1 : t.at + 9]:
                if u.low in (",", ".", "who", "which"):
                    break
                named.append(u)
        else:
            named, matter = _parted(claim, t)
            if len(named) > 7:
                continue
            if not any(u.low == "," for u in claim.tokens[max(0, t.at - 8) : t.at]):
                matter = words(matter)
                taken = sum(1 for u in matter if u.keys & best.keys)
                if not {u.low for u in best.tokens} & SAID or len(matter) < 4 or taken < 0.8 * len(matter):
                    continue
                if any(u.low in ("he", "she", "they", "it", "who", "also") for u in named):
                    continue
        named = [u for u in words(named) if u.low not in NUMBER_WORDS]
        he = any(u.low in ("he", "she", "they", "it") for u in best.tokens)
        there = list(best.tokens) + (best.around if he or not {u.low for u in best.tokens} & SAID else [])
        keys = frozenset(k for u in there for k in (*u.keys, *u.low.split()) if k[0] != "=")
        if named and not any(u.keys & keys for u in named):
            yield Fault(
                rule="attribution",
                tokens=tuple(u.text for u in named),
                message=f"It is not {named[-1].text} who says this in the source.",
            )


def _parted(r: Read, says: Token) -> tuple[list[Token], list[Token]]:
    """Who speaks and what is said, around a word such as "said"."""
    before, behind = list(r.tokens[: says.at]), list(r.tokens[says.at + 1 :])
    if says.low == "according to":
        end = next((t.at for t in behind if t.low == ","), len(r.tokens))
        speaker = [t for t in behind if t.at < end]
        return speaker, before + [t for t in behind if t.at > end]
    comma = next((t.at for t in reversed(before) if t.low == ","), -1)
    after = [t for t in behind if t.is_word]
    # "…, the department said."
    if comma >= 0 and len([t for t in after if not t.light]) <= 1:
        return [t for t in before if t.at > comma], [t for t in before if t.at < comma]
    if comma >= 0 and not any(t.is_word for t in before if t.at > comma):
        first = next((t.at for t in before if t.low == ","), comma)
        if first < comma and first <= 5:
            return before, behind  # "His lawyer, Ann Lee, said …"
        return behind[:8], before
    return before, behind


def guards(claim: Read, support: Sequence[Read]) -> Iterator[Fault]:
    """Small words without which what is said is more than is known."""
    best = support[0] if support else None
    if best is None or not near_copy(claim, best):
        return
    lows = {t.low for t in claim.tokens}
    for t, office in zip(best.tokens, best.tokens[1:], strict=False):
        if t.low in MODIFIERS and office.low in OFFICES and not t.quoted and t.low not in lows:
            mine = [u for u in claim.tokens if u.low == office.low]
            if (
                mine
                and not {"former", "ex"} & lows
                and not any(
                    u.low == office.low and o.tokens[u.at - 1].low not in MODIFIERS
                    for o in support[1:]
                    for u in o.tokens
                )
            ):
                yield Fault(
                    rule="office",
                    tokens=(t.text, office.text),
                    message=f"“{t.text} {office.text}” lost its “{t.text}”.",
                )
                return
    for t in best.tokens:
        if t.low not in _GUARDS["tentative"].split() or t.low in ("so", "early") or t.quoted:
            continue
        after = best.tokens[t.at + 1] if t.at + 1 < len(best.tokens) else None
        if after is None or not any(after.keys & u.keys for u in claim.tokens) or after.light:
            continue
        if not any(t.keys & u.keys for u in claim.tokens) and not lows & {
            "would",
            "proposed",
            "could",
            "put on hold",
            "halted",
            "paused",
        }:
            yield Fault(
                rule="status", tokens=(t.text, after.text), message=f"“{t.text} {after.text}” lost its “{t.text}”."
            )
            return
