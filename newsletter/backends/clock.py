"""The one place that reads the time."""

import time
from datetime import UTC, datetime


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """This moment, UTC."""
        return datetime.now(UTC)

    def pause(self, seconds: float) -> None:
        """Wait; nothing for zero or less."""
        if seconds > 0:
            time.sleep(seconds)


class FixedClock:
    """Always the same moment: for a recorded week, and for tests. It never waits, but remembers for how long."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment
        #: Seconds that it was asked to wait.
        self.paused = 0.0

    def now(self) -> datetime:
        """The moment it was made with."""
        return self._moment

    def pause(self, seconds: float) -> None:
        """Let that much time go by at once."""
        self.paused += max(0.0, seconds)
