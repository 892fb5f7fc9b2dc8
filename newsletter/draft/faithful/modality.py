"""How sure it is: what may be, or is planned, is not told as done, nor the reverse."""

from collections.abc import Iterator, Sequence

from newsletter.draft.faithful.attribution import SAID
from newsletter.draft.faithful.ground import Ground, Read, words
from newsletter.draft.faithful.lexicon import word_set
from newsletter.draft.faithful.nouns import Fault
from newsletter.draft.faithful.numerals import MONTHS, NUMBER_WORDS
from newsletter.draft.faithful.tokens import IRREGULAR, Token

NOT = word_set(
    "not no never without neither nor none nobody cannot nothing fail fails failed failing failure unable lack lacked "
    "lacks hardly scarcely barely unwilling uncertain unresolved refuse refused refuses refusing decline "
    "declined declines declining deny denied denies "
    "denying reject rejected rejects unlikely unknown unclear undecided except exempt exempts false excluding excluded "
    "avoid avoided avoids rather unsuccessful unsuccessfully opposed oppose opposes yet untrue"
)


_SKIPPED = word_set("be been being to have has had do does did yet also any the a an it its their his her ever")


#: How sure a verb before another makes it: 1 may be, 2 is meant to be, 3 will be; what has none of them is so.
_MAY = word_set("may might could can possibly perhaps potentially possible consider considering considers weighing "
                 "mulling likely if whether considered could")  # fmt: skip


_MEANT = word_set(
    "volunteer volunteered "
    "would plan plans planned planning intend intends intended promise promised promises vow vowed vows pledge pledged "
    "threaten threatened threatens face faces facing "
    "seek sought seeks seeking want wants wanted hope hopes hoped expect expects "
    "expected aim aims "
    "aimed propose proposed proposes urge urged urges ask asked asks should try tried tries trying attempt attempted "
    "scheduled due set proposal bid effort must call called calling calls ready demand demanded agreed decide request "
    "offer offered consider recommended recommend order ordered need needs needed yet unless require required slated "
    "for toward towards"
)


#: Of those, the ones that mean it wherever they stand.
_INTENT = _MEANT - word_set("for set due yet toward towards order ordered call calls called request offer")
_WILL = frozenset(["will", "shall", "going", "to", "next"])


_TRANSITIVE = _MEANT - word_set("would should must face faces facing")


_MODAL = _MAY | _MEANT | _WILL


#: Who did this to do something is past planning it.
_RESOLVED = word_set("voted agreed decided moved began managed started chose")


#: Who is allowed may.
_ALLOWS = word_set("allow allows allowed allowing let lets permit permits permitted free available eligible")


_ARTICLES = word_set("the a an its their his her this")


def governed(r: Read, i: int) -> list[Token]:
    """What a "not" or a "may" at a place is about: the words that follow."""
    result: list[Token] = []
    for t in r.tokens[i + 1 : i + 9]:
        if t.low in (",", ";", ":", "but", "while", "and", "who", "which", "that", "."):
            break
        if (
            t.is_word
            and t.low not in _SKIPPED
            and t.low not in NUMBER_WORDS
            and (not t.light or t.low in ("say", "said", "leave", "hold", "take", "begin", "start", "run"))
        ):
            result.append(t)
        if len(result) == 2:
            break
    return result


def _strength(r: Read, token: Token) -> int:
    """How sure a sentence makes one of its words: 1 may be, 2 is meant, 3 will be, 4 is."""
    levels = [4]
    for u in r.tokens[max(0, token.at - 7) : token.at]:
        if u.low in (",", ";", "and", "but", "while", "who"):
            levels = [4]
        elif u.low in _MAY:
            levels.append(1)
        elif u.low.split()[0] in _MEANT and (u.low not in ("for", "set", "due", "yet") or token.at - u.at < 3):
            levels.append(2)
        elif u.low in _WILL and (u.low != "to" or token.at - u.at == 1):
            levels.append(3)
    return min(levels)


def modality(claim: Read, ground: Ground, support: Sequence[Read]) -> Iterator[Fault]:  # noqa: C901, PLR0912 - cases, read top to bottom
    """Whether what may be or is planned is told as done, or the reverse."""
    said = any(t.low in SAID for t in claim.tokens)
    for r in support:
        if sum(1 for t in words(claim.tokens) if t.keys & r.keys) < 2:
            continue
        for i, u in enumerate(r.tokens):
            if u.low in _TRANSITIVE and (i + 1 >= len(r.tokens) or r.tokens[i + 1].low != "to"):
                continue
            if u.low not in _MODAL or u.low in ("to", "next", "for", "if", "whether", "toward", "towards") or u.quoted:
                continue
            reported = said or any(t.low in SAID for t in r.tokens)
            for target in governed(r, i)[:1]:
                there = _strength(r, target)
                found = [
                    t
                    for t in claim.tokens
                    if t.keys & target.keys
                    and not t.capital
                    and claim.tokens[max(0, t.at - 1)].low not in _ARTICLES
                    and (_stems_meet(t, target) or t.low == "must")
                ]
                if not found:
                    continue
                here = min(_strength(claim, t) for t in found)
                if any(t.low in NOT for t in claim.tokens[max(0, found[0].at - 6) : found[0].at]):
                    continue
                if any(t.low in _MAY for t in claim.tokens if abs(t.at - found[0].at) < 14):
                    here = min(here, 1 if there == 1 else 2)
                near = claim.tokens[max(0, found[0].at - 7) : found[0].at + 7]
                if any(t.low in _INTENT and t is not found[0] for t in near):
                    here = min(here, 2)
                if here <= there or (here == 3 and there == 2 and reported and u.low == "would"):
                    continue
                before = [t.low for t in claim.tokens[max(0, found[0].at - 2) : found[0].at]]
                if before[-1:] == ["to"] and before[0] not in _RESOLVED:
                    continue  # "a bill to shorten sentences" claims no more than "would shorten"
                if there == 3 and here == 4 and not _past(found[0]):
                    continue
                others = [
                    _strength(o, t)
                    for o in ground.reads
                    for t in o.tokens
                    if t.keys & target.keys and _stems_meet(t, target) and o.at >= 0 and (o is not r or t is not target)
                ]
                if any(level >= here for level in others):
                    continue
                if u.low in ("asked", "bid"):
                    continue
                yield Fault(
                    rule="modality",
                    tokens=(found[0].text, u.text),
                    message=f"The source says “{u.text} {target.text}”; here it is surer.",
                )
                return
    for t in claim.tokens:
        if t.low not in ("may", "might", "could", "possibly", "perhaps") or t.quoted or (t.capital and not t.first):
            continue
        for target in governed(claim, t.at)[:1]:
            said_there = [(r, u) for r in support for u in r.tokens if u.keys & target.keys and not u.quoted]
            unsure = any(
                u.low in _ALLOWS or (u.low in _MODAL - _WILL and u.low not in ("for", "set", "whether"))
                for r in support
                for u in r.tokens
            )
            if said_there and not unsure:
                yield Fault(
                    rule="modality",
                    tokens=(t.text, target.text),
                    message=f"The source says that it is so; here it only {t.text}.",
                )
                return
    if any(t.low == "will" and not t.quoted for t in claim.tokens):
        lows = {u.low for r in support for u in r.tokens}
        future = _WILL - {"to"} | _MEANT | {"until", "now", "goes", "heads", "takes", "ahead"}
        if "set" in lows and lows & frozenset(MONTHS):
            return
        if lows & _MAY and not lows & (future - {"for", "set", "order", "call", "called"}):
            yield Fault(rule="modality", tokens=("will",), message="The source says only that it may be.")


def _stems_meet(one: Token, other: Token) -> bool:
    return bool({k for k in one.keys if k[0] not in "#="} & other.keys)


def _past(token: Token) -> bool:
    return token.low.endswith("ed") or IRREGULAR.get(token.low, token.low) != token.low
