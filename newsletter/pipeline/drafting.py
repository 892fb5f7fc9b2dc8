"""Draft: a week's entries become an issue, as bytes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from gettext import NullTranslations

import jinja2

from newsletter.collect.asking.health import is_healthy
from newsletter.collect.boilerplate import furniture
from newsletter.collect.copies import with_copies
from newsletter.collect.furniture.cohesion import coheres
from newsletter.collect.furniture.repetition import repeated_lines, without_repeated
from newsletter.collect.sentences import sentences
from newsletter.collect.window import as_configured, came_late, in_week
from newsletter.curate.cluster import cluster
from newsletter.curate.pick import Caps, pick
from newsletter.curate.rank import rank
from newsletter.domain.entry import Entry
from newsletter.domain.feed import Feed
from newsletter.domain.issue import Check, Issue, Made, Mentioned, Publication, Rendered, Status, StoredIssue
from newsletter.domain.override import Override, OverrideKind, stories_meant
from newsletter.domain.story import Story
from newsletter.domain.week import Week, WeeklyTime, week_named, week_of
from newsletter.draft.blurbs import Limits, can_tell
from newsletter.draft.checks import check
from newsletter.draft.compose import compose
from newsletter.draft.document import digest, document, mentioned
from newsletter.draft.render import render
from newsletter.ports import Backends

#: So many weeks an entry may come late and still be told.
WEEKS_BACK = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What the operator decided about making an issue."""

    publication: Publication
    feeds: tuple[Feed, ...]
    cut_off: WeeklyTime
    caps: Caps
    limits: Limits
    #: Where the letter's templates are found.
    templates: jinja2.Environment
    #: The publication's language.
    translations: NullTranslations


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A composed issue, as bytes and with its checks."""

    issue: Issue
    rendered: Rendered
    checks: tuple[Check, ...]
    #: The text of ``issue.json``.
    document: str
    digest: str

    def stored(self, *, week: Week, at: datetime) -> StoredIssue:
        """The draft as the store keeps it."""
        return StoredIssue(
            number=self.issue.number,
            week=week.name,
            status=Status.DRAFT,
            title=self.issue.title,
            rendered=self.rendered,
            digest=self.digest,
            document=self.document,
            checks=self.checks,
            drafted_at=at,
            uses=tuple(sorted({entry.id for told in self.issue.told() for entry in told.ranked.story.entries})),
        )


def draft(backends: Backends, rules: Rules, *, week: Week, now: datetime) -> Draft:
    """Make or remake the draft of a week, keeping the editor's overrides, and save it.

    Raises:
        Refused: the week's issue is being sent or was sent, or a template is wrong.
    """
    states = backends.entries.feed_states()
    # Of a letter that is made anew days later: that nobody has collected since is not held against a feed.
    as_of = min(now, week.end)
    drafted = make(
        as_configured(backends.entries.between(week.start, week.end), rules.feeds),
        rules,
        week=week,
        number=backends.issues.next_number(week.name),
        late=as_configured(_late_for(backends, week, rules.cut_off), rules.feeds),
        overrides=backends.issues.overrides(week.name),
        feeds_healthy=sum(feed.url in states and is_healthy(states[feed.url], now=as_of) for feed in rules.feeds),
    )
    backends.issues.save_draft(drafted.stored(week=week, at=now))
    return drafted


def _late_for(backends: Backends, week: Week, cut_off: WeeklyTime) -> list[Entry]:
    """The entries of the weeks before that came too late for their letters and that no other letter has had."""
    had: list[Mentioned] = []
    candidates: list[Entry] = []
    for _ in range(WEEKS_BACK):
        week = week.previous(cut_off)
        letter = backends.issues.of_week(week.name)
        if letter is not None and letter.approval is not None:
            had.append(mentioned(letter.document))
            candidates += backends.entries.between(week.start, week.end)
    return came_late(candidates, had)


def make(
    entries: Iterable[Entry],
    rules: Rules,
    *,
    week: Week,
    number: int,
    late: Iterable[Entry] = (),
    overrides: Sequence[Override] = (),
    feeds_healthy: int,
) -> Draft:
    """Curate, tell and render a week's entries. Pure: the same input gives the same bytes, in any order."""
    taking_part, refused = in_week(entries, week, late=late)
    kept = with_copies(taking_part)
    stories = _without_repeated_lines(cluster(kept))
    ranked = rank(stories, week=week)
    picked = pick(
        ranked,
        caps=rules.caps,
        pinned=stories_meant(overrides, OverrideKind.PIN, stories),
        dropped=stories_meant(overrides, OverrideKind.DROP, stories),
        can_tell=partial(can_tell, split=sentences, furniture=furniture, coheres=coheres),
    )
    issue = compose(
        number=number,
        week=week,
        publication=rules.publication,
        ranked=ranked,
        picked=picked,
        refused=refused,
        made=Made(
            entries=len(kept),
            stories=len(stories),
            families=len({entry.family for entry in kept}),
            feeds=len(rules.feeds),
            feeds_healthy=feeds_healthy,
        ),
        overrides=tuple(overrides),
        limits=rules.limits,
        split=sentences,
        furniture=furniture,
        coheres=coheres,
        translations=rules.translations,
    )
    rendered = render(issue, environment=rules.templates)
    checks = check(issue, rendered, furniture=furniture)
    return Draft(
        issue=issue,
        rendered=rendered,
        checks=checks,
        document=document(issue, rendered, status=Status.DRAFT, checks=checks),
        digest=digest(rendered),
    )


def _without_repeated_lines(stories: Sequence[Story]) -> tuple[Story, ...]:
    """The same stories, without the lines that an outlet prints below everything; which those are shows only now."""
    repeated = repeated_lines([story.entries for story in stories])
    return tuple(Story.of(without_repeated(entry, repeated) for entry in story.entries) for story in stories)


def replay(lines: Iterable[str], rules: Rules, *, name: str, week_name: str | None) -> tuple[Week, Draft]:
    """Make the issue of a week from an archive of entries: collect nothing, store nothing.

    Args:
        lines: the archive, one JSON object a line.
        rules: as for a draft; the feeds of the configuration play no part.
        name: of the archive, for messages.
        week_name: which week; the week of the latest entry where it is None.

    Raises:
        Refused: the archive cannot be read, or holds nothing.
    """
    from newsletter.collect.archive import read_archive  # with all that cleans words; a draft from the store needs none

    entries = read_archive(lines, name=name)
    latest = max(entry.at for entry in entries)
    week = week_named(week_name, rules.cut_off) if week_name else week_of(latest, rules.cut_off)
    drafted = make(entries, replace(rules, feeds=()), week=week, number=1, feeds_healthy=0)
    return week, drafted
