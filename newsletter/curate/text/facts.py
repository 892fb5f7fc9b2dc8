"""Facts: what a sentence states that can be new: names, numbers, dates, and the status of a matter."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from newsletter.curate.text.terms import word_list, words

_CAPITAL = "[A-Z\u00c0-\u00d6\u00d8-\u00de\u0391-\u03a9\u0410-\u042f]"
#: Capitalised words in a row, within a sentence: the first word of one has a capital whatever it is. It begins with
#: what is read, a space, and only then looks back: a blank is found quickly.
NAME = re.compile(rf" (?<=[\w,;] )({_CAPITAL}[\w.'\u2019-]*(?: {_CAPITAL}[\w.'\u2019-]*)*)")

_MONTHS = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?)"
)
_DATE = re.compile(rf"\b({_MONTHS})\.? (\d{{1,2}})\b|\b(\d{{1,2}}) ({_MONTHS})\b", re.IGNORECASE)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SMALL = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12",
}  # fmt: skip
#: A number and the one or two words after it: what is counted.
_COUNTED = re.compile(
    rf"(?<![\w.,])(\d+(?:[.,]\d+)*|{'|'.join(_SMALL)})(?:-\w+)? ([^\W\d_]+)(?: ([^\W\d_]+))?", re.IGNORECASE
)
#: Counted in every report, each time of something else: no two such numbers are about the same.
_ANYTHING = word_list("people person percent million billion trillion dollar point thousand hundred time vote")
_DEATHS = word_list("dead death deaths die died dies fatality fatalities killed")

#: The states of a matter, each with its verbs. Those of one row follow each other, left to right; a row is one ladder.
_LADDERS: tuple[tuple[tuple[str, str], ...], ...] = (
    (
        ("arrested", "arrest(?:s|ed)"),
        ("charged", "charges?_against|charged|indict(?:s|ed|ment)"),
        ("on trial", "on_trial|trial_(?:began|begins|opened|opens)"),
        ("convicted", "convict(?:s|ed|ion)|found_guilty|ple(?:d|aded|ads)_guilty"),
        ("acquitted", "acquit(?:s|ted|tal)|found_not_guilty"),
        ("sentenced", "sentence[sd]|sentenced_to"),
        ("pardoned", "pardon(?:s|ed)"),
    ),
    (
        ("introduced", "introduce[sd]|propose[sd]|unveil(?:s|ed)"),
        ("rejected", "reject(?:s|ed)|vote[sd]_down|fail(?:s|ed)"),
        ("passed", "pass(?:es|ed)|approve[sd]|adopt(?:s|ed)|ratif(?:ies|ied)"),
        ("vetoed", "veto(?:es|ed)"),
        ("in force", "sign(?:s|ed)|enact(?:s|ed)|takes?_effect|took_effect"),
        ("repealed", "repeal(?:s|ed)"),
    ),
    (
        ("sued", "sue[sd]|lawsuits?"),
        ("blocked", "block(?:s|ed)|halt(?:s|ed)|suspend(?:s|ed)"),
        ("upheld", "uph(?:eld|olds)"),
        ("struck down", "str(?:uck|ikes)_down|overturn(?:s|ed)|thr(?:ew|own)_out"),
        ("settled", "settle[sd]"),
    ),
    (
        ("nominated", "nominate[sd]"),
        ("confirmed", "confirm(?:s|ed)|sworn_in"),
        ("out of office", "resign(?:s|ed|ation)|step(?:s|ped)_down|fire[sd]|oust(?:s|ed)|quits?|impeach(?:es|ed)"),
    ),
    (
        ("won", "won|wins|elected|re-elected"),
        ("conceded", "concede[sd]|lost|loses"),
        ("withdrawn", "withdr(?:ew|aws|awn)"),
        ("recounted", "recount(?:s|ed)?|certif(?:ies|ied)"),
    ),
    (("agreed", "agree[sd]|deal_reached|ceasefire|truce"), ("collapsed", "collapse[sd]|broke_down|called_off")),
    (("dead", "died|dies|killed|dead"),),
)
_STATES = tuple(
    (
        state,
        ladder,
        rung,
        re.compile(rf"(?<![\w'-])(?:{verbs.replace('_', ' ')})(?![\w'-])", re.IGNORECASE),
    )
    for ladder, rungs in enumerate(_LADDERS)
    for rung, (state, verbs) in enumerate(rungs)
)
#: Before a verb these make it a wish, a forecast or a denial.
_NOT_YET = word_list(
    """
be before cannot could couldn't didn't if may might never no not should to until wasn't will without won't would
"""
)
#: Characters before a verb in which its neighbour is looked for.
_NEIGHBOUR = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What some text states."""

    #: Its folded words, to tell whether a name was named before, in whatever place.
    words: frozenset[str]
    #: Names, each the folded words of a run of capitalised words.
    names: frozenset[tuple[str, ...]]
    #: As digits, without years and days of months.
    numbers: frozenset[str]
    #: Month and day, such as ``("mar", "14")``.
    dates: frozenset[tuple[str, str]]
    #: Words such as ``charged``.
    states: frozenset[str]
    #: What is counted, and how many there are.
    counts: frozenset[tuple[str, str]]


def facts(texts: Iterable[str]) -> Facts:
    """What these texts state together. States and dates are read in English only."""
    listed = tuple(texts)
    undated = [YEAR.sub(" ", _DATE.sub(" ", text)) for text in listed]
    names = (tuple(words(name)) for text in listed for name in NAME.findall(text))
    return Facts(
        words=frozenset(word for text in listed for word in words(text)),
        names=frozenset(name for name in names if name),
        numbers=frozenset(number.replace(",", "") for text in undated for number in _NUMBER.findall(text)),
        dates=frozenset(_date(found) for text in listed for found in _DATE.finditer(text)),
        states=frozenset(state for text in listed for state in _states(text)),
        counts=frozenset(count for text in undated for count in _counts(text)),
    )


def transitions(before: Facts, now: Facts) -> tuple[str, ...]:
    """Statuses that a matter has come to, for the editor: ``was charged, now convicted``; in order of the ladders."""
    had = {(ladder, rung): state for state, ladder, rung, _ in _STATES if state in before.states}
    told = []
    for state, ladder, rung, _ in _STATES:
        if state not in now.states or state in before.states:
            continue
        below = [had[key] for key in sorted(had) if key[0] == ladder and key[1] < rung]
        if below:
            told.append(f"was {below[-1]}, now {state}")
    return tuple(told)


def deltas(before: Facts, now: Facts) -> tuple[str, ...]:
    """Numbers that have changed, for the editor: ``dead: was 12, now 18``; only where each text gives one number."""
    told = []
    for counted in sorted({counted for counted, _ in now.counts}):
        old = {number for noun, number in before.counts if noun == counted}
        new = {number for noun, number in now.counts if noun == counted}
        if len(old) == len(new) == 1 and old != new:
            told.append(f"{counted}: was {old.pop()}, now {new.pop()}")
    return tuple(told)


def _date(found: re.Match[str]) -> tuple[str, str]:
    month, day = (found[1], found[2]) if found[1] else (found[4], found[3])
    return month[:3].lower(), day.lstrip("0")


def _states(text: str) -> Iterable[str]:
    plain = text.replace("\u2019", "'")
    for state, _, _, verb in _STATES:
        for found in verb.finditer(plain):
            before = plain[max(0, found.start() - _NEIGHBOUR) : found.start()].lower().split()
            if not before or before[-1] not in _NOT_YET:
                yield state
                break


def _counts(text: str) -> Iterable[tuple[str, str]]:
    for found in _COUNTED.finditer(text):
        number = _SMALL.get(found[1].lower(), found[1].replace(",", ""))
        # Deaths may stand one word further on: "12 people died".
        for word, first in ((found[2], True), (found[3], False)):
            if word and word.lower() in _DEATHS:
                yield "dead", number
            elif word and first:
                yield from ((noun, number) for noun in words(word) if noun not in _ANYTHING)
