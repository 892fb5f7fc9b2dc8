"""How a verb answers: a sentence or two for a person, or one JSON object for a program."""

import contextlib
import json
import os
import sys
import traceback
from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from newsletter.config import Config, load, not_used_yet
from newsletter.domain.errors import ConfigError
from newsletter.domain.send import Audit, DeliveryState
from newsletter.ports import Backends, Progress

#: ``--config``, the same for every verb.
ConfigPath = Annotated[
    Path,
    typer.Option(
        "--config",
        envvar="NEWSLETTER_CONFIG",
        help="The configuration file.",
        show_default="config.toml",
        metavar="PATH",
    ),
]
#: ``--json``, the same for every verb.
AsJson = Annotated[bool, typer.Option("--json", help="Answer with one JSON object and nothing else.")]
#: ``--issue``, the same for every verb that has it.
IssueNumber = Annotated[
    int | None,
    typer.Option("--issue", min=1, max=1_000_000, help="The issue's number; the latest without it.", metavar="N"),
]
DEFAULT_CONFIG = Path("config.toml")

DONE, FAILED, USAGE, IN_PART = 0, 1, 2, 3
#: Stopped by Ctrl-C; what a shell says of a program that the signal ended.
INTERRUPTED = 130


def answer(facts: Mapping[str, object], sentences: str, *, as_json: bool, status: int = DONE) -> int:
    """Print the answer on standard output; the exit status is passed through.

    An answer that is a failure says its last sentence on standard error too, where failures are looked for.
    """
    lines = sentences.rstrip("\n")
    if status == FAILED:
        facts = {**facts, "error": lines.rpartition("\n")[2], "exit": status}
    said = json.dumps(facts, ensure_ascii=False, indent=1, default=_plain) if as_json else harmless(lines)
    if said:
        sys.stdout.write(said + "\n")
    sys.stdout.flush()
    if status == FAILED:
        note(lines.rpartition("\n")[2])
    return status


def failed(sentence: str, *, as_json: bool, status: int) -> int:
    """Say what is wrong on standard error, and as JSON where that was asked for."""
    with contextlib.suppress(OSError):
        if as_json:
            sys.stdout.write(json.dumps({"error": sentence, "exit": status}, ensure_ascii=False, indent=1) + "\n")
            sys.stdout.flush()
    note(sentence)
    return status


def steady_streams() -> None:
    """Make standard output and error fit for any words, whatever the locale, and there even where they were closed."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            # Closed by whoever started us (>&-): what is said goes nowhere, and that is no failure.
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - lives with the process
        elif hasattr(stream, "reconfigure"):
            # Never a crash over a character that a terminal cannot show; UTF-8 wherever a program reads.
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def usage(wrong: Exception) -> str:
    """What is wrong with the words of a command, on one line; where there are none, how to use it."""
    said = str(wrong.format_message() if hasattr(wrong, "format_message") else wrong)
    return said if said.startswith("Usage:") else f"{' '.join(said.split())} See 'newsletter --help'."


def explain(unforeseen: Exception) -> str:
    """A sentence for a fault that nobody foresaw; the traceback only where it is asked for."""
    if os.environ.get("NEWSLETTER_DEBUG"):
        traceback.print_exception(unforeseen)
    if isinstance(unforeseen, BrokenPipeError):
        return "Whoever read the answer stopped reading. What was done is kept."
    if isinstance(unforeseen, OSError):
        where = f"{unforeseen.filename}: " if unforeseen.filename else ""
        return f"{where}{unforeseen.strerror or unforeseen}. Mend that and run the same command again."
    return (
        f"Something unforeseen went wrong ({type(unforeseen).__name__}: {unforeseen}). What was done is kept. "
        "Run it again with NEWSLETTER_DEBUG=1 in the environment and report what it prints."
    )


def note(sentence: str) -> None:
    """Say something beside the answer, on standard error."""
    with contextlib.suppress(OSError):
        sys.stderr.write(harmless(sentence.rstrip("\n")) + "\n")


def harmless(text: str) -> str:
    """The text without what would steer a terminal: servers and feeds may have put it there."""
    return "".join(c if c.isprintable() or c == "\n" else "?" for c in text)


def read_config(path: Path) -> Config:
    """The configuration, and a note for each key that is set in vain.

    Raises:
        ConfigError: it is missing or wrong.
    """
    config = load(path)
    for sentence in not_used_yet(config):
        note(f"Note: {sentence}")
    return config


@contextlib.contextmanager
def opened(path: Path, *, at: datetime | None = None, makes_store: bool = False) -> Iterator[tuple[Config, Backends]]:
    """The configuration and the world that it chose.

    Args:
        path: of the configuration.
        at: stops the clock at a moment.
        makes_store: make a store where there is none; other verbs would only hide a mistyped path by it.
    """
    from newsletter import wiring

    config = read_config(path)
    with progress() as shown, wiring.backends(config, progress=shown, at=at, makes_store=makes_store) as backends:
        if backends.new_store:
            # Where a disk is not mounted, this is all that tells an empty beginning from a lost list.
            note(
                f"Note: There was no store at {backends.new_store}, so a new and empty one was made. If there should "
                "be one, its disk may not be mounted, or store.url in the configuration may name another place."
            )
        yield config, backends


@contextlib.contextmanager
def progress() -> Iterator[Progress]:
    """Progress on standard error: a bar on a terminal, else a line when a step begins and when it ends."""
    if not sys.stderr.isatty():
        said: set[tuple[str, bool]] = set()

        def line(doing: str, done: int, of: int) -> None:
            ended = bool(of) and done >= of
            if (doing, ended) not in said:
                said.add((doing, ended))
                note(f"{doing}: {done} of {of}" if of else f"{doing}: {done}")

        yield line
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, object] = {}

        def bar(doing: str, done: int, of: int) -> None:
            if doing not in tasks:
                tasks[doing] = bars.add_task(doing)
            bars.update(tasks[doing], completed=done, total=of or None)  # type: ignore[arg-type]

        yield bar


#: Years in which a newsletter may have a present; outside them no week can be reckoned.
_FIRST_YEAR, _LAST_YEAR = 1970, 2999


def moment(text: str | None) -> datetime | None:
    """An ISO 8601 moment with its offset.

    Raises:
        ConfigError: it is none, or has no offset.
    """
    if text is None:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None or not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise ConfigError(f"--now {text!r} is no moment with an offset. Write it like 2026-11-20T05:00:00-05:00.")
    return found


def ledger(done: Audit | None) -> dict[str, object]:
    """A send's ledger as JSON: counts by state, the unknown ones by name, and whether it sums."""
    counts = {state.value: done.counts.get(state, 0) if done else 0 for state in DeliveryState}
    named = {name: n for name, n in counts.items() if name != "unknown"}
    return named | {
        "recipients": done.send.frozen if done else 0,
        "counts": counts,
        "unknown": [{"address": u.address, "since": u.since} for u in done.unknown] if done else [],
        "ok": done.ok if done else True,
    }


def summed(done: Audit) -> str:
    """A send's ledger in words."""
    said = [f"{n} {state}" for state, n in done.counts.items() if n]
    return f"{', '.join(said) or 'nobody'} of {done.send.frozen} recipients"


def unknown_lines(done: Audit) -> list[str]:
    """One line for each delivery whose answer was lost."""
    return [f"Unknown since {u.since:%Y-%m-%d %H:%M} UTC: {u.address}" for u in done.unknown]


def counted(number: int, noun: str) -> str:
    """``1 feed``, ``1,200 feeds``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return str(value)
