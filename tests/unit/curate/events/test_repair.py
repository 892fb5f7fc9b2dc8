"""After linkage, a text may go over to the story that it fits better."""

import numpy as np
import pytest

from newsletter.curate.events.circumstances import circumstances
from newsletter.curate.events.likeness import Likeness, compare
from newsletter.curate.events.repair import MOST, repaired
from newsletter.curate.events.vetoes import slots
from newsletter.curate.text.terms import body_terms, title_terms
from tests.builders import an_entry

LEVEE = "levee failure floods Marlow riverside homes; engineers blame seepage, governor sends pumps"
TARIFF = "grain tariff raised by parliament; farmers protest duty on barley, exporters warn of losses"
PIECES = [
    ("Marlow levee fails, riverside homes flooded", LEVEE),
    ("Riverside homes under water as Marlow levee gives way", f"{LEVEE} and boats"),
    ("Engineers blame seepage for Marlow levee failure", f"{LEVEE} at dawn"),
    ("Parliament raises grain tariff", TARIFF),
    ("Farmers protest as grain tariff rises", f"{TARIFF} abroad"),
    ("Exporters warn over grain tariff and barley duty", f"{TARIFF} again"),
]


def week(pieces=PIECES):
    """The likeness of some pieces, and what each is about."""
    entries = [
        an_entry(str(number), title=title, content=text, outlet=f"Outlet {number}")
        for number, (title, text) in enumerate(pieces)
    ]
    told = [circumstances([entry]) for entry in entries]
    likeness = compare([title_terms(entry) * 4 + body_terms(entry) for entry in entries], told)
    return likeness, lambda text: slots(
        entries[text], told[text], title_terms(entries[text]), body_terms(entries[text])
    )


class Certain(Likeness):
    """Holds any two texts to tell one event."""

    def among(self, blocks):
        return np.ones(len(blocks.one)), np.ones(len(blocks.one))

    def edges(self, at_least):
        return self.first, self.second


def certain(count):
    one, other = np.nonzero(~np.eye(count, dtype=bool))
    none = np.zeros(0)
    return Certain(none, none, np.zeros(count), one, other, none, none, none, none)


def test_a_text_left_over_joins_the_story_that_it_fits():
    assert repaired([[0], [1, 2], [3, 4, 5]], *week()) == [[0, 1, 2], [3, 4, 5]]


def test_a_text_in_the_wrong_story_goes_over_to_the_right_one():
    assert repaired([[0, 1], [2, 3, 4, 5]], *week()) == [[0, 1, 2], [3, 4, 5]]


def test_stories_that_are_well_stay_as_they_are():
    assert repaired([[0, 1, 2], [3, 4, 5]], *week()) == [[0, 1, 2], [3, 4, 5]]


def test_a_lone_text_does_not_join_another_lone_one():
    """A profile of one text has no less chance in it than the text: linkage has decided that already."""
    alone = [[text] for text in range(len(PIECES))]

    assert repaired(alone, *week()) == alone


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_stories_and_of_texts_plays_no_part(seed):
    dice = np.random.default_rng(seed)
    groups = [[0], [1, 2], [3], [4, 5]]
    shuffled = [[int(text) for text in dice.permutation(groups[place])] for place in dice.permutation(len(groups))]

    assert repaired(shuffled, *week()) == repaired(groups, *week()) == [[0, 1, 2], [3, 4, 5]]


def test_a_veto_keeps_a_text_out_of_a_story_that_it_resembles():
    """The template is one, the state is another."""
    _, about = week(
        [
            ("Ohio governor race: Brannock wins vote", "governor race count turnout ballots Brannock Ohio late vote"),
            ("Brannock wins Ohio governor vote", "governor race count turnout ballots Brannock Ohio night vote"),
            ("Iowa governor race: Sundquist wins vote", "governor race count turnout ballots Sundquist Iowa late vote"),
        ]
    )

    assert repaired([[0, 1], [2]], certain(3), about) == [[0, 1], [2]]
    assert repaired([[0, 1], [2]], certain(3), lambda _: about(0)) == [[0, 1, 2]]


def test_stories_of_very_many_texts_are_not_compared():
    """A flood of one text in small variations is one story already; the square of its size would take all memory."""
    _, about = week()
    groups = [[0], [*range(1, MOST + 1)]]

    assert repaired(groups, certain(MOST + 1), about) == groups


def test_no_stories_make_none():
    assert repaired([], *week()) == []
