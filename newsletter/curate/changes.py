"""Changes: what a story tells that earlier letters have not, with the sentence that says so.

A story is worth telling again when something has changed: somebody is named, counted or dated who was not, or the
matter has another status. New words for the same facts are no change.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsletter.curate.profiles import Profile
from newsletter.curate.text.acts import telling
from newsletter.curate.text.facts import YEAR, Facts, deltas, facts, transitions
from newsletter.curate.text.terms import words
from newsletter.domain.continuity import PastStory
from newsletter.domain.entry import Entry, EntryId, Licence
from newsletter.domain.sentence import Sentence
from newsletter.domain.story import Story

#: Below this place in an article news has become background.
_DEPTH = 8
#: A sentence of which an earlier one has this share of the words says what was told.
_TOLD = 0.6
#: A sentence that has less of the story's profile is an aside.
_CENTRAL = 0.15
#: What a sentence on earlier years is worth, beside one that names none.
_LONG_AGO = 0.2
#: From so many newsrooms on, what only one of them states is a detail and no development.
_CORROBORATED = 3
#: What each kind of new fact is worth.
_STATE, _NUMBER, _NAME, _DATE = 1.0, 0.5, 0.5, 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How sentences are read; the stage that prints them lends its rules."""

    #: Parts a paragraph into its sentences, each as it stands there.
    split: Callable[[str], Sequence[str]]
    #: Names the rule by which a sentence is no news, or None.
    furniture: Callable[[str], str | None]
    #: Whether a reader who sees only this sentence is told something whole.
    stands_alone: Callable[[str], bool]
    #: The sentence of an entry as it is printed, such as without its dateline.
    shown: Callable[[str, Entry], str] = lambda sentence, _: sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is new in a story since it was told."""

    #: Whether anything is.
    material: bool
    #: The sentence that tells it; None where none may be quoted, or none stands alone.
    sentence: Sentence | None = None
    #: For the editor, such as ``was charged, now convicted``; may be empty.
    figures: tuple[str, ...] = ()


def change(story: Story, profile: Profile, told: Sequence[PastStory], reading: Reading) -> Change:
    """What a story tells that the earlier tellings of its storyline, at least one, have not.

    Entries that an earlier letter was told by are no evidence: they were known. Neither are pieces that may not be
    quoted, but for their titles.
    """
    printed = [line for past in told for line in (past.headline, *past.told)]
    known = facts(printed)
    # What a story was about was known, though it was not printed.
    about = frozenset(term for past in told for term in past.profile)
    seen = frozenset(entry for past in told for entry in past.entries)
    new = [entry for entry in story.entries if entry.id not in seen and entry.kind.tells]
    lines = {entry.id: list(_sentences(entry, reading)) for entry in new}
    stated = _stated(new, lines)
    enough = 2 if len(stated) >= _CORROBORATED else 1
    old = [frozenset(words(line)) for line in printed]

    def worth(text: str) -> float:
        here = facts([text])
        again = any(here.words and len(here.words & line) >= _TOLD * len(here.words) for line in old)
        return _worth(here, known, about, list(stated.values()), enough=enough, again=again)

    best: tuple[float, tuple[bool, EntryId, int], Entry, str] | None = None
    for entry in new:
        for place, quote in lines[entry.id] if entry.licence is Licence.EXCERPT else ():
            text = reading.shown(quote, entry)
            if reading.furniture(quote) or reading.furniture(text) or not reading.stands_alone(text):
                continue
            central = _centrality(text, profile)
            weight = worth(text) * central / (1 + 0.12 * place) if central >= _CENTRAL else 0.0
            # What was decided has changed more than what is said of it, and what was in another year has not at all.
            weight = round(weight * (0.5 + telling(text).value) * (_LONG_AGO if _of_old(text, entry) else 1.0), 9)
            candidate = (-weight, (entry.copy_of is not None, entry.id, place), entry, text)
            if weight > 0 and (best is None or candidate[:2] < best[:2]):
                best, quoted = candidate, quote
    if best is None:
        return Change(material=any(worth(entry.title) for entry in new if entry.title))
    _, _, entry, text = best
    now = facts([text])
    sentence = Sentence(text=text, quote=quoted, entry=entry.id, outlet=entry.outlet, url=entry.url)
    return Change(material=True, sentence=sentence, figures=transitions(known, now) + deltas(known, now))


def _worth(
    here: Facts, known: Facts, about: frozenset[str], stated: Sequence[Facts], *, enough: int, again: bool
) -> float:
    """How much is new in what a sentence states, of what enough newsrooms state; 0 for nothing.

    A sentence that says again what was told may do so with another number or status, and that is the news; a name or
    a date more is not.
    """
    states = any(sum(state in each.states for each in stated) >= enough for state in here.states - known.states)
    numbers = any(
        sum(number in each.numbers for each in stated) >= enough
        for number in here.numbers - known.numbers
        if number not in about
    )
    names = not again and any(
        sum(each.words.issuperset(name) for each in stated) >= enough
        for name in here.names
        if not any(word in known.words or word in about for word in name)
    )
    dates = not again and any(sum(day in each.dates for each in stated) >= enough for day in here.dates - known.dates)
    return _STATE * states + _NUMBER * numbers + _NAME * names + _DATE * dates


def _stated(entries: Iterable[Entry], lines: dict[EntryId, list[tuple[int, str]]]) -> dict[str, Facts]:
    """What each newsroom states, in its titles and the openings of its texts."""
    said: dict[str, list[str]] = {}
    for entry in entries:
        said.setdefault(entry.voice, []).extend([entry.title, *(line for _, line in lines[entry.id])])
    return {voice: facts(texts) for voice, texts in sorted(said.items())}


def _centrality(text: str, profile: Profile) -> float:
    terms = set(words(text))
    return (
        round(math.fsum(profile.get(term, 0.0) for term in sorted(terms)) / math.sqrt(len(terms)), 6) if terms else 0.0
    )


def _of_old(text: str, entry: Entry) -> bool:
    """Whether a sentence names a year before that of its entry: then it tells what led up to the news."""
    return any(int(year) < entry.at.year for year in YEAR.findall(text))


def _sentences(entry: Entry, reading: Reading) -> Iterator[tuple[int, str]]:
    """The first sentences of an entry with their places, word for word as they stand there."""
    place = 0
    for paragraph in entry.paragraphs():
        for part in reading.split(" ".join(paragraph.split())):
            if place >= _DEPTH:
                return
            yield place, " ".join(part.split())
            place += 1
