# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""What of a short text is compared, where two may be copies: its own words, and whom it is signed by.

Of a few lines every word counts, so what an outlet sets around them must not: the dateline, the signature below, the
outlet's own name, and what somebody is quoted with, for that is anybody's to print.
"""

import re

from newsletter.collect.furniture.line import Line
from newsletter.collect.origin import newsroom
from newsletter.domain.entry import Entry

_NAME = r"[A-ZÀ-Þ][\w.&'’-]{0,30}+(?: (?:(?:of|the|and|for) )?[A-ZÀ-Þ][\w.&'’-]{0,30}+){0,4}"
#: Below a text: (Meridian Wire), [Meridian], — Meridian Wire, Source: Meridian, Meridian Wire contributed to this.
#: A politician's party and state in brackets sign nothing.
_SIGNED = re.compile(
    rf"(?:[(\[](?![DRI]-)(?P<bracketed>{_NAME})[)\]]|(?:[—–]|\s-{{1,2}})\s?(?P<dashed>{_NAME})"
    rf"|[Ss]ources?: ?(?P<source>{_NAME})"
    rf"|(?:The |the )?(?P<helped>{_NAME}) contributed(?: to this (?:report|story|article))?)\s?\.?$"
)
_DASH = r"\s?(?:[—–:]|-{1,2})\s?"
#: Above one: ORSOVA (Meridian) The mayor, Orsova, Nov. 3 (Meridian) - The mayor, MW/ORSOVA:, By Meridian Wire.
_OPENED = re.compile(
    rf"(?:[A-ZÀ-Þ .,’'-]{{2,40}}[^()\n]{{0,12}}\((?P<placed>{_NAME})\)\s?(?:{_DASH})?"
    rf"|[^()\n.!?]{{0,40}}[^()\n]{{0,12}}\((?P<bracketed>{_NAME})\){_DASH}"
    rf"|(?P<stroke>[A-Z]{{2,6}})\s?/\s?(?:[A-ZÀ-Þ][\w.’'-]{{1,20}}(?:[ ,]{{1,2}}[A-Z\d][\w.’'-]{{0,20}}){{0,4}}"
    rf"{_DASH})?"
    rf"|By (?:the |The )?(?P<byline>{_NAME})(?:\.\s|\n\n))"
)
#: A dateline that names nobody: a place, perhaps a day, and a dash.
_PLACED = re.compile(r"[A-ZÀ-Þ][\w.’' ]{1,30}(?:, [\w. ]{1,20}){0,2} ?(?:—|–|--|\s-)\s?(?=[A-ZÀ-Þ\"“])")
#: Characters at either end in which a signature stands.
_HEAD, _FOOT = 120, 160
#: What an agency's name ends with, and what is left out where it is short of words.
_CALLED = re.compile(r"(?<=\w) (?:news ?wire|wire|wire service|(?:news |press )?agency|news service)$")
_WORD = re.compile(r"[^\W_]{4,}|\d+")
#: Letters by which a word of the title is known in the text: "resigns" and "resigned" are one.
_KNOWN_BY = 5


def own_words(entry: Entry) -> str:
    """A text without dateline, signature and its outlet's own name; quotations stay."""
    text = entry.text
    opened = _OPENED.match(text[:_HEAD]) or _PLACED.match(text[:_HEAD])
    bare = text[opened.end() :] if opened else text
    if signed := _SIGNED.search(bare[-_FOOT:]):
        bare = bare[: len(bare) - len(bare[-_FOOT:]) + signed.start()]
    names = sorted({re.escape(name.removeprefix("The ")) for name in (entry.outlet, entry.family)}, key=len)
    return re.sub(rf"\b(?:{'|'.join(reversed(names))})\b", "", bare.rstrip(), flags=re.IGNORECASE)


def unquoted(text: str) -> str:
    """A text without what it quotes."""
    return "\n".join(Line(paragraph).own for paragraph in text.split("\n\n"))


def signature(entry: Entry) -> str:
    """Whom a text is signed by, as a house is compared, be the name known or not; empty for nobody and for its own."""
    for text in (entry.text, *(line.text for line in entry.removed if len(line.text) <= _FOOT)):
        for found in (_OPENED.match(text[:_HEAD]), _SIGNED.search(text[-_FOOT:])):
            name = next(filter(None, found.groups()), "") if found else ""
            if name and not (is_house(name, entry.outlet) or is_house(name, entry.family)):
                return house(name)
    return ""


def house(name: str) -> str:
    """A newsroom's name in the one spelling that is compared: "The Meridian Wire" and "Meridian" are one.

    >>> house("The Meridian News Agency")
    'meridian'
    """
    if known := newsroom(name):
        return known.casefold()
    return _CALLED.sub("", " ".join(name.split()).casefold().removeprefix("the "))


def is_house(name: str, outlet: str) -> bool:
    """Whether a name, or what is written for it in capitals, is an outlet's."""
    initials = "".join(word[0] for word in outlet.removeprefix("The ").split())
    return house(name) == house(outlet) or (len(initials) > 1 and name.upper() == initials.upper())


def tells_of_its_title(entry: Entry) -> bool:
    """Whether a text has a word of its title: a line that outlets set below all titles alike has none."""
    words = {word[:_KNOWN_BY] for word in _WORD.findall(entry.title.casefold())}
    return not words or not words.isdisjoint(word[:_KNOWN_BY] for word in _WORD.findall(entry.text.casefold()))
