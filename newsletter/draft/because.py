"""Because: why a story has its place, as counts that an editor can check and one line that states them.

The signals of the rank are numbers between 0 and 1; nobody edits by those. Here they are what they were made of:
newsrooms, days, places. What is not known is not stated.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from newsletter.domain.story import RankedStory

#: A story among the first so many of a feed, when it was first seen, is on that outlet's front page.
FRONT_PAGE = 3
_DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a story's rank rests on, in plain counts."""

    #: Newsrooms that told it in words of their own; at least 1.
    newsrooms: int
    #: Newsrooms that there were; None where nobody counted.
    of: int | None = None
    #: Days of the week's seven on which two newsrooms told it (one, in a week of one newsroom); 0 for none.
    days: int = 0
    #: Outlets that had it among the first ``FRONT_PAGE`` of their feed; None where no entry has a place.
    front_pages: int | None = None
    #: Outlets that had it first of all; never more than ``front_pages``.
    leads: int = 0
    #: Days after the first that brought new facts.
    developments: int = 0
    #: Whether more newsrooms' headlines tell something decided than only talk.
    decided: bool = False
    #: Whether more newsrooms' headlines only talk than tell something decided.
    talk: bool = False
    #: Whether, of several newsrooms, all that are rated stand on one side.
    one_sided: bool = False
    #: The headline of the earlier step of its matter in whose place it stands; empty for none.
    instead: str = ""
    #: The penalties that lessened the score: the words of ``curate.penalties.PENALTIES``, in that order.
    penalties: tuple[str, ...] = ()


def facts(ranked: RankedStory, *, of: int | None = None, instead: str = "") -> Facts:
    """The counts behind a story's rank.

    Args:
        ranked: the story; days and developments are read off its ``why``, which holds them as shares.
        of: the newsrooms that there were.
        instead: the headline of the earlier step of its matter in whose place it stands.
    """
    why = ranked.why
    best: dict[str, int] = {}
    for entry in ranked.story.entries:
        if entry.position is not None:
            best[entry.outlet] = min(entry.position, best.get(entry.outlet, entry.position))
    newsrooms = len(ranked.story.voices)
    consequence = why.get("consequence", 0.5)
    return Facts(
        newsrooms=newsrooms,
        of=of,
        days=round(why.get("duration", 0.0) * _DAYS),
        front_pages=sum(place <= FRONT_PAGE for place in best.values()) if best else None,
        leads=sum(place <= 1 for place in best.values()),
        developments=round(why.get("developments", 0.0) * (_DAYS - 1)),
        decided=consequence > 0.5,
        talk=consequence < 0.5,
        one_sided=newsrooms > 1 and why.get("spread") == 0,
        instead=instead,
        penalties=tuple(name for name in _LESSENED if name in why),
    )


def because(known: Facts) -> str:
    """Such as ``14 newsrooms, 5 days, front page at 9``: English, without a full stop.

    >>> because(Facts(newsrooms=14, days=5, front_pages=9))
    '14 newsrooms, 5 days, front page at 9'
    """
    return ", ".join(_clauses(known))


#: Penalty to how it is said.
_LESSENED = {
    "opinion only": "told by opinion or live pages only, so it counts half",
    "mostly opinion": "mostly opinion, so it counts less",
    "mostly teasers": "mostly headed by questions and teasers, so it counts less",
    "undated": "without a date, so it counts less",
}


def _clauses(known: Facts) -> Iterator[str]:
    count = f"{known.newsrooms}" if known.of is None else f"{known.newsrooms} of {known.of}"
    yield f"{count} {'newsroom' if (known.of or known.newsrooms) == 1 else 'newsrooms'}"
    if known.days:
        yield "1 day" if known.days == 1 else f"{known.days} days"
    if known.front_pages:
        first = f" (first at {known.leads})" if known.leads else ""
        yield f"front page at {known.front_pages}{first}"
    if known.developments:
        yield f"new facts on {'1 later day' if known.developments == 1 else f'{known.developments} later days'}"
    if known.decided:
        yield "something decided"
    if known.talk:
        yield "mostly talk"
    if known.one_sided:
        yield "one side only"
    for penalty in known.penalties:
        yield _LESSENED.get(penalty, penalty)
    if known.instead:
        yield f"a later step of the same matter as “{known.instead}”, and in its place"
