"""What of a writer's answer may be printed, and why the rest may not.

A sentence is printed with one outlet beside it: that of the sentence that backs it. So where a sentence stands on
several sources, whoever backs it alone may be named, and two newsrooms are wherever two can be.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from newsletter.domain.entry import EntryId
from newsletter.domain.errors import Refused
from newsletter.domain.sentence import Author, Sentence
from newsletter.draft.telling.words import folded
from newsletter.draft.written.answering import read
from newsletter.draft.written.asking import Asked
from newsletter.draft.written.gate import Claim, Evidence, Fault, Gate, Source
from newsletter.draft.written.manners import unmannered

#: The rule that speaks against an answer in which no sentence could be found.
UNREADABLE = "unreadable"
#: An entry and the sentence in it.
_Backing = tuple[EntryId, str]
#: Faults that are told to the editor; the rest are counted.
_TOLD = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """By what an answer is judged."""

    gate: Gate
    evidence: Evidence
    #: Words in quotation marks that a sentence may have, at most.
    quoted_words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """An answer after the gate."""

    #: What may be printed, in the answer's order.
    sentences: tuple[Sentence, ...]
    #: What fell, and why.
    faulty: tuple[tuple[str, tuple[Fault, ...]], ...] = ()
    #: What is wrong with the answer as a whole, or with the blurb that it leaves.
    whole: tuple[Fault, ...] = ()
    #: Whether the sentences are a blurb.
    enough: bool

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong with it."""
        return not self.faulty and not self.whole

    @property
    def rejected(self) -> Mapping[str, int]:
        """Rule to how often it spoke against a sentence, or against the whole."""
        rules = [rule for _, faults in self.faulty for rule in sorted({fault.rule for fault in faults})]
        return Counter(rules + [fault.rule for fault in self.whole])


def judged(answer: str, asked: Asked, terms: Terms) -> Judged:
    """What of an answer may be printed. Whatever the answer is, nothing is raised for it."""
    try:
        claims = read(answer, asked)
    except Refused as refusal:
        unreadable = Fault(rule=UNREADABLE, tokens=(), message=str(refusal))
        return Judged(sentences=(), whole=(unreadable,), enough=False)
    sources = asked.sources
    passed: list[tuple[Claim, _Backing]] = []
    faulty: list[tuple[str, tuple[Fault, ...]]] = []
    for claim in claims:
        manners = unmannered(
            claim,
            pieces=[*asked.shown.values()],
            accepted=[other.text for other, _ in passed],
            quoted_words=terms.quoted_words,
        )
        faults = (*terms.gate(claim, sources), *manners)
        backing = None if faults else _backing(claim, asked, sources, terms)
        if backing is not None:
            passed.append((claim, backing))
        else:
            unbacked = Fault(rule="evidence", tokens=(), message="No sentence that it was shown says it.")
            faulty.append((claim.text, faults or (unbacked,)))
    sentences = _printed(passed, asked, sources, terms)
    whole = tuple(_wanting(sentences, asked))
    return Judged(sentences=sentences, faulty=tuple(faulty), whole=whole, enough=bool(sentences) and not whole)


def better(first: Judged, second: Judged) -> Judged:
    """The answer to print: a blurb rather than none, then the one that says more, then the later one."""
    return max((second, first), key=lambda one: (one.enough, len(one.sentences)))


def why_not(last: Judged) -> str:
    """Why an answer makes no blurb, for the editor."""
    faults = [fault for _, faults in last.faulty for fault in faults] + [*last.whole]
    said = list(dict.fromkeys(_sentence(fault) for fault in faults))
    more = f" And {len(said) - _TOLD} more." if len(said) > _TOLD else ""
    return (
        f"The writer's words did not pass, so the outlets' own sentences tell the story. {' '.join(said[:_TOLD])}{more}"
    )


def _sentence(fault: Fault) -> str:
    untold = [token for token in fault.tokens if token not in fault.message]
    named = f": “{'”, “'.join(untold)}”" if untold else ""
    return f"{fault.message.rstrip('.')}{named}."


def _wanting(sentences: Sequence[Sentence], asked: Asked) -> Iterable[Fault]:
    """What the sentences lack to be a blurb."""
    if len(sentences) < asked.enough:
        message = f"Of its sentences {len(sentences)} could be printed, and {asked.enough} are needed."
        yield Fault(rule="too-short", tokens=(), message=message)
    elif asked.enough > 1 and len(_voices(asked)) > 1 and len({_voices(asked)[s.entry] for s in sentences}) < 2:
        yield Fault(rule="sources", tokens=(), message="It leans on one newsroom where there are more.")


def _printed(
    passed: Sequence[tuple[Claim, _Backing]], asked: Asked, sources: Sequence[Source], terms: Terms
) -> tuple[Sentence, ...]:
    """The sentences, each with the outlet beside it: of two newsrooms where they can be."""
    voices = _voices(asked)
    backings = [backing for _, backing in passed]
    # From the last: what opens the story keeps the source that backs it best.
    for place in range(len(passed) - 1, -1, -1):
        if len({voices[entry] for entry, _ in backings}) > 1 or len(passed) < 2:
            break
        claim, (entry, _) = passed[place]
        for other in claim.sources:
            if voices[other] == voices[entry]:
                continue
            alone = Claim(text=claim.text, sources=(other,))
            backing = None if terms.gate(alone, sources) else _backing(alone, asked, sources, terms)
            if backing is not None:
                backings[place] = backing
                break
    pieces = {one.entry.id: one.entry for one in asked.shown.values()}
    return tuple(
        Sentence(
            text=claim.text,
            by=Author.WRITER,
            quote=quote,
            entry=entry,
            outlet=pieces[entry].outlet,
            url=pieces[entry].url,
        )
        for (claim, _), (entry, quote) in zip(passed, backings, strict=True)
    )


def _backing(claim: Claim, asked: Asked, sources: Sequence[Source], terms: Terms) -> _Backing | None:
    """The sentence that backs a claim, if it stands word for word in an entry that the claim names."""
    found = terms.evidence(claim, sources)
    if found is None:
        return None
    entry, quote = found[0], folded(found[1])
    pieces = {one.entry.id: one for one in asked.shown.values()}
    if entry not in claim.sources or entry not in pieces or not quote or quote not in folded(pieces[entry].entry.text):
        return None
    return entry, quote


def _voices(asked: Asked) -> Mapping[EntryId | None, str]:
    """Entry to the newsroom whose words it has."""
    return {one.entry.id: one.entry.voice for one in asked.shown.values()}
