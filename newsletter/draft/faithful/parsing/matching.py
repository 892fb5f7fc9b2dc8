"""The clauses of the sources that have the verb of a claim's clause, each with what agrees and what does not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsletter.draft.faithful.ground import Ground, Read
from newsletter.draft.faithful.names import MODIFIERS, OFFICES
from newsletter.draft.faithful.parsing.frames import SAYING, SPEAKING, TOLD, WISHED, Frame, frames, modal
from newsletter.draft.faithful.parsing.kinds import AUXILIARIES, BE, HAVE, base_of, is_ing, is_past
from newsletter.draft.faithful.parsing.likeness import alike, bare
from newsletter.draft.faithful.parsing.phrases import WHEN, Phrase
from newsletter.draft.faithful.parsing.verbs import (
    DENYING,
    DONE,
    DOUBTED,
    DOUBTFUL,
    MAY,
    MUST,
    SOLE,
    UNSURE,
    WEAK_VERBS,
    WEIGHED,
)
from newsletter.draft.faithful.tokens import Token, stem

_APPROVES = frozenset([stem("approve"), stem("pass"), stem("adopt"), stem("back"), stem("support"), stem("endorse")])
_VOTES = frozenset([stem("vote")])
_PLACED = frozenset(["in", "at", "to", "from", "of", "for", "against", "with", "on", "by", "over", "into"])


@dataclass(frozen=True, slots=True)
class Match:
    """A clause of a source beside one of a claim."""

    frame: Frame
    read: Read
    against: tuple[tuple[str, str, str], ...]
    agreed: int
    #: Whether both have the same verb, and not only one that may mean it.
    exact: bool
    #: Whether somebody or some place is named of which it cannot be told.
    unknown: bool = False
    #: Where in the claim what agrees stands.
    places: frozenset[int] = frozenset()


def matches(claim: Read, ground: Ground) -> list[tuple[Frame, Match | None]]:
    """The clauses of a claim, each with the clause of a source that is nearest to it, if there is any."""
    named, things = shared_surnames(ground), things_of(ground)
    result: list[tuple[Frame, Match | None]] = []
    for frame in frames(claim.text):
        if (
            (frame.verb.low in AUXILIARIES and frame.verb.low not in BE)
            or frame.verb.low in SAYING
            or frame.verb.quoted
        ):
            continue
        found = [
            _compared(frame, other, r, named, things, claim)
            for r in ground.reads
            for other in frames(r.text)
            if _one_verb(frame, other)
        ]
        if frame.speaks:
            found = [m for m in found if m.exact] or found
        best = max(
            found, key=lambda m: (2 * m.agreed - 3 * len(m.against) + m.exact, m.read.at >= 0, -m.read.at), default=None
        )
        if best is not None and frame.verb.low in WEAK_VERBS and (not best.exact or (best.against and best.agreed < 2)):
            best = None
        if frame.verb.keys & _APPROVES and (contrary := _voted_down(frame, ground, named, things)) is not None:
            best = contrary if best is None or not _same_thing(frame, best.frame) else best
        result.append((frame, best))
    return result


def _same_thing(one: Frame, other: Frame) -> bool:
    return any(stem_of(p.head) & q.head.keys for p in one.objects for q in other.objects)


def _voted_down(frame: Frame, ground: Ground, named: Mapping[str, str], things: frozenset[str]) -> "Match | None":
    """The vote against the very thing that a claim has approved."""
    for r in ground.reads:
        for other in frames(r.text):
            against = [p for prep, p in other.beside if prep == "against"] if other.verb.keys & _VOTES else []
            if not any(stem_of(p.head) & q.head.keys for p in frame.objects for q in against):
                continue
            if any(among(p, other.subjects, named, things)[0] for p in frame.subjects):
                return Match(other, r, (("stance", frame.verb.text, f"{other.verb.text} against"),), 1, exact=True)
    return None


def _one_verb(one: Frame, other: Frame) -> bool:
    if one.verb.low in BE:
        return other.verb.low in BE and any(p.head.keys & q.head.keys for p in one.objects for q in other.objects)
    if other.verb.low in AUXILIARIES:
        return False
    return bool(one.verb.keys & other.verb.keys)


def shared_surnames(ground: Ground) -> dict[str, str]:
    """Surnames that stand behind more than one forename, each with the forename that comes first."""
    before: dict[str, list[str]] = {}
    for r in ground.reads:
        for one, other in zip(r.tokens, r.tokens[1:], strict=False):
            if r.at >= 0 and one.capital and other.capital and one.is_word and other.is_word:  # noqa: SIM102 - two steps
                if (one.low.removesuffix("s") not in OFFICES and one.low not in MODIFIERS and not one.first) or (
                    one.first and one.low.removesuffix("s") not in OFFICES and not one.light
                ):
                    before.setdefault(bare(other), []).append(bare(one))
    return {surname: forenames[0] for surname, forenames in before.items() if len(set(forenames)) > 1}


def things_of(ground: Ground) -> frozenset[str]:
    """Whatever the heads of phrases may mean."""
    return frozenset(
        k
        for r in ground.reads
        for f in frames(r.text)
        for p in (*f.subjects, *f.objects, *(q for _, q in f.beside))
        for k in p.head.keys
        if k[0] not in "=#"
    )


def level(frame: Frame, depth: int = 0) -> int:  # noqa: PLR0911 - cases, read top to bottom
    """How sure it is: 1 may be, 2 is meant to be, 3 will be, 4 is."""
    word = modal(frame)
    if any(t.low in HAVE for t in frame.helped) and base_of(frame.verb.low) == frame.verb.low:
        word = "must"  # "have to renew"
    sure = 1 if word in MAY else 2 if word in MUST else 3 if word in ("will", "shall") else 4
    if frame.to and depth < 6:
        above = frame.under
        if above is not None and above.verb.low in ("agreed", "agrees", "agree"):
            return min(sure, 3)
        if above is not None and above.verb.low in BE and any(t.low in SOLE for p in above.objects for t in p.tokens):
            return min(sure, level(above, depth + 1))  # "was the only one to raise it"
        if above is None or above.verb.low.split(" ")[0] not in DONE:
            return min(sure, 2)
        return min(sure, level(above, depth + 1))
    if frame.under is not None and is_ing(frame.verb) and frame.under.verb.low in WEIGHED:
        return min(sure, 2)
    if frame.under is not None and frame.under.verb.low.split(" ")[0] in WISHED:
        return min(sure, 2)
    return sure


def _listed(claim: Read, found: Sequence[Phrase]) -> bool:
    """Whether phrases are a list, and not one thing with what is said of it between commas."""
    between = claim.tokens[found[0].tokens[0].at : found[-1].tokens[0].at] if found else ()
    return any(t.low in ("and", "or") for t in between)


def _denied(frame: Frame) -> bool:
    above = frame.under
    short = above is not None and is_ing(frame.verb) and above.verb.low in ("stopped", "stops", "refrained", "avoided")
    turned = short or (
        above is not None and above.verb.low.split(" ")[0] in DENYING and (frame.to or above.verb.low[:3] == "den")
    )
    return frame.negated != (turned and not (above is not None and above.negated))


def _chain(frame: Frame) -> list[Frame]:
    result: list[Frame] = []
    above = frame.under
    while above is not None and len(result) < 6:
        result.append(above)
        above = above.under
    return result


def _compared(  # noqa: C901, PLR0912, PLR0915, PLR0917 - cases, read top to bottom
    mine: Frame, theirs: Frame, r: Read, named: Mapping[str, str], things: frozenset[str], claim: Read
) -> Match:
    against: list[tuple[str, str, str]] = []
    agreed = 0
    unknown = False
    places = {mine.verb.at}
    sides = [(mine.subjects, theirs.subjects), (mine.objects, theirs.objects)]
    if theirs.either or mine.either:
        anyone = [*theirs.subjects, *theirs.objects]
        agreed += sum(1 for p in (*mine.subjects, *mine.objects) if among(p, anyone, named, things)[0])
        sides = []
    for ours, others in sides:
        verdicts = [(phrase, *among(phrase, others, named, things)) for phrase in ours]
        agreed += sum(1 for _, verdict, _ in verdicts if verdict)
        agreed += sum(
            1 for p, verdict, _ in verdicts if verdict and _figures(p) & {f for o in others for f in _figures(o)}
        )
        places |= {t.at for phrase, verdict, _ in verdicts if verdict for t in (*phrase.tokens, *phrase.whose)}
        if not any(verdict for _, verdict, _ in verdicts) or _listed(claim, ours):
            unknown = unknown or any(verdict is None and phrase.own_names for phrase, verdict, _ in verdicts)
        if any(verdict for p, verdict, _ in verdicts if p.is_amount):
            verdicts = [v for v in verdicts if not v[0].is_amount]
        if ours and ours[0] in mine.objects and mine.verb.low in TOLD | SPEAKING:
            verdicts = [v for v in verdicts if v[0].own_names]
        if any(verdict for _, verdict, _ in verdicts) and not _listed(claim, ours):
            continue
        against += [
            ("swapped", phrase.text, rival)
            for phrase, verdict, rival in verdicts
            if verdict is False and (len(ours) == 1 or phrase.tokens[0].low not in ("a", "an"))
        ]
    for prep, phrase in mine.beside:
        others = [q for other, q in theirs.beside if other == prep]
        verdict, rival = among(phrase, others, named, things)
        when = phrase.tokens[0].low in WHEN
        unknown = unknown or bool(verdict is None and phrase.own_names)
        if not others and phrase.own_names and prep in ("against", "to", "from", "by") and not mine.subjects:  # noqa: SIM102 - two questions
            if among(phrase, theirs.subjects, named, things)[0] and not theirs.either:
                against.append(("swapped", phrase.text, f"{phrase.text} {theirs.verb.text}"))
        if verdict:
            agreed += 1
            places |= {t.at for t in (*phrase.tokens, *phrase.whose)}
        elif verdict is False and prep in _PLACED and (when or phrase.own_names or prep in ("of", "against", "over")):
            against.append(("day" if when else "swapped", phrase.text, rival))
    speaker, teller = _speaker(mine), _speaker(theirs)
    if speaker:
        verdict, rival = _any_among(speaker, teller, named, things)
        unknown = unknown or verdict is None
        if verdict is False:
            against.append(("attribution", speaker[0].text, rival))
    if _denied(mine) != _denied(theirs) and not mine.relative:
        against.append(("negation", mine.verb.text, "not" if _denied(theirs) else theirs.verb.text))
    here, there = level(mine), level(theirs)
    near = {t.low for t in claim.tokens[max(0, mine.verb.at - 4) : mine.verb.at]}
    if near & UNSURE:
        here = min(here, 2)
    doubt = {t.low for t in r.tokens[max(0, theirs.verb.at - 3) : theirs.verb.at]} & DOUBTFUL
    if doubt and not near & UNSURE and modal(mine) not in MAY and mine.verb.low not in WEAK_VERBS:
        there = min(there, 2)
    if modal(mine) in ("may", "might", "could") and modal(theirs) in ("must", "will", "shall"):
        against.append(("modality", modal(mine), modal(theirs)))
    if _denied(mine) or is_ing(mine.verb):
        here = 0
    begun = mine.verb.low in BE and mine.verb.low != "be"
    if here == 4 and there == 3 and (begun or is_past(mine.verb)) and not mine.relative:
        there = 2  # "is", where it will be
    if (here == 4 and there < 3) or (here == 3 and there < 3 and not any(t.low == "would" for t in theirs.helped)):
        against.append(("modality", mine.verb.text, " ".join([t.text for t in theirs.helped] + [theirs.verb.text])))
    doubted = next((f for f in _chain(theirs) if f.verb.low in DOUBTED), None)
    if doubted is not None and not any(f.speaks for f in _chain(mine)) and not _doubts(claim):
        against.append(("attribution", mine.verb.text, doubted.verb.text))
    return Match(
        theirs, r, tuple(against), agreed, bool(stem_of(mine.verb) & theirs.verb.keys), unknown, frozenset(places)
    )


def stem_of(verb: Token) -> frozenset[str]:
    """The stems of a verb, without what else it may mean."""
    return frozenset(k for k in verb.keys if k[0] not in "#=@")


def _figures(p: Phrase) -> frozenset[str]:
    return frozenset(t.low for t in p.tokens if t.low[:1].isdigit())


def _doubts(claim: Read) -> bool:
    """Whether a claim tells that something is only said or charged."""
    return any(t.low in DOUBTED or t.low in ("according to", "prosecutors", "say", "suspected") for t in claim.tokens)


def _speaker(frame: Frame) -> list[Phrase]:
    """Who says so, if he is named."""
    above = next((f for f in _chain(frame) if f.speaks and f.subjects), None)
    return [] if above is None or not any(p.own_names for p in above.subjects) else above.subjects


def _any_among(
    ours: Sequence[Phrase], others: Sequence[Phrase], named: Mapping[str, str], things: frozenset[str]
) -> tuple[bool | None, str]:
    """Whether one of some phrases names one of some others: a name with what it is called counts once."""
    others = [p for p in others if p.own_names] or others
    verdicts = [among(p, others, named, things) for p in ours if p.own_names]
    if any(v for v, _ in verdicts):
        return True, ""
    return (False, verdicts[0][1]) if verdicts and all(v is False for v, _ in verdicts) else (None, "")


def among(
    phrase: Phrase, others: Sequence[Phrase], named: Mapping[str, str], things: frozenset[str]
) -> tuple[bool | None, str]:
    """Whether a phrase names one of some others, and one that it does not."""
    if not others:
        return None, ""
    verdicts = [alike(phrase, other, named, things) for other in others]
    if any(verdicts):
        return True, ""
    return (None, "") if None in verdicts else (False, others[0].text)
