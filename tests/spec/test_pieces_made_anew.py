"""Feeds that are made anew for every reader, and outlets with one address for all that they publish."""

from tests.sites import rss

HARBOUR = ("Harbour reopens", "It reopened on Tuesday.")
FERRY = ("Ferry returns", "It sails again from Friday.")


def piece(title: str, text: str, query: str, *, date: str = "<pubDate>Tue, 17 Nov 2026 12:00:00 GMT</pubDate>") -> str:
    return (
        f"<item><title>{title}</title><link>https://ledger.example/index.php?{query}</link>"
        f'<guid isPermaLink="false">{query}</guid>{date}<description>{text}</description></item>'
    )


def rounds(site, *feeds: str) -> list[tuple[int, int]]:
    """What each round of collecting found new and revised, three hours after the one before."""
    site.configure(feeds=["ledger"])
    found = []
    for number, feed in enumerate(feeds):
        site.write_feed("ledger", feed)
        done = site.json("collect", "--now", f"2026-11-18T{3 * number + 1:02}:00:00Z")
        found.append((done["new"], done["revised"]))
    return found


def test_a_short_piece_with_another_guid_and_another_query_at_each_look_is_kept_once(site):
    """Kept anew every few hours, one sentence would fill the store, and count as much news."""
    feeds = [rss(piece(*HARBOUR, f"sid={n}a"), piece(*FERRY, f"sid={n}b")) for n in range(4)]

    assert rounds(site, *feeds) == [(2, 0), (0, 0), (0, 0), (0, 0)]


def test_so_is_one_without_a_date(site):
    feeds = [rss(piece(*HARBOUR, f"sid={n}", date="")) for n in range(3)]

    assert rounds(site, *feeds) == [(1, 0), (0, 0), (0, 0)]


def test_pieces_that_only_the_number_in_the_query_tells_apart_stay_apart(site):
    """With another title, another text or on another day it is another piece, one look after the other."""
    tomorrow = "<pubDate>Wed, 18 Nov 2026 11:00:00 GMT</pubDate>"
    feeds = [
        rss(piece(*HARBOUR, "id=1")),
        rss(piece(*FERRY, "id=2")),
        rss(piece(HARBOUR[0], FERRY[1], "id=3")),
        rss(piece(*HARBOUR, "id=4", date=tomorrow)),
    ]

    assert rounds(site, *feeds) == [(1, 0)] * 4


def test_two_alike_in_one_feed_are_two(site):
    both = rss(piece(*HARBOUR, "id=1"), piece(*HARBOUR, "id=2"))

    assert rounds(site, both, both) == [(2, 0), (0, 0)]
