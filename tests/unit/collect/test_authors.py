# ruff: noqa: RUF001 - names have typographers' apostrophes
"""Who wrote an entry, by name."""

import pytest

from newsletter.collect.reading.authors import names_of


@pytest.mark.parametrize(
    ("stated", "names"),
    [
        ("Jane Doe", ["Jane Doe"]),
        ("By Jane Doe", ["Jane Doe"]),
        ("BY JANE DOE", ["JANE DOE"]),
        ("by: Jane Doe", ["Jane Doe"]),
        ("Words by Jane Doe", ["Jane Doe"]),
        ("jane@ledger.example (Jane Doe)", ["Jane Doe"]),
        ("Jane Doe <jane@ledger.example>", ["Jane Doe"]),
        ("Jane Doe (jane@ledger.example)", ["Jane Doe"]),
        ("Jane Doe @janedoe", ["Jane Doe"]),
        ("desk@ledger.example", []),
        ("mailto:desk@ledger.example", []),
        ("Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
        ("Jane Doe, John Roe and Ann Lee", ["Jane Doe", "John Roe", "Ann Lee"]),
        ("Jane Doe, John Roe, and Ann Lee", ["Jane Doe", "John Roe", "Ann Lee"]),
        ("Jane Doe & John Roe", ["Jane Doe", "John Roe"]),
        ("Jane Doe; John Roe", ["Jane Doe", "John Roe"]),
        ("Jane Doe with John Roe", ["Jane Doe", "John Roe"]),
        ("Jane Doe, Political Editor", ["Jane Doe"]),
        ("By Jane Doe, Associated Press", ["Jane Doe"]),
        ("John Roe, Jr.", ["John Roe, Jr."]),
        ("Martin Luther King, Jr. and Ann Lee", ["Martin Luther King, Jr.", "Ann Lee"]),
        ("Ursula von der Leyen and Máire Ní Bhriain", ["Ursula von der Leyen", "Máire Ní Bhriain"]),
        ("Conor O’Neill and J.D. Vance-Smith", ["Conor O’Neill", "J.D. Vance-Smith"]),
        ("李雷", ["李雷"]),
        ("Guardian staff and agencies", ["Guardian staff and agencies"]),
        ("Department of Health and Social Care", ["Department of Health and Social Care"]),
        ("Ministry of Housing, Communities and Local Government", None),
        ("The Press and Journal", ["The Press and Journal"]),
        ("Reuters and AFP", ["Reuters and AFP"]),
        ("Doe, Jane", ["Doe, Jane"]),
        ("Byron Lee", ["Byron Lee"]),
        ("Editorial Board", ["Editorial Board"]),
        ("", []),
        (" - ", []),
        ("<b>Jane</b> Doe", ["Jane Doe"]),
    ],
)
def test_names_are_what_stands_between_the_rest(stated: str, names: list[str] | None):
    """Where it is not plain that there are several people, the words stay together: None is the whole."""
    assert list(names_of([stated])) == ([stated] if names is None else names)


def test_each_name_comes_once_in_the_outlets_order():
    assert names_of(["By Jane Doe", "Jane Doe", "Ann Lee"]) == ("Jane Doe", "Ann Lee")


@pytest.mark.parametrize(
    "stated", ["Jane Doe", "Jane Doe, Political Editor", "Doe, Jane", "John Roe, Jr.", "Reuters and AFP"]
)
def test_names_that_were_read_are_read_again_as_they_are(stated: str):
    """An archive holds them so."""
    once = names_of([stated])

    assert names_of(once) == once


@pytest.mark.parametrize("seed", ["a@", "A b ", "by ", ", ", " and ", "<b>", "(a@b"])
def test_a_line_without_end_names_nobody_for_long(seed: str):
    names_of([(seed * 100_000)[:100_000]])
