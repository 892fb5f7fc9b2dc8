"""What one outlet prints under three different stories is its furniture."""

from newsletter.collect.furniture.repetition import repeated_lines, without_repeated, without_repeated_lines
from newsletter.domain.entry import Entry, Removed
from tests.builders import an_entry

SLOGAN = "The Ledger has told the truth about Springfield since 1911."


def told(news: str, *, line: str = SLOGAN, outlet: str = "The Ledger") -> Entry:
    report = f"{news} happened on Tuesday, the clerk of the town said after {news.lower()} kept it busy for hours."
    return an_entry(content=f"{report} {line}\n\nMore is known on Friday.", outlet=outlet)


def three_stories(line: str = SLOGAN) -> list[list[Entry]]:
    return [[told("A vote", line=line)], [told("A fire", line=line)], [told("A trial", line=line)]]


def test_a_line_in_three_stories_of_one_outlet_is_its_furniture():
    repeated = repeated_lines(three_stories())

    entry = without_repeated(three_stories()[0][0], repeated)

    assert entry.content.startswith("A vote happened on Tuesday")
    assert entry.content.endswith("busy for hours.")
    assert entry.removed == (
        Removed(text=SLOGAN, rule="repeated"),
        Removed(text="More is known on Friday.", rule="repeated"),
    )


def test_a_line_in_two_stories_stays():
    assert repeated_lines(three_stories()[:2]) == frozenset()


def test_a_line_in_three_reports_on_one_story_stays():
    """An outlet that reports an event thrice repeats what happened."""
    assert repeated_lines([[told("A vote"), told("A vote again"), told("A vote once more")]]) == frozenset()


def test_what_three_outlets_say_is_news():
    groups = [[told("A vote", outlet="The Ledger")], [told("A fire", outlet="The Wire")], [told("A trial", outlet="X")]]

    assert repeated_lines(groups) == frozenset()


def test_the_line_goes_from_entries_of_that_outlet_only():
    repeated = repeated_lines(three_stories())
    elsewhere = told("A strike", outlet="The Wire")

    assert without_repeated(elsewhere, repeated) is elsewhere


def test_the_shape_of_marks_capitals_and_spaces_makes_no_difference():
    groups = three_stories("The Ledger's readers know why.")
    groups[1] = [told("A fire", line="THE LEDGER\u2019S  readers know why.")]

    assert ("The Ledger", "the ledger's readers know why.") in repeated_lines(groups)


def test_very_short_sentences_may_be_said_thrice():
    assert ("The Ledger", "he refused.") not in repeated_lines(three_stories("He refused."))


def test_an_entry_that_is_mostly_repeated_stays_as_it_is():
    """It is the same piece again in three stories, which is a fault of the stories and no furniture."""
    entries = [an_entry(content=f"{SLOGAN} {SLOGAN.upper()}") for _ in range(3)]
    repeated = repeated_lines([[entry] for entry in entries])

    assert without_repeated(entries[0], repeated) is entries[0]


def test_a_line_goes_that_is_longer_than_the_report_above_it():
    """Many feeds give one sentence of news and more of themselves."""
    below = "The Courier sends its staff to every ward in the county on Mondays."
    news = ("A bridge was shut on Monday.", "Two schools merge in May.", "Dockers walked out over pay.")
    entries = [an_entry(content=f"{line}\n\n{below}\n\n{SLOGAN}") for line in news]
    repeated = repeated_lines([[entry] for entry in entries])

    cut = [without_repeated(entry, repeated) for entry in entries]

    assert [entry.content for entry in cut] == list(news)
    assert {line for entry in cut for line in entry.removed} == {
        Removed(text=below, rule="repeated"),
        Removed(text=SLOGAN, rule="repeated"),
    }


def test_an_entry_with_many_repeated_lines_and_one_of_its_own_is_the_same_piece_again():
    """A report that was given anew with another first sentence has not lost the rest of its news."""
    report = " ".join(f"The clerk of {town} counted the votes twice." for town in ("Derby", "Hull", "Cork", "Ayr"))
    entries = [an_entry(content=f"It was {hour} in the town hall. {report}") for hour in ("noon", "one", "two")]
    repeated = repeated_lines([[entry] for entry in entries])

    assert [without_repeated(entry, repeated) for entry in entries] == entries


def test_an_entry_of_which_only_scraps_would_be_left_stays_as_it_is():
    entries = [an_entry(content=f"{scrap}\n\n{SLOGAN}") for scrap in ("By Ann.", "By Bob.", "By Cy.")]
    repeated = repeated_lines([[entry] for entry in entries])

    assert [without_repeated(entry, repeated) for entry in entries] == entries


def test_it_goes_from_the_short_text_too_and_is_kept_aside_once():
    entry = an_entry(content=told("A vote").content, summary=f"A vote happened. {SLOGAN}", outlet="The Ledger")

    cut = without_repeated(entry, repeated_lines(three_stories()))

    assert cut.summary == "A vote happened."
    assert [line.text for line in cut.removed].count(SLOGAN) == 1


def test_what_was_cleaned_once_is_clean():
    repeated = repeated_lines(three_stories())
    once = without_repeated(three_stories()[0][0], repeated)

    assert without_repeated(once, repeated) == once


def test_all_entries_lose_their_outlets_lines_at_once():
    """It is quicker than line by line, and the same."""
    groups = [*three_stories(), [told("A strike", outlet="The Wire"), told("A flood")]]
    repeated = repeated_lines(groups)

    cleaned = without_repeated_lines(groups)

    assert cleaned == [[without_repeated(entry, repeated) for entry in group] for group in groups]
    assert cleaned[3][0] is groups[3][0]
    assert cleaned[3][1].removed


def test_a_line_is_found_wherever_it_stands_in_a_paragraph_and_in_whatever_script():
    line = "\u0414\u0430 \u0434\u0430 \u043d\u0435 \u043d\u0435."
    groups = [
        [an_entry(content=f"{line} The vote was close.")],
        [an_entry(content=f"The fire was put out. {line} Nobody was hurt.")],
        [an_entry(content=f"The trial went on.\n\nThe judge spoke. {line}", summary="The trial went on.")],
    ]

    assert {line for _, line in repeated_lines(groups)} == {line.casefold()}


def test_entries_without_text_and_weeks_without_entries_have_no_lines():
    silent = [[an_entry(content="", summary="")] for _ in range(3)]

    assert without_repeated_lines([]) == []
    assert without_repeated_lines(silent) == silent
