# ruff: noqa: RUF001 - outlets set quotation marks as typographers do
"""Lines that one outlet prints again and again under different news: its furniture, whatever their words are.

Counted within an outlet only. What several outlets repeat is news, and what one outlet repeats on one event is its own
earlier report; so a line must stand in entries of several stories.
"""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple, TypeAlias

from newsletter.collect.furniture.again import Print, paragraphs_again
from newsletter.collect.sentences import sentences
from newsletter.domain.entry import Entry, Removed

#: In so many stories of one outlet a line must stand.
_STORIES = 3
#: Words. "He refused." may be said thrice.
_SHORTEST = 4
#: So many different lines an outlet may print below a report that is shorter than they are.
_BELOW = 3
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_RULE = "repeated"
#: Parts a paragraph into sentences.
_Split: TypeAlias = Callable[[str], list[str]]


def without_repeated_lines(groups: Sequence[Sequence[Entry]]) -> list[list[Entry]]:
    """The entries of each group, in order, without the lines that stand in three or more groups of their outlet.

    A group is a story: entries that are about one event. What is struck out is among what was removed, by the rule
    ``repeated``. An entry of which no sentence of its own would be left stays as it is, and so does one that is mostly
    such lines and has more than three different ones: it is the same piece again, and no furniture. Fewer may well be
    longer than a teaser above them.
    """
    split = cache(sentences)
    suspects = _suspects(groups)
    repeated = _repeated(suspects, split)
    of_outlet: defaultdict[str, set[str]] = defaultdict(set)
    for outlet, line in repeated:
        of_outlet[outlet].add(line)
    asked = {id(entry): paragraphs for _, entry, paragraphs in suspects if entry.outlet in of_outlet}
    return [
        [
            _without(entry, of_outlet[entry.outlet], asked[id(entry)], split) if id(entry) in asked else entry
            for entry in group
        ]
        for group in groups
    ]


def repeated_lines(groups: Sequence[Sequence[Entry]]) -> frozenset[tuple[str, str]]:
    """Outlet and line, as ``normalised``, of each line that stands in three or more groups of one outlet."""
    return _repeated(_suspects(groups), sentences)


def without_repeated(entry: Entry, repeated: frozenset[tuple[str, str]]) -> Entry:
    """The entry without those of these lines that are its outlet's, as in ``without_repeated_lines``."""
    lines = {line for outlet, line in repeated if outlet == entry.outlet}
    return _without(entry, lines, frozenset(_paragraphs(entry)), sentences) if lines else entry


def normalised(line: str) -> str:
    """The form in which two lines are the same line: capitals, spaces and the shape of marks make no difference."""
    folded = line.casefold()
    return " ".join((folded if folded.isascii() else folded.translate(_STRAIGHT)).split())


class _Suspect(NamedTuple):
    """An entry, and those of its paragraphs that may hold a line of furniture."""

    group: int
    entry: Entry
    paragraphs: frozenset[str]


def _suspects(groups: Sequence[Sequence[Entry]]) -> list[_Suspect]:
    groups_of: defaultdict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for entry in group:
            groups_of[entry.outlet].add(number)
    numbered = [
        (number, entry)
        for number, group in enumerate(groups)
        for entry in group
        if len(groups_of[entry.outlet]) >= _STORIES
    ]
    # Its full text and its short text.
    prints = [Print(e.outlet, n, text) for n, e in numbered for text in (e.content, e.summary)]
    found: defaultdict[int, set[str]] = defaultdict(set)
    for place, paragraph in paragraphs_again(prints, stories=_STORIES, words=_SHORTEST):
        found[place // 2].add(paragraph)
    return [_Suspect(*numbered[place], frozenset(paragraphs)) for place, paragraphs in sorted(found.items())]


def _repeated(suspects: Iterable[_Suspect], split: _Split) -> frozenset[tuple[str, str]]:
    groups: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for group, entry, paragraphs in suspects:
        for paragraph in paragraphs:
            for line in split(paragraph):
                groups[entry.outlet, normalised(line)].add(group)
    return frozenset(
        (outlet, line)
        for (outlet, line), found in groups.items()
        if len(found) >= _STORIES and len(line.split()) >= _SHORTEST
    )


def _paragraphs(entry: Entry) -> Iterator[str]:
    """Those of its full text and of its short text."""
    return (p for text in (entry.content, entry.summary) for p in text.split("\n\n") if p)


def _without(entry: Entry, lines: Container[str], suspect: Container[str], split: _Split) -> Entry:
    content, from_content = _cut(entry.content, lines, suspect, split)
    summary, from_summary = _cut(entry.summary, lines, suspect, split)
    if not (from_content or from_summary):
        return entry
    if _is_the_same_again(entry.text, content or summary, from_content if entry.content else from_summary):
        return entry
    struck = (Removed(text=line, rule=_RULE) for line in [*from_summary, *from_content])
    return replace(entry, content=content, summary=summary, removed=tuple(dict.fromkeys([*entry.removed, *struck])))


def _is_the_same_again(text: str, left: str, struck: Sequence[str]) -> bool:
    """Whether a text of which so much is left is a piece that its outlet gives again."""
    if not struck:
        return False
    if not any(len(line.split()) >= _SHORTEST for paragraph in left.split("\n\n") for line in sentences(paragraph)):
        return True
    return len(left) * 2 < len(text) and len({normalised(line) for line in struck}) > _BELOW


def _cut(text: str, lines: Container[str], suspect: Container[str], split: _Split) -> tuple[str, list[str]]:
    """What is left of a text without some lines, looked for in the suspect paragraphs; and the lines cut out."""
    kept: list[str] = []
    struck: list[str] = []
    for paragraph in filter(None, text.split("\n\n")):
        own = split(paragraph) if paragraph in suspect else []
        again = [line for line in own if normalised(line) in lines]
        struck += again
        if not again:
            kept.append(paragraph)
        elif len(again) < len(own):
            kept.append(" ".join(line for line in own if line not in again))
    return "\n\n".join(kept), struck
