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
from newsletter.backends.fetchers.disk import DiskFetcher
from newsletter.backends.fetchers.either import EitherFetcher
from newsletter.backends.fetchers.network import NetworkFetcher
from newsletter.backends.isolation import ProcessIsolation
from newsletter.backends.stores import open_stores
from newsletter.backends.transports.outbox import OutboxTransport
from newsletter.backends.transports.smtp import Security, SmtpTransport
from newsletter.collect.sites import site_of
from newsletter.config import CollectSettings, Config, Web
from newsletter.domain.errors import ConfigError, NewsletterError
from newsletter.ports import Backends, Clock, Fetcher, Isolation, Progress, Transport

if TYPE_CHECKING:
    from newsletter.pipeline.drafting import Rules

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
    from newsletter.draft.blurbs import Limits
    from newsletter.draft.wording import environment
    from newsletter.pipeline.drafting import Rules

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
            floor=config.curate.floor,
        ),
        limits=Limits(
            sentences=config.draft.sentences,
            max_words_per_source=config.draft.max_words_per_source,
            max_sentences_per_source=config.draft.max_sentences_per_source,
        ),
        templates=environment(
            # The operator's own first.
            jinja2.FileSystemLoader([config.folder / "templates", shared("templates")]),
            language=config.publication.language,
            translations=translations,
        ),
        translations=translations,
    )
