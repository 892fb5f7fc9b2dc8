"""Repair: after linkage, each text is held against the stories beside its own, each story taken as one profile.

Linkage goes best pair first and never looks back. A text that joined its nearest early may fit another story better
once that is whole; and a text that was left over may fit one whose members it resembles no less than they do each
other. A profile, the mean of all members, has less chance in it than any one of them.

All moves are weighed against the stories as linkage left them, and made best first, none from or into a story that has
changed already: so the result depends on no order. Only stories that a likely pair of neighbours connects are compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from newsletter.curate.events.blocks import batches
from newsletter.curate.events.vetoes import Slots, clashes

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from newsletter.curate.events.likeness import Likeness

#: A text may go over to a story with whose texts it tells one event with this mean probability.
FITS = 0.4
#: And which it resembles at least this share as much as the story's least typical member resembles the others.
KIN = 0.9
#: A text leaves others for a story only if its mean probability there is so much higher than where it stands.
BETTER = 0.1
#: Two stories of more texts than this together are not compared: bounds time and memory.
MOST = 200
#: A text does not go over where it clashes with more than this share of the story's: one that is parted from others by
#: what it is about is not brought back by its words, as a whole group may be.
CLASHES = 0.2


def repaired(groups: Sequence[Sequence[int]], likeness: Likeness, about: Callable[[int], Slots]) -> list[list[int]]:
    """The same texts in stories, of which some have gone over to where they fit better; none is empty.

    Each text stands in one group. Groups, and the texts in them, come back in order of their numbers.
    """
    stories = sorted(sorted(group) for group in groups)
    if len(stories) < 2:
        return stories
    home = {text: number for number, story in enumerate(stories) for text in story}
    moves: list[tuple[float, int, int]] = []
    for blocks in batches([[*stories[one], *stories[other]] for one, other in _beside(stories, home, likeness)]):
        similarity, probability = likeness.among(blocks)
        for number, members in enumerate(blocks.members):
            moves.extend(_moves(members, home, blocks.matrix(similarity, number), blocks.matrix(probability, number)))
    # What a text is about costs most to find out; it is asked only of those that would move, and where to.
    allowed: list[bool] = []
    for blocks in batches([[text, *stories[target]] for _, text, target in moves]):
        clash = clashes(blocks, [about(text) for text in blocks.texts.tolist()])
        numbers = range(len(blocks.members))
        allowed.extend(bool(blocks.matrix(clash, number)[0, 1:].mean() <= CLASHES) for number in numbers)
    moves = [move for move, may in zip(moves, allowed, strict=True) if may]
    changed: set[int] = set()
    for _, text, target in sorted(moves):
        source = home[text]
        if not changed & {source, target}:
            changed |= {source, target}
            stories[source].remove(text)
            stories[target].append(text)
    return sorted(sorted(story) for story in stories if story)


def _beside(stories: Sequence[Sequence[int]], home: dict[int, int], likeness: Likeness) -> list[tuple[int, int]]:
    """Pairs of stories, by number, with a likely pair of neighbours across."""
    first, second = likeness.edges(FITS)
    across = {tuple(sorted((home[a], home[b]))) for a, b in zip(first.tolist(), second.tolist(), strict=True)}
    return sorted((a, b) for a, b in across if a != b and 2 < len(stories[a]) + len(stories[b]) <= MOST)


def _moves(
    members: Sequence[int],
    home: dict[int, int],
    similarity: NDArray[Any],
    probability: NDArray[Any],
) -> Iterator[tuple[float, int, int]]:
    """The moves between two stories that make things better: minus the gain, the text, the number of its new story."""
    # The first story's texts stand before the second's.
    size = sum(home[text] == home[members[0]] for text in members)
    for own, target in (slice(0, size), slice(size, None)), (slice(size, None), slice(0, size)):
        across = probability[own, target]
        if across.shape[1] < 2 or across.mean(axis=1).max() < FITS:
            continue
        kinship = similarity[target, target]
        least = min((kinship.sum(axis=1) - kinship.diagonal()) / (len(kinship) - 1))
        alike, within = similarity[own, target].mean(axis=1), probability[own, own]
        for text, fit in enumerate(across.mean(axis=1).tolist()):
            others = len(within) - 1
            stays = (float(within[text].sum()) - float(within[text, text])) / others + BETTER if others else 0.0
            if fit >= max(FITS, stays) and alike[text] + 1e-9 >= KIN * least:
                yield round(stays - fit, 9), members[own][text], home[members[target][0]]
