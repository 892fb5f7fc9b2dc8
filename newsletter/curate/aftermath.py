"""Aftermath: what became of what was told: leaders that have gone quiet, and what outlets got wrong."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from newsletter.curate.continuity import GoingOn
from newsletter.domain.continuity import Continuity, Correction, PastIssue, Quiet
from newsletter.domain.entry import Entry, EntryId
from newsletter.domain.story import RankedStory, Story, StoryId

#: So many stories of the letter before are looked after.
LEADERS = 3


def aftermath(
    ranked: Sequence[RankedStory],
    going_on: GoingOn,
    *,
    picked: Sequence[StoryId],
    seen_again: Iterable[Entry] = (),
) -> Continuity:
    """All that an issue keeps of how it goes on from earlier ones; arguments as for ``corrections``.

    How a story goes on is told of every story, what has changed only of the letter's.
    """
    chosen = frozenset(picked)
    since = {each.story.id: going_on.since(each.story, changed=each.story.id in chosen) for each in ranked}
    return Continuity(
        storylines=going_on.storylines,
        since={story: standing for story, standing in since.items() if standing is not None},
        profiles=going_on.profiles,
        quiet=quiet((each.story for each in ranked), going_on, picked=chosen),
        corrections=corrections(ranked, going_on, picked=picked, seen_again=seen_again),
    )


def quiet(stories: Iterable[Story], going_on: GoingOn, *, picked: Collection[StoryId]) -> tuple[Quiet, ...]:
    """The first stories of the letter before, of which this week neither the letter nor two newsrooms had anything.

    In that letter's reading order. To say that there is no news is bold: a faint likeness is enough to keep silent.
    """
    if not going_on.past:
        return ()
    heard = set()
    for story in stories:
        if len(story.families) > 1 or story.id in picked:
            heard |= {going_on.storylines[story.id], *going_on.like.get(story.id, ())}
    before = going_on.past[0]
    leaders = sorted(before.stories, key=lambda past: past.place)[:LEADERS]
    silent = {past.storyline: past for past in reversed(leaders) if past.storyline not in heard}
    return tuple(
        Quiet(storyline=past.storyline, headline=past.headline, issue=before.number)
        for past in sorted(silent.values(), key=lambda past: past.place)
    )


def corrections(
    ranked: Iterable[RankedStory],
    going_on: GoingOn,
    *,
    picked: Sequence[StoryId],
    seen_again: Iterable[Entry] = (),
) -> tuple[Correction, ...]:
    """What outlets say that they got wrong, of this letter's stories in their order, then of earlier letters'.

    An earlier letter's story is meant where it was told by the entry, or where the entry's story goes on from it.

    Args:
        ranked: every story of the week.
        going_on: how they go on from earlier letters.
        picked: the letter's stories in reading order.
        seen_again: entries of earlier weeks as they stand now.
    """
    place = {story: number for number, story in enumerate(picked)}
    ordered = sorted(ranked, key=lambda each: (place.get(each.story.id, len(place)), each.rank, each.story.id))
    found: dict[tuple[str, str], Correction] = {}
    for entry, story in [
        *((entry, each.story) for each in ordered for entry in each.story.entries),
        *((entry, None) for entry in sorted(seen_again, key=lambda entry: (entry.at, entry.id))),
    ]:
        if not entry.corrections:
            continue
        issue = _told_by(entry.id, going_on.past)
        if issue is None and story is not None and story.id not in place:
            issue = _told_line(story.id, going_on)
        if issue is None and (story is None or story.id not in place):
            continue
        for text in entry.corrections:
            found.setdefault(
                (entry.outlet, text),
                Correction(entry=entry.id, outlet=entry.outlet, url=entry.url, text=text, issue=issue),
            )
    return tuple(found.values())


def _told_by(entry: EntryId, past: Sequence[PastIssue]) -> int | None:
    """The newest letter that a story was told in by this entry."""
    return next((issue.number for issue in past for story in issue.stories if entry in story.entries), None)


def _told_line(story: StoryId, going_on: GoingOn) -> int | None:
    """The newest letter that told what a story goes on from."""
    line = going_on.goes_on.get(story)
    return next(_numbers(line, going_on.past), None) if line else None


def _numbers(line: str, past: Sequence[PastIssue]) -> Iterator[int]:
    return (issue.number for issue in past for story in issue.stories if story.storyline == line)
