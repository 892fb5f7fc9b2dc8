"""Reads feeds that are not well formed, or of a dialect that only feedparser knows.

feedparser is given bytes, never an address: it would fetch it. Its sanitiser and its resolving of addresses inside
HTML are off: what is kept of a feed is text, and ``markup`` makes that.
"""

import html
import io
import re
from collections.abc import Iterator
from typing import Any

import feedparser

from newsletter.collect.normalise import one_line
from newsletter.collect.reading.charset import Readable
from newsletter.collect.reading.dates import Stamp
from newsletter.collect.reading.media import Form, Shown, is_picture
from newsletter.collect.reading.stated import Document, Stated
from newsletter.domain.entry import DateQuality

#: Characters of a parser's reason that a message quotes; some quote the whole feed.
LONGEST_REASON = 200
_PLACE = re.compile(r"^<unknown>:(\d+):(\d+): (.*)", re.DOTALL)
#: A character by its number, in every encoding that agrees with ASCII.
_REFERENCE = re.compile(rb"&#([xX][0-9a-fA-F]++|[0-9]++);")
#: No number of a character has more digits.
_DIGITS = 8


def read_tolerantly(source: Readable) -> Document:
    """Whatever can be read of a feed, and why it is not well formed."""
    # In a BytesIO, because bare bytes that spell a file's path would be opened as that file. Without the feed's
    # address, because guids would be resolved against it, and change with every redirect.
    document = feedparser.parse(
        io.BytesIO(_REFERENCE.sub(_whole_character, source.body)),
        response_headers={"content-type": source.content_type},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    return Document(
        entries=tuple(_stated(item, document) for item in document.entries),
        title=document.feed.get("title") or "",
        site=document.feed.get("link") or "",
        broken=_why_broken(document),
        known=bool(document.version),
    )


def _whole_character(reference: re.Match[bytes]) -> bytes:
    """The reference, or one to U+FFFD where it names half a character or none: feedparser would give up the feed."""
    is_hex = reference[1][:1] in b"xX"
    digits = (reference[1][1:] if is_hex else reference[1]).lstrip(b"0")
    number = int(digits or b"0", 16 if is_hex else 10) if len(digits) <= _DIGITS else -1
    exists = 0 <= number < 0xD800 or 0xDFFF < number <= 0x10FFFF
    return reference[0] if exists else b"&#65533;"


def _why_broken(document: Any) -> str:  # noqa: ANN401 - feedparser is untyped
    """Why the document is not well formed, as its parser says; empty where it is."""
    error = document.get("bozo_exception") if document.bozo else None
    if error is None or isinstance(error, feedparser.NonXMLContentType):
        return ""
    # The parser calls every document "<unknown>:line:column: …".
    return _PLACE.sub(r"line \1, \3", one_line(str(error)))[:LONGEST_REASON] or type(error).__name__


def _stated(item: dict[str, Any], document: Any) -> Stated:  # noqa: ANN401 - feedparser is untyped
    is_atom = document.version.startswith("atom")
    contents = [_marked_up(part.get("value") or "", part, is_atom=is_atom) for part in item.get("content", ())]
    content = max(contents, key=len, default="")
    summary = _words(item, "summary", is_atom=is_atom)
    if summary == content:  # it makes a summary of what comes first, and takes a later description for content
        summary = min((other for other in contents if other and other != content), key=len, default="")
    source = item.get("source") or {}
    return Stated(
        guid=item.get("id") or "",
        links=tuple(link for link in (item.get("feedburner_origlink"), item.get("link")) if link),
        title=_words(item, "title", is_atom=is_atom),
        summary=summary,
        content=content,
        stamps=tuple(_stamps(item, is_atom=is_atom, dublin_core="dc" in document.namespaces)),
        authors=tuple(filter(None, _authors(item))),
        categories=tuple(filter(None, (tag.get("label") or tag.get("term") or "" for tag in item.get("tags", ())))),
        source=(source.get("title") or "") if isinstance(source, dict) else str(source),
        pictures=tuple(_pictures(item)),
    )


def _words(item: dict[str, Any], field: str, *, is_atom: bool) -> str:
    """A field's words, as HTML or as text that looks like none."""
    return _marked_up(item.get(field) or "", item.get(f"{field}_detail") or {}, is_atom=is_atom)


def _marked_up(value: str, detail: dict[str, Any], *, is_atom: bool) -> str:
    # Atom says which of its texts are plain; RSS does not, and mostly means HTML.
    return html.escape(value, quote=False) if is_atom and detail.get("type") == "text/plain" else value


def _stamps(item: dict[str, Any], *, is_atom: bool, dublin_core: bool) -> Iterator[Stamp]:
    """The dates, publication first. RSS has no date of an update: there ``dc:date`` is the publication's."""
    updated = DateQuality.PUBLISHED if dublin_core and not is_atom else DateQuality.UPDATED
    for field, quality in (("published", DateQuality.PUBLISHED), ("updated", updated)):
        # dict.get, because feedparser's own answers a missing update with the publication.
        stated = dict.get(item, field)
        if isinstance(stated, str):
            yield Stamp(stated, quality)


def _authors(item: dict[str, Any]) -> Iterator[str]:
    named = [author.get("name") or author.get("email") or "" for author in item.get("authors", ())]
    yield from named if any(named) else [item.get("author") or ""]


def _pictures(item: dict[str, Any]) -> Iterator[Shown]:
    """The reader keeps no word of which picture a credit stands at: the first one counts for all."""
    credit = next((one["content"] for one in item.get("media_credit", ()) if one.get("content")), "")
    for form, field in ((Form.CONTENT, "media_content"), (Form.THUMBNAIL, "media_thumbnail")):
        for one in item.get(field, ()):
            if form is Form.THUMBNAIL or is_picture(one):
                yield Shown(one.get("url", ""), form, one.get("width", ""), one.get("height", ""), credit)
    for link in item.get("links", ()):
        url = link.get("href", "")
        if link.get("rel") == "enclosure" and is_picture({"type": link.get("type", ""), "url": url}):
            yield Shown(url, Form.ENCLOSURE, credit=credit)
