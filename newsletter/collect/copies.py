"""Copies: one text that several newsrooms print, mostly because an agency wrote it.

Ten reprints of one wire story confirm nothing that the first did not say. They are found by how much of the shorter
text stands in the longer one word for word, whatever was cut, moved, retitled or put around it. All of them stay: a
reader may learn who carried it. But they speak with one voice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from newsletter.collect.boilerplate import strip_furniture
from newsletter.collect.origin import credited_to, newsroom
from newsletter.collect.shingles import Runs, containment, likely_pairs, shingles
from newsletter.domain.entry import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Of two texts of which one names its agency, so much of the shorter stands in the longer where they are copies.
CREDITED = 0.7
#: And so much where neither names one, or where the shorter is very short.
VERBATIM = 0.9
#: Runs of five words that the shorter must have: with a credit, with one that makes up for brevity, and with none. A
#: lead of one line may be anybody's.
FEWEST, FEWEST_VERBATIM, FEWEST_UNCREDITED = 20, 12, 60
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
        credited = bool(self._credit(one) or self._credit(other))
        return _enough(found, self._runs[one], self._runs[other], credited=credited) or _enough(
            containment(self._bare(one), self._bare(other)), self._bare(one), self._bare(other), credited=credited
        )

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
        credited = {_folded(self._credit(n)) for n in group} - {""}
        own = [n for n in group if {_folded(self._entries[n].outlet), _folded(self._entries[n].family)} & credited]
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


def _enough(found: float, one: Runs, other: Runs, *, credited: bool) -> bool:
    """Whether two texts of which so much is shared are copies."""
    fewest = min(len(one), len(other))
    if not credited:
        return found >= VERBATIM and fewest >= FEWEST_UNCREDITED
    return found >= CREDITED and (fewest >= FEWEST or (found >= VERBATIM and fewest >= FEWEST_VERBATIM))


def _folded(name: str) -> str:
    """A newsroom's name in the one spelling that is compared."""
    return (newsroom(name) or " ".join(name.split())).casefold().removeprefix("the ")
