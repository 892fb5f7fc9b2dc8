"""Numbers: every one of a claim must stand in its sources, with what it counts and how nearly it is meant."""

from collections.abc import Iterator, Sequence

from newsletter.draft.faithful.clauses import clause_keys
from newsletter.draft.faithful.derived import follows
from newsletter.draft.faithful.ground import Ground, Read
from newsletter.draft.faithful.lexicon import word_set
from newsletter.draft.faithful.nouns import Fault
from newsletter.draft.faithful.numerals import TIMES, Quantity, quantities, same_amount
from newsletter.draft.faithful.parsing.frames import frames
from newsletter.draft.faithful.parsing.phrases import phrase_at
from newsletter.draft.faithful.shares import share_faults
from newsletter.draft.faithful.tokens import Token, stem

_ESTIMATED = frozenset([stem("estimate")])
_CAPS = word_set("cap caps capped limit limits limited maximum ceiling")


def number_faults(claim: Read, ground: Ground) -> Iterator[Fault]:
    """What is wrong with the numbers of a claim."""
    held = [(read, quantity) for read in ground.reads for quantity in quantities(read.tokens)]
    near = ground.support_and_titles(claim)
    mine = quantities(claim.tokens)
    for quantity in mine:
        if quantity.kind == "part" and [t.low for t in claim.tokens[max(0, quantity.start - 2) : quantity.start]] == [
            "and",
            "a",
        ]:
            continue  # "a year and a half"
        text = _text(claim, quantity)
        matching = [(read, other) for read, other in held if same_amount(quantity, other)]
        if (
            quantity.span
            and not any(other.span == quantity.span for _, other in matching)
            and follows(claim, quantity, near, ground.reads)
        ):
            continue
        if not matching and quantity.value == 1 and quantity.kind == "plain":  # noqa: SIM102 - two questions, one after the other
            if _is_single(claim, quantity, ground):
                continue
        if quantity.kind == "ordinal" and quantity.value == 1 and any(t.low == "never" for r in near for t in r.tokens):
            continue
        if not matching and (
            _difference(claim, quantity, mine, held)
            or _counted(claim, quantity, ground)
            or follows(claim, quantity, near, ground.reads)
        ):
            continue
        if not matching:
            yield _fault("numbers", text, "does not stand in the sources that it cites")
            continue
        yield from _in_place(claim, quantity, text, held, mine)
        yield from share_faults(claim, quantity, text, matching)
        yield from _age(claim, quantity, text, ground)
        local = [(read, other) for read, other in matching if read in near] or matching
        yield from _manner(claim, quantity, text, local, ground)
    yield from _exchanged(claim, mine, held)


def _difference(
    claim: Read, quantity: Quantity, mine: Sequence[Quantity], held: Sequence[tuple[Read, Quantity]]
) -> bool:
    """Whether a number is by how much two others differ, and is given as that: "by four votes, 121 to 117"."""
    after = claim.tokens[quantity.end : quantity.end + 2]
    if not any(t.low.removesuffix("s") in _DIFFERING for t in after) and quantity.kind != "points":
        return False
    groups = [[q.value for q in mine if q is not quantity]]
    groups += [[q.value for r, q in held if r is read] for read in dict.fromkeys(r for r, _ in held)]
    return any(abs(a - b) == quantity.value for values in groups for a in values[:12] for b in values[:12])


_DIFFERING = word_set("vote point seat percentage")


def _counted(claim: Read, quantity: Quantity, ground: Ground) -> bool:
    """Whether a small number counts those whom a source names: "the two justices"."""
    if quantity.kind != "plain" or not 2 <= quantity.value <= 6:
        return False
    lists = [
        found
        for text in (claim.text, *(r.text for r in ground.support(claim)))
        for f in frames(text)
        for found in (f.subjects, f.objects)
    ]
    return any(sum(1 for p in found if p.own_names) == quantity.value for found in lists)


def _text(claim: Read, quantity: Quantity) -> str:
    return " ".join(t.text for t in claim.tokens[quantity.start : quantity.end])


def _fault(rule: str, text: str, what: str) -> Fault:
    return Fault(rule=rule, tokens=(text,), message=f"“{text}” {what}.")


def _is_single(claim: Read, quantity: Quantity, ground: Ground) -> bool:
    """Whether "one" counts nothing, or what the source has as "a" or "another"."""
    after = claim.tokens[quantity.end : quantity.end + 2]
    if not after or after[0].low in ("of", "another", "that", "who", "in", "day") or not after[0].is_word:
        return True
    if claim.tokens[max(0, quantity.start - 1)].low in ("no", "the", "any", "this", "that"):
        return True
    wanted = after[0].keys
    for read in ground.reads:
        for one, other in zip(read.tokens, read.tokens[1:], strict=False):
            if one.low in ("a", "an", "single", "lone", "another") and other.keys & wanted:
                return True
    return False


def _age(claim: Read, quantity: Quantity, text: str, ground: Ground) -> Iterator[Fault]:
    """Whether the age between commas behind a name is that of its bearer."""
    tokens = claim.tokens
    if quantity.kind != "plain" or not 1 < quantity.start < quantity.end < len(tokens) or quantity.value > 110:
        return
    name = tokens[quantity.start - 2]
    if tokens[quantity.start - 1].low != "," or tokens[quantity.end].low != "," or not name.capital:
        return
    surname = name.low.removesuffix("'s")
    held = [(r, t) for r in ground.reads for t in r.tokens if t.capital and t.low == surname]
    for r, t in held:
        near = r.tokens[max(0, t.at - 8) : t.at + 6]
        for other in quantities(r.tokens):
            if same_amount(quantity, other) and r.tokens[other.start] in near and not _nearer(r, t, other):
                return
    if held:
        yield _fault("numbers", text, f"is nowhere the age of {name.text}")


def _nearer(r: Read, name: Token, quantity: Quantity) -> bool:
    """Whether another name stands between a name and a number."""
    between = r.tokens[min(name.at, quantity.start) + 1 : max(name.at, quantity.start)]
    return any(t.capital and t.is_word for t in between) and quantity.start > name.at


def _manner(
    claim: Read, quantity: Quantity, text: str, matching: Sequence[tuple[Read, Quantity]], stands_on: Ground
) -> Iterator[Fault]:
    """Whether a number is meant as nearly as in some source that has it, and counts the same."""
    others = [other for _, other in matching]
    spans = {o.span for o in others if o.span or o.kind != "day"}
    if quantity.span and spans and quantity.span not in spans:  # noqa: SIM102 - two questions
        if any(o.span for o in others) or not any(
            t.low in TIMES and TIMES[t.low] == quantity.span for read, _ in matching for t in read.tokens
        ):
            yield _fault("unit", text, f"counts {quantity.span}s, which the source does not")
    if not any(quantity.per == o.per for o in others):
        yield _fault("unit", text, "comes in another span of time in the source")
    ways = {o.cue for o in others}
    if quantity.cue in ("by", "to") and ways <= {"by", "to"} and quantity.cue not in ways and quantity.kind != "plain":
        yield _fault("unit", text, f"is what it goes “{quantity.cue}” here, and “{min(ways)}” in the source")
    estimated = any(t.keys & _ESTIMATED for t in claim.tokens)
    hedges = {o.hedge for o in others}
    alike = quantity.hedge in hedges or (
        quantity.hedge == "" and (hedges & {"only"} or (estimated and "about" in hedges))
    )
    if quantity.kind == "part" and quantity.hedge == "about":
        alike = True
    # What is capped at four is no more than four.
    if quantity.hedge == "most" and any(t.low in _CAPS for read, _ in matching for t in read.tokens):
        alike = True
    if estimated and quantity.hedge in ("", "about"):
        alike = alike or "about" in hedges or any(t.keys & _ESTIMATED for read, _ in matching for t in read.tokens)
    if not alike:
        wanted = min(h for h in hedges)
        yield _fault(
            "comparative",
            text,
            f"is given as “{quantity.hedge or 'exact'}”, in the source as “{wanted or 'no more and no less'}”",
        )
    yield from _counts_other(claim, quantity, text, matching, stands_on)


def _counts_other(
    claim: Read, quantity: Quantity, text: str, matching: Sequence[tuple[Read, Quantity]], stands_on: Ground
) -> Iterator[Fault]:
    """Whether what a number counts is another thing of the source: homes, where 600,000 people are meant."""
    things = counted(claim, quantity)
    if not things or quantity.kind not in ("plain", "many") or _is_year(quantity):
        return
    head = things[-1]
    if head.light or (head.capital and head.low not in _PARTIES) or head.low in TIMES:
        return
    theirs = [(read, other, counted(read, other)) for read, other in matching if read.at >= 0]
    if (
        head.low in ("people", "persons")
        and theirs
        and all(there and there[-1].low.removesuffix("s") in _NO_PEOPLE for _, _, there in theirs)
    ):
        yield _fault("numbers", f"{text} {head.text}", f"counts {theirs[0][2][-1].text} in the source")
        return
    if (
        not theirs
        or not all(there for _, _, there in theirs)
        or any(t.low.removesuffix("s") in _ANYBODY for t in things)
    ):
        return
    for read, other, there in theirs:
        near = there or read.tokens[max(0, other.start - 5) : other.end + 5]
        if any(head.keys & u.keys for u in near):
            return
        if any(head.keys & u.keys for u in read.tokens[max(0, other.start - 4) : other.start]):
            return
    if head.keys & stands_on.keys:
        yield _fault("numbers", f"{text} {head.text}", "counts another thing in the source")


_NO_PEOPLE = word_set("home house household building business customer job vehicle car acre ton mile case arrest bill "
                      "school hospital company firm farm vote seat")  # fmt: skip
_PARTIES = word_set("republicans democrats conservatives liberals independents")
#: Who is counted may be told so of whatever sort he is.
_ANYBODY = word_set("people person other total more number time vote member half")


def counted(r: Read, quantity: Quantity) -> list[Token]:
    """The phrase behind a number that tells what it counts, its last word the thing."""
    end = quantity.end
    if end < len(r.tokens) and r.tokens[end].low == "-":
        return [t for t in r.tokens[end + 1 : end + 2] if t.is_word]
    if end >= len(r.tokens) or r.tokens[end].low in ("of", "to", "and"):
        return []
    read = phrase_at(r.tokens, end)
    return [t for t in read[0].tokens if t.is_word] if read is not None and read[0].tokens[0].at == end else []


def _in_place(
    claim: Read, quantity: Quantity, text: str, held: Sequence[tuple[Read, Quantity]], mine: Sequence[Quantity]
) -> Iterator[Fault]:
    """Whether the clause of a number has another number in the source."""
    around = _around(claim, quantity)
    own, rival, whose = 0, 0, ""
    for r, other in held:
        if r.at < 0 or (other.value == 2 * quantity.value and any(t.low == "each" for t in claim.tokens)):
            continue
        shared = len(around & _around(r, other))
        if same_amount(quantity, other):
            own = max(own, shared)
        elif _one_kind(other, quantity) and not any(same_amount(other, q) for q in mine) and shared > rival:
            rival, whose = shared, _text(r, other)
    if rival >= own + 2:
        yield _fault("numbers", text, f"stands where the source has “{whose}”")


def _one_kind(one: Quantity, other: Quantity) -> bool:
    if _is_year(one) != _is_year(other):
        return False
    return one.kind == other.kind or {one.kind, other.kind} == {"percent", "part"}


def _is_year(quantity: Quantity) -> bool:
    return quantity.kind == "plain" and quantity.value.denominator == 1 and 1900 <= quantity.value <= 2100


def _around(r: Read, quantity: Quantity) -> frozenset[str]:
    return clause_keys(r, r.tokens[quantity.start]) - {t.low for t in r.tokens[quantity.start : quantity.end]}


def _exchanged(claim: Read, mine: Sequence[Quantity], held: Sequence[tuple[Read, Quantity]]) -> Iterator[Fault]:
    """Whether two numbers stand in each other's place."""
    for n, one in enumerate(mine):
        for other in mine[n + 1 :]:
            if one.kind != other.kind or one.value == other.value:
                continue
            wrong, right = False, False
            for read in dict.fromkeys(read for read, _ in held):
                there = [q for r, q in held if r is read]
                first = next((q for q in there if same_amount(one, q)), None)
                second = next((q for q in there if same_amount(other, q)), None)
                if first is None or second is None:
                    continue
                verdict = _swapped(claim, (one, other), read, (first, second))
                wrong, right = wrong or verdict, right or not verdict
            if wrong and not right:
                yield Fault(
                    rule="numbers",
                    tokens=(_text(claim, one), _text(claim, other)),
                    message=f"“{_text(claim, one)}” and “{_text(claim, other)}” stand in each other's place.",
                )


def _swapped(claim: Read, mine: tuple[Quantity, Quantity], read: Read, theirs: tuple[Quantity, Quantity]) -> bool:
    pair = tuple(sorted(mine, key=lambda q: q.start)), tuple(sorted(theirs, key=lambda q: q.start))
    if _is_score(claim, *pair[0]) and _is_score(read, *pair[1]):
        return (mine[0].start < mine[1].start) != (theirs[0].start < theirs[1].start)
    for a, b in ((0, 1), (1, 0)):
        cue = mine[a].cue
        if cue in ("from", "than") and theirs[b].cue == cue and theirs[a].cue != cue:
            return True
    things = [_thing(claim, mine[0]), _thing(claim, mine[1])]
    counted = [_thing(read, theirs[0]), _thing(read, theirs[1])]
    if things[0] & counted[1] and things[1] & counted[0] and not (things[0] & counted[0] or things[1] & counted[1]):
        return True
    own = [len(_beside(claim, mine[k]) & _beside(read, theirs[k])) for k in (0, 1)]
    crossed = [len(_beside(claim, mine[k]) & _beside(read, theirs[1 - k])) for k in (0, 1)]
    return sum(crossed) >= sum(own) + 2 and all(c >= o for c, o in zip(crossed, own, strict=True))


def _thing(read: Read, quantity: Quantity) -> frozenset[str]:
    """What may be meant by the word right behind a number."""
    following = [t for t in read.tokens[quantity.end : quantity.end + 3] if t.low != "-"][:1]
    return following[0].keys if following and following[0].is_word and not following[0].light else frozenset()


def _is_score(read: Read, one: Quantity, other: Quantity) -> bool:
    between = [t.low for t in read.tokens[one.end : other.start]]
    return (
        one.cue != "from"
        and len(between) <= 3
        and bool(between)
        and (between == ["-"] or "to" in between or "against" in between)
    )


def _beside(read: Read, quantity: Quantity) -> frozenset[str]:
    """What the words next to a number may mean, within its clause."""
    keys: set[str] = set()
    for step in (-1, 1):
        at = quantity.start - 1 if step < 0 else quantity.end
        for _ in range(5):
            if not 0 <= at < len(read.tokens) or read.tokens[at].low in (",", ";", "(", ")", "and", "while", "but"):
                break
            token = read.tokens[at]
            if token.is_word and not token.light:
                keys.add(min(token.keys, key=lambda k: (k[0] in "#=@", k)))
            at += step
    return frozenset(keys)
