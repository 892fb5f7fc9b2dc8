"""How long a week takes from entries to the checked letter, how much memory, and how both grow.

    python bench/compose.py [--in-full SHARE] [--most COUNT] [ENTRIES.jsonl ...]

Prints one line for each of the sizes from 1,000 to 40,000 made entries (a title of ten words and a summary of thirty;
the share ``--in-full`` of them, none by default, with a text of 400 words besides), then one for each archive. Each is
measured in a process of its own: seconds on the clock and, in brackets, of the processor, which does not count what
others did on the machine; the most memory that the process ever had. Exponents say how the processor's time, and the
memory beyond what is loaded for any week, grow from one line to the next: 1 is in step with the entries, 2 with their
square.
"""

import argparse
import json
import math
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.made_week import a_week
from newsletter import wiring
from newsletter.collect.archive import read_archive
from newsletter.collect.copies import with_copies
from newsletter.config import load
from newsletter.curate.cluster import cluster
from newsletter.domain.entry import Entry
from newsletter.domain.week import week_named, week_of
from newsletter.pipeline.making import make

ROOT = Path(__file__).parents[1]
SIZES = (1_000, 2_000, 5_000, 10_000, 20_000, 40_000)
#: So many entries are drafted first, untimed and of no weight: what is loaded once is no part of a week.
WARMING = 200


def main() -> None:
    asked = _arguments()
    if asked.one is not None:
        print(json.dumps(_measured(asked.one, asked.in_full)))
        return
    stages = ("copies", "cluster", "rest", "whole")
    print(f"{'':>28}" + "".join(f"{stage:>17}" for stage in stages) + f"{'memory':>10}{'exponents':>17}")
    before: dict[str, Any] | None = None
    for name in [*(str(size) for size in SIZES if size <= asked.most), *asked.archives]:
        ran = subprocess.run(
            [sys.executable, __file__, "--in-full", str(asked.in_full), "--one", name],
            check=True,
            capture_output=True,
            text=True,
        )
        found = json.loads(ran.stdout)
        line = f"{'made' if name.isdigit() else name[-18:]:>18}{found['entries']:>10,}"
        line += "".join(f"{found[stage][0]:>8.2f} ({found[stage][1]:>5.2f}s)" for stage in stages)
        line += f"{found['most']:>7.0f} MB"
        if before and name.isdigit():
            line += f"   time {_exponent(before, found, 'whole')}, memory {_exponent(before, found, 'memory')}"
        print(line, flush=True)
        before = found


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archives", nargs="*", metavar="ENTRIES.jsonl")
    parser.add_argument("--in-full", type=float, default=0.0, help="the share of the made entries with a full text")
    parser.add_argument("--most", type=int, default=SIZES[-1], help="the largest size to try; 0 for archives alone")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    return parser.parse_args()


def _measured(name: str, in_full: float) -> dict[str, Any]:
    """Seconds by stage, on the clock and of the processor, and MB at most: of an archive, or of so many made entries"""
    config = load(ROOT / "config.example.toml")
    rules = wiring.rules(config)
    week = week_named("2026-W05", config.cut_off)

    def whole(some: tuple[Entry, ...]) -> object:
        return make(some, rules, week=week, number=1)

    whole(a_week(WARMING, in_full=1, week=week))
    loaded = _most_memory()
    if name.isdigit():
        entries = a_week(int(name), in_full=in_full, week=week)
    else:
        entries = read_archive(Path(name).read_text(encoding="utf-8").splitlines(), name=name)
        week = week_of(max(entry.at for entry in entries), config.cut_off)
    taking_part = [entry for entry in entries if entry.at in week]
    every = _timed(lambda: whole(entries))
    most = _most_memory()
    copies = _timed(lambda: with_copies(taking_part))
    clustering = _timed(lambda: cluster(taking_part))
    rest = tuple(all_ - one - other for all_, one, other in zip(every, copies, clustering, strict=True))
    return {
        "entries": len(entries),
        "copies": copies,
        "cluster": clustering,
        "rest": rest,
        "whole": every,
        "most": most,
        "memory": most - loaded,
    }


def _most_memory() -> float:
    """MB, the most that this process ever had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - clock, time.process_time() - processor


def _exponent(before: dict[str, Any], now: dict[str, Any], what: str) -> str:
    then, later = (found[what][1] if isinstance(found[what], list) else found[what] for found in (before, now))
    if then <= 0:
        return "   -"  # no more than is loaded for any week
    return f"{math.log(later / then) / math.log(now['entries'] / before['entries']):4.2f}"


if __name__ == "__main__":
    main()
