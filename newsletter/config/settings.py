"""Config: all sections together, and what follows from them: the feeds, the publication, where a path leads."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import ConfigDict, Field
from pydantic_settings import BaseSettings, EnvSettingsSource, NestedSecretsSettingsSource, PydanticBaseSettingsSource

from newsletter.config.files import why_unreadable
from newsletter.config.sections import (
    CollectSettings,
    Curate,
    Delivery,
    DraftSettings,
    FeedSettings,
    PublicationSettings,
    Ratings,
    Schedule,
    StoreSettings,
    Web,
    Writer,
)
from newsletter.config.values import is_web_address
from newsletter.domain.entry import Lean
from newsletter.domain.errors import ConfigError
from newsletter.domain.feed import Feed
from newsletter.domain.issue import Publication
from newsletter.domain.week import WeeklyTime

#: What the names of environment variables and of files of secrets begin with.
PREFIX = "NEWSLETTER__"
#: Names the folder of files of secrets.
SECRETS = "NEWSLETTER_SECRETS_DIR"


def secret_files() -> list[Path]:
    """What the folder of files of secrets holds, in order of name; nothing where none is named.

    Raises:
        ConfigError: it is no folder, or cannot be listed.
    """
    folder = os.environ.get(SECRETS)
    if not folder:
        return []
    try:
        return sorted(Path(folder).iterdir())
    except (FileNotFoundError, NotADirectoryError):
        raise ConfigError(f"{SECRETS} names {folder}, which is no folder. Correct or unset it.") from None
    except OSError as wrong:
        raise ConfigError(
            f"{SECRETS} names {folder}, which cannot be read: {why_unreadable(wrong)}. Let it be read, or unset it."
        ) from None


class Config(BaseSettings):
    """Everything that the operator decides."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)  # type: ignore[assignment]

    publication: PublicationSettings
    schedule: Schedule = Schedule()
    ratings: Ratings = Ratings()
    #: At least one, unless they are yet to be chosen.
    feeds: tuple[FeedSettings, ...] = ()
    collect: CollectSettings = CollectSettings()
    curate: Curate = Curate()
    draft: DraftSettings = DraftSettings()
    writer: Writer = Writer()
    store: StoreSettings = StoreSettings()
    delivery: Delivery = Delivery()
    web: Web = Web()

    #: Whether the environment and files of secrets may change it.
    reads_environment: ClassVar[bool] = True

    #: The configuration file's folder; relative paths start there.
    folder: Path = Field(default=Path(), exclude=True)
    #: Outlet to lean, from the ratings file.
    leans: Mapping[str, Lean] = Field(default_factory=dict, exclude=True)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment first, then files of secrets, then the file's own words."""
        del env_settings, dotenv_settings
        if not cls.reads_environment:
            return (init_settings,)
        environment = EnvSettingsSource(
            settings_cls, env_prefix=PREFIX, env_nested_delimiter="__", case_sensitive=False
        )
        # A folder that cannot be listed would be taken for one without a file.
        if not secret_files():
            return environment, init_settings
        secrets = NestedSecretsSettingsSource(
            file_secret_settings, secrets_dir=os.environ[SECRETS], secrets_prefix=PREFIX, secrets_nested_delimiter="__"
        )
        return environment, secrets, init_settings

    @property
    def zone(self) -> ZoneInfo:
        """Where the newsletter lives."""
        return ZoneInfo(self.publication.timezone)

    @property
    def cut_off(self) -> WeeklyTime:
        """When a week ends."""
        return WeeklyTime.parse(self.schedule.cut_off, self.zone)

    def path(self, text: str) -> Path:
        """A path from the configuration, made absolute."""
        return (self.folder / text).absolute()

    def publisher(self) -> Publication:
        """The publication as the letter states it."""
        said = self.publication
        return Publication(
            name=said.name,
            tagline=said.tagline,
            from_name=said.from_name or said.name,
            from_address=said.from_address,
            reply_to=said.reply_to,
            base_url=said.base_url,
            postal_address=said.postal_address,
            language=said.language,
            list_id=said.list_id or f"weekly.{said.from_address.rpartition('@')[2]}",
        )

    def all_feeds(self) -> tuple[Feed, ...]:
        """The feeds, in the order of the file; paths made absolute, families and leans filled in."""
        return tuple(self._feed(feed) for feed in self.feeds)

    def _feed(self, feed: FeedSettings) -> Feed:
        on_the_web = is_web_address(feed.url)
        url = feed.url if on_the_web else str(self.path(feed.url.removeprefix("file://")))
        # Not the netloc: an address may carry a password.
        outlet = feed.outlet or (urlsplit(url).hostname if on_the_web else None) or Path(url).stem
        return Feed(
            url=url,
            outlet=outlet,
            family=feed.family or outlet,
            lean=feed.lean or self.leans.get(outlet, Lean.UNRATED),
            section=feed.section,
            licence=feed.licence,
        )


class Recorded(Config):
    """A configuration that no environment changes."""

    reads_environment: ClassVar[bool] = False
