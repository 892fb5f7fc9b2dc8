# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""Figures: numbers with the thing that they count, and where newsrooms disagree about one.

"12 people were killed" and "at least 14 dead" count the same thing; a letter that prints one of them alone would settle
what is open. A newer day's count replaces an older one: that is news, not disagreement.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from functools import lru_cache

from newsletter.domain.entry import Entry, EntryId
from newsletter.domain.story import Story
from newsletter.domain.vocabulary import listed

#: Characters of a text that are read: a report's own count stands high.
_LONGEST = 800

_SMALL = listed(
    """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen
"""
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = (
    {word: n for n, word in enumerate(_SMALL, 1)}
    | {word: 10 * n for n, word in enumerate(_TENS, 2)}
    | {f"{ten}-{one}": 10 * n + m for n, ten in enumerate(_TENS, 2) for m, one in enumerate(_SMALL[:9], 1)}
)
_NUMBER = re.compile(
    rf"(?<![\w$€£.,-])(?:\d{{1,3}}(?:,\d{{3}}){{1,3}}|\d{{1,7}}(?:\.\d{{1,3}})?"
    rf"|(?:{'|'.join(sorted(_WORDS, key=lambda w: (-len(w), w)))}))(?![\w-]|[.,]\d)",
    re.IGNORECASE,
)
#: A thing, how it is put after a number and whoever is counted, and how before one.
_THINGS = (
    ("dead", r"killed|dead|die|dies|died|deaths?|fatalities|slain|lost their lives",
     r"kill(?:s|ed|ing)?|death toll (?:rises to|rose to|climbs to|of|reaches|reached|stands at|at)|dead:"),
    ("hurt", r"injured|wounded|hurt|injuries|hospitali[sz]ed", r"injur(?:es|ed|ing)|wound(?:s|ed|ing)|hurt(?:s|ing)?"),
    ("missing", r"missing|unaccounted for", r"missing:"),
    ("arrested", r"arrested|detained|arrests|in custody", r"arrest(?:s|ed|ing)?|detain(?:s|ed|ing)?"),
    ("displaced", r"displaced|evacuated|homeless", r"displac(?:es|ed|ing)|evacuat(?:es|ed|ing)"),
    ("laid off", r"laid off|layoffs|job cuts", r"lay(?:s|ing)? off|laid off"),
    ("counts", r"counts|charges|felonies", ""),
)  # fmt: skip
_AFTER = re.compile(
    # Up to four words that only say of whom: "12 people were", "three more police officers have been".
    r"(?: (?!and\b|or\b|in\b|to\b|of\b|on\b|by\b|who\b|with\b|before\b|after\b|as\b)[a-z]+){0,4}? (?:"
    + "|".join(f"(?P<t{n}>{after})" for n, (_, after, _) in enumerate(_THINGS))
    + r")\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:"
    + "|".join(f"(?P<t{n}>{before})" for n, (_, _, before) in enumerate(_THINGS) if before)
    + r") (?:at least |more than |over |nearly |almost |about |around |some |up to |as many as |another )?$",
    re.IGNORECASE,
)
#: A number that says how many of something else: "killed 12 days later", "arrested three times".
_NOT_COUNTED = re.compile(
    r"(?:[ -](?:days?|weeks?|months?|years?|hours?|minutes?|times?|miles?|percent|per cent|million|billion|a\.m"
    r"|p\.m|others?"
    r" stocks)\b|%)",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_SPELT = frozenset(_WORDS)
_YEAR = re.compile(r"(?:19|20)\d\d")
#: A vote: 51-49, 51 to 49, 51 votes to 49. A score of another kind has no such word near it.
_VOTE = re.compile(
    r"(?<![\w$.,:-])(?<!ages\ )(?<!aged\ )(?<!from\ )(?<!\.\ )(\d{1,3})(?:\ votes)?(?:\ ?[-–—]\ ?"
    r"|\ to\ )(\d{1,3})(?![\w%:,]|-\w|\.\d)"
)
_VOTING = re.compile(
    r"\b(?:vot(?:e[sd]?|ing)|pass(?:es|ed)?|approv\w+|confirm\w*|reject\w*|ruled|acquit\w*|convict\w*|defeat\w*"
    r"|clear\w*"
    r"|senate|house|parliament|court)\b",
    re.IGNORECASE,
)
_CHAMBER = re.compile(
    r"\b(senate|house|parliament|court|committee|jury|council|assembly|commons|lords)\b", re.IGNORECASE
)
_PERCENT = re.compile(r"(?<![\w$.,-])(\d{1,3}(?:\.\d{1,2})?)(?:\ ?%|\ per\ ?cent\b)", re.IGNORECASE)
#: Shares whose meaning one word settles.
_SHARE = re.compile(r"\b(unemployment|jobless|inflation|turnout|approval|gdp|growth|grew|expanded)\b", re.IGNORECASE)
_ALIKE = {"jobless": "unemployment", "gdp": "growth", "grew": "growth", "expanded": "growth"}


@dataclass(frozen=True, slots=True, order=True)
class Figure:
    """A number and what it counts."""

    #: Such as ``dead`` or ``vote in the senate``.
    thing: str
    #: As compared: ``12``, ``51-49``, ``3.5%``.
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """One newsroom's latest word on a figure."""

    value: str
    outlet: str
    entry: EntryId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A thing that newsrooms count differently on the newest day on which any counts it."""

    thing: str
    #: One for each newsroom, by value, then by moment.
    reports: tuple[Reported, ...]

    @property
    def values(self) -> tuple[str, ...]:
        """The values that stand against each other, sorted as text."""
        return tuple(sorted({report.value for report in self.reports}))


@lru_cache(maxsize=1 << 12)  # a story's titles and sentences are asked about by several rules
def figures(text: str) -> frozenset[Figure]:
    """The figures that a sentence or title states.

    >>> sorted(figures("At least 14 people were killed and thirty wounded on Tuesday."))
    [Figure(thing='dead', value='14'), Figure(thing='hurt', value='30')]
    >>> sorted(figures("The Senate passed the budget by 51 votes to 49."))
    [Figure(thing='vote in the senate', value='51-49')]
    """
    digits = bool(_DIGIT.search(text))
    if not digits and _SPELT.isdisjoint(text.lower().split()):
        return frozenset()  # most sentences, and they are done with
    found: dict[str, str] = {}
    for number in _NUMBER.finditer(text):
        if _NOT_COUNTED.match(text, number.end()) or _YEAR.fullmatch(number[0]):
            continue
        # "killed 12 people and wounded 30": the verb before a number is nearer than a word after it.
        said = _BEFORE.search(text, max(0, number.start() - 50), number.start()) or _AFTER.match(text, number.end())
        if said and said.lastgroup:
            found.setdefault(_THINGS[int(said.lastgroup[1:])][0], _value(number[0]))
    vote = _VOTE.search(text) if digits else None
    if vote and _VOTING.search(text):
        before = _CHAMBER.findall(text, 0, vote.start()) or _CHAMBER.findall(text)
        where = f" in the {before[-1].lower()}" if before else ""
        found[f"vote{where}"] = f"{max(int(vote[1]), int(vote[2]))}-{min(int(vote[1]), int(vote[2]))}"
    shares = _PERCENT.findall(text) if digits else []
    what = {_ALIKE.get(word.lower(), word.lower()) for word in _SHARE.findall(text)} if shares else set()
    if len(shares) == 1 and len(what) == 1:
        found[f"{what.pop()} in percent"] = _value(shares[0])
    return frozenset(Figure(thing, value) for thing, value in found.items())


def counts(story: Story, zone: tzinfo = UTC) -> dict[str, tuple[Reported, ...]]:
    """For each thing that is counted, the newsrooms' latest words on it, of the newest day that has any."""
    latest: dict[tuple[str, str], Reported] = {}
    for entry in story.entries:  # earliest first, so that a later report replaces an earlier
        if not entry.kind.tells:
            continue
        for figure in _stated(entry):
            latest[figure.thing, entry.voice] = Reported(
                value=figure.value, outlet=entry.outlet, entry=entry.id, at=entry.at
            )
    newest: dict[str, date] = {}
    for (thing, _), report in latest.items():
        day = report.at.astimezone(zone).date()
        newest[thing] = max(day, newest.get(thing, day))
    grouped: dict[str, list[Reported]] = {}
    for (thing, _), report in latest.items():
        if report.at.astimezone(zone).date() == newest[thing]:
            grouped.setdefault(thing, []).append(report)
    return {thing: tuple(sorted(grouped[thing], key=lambda r: (r.value, r.at, r.entry))) for thing in sorted(grouped)}


def conflicts(story: Story, zone: tzinfo = UTC) -> tuple[Conflict, ...]:
    """What newsrooms count differently, by thing: for the preview, and for whoever prints one of the numbers.

    Args:
        story: whose titles and openings are read.
        zone: in whose days the newest reports are found.
    """
    return tuple(
        Conflict(thing=thing, reports=reports)
        for thing, reports in counts(story, zone).items()
        if len({report.value for report in reports}) > 1
    )


def _stated(entry: Entry) -> Iterable[Figure]:
    """What an entry counts: of a thing it counts twice, the first, the title before the text."""
    found: dict[str, Figure] = {}
    for line in (entry.title, *_LINES.split(entry.text[:_LONGEST])):
        for figure in figures(line):
            found.setdefault(figure.thing, figure)
    return found.values()


_LINES = re.compile(r"\n+|(?<=[a-z\d”\")][.!?])\s+(?=[A-Z“\"])")


def _value(number: str) -> str:
    return str(_WORDS.get(number.lower(), number.replace(",", "")))
