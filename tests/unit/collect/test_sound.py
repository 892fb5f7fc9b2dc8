"""The reader of well-formed feeds: what it finds is what the tolerant reader finds, or it leaves the feed to that."""

import os
from pathlib import Path

import pytest

from newsletter.collect.reading.authors import names_of
from newsletter.collect.reading.charset import readable
from newsletter.collect.reading.markup import text_of
from newsletter.collect.reading.sound import read_sound
from newsletter.collect.reading.stated import Document, Stated
from newsletter.collect.reading.tolerant import read_tolerantly

ROOT = Path(__file__).parents[3]
FEEDS = [*sorted((ROOT / "tests" / "feeds").glob("*.xml")), *sorted((ROOT / "demo").rglob("*.xml"))]
#: Feeds of the corpus that the two read differently, each on purpose.
BETTER = {
    # A text that is the same as the content is no summary.
    "entry_content_text_plain_brackets.xml",
    # An entry's own address and not that of a nested one.
    "atom10_id.xml",
}
#: Feeds of ours that tell the two apart: feedparser takes a picture's title for the piece's.
APART = {"rss2-media.xml"}


def both(path: Path) -> tuple[Document, Document] | None:
    """The feed as both readers find it; None where the first leaves it to the second."""
    source = readable(path.read_bytes(), "")
    sound = read_sound(source.body) if source.is_utf8 else None
    return (sound, read_tolerantly(source)) if sound else None


def told(stated: Stated) -> tuple[object, ...]:
    """What becomes of it, but for categories and pictures, of which the tolerant reader knows more or less."""
    dates = tuple(stamp.text for stamp in stated.stamps[:1])
    words = tuple(map(text_of, (stated.title, stated.summary, stated.content)))
    return (stated.guid, stated.links[:1], *words, dates, names_of(stated.authors), text_of(stated.source))


def read_alike(path: Path) -> bool:
    found = both(path)
    if not found:
        return False
    sound, tolerant = found
    assert not tolerant.broken
    assert [told(stated) for stated in sound.entries] == [told(stated) for stated in tolerant.entries]
    return True


@pytest.mark.parametrize("path", [path for path in FEEDS if path.name not in APART], ids=lambda path: path.stem)
def test_both_readers_find_the_same(path: Path):
    read_alike(path)


def test_most_feeds_are_read_by_the_quick_one():
    assert sum(both(path) is not None for path in FEEDS) >= len(FEEDS) - 6


def test_both_readers_find_the_same_in_a_folder_of_feeds():
    """Run it over feeds that hurt: NEWSLETTER_TEST_FEEDS names a folder of them."""
    folder = os.environ.get("NEWSLETTER_TEST_FEEDS")
    if not folder:
        pytest.skip("left out: NEWSLETTER_TEST_FEEDS names no folder of feeds")

    paths = [path for path in sorted(Path(folder).rglob("*.xml")) if path.name not in BETTER]
    alike = [path for path in paths if path.read_bytes().strip() and read_alike(path)]

    assert alike


ITEM = "<item><title>A</title><guid>1</guid></item>"


def test_a_plain_feed_is_read():
    assert read_sound(f"<rss version='2.0'><channel>{ITEM}</channel></rss>".encode()) is not None


@pytest.mark.parametrize(
    "body",
    [
        "",
        "just words",
        "<rss><channel></channel></rss>",
        f"<rss><channel>{ITEM}</channel>",
        f"<rss><channel>{ITEM}<item><title>R&D</title></item></channel></rss>",
        f"<rss><channel>{ITEM}<item><title>A <b>bold</b> one</title></item></channel></rss>",
        f"<rss><channel>{ITEM}<item><x:y>A</x:y></item></channel></rss>",
        f"<!DOCTYPE rss [<!ENTITY e 'x'>]><rss><channel>{ITEM}</channel></rss>",
        f"<!DOCTYPE rss SYSTEM 'file:///etc/passwd'><rss><channel>{ITEM}</channel></rss>",
        "<rss><channel><item><title>A</title><body>B</body></item></channel></rss>",
        "<rss><channel><item><description>A</description><summary>B</summary></item></channel></rss>",
        '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title>A</title></entry></feed>',
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="image/png">AAAA</content></entry></feed>',
        "<opml version='2.0'><body/></opml>",
        "<rss><channel>" + "<item>" * 10_000,
    ],
)
def test_what_it_would_have_to_guess_at_it_leaves(body: str):
    assert read_sound(body.encode()) is None
