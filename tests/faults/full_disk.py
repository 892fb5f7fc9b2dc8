"""A disk that is really full, for one folder only."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def small_disk(folder: Path, *, kilobytes: int) -> Iterator[bool]:
    """A file system of its own at a folder while the block runs; False where this user may mount none."""
    folder.mkdir()
    mounted = mount(folder, kilobytes=kilobytes)
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", str(folder)], check=True, capture_output=True)


def mount(folder: Path, *, kilobytes: int, again: bool = False) -> bool:
    """Mount it, or give the one that is mounted another size; False where this user may not."""
    options = f"{'remount,' if again else ''}size={kilobytes}k"
    try:
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", options, "letters", str(folder)], check=False, capture_output=True
        )
    except FileNotFoundError:
        return False
    return done.returncode == 0
