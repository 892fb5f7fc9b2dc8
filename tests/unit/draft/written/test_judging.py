"""What of a writer's answer is printed. The gate itself has tests of its own; here a simple one stands in."""

import json
from collections.abc import Sequence
from datetime import timedelta

import pytest

from newsletter.domain.entry import EntryId
from newsletter.domain.sentence import Author
from newsletter.draft.faithful.nouns import Claim, Fault, Source
from newsletter.draft.telling.words import folded, stems
from newsletter.draft.written import Asked, Terms, asked, better, judged, why_not
from tests.builders import NOON, a_story, an_entry
from tests.letters import furniture, split

LEDGER = an_entry(
    "ledger",
    outlet="The Ledger",
    content="The Senate passed the budget on Tuesday by 51 votes to 49. The president is expected to sign it soon.",
)
WIRE = an_entry(
    "wire",
    outlet="The Wire",
    at=NOON + timedelta(hours=1),
    content="Senator Ada Grant of Ohio gave the budget the deciding vote after nine hours of debate. "
    "It passed in the Senate by 51 votes to 49.",
)
PASSED = "The upper chamber adopted the budget by 51 votes to 49."
GRANT = "Senator Ada Grant of Ohio cast the vote that decided the matter."
SIGN = "The president is likely to put a signature under the bill."


def simple_gate(claim: Claim, sources: Sequence[Source]) -> tuple[Fault, ...]:
    """Numbers and capitalised words must stand in a source that the claim names."""
    if set(claim.sources) - {s.id for s in sources}:
        return (Fault(rule="ids", tokens=(), message="It names a source that was not shown."),)
    cited = " ".join(f"{s.title} {s.text}" for s in sources if s.id in claim.sources)
    lost = tuple(w for w in claim.text.rstrip(".").split()[1:] if (w[0].isupper() or w[0].isdigit()) and w not in cited)
    return (Fault(rule="names", tokens=lost, message="A name or number is in no source."),) if lost else ()


def most_alike(claim: Claim, sources: Sequence[Source]) -> tuple[EntryId, str] | None:
    """The cited sentence that shares most stems."""
    said = set(stems(claim.text))
    found = [(s.id, part) for s in sources if s.id in claim.sources for part in s.text.split("\n\n")]
    return max(found, key=lambda pair: len(said & set(stems(pair[1]))), default=None)


TERMS = Terms(gate=simple_gate, evidence=most_alike, quoted_words=45)


def question(*entries, sentences: int = 3) -> Asked:
    story = a_story(*(entries or (LEDGER, WIRE)))
    found = asked(story, sentences=sentences, room=3_000, split=split, furniture=furniture)
    assert found is not None
    return found


ASKED = question()
L, W = ASKED.shown


def answer(*sentences: tuple[str, list[str]]) -> str:
    return json.dumps({"sentences": [{"text": text, "sources": sources} for text, sources in sentences]})


def rules(text: str, a_question: Asked = ASKED) -> set[str]:
    return set(judged(text, a_question, TERMS).rejected)


def test_a_sound_answer_is_printed_with_what_backs_it():
    found = judged(answer((PASSED, [L]), (GRANT, [W])), ASKED, TERMS)

    assert found.sound
    assert found.enough
    assert [(s.text, s.by, s.entry, s.outlet, s.url) for s in found.sentences] == [
        (PASSED, Author.WRITER, "ledger", "The Ledger", LEDGER.url),
        (GRANT, Author.WRITER, "wire", "The Wire", WIRE.url),
    ]
    # What stands beside a sentence is there, word for word.
    by_id = {str(entry.id): entry for entry in (LEDGER, WIRE)}
    assert all(s.quote and s.quote in folded(by_id[str(s.entry)].text) for s in found.sentences)


@pytest.mark.parametrize("fence", ["```json\n{}\n```", "```\n{}```", "  \n{}\n\n", "```JSON\n{}\n```\n"])
def test_a_fence_around_an_answer_is_passed_over(fence):
    assert judged(fence.replace("{}", answer((PASSED, [L]), (GRANT, [W]))), ASKED, TERMS).enough


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Here are the sentences: The Senate passed it.",
        "Sure! " + answer((PASSED, [L])),
        answer((PASSED, [L]))[:-5],
        "[" * 100_000,
        "9" * 10_000,
        "null",
        "[]",
        "{}",
        '{"sentences": "none"}',
        '{"sentences": []}',
        '{"sentences": ["text"]}',
        '{"sentences": [null]}',
        '{"sentences": [{"text": 5, "sources": ["x"]}]}',
        '{"sentences": [{"text": " ", "sources": ["x"]}]}',
        '{"sentences": [{"text": "A word.", "sources": "x"}]}',
        '{"sentences": [{"text": "A word.", "sources": []}]}',
        '{"sentences": [{"text": "A word.", "sources": [1]}]}',
        '{"sentences": [{"text": "A word."}]}',
        '{"sentences": [{"text": "A \\ud800 word.", "sources": ["x"]}]}',
        '{"sentences": [{"text": "A \\u202e word.", "sources": ["x"]}]}',
        '{"sentences": [{"text": "A \\u0000 word.", "sources": ["x"]}]}',
        answer(("A word. " * 100, [L])),
        answer(*[(PASSED, [L])] * 11),
        answer((PASSED, [L, W, "a", "b", "c"])),
        " " * 30_000,
    ],
    ids=range(26),
)
def test_an_answer_of_another_form_is_refused_and_never_guessed_at(text):
    found = judged(text, ASKED, TERMS)

    assert (found.sentences, found.enough) == ((), False)
    assert rules(text) == {"unreadable"}
    assert why_not(found).startswith("The writer's words did not pass")


def test_more_sentences_than_were_asked_for_are_passed_over():
    found = judged(answer((PASSED, [L]), (GRANT, [W]), (SIGN, [L]), ("Ada Grant sang all night.", [W])), ASKED, TERMS)

    assert [s.text for s in found.sentences] == [PASSED, GRANT, SIGN]


def test_what_does_not_pass_the_gate_falls_and_the_rest_stands():
    false = "Senator Ada Grant of Texas gave the budget its deciding vote."

    found = judged(answer((PASSED, [L]), (false, [W]), (GRANT, [W])), ASKED, TERMS)

    assert [s.text for s in found.sentences] == [PASSED, GRANT]
    assert found.faulty == (
        (false, (Fault(rule="names", tokens=("Texas",), message="A name or number is in no source."),)),
    )
    assert (found.enough, found.sound) == (True, False)


def test_one_sentence_is_no_blurb_where_there_is_more_to_tell():
    found = judged(answer((PASSED, [L])), ASKED, TERMS)

    assert not found.enough
    assert "Of its sentences 1 could be printed, and 2 are needed." in why_not(found)


def test_one_sentence_is_a_brief():
    brief = question(LEDGER, sentences=1)

    assert judged(answer((PASSED, [*brief.shown])), brief, TERMS).enough


def test_two_newsrooms_are_named_where_there_are_two():
    one_sided = judged(answer((PASSED, [L]), (SIGN, [L])), ASKED, TERMS)

    assert not one_sided.enough
    assert set(one_sided.rejected) == {"sources"}
    alone = question(LEDGER)
    assert judged(answer((PASSED, [*alone.shown]), (SIGN, [*alone.shown])), alone, TERMS).enough


def test_a_sentence_that_either_newsroom_backs_names_the_one_that_is_not_named_yet():
    found = judged(answer((SIGN, [L]), (PASSED, [L, W])), ASKED, TERMS)

    assert [s.entry for s in found.sentences] == ["ledger", "wire"]


def test_a_source_that_does_not_back_a_sentence_alone_is_not_named_for_it():
    """Naming more sources than one leans on is no way around two newsrooms."""
    found = judged(
        answer((PASSED, [L]), ("The vote of Tuesday sends it to the president to sign.", [L, W])), ASKED, TERMS
    )

    assert {s.entry for s in found.sentences} == {"ledger"}
    assert not found.enough


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The budget was adopted yesterday by 51 votes to 49.", "relative-day"),
        ("It was adopted in the chamber by 51 votes to 49.", "alone"),
        ("Meanwhile the budget was adopted by 51 votes to 49.", "alone"),
        ("Budget adopted.", "alone"),
        ("Was the budget adopted by 51 votes to 49 on Tuesday?", "alone"),
        ("The Senate passed the budget on Tuesday by 51 votes to 49.", "copied"),
        ("The budget, senators say, will be law, for the president is expected to sign it soon.", ""),
    ],
)
def test_a_true_sentence_must_be_fit_to_be_printed(text, rule):
    found = rules(answer((text, [L]), (GRANT, [W])))

    assert rule in found if rule else "copied" not in found


def test_what_stands_in_quotation_marks_is_no_copy():
    said = "“The Senate passed the budget on Tuesday by 51 votes to 49,” the Ledger wrote."

    assert "copied" not in rules(answer((said, [L])))
    short = Terms(gate=simple_gate, evidence=most_alike, quoted_words=5)
    assert "copied" in judged(answer((said, [L])), ASKED, short).rejected


def test_a_sentence_that_says_the_same_again_falls():
    again = "The upper chamber adopted the budget by 51 votes to 49 then."

    assert "repeats" in rules(answer((PASSED, [L]), (again, [L]), (GRANT, [W])))


def test_a_source_that_was_not_shown_backs_nothing():
    assert "ids" in rules(answer((PASSED, ["0000-1"]), (GRANT, [W])))
    # Nor does the name of a source in another question.
    assert "ids" in rules(answer((PASSED, [*question(LEDGER).shown]), (GRANT, [W])))


def test_a_sentence_whose_evidence_stands_in_no_entry_falls():
    def invents(claim: Claim, sources: Sequence[Source]) -> tuple[EntryId, str]:
        return claim.sources[0], "A sentence that nobody wrote."

    terms = Terms(gate=simple_gate, evidence=invents, quoted_words=45)

    assert "evidence" in judged(answer((PASSED, [L])), ASKED, terms).rejected


def test_a_gate_that_lets_nothing_through_leaves_nothing():
    shut = Fault(rule="shut", tokens=("52", "Texas"), message="Nothing passes.")
    terms = Terms(gate=lambda *_: (shut,), evidence=most_alike, quoted_words=45)

    found = judged(answer((PASSED, [L]), (GRANT, [W])), ASKED, terms)

    assert found.sentences == ()
    assert found.rejected == {"shut": 2, "too-short": 1}
    assert "Nothing passes: “52”, “Texas”." in why_not(found)


def test_of_two_answers_the_one_is_printed_that_says_more():
    three = judged(answer((PASSED, [L]), (GRANT, [W]), (SIGN, [L])), ASKED, TERMS)
    two = judged(answer((GRANT, [W]), (PASSED, [L])), ASKED, TERMS)
    other_two = judged(answer((PASSED, [L]), (GRANT, [W])), ASKED, TERMS)
    none = judged("", ASKED, TERMS)

    assert better(three, two) is three
    assert better(two, three) is three
    assert better(two, none) is two
    assert better(none, two) is two
    # Of two that say as much, the later one heard what was wrong with the earlier.
    assert better(two, other_two) is other_two
