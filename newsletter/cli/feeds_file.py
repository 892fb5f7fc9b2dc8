"""``feeds.toml`` beside the configuration: the feeds that ``feeds import`` adds, and whatever else stands there."""

from collections.abc import Sequence
from pathlib import Path

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Array, Table

from newsletter.collect.opml import NewFeed
from newsletter.config import parsed
from newsletter.domain.entry import Lean, Licence
from newsletter.domain.errors import ConfigError

_HEADING = "Feeds, read beside config.toml. 'newsletter feeds import' adds to this file and changes nothing in it."


def with_feeds(text: str, feeds: Sequence[NewFeed], *, path: Path) -> str:
    """The text of ``feeds.toml`` with more feeds at its end; what stands there stays, comments too.

    Args:
        text: as it is now; empty where there is no file yet.
        feeds: to be added.
        path: of the file, for messages.

    Raises:
        ConfigError: what stands there is no TOML, or no list of feeds.
    """
    parsed(path, text)  # tells of faults in words of ours
    try:
        document = tomlkit.parse(text)
    except (TOMLKitError, ValueError, RecursionError):
        raise ConfigError(
            f"{path} cannot be added to as it is written. Write each of its feeds as [[feeds]]."
        ) from None
    there = document.get("feeds")
    if isinstance(there, Array):
        for feed in feeds:
            inline = tomlkit.inline_table()
            inline.update(_values(feed))
            there.append(inline)
        return tomlkit.dumps(document)
    if there is not None and not isinstance(there, AoT):
        raise ConfigError(f"{path}: [feeds] holds one feed only. Write it as [[feeds]], then more can follow.")
    # Behind what stands there, letter by letter: this is the order in which a person reads and adds.
    start = text or f"# {_HEADING}\n"
    return f"{start}{'' if start.endswith(chr(10)) else chr(10)}\n{feeds_lines(feeds)}"


def feeds_lines(feeds: Sequence[NewFeed]) -> str:
    """The lines of a configuration that name these feeds."""
    document = tomlkit.document()
    tables = tomlkit.aot()
    for feed in feeds:
        tables.append(_table(feed))
    document["feeds"] = tables
    return tomlkit.dumps(document)


def _table(feed: NewFeed) -> Table:
    table = tomlkit.table()
    table.update(_values(feed))
    return table


def _values(feed: NewFeed) -> dict[str, str]:
    named = {"url": feed.url, "outlet": feed.outlet, "family": feed.family, "section": feed.section}
    values = {key: value for key, value in named.items() if value}
    # What a feed has anyway is not written: a ratings file beside it may say more.
    if feed.lean is not Lean.UNRATED:
        values["lean"] = feed.lean.value
    if feed.licence is not Licence.EXCERPT:
        values["licence"] = feed.licence.value
    return values
