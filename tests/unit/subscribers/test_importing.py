"""Rows of a subscriber file."""

from itertools import chain, repeat

import pytest

from newsletter.domain.errors import Refused
from newsletter.domain.subscriber import NewSubscriber, SubscriberStatus
from newsletter.subscribers.importing import MAX_LINE, RefusedLine, read_subscribers
from tests.builders import NOON


def read(*lines: str) -> tuple[list[NewSubscriber], list[RefusedLine]]:
    rows = list(read_subscribers(lines, name="list.csv", now=NOON))
    return [r[1] for r in rows if not isinstance(r, RefusedLine)], [r for r in rows if isinstance(r, RefusedLine)]


def test_a_row_becomes_a_subscriber_with_the_evidence_of_where_it_stood():
    people, refused = read("email,name\n", "ada@example.com,Ada\n")

    assert refused == []
    assert (people[0].address.key, people[0].name, people[0].status) == (
        "ada@example.com",
        "Ada",
        SubscriberStatus.ACTIVE,
    )
    assert (people[0].consent.how, people[0].consent.evidence) == ("import", "list.csv, line 2")


def test_columns_may_stand_in_any_order_and_case_with_others_between():
    people, _ = read("Joined,NAME, Email \n", '2020-01-01,"Quill, Ada",ada@example.com\n')

    assert (people[0].address.email, people[0].name) == ("ada@example.com", "Quill, Ada")


def test_a_byte_order_mark_is_no_part_of_the_first_column():
    people, _ = read("\ufeffemail\n", "ada@example.com\n")

    assert len(people) == 1


@pytest.mark.parametrize("header", ["", "name\n", "e-mail;name\n", "ada@example.com,Ada\n"])
def test_a_file_without_the_column_is_refused_whole(header):
    with pytest.raises(Refused, match=r"list\.csv has no column 'email'"):
        read(header, "ada@example.com\n")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("ada@@example.com,Ada\n", "no email address"),
        (",Ada\n", "empty"),
        ('"ada@example.com,Ada\n', "quotes"),
        ("ada@example.com,Ada,sleeping\n", "status 'sleeping'"),
        ("x" * (MAX_LINE + 1), "characters"),
    ],
)
def test_a_bad_line_is_refused_by_number_and_the_others_are_taken(line, said):
    people, refused = read("email,name,status\n", "ben@example.com,Ben,\n", line, "cleo@example.com,,\n")

    assert [p.address.key for p in people] == ["ben@example.com", "cleo@example.com"]
    assert refused[0].line == 3
    assert said in refused[0].reason


def test_a_duplicate_names_the_line_where_it_stands_first():
    _, refused = read("email\n", "ada@example.com\n", "\n", "ADA@example.com\n")

    assert refused == [RefusedLine(line=4, reason="ADA@example.com stands on line 2 too.")]


def test_a_stray_quote_swallows_no_other_line():
    """The csv module alone would read the rest of the list as one field."""
    people, refused = read("email,name\n", 'ada@example.com,"Ada\n', "ben@example.com,Ben\n")

    assert [p.address.key for p in people] == ["ben@example.com"]
    assert [r.line for r in refused] == [2]


def test_a_name_is_one_clean_line():
    people, _ = read("email,name\n", "ada@example.com,  Ada \t\x07 Quill \n")

    assert people[0].name == "Ada Quill"


def test_rows_are_read_one_at_a_time():
    """Memory must not grow with the list."""
    endless = chain(["email\n"], repeat("ada@example.com\n"))

    first = next(iter(read_subscribers(endless, name="list.csv", now=NOON)))

    assert not isinstance(first, RefusedLine)
    assert first[0] == 2
