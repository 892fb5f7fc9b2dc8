# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""What a reader has been told, and whether a further sentence says it again in other words.

Two newsrooms seldom tell a thing in the same words: "voted down" is "rejected", and a count of shared words would call
the second one new. So words are folded into families of one meaning, and a sentence is judged by what its main
clause says: new names, new numbers, a thing done that was not told.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from newsletter.domain.vocabulary import SAME_AS, listed
from newsletter.draft.telling.words import stems

#: A main clause of which so much is known says nothing new …
_KNOWN = 0.6
#: … or a little less, where neither a name nor a number in it is new.
_KNOWN_NAMELESS = 0.45
#: A clause of fewer words that carry meaning is too short to be the main one.
_CLAUSE = 4
#: So many words that carry meaning stand for what a sentence is about and what happened …
_CORE = 8
#: … and where so much of them is known, or of the whole sentence, it goes over what was told, whatever it adds.
_CORE_KNOWN, _HALF = 0.6, 0.5

_FAMILY: dict[str, str] = {}
for _words in SAME_AS:
    for _word in _words:
        _FAMILY.setdefault(stems(_word)[0] if stems(_word) else _word, _words[0])

_WORD = re.compile(r"[^\W_]+(?:[.'’&-][^\W_]+)*\.?")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
#: Where a main clause ends: what follows explains it.
_CLAUSE_END = re.compile(
    r"[;:]\s|\s[–—-]{1,2}\s|,\s(?=(?:which|who|whose|where|when|while|as|after|because|though|although|with|according|but"
    r"|and|all but|[a-z]+ing)\b)|\s(?=(?:after|while|because|although|amid|when|as|following|despite)\s)"
)
#: A clause before the main one.
_BEFORE_MAIN = re.compile(
    r"(?:In|On|At|After|Before|While|As|When|With|During|Despite|Although|Though|By|For|Since|Amid|Following|Speaking)\b"
    r"[^,]{3,90},\s"
)
#: "Sheila Lee, a Democrat who spoke for Houston, died": who somebody is stands between commas, and is not what is told.
_WHO = re.compile(r"((?:[A-Z][\w.’'-]{0,30} ?){1,6}), (?:an?|the|who|whose)\b[^,]{3,200}, (?=[a-z])")
#: The day of the month says no more than the weekday did.
_DATE = re.compile(
    r"(?:,? )?\b(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|Mar(?:ch|\.)|Apr(?:il|\.)|May|June|July|Aug(?:ust|\.)"
    r"|Sept(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.)) \d{1,2}\b"
)
#: Capitalised, but no name of anybody: titles, weekdays, months and the words that begin sentences.
_NO_NAME = frozenset(
    listed(
        """
mr mrs ms dr sen rep gov president vice senator representative governor secretary attorney general judge justice
chief speaker leader majority minority former prime minister chancellor king queen pope mayor u.s us american
americans monday tuesday wednesday thursday friday saturday sunday january february march april may june july
august september october november december jan feb aug sept oct nov dec i the a an in on at after before when
while as with for by from if since but and or that this these those it he she they his her their its there here
now both all some more most many several other another one two three four five six seven eight nine ten not no
under over during despite according although though last next first second third white-house republican
republicans democrat democrats democratic gop
"""
    )
)


@dataclass(frozen=True, slots=True)
class Says:
    """What a sentence says, in the words by which sentences are compared."""

    #: Every word that carries meaning, folded into its family.
    words: frozenset[str]
    #: Those of the main clause.
    main: frozenset[str]
    #: Names of the main clause: the last word of each, folded.
    names: frozenset[str]
    #: Numbers of the main clause.
    numbers: frozenset[str]


@lru_cache(maxsize=1 << 11)
def says(text: str) -> Says:
    """What a sentence or a headline says.

    >>> sorted(says("The House voted down the bill, 218 to 212, after a long night.").main)
    ['212', '218', 'bill', 'hous', 'reject']
    """
    text = _DATE.sub("", text)
    clause = _main_clause(_WHO.sub(r"\1 ", text, count=1))
    return Says(
        words=_folded(text),
        main=_folded(clause),
        names=frozenset(_fold(name) for name in names(clause) if name not in _NO_NAME),
        numbers=frozenset(number.replace(",", "") for number in _NUMBER.findall(clause)),
    )


def repeats(text: str, told: Iterable[str]) -> bool:
    """Whether a reader of what was told learns nothing from the main clause of a sentence.

    Args:
        text: the sentence.
        told: the headline and the sentences that are printed.

    >>> headline = "Senate votes down witnesses in trial of president"
    >>> repeats("The Senate rejected demands for witnesses in the trial of the president.", [headline])
    True
    >>> repeats("Senator Ada Grant of Ohio broke with her party in the vote.", [headline])
    False
    """
    new = says(text)
    if not new.main:
        return True
    known = frozenset(word for said in told for word in says(said).words)
    numbers = new.numbers - known
    unnamed = new.names - known
    share = len(new.main & known) / len(new.main)
    if numbers or len(unnamed) > 1:
        return share >= 0.8
    return share >= (_KNOWN if unnamed else _KNOWN_NAMELESS)


def restates(text: str, told: Collection[str]) -> bool:
    """Whether a sentence goes over what was told before it comes to what it adds.

    Args:
        text: the sentence.
        told: the headline and the sentences that are printed.

    >>> told = ["Senator Ada Grant pleaded guilty on Wednesday in a federal court to fraud."]
    >>> restates("Senator Ada Grant pleaded guilty in federal court to fraud with cards, loans and a house.", told)
    True
    >>> restates("The judge, Otto Lund, set the sentencing of Ms. Grant for a day in June.", told)
    False
    """
    known = frozenset(word for said in told for word in says(said).words)
    words, core = says(text).words, _core(text)
    if not core:
        return True
    if sum(word in known for word in core) / len(core) > _CORE_KNOWN or len(words & known) / len(words) > _HALF:
        return True
    # Or one of those that are printed stands in it as a whole.
    return any(len(words & one) > _CORE_KNOWN * len(one) for said in told if (one := says(said).words))


def share_told(headline: str, text: str) -> float:
    """What part of a headline's words a sentence has, in these or in others of the same meaning, 0 to 1.

    >>> share_told("Senator Grant quits", "Senator Ada Grant resigned on Monday.")
    1.0
    """
    asked = says(headline).words
    return round(len(asked & says(text).words) / len(asked), 9) if asked else 0.0


def names(text: str) -> Iterator[str]:
    """The last word of every run of capitalised words, lower case, without possessive."""
    last = ""
    end = 0
    for found in _WORD.finditer(text):
        word = found[0].rstrip(".")
        if last and (not word[0].isupper() or text[end : found.start()] != " "):
            yield last
            last = ""
        if word[0].isupper():
            last = word.lower().removesuffix("'s").removesuffix("’s")
        end = found.end() if not found[0].endswith(".") or len(found[0]) < 7 else found.end() - 1
    if last:
        yield last


def _main_clause(text: str) -> str:
    opening = _BEFORE_MAIN.match(text)
    start = opening.end() if opening else 0
    for end in _CLAUSE_END.finditer(text, start):
        if len(stems(text[start : end.start()])) >= _CLAUSE:
            return text[start : end.start()]
    return text[start:] if len(stems(text[start:])) >= _CLAUSE else text


@lru_cache(maxsize=1 << 11)
def _core(text: str) -> tuple[str, ...]:
    """The first words that carry meaning, folded: of whom it speaks, and what they did."""
    text = _WHO.sub(r"\1 ", _DATE.sub("", text), count=1)
    opening = _BEFORE_MAIN.match(text)
    return tuple(_folds(text[opening.end() if opening else 0 :]))[:_CORE]


def _folded(text: str) -> frozenset[str]:
    return frozenset(_folds(text))


def _folds(text: str) -> Iterator[str]:
    for phrase, word in _PHRASES:
        text = phrase.sub(word, text)
    return (_fold(word) for word in stems(text) if word not in _DAYS and word not in _WHO_SAYS)


def _fold(word: str) -> str:
    return _FAMILY.get(word) or _FAMILY.get(_bare(word)) or _bare(word)


def _bare(word: str) -> str:
    """A word without the ending of a verb, so that "visited" is "visit"; crude, for comparison only."""
    for ending in ("ing", "ed", "es"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word[: -len(ending)].removesuffix("e")
    return word.removesuffix("e") if len(word) > 4 else word


#: What takes two words to say, and the family it belongs to.
_PHRASES = (
    (re.compile(r"\b(?:vot(?:e[sd]?|ing) (?:down|against)|turn(?:s|ed)? down)\b", re.IGNORECASE), "reject"),
    (re.compile(r"\bstep(?:s|ped|ping)? (?:down|aside)\b", re.IGNORECASE), "resign"),
    (re.compile(r"\b(?:drop(?:s|ped|ping)?|bow(?:s|ed|ing)?) out\b", re.IGNORECASE), "withdraw"),
    (re.compile(r"\bg(?:ave|ives?|iving) up\b", re.IGNORECASE), "withdraw"),
    (re.compile(r"\b(?:his|her|a|the|presidential) run\b", re.IGNORECASE), "race"),
    (re.compile(r"\b(?:pass(?:es|ed)? away|lost (?:his|her|their) li(?:fe|ves))\b", re.IGNORECASE), "die"),
)
#: Of two that say the same, one has it from an official and one from sources.
_WHO_SAYS = frozenset(
    listed(
        """
official source spokesman spokeswoman spokesperson reporter according
"""
    )
)
_DAYS = frozenset(
    listed(
        """
monday tuesday wednesday thursday friday saturday sunday mr mrs ms u.s president
"""
    )
)
