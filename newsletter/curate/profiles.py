"""Profiles: what a story is about, as a few weighted terms that can be kept and compared months later.

The entries of a story are gone when the next letter is made; its profile stays in the issue. Titles say what a piece
is about, names say whom and where, and what is in every story of the week says nothing.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain

from newsletter.curate.text.facts import NAME
from newsletter.curate.text.terms import words
from newsletter.domain.entry import Entry
from newsletter.domain.story import Story, StoryId

#: Terms in a profile, at most.
LENGTH = 40
#: Only so many entries of a story are read, the earliest of each newsroom first.
ENTRIES = 8
#: Words of a text that are read: the lead.
LEAD = 50
#: A term of the title counts this many times.
TITLE = 3.0
#: A name, or a place, counts this many times; the words before its last one, such as a forename, a part.
NAMED, FORENAME = 1.6, 0.5
#: Characters of a text in which the lead is looked for.
_OPENING = LEAD * 12

#: In a week of few stories one saga is a large part of them; its words are held to be no commoner than in so many.
LEAST_POOL = 60

#: Term to weight, a direction of length one.
Profile = Mapping[str, float]


def profiles(stories: Sequence[Story]) -> dict[StoryId, Profile]:
    """The profile of each story of one week: the terms that tell it from the week's others, at most ``LENGTH``.

    Weights are rounded to six places. A story without a term has an empty profile. The order of stories plays no part.
    """
    counted = {story.id: _weights(story) for story in stories}
    used_in = Counter(chain.from_iterable(counted.values()))
    pool = max(LEAST_POOL, len(counted))
    rarity = {number: math.log((1 + pool) / number) for number in set(used_in.values())}
    rare = {term: rarity[number] for term, number in used_in.items()}
    return {story: _profile(weights, rare) for story, weights in counted.items()}


def alike(one: Profile, other: Profile) -> float:
    """How much two profiles tell the same matter, 0 to 1: their cosine without its single greatest part.

    One shared name, be it ever so heavy, makes no saga: whoever is in the news is so for several things at once.
    Rounded, so that every machine agrees on ties.
    """
    if len(other) < len(one):
        one, other = other, one
    shared = [weight * other[term] for term, weight in one.items() if term in other]
    return round(math.fsum(shared) - max(shared), 6) if shared else 0.0


def _profile(weights: Mapping[str, float], rare: Mapping[str, float]) -> Profile:
    heaviest = sorted((-round(weight * rare[term], 9), term) for term, weight in weights.items())[:LENGTH]
    length = math.sqrt(math.fsum(weight * weight for weight, _ in heaviest))
    return {term: round(-weight / length, 6) for weight, term in heaviest} if length else {}


def _weights(story: Story) -> dict[str, float]:
    """How much a story is about each term, before rarity: the mean over its newsrooms."""
    if len(story.entries) == 1:
        return _of_entry(story.entries[0])
    voices: dict[str, list[dict[str, float]]] = defaultdict(list)
    for entry in _read(story):
        voices[entry.voice].append(_of_entry(entry))
    summed: dict[str, list[float]] = defaultdict(list)
    for _, said in sorted(voices.items()):
        for weights in said:
            for term, weight in weights.items():
                summed[term].append(weight / len(said))
    # Most terms are one newsroom's.
    return {term: (math.fsum(parts) if len(parts) > 1 else parts[0]) / len(voices) for term, parts in summed.items()}


def _read(story: Story) -> list[Entry]:
    """The entries that are read: the earliest of each newsroom, then the second ones, and so on."""
    seen: Counter[str] = Counter()
    turns = []
    for place, entry in enumerate(story.entries):
        turns.append((seen[entry.voice], place))
        seen[entry.voice] += 1
    return [story.entries[place] for _, place in sorted(turns)[:ENTRIES]]


def _of_entry(entry: Entry) -> dict[str, float]:
    lead = " ".join(entry.text[:_OPENING].split()[:LEAD])
    weights = {term: 1 + math.log(count) if count > 1 else 1.0 for term, count in Counter(words(lead)).items()}
    for term in set(words(entry.title[:_OPENING])):
        weights[term] = weights.get(term, 0.0) + TITLE
    runs = [run.split(" ") for run in NAME.findall(lead)]
    names = {term for run in runs for term in _folded(run[-1])}
    # An abbreviation may fold otherwise beside other words: only terms that were counted are weighed.
    for term in names & weights.keys():
        weights[term] *= NAMED
    for term in ({term for run in runs for word in run[:-1] for term in _folded(word)} - names) & weights.keys():
        weights[term] *= FORENAME
    return weights


@lru_cache(maxsize=1 << 15)  # a week has few distinct names, each hundreds of times
def _folded(name: str) -> tuple[str, ...]:
    return tuple(words(name))
