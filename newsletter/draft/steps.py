"""Steps: whether one story tells a later step of the matter that another tells.

Charged on Monday, acquitted on Thursday: where these come as two stories, a letter with the first alone would tell its
readers what is no longer so. Only what titles state counts; reactions and commentary state no stage of their own.
"""

from collections.abc import Iterable

from newsletter.domain.entry import Entry
from newsletter.domain.story import Story
from newsletter.draft.telling.figures import figures
from newsletter.draft.telling.statuses import is_first, latest, statuses

#: Of the newsrooms that tell a story, so many state its stage where that is what the story is about.
_MOST = 0.5
#: A count of these replaces an older one. Other numbers of two stories may count different things.
_TOLLS = frozenset({"dead", "hurt", "missing", "displaced"})


def denies(later: Story, earlier: Story) -> bool:
    """Whether a story states a stage that denies or goes beyond the one which the earlier story's titles state.

    So it is where at least half of its newsrooms state that stage, and no title of the earlier story does. Which of the
    two is the later, and that they are on one matter, is for the caller to know.
    """
    status = latest(Story.of((*earlier.entries, *later.entries)))
    if status is None or _ids(earlier) & status.entries or not _ids(earlier) & status.overtaken:
        return False
    return _share(later, _ids(later) & status.entries) >= _MOST


def closes(later: Story, earlier: Story) -> bool:
    """Whether a story settles what the earlier one has left open; less sure than ``denies``.

    So it is where at least half of its newsrooms state a stage that is not the first of its kind while the earlier
    story states none of that kind (the port braces for a strike; it has ended), or other tolls than its titles do.
    """
    return _ends(later, earlier) or _counts_anew(later, earlier)


def _ends(later: Story, earlier: Story) -> bool:
    known = {family for entry in _news(earlier) for family, _ in statuses(entry.title)}
    stated: dict[str, set[str]] = {}
    for entry in _news(later):
        for family, stage in statuses(entry.title):
            if family not in known and not is_first(family, stage):
                stated.setdefault(family, set()).add(entry.id)
    return any(_share(later, ids) >= _MOST for ids in stated.values())


def _counts_anew(later: Story, earlier: Story) -> bool:
    before = {(each.thing, each.value) for entry in _news(earlier) for each in figures(entry.title)}
    things = {thing for thing, _ in before} & _TOLLS
    anew = {
        entry.id
        for entry in _news(later)
        for each in figures(entry.title)
        if each.thing in things and (each.thing, each.value) not in before
    }
    return bool(anew) and _share(later, anew) >= _MOST


def _news(story: Story) -> list[Entry]:
    return [entry for entry in story.entries if entry.kind.tells and entry.title]


def _ids(story: Story) -> frozenset[str]:
    return frozenset(entry.id for entry in story.entries)


def _share(story: Story, ids: Iterable[str]) -> float:
    """The share of a story's newsrooms that these entries are of."""
    chosen = frozenset(ids)
    voices = {entry.voice for entry in _news(story)}
    return len({entry.voice for entry in _news(story) if entry.id in chosen}) / len(voices) if voices else 0.0
