# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""Candidates: the sentences of a story that could be printed, each with what the choice between them needs to know.

Read are the openings of its articles, a bounded number of them: below, news has become background.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from itertools import islice

from newsletter.domain.entry import Entry, EntryId, Licence
from newsletter.domain.story import Story
from newsletter.domain.vocabulary import listed
from newsletter.draft.telling.days import dated, dated_by
from newsletter.draft.telling.likeness import Surroundings, Vector, likeness, vectors
from newsletter.draft.telling.sentences import is_caption, names_a_relative_day, stands_alone, without_dateline
from newsletter.draft.telling.words import LOADED, folded

Split = Callable[[str], list[str]]
Furniture = Callable[[str], str | None]
Coheres = Callable[[str, Iterable[str]], bool]

#: Below this place in an article news has become background …
DEPTH = 8
#: … and so far down it is looked for where the openings of all newsrooms say the same.
DEEPEST = 24
#: So many sentences more than may be printed decide what an article is about.
_BEYOND = 2
#: Articles that are read, at most, and of one newsroom.
_ARTICLES, _ARTICLES_OF_ONE = 20, 3
#: Characters of a paragraph that are split; a sentence that goes on beyond them is too long anyway.
_PARAGRAPH = 4_000

_RUN = re.compile(r"[A-Z][\w’'-]*\.?(?:\ (?:[a-z]{2}\ )?[A-Z][\w’'-]*\.?){0,8}")
#: That nobody said anything is hardly ever news.
_NO_ANSWER = re.compile(
    r"\b(?:declined to (?:comment|elaborate|say)|(?:would|did|could|does|do) not (?:immediately )?(?:respond|reply"
    r"|comment|elaborate|say|return|offer|be reached|answer))\b"
    r"|n[’']t (?:immediately )?(?:respond|reply|comment|return)\b"
    r"|\b(?:reached out|requests?|asked)\b[^.]{0,60} for comment\b"
)
_COURTESY = frozenset(["Mr.", "Mrs.", "Ms.", "Miss", "Dr.", "Mr", "Mrs", "Ms"])
#: Last words of names that are not people's: who reads "the House" asks nothing.
_INSTITUTIONS = frozenset(
    listed(
        """
House Senate Court Congress Department State States Committee Party Group Times Post News Union Kingdom Office
Agency Bureau Commission Council Board Service Security Association Institute Center Centre University College
Press Journal Administration Constitution Act Bill Law Street Avenue City County York Jersey Hampshire Mexico
Carolina Dakota Virginia Island Korea Africa America Zealand Guard Police Force Army Navy Republicans Democrats
Republican Democrat Democratic Americans American President Secretary Minister General Justice Judge Governor
Mayor Senator Leader Speaker Company Corp Inc Bank Fund Foundation Project Coalition Alliance Trial Report Plan
Day Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August
September October November December The
"""
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A sentence that may be printed, as far as it alone shows."""

    entry: Entry
    #: Place among the sentences that were read; 0 is the first.
    index: int
    #: Place in its article; what stands below pictures has none, and takes none from what follows.
    depth: int
    #: As it stands in its entry.
    quote: str
    #: As printed: without a dateline, relative days turned into dates.
    text: str
    #: People it calls by surname because the article has introduced them before, lower case.
    needs: frozenset[str]

    @property
    def place(self) -> tuple[bool, EntryId, int]:
        """What breaks ties: whose words they are is quoted before who reprints them."""
        return (self.entry.copy_of is not None, self.entry.id, self.index)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate(Opening):
    """An opening, and how it stands among the others."""

    vector: Vector
    #: Likeness to what the other newsrooms say, 0 to 1.
    centrality: float
    #: Likeness to the headline, 0 to 1.
    heads: float
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What is read of a story, and how."""

    split: Split
    furniture: Furniture
    coheres: Coheres
    #: In whose days "yesterday" is told; None, and a sentence that says so is not printed.
    zone: tzinfo | None
    #: How many sentences of an article may be printed.
    depth: int = DEPTH

    def openings(self, entry: Entry) -> Iterator[Opening]:
        """The sentences of an entry that could be printed, in order."""
        return self._printable(entry, self._read(entry))

    def candidates(self, story: Story, *, headline: str) -> list[Candidate]:
        """The sentences of a story that could be printed, weighed."""
        articles = [(entry, self._read(entry)) for entry in quotable(story)]
        said = [(entry, quote) for entry, sentences in articles for quote in sentences]
        said += [(entry, entry.title) for entry in _spread(e for e in story.entries if e.kind.tells)]
        *weights, head = vectors([text for _, text in said] + [headline])
        # What the others say decides what the story is about; a newsroom is no witness for its own aside.
        others = Surroundings((entry.voice, vector) for (entry, _), vector in zip(said, weights, strict=True))
        found: list[Candidate] = []
        start = 0
        for entry, sentences in articles:
            for opening in self._printable(entry, sentences):
                vector = weights[start + opening.index]
                central = others.likeness(vector, entry.voice)
                found.append(
                    Candidate(
                        entry=entry,
                        index=opening.index,
                        depth=opening.depth,
                        quote=opening.quote,
                        text=opening.text,
                        needs=opening.needs,
                        vector=vector,
                        centrality=central,
                        heads=likeness(vector, head),
                        score=_score(opening, central),
                    )
                )
            start += len(sentences)
        return found

    def _read(self, entry: Entry) -> list[str]:
        """An entry's first sentences; only such as stand in its text word for word."""
        paragraphs = (folded(paragraph[:_PARAGRAPH]) for paragraph in entry.paragraphs())
        parts = ((folded(part), paragraph) for paragraph in paragraphs for part in self.split(paragraph))
        found = (part for part, paragraph in parts if part and part in paragraph)
        return list(islice(found, self.depth + _BEYOND))

    def _printable(self, entry: Entry, sentences: Sequence[str]) -> Iterator[Opening]:
        # What an article is about shows in its opening and in what comes long after.
        rest = [entry.title, *sentences, *islice(entry.paragraphs(), self.depth + _BEYOND, 3 * (self.depth + _BEYOND))]
        introduced: set[str] = set()
        captions = 0
        for index, quote in enumerate(sentences[: self.depth]):
            bare, full = _people(quote)
            needs = frozenset(name.lower() for name in bare if name in introduced and name not in full)
            introduced |= full
            text = without_dateline(quote)
            if is_caption(quote):
                captions += 1
                continue
            if (
                _NO_ANSWER.search(text)
                or not stands_alone(text)
                or self.furniture(text)
                or (quote != text and self.furniture(quote))
            ):
                continue
            printed = dated(text, dated_by(entry), self.zone)
            if printed is not None and self.coheres(quote, rest):
                yield Opening(entry=entry, index=index, depth=index - captions, quote=quote, text=printed, needs=needs)


def quotable(story: Story) -> list[Entry]:
    """The entries whose sentences may be printed: a bounded number, spread over the newsrooms."""
    return _spread(e for e in story.entries if e.kind.tells and e.licence is Licence.EXCERPT and e.text)


def _spread(entries: Iterable[Entry]) -> list[Entry]:
    """At most so many entries, the newest of each newsroom first, in the order of their moments."""
    ordered = sorted(entries, key=lambda entry: (entry.copy_of is not None, -entry.at.timestamp(), entry.id))
    nth: dict[str, int] = {}
    ranked: list[tuple[int, int, Entry]] = []
    for place, entry in enumerate(ordered):
        nth[entry.voice] = nth.get(entry.voice, 0) + 1
        ranked.append((nth[entry.voice], place, entry))
    kept = sorted(row for row in ranked if row[0] <= _ARTICLES_OF_ONE)[:_ARTICLES]
    return sorted((entry for *_, entry in kept), key=lambda entry: (entry.at, entry.id))


def _score(opening: Opening, central: float) -> float:
    score = central / (1 + 0.12 * opening.depth)
    score *= 0.25 if names_a_relative_day(opening.text) else 1.0
    # What was put in place of "last week" is right, and heavy.
    score *= 0.7 if "the week of " in opening.text and "the week of " not in opening.quote else 1.0
    score *= 0.6 if LOADED.search(opening.text) else 1.0
    return round(score, 9)


def _people(sentence: str) -> tuple[set[str], set[str]]:
    """The names that stand by themselves or after Mr. and Ms., and the last words of those given in full."""
    bare: set[str] = set()
    full: set[str] = set()
    for run in _RUN.findall(sentence):
        words = [word.removesuffix("’s").removesuffix("'s").rstrip(".") for word in run.split()]
        last = words[-1]
        if last in _INSTITUTIONS or len(last) < 3 or last.isupper():
            continue
        if len(words) == 1 or run.split()[0] in _COURTESY:
            bare.add(last)
        elif len(words) > 1:
            full.add(last)
    return bare, full
