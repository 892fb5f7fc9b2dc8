"""Functions for the isolation suite: well behaved and not. Another process imports them by name."""

import os
import re
import signal
import sys
import time
from pathlib import Path

from newsletter.domain.errors import FeedUnreadable, FetchFailed


def doubled(text: str) -> str:
    return text * 2


def slow(seconds: float) -> str:
    time.sleep(seconds)
    return "slept"


def says(place: str) -> None:
    """Says in a file that it runs, and as which process."""
    Path(place).write_text(str(os.getpid()), encoding="ascii")


def slow_to_say(place: str) -> str:
    """Says the same; then takes its time."""
    says(place)
    time.sleep(60)
    return "slept"


def deep_in_c_code(place: str) -> bool:
    """Says the same, then runs a pattern that goes over everything in every way, without ever coming up for air."""
    says(place)
    return bool(re.match(r"(a|aa)+$", "a" * 200 + "b"))


def greedy(megabytes: int) -> int:
    return len(bytearray(megabytes << 20))


def hoards(megabytes: int) -> int:
    """Keeps what it took, as a leak does."""
    _HOARD.append(bytearray(megabytes << 20))
    return len(_HOARD)


_HOARD: list[bytearray] = []


def wordy(megabytes: int) -> bytes:
    return b"x" * (megabytes << 20)


def process(_: object) -> int:
    return os.getpid()


def unreadable(sentence: str) -> None:
    raise FeedUnreadable(sentence)


def unreachable(sentence: str) -> None:
    raise FetchFailed(sentence, unreachable=True)


def wrong(message: str) -> None:
    raise ValueError(message)


def endless_recursion(depth: int) -> int:
    return endless_recursion(depth + 1)


def leaves(status: int) -> None:
    sys.exit(status)


def dies(status: int) -> None:
    os._exit(status)


def killed_by(number: int) -> None:
    signal.signal(signal.SIGSEGV, signal.SIG_DFL)
    os.kill(os.getpid(), number)
    time.sleep(10)


def unpicklable(_: object) -> object:
    return lambda: None


def talkative(words: str) -> str:
    sys.stdout.write(words)
    sys.stderr.write(words)
    os.write(1, words.encode())
    os.write(2, words.encode())
    return words


def surroundings(_: object) -> dict[str, object]:
    """What a stranger's text could reach from here."""
    descriptors = []
    for entry in Path("/proc/self/fd").iterdir():
        try:
            descriptors.append(str(entry.readlink()))
        except OSError:  # the listing's own
            continue
    return {
        "environment": dict(os.environ),
        "descriptors": sorted(descriptors),
        "folder": str(Path.cwd()),
        "input": sys.stdin.read(),
    }


def where_random_is(_: object) -> str:
    import random

    return str(random.__file__)
