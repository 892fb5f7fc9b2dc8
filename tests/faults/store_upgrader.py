"""Upgrades stores and is killed meanwhile, each time a little later. Says after each how it ended.

Run as ``python -m tests.faults.store_upgrader FOLDER MOMENTS [OLDER]``; the stores are ``0.db``, ``1.db``, and so on:
new ones, or copies of an older one.
"""

import os
import shutil
import signal
import sys
import time
from pathlib import Path

from newsletter.backends.stores import open_stores


def upgrade(path: Path) -> None:
    stores = open_stores(f"sqlite:///{path}")
    stores.keeper.upgrade()
    stores.close()


def main(folder: Path, moments: int, older: Path | None = None) -> None:
    if older:
        for name in ("loaded", "timed", *range(moments)):
            shutil.copyfile(older, folder / f"{name}.db")
    # The first loads what an upgrade needs, the second shows how long one takes.
    upgrade(folder / "loaded.db")
    begun = time.perf_counter()
    upgrade(folder / "timed.db")
    whole = time.perf_counter() - begun
    for moment in range(moments):
        child = os.fork()
        if not child:
            # Nobody handles the alarm, so it ends the process wherever it is, also in the middle of a write.
            signal.setitimer(signal.ITIMER_REAL, whole * (moment + 0.5) / moments)
            upgrade(folder / f"{moment}.db")
            os._exit(0)
        _, ended = os.waitpid(child, 0)
        print("killed" if os.WIFSIGNALED(ended) else "done", flush=True)  # noqa: T201 - the test reads it


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), *map(Path, sys.argv[3:]))
