"""Config → Backends: the only file that names a concrete backend."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from newsletter import __version__
from newsletter.backends.clock import FixedClock, SystemClock
from newsletter.backends.dice import SystemSecrets
from newsletter.backends.embedders.minilm import MiniLmEmbedder
from newsletter.backends.fetchers.disk import DiskFetcher
from newsletter.backends.fetchers.either import EitherFetcher
from newsletter.backends.fetchers.network import NetworkFetcher
from newsletter.backends.isolation import ProcessIsolation
from newsletter.backends.stores import open_stores
from newsletter.backends.transports.outbox import OutboxTransport
from newsletter.backends.transports.smtp import Security, SmtpTransport
from newsletter.backends.writers.openai import OpenAiWriter
from newsletter.collect.sites import site_of
from newsletter.config import CollectSettings, Config, Web
from newsletter.domain.errors import ConfigError, NewsletterError
from newsletter.domain.writer import Prices
from newsletter.ports import Backends, Clock, Embedder, Fetcher, Isolation, Progress, Transport, Writer

if TYPE_CHECKING:
    from newsletter.pipeline.making import Rules

#: The package's folder, and beside it (in a checkout) or in it (installed) what lies outside the package.
_PACKAGE = Path(__file__).parent
_SHARED = (_PACKAGE / "_share", _PACKAGE.parent)


def shared(name: str) -> Path:
    """Where something lies that the project keeps outside the package, in a checkout or installed.

    Raises:
        NewsletterError: the installation is not whole.
    """
    for folder in _SHARED:
        if (folder / name).exists():
            return folder / name
    raise NewsletterError(f"{name} is missing from this installation. Install the package again.")


#: Name in ``delivery.transport`` to what makes it.
TRANSPORTS: dict[str, Callable[[Config], Transport]] = {
    "outbox": lambda config: OutboxTransport(config.path(config.delivery.outbox.directory)),
    "smtp": lambda config: SmtpTransport(
        host=config.delivery.smtp.host,
        port=config.delivery.smtp.port,
        security=Security(config.delivery.smtp.security),
        username=config.delivery.smtp.username,
        password=config.delivery.smtp.password.get_secret_value(),
    ),
}

#: Name in ``curate.meanings`` to what makes it.
EMBEDDERS: dict[str, Callable[[], Embedder | None]] = {"none": lambda: None, "minilm": MiniLmEmbedder}

#: Name in ``writer.backend`` to what makes it.
WRITERS: dict[str, Callable[[Config], Writer | None]] = {
    "none": lambda _: None,
    "openai": lambda config: OpenAiWriter(
        base_url=config.writer.base_url,
        model=config.writer.model,
        api_key=config.writer.api_key.get_secret_value(),
        timeout=config.writer.timeout,
        prices=_prices(config),
    ),
}


def _prices(config: Config) -> Prices | None:
    """What tokens cost; None where the operator says nothing."""
    said = config.writer
    return Prices(tokens_in=said.price_in, tokens_out=said.price_out) if said.price_in or said.price_out else None


def _quiet(doing: str, done: int, of: int) -> None:
    del doing, done, of


@contextmanager
def backends(
    config: Config, *, progress: Progress = _quiet, at: datetime | None = None, makes_store: bool = False
) -> Iterator[Backends]:
    """The world as the configuration chose it, for as long as the block runs.

    Args:
        config: the operator's.
        progress: told of progress.
        makes_store: make a store where there is none, or an empty one; without it that is a failure.
        at: stops the clock at a moment: for a recorded week.

    Raises:
        StoreUnavailable: the store cannot be used; the message says what to do.
    """
    store = config.path(config.store.url.removeprefix("sqlite:///"))
    stores = open_stores(f"sqlite:///{store}")
    transport = TRANSPORTS[config.delivery.transport](config)
    isolation = ProcessIsolation()
    try:
        is_new = makes_store and stores.keeper.empty()
        if is_new:
            stores.keeper.upgrade()
        yield Backends(
            clock=SystemClock() if at is None else FixedClock(at),
            secrets=SystemSecrets(),
            fetcher=_fetcher(config),
            isolation=isolation,
            entries=stores.entries,
            pages=stores.pages,
            issues=stores.issues,
            subscribers=stores.subscribers,
            sends=stores.sends,
            keeper=stores.keeper,
            transport=transport,
            progress=progress,
            new_store=str(stores.database.path) if is_new else "",
            writer=WRITERS[config.writer.backend](config),
            written=stores.written,
        )
    finally:
        transport.close()
        isolation.close()
        stores.close()


def expect_extras(config: Config) -> None:
    """See that what collecting needs by the settings is installed; the other verbs go without.

    Raises:
        ConfigError: it is not.
    """
    missing = [name for name in ("protego", "trafilatura") if find_spec(name) is None]
    if config.collect.full_text == "page" and missing:
        raise ConfigError(
            f"collect.full_text is 'page', but what reads pages is not installed ({', '.join(missing)}). Install the "
            "extra 'articles' (pip install 'weekly-political-newsletter[articles]'), or set full_text = 'feed'."
        )


@contextmanager
def looking(config: Config | None, *, at: datetime | None = None) -> Iterator[tuple[Clock, Fetcher, Isolation]]:
    """What a look at a stranger's address needs, and no store; without a configuration, the defaults.

    Args:
        config: the operator's, if there is one.
        at: stops the clock at a moment.
    """
    isolation = ProcessIsolation()
    try:
        yield SystemClock() if at is None else FixedClock(at), _fetcher(config), isolation
    finally:
        isolation.close()


def _fetcher(config: Config | None) -> Fetcher:
    """Feeds from disk and from the network; without a configuration, by the defaults and without a contact."""
    bounds, web = (config.collect, config.web) if config else (CollectSettings(), Web())
    contact = f" (+{config.publication.base_url}; {config.publication.from_address})" if config else ""
    return EitherFetcher(
        disk=DiskFetcher(limit=bounds.max_bytes),
        network=NetworkFetcher(
            user_agent=f"newsletter/{__version__}{contact}",
            limit=bounds.max_bytes,
            total=bounds.timeout,
            redirects=bounds.max_redirects,
            pause=bounds.pause,
            allow_private=frozenset(web.allow_private_feeds),
            site_of=site_of,
        ),
    )


def rules(config: Config) -> "Rules":
    """What the operator decided about making an issue."""
    import gettext

    import jinja2

    from newsletter.curate.pick import Caps
    from newsletter.draft.mail.wording import environment
    from newsletter.draft.telling.limits import Limits
    from newsletter.pipeline.making import Rules

    embedder = EMBEDDERS[config.curate.meanings]()
    translations = gettext.translation(
        "messages", _PACKAGE / "locale", languages=[config.publication.language], fallback=True
    )
    return Rules(
        publication=config.publisher(),
        feeds=config.all_feeds(),
        cut_off=config.cut_off,
        caps=Caps(
            stories=config.curate.stories,
            max_per_person=config.curate.max_per_person,
            max_per_family=config.curate.max_per_family,
            max_per_storyline=config.curate.max_per_storyline,
            max_per_section=config.curate.max_per_section,
            floor=config.curate.floor,
        ),
        limits=Limits(
            sentences=config.draft.sentences,
            max_words_per_source=config.draft.max_words_per_source,
            max_sentences_per_source=config.draft.max_sentences_per_source,
        ),
        weights=config.curate.weights.model_dump(),
        rated_by=", ".join(filter(None, (config.ratings.rater, config.ratings.date))),
        meanings=embedder.embed if embedder else None,
        templates=environment(
            # The operator's own first.
            jinja2.FileSystemLoader([config.folder / "templates", shared("templates")]),
            language=config.publication.language,
            translations=translations,
        ),
        translations=translations,
    )
