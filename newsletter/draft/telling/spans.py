# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""Spans told from the day of writing, such as "last month", "over the weekend" and "two days ago".

Each is put as what it was on the day on which it was written, where only one thing can be meant: "last month" is
"in June", "over the weekend" is "over the weekend of July 20". Which week a Sunday's "last week" is, nobody can tell.
"""

import re
from datetime import date, timedelta

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_COUNTED = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_AWAY = {"last": -1, "this": 0, "next": 1}
_SATURDAY, _SUNDAY = 5, 6
#: On these days "over the weekend" is the one before, and on the later ones nobody can tell.
_WEEKEND_IS_BEHIND = 2
#: A part of the pattern by which something relative is found. A capital stands where a sentence or a quotation begins.
SPAN = (
    rf"(?P<days>(?:[Aa]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[1-6])\ days?\ ago)"
    r"|(?P<over>(?:[Oo]ver|[Aa]t|[Dd]uring)\ (?:the|this|last)\ (?:past\ )?weekend)"
    r"|(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\ (?:past\ )?"
    rf"(?P<unit>week(?!-)|weekend|month|{'|'.join(WEEKDAYS)})(?:\ (?P<part>morning|afternoon|evening|night)(?!\w))?"
    # What grows stale and cannot be dated.
    r"|(?P<vague>(?:[Aa]\ few|[Ss]everal|[Mm]any|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|\d{1,2})\ days?\ ago|[Aa]\ week\ ago"
    r"|(?:[Hh]ours?|[Mm]inutes|[Mm]oments)\ ago|(?:the\ )?(?:past|last|next)\ (?:24|48)\ hours|the\ other\ day)"
)
#: "the last week of the campaign", "each month": what follows is no week of the calendar.
_OTHER_SENSE = re.compile(r"\b(?:the|his|her|its|their|our|my|every|each|a|one|very|of that) $", re.IGNORECASE)
#: What a week or month cannot follow once it is named.
_NEVER_AFTER = re.compile(r"(?:\b(?:to|as|like|between|is|are|was|be|even|not)|[-–/&]) ?$", re.IGNORECASE)
#: It is the subject, or half of a pair.
_NEVER_BEFORE = re.compile(r"\s(?:is|was|are|were|marks|marked|brings|brought|saw|sees|will|would|has|had)\b|\sor\b|-")
_WITHOUT_IN = re.compile(
    r"\b(?:until|till|since|by|from|before|after|through|for|of|than|in|during|over|on|within)\ $", re.IGNORECASE
)
_TO_COME = re.compile(r"\b(?:will|would|plans?|planned|planning|expected|scheduled|set|due|going|may|could|should)\b")


def found_day(match: re.Match[str], today: date) -> date | None:
    """The day that "two days ago" or "last Thursday" is, if it can be but one."""
    if match["days"]:
        word = match["days"].split()[0].lower()
        return today - timedelta(days=_COUNTED.get(word) or int(word))
    ahead = (WEEKDAYS.index(match["unit"]) - today.weekday()) % 7
    which = match["which"].lower()
    if which == "this":
        return today + timedelta(days=ahead) if today.weekday() + ahead <= _SUNDAY else None
    # The next Tuesday from a Thursday is the only one that can be meant; from a Monday it may be either.
    if which == "next":
        if today.weekday() == _SUNDAY:
            return None
        return today + timedelta(days=ahead) if today.weekday() + ahead > _SUNDAY else None
    back = (today.weekday() - WEEKDAYS.index(match["unit"])) % 7
    return today - timedelta(days=back) if back > today.weekday() else None


def is_day(match: re.Match[str]) -> bool:
    """Whether it names a single day."""
    return bool(match["days"]) or match["unit"] in WEEKDAYS


def spanned(match: re.Match[str], today: date) -> tuple[str, int] | None:
    """What is put in place of a week, a weekend or a month, and how many characters after it go with it: none.

    None where that is not certain or not grammatical.
    """
    before, after = match.string[: match.start()], match.string[match.end() :]
    if _OTHER_SENSE.search(before[-10:]) and not match["over"]:
        return match[0], 0
    if match["vague"] or match["part"] or _NEVER_AFTER.search(before[-10:]) or _NEVER_BEFORE.match(after):
        return None
    put = _owning(match, today) if after[:2] in {"'s", "’s"} else _standing(match, today, before)
    return (put, 0) if put is not None else None


def _owning(match: re.Match[str], today: date) -> str | None:
    """Before an apostrophe: "last month's" is "June's", and no week has such a name."""
    if match["unit"] == "month":
        return _month(match, today)
    # The letter is about this very week.
    return match[0] if match[0].lower() == "this week" else None


def _standing(match: re.Match[str], today: date, before: str) -> str | None:
    if match["unit"] == "month":
        return _preceded("in", _month(match, today), before)
    if match["unit"] == "week":
        if today.weekday() == _SUNDAY:
            return None
        monday = _monday(today) + timedelta(weeks=_AWAY[match["which"].lower()])
        return _preceded("in", f"the week of {_day(monday)}", before)
    saturday = _weekend(match, today)
    if saturday is None:
        return None
    weekend = f"the weekend of {_day(saturday)}"
    return f"{match['over'].split()[0]} {weekend}" if match["over"] else _preceded("on", weekend, before)


def _month(match: re.Match[str], today: date) -> str:
    return MONTHS[(today.month - 1 + _AWAY[match["which"].lower()]) % 12]


def _weekend(match: re.Match[str], today: date) -> date | None:
    """The Saturday of the weekend that is meant, if it can be but one."""
    saturday = _monday(today) + timedelta(days=_SATURDAY)
    word = match["over"].split()[1] if match["over"] else match["which"].lower()
    weekend = today.weekday() >= _SATURDAY
    if word == "last" or "past" in match[0]:
        return None if weekend else saturday - timedelta(weeks=1)
    if word == "this":
        return saturday if today.weekday() >= _WEEKEND_IS_BEHIND else None
    if weekend:
        return saturday
    past = today.weekday() <= _WEEKEND_IS_BEHIND and not _TO_COME.search(match.string)
    return saturday - timedelta(weeks=1) if past else None


def _preceded(preposition: str, name: str, before: str) -> str:
    if _WITHOUT_IN.search(before[-10:]):
        return name
    return f"{preposition if before else preposition.capitalize()} {name}"


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _day(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}"
