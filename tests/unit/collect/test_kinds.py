# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""News, opinion, or a live blog."""

import pytest

from newsletter.collect.kinds import kind_of
from newsletter.domain.entry import Kind

PLAIN = "https://ledger.example/politics/budget"


@pytest.mark.parametrize(
    ("url", "title", "categories"),
    [
        ("https://ledger.example/opinion/2026/budget", "The budget is a gamble", ()),
        ("https://ledger.example/us/commentary/budget", "The budget is a gamble", ()),
        ("https://ledger.example/editorials/budget", "The budget is a gamble", ()),
        (PLAIN, "Opinion: The budget is a gamble", ()),
        (PLAIN, "OPINION | The budget is a gamble", ()),
        (PLAIN, "Editorial – The budget is a gamble", ()),
        (PLAIN, "The budget is a gamble | Opinion", ()),
        (PLAIN, "The budget is a gamble", ("Politics", " Opinion ")),
        ("https://ledger.example/opinion/live/budget", "Live: our columnists on the budget", ()),
    ],
)
def test_opinion_says_so(url, title, categories):
    assert kind_of(url, title, categories) is Kind.OPINION


@pytest.mark.parametrize(
    ("url", "title", "categories"),
    [
        ("https://ledger.example/us/live/2026/nov/17/budget", "Senate votes", ()),
        ("https://ledger.example/politics/live-updates-budget", "Senate votes", ()),
        (PLAIN, "Live: Senate votes on the budget", ()),
        (PLAIN, "Live updates: Senate votes on the budget", ()),
        (PLAIN, "Senate votes", ("Live blog",)),
    ],
)
def test_a_live_blog_says_so(url, title, categories):
    assert kind_of(url, title, categories) is Kind.LIVE


@pytest.mark.parametrize(
    ("url", "title", "categories"),
    [
        (PLAIN, "Senate passes the budget", ("Politics",)),
        (PLAIN, "Opinion polls put the budget ahead", ()),
        (PLAIN, "Editorial board of The Standard resigns", ()),
        (PLAIN, "Column of smoke seen over the Capitol", ()),
        (PLAIN, "Live ammunition found in the Senate garage", ()),
        ("https://ledger.example/courts/opinion", "Court publishes its opinion", ()),
        (
            "https://ledger.example/courts/supreme-court-opinion",
            "Court publishes its opinion",
            ("Supreme Court opinions",),
        ),
        ("https://opinion.example/politics/budget", "Senate passes the budget", ()),
        ("", "", ()),
    ],
)
def test_everything_else_is_news(url, title, categories):
    assert kind_of(url, title, categories) is Kind.NEWS
