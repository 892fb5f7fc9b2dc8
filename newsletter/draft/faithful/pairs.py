"""What stands right beside what: a number and its thing, a people and its noun, what is done and by whom, and where.

All of them ask one question: a pair of the claim that no source has, where a source has the one with another partner.
"""

from collections.abc import Callable, Iterator, Sequence

from newsletter.draft.faithful.clauses import clause_keys, one_key
from newsletter.draft.faithful.ground import Ground, Read
from newsletter.draft.faithful.lexicon import word_set
from newsletter.draft.faithful.names import OFFICES, STATES, runs, small_words
from newsletter.draft.faithful.nouns import Fault
from newsletter.draft.faithful.numerals import NUMBER_WORDS, Quantity, quantities, same_amount
from newsletter.draft.faithful.tokens import Token

_WHERE = word_set("in at near from across within into through throughout")
_ARTICLES = word_set("the a an his her its their this that")
#: Words that stand beside anything.
_ANYWHERE = word_set("people state party parties member members year years vote votes percent said")
_YEARS = word_set("year month week")


def pair_faults(claim: Read, ground: Ground, settled: frozenset[int]) -> Iterator[Fault]:
    """What a claim puts beside something that the sources put beside another thing.

    ``settled`` are the places of its words that are known to be right.
    """
    yield from _numbers(claim, ground)
    yield from _peoples(claim, ground)
    yield from _by(claim, ground, settled)
    yield from _where(claim, ground)
    yield from _which_year(claim, ground)


def only_where(r: Read, run: Sequence[Token]) -> bool:
    """Whether a name tells where something is, or where somebody is from."""
    before = r.tokens[run[0].at - 1].low if run[0].at else ""
    article = r.tokens[run[0].at - 2].low if run[0].at > 1 and before == "the" else ""
    after = r.tokens[run[-1].at + 1].low if run[-1].at + 1 < len(r.tokens) else ""
    if before in _WHERE or article in _WHERE:
        return True
    return run[-1].low in STATES and before == "," and after == ","


def _stem(token: Token) -> str:
    return min((k for k in token.keys if k[0] not in "#=@"), default=token.low)


def _thing_behind(r: Read, quantity: Quantity) -> Token | None:
    """What is counted: the first word of weight behind a number, past "of the city's"."""
    for t in r.tokens[quantity.end : quantity.end + 3]:
        if t.is_word and not t.light and not t.capital and not t.quoted:
            return t
        if t.low != "-" and not (t.is_word and t.capital):
            return None
    return None


def _done_behind(r: Read, quantity: Quantity) -> Token | None:
    """What so many have had done to them: "52 have been confirmed"."""
    found = r.tokens[quantity.end : quantity.end + 4]
    if not found or found[0].low not in _BE:
        return None
    return next((t for t in found if t.is_word and t.low not in _BE and t.low != "been" and not t.light), None)


def _verb_before(r: Read, quantity: Quantity) -> Token | None:
    """The word right before a number, if it carries weight."""
    before = r.tokens[quantity.start - 1] if quantity.start else None
    if before is None or not before.is_word or before.light or before.capital or before.quoted:
        return None
    return before


def _numbers(claim: Read, ground: Ground) -> Iterator[Fault]:
    mine = quantities(claim.tokens)
    held = [q for r in ground.reads for q in quantities(r.tokens)]
    for quantity in mine:
        # A number that stands nowhere follows from others, or is a fault already.
        if quantity.kind not in ("plain", "ordinal", "part", "percent") or not any(
            same_amount(quantity, q) for q in held
        ):
            continue
        text = " ".join(t.text for t in claim.tokens[quantity.start : quantity.end])
        for beside in (_thing_behind, _verb_before, _done_behind):
            word = beside(claim, quantity)
            if word is None or word.low in _ANYWHERE:
                continue
            own, rival = _partners(ground, quantity, _stem(word), beside, mine)
            if rival and not own:
                yield Fault(
                    rule="numbers",
                    tokens=(text, word.text),
                    message=f"Beside “{word.text}” it says “{text}”, the source “{rival}”.",
                )


def _partners(
    ground: Ground,
    quantity: Quantity,
    stem: str,
    beside: Callable[[Read, Quantity], Token | None],
    mine: Sequence[Quantity],
) -> tuple[bool, str]:
    """Whether a number stands beside a word in some source, and another one that does."""
    own, rival = False, ""
    for r in ground.reads:
        for other in quantities(r.tokens):
            there = beside(r, other)
            alike = same_amount(quantity, other)
            if (
                alike
                and any(_stem(t) == stem for t in r.tokens[max(0, other.start - 4) : other.end + 4])
                and (beside is _thing_behind or there is not None)
            ):
                own = True
            if alike and beside is _thing_behind and _alone(r, other):
                own = True
            if there is None or _stem(there) != stem:
                continue
            if alike:
                own = True
            elif other.kind == quantity.kind and r.at >= 0 and not any(same_amount(other, q) for q in mine):
                rival = " ".join(t.text for t in r.tokens[other.start : other.end])
    return own, rival


def _alone(r: Read, quantity: Quantity) -> bool:
    """Whether a number stands for its thing: "five voted, three abstained"."""
    after = r.tokens[quantity.end] if quantity.end < len(r.tokens) else None
    return after is not None and (after.low.endswith("ed") or after.low in _BE or after.low in (".", ","))


_BE = word_set("was were is are had has have did would will said")


def _peoples(claim: Read, ground: Ground) -> Iterator[Fault]:
    """Russian strikes where the source has Ukrainian ones."""
    for people, noun in zip(claim.tokens, claim.tokens[1:], strict=False):
        mine = {k for k in people.keys if k[0] == "@"}
        if not mine or not noun.is_word or noun.capital or noun.light or noun.quoted or noun.low in OFFICES:
            continue
        beside = [
            (one, {k for k in one.keys if k[0] == "@"})
            for r in ground.reads
            for one, other in zip(r.tokens, r.tokens[1:], strict=False)
            if _stem(other) == _stem(noun)
        ]
        others = [one for one, theirs in beside if theirs and not theirs & mine]
        if others and not any(theirs & mine for _, theirs in beside):
            yield Fault(
                rule="swapped",
                tokens=(people.text, noun.text),
                message=f"It says “{people.text} {noun.text}”, the source “{others[0].text} {noun.text}”.",
            )


def _agents(r: Read) -> list[tuple[Token, list[Token]]]:
    """What is done, made or given by, to or from somebody, each with the words behind."""
    result = []
    for t in r.tokens:
        if t.low not in ("by", "to", "from", "against") or t.quoted:
            continue
        reach = 3 if t.low == "by" else 5
        head = next(
            (
                u
                for u in reversed(r.tokens[max(0, t.at - reach) : t.at])
                if u.is_word and not u.light and u.low not in NUMBER_WORDS
            ),
            None,
        )
        behind = []
        for u in r.tokens[t.at + 1 : t.at + 7]:
            if u.low in (",", ";", ".", "and", "after", "in", "on", "to", "over", "who", "of"):
                break
            if u.is_word and u.low not in _ARTICLES and not (u.light and not u.capital):
                behind.append(u)
        if head is not None and behind:
            result.append((head, behind))
    return result


def _by(claim: Read, ground: Ground, settled: frozenset[int]) -> Iterator[Fault]:
    for head, behind in _agents(claim):
        if behind[-1].at in settled:
            continue
        names = [t for t in behind if t.capital and t.low not in OFFICES] or behind[:1]
        if not any(t.capital or t.low in OFFICES for t in names):
            continue
        keys = frozenset(k for t in names for k in t.keys if k[0] not in "#=")
        rivals = [
            (r, theirs)
            for r in ground.reads
            for other, theirs in _agents(r)
            if _stem(other) == _stem(head) and not any(t.keys & keys for t in theirs)
        ]
        if not rivals:
            continue
        together = any(_stem(t) == _stem(head) for r in ground.reads if r.keys & keys for t in r.tokens)
        if not together:
            yield Fault(
                rule="swapped",
                tokens=(head.text, names[-1].text),
                message=f"What is “{head.text} … {names[-1].text}” here is of “{rivals[0][1][-1].text}” in the source.",
            )


_CHAMBERS = word_set("house senate commons lords")


def _same_place(one: Token, other: Token, *, chamber: bool) -> bool:
    return other.capital and (one.low == other.low if chamber else bool(one.keys & other.keys))


def _where(claim: Read, ground: Ground) -> Iterator[Fault]:
    """Whether what is told of a place, the sources tell of it and not of another."""
    known = small_words(ground)
    for run in runs(claim.tokens, known):
        chamber = run[-1].low in _CHAMBERS
        if not chamber and not only_where(claim, run):
            continue
        around = clause_keys(claim, run[-1]) - one_key(run)
        own = rival = 0
        whose = ""
        for r in ground.reads:
            shared = len(around & one_key(r.tokens))
            if any(_same_place(run[-1], t, chamber=chamber) for t in r.tokens):
                own = max(own, shared)
                continue
            place = next(
                (p for p in runs(r.tokens, known) if (p[-1].low in _CHAMBERS if chamber else only_where(r, p))), None
            )
            if place is not None and shared > rival and r.at >= 0:
                rival, whose = shared, place[-1].text
        if rival >= own + 2 and rival >= 0.6 * len(around):
            yield Fault(
                rule="swapped",
                tokens=(run[-1].text,),
                message=f"What it says of {run[-1].text}, the source says of {whose}.",
            )


def _which_year(claim: Read, ground: Ground) -> Iterator[Fault]:
    """This year is not the next."""
    for one, other in zip(claim.tokens, claim.tokens[1:], strict=False):
        if one.low not in ("this", "last", "next") or other.low not in _YEARS or one.quoted:
            continue
        support = ground.support(claim)
        there = {
            a.low
            for r in support
            for a, b in zip(r.tokens, r.tokens[1:], strict=False)
            if b.low == other.low and a.low in ("this", "last", "next")
        }
        if there and one.low not in there:
            yield Fault(
                rule="day",
                tokens=(one.text, other.text),
                message=f"The source says “{min(there)} {other.text}” of this.",
            )
