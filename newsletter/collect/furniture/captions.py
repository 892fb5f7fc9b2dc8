"""Where a paragraph ends with a credit or a bare address: how much of what stands before it goes with it.

A caption goes with its credit ("The governor leaves the chamber. Photo: Ann Lee/AP"), a sentence of the news stays,
though a feed glued the credit to it. Captions speak in the present, or have no verb at all; reporters tell what was
done, said or is to come. In doubt the sentence stays.
"""

import re

from newsletter.collect.furniture import credit
from newsletter.collect.furniture.line import Line
from newsletter.collect.sentences import sentences

#: Characters; no credit or address that is glued to a paragraph is longer.
_LONGEST = 300
#: Words of a caption, and of a paragraph that is nothing but one.
_CAPTION = 40
_ADDRESS = re.compile(r"(?<=[.!?…”\"]) (?:\[email\s?protected\]|(?:https?://|www\.|pic\.twitter\.com/)\S{1,250})$")
#: Characters; no mark of an agency is longer.
_MARK = 60
#: What an agency leaves behind its last sentence: "(ANI)", "-- IANS", "PTI RK SKY", "###", "Ana Lopez, CNN".
_AGENCY_MARK = re.compile(
    r"(?<=[.!?”\"]) (?:[-\u2013\u2014]{1,2} ?)?(?:\([A-Z]{2,8}(?:/[A-Z]{2,8})?\)|[A-Z]{2,8}(?:[ /][A-Za-z]{2,4}){0,4}|"
    r"[A-Z][\w'-]{1,20} [A-Z][\w'-]{1,20}, [A-Z]{2,6}|[-#\u2013\u2014*_]{1,5})$"
)
_OPEN = re.compile(r"[.!?…”\"] ")
#: Neither a credit nor an address ends like that, unless it is an address in full.
_PROSE_ENDS = re.compile(r"[^)\]][.!?”\"]$")
#: What people do in pictures.
_SHOWS = re.compile(
    r"\b(?:speaks?|leaves?|arrives?|walks?|stands?|sits?|holds?|waves?|looks?|listens?|attends?|address(?:es)?|shakes?|"
    r"gestures?|talks?|answers?|poses?|signs?|march(?:es)?|gathers?|watch(?:es)?|enters?|embraces?|hugs?|greets?|"
    r"cheers?|"
    r"smiles?|reads?|queues?|waits?|kneels?|rides?|boards?|inspects?|chants?|hangs?|flies|fly|lines?|displays?|shows?|"
    r"(?:is|are) (?:seen|shown|pictured|photographed|\w{2,20}ing)|pictured|seen (?:here|in|at|on|from)|"
    r"file (?:photo|picture))\b"
)
#: Where one of these stands, something is told.
_TELLS = re.compile(
    r"\b(?:was|were|has|have|had|will|would|could|can|cannot|may|might|must|should|did|does|do|says?|said|fell|rose|"
    r"won|lost|"
    r"came|went|took|made|met|grew|became|began|broke|brought|built|chose|drew|fought|gave|got|kept|knew|led|meant|"
    r"paid|"
    r"ran|saw|sold|spent|spoke|stood|struck|swore|taught|thought|threw|wrote|quit|plans?|wants?|needs?|means?|"
    r"expects?|costs?|"
    r"remains?|(?:is|are)(?! (?:seen|shown|pictured|photographed|\w{2,20}ing))|"
    r"(?!(?:need|feed|speed|seed|united|related|pictured|armed|limited)\b)[a-z]{2,}ed)\b"
)
#: Below a picture stands when it was taken, in full: "… on June 18, 2018." Reports of a week need no year.
_TAKEN = re.compile(
    r"\b(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|march|april|may|june|july|aug(?:ust|\.)?|sept(?:ember|\.)?|oct(?:ober|\.)?|"
    r"nov(?:ember|\.)?|dec(?:ember|\.)?) \d{1,2}, (?:19|20)\d\d\.?$",
    re.IGNORECASE,
)
#: Characters; no such date is longer.
_DATE = 20
#: What is done in a picture, and never announced for a day to come.
_POSES = re.compile(
    r"\b(?:participates?|speaks?|listens?|looks?|walks?|stands?|sits?|waves?|gestures?|poses?|shakes?|smiles?|hugs?|"
    r"embraces?|greets?|arrives?|kneels?|reacts?|(?:is|are) (?:seen|shown|pictured|photographed))\b"
)
#: Where the picture has been told, and something is said about it.
_ABOUT_IT = re.compile(r"\b(?:in which|where|which|who|whose|as|after|while|before|following)\b")
#: What the signs of a map or chart stand for: "Shaded areas show counties with a recount."
_LEGEND = re.compile(
    r"(?:the |each |all )?(?:outlined|shaded|solid|dotted|dashed|hatched|colou?red|dark(?:er)?|light(?:er)?|larger|"
    r"bigger|red|blue|gr[ae]y|green|yellow|orange|purple)(?: \w{2,12})? (?:circles?|dots?|bars?|lines?|areas?|squares?|"
    r"bubbles?|arrows?|shading|colou?rs?|shades?) (?:indicates?|represents?|shows?|denotes?|stands? for)\b",
    re.IGNORECASE,
)


def stands_below_a_picture(line: str) -> bool:
    """Whether a sentence says who is seen in a picture and on which day of which year, or what a chart's signs mean.

    >>> stands_below_a_picture("Governor Ann Lee speaks at the harbour, where she had been booed, on June 18, 2026.")
    True
    >>> stands_below_a_picture("The law takes effect on June 18, 2026.")
    False
    """
    if _LEGEND.match(line):
        return True
    if len(line) > 2 * _LONGEST or not _TAKEN.search(line, max(0, len(line) - _DATE)):
        return False
    shown = _ABOUT_IT.split(line, maxsplit=1)[0]
    return bool(_POSES.search(shown)) and not _TELLS.search(shown) and not Line(shown).reported


def parted_credit(paragraph: str) -> tuple[str, str, str] | None:
    """What stays of a paragraph that ends with a credit or an address, what goes, and its rule; None for any other.

    >>> parted_credit("The Senate voted on Tuesday to drop the tax. Photo: Ann Lee/Getty Images")
    ('The Senate voted on Tuesday to drop the tax.', 'Photo: Ann Lee/Getty Images', 'photo-credit')
    >>> parted_credit("The governor leaves the chamber. Photo: Ann Lee/Getty Images")[0]
    ''
    """
    if mark := _AGENCY_MARK.search(paragraph, max(0, len(paragraph) - _MARK)):
        return paragraph[: mark.start()], mark[0].strip(), "agency-tail"
    if _PROSE_ENDS.search(paragraph, max(0, len(paragraph) - 2)) and "://" not in paragraph[-_LONGEST:]:
        return None
    start = max(0, len(paragraph) - _LONGEST)
    if found := _ADDRESS.search(paragraph, start):
        return paragraph[: found.start()], paragraph[found.start() + 1 :], "bare-link"
    found = credit.CAPTION_ENDS.search(paragraph, start) or credit.CAPTION_NAMES.search(paragraph, start)
    if found is None:
        return None
    opened = _OPEN.match(found[0])
    cut = found.start() + (opened.end() if opened else 0)
    before = paragraph[:cut].rstrip()
    lines = sentences(before)
    if lines and _shows(lines[0]) and len(paragraph.split()) <= _CAPTION:
        lines = []
    while lines and _is_caption(lines[-1]):
        lines.pop()
    end = paragraph.index(lines[-1], len("".join(lines[:-1]))) + len(lines[-1]) if lines else 0
    return paragraph[:end], paragraph[end:].lstrip(), "photo-credit"


def _shows(line: str) -> bool:
    return bool(_SHOWS.search(line)) and not Line(line).reported and not _TELLS.search(line)


def _is_caption(line: str) -> bool:
    return len(line.split()) <= _CAPTION and not Line(line).reported and not _TELLS.search(line)
