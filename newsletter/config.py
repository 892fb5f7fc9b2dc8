"""TOML becomes a frozen Config; errors name the key.

Every key may also come from the environment (``NEWSLETTER__SECTION__KEY``, which wins over the file), and any from a
file of that name in the folder that ``NEWSLETTER_SECRETS_DIR`` names, as container platforms hand out secrets.
Relative paths are relative to the configuration file.

One idea, the settings, in one file: it is long because each key's bounds and default stand here and nowhere else.
"""

import csv
import difflib
import os
import re
import tomllib
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, get_args
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, EnvSettingsSource, NestedSecretsSettingsSource, PydanticBaseSettingsSource

from newsletter.domain.entry import Lean, Licence
from newsletter.domain.errors import ConfigError, Refused
from newsletter.domain.feed import Feed
from newsletter.domain.issue import Publication
from newsletter.domain.week import WeeklyTime
from newsletter.subscribers.addresses import address_of

PREFIX = "NEWSLETTER__"

#: Beside the configuration; holds [[feeds]] and nothing else.
FEEDS_FILE = "feeds.toml"

#: Keys that the configuration knows and this version does nothing with yet, and what will use them.
#: Setting one is not wrong, but it is said.
NOT_YET = {
    "ratings.rater": "the note on whose leans are counted",
    "ratings.date": "the note on whose leans are counted",
    "schedule.collect_every": "the scheduler",
    "schedule.draft_at": "the scheduler",
    "schedule.send_at": "the scheduler",
    "schedule.unapproved": "the scheduler",
    "schedule.catch_up": "the scheduler",
    "curate.max_per_storyline": "storylines",
    "writer.backend": "the writer",
    "writer.base_url": "the writer",
    "writer.model": "the writer",
    "writer.api_key": "the writer",
    "writer.timeout": "the writer",
    "delivery.smtp.connections": "sending over several connections",
    "delivery.sendgrid.api_key": "the SendGrid transport",
    "delivery.sendgrid.host": "the SendGrid transport",
    "delivery.sendgrid.batch": "the SendGrid transport",
    "delivery.sendgrid.webhook_public_key": "the SendGrid transport",
    "delivery.dkim.domain": "DKIM signing",
    "delivery.dkim.selector": "DKIM signing",
    "delivery.dkim.private_key_file": "DKIM signing",
    "web.host": "the web pages",
    "web.port": "the web pages",
    "web.secret": "the web pages",
}


def _duration(text: str) -> str:
    if not re.fullmatch(r"[0-9]{1,5}[mhd]", text):
        raise ValueError("must be a number and m, h or d, such as '12h'")
    return text


def _rate(number: float) -> float:
    if number and not 0.01 <= number <= 1_000_000:
        raise ValueError("must be 0 for no limit, or from 0.01 to 1000000 messages a second")
    return number


def _weekly(text: str) -> str:
    WeeklyTime.parse(text, ZoneInfo("UTC"))
    return text


def _zone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("is no time zone; use a name such as 'America/New_York'") from None
    return text


def _one_line(text: str) -> str:
    if not text.isprintable():
        raise ValueError("must be one line without control characters")
    return text.strip()


def _filled(text: str) -> str:
    if not text.strip():
        raise ValueError("must not be empty")
    return text.strip()


def _mailbox(text: str) -> str:
    try:
        address = address_of(text)
    except Refused as wrong:
        raise ValueError(f"must be an email address such as 'letter@news.example.org'. {wrong}") from None
    if not address.email.isascii():
        raise ValueError("must be ASCII: not every mail system takes letters from an international address")
    return address.email


def _web_address(text: str) -> str:
    if not _is_web_address(text) or not text.isascii() or any(mark in text for mark in " <>\"'?#"):
        raise ValueError("must be a web address such as 'https://news.example.org'")
    return text.rstrip("/")


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _feed_address(text: str) -> str:
    scheme = text.partition(":")[0].lower() if "://" in text else ""
    if scheme not in {"", "http", "https", "file"} or (not scheme and "@" in text):
        # Not quoted: it may hold a password.
        raise ValueError("must be http, https, or the path of a file without '@'")
    if scheme in {"http", "https"} and (" " in text or re.match(r"[^/@]*[?#][^/]*@", text.partition("://")[2])):
        raise ValueError("has a space, or a '?' or '#' in its login; write such characters as %20, %3F and %23")
    if text.startswith(("http:", "https:")) and not _is_web_address(text):
        raise ValueError("is no web address that can be asked; write it like 'https://www.example.org/feed.xml'")
    return text


def _path(text: str) -> str:
    if not text.isprintable():
        raise ValueError("must be a path without control characters")
    return text


def _host_and_port(text: str) -> str:
    host, _, port = text.strip().lower().rpartition(":")
    if not host or not port.isdecimal() or not 0 < int(port) < 65536 or any(mark in host for mark in "/?#@ "):
        raise ValueError("must be a host and a port, such as '10.0.0.7:8080' or '[fd00::7]:8080'")
    return f"{host}:{int(port)}"


def _long_enough(text: str) -> str:
    if span(text) < SHORTEST_KEPT:
        raise ValueError(f"must be at least {SHORTEST_KEPT.days}d: letters look some weeks back")
    return text


def span(duration: str) -> timedelta:
    """The time that a duration such as ``12h`` means."""
    return (
        int(duration[:-1]) * {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}[duration[-1]]
    )


#: Entries are kept at least so long.
SHORTEST_KEPT = timedelta(days=60)

Duration = Annotated[str, AfterValidator(_duration)]
Weekly = Annotated[str, AfterValidator(_weekly)]
Line = Annotated[str, AfterValidator(_one_line)]
PathText = Annotated[str, AfterValidator(_path)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class PublicationSettings(_Part):
    """Who publishes the letter."""

    name: Annotated[Line, AfterValidator(_filled)] = "The Week in Politics"
    tagline: Line = "A week of political news in your in-box. We find the news you need to know, so you don't have to."
    from_name: Line = ""
    from_address: Annotated[str, AfterValidator(_mailbox)]
    reply_to: Annotated[str, AfterValidator(lambda text: _mailbox(text) if text else text)] = ""
    base_url: Annotated[str, AfterValidator(_web_address)]
    postal_address: Annotated[str, AfterValidator(_filled)]
    language: Literal["en"] = "en"
    timezone: Annotated[str, AfterValidator(_zone)] = "America/New_York"
    list_id: Annotated[str, Field(pattern=r"^([A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+)?$", max_length=255)] = ""


class Schedule(_Part):
    """When each step runs."""

    collect_every: Duration = "4h"
    draft_at: Weekly = "thu 09:00"
    cut_off: Weekly = "fri 05:00"
    send_at: Weekly = "fri 07:00"
    unapproved: Literal["hold", "send"] = "hold"
    catch_up: Duration = "12h"


class Ratings(_Part):
    """Whose leans are used."""

    rater: Line = ""
    date: Line = ""
    file: PathText = ""


class FeedSettings(_Part):
    """One feed."""

    url: Annotated[PathText, AfterValidator(_filled), AfterValidator(_feed_address)]
    outlet: Line = ""
    family: Line = ""
    lean: Lean | None = None
    section: Line = ""
    licence: Licence = Licence.EXCERPT


class CollectSettings(_Part):
    """Bounds for fetching."""

    timeout: Annotated[float, Field(gt=0, le=600)] = 30
    max_bytes: Annotated[int, Field(ge=1_000, le=1_000_000_000)] = 5_000_000
    max_redirects: Annotated[int, Field(ge=0, le=20)] = 5
    pause: Annotated[float, Field(ge=0, le=60)] = 1
    full_text: Literal["feed", "page"] = "feed"
    keep: Annotated[Duration, AfterValidator(_long_enough)] = "400d"


class Curate(_Part):
    """How stories are picked."""

    stories: Annotated[int, Field(ge=1, le=60)] = 12
    max_per_person: Annotated[int, Field(ge=1)] = 3
    max_per_family: Annotated[int, Field(ge=1)] = 2
    max_per_storyline: Annotated[int, Field(ge=1)] = 2
    floor: Annotated[float, Field(ge=0, le=1)] = 0.1


class DraftSettings(_Part):
    """How stories are told."""

    sentences: Annotated[int, Field(ge=1, le=3)] = 3
    max_words_per_source: Annotated[int, Field(ge=10, le=200)] = 45
    max_sentences_per_source: Annotated[int, Field(ge=1, le=3)] = 2


class Writer(_Part):
    """An optional language model."""

    backend: Literal["none", "openai"] = "none"
    base_url: str = ""
    model: str = ""
    api_key: SecretStr = SecretStr("")
    timeout: Annotated[float, Field(gt=0)] = 60


class StoreSettings(_Part):
    """Where everything is kept."""

    url: PathText = "sqlite:///newsletter.db"


class Outbox(_Part):
    """Messages as files."""

    directory: Annotated[PathText, AfterValidator(_filled)] = "outbox"


class Smtp(_Part):
    """A relay."""

    host: Line = ""
    port: Annotated[int, Field(ge=1, le=65535)] = 587
    security: Literal["none", "starttls", "tls"] = "starttls"
    username: str = ""
    password: SecretStr = SecretStr("")
    connections: Annotated[int, Field(ge=1, le=100)] = 1


class SendGrid(_Part):
    """The vendor's HTTP interface."""

    api_key: SecretStr = SecretStr("")
    host: str = "https://api.sendgrid.com"
    batch: Annotated[int, Field(ge=1, le=1000)] = 500
    webhook_public_key: str = ""


class Dkim(_Part):
    """Signing."""

    domain: str = ""
    selector: str = ""
    private_key_file: str = ""


class Delivery(_Part):
    """How messages leave."""

    transport: Literal["outbox", "smtp", "sendgrid"] = "outbox"
    on_unknown: Literal["hold", "resend"] = "hold"
    rate_per_second: Annotated[float, AfterValidator(_rate)] = 0
    outbox: Outbox = Outbox()
    smtp: Smtp = Smtp()
    sendgrid: SendGrid = SendGrid()
    dkim: Dkim = Dkim()


class Web(_Part):
    """The web pages."""

    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8000
    secret: SecretStr = SecretStr("")
    allow_private_feeds: tuple[Annotated[str, AfterValidator(_host_and_port)], ...] = ()


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
        folder = os.environ.get("NEWSLETTER_SECRETS_DIR")
        if not folder:
            return environment, init_settings
        if not Path(folder).is_dir():
            raise ConfigError(f"NEWSLETTER_SECRETS_DIR names {folder}, which is no folder. Correct or unset it.")
        secrets = NestedSecretsSettingsSource(
            file_secret_settings, secrets_dir=folder, secrets_prefix=PREFIX, secrets_nested_delimiter="__"
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
        on_the_web = _is_web_address(feed.url)
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


class _Recorded(Config):
    """A configuration that no environment changes."""

    reads_environment: ClassVar[bool] = False


def load(path: Path, *, beside: str | None = None, needs_feeds: bool = True) -> Config:
    """Read the configuration, and ``feeds.toml`` beside it where there is one.

    Args:
        path: of the configuration.
        beside: what ``feeds.toml`` is about to hold, in place of what it holds.
        needs_feeds: refuse a configuration without a feed; a verb that helps to choose feeds does without.

    Raises:
        ConfigError: it is missing, no TOML, or a key is missing, unknown or wrong; the message names the key.
    """
    said = _toml(path)
    others = path.with_name(FEEDS_FILE)
    if others != path and (beside is not None or others.exists()):
        more = _toml(others) if beside is None else _parsed(others, beside)
        if set(more) - {"feeds"}:
            raise ConfigError(f"{others} may hold [[feeds]] only, but has {', '.join(sorted(set(more) - {'feeds'}))}.")
        said["feeds"] = [*_list(said.get("feeds", [])), *_list(more.get("feeds", []))]
    return from_values(said, folder=path.parent, name=str(path), needs_feeds=needs_feeds)


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
    for key in ("folder", "leans"):
        if key in said:
            raise ConfigError(f"{name}: there is no section [{key}].")
    for variable in sorted(os.environ) if environment else ():
        section = variable.upper().removeprefix(PREFIX).partition("__")[0].lower()
        if variable.upper().startswith(PREFIX) and section not in _known([]):
            raise ConfigError(f"The environment's {variable} names no setting: there is no section [{section}].")
    try:
        values: dict[str, Any] = {**said, "folder": folder}
        config = (Config if environment else _Recorded)(**values)
    except ValidationError as wrong:
        raise ConfigError(_sentence(wrong.errors(include_url=False), name)) from None
    except ValueError as wrong:
        # pydantic-settings wraps an environment value that is no JSON where JSON is needed.
        raise ConfigError(f"The environment's {PREFIX}… settings cannot be read: {wrong}") from None
    if needs_feeds and not config.feeds:
        raise ConfigError(f"{name}: there is no feed. Add at least one [[feeds]] with its url.")
    _refuse_what_is_not_built(config, name)
    _refuse_feeds_named_twice(config, name)
    return config.model_copy(update={"leans": _leans(config)}) if config.ratings.file else config


def not_used_yet(config: Config) -> list[str]:
    """A sentence for each key that is set and does nothing in this version."""
    sentences = []
    for key, user in NOT_YET.items():
        *sections, last = key.split(".")
        part: BaseModel = config
        for section in sections:
            part = getattr(part, section)
        if last in part.model_fields_set and getattr(part, last) != type(part).model_fields[last].default:
            sentences.append(f"{key} is set, but this version does not use it: it waits for {user}.")
    return sentences


def _refuse_what_is_not_built(config: Config, name: str) -> None:
    """What would change a letter or its way, and is not there, must not be passed over in silence."""
    asked = {
        "delivery.transport = 'sendgrid'": config.delivery.transport == "sendgrid",
        "delivery.dkim.private_key_file": bool(config.delivery.dkim.private_key_file),
        "writer.backend = 'openai'": config.writer.backend != "none",
    }
    for what in (what for what, is_asked in asked.items() if is_asked):
        raise ConfigError(f"{name}: {what} is not available in this version. Leave it out.")
    if config.delivery.transport == "smtp" and not config.delivery.smtp.host:
        raise ConfigError(
            f"{name}: delivery.transport is 'smtp', but delivery.smtp.host is not set. "
            "Set it, or use transport = 'outbox' to write messages to disk."
        )
    if not config.store.url.startswith("sqlite:///"):
        raise ConfigError(
            f"{name}: store.url must begin with 'sqlite:///' in this version, such as 'sqlite:///newsletter.db'."
        )


def _refuse_feeds_named_twice(config: Config, name: str) -> None:
    """A feed that stands twice would be asked twice, and count twice among the feeds that are well."""
    first: dict[str, int] = {}
    for number, feed in enumerate(config.all_feeds(), start=1):
        if feed.url in first:
            raise ConfigError(
                f"{name}: feeds[{number}].url is the same as feeds[{first[feed.url]}].url. Leave one out."
            )
        first[feed.url] = number


def text_of(path: Path) -> str:
    """A file of the configuration, as it is written.

    Raises:
        ConfigError: it is not there, or cannot be read.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return file.read()
    except FileNotFoundError:
        raise ConfigError(
            f"There is no configuration file {path}. Make one with 'newsletter init', or name one with --config."
        ) from None
    except UnicodeDecodeError as wrong:
        raise ConfigError(f"{path} is not UTF-8 text (byte {wrong.start}). Save it as UTF-8.") from None
    except (OSError, ValueError) as wrong:
        said = getattr(wrong, "strerror", None) or wrong
        raise ConfigError(f"{path} cannot be read: {said}. Name a file that can.") from None


def _toml(path: Path) -> dict[str, Any]:
    return _parsed(path, text_of(path))


def _parsed(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise ConfigError(f"{path} is not valid TOML: {wrong}. Mend that place.") from None
    except (ValueError, RecursionError) as wrong:
        # Digits or brackets without end.
        raise ConfigError(f"{path} is not valid TOML: {wrong}. Mend that place.") from None


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _leans(config: Config) -> dict[str, Lean]:
    """The ratings file: CSV with the columns ``outlet`` and ``lean``.

    Raises:
        ConfigError: it cannot be read or a lean is unknown.
    """
    path = config.path(config.ratings.file)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as wrong:
        raise ConfigError(f"ratings.file {path} cannot be read: {wrong}.") from None
    leans = {}
    for line, row in enumerate(rows, start=2):
        outlet, lean = (row.get("outlet") or "").strip(), (row.get("lean") or "").strip().lower()
        if not outlet or lean not in set(Lean):
            raise ConfigError(f"ratings.file {path}, line {line}: needs an outlet and a lean out of {', '.join(Lean)}.")
        leans[outlet] = Lean(lean)
    return leans


def _sentence(errors: list[ErrorDetails], name: str) -> str:
    """One sentence for each wrong key, for a person."""
    return "\n".join(_explained(error, name) for error in errors)


def _explained(error: ErrorDetails, name: str) -> str:
    location = [str(part) for part in error["loc"]]
    key = _dotted(location)
    match error["type"]:
        case "missing":
            return f"{name}: {key} is missing. Set it; config.example.toml says what it is."
        case "extra_forbidden":
            near = difflib.get_close_matches(location[-1], _known(location[:-1]), n=1)
            meant = f" Did you mean {near[0]!r}?" if near else " config.example.toml lists every key."
            return f"{name}: there is no key {key}.{meant}"
        case _:
            return f"{name}: {key} {_said(error)}."


def _said(error: ErrorDetails) -> str:
    message = error["msg"].removeprefix("Value error, ")
    return message if error["type"] == "value_error" else f"is wrong: {message[:1].lower()}{message[1:]}"


def _dotted(location: list[str]) -> str:
    """``feeds.2.url`` for a machine is ``feeds[3].url`` for a person."""
    dotted = ""
    for part in location:
        dotted += f"[{int(part) + 1}]" if part.isdigit() else f".{part}" if dotted else part
    return dotted


def _known(section: list[str]) -> list[str]:
    """The keys that a section has."""
    model: type[BaseModel] = Config
    for part in section:
        if part.isdigit():
            continue
        annotation = model.model_fields[part].annotation
        model = next((a for a in get_args(annotation) if isinstance(a, type)), annotation)  # type: ignore[assignment]
    return [key for key in model.model_fields if key not in {"folder", "leans"}]
