"""``issue.json``: what is in an issue and how it came about, for other programs and for doubters.

The form is public; keys are added, never changed.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from newsletter.domain.entry import Entry, EntryId, Lean
from newsletter.domain.issue import Check, Coverage, Issue, Mentioned, Rendered, Status, Told
from newsletter.domain.override import Override
from newsletter.domain.sentence import Sentence
from newsletter.domain.story import RankedStory
from newsletter.draft.balance import coverage, leans
from newsletter.draft.credits import carriers
from newsletter.draft.headline import choose
from newsletter.draft.sections import section_of


def digest(rendered: Rendered) -> str:
    """The SHA-256 of what is approved and sent, in hexadecimal.

    Each part is preceded by its length, so that no byte can move from one part to the next unseen.
    """
    made = hashlib.sha256()
    sender = json.dumps(asdict(rendered.publication), sort_keys=True).encode()
    for part in (rendered.subject.encode(), rendered.html, rendered.text, sender):
        made.update(len(part).to_bytes(8, "big"))
        made.update(part)
    return made.hexdigest()


def document(issue: Issue, rendered: Rendered, *, status: Status, checks: Sequence[Check]) -> str:
    """The text of ``issue.json``. The same issue gives the same text."""
    told = {story.id: story for story in issue.told()}
    families = leans(ranked.story for ranked in issue.ranked)
    content = {
        "schema": 1,
        "issue": {
            "number": issue.number,
            "week": issue.week.name,
            "title": issue.title,
            "subject": rendered.subject,
            "preheader": issue.preheader,
            "status": status.value,
            "digest": digest(rendered),
        },
        "made": {
            "entries": issue.made.entries,
            "stories": issue.made.stories,
            "families": issue.made.families,
            "feeds": issue.made.feeds,
            "feeds_healthy": issue.made.feeds_healthy,
        },
        "stories": [
            _picked(told[ranked.story.id]) if ranked.story.id in told else _unpicked(ranked, issue, families)
            for ranked in issue.ranked
        ],
        "refused": [{"entry": refused.entry, "reason": refused.reason} for refused in issue.refused],
        "removed": [
            {"entry": entry.id, "text": removed.text, "rule": removed.rule}
            for entry in _entries(issue)
            for removed in entry.removed
        ],
        "corrections": [{"entry": entry.id, "text": text} for entry in _entries(issue) for text in entry.corrections],
        "checks": [
            {"name": c.name, "ok": c.ok, "blocking": c.blocking, "figure": c.figure, "remedy": c.remedy} for c in checks
        ],
        "entries": [_entry(entry) for entry in _entries(issue)],
        "overrides": {
            "applied": [_override(o) for o in issue.overrides if o not in issue.orphaned],
            "orphaned": [_override(o) for o in issue.orphaned],
        },
    }
    return _written(content)


def mentioned(document: str) -> Mentioned:
    """The entries that the letter of a document has had."""
    content = json.loads(document)
    entries, refused = content.get("entries", []), content.get("refused", [])
    return Mentioned(
        ids=frozenset(EntryId(i) for i in (*(e["id"] for e in entries), *(r["entry"] for r in refused))),
        pages=frozenset((e["outlet"], e["url"]) for e in entries),
    )


def with_status(document: str, status: Status) -> str:
    """The same document with another status: the one thing in it that changes after it was made."""
    content = json.loads(document)
    content.setdefault("issue", {})["status"] = status.value
    return _written(content)


def _written(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _entries(issue: Issue) -> list[Entry]:
    """The week's entries that stand in a story, in order of id."""
    return sorted((e for ranked in issue.ranked for e in ranked.story.entries), key=lambda entry: entry.id)


def _entry(entry: Entry) -> dict[str, object]:
    stated: dict[str, object] = {
        "authors": list(entry.authors),
        "credited_to": entry.credited_to,
        "earlier_titles": list(entry.earlier_titles),
    }
    return {
        "id": entry.id,
        "outlet": entry.outlet,
        "family": entry.family,
        "title": entry.title,
        "url": entry.url,
        "published": entry.published.isoformat() if entry.published else None,
        "kind": entry.kind.value,
        "copy_of": entry.copy_of,
    } | {key: value for key, value in stated.items() if value}


def _picked(told: Told) -> dict[str, object]:
    return _story(
        told.ranked,
        headline=(told.headline, told.headline_entry.id),
        section=told.section,
        sentences=told.blurb,
        counted=told.coverage,
    ) | {"picked": True}


def _unpicked(ranked: RankedStory, issue: Issue, families: Mapping[str, Lean]) -> dict[str, object]:
    headline, entry = choose(ranked.story)
    return _story(
        ranked,
        headline=(headline, entry.id),
        section=section_of(ranked.story),
        sentences=(),
        counted=coverage(ranked.story, families=families),
    ) | {"because": issue.passed_over.get(ranked.story.id, "")}


def _story(
    ranked: RankedStory,
    *,
    headline: tuple[str, str],
    section: str,
    sentences: Sequence[Sentence],
    counted: Coverage | None,
) -> dict[str, object]:
    return {
        "id": ranked.story.id,
        "headline": headline[0],
        "headline_entry": headline[1],
        "entries": [entry.id for entry in ranked.story.entries],
        "picked": False,
        "section": section,
        "rank": ranked.rank,
        "score": ranked.score,
        "why": {signal: ranked.why[signal] for signal in sorted(ranked.why)},
        "blurb": [{"text": s.text, "by": s.by.value, "quote": s.quote, "entry": s.entry} for s in sentences],
        "coverage": _coverage(counted) if counted else None,
        "carried_by": [entry.outlet for entry in carriers(ranked.story)],
    }


def _coverage(counted: Coverage) -> dict[str, object]:
    by_lean = {lean.value: {"n": counted.by_lean[lean].n, "of": counted.by_lean[lean].of} for lean in Lean}
    return {**by_lean, "families": counted.families, "of": counted.of}


def _override(override: Override) -> dict[str, object]:
    return {
        "kind": override.kind.value,
        "entries": list(override.entries),
        "value": override.value,
        "editor": override.editor,
        "at": override.at.isoformat(),
    }
