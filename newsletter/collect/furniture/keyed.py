"""Many wordings looked for at once, and only those of which a line has a word.

A pattern of eighty alternatives takes Python as long on each line as splitting the line into words does eighty times
over. Most alternatives are known to be absent from the words alone.
"""

import re
from functools import cache

#: So many letters of a word tell which alternatives it may belong to, whatever its ending.
_STEM = 4
_OPTIONAL = re.compile(r"[-' ?]\?|\\b|\(\?:|[?()]")


class Keyed:
    """A pattern of alternatives, with the words one of which is in all that it finds; ``words`` are in lower case."""

    __slots__ = ("_anchored", "_loose", "_words")

    def __init__(self, pattern: re.Pattern[str], words: frozenset[str]) -> None:
        head, wordings = _alternatives(pattern.pattern)
        self._words = words
        #: By word: what must be searched for, and whether it tells of a line's beginning or end.
        self._loose: dict[str, tuple[str, int]] = {}
        self._anchored: dict[str, tuple[str, int]] = {}
        for word in words:
            own = [w for w in wordings if word[:_STEM] in _OPTIONAL.sub("", w).casefold()] or wordings
            for into, some in (
                (self._loose, [w for w in own if not _tells_of_an_end(w)]),
                (self._anchored, [w for w in own if _tells_of_an_end(w)]),
            ):
                if some:
                    into[word] = (f"{head}(?:{'|'.join(some)})", pattern.flags)

    def is_in(self, line: str, words: frozenset[str]) -> bool:
        """Whether the pattern finds something in a line whose words these are."""
        there = self._words & words
        return any(
            _compiled(*into[word]).search(line)
            for word in there
            for into in (self._loose, self._anchored)
            if word in into
        )

    def may_be_in_a_part(self, text: str, words: frozenset[str]) -> bool:
        """Whether it may find something in a part of a text: one that begins and ends where the text does not."""
        there = self._words & words
        return any(word in self._anchored for word in there) or any(
            _compiled(*self._loose[word]).search(text) for word in there if word in self._loose
        )


@cache  # one for each word of the vocabulary at most, and only those that occur
def _compiled(source: str, flags: int) -> re.Pattern[str]:
    return re.compile(source, flags & ~re.UNICODE)


def _tells_of_an_end(wording: str) -> bool:
    return bool(re.search(r"(?<!\\)\$|(?<![\\\[])\^|\\Z", wording))


def _alternatives(source: str) -> tuple[str, list[str]]:
    """What stands before the alternatives of a pattern, and they, parted at the outermost level."""
    head = ""
    if source.startswith(r"\b(?:") and source.endswith(")"):
        head, source = r"\b", source[len(r"\b(?:") : -1]
    parts = [""]
    depth, in_class, escaped = 0, False, False
    for sign in source:
        if sign == "|" and not (depth or in_class or escaped):
            parts.append("")
            continue
        parts[-1] += sign
        if escaped:
            escaped = False
        elif sign == "\\":
            escaped = True
        elif in_class:
            in_class = sign != "]"
        elif sign == "[":
            in_class = True
        else:
            depth += {"(": 1, ")": -1}.get(sign, 0)
    return head, parts
