"""Whose piece it is."""

import pytest

from newsletter.collect.origin import credited_to


def of_text(text: str) -> str:
    return credited_to(authors=(), source="", text=text)


@pytest.mark.parametrize(
    ("byline", "agency"),
    [
        ("Associated Press", "Associated Press"),
        ("The Associated Press", "Associated Press"),
        ("By REUTERS", "Reuters"),
        ("AP", "Associated Press"),
        ("A.P.", "Associated Press"),
        ("Ana Lee, Associated Press", "Associated Press"),
        ("By ANA LEE Associated Press", "Associated Press"),
        ("ANA LEE and BO ROY, Associated Press", "Associated Press"),
        ("ANA LEE and BO ROY Associated Press", "Associated Press"),
        ("Ana Lee | The Associated Press", "Associated Press"),
        ("Ana Lee (AP)", "Associated Press"),
        ("Associated Press Writer", "Associated Press"),
        ("news@example.org (Associated Press)", "Associated Press"),
        ("Ana Lee/Reuters", "Reuters"),
        ("PA Media", "PA Media"),
        ("dpa", "dpa"),
        ("AFP", "Agence France-Presse"),
        ("Ana Lee, KFF Health News", "KFF Health News"),
    ],
)
def test_a_byline_names_the_agency(byline, agency):
    assert credited_to(authors=["Bo Roy", byline], source="", text="") == agency


@pytest.mark.parametrize(
    "byline",
    [
        "Ana Lee",
        "Ani Roe",
        "Pa Kim",
        "Michael Bloomberg",
        "Ledger staff and Associated Press",
        "Staff and wire reports",
    ],
)
def test_other_bylines_are_the_outlets_own(byline):
    assert credited_to(authors=[byline], source="", text="") == ""


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("WASHINGTON (AP) — The Senate voted.", "Associated Press"),
        ("LONDON, Nov 3 (Reuters) - The pound fell.", "Reuters"),
        ("West Allis, Wisconsin (AP) — The Senate voted.", "Associated Press"),
        ("PORT A/PORT B (Reuters) - Ships met.", "Reuters"),
        ("By Ana Lee LONDON, Nov 3 (Reuters) - The pound fell.", "Reuters"),
        ("BEIJING, Nov. 3 (Xinhua) -- Ships met.", "Xinhua"),
        ("MOSCOW, November 3. /TASS/. Ships met.", "TASS"),
        ("Nov. 3 (UPI) -- Ships met.", "United Press International"),
        ("(AP) — Ships met.", "Associated Press"),
        ("Berlin (dpa) - Ships met.", "dpa"),
        ("HALDEN (Halyard) — The council voted.", "Halyard"),
        ("A caption of some length.\n\nHALDEN (AP) — The council voted.", "Associated Press"),
        ("By The Associated Press\n\nThe Senate voted.", "Associated Press"),
    ],
)
def test_a_dateline_names_the_agency(text, agency):
    assert of_text(text) == agency


@pytest.mark.parametrize(
    ("tail", "newsroom"),
    [
        ("© 2026 The Associated Press. All rights reserved.", "Associated Press"),
        ("Copyright 2026 The Associated Press. All rights reserved. It may not be published.", "Associated Press"),
        ("(c) 2026, Bloomberg", "Bloomberg"),
        ("©2026 Bloomberg L.P.", "Bloomberg"),
        ("This story was originally published by Stateline.", "Stateline"),
        ("This article is republished from The Conversation under a Creative Commons license.", "The Conversation"),
        (
            "This article was originally published by The Harbour Courier and is used with permission.",
            "Harbour Courier",
        ),
        ("This story was produced by KFF Health News, a newsroom.", "KFF Health News"),
        ("Valley Mercury is part of States Newsroom, a network of bureaus.", "States Newsroom"),
        ("(Reporting by Ana Lee; Editing by Bo Roy)", "Reuters"),
        ("Our Standards: The Thomson Reuters Trust Principles.", "Reuters"),
        ("— The Associated Press", "Associated Press"),
        ("(AP)", "Associated Press"),
        ("Source: AFP", "Agence France-Presse"),
        ("Distributed by Tribune Content Agency, LLC.", "Tribune News Service"),
    ],
)
def test_a_tail_names_whose_piece_it_is(tail, newsroom):
    assert of_text(f"The Senate voted.\n\n{tail}") == newsroom


@pytest.mark.parametrize(
    "line",
    [
        "The Associated Press contributed to this report.",
        "Ana Lee and The Associated Press contributed to this report.",
        "Additional reporting by Reuters.",
        "With files from The Canadian Press",
        "Gunmen fled, Reuters reported on Monday.",
        "The mayor told the Associated Press that the quay was safe.",
        "REUTERS/Ana Lee",
        "(Ana Lee/Reuters)",
        "Photo: AFP",
        "This article was originally published on November 3, 2025.",
        "This story was originally published in 2019.",
        "A version of this article appears in print on Nov. 3, Section A.",
        "This story was first published in the Ledger's newsletter.",
        "The post Senate votes appeared first on The Ledger.",
        "© 2026 The Ledger. All rights reserved.",
        "SEN. ADA GRANT (R-Ohio) — the sponsor — spoke.",
        "The National Quay Association (NQA) — the lobby — spoke.",
        "PORT HALDEN — The council voted.",
        "Source: Census Bureau",
    ],
)
def test_what_says_less_leaves_the_piece_to_its_outlet(line):
    """An agency may take part, be quoted or take the picture."""
    assert of_text(line) == ""
    assert of_text(f"The Senate voted.\n\n{line}\n\nThe House follows.") == ""


def test_the_source_that_a_feed_names_goes_before_all():
    assert credited_to(authors=["AP"], source="The Harbour Courier", text="") == "The Harbour Courier"
    assert credited_to(authors=[], source="Reuters: World News", text="") == "Reuters"


@pytest.mark.parametrize("piece", ["A", "A ", "(", "By ", "A. ", "© ", "This story ", "A, ", "/AAA", "\n\n(A"])
def test_hostile_texts_take_no_time(piece):
    text = piece * 30_000

    assert isinstance(credited_to(authors=[text], source=text, text=text), str)
