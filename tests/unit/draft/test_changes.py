"""The sentence on what has changed shares the blurb's sources, and so their allowance."""

from newsletter.domain.continuity import Since, Standing
from newsletter.domain.sentence import Author, Sentence
from newsletter.draft.changes import with_changes
from newsletter.draft.telling.limits import Limits
from tests.builders import a_copy, a_story, an_entry

LEDGER = an_entry("ledger", outlet="The Ledger")
WIRE = an_entry("wire", outlet="The Wire")
STORY = a_story(LEDGER, WIRE)
LIMITS = Limits(sentences=3, max_words_per_source=45, max_sentences_per_source=2)


def a_sentence(text: str, entry=LEDGER, by: Author = Author.OUTLET) -> Sentence:
    return Sentence(text=text, quote=text, entry=entry.id, outlet=entry.outlet, url=entry.url, by=by)


def since(changed: Sentence | None) -> Since:
    return Since(standing=Standing.DEVELOPING, issue=29, weeks=1, changed=changed)


PASSED = a_sentence("The Senate passed the budget on Tuesday by 51 votes to 49.")
DEBATED = a_sentence("Nine hours of debate went before the vote.")
GRANT = a_sentence("Senator Ada Grant of Ohio cast the deciding vote.", WIRE)
SIGNED = a_sentence("The president signed the budget on Friday.")


def test_a_story_that_no_letter_told_keeps_its_blurb():
    assert with_changes([PASSED, GRANT], None, STORY, limits=LIMITS) == ((PASSED, GRANT), None)


def test_a_change_that_no_sentence_may_tell_leaves_the_blurb_alone():
    assert with_changes([PASSED, GRANT], since(None), STORY, limits=LIMITS) == ((PASSED, GRANT), since(None))


def test_a_change_stands_below_the_blurb():
    assert with_changes([PASSED, GRANT], since(SIGNED), STORY, limits=LIMITS) == ((PASSED, GRANT), since(SIGNED))


def test_no_sentence_is_printed_twice():
    assert with_changes([PASSED, GRANT], since(PASSED), STORY, limits=LIMITS) == ((GRANT,), since(PASSED))


def test_a_sentence_that_is_all_there_is_stays_in_the_blurb():
    """A story whose only words stand under "since last week" would look as if it had none."""
    assert with_changes([PASSED], since(PASSED), STORY, limits=LIMITS) == ((PASSED,), since(None))


def test_a_source_that_would_give_too_many_sentences_gives_up_its_last():
    assert with_changes([PASSED, GRANT, DEBATED], since(SIGNED), STORY, limits=LIMITS) == (
        (PASSED, GRANT),
        since(SIGNED),
    )


def test_a_source_that_would_give_too_many_words_gives_up_its_last():
    few = Limits(sentences=3, max_words_per_source=20, max_sentences_per_source=3)

    blurb, told = with_changes([GRANT, PASSED], since(SIGNED), STORY, limits=few)

    assert (blurb, told) == ((GRANT, PASSED), since(SIGNED))
    long = a_sentence(SIGNED.text[:-1] + " before a crowd of governors and mayors of both parties.")
    assert with_changes([GRANT, PASSED], since(long), STORY, limits=few) == ((GRANT,), since(long))


def test_the_first_sentence_stays_rather_than_that_the_change_is_printed():
    one = Limits(sentences=3, max_words_per_source=45, max_sentences_per_source=1)

    assert with_changes([PASSED, GRANT], since(SIGNED), STORY, limits=one) == ((PASSED, GRANT), since(None))


def test_a_reprint_shares_the_allowance_of_those_who_wrote_it():
    copy = a_copy(LEDGER, outlet="The Crier")
    changed = a_sentence("The president signed the budget on Friday.", copy)

    blurb, told = with_changes([PASSED, GRANT, DEBATED], since(changed), a_story(LEDGER, WIRE, copy), limits=LIMITS)

    assert (blurb, told) == ((PASSED, GRANT), since(changed))


def test_a_writers_words_are_nobodys_allowance():
    written = [a_sentence(f"Version {n} of what happened.", by=Author.WRITER) for n in range(3)]

    assert with_changes(written, since(SIGNED), STORY, limits=LIMITS) == (tuple(written), since(SIGNED))


def test_a_source_whose_change_alone_is_too_long_prints_no_change():
    few = Limits(sentences=3, max_words_per_source=10, max_sentences_per_source=2)
    long = a_sentence("The president signed the budget on Friday before a crowd of governors and mayors.")

    assert with_changes([GRANT], since(long), STORY, limits=few) == ((GRANT,), since(None))
