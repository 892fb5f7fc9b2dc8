"""How long one ask may take in all, and how to end it early.

A read timeout starts anew with every byte, so a server that sends its headers one by one could hold us for as long as
it likes. So no wait, whatever for, is longer than what is left of the whole.
"""

import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self


class TooLate(Exception):
    """The time is over, or somebody hung up."""


class Deadline:
    """Counts down within ``with`` only: waiting for one's turn costs no time."""

    def __init__(self, seconds: float) -> None:
        """``seconds``: how long all the blocks together may take."""
        self._seconds = seconds
        #: Seconds that the blocks that are over took.
        self.spent = 0.0
        self._started: float | None = None
        #: One thread talks; another may hang up.
        self._lock = threading.Lock()
        self._endings: list[Callable[[], None]] = []

    @property
    def left(self) -> float:
        """Seconds until it is over; never negative."""
        started = self._started
        return max(0.0, self._seconds - (0 if started is None else time.monotonic() - started))

    def within(self, seconds: float | None) -> float:
        """How long to wait for something that may take so many seconds; more than zero.

        Raises:
            TooLate: there is no time left.
        """
        left = self.left
        if not left:
            raise TooLate
        return left if seconds is None else min(seconds, left)

    def ends(self, ending: Callable[[], None]) -> None:
        """Hear of something to call when somebody hangs up; it is called at once where somebody did."""
        with self._lock:
            self._endings.append(ending)
            over = self._seconds < 0
        if over:
            ending()

    def hang_up(self) -> None:
        """End it now, from whatever thread: who waits for a server wakes up and finds that it is too late."""
        with self._lock:
            self._seconds = -1
            endings = [*self._endings]
        for ending in endings:
            ending()

    def __enter__(self) -> Self:
        self._started = time.monotonic()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._lock:
            self.spent += 0 if self._started is None else time.monotonic() - self._started
            if self._seconds >= 0:
                self._seconds = self.left
            self._started = None
            self._endings.clear()
