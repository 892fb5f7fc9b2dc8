"""Reading the configuration: its file, ``feeds.toml`` beside it, the environment; every fault at once."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from newsletter.config.faults import known_keys, sentences, set_outside, unreadable_variable
from newsletter.config.feeds_file import FEEDS_FILE, Place, feeds_beside, feeds_of
from newsletter.config.files import parsed, text_of, why_unreadable
from newsletter.config.leans import read_leans
from newsletter.config.not_yet import refuse_what_is_not_built
from newsletter.config.settings import PREFIX, Config, Recorded
from newsletter.domain.errors import ConfigError


def load(path: Path, *, beside: str | None = None, needs_feeds: bool = True) -> Config:
    """Read the configuration, and ``feeds.toml`` beside it where there is one.

    Args:
        path: of the configuration.
        beside: what ``feeds.toml`` is about to hold, in place of what it holds.
        needs_feeds: refuse a configuration without a feed; a verb that helps to choose feeds does without.

    Raises:
        ConfigError: it is missing, no TOML, or a key is missing, unknown or wrong; the message names the file, the key
            and, of a feed, its line and name.
    """
    text = text_of(path)
    said = parsed(path, text)
    feeds, places = feeds_of(said, file=str(path), text=text)
    others = path.with_name(FEEDS_FILE)
    if others != path and (beside is not None or others.exists()):
        more, their_places = feeds_beside(others, beside)
        feeds, places = feeds + more, places + their_places
    return _made(said | {"feeds": feeds}, places, folder=path.parent, name=str(path), needs_feeds=needs_feeds)


def from_values(
    said: Mapping[str, object], *, folder: Path, name: str, environment: bool = True, needs_feeds: bool = True
) -> Config:
    """A configuration from the values of a file.

    Args:
        said: section to its keys.
        folder: where relative paths start.
        name: of the file, for messages.
        environment: whether the environment may change it; a recorded week is always the same.
        needs_feeds: as in ``load``.

    Raises:
        ConfigError: as ``load``.
    """
    _, places = feeds_of(said, file=name)
    return _made(said, places, folder=folder, name=name, environment=environment, needs_feeds=needs_feeds)


def _made(
    said: Mapping[str, object],
    places: Sequence[Place],
    *,
    folder: Path,
    name: str,
    environment: bool = True,
    needs_feeds: bool = True,
) -> Config:
    for key in ("folder", "leans"):
        if key in said:
            raise ConfigError(f"{name}: there is no section [{key}]. Leave it out.")
    if environment:
        _refuse_unknown_variables()
    try:
        values: dict[str, Any] = {**said, "folder": folder}
        config = (Config if environment else Recorded)(**values)
    except ValidationError as wrong:
        errors = wrong.errors(include_url=False)
        raise ConfigError(sentences(errors, name=name, feeds=places, environment=environment)) from None
    except ValueError:
        # pydantic-settings cannot take an environment value apart.
        raise ConfigError(unreadable_variable()) from None
    except OSError as wrong:
        raise ConfigError(f"{wrong.filename} cannot be read: {why_unreadable(wrong)}. Correct or remove it.") from None
    if needs_feeds and not config.feeds:
        raise ConfigError(
            f"{name}: there is no feed. Add at least one [[feeds]] with its url, there or in {FEEDS_FILE} beside it."
        )
    refuse_what_is_not_built(config, name)
    _refuse_feeds_named_twice(config, [] if environment and set_outside(["feeds"]) else places)
    return config.model_copy(update={"leans": read_leans(config)}) if config.ratings.file else config


def _refuse_unknown_variables() -> None:
    for variable in sorted(os.environ):
        section, _, key = variable.upper().removeprefix(PREFIX).lower().partition("__")
        if not variable.upper().startswith(PREFIX):
            continue
        if section == "feeds" and key:
            raise ConfigError(
                f"The environment's {variable} names no setting: set all feeds in {PREFIX}FEEDS, as JSON."
            )
        if section not in known_keys([]):
            raise ConfigError(
                f"The environment's {variable} names no setting: there is no section [{section}]. Correct or unset it."
            )


def _refuse_feeds_named_twice(config: Config, places: Sequence[Place]) -> None:
    """A feed that stands twice would be asked twice, and count twice among the feeds that are well."""
    first: dict[str, Place] = {}
    for number, feed in enumerate(config.all_feeds()):
        outside = Place(file=f"The environment's {PREFIX}FEEDS", index=number + 1)
        place = places[number] if number < len(places) else outside
        if feed.url not in first:
            first[feed.url] = place
            continue
        other = first[feed.url]
        there = "" if other.file == place.file and not other.line else f" of {other}"
        raise ConfigError(
            f"{place}: feeds[{place.index}].url is the same as feeds[{other.index}].url{there}. Leave one out."
        )
