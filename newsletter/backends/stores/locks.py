"""A lock between processes that nobody has to clean up after: the system lets go of it when its holder dies."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from newsletter.domain.errors import Refused, StoreUnavailable


@contextmanager
def alone(store: Path, doing: str, *, busy: str) -> Iterator[None]:
    """Hold one kind of work on a store while the block runs, by a lock file beside it.

    Args:
        store: the store's file; two names of one file are one store.
        doing: names the work, in the lock's name.
        busy: what to say where another process or thread holds it.

    Raises:
        Refused: another holds it.
        StoreUnavailable: the lock's file cannot be made.
    """
    path = store.resolve()
    lock = path.with_name(f"{path.name}-{doing}.lock")
    with ExitStack() as stack:
        try:
            stack.enter_context(held(lock))
        except BlockingIOError:
            raise Refused(busy) from None
        except OSError as wrong:
            raise StoreUnavailable(
                f"The lock {lock} cannot be made: {wrong.strerror}. Give this user the right to write its folder."
            ) from wrong
        yield


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
