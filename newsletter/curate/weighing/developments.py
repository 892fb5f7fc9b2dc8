"""Developments: the days on which a story's coverage said what it had not said before.

A story that goes on is more than one that is told again. What is new on a day is a number, a name or what became of
somebody or something; words alone are an echo. Everything is read from titles and openings, where news is put first,
and as plain words: this runs over every story of a week.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from newsletter.curate.text.terms import word_list
from newsletter.domain.entry import Entry

#: News is told first: so many characters of a text are read.
OPENING = 400

_DIGIT = re.compile(r"\d")
_STRIPPED = ".,;:!?()[]{}'\"\u2018\u2019\u201c\u201d\u00ab\u00bb\u2026$\u20ac\u00a3%#*"
# A date is new every day and no news.
_DATES = word_list(
    """
january february march april may june july august september october november december jan feb mar apr jun jul aug sep
sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
a.m p.m am pm et gmt est edt utc
"""
)
#: Years are dates, too.
_YEARS = range(1900, 2100)

#: Outcomes, each with the words that tell it: "passes", "adopts" and "approves" are one. Words that are as often no
#: verb ("end", "rule", "order") tell none.
_OUTCOMES = {
    "passed": "adopted adopts approved approves enacted enacts passed passes ratified ratifies",
    "refused": "rejected rejects vetoed vetoes defeated defeats",
    "stopped": "blocked blocks halted halts overturned overturns repealed repeals suspended suspends",
    "upheld": "upheld upholds",
    "signed": "signed signs",
    "charged": "charged indicted indicts arrested arrests",
    "sued": "sued sues",
    "convicted": "convicted convicts",
    "sentenced": "sentenced sentences jailed",
    "cleared": "acquitted acquits pardoned pardons exonerated",
    "gone": "resigned resigns quits ousted ousts stepped fired sacked",
    "chosen": "elected elects appointed appoints nominated nominates sworn confirmed confirms",
    "won": "won wins",
    "lost": "lost loses conceded concedes",
    "dead": "killed kills died dies",
    "settled": "settled settles",
    "withdrawn": "withdrew withdraws withdrawn",
}
_OUTCOME_OF = {word: outcome for outcome, words in _OUTCOMES.items() for word in words.split()}


def days_with_news(days: Mapping[int, Sequence[Entry]], *, voices: int) -> tuple[int, ...]:
    """The days after the first on which coverage brought a fact that no earlier day had, in order.

    A fact counts that a headline gives, or that so many newsrooms give in their openings on that day. What is told as
    news brings facts; opinion, live pages and the like only repeat them.

    Args:
        days: a story's entries by the number of their day; the first is the least number.
        voices: how many newsrooms make an opening's fact one of the story's: 2, or 1 in a week of one newsroom.
    """
    found = []
    known: set[str] = set()
    for place, day in enumerate(sorted(days)):
        given, headed = _facts(days[day])
        if place and any(
            fact not in known and (fact in headed or len(by) >= voices) for fact, by in given.items() if by
        ):
            found.append(day)
        known.update(given)
    return tuple(found)


def _facts(entries: Iterable[Entry]) -> tuple[dict[str, set[str]], set[str]]:
    """Each fact of a day with the newsrooms that give it as news (none for an echo), and those that headlines give."""
    given: dict[str, set[str]] = defaultdict(set)
    headed: set[str] = set()
    for entry in entries:
        opening = set(_told(entry.text[:OPENING].split()))
        title = entry.title.split()
        # Headlines may capitalise every word: a name is one that the opening has as a name.
        of_title = {*_told(title, names=False), *(opening.intersection(_bare(word).casefold() for word in title))}
        by = {entry.voice} if entry.kind.tells else set()
        for fact in opening | of_title:
            given[fact] |= by
        if by:
            headed |= of_title
    return given, headed


def _told(words: Sequence[str], *, names: bool = True) -> Iterator[str]:
    """The facts that running words give, in lower case: numbers, outcomes, and names where these are wanted."""
    for before, word in pairwise(["", *words]):
        # Most words are plain ones, and a week has millions.
        if word.isalpha() and word.islower() and word not in _OUTCOME_OF:
            continue
        bare = _bare(word)
        folded = bare.casefold()
        if not bare or folded in _DATES:
            continue
        if folded in _OUTCOME_OF:
            yield _OUTCOME_OF[folded]
        elif _DIGIT.search(bare):
            if not _dates(bare, before):
                yield folded.replace(",", "")
        elif names and len(bare) > 1 and bare[0].isupper() and (before[-1:].islower() or before[-1:] == ","):
            yield folded


def _bare(word: str) -> str:
    bare = word.strip(_STRIPPED)
    return bare[:-2] if bare.endswith(("'s", "\u2019s")) else bare


def _dates(number: str, before: str) -> bool:
    """Whether a number is a year, a day of a month ("November 18"), or a time of the day ("9:30")."""
    return (
        ":" in number
        or _bare(before).casefold() in _DATES
        or (number.isdecimal() and len(number) == 4 and int(number) in _YEARS)
    )
