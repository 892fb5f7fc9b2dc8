"""The verbs of a place: init makes one, demo shows one at work."""

import shutil
import tomllib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from newsletter.cli.approving import looking_again
from newsletter.cli.files import read_lines, write_files, write_preview
from newsletter.cli.output import (
    DEFAULT_CONFIG,
    AsJson,
    ConfigPath,
    answer,
    progress,
)
from newsletter.config import Config, from_values
from newsletter.domain.errors import Refused

#: Where ``demo`` works, below the current folder.
DEMO_SITE = "demo-site"
#: The file that says a folder may be emptied by ``demo``.
_MARK = ".newsletter-demo"


def register(app: typer.Typer) -> None:
    """Hang the verbs onto the command."""
    app.command("init")(init)
    app.command("demo")(demo)


def init(
    directory: Annotated[Path, typer.Argument(help="The new site's folder.", metavar="[DIR]")] = Path(),
    config: ConfigPath = DEFAULT_CONFIG,
    as_json: AsJson = False,
) -> int:
    """Make a new site: a configuration, a folder for templates of one's own, and one for subscribers."""
    from newsletter.wiring import shared

    del config  # every verb takes it; this one makes it
    if (directory / "config.toml").exists():
        raise Refused(f"{directory / 'config.toml'} is there already. Name another folder, or edit that file.")
    letters = {path.name: path.read_bytes() for path in sorted(shared("templates/email").glob("*.j2"))}
    lists = {name: shared(f"subscribers/{name}").read_bytes() for name in ("README.md", "example.csv")}
    # The configuration last: where it stands, a site is whole.
    created = sorted(
        write_files(directory / "templates" / "originals", letters)
        + write_files(directory / "templates" / "email", {"README.md": _TEMPLATES_README.encode()})
        + write_files(directory / "subscribers", lists)
        + write_files(directory, {"config.toml": shared("config.example.toml").read_bytes()})
    )
    sentences = (
        f"A new site is in {directory}. Next: fill in {directory / 'config.toml'} "
        "(your address, your web address, your postal address, your feeds), then run 'newsletter collect' in it."
    )
    return answer({"created": created}, sentences, as_json=as_json)


def demo(config: ConfigPath = DEFAULT_CONFIG, as_json: AsJson = False) -> int:
    """Make and send the recorded week: feeds in, messages in an outbox, in a folder of its own."""
    from newsletter import wiring
    from newsletter.actions import editing, subscribing
    from newsletter.domain.subscriber import SuppressionReason
    from newsletter.domain.week import week_open_at
    from newsletter.pipeline import collecting, drafting, sending
    from newsletter.subscribers.addresses import address_of

    del config  # every verb takes it; this one has its own, and touches nobody's store, list or transport
    recorded = wiring.shared("demo")
    site = _emptied(Path.cwd() / DEMO_SITE)
    settings, at, suppressed = _demo_config(recorded, site)
    with progress() as shown, wiring.backends(settings, progress=shown, at=at, makes_store=True) as backends:
        collected = collecting.collect(backends, settings.all_feeds(), now=at)
        people = recorded / "subscribers.csv"
        subscribing.import_subscribers(backends, read_lines(people), name=people.name, now=at)
        for email, reason in suppressed.items():
            subscribing.suppress(backends, address_of(email), reason=SuppressionReason(reason), now=at)
        week = week_open_at(at, settings.cut_off)
        made = drafting.draft(backends, wiring.rules(settings), week=week, now=at)
        drafted = editing.find_issue(backends, made.issue.number)
        # Recorded feeds are files that nobody changes: it shows, at no cost, what an operator's letter goes through.
        again = looking_again(settings, backends)
        editing.approve(backends, drafted, editor="demo", overridden={}, now=at, look_again=again)
        approved = editing.find_issue(backends, drafted.number)
        sent = sending.send(backends, approved, look_again=again)
        preview = editing.preview(editing.find_issue(backends, drafted.number))
    files = write_preview(site, preview)
    outbox = str(settings.path(settings.delivery.outbox.directory))
    told = len(list(made.issue.told()))
    facts = {
        "issue": made.issue.number,
        "week": week.name,
        "html": files["html"],
        "outbox": outbox,
        "recipients": sent.send.frozen,
        "entries": made.issue.made.entries,
        "stories": told,
    }
    sentences = (
        f"Issue {made.issue.number}, {made.issue.title}: {made.issue.made.entries} entries of {collected.feeds} feeds "
        f"became {made.issue.made.stories} stories, {told} of them in the letter, for {sent.send.frozen} subscribers.\n"
        f"  The letter:   {files['html']}\n"
        f"  The messages: {outbox}/*.eml"
    )
    return answer(facts, sentences, as_json=as_json)


def _emptied(site: Path) -> Path:
    """The demo's folder, empty.

    Raises:
        Refused: something else lies there.
    """
    try:
        foreign = site.is_symlink() or (
            site.exists() and (not site.is_dir() or (any(site.iterdir()) and not (site / _MARK).exists()))
        )
        if foreign:
            raise Refused(f"{site} is something that no demo made. Move it away, or run the demo in another folder.")
        site.mkdir(parents=True, exist_ok=True)
        for path in sorted(site.iterdir()):
            # The mark stays until new content stands beside it: an interrupted demo can be run again.
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            elif path.name != _MARK:
                path.unlink()
        (site / _MARK).write_text("Made by 'newsletter demo', which empties this folder.\n", encoding="utf-8")
    except OSError as wrong:
        raise Refused(f"{site} cannot be written: {wrong.strerror or wrong}. Run the demo in another folder.") from None
    return site


def _demo_config(recorded: Path, site: Path) -> tuple[Config, datetime, Mapping[str, str]]:
    """The recorded week's configuration, with a store and an outbox in the demo's own folder."""
    said = tomllib.loads((recorded / "config.toml").read_text(encoding="utf-8"))
    recording = said.pop("recording")
    said["store"] = {"url": f"sqlite:///{site / 'newsletter.db'}"}
    said["delivery"] = {"transport": "outbox", "outbox": {"directory": str(site / "outbox")}}
    config = from_values(said, folder=recorded, name=str(recorded / "config.toml"), environment=False)
    return config, recording["now"], recording["suppressed"]


_TEMPLATES_README = """\
# Templates of your own

A file here takes the place of the product's template of the same name: copy one from `../originals/` and change it.
What you do not copy stays the product's, and is improved with it.
"""
