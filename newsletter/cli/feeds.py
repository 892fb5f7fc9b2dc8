"""The verbs of the feeds: list, check, import, export."""

import sys
from collections.abc import Iterable
from pathlib import Path
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
    read_config,
    write_files,
)
from newsletter.config import FEEDS_FILE, Config, load, text_of
from newsletter.domain.errors import Refused
from newsletter.domain.feed import Feed, FeedState, without_login

if TYPE_CHECKING:
    from newsletter.actions.feeds import FoundFeed
    from newsletter.cli.feeds_table import Row
    from newsletter.collect.opml import NewFeed, Outline, RefusedOutline

app = typer.Typer(help="The feeds.", no_args_is_help=True, rich_markup_mode=None)

Now = Annotated[
    str | None, typer.Option("--now", help="Take this for the present moment (ISO 8601 with offset).", metavar="ISO")
]
#: Lines of one sort that are printed; the JSON has them all.
_SHOWN = 20


@app.command("list")
def list_(config: ConfigPath = DEFAULT_CONFIG, as_json: AsJson = False, now: Now = None) -> int:
    """List the feeds, what the last look at each found, and which are not well."""
    from newsletter.cli.feeds_table import Row, table
    from newsletter.collect.asking.health import is_healthy, warnings
    from newsletter.collect.due import due

    with opened(config, at=moment(now), makes_store=True) as (settings, backends):
        present = backends.clock.now()
        states = backends.entries.feed_states()
    # The states of feeds that are configured no more count too, as they do when the feeds are asked.
    resting = {rest.feed.url: rest.until for rest in due(settings.all_feeds(), states, now=present).resting}
    rows = [
        Row(
            feed=feed,
            state=state,
            healthy=is_healthy(state, now=present),
            warnings=warnings(state, now=present),
            rests_until=resting.get(feed.url),
        )
        for feed in settings.all_feeds()
        for state in [states.get(feed.url, FeedState(url=feed.url))]
    ]
    healthy = sum(row.healthy for row in rows)
    sentence = f"{healthy} of {_counted(len(rows), 'feed')} {'is' if healthy == 1 else 'are'} healthy."
    never = sum(row.state.checked_at is None for row in rows)
    if never:
        sentence += f" Never asked so far: {never}; 'newsletter collect' asks them."
    facts = {"healthy": healthy, "of": len(rows), "feeds": [_listed(row) for row in rows]}
    return answer(facts, f"{sentence}\n\n{table(rows, now=present)}", as_json=as_json)


@app.command()
def check(
    url: Annotated[str, typer.Argument(help="The address of a feed, or of a page that has one.", metavar="URL")],
    config: Annotated[
        Path | None, typer.Option("--config", envvar="NEWSLETTER_CONFIG", help="A configuration file.", metavar="PATH")
    ] = None,
    as_json: AsJson = False,
    now: Now = None,
) -> int:
    """Find the feed of a site's page and say what it would give, storing nothing."""
    from newsletter import wiring
    from newsletter.actions.feeds import check_feed
    from newsletter.cli.feeds_table import found

    if config is None and DEFAULT_CONFIG.exists():
        config = DEFAULT_CONFIG
    # No feed needs to be chosen yet: this verb helps to choose them.
    settings = load(config, needs_feeds=False) if config else None
    with wiring.looking(settings, at=moment(now)) as (clock, fetcher, isolation):
        present = clock.now()
        checked = check_feed(fetcher, isolation, _address(url), now=present)
    there = _addresses(settings.all_feeds() if settings else ())
    facts = {
        "asked": checked.asked,
        "page": checked.page,
        "feeds": [_found(feed, there) for feed in checked.feeds],
        "failed": [{"url": address, "reason": reason} for address, reason in checked.failed.items()],
    }
    lines = [f"{checked.page} is a page. Its feeds:", ""] if checked.page else []
    for feed in checked.feeds:
        paste = "It stands in the configuration." if _is_there(feed, there) else _to_paste(feed).rstrip()
        lines += [*found(feed, now=present), "", paste, ""]
    lines += [f"Cannot be read: {address}. {reason}" for address, reason in checked.failed.items()]
    return answer(facts, "\n".join(lines), as_json=as_json)


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="A list of feeds, as feed readers export it.", metavar="OPML")],
    config: ConfigPath = DEFAULT_CONFIG,
    as_json: AsJson = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Write nothing; say what would be added.")] = False,
) -> int:
    """Add the feeds of an OPML file to feeds.toml, beside the configuration."""
    from newsletter.cli.feeds_file import with_feeds
    from newsletter.collect.opml import LARGEST_OPML, Outline, RefusedOutline, not_yet_there, read_opml
    from newsletter.draft.sections import section_named

    listed = read_opml(_read(file, LARGEST_OPML + 1), name=file.name)
    refused = [outline for outline in listed if isinstance(outline, RefusedOutline)]
    # A site whose first feeds these are has none yet.
    settings = load(config, needs_feeds=False)
    new, known = not_yet_there(
        (outline for outline in listed if isinstance(outline, Outline)),
        configured=_addresses(settings.all_feeds(), _states(settings)),
        is_section=lambda folder: section_named(folder) is not None,
    )
    path = config.with_name(FEEDS_FILE)
    if new:
        text = with_feeds(text_of(path) if path.exists() else "", new, path=path)
        load(config, beside=text)  # what cannot be read back is not written
        if not dry_run:
            write_files(path.parent, {path.name: text.encode()}, private=_private(path, new))
    return _imported(new, known, refused, path=path, dry_run=dry_run, as_json=as_json)


@app.command()
def export(
    config: ConfigPath = DEFAULT_CONFIG,
    as_json: AsJson = False,
    out: Annotated[
        Path | None, typer.Option("--out", help="A file; standard output without it.", metavar="OPML")
    ] = None,
) -> int:
    """Write the feeds as OPML, the list that feed readers understand, each where it is asked now."""
    from dataclasses import replace

    from newsletter.collect.opml import write_opml
    from newsletter.collect.sites import host_of

    settings = read_config(config)
    states = _states(settings)
    asked = [replace(f, url=states[f.url].asked_at) if f.url in states else f for f in settings.all_feeds()]
    # A path means nothing on another machine.
    feeds = [feed for feed in asked if host_of(feed.url)]
    opml = write_opml(feeds, title=settings.publication.name)
    left = len(asked) - len(feeds)
    facts = {"feeds": len(feeds), "left_out": left}
    said = f" Left out: {_counted(left, 'recorded feed')}, which no other machine can ask." if left else ""
    if out is not None:
        write_files(out.parent, {out.name: opml})
        return answer({**facts, "path": str(out)}, f"{_counted(len(feeds), 'feed')} in {out}.{said}", as_json=as_json)
    if as_json:
        return answer({**facts, "opml": opml.decode()}, "", as_json=True)
    sys.stdout.write(opml.decode())
    if said:
        from newsletter.cli.output import note

        note(said.strip())
    return DONE


def _imported(
    new: "tuple[NewFeed, ...]",
    known: "tuple[Outline, ...]",
    refused: "list[RefusedOutline]",
    *,
    path: Path,
    dry_run: bool,
    as_json: bool,
) -> int:
    """Say what an import did."""
    facts = {
        "added": len(new),
        "known": len(known),
        "refused": [{"line": r.line, "reason": r.reason} for r in refused],
        "path": str(path),
        "feeds": [{"url": without_login(f.url), "outlet": f.outlet, "section": f.section} for f in new],
    }
    would = "would be " if dry_run else ""
    lines = [f"{len(new)} {would}added to {path}, {len(known)} there already, {len(refused)} refused."]
    lines += [f"Line {r.line}: {r.reason}" for r in refused[:_SHOWN]]
    if len(refused) > _SHOWN:
        lines.append(f"… and {len(refused) - _SHOWN} more; --json lists them all.")
    if not new and not known:
        lines.append("No feed was added: the file lists none that could be asked.")
        return answer(facts, "\n".join(lines), as_json=as_json, status=FAILED)
    return answer(facts, "\n".join(lines), as_json=as_json, status=IN_PART if refused else DONE)


def _listed(row: "Row") -> dict[str, object]:
    feed, state = row.feed, row.state
    return {
        "url": without_login(feed.url),
        "outlet": feed.outlet,
        "family": feed.family,
        "lean": feed.lean,
        "section": feed.section,
        "licence": feed.licence,
        "status": state.status,
        "fault": state.fault,
        "address": without_login(state.address),
        "checked_at": state.checked_at,
        "ok_at": state.ok_at,
        "new_at": state.new_at,
        "last_entry": state.last_entry,
        "failures": state.failures,
        "not_before": state.not_before,
        "rests_until": row.rests_until,
        "entries": state.entries,
        "undated": state.undated,
        "usual_gap_hours": round(state.usual_gap.total_seconds() / 3600, 1) if state.usual_gap else None,
        "healthy": row.healthy,
        "warnings": list(row.warnings),
    }


def _found(feed: "FoundFeed", there: Iterable[str]) -> dict[str, object]:
    return {
        "url": feed.url,
        "address": feed.address,
        "title": feed.title,
        "entries": feed.entries,
        "dated": feed.dated,
        "newest": feed.newest,
        "oldest": feed.oldest,
        "kinds": {kind.value: n for kind, n in feed.kinds.items()},
        "with_text": feed.with_text,
        "with_full_text": feed.with_full_text,
        "removed": feed.removed,
        "pictures": feed.pictures,
        "validators": feed.validators,
        "fault": feed.fault,
        "titles": list(feed.titles),
        "configured": _is_there(feed, there),
        "lines": _to_paste(feed),
    }


def _to_paste(feed: "FoundFeed") -> str:
    from newsletter.cli.feeds_file import feeds_lines
    from newsletter.collect.opml import NewFeed, named

    return feeds_lines([NewFeed(url=named(feed.address, longest=None), outlet=named(feed.title))])


def _is_there(feed: "FoundFeed", there: Iterable[str]) -> bool:
    from newsletter.collect.normalise import canonical_url

    return bool({canonical_url(feed.address), canonical_url(feed.url)} & {canonical_url(url) for url in there} - {""})


def _addresses(feeds: Iterable[Feed], states: "dict[str, FeedState] | None" = None) -> list[str]:
    """Where the feeds are said to be, and where they have moved to."""
    known = states or {}
    return [address for feed in feeds for address in (feed.url, known[feed.url].address if feed.url in known else "")]


def _states(settings: Config) -> dict[str, FeedState]:
    """What is known of the feeds; nothing where there is no store yet."""
    from newsletter import wiring

    with wiring.backends(settings) as backends:
        return {} if backends.keeper.empty() else backends.entries.feed_states()


def _address(text: str) -> str:
    """An address as a person writes it: a host alone is taken as https, and a file that is there as that file."""
    if "://" in text:
        return text
    path = Path(text)
    return str(path.absolute()) if path.is_file() else f"https://{text}"


def _private(path: Path, new: "tuple[NewFeed, ...]") -> bool:
    """Whether nobody else may read the file: it was so, or a login comes into it."""
    was = path.exists() and not path.stat().st_mode & 0o077
    return was or any(without_login(feed.url) != feed.url for feed in new)


def _read(path: Path, limit: int) -> bytes:
    """The beginning of a file; ``-`` is standard input.

    Raises:
        Refused: it cannot be read.
    """
    try:
        if str(path) == "-":
            return sys.stdin.buffer.read(limit)
        with path.open("rb") as file:
            return file.read(limit)
    except (OSError, ValueError, AttributeError) as wrong:
        said = getattr(wrong, "strerror", None) or wrong
        raise Refused(f"{path} cannot be read: {said}. Name a file that can.") from None


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
