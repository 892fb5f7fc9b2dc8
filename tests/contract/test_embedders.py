"""The port ``Embedder``: texts that mean the same point the same way."""

import numpy as np
import pytest

from newsletter.backends.embedders.minilm import WIDTH, MiniLmEmbedder

PARAPHRASES = (
    "The Senate passed the budget by 51 votes to 49.",
    "Senators approve the spending plan in a narrow vote.",
    "A storm flooded the coast of Texas and cut off two towns.",
)


@pytest.fixture(scope="module")
def embedder():
    return MiniLmEmbedder()


def test_each_text_is_a_direction(embedder):
    rows = embedder.embed(PARAPHRASES)

    assert rows.shape == (3, WIDTH)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=0.01)


def test_what_means_the_same_is_nearer_than_what_does_not(embedder):
    budget, plan, storm = embedder.embed(PARAPHRASES)

    assert budget @ plan > 0.4
    assert max(budget @ storm, plan @ storm) < 0.2


def test_a_text_is_the_same_whatever_stands_beside_it(embedder):
    """Else the order in which entries arrive would decide which are one story."""
    together = embedder.embed(PARAPHRASES)
    turned = embedder.embed(PARAPHRASES[::-1])[::-1]
    alone = np.concatenate([embedder.embed([text]) for text in PARAPHRASES])

    assert (together == turned).all()
    assert (together == alone).all()


@pytest.mark.parametrize("empty", ["", "  \n "])
def test_a_text_without_words_points_nowhere(embedder, empty):
    assert not embedder.embed([empty]).any()


def test_no_texts_are_no_rows(embedder):
    assert embedder.embed([]).shape == (0, WIDTH)


@pytest.mark.parametrize(
    "text",
    ["word " * 5000, "x" * 100_000, "Президент подписал закон", "الرئيس يوقع القانون", "總統簽署法案", "\ud800 \x00"],
    ids=["long", "one word", "Cyrillic", "Arabic", "Chinese", "no text at all"],
)
def test_any_text_is_read(embedder, text):
    (row,) = embedder.embed([text])

    assert np.isfinite(row).all()


def test_only_the_beginning_of_a_text_counts(embedder):
    opening = "The Senate passed the budget by 51 votes to 49. " * 40

    one, other = embedder.embed([opening, opening + "A storm flooded the coast."])

    assert (one == other).all()
