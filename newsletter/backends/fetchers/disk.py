"""Recorded feeds, read from disk."""

import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from newsletter.domain.errors import FetchFailed
from newsletter.domain.feed import Ask, Fetched


class DiskFetcher:
    """Reads a feed's bytes from a path or a ``file://`` address."""

    def __init__(self, limit: int = 5_000_000) -> None:
        #: No larger file is read, in bytes.
        self._limit = limit

    def fetch(self, asks: Iterable[Ask]) -> Iterator[tuple[Ask, Fetched | FetchFailed]]:
        """Ask each once."""
        for ask in asks:
            try:
                yield ask, self._fetch(ask)
            except FetchFailed as failed:
                yield ask, failed

    def _fetch(self, feed: Ask) -> Fetched:
        """The file as it is now; its address is a ``file://`` one.

        Raises:
            FetchFailed: there is no such file, it cannot be read, or it is too large.
        """
        path = _path(feed.url)
        try:
            # Anything but a plain file may never end, or wait for a writer who never comes.
            if not stat.S_ISREG(path.stat().st_mode):
                raise _failed(feed, "is no file. Name the file itself.")
            with path.open("rb") as file:
                body = file.read(self._limit + 1)
        except FileNotFoundError:
            raise _failed(feed, "is not there: there is no such file. Check the path.") from None
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise _failed(feed, f"cannot be read: {reason}. Check the path and who may read it.") from error
        if len(body) > self._limit:
            raise _failed(feed, f"is larger than {self._limit:,} bytes. If that is right, raise collect.max_bytes.")
        return Fetched(body=body, url=path.absolute().as_uri())


def _path(url: str) -> Path:
    return Path(url2pathname(urlsplit(url).path)) if url.lower().startswith("file:") else Path(url)


def _failed(feed: Ask, what: str) -> FetchFailed:
    return FetchFailed(f"{feed.named} {what}")
