import pytest

from newsletter.curate.text.people import lead_person, same_person
from tests.builders import a_story, an_entry


def about(title, content):
    return lead_person(a_story(an_entry(title=title, content=content)))


@pytest.mark.parametrize(
    ("title", "content", "person"),
    [
        ("Marlow quits race", "Governor Tess Marlow quit on Sunday. Marlow is 71.", "Tess Marlow"),
        ("Marlow\u2019s exit", "Gov. Tess R. Marlow quit. On Monday Marlow left.", "Tess Marlow"),
        ("Vance rallies in Ohio", "Senator JD Vance spoke. Mr. Vance left.", "JD Vance"),
        ("Pritzker signs bill", "Gov. J.B. Pritzker signed it. Then Pritzker spoke.", "J.B. Pritzker"),
        ("Von der Leyen re-elected", "Ursula von der Leyen won.", None),
        ("Cotton Backs Tariffs", "Arkansas Senator Tom Cotton backs them. Cotton spoke.", "Tom Cotton"),
        ("O'Brien wins", "Mayor Pat O'Brien won. O'Brien took 60 percent.", "Pat O'Brien"),
    ],
)
def test_whom_a_story_is_about(title, content, person):
    assert about(title, content) == person


@pytest.mark.parametrize(
    ("title", "content"),
    [
        ("White House silent on budget", "The White House said nothing. The House waits."),
        ("Secret Service under fire", "The Secret Service failed. The Service said so."),
        ("New York votes", "New York voted on Tuesday. In New York polls closed at nine."),
        ("Supreme Court rules on permits", "The Supreme Court ruled. The Court was split."),
        ("Goldman Sachs settles", "Goldman Sachs settled on Friday for a large sum."),
        ("FBI arrests two", "FBI agents arrested two. FBI Director Wray said so."),
    ],
)
def test_institutions_and_places_are_not_people(title, content):
    assert about(title, content) is None


def test_a_name_in_half_of_the_titles_leads_no_story():
    """A story about a vote is not about the one senator whom some titles mention."""
    text = "Senator Tom Cotton objected. Cotton spoke for an hour."
    story = a_story(an_entry(title="Cotton objects", content=text), an_entry(title="Budget passes", content=text))

    assert lead_person(story) is None


def test_a_surname_that_no_text_introduces_is_nobody():
    assert about("Marlow quits race", "Marlow quit on Sunday.") is None


def test_a_script_without_capitals_names_nobody():
    assert about("برلمان فيرانيا ينتخب", "انتخب البرلمان إيلان برودسكي رئيسا") is None


@pytest.mark.parametrize("empty", ["", " ", "…", "'s", "J."])
def test_scraps_of_text_do_no_harm(empty):
    assert about(empty, empty) is None


def test_one_person_goes_by_several_forenames():
    assert same_person("Joe Biden", "Joseph Biden")
    assert not same_person("Bill Clinton", "Hillary Clinton")
