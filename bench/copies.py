"""How well reprints of one text are told from reports of one event, and how long that takes.

    python bench/copies.py [ENTRIES.jsonl ...]

Prints, for the pairs of ``tests/reprints.py``, how many reprints are found and how many reports of rivals are taken for
reprints; then the time and memory for 5,000 entries of 600 words, a third of them copies. For each archive that is
named besides it prints the copies that were found in it.
"""

import random
import resource
import sys
import time
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from newsletter.collect.archive import read_archive
from newsletter.collect.copies import with_copies
from newsletter.collect.shingles import containment, shingles
from newsletter.domain.entry import Entry
from tests.builders import NOON, an_entry
from tests.reprints import EVENTS, reprints, rivals

ENTRIES, WORDS, OUTLETS = 5_000, 600, 200


def joined(pair: Iterable[Entry]) -> bool:
    return any(entry.copy_of for entry in with_copies(pair))


def in_common(pair: Iterable[Entry]) -> float:
    return containment(*shingles(entry.text for entry in pair))


def a_week() -> list[Entry]:
    """Texts of made-up words, as often as words are in a language; a third of the entries are cut copies."""
    dice = random.Random(5)
    vocabulary = ["".join(dice.choice("bdfglmnprst") + dice.choice("aeiou") for _ in range(3)) for _ in range(20_000)]
    weights = [1 / (place + 3) for place in range(len(vocabulary))]
    own = ENTRIES * 2 // 3
    texts = []
    for _ in range(own):
        running = dice.choices(vocabulary, weights, k=WORDS)
        texts.append(". ".join(" ".join(running[place : place + 20]) for place in range(0, WORDS, 20)))
    texts += [text[: len(text) * dice.randint(4, 10) // 10] for text in dice.choices(texts[:400], k=ENTRIES - own)]
    return [
        an_entry(f"e{n}", content=text, outlet=f"Outlet {n % OUTLETS}", at=NOON + timedelta(seconds=n))
        for n, text in enumerate(texts)
    ]


def main(archives: list[str]) -> None:
    copies = [pair for event in EVENTS for pair in reprints(event)]
    reports = [pair for event in EVENTS for pair in rivals(event)]
    print(f"reprints found: {sum(map(joined, copies))} of {len(copies)}")
    print(f"reports of rivals taken for reprints: {sum(map(joined, reports))} of {len(reports)}")
    print(f"most that two rivals have in common: {max(map(in_common, reports)):.2f}; least of a reprint: ", end="")
    print(f"{min(map(in_common, copies)):.2f}")

    week = a_week()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    found = sum(entry.copy_of is not None for entry in with_copies(week))
    seconds = time.process_time() - start
    more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"{ENTRIES:,} entries of {WORDS} words: {seconds:.1f} CPU seconds, {more:.0f} MB more, {found:,} copies")

    for archive in archives:
        with Path(archive).open(encoding="utf-8") as lines:
            entries = with_copies(read_archive(lines, name=archive))
        by_id = {entry.id: entry for entry in entries}
        for entry in entries:
            if entry.copy_of:
                original = by_id[entry.copy_of]
                print(f"{entry.outlet}: {entry.title}\n    is {original.outlet}'s: {original.title}")


if __name__ == "__main__":
    main(sys.argv[1:])
