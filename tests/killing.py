"""Collecting while outlets publish, killed at any moment: what must hold of the store after each kill."""

import os
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from tests.builders import NOON
from tests.outlets import Request, Server, response
from tests.sites import CONFIG, Site, item, rss

FEEDS = 12


@dataclass
class Newsroom:
    """Outlets that publish one piece more each time, and write on at their first one."""

    site: Site
    server: Server
    #: Pieces that each outlet has published.
    published: int = 0
    _answered: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.server.pages = {path: self._page(n) for n, path in enumerate(self.paths)}
        feeds = "".join(f'\n[[feeds]]\nurl = "{self.server.url(p)}"\noutlet = "Outlet {p}"\n' for p in self.paths)
        web = f'\n[collect]\npause = 0\n[web]\nallow_private_feeds = ["{self.server.place}"]\n'
        self.site.config.write_text(CONFIG + web + feeds, encoding="utf-8")

    @property
    def paths(self) -> list[str]:
        return [f"/{number:02}.xml" for number in range(FEEDS)]

    @property
    def store(self) -> Path:
        return self.site.folder / "newsletter.db"

    def publish(self) -> None:
        self.published += 1
        self._answered.clear()

    def answered(self) -> int:
        """Requests answered since the last piece was published."""
        return len(self._answered)

    def kept(self) -> int:
        """Feeds whose last pieces are known to be kept."""
        try:
            return self._ask("SELECT count(*) FROM feeds WHERE etag = ?", f'"{self.published}"')[0][0]
        except sqlite3.OperationalError:  # there is no store yet
            return 0

    def collect_and_kill(self, progress: Callable[[], int], reached: int, moment: float) -> bool:
        """Collect, and kill -9 once there is so much progress and a moment more; True if it was still running.

        By progress and not by the clock, because machines differ in how far it is after a second; ``moment``, in
        seconds, lets it get anywhere in the next step.
        """
        process = subprocess.Popen(
            [sys.executable, "-m", "newsletter", "collect", "--config", str(self.site.config), "--now", self.now],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=self.site.folder,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])},
        )
        while process.poll() is None and progress() < reached:
            time.sleep(0.002)
        time.sleep(moment)
        running = process.poll() is None
        process.kill()
        process.wait()
        return running

    @property
    def now(self) -> str:
        return (NOON + timedelta(hours=self.published)).isoformat()

    def faults(self) -> list[str]:
        """What is wrong with the store: an entry twice, or a feed known to be read whose entries are not there."""
        if not self.store.exists():
            return []
        try:
            states = self._ask("SELECT url, etag FROM feeds")
            entries = self._ask("SELECT feed, id, title FROM entries")
        except sqlite3.OperationalError as early:
            return [] if "no such table" in str(early) else [str(early)]
        titles = {(feed, id_): title for feed, id_, title in entries}
        wrong = [f"{id_} is there {n} times" for id_, n in Counter(id_ for _, id_, _ in entries).items() if n > 1]
        for url, etag in states:
            number, version = self._number(url), int(etag.strip('"') or 0)
            wrong += [
                f"{url} is known to be read up to {version}, and piece {piece} is not there"
                for piece in range(version)
                if (url, _guid(number, piece)) not in titles
            ]
            if version and int(titles.get((url, _guid(number, 0)), "0").rpartition(" ")[2]) < version:
                wrong.append(f"{url} is known to be read up to {version}, and has an older headline")
        return wrong

    def missing(self) -> list[str]:
        """What whoever has collected everything must have, and has not; or has too much of."""
        ids = [id_ for (id_,) in self._ask("SELECT id FROM entries ORDER BY id")]
        expected = sorted(_guid(number, piece) for number in range(FEEDS) for piece in range(self.published))
        return [] if ids == expected else sorted(set(ids) ^ set(expected)) or ["an entry twice"]

    def retitled(self) -> list[tuple[str, str]]:
        """The earlier titles of every entry."""
        return self._ask("SELECT entry_key, title FROM entry_titles")

    def _ask(self, words: str, *values: str) -> list:
        with closing(sqlite3.connect(self.store if self.store.exists() else ":memory:", timeout=10)) as connection:
            return connection.execute(words, values).fetchall()

    def _number(self, url: str) -> int:
        return int(url.rpartition("/")[2].removesuffix(".xml"))

    def _page(self, number: int) -> Callable[[Request], bytes]:
        def page(request: Request) -> bytes:
            version = self.published
            self._answered.append(request.path)
            tag = f'"{version}"'
            if request.headers.get("if-none-match") == tag:
                return response(304, ETag=tag)
            return response(200, rss(*(_piece(number, n, version) for n in range(version))).encode(), ETag=tag)

        return page


def _guid(number: int, piece: int) -> str:
    return f"urn:outlet:{number}-{piece}"


def _piece(number: int, piece: int, version: int) -> str:
    title = f"Count in ward {number} at {version}" if piece == 0 else f"Ward {number} counts bridge {piece}"
    text = f"Ward {number} of the county counted the cars on bridge {piece} and found {number * 97 + piece * 31}."
    return item(title, text, outlet=f"outlet{number}", guid=_guid(number, piece))
