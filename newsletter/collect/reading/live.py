"""Whether a label that ends with "live" says that a piece goes on being written: "Budget 2026 live: …".

The word is a verb as often: "Where do refugees live", "Lawmakers go live on air". So a label before a mark counts
unless its words read as a sentence, and a title that only ends so where it names an event besides, or shouts.
"""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LABEL = re.compile(r"(?P<words>\S.{0,80}) (?P<live>live)", re.IGNORECASE)
_YEAR = re.compile(r"20\d\d")
#: Words of a label before a mark, and of a title without one.
_MOST, _MOST_UNMARKED = 8, 5

#: With one of these it is a sentence, a question, a programme or a broadcast.
_NEVER = _words(
    "where how who what why when which that as if whether they we you i he she it people children women men "
    "many most few half some all others both one two three four five six seven eight nine ten "
    "do does did to can could must may might will would should shall cannot be is are was were been has have had "
    "go goes going went gone still now long never always not only "
    "watch watches listen tune see hear show shows air airs aired carry carries stream streams streamed broadcast "
    "broadcasts televise televises televised perform performs play plays sing sings "
    "saturday facebook instagram youtube tiktok twitch xbox"
)
#: Words in the plural of which it is no verb, and words that only look like a plural.
_PLURAL = _words(
    "politics news elections by-elections midterms results markets pmqs commons lords primaries caucuses protests "
    "riots strikes talks hearings votes debates polls headlines questions negotiations sanctions tariffs files floods "
    "fires wildfires storms conventions speeches airstrikes "
    "crisis us texas kansas illinois arkansas massachusetts paris brussels wales netherlands philippines cyprus "
    "honduras harris sanders"
)
#: What is told while it happens.
_EVENTS = _words(
    "politics news election elections by-election by-elections byelection midterms primary primaries caucus caucuses "
    "runoff referendum results count vote votes voting budget statement speech address debate debates hearing hearings "
    "trial verdict sentencing ruling testimony inquiry impeachment inauguration confirmation reshuffle shutdown summit "
    "conference convention talks negotiations ceasefire pmqs questions war strike strikes airstrikes protest protests "
    "riots crisis storm hurricane floods fires wildfires earthquake attack shooting coronation funeral markets"
)


def ends_live(label: str, *, marked: bool) -> bool:
    """Whether a label says that the piece is live by its last word.

    Args:
        label: what may be one, such as what stands before a title's colon.
        marked: a mark parts it from the rest of the title; else it is the whole title, or its end.

    >>> ends_live("Senate vote live", marked=True)
    True
    >>> ends_live("Where do refugees live", marked=False)
    False
    """
    found = _LABEL.fullmatch(label)
    if not found:
        return False
    words = found["words"].lower().split()
    last = words[-1]
    if len(words) > (_MOST if marked else _MOST_UNMARKED) or not _NEVER.isdisjoint(words):
        return False
    if last in _EVENTS or _YEAR.fullmatch(last):
        return True
    if not last[-1].isalpha() or (last.endswith("s") and not last.endswith("ss") and last not in _PLURAL):
        return False
    return marked or (found["live"] == "LIVE" and not found["words"].isupper())
