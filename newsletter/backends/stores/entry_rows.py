"""An entry as a row, and back."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, fields
from typing import Any

from newsletter.backends.stores.columns import AnyRow
from newsletter.domain.entry import Entry, EntryId, Picture, Removed

#: What a later look at a feed may change. The rest is settled at first sight, so that no entry changes its week.
WORDS = (
    "url",
    "canonical_url",
    "outlet",
    "family",
    "lean",
    "title",
    "summary",
    "content",
    "removed",
    "corrections",
    "authors",
    "categories",
    "credited_to",
    "picture",
    "section",
    "feed",
    "licence",
    "kind",
)

_SETTLED = ("id", "published", "date_quality", "first_seen", "at", "position")

#: Not in the entry's own row: earlier titles have a table, and copies show only among a whole week's entries.
_ELSEWHERE = frozenset({"earlier_titles", "copy_of", "voice_of"})
_COLUMNS = tuple(field.name for field in fields(Entry) if field.name not in _ELSEWHERE)


def entry_key(id_: EntryId) -> str:
    """The key of an entry's row."""
    return hashlib.sha256(id_.encode()).hexdigest()


def page_key(entry: Entry) -> str | None:
    """What entries of one outlet have in common that lead to one page; None without a page."""
    return _pair_key(entry.outlet, entry.canonical_url)


def title_key(entry: Entry) -> str | None:
    """What entries of one outlet have in common that bear one title; None without a title."""
    return _pair_key(entry.outlet, entry.title)


def values_of(entry: Entry) -> dict[str, Any]:
    """A new entry's whole row."""
    return {"key": entry_key(entry.id)} | {name: getattr(entry, name) for name in _SETTLED} | words_of(entry)


def words_of(entry: Entry) -> dict[str, Any]:
    """The part of the row that later looks may change."""
    return {word: getattr(entry, word) for word in WORDS} | {
        "removed": [[line.text, line.rule] for line in entry.removed],
        "corrections": list(entry.corrections),
        "authors": list(entry.authors),
        "categories": list(entry.categories),
        "picture": asdict(entry.picture) if entry.picture else None,
        "page_key": page_key(entry),
        "title_key": title_key(entry),
    }


def entry_of(row: AnyRow, titles: Iterable[str] = ()) -> Entry:
    """The entry of a row.

    Args:
        row: as the table has it.
        titles: those that its outlet once replaced, oldest first; one that stands again is no earlier title.
    """
    values = {name: getattr(row, name) for name in _COLUMNS}
    return Entry(
        **values
        | {
            "removed": tuple(Removed(text=text, rule=rule) for text, rule in row.removed),
            "corrections": tuple(row.corrections),
            "authors": tuple(row.authors),
            "categories": tuple(row.categories),
            "picture": Picture(**row.picture) if row.picture else None,
            "earlier_titles": earlier(titles, row.title),
        }
    )


def earlier(titles: Iterable[str], now: str) -> tuple[str, ...]:
    """Each of the replaced titles once, in order, without the empty one and the one that stands."""
    return tuple(dict.fromkeys(title for title in titles if title not in {"", now}))


def _pair_key(outlet: str, other: str) -> str | None:
    return hashlib.sha256(json.dumps([outlet, other]).encode()).hexdigest() if other else None
