"""The picture that an outlet gives with an entry: the best of several, with its credit and caption.

Nothing is fetched. A picture is what the feed says is one: by medium, by media type, or by the end of its address.
"""

import re
from collections.abc import Iterable, Mapping
from enum import IntEnum
from typing import NamedTuple
from urllib.parse import urlsplit

from newsletter.collect.normalise import web_url
from newsletter.collect.reading.markup import line_of
from newsletter.domain.entry import Picture

_ENDS = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")
_NUMBER = re.compile(r"\s{0,9}(\d{1,5})(?:\.\d{1,9})?\s{0,9}(?:px)?\s{0,9}")
#: Characters; a longer caption is a text in the wrong place.
_LONGEST = 500
#: Pixels; what is smaller counts the reader or decorates.
_SMALLEST = 32


class Form(IntEnum):
    """In what form a feed gives a picture; the width that such a picture has where the feed does not say, in pixels."""

    THUMBNAIL = 150
    ENCLOSURE = 650
    CONTENT = 700


class Shown(NamedTuple):
    """A picture as a feed gives it."""

    #: May be relative.
    url: str
    form: Form
    #: As written, and so are the next three.
    width: str = ""
    height: str = ""
    credit: str = ""
    #: Text or HTML.
    caption: str = ""


def is_picture(attributes: Mapping[str, str]) -> bool:
    """Whether the ``medium`` or ``type`` of a ``media:content`` or an enclosure, else its address, is a picture's."""
    medium, kind = attributes.get("medium", "").strip().lower(), attributes.get("type", "").strip().lower()
    if medium or kind:
        return medium == "image" or (not medium and kind.startswith("image/"))
    try:
        return urlsplit(attributes.get("url", "")).path.lower().endswith(_ENDS)
    except ValueError:
        return False


def best_picture(shown: Iterable[Shown], base: str) -> Picture | None:
    """The widest picture that stands at an http or https address; the first of equals. None where there is none.

    A width that the feed does not state is guessed by the form in which it gives the picture.
    """
    best: Picture | None = None
    widest = 0
    for one in shown:
        width, height = _pixels(one.width), _pixels(one.height)
        likely = width if width is not None else int(one.form)
        if likely <= widest or likely < _SMALLEST or (height is not None and height < _SMALLEST):
            continue
        url = web_url(one.url, base)
        if url:
            widest = likely
            best = Picture(url=url, credit=_line(one.credit), caption=_line(one.caption), width=width, height=height)
    return best


def _pixels(stated: str) -> int | None:
    """A size, or None where none is stated; zero is none."""
    found = _NUMBER.fullmatch(stated)
    return (int(found[1]) or None) if found else None


def _line(words: str) -> str:
    line = line_of(words)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
