# ruff: noqa: RUF001 - outlets set quotation marks as typographers do
"""What outlets bring every day or week under one name, and which is no report: letters, quizzes, stars, listings.

Patterns for the label of a title, or for the whole of it; capitals make no difference. Each must be all that there is
(``fullmatch``), but for a date: "News quiz" is one, "Quiz show host to run for Senate" is news.
"""

import re
from collections.abc import Iterable
from typing import Final

from newsletter.collect.furniture.line import words_in
from newsletter.collect.normalise import word_set
from newsletter.domain.entry import Kind

_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = (
    rf"(?:{_DAY}|today|tonight|tomorrow|(?:this|the) (?:morning|afternoon|evening|week|weekend|month|day|{_DAY})"
    rf"|{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH}|20\d\d|\d{{1,2}}[/.]\d{{1,2}}(?:[/.]\d{{2,4}})?)"
)
#: Behind a name: "for Wednesday, November 18, 2026", "of the week", "#214".
_WHEN = rf"(?:,? (?:(?:for|of|on|from|in) )?{_DATE}){{0,3}}(?: (?:#|no\.? ?|number )\d{{1,4}})?[?!.]?"
_TIMES = rf"(?:{_DAY}|morning|afternoon|evening|midday|nightly|daily|weekly|weekend|monthly|night)"
_OF_THE_TIME = rf"(?:(?:{_TIMES}|today|tonight|week)['’]?s? )"
_COUNT = r"(?:\d{1,2}|three|four|five|six|seven|eight|nine|ten|the|some|a few)"
_NEWS = r"(?:news|politics|political|business|world|national|local|state|u\.?s\.?|uk)"

#: An outlet's own letter or round-up of the day.
_LETTERS = (
    (
        rf"(?:(?:it is|it['’]s|this is|here is|here['’]s) )?(?:your|the|our) (?:{_TIMES}(?:['’]s)? ){{1,2}}"
        rf"(?:{_NEWS} )?(?:briefing|brief|newsletter|digest|round-?up|wrap|update|headlines|catch-?up|email|read"
        rf"|rundown){_WHEN}"
    ),
    (
        rf"(?:the|your|our) {_TIMES} (?:read|memo|note|line|dispatch|download|rundown|dose|reading list|mail|edition)"
        rf"{_WHEN}"
    ),
    rf"(?:the |our )?(?:[\w.]{{2,20}} ){{0,3}}[\w.]{{2,20}}['’]s {_TIMES} (?:newsletter|briefing|digest){_WHEN}",
    rf"(?:start|end|begin) your {_TIMES.replace('|night', '|night|day|week')} (?:with|right)\b[^:|]{{0,40}}",
    rf"headlines (?:at|this|for|of)(?: (?:noon|midnight|\d{{1,2}}(?: ?[ap]\.?m\.?)?|{_DATE})){{1,3}}",
    rf"(?:the )?(?:day|week|weekend|month) ahead(?: in (?:{_NEWS}|congress|washington|westminster|brussels))?{_WHEN}",
    rf"{_TIMES} (?:reading(?: list)?|reads){_WHEN}",
    rf"(?:{_TIMES}(?:['’]s)? )+(?:{_NEWS} )?(?:briefing|brief|newsletter|digest|round-?up|headlines|catch-?up){_WHEN}",
    (
        rf"(?:{_COUNT} )?(?:(?:big |key |top )?things|stories|what|everything) "
        rf"(?:(?:you (?:need|ought|have) |everyone needs )?to |you should )?know"
        rf"(?:,? (?:for|on|about|before|this|in)? ?{_DATE}){{1,3}}[.!]?"
    ),
    (
        rf"here(?:['’]s| is| are) (?:{_COUNT} (?:things|stories) |what )(?:you (?:need|ought|have) )?to know"
        rf"(?:,? (?:for|on|about)? ?{_DATE}){{1,3}}[.!]?"
    ),
    (
        rf"(?:here are )?(?:{_OF_THE_TIME}|the (?:day|week|morning|evening)['’]s |the |this (?:week|morning)['’]s "
        rf"|our )?(?:top|main|biggest|latest|most[- ]read) (?:{_NEWS} )?(?:stories|headlines){_WHEN}"
    ),
    rf"(?:{_OF_THE_TIME}|the (?:day|week)['’]s )(?:news|headlines|stories)(?: in brief| at a glance)?{_WHEN}",
    rf"(?:{_NEWS} )?(?:in brief|briefs|news in brief|at a glance|round-?up){_WHEN}",
    r"good (?:morning|afternoon|evening)(?:,? [\w.]{2,20}){0,2}[.!]?",
    (
        rf"(?:the |this |your )?(?:week|day|month) (?:in|that was in) (?:{_NEWS}|review|brief|congress|washington"
        rf"|westminster|brussels|pictures and words|numbers){_WHEN}"
    ),
    rf"(?:am|pm|a\.m\.|p\.m\.) (?:newsletter|update|briefing|edition|headlines){_WHEN}",
)
#: To pass the time.
_PASTIMES = (
    (
        rf"(?:(?:the|our|take our|take the|\w{{2,20}}['’]s?|\w{{2,20}} \w{{2,20}}['’]s?|weekly|daily|big|{_NEWS}"
        rf"|current affairs) ){{0,4}}quiz{_WHEN}"
    ),
    (
        rf"[^|]{{0,90}}\b(?:take (?:the|this|our|your)|(?:pass|ace|beat|try|do) our) (?:{_NEWS} |{_TIMES} ){{0,2}}"
        r"quiz[?!.]?"
    ),
    (
        r"(?:test|how['’]s) your (?:news |political |general )?knowledge"
        r"(?: of (?:the|this) (?:week|day)(?:['’]s news)?)?[.!?]?"
    ),
    rf"(?:(?:your|the|our|today['’]s|{_TIMES}(?:['’]s)?) ){{0,3}}horoscopes?(?: today)?{_WHEN}",
    (
        r"(?:aries|taurus|gemini|cancer|leo|virgo|libra|scorpio|sagittarius|capricorn|aquarius|pisces)(?: \w{2,10})? "
        rf"horoscopes?{_WHEN}|your stars{_WHEN}"
    ),
    (
        rf"(?:(?:the|our|today['’]s|{_TIMES}(?:['’]s)?|cryptic|quick|mini|prize) ){{0,3}}(?:crossword|sudoku|wordle"
        rf"|word search|puzzles?)(?: (?:answers?|hints?|solutions?|clues?))?{_WHEN}"
    ),
)
#: What is kept in lists.
_NOTICES = (
    rf"(?:today in|this (?:day|week) in) history{_WHEN}",
    rf"on this day{_WHEN}",
    rf"(?:obituaries|death notices|births, deaths and marriages){_WHEN}|deaths,? (?:for |of )?{_DATE}{_WHEN}",
    rf"corrections?(?: (?:and|&) clarifications?){_WHEN}|corrections?(?:,? (?:for |of )?{_DATE})?",
    rf"(?:tv|television|radio) (?:listings?|guide|schedule){_WHEN}",
    rf"(?:[\w ]{{2,20}} )?(?:lottery|lotto|powerball|mega millions)(?: (?:results|numbers|winning numbers)){_WHEN}",
    rf"(?:today['’]s |tomorrow['’]s |{_DAY}['’]s )(?:front pages|papers){_WHEN}",
    rf"what the papers (?:say|are saying){_WHEN}",
    rf"(?:today['’]s |tomorrow['’]s |{_DAY}['’]s )(?:tv |weather )?(?:forecast|schedule|agenda|diary|calendar){_WHEN}",
    rf"what['’]s on (?:tv|television|screens){_WHEN}|weather(?: forecast)?(?: (?:for|on))? {_DATE}{_WHEN}",
)
#: How the title of an advertisement for an outlet's own letter opens.
_LETTER = r"(?:newsletters?|briefings?|inbox)\b"
_SIGN_UPS = (
    (
        rf"(?:sign up|subscribe)(?: now| here| today| free)?(?: for| to|:)(?! vote\b)[^.?!]{{0,80}}"
        rf"\b(?:{_LETTER}|(?:e-?mail|news) alerts?\b|our\b)"
    ),
    r"(?:sign up|subscribe)(?: now| here| today| free)? (?:for|to) (?:our|the \w{2,20}['’]s)\b",
    r"(?:introducing|announcing|meet|launching)\b:? (?:our|the|your)\b[^.?!]{0,30}\bnewsletters?\b",
    rf"(?:get|join|receive) (?:our|your|the)\b[^.?!]{{0,60}}\b{_LETTER}",
)
#: A programme's number, or its name, before what it is about.
_EPISODES = (
    rf"[^:|]{{0,40}}\b(?:podcast|pod),? (?:episode|ep\.?|#) ?\d{{1,4}}{_WHEN}",
    r"(?:season \d{1,2},? )?(?:episode|ep\.) \d{1,4}|(?:new |latest |this week['’]s )(?:podcast )?episode",
    rf"on (?:the|our|this week['’]s|today['’]s) (?:podcast|show|pod|programme){_WHEN}",
    rf"(?:(?:this week['’]s|today['’]s|our|the) )?(?:{_NEWS}|weekly|daily) podcast{_WHEN}",
    rf"(?:photos|pictures|images)(?: of the (?:day|week|month|year)){_WHEN}",
)

#: One of these stands in whatever the patterns know: most titles have none, and need not be held against them.
_CUES = word_set(
    "briefing brief briefs newsletter newsletters digest roundup round wrap update headlines catch catchup email read "
    "rundown memo note line dispatch download dose reading reads mail edition start end begin ahead know stories news "
    "glance good week day month quiz knowledge horoscope horoscopes stars crossword sudoku wordle search puzzle "
    "puzzles history obituaries notices marriages deaths correction corrections listing listings guide schedule "
    "lottery lotto powerball millions pages papers forecast agenda diary calendar tv television screens weather "
    "sign subscribe introducing announcing meet launching get join receive podcast pod episode ep show programme "
    "photos pictures images"
)


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_LABEL: Final = _any(*_LETTERS, *_PASTIMES, *_NOTICES)
_TAIL: Final = _any(*_LETTERS, *_PASTIMES)
_OPENING: Final = _any(*_SIGN_UPS)
_EPISODE: Final = _any(*_EPISODES)


def regular(title: str, *, before: str, behind: Iterable[str]) -> Kind | None:
    """What a title says of what is brought under it, again and again; None where it is a title of its own.

    Args:
        title: the whole of it.
        before: what stands before its first mark, or the whole.
        behind: what stands behind its last mark, and may be a label too.

    >>> regular("It is your Wednesday morning briefing", before="It is your Wednesday morning briefing", behind=[])
    <Kind.NEWSLETTER: 'newsletter'>
    """
    if _CUES.isdisjoint(words_in(title)):
        return None
    if _LABEL.fullmatch(before) or _OPENING.match(title) or any(map(_TAIL.fullmatch, behind)):
        return Kind.NEWSLETTER
    if _EPISODE.fullmatch(before) or any(map(_EPISODE.fullmatch, behind)):
        return Kind.MEDIA
    return None
