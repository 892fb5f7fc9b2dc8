"""Which paragraphs may hold a line that its outlet prints again and again.

Few do, and to know where sentences really end is slow. So texts are first cut wherever a sentence might end, and each
piece is counted by its letters alone. Every line is a run of such pieces: where a line stands again and again, so do
all of its pieces.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from newsletter.collect.letters import APART, LETTER, MAY_STOP, SPACE, Folded, Row, digests, folded, kinds, numbered
from newsletter.collect.letters import together as in_runs

#: Keeps the pieces of one outlet apart from those of the next.
_OUTLETS_APART = 0xA0761D6478BD642F


class Print(NamedTuple):
    """A text that an outlet printed, under a story."""

    outlet: str
    #: The number of the story. Of all texts together these never fall.
    story: int
    text: str


def paragraphs_again(prints: Sequence[Print], *, stories: int, words: int) -> list[tuple[int, str]]:
    """The paragraphs that may hold a line of so many words that stands under so many stories of its outlet.

    Each with the place of its text, in order. There may be others among them; none is missing.
    """
    import numpy as np

    if not prints:
        return []
    pieces = [_pieces(some) for some in in_runs(folded(_parted(each.text)) for each in prints)]
    counts = np.fromiter((each.text.count("\n\n") + 1 for each in prints), dtype=np.int64, count=len(prints))
    first = np.cumsum(counts) - counts  # the number of each text's first paragraph
    before = accumulate((own.paragraphs for own in pieces), initial=0)
    paragraph = np.concatenate([own.paragraph + start for own, start in zip(pieces, before, strict=False)])
    text = np.searchsorted(first, paragraph, side="right") - 1
    numbers: dict[str, int] = {}
    outlet = np.array([numbers.setdefault(each.outlet, len(numbers)) for each in prints], dtype=np.uint64)
    story = np.array([each.story for each in prints], dtype=np.int64)
    digest = np.concatenate([own.digest for own in pieces]) ^ (outlet[text] * np.uint64(_OUTLETS_APART))
    often = _often(digest, story[text], stories)
    words_of = np.concatenate([own.words for own in pieces])
    within = np.concatenate([own.within for own in pieces])
    marked = _long_runs(often, paragraph, words_of, within, words)
    found: list[tuple[int, str]] = []
    split: dict[int, list[str]] = {}
    for here in marked.tolist():
        place = int(np.searchsorted(first, here, side="right")) - 1
        if place not in split:
            split = {place: prints[place].text.split("\n\n")}
        found.append((place, split[place][here - int(first[place])]))
    return found


class _Pieces(NamedTuple):
    """The pieces of some texts that have any letter, in order: a row for each thing known of them."""

    digest: Row
    #: The number of its paragraph, from the first of these texts on.
    paragraph: Row
    #: How many words begin in it.
    words: Row
    #: Whether it begins within a word.
    within: Row
    #: How many paragraphs there are in all.
    paragraphs: int


def _parted(text: str) -> str:
    return (text.replace(APART, " ") if APART in text else text).replace("\n\n", APART)


def _pieces(texts: Sequence[Folded]) -> _Pieces:
    import numpy as np

    codes = numbered(texts, apart=APART)
    kind = kinds(codes)
    space = kind & SPACE != 0
    cuts = np.flatnonzero(kind & MAY_STOP != 0)
    apart = cuts[codes[cuts] == ord(APART)]
    starts = np.r_[0, cuts + 1]
    letters = np.flatnonzero(kind & LETTER != 0)
    borders = np.r_[np.searchsorted(letters, starts), len(letters)]
    filled = np.flatnonzero(borders[1:] > borders[:-1])
    starts_a_word = ~space
    starts_a_word[1:] &= space[:-1]
    firsts = np.flatnonzero(starts_a_word)
    words = np.r_[np.searchsorted(firsts, starts), len(firsts)]
    begins = starts[filled]
    return _Pieces(
        digest=digests(codes[letters], borders[filled], borders[filled + 1]),
        paragraph=np.searchsorted(apart, begins),
        words=words[filled + 1] - words[filled],
        within=~space[begins] & ~starts_a_word[begins],
        paragraphs=len(apart) + 1,
    )


def _often(digest: Row, story: Row, stories: int) -> Row:
    """Whether each piece stands under so many stories; the stories' numbers never fall."""
    import numpy as np

    often = np.zeros(len(digest), dtype=bool)
    if not len(digest):
        return often
    order = np.argsort(digest, kind="stable")
    digest, story = digest[order], story[order]
    begins = np.r_[True, digest[1:] != digest[:-1]]
    another = begins | np.r_[True, story[1:] != story[:-1]]
    firsts = np.flatnonzero(begins)
    times = np.add.reduceat(another.astype(np.int64), firsts)
    often[order] = np.repeat(times >= stories, np.diff(np.r_[firsts, len(digest)]))
    return often


def _long_runs(often: Row, paragraph: Row, words: Row, within: Row, least: int) -> Row:
    """The numbers of the paragraphs, in order, in which pieces that stand often have so many words in a row."""
    import numpy as np

    here = np.flatnonzero(often)
    if not len(here):
        return here
    goes_on = (np.diff(here) == 1) & (np.diff(paragraph[here]) == 0)
    firsts = np.flatnonzero(np.r_[True, ~goes_on])
    length = np.add.reduceat(words[here], firsts) + within[here[firsts]]
    long: Row = np.unique(paragraph[here[firsts[length >= least]]])
    return long
