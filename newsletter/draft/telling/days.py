# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""Relative days become dates: "said yesterday" was true when it was written and is false when the letter is read.

Only such words are changed, and only where the sentence stays grammatical; else it is passed over.
"""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from newsletter.domain.entry import DateQuality, Entry
from newsletter.draft.telling.sentences import without_dateline
from newsletter.draft.telling.spans import MONTHS, SPAN, WEEKDAYS, found_day, is_day, spanned

#: Published before this, local time, "today" may be either day: pieces of the evening appear after midnight.
_NIGHT_ENDS = time(5)

_PART = r"(?:morning|afternoon|evening|night)"
_PART_OF_DAY = re.compile(rf"(?<=\ ){_PART}")
#: In lower case, for "USA Today" is a name; where a sentence or a quotation begins, a capital says nothing.
_RELATIVE = re.compile(
    rf"(?<![\w-])(?:(?P<day>yesterday(?:\ {_PART})?|today|tomorrow(?:\ {_PART})?|tonight|this\ {_PART}"
    rf"|last\ (?:night|evening)|(?:(?<=^)|(?<=[“\"‘(])|(?<=[.!?]\ ))(?:Yesterday(?:\ {_PART})?|Today"
    rf"|Tomorrow(?:\ {_PART})?|Tonight|This\ {_PART}|Last\ (?:night|evening)))"
    rf"|{SPAN})(?![\w-])",
    re.VERBOSE,
)
#: Words after which a day stands without "on"; "from" and "for" keep their sense with a date.
_WITHOUT_ON = re.compile(r"\b(?:until|till|since|by|from|before|after|through|for|of|than)\ $", re.IGNORECASE)
#: What a day cannot follow, such as "the day before yesterday" or "here and today".
_NEVER_AFTER = re.compile(
    r"(?:\bday (?:before|after)|\b(?:and|or|on|to|as|like|between|is|are|was|be|even|not|the|a|of all)|[-–/&]) ?$",
    re.IGNORECASE,
)
#: What cannot follow a date: a day as the subject of a clause, a second day, the date itself.
_NEVER_BEFORE = re.compile(
    r"\s(?:is|was|are|were|marks|brings|brought|will|would|has|had|and|or|to)\b"
    r"|[\s,(–—-]{1,3}(?:today|tomorrow|tonight|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    rf"|(?:{'|'.join(MONTHS)}|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)(?=\s\d))"
)
#: "Today" may mean nowadays; beside a verb of something done it is a day.
_DONE = (
    r"(?:[a-z]{2,}ed|said|told|met|held|won|lost|spoke|took|gave|made|began|left|came|went|saw|put|cut|sent|struck"
    r"|broke|rose|fell|set|led|threw|chose|wrote|stood|signed|ruled|voted)"
)
_DONE_BEFORE = re.compile(rf"\b(?:{_DONE}|early|late|earlier|later|here|there) $")
_DONE_AFTER = re.compile(rf" {_DONE}\b")
_DONE_ANYWHERE = re.compile(rf"\b{_DONE}\b")
_PRESENT = re.compile(r"\b(?:is|are|has|have|do|does|can|may)\b")
_CLOSED = re.compile(r"\s?[,.;:!?)\]—–]|\s-|$")


def dated(text: str, published: datetime | None, zone: tzinfo | None) -> str | None:
    """The sentence with its relative days as dates; None where that cannot be done and something relative stands there.

    A sentence without a relative day is given back as it is.

    Args:
        text: one sentence, without a dateline.
        published: when it was; None where no date can be relied on.
        zone: in whose days it counts, the newsletter's; None where that is not known.

    >>> noon = datetime(2024, 7, 24, 16, tzinfo=UTC)
    >>> dated("The Senate voted yesterday by 51 to 49.", noon, UTC)
    'The Senate voted on Tuesday, July 23, by 51 to 49.'
    >>> dated("“I will vote tomorrow,” Senator Grant said.", noon, UTC)
    """
    found = list(_RELATIVE.finditer(text))
    if not found:
        return text
    if published is None or zone is None:
        return None
    made = {_on_day(text, found, today) for today in _days(published, zone)}
    return made.pop() if len(made) == 1 else None


def _days(published: datetime, zone: tzinfo) -> set[date]:
    """The day, or the two of which either may be meant."""
    moment = published.astimezone(UTC)
    # Midnight to the second is a date without a time, and pieces of the evening appear after midnight.
    local = published.astimezone(zone)
    if moment.time() == time(0):
        return {moment.date(), moment.date() - timedelta(days=1)}
    return {local.date(), local.date() - timedelta(days=1)} if local.time() < _NIGHT_ENDS else {local.date()}


def _on_day(text: str, found: Iterable[re.Match[str]], today: date) -> str | None:
    """The sentence as written on a day, with dates."""
    parts: list[str] = []
    end = 0
    for match in found:
        changed = _replaced(match, today)
        if changed is None:
            return None
        parts += [text[end : match.start()], changed[0]]
        end = match.end() + changed[1]
    return "".join([*parts, text[end:]])


def same_but_for_days(text: str, quote: str, published: datetime | None, zone: tzinfo | None) -> bool:
    """Whether a printed sentence stands in its quotation, but that relative days have become the right dates."""
    if text in quote:
        return True
    return any(
        whole is not None and text in whole
        for whole in (dated(quote, published, zone), dated(without_dateline(quote), published, zone))
    )


def dated_by(entry: Entry) -> datetime | None:
    """The moment from which an entry's "yesterday" can be told: its outlet's own date of publication, or None."""
    return entry.published if entry.date_quality is DateQuality.PUBLISHED else None


def _replaced(match: re.Match[str], today: date) -> tuple[str, int] | None:
    """What is put in place of something relative, and how many characters after it go with it; None where nothing can.

    What is kept as it is may only be what is not relative.
    """
    before, after = match.string[: match.start()], match.string[match.end() :]
    if _is_quoted(before):
        return None
    if not match["day"] and not is_day(match):
        return spanned(match, today)
    if _NEVER_AFTER.search(before[-16:]) or _NEVER_BEFORE.match(after):
        return None
    word = match[0].lower()
    day = _day_meant(match, today)
    if day is None or (word == "today" and not _is_this_day(before, after)):
        return None
    part = " night" if word == "tonight" else "".join(f" {p}" for p in _PART_OF_DAY.findall(word))
    weekday, date_ = WEEKDAYS[day.weekday()], f"{MONTHS[day.month - 1]} {day.day}"
    if after[:2] in {"'s", "’s"}:
        # "Today's" is mostly nowadays'; "Tuesday's" needs no date, for the others say no more.
        return None if word == "today" else (f"{weekday}{part}{after[:2]}", 2)
    preposition = "" if _WITHOUT_ON.search(before[-10:]) else "on " if before else "On "
    return f"{preposition}{weekday}{part}, {date_}{'' if _CLOSED.match(after) else ','}", 0


def _day_meant(match: re.Match[str], today: date) -> date | None:
    word = match[0].lower()
    if not match["day"]:
        return found_day(match, today)
    if word.startswith("tom"):
        return today + timedelta(days=1)
    return today - timedelta(days=1) if word[0] in "yl" else today


def _is_this_day(before: str, after: str) -> bool:
    """Whether "today" is the day and not nowadays: beside something done, or at the end of a clause about it."""
    if _DONE_BEFORE.search(before[-24:]) or _DONE_AFTER.match(after):
        return True
    clause = re.split(r"[,;:—–]", before)[-1]
    return bool(_CLOSED.match(after) and _DONE_ANYWHERE.search(clause) and not _PRESENT.search(clause))


def _is_quoted(before: str) -> bool:
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1 or "‘" in before
