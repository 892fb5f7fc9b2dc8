"""Draft: a week's entries become an issue, which is kept; or one from an archive, which is not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from newsletter.collect.asking.health import is_healthy
from newsletter.collect.boilerplate import furniture
from newsletter.collect.sentences import sentences
from newsletter.collect.window import as_configured, came_late
from newsletter.curate.text.terms import words
from newsletter.domain.continuity import PastIssue
from newsletter.domain.entry import Entry, EntryId
from newsletter.domain.issue import Mentioned
from newsletter.domain.week import Week, WeeklyTime, week_named, week_of
from newsletter.draft.document import corrected, mentioned
from newsletter.draft.history import past_issue, read_history
from newsletter.pipeline.making import Draft, Rules, curate, make, tell
from newsletter.pipeline.writing import write
from newsletter.ports import Backends

#: So many weeks an entry may come late and still be told, and an earlier letter be gone on from.
WEEKS_BACK = 4


def draft(backends: Backends, rules: Rules, *, week: Week, now: datetime) -> Draft:
    """Make or remake the draft of a week, keeping the editor's overrides, and save it.

    Raises:
        Refused: the week's issue is being sent or was sent, or a template is wrong.
    """
    states = backends.entries.feed_states()
    # Of a letter that is made anew days later: that nobody has collected since is not held against a feed.
    as_of = min(now, week.end)
    before = _before(backends, week, rules.cut_off)
    overrides = backends.issues.overrides(week.name)
    found = curate(
        as_configured(backends.entries.between(week.start, week.end), rules.feeds),
        rules,
        week=week,
        late=as_configured(before.late, rules.feeds),
        overrides=overrides,
        past=before.letters,
        seen_again=before.corrected,
    )
    writing = write(
        backends,
        found.picked.stories,
        limits=rules.limits,
        families=len({entry.family for each in found.ranked for entry in each.story.entries}),
        split=sentences,
        furniture=furniture,
    )
    drafted = tell(
        found,
        rules,
        number=backends.issues.next_number(week.name),
        overrides=overrides,
        healthy=frozenset(
            feed.url for feed in rules.feeds if feed.url in states and is_healthy(states[feed.url], now=as_of)
        ),
        writing=writing,
    )
    backends.issues.save_draft(drafted.stored(week=week, at=now))
    return drafted


@dataclass(frozen=True, slots=True, kw_only=True)
class _Before:
    """What the weeks before have left."""

    #: The letters that readers had, or are to have.
    letters: tuple[PastIssue, ...]
    #: Entries that came too late for their letters and that no other letter has had.
    late: list[Entry]
    #: Entries of those weeks with what their outlets say was wrong in them, of which no letter has told.
    corrected: tuple[Entry, ...]


def _before(backends: Backends, week: Week, cut_off: WeeklyTime) -> _Before:
    letters: list[PastIssue] = []
    had: list[Mentioned] = []
    entries: list[Entry] = []
    said: set[tuple[EntryId, str]] = set()
    for _ in range(WEEKS_BACK):
        week = week.previous(cut_off)
        letter = backends.issues.of_week(week.name)
        if letter is not None and letter.approval is not None:
            letters.append(past_issue(letter.document, terms=words))
            had.append(mentioned(letter.document))
            said |= corrected(letter.document)
            entries += backends.entries.between(week.start, week.end)
    return _Before(
        letters=tuple(letters),
        late=came_late(entries, had),
        corrected=tuple(_without(said, entry) for entry in entries if entry.corrections),
    )


def _without(said: set[tuple[EntryId, str]], entry: Entry) -> Entry:
    """The entry without the corrections that a letter has told."""
    return replace(entry, corrections=tuple(text for text in entry.corrections if (entry.id, text) not in said))


def read(lines: Iterable[str], *, name: str) -> tuple[Entry, ...]:
    """The entries of an archive, one JSON object a line.

    Args:
        lines: of the archive.
        name: of the archive, for messages.

    Raises:
        Refused: the archive cannot be read, or holds nothing.
    """
    from newsletter.collect.archive import read_archive  # with all that cleans words; a draft from the store needs none

    return read_archive(lines, name=name)


def replay(
    entries: Sequence[Entry], rules: Rules, *, week_name: str | None, history: Iterable[tuple[str, str]] = ()
) -> tuple[Week, Draft]:
    """Make the issue of a week from the entries of an archive: collect nothing, store nothing, ask no writer.

    Args:
        entries: as ``read`` gives them.
        rules: as for a draft; the feeds of the configuration play no part.
        week_name: which week; the week of the latest entry where it is None.
        history: names and texts of documents of earlier issues.

    Raises:
        Refused: a document of the history is none.
    """
    latest = max(entry.at for entry in entries)
    week = week_named(week_name, rules.cut_off) if week_name else week_of(latest, rules.cut_off)
    past = read_history(history, before_week=week.name, terms=words)
    number = 1 + max((letter.number for letter in past), default=0)
    return week, make(entries, replace(rules, feeds=()), week=week, number=number, past=past)
