"""Feeds from disk and from the network, side by side in one configuration."""

from collections.abc import Iterable, Iterator

from newsletter.domain.errors import FetchFailed
from newsletter.domain.feed import Ask, Fetched
from newsletter.ports import Fetcher


class EitherFetcher:
    """Chooses by the address: http and https go to the network, paths and ``file://`` to disk."""

    def __init__(self, disk: Fetcher, network: Fetcher) -> None:
        self._disk = disk
        self._network = network

    def fetch(self, asks: Iterable[Ask]) -> Iterator[tuple[Ask, Fetched | FetchFailed]]:
        """Ask each once, where its address says; what is on disk first."""
        for_network: list[Ask] = []
        for ask in asks:
            scheme = ask.url.partition("://")[0].lower() if "://" in ask.url else "file"
            if scheme in {"http", "https"}:
                for_network.append(ask)
            elif scheme == "file":
                yield from self._disk.fetch([ask])
            else:
                by = scheme or "that address"
                wrong = f"{ask.named} cannot be fetched by {by}. Use http, https or the path of a file."
                yield ask, FetchFailed(wrong)
        if for_network:
            yield from self._network.fetch(for_network)
