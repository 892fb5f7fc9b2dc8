"""Where a feed stands: in ``config.toml`` or in ``feeds.toml`` beside it, at which line, and under which name.

The feeds of both files are one list, but whoever has to mend one looks for it in its file.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from newsletter.config.files import parsed, text_of
from newsletter.config.values import feed_address, is_web_address
from newsletter.domain.errors import ConfigError
from newsletter.domain.oneline import one_line

#: Beside the configuration; holds [[feeds]] and nothing else.
FEEDS_FILE = "feeds.toml"

_HEADER = re.compile(r"[ \t]*+\[\[[ \t]*+feeds[ \t]*+\]\]")
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a feed is written."""

    file: str
    #: Among the feeds of its file; the first is 1.
    index: int
    #: Of its ``[[feeds]]``; 0 where it has none of its own.
    line: int = 0
    #: Its outlet, else its host; never a login. May be empty.
    name: str = ""

    def __str__(self) -> str:
        """``feeds.toml, line 12 (The Ledger)``."""
        return f"{self.at}{f' ({self.name})' if self.name else ''}"

    @property
    def at(self) -> str:
        """``feeds.toml, line 12``."""
        return f"{self.file}, line {self.line}" if self.line else self.file


def feeds_beside(path: Path, text: str | None = None) -> tuple[list[object], list[Place]]:
    """The feeds of ``feeds.toml``, and where each stands.

    Args:
        path: of the file.
        text: what it is about to hold, in place of what it holds.

    Raises:
        ConfigError: it cannot be read, is no TOML, or holds something else.
    """
    text = text_of(path) if text is None else text
    said = parsed(path, text)
    others = sorted(set(said) - {"feeds"})
    if others:
        raise ConfigError(f"{path} may hold [[feeds]] only, but has {', '.join(others)}. Move that to config.toml.")
    return feeds_of(said, file=str(path), text=text)


def feeds_of(said: Mapping[str, Any], *, file: str, text: str = "") -> tuple[list[object], list[Place]]:
    """The feeds among the values of a file, and where each stands.

    Raises:
        ConfigError: what stands under ``feeds`` is no list of tables.
    """
    feeds = said.get("feeds", [])
    if isinstance(feeds, Mapping):
        raise ConfigError(f"{file}: [feeds] holds one feed only. Write it as [[feeds]], then more can follow.")
    if not isinstance(feeds, list | tuple):
        raise ConfigError(f"{file}: feeds is no list. Write each feed as [[feeds]] with its url below.")
    for index, feed in enumerate(feeds, start=1):
        if not isinstance(feed, Mapping):
            raise ConfigError(f"{file}: feeds[{index}] is no feed. Write it as [[feeds]] with its url below.")
    lines = [number for number, line in enumerate(text.split("\n"), start=1) if _HEADER.match(line)]
    if len(lines) != len(feeds):  # written as a list of { }, or such a line stands inside a text
        lines = [0] * len(feeds)
    places = [
        Place(file=file, index=index, line=line, name=_name(feed))
        for index, (feed, line) in enumerate(zip(feeds, lines, strict=True), start=1)
    ]
    return list(feeds), places


def _name(feed: Mapping[str, object]) -> str:
    if isinstance(outlet := feed.get("outlet"), str) and outlet.strip():
        return one_line(outlet)[:_LONGEST_NAME]
    try:
        url = feed_address(str(feed.get("url", "")))
    except ValueError:
        return ""  # what is no address may hold a password anywhere
    return (is_web_address(url) and urlsplit(url).hostname) or ""
