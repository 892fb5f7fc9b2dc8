"""The process that isolation.py starts: it calls what it is told to, one call after the other, until told no more.

It is run as a file by a fresh interpreter (``python -I``), so that neither the current folder nor the environment
decides what it imports. Its arguments are the pipe to read, the pipe to write, how many megabytes a call may take above
what the process takes at rest, and where modules are found.

A request is a pickled (function, argument); an answer is a tag of one byte, and what that tag says. Before either
stands its length, eight bytes, the greatest first. Whoever started it holds a line besides, at whose end the kernel
kills it (isolation.py).
"""

import os
import pickle
import resource
import signal
import struct
import sys
from pathlib import Path
from typing import BinaryIO, Protocol

LENGTH = struct.Struct(">Q")

#: The function is found and its argument read: from here on its seconds count. Nothing follows.
STARTED = b"s"
#: What the function made, pickled.
RESULT = b"r"
#: An error of our own that the function raised, pickled.
OWN_ERROR = b"e"
#: What went wrong otherwise, a sentence's middle in UTF-8.
FAILED = b"f"
#: The memory did not do. Nothing follows, and the process ends.
TOO_MUCH_MEMORY = b"m"

#: An answer may be so many bytes.
MOST_BYTES = 64 * 1024 * 1024


class _Function(Protocol):
    __module__: str
    __qualname__: str

    def __call__(self, argument: object, /) -> object: ...


def main() -> None:
    """Serve until the other side closes the pipe."""
    # Ctrl-C goes to every process of a terminal. Whoever started us decides what becomes of us.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    reads, writes, megabytes, *paths = sys.argv[1:]
    sys.path[:] = paths
    limit = _MemoryLimit(int(megabytes))
    with open(int(reads), "rb") as requests, open(int(writes), "wb", buffering=0) as answers:  # noqa: PTH123 - numbers
        while len(header := requests.read(LENGTH.size)) == LENGTH.size:
            request = requests.read(*LENGTH.unpack(header))
            tag, payload = _answer(request, answers, limit)
            _send(answers, tag, payload)
            if tag == TOO_MUCH_MEMORY:
                return


class _MemoryLimit:
    """Bounds the address space; counted anew for each function, once that is imported."""

    def __init__(self, megabytes: int) -> None:
        self._above = megabytes * 1024 * 1024
        self._known: set[str] = set()

    def set_for(self, function: _Function) -> None:
        """Bound what a call of the function may take. A leak does not raise the bound, since it is set but once."""
        name = f"{function.__module__}.{function.__qualname__}"
        statistics = Path("/proc/self/statm")
        if name in self._known or not statistics.exists():  # Elsewhere than on Linux time alone is bounded.
            return
        self._known.add(name)
        resting = int(statistics.read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        wanted = resting + self._above
        resource.setrlimit(resource.RLIMIT_AS, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most))


def _answer(request: bytes, answers: BinaryIO, limit: _MemoryLimit) -> tuple[bytes, bytes]:
    from newsletter.domain.errors import NewsletterError

    try:
        function, argument = pickle.loads(request)  # noqa: S301 - of the process that started us
        limit.set_for(function)
        _send(answers, STARTED, b"")
        payload = pickle.dumps(function(argument), pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        return TOO_MUCH_MEMORY, b""
    except NewsletterError as ours:
        return _own(ours)
    except BaseException as wrong:  # noqa: BLE001 - whatever it is, the next call is to find us here
        return FAILED, _described(wrong)
    if len(payload) > MOST_BYTES:
        return FAILED, f"it made {len(payload) >> 20} MB, more than {MOST_BYTES >> 20} MB".encode()
    return RESULT, payload


def _own(error: Exception) -> tuple[bytes, bytes]:
    try:
        return OWN_ERROR, pickle.dumps(error, pickle.HIGHEST_PROTOCOL)
    except Exception:  # noqa: BLE001 - an error may carry anything
        return FAILED, _described(error)


def _described(error: BaseException) -> bytes:
    """An exception in a line: its type, and the beginning of what it says."""
    try:
        says = " ".join(str(error)[:500].split())
    except Exception:  # noqa: BLE001 - an error's own words may fail too
        says = ""
    shortened = says if len(says) <= 200 else says[:199].rstrip() + "…"
    return f"{type(error).__name__}{f': {shortened}' if shortened else ''}".encode(errors="replace")


def _send(answers: BinaryIO, tag: bytes, payload: bytes) -> None:
    rest = memoryview(LENGTH.pack(len(payload) + 1) + tag + payload)
    try:
        while rest:
            rest = rest[answers.write(rest) :]
    except BrokenPipeError:
        # Nobody waits for it any more.
        os._exit(0)


if __name__ == "__main__":
    main()
