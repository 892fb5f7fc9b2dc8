"""Two drafts of one week, compared: what another rule would have changed.

Stories are found anew under each rule, so they are told to be the same by their entries: a story of one draft is that
story of the other with which it shares most.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from newsletter.domain.issue import Issue, Told
from newsletter.domain.story import RankedStory, StoryId
from newsletter.draft.headline import choose


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that another rule changes."""

    #: ``in``, ``out``, ``moved``, ``headline``, ``blurb``, ``section`` or ``grouped``.
    what: str
    #: The story's headline: as the other draft has it, or for one that is out as this one has it.
    headline: str
    #: What was and what would be, for a person.
    before: str
    after: str

    def __str__(self) -> str:
        """One line.

        >>> print(Change(what="moved", headline="Senate passes the budget", before="place 3", after="place 1"))
        moved: Senate passes the budget (place 3 → place 1)
        """
        return f"{self.what}: {self.headline} ({self.before} → {self.after})"


def compare(one: Issue, other: Issue) -> tuple[Change, ...]:
    """What differs in the second draft of a week: stories in and out, then what became of those in both.

    Of stories that are in neither letter only that they were grouped otherwise is told, and only where one of them has
    two entries or more.
    """
    return (*_letters(one, other), *_groups(one, other))


def _letters(one: Issue, other: Issue) -> Iterator[Change]:
    before, after = list(one.told()), list(other.told())
    twins = _twins(after, before)
    stayed = set(twins.values())
    places = {told.id: place for place, told in enumerate(before, 1)}
    for place, told in enumerate(after, 1):
        if told.id not in twins:
            yield Change(what="in", headline=told.headline, before=_why_not(told.ranked, one), after=f"place {place}")
    for told in before:
        if told.id not in stayed:
            yield Change(
                what="out",
                headline=told.headline,
                before=f"place {places[told.id]}",
                after=_why_not(told.ranked, other),
            )
    known = {told.id: told for told in before}
    for place, told in enumerate(after, 1):
        if told.id in twins:
            was = known[twins[told.id]]
            yield from _retold(was, told, places[was.id], place)


def _retold(was: Told, told: Told, place: int, now: int) -> Iterator[Change]:
    facts = (
        ("moved", f"place {place}", f"place {now}"),
        ("headline", was.headline, told.headline),
        ("section", was.section, told.section),
        ("blurb", " ".join(s.text for s in was.blurb), " ".join(s.text for s in told.blurb)),
    )
    for what, before, after in facts:
        if before != after:
            yield Change(what=what, headline=told.headline, before=before or "none", after=after or "none")


def _twins(stories: list[Told], others: list[Told]) -> Mapping[StoryId, StoryId]:
    """For each story the one of the others with which it shares most entries, each other at most once; ties by id."""
    holds = {entry.id: other.id for other in others for entry in other.ranked.story.entries}
    shared = [
        (-n, told.id, twin)
        for told in stories
        for twin, n in Counter(holds[e.id] for e in told.ranked.story.entries if e.id in holds).items()
    ]
    found: dict[StoryId, StoryId] = {}
    for _, story, twin in sorted(shared):
        if story not in found and twin not in found.values():
            found[story] = twin
    return found


def _why_not(ranked: RankedStory, issue: Issue) -> str:
    """Why a letter does not tell what a story of another draft tells."""
    ids = {entry.id for entry in ranked.story.entries}
    held = [(-len(ids & {e.id for e in each.story.entries}), each.rank, each) for each in issue.ranked]
    shared, _, each = min(held, key=lambda row: row[:2], default=(0, 0, ranked))
    if not shared:
        return "in no story"
    why = issue.passed_over.get(each.story.id, "told as part of another story")
    return f"rank {each.rank}: {why}"


def _groups(one: Issue, other: Issue) -> Iterator[Change]:
    """Stories of two or more entries that the other draft does not have as they are."""
    before = {ranked.story.id: ranked for ranked in one.ranked}
    home = {entry.id: ranked.story.id for ranked in one.ranked for entry in ranked.story.entries}
    for ranked in sorted(other.ranked, key=lambda each: (each.rank, each.story.id)):
        entries = ranked.story.entries
        if ranked.story.id in before or len(entries) < 2:
            continue
        parts = Counter(home[entry.id] for entry in entries if entry.id in home)
        sizes = sorted((len(before[story].story.entries) for story in parts), reverse=True)
        was = f"{len(sizes)} {'story' if len(sizes) == 1 else 'stories'} of {' and '.join(map(str, sizes))}"
        headline, _ = choose(ranked.story)
        yield Change(what="grouped", headline=headline, before=was, after=f"one of {len(entries)}")
