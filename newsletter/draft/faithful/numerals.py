"""Numbers as they are written: figures and words, with unit, span of time and how nearly they are meant."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from newsletter.draft.faithful.lexicon import word_list, word_set
from newsletter.draft.faithful.tokens import Token

_ONES = word_list(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)


_TENS = word_list("twenty thirty forty fifty sixty seventy eighty ninety")


_WORDS = {**{w: n for n, w in enumerate(_ONES)}, **{w: 10 * n for n, w in enumerate(_TENS, 2)}}


_ORDINAL_WORDS = word_list(
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)


_ORDINALS = {**{w: n for n, w in enumerate(_ORDINAL_WORDS)}, "twentieth": 20, "thirtieth": 30}


_SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12}


_SUFFIXES = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}


_PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "eighth": 8,
    "tenth": 10,
}


_MANY = frozenset(["dozens", "hundreds", "thousands", "millions", "billions", "trillions", "scores"])


_CURRENCIES = {
    "$": "$", "£": "£", "€": "€", "dollar": "$", "dollars": "$", "pound": "£", "pounds": "£", "euro": "€", "euros": "€",
}  # fmt: skip


TIMES = {
    w: w.removesuffix("s")
    for w in word_list(
        "second minute hour day week month year decade century seconds minutes hours days weeks months years decades"
    )
} | {"annually": "year", "yearly": "year", "annual": "year", "daily": "day", "weekly": "week", "monthly": "month"}


MONTHS = {
    m: n
    for n, m in enumerate(
        word_list("january february march april may june july august september october november december"), 1
    )
}


_FIGURE = re.compile(r"^([$€£]?)(\d[\d,]*(?:\.\d+)?)(st|nd|rd|th|bn|mn|m|k|tn|pc)?(%?)$")


#: How nearly a number is meant, by the words before it; longest first.
_HEDGES = (
    ("no more than", "most"), ("not more than", "most"), ("at most", "most"), ("up to", "most"),
    ("as many as", "most"), ("as much as", "most"), ("no fewer than", "least"), ("not less than", "least"),
    ("no less than", "least"), ("at least", "least"), ("a minimum of", "least"), ("a maximum of", "most"),
    ("more than", "over"), ("greater than", "over"), ("higher than", "over"),
    ("older than", "over"), ("younger than", "under"), ("upwards of", "over"),
    ("in excess of", "over"), ("over", "over"), ("above", "over"), ("exceeding", "over"),
    ("not exceed", "most"), ("exceed", "over"), ("exceeded", "over"),
    ("topped", "over"), ("fewer than", "under"), ("less than", "under"), ("lower than", "under"), ("under", "under"),
    ("below", "under"), ("just under", "near"), ("close to", "near"), ("nearly", "near"), ("almost", "near"),
    ("about", "about"), ("around", "about"), ("roughly", "about"), ("approximately", "about"), ("some", "about"),
    ("an estimated", "about"), ("estimated", "about"), ("exactly", "exact"), ("precisely", "exact"), ("only", "only"),
    ("just over", "over"), ("just", "only"),
)  # fmt: skip


#: What may stand between a hedge and its number: "more than a 51 percent", but no estimate is "about a $2m loan".
_STEPPED_OVER = {True: ("a", "an", "another", "by", "of"), False: ("another", "by", "of")}


#: Before "a year", these tell how long, not how often.
_LASTING = word_set("over for in within of after from during than about once by until")


_BY_LENGTH = sorted(_HEDGES, key=lambda pair: (-len(pair[0].split()), pair[0]))


#: What may follow "a third" where that is a part; before a noun it is the third of several.
_NO_NOUN = frozenset({"", ".", ",", ";", ")"}) | word_set(
    "of the and or to from in under over by on at as than after before since for with when if but"
)
#: Words that numbers are spelled with; the rules of numbers look after them.
NUMBER_WORDS = frozenset([*_WORDS, *_ORDINALS, *_SCALES, *_PARTS, *_MANY, "halves", "thirds", "quarters", "fifths"])


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what was said about it."""

    value: Fraction
    #: plain, percent, points, ordinal, part, many, day, or a currency's mark.
    kind: str
    #: Its tokens, first and one past the last.
    start: int
    end: int
    #: over, least, near, about, under, most, exact, only; empty where it is given as it is.
    hedge: str
    #: "to", "from" and the like right before it.
    cue: str
    #: The unit of time that is counted, or empty.
    span: str
    #: The unit of time in which so many come, or empty.
    per: str


def quantities(found: Sequence[Token]) -> list[Quantity]:
    """Every number among some tokens, in order."""
    result: list[Quantity] = []
    i = 0
    while i < len(found):
        read = _number(found, i)
        if read is None:
            i += 1
            continue
        value, kind, end = read
        # "October 1 to 5": both are days of October.
        last = result[-1] if result else None
        follows = last is not None and last.kind == "day" and end - last.end == 2
        if last is not None and follows and kind == "plain" and value <= 31:  # noqa: SIM102 - two questions
            if found[last.end].low in ("to", "-", "and", "or", "through"):
                value, kind = value + 100 * (last.value // 100), "day"
        result.append(_described(found, value, kind, i, end))
        i = end
    return result


def _number(found: Sequence[Token], i: int) -> tuple[Fraction, str, int] | None:  # noqa: C901, PLR0911 - cases, read top to bottom
    low = found[i].low
    if low in MONTHS and found[i].capital and i + 1 < len(found):
        if (
            (day := _FIGURE.match(found[i + 1].low))
            and day[2].isdecimal()
            and len(day[2]) < 3
            and int(day[2]) <= 31
            and not day[1]
        ):
            return Fraction(MONTHS[low] * 100 + int(day[2])), "day", i + 2
        return None
    if figure := _FIGURE.match(low):
        return _figure(found, i, figure)
    if low in _MANY:
        return Fraction(_SCALES.get(low[:-1], 20)), "many", i + 1
    if low in ("half", "halves"):
        return Fraction(1, 2), "part", i + 1
    if low == "decade":
        return Fraction(10), "plain", i + 1
    if low in ("a", "an") and i + 1 < len(found):
        after = found[i + 1].low
        if after in ("dozen", "hundred", "thousand", "million", "billion"):
            return Fraction(_SCALES[after]), _unit(found, i + 2)[0], _unit(found, i + 2)[1]
        if after in ("third", "quarter", "fifth", "tenth") and _low(found, i + 2) in _NO_NOUN:
            return Fraction(1, _PARTS[after]), "part", i + 2
        return None
    if low in _ORDINALS:
        return Fraction(_ORDINALS[low]), "ordinal", i + 1
    if low in _WORDS:
        return _so_many_in(found, i) or _spelled(found, i)
    return None


def _so_many_in(found: Sequence[Token], i: int) -> tuple[Fraction, str, int] | None:
    """Read "four in ten" and "one out of five" as a part of a whole, where no span of time follows."""
    step = i + 1 + (_low(found, i + 1) == "out")
    whole = _WORDS.get(_low(found, step + 1), 0)
    if _low(found, step) not in ("in", "of") or (_low(found, step) == "of" and step == i + 1):
        return None
    if whole not in (3, 4, 5, 6, 8, 10, 20) or not 0 < _WORDS[found[i].low] < whole:
        return None
    after = _low(found, step + 2)
    return None if after in TIMES or after == "-" else (Fraction(_WORDS[found[i].low], whole), "part", step + 2)


def _low(found: Sequence[Token], i: int) -> str:
    return found[i].low if 0 <= i < len(found) else ""


def _figure(found: Sequence[Token], i: int, figure: re.Match[str]) -> tuple[Fraction, str, int]:
    value = Fraction(figure[2].replace(",", "") or "0")
    mark, suffix, percent = figure[1], figure[3] or "", figure[4]
    if suffix in ("st", "nd", "rd", "th"):
        return value, "ordinal", i + 1
    if _low(found, i + 1) == "/" and _low(found, i + 2).isdecimal() and int(_low(found, i + 2)[:9]):
        return value / int(_low(found, i + 2)[:9]), "part", i + 3
    value *= _SUFFIXES.get(suffix, 1)
    end = i + 1
    while (scale := _low(found, end + (_low(found, end) == "-"))) in _SCALES and scale != "dozen":
        value *= _SCALES[scale]
        end += 1 + (_low(found, end) == "-")
    # 10 August is August 10.
    if not mark and value.denominator == 1 and value <= 31 and end < len(found) and found[end].capital:
        month = MONTHS.get(found[end].low)
        if month:
            return Fraction(month * 100) + value, "day", end + 1
    if percent or suffix == "pc":
        return value, "percent", end
    kind, end = _unit(found, end)
    return value, mark or kind, end


def _spelled(found: Sequence[Token], i: int) -> tuple[Fraction, str, int]:
    total, current, end = 0, _WORDS[found[i].low], i + 1
    while end < len(found):
        step = end + (_low(found, end) == "-")
        word = _low(found, step)
        if word in _WORDS and current % 100 in range(20, 100, 10) and 0 < _WORDS[word] < 10:
            current += _WORDS[word]
        elif word == "and" and current >= 100 and _low(found, step + 1) in _WORDS:
            current += _WORDS[_low(found, step + 1)]
            step += 1
        elif word in ("hundred", "dozen"):
            current *= _SCALES[word]
        elif word in _SCALES:
            total, current = total + current * _SCALES[word], 0
        elif word.removesuffix("s") in _PARTS and word != "halves" and _low(found, step - 1) in ("-", found[i].low):
            if word.endswith("s") or current == 1:
                return Fraction(current, _PARTS[word.removesuffix("s")]), "part", step + 1
            break
        elif current in range(20, 100, 10) and word in _ORDINALS:
            return Fraction(current + _ORDINALS[word]), "ordinal", step + 1
        else:
            break
        end = step + 1
    kind, end = _unit(found, end)
    return Fraction(total + current), kind, end


def _unit(found: Sequence[Token], end: int) -> tuple[str, int]:
    """Percent, points or a currency that follows a number, and where what follows it begins."""
    at = end + (_low(found, end) == "-")
    low, after = _low(found, at), _low(found, at + 1)
    if low in ("%", "percent", "pct"):
        return "percent", at + 1
    if low == "per" and after == "cent":
        return "percent", at + 2
    if low == "percentage" and after.startswith("point"):
        return "points", at + 2
    if low in ("point", "points"):
        return "points", at + 1
    if low in _CURRENCIES:
        return _CURRENCIES[low], at + 1
    return "plain", end


def _described(found: Sequence[Token], value: Fraction, kind: str, start: int, end: int) -> Quantity:  # noqa: C901, PLR0912 - cases, read top to bottom
    before = [t.low for t in found[max(0, start - 5) : start]]
    hedge, cue = "", ""
    for words, name in _BY_LENGTH:
        size = len(words.split())
        # One word may stand between: "more than a 51 percent", "at least another 12".
        for gap in (0, 1):
            stretch = before[len(before) - gap - size : len(before) - gap] if len(before) >= gap + size else []
            if " ".join(stretch) == words and not (gap and before[-1] not in _STEPPED_OVER.get(size > 1, ())):
                hedge = hedge or name
    if (
        hedge == "most"
        and before[-2:] == ["up", "to"]
        and before[-3:-2] in (["was"], ["were"], ["is"], ["went"], ["are"])
    ):
        hedge = ""
    tail = end + (_low(found, end) in TIMES)  # "four weeks or more"
    if _low(found, tail) == "or" and _low(found, tail + 1) in ("more", "so", "fewer", "less"):
        hedge = {"more": "least", "so": "about"}.get(_low(found, tail + 1), "most")
    if before:
        cue = before[-1] if before[-1] in ("from", "to", "than", "by", "against") else ""
        if before[-1] == "the" and before[-2:-1] == ["than"]:
            cue = "than"
    following = [t.low for t in found[end : end + 4] if t.low != "-"]
    span = "year" if found[start].low == "decade" else TIMES.get(following[0], "") if following else ""
    if following[:1] == ["decades"] or following[:1] == ["decade"]:
        value, span = value * 10, "year"
    if following[:2] in (["year", "old"], ["years", "old"]) or following[:1] in (["years-old"], ["aged"]):
        span = ""
    if span and "over" in before[-2:] and "just" not in before[-3:]:
        hedge = ""  # "over ten years" is how long it lasts
    per = ""
    beyond = [t.low for t in found[end : end + 6] if t.low != "-"]
    beyond = beyond[
        : next((k for k, low in enumerate(beyond) if (k > 2 and low in _PARTING) or low[:1].isdigit()), len(beyond))
    ]
    for n, (lead, one, other) in enumerate(zip(["", *beyond], beyond, [*beyond[1:], ""], strict=False)):
        if beyond[n + 2 : n + 3] in (["earlier"], ["ago"], ["later"], ["before"], ["after"], ["from"]):
            continue  # "from 3.4 percent a month earlier"
        if one in ("a", "an", "per", "each", "every") and other in TIMES and other != "second" and lead not in _LASTING:
            per = TIMES[other]
    if "annually" in following or following[:1] == ["yearly"]:
        span, per = "" if following[:1] in (["annually"], ["yearly"]) else span, "year"
    return Quantity(value, kind, start, end, hedge, cue, span, per)


_PARTING = word_set("to from in by on for of with and or but after before") | {",", ";"}


def same_amount(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are the same, in whatever way they are written."""
    if one.kind == other.kind:
        return one.value == other.value
    kinds = {one.kind, other.kind}
    if kinds == {"percent", "part"}:
        percent, part = (one, other) if one.kind == "percent" else (other, one)
        return percent.value == part.value * 100
    return False
