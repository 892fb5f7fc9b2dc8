"""Letters for tests: stories composed and rendered by the product's own templates."""

import re
from collections.abc import Iterable, Mapping, Sequence
from gettext import NullTranslations
from pathlib import Path
from types import MappingProxyType
from typing import Any

import jinja2

from newsletter.domain.entry import Entry
from newsletter.domain.issue import Issue, Made, Publication, Rendered
from newsletter.domain.override import Override
from newsletter.domain.story import Picked, RankedStory, Story, StoryId
from newsletter.draft.blurbs import Limits
from newsletter.draft.compose import compose
from newsletter.draft.mail.wording import environment
from newsletter.draft.render import render
from tests.builders import a_publication, a_story, a_week

TEMPLATES = Path(__file__).parent.parent / "templates"


def split(paragraph: str) -> list[str]:
    """Sentences end at a full stop before a space: enough for the texts of tests."""
    return re.split(r"(?<=[.!?])\s+", paragraph)


def furniture(sentence: str) -> str | None:
    return "call-to-action" if "newsletter" in sentence else None


def ranked(*stories: Story) -> tuple[RankedStory, ...]:
    """The stories as if the first were the weightiest."""
    return tuple(
        RankedStory(story=story, rank=n, score=round(1 / n, 6), why={"breadth": 0.5})
        for n, story in enumerate(stories, 1)
    )


def an_issue(
    *stories: Story,
    told: int | None = None,
    publication: Publication | None = None,
    overrides: Sequence[Override] = (),
    limits: Limits | None = None,
    more: Mapping[str, Sequence[Story]] = MappingProxyType({}),
    instead: Mapping[str, Story] = MappingProxyType({}),
    **facts: Any,
) -> Issue:
    """An issue of these stories; the first ``told`` of them are in the letter, or all.

    Args:
        stories: heaviest first.
        told: how many are in the letter.
        publication: whose letter it is.
        overrides: the editor's.
        limits: how much is printed.
        more: id of a story to those that fold under it.
        instead: id of a story to the one in whose place it stands, which is not told.
        facts: what else ``compose`` takes.
    """
    all_stories = ranked(*(stories or (a_story(),)))
    picked = tuple(r for r in all_stories[:told] if r.story not in instead.values())
    folds = {StoryId(story): tuple(r for r in all_stories if r.story in under) for story, under in more.items()}
    return compose(
        number=30,
        week=a_week(),
        publication=publication or a_publication(),
        ranked=all_stories,
        picked=Picked(
            stories=picked,
            passed_over={r.story.id: "There was no room for it." for r in all_stories if r not in picked},
            more=folds,
            instead={StoryId(story): r for story, other in instead.items() for r in all_stories if r.story == other},
        ),
        refused=(),
        made=Made(
            entries=sum(len(r.story.entries) for r in all_stories),
            stories=len(all_stories),
            families=len(families(r.story for r in all_stories)),
            feeds=16,
            feeds_healthy=15,
        ),
        overrides=overrides,
        limits=limits or Limits(),
        split=split,
        furniture=furniture,
        **facts,
    )


def families(stories: Iterable[Story]) -> set[str]:
    return {entry.family for story in stories for entry in story.entries}


def rendered(issue: Issue | None = None) -> Rendered:
    shown = issue or an_issue()
    templates = environment(
        jinja2.FileSystemLoader(TEMPLATES), language=shown.publication.language, translations=NullTranslations()
    )
    return render(shown, environment=templates)


def quotes(entry: Entry, text: str | None) -> bool:
    """Whether a text stands in an entry word for word, runs of space folded."""
    return text is not None and " ".join(text.split()) in " ".join(entry.text.split())
