"""Feeds from disk and from the network, side by side in one configuration."""

from newsletter.domain.errors import FetchFailed
from newsletter.domain.feed import Feed, Fetched, without_login
from newsletter.ports import Fetcher


class EitherFetcher:
    """Chooses by the address: http and https go to the network, paths and ``file://`` to disk."""

    def __init__(self, disk: Fetcher, network: Fetcher) -> None:
        self._disk = disk
        self._network = network

    def fetch(self, feed: Feed) -> Fetched:
        """The feed as it is now, from where its address says.

        Raises:
            FetchFailed: as the fetcher chosen says; or the address is of neither sort.
        """
        if "://" not in feed.url:
            return self._disk.fetch(feed)
        scheme = feed.url.partition("://")[0].lower()
        if scheme in {"http", "https"}:
            return self._network.fetch(feed)
        if scheme == "file":
            return self._disk.fetch(feed)
        raise FetchFailed(
            without_login(
                f"The feed of {feed.outlet} at {feed.url} cannot be fetched by {scheme or 'that address'}. "
                "Use http, https or the path of a file."
            )
        )
