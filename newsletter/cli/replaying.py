"""``replay``: an issue from an archive of entries, and what another configuration would have made of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsletter.cli.files import read_lines, write_preview
from newsletter.cli.output import DEFAULT_CONFIG, AsJson, answer, read_config
from newsletter.cli.week import Out, WeekName, check_facts, paths, told_stories
from newsletter.config import Config
from newsletter.config.files import why_unreadable
from newsletter.domain.errors import Refused

if TYPE_CHECKING:
    from newsletter.draft.compare import Change
    from newsletter.pipeline.making import Draft

#: Files of a folder of earlier issues: by themselves, or each in a folder as ``preview`` writes them.
_DOCUMENTS = ("*.json", "*/issue.json")


def register(app: typer.Typer) -> None:
    """Hang the verb onto the command."""
    app.command("replay")(replay)


def replay(
    entries: Annotated[Path, typer.Argument(help="An archive of entries, one JSON object a line.", metavar="ENTRIES")],
    out: Out,
    config: Annotated[
        Path | None, typer.Option("--config", envvar="NEWSLETTER_CONFIG", help="A configuration file.", metavar="PATH")
    ] = None,
    as_json: AsJson = False,
    week: WeekName = None,
    history: Annotated[
        Path | None, typer.Option("--history", help="A folder of earlier issues, as issue.json.", metavar="DIR")
    ] = None,
    other: Annotated[
        Path | None,
        typer.Option("--compare", help="Another configuration: say what it would have changed.", metavar="OTHER"),
    ] = None,
) -> int:
    """Curate and draft from an archive of entries: collect nothing, store nothing."""
    from newsletter import wiring
    from newsletter.actions import editing
    from newsletter.pipeline import drafting

    settings = _config(config)
    past = list(_documents(history)) if history else []
    archive = drafting.read(read_lines(entries), name=str(entries))
    chosen, drafted = drafting.replay(archive, wiring.rules(settings), week_name=week, history=past)
    facts: dict[str, object] = {
        **write_preview(out, editing.preview(drafted.stored(week=chosen, at=chosen.end))),
        "week": chosen.name,
        "stories": told_stories(drafted),
        "found": len(drafted.issue.ranked),
        "refused": len(drafted.issue.refused),
        "checks": [check_facts(c) for c in drafted.checks],
    }
    told = len(list(drafted.issue.told()))
    lines = [f"Stories in {chosen.name}: {len(drafted.issue.ranked)}, of which {told} in the letter.", *paths(facts)]
    if other is not None:
        _, tried = drafting.replay(archive, wiring.rules(read_config(other)), week_name=chosen.name, history=past)
        changes = _changes(drafted, tried)
        facts["compare"] = [
            {"what": c.what, "headline": c.headline, "before": c.before, "after": c.after} for c in changes
        ]
        lines.append(f"With {other}: {len(changes) or 'no'} {'change' if len(changes) == 1 else 'changes'}.")
        lines += [f"  {change}" for change in changes]
    return answer(facts, "\n".join(lines), as_json=as_json)


def _changes(drafted: "Draft", tried: "Draft") -> "tuple[Change, ...]":
    from newsletter.draft.compare import compare

    return compare(drafted.issue, tried.issue)


def _documents(folder: Path) -> Iterator[tuple[str, str]]:
    """Name and text of each document of a folder, in order of name.

    Raises:
        Refused: it is no folder, or a file of it cannot be read.
    """
    if not folder.is_dir():
        raise Refused(
            f"{folder} is no folder. Name one with earlier issues in it, each as 'preview' writes it: issue.json."
        )
    for path in sorted({path for pattern in _DOCUMENTS for path in folder.glob(pattern)}):
        try:
            yield str(path), path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            raise Refused(f"{path} is not UTF-8 text. Take it out of the folder, or save it as UTF-8.") from None
        except OSError as wrong:
            raise Refused(f"{path} cannot be read: {why_unreadable(wrong)}. Let it be read, or take it out.") from None


def _config(path: Path | None) -> Config:
    """The configuration named, or the one that lies here, or one of defaults: a replay needs none."""
    if path is None and DEFAULT_CONFIG.exists():
        path = DEFAULT_CONFIG
    if path is not None:
        return read_config(path)
    from newsletter.config import from_values

    stand_in = {
        "publication": {
            "from_address": "letter@newsletter.example",
            "base_url": "https://newsletter.example",
            "postal_address": "No postal address: this is a replay.",
        },
        "feeds": [{"url": "replay.xml", "outlet": "replay"}],
    }
    return from_values(stand_in, folder=Path(), name="replay's own settings")
