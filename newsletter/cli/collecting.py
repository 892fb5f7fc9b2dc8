"""The verb that collects, and how it tells what came of it."""

from typing import TYPE_CHECKING, Annotated

import typer

from newsletter.cli.output import (
    DEFAULT_CONFIG,
    DONE,
    FAILED,
    IN_PART,
    AsJson,
    ConfigPath,
    answer,
    moment,
    opened,
)
from newsletter.config import span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsletter.pipeline import collecting, full_text

#: ``--now``, the same for every verb that looks at feeds or at a week.
Now = Annotated[
    str | None, typer.Option("--now", help="Take this for the present moment (ISO 8601 with offset).", metavar="ISO")
]

#: Lines of one sort that collecting prints; the JSON has them all.
_SHOWN = 20
#: Pages that failed, and sites whose pages wait, of which it prints a line; and of which the JSON tells.
_SHOWN_PAGES, _MOST_PAGES = 3, 50


def collect(
    config: ConfigPath = DEFAULT_CONFIG,
    as_json: AsJson = False,
    now: Now = None,
    every: Annotated[bool, typer.Option("--all", help="Ask every feed, also those that rest.")] = False,
) -> int:
    """Ask the feeds that are due and keep what is new."""
    from newsletter import wiring
    from newsletter.pipeline import collecting

    with opened(config, at=moment(now), makes_store=True) as (settings, backends):
        wiring.expect_extras(settings)
        done = collecting.collect(
            backends,
            settings.all_feeds(),
            now=backends.clock.now(),
            every=every,
            full_text=settings.collect.full_text == "page",
            keep=span(settings.collect.keep),
        )
    facts = {
        "feeds": done.feeds,
        "new": done.new,
        "revised": done.revised,
        "unchanged": done.unchanged,
        "failed": _notes(done.failed),
        "faulty": _notes(done.faulty),
        "resting": _notes(done.resting),
        "warnings": _notes(done.warnings),
        "pages": done.pages and _pages(done.pages),
        "forgotten": done.forgotten,
        "clock": done.clock or None,
        "new_store": backends.new_store or None,
    }
    lines = _collected(done)
    if done.failed and len(done.failed) == done.feeds:
        return answer(facts, "\n".join(lines), as_json=as_json, status=FAILED)
    return answer(facts, "\n".join(lines), as_json=as_json, status=IN_PART if done.failed else DONE)


def _collected(done: "collecting.Collected") -> list[str]:
    """What a round of collecting brought, in lines; the failures last, because the last line is quoted."""
    asked = f"Feeds asked: {done.feeds}, of which unchanged: {done.unchanged}."
    lines = [f"{asked} New entries: {done.new}, revised: {done.revised}."]
    if not done.feeds and done.resting:
        lines = ["No feed is due. 'newsletter collect --all' asks those that rest anyway."]
    if done.clock:
        lines.append(f"Warning: {done.clock}")
    if done.pages:
        failed, waiting = len(done.pages.faults), done.pages.waiting
        lines.append(f"Articles' pages read: {done.pages.read}, failed: {failed}, waiting for another time: {waiting}.")
        lines += _some_pages("Page failed", done.pages.faults) + _some_pages("Pages wait", done.pages.waits)
    if done.forgotten:
        lines.append(f"Dropped for their age: {done.forgotten} entries.")
    # What failed just now is said once.
    told = {note.url for note in done.failed}
    lines += _some("Rests", done.resting)
    lines += _some("Warning", [note for note in done.warnings if note.url not in told])
    lines += _some("Read with a fault", done.faulty)
    return lines + _some("Failed", done.failed)


def _some(what: str, notes: "Sequence[collecting.FeedNote]") -> list[str]:
    """A line for each note. Of very many, as after a failure of the network, the last line says how many more."""
    lines = [f"{what}: {note.outlet} ({note.url}). {note.reason}" for note in notes[:_SHOWN]]
    if len(notes) > _SHOWN:
        lines.append(f"{what}: {len(notes) - _SHOWN} more. 'newsletter feeds list' has them all.")
    return lines


def _some_pages(what: str, notes: "Sequence[full_text.PageNote]") -> list[str]:
    """A line for each of the first few; the reason names the page."""
    lines = [f"{what}: {note.reason}" for note in notes[:_SHOWN_PAGES]]
    if len(notes) > _SHOWN_PAGES:
        lines.append(f"{what}: {len(notes) - _SHOWN_PAGES} more. 'newsletter collect --json' tells of more.")
    return lines


def _pages(pages: "full_text.InFull") -> dict[str, object]:
    return {
        "read": pages.read,
        "failed": len(pages.faults),
        "waiting": pages.waiting,
        "faults": [{"url": note.url, "reason": note.reason} for note in pages.faults[:_MOST_PAGES]],
        "waits": [{"url": note.url, "reason": note.reason} for note in pages.waits[:_MOST_PAGES]],
    }


def _notes(notes: "tuple[collecting.FeedNote, ...]") -> list[dict[str, object]]:
    return [{"url": n.url, "outlet": n.outlet, "status": n.status, "reason": n.reason} for n in notes]
