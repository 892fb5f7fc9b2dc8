"""How long a week takes from entries to the checked letter, how much memory, and how both grow.

    python bench/compose.py [--in-full SHARE] [--most COUNT] [ENTRIES.jsonl ...]

Prints one line for each of the sizes from 1,000 to 40,000 made entries (a title of ten words and a summary of thirty;
the share ``--in-full`` of them, none by default, with a text of 400 words besides), then one for each archive. Each is
measured in a process of its own: seconds of the processor by stage and as a whole, which do not count what others did
on the machine, and, in brackets, those on the clock; how many times as long as the yardstick, a piece of work that is
always the same, took just before and after (its seconds stand at the end of the line): a busy or a slower machine is
slow at both; the most memory that the process ever had. Exponents say how the processor's time, and the memory beyond
what is loaded for any week, grow from one line to the next: 1 is in step with the entries, 2 with their square.
"""

import argparse
import json
import math
import re
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.made_week import a_week
from newsletter import wiring
from newsletter.collect.archive import read_archive
from newsletter.config import load
from newsletter.domain.entry import Entry
from newsletter.domain.week import week_named, week_of
from newsletter.pipeline import making

ROOT = Path(__file__).parents[1]
SIZES = (1_000, 2_000, 5_000, 10_000, 20_000, 40_000)
#: So many entries are drafted first, untimed and of no weight: what is loaded once is no part of a week.
WARMING = 200
#: What is timed by itself: a name for the column, and the steps of ``making`` that it is made of.
STAGES = {
    "copies": ("with_copies", "_without_repeated_lines"),
    "cluster": ("cluster",),
    "rank": ("rank",),
    "storylines": ("profiles", "storylines"),
    "pick": ("going_on", "pick", "aftermath"),
    "compose": ("compose", "render", "check"),
    "document": ("document",),
}


def main() -> None:
    asked = _arguments()
    if asked.one is not None:
        print(json.dumps(_measured(asked.one, asked.in_full)))
        return
    columns = "".join(f"{column:>11}" for column in (*STAGES, "rest"))
    print(f"{'':>18}{'entries':>10}{columns}{'whole (clock)':>18}{'yardsticks':>12}{'memory':>9}")
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
        line += "".join(f"{found['stages'][column]:>10.2f}s" for column in (*STAGES, "rest"))
        line += f"{found['whole']:>8.2f}s ({found['clock']:>5.2f}s){found['whole'] / found['yardstick']:>12.1f}"
        line += f"{found['most']:>6.0f} MB   yardstick {found['yardstick']:.2f}s"
        if before and name.isdigit():
            line += f"   grows: time {_exponent(before, found, 'whole')}, memory {_exponent(before, found, 'memory')}"
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
        return making.make(some, rules, week=week, number=1)

    whole(a_week(WARMING, in_full=1, week=week))
    loaded = _most_memory()
    if name.isdigit():
        entries = a_week(int(name), in_full=in_full, week=week)
    else:
        entries = read_archive(Path(name).read_text(encoding="utf-8").splitlines(), name=name)
        week = week_of(max(entry.at for entry in entries), config.cut_off)
    spent = {step: _watched(step) for steps in STAGES.values() for step in steps}
    _, yardstick_before = _timed(_yardstick)
    clock, processor = _timed(lambda: whole(entries))
    _, yardstick_after = _timed(_yardstick)
    most = _most_memory()
    stages = {column: math.fsum(math.fsum(spent[step]) for step in steps) for column, steps in STAGES.items()}
    return {
        "entries": len(entries),
        "stages": {**stages, "rest": processor - math.fsum(stages.values())},
        "whole": processor,
        "clock": clock,
        "yardstick": (yardstick_before + yardstick_after) / 2,
        "most": most,
        "memory": most - loaded,
    }


def _watched(step: str) -> list[float]:
    """From now on, the processor's seconds of each call of a step of ``making``."""
    spent: list[float] = []
    work = getattr(making, step)

    def watched(*given: Any, **named: Any) -> Any:
        start = time.process_time()
        found = work(*given, **named)
        spent.append(time.process_time() - start)
        return found

    setattr(making, step, watched)
    return spent


def _yardstick() -> int:
    """About a fifth of a second of what a week is made of: words found in texts, looked up and counted."""
    text = " ".join(f"word{number * 7919 % 20_011} of the" for number in range(40_000))
    counted: Counter[str] = Counter()
    for _ in range(4):
        counted.update(re.findall(r"[^\W_]+", text))
        counted.update(text.split())
    return len(sorted(counted))


def _most_memory() -> float:
    """MB, the most that this process ever had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - clock, time.process_time() - processor


def _exponent(before: dict[str, Any], now: dict[str, Any], what: str) -> str:
    then, later = before[what], now[what]
    if then <= 0:
        return "   -"  # no more than is loaded for any week
    return f"{math.log(later / then) / math.log(now['entries'] / before['entries']):4.2f}"


if __name__ == "__main__":
    main()
