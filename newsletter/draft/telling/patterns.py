"""Many patterns of words, counted in many short texts.

To try each pattern at each letter is slow. A pattern is a choice of alternatives, and most of them are one word: how
often those stand in a word is found once for each word of the language. Only where the first word of a longer
alternative stands before its second is the pattern as a whole tried on the text.
"""

import re
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

#: Stand before and after words, and no pattern reads them.
_AROUND = ",;:\"()[]'\u201c\u201d\u2018\u2019"
#: An alternative goes on after its first word where one of these stands in it, outside of any bracket.
_GOES_ON = re.compile(r" |\[- \]")
#: So many plain words are remembered; a language has fewer, and what comes after costs a little more.
_PLAIN = 1 << 16


class Patterns:
    """Patterns of words, of any case. Each stands apart from what is around it: no letter and no hyphen touches it.

    A pattern is a regular expression in which a space is written as one, alone or in ``[- ]``; a choice within a word
    stands in brackets.
    """

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = [_compiled(pattern) for pattern in patterns]
        short = [[one for one in _alternatives(pattern) if not _is_longer(one)] for pattern in patterns]
        longer = [[one for one in _alternatives(pattern) if _is_longer(one)] for pattern in patterns]
        heads = [[_head(one, words=1) for one in some] for some in longer]
        self._short = [_compiled("|".join(some)) if some else None for some in short]
        self._heads = _beginning("|".join(one for some in heads for one in some))
        self._pairs = [_beginning("|".join(_head(one, words=2) for one in some)) if some else None for some in longer]
        self._any = _beginning("|".join(one for some in (*short, *heads) for one in some))
        # To take no notice of case would take ten times as long.
        self._any_in_lower_case = re.compile(self._any.pattern)
        #: Words in which no pattern stands or begins.
        self._plain: set[str] = set()
        self._of_word = lru_cache(maxsize=1 << 16)(self._look_at_word)
        self._of_pair = lru_cache(maxsize=1 << 16)(self._look_at_pair)

    def counts(self, text: str) -> dict[int, int]:
        """How often each pattern stands in a text, by its place; no match overlaps another of the same pattern."""
        counts: dict[int, int] = {}
        longer: set[int] = set()
        words = text.split()
        plain = self._plain
        for number in [number for number, word in enumerate(words) if word not in plain]:
            found = self._of_word(words[number])
            if found is None:
                if len(plain) < _PLAIN:
                    plain.add(words[number])
            else:
                for place, count in found[0]:
                    counts[place] = counts.get(place, 0) + count
                if found[1]:
                    longer.update(self._of_pair(" ".join(words[number : number + 2])))
        for place in sorted(longer):
            counts[place] = len(self._patterns[place].findall(text))
        return counts

    def found(self, text: str, places: Container[int]) -> list[str]:
        """The words of a text in which these patterns stand, as written, in no particular order."""
        said: list[str] = []
        longer: set[int] = set()
        words = text.split()
        for number in [number for number, word in enumerate(words) if word not in self._plain]:
            look = self._of_word(words[number])
            if look is None:
                continue
            if any(place in places for place, _ in look[0]):
                said.append(words[number].strip(_AROUND))
            if look[1]:
                longer.update(place for place in self._of_pair(" ".join(words[number : number + 2])) if place in places)
        for place in sorted(longer):
            said.extend(match[0] for match in self._patterns[place].finditer(text))
        return said

    def _look_at_word(self, word: str) -> tuple[list[tuple[int, int]], bool] | None:
        """How often each pattern stands in a word, and whether any may begin there and go on."""
        word = word.strip(_AROUND)
        if not (self._any_in_lower_case.search(word.lower()) if word.isascii() else self._any.search(word)):
            return None
        found = [(n, count) for n, short in enumerate(self._short) if short and (count := len(short.findall(word)))]
        return found, bool(self._heads.search(word))

    def _look_at_pair(self, words: str) -> list[int]:
        """The places of the patterns that may begin in the first of two words, and go on."""
        return [n for n, pair in enumerate(self._pairs) if pair and pair.search(words)]


def _compiled(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


def _beginning(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{words})", re.IGNORECASE)


def _alternatives(pattern: str) -> list[str]:
    """The choices of a pattern.

    >>> _alternatives("polls?|attack (?:ads|lines)")
    ['polls?', 'attack (?:ads|lines)']
    """
    parts = [""]
    for sign, depth in _with_depth(pattern):
        if sign == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def _is_longer(alternative: str) -> bool:
    """Whether it reads more than one word."""
    return " " in alternative


def _head(alternative: str, *, words: int) -> str:
    """The part of a longer alternative that stands in its first word, or first two.

    >>> _head("running[- ]mate", words=1), _head("(?<!white )house(?! arrest)", words=2)
    ('running', 'house')
    """
    # What must or must not stand around it is asked when the whole is tried.
    bare = re.sub(r"\(\?<?[!=][^()]*\)", "", alternative)
    depths = [depth for _, depth in _with_depth(bare)]
    ends = [end.start() for end in _GOES_ON.finditer(bare) if not depths[end.start()]]
    return bare[: ends[words - 1]] if len(ends) >= words else bare


def _with_depth(pattern: str) -> Iterator[tuple[str, int]]:
    """Each sign, and in how many round brackets it stands."""
    depth = 0
    for sign in pattern:
        depth -= sign == ")"
        yield sign, depth
        depth += sign == "("
