"""History: earlier letters, read back from their documents, for the next letter to go on from.

A document is what is left of a letter, and some are older than this version: a key that they lack is made up for from
what they have, and only what is no document of an issue at all is refused.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeGuard

from newsletter.domain.continuity import PastIssue, PastStory, WordCounts
from newsletter.domain.entry import EntryId
from newsletter.domain.errors import Refused
from newsletter.domain.story import StorylineId
from newsletter.draft.sections import LEAD, OTHER
from newsletter.draft.telling.words import stems

#: Terms of a profile that is made up for, at most.
_LENGTH = 40
_WEEK = re.compile(r"([12][0-9]{3})-W([0-9]{2})")
_WHAT_TO_DO = "Keep only issue.json documents there, as 'preview' and 'replay' write them."


def past_issue(document: str, *, terms: Callable[[str], Sequence[str]] = stems) -> PastIssue:
    """An earlier letter, from the text of its ``issue.json``.

    Args:
        document: of this version or an older one. Where a story has no storyline it is one of its own; where it
            has no profile, the titles of its entries make one.
        terms: the words that a title is about, as the profiles of this week have them.

    Raises:
        Refused: it is no document of an issue.
    """
    try:
        content = json.loads(document)
    except (ValueError, RecursionError):
        raise Refused("It is not JSON.") from None
    issue = _object(content).get("issue")
    week, number = _object(issue).get("week"), _object(issue).get("number")
    if not isinstance(content.get("stories") if isinstance(content, dict) else None, list) or not _names_a_week(week):
        raise Refused("It is no document of an issue: it lacks the issue's week or its stories.")
    titles = {
        str(entry.get("id")): str(entry.get("title") or "") for entry in map(_object, _list(content.get("entries")))
    }
    told = [story for story in map(_object, content["stories"]) if story.get("picked") is True]
    in_order = _in_reading_order(told)
    return PastIssue(
        number=number if isinstance(number, int) else 0,
        week=str(week),
        stories=tuple(_story(story, place, titles, terms) for place, story in enumerate(in_order, start=1)),
        words=_words(_object(content.get("words"))),
    )


def read_history(
    files: Iterable[tuple[str, str]], *, before_week: str, terms: Callable[[str], Sequence[str]] = stems
) -> tuple[PastIssue, ...]:
    """The letters before a week, newest first, from the names and texts of their documents, in any order.

    Letters of the week itself and of later ones are left out, and so are withdrawn ones: nobody was to read them.

    Raises:
        Refused: a file is no document of an issue, or two tell different letters of one week.
    """
    found: dict[str, tuple[str, PastIssue]] = {}
    for name, text in sorted(files):
        try:
            issue = past_issue(text, terms=terms)
        except Refused as why:
            raise Refused(f"{name} cannot be read as an earlier issue. {why} {_WHAT_TO_DO}") from None
        if (
            _monday(issue.week) >= _monday(before_week)
            or _object(json.loads(text)["issue"]).get("status") == "withdrawn"
        ):
            continue
        other = found.setdefault(issue.week, (name, issue))
        if other[1] != issue:
            raise Refused(f"{other[0]} and {name} are both issues of {issue.week}. Keep the one that readers had.")
    issues = [issue for _, issue in found.values()]
    return tuple(sorted(issues, key=lambda issue: _monday(issue.week), reverse=True))


def _in_reading_order(told: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The stories as the letter had them: documents list them by weight. See ``sections.arrange``."""

    def weight(story: dict[str, Any]) -> tuple[bool, int, str]:
        rank = story.get("place", story.get("rank"))
        return (not isinstance(rank, int), rank if isinstance(rank, int) else 0, str(story.get("id")))

    lead, *others = sorted(told, key=lambda story: (story.get("section") != LEAD, weight(story))) or [{}]
    named: dict[str, list[dict[str, Any]]] = {}
    for story in sorted(others, key=weight):
        section = str(story.get("section") or OTHER)
        named.setdefault(OTHER if section == LEAD else section, []).append(story)
    by_section = sorted(named.items(), key=lambda item: item[0] == OTHER)
    return [*([lead] if told else []), *(story for _, stories in by_section for story in stories)]


def _story(
    story: dict[str, Any], place: int, titles: Mapping[str, str], terms: Callable[[str], Sequence[str]]
) -> PastStory:
    entries = [entry for entry in _list(story.get("entries")) if isinstance(entry, str)]
    headline = str(story.get("headline") or "")
    blurb = map(_object, _list(story.get("blurb")))
    since = _object(_object(story.get("since")).get("changed"))
    lines = [str(line["text"]) for line in (*blurb, since) if line.get("text")]
    profile = {
        term: float(weight)
        for term, weight in _object(story.get("profile")).items()
        if isinstance(weight, int | float) and not isinstance(weight, bool) and math.isfinite(weight)
    }
    return PastStory(
        storyline=StorylineId(str(story.get("storyline") or story.get("id") or f"story-{place}")),
        place=place,
        headline=headline,
        told=tuple(lines),
        profile=profile or _made_up([titles.get(entry, "") for entry in entries] or [headline], terms),
        entries=frozenset(map(EntryId, entries)),
    )


def _words(written: Mapping[str, Any]) -> WordCounts:
    """What a document says of the words of its week; of a spoilt one, what makes sense of it."""
    entries = written.get("entries")
    if not _counts(entries):
        return WordCounts()
    counts = _object(written.get("counts"))
    return WordCounts(entries=entries, counts={term: n for term, n in counts.items() if _counts(n) and n <= entries})


def _counts(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _made_up(titles: Sequence[str], terms: Callable[[str], Sequence[str]]) -> dict[str, float]:
    """A profile from titles alone: each term by the share of titles that have it."""
    used_in = Counter(term for title in titles for term in set(terms(title)))
    heaviest = sorted(used_in.items(), key=lambda each: (-each[1], each[0]))[:_LENGTH]
    length = math.sqrt(sum(count * count for _, count in heaviest))
    return {term: round(count / length, 6) for term, count in heaviest}


def _object(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _names_a_week(name: object) -> bool:
    try:
        _monday(str(name))
    except ValueError:
        return False
    return True


def _monday(week: str) -> date:
    found = _WEEK.fullmatch(week)
    if not found:
        raise ValueError(week)
    return date.fromisocalendar(int(found[1]), int(found[2]), 1)
