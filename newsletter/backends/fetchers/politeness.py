"""Whose turn it is: few connections to a host, each resting between two requests, and no host waiting for another."""

import heapq
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Generic, TypeVar

Item = TypeVar("Item")


@dataclass(slots=True)
class _Host(Generic[Item]):
    waiting: deque[Item] = field(default_factory=deque)
    #: For each connection that nothing calls for: the moment from which it is rested.
    idle: list[float] = field(default_factory=list)
    #: Connections that are called for and wait until they are rested.
    called: int = 0
    busy: int = 0


class Turns(Generic[Item]):
    """Items that wait for their host. It is told the time, in seconds of a clock that never goes back."""

    def __init__(self, *, per_host: int, pause: float, resting: Mapping[str, list[float]]) -> None:
        """Begin without items.

        Args:
            per_host: connections at once to one host.
            pause: seconds that each rests after a request.
            resting: hosts of earlier rounds, and the moments from which their connections are rested.
        """
        self._per_host = per_host
        self._pause = pause
        self._resting = resting
        self._hosts: dict[str, _Host[Item]] = {}
        #: (moment, order, host) of each connection that is called for.
        self._called: list[tuple[float, int, str]] = []
        self._order = count()

    def add(self, item: Item, host: str, *, next_one: bool = False) -> None:
        """Let an item wait for its host, behind the others or as the next one."""
        known = self._hosts.get(host)
        if known is None:
            rests = sorted(self._resting.get(host, ()))[-self._per_host :]
            known = self._hosts[host] = _Host(idle=[0.0] * (self._per_host - len(rests)) + rests)
        if next_one:
            known.waiting.appendleft(item)
        else:
            known.waiting.append(item)
        self._call(host, known)

    def take(self, now: float) -> Item | None:
        """The item whose turn it is, if any; its host's connection is busy until ``done``."""
        while self._called and self._called[0][0] <= now:
            moment, _, name = heapq.heappop(self._called)
            host = self._hosts[name]
            host.called -= 1
            if host.waiting:
                host.busy += 1
                return host.waiting.popleft()
            host.idle.append(moment)
        return None

    def until_next(self, now: float) -> float | None:
        """Seconds until ``take`` may have something; None where that takes a ``done`` or an ``add`` first."""
        return max(0.0, self._called[0][0] - now) if self._called else None

    def done(self, host: str, now: float, *, hurried: bool) -> None:
        """A host's connection is free again; where hurried, without a rest."""
        known = self._hosts[host]
        known.busy -= 1
        known.idle.append(now if hurried else now + self._pause)
        self._call(host, known)

    def drop(self, which: Callable[[Item], bool]) -> list[Item]:
        """Take out the items that need not wait any more, in order of their hosts."""
        dropped: list[Item] = []
        for host in self._hosts.values():
            gone = [item for item in host.waiting if which(item)]
            if gone:
                host.waiting = deque(item for item in host.waiting if not which(item))
                dropped += gone
        return dropped

    def resting(self, now: float) -> dict[str, list[float]]:
        """The hosts whose connections are not all rested; one that is busy rests from now on."""
        moments = {name: [*host.idle, *[now + self._pause] * host.busy] for name, host in self._hosts.items()}
        for moment, _, name in self._called:
            moments[name].append(moment)
        tired = {name: [moment for moment in each if moment > now] for name, each in moments.items()}
        return {name: each for name, each in tired.items() if each}

    def _call(self, name: str, host: _Host[Item]) -> None:
        if host.idle and host.called < len(host.waiting):
            moment = min(host.idle)
            host.idle.remove(moment)
            host.called += 1
            heapq.heappush(self._called, (moment, next(self._order), name))
