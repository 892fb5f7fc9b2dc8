import pytest

from newsletter.draft.offices import holder
from newsletter.draft.sections import section_of
from tests.builders import a_story, an_entry


def told(title, *texts):
    return a_story(*(an_entry(title=title, content=text, outlet=f"Paper {n}") for n, text in enumerate(texts)))


@pytest.mark.parametrize(
    ("text", "called", "section"),
    [
        ("Sen. Dale Orvitz spoke on Friday.", "Sen. Orvitz", "congress"),
        ("Governor Orvitz spoke on Friday.", "Governor Orvitz", "states"),
        ("Attorney General Dale Orvitz spoke.", "Attorney General Orvitz", "executive"),
        ("The Republican candidate Dale Orvitz spoke.", "candidate Orvitz", "elections"),
        ("Speaker Orvitz Friday said no.", "Speaker Orvitz", "congress"),
    ],
)
def test_a_name_has_the_office_that_the_texts_give_it(text, called, section):
    found = holder(told("Orvitz shows his garden", text))

    assert found is not None
    assert (found.called, found.section, found.titles, found.of) == (called, section, 1, 1)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Orvitz shows his garden", "Former President Dale Orvitz showed his garden."),
        ("Orvitz shows his garden", "Dale Orvitz showed his garden to President Marsh."),
        ("A singer mocks and then apologises to Orvitz", "The singer mocked President Orvitz."),
        ("", "President Dale Orvitz spoke."),
    ],
)
def test_nobody_has_an_office_who_left_it_or_is_not_whom_the_title_begins_with(title, text):
    assert holder(told(title, text)) is None


def test_an_office_decides_only_where_no_word_does():
    text = "Senator Dale Orvitz keeps bees."

    assert section_of(told("Orvitz shows his garden", text, text)) == "congress"
    assert section_of(told("Orvitz sentenced by a judge in court", text, text)) == "courts"


def test_the_order_of_the_entries_plays_no_part():
    texts = ["Senator Dale Orvitz spoke.", "Governor Dale Orvitz spoke."]

    assert holder(told("Orvitz speaks", *texts)) == holder(told("Orvitz speaks", *reversed(texts)))
