"""What every page store promises."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from newsletter.backends.stores import Stores
from newsletter.domain.page import Page
from tests.builders import NOON

HOUR = timedelta(hours=1)


def a_page(url: str = "https://a.example/1", *, text: str = "The vote was on Tuesday.", at: datetime = NOON) -> Page:
    return Page(url=url, entry_hash="ab" * 32, text=text, fetched_at=at)


@pytest.mark.parametrize(
    "page",
    [
        a_page(text="Café: “vote” 🗳\n\nA second paragraph."),
        replace(a_page(), text="", fault="The page at https://a.example/1 answered 404."),
        a_page("https://a.example/" + "x" * 100_000),
        a_page(text="word " * 200_000),
    ],
    ids=["with a text", "with a fault", "of a long address", "of a long text"],
)
def test_a_page_comes_back_as_it_was(stores: Stores, page: Page):
    stores.pages.save(page)

    assert stores.pages.pages([page.url]) == {page.url: page}


def test_a_moment_comes_back_in_utc(stores: Stores):
    local = datetime(2026, 11, 18, 14, 0, 0, 1, tzinfo=timezone(timedelta(hours=2)))
    stores.pages.save(a_page(at=local))

    (kept,) = stores.pages.pages(["https://a.example/1"]).values()

    assert kept.fetched_at == local
    assert kept.fetched_at.tzinfo is UTC


def test_what_was_not_fetched_is_left_out(stores: Stores):
    stores.pages.save(a_page("https://a.example/1"))

    found = stores.pages.pages(iter(["https://a.example/2", "https://a.example/1", "https://a.example/1"]))

    assert list(found) == ["https://a.example/1"]
    assert stores.pages.pages([]) == {}


def test_addresses_that_differ_at_all_are_two(stores: Stores):
    """Which addresses are one page is not for the store to say."""
    stores.pages.save(a_page("https://a.example/Vote"))

    assert stores.pages.pages(["https://a.example/vote", "https://a.example/Vote/"]) == {}


def test_a_page_that_is_fetched_again_is_kept_in_place_of_the_earlier_one(stores: Stores):
    stores.pages.save(a_page())
    again = Page(url="https://a.example/1", entry_hash="cd" * 32, fault="It is gone.", fetched_at=NOON + HOUR)

    stores.pages.save(again)

    assert stores.pages.pages([again.url]) == {again.url: again}
    assert stores.pages.forget(before=NOON + HOUR) == 0


def test_many_pages_are_found_at_once_in_the_order_asked_for(stores: Stores):
    """More than one statement may hold values for."""
    urls = [f"https://a.example/{n}" for n in range(1203)]
    for url in urls[:3] + urls[-3:]:
        stores.pages.save(a_page(url))

    assert list(stores.pages.pages(reversed(urls))) == [*urls[:-4:-1], *urls[2::-1]]


def test_pages_fetched_before_a_moment_are_forgotten(stores: Stores):
    stores.pages.save(a_page("https://a.example/old", at=NOON - HOUR))
    stores.pages.save(a_page("https://a.example/new", at=NOON))

    gone = stores.pages.forget(before=NOON)

    assert gone == 1
    assert set(stores.pages.pages(["https://a.example/old", "https://a.example/new"])) == {"https://a.example/new"}
    assert stores.pages.forget(before=NOON) == 0
