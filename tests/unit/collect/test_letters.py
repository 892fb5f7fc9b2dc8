"""Texts are looked at as numbers, a million letters at once; each text must give what it gives by itself."""

import re

import numpy as np
import pytest

from newsletter.collect.letters import (
    APART,
    LETTER,
    MAY_STOP,
    SPACE,
    STOP,
    Row,
    digests,
    folded,
    kinds,
    numbered,
    together,
)
from newsletter.collect.shingles import LONGEST, shared, shingles

TEXTS = {
    "plain": "The Senate voted on Tuesday. It was late!",
    "typographers'": "\u201cIt\u2019s over,\u201d he said \u2014 and left\u2026",
    "with accents": "Pe\u00f1a met the F\u00fchrer of the caf\u00e9 in \u0141\u00f3d",
    "of letters that fold into several": "Stra\u00dfe, \u0149ame, \ufb01ne, \u0130stanbul, \u00bd",
    "Cyrillic": "\u0421\u0435\u043d\u0430\u0442 \u0437\u0430.",
    "with half a character": "odd \ud800 text",
    "empty": "",
}


def plainly(text: str | bytes) -> str:
    return text.decode("ascii") if isinstance(text, bytes) else text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It\u2019s over", "its OVER"),
        ("Pe\u00f1a", "pena"),
        ("Stra\u00dfe", "strasse"),
        ("\u201cNo\u201d \u2013 she said", '"no" - she said'),
    ],
)
def test_case_accents_and_the_shape_of_marks_are_folded_away(one: str, other: str):
    assert folded(one) == folded(other)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_is_folded_once_and_for_all(text: str):
    assert plainly(folded(plainly(folded(text)))) == plainly(folded(text))


def test_texts_keep_their_order_and_none_is_lost_where_they_are_put_together():
    texts = [folded(text) for text in TEXTS.values()]

    assert [text for some in together(texts) for text in some] == texts
    assert [len(some) for some in together([b"a" * 200_000, b"b", b"c"])] == [1, 2]


def test_the_same_letters_have_the_same_digest_wherever_they_stand():
    def digest(codes: Row, start: int, end: int) -> int:
        return int(digests(codes, np.array([start]), np.array([end]))[0])

    first, second = numbered([b"senate and house"], apart=APART), numbered([b"the senate"], apart=APART)
    wide = numbered([folded("\u0421 senate")], apart=APART)

    senate = {digest(first, 0, 6), digest(second, 4, 10), digest(wide, 2, 8)}

    assert len(senate) == 1
    assert digest(first, 11, 16) not in senate


def test_every_sign_is_what_python_says_it_is():
    for text in TEXTS.values():
        codes = numbered([folded(text)], apart=APART)
        signs = [chr(code) for code in codes.tolist()]

        assert [bool(kind & LETTER) for kind in kinds(codes)] == [sign.isalnum() for sign in signs]
        assert [bool(kind & SPACE) for kind in kinds(codes)] == [sign.isspace() for sign in signs]
        assert [bool(kind & STOP) for kind in kinds(codes)] == [sign in ".!?" for sign in signs]


def test_a_full_stop_of_another_script_may_end_a_sentence():
    (kind,) = kinds(numbered([folded("\u3002")], apart=APART))

    assert kind & MAY_STOP


def runs_one_by_one(text: str) -> set[tuple[str, ...]]:
    """The runs of a text as anybody would write it down."""
    plain = plainly(folded(text[:LONGEST])).replace("\n", ". ")
    tokens = re.findall(r"[^\W_]+|[.!?](?=\W|$)", plain)
    runs = [tuple(tokens[place : place + 5]) for place in range(len(tokens) - 4)]
    return {run for run in runs if not set(run) & set(".!?")}


def test_texts_have_as_many_runs_together_as_each_by_itself():
    texts = [
        *TEXTS.values(),
        "a b c d e f. g h i j k l\nm n o p q\n\nr s t u v w",
        "Version 3.30 of a b c_d e f g h ... i j k l m",
        "_under_ the a.b c d e f g h!? i j k l m n",
        "the same five words here, the same five words here",
    ]

    together_, alone = shingles(texts), [shingles([text])[0] for text in texts]

    assert [len(runs) for runs in together_] == [len(runs_one_by_one(text)) for text in texts]
    assert [shared(one, other) for one, other in zip(together_, alone, strict=True)] == [len(runs) for runs in alone]
