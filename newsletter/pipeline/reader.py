"""Reading what strangers wrote, within a budget of time for one round.

Each call may take its seconds, and most take none to speak of. But a site may have hundreds of texts, each of them made
to use up all that a call may take: then a round would last for hours. So slow calls are charged to the site whose text
it was, and a site that has had its share is left for the round.
"""

from collections import defaultdict
from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

from newsletter.domain.errors import CallFailed, NewsletterError
from newsletter.ports import Clock, Isolation

#: Seconds that one call may take.
_CALL = 10.0
#: What takes no longer is charged to nobody: an honest outlet has hundreds of pages too.
_QUICK = timedelta(seconds=1)
#: What the slow texts of one site may take in a round: two calls that use up their time.
_SITE = timedelta(seconds=20)
#: What all slow texts may take in a round; later calls get few seconds, in which an honest text is read all the same.
_ROUND = timedelta(minutes=10)
_FEW = 2.0
#: For so long in a round we wait for processes that do not begin; then every call fails at once, and what it was to
#: read waits for the next round.
_NOT_READY = timedelta(minutes=2)

_Argument = TypeVar("_Argument")
_Result = TypeVar("_Result")


class Reader:
    """Calls functions on strangers' texts for the length of one round."""

    def __init__(self, isolation: Isolation, clock: Clock) -> None:
        """Begin a round: nothing is charged to anybody."""
        self._isolation = isolation
        self._clock = clock
        self._spent: defaultdict[str, timedelta] = defaultdict(timedelta)
        #: Whether the next call has to start its process first, which is nobody's fault.
        self._cold = True
        #: Whose text was read when the process may have ended; None for nobody's.
        self._ended_by: str | None = None
        #: How long we have waited for processes that did not begin, which is nobody's fault either.
        self._not_ready = timedelta()

    def leaves(self, site: str) -> str:
        """Why no more texts of a site are to be read in this round, a sentence; empty where they may be."""
        if self._spent[site] < _SITE:
            return ""
        seconds = _SITE // timedelta(seconds=1)
        whose = f"of {site} " if site else ""
        return f"The texts {whose}took {seconds} seconds to read in this round. What else is of it waits for the next."

    def call(self, function: Callable[[_Argument], _Result], argument: _Argument, *, site: str) -> _Result:
        """What the function makes of the argument, as ``Isolation.call`` has it; a slow call is charged to the site.

        A site that has had its share gets few seconds. Charged is whatever was begun, however it ended; a process that
        starts is charged to nobody but a site whose own text has just failed.

        Raises:
            CallFailed: as there.
            NewsletterError: whatever the function raised of our own errors.
        """
        if self._not_ready >= _NOT_READY:
            raise CallFailed("No process was ready to work on it in this round.", begun=False)
        hurried = self._spent[site] >= _SITE or sum(self._spent.values(), timedelta()) >= _ROUND
        seconds = _FEW if hurried else _CALL
        before = self._clock.now()
        try:
            result = self._isolation.call(function, argument, seconds=seconds)
        except CallFailed as wrong:
            self._failed(site, wrong, took=self._clock.now() - before, seconds=seconds)
            raise
        except NewsletterError:
            # What the function says of the text, and has read it for.
            self._done(site, took=self._clock.now() - before)
            raise
        self._done(site, took=self._clock.now() - before)
        return result

    def _done(self, site: str, *, took: timedelta) -> None:
        if not self._cold or self._ended_by == site:
            self._charge(site, took)
        self._cold = False

    def _failed(self, site: str, wrong: CallFailed, *, took: timedelta, seconds: float) -> None:
        self._cold = True
        self._ended_by = site if wrong.begun else None
        if wrong.begun:
            # By a clock that stands still nobody can tell: then it took all.
            self._charge(site, took or timedelta(seconds=seconds))
        elif _QUICK < took < _ROUND:
            self._not_ready += took

    def _charge(self, site: str, took: timedelta) -> None:
        # No call takes minutes: such a time is that of a clock which was put right meanwhile.
        if _QUICK < took < _ROUND:
            self._spent[site] += took
