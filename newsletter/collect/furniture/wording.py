"""What is furniture and not news, told of a single line by its own words.

Furniture is what an outlet puts around its news: calls to subscribe, pointers to other pieces, credits, agency tails.
A line must be known by its words alone, because the same sentence is asked about when a feed is read and again before a
letter prints it. What only its place gives away (a teaser among teasers) is the affair of ``boilerplate``.

Whatever somebody says, in quotation marks or reported, is news: "Follow us", the senator told the crowd.
"""

from collections.abc import Callable

from newsletter.collect.furniture import credit
from newsletter.collect.furniture.captions import stands_below_a_picture
from newsletter.collect.furniture.corrections import is_correction
from newsletter.collect.furniture.line import Line
from newsletter.collect.furniture.patterns import EMAIL, URL
from newsletter.collect.furniture.pointers import pointer_to_the_rest
from newsletter.collect.furniture.rules import RULES
from newsletter.collect.furniture.tone import FURNITURE, NEWS, tone
from newsletter.collect.normalise import word_set

#: The rule of lines that no wording gives away, but their tone.
TONE = "tone"
#: … and of those without any word.
ORNAMENT = "ornament"
#: … and of an outlet's word on what it got wrong: kept apart, in ``corrections``.
CORRECTION = "correction"
#: … and of a line that breaks off and points to its rest.
TEASER = "related-teaser"
#: … and of one below a picture, or beside a chart.
CAPTION = "photo-credit"
#: … and of a line that says who wrote the piece.
BIO = "author-bio"
#: No line of furniture is longer, in characters; a text that goes on so long without a full stop is something else.
_LONGEST = 1_500
#: In words. A shorter line may be anything: its tone must be so much clearer.
_FEW = 5
_DOUBTFUL = 1.5
#: Below ``FURNITURE`` and from here on, a line beside a call to action goes with it.
_BESIDE = -1.0
_CUT_OFF = ("…", "...")
_VOICE = word_set("our ours your yours us newsletter newsletters podcast podcasts app subscribers members")


def furniture(sentence: str, *, tone: Callable[[str], float] = tone) -> str | None:
    """The short name of the rule under which a line is not to be printed as news; None where it may be.

    The line is one sentence, or a short paragraph, without markup. ``tone`` tells the logarithm of the odds that a line
    is furniture; other weights than the usual ones can be tried with it.

    >>> furniture("Subscribe to our free weekly newsletter!")
    'call-to-action'
    >>> furniture("Correction: An earlier version of this article misspelled the senator's name.")
    'correction'
    >>> furniture("Senators urged voters to subscribe to the plan.")
    """
    if len(sentence) > _LONGEST:
        return None
    if told := _without_doubt(sentence):
        return told
    odds = tone(sentence)
    if odds < NEWS:
        return None
    line = Line(sentence)
    return _by_wording(line) or _by_tone(line, odds)


def _without_doubt(sentence: str) -> str | None:
    if not any(map(str.isalnum, sentence)):
        return ORNAMENT
    if is_correction(sentence):
        return CORRECTION
    if stands_below_a_picture(sentence):
        return CAPTION
    return TEASER if pointer_to_the_rest(sentence) else None


def _by_wording(line: Line) -> str | None:
    reported = line.reported
    return next((r.name for r in RULES if (r.even_reported or not reported) and r.applies(line)), None)


def _by_tone(line: Line, odds: float) -> str | None:
    # A heading, an item of a list and a short text that breaks off have no end: of those, only the place tells.
    ends = line.ends and not line.text.endswith(_CUT_OFF)
    doubtful = not ends or line.length < _FEW
    if odds < FURNITURE + doubtful * _DOUBTFUL or not (ends or _speaks(line)):
        return None
    return BIO if credit.INTRODUCES.match(line.text) or credit.BIO.fullmatch(line.text) else TONE


def _speaks(line: Line) -> bool:
    """Whether an outlet speaks of itself or to its readers, or gives an address: headings of articles do not."""
    return not line.own_words.isdisjoint(_VOICE) or bool(EMAIL.search(line.text) or URL.search(line.text))


def promotes(sentence: str) -> bool:
    """Whether a line has anything of a shop's voice. It is enough beside a call to action, and only there."""
    if len(sentence) > _LONGEST:
        return False
    line = Line(sentence)
    return not line.reported and (tone(sentence) >= _BESIDE or "you" in line.own_words or _speaks(line))
