"""Vetoes: what keeps two events apart however alike their words are.

"Brannock wins Ohio" and "Sundquist wins Iowa" share a template; the slots of the template tell them apart. A title
names what its piece is about, so two texts *clash* where each title names something (a place, a person, a numbered
thing) that the other piece does not speak of at all, in its title or its text. One event reported with two place names
does not clash: the longer text names both. And where two titles share half of their words ("House passes flood
insurance bill", "House passes crop insurance bill"), whatever words fill the rest are slots. Last, two texts clash
that were published days apart and each name another day on which it happened: a verdict and its sentence; and a
portrait or an explainer clashes with what is told days after it.

Vetoes hold between groups, not between pairs: a pair that is kept apart alone is welded together again by a third.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from newsletter.curate.events.circumstances import Circumstances, numbered
from newsletter.curate.events.weights import matrix
from newsletter.curate.text.acts import teases
from newsletter.curate.text.aliases import ALIASES, PLACES
from newsletter.curate.text.anchors import anchors, tallies
from newsletter.curate.text.entities import places, sound, title_names
from newsletter.curate.text.stems import stem
from newsletter.curate.text.terms import words
from newsletter.domain.entry import Entry

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from newsletter.curate.events.blocks import Blocks

#: Two groups clash where more than this share of the pairs between them does.
CLASHING = 0.5
#: Titles follow one template where they share this many words, and this share of the shorter one's.
TEMPLATE_WORDS, TEMPLATE_SHARE = 2, 0.4
#: Texts tell of two days where they were published so many days apart, and what they tell happened so many apart.
PUBLISHED_APART, HAPPENED_APART = 2.5, 2.0
#: A piece that asks or explains is of no event that another reports so many days later.
ASKED_BEFORE = 1.5
#: What a text does not speak of says nothing where the text has fewer distinct terms than the first number; or than the
#: second between pieces of one newsroom, which seldom tells one event twice in one template.
SPEAKS, SPEAKS_AT_HOME = 24, 12
#: Of one newsroom's two titles of one template, each text may speak of so much of what fills the other's slots: the
#: fall of a minister is told with a word on that of his colleague.
BY_CHANCE = 1 / 3
#: Where a title names no place, the place is looked for in so many terms of the text, where datelines have it.
FIRST_WORDS = 12
#: Numbered things are looked for in so many characters of a text.
OPENING = 300


@dataclass(frozen=True, slots=True)
class Slots:
    """What one text is about, and all that it speaks of."""

    names: frozenset[str]
    places: frozenset[str]
    anchors: frozenset[str]
    #: The counts of votes in title and opening.
    tallies: frozenset[str]
    #: The stems of the title.
    title: frozenset[str]
    #: When it was published, and the last day before that of the weekday that it names, in days since 1970.
    day: float | None
    happened: float | None
    #: Its newsroom; None where several carry it.
    voice: str | None
    #: Whether its title asks or explains instead of telling.
    asks: bool
    #: The distinct terms of title and text.
    terms: frozenset[str]
    #: Title and head of the text, as written.
    opening: str


def slots(entry: Entry, told: Circumstances, title: Sequence[str], body: Sequence[str]) -> Slots:
    """The slots of an entry, given its circumstances and the terms of its title and text."""
    # A newsroom that names itself says nothing of the event.
    own = _own_name(entry.outlet)
    title_terms = [word for word in title if word not in own]
    happened = None
    if told.day is not None and told.weekday is not None:
        # 1 January 1970 was a Thursday, weekday 3.
        today = math.floor(told.day)
        happened = float(today - (today + 3 - told.weekday) % 7)
    names = title_names(entry.title, entry.text) - own
    return Slots(
        title=frozenset(map(stem, title_terms)),
        day=told.day,
        happened=happened,
        voice=told.voice,
        asks=teases(entry.title),
        names=names.union(filter(None, map(sound, names))),
        places=places(title_terms) or places(body[:FIRST_WORDS]),
        anchors=anchors(entry.title),
        tallies=tallies(f"{entry.title}. {entry.text[:OPENING]}"),
        terms=frozenset((*title, *body)),
        opening=f"{entry.title} {entry.text[:OPENING]}",
    )


@lru_cache(maxsize=1 << 12)
def _own_name(outlet: str) -> frozenset[str]:
    return frozenset(words(outlet))


def clashes(blocks: Blocks, about: Sequence[Slots]) -> NDArray[Any]:
    """For each cell of some components how much its two texts clash; ``about`` has the slots of each of their texts.

    0 for not at all, 1 where each is silent on what the other is about, 2 where they give two counts of votes: what is
    said weighs more than what is not.
    """
    import numpy as np

    clash = np.zeros(len(blocks.one), dtype=bool)
    if all(len(members) == 1 for members in blocks.members):
        return clash
    one, other = blocks.one, blocks.other
    filled = {term for each in about for term in (*each.names, *each.places, *each.anchors, *each.title)}
    columns = {term: number for number, term in enumerate(sorted(filled))}
    spoken = _spoken(blocks, about, columns)
    voices = numbered([each.voice for each in about])
    at_home = (voices[one] == voices[other]) & (voices[one] >= 0)

    def silent(kind: Sequence[frozenset[str]]) -> NDArray[Any]:
        """Where each title has something of a kind that the other text does not speak of at all."""
        has = np.array([bool(each) for each in kind])
        if not has.any():
            return np.zeros(len(one), dtype=bool)
        unsaid = blocks.products(matrix(kind, columns), spoken) == 0
        found: NDArray[Any] = unsaid & blocks.turned(unsaid) & has[one] & has[other]
        return found

    for kind in ([each.names for each in about], [each.places for each in about], [each.anchors for each in about]):
        clash |= silent(kind)
    # One newsroom's two reports from one state are parted by what they name in it.
    clash |= at_home & silent([each.names - PLACES for each in about])
    titles = matrix([each.title for each in about], columns)
    length = np.array([len(each.title) for each in about])
    shared = blocks.products(titles, titles)
    # Of this title the other text speaks of what the titles share, and of next to nothing else.
    allowed = np.where(at_home, BY_CHANCE, 0.0) * (length[one] - shared)
    only = blocks.products(titles, spoken) - shared <= allowed + 1e-9
    shorter = np.minimum(length[one], length[other])
    template = (shared >= TEMPLATE_WORDS) & (shared >= TEMPLATE_SHARE * shorter) & (shared < shorter)
    terms = np.array([len(each.terms) for each in about])
    speaks = np.minimum(terms[one], terms[other]) >= np.where(at_home, SPEAKS_AT_HOME, SPEAKS)
    clash |= template & only & blocks.turned(only) & speaks
    days, happened = (
        np.array([np.nan if day is None else day for day in known])
        for known in ([each.day for each in about], [each.happened for each in about])
    )
    later = np.nan_to_num(np.abs(days[one] - days[other])) >= PUBLISHED_APART
    clash |= later & (np.nan_to_num(np.abs(happened[one] - happened[other])) >= HAPPENED_APART)
    # A portrait or an explainer tells nothing of what came to pass after it.
    asks = np.array([each.asks for each in about])
    after = np.nan_to_num(days[other] - days[one]) >= ASKED_BEFORE
    before = asks[one] & ~asks[other] & after
    clash |= before | blocks.turned(before)
    return np.where(_count_otherwise(blocks, about), 2, clash.astype(np.int8))


def _count_otherwise(blocks: Blocks, about: Sequence[Slots]) -> NDArray[Any]:
    """Where two texts each give a count of votes, and not the same."""
    import numpy as np

    counted = [each.tallies for each in about]
    has = np.array([bool(each) for each in counted])
    columns = {tally: number for number, tally in enumerate(sorted(frozenset().union(*counted)))}
    if not columns:
        return np.zeros(len(blocks.one), dtype=bool)
    rows = matrix(counted, columns)
    found: NDArray[Any] = (blocks.products(rows, rows) == 0) & has[blocks.one] & has[blocks.other]
    return found


def _spoken(blocks: Blocks, about: Sequence[Slots], columns: dict[str, int]) -> Any:  # noqa: ANN401 - scipy has no types
    """One row a text, 1 for each thing that it speaks of and that has a column, by whatever word for it."""
    forms = {
        word: found
        for word in frozenset().union(*(each.terms for each in about))
        if (found := columns.keys() & {ALIASES.get(word, word), stem(word), sound(word)})
    }
    numbered_in = {number for number, each in zip(blocks.block.tolist(), about, strict=True) if each.anchors}
    rows = []
    for number, each in zip(blocks.block.tolist(), about, strict=True):
        found = set().union(*(forms[word] for word in each.terms & forms.keys()))
        # Few titles have a number that others could speak of.
        rows.append(found | anchors(each.opening) if number in numbered_in else found)
    return matrix(rows, columns)
