# ruff: noqa: RUF001 - outlets set quotation marks as typographers do
"""Lines that one outlet prints again and again under different news: its furniture, whatever their words are.

Counted within an outlet only. What several outlets repeat is news, and what one outlet repeats on one event is its own
earlier report; so a line must stand in entries of several stories.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsletter.collect.sentences import sentences
from newsletter.domain.entry import Entry, Removed

#: In so many stories of one outlet a line must stand.
_STORIES = 3
#: Words. "He refused." may be said thrice.
_SHORTEST = 4
#: So many different lines an outlet may print below a report that is shorter than they are.
_BELOW = 3
#: A cheap cut, at least wherever a sentence ends.
_END = re.compile(r"(?<=[.!?…])[\"”’')\]]*\s+")
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_RULE = "repeated"


def repeated_lines(groups: Sequence[Sequence[Entry]]) -> frozenset[tuple[str, str]]:
    """Outlet and line, in the form of ``normalised``, of each line that stands in three or more groups of one outlet.

    A group is a story: entries that are about one event.
    """
    pieces: dict[tuple[str, str], set[int]] = defaultdict(set)
    for number, entry in _numbered(groups):
        for paragraph in _paragraphs(entry):
            for piece in _END.split(paragraph):
                pieces[entry.outlet, normalised(piece)].add(number)
    # Only where a piece is repeated is it worth knowing where sentences really end.
    often = {key for key, stories in pieces.items() if len(stories) >= _STORIES}
    lines: dict[tuple[str, str], set[int]] = defaultdict(set)
    for number, entry in _numbered(groups):
        for paragraph in _paragraphs(entry):
            if any((entry.outlet, normalised(piece)) in often for piece in _END.split(paragraph)):
                for line in sentences(paragraph):
                    lines[entry.outlet, normalised(line)].add(number)
    return frozenset(
        (outlet, line)
        for (outlet, line), stories in lines.items()
        if len(stories) >= _STORIES and len(line.split()) >= _SHORTEST
    )


def without_repeated(entry: Entry, repeated: frozenset[tuple[str, str]]) -> Entry:
    """The entry without the lines that its outlet repeats; they are among those removed, by the rule ``repeated``.

    An entry of which no sentence of its own would be left stays as it is, and so does one that is mostly such lines and
    has more than three different ones: it is the same piece again, and no furniture. Fewer may well be longer than a
    teaser above them.
    """
    if not any(outlet == entry.outlet for outlet, _ in repeated):
        return entry
    content, from_content = _cut(entry.content, entry.outlet, repeated)
    summary, from_summary = _cut(entry.summary, entry.outlet, repeated)
    if not (from_content or from_summary):
        return entry
    if _is_the_same_again(entry.text, content or summary, from_content if entry.content else from_summary):
        return entry
    struck = (Removed(text=line, rule=_RULE) for line in [*from_summary, *from_content])
    return replace(entry, content=content, summary=summary, removed=tuple(dict.fromkeys([*entry.removed, *struck])))


def normalised(line: str) -> str:
    """The form in which two lines are the same line: capitals, spaces and the shape of marks make no difference."""
    folded = line.casefold()
    return " ".join((folded if folded.isascii() else folded.translate(_STRAIGHT)).split())


def _is_the_same_again(text: str, left: str, struck: Sequence[str]) -> bool:
    """Whether a text of which so much is left is a piece that its outlet gives again."""
    if not struck:
        return False
    if not any(len(line.split()) >= _SHORTEST for paragraph in left.split("\n\n") for line in sentences(paragraph)):
        return True
    return len(left) * 2 < len(text) and len({normalised(line) for line in struck}) > _BELOW


def _numbered(groups: Sequence[Sequence[Entry]]) -> Iterator[tuple[int, Entry]]:
    return ((number, entry) for number, group in enumerate(groups) for entry in group)


def _paragraphs(entry: Entry) -> Iterator[str]:
    """Those of its full text and of its short text."""
    return (p for text in (entry.content, entry.summary) for p in text.split("\n\n") if p)


def _cut(text: str, outlet: str, repeated: frozenset[tuple[str, str]]) -> tuple[str, list[str]]:
    kept: list[str] = []
    struck: list[str] = []
    for paragraph in filter(None, text.split("\n\n")):
        lines = sentences(paragraph)
        again = [line for line in lines if (outlet, normalised(line)) in repeated]
        struck += again
        if not again:
            kept.append(paragraph)
        elif len(again) < len(lines):
            kept.append(" ".join(line for line in lines if line not in again))
    return "\n\n".join(kept), struck
