"""Copies: one text that several newsrooms print, mostly because an agency wrote it.

Ten reprints of one wire story confirm nothing that the first did not say. They are found by how much of the shorter
text stands in the longer one word for word, whatever was cut, moved, retitled or put around it. Two newsrooms may print
one official's sentence, but never write the same sentences of their own: so of a short text only the outlet's own words
are compared (``brief``). All of them stay: a reader may learn who carried it. But they speak with one voice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from newsletter.collect.boilerplate import strip_furniture
from newsletter.collect.brief import house, is_house, own_words, signature, tells_of_its_title, unquoted
from newsletter.collect.origin import credited_to
from newsletter.collect.shingles import Runs, containment, likely_pairs, shared, shingles
from newsletter.domain.entry import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Of two texts of which one names its agency, so much of the shorter stands in the longer where they are copies.
CREDITED = 0.7
#: And so much where neither names one, or where the shorter is very short.
VERBATIM = 0.9
#: And so much where both name the same one: then an early and a later version of its report are one newsroom's too.
SIGNED_ALIKE = 0.5
#: Runs of five words that the shorter must have: with a credit, with one that makes up for brevity, and with none. Of
#: those that are shorter their own words decide.
FEWEST, FEWEST_VERBATIM, FEWEST_UNCREDITED = 20, 12, 60
#: Words of two texts that are alike from end to end, from which on they are copies. A line that is shorter may be
#: anybody's.
FEWEST_WORDS = 10
#: Two texts that share less than this are about different things, for all that a third holds both.
APART = 0.2
#: Between this and what is enough the furniture in either text may have made the difference.
_NEAR = 0.4


def with_copies(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries, of which those that repeat another family's text say so: ``copy_of`` and ``voice_of``.

    Each group of copies has a lead: the credited agency's own entry where there is one, else the earliest, then the
    longest, then that with the lesser id. Copies within one family alone are left as they are: they are one voice
    already. What the entries said of copies before is forgotten. In order of (at, id), whatever order they come in.
    """
    listed = sorted(
        (replace(entry, copy_of=None, voice_of="") if entry.copy_of else entry for entry in entries),
        key=lambda entry: (entry.at, entry.id),
    )
    leads: dict[int, int] = {}
    for group, lead in _Texts(listed).groups():
        if len({listed[n].family for n in group}) > 1:
            leads |= {n: lead for n in group if n != lead}
    return tuple(
        replace(entry, copy_of=listed[leads[n]].id, voice_of=listed[leads[n]].family) if n in leads else entry
        for n, entry in enumerate(listed)
    )


class _Texts:
    """The texts of a week, by their places, to be compared with each other."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._runs = shingles(entry.text for entry in entries)
        # Few entries are ever asked for either, and those again and again.
        self._credit = cache(self._find_credit)
        self._bare = cache(self._without_furniture)
        self._signature = cache(lambda n: signature(entries[n]))
        self._own = cache(self._own_words)
        self._tells = cache(lambda n: tells_of_its_title(entries[n]))
        self._dull = self._set_below_any_title()

    def groups(self) -> Iterator[tuple[list[int], int]]:
        """Places of entries that are one text, at least two each, and which of them leads."""
        neighbours: defaultdict[int, set[int]] = defaultdict(set)
        for one, other in likely_pairs(self._runs):
            if self._are_copies(one, other):
                neighbours[one].add(other)
                neighbours[other].add(one)
        for medley in [n for n in sorted(neighbours) if self._is_medley(n, neighbours[n])]:
            for other in neighbours.pop(medley):
                neighbours[other].discard(medley)
        seen: set[int] = set()
        for start in sorted(neighbours):
            group, waiting = [], [start]
            while waiting:
                if (here := waiting.pop()) not in seen:
                    seen.add(here)
                    group.append(here)
                    waiting.extend(neighbours[here])
            if len(group) > 1:
                yield group, self._lead(group)

    def _are_copies(self, one: int, other: int) -> bool:
        found = containment(self._runs[one], self._runs[other])
        if found < _NEAR:
            return False
        credited = self._credited(one, other)
        if _enough(found, self._runs[one], self._runs[other], credited=credited) or self._are_brief(one, other):
            return True
        bare = self._bare(one), self._bare(other)
        return _enough(containment(*bare), *bare, credited=credited)

    def _credited(self, one: int, other: int) -> bool:
        """Whether either of two names a newsroom that it is not: a known one, or the other, or both the same."""
        if self._credit(one) or self._credit(other):
            return True
        return bool(self._signature(one)) and self._signature(one) == self._signature(other)

    def _are_brief(self, one: int, other: int) -> bool:
        """Whether two texts, of which one at least is short, are copies by their outlets' own words."""
        if min(len(self._runs[one]), len(self._runs[other])) >= FEWEST_UNCREDITED:
            return False
        if one in self._dull or other in self._dull or not (self._tells(one) or self._tells(other)):
            return False
        enough_words = min(len(self._entries[n].text.split()) for n in (one, other)) >= FEWEST_WORDS
        if enough_words and _alike(self._runs[one], self._runs[other]):
            return True
        whole, own = zip(self._own(one), self._own(other), strict=True)
        if min(map(len, own)) >= FEWEST_VERBATIM and (found := containment(*own)) >= SIGNED_ALIKE:
            houses = {house(self._credit(n)) or self._signature(n) for n in (one, other)}
            return found >= VERBATIM or (len(houses) == 1 and houses != {""})
        return enough_words and _alike(*whole)

    def _set_below_any_title(self) -> frozenset[int]:
        """Places of the short texts that stand word for word below several titles, of most of which they do not tell.

        What a system sets below every piece ("All the news of the day from our desk") is nobody's report.
        """
        below: defaultdict[bytes, list[int]] = defaultdict(list)
        for n, runs in enumerate(self._runs):
            if 0 < len(runs) < FEWEST_UNCREDITED:
                below[runs.tobytes()].append(n)
        dull: set[int] = set()
        for places in below.values():
            titles = {self._entries[n].title: self._tells(n) for n in places} if len(places) > 1 else {}
            if len(titles) > 1 and 2 * sum(titles.values()) < len(titles):
                dull.update(places)
        return frozenset(dull)

    def _is_medley(self, whole: int, parts: set[int]) -> bool:
        """Whether a text holds several others that share nothing: a round-up of the day is no copy of its parts.

        One that an agency is credited with as a whole is no round-up, unless a part is credited to somebody else.
        """
        shorter = sorted((n for n in parts if len(self._runs[n]) < len(self._runs[whole])), key=self._by_length)
        return any(
            containment(self._runs[part], self._runs[shorter[0]]) < APART
            and (not self._credit(whole) or {self._credit(part), self._credit(shorter[0])} - {"", self._credit(whole)})
            for part in shorter[1:]
        )

    def _by_length(self, n: int) -> tuple[int, int]:
        return (-len(self._runs[n]), n)

    def _lead(self, group: Sequence[int]) -> int:
        named = {name for n in group for name in (self._credit(n), self._signature(n)) if name}
        own = [
            n
            for n in group
            if any(is_house(name, self._entries[n].outlet) or is_house(name, self._entries[n].family) for name in named)
        ]
        return min(own or group, key=lambda n: (self._entries[n].at, -len(self._entries[n].text), self._entries[n].id))

    def _find_credit(self, n: int) -> str:
        """Whom an entry credits: as its feed says, else as its lines do, those among them that were struck out."""
        entry = self._entries[n]
        lines = (entry.text, *(removed.text for removed in entry.removed))
        return entry.credited_to or credited_to(authors=entry.authors, source="", text="\n\n".join(lines))

    def _without_furniture(self, n: int) -> Runs:
        entry = self._entries[n]
        (bare,) = shingles([strip_furniture(entry.text, title=entry.title).text])
        return bare

    def _own_words(self, n: int) -> tuple[Runs, Runs]:
        """The runs of a text without what its outlet set around it, and those of them that nobody is quoted with."""
        own = own_words(self._entries[n])
        whole, rest = shingles([own, unquoted(own)])
        return whole, rest


def _alike(one: Runs, other: Runs) -> bool:
    """Whether two texts are the same from end to end, or all but."""
    both = shared(one, other)
    return both > 0 and both >= VERBATIM * (len(one) + len(other) - both)


def _enough(found: float, one: Runs, other: Runs, *, credited: bool) -> bool:
    """Whether two texts of which so much is shared are copies."""
    fewest = min(len(one), len(other))
    if not credited:
        return found >= VERBATIM and fewest >= FEWEST_UNCREDITED
    return found >= CREDITED and (fewest >= FEWEST or (found >= VERBATIM and fewest >= FEWEST_VERBATIM))
