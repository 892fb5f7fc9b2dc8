"""Who does what to whom: each clause of a claim beside the clauses of the sources that have its verb.

A clause that some source has, with nothing against it, is upheld; one whose nearest fellow has another doer, thing,
place or day, denies it or makes it less sure is a fault.
"""

from collections.abc import Iterator, Sequence

from newsletter.draft.faithful.ground import Ground, Read
from newsletter.draft.faithful.nouns import Fault
from newsletter.draft.faithful.numerals import NUMBER_WORDS, TIMES
from newsletter.draft.faithful.parsing.frames import SAYING, Frame, frames
from newsletter.draft.faithful.parsing.kinds import ARTICLES, BE, is_ing
from newsletter.draft.faithful.parsing.likeness import BODIES, bare
from newsletter.draft.faithful.parsing.matching import Match, among, level, shared_surnames, stem_of, things_of
from newsletter.draft.faithful.parsing.phrases import WHEN, Phrase
from newsletter.draft.faithful.parsing.verbs import SOUGHT, WEAK_VERBS

#: The clauses of a claim, each with the nearest clause of a source, if there is any.
Pairs = Sequence[tuple[Frame, Match | None]]


def role_faults(claim: Read, ground: Ground, pairs: Pairs) -> Iterator[Fault]:
    """What a clause of a claim turns round, moves, hardens or denies."""
    yield from _said_when(claim, ground)
    for frame, match in pairs:
        if match is None and frame.verb.low not in WEAK_VERBS:
            yield from _never_done(frame, ground)
        if match is None or not match.against:
            continue
        rule, mine, theirs = match.against[0]
        acted = [p for p in (*frame.objects, *match.frame.objects) if not p.is_amount]
        idle = not acted and mine in {p.text for p in frame.subjects}
        lone = match.exact and (
            rule in ("attribution", "modality") or (rule == "swapped" and idle and frame.subjects[0].head.is_word)
        )
        lone = lone and frame.verb.low not in WEAK_VERBS and not is_ing(frame.verb)
        if match.agreed < (0 if lone else 1 if match.exact else 2):
            continue
        if rule in ("modality", "negation") and not match.exact:
            continue
        if rule == "negation" and any(t.low in _NOBODY for t in claim.tokens[frame.verb.at : frame.verb.at + 4]):
            continue  # "to dismiss no one"
        if frame.verb.low in BE and rule != "modality":
            continue
        if rule == "swapped" and (_own_word(frame, mine, ground) or not _certain(frame, match, mine, theirs, claim)):
            continue
        yield Fault(
            rule=rule,
            tokens=(mine,),
            message=f"Of “{frame.verb.text}” it says “{mine}”, the source “{theirs}”.",
        )


_NOBODY = frozenset(["no", "nobody", "none", "nothing"])


def _phrases(frame: Frame) -> list[Phrase]:
    return [*frame.subjects, *frame.objects, *(p for _, p in frame.beside)]


def _certain(frame: Frame, match: Match, mine: str, theirs: str, claim: Read) -> bool:  # noqa: PLR0911 - cases, read top to bottom
    """Whether what two clauses put in one place are surely two things: both named, both bodies, or each in the other's.

    A plain noun may stand for another one: the ruling for the panel that gave it.
    """
    one = next((p for p in _phrases(frame) if p.text == mine), None)
    other = next((p for p in _phrases(match.frame) if p.text == theirs), None)
    if (
        one is None
        or other is None
        or frame.speaks
        or (one not in frame.subjects and any(p is one for _, p in frame.beside))
    ):
        return True
    if one.own_names and other.own_names:
        if _elided(match.read, one):
            return False
        return _titled(one) == _titled(other)
    if bool(one.own_names) != bool(other.own_names):
        return True
    if bare(one.head) in BODIES and bare(other.head) in BODIES:
        return not (match.frame.relative and frame.relative)
    if is_ing(frame.verb) or match.frame.relative or any(f.passive or f.either for f in (frame, match.frame)):
        return False
    if any(p.head.low[:4] in {t.low[:4] for t in q.tokens} for p, q in ((one, other), (other, one))):
        return False  # "a planned cap", "its plan"
    mutual = bool(stem_of(one.head) & match.read.keys) and bool(stem_of(other.head) & claim.keys)
    return mutual and other.tokens[0].low in ARTICLES


def _elided(r: Read, p: Phrase) -> bool:
    """Whether a sentence leaves out a verb behind a name: "Lee led among women and Ott among men"."""
    return any(
        a.low in ("and", "while", ",") and b.low == p.head.low and c.low in ("among", "by", "with")
        for a, b, c in zip(r.tokens, r.tokens[1:], r.tokens[2:], strict=False)
    )


def _titled(p: Phrase) -> bool:
    """Whether it is no name but what somebody is called: "the Registrar", "a Republican"."""
    return len(p.tokens) == 2 and p.tokens[0].low in ("a", "an", "the")


def _own_word(frame: Frame, mine: str, ground: Ground) -> bool:
    """Whether a thing that is told otherwise is only called otherwise: its word stands in no source, or is a deed."""
    for p in (*frame.subjects, *frame.objects, *(q for _, q in frame.beside)):
        if p.text == mine and not p.own_names:
            if any(t.low in TIMES for t in p.tokens) and any(t.low in NUMBER_WORDS for t in p.tokens):
                return True  # how long it is, the rules of numbers tell
            return not stem_of(p.head) & ground.keys or is_ing(p.tokens[0])
    return False


def _said_when(claim: Read, ground: Ground) -> Iterator[Fault]:
    """Whether somebody said something on the day on which he says anything in the sources."""
    named, things = shared_surnames(ground), things_of(ground)
    for frame in frames(claim.text):
        days = _days(frame)
        speaking = [p for p in frame.subjects if p.own_names]
        if frame.verb.low not in SAYING or not days or not speaking:
            continue
        theirs = [
            _days(other)
            for r in ground.reads
            for other in frames(r.text)
            if other.speaks and any(among(p, other.subjects, named, things)[0] for p in speaking)
        ]
        told = frozenset(day for found in theirs for day in found)
        if told and not days & told:
            yield Fault(
                rule="day",
                tokens=tuple(sorted(days)),
                message=f"{speaking[0].text} spoke on {min(told)} in the source.",
            )


def _days(frame: Frame) -> frozenset[str]:
    return frozenset(p.tokens[0].low for prep, p in frame.beside if p.tokens[0].low in WHEN and prep == "on")


def _never_done(frame: Frame, ground: Ground) -> Iterator[Fault]:
    """Whether what is told as done is only sought or spoken against in the sources: "seeks re-election"."""
    stem = stem_of(frame.verb)
    if (
        not stem
        or frame.speaks
        or level(frame) < 4
        or is_ing(frame.verb)
        or frame.negated
        or (frame.relative and not frame.passive)
    ):
        return
    held = [
        other
        for r in ground.reads
        for other in frames(r.text)
        for p in (*other.objects, *(q for _, q in other.beside))
        if any(stem & t.keys for t in p.tokens[-1:]) and not p.own_names
    ]
    if held and all(level(f) < 4 or f.verb.low.split(" ")[0] in SOUGHT for f in held):
        there = held[0].verb.text
        yield Fault(
            rule="status",
            tokens=(frame.verb.text,),
            message=f"Here it is done (“{frame.verb.text}”), in the source “{there}” comes before it.",
        )


def settled(pairs: Pairs) -> frozenset[int]:
    """The places of the claim's words that some source puts to the same verb, with nothing against it."""
    return frozenset(
        place
        for _, match in pairs
        if match is not None and match.exact and match.agreed and not match.against
        for place in match.places
    )


def upheld(pairs: Pairs) -> bool:
    """Whether every clause of a claim has a fellow in the sources that agrees with it and with nothing against it."""
    pairs = [(frame, match) for frame, match in pairs if frame.verb.low not in BE]
    return bool(pairs) and all(
        match is not None and not match.against and match.agreed > 0 and not match.unknown for _, match in pairs
    )
