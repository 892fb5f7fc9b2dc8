"""Background: how common each term is in the news of the weeks before, so that one week's rarity is seen in its light.

A name in thirty of three hundred entries is this week's news where the month before had it in two, and the furniture
of politics where it had it in sixty. A background is a named input: it is frozen with the draft that it helped to make,
so that the draft can be made again.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType

from newsletter.curate.text.stems import stem
from newsletter.curate.text.terms import body_terms, title_terms
from newsletter.domain.continuity import WordCounts
from newsletter.domain.entry import Entry

#: So many terms, the most common, are kept of a week: what is rarer is rare in the light of any week.
MOST_TERMS = 5_000
#: A term in fewer entries than this is not worth keeping.
FEWEST = 2


@dataclass(frozen=True, slots=True)
class Background:
    """How many of some entries use each term."""

    #: Such as ``2026-10``.
    name: str
    #: How many entries were counted; 0 or more.
    entries: int
    #: Term to the number of entries that use it, each 1 to ``entries``.
    counts: Mapping[str, int]

    @classmethod
    def of(cls, name: str, entries: Iterable[Entry]) -> Background:
        """Count the terms of entries, in whatever order they come; copies count once."""
        own = [entry for entry in entries if not entry.copy_of]
        counts = Counter(chain.from_iterable(map(_used_by, own)))
        common = (item for item in counts.items() if item[1] >= FEWEST)
        frozen = dict(sorted(sorted(common, key=lambda item: (-item[1], item[0]))[:MOST_TERMS]))
        return cls(name=name, entries=len(own), counts=MappingProxyType(frozen))

    @classmethod
    def over(cls, weeks: Mapping[str, WordCounts]) -> Background | None:
        """The weeks' counts together, under their names; None where nothing was counted."""
        counted = {name: words for name, words in sorted(weeks.items()) if words.entries}
        if not counted:
            return None
        summed: Counter[str] = Counter()
        for words in counted.values():
            summed.update(words.counts)
        names = list(counted)
        return cls(
            name=names[0] if len(names) == 1 else f"{names[0]} to {names[-1]}",
            entries=sum(words.entries for words in counted.values()),
            counts=MappingProxyType(dict(sorted(summed.items()))),
        )

    @property
    def words(self) -> WordCounts:
        """The counts alone, as an issue keeps them."""
        return WordCounts(entries=self.entries, counts=dict(self.counts))

    @property
    def named(self) -> str:
        """The background for a person, such as ``2026-W43 to 2026-W46, 18211 entries, 3f5a…``."""
        return f"{self.name}, {self.entries} entries, {self.digest}"

    @property
    def digest(self) -> str:
        """A name for exactly these counts, 64 hexadecimal digits, the same on every machine."""
        lines = [f"{self.name}\t{self.entries}", *(f"{term}\t{count}" for term, count in sorted(self.counts.items()))]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _used_by(entry: Entry) -> set[str]:
    """The terms that an entry uses, however often."""
    return set(map(stem, chain(title_terms(entry), body_terms(entry))))
