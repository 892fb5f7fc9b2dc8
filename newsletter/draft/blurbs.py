"""Blurbs: sentences chosen from the outlets, word for word, each with its source.

A sentence is good when it says what the whole story says (centrality), stands high in its article (position),
can be read by itself, and tells what the chosen ones have not. Where two newsrooms can be quoted, two are.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsletter.domain.entry import Entry, EntryId, Licence
from newsletter.domain.sentence import Sentence
from newsletter.domain.story import Story
from newsletter.draft.likeness import Vector, centroid, likeness, novelty, vectors
from newsletter.draft.sentences import leans_back, names_a_relative_day, stands_alone, without_dateline
from newsletter.draft.words import LOADED, bigrams, folded, word_count

#: Below this place in an article news has become background.
_DEPTH = 8
#: A sentence with a larger share of word pairs that are already printed says nothing new.
_REDUNDANT = 0.5
#: A sentence is fresh if at least this part of what it says is new.
_FRESH = 0.65
#: A second sentence may be less fresh than that, but not less than this: two newsrooms on one fact confirm it.
_CONFIRMS = 0.5
#: How much a first sentence is worth that has nothing of the headline, beside 1 for all of it.
_OPENING = 0.35
#: How much less a sentence is worth as the first one that opens with what it has not introduced.
_LEANS_BACK = 0.4
#: A sentence that shares less than this part of the best one's centrality is about something else.
_OFF_TOPIC = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much is printed, and how much of it from one source.

    A source is a voice: two titles of one newsroom share its allowance, and so do all who print one agency's text.
    """

    #: Sentences a story, at most.
    sentences: int = 3
    #: Words a source and story, at most.
    max_words_per_source: int = 45
    #: Sentences a source and story, at most.
    max_sentences_per_source: int = 2

    def of_one_family(self) -> "Limits":
        """The limits of a week that has only one family: a publisher that mails its own news.

        There is no second source to turn to and nobody else's rights to guard, so the one may give
        every sentence, and twice the words.
        """
        return Limits(
            sentences=self.sentences,
            max_words_per_source=2 * self.max_words_per_source,
            max_sentences_per_source=self.sentences,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    entry: Entry
    #: Place in its entry; 0 is the first sentence.
    index: int
    quote: str
    text: str
    vector: Vector
    centrality: float
    #: Likeness to the headline, 0 to 1.
    heads: float
    score: float

    @property
    def place(self) -> tuple[bool, EntryId, int]:
        """What breaks ties: whose words they are is quoted before who reprints them."""
        return (self.entry.copy_of is not None, self.entry.id, self.index)


def always(_sentence: str, _rest: Iterable[str]) -> bool:
    """No sentence is held to be foreign to its article."""
    return True


def can_tell(
    story: Story,
    *,
    split: Callable[[str], list[str]],
    furniture: Callable[[str], str | None],
    coheres: Callable[[str, Iterable[str]], bool] = always,
) -> bool:
    """Whether a story has a sentence to be told in, or is licensed for its headline alone."""
    if all(entry.licence is Licence.HEADLINE for entry in story.entries):
        return True
    return bool(blurb(story, limits=Limits(sentences=1), split=split, furniture=furniture, coheres=coheres))


def blurb(
    story: Story,
    *,
    limits: Limits,
    split: Callable[[str], list[str]],
    furniture: Callable[[str], str | None],
    coheres: Callable[[str, Iterable[str]], bool] = always,
    headline: str = "",
) -> tuple[Sentence, ...]:
    """Choose at most ``limits.sentences`` sentences that tell a story; empty where no entry may be quoted.

    Args:
        story: what they tell.
        limits: how much, and how much from one source.
        split: parts a paragraph into its sentences, each as it stands there.
        furniture: names the rule by which a sentence is no news, or None.
        coheres: whether a sentence belongs to its article, given the title and the other sentences.
        headline: as printed above them; the first sentence tells it.
    """
    candidates = [c for c in _candidates(story, split, furniture, coheres, headline) if c.score > 0]
    best = max((c.centrality for c in candidates), default=0.0)
    pool = [c for c in candidates if c.centrality >= _OFF_TOPIC * best]
    chosen: list[_Candidate] = []
    while len(chosen) < limits.sentences:
        eligible = [c for c in pool if _fits(c, chosen, limits)]
        if not eligible:
            break
        chosen.append(min(_preferred(eligible, chosen), key=lambda c: (-_worth(c, chosen), c.place)))
    following = sorted(chosen[1:], key=lambda c: (c.entry.at, *c.place))
    return tuple(_sentence(c) for c in (*chosen[:1], *following))


def _preferred(eligible: Sequence[_Candidate], chosen: Sequence[_Candidate]) -> Sequence[_Candidate]:
    """The ones to choose among now: first a lead, then something fresh from another newsroom, then any."""
    if not chosen:
        wishes = [[c for c in eligible if c.index == place] for place in (0, 1)]
    elif len(chosen) == 1:
        others = [c for c in eligible if c.entry.voice != chosen[0].entry.voice]
        wishes = [[c for c in others if _news(c, chosen) >= _FRESH], others]
    else:
        wishes = []
    return next((wish for wish in wishes if wish), eligible)


def _fits(candidate: _Candidate, chosen: Sequence[_Candidate], limits: Limits) -> bool:
    """Whether the limits leave room for it and it does not say again what is printed."""
    same = [c for c in chosen if c.entry.voice == candidate.entry.voice]
    words = sum(word_count(c.quote) for c in (*same, candidate))
    if len(same) >= limits.max_sentences_per_source or words > limits.max_words_per_source:
        return False
    pairs = bigrams(candidate.text)
    used = frozenset(pair for c in chosen for pair in bigrams(c.text))
    enough = _CONFIRMS if len(chosen) < 2 else _FRESH
    return len(pairs & used) <= _REDUNDANT * len(pairs) and _news(candidate, chosen) >= enough


def _worth(candidate: _Candidate, chosen: Sequence[_Candidate]) -> float:
    """The score, less for what the chosen ones have said and for a voice that was heard already."""
    heard = any(c.entry.voice == candidate.entry.voice for c in chosen)
    # What the headline says is told first; after that the rest of the story counts.
    opening = 1.0 if chosen else (_OPENING + candidate.heads) * (_LEANS_BACK if leans_back(candidate.text) else 1.0)
    return round(candidate.score * _news(candidate, chosen) * opening * (0.8 if heard else 1.0), 9)


def _news(candidate: _Candidate, chosen: Sequence[_Candidate]) -> float:
    """What part of it the chosen ones have not said, 0 to 1."""
    return novelty(candidate.vector, [c.vector for c in chosen])


def _candidates(
    story: Story,
    split: Callable[[str], list[str]],
    furniture: Callable[[str], str | None],
    coheres: Callable[[str, Iterable[str]], bool],
    headline: str,
) -> Iterator[_Candidate]:
    quotable = [e for e in story.entries if e.kind.tells and e.licence is Licence.EXCERPT and e.text]
    found = [(e, index, quote) for e in quotable for index, quote in _sentences(e, split)]
    articles: dict[EntryId, list[str]] = {e.id: [e.title] for e in quotable}
    for e, _, quote in found:
        articles[e.id].append(quote)
    titles = [(e, e.title) for e in story.entries if e.kind.tells]
    *weights, head = vectors([quote for _, _, quote in found] + [title for _, title in titles] + [headline])
    # Each newsroom is one voice, however long its articles are: its titles and sentences point one way together.
    voices: dict[str, list[Vector]] = {}
    speakers = [entry for entry, _, _ in found] + [entry for entry, _ in titles]
    for entry, vector in zip(speakers, weights, strict=True):
        voices.setdefault(entry.voice, []).append(vector)
    summed = {voice: centroid(said) for voice, said in voices.items()}
    # What the others say decides what the story is about; a newsroom is no witness for its own aside.
    middles = {
        voice: centroid(said for other, said in summed.items() if other != voice or len(summed) == 1)
        for voice in summed
    }
    for (entry, index, quote), vector in zip(found, weights, strict=False):
        text = without_dateline(quote)
        if index >= _DEPTH or not stands_alone(text) or furniture(text) or furniture(quote):
            continue
        if not coheres(quote, articles[entry.id]):
            continue
        central = likeness(vector, middles[entry.voice])
        score = central / (1 + 0.12 * index)
        score *= 0.25 if names_a_relative_day(text) else 1.0
        score *= 0.6 if LOADED.search(text) else 1.0
        yield _Candidate(
            entry=entry,
            index=index,
            quote=quote,
            text=text,
            vector=vector,
            centrality=central,
            heads=likeness(vector, head),
            score=round(score, 9),
        )


def _sentences(entry: Entry, split: Callable[[str], list[str]]) -> Iterator[tuple[int, str]]:
    """An entry's sentences with their places; only such as stand in its text word for word."""
    whole = folded(entry.text)
    parts = (folded(part) for paragraph in entry.paragraphs() for part in split(folded(paragraph)))
    return enumerate(part for part in parts if part and part in whole)


def _sentence(candidate: _Candidate) -> Sentence:
    return Sentence(
        text=candidate.text,
        quote=candidate.quote,
        entry=candidate.entry.id,
        outlet=candidate.entry.outlet,
        url=candidate.entry.url,
    )
