"""Checks: what stands in the way of approving a draft, and what an editor should have seen.

Each measures the rendered bytes or the issue behind them, says what it found, and what to do about it.
"""

import quopri
from collections.abc import Callable, Iterator, Mapping
from datetime import tzinfo

from newsletter.domain.entry import Entry, EntryId
from newsletter.domain.issue import READER_TOKEN, Check, Issue, Rendered
from newsletter.domain.sentence import Author, Sentence
from newsletter.draft.mail.reading import Page
from newsletter.draft.mail.weblink import weblink
from newsletter.draft.subject import PREHEADER_LEAST, PREHEADER_ROOM, SUBJECT_ROOM
from newsletter.draft.telling.days import dated_by, same_but_for_days
from newsletter.draft.telling.words import folded

#: Kilobytes of 1,024 bytes, as encoded. Gmail clips past about 102, and the unsubscribe link is at the bottom.
MOST_KB = 95


def check(issue: Issue, rendered: Rendered, *, furniture: Callable[[str], str | None]) -> tuple[Check, ...]:
    """Every check of a draft, blocking ones first.

    Args:
        issue: what was composed.
        rendered: what became of it.
        furniture: names the rule by which a sentence is no news, or None.
    """
    page, text = Page(rendered.html.decode()), rendered.text.decode()
    return (
        _stories(issue),
        _size(rendered),
        _unsubscribe(issue, rendered, page, text),
        _alt(page),
        _postal_address(issue, page, text),
        _sources(issue),
        _furniture(issue, furniture),
        _subject(issue, rendered),
        _links(page),
        *_families(issue),
    )


def _stories(issue: Issue) -> Check:
    n = sum(1 for _ in issue.told())
    return _check(
        "stories", n > 0, f"{n} told", "Nothing was picked. Look at the feeds, or lower what a story must weigh."
    )


def _size(rendered: Rendered) -> Check:
    kilobytes = -(-len(quopri.encodestring(rendered.html)) // 1024)
    return _check(
        "size",
        kilobytes <= MOST_KB,
        f"{kilobytes} KB of {MOST_KB} KB",
        "Tell fewer stories: mail programs clip a longer letter, and with it the way to unsubscribe.",
    )


def _unsubscribe(issue: Issue, rendered: Rendered, page: Page, text: str) -> Check:
    address = f"{issue.publication.base_url}/u/{READER_TOKEN}"
    missing = [part for part, held in (("HTML", address in page.links), ("text", address in text.split())) if not held]
    strays = sum(
        part.count(READER_TOKEN) - part.count(address) for part in (rendered.html.decode(), text, rendered.subject)
    )
    if missing:
        figure = f"missing in the {' and the '.join(missing)} part"
    else:
        figure = f"{strays} places hold a reader's token for no reason" if strays else "in both parts"
    return _check(
        "unsubscribe",
        not missing and not strays,
        figure,
        f"Both templates must link to {address}, and print {READER_TOKEN} nowhere else.",
    )


def _alt(page: Page) -> Check:
    n = page.images_without_alt
    return _check(
        "alt", n == 0, f"{n} images without alt text", 'Give each image an alt text; alt="" where it is decoration.'
    )


def _postal_address(issue: Issue, page: Page, text: str) -> Check:
    lines = [folded(line) for line in issue.publication.postal_address.splitlines() if line.strip()]
    words = {"HTML": page.words, "text": folded(text)}
    missing = [part for part, held in words.items() if not lines or not all(line in held for line in lines)]
    return _check(
        "postal-address",
        not missing,
        f"missing in the {' and the '.join(missing)} part" if missing else "in both parts",
        "Set publication.postal_address, and print it in both templates: the law asks for it.",
    )


def _sources(issue: Issue) -> Check:
    entries = {entry.id: entry for story in issue.told() for entry in story.ranked.story.entries}
    printed = list(_printed(issue))
    wrong = [sentence for sentence in printed if not _stands_in(sentence, entries, issue.week.zone)]
    return _check(
        "sources",
        not wrong,
        f"{len(printed) - len(wrong)} of {len(printed)} sentences stand in their entry",
        _first(wrong) + "Make the draft anew, or take the story out.",
    )


def _stands_in(sentence: Sentence, entries: Mapping[EntryId, Entry], zone: tzinfo) -> bool:
    """Whether a sentence has the source that it names; an editor's line needs none."""
    if sentence.by is Author.EDITOR:
        return True
    entry = entries.get(sentence.entry) if sentence.entry else None
    if entry is None or sentence.quote is None or folded(sentence.quote) not in folded(entry.text):
        return False
    # A writer's words are its own; that they are faithful, its gate has seen.
    return sentence.by is Author.WRITER or same_but_for_days(
        sentence.text, folded(sentence.quote), dated_by(entry), zone
    )


def _furniture(issue: Issue, furniture: Callable[[str], str | None]) -> Check:
    found = [sentence for sentence in _printed(issue) if sentence.by is not Author.EDITOR and furniture(sentence.text)]
    return _check(
        "furniture",
        not found,
        f"{len(found)} sentences that are no news",
        _first(found) + "Take the story out, or set its outlet's licence to headline.",
    )


def _subject(issue: Issue, rendered: Rendered) -> Check:
    subject, preheader = len(rendered.subject), len(issue.preheader)
    ok = 0 < subject <= SUBJECT_ROOM and PREHEADER_LEAST <= preheader <= PREHEADER_ROOM
    return _check(
        "subject",
        ok,
        f"{subject} characters of {SUBJECT_ROOM}, preheader {preheader} of {PREHEADER_LEAST} to {PREHEADER_ROOM}",
        "Write a subject or a preheader of your own.",
        blocking=False,
    )


def _links(page: Page) -> Check:
    wrong = [a for a in page.links if not weblink(a) and not (a.startswith("#") and a[1:] in page.places)]
    return _check(
        "links",
        not wrong,
        f"{len(page.links) - len(wrong)} of {len(page.links)} lead somewhere",
        f"The first that does not is {wrong[0] if wrong else ''!r}: use whole addresses, with http or https.",
        blocking=False,
    )


def _families(issue: Issue) -> Iterator[Check]:
    """None in a week of one family, such as a publisher's that mails its own news."""
    if len(issue.families) < 2:
        return
    told = list(issue.told())
    several = sum(len(story.ranked.story.voices) > 1 for story in told)
    yield _check(
        "families",
        several == len(told),
        f"{several} of {len(told)} stories told by two or more",
        "Read the stories that only one newsroom tells with care, or take them out.",
        blocking=False,
    )


def _printed(issue: Issue) -> Iterator[Sentence]:
    """Every sentence of a blurb, and those that tell what has changed."""
    for story in issue.told():
        yield from story.blurb
        if story.since and story.since.changed:
            yield story.since.changed


def _first(sentences: list[Sentence]) -> str:
    return f"The first is {sentences[0].text!r} ({sentences[0].outlet}). " if sentences else ""


def _check(name: str, ok: bool, figure: str, remedy: str, *, blocking: bool = True) -> Check:  # noqa: FBT001 - read by position beside its name
    return Check(name=name, ok=ok, blocking=blocking, figure=figure, remedy="" if ok else remedy)
