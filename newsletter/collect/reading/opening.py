# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""What a text says that it is by its first words: an outlet's letter greets its readers, whatever its title tells.

Reports open with what happened. A greeting within quotation marks is somebody else's.
"""

import re

from newsletter.domain.entry import Kind

_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_WHEN = rf"(?:today|tonight|this (?:morning|afternoon|evening|week|weekend|{_DAY})|(?:on |for )?{_DAY}|start your)"
_LETTER = r"(?:newsletter|briefing|digest|round-?up|letter|email|edition|dispatch|bulletin)"
_GREETING = rf"(?:good (?:morning|afternoon|evening|day)|hello|hi|hey|happy {_DAY}|greetings)"
#: What you need to know, the five stories that you should read, what we are watching, the top stories.
_NEWS = (
    r"(?:(?:what|(?:the|some|\w{3,6}) (?:\w{2,12} )?(?:things|news|stories)(?: that)?) "
    r"(?:you (?:need|should|ought|have)(?: to)?(?: be)? (?:know|read|watch)\w*"
    r"|we(?:['’]re| are) (?:watching|following|reading))"
    r"|the (?:top|main|biggest) (?:stories|headlines|news))"
)
_OWN = r"(?:your|our|my|the|this)"
#: What a letter opens with: a greeting and what it holds, or the like without one.
_LETTERS = (
    (
        rf"{_GREETING}(?:,? (?:and welcome|everyone|all|readers?|there|folks|friends|from [\w ]{{2,30}}))*"
        rf"(?:[.,!:—–-]| (?=and\b|to\b))[^“\"]{{0,40}}?\b(?:here(?:['’]s| is| are)|it(?:['’]s| is)|this is"
        rf"|you(?:['’]re| are)|we|our|your|today|to {_OWN}|in today['’]s)\b"
    ),
    rf"welcome(?: back)? to [^.!?“\"]{{0,80}}\b{_LETTER}\b",
    rf"welcome(?: back)? to [^“\"]{{0,120}}\b(?:our|this) {_LETTER}\b",
    rf"(?:it is|it['’]s|this is|here is|here['’]s) (?:your|our|the)(?: [\w'’.]{{1,20}}){{0,4}} {_LETTER}\b",
    rf"this is (?:an?|the|our)(?: [\w'’.]{{1,20}}){{0,4}} (?:version|edition|issue) of\b[^.!?“\"]{{0,80}}\b{_LETTER}\b",
    rf"you(?:['’]re| are) reading\b[^.!?“\"]{{0,80}}\b{_LETTER}\b",
    rf"here(?:['’]s| is| are) (?:an? (?:quick )?look at |a roundup of )?{_NEWS}[^.!?“\"]{{0,30}}\b{_WHEN}\b",
    # The whole text, and not a line above one.
    rf"sign up (?:for|to) [^.?!“\"]{{0,60}}\b{_LETTER}s?\b[^.?!]{{0,80}}[.!]?\s*$",
)
_PASTIMES = (
    (
        r"(?:test your knowledge|think you know|how (?:closely|well) (?:did|do|have) you)\b[^“\"]{0,120}"
        r"\b(?:quiz|questions|test your)\b"
    ),
    r"(?:aries|taurus|gemini|cancer|leo|virgo|libra|scorpio|sagittarius|capricorn|aquarius|pisces) ?[(:]",
)
_EPISODES = (
    r"(?:in|on) (?:this|today['’]s|this week['’]s|the latest)(?: \w{2,12})? (?:episode|podcast|show)\b",
    r"(?:listen|subscribe) to (?:the|our)(?: \w{2,12}){0,2} (?:podcast|episode)\b",
)
_LIVE = (
    (
        r"(?:this|our|the) (?:live ?blog|live coverage|blog|live page)(?: of [\w ]{2,40})? (?:has|is) (?:now )?"
        r"(?:been )?(?:ended|closed|over|finished|paused)\b"
    ),
    (
        r"(?:we(?:['’]re| are)|i(?:['’]m| am)) (?:now )?(?:closing|wrapping up|ending|pausing) (?:this|our|the) "
        r"(?:live ?)?(?:blog|coverage|page)\b"
    ),
    r"follow (?:our|the|along with our) live (?:blog|coverage|updates)\b",
)


def _any(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_SIGNS = (
    (Kind.NEWSLETTER, _any((*_LETTERS, *_PASTIMES))),
    (Kind.MEDIA, _any(_EPISODES)),
    (Kind.LIVE, _any(_LIVE)),
)
#: The first letters of any such opening: most texts are let through by theirs.
_FIRST = re.compile(
    r"(?:good|hello|hi|hey|happy|welcome|greetings|it|this|here|you|sign|test|think|how|[aglvsct][a-z]{2,10} ?[(:]|"
    r"pisces|in|on|listen|subscribe|our|the live|the blog|we|i|follow)\b",
    re.IGNORECASE,
)
#: Characters in which a text says what it is.
_ROOM = 240


def kind_by_opening(text: str) -> Kind | None:
    """The sort of piece that a text's first words tell of; None where they tell of what happened.

    >>> kind_by_opening("Good morning. Here is what you need to know today.")
    <Kind.NEWSLETTER: 'newsletter'>
    >>> kind_by_opening("Good morning America will move its studio, the network said.")
    """
    opening = text[:_ROOM].lstrip()
    if not _FIRST.match(opening):
        return None
    return next((kind for kind, pattern in _SIGNS if pattern.match(opening)), None)
