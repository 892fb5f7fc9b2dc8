"""The verbs of keeping: db upgrade, db backup, db check."""

from pathlib import Path
from typing import Annotated

import typer

from newsletter.cli.output import DEFAULT_CONFIG, DONE, FAILED, AsJson, ConfigPath, answer, opened

db = typer.Typer(help="The store.", no_args_is_help=True, rich_markup_mode=None)


@db.command()
def upgrade(config: ConfigPath = DEFAULT_CONFIG, as_json: AsJson = False) -> int:
    """Bring the store's schema up to this version's."""
    with opened(config, makes_store=True) as (_, backends):
        revision = backends.keeper.upgrade()
    return answer({"revision": revision}, f"The store is at revision {revision}.", as_json=as_json)


@db.command()
def backup(
    path: Annotated[Path, typer.Argument(help="Where the copy goes; nothing may be there.", metavar="PATH")],
    config: ConfigPath = DEFAULT_CONFIG,
    as_json: AsJson = False,
) -> int:
    """Write a consistent copy of the store while it is in use."""
    with opened(config) as (_, backends):
        size = backends.keeper.backup(str(path))
    return answer({"path": str(path), "bytes": size}, f"{path}: {size:,} bytes.", as_json=as_json)


@db.command()
def check(config: ConfigPath = DEFAULT_CONFIG, as_json: AsJson = False) -> int:
    """Look for damage in the store."""
    with opened(config) as (_, backends):
        damage = backends.keeper.check()
    facts = {"ok": not damage, "damage": damage}
    return answer(facts, "\n".join(damage) or "The store is sound.", as_json=as_json, status=FAILED if damage else DONE)
