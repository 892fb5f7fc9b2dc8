"""The verbs that hand lists of feeds on and take them over: import and export."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsletter.cli.files import read_bytes, write_files
from newsletter.cli.output import (
    DEFAULT_CONFIG,
    DONE,
    FAILED,
    IN_PART,
    AsJson,
    ConfigPath,
    answer,
    counted,
    note,
    read_config,
)
from newsletter.config import FEEDS_FILE, Config, load, text_of
from newsletter.domain.feed import Feed, FeedState, without_login

if TYPE_CHECKING:
    from newsletter.collect.opml import NewFeed, Outline, RefusedOutline

#: Lines of one sort that are printed; the JSON has them all.
_SHOWN = 20


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

    listed = read_opml(read_bytes(file, LARGEST_OPML + 1), name=file.name)
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
    said = f" Left out: {counted(left, 'recorded feed')}, which no other machine can ask." if left else ""
    if out is not None:
        write_files(out.parent, {out.name: opml})
        return answer({**facts, "path": str(out)}, f"{counted(len(feeds), 'feed')} in {out}.{said}", as_json=as_json)
    if as_json:
        return answer({**facts, "opml": opml.decode()}, "", as_json=True)
    sys.stdout.write(opml.decode())
    if said:
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
        "feeds": [
            {
                "url": without_login(f.url),
                "outlet": f.outlet,
                "family": f.family or f.outlet,
                "lean": f.lean,
                "section": f.section,
                "licence": f.licence,
            }
            for f in new
        ],
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


def _addresses(feeds: Iterable[Feed], states: dict[str, FeedState]) -> list[str]:
    """Where the feeds are said to be, and where they have moved to."""
    return [at for feed in feeds for at in (feed.url, states[feed.url].address if feed.url in states else "")]


def _states(settings: Config) -> dict[str, FeedState]:
    """What is known of the feeds; nothing where there is no store yet."""
    from newsletter import wiring

    with wiring.backends(settings) as backends:
        return {} if backends.keeper.empty() else backends.entries.feed_states()


def _private(path: Path, new: "tuple[NewFeed, ...]") -> bool:
    """Whether nobody else may read the file: it was so, or a login comes into it."""
    was = path.exists() and not path.stat().st_mode & 0o077
    return was or any(without_login(feed.url) != feed.url for feed in new)
