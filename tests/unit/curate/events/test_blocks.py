"""The cells of many components, laid out one after the other."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newsletter.curate.events.blocks import CELLS, Blocks, batches
from newsletter.curate.events.weights import matrix

WORDS = "abcde"


@st.composite
def components(draw):
    """Some components of one to four texts, and two lists of words for each text."""
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=5))
    numbers = iter(draw(st.permutations(range(sum(sizes)))))
    words = st.lists(st.sampled_from(WORDS), max_size=6)
    texts = [(draw(words), draw(words)) for _ in range(sum(sizes))]
    return [[next(numbers) for _ in range(size)] for size in sizes], texts


@given(components())
def test_products_are_those_of_each_component_by_itself(drawn):
    members, texts = drawn
    blocks = Blocks.of(members)
    columns = {word: number for number, word in enumerate(WORDS)}
    left, right = (matrix([texts[text][side] for text in blocks.texts], columns) for side in (0, 1))

    flat = blocks.products(left, right)

    for number, each in enumerate(members):
        expected = [[sum(texts[a][0].count(w) * texts[b][1].count(w) for w in WORDS) for b in each] for a in each]
        assert blocks.matrix(flat, number).tolist() == expected
        assert blocks.matrix(blocks.turned(flat), number).tolist() == np.transpose(expected).tolist()


def test_batches_hold_every_component_in_order_and_bound_the_cells():
    side = int(CELLS**0.5)
    sizes = [side // 2, side, 2 * side, 2, 3]
    ends = np.cumsum(sizes)
    members = [range(end - size, end) for size, end in zip(sizes, ends.tolist(), strict=True)]

    found = list(batches(members))

    assert [each for blocks in found for each in blocks.members] == members
    assert all(len(blocks.one) <= CELLS or len(blocks.members) == 1 for blocks in found)
