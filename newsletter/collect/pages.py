"""Which entries want their page read, and what becomes of them when it was.

Many feeds carry a sentence or two. Where the operator asks for full text, the rest is read on the page that an entry
leads to, unless the feed says enough by itself or the outlet may be printed by its headline alone.
"""

import hashlib
import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from http import HTTPStatus

from newsletter.collect.boilerplate import strip_furniture
from newsletter.collect.normalise import word_set
from newsletter.domain.entry import Entry, Licence
from newsletter.domain.errors import FetchFailed
from newsletter.domain.feed import Ask, Fetched
from newsletter.domain.page import Page

#: Words. An entry with fewer is short: a blurb chooses among some ten sentences, and these hardly make five.
SHORT = 120
#: A page is asked for while its entry is no older: enough for a week's letter and whoever comes late to it.
WITHIN = timedelta(days=10)
#: What could not be had is not tried again before; later on, not before its entry has been known for twice as long.
AGAIN = timedelta(days=1)
#: As a sentence, beside a fault that is the page's own.
TRIED_AGAIN = "It is tried again after a day, then ever more rarely, and given up after ten days."

_WORD = re.compile(r"[^\W\d_]{4,}")
#: Words of four letters and more that are on every page.
_EVERYWHERE = word_set(
    "about after again also been before being could does during each every from have here into just like many more "
    "most much news only other over said same says should some such than that their them then there these they this "
    "those through under until very want were what when where which while will with would year years your"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An entry, and what its page holds: one argument, for a process of its own."""

    entry: Entry
    #: Paragraphs, parted by a blank line.
    text: str


def wants_page(entry: Entry) -> bool:
    """Whether an entry, as its feed tells it, is to be told from its page if that can be had."""
    return (
        bool(entry.url)
        and entry.licence is Licence.EXCERPT
        and entry.kind.tells
        and (len(entry.text) < SHORT or len(entry.text.split()) < SHORT)
    )


def may_be_asked(entry: Entry, *, now: datetime) -> bool:
    """Whether an entry is young enough for its page to be asked for."""
    return entry.at >= now - WITHIN


def words_hash(entry: Entry) -> str:
    """SHA-256, in hexadecimal, of what the feed says of an entry: when that changes, the page may have too."""
    return hashlib.sha256(f"{entry.title}\n\n\n{entry.summary}\n\n\n{entry.content}".encode()).hexdigest()


def still_holds(page: Page, hashes: Collection[str] | None, *, known_since: datetime, now: datetime) -> bool:
    """Whether a page need not be asked for again.

    Args:
        page: as it was found last.
        hashes: ``words_hash`` of the entries that lead to it; None where it is not known what their feeds say now.
        known_since: when the newest of those entries was first seen: a page that fails and fails is tried after one
            day, after two, four and eight, and then no more (``WITHIN``).
        now: the moment.
    """
    if page.fault:
        return page.fetched_at <= now < page.fetched_at + max(AGAIN, page.fetched_at - known_since)
    return hashes is None or page.entry_hash in hashes


def fault_of(ask: Ask, got: Fetched | FetchFailed) -> str:
    """Why an answer holds no article, a sentence; empty where it may hold one."""
    if isinstance(got, FetchFailed):
        return str(got)
    if got.challenged:
        return f"{ask.named} is a challenge for people, and no article."
    if got.status != HTTPStatus.OK:
        return f"{ask.named} answered {got.status}."
    media = got.content_type.partition(";")[0].strip().lower()
    if media and media not in {"text/html", "application/xhtml+xml"}:
        return f"{ask.named} is no web page, but {media[:60]}."
    return ""


def told_in_full(article: Article) -> Entry:
    """The entry with its page's words in place of the feed's, furniture struck out; the very entry where they won't do.

    They do where they are more than the feed's, and about the same: a wall that asks for consent, a login or the
    outlet's front page must not become the article.
    """
    entry = article.entry
    stripped = strip_furniture(_without_title(article.text, entry.title), title=entry.title)
    if len(stripped.text.split()) <= len(entry.text.split()) or not is_about(stripped.text, entry):
        return entry
    return replace(
        entry,
        # What the feed said stays, as its short text.
        summary=entry.summary or entry.content,
        content=stripped.text,
        removed=tuple(dict.fromkeys([*entry.removed, *stripped.removed])),
        corrections=tuple(dict.fromkeys([*entry.corrections, *stripped.corrections])),
    )


def is_about(text: str, entry: Entry) -> bool:
    """Whether a text has two words in five, and at least two, of those that the feed tells the entry in.

    Words of fewer than four letters and those that are on every page do not count.
    """
    told = _words(f"{entry.title} {entry.text}")
    shared = told & _words(text)
    return len(shared) >= 2 and len(shared) * 5 >= len(told) * 2


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)} - _EVERYWHERE


def _without_title(text: str, title: str) -> str:
    """The text without its first paragraph where that is the title once more."""
    first, _, rest = text.partition("\n\n")
    return rest if first.casefold() == title.casefold() else text
