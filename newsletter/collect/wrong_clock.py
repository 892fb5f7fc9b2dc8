"""Whether this machine's clock may be wrong, as far as earlier looks and other people's dates can tell.

A machine without a battery begins in 1970, or where it was when it was last switched off. To a clock that is behind,
honest dates lie in the future and are not believed. Nothing is refused for it: a clock that was once ahead, for an
hour, would then stop all collecting for years. What was taken for undated gets its date once the clock is right
(``due.how_known``), and whoever runs the machine is told.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

#: Rounds of two machines, and a change of the hour, may lie so far apart.
_APART = timedelta(days=1)
#: So many feeds do not make the same mistake.
_SEVERAL = 3


def doubts(earlier: Iterable[datetime], read: Iterable[tuple[int, int]], *, now: datetime) -> str:
    """What speaks against the clock, in sentences; empty where nothing does.

    Args:
        earlier: when feeds were asked before this round; aware.
        read: of each feed that was read in this round, how many entries it has and how many of them it dates ahead.
        now: what the clock says; aware.
    """
    latest = max(earlier, default=now)
    if latest > now + _APART:
        return (
            f"The clock says {_said(now)}, but feeds were asked as late as {_said(latest)}: it is wrong now, or was "
            "then. See that this machine sets its clock by the network. Until it is right, news may go undated."
        )
    mostly_ahead = [ahead * 2 > entries for entries, ahead in read if entries]
    if sum(mostly_ahead) >= max(_SEVERAL, len(mostly_ahead) / 2):
        return (
            f"The clock says {_said(now)}, but {sum(mostly_ahead)} of {len(mostly_ahead)} feeds date most of their "
            "entries later: it is probably behind. See that this machine sets its clock by the network. Entries that "
            "go undated for it get their dates once it is right."
        )
    return ""


def _said(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
