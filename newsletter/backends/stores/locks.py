"""A lock between processes that nobody has to clean up after: the system lets go of it when its holder dies."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold a lock file while the block runs, against other processes and other threads; it is gone afterwards.

    Raises:
        BlockingIOError: it is held already.
        OSError: the file cannot be made.
    """
    import fcntl  # not on Windows, where the rest of the store works

    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # The holder before us may have removed the file between our opening and our locking it: then we hold
            # a file without a name, and the next to come would hold another.
            if not _is_still(path, handle):
                continue
            try:
                yield
            finally:
                path.unlink(missing_ok=True)
        finally:
            os.close(handle)
        return


def _is_still(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False
