"""Terms: what an entry is about, as a list of folded words.

Two reports of one event share names, places, numbers and rare nouns. What every report has (function words,
"said", weekdays, the agency's name) says nothing about the event and is left out here, once, so that all
later steps count only words that can tell events apart.
"""

import re
import unicodedata
from collections.abc import Iterable
from itertools import chain

from newsletter.domain.entry import Entry

#: Only the opening of a text is read, in words: further down, reports turn to background that others share.
LEAD_WORDS = 400
#: A longer title is no title; what follows is not read.
TITLE_WORDS = 60
#: Longer runs of letters are no words (addresses, code); they are cut here.
WORD_LENGTH = 40
#: So many words are remembered with their terms; what comes after costs a little more.
MOST_WORDS = 1 << 16

_FUNCTION_WORDS = """
a about above across after again against ago ahead all almost alone along already also although always am amid among an
and another any anyone anything are aren't around as aside at away back be became because become becomes been before
began behind being below between beyond both but by came can can't cannot come comes could couldn't did didn't do does
doesn't doing don't done down during each either else ended enough even ever every everyone everything far few five for
former four from further gave get gets getting give given go goes going gone got had hadn't has hasn't have haven't
having he he'd he'll he's her here hers herself him himself his how however i i'd i'll i'm i've if in including indeed
instead into is isn't it it's its itself just keep kept know known last late later least less let like likely made make
makes making many may maybe me might mine more moreover most mostly much must my myself near nearly neither never
nevertheless next nine no nobody none nor not nothing now of off often on once one only onto or other others otherwise
our ours ourselves out over own part per perhaps put quite rather really same see seem seemed seems seen set seven
several shall she she'd she'll she's should shouldn't show shows since six so some someone something sometimes soon
still such take taken takes taking ten than that that's the their theirs them themselves then there there's therefore
these they they'd they'll they're they've thing things this those though three through throughout thus to together too
took toward towards two under unless until up upon us use used using very want wants was wasn't way we we'd we'll we're
we've well went were weren't what what's whatever when where whether which while who who's whole whom whose why will
with within without won't would wouldn't yet you you'd you'll you're you've your yours yourself
"""
_REPORTING = """
according added analysis announce announced announces announcing breaking claim claimed claims comment comments
exclusive live news opinion read report reported reportedly reporting reports said say saying says spokesman
spokesperson spokeswoman statement statements story tell telling tells told update updated updates video watch
"""
_CALENDAR = """
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun january february march
april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec afternoon
day days evening hour hours minute minutes month months morning night noon time today tomorrow tonight week weeks year
years yesterday
"""
# Agencies and papers stand in datelines and credits; forms of address before every name.
_CREDITS = "abc afp ap associated bbc cbs cnn huffpost mr mrs ms msnbc nbc npr politico post press reuters times dr"


def word_list(running: str) -> frozenset[str]:
    """Words written as running text, as a set: a long list stays readable in a diff."""
    return frozenset(running.split())


#: Words that say nothing about an event.
STOP_WORDS = word_list(f"{_FUNCTION_WORDS} {_REPORTING} {_CALENDAR} {_CREDITS}")

# Typographic signs to plain ones: apostrophes, quotation marks, dashes, the soft hyphen, the ellipsis.
_STRAIGHT = {
    "\u2019": "'",
    "\u2018": "'",
    "\u02bc": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u2013": " ",
    "\u2014": " ",
    "\u00ad": "",
    "\u2026": " ",
}
_ABBREVIATION = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:'[^\W_]+)*")


def title_terms(entry: Entry) -> list[str]:
    """The terms of an entry's title, in order."""
    return _terms(entry.title.split()[:TITLE_WORDS])


def body_terms(entry: Entry) -> list[str]:
    """The terms of the opening of an entry's text, in order; empty without a text."""
    # A full text may be a book; only as much of it is split as is read.
    return _terms(entry.text[: LEAD_WORDS * 12].split(None, LEAD_WORDS)[:LEAD_WORDS])


def words(text: str) -> list[str]:
    """The folded words and numbers of a text in any script that parts its words, without stop words.

    >>> words("The U.S.A. sanctions Russia's 1,200 refineries, says Peña")
    ['usa', 'sanction', 'russia', '1200', 'refinery', 'pena']
    """
    return _terms(text.split())


def _terms(written: Iterable[str]) -> list[str]:
    """The terms of words as they are written, each with the signs around it."""
    return list(chain.from_iterable(map(_REMEMBERED.__getitem__, written)))


def _within(written: str) -> tuple[str, ...]:
    """The terms that stand between two spaces. Whatever is beyond a space does not change them."""
    plain = _plain(written)
    if plain.isalpha():  # most words, and they are done with
        term = _fold(plain)
        return (term,) if term else ()
    if "." in plain:
        plain = _ABBREVIATION.sub(lambda found: found[0].replace(".", ""), plain)
    return tuple(word for word in map(_fold, _WORD.findall(plain)) if word)


class _Remembered(dict[str, tuple[str, ...]]):
    """Each word as it is written to its terms, found when first asked for.

    A week has few distinct words, each read hundreds of times and by several steps. Long ones (addresses, sentences of
    scripts that write without spaces) are as good as all distinct: they are found anew each time.
    """

    def __missing__(self, written: str) -> tuple[str, ...]:
        found = _within(written)
        if len(written) <= WORD_LENGTH and len(self) < MOST_WORDS:
            self[written] = found
        return found


_REMEMBERED = _Remembered()


def _plain(text: str) -> str:
    """Lower case, plain signs, and letters without accents and vowel points: every spelling of a name is one word."""
    text = text.casefold()
    if text.isascii():
        return text
    for sign, plain in _STRAIGHT.items():
        text = text.replace(sign, plain)
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKD", text)
    for mark in {c for c in set(text) if c >= "\u0300" and unicodedata.category(c)[0] == "M"}:
        text = text.replace(mark, "")
    return text


def _fold(word: str) -> str:
    """A word without possessive and plural; empty for one that says nothing."""
    if word[0].isdigit():
        return word.replace(",", "")[:WORD_LENGTH]
    bare = word.removesuffix("'s")
    if bare in STOP_WORDS or word in STOP_WORDS or len(bare) < 2:
        return ""
    bare = bare.replace("'", "")[:WORD_LENGTH]
    if len(bare) > 4 and bare.endswith("ies"):
        return bare[:-3] + "y"
    if bare.endswith("sses"):
        return bare[:-2]
    if len(bare) > 3 and bare.endswith("s") and not bare.endswith(("ss", "us", "is")):
        return bare[:-1]
    return bare
