# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""Whose piece it is: the agency or the other newsroom that an outlet credits with the whole of it.

Papers print what agencies and partners wrote. They say so in the feed, in the byline, before the first sentence or
below the last one. That an agency contributed, was quoted or took the picture makes no piece its own.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

#: The name by which a newsroom is known, and the others that it goes by, without "The" and points.
_NAMES = {
    "Associated Press": "associated press|ap|ap news|apnews|apnewscom|ap wire|ap newswire",
    "Reuters": "reuters|thomson reuters|reuterscom|reuters news agency|reuters news",
    "Agence France-Presse": "agence france presse|agence francepresse|afp|afpcom|afp news agency|afp relaxnews",
    "PA Media": "pa media|press association|pa|pa news agency|pa news",
    "dpa": "dpa|deutsche presse agentur|deutsche presseagentur|dpa international",
    "United Press International": "united press international|upi|upicom",
    "Bloomberg": "bloomberg|bloomberg news|bloombergcom|bloomberg government|bloomberg law|bloomberg lp",
    "TASS": "tass|itar tass|itartass|tass russian news agency",
    "Xinhua": "xinhua|xinhua news agency|xinhuanet",
    "Interfax": "interfax|interfax ukraine",
    "ANSA": "ansa|ansait",
    "EFE": "efe|agencia efe|efe news",
    "Kyodo News": "kyodo|kyodo news",
    "Yonhap": "yonhap|yonhap news|yonhap news agency",
    "Press Trust of India": "press trust of india|pti",
    "IANS": "ians|indo asian news service|indoasian news service",
    "ANI": "ani|asian news international",
    "Anadolu Agency": "anadolu agency|anadolu ajansi|anadolu|aa",
    "Canadian Press": "canadian press|cp|la presse canadienne",
    "Australian Associated Press": "australian associated press|aap",
    "CNN": "cnn|cnn wire|the cnn wire|thecnnwire|cnn newsource|cable news network|cable news network inc",
    "Tribune News Service": "tribune news service|tns|tribune content agency|tribune content agency llc",
    "The Conversation": "conversation|theconversationcom|conversation us|conversation uk|conversation australia",
    "KFF Health News": "kff health news|kaiser health news|khn|kffhealthnewsorg",
    "States Newsroom": "states newsroom|statesnewsroomcom",
    "Stateline": "stateline|statelineorg",
    "ProPublica": "propublica|propublicaorg",
    "The Marshall Project": "marshall project",
    "The Texas Tribune": "texas tribune",
    "CalMatters": "calmatters|cal matters",
    "The Center Square": "center square",
    "The 19th": "19th|19th news",
    "Inside Climate News": "inside climate news|insideclimate news",
    "Religion News Service": "religion news service|rns",
    "Daily Caller News Foundation": "daily caller news foundation|dcnf",
    "Nexstar Media Wire": "nexstar media wire|nexstar",
    "New York Times News Service": "new york times news service|nyt news service",
}
_KNOWN = {alias: name for name, aliases in _NAMES.items() for alias in aliases.split("|")}
#: A name of so few letters is one only in capitals: Ani is a person, ANI an agency. ``dpa`` writes itself small.
_SHORT = 3
#: Characters of a name that is taken as it stands.
_LONGEST_NAME = 80

#: One that nobody here knows: words with capitals, joined by small ones.
_NAME = r"(?:[A-Z0-9][\w.&/-]{0,30}+(?: (?:of|the|and|for|on|de|la|&) | )?){1,8}"
_MONTH_OR_DAY = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\b|\d)"
)
#: What stands in a byline or a bracket and names nobody.
_NOBODY = re.compile(
    r"(?i:staff|updated?|corrects?|correction|video|photos?|pool|file|exclusive|opinion|analysis|live|breaking|sponsored"
    r"|democrat|republican|independent|print|online|here|our|your|this|that)\b"
)

#: Before the first sentence: a place, perhaps a day, the agency in brackets or between strokes.
_DATELINE = re.compile(r"[^()\n]{0,90}(?:\(([^()\n]{2,40})\)|/([A-Z]{3,10})/(?=[\s.]))\s?\.?\s?([—–―-]{0,2})")
#: Characters, within which the bracket or the stroke of a dateline opens.
_DATED = 91
_PLACE = re.compile(
    r"(?:[A-ZÀ-Þ][A-ZÀ-Þ.’'/ -]{2,40}\b)(?:, ?[A-Z][\w. ]{1,25})?(?:[,.] ?[A-Z][a-z]{2,8}\.? \d{1,2})?\W*"
)
_BYLINE = re.compile(r"\W*(?i:by|from|via)\s+(?:the )?([^\n]{2,90})", re.IGNORECASE)
_SIGNED = re.compile(r"(?:[—–―-]{1,2}\s?|\(|\[|(?i:source)s?\s?:\s?)([^\n()\[\]]{2,60}?)[\s.)\]]*")
_COPYRIGHT = re.compile(
    r"\W*(?:all )?(?:contents?:? )?(?:the-cnn-wire\W{1,6})?(?:copyright\b|©|\(c\)|™ ?& ?©)[\W\d]{0,20}"
    r"(?:copyright\b[\W\d]{0,12})?(?:by )?(?:the )?([^\n.,|]{2,60})",
    re.IGNORECASE,
)
_PIECE = r"(?:story|article|report|piece|analysis|essay|post|interview|investigation|item|commentary|column|explainer)"
_PUBLISHED = re.compile(
    rf"\W*(?i:(?:a version of )?(?:this|the) {_PIECE} (?:(?:was|is|has been|had been|originally|first|previously"
    r"|initially|also|being) ){0,4}(?:(?:published|republished|reprinted|produced|reported|appeared|ran|posted"
    r"|syndicated|distributed|provided|written|shared|copublished|co-published)(?: (?:and|here|online|first))? ){1,2}"
    r"(?:with (?:the )?permission )?(?:by|in|on|at|from|of|to you by|courtesy of|through|via)) (?i:the )?(?P<name>"
    rf"{_NAME})(?![’'\w])"
)
_HANDED_ON = re.compile(
    rf"\W*(?i:distributed by|republished (?:from|by|with permission (?:from|of))|reprinted (?:from|with permission"
    rf" (?:from|of))|syndicated (?:by|from)|courtesy of|provided by|this content is provided by) (?i:the )?"
    rf"(?P<name>{_NAME})(?![’'\w])"
)
#: What somebody does for an agency: ``Associated Press Writer``.
_POST = re.compile(r"\s+(?:staff|writers?|reporters?|correspondents?)\b.*", re.IGNORECASE | re.DOTALL)
#: What only one newsroom puts below its pieces.
_HOUSE_MARKS = (
    (re.compile(r".{0,40}thomson reuters trust principles", re.IGNORECASE), "Reuters"),
    (
        re.compile(r"\W*\(?(?:additional )?reporting by [^\n]{3,200}; ?(?:writing|editing) by ", re.IGNORECASE),
        "Reuters",
    ),
    (re.compile(r".{0,60}\bthe ap is solely responsible for (?:all|this) content", re.IGNORECASE), "Associated Press"),
    (re.compile(r".{2,60} is (?:a )?part of (?:the )?states newsroom\b", re.IGNORECASE), "States Newsroom"),
    (re.compile(r"\W*(?:kff|kaiser) health news is (?:a|the) \w+ (?:newsroom|news)", re.IGNORECASE), "KFF Health News"),
    (re.compile(r"\W*propublica is (?:a|the) (?:nonprofit|pulitzer)", re.IGNORECASE), "ProPublica"),
)
#: An agency that took part has not written the whole. Nor has one whose picture it is.
_TOOK_PART = re.compile(
    r"\b(?:contribut\w+|additional reporting|with (?:files|reporting|material|information)|photos?|pictures?|image)\b",
    re.IGNORECASE,
)
#: Some word of every tail but a signature: the other paragraphs need not be parted into sentences.
# fmt: off
_TRIGGERS = (
    "copyright", "©", "(c)", "publish", "reprint", "distribut", "syndicat", "courtesy", "provided", "shared",
    "produced", "appeared", "reported by", "written by", "posted", " ran ", "trust principles", "editing by",
    "solely responsible", "states newsroom", "health news is", "propublica is",
)
# fmt: on
#: Paragraphs at either end in which a credit can stand, and characters of each that are looked at.
_HEAD, _TAIL, _ROOM = 4, 8, 1_500
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")


def credited_to(*, authors: Sequence[str], source: str, text: str) -> str:
    r"""The newsroom that a piece as a whole is credited to, by the name it is known by; empty for own work.

    An agency's own pieces are credited to itself.

    Args:
        authors: as the feed names them.
        source: the title of the RSS ``source`` element, or of an Atom one; may be empty.
        text: before furniture is struck out of it, because credits are furniture; a blank line parts paragraphs.

    >>> credited_to(authors=["By JANE DOE, Associated Press"], source="", text="")
    'Associated Press'
    >>> credited_to(authors=[], source="", text="LONDON, Nov 3 (Reuters) - The pound fell.")
    'Reuters'
    >>> credited_to(authors=[], source="", text="The pound fell.\n\nThe Associated Press contributed to this report.")
    ''
    """
    return next(filter(None, _credits(authors, source, text)), "")


def newsroom(name: str) -> str:
    """The name by which an agency is known, whatever it is called here; empty for one that is not known.

    >>> newsroom("The A.P.")
    'Associated Press'
    """
    bare = " ".join(re.sub(r"[^\w\s/-]", "", name).replace("-", " ").replace("/", " ").split())
    bare = bare[4:] if bare[:4].casefold() == "the " else bare
    key = bare.casefold()
    if len(key) <= _SHORT and not (bare.isupper() or key == "dpa"):
        return ""
    return _KNOWN.get(key, "")


def _credits(authors: Sequence[str], source: str, text: str) -> Iterator[str]:
    title = " ".join(source.split())[:_LONGEST_NAME]
    if title:
        yield _opening_name(title) or title
    for author in authors:
        yield _of_byline(" ".join(author.split())[:_ROOM])
    paragraphs = [paragraph for paragraph in text.split("\n\n") if paragraph.strip()]
    for paragraph in paragraphs[:_HEAD]:
        yield _of_dateline(paragraph[:_ROOM])
        if len(paragraph) <= _LONGEST_NAME + 20 and (byline := _BYLINE.match(paragraph)):
            yield _of_byline(byline[1])
    ends = [paragraph[-_ROOM:] for paragraph in reversed(paragraphs[-_TAIL:])]
    any_may = _may_credit("\n".join(ends))
    for end in ends:
        if len(end) <= _LONGEST_NAME or (any_may and _may_credit(end)):
            for sentence in _SENTENCE.split(end):
                yield _of_tail(sentence.strip())


def _may_credit(text: str) -> bool:
    folded = text.casefold()
    for trigger in _TRIGGERS:  # noqa: SIM110 - any() takes twice as long, and every entry is asked
        if trigger in folded:
            return True
    return False


def _opening_name(title: str) -> str:
    """The agency whose feed is called so: ``Reuters: World News``."""
    return newsroom(title) or newsroom(re.split(r"\s*[:|–—]\s*|\s-\s", title, maxsplit=1)[0])


@lru_cache(maxsize=4096)  # outlets repeat them in every entry
def _of_byline(byline: str) -> str:
    """The agency in a byline, alone or after the writer's name; one beside the outlet's own staff is none."""
    if _TOOK_PART.search(byline):
        return ""
    byline = re.sub(r"^\W*(?:by|from|via)\s+", "", byline, flags=re.IGNORECASE)
    for part in (byline, *re.split(r"\s*[,|/();]\s*|\s[—–-]\s", byline)):
        if found := newsroom(_POST.sub("", part)):
            return found
    # "By JANE DOE Associated Press": a name, and the agency's after it.
    words = byline.split()
    counts = [
        n for n in (3, 2, 1) if len(words) > n + 1 and words[-n - 1].casefold() not in {"and", "with", "&", "the"}
    ]
    return next(filter(None, (newsroom(" ".join(words[-n:])) for n in counts)), "")


def _of_dateline(paragraph: str) -> str:
    opening = paragraph[:_DATED]
    found = _DATELINE.match(paragraph) if "(" in opening or "/" in opening else None
    if not found:
        return ""
    name = (found[1] or found[2]).strip()
    before = paragraph[: found.start(1) - 1 if found[1] else found.start(2) - 1].strip()
    placed = bool(_PLACE.fullmatch(before))
    if known := newsroom(name):
        return known if placed or found[2] or found[3] or not before else ""
    # One that is not known: only after a place in capitals and before a dash.
    named = re.fullmatch(_NAME, name) and not _NOBODY.match(name) and not _MONTH_OR_DAY.match(name)
    return name if named and placed and found[3] and "-" not in name else ""


def _of_tail(sentence: str) -> str:
    if _TOOK_PART.search(sentence):
        return ""
    for mark, name in _HOUSE_MARKS:
        if mark.match(sentence):
            return name
    if held := _COPYRIGHT.match(sentence):
        return _opening_words(held[1])
    if handed := _PUBLISHED.match(sentence) or _HANDED_ON.match(sentence):
        return _as_named(handed["name"])
    signed, byline = _SIGNED.fullmatch(sentence), _BYLINE.fullmatch(sentence)
    return (newsroom(signed[1]) if signed else "") or (_of_byline(byline[1]) if byline else "")


def _opening_words(text: str) -> str:
    """The agency whose name a text opens with: ``Bloomberg L.P.``."""
    words = text.split()
    heads = (" ".join(words[:count]) for count in range(min(len(words), 6), 0, -1))
    return next(
        (name for head in heads if (name := newsroom(head)) and (len(head) > _SHORT or head == text.strip())), ""
    )


def _as_named(name: str) -> str:
    """A name out of running text, without what follows it; empty where it is a date or nobody's."""
    name = re.sub(r"\s(?:and|of|the|for|on|de|la|&)$", "", name.strip(" .,/-")[:_LONGEST_NAME])
    if not name or _MONTH_OR_DAY.match(name) or _NOBODY.match(name):
        return newsroom(name)
    return newsroom(name) or name
