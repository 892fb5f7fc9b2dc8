"""An archive of entries: one JSON object a line, to draft a week from without asking any feed.

The keys are ``id``, ``url``, ``outlet``, ``title`` and ``published`` (ISO 8601 with an offset, or null); besides,
where there is something to say: ``feed``, ``family``, ``lean``, ``summary``, ``content`` (text or HTML),
``position`` (1 is the first of its feed), ``section``, ``licence``, ``kind``, ``first_seen``, ``date_quality``,
``authors``, ``categories``, ``earlier_titles`` and ``corrections`` (lists of strings), ``credited_to``, and ``picture``
(an object with ``url``, ``credit``, ``caption``, ``width``, ``height``). Other keys are ignored. The words take the
same way as those of a feed, so the furniture in them is struck out here too.

An entry of an archive was first seen when it was published; one without a date, when the archive's latest was,
unless the line says otherwise.
"""

import html
import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

from newsletter.collect.normalise import one_line, web_url
from newsletter.collect.reading.clean import RawEntry, clean, kind_told
from newsletter.collect.reading.markup import text_of
from newsletter.domain.entry import DateQuality, Entry, EntryId, Kind, Lean, Licence, Picture
from newsletter.domain.errors import Refused
from newsletter.domain.feed import Feed

#: No line is longer, in characters: a longer one is no entry, and would fill the memory.
LONGEST_LINE = 10_000_000

#: The others show: an entry without a date counts from its first sight.
_TOLD_APART = frozenset([DateQuality.UPDATED, DateQuality.PATH])

_Word = TypeVar("_Word", bound=StrEnum)


def read_archive(lines: Iterable[str], *, name: str) -> tuple[Entry, ...]:
    """The entries of an archive, in its order. ``name`` is the file's, for messages.

    Raises:
        Refused: a line is no entry, an id comes twice, or there are no entries; it names file and line.
    """
    read: list[tuple[_Line, Entry | None]] = []
    ids: dict[str, int] = {}
    for number, text in enumerate(lines, 1):
        if not text.strip("\ufeff \t\r\n"):
            continue
        line = _Line(text, name=name, number=number)
        key = line.word("id", required=True)
        if key in ids:
            line.refuse(f"has the id {key!r}, which line {ids[key]} has too. Give each entry an id of its own.")
        ids[key] = number
        read.append((line, _entry(line, line.moment("first_seen") or line.moment("published", required=True))))
    latest = max((entry.published for _, entry in read if entry and entry.published), default=None)
    entries = tuple(entry or _entry(line, latest) for line, entry in read)
    if not entries:
        raise Refused(f"{name} holds no entries. It needs one JSON object a line, each an entry.")
    if None in entries:
        raise Refused(f"{name} has no date at all. Give at least one entry a 'published' such as 2026-11-18T12:00:00Z.")
    return tuple(entry for entry in entries if entry)


def archive_line(entry: Entry) -> str:
    """One entry as a line of an archive, without the line's end. Read again it is the same entry.

    But for its struck-out lines: they are not written.
    """
    written: dict[str, object] = {
        "id": entry.id,
        "url": entry.url,
        "outlet": entry.outlet,
        "title": _verbatim(entry.title),
        "published": entry.published.isoformat() if entry.published else None,
    }
    optional: dict[str, object] = {
        "feed": entry.feed,
        "family": entry.family if entry.family != entry.outlet else "",
        "lean": entry.lean if entry.lean is not Lean.UNRATED else "",
        "summary": _verbatim(entry.summary),
        "content": _verbatim(entry.content),
        "position": entry.position,
        "section": entry.section,
        "licence": entry.licence if entry.licence is not Licence.EXCERPT else "",
        "kind": entry.kind if entry.kind is not _told(entry) else "",
        "first_seen": entry.first_seen.isoformat() if entry.first_seen != entry.published else "",
        "date_quality": entry.date_quality if entry.date_quality in _TOLD_APART else "",
        "authors": entry.authors,
        "categories": entry.categories,
        "credited_to": entry.credited_to,
        "picture": _picture(entry.picture) if entry.picture else None,
        "earlier_titles": entry.earlier_titles,
        "corrections": entry.corrections,
    }
    return json.dumps(written | {key: value for key, value in optional.items() if value}, ensure_ascii=False)


def _told(entry: Entry) -> Kind:
    """The sort of piece that its line will be read as, if it does not say one."""
    return kind_told(entry.url, entry.title, entry.categories, entry.text)


def _picture(picture: Picture) -> dict[str, object]:
    return {key: value for key, value in asdict(picture).items() if value}


def _verbatim(text: str) -> str:
    """A text that is read again as it is: as HTML where it would be taken for HTML."""
    if text_of(text) == text:
        return text
    return "".join(f"<p>{html.escape(paragraph, quote=False)}</p>" for paragraph in text.split("\n\n"))


def _entry(line: "_Line", first_seen: datetime | None) -> Entry | None:
    """The entry of a line; None where nothing tells yet when it was first seen."""
    outlet = line.word("outlet", required=True)
    family = line.word("family") or outlet
    feed = Feed(
        url=line.word("feed"),
        outlet=outlet,
        family=family,
        lean=line.one_of(Lean, "lean") or Lean.UNRATED,
        section=line.word("section"),
        licence=line.one_of(Licence, "licence") or Licence.EXCERPT,
    )
    raw = RawEntry(
        id=EntryId(line.word("id")),
        url=line.text("url", required=True),
        title=line.text("title", required=True),
        summary=line.text("summary"),
        content=line.text("content"),
        published=line.moment("published", required=True),
        first_seen=first_seen or datetime.min.replace(tzinfo=UTC),
        position=line.position(),
        kind=line.one_of(Kind, "kind"),
        date_quality=line.one_of(DateQuality, "date_quality") or DateQuality.PUBLISHED,
        authors=line.words("authors"),
        categories=line.words("categories"),
        credited_to=line.word("credited_to"),
        picture=line.picture(),
        earlier_titles=line.words("earlier_titles"),
        corrections=line.words("corrections"),
    )
    return clean(raw, feed) if first_seen else None


class _Line:
    """A line's fields, each as what it must be, or refused with the file and the line."""

    def __init__(self, text: str, *, name: str, number: int) -> None:
        self._where = f"{name}, line {number},"
        if len(text) > LONGEST_LINE:
            self.refuse(f"is longer than {LONGEST_LINE:,} characters. An archive has one entry a line: cut it there.")
        try:
            fields = json.loads(text.lstrip("\ufeff"))
        except (ValueError, RecursionError) as error:
            self.refuse(f"is not JSON: {error}. Each line is one JSON object, without a comma between lines.")
        if not isinstance(fields, dict):
            self.refuse(
                "is no JSON object. Each line is one entry in braces, with id, url, outlet, title and published."
            )
        self._fields: dict[str, Any] = fields

    def refuse(self, what: str) -> NoReturn:
        """Say what is wrong with the line, and where it is."""
        raise Refused(f"{self._where} {what}")

    def text(self, key: str, *, required: bool = False) -> str:
        """A string that may be empty; one that is not required may be null or absent."""
        value = self._fields.get(key)
        if value is None and not required:
            return ""
        if key not in self._fields:
            self.refuse(f"lacks {key!r}. Every entry has id, url, outlet, title and published.")
        if not isinstance(value, str):
            self.refuse(f"has {self._shown(key)} for {key!r}, which must be a string.")
        return value

    def word(self, key: str, *, required: bool = False) -> str:
        """A string on one line; one that is required is not empty."""
        value = " ".join(self.text(key, required=required).split())
        if required and not value:
            self.refuse(f"has an empty {key!r}. Give it one.")
        try:
            value.encode()
        except UnicodeEncodeError:
            self.refuse(f"has half a character (a lone surrogate) in {key!r}. Write it whole.")
        return value

    def one_of(self, words: type[_Word], key: str) -> _Word | None:
        """One of a few words, or None where there is none."""
        value = self.word(key)
        if not value:
            return None
        try:
            return words(value)
        except ValueError:
            self.refuse(f"has {self._shown(key)} for {key!r}, which is one of {', '.join(words)}.")

    def moment(self, key: str, *, required: bool = False) -> datetime | None:
        """A moment in UTC, to the second as feeds have it, or None where it is null."""
        if required and key not in self._fields:
            self.refuse(f"lacks {key!r}. Every entry has id, url, outlet, title and published; a date may be null.")
        if self._fields.get(key) is None:
            return None
        try:
            moment = datetime.fromisoformat(self.text(key))
            if moment.tzinfo is None:
                self.refuse(f"has {self._shown(key)} for {key!r}, which lacks an offset such as Z or -05:00. Add it.")
            return moment.astimezone(UTC).replace(microsecond=0)
        except (ValueError, OverflowError):
            self.refuse(
                f"has {self._shown(key)} for {key!r}, which is neither null nor a date such as 2026-11-18T12:00:00Z."
            )

    def words(self, key: str) -> tuple[str, ...]:
        """A list of strings, each on one line; empty where there is none."""
        value = self._fields.get(key) or []
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.refuse(f"has {self._shown(key)} for {key!r}, which is a list of strings.")
        lines = (one_line(item) for item in value)
        return tuple(line for line in lines if line)

    def picture(self) -> Picture | None:
        """A picture at an http or https address; None where there is none."""
        value = self._fields.get("picture")
        if value is None:
            return None
        parts = value if isinstance(value, dict) else {}
        words = {key: parts.get(key, "") for key in ("url", "credit", "caption")}
        sizes = {key: parts.get(key) for key in ("width", "height")}
        if (
            not all(isinstance(word, str) for word in words.values())
            or not all(size is None or (type(size) is int and size > 0) for size in sizes.values())
            or not web_url(words["url"])
        ):
            self.refuse(
                f"has {self._shown('picture')} for 'picture', which is an object with a web address as 'url' and, "
                "where they are known, 'credit' and 'caption' as strings, 'width' and 'height' as whole numbers from 1."
            )
        return Picture(
            url=web_url(words["url"]),
            credit=one_line(words["credit"]),
            caption=one_line(words["caption"]),
            width=sizes["width"],
            height=sizes["height"],
        )

    def position(self) -> int | None:
        """A place in a feed, from 1; None where there is none."""
        value = self._fields.get("position")
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            self.refuse(f"has {self._shown('position')} for 'position', which is a whole number from 1.")
        return value

    def _shown(self, key: str) -> str:
        """A value as the line has it, shortened."""
        shown = json.dumps(self._fields[key], ensure_ascii=False)
        return shown if len(shown) <= 60 else f"{shown[:57]}…"
