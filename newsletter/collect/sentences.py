# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""Where one sentence ends and the next begins.

A library proposes the boundaries; here they are mended for political news, whose lines are full of
``Sen.``, ``D-N.Y.``, ``H.R. 1`` and ``5 p.m. Monday``. A wrong boundary would print half a sentence,
a missing one only a longer quotation: where a word may be either, the sentence goes on.
"""

import re
from itertools import pairwise

import sentencex

from newsletter.collect.normalise import word_set

#: Capitalised, they never end a sentence: a name follows.
_TITLES = word_set(
    "adm amb assoc asst atty brig capt cmdr col cpl det dr fr ft gen gov govs hon insp lt maj messrs mr mrs ms msgr mt "
    "pfc pres prof pvt rep reps rev sen sens sgt st supt treas"
)
#: Neither do these: another party or a number follows.
_BEFORE_NAME = frozenset(["v", "vs"])
_BEFORE_NUMBER = word_set("no nos art arts sec secs ch fig figs p pp para vol est approx ca")
_NUMBER = re.compile(r"\d|(?:[IVXLC]{2,}|[IVX](?=[,.;)]))")
#: Capitalised, they may end a sentence; they do where a word follows with which sentences begin.
_PERHAPS = word_set(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "inc corp co cos ltd bros llc jr sr esq dept univ ave blvd rd ph.d m.d b.a m.a"
)
#: The states as newspapers shorten them; they count after a comma or a party's letter only, as in "R-Ill.".
_STATES = (
    "Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Me|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|"
    "Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo"
)
_STATE_END = re.compile(rf"(?:, |\b[DRI]-)(?:{_STATES})\.$")
#: … or before a title, as in "Wash. Gov. Jay Inslee".
_STATE = re.compile(rf"\b(?:{_STATES})\.$")
_TITLE = re.compile(r"(?:Govs?|Sens?|Reps?|Atty|Lt|Supt)\.|(?:Governor|Senator|Attorney|Representative|Secretary)\b")
#: Initials and acronyms: "J.", "U.S.", "D-N.Y.".
_LETTERS_END = re.compile(r"(?:^|[\s(\[“\"‘'-])(?:[A-Z]\.)+$")
_TIME_END = re.compile(r"\b[ap]\.m\.$")
_AFTER_TIME = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|March|Mar|April|Apr|May|June|July|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b"
    r"|(?:E|C|M|P)[SD]?T\b|(?:Eastern|Central|Mountain|Pacific|Greenwich|GMT|UTC)\b"
)
#: Words with which sentences begin, and which hardly ever follow an abbreviation within one.
_STARTERS = word_set(
    "a after all also although among an and another any as at because before both but by despite during each even "
    "every few for from had has he her here his how however i if in instead is it its last later many meanwhile more "
    "most mr mrs ms my neither no nobody none nor not nothing now of on once one only or other others our she since "
    "so some still such that the their then there these they this those though through to under until we what when "
    "where whether which while who why with without yet you your"
)
#: Half of a character, as broken feeds have it: the library takes none. Whatever stands in its place is as long.
_SURROGATE = re.compile("[\ud800-\udfff]")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"([A-Za-z][A-Za-z.-]*)\.$")
#: A question or shout in quotation marks, and who uttered it: one sentence.
_QUOTED_SHOUT_END = re.compile(r"[?!][”\"’']$")
_UTTERED = re.compile(
    r"(?:[A-Z][\w.’'-]*,? ){1,5}(?:said|says|asked|asks|wrote|writes|added|cried|shouted|replied|tweeted|told|yelled)\b"
)
#: Boundaries that the library passes over: after a remark in brackets, after a full stop inside a closing quotation
#: mark, and after small words that it takes for abbreviations ("me", "no").
_PASSED_OVER = re.compile(r"(?:[.!?][”\"’']?[)\]]|\.[”\"]|\b(?:[a-z]{2,}|No)\.)\s+(?=[“\"‘(\[]?[A-Z])")
#: The library's time grows with the square of a text's quotation marks; so many characters take it some milliseconds.
_LONGEST = 5_000
#: So many characters before a boundary tell whether it is one.
_TAIL = 100
_OPENING_END = re.compile(r"(?<=\s)[“‘(\[]\s{0,2}(?=\Z)")
_LIST_NUMBER = re.compile(r"[(\[]?(?:\d{1,3}|[a-z])[.)]$")


def sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph, in order; each a substring of it, without space around it.

    >>> sentences("Sen. Ann Lee, D-N.Y., spoke at 5 p.m. Monday. “We won,” she said. The U.S. House adjourned.")
    ['Sen. Ann Lee, D-N.Y., spoke at 5 p.m. Monday.', '“We won,” she said.', 'The U.S. House adjourned.']
    """
    ends: list[int] = []
    end = 0
    for proposed in (proposed for portion in _portions(paragraph) for proposed in _proposed(portion)):
        start = ends[-2] if len(ends) > 1 else 0
        if ends and _goes_on(paragraph[max(start, end - _TAIL) : end].rstrip(), proposed):
            ends.pop()
        end += len(proposed)
        ends.append(end)
    # What opens a quotation belongs to the words that follow it.
    for i, end in enumerate(ends[:-1]):
        if opening := _OPENING_END.search(paragraph, end - 4 if end > 4 else 0, end):
            ends[i] = end - len(opening[0])
    pieces = (paragraph[start:end].strip() for start, end in pairwise([0, *ends]))
    return [piece for piece in pieces if piece]


def _portions(paragraph: str) -> list[str]:
    """The paragraph in runs that the library can take, cut after a full stop where there is one."""
    portions: list[str] = []
    start = 0
    while len(paragraph) - start > _LONGEST:
        stop = paragraph.rfind(". ", start, start + _LONGEST)
        end = stop + 2 if stop >= 0 else start + _LONGEST
        portions.append(paragraph[start:end])
        start = end
    return [*portions, paragraph[start:]]


def _proposed(paragraph: str) -> list[str]:
    """The paragraph cut at every likely boundary; joined again, the pieces are the paragraph."""
    pieces: list[str] = []
    for piece in sentencex.segment("en", _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", paragraph)):
        start = 0
        for boundary in _PASSED_OVER.finditer(piece):
            if _quotation_is_open(piece[: boundary.end()]):
                continue  # what one person said in one go stays whole
            pieces.append(piece[start : boundary.end()])
            start = boundary.end()
        pieces.append(piece[start:])
    return pieces


def _quotation_is_open(text: str) -> bool:
    return text.count("“") > text.count("”") or text.count('"') % 2 == 1


def _goes_on(before: str, after: str) -> bool:
    """Whether a proposed boundary is none."""
    following = after.lstrip(" “\"‘'([—–-")
    if not any(map(str.isalnum, before)) or not any(map(str.isalnum, after)):
        return True  # a stray mark is no sentence
    if following[:1].islower() or _LIST_NUMBER.fullmatch(before):
        return True
    if _QUOTED_SHOUT_END.search(before):
        return bool(_UTTERED.match(after))
    if _TIME_END.search(before):
        return bool(_AFTER_TIME.match(following))
    return before.endswith(".") and _is_abbreviation(before, following)


def _is_abbreviation(before: str, following: str) -> bool:
    """Whether the full stop that ends ``before`` belongs to its last word only."""
    last = _LAST_WORD.search(before)
    word = last[1].rsplit("-", 1)[-1] if last else ""
    key, capitalised = word.lower(), word[:1].isupper()
    if (capitalised and key in _TITLES) or key in _BEFORE_NAME:
        return True
    if _STATE.search(before) and _TITLE.match(following):
        return True
    if key in _BEFORE_NUMBER:
        return bool(_NUMBER.match(following))
    if (capitalised and key in _PERHAPS) or _LETTERS_END.search(before) or _STATE_END.search(before):
        first = _FIRST_WORD.match(following)
        return not first or first[0].lower() not in _STARTERS
    return False
