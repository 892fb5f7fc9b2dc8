"""Choosing: which of the candidates are printed together.

One after the other, the best of those that may still follow: within the limits, from both sides where both report,
telling what is not told, naming nobody whom the reader has not met, and never one of two numbers that stand against
each other without the other.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from newsletter.domain.entry import Lean
from newsletter.domain.story import Story
from newsletter.domain.vocabulary import listed
from newsletter.draft.telling.candidates import DEEPEST, Candidate
from newsletter.draft.telling.figures import Figure, Reported, figures
from newsletter.draft.telling.likeness import novelty
from newsletter.draft.telling.limits import Limits
from newsletter.draft.telling.sentences import leans_back
from newsletter.draft.telling.statuses import Latest, statuses
from newsletter.draft.telling.told import repeats, restates, share_told
from newsletter.draft.telling.words import bigrams, stems, word_count

#: A sentence with a larger share of word pairs that are already printed says nothing new.
_REDUNDANT = 0.5
#: A sentence is fresh if at least this part of what it says is new.
_FRESH = 0.65
#: A second sentence may be less fresh than that, but not less than this: two newsrooms on one fact confirm it.
_CONFIRMS = 0.5
#: Where a newsroom has nothing fresher, a sentence that is new in this part still lets a second one speak.
_SECOND_VOICE = 0.25
#: How much a first sentence is worth that has nothing of the headline, beside 1 for all of it.
_OPENING = 0.35
#: A first sentence is at least so much like the headline, if any is.
_HEADS = 0.12
#: So much of the headline's words a lead has, in its own or in others of the same meaning …
_LEADS = 0.4
#: … and not less than this part of what the best one has.
_AS_GOOD = 0.8
#: So much of a sentence in quotation marks, and it is what somebody has to say about the matter.
_COMMENT = 0.4
#: How much less a sentence is worth as the first one that opens with what it has not introduced.
_LEANS_BACK = 0.4
#: How much less it is worth where its voice was heard.
_HEARD = 0.8
#: "The president …" needs no introduction.
_KNOWN = frozenset(
    listed(
        """
president government administration economy white supreme senate house court state country u.s
"""
    )
)
#: It was yet to come when it was written.
_FORETELLS = re.compile(
    r"\b(?:(?:is|are|was|were) (?:slated|set|scheduled|expected|due|poised|likely|about) to|will|plans? to|would)\b"
)
#: The whole of it was.
_AWAITS = re.compile(r"\b(?:is|are|was|were) (?:slated|set|scheduled|expected|due|poised|about) to\b")
_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
#: Leans that stand against each other.
SIDES = frozenset([Lean.LEFT, Lean.RIGHT])


@dataclass(slots=True, kw_only=True)
class Choice:
    """A blurb as it grows."""

    limits: Limits
    headline: str
    #: The words of all titles: whom they name is known to a reader of the week's news.
    titles: frozenset[str]
    #: Whether both sides report, so that neither may have more than half.
    spans: bool
    #: Where the status changed: the first sentence comes from who tells the latest one.
    status: Latest | None
    #: Things that are counted differently, with the values.
    disputed: Mapping[str, Collection[str]]
    #: Whether a second sentence may go over what the first one told, so that a second newsroom speaks.
    confirms: bool = True
    chosen: list[Candidate] = field(default_factory=list)

    def choose(self, pool: Sequence[Candidate]) -> list[Candidate]:
        """As many of the pool as can stand together, the opening one first."""
        barred: set[str] = set()
        while True:
            self.chosen = []
            stuck = self._fill([c for c in pool if not barred & {f.thing for f in self._open_figures(c)}])
            if stuck is None:
                return self._in_order()
            barred.add(stuck)

    def _fill(self, pool: Sequence[Candidate]) -> str | None:
        """Choose; or say which disputed thing was told with one of its values only."""
        while len(self.chosen) < self.limits.sentences:
            wanted = self._unanswered()
            if wanted is not None:
                eligible = [c for c in pool if self._answers(c, wanted) and self._has_room(c)]
                if not eligible:
                    return wanted.thing
                preferred: Sequence[Candidate] = eligible
            else:
                preferred = self._preferred([c for c in pool if self._has_room(c) and not self._lacks(c)])
                if not preferred:
                    return None
            self.chosen.append(min(preferred, key=lambda c: (-self._worth(c), c.place)))
        wanted = self._unanswered()
        return wanted.thing if wanted else None

    def _preferred(self, eligible: Sequence[Candidate]) -> Sequence[Candidate]:
        """Those to choose among now: a lead, then something new from another newsroom, then anything new."""
        if not self.chosen:
            leads = self._leads(eligible)
            return _first_of(
                [c for c in leads if c.entry.id in told_by] for told_by in self._opening_entries(eligible)
            ) or _first_of(
                [c for c in eligible if c.entry.id in told_by and c.depth <= deepest and c.heads >= least]
                for told_by in self._opening_entries(eligible)
                for deepest, least in ((0, _HEADS), (1, _HEADS), (0, 0.0), (1, 0.0), (DEEPEST, 0.0))
            )
        fresh = [c for c in eligible if self._is_new(c)]
        wanted = self._unheard_sides()
        fresh = [c for c in fresh if c.entry.lean in wanted] or fresh
        if len({c.entry.voice for c in self.chosen}) > 1:
            return fresh
        others = [c for c in eligible if c.entry.voice != self.chosen[0].entry.voice and not self._has_come(c)]
        others = [c for c in others if c.entry.lean in wanted] or others
        return _first_of(
            (
                [c for c in fresh if c in others],
                [c for c in others if self.confirms and self._news(c) >= _CONFIRMS],
                [c for c in others if self.confirms and self._news(c) >= _SECOND_VOICE],
                fresh,
            )
        )

    def _unheard_sides(self) -> frozenset[Lean]:
        """Where both sides report and one of them was heard: the other, which speaks next if it can."""
        heard = SIDES & {c.entry.lean for c in self.chosen} if self.spans else frozenset()
        return SIDES - heard if heard else frozenset()

    def _leads(self, eligible: Sequence[Candidate]) -> Sequence[Candidate]:
        """The sentences high in their articles that tell of the headline about as much as any; none leans back."""
        told = [(c, share_told(self.headline, c.text)) for c in eligible if c.depth <= 3 and not leans_back(c.text)]
        most = max((share for _, share in told), default=0.0)
        telling = [c for c, share in told if share >= max(_LEADS, _AS_GOOD * most)]
        telling = [c for c in telling if not _AWAITS.search(c.text)] or telling
        states = statuses(self.headline)
        telling = [c for c in telling if states & statuses(c.text)] or telling
        return _first_of([c for c in telling if c.depth <= deepest] for deepest in (0, 1, DEEPEST))

    def _opening_entries(self, eligible: Sequence[Candidate]) -> Iterable[frozenset[str]]:
        """Whose sentences may open, the best first: where the status changed, who tells the latest one."""
        everyone = frozenset(c.entry.id for c in eligible)
        if self.status is not None:
            status = self.status
            yield frozenset(c.entry.id for c in eligible if c.entry.id in status.entries and status.told_in(c.text))
            yield status.entries & everyone
        yield everyone

    def _has_room(self, candidate: Candidate) -> bool:
        """Whether the limits and the balance of the sides leave room for it, and it is not printed word for word."""
        same = [c for c in self.chosen if c.entry.voice == candidate.entry.voice]
        words = sum(word_count(c.quote) for c in (*same, candidate))
        if len(same) >= self.limits.max_sentences_per_source or words > self.limits.max_words_per_source:
            return False
        if self.spans and candidate.entry.lean in SIDES:
            side = sum(c.entry.lean is candidate.entry.lean for c in self.chosen)
            if side >= max(1, self.limits.sentences // 2):
                return False
        pairs = bigrams(candidate.text)
        used = frozenset(pair for c in self.chosen for pair in bigrams(c.text))
        return len(pairs & used) <= _REDUNDANT * len(pairs)

    def _lacks(self, candidate: Candidate) -> bool:
        """Whether it speaks of somebody or something that a reader of the rest has not met."""
        met = self.titles.union(*(_words(c.text) for c in self.chosen))
        if not candidate.needs <= met:
            return True
        if not self.chosen or not leans_back(candidate.text):
            return False
        noun = next(iter(stems(candidate.text)), "")
        return noun not in _KNOWN and noun not in {stem for said in self._told() for stem in stems(said)}

    def _is_new(self, candidate: Candidate) -> bool:
        told = self._told()
        return (
            self._news(candidate) >= _FRESH
            and not self._was_awaited(candidate)
            and not repeats(candidate.text, told)
            and not restates(candidate.text, told)
        )

    def _has_come(self, candidate: Candidate) -> bool:
        """Whether it foretells what a newer sentence among the chosen ones may have told as done."""
        return bool(_FORETELLS.search(candidate.text)) and any(c.entry.at > candidate.entry.at for c in self.chosen)

    def _was_awaited(self, candidate: Candidate) -> bool:
        """Whether it awaits what another newsroom, at the same time or later, tells among the chosen ones."""
        return bool(_AWAITS.search(candidate.text)) and any(
            c.entry.at >= candidate.entry.at and c.entry.voice != candidate.entry.voice for c in self.chosen
        )

    def _told(self) -> list[str]:
        return [self.headline, *(c.text for c in self.chosen)]

    def _news(self, candidate: Candidate) -> float:
        """What part of it the chosen ones have not said, 0 to 1."""
        return novelty(candidate.vector, [c.vector for c in self.chosen])

    def _worth(self, candidate: Candidate) -> float:
        """The score, less for what the chosen ones have said and for a voice that was heard already."""
        heard = any(c.entry.voice == candidate.entry.voice for c in self.chosen)
        opening = 1.0
        if not self.chosen:
            # What the headline says is told first; after that the rest of the story counts.
            opening = (_OPENING + candidate.heads) * (_LEANS_BACK if leans_back(candidate.text) else 1.0)
        return round(candidate.score * self._news(candidate) * opening * (_HEARD if heard else 1.0), 9)

    def _open_figures(self, candidate: Candidate) -> frozenset[Figure]:
        """The figures of a sentence that newsrooms do not agree on."""
        if not self.disputed:
            return frozenset()
        return frozenset(f for f in figures(candidate.text) if f.value in self.disputed.get(f.thing, ()))

    def _unanswered(self) -> Figure | None:
        """A disputed figure of which one value only is told."""
        told = sorted({figure for c in self.chosen for figure in self._open_figures(c)})
        things = [figure.thing for figure in told]
        return next((figure for figure in told if things.count(figure.thing) == 1), None)

    def _answers(self, candidate: Candidate, figure: Figure) -> bool:
        """Whether it gives another newsroom's value of the same thing."""
        heard = {c.entry.voice for c in self.chosen if figure in self._open_figures(c)}
        return candidate.entry.voice not in heard and any(
            other.thing == figure.thing and other.value != figure.value for other in self._open_figures(candidate)
        )

    def _in_order(self) -> list[Candidate]:
        """The opening one, then what happened as it was published, then who said what about it.

        Unless a sentence then names whom a later one presents.
        """
        while self._one_side_has_too_much():
            side = [c for c in self.chosen if c.entry.lean is self._one_side_has_too_much()]
            self.chosen.remove(side[-1])
        ordered = [*self.chosen[:1], *sorted(self.chosen[1:], key=lambda c: (_comments(c.text), c.entry.at, *c.place))]
        met = self.titles
        for candidate in ordered:
            if not candidate.needs <= met:
                return self.chosen
            met |= _words(candidate.text)
        return ordered

    def _one_side_has_too_much(self) -> Lean | None:
        """The side that has more than half of several sentences where both report."""
        counts = {lean: sum(c.entry.lean is lean for c in self.chosen) for lean in (Lean.LEFT, Lean.RIGHT)}
        return next((lean for lean, n in counts.items() if self.spans and n > max(1, len(self.chosen) // 2)), None)


def spans_sides(story: Story) -> bool:
    """Whether both sides report a story."""
    return {entry.lean for entry in story.entries} >= SIDES


def outdated(candidate: Candidate, counted: Mapping[str, Sequence[Reported]]) -> bool:
    """Whether it gives a number that newer reports have replaced."""
    for figure in figures(candidate.text) if counted else ():
        newest = counted.get(figure.thing, ())
        if newest and all(r.value != figure.value for r in newest) and all(r.at > candidate.entry.at for r in newest):
            return True
    return False


def _comments(text: str) -> bool:
    """Whether most of what a sentence says is what somebody said."""
    return sum(word_count(quoted) for quoted in _QUOTED.findall(text)) >= _COMMENT * word_count(text)


def _first_of(wishes: Iterable[Sequence[Candidate]]) -> Sequence[Candidate]:
    return next((wish for wish in wishes if wish), ())


def _words(text: str) -> frozenset[str]:
    return frozenset(stems(text)) | frozenset(word.lower() for word in _WORD.findall(text))
