"""Who did what to whom: names beside each other, in the order and with the words that the sources have."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsletter.draft.faithful import lexicon
from newsletter.draft.faithful.clauses import one_key
from newsletter.draft.faithful.ground import Ground, Read
from newsletter.draft.faithful.lexicon import word_set
from newsletter.draft.faithful.names import OFFICES, STATES, dateline, demonym, people, runs, small_words
from newsletter.draft.faithful.nouns import Fault
from newsletter.draft.faithful.pairs import only_where
from newsletter.draft.faithful.tokens import Token

_AGENTS = frozenset(lexicon.AGENTS.split())
#: So many sentences of a source may lie between two names that a clause, or a whole sentence, joins.
_NEAR, _FAR = 4, 30
#: So many words open a sentence.
_OPENING = 4
_WAS = word_set("was were is are been being be by")
_STOPS = frozenset([",", ";", ":", "but", "while", "whereas", "although", "and"])
_HE = word_set("he she they")
#: Words of a phrase between commas that may tell who somebody is.
_APPOSED = 9
_SAYS = word_set("said says told tells wrote asked warned accused")


def relation_faults(claim: Read, ground: Ground, settled: frozenset[int]) -> Iterator[Fault]:
    """What is wrong between the names of a claim.

    ``settled`` are the places of its words that are known to be right.
    """
    known = small_words(ground)
    persons = people(claim.tokens, known)
    alone = [run for run in persons if not only_where(claim, run) and not _adjective(claim, run)]
    yield from _together(claim, alone, ground)
    yield from _order(claim, ground, known, settled)
    yield from _bound(claim, ground, known, settled)


def _held(r: Read, name: Token) -> list[Token]:
    if _acts(name):
        return [t for t in r.tokens if t.low.removesuffix("s") == name.low.removesuffix("s")]
    base = name.low.split("'")[0].removesuffix("s")
    alias = {k for k in name.keys if k[0] == "@"}
    short = name.text.removesuffix("'s")
    if short.isupper() and 2 < len(short) < 7 and (begun := begins(short, r)) is not None:
        return [begun]
    return [
        t
        for t in r.tokens
        if t.capital
        and (t.low.split("'")[0].removesuffix("s") == base or alias & t.keys or demonym(t.low.split("'")[0], base))
    ]


def begins(short: str, r: Read) -> Token | None:
    """The word at which a name begins that has some letters as its initials."""
    capitals = [t for t in r.tokens if t.capital and t.is_word]
    for n in range(len(capitals) - len(short) + 1):
        if "".join(t.text[0] for t in capitals[n : n + len(short)]) == short:
            return capitals[n]
    return None


def _together(claim: Read, persons: Sequence[tuple[Token, ...]], ground: Ground) -> Iterator[Fault]:
    """Two names of one sentence stand in one sentence of a source, or in neighbouring ones."""
    heads = [ground.telling(run) for run in persons]
    for n, one in enumerate(heads):
        for other in heads[n + 1 :]:
            if one.low == other.low:
                continue
            first = [r for r in ground.reads if _held(r, one) or any(t.low == one.low for t in r.tokens)]
            second = [r for r in ground.reads if _held(r, other) or any(t.low == other.low for t in r.tokens)]
            if not first or not second:
                continue
            far = _FAR if _apart(claim, one, other) else _NEAR
            if not any(a.source == b.source and abs(a.at - b.at) <= far for a in first for b in second):
                yield Fault(
                    rule="co-occurrence",
                    tokens=(one.text, other.text),
                    message=f"No source that it cites tells of {one.text} and {other.text} together.",
                )


def _apart(claim: Read, one: Token, other: Token) -> bool:
    """Whether two names stand in clauses that are only set side by side."""
    between = claim.tokens[min(one.at, other.at) : max(one.at, other.at)]
    return any(
        t.low in ("while", "whereas", "although", "though", ";")
        or (t.low == "," and u.low in ("and", "but", "as", "days", "hours", "after", "before", "with"))
        for t, u in pairwise(between)
    )


def _order(claim: Read, ground: Ground, known: frozenset[str], settled: frozenset[int]) -> Iterator[Fault]:  # noqa: C901 - cases, read top to bottom
    """Who stands before a verb and who behind it."""
    names = [
        ground.telling(run)
        for run in runs(claim.tokens, known)
        if not only_where(claim, run)
        and not _adjective(claim, run)
        and not (_party(run[-1]) and not run[-1].low.endswith("s"))
    ]
    names += [t for t in claim.tokens if t not in names and _acts(t)]
    names.sort(key=lambda t: t.at)
    for n, one in enumerate(names):
        for other in names[n + 1 :]:
            acts = _between(claim, one, other)
            if one.low == other.low or not acts or (one.at in settled and other.at in settled):
                continue
            straight = crossed = False
            for r in ground.reads:
                for a in _held(r, one):
                    for b in _held(r, other):
                        forward = a.at < b.at
                        there = _between(r, a, b) if forward else _between(r, b, a)
                        for keys, passive in acts:
                            for others, theirs in there:
                                if keys & others:
                                    same = forward == (passive == theirs)
                                    straight, crossed = straight or same, crossed or not same
            if crossed and not straight:
                yield Fault(
                    rule="swapped",
                    tokens=(one.text, other.text),
                    message=f"{one.text} and {other.text} stand in each other's place.",
                )


def _adjective(r: Read, run: Sequence[Token]) -> bool:
    """Whether a place only tells of what sort a thing is: "a Texas law", "the Indonesian island"."""
    after = r.tokens[run[-1].at + 1] if run[-1].at + 1 < len(r.tokens) else None
    place = (
        run[-1].low in STATES or any(k[0] == "@" for k in run[-1].keys) or run[-1].low.endswith(("ian", "ese", "ish"))
    )
    return place and after is not None and after.is_word and not after.capital and not after.light


def _between(r: Read, one: Token, other: Token) -> list[tuple[frozenset[str], bool]]:
    """The verbs between two names, each with whether it is passive."""
    if other.at - one.at > 22:
        return []
    result = []
    stretch = r.tokens[one.at + 1 : other.at]
    for t in stretch:
        if t.low == ";":
            return []
        if not t.is_word or t.quoted or t.capital:
            continue
        if not (t.low.endswith(("ed", "ing")) or t.low in _SAYS or any(k[0] == "#" for k in t.keys) or _strong(t)):
            continue
        if t.light and t.low not in _SAYS:
            continue
        if t.low in _SAYS and t.at and r.tokens[t.at - 1].low in (",", '"'):
            continue
        before = {u.low for u in r.tokens[max(one.at + 1, t.at - 3) : t.at]}
        behind = [u.low for u in r.tokens[t.at + 1 : other.at]]
        by = behind.index("by") + 1 if "by" in behind[:8] else 0
        if any(low.endswith(("ed", "ing")) for low in behind[: max(0, by - 1)]):
            by = 0  # what is done by somebody is another thing
        passive = (
            bool(by)
            and not any(map(_amount, behind[by : by + 1]))
            and (bool(before & _WAS) or t.low.endswith("ed") or "by" in behind[:1])
        )
        after = r.tokens[t.at + 1].low if t.at + 1 < len(r.tokens) else ""
        if t.low.endswith(("ment", "ion", "al", "ance")) and after in ("of", "from", "by"):
            passive = True  # "the endorsement of the union": the union endorses
        keys = frozenset(k for k in t.keys if k[0] != "=")
        result.append((keys, passive))
    return result


def _acts(token: Token) -> bool:
    return not token.quoted and (not token.capital or token.first) and token.low.removesuffix("s") in _AGENTS


def _amount(low: str) -> bool:
    return low[:1].isdigit() or low in ("more", "less", "fewer", "about", "nearly", "a", "at")


def _strong(t: Token) -> bool:
    return not t.light and t.low in (
        "beat", "met", "told", "sent", "gave", "won", "lost", "sued", "paid", "sold", "bought", "led", "hit", "shot"
    )  # fmt: skip


def _segments(r: Read) -> list[list[Token]]:
    result: list[list[Token]] = [[]]
    for t, after in zip(r.tokens, (*r.tokens[1:], None), strict=False):
        if t.low in _STOPS and not (t.low == "and" and after is not None and after.capital):
            result.append([])
        elif t.low in _HE and not t.quoted:
            result.append([t])  # who that is, the sentence before may tell
        else:
            result[-1].append(t)
    return [s for s in result if s]


def _bound(claim: Read, ground: Ground, known: frozenset[str], settled: frozenset[int]) -> Iterator[Fault]:  # noqa: C901, PLR0912, PLR0915 - cases, read top to bottom
    """Whether what a clause says of a name, the sources say of that name and not of another."""
    subject: tuple[Token, ...] = ()
    latest: tuple[Token, ...] = ()
    for segment in _segments(claim):
        named = runs(segment, known)
        opens = next((t for t in segment if t.is_word), segment[0])
        named = [r for r in named if not r[-1].text.endswith("'s")]
        named = [r for r in named if not (_party(r[-1]) and not r[-1].low.endswith("s"))]
        # What stands behind "in" does nothing, and "R-Ohio" is somebody's.
        named = [r for r in named if not only_where(claim, r) and not _of(claim, r) and not _of_office(claim, r)]
        parties = all(_party(r[-1]) for r in named)
        if not parties:
            named = [r for r in named if not _party(r[-1])]
        if not named and opens.low in _OPENS and _set_against(claim, segment[0]):
            subject = ()
            continue  # "although the opposition leader …": somebody else, whom the sources may name
        if not named and opens.low in ("though", "although", "while", "whereas"):
            subject = ()
            continue
        appositive = opens.low in ("a", "an") or (opens.low == "the" and any(t.low in OFFICES for t in segment))
        if subject and (
            opens.low in ("who", "which", "whose")
            or (not named and not opens.capital)
            or (appositive and len(segment) <= _APPOSED and not named)
        ):
            run = latest if opens.low in ("who", "which", "whose") else subject
        elif named:
            run = subject = named[0]
        else:
            subject = ()
            continue
        if named:
            latest = named[-1]
        name = ground.telling(run)
        said = one_key(t for t in segment if t not in run and t.low not in OFFICES)
        if _party(run[-1]) and opens.low in ("who", "which", "whose"):
            continue
        if _place(run[-1]) and any(
            t.low in ("state", "country", "nation") for r in ground.support(claim) for t in r.tokens
        ):
            continue
        if run[0] in segment and _late(segment, run):
            continue  # what stands before a name says something of another
        if all(t.capital or t.light for t in segment if t.is_word):
            continue  # names alone, as in a list, say nothing
        if len(said) < 2 or (name.at in settled and run[0] in segment):
            continue
        own, rival, whose = 0, 0, ""
        for r in ground.reads:
            if r.at < 0:
                continue
            here = _held(r, name)
            last: list[Token] = []
            for part in _segments(r):
                shared = len(said & _meant(part, segment))
                names = [
                    t
                    for run in runs(part, known)
                    for t in run
                    if _party(t) == (parties and bool(named))
                    and not _place(t)
                    and not _merely_first(r, run)
                    and not t.text.endswith("'s")
                    and not only_where(r, run)
                    and not dateline(r, t)
                ]
                if part[0].low in ("who", "whose") and here and min(t.at for t in here) < part[0].at:
                    own = max(own, shared)  # which of the names before it is meant cannot be seen
                    continue
                if not names or (
                    not part[0].capital and (part[0].low not in ("a", "an", "the") or len(part) <= _APPOSED)
                ):
                    names = last + names
                last = names
                mates = [t for other in run for t in _held(r, other)] if name is run[-1] else here
                if part[0].low in _HE or any(t in names or t in part for t in (*here, *mates)):
                    own = max(own, shared)
                elif _named_next(r, part, ground, name):
                    own = max(own, shared)  # "The ethics watchdog opened an inquiry. The Standards Commission said"
                elif names and not (_is_he(part) and _follows(r, ground, name)):
                    shared -= len({t.low for t in names} & said)
                    rival, whose = (shared, names[0].text) if shared > rival else (rival, whose)
                elif here or _follows(r, ground, name):
                    own = max(own, shared)
            if here and len(runs(r.tokens, known)) == 1:
                own = max(own, len(said & _meant(r.tokens, segment)))
        # Of two that are named together it cannot be seen which is meant; their order is looked at elsewhere.
        if whose.lower() in {t.low for t in run}:
            continue
        if any(t.text == whose and _joined(claim, run, t) for t in segment):
            continue
        if any(t.text.endswith("'s") and claim.tokens[t.at - 1].text == whose for t in segment if t.at):
            continue
        if opens.low in ("who", "which", "whose") and any(t.text == whose for t in claim.tokens):
            continue
        if rival >= own + 2 and (rival >= 3 or (own == 0 and rival >= 0.6 * len(said))):
            yield Fault(
                rule="swapped",
                tokens=(name.text,),
                message=f"What it says of {name.text}, the source says of {whose}.",
            )


_OPENS = word_set("the a an his her its their one some")
_AGAINST = word_set("although though while whereas but and")


_SUBORDINATE = word_set("that which after before when because since where until as")


def _set_against(r: Read, first: Token) -> bool:
    """Whether a clause opens behind a word that sets it against another, and has a subject of its own."""
    return first.at > 0 and r.tokens[first.at - 1].low in _AGAINST


def _late(segment: Sequence[Token], run: Sequence[Token]) -> bool:
    """Whether more is said before a name than who its bearer is."""
    joint = next((t.at for t in segment if t.at < run[0].at and t.low in _SUBORDINATE), None)
    if joint is None:
        return False
    before = [t for t in segment if t.at < joint and t.is_word and not t.light and not t.capital]
    return sum(1 for t in before if t.low not in OFFICES) > 1


def _of_office(r: Read, run: Sequence[Token]) -> bool:
    """Whether a name only tells what an office is for: "Agriculture Minister Ann Lee"."""
    after = r.tokens[run[-1].at + 1] if run[-1].at + 1 < len(r.tokens) else None
    articled = run[0].at > 0 and r.tokens[run[0].at - 1].low in ("the", "a", "an")
    return (len(run) == 1 or articled) and after is not None and after.low in OFFICES


def _of(r: Read, run: Sequence[Token]) -> bool:
    """Whether a name only tells whose or what sort a thing is: "the mayor of Newark", "Tropical Storm Ann hit"."""
    return run[0].at > 0 and r.tokens[run[0].at - 1].low == "of"


def _joined(r: Read, run: Sequence[Token], other: Token) -> bool:
    """Whether two names stand side by side, as in "the Greens and the Christian Democrats"."""
    between = r.tokens[min(run[-1].at, other.at) + 1 : max(run[0].at, other.at)]
    return all(t.low in ("and", "the", "or", "with") or t.capital for t in between)


def _merely_first(r: Read, run: Sequence[Token]) -> bool:
    """Whether a capital letter may be there only because the sentence begins."""
    after = r.tokens[run[0].at + 1] if run[0].at + 1 < len(r.tokens) else None
    return len(run) == 1 and run[0].first and after is not None and after.is_word and not after.light


def _place(token: Token) -> bool:
    return token.low in STATES or token.low == "new"


def _party(token: Token) -> bool:
    return token.low.removesuffix("s") in ("democrat", "republican", "independent", "conservative", "liberal")


def _is_he(part: Sequence[Token]) -> bool:
    return any(t.low in ("he", "she", "they", "it", "his", "her", "its", "their") for t in part[:3])


def _named_next(r: Read, part: Sequence[Token], ground: Ground, name: Token) -> bool:
    """Whether a sentence tells of somebody without a name, and the next one opens with a name."""
    opening = [t for t in r.tokens if t.is_word and not dateline(r, t)][:_OPENING]
    if part[0].at > _OPENING or not opening or opening[0].low not in ("a", "an", "the"):
        return False
    if any(t.capital and not t.text.endswith("'s") for t in opening[1:]) and opening[0].low == "the":
        return False
    if any(t.capital for t in opening[1:3]) and not any(t.text.endswith("'s") for t in opening[1:3]):
        return False
    return any(
        o.source == r.source and o.at == r.at + 1 and any(t.at < _OPENING for t in _held(o, name)) for o in ground.reads
    )


def _follows(r: Read, ground: Ground, name: Token) -> bool:
    return any(o.source == r.source and o.at == r.at - 1 and _held(o, name) for o in ground.reads)


def _meant(part: Sequence[Token], segment: Sequence[Token]) -> frozenset[str]:
    """The stems of a claim's clause that a part of a source means, too."""
    keys = frozenset(k for t in part for k in t.keys)
    return one_key(t for t in segment if t.keys & keys)
