"""How long a week takes from entries to the rendered letter.

    python bench/compose.py [ENTRIES.jsonl ...]

Without an archive it takes the recorded week. Prints seconds by stage; the second round counts, when libraries are
loaded.
"""

import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from newsletter import wiring
from newsletter.collect.archive import read_archive
from newsletter.collect.parse import parse
from newsletter.config import Config, from_values, load
from newsletter.curate.cluster import cluster
from newsletter.domain.entry import Entry
from newsletter.domain.feed import Fetched
from newsletter.domain.week import week_of
from newsletter.pipeline.drafting import make

ROOT = Path(__file__).parents[1]


def main() -> None:
    config = load(ROOT / "config.example.toml")
    print(f"{'entries':40} {'count':>7} {'cluster':>9} {'whole':>9}")
    for name in sys.argv[1:] or ["the recorded week"]:
        lines = Path(name).read_text(encoding="utf-8").splitlines() if sys.argv[1:] else []
        entries = read_archive(lines, name=name) if lines else recorded()
        for last in (False, True):
            clustering, whole = timed(entries, config)
            if last:
                print(f"{name[-40:]:40} {len(entries):7} {clustering:8.2f}s {whole:8.2f}s")


def timed(entries: tuple[Entry, ...], config: Config) -> tuple[float, float]:
    """Seconds for clustering alone, and from entries to the checked letter."""
    week = week_of(max(entry.at for entry in entries), config.cut_off)
    start = time.perf_counter()
    cluster([entry for entry in entries if entry.at in week])
    clustered = time.perf_counter()
    make(entries, wiring.rules(config), week=week, number=1, feeds_healthy=1)
    return clustered - start, time.perf_counter() - clustered


def recorded() -> tuple[Entry, ...]:
    """The entries of the recorded week."""
    import tomllib

    folder = ROOT / "demo"
    said = tomllib.loads((folder / "config.toml").read_text(encoding="utf-8"))
    said.pop("recording")
    config = from_values(said, folder=folder, name="demo", environment=False)
    now = datetime(2024, 7, 26, 9, tzinfo=UTC)
    found = [
        entry
        for feed in config.all_feeds()
        for entry in parse(Fetched(body=Path(feed.url).read_bytes(), url=feed.url), feed, now=now).entries
    ]
    return tuple(entry for entry in found if entry.at < now)


if __name__ == "__main__":
    main()
