# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""What holds an article together: the names, numbers and rare words that its sentences share.

A line that shares none with the rest, and does not lean on the sentence before it, is not part of the article: mostly
it is the headline of another piece. Common words say nothing here, because any two articles share them.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from newsletter.collect.normalise import word_set

#: Characters. Longer texts are compared by their beginning.
_LONGEST = 4_000
_WORD = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+(?:['’][^\W\d_]+)*")
#: Words that any two articles may share.
_COMMON = word_set(
    # Function words
    "a about above across after again against ago all almost alone along already also although always am amid among "
    "an and another any anyone anything are around as at away back be became because become been before behind "
    "being below between both but by came can cannot could did do does doing done down during each either else "
    "enough even ever every everyone everything far few for former from further gave get gets getting give given "
    "gives go goes going gone got had has have having he her here hers herself him himself his how however i if in "
    "include includes including indeed instead into is it its itself just keep kept know known knows last late "
    "later least less let like likely made make makes making many may maybe me might mine more moreover most mostly "
    "much must my myself near nearly need needs never next no nobody none nor not nothing now of off often on once "
    "one only onto or other others our ours out over own per perhaps put quite rather really s same see seem seen "
    "set several shall she should show shows since so some someone something soon still such t take taken takes "
    "than that the their theirs them themselves then there these they thing things this those though three through "
    "thus to together too took toward towards two under until up upon us use used using very via want wants was way "
    "we well went were what when where whether which while who whole whom whose why will with within without would "
    "yet you your yours re ll ve d m don doesn didn won isn aren wasn weren couldn wouldn shouldn hasn haven hadn "
    "ain "
    # What reports say and when
    "according added announced asked called calls came comes day days early end ended first found four five six "
    "seven eight nine ten hour hours january february march april june july august september october november "
    "december jan feb mar apr jun jul aug sep sept oct nov dec left long minute minutes monday tuesday wednesday "
    "thursday friday saturday sunday month months morning new news night old part people place report reported "
    "reports right said say saying says second start started story talk tell tells third time times today told "
    "tomorrow took turn turned week weekend weeks word words work working year years yesterday "
    # What headlines of all sorts are made of
    "amazing best better big biggest favourite favorite good great happen happened happens high home inside know "
    "latest life little live look looking looks love man men must never photos pictures place places reason reasons "
    "reveal revealed reveals says secret small surprising thing tips top try video watch ways woman women world "
    "worst read "
)
#: A line that opens with one of these goes on from the line before.
_LEANS = re.compile(
    r"\W*(?:he|she|they|it|his|her|hers|their|theirs|its|this|that|these|those|such|both|neither|nor|and|but|so|"
    r"then|yet|"
    r"still|instead|however|meanwhile|also|even so|by then|there|here|others?|another|the (?:two|three|four|latter|"
    r"former|"
    r"same)|none|some|most|many|all|each|one)\b(?!['’]s\b)",
    re.IGNORECASE,
)


@lru_cache(maxsize=1 << 12)  # a line is asked about once for each other line of its article
def rare_words(text: str) -> frozenset[str]:
    """The names, numbers and rare words of a text: folded to lower case, without possessives and plurals.

    >>> sorted(rare_words("The Senate's 1,200 reservoirs say more."))
    ['1200', 'reservoir', 'senate']
    """
    found = map(_folded, _WORD.findall(text[:_LONGEST].lower()))
    return frozenset(word for word in found if len(word) > 1 and word not in _COMMON)


def leans_on_the_line_before(line: str) -> bool:
    """Whether a line opens with a word that only the line before it can explain."""
    return bool(_LEANS.match(line))


def coheres(sentence: str, rest: Iterable[str]) -> bool:
    """Whether a sentence belongs to an article: it shares a name, number or rare word with the rest, or leans on it.

    ``rest`` is the title and the other sentences or paragraphs; one that is the sentence itself does not count. A
    sentence without any rare word, and one without a rest, belong to it.
    """
    return leans_on_the_line_before(sentence) or shares(sentence, rest)


def shares(line: str, rest: Iterable[str]) -> bool:
    """Whether a line has a rare word in common with the rest, wherever it leans; so has one without rare words."""
    own = rare_words(line)
    others = [other for other in rest if other != line]
    return not own or not others or any(not own.isdisjoint(rare_words(other)) for other in others)


class Bonds:
    """Which paragraphs of an article share a rare word, asked of many of them: each is read once.

    Places count from 0; the title stands before all. A paragraph that is the same as another shares nothing with it.
    """

    __slots__ = ("_first", "_lines", "_second", "_title")

    def __init__(self, title: str, paragraphs: Sequence[str]) -> None:
        self._lines = paragraphs
        self._title = title
        #: Where a word stands first, and where it stands next in other words.
        self._first: dict[str, int] = {}
        self._second: dict[str, int] = {}
        for place, line in enumerate([title, *paragraphs], start=-1):
            for word in rare_words(line):
                first = self._first.setdefault(word, place)
                if first != place and word not in self._second and line != (title if first < 0 else paragraphs[first]):
                    self._second[word] = place

    def share(self, place: int, *, before: bool = False) -> bool:
        """Whether a paragraph has a rare word in common with another, or one before it; so has one without any."""
        line = self._lines[place]
        own = rare_words(line)
        end = place if before else len(self._lines)
        return not own or any(self._elsewhere(word, line) < end for word in own)

    def cohere(self, place: int, *, before: bool = False) -> bool:
        """Whether it shares a word, or leans on the line before it."""
        return leans_on_the_line_before(self._lines[place]) or self.share(place, before=before)

    def named_before(self, place: int, words: Iterable[str]) -> bool:
        """Whether any of the words stands before a place."""
        return any(self._first.get(word, place) < place for word in words)

    def _elsewhere(self, word: str, line: str) -> int:
        first = self._first[word]
        if (self._title if first < 0 else self._lines[first]) != line:
            return first
        return self._second.get(word, len(self._lines))


def _folded(word: str) -> str:
    if word[0].isdigit():
        return word.replace(",", "")
    word = word.replace("’", "'").removesuffix("'s").replace("'", "")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
