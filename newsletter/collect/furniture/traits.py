# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""The traits of a line by which its tone is told: its words and their order, but not whom it is about.

Names, numbers, days and quotations are each one trait whatever they say, so that what was learnt from one outlet's
lines holds for all others'.
"""

import re
from itertools import pairwise

from newsletter.collect.furniture.patterns import QUOTED, REPORTING
from newsletter.collect.normalise import word_set

#: Written large, and still known by their names: where outlets send their readers, and whom they credit.
_KNOWN = (
    "YouTube|WhatsApp|Bluesky|Facebook|Twitter|Instagram|Apple|Google|Spotify|Telegram|Substack|TikTok|LinkedIn|Reddit|"
    "Flipboard|Alexa|Getty|Reuters|AP|AFP|PA|Photo|Photograph|Picture|Image|Video|Credit|Copyright|Newsletter|Podcast|"
    "App|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|I|January|February|March|April|May|June|July|August|"
    "September|October|November|December|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec"
)
#: Capitalised words in a row, other than where a sentence or a label may begin.
_NAMES = re.compile(rf"(?<=[^.!?:|\s]\s)(?:(?!(?:{_KNOWN})\b)[A-ZÀ-ÖØ-Þ][\w'&-]*+(?:\s(?=[A-ZÀ-ÖØ-Þ]))?)+")
_NUMBERS = re.compile(r"\d[\d,.:]*")
#: Arrows, pictures and the like.
_PICTURES = re.compile("[\u2190-\u2bff\u3000-\u303f\U0001f000-\U0001faff]")
_QUOTATION_MARK = re.compile("[\"“”‘']")
#: What stands before an item of a list, be it news or not.
_BULLETS = "•·▪*–—- \t\n"
_SAID, _NAME, _NUMBER, _PICTURE = "\x02", "\x03", "\x04", "\x05"
#: A word with what follows its apostrophe, an ellipsis of dots, or one sign of any other sort.
_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\.{2,}|[^\w\s]|_+")
_CLASSES = {
    _SAID: "<said>",
    _NAME: "<name>",
    _NUMBER: "<number>",
    _PICTURE: "<picture>",
    "...": "…",
    **dict.fromkeys(word_set("monday tuesday wednesday thursday friday saturday sunday"), "<day>"),
    # Those that are no other words.
    **dict.fromkeys(
        word_set(
            "january february april june july august september october november december jan feb sept oct nov dec"
        ),
        "<month>",
    ),
}
_OUTLET = word_set("we our ours us you your yours") | {"we're", "we've", "we'll", "you're", "you've", "you'll"}
_PAST = word_set(
    "was were had did said told went came took gave made got held began left lost won ran rose fell kept met sent paid "
    "saw heard found felt knew thought wrote spoke stood sat drew grew flew threw broke chose drove swore led fed cut "
    "hit shut quit bought brought caught taught fought sought built spent lent bent meant dealt became overcame "
    "withdrew shook struck stuck sank sang rang hung bore tore wore woke stole froze laid lay understood undertook"
)
_STATES = word_set("is are has have will would can could may might must should be does do") | word_set(
    "it's that's there's isn't aren't won't can't don't doesn't hasn't haven't"
)
#: What befalls people, or what they become: a line that tells of it is no word about who wrote the piece.
_BEFALLS = word_set(
    "died dies dead killed buried born resigns resigned quits quit retires retired elected appointed named nominated "
    "confirmed sworn fired ousted joins leaves succeeds replaces picked arrested charged indicted convicted acquitted "
    "sentenced jailed freed wins won loses lost"
)
_ENDS = frozenset([".", "!", "?", '"', ")", "<said>"])
#: In words and signs: the classes of length.
_LENGTHS = (5, 9, 14, 22, 34)


def traits(text: str) -> set[str]:
    """The traits of a line: its words and signs, each two that follow one another, and a few of the line as a whole.

    ``^`` and ``$`` stand for its beginning and its end. A line that is wholly somebody's words, or has no words, has
    no traits.
    """
    own = text.replace("’", "'")
    if _QUOTATION_MARK.search(text):
        own = QUOTED.sub(f" {_SAID} ", text).replace("’", "'")
    own = own.strip(_BULLETS)
    if own.isupper():
        own = own.lower()
    plain = _NUMBERS.sub(_NUMBER, _NAMES.sub(_NAME, own)).lower()
    if not plain.isascii():
        plain = _PICTURES.sub(_PICTURE, plain)
    signs = _TOKEN.findall(plain)
    words = set(signs)
    if _NAME not in words and not any(map(str.isalpha, words)):
        return set()
    run = ["^", *[_CLASSES.get(sign, sign) for sign in signs], "$"]
    return set(run[1:-1]).union(map(" ".join, pairwise(run)), _of_the_whole(run, words))


def _of_the_whole(run: list[str], words: set[str]) -> list[str]:
    past = not _PAST.isdisjoint(words) or any(word.endswith("ed") and len(word) > 4 for word in words)
    found = [
        "(past)" if past else "(no past)",
        f"(length {sum(len(run) - 2 >= bound for bound in _LENGTHS)})",
        f"(names {min(run.count('<name>'), 4)})",
    ]
    if not past and _STATES.isdisjoint(words):
        found.append("(no verb)")
    outlet = not _OUTLET.isdisjoint(words)
    if not (outlet or _BEFALLS.isdisjoint(words)):
        found.append("(befalls)")
    if not REPORTING.isdisjoint(words):
        found.append("(reported)")
    elif outlet:
        found.append("(outlet)")
    if outlet and not past:
        found.append("(outlet, no past)")
    if run[-2] not in _ENDS:
        found.append("(no end)")
    return found
