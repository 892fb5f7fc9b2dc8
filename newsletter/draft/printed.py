"""Which entries a letter prints from, read from its ``issue.json``."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from newsletter.domain.entry import EntryId
from newsletter.domain.issue import Check
from newsletter.domain.printed import Printed


def printed(document: str) -> tuple[Printed, ...]:
    """The entries whose title or words the letter of a document prints, in order of id.

    Those are the headlines', the blurbs', the sentences' on what has changed since the last letter, and those of the
    headlines that fold under another. An entry that only stands in a picked story is not printed from, and counts for
    nothing here. A document of an earlier version may lack any part.
    """
    content = json.loads(document)
    quotes: defaultdict[str, list[str]] = defaultdict(list)
    for story in content.get("stories", []):
        if story.get("picked"):
            for entry, quote in _used(story):
                quotes[entry].extend([quote] if quote else [])
    corrections: defaultdict[str, list[str]] = defaultdict(list)
    for correction in content.get("corrections", []):
        corrections[correction["entry"]].append(correction["text"])
    return tuple(
        Printed(
            id=EntryId(entry["id"]),
            outlet=entry["outlet"],
            title=entry["title"],
            url=entry["url"],
            quotes=tuple(dict.fromkeys(quotes[entry["id"]])),
            corrections=tuple(corrections[entry["id"]]),
        )
        for entry in sorted(content.get("entries", []), key=lambda entry: str(entry["id"]))
        if entry["id"] in quotes
    )


def with_checks(document: str, checks: Sequence[Check]) -> str:
    """The same document with these checks: some are made only when the letter is looked at again."""
    content = json.loads(document)
    content["checks"] = [
        {"name": c.name, "ok": c.ok, "blocking": c.blocking, "figure": c.figure, "remedy": c.remedy} for c in checks
    ]
    return json.dumps(content, ensure_ascii=False)


def _used(story: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each entry that a story prints from, with the sentence; empty for its title."""
    changed = (story.get("since") or {}).get("changed")
    for sentence in [*story.get("blurb", []), *([changed] if changed else [])]:
        if sentence.get("entry"):  # an editor's own line has none
            yield sentence["entry"], sentence.get("quote") or ""
    titles = [story.get("headline_entry"), *(folded.get("entry") for folded in story.get("more", []))]
    yield from ((entry, "") for entry in titles if entry)
