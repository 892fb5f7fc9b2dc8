"""How many planted faults the gate catches, by kind, and how many faithful sentences it lets pass.

    python bench/quality/gate.py [--misses] [FILE ...]

FILE is the stem of a file in tests/faithful; all of them by default.
"""

import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from newsletter.collect.boilerplate import furniture  # noqa: E402
from newsletter.collect.sentences import sentences  # noqa: E402
from newsletter.draft.faithful import faults  # noqa: E402
from tests.faithful.reading import HERE, trials  # noqa: E402


def main() -> None:
    misses = "--misses" in sys.argv
    names = [a for a in sys.argv[1:] if not a.startswith("-")] or sorted(p.stem for p in HERE.glob("*.toml"))
    planted: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    for name in names:
        tally: Counter[str] = Counter()
        for trial in trials(name):
            found = faults(trial.claim, trial.sources, split=sentences, furniture=furniture)
            if trial.planted:
                planted[trial.planted] += 1
                caught[trial.planted] += bool(found)
                tally["faults"] += 1
                tally["caught"] += bool(found)
            else:
                tally["faithful"] += 1
                tally["passed"] += not found
            if misses and bool(found) != bool(trial.planted):
                print(f"{trial.planted or 'FAITHFUL':16} {trial.claim.text}")
                for fault in found:
                    print(f"    {fault.rule}: {fault.message}")
        print(
            f"{name:12} caught {tally['caught']}/{tally['faults']} = {tally['caught'] / max(1, tally['faults']):.3f}"
            f"   passed {tally['passed']}/{tally['faithful']} = {tally['passed'] / max(1, tally['faithful']):.3f}"
        )
        whole += tally
    if not misses:
        for kind in sorted(planted):
            print(f"    {kind:18} {caught[kind]:3d} of {planted[kind]:3d}")
    print(
        f"all          caught {whole['caught']}/{whole['faults']} = {whole['caught'] / max(1, whole['faults']):.3f}"
        f"   passed {whole['passed']}/{whole['faithful']} = {whole['passed'] / max(1, whole['faithful']):.3f}"
    )


if __name__ == "__main__":
    main()
