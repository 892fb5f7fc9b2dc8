"""``issue.json``: what is in an issue and how it came about, for other programs and for doubters.

The form is public; keys are added, never changed.
"""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict

from newsletter.domain.continuity import Since
from newsletter.domain.entry import Entry, EntryId, Lean
from newsletter.domain.issue import Check, Coverage, Issue, Mentioned, Rendered, Status, Told
from newsletter.domain.override import Override
from newsletter.domain.sentence import Sentence
from newsletter.domain.story import RankedStory, Story, StorylineId
from newsletter.draft.balance import counting
from newsletter.draft.headline import choose
from newsletter.draft.mail.credits import carriers
from newsletter.draft.sections import Placed, placed

#: Made once, for many thousand lines.
_json = json.JSONEncoder(ensure_ascii=False).encode


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
    count = counting(issue.families)
    content: dict[str, object] = {
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
            _picked(told[ranked.story.id], issue, count) if ranked.story.id in told else _unpicked(ranked, issue, count)
            for ranked in issue.ranked
        ],
        "refused": [{"entry": refused.entry, "reason": refused.reason} for refused in issue.refused],
        "removed": [
            {"entry": entry.id, "text": removed.text, "rule": removed.rule}
            for entry in _entries(issue)
            for removed in entry.removed
        ],
        "corrections": [{"entry": entry.id, "text": text} for entry in _entries(issue) for text in entry.corrections],
        "printed_corrections": [asdict(correction) for correction in issue.continuity.corrections],
        "quiet": [asdict(quiet) for quiet in issue.continuity.quiet],
        "rated_by": issue.rated_by,
        "weights": dict(sorted(issue.weights.items())),
        "background": issue.background,
        "words": {"entries": issue.words.entries, "counts": dict(sorted(issue.words.counts.items()))},
        "writer": asdict(issue.writer) if issue.writer else None,
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


def corrected(document: str) -> frozenset[tuple[EntryId, str]]:
    """The corrections that the letter of a document prints: the entry of each, and its words."""
    content = json.loads(document)
    return frozenset((EntryId(c["entry"]), c["text"]) for c in content.get("printed_corrections", []))


def with_status(document: str, status: Status) -> str:
    """The same document with another status: the one thing in it that changes after it was made."""
    content = json.loads(document)
    content.setdefault("issue", {})["status"] = status.value
    return _written(content)


def _written(content: dict[str, object]) -> str:
    """One line for each key, and for each item of a list: it can be read, compared by lines, and made quickly."""
    return "{\n" + ",\n".join(f"{_json(key)}: {_value(value)}" for key, value in content.items()) + "\n}\n"


def _value(value: object) -> str:
    if not isinstance(value, list) or not value:
        return _json(value)
    return "[\n" + ",\n".join(map(_json, value)) + "\n]"


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


def _picked(told: Told, issue: Issue, count: Callable[[Story], Coverage]) -> dict[str, object]:
    return _story(
        told.ranked,
        headline=(told.headline, told.headline_entry.id),
        section=Placed(section=told.section, because=told.section_because),
        sentences=told.blurb,
        counted=count(told.ranked.story),
        storyline=issue.continuity.storylines.get(told.id),
    ) | {
        "picked": True,
        "place": told.place,
        "because": told.because,
        "since": _since(told.since),
        "more": [{"story": f.ranked.story.id, "headline": f.headline, "entry": f.headline_entry.id} for f in told.more],
        "under_covered": [lean.value for lean in told.under_covered],
        "disputed": list(told.disputed),
        "unwritten": told.unwritten,
        "profile": dict(issue.continuity.profiles.get(told.id, {})),
    }


def _unpicked(ranked: RankedStory, issue: Issue, count: Callable[[Story], Coverage]) -> dict[str, object]:
    headline, entry = choose(ranked.story)
    return _story(
        ranked,
        headline=(headline, entry.id),
        section=placed(ranked.story),
        sentences=(),
        counted=count(ranked.story),
        storyline=issue.continuity.storylines.get(ranked.story.id),
    ) | {"because": issue.passed_over.get(ranked.story.id, "")}


def _story(
    ranked: RankedStory,
    *,
    headline: tuple[str, str],
    section: Placed,
    sentences: Sequence[Sentence],
    counted: Coverage,
    storyline: StorylineId | None,
) -> dict[str, object]:
    return {
        "id": ranked.story.id,
        "headline": headline[0],
        "headline_entry": headline[1],
        "entries": [entry.id for entry in ranked.story.entries],
        "picked": False,
        "section": section.section,
        "section_because": section.because,
        "rank": ranked.rank,
        "score": ranked.score,
        "why": {signal: ranked.why[signal] for signal in sorted(ranked.why)},
        "blurb": [_sentence(sentence) for sentence in sentences],
        "coverage": _coverage(counted),
        "carried_by": [entry.outlet for entry in carriers(ranked.story)],
        "storyline": storyline,
    }


def _since(since: Since | None) -> dict[str, object] | None:
    if since is None:
        return None
    changed = since.changed
    return {
        "standing": since.standing.value,
        "issue": since.issue,
        "weeks": since.weeks,
        "changed": _sentence(changed) if changed else None,
    }


def _sentence(sentence: Sentence) -> dict[str, object]:
    return {"text": sentence.text, "by": sentence.by.value, "quote": sentence.quote, "entry": sentence.entry}


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
