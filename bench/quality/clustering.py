"""How well the product groups entries into events, measured against known events.

    python bench/quality/clustering.py ENTRIES.jsonl GOLD.json [ENTRIES.jsonl GOLD.json ...]

ENTRIES.jsonl is an archive of entries; GOLD.json maps entry ids to events, for some or all of them (the others are
clustered along and not scored). Prints a table. docs/quality.md says where to get such data, and has the figures.

Pairwise F1 asks of every two entries whether they rightly stand together or apart; `exact` is the share of events
of two or more entries that came out as one story with nothing missing and nothing added.
"""

import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from pathlib import Path

from newsletter.collect.archive import read_archive
from newsletter.collect.copies import with_copies
from newsletter.curate.cluster import cluster


def pairwise_f1(events: Mapping[str, str], stories: Mapping[str, str]) -> float:
    """The harmonic mean of precision and recall over pairs of the entries that `events` names."""
    found = _pairs(stories[entry] for entry in events)
    true = _pairs(events.values())
    right = _pairs((event, stories[entry]) for entry, event in events.items())
    return 2 * right / (found + true) if found + true else 1.0


def exact(events: Mapping[str, str], stories: Mapping[str, str]) -> float:
    """The share of events of two or more entries that are one story, neither more nor less."""
    wanted = [members for members in _groups(events) if len(members) > 1]
    given = set(_groups({entry: stories[entry] for entry in events}))
    return sum(members in given for members in wanted) / len(wanted) if wanted else 1.0


def _pairs(labels: Iterable[Hashable]) -> int:
    return sum(count * (count - 1) // 2 for count in Counter(labels).values())


def _groups(labels: Mapping[str, str]) -> list[frozenset[str]]:
    groups = defaultdict(set)
    for entry, label in labels.items():
        groups[label].add(entry)
    return [frozenset(members) for members in groups.values()]


def main(arguments: list[str]) -> None:
    if not arguments or len(arguments) % 2:
        sys.exit(__doc__)
    print(f"{'set':<24} {'entries':>7} {'events':>6} {'pair F1':>8} {'exact':>6} {'seconds':>8}")
    for archive, gold in zip(arguments[::2], arguments[1::2], strict=True):
        with Path(archive).open(encoding="utf-8") as lines:
            entries = read_archive(lines, name=archive)
        events = json.loads(Path(gold).read_text(encoding="utf-8"))
        start = time.perf_counter()
        stories: dict[str, str] = {
            entry.id: story.id for story in cluster(with_copies(entries)) for entry in story.entries
        }
        seconds = time.perf_counter() - start
        known = {entry: event for entry, event in events.items() if entry in stories}
        if len(known) < len(events):
            print(f"{len(events) - len(known)} entries of {gold} are not in {archive}", file=sys.stderr)
        print(
            f"{Path(archive).parent.name:<24} {len(entries):>7} {len(set(known.values())):>6} "
            f"{pairwise_f1(known, stories):>8.3f} {exact(known, stories):>6.3f} {seconds:>8.1f}"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
