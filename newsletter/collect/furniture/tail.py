# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""The lines that only their place gives away: teasers at the end of a text and between its paragraphs, authors, lists.

An article ends with background, and that is news. So the walk from the end upward takes nothing that reads as prose,
unless it stands among teasers and has nothing to do with the article.
"""

import re
from collections.abc import Callable, Container, Sequence
from functools import cache
from itertools import islice

from newsletter.collect.furniture import credit
from newsletter.collect.furniture.cohesion import Bonds, leans_on_the_line_before, rare_words
from newsletter.collect.furniture.patterns import NO_CASE
from newsletter.collect.furniture.tone import NEWS, tone
from newsletter.collect.normalise import word_set

#: Teasers are headlines, at most so many words long.
_TEASER = range(1, 26)
#: A headline of another piece has at least and at most so many words; shorter lines are items of lists, or buttons.
_HEADLINE = range(4, 21)
_LINE = range(1, 21)
#: Prose has at least so many words …
_PROSE = 12
#: … and of each so many at least one that only joins others.
_JOINING_SHARE = 6
#: So many paragraphs of prose make an article; below that, nobody can say what belongs to it.
_ARTICLE = 2
#: The tone from which on a line without any rare word, or in several parts, is a button, a label or a motto.
_BUTTON = 2.0
_PARTS = re.compile(r" [·|•▪/] ")
#: Characters; no short line is longer. Words alone do not bound a line, for a megabyte without a space is one word.
_LONGEST = 600
_CUT_OFF = re.compile(r"(?:\.\.\.|…)[\s\])”\"’]*(?:https?://\S+)?$")
_URL = re.compile(r"https?://|www\.|\w\.(?:com|org|net|example|co\.uk)/", NO_CASE)
_ENDS = re.compile(r"[.!?…][\"”’')\]]*\s*$|[\"”’]\s*$")
_JOINING = word_set(
    "a an the of to in on at by for with from and or but that which who is was are were be been has have had it its as "
    "than not after before because while would will their his her they he she"
)


def is_prose(paragraph: str) -> bool:
    """Whether a paragraph reads as written text: a dozen words, an end, and words between the nouns."""
    count = len(paragraph.split())
    return (
        count >= _PROSE
        and bool(_ENDS.search(paragraph[-20:]))
        and sum(word in _JOINING for word in paragraph.lower().split()) * _JOINING_SHARE >= count
    )


def tail(paragraphs: Sequence[str], title: str, teased: Container[int] = ()) -> list[tuple[int, str]]:
    """Which of the last paragraphs are not of the article, by their place, last first, and the rule of each.

    The first paragraph always stays. ``teased`` has the places before which a pointer to another piece was struck out
    already; the number of paragraphs stands for the end.
    """
    found: list[tuple[int, str]] = []
    # A short sentence goes only with a teaser above it and one below.
    between: list[tuple[int, str]] = []
    bonds = cache(lambda: Bonds(title, paragraphs))  # most texts end in prose, and nobody asks
    for place in range(len(paragraphs) - 1, 0, -1):
        paragraph = paragraphs[place]
        if rule := _rule_at_the_end(paragraphs, place, title, bonds):
            found += [*between, (place, rule)]
            between = []
        elif (
            (found or between or place + 1 in teased)
            and _has_words(paragraph, _TEASER)
            and not bonds().cohere(place, before=True)
        ):
            between.append((place, "related-teaser"))
        else:
            break
        if place in teased:
            found += between
            between = []
    return _without_announced_list(found, paragraphs)


def strays(paragraphs: Sequence[str], title: str) -> list[tuple[int, str]]:
    """Which lines between two paragraphs are headlines of other pieces, by their place, and the rule."""
    found: list[tuple[int, str]] = []
    bonds: Bonds | None = None
    listed = False
    for place, line in enumerate(paragraphs[:-1]):
        # An item of a list that a colon announced: "The bill would:".
        listed = line.endswith(":") or (listed and not _ENDS.search(line[-20:]))
        cut_off = _is_cut_off(line)
        if not place or listed or not (cut_off or _is_open(line, _LINE)):
            continue
        bonds = bonds or Bonds(title, paragraphs)
        # A headline has no end, and who is meant by its "she" it does not say: "She ran 40 marathons in 40 days".
        if not (bonds.cohere(place) if cut_off else bonds.share(place)) or _is_button(line) or _teases(line, cut_off):
            found.append((place, "stray-line"))
    return found if found and _is_article(paragraphs) else []


def _is_article(paragraphs: Sequence[str]) -> bool:
    return len(list(islice(filter(is_prose, paragraphs), _ARTICLE))) == _ARTICLE


def _without_announced_list(found: list[tuple[int, str]], paragraphs: Sequence[str]) -> list[tuple[int, str]]:
    """All of it, but not the list that a line such as "The bill would:" announces: that is news."""
    bare = next((i for i, (_, rule) in enumerate(found) if rule in {"related-headline", "stray-line"}), None)
    if bare is None or not paragraphs[found[-1][0] - 1].endswith(":"):
        return found
    return found[:bare]


def _rule_at_the_end(paragraphs: Sequence[str], place: int, title: str, bonds: Callable[[], Bonds]) -> str | None:
    paragraph = paragraphs[place]
    if _is_cut_off(paragraph):
        return "related-teaser"
    if _has_words(paragraph, _TEASER) and _URL.search(paragraph):
        return "related-link"
    if _introduces_the_author(paragraph, place, bonds):
        return "author-bio"
    if _is_open(paragraph, _HEADLINE):
        return "related-headline"
    if (
        _is_open(paragraph, _LINE)
        and (_is_button(paragraph) or not bonds().share(place, before=True))
        and _is_article([title, *islice(paragraphs, place)])
    ):
        return "stray-line"
    return None


def is_about_the_author(paragraph: str) -> bool:
    """Whether a paragraph, if it ends a text, is a word about who wrote it, and no news about a journalist."""
    if len(paragraph) > 3 * _LONGEST or len(paragraph.split()) > 90 or credit.NEWS_OF_THE_DAY.search(paragraph):
        return False
    return bool(credit.BIO.fullmatch(paragraph))


def _introduces_the_author(paragraph: str, place: int, bonds: Callable[[], Bonds]) -> bool:
    """Whether a paragraph is about somebody of whom the article has not said a word, and who writes."""
    named = credit.NAMED.match(paragraph)
    if named is None or not (is_about_the_author(paragraph) or _is_introduction(paragraph)) or tone(paragraph) < NEWS:
        return False
    return not bonds().named_before(place, rare_words(named[1]))


def _is_introduction(paragraph: str) -> bool:
    return (
        _has_words(paragraph, range(4, 70))
        and not credit.NEWS_OF_THE_DAY.search(paragraph)
        and bool(credit.INTRODUCES.match(paragraph))
    )


def _has_words(paragraph: str, number: range) -> bool:
    """Whether a paragraph is a line of so many words, and no longer than such lines are."""
    return len(paragraph) <= _LONGEST and len(paragraph.split()) in number


def _is_button(line: str) -> bool:
    return (len(_PARTS.findall(line)) > 1 or not rare_words(line)) and tone(line) >= _BUTTON


def _teases(line: str, cut_off: bool) -> bool:  # noqa: FBT001 - told already, and asked in one place
    """Whether a line that breaks off between two paragraphs is another piece's: nobody breaks off there to go on."""
    return cut_off and tone(line) >= _BUTTON and not leans_on_the_line_before(line)


def _is_cut_off(paragraph: str) -> bool:
    return (
        ("…" in paragraph or "..." in paragraph) and _has_words(paragraph, _TEASER) and bool(_CUT_OFF.search(paragraph))
    )


def _is_open(paragraph: str, number: range) -> bool:
    """Whether a line of so many words does not end as a sentence does, and announces nothing."""
    return not paragraph.endswith((".", ":")) and _has_words(paragraph, number) and not _ENDS.search(paragraph[-20:])
