"""Small words without which what is said is more than is known: each a word of the source that a near copy lost."""

from collections.abc import Iterator, Sequence

from newsletter.draft.faithful.attribution import near_copy
from newsletter.draft.faithful.ground import Read, words
from newsletter.draft.faithful.lexicon import word_set
from newsletter.draft.faithful.nouns import Fault
from newsletter.draft.faithful.tokens import Token

_PANELS = word_set("committee panel subcommittee commission")
_CHAMBERS = word_set("house senate council parliament congress assembly commons legislature")
_PLANS = word_set("plan plans planned planning propose proposes proposed seek seeks sought want wants wanted consider "
                  "considers considering weigh weighs weighing demand demands demanded request requested")  # fmt: skip
_FOR = word_set("ask asked asks call called calls urged push pushed pressed")
_OPEN = word_set("whether if case question questions decide decides consider considers weigh hear")
_SOME = word_set("some few most half many several")
_HEDGED = word_set("would could may might plan plans proposed proposal call calls called want wants ask asks "
                   "asked if to next seek seeks sought demand demands demanded consider considering urged "
                   "request")  # fmt: skip


def loss_faults(claim: Read, support: Sequence[Read]) -> Iterator[Fault]:
    """What a claim lost of a sentence that it copies otherwise."""
    yield from _both_chambers(claim, support)
    for r in support[:1]:
        if near_copy(claim, r, 0.7):
            yield from _panel(claim, r, support)
            yield from _some(claim, r, support)
        yield from _whether(claim, r, support)
        yield from _planned(claim, r, support)


def _both_chambers(claim: Read, support: Sequence[Read]) -> Iterator[Fault]:
    """What one chamber passed the legislature has not."""
    lows = {u.low for r in support for u in r.tokens}
    for t, verb in zip(claim.tokens, claim.tokens[1:], strict=False):
        if (  # noqa: SIM102 - two steps
            t.low in ("congress", "parliament", "legislature", "lawmakers")
            and verb.low in _PASSED
            and t.low not in lows
        ):
            if len(lows & {"house", "senate", "chamber", "committee", "panel"}) and not {"both", "congress"} & lows:
                yield _lost("office", t, "house" if "house" in lows else "senate")


_PASSED = word_set("passed approved adopted enacted cleared sent voted")


def _panel(claim: Read, r: Read, support: Sequence[Read]) -> Iterator[Fault]:
    """A committee's vote is not its chamber's."""
    lows = {t.low for t in claim.tokens}
    lost = next((t for t in r.tokens if t.low in _PANELS and not t.quoted), None)
    if lost is None or any(lost.keys & t.keys and t.low not in _CHAMBERS for t in claim.tokens):
        return
    chamber = next(
        (t for t in r.tokens[max(0, lost.at - 5) : lost.at + 6] if t.low in _CHAMBERS and t.low in lows), None
    )
    if chamber is None or any(o is not r and o.at >= 0 and near_copy(claim, o, 0.7) for o in support):
        return
    yield _lost("office", lost, f"{chamber.text} {lost.text}")


def _some(claim: Read, r: Read, support: Sequence[Read]) -> Iterator[Fault]:
    """Some of them are not all of them."""
    lows = {t.low for t in claim.tokens}
    for t, thing in zip(r.tokens, r.tokens[1:], strict=False):
        if t.low not in _SOME or t.quoted or not thing.is_word or thing.low in ("of", "in"):
            continue
        mine = next((u for u in claim.tokens if u.low == thing.low), None)
        if (
            mine is None
            or lows & _SOME
            or any(u.low[:1].isdigit() for u in claim.tokens[max(0, mine.at - 3) : mine.at])
        ):
            continue
        if any(u.low == thing.low and o.tokens[u.at - 1].low not in _SOME for o in support[1:] for u in o.tokens):
            continue
        yield _lost("quantifier", t, f"{t.text} {thing.text}")
        return


def _whether(claim: Read, r: Read, support: Sequence[Read]) -> Iterator[Fault]:
    """What a court is asked is not what it said."""
    lows = {t.low for t in claim.tokens}
    if lows & _OPEN:
        return
    for t in r.tokens:
        if t.low != "whether" or t.quoted:
            continue
        behind = words(r.tokens[t.at + 1 : t.at + 14])[:6]
        taken = [u for u in behind if any(u.keys & v.keys for v in claim.tokens)]
        if len(behind) < 2 or len(taken) < max(2, 0.7 * len(behind)) or len(taken) < 0.3 * len(words(claim.tokens)):
            continue
        if {"not", "no"} & lows or any(o is not r and near_copy(claim, o) for o in support):
            continue
        yield _lost("modality", t, f"whether {behind[0].text}")
        return


def _planned(claim: Read, r: Read, support: Sequence[Read]) -> Iterator[Fault]:
    """A plan for a protest is no protest."""
    if {t.low for t in claim.tokens} & _HEDGED or not any(t.low.endswith("ed") or t.low in _PAST for t in claim.tokens):
        return
    for t in r.tokens:
        behind = r.tokens[t.at + 1 : t.at + 5]
        calls = t.low in _FOR and bool(behind) and behind[0].low == "for"
        if t.quoted or not (t.low in _PLANS or calls) or (behind and behind[0].low == "to"):
            continue
        thing = next((u for u in behind if u.is_word and not u.light and not u.capital), None)
        if thing is None or not any(thing.keys & u.keys and not u.capital for u in claim.tokens):
            continue
        if any(t.keys & u.keys for u in claim.tokens) or not near_copy(claim, r, 0.6):
            continue
        if any(o is not r and thing.keys & o.keys for o in support):
            continue
        yield _lost("status", t, f"{t.text} … {thing.text}")
        return


_PAST = word_set("held began took went made gave won got sent met came was were")


def _lost(rule: str, word: Token, phrase: str) -> Fault:
    return Fault(rule=rule, tokens=(word.text,), message=f"The source says “{phrase}”; here “{word.text}” is lost.")
