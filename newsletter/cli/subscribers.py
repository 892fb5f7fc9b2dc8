"""The verbs of the list: import, export, add, remove, show, stats."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from newsletter.cli.files import read_lines, write_files
from newsletter.cli.output import (
    DEFAULT_CONFIG,
    DONE,
    IN_PART,
    AsJson,
    ConfigPath,
    answer,
    opened,
)
from newsletter.domain.subscriber import Subscriber

app = typer.Typer(help="The list.", no_args_is_help=True, rich_markup_mode=None)

Email = Annotated[str, typer.Argument(help="An email address.", metavar="ADDRESS")]
#: Refused lines that are printed; the JSON has them all.
_SHOWN = 20


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="A CSV file with a column 'email'.", metavar="CSV")],
    config: ConfigPath = DEFAULT_CONFIG,
    as_json: AsJson = False,
) -> int:
    """Put the rows of a CSV file on the list."""
    from newsletter.actions import subscribing

    with opened(config, makes_store=True) as (_, backends):
        done = subscribing.import_subscribers(backends, read_lines(file), name=file.name, now=backends.clock.now())
    facts = {
        "added": done.added,
        "updated": done.updated,
        "refused": [{"line": r.line, "reason": r.reason} for r in done.refused],
    }
    lines = [f"{done.added} added, {done.updated} updated, {len(done.refused)} refused."]
    lines += [f"Line {r.line}: {r.reason}" for r in done.refused[:_SHOWN]]
    if len(done.refused) > _SHOWN:
        lines.append(f"… and {len(done.refused) - _SHOWN} more; --json lists them all.")
    status = IN_PART if done.refused else DONE
    return answer(facts, "\n".join(lines), as_json=as_json, status=status)


@app.command()
def export(
    config: ConfigPath = DEFAULT_CONFIG,
    as_json: AsJson = False,
    out: Annotated[
        Path | None, typer.Option("--out", help="A file; standard output without it.", metavar="CSV")
    ] = None,
) -> int:
    """Write the list as CSV, in the columns that import reads."""
    from newsletter.actions import subscribing

    with opened(config) as (_, backends):
        if out is not None:
            lines = list(subscribing.export(backends))
            # Who reads a political newsletter is nobody else's affair.
            write_files(out.parent, {out.name: "".join(lines).encode()}, private=True)
            rows = len(lines) - 1
            return answer({"exported": rows, "path": str(out)}, f"{rows} subscribers in {out}.", as_json=as_json)
        if as_json:
            people = [_shown(person) for person in backends.subscribers.all()]
            return answer({"exported": len(people), "subscribers": people}, "", as_json=True)
        for line in subscribing.export(backends):
            sys.stdout.write(line)
    return DONE


@app.command()
def add(
    email: Email,
    config: ConfigPath = DEFAULT_CONFIG,
    as_json: AsJson = False,
    name: Annotated[str, typer.Option("--name", help="The reader's name.")] = "",
    because: Annotated[
        str, typer.Option("--because", help="How the reader agreed; kept as evidence of consent.", metavar="TEXT")
    ] = "added on the command line",
) -> int:
    """Put one address on the list."""
    from newsletter.actions import subscribing

    with opened(config, makes_store=True) as (_, backends):
        new = subscribing.add(backends, email=email, name=name, now=backends.clock.now(), evidence=because)
    sentence = f"{email} is on the list." if new else f"{email} was on the list already."
    return answer({"added": int(new), "updated": int(not new), "refused": []}, sentence, as_json=as_json)


@app.command()
def remove(email: Email, config: ConfigPath = DEFAULT_CONFIG, as_json: AsJson = False) -> int:
    """Take one address off the list, for good: no import brings it back."""
    from newsletter.actions import subscribing

    with opened(config) as (_, backends):
        subscribing.remove(backends, email=email, now=backends.clock.now())
    return answer({"removed": email}, f"{email} is off the list, and suppressed.", as_json=as_json)


@app.command()
def show(email: Email, config: ConfigPath = DEFAULT_CONFIG, as_json: AsJson = False) -> int:
    """Show one subscriber, with the evidence of consent."""
    from newsletter.actions import subscribing

    with opened(config) as (_, backends):
        person = subscribing.show(backends, email=email)
        suppressed = backends.subscribers.suppressed([person.address.key]).get(person.address.key)
    consents = [{"at": c.at, "how": c.how, "evidence": c.evidence} for c in person.consents]
    facts = _shown(person) | {"consents": consents, "suppressed": suppressed.reason if suppressed else None}
    lines = [f"{person.address.email}: {person.status}, since {person.joined_at:%Y-%m-%d}. {person.name}".strip()]
    lines += [f"Consent ({c.how}) at {_at(c.at)}: {c.evidence}" for c in person.consents]
    if suppressed:
        lines.append(f"Suppressed ({suppressed.reason}) since {_at(suppressed.since)}: never mailed.")
    return answer(facts, "\n".join(lines), as_json=as_json)


@app.command()
def stats(config: ConfigPath = DEFAULT_CONFIG, as_json: AsJson = False) -> int:
    """Say how many are on the list, by status."""
    with opened(config, makes_store=True) as (_, backends):
        found = backends.subscribers.stats()
    counts = {status.value: n for status, n in found.by_status.items()}
    facts = {**counts, "suppressed": found.suppressed, "mailable": found.mailable}
    said = ", ".join(f"{n} {status}" for status, n in counts.items())
    return answer(
        facts, f"{said}; {found.suppressed} suppressed; {found.mailable} would get a letter.", as_json=as_json
    )


def _shown(person: Subscriber) -> dict[str, object]:
    return {
        "email": person.address.email,
        "name": person.name,
        "status": person.status,
        "joined": person.joined_at,
    }


def _at(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC"
