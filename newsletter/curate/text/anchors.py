"""Anchors: the numbers in a title that say which of several it is about: a bill, a district, an amendment, a round.

Two reports of one event may give different counts of its dead; they do not give different numbers of its bill. So only
numbers that name something are anchors, not amounts, counts and shares.
"""

import re

_WORDS = (
    *("first", "second", "third", "fourth", "fifth", "sixth"),
    *("seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
)
_ORDINALS = {word: str(number) for number, word in enumerate(_WORDS, start=1)}
_NUMBER = rf"(?:no\.? ?)?(\d{{1,5}}|{'|'.join(_ORDINALS)}|one|two|three|four|five)"
_AFTER = re.compile(
    r"(?<!\w)(h\.? ?r\.?|s\.? ?b\.?|a\.? ?b\.?|h\.? ?b\.?|s\.?|c-|bill|act|amendment|measure|proposition|proposal|prop"
    rf"|question|issue|district|article|title|round|phase|part|debate|day)[ -]?{_NUMBER}(?!\w)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?<!\w)(\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(_ORDINALS)}) "
    r"(district|round|amendment|debate|ballot|circuit|congressional|day|trial|hearing|vote)(?!\w)",
    re.IGNORECASE,
)
#: Ayes and noes of a chamber; a court's are fewer.
_TALLY = re.compile(r"(?<![\w.,$-])(\d{2,3})(?:[-–]| (?:votes )?to )(\d{1,3})(?![\w%-]|[.,]\d)")  # noqa: RUF001 - a dash
_VOTING = re.compile(
    r"\b(?:vot(?:e[sd]?|ing)|pass(?:e[sd])?|approv|clear|reject|confirm|adopt|backs?\b|defeat)", re.IGNORECASE
)
#: So many votes make a chamber, and so many characters around them say that they are votes.
_CHAMBER, _AROUND = 20, 80
_SPELT = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5"}


def anchors(text: str) -> frozenset[str]:
    """The numbered things that a text names, as ``kind:number``. Linear in the text's length.

    >>> sorted(anchors("Senate rejects amendment 3 to H.R. 212; second debate is off"))
    ['amendment:3', 'debate:2', 'hr:212']
    """
    found = set()
    for kind, number in _AFTER.findall(text):
        found.add(f"{_kind(kind)}:{_figure(number)}")
    for number, kind in _BEFORE.findall(text):
        found.add(f"{_kind(kind)}:{_figure(number)}")
    return frozenset(found)


def tallies(text: str) -> frozenset[str]:
    """The counts of votes that a text gives, as ``51-49``: two votes of one chamber seldom end alike.

    >>> sorted(tallies("The Senate voted 61-38 for the bill, by 61 votes to 38; ages 18-64; shares of 52-48 percent"))
    ['61-38']
    """
    found = set()
    for tally in _TALLY.finditer(text):
        ayes, noes = int(tally[1]), int(tally[2])
        near = text[max(0, tally.start() - _AROUND) : tally.end() + _AROUND]
        # Ages and years run upwards; what passes has more ayes.
        if (
            ayes > noes
            and ayes + noes >= _CHAMBER
            and _VOTING.search(near)
            and not text[tally.end() :].startswith((" percent", " per cent"))
        ):
            found.add(f"{ayes}-{noes}")
    return frozenset(found)


def _kind(word: str) -> str:
    return "".join(letter for letter in word.casefold() if letter.isalpha()).replace("congressional", "district")


def _figure(word: str) -> str:
    word = word.casefold()
    return _ORDINALS.get(word) or _SPELT.get(word) or word.rstrip("stndrh")
