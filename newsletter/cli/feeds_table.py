"""How ``feeds list`` and ``feeds check`` read: a few lines for each feed."""

import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from newsletter.domain.feed import Feed, FeedState, without_login

if TYPE_CHECKING:
    from newsletter.actions.feeds import FoundFeed

#: Title and least width of each column.
_COLUMNS = (("STATUS", 9), ("OUTLET", 24), ("NEWEST ENTRY", 14), ("LAST ASKED", 13), ("USUAL GAP", 11), ("ENTRIES", 7))
#: What stands before a feed that is not well, and before the lines that belong to it.
_MARK, _INDENT = "! ", " " * 11


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A feed, as it is listed."""

    feed: Feed
    state: FeedState
    healthy: bool
    #: Sentences.
    warnings: Sequence[str]
    #: When it is asked again, where it or its whole site rests.
    rests_until: datetime | None


def table(rows: Sequence[Row], *, now: datetime) -> str:
    """The feeds, in the order given: a row of facts each, and below it the address and whatever is to be said.

    Where somebody looks at a terminal, a row is at most 80 columns wide and what stands below it is wrapped; else all
    is whole, a line for each sentence.

    Args:
        rows: the feeds.
        now: what ages are reckoned from.
    """
    from rich.cells import cell_len, set_cell_size

    titles, narrow = zip(*_COLUMNS, strict=True)
    cells = [_cells(row, now) for row in rows]
    # Wide letters take two columns.
    longest = [max(cell_len(cell) for cell in column) + 2 for column in zip(titles, *cells, strict=True)]
    widths = narrow if sys.stdout.isatty() else [max(pair) for pair in zip(narrow, longest, strict=True)]
    lines = []
    for row, facts in zip([None, *rows], [titles, *cells], strict=True):
        mark = _MARK if row and not row.healthy else "  "
        fitted = (
            set_cell_size(fact if cell_len(fact) < width else f"{set_cell_size(fact, width - 3).rstrip()}…", width)
            for fact, width in zip(facts, widths, strict=True)
        )
        lines.append(f"{mark}{''.join(fitted)}".rstrip())
        lines += _below(_said(row)) if row else []
    return "\n".join(lines)


def _cells(row: Row, now: datetime) -> tuple[str, ...]:
    state = row.state
    return (
        state.status.value,
        row.feed.outlet,
        _ago(state.last_entry, now),
        _ago(state.checked_at, now),
        "" if state.usual_gap is None else _span(state.usual_gap),
        str(state.entries) if state.ok_at else "",
    )


def found(feed: "FoundFeed", *, now: datetime) -> list[str]:
    """What a feed would give, in lines."""
    lines = [feed.address, f"  Title: {feed.title or 'none'}"]
    if feed.url.startswith("http") and feed.url not in {feed.address, f"{feed.address}/"}:
        lines.append(f"  Read at: {feed.url}")
    dates = f"Entries: {feed.entries}, of which {feed.dated} dated"
    if feed.newest and feed.oldest:
        dates += f" (newest {_ago(feed.newest, now)}, oldest {_ago(feed.oldest, now)})"
    texts = f"With text: {feed.with_text}, with full text: {feed.with_full_text}, with a picture: {feed.pictures}"
    kinds = ", ".join(f"{n} {kind}" for kind, n in feed.kinds.items())
    answers = "only what has changed, if asked so" if feed.validators else "everything each time (no validators)"
    lines += [
        f"  {dates}.",
        f"  {texts}.",
        f"  Kinds: {kinds or 'none'}. Struck out as furniture: {feed.removed} lines.",
    ]
    lines.append(f"  The server sends {answers}.")
    lines += [f"  Fault: {feed.fault}"] if feed.fault else []
    return lines + [f"  - {title}" for title in feed.titles]


def _said(listed: Row) -> Iterator[str]:
    yield without_login(listed.feed.url)
    if listed.state.fault and not any(listed.state.fault in warning for warning in listed.warnings):
        yield listed.state.fault
    yield from listed.warnings
    if listed.rests_until:
        yield f"It is not asked before {listed.rests_until.astimezone(UTC):%Y-%m-%d %H:%M} UTC."


def _below(sentences: Iterable[str]) -> Iterator[str]:
    if not sys.stdout.isatty():
        yield from (f"{_INDENT}{sentence}" for sentence in sentences)
        return
    width = max(shutil.get_terminal_size().columns, 40)
    for sentence in sentences:
        yield from textwrap.wrap(
            sentence,
            width,
            initial_indent=_INDENT,
            subsequent_indent=_INDENT,
            break_long_words=False,
            break_on_hyphens=False,
        )


def _ago(moment: datetime | None, now: datetime) -> str:
    """How long ago a moment was.

    >>> noon = datetime.fromisoformat("2026-11-18T12:00+00:00")
    >>> [_ago(noon - timedelta(minutes=minutes), noon) for minutes in (0, 20, 200, 5_000)]
    ['just now', '20 min ago', '3 h ago', '3 days ago']
    """
    if moment is None:
        return "never"
    ago = now - moment
    return "just now" if ago < timedelta(minutes=1) else f"{_span(ago)} ago"


def _span(time: timedelta) -> str:
    """A span in its largest fitting unit, rounded down.

    >>> _span(timedelta(minutes=90)), _span(timedelta(hours=47)), _span(timedelta(hours=48))
    ('90 min', '47 h', '2 days')
    """
    minutes = time // timedelta(minutes=1)
    if minutes < 120:
        return f"{minutes} min"
    hours = minutes // 60
    return f"{hours} h" if hours < 48 else f"{hours // 24} days"
