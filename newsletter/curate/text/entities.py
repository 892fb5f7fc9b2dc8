"""Entities: who and where a title is about, found by rules; no list of persons, no model.

A name is a capitalised word inside a sentence, or at its head where it is all capitals, where another capitalised word
follows, or where the same word stands capitalised elsewhere in the text. Titles That Capitalise Every Word tell
nothing; there a name is a word that the text capitalises. Offices and institutions ("Senate", "Governor") are no
names: many events share them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from newsletter.curate.text.aliases import ALIASES, PLACES
from newsletter.curate.text.terms import word_list, words

#: Names are looked for in so many characters of a text.
OPENING = 1200
#: A title in which more than this share of the words is capitalised is in title case.
TITLE_CASE = 0.6
#: And so many words, at least, are needed to say so.
WORDS_TO_TELL = 4

_OFFICES = word_list(
    """
    a act administration africa african ambassador america american an and appeals army article as asia asian
    assembly assistant association at attorney authority bank bill board british but by cabinet capitol central
    chair chairman chairwoman chancellor chief circuit city coalition commission committee commons congress
    congressional conservative constitutional convention council county court dame defence defense democrat
    democratic department deputy director district east eastern europe election european federal first foreign
    for general gop governor government he her his home house i in independent institute internal international
    it judge justice king labour law leader legislature liberal lieutenant lord mayor military minister ministry
    mp national new no north northern not of office old on opposition our parliament party police premier
    president presidential prime princess public queen rep representative republican reserve saint school second
    secretary sen senate senator she sir south southern speaker st state street supreme that the their they this
    to tory treasury union united university us vice we west western when white with world
    """
)
_TOKEN = re.compile(r"[^\W\d_][\w'\u2019]*|[.!?:;\"“”\n]")
#: A name is known by its firm consonants where it has at least so many.
FIRM = 4
# Vowels and letters that other spellings leave out; and letters that stand for one sound.
_FIRM = {ord(letter): None for letter in "aeiouyhjz"} | {ord("c"): "k", ord("q"): "k", ord("w"): "v"}
_TWICE = re.compile(r"(.)\1")
_INSIDE = re.compile(r"(?<=[\w,;] )[^\W\d_a-z][\w'\u2019]*")
_ENDS = frozenset('.!?:"“\n')


def title_names(title: str, text: str) -> frozenset[str]:
    """The folded names that a title holds, the places among them."""
    tokens = _TOKEN.findall(title[:OPENING])
    written = [token for token in tokens if token[0].isalpha()]
    upper = [token for token in written if token[0].isupper()]
    capital = [token for token in upper if token.casefold() not in _OFFICES]
    telling = len(written) < WORDS_TO_TELL or len(upper) <= TITLE_CASE * len(written)
    found = frozenset(_names(tokens)) if telling else frozenset()
    # In title case, and at the head of a title, the text knows which words are names.
    opening = text[:OPENING]
    inside = [token for token in dict.fromkeys(capital) if _stands_inside(token, opening)]
    return canonical(words(" ".join(found))) - _OFFICES | canonical(words(" ".join(inside)))


def _names(tokens: Sequence[str]) -> Iterator[str]:
    """The names among the tokens of a sentence."""
    head = True
    for place, token in enumerate(tokens):
        if not token[0].isalpha():
            head = token in _ENDS
            continue
        following = tokens[place + 1] if place + 1 < len(tokens) else "."
        known = not head or following[0].isupper() or (len(token) > 1 and token.isupper())
        if token[0].isupper() and known and token.casefold() not in _OFFICES:
            yield token
        head = False


def _stands_inside(token: str, text: str) -> bool:
    """Whether a word stands in a text, spelt just so, elsewhere than at the head of a sentence."""
    place = text.find(token, 2)
    while place >= 0:
        before, behind = text[place - 2 : place], text[place + len(token) : place + len(token) + 1]
        inside = before[1] == " " and (before[0] in "_,;" or before[0].isalnum())
        if inside and not (behind.isalnum() or behind in ("_", "'", "\u2019")):
            return True
        place = text.find(token, place + 1)
    return False


def places(terms: Iterable[str]) -> frozenset[str]:
    """The countries and states among folded words, by whatever word they are called."""
    return PLACES.intersection(canonical(terms))


@lru_cache(maxsize=1 << 16)  # a week has few distinct words, each hundreds of times
def sound(name: str) -> str:
    """What two spellings of a name from another script share: its firm consonants; empty where too few are left.

    >>> sound("kharkiv") == sound("kharkov"), sound("iowa")
    (True, '')
    """
    firm = name.translate(_FIRM)
    if len(firm) >= FIRM:
        firm = _TWICE.sub(r"\1", firm)
    return f"~{firm}" if len(firm) >= FIRM else ""


def canonical(terms: Iterable[str]) -> frozenset[str]:
    """Folded words, each by the one name of what it stands for."""
    return frozenset(ALIASES.get(term, term) for term in terms)
