"""The picture that an outlet gives with an entry."""

import pytest

from newsletter.collect.reading.media import Form, Shown, best_picture, is_picture
from newsletter.domain.entry import Picture

SITE = "https://ledger.example/feed"


def test_the_widest_is_taken_with_what_is_said_of_it():
    pictures = [
        Shown("/small.jpg", Form.THUMBNAIL, "150", "100"),
        Shown("/large.jpg", Form.CONTENT, "1200", "800", " Bo Park ", "The <b>dome</b>\nat night &amp; day"),
        Shown("/middle.jpg", Form.CONTENT, "600", "400"),
    ]

    assert best_picture(pictures, SITE) == Picture(
        url="https://ledger.example/large.jpg",
        credit="Bo Park",
        caption="The dome at night & day",
        width=1200,
        height=800,
    )


@pytest.mark.parametrize(
    ("pictures", "best"),
    [
        # Without widths: a picture goes before an enclosure, and that before a thumbnail.
        ([("t", Form.THUMBNAIL, ""), ("e", Form.ENCLOSURE, ""), ("c", Form.CONTENT, "")], "c"),
        ([("t", Form.THUMBNAIL, ""), ("e", Form.ENCLOSURE, "")], "e"),
        # A thumbnail that says that it is large is.
        ([("c", Form.CONTENT, ""), ("t", Form.THUMBNAIL, "1200")], "t"),
        # A picture that says that it is small is.
        ([("c", Form.CONTENT, "90"), ("e", Form.ENCLOSURE, "")], "e"),
        # The first of equals.
        ([("a", Form.CONTENT, "600"), ("b", Form.CONTENT, "600")], "a"),
        # Zero is no width.
        ([("a", Form.CONTENT, "0"), ("b", Form.CONTENT, "600")], "a"),
    ],
)
def test_a_width_that_is_not_stated_is_guessed_by_the_form(pictures, best):
    picture = best_picture([Shown(f"/{name}.jpg", form, width) for name, form, width in pictures], SITE)

    assert picture
    assert picture.url == f"https://ledger.example/{best}.jpg"


@pytest.mark.parametrize(
    "picture",
    [
        Shown("javascript:alert(1)", Form.CONTENT),
        Shown("data:image/png;base64,AAAA", Form.CONTENT),
        Shown("ftp://ledger.example/a.jpg", Form.CONTENT),
        Shown("", Form.CONTENT),
        Shown("/pixel.gif", Form.CONTENT, "1", "1"),
        Shown("/rule.gif", Form.CONTENT, "600", "2"),
        Shown("http://[", Form.CONTENT),
    ],
)
def test_what_can_be_no_picture_is_none(picture):
    assert best_picture([picture], "") is None


@pytest.mark.parametrize(
    ("stated", "pixels"), [("640", 640), ("640px", 640), ("640.0", 640), ("wide", None), ("", None)]
)
def test_sizes_come_in_several_forms(stated, pixels):
    picture = best_picture([Shown("/a.jpg", Form.CONTENT, stated)], SITE)

    assert picture
    assert picture.width == pixels


@pytest.mark.parametrize(
    ("attributes", "is_one"),
    [
        ({"medium": "image", "url": "/a"}, True),
        ({"type": "image/jpeg", "url": "/a"}, True),
        ({"url": "/a.JPG?w=600"}, True),
        ({"medium": "video", "url": "/a.jpg"}, False),
        ({"type": "video/mp4", "url": "/a.mp4"}, False),
        ({"type": "audio/mpeg", "url": "/a.mp3"}, False),
        ({"url": "/a"}, False),
        ({}, False),
    ],
)
def test_a_picture_is_what_the_feed_says_is_one(attributes, is_one):
    assert is_picture(attributes) is is_one


def test_a_caption_that_is_an_article_is_cut():
    picture = best_picture([Shown("/a.jpg", Form.CONTENT, caption="long " * 1_000)], SITE)

    assert picture
    assert len(picture.caption) <= 500
