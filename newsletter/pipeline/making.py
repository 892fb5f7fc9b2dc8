"""Making: a week's entries become stories, and the chosen ones an issue, as bytes.

Two pure steps, so that a writer may be asked between them: ``curate`` says what is told, ``tell`` tells it. The same
input gives the same bytes, in any order of arrival.
"""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from gettext import NullTranslations
from typing import Any

import jinja2

from newsletter.collect.boilerplate import furniture
from newsletter.collect.copies import with_copies
from newsletter.collect.furniture.cohesion import coheres
from newsletter.collect.furniture.repetition import without_repeated_lines
from newsletter.collect.sentences import sentences
from newsletter.collect.window import in_week
from newsletter.curate.aftermath import aftermath
from newsletter.curate.background import Background
from newsletter.curate.changes import Reading
from newsletter.curate.cluster import cluster
from newsletter.curate.continuity import LETTERS, going_on
from newsletter.curate.pick import Caps, pick
from newsletter.curate.profiles import alike, profiles
from newsletter.curate.rank import WEIGHTS, rank
from newsletter.curate.storylines import storylines
from newsletter.domain.continuity import Continuity, PastIssue, WordCounts
from newsletter.domain.entry import Entry, RefusedEntry
from newsletter.domain.feed import Feed
from newsletter.domain.issue import Check, Issue, Made, Publication, Rendered, Status, StoredIssue
from newsletter.domain.override import Override, OverrideKind, stories_meant
from newsletter.domain.story import Picked, RankedStory, Story
from newsletter.domain.week import Week, WeeklyTime
from newsletter.draft.balance import tracked_families
from newsletter.draft.blurbs import can_tell
from newsletter.draft.checks import check
from newsletter.draft.compose import compose
from newsletter.draft.document import digest, document
from newsletter.draft.headline import choose
from newsletter.draft.render import render
from newsletter.draft.sections import OTHER, section_of
from newsletter.draft.steps import closes, denies
from newsletter.draft.telling.days import dated, dated_by
from newsletter.draft.telling.limits import Limits
from newsletter.draft.telling.sentences import stands_alone, without_dateline
from newsletter.pipeline.writing import Writing


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What the operator decided about making an issue."""

    publication: Publication
    feeds: tuple[Feed, ...]
    cut_off: WeeklyTime
    caps: Caps
    limits: Limits
    #: Signal to its weight in the rank.
    weights: Mapping[str, float] = field(default_factory=lambda: WEIGHTS)
    #: Who rated the leans, and when; empty for nobody.
    rated_by: str = ""
    #: A second channel of likeness: texts to directions of meaning, as ``ports.Embedder`` has it; None for words alone.
    meanings: Callable[[Sequence[str]], Any] | None = None
    #: Where the letter's templates are found.
    templates: jinja2.Environment
    #: The publication's language.
    translations: NullTranslations


@dataclass(frozen=True, slots=True, kw_only=True)
class Curated:
    """A week's stories, and which of them the letter tells."""

    week: Week
    #: Entries that stand in a story.
    entries: int
    ranked: tuple[RankedStory, ...]
    picked: Picked
    refused: tuple[RefusedEntry, ...]
    continuity: Continuity
    #: What the rarity of words was measured against besides the week; empty for nothing.
    background: str
    #: How common words were this week.
    words: WordCounts


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
            uses=tuple(sorted({entry.id for told in self.issue.told() for entry in told.entries()})),
        )


@contextmanager
def _without_search_for_cycles() -> Iterator[None]:
    """Python does not look for objects that hold each other: it would walk through the week's entries again and again.

    That is a tenth of the time, and finds next to nothing: what is made here is freed without it.
    """
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()


@_without_search_for_cycles()
def curate(
    entries: Iterable[Entry],
    rules: Rules,
    *,
    week: Week,
    late: Iterable[Entry] = (),
    overrides: Sequence[Override] = (),
    past: Sequence[PastIssue] = (),
    seen_again: Iterable[Entry] = (),
) -> Curated:
    """Group, rank and pick a week's entries.

    Args:
        entries: those that may belong to the week.
        rules: the operator's.
        week: whose issue it is.
        late: entries of weeks before that came too late for their letters.
        overrides: the editor's decisions, oldest first.
        past: earlier letters, the newest first.
        seen_again: entries of earlier weeks as they stand now, for what their outlets have corrected since.
    """
    taking_part, refused = in_week(entries, week, late=late)
    kept = with_copies(taking_part)
    background = Background.over({letter.week: letter.words for letter in past[:LETTERS]})
    stories = _without_repeated_lines(cluster(kept, background, rules.meanings))
    ranked = rank(stories, week=week, weights=rules.weights)
    about = profiles(stories)
    course = going_on(
        stories,
        profiles=about,
        storylines=storylines(stories, about),
        past=past,
        week=week.name,
        reading=_reading(week),
    )
    picked = pick(
        ranked,
        caps=rules.caps,
        pinned=stories_meant(overrides, OverrideKind.PIN, stories),
        dropped=stories_meant(overrides, OverrideKind.DROP, stories),
        can_tell=partial(
            can_tell, split=sentences, furniture=furniture, coheres=coheres, limits=rules.limits, zone=week.zone
        ),
        objection=course.objection,
        similarity=lambda one, other: alike(about[one.id], about[other.id]),
        storylines=course.storylines,
        section_of=_capped_section,
        name_of=lambda story: choose(story)[0],
        denies=denies,
        closes=closes,
    )
    return Curated(
        week=week,
        background=background.named if background else "",
        words=Background.of(week.name, kept).words,
        entries=len(kept),
        ranked=ranked,
        picked=picked,
        refused=refused,
        continuity=aftermath(ranked, course, picked=[each.story.id for each in picked.stories], seen_again=seen_again),
    )


@_without_search_for_cycles()
def tell(
    found: Curated,
    rules: Rules,
    *,
    number: int,
    overrides: Sequence[Override] = (),
    healthy: frozenset[str] = frozenset(),
    writing: Writing | None = None,
) -> Draft:
    """Tell and render what was picked.

    Args:
        found: what ``curate`` found.
        rules: as there.
        number: of the issue.
        overrides: as there.
        healthy: the addresses of the feeds that are in good health.
        writing: what the writer made of the picked stories; None where none was asked.
    """
    stories = [each.story for each in found.ranked]
    issue = compose(
        number=number,
        week=found.week,
        publication=rules.publication,
        ranked=found.ranked,
        picked=found.picked,
        refused=found.refused,
        made=Made(
            entries=found.entries,
            stories=len(stories),
            families=len({entry.family for story in stories for entry in story.entries}),
            feeds=len(rules.feeds),
            feeds_healthy=sum(feed.url in healthy for feed in rules.feeds),
        ),
        overrides=tuple(overrides),
        limits=rules.limits,
        split=sentences,
        furniture=furniture,
        coheres=coheres,
        translations=rules.translations,
        continuity=found.continuity,
        families=tracked_families(stories, rules.feeds, healthy),
        written=writing.blurbs if writing else {},
        unwritten=writing.unwritten if writing else {},
        writer=writing.report if writing else None,
        weights=rules.weights,
        background=found.background,
        words=found.words,
        rated_by=rules.rated_by,
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


def make(
    entries: Iterable[Entry],
    rules: Rules,
    *,
    week: Week,
    number: int,
    healthy: frozenset[str] = frozenset(),
    past: Sequence[PastIssue] = (),
) -> Draft:
    """Both steps, with nobody between them: no writer and no editor."""
    return tell(curate(entries, rules, week=week, past=past), rules, number=number, healthy=healthy)


def _reading(week: Week) -> Reading:
    """How sentences are read and printed, for what has changed since an earlier letter."""

    def shown(sentence: str, entry: Entry) -> str:
        # What has no date is kept out by being empty: it cannot stand alone.
        return dated(without_dateline(sentence), dated_by(entry), week.zone) or ""

    return Reading(split=sentences, furniture=furniture, stands_alone=stands_alone, shown=shown)


def _capped_section(story: Story) -> str:
    """The section of a story; what stands under none in particular is bounded by nothing."""
    section = section_of(story)
    return "" if section == OTHER else section


def _without_repeated_lines(stories: Sequence[Story]) -> tuple[Story, ...]:
    """The same stories, without the lines that an outlet prints below everything; which those are shows only now."""
    groups = without_repeated_lines([story.entries for story in stories])
    return tuple(replace(story, entries=tuple(entries)) for story, entries in zip(stories, groups, strict=True))
