"""Config → Backends: the only file that names a concrete backend."""

import gettext
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import jinja2

from newsletter import __version__
from newsletter.backends.clock import FixedClock, SystemClock
from newsletter.backends.dice import SystemSecrets
from newsletter.backends.fetchers.disk import DiskFetcher
from newsletter.backends.fetchers.either import EitherFetcher
from newsletter.backends.fetchers.network import NetworkFetcher
from newsletter.backends.stores import open_stores
from newsletter.backends.transports.outbox import OutboxTransport
from newsletter.backends.transports.smtp import Security, SmtpTransport
from newsletter.config import Config
from newsletter.curate.pick import Caps
from newsletter.domain.errors import NewsletterError
from newsletter.draft.blurbs import Limits
from newsletter.draft.wording import environment
from newsletter.pipeline import Rules
from newsletter.ports import Backends, Progress, Transport

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
    try:
        if makes_store and stores.keeper.empty():
            stores.keeper.upgrade()
        yield Backends(
            clock=SystemClock() if at is None else FixedClock(at),
            secrets=SystemSecrets(),
            fetcher=EitherFetcher(
                disk=DiskFetcher(limit=config.collect.max_bytes),
                network=NetworkFetcher(
                    user_agent=f"newsletter/{__version__} (+{config.publication.base_url}; "
                    f"{config.publication.from_address})",
                    limit=config.collect.max_bytes,
                    total=config.collect.timeout,
                    redirects=config.collect.max_redirects,
                ),
            ),
            entries=stores.entries,
            issues=stores.issues,
            subscribers=stores.subscribers,
            sends=stores.sends,
            keeper=stores.keeper,
            transport=transport,
            progress=progress,
        )
    finally:
        transport.close()
        stores.close()


def rules(config: Config) -> Rules:
    """What the operator decided about making an issue."""
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
