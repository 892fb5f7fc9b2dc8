"""Sensible nouns for tests; say only what the test is about."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from newsletter.domain.entry import Entry, EntryId, Kind, Lean, Licence
from newsletter.domain.issue import Approval, Check, Publication, Rendered, Status, StoredIssue
from newsletter.domain.override import Override, OverrideKind
from newsletter.domain.send import Recipient
from newsletter.domain.story import Story
from newsletter.domain.subscriber import Address, Consent, NewSubscriber, SubscriberId, SubscriberStatus
from newsletter.domain.week import Week, WeeklyTime, week_open_at

NEW_YORK = ZoneInfo("America/New_York")
CUT_OFF = WeeklyTime(weekday=4, at=time(5), zone=NEW_YORK)
#: A Wednesday noon, UTC.
NOON = datetime(2026, 11, 18, 12, tzinfo=UTC)

_numbers = count(1)


def a_week(now: datetime = NOON) -> Week:
    return week_open_at(now, CUT_OFF)


def an_entry(
    id: str | None = None,  # noqa: A002 - the noun's own field
    *,
    title: str = "Senate passes the budget, 51 to 49",
    content: str = "The Senate passed the budget on Tuesday by 51 votes to 49. The president is expected to sign it.",
    outlet: str = "The Ledger",
    family: str | None = None,
    lean: Lean = Lean.CENTRE,
    at: datetime | None = NOON,
    first_seen: datetime | None = None,
    url: str | None = None,
    summary: str = "",
    position: int | None = 1,
    section: str = "",
    licence: Licence = Licence.EXCERPT,
    kind: Kind = Kind.NEWS,
    feed: str = "",
) -> Entry:
    key = id or f"entry-{next(_numbers)}"
    address = url if url is not None else f"https://{outlet.lower().replace(' ', '-')}.example/{key}"
    return Entry(
        id=EntryId(key),
        url=address,
        canonical_url=address.removeprefix("https://"),
        outlet=outlet,
        family=family or outlet,
        lean=lean,
        title=title,
        summary=summary,
        content=content,
        published=at,
        first_seen=first_seen or (at or NOON) + timedelta(hours=1),
        position=position,
        section=section,
        licence=licence,
        kind=kind,
        feed=feed,
    )


def a_copy(original: Entry, *, outlet: str, **changes: Any) -> Entry:
    """Another outlet's reprint of an entry, found to be one."""
    entry = an_entry(f"{original.id}-{outlet.lower()}", outlet=outlet, title=original.title, content=original.content)
    return replace(entry, copy_of=original.id, voice_of=original.family, **changes)


def a_story(*entries: Entry) -> Story:
    return Story.of(entries or (an_entry(), an_entry(outlet="The Wire"), an_entry(outlet="The Standard")))


def a_publication(**changes: str) -> Publication:
    facts = {
        "name": "The Week in Politics",
        "tagline": "A week of political news in your in-box.",
        "from_name": "The Week in Politics",
        "from_address": "letter@news.example.org",
        "reply_to": "editor@example.org",
        "base_url": "https://news.example.org",
        "postal_address": "The Week in Politics, 1 Printing House Square, Springfield",
        "language": "en",
        "list_id": "weekly.news.example.org",
    }
    return Publication(**(facts | changes))


def an_address(email: str = "ada@example.com") -> Address:
    return Address(email=email, key=email.lower())


def a_subscriber(
    email: str = "ada@example.com", *, name: str = "", status: SubscriberStatus = SubscriberStatus.ACTIVE
) -> NewSubscriber:
    return NewSubscriber(
        address=an_address(email),
        name=name,
        status=status,
        consent=Consent(at=NOON, how="import", evidence="list.csv, line 2"),
    )


def a_recipient(email: str = "ada@example.com", *, name: str = "", number: int = 1) -> Recipient:
    return Recipient(
        subscriber=SubscriberId(number), email=email, key=email.lower(), name=name, token=f"token-{number:016d}"
    )


def a_stored_issue(
    number: int = 1, *, week: str = "2026-W47", subject: str = "The budget passes", digest: str = "d1g35t"
) -> StoredIssue:
    return StoredIssue(
        number=number,
        week=week,
        status=Status.DRAFT,
        title="The Week in Politics",
        rendered=Rendered(
            subject=subject,
            html=b"<p>Caf\xc3\xa9 \x00</p>",
            text=b"Caf\xc3\xa9\r\n",
            publication=a_publication(),
        ),
        digest=digest,
        document='{"schema": 1}',
        checks=(Check(name="size", ok=True, blocking=True, figure="41 KB of 95 KB"),),
        drafted_at=NOON,
    )


def an_approval(digest: str = "d1g35t", *, editor: str = "ana", at: datetime = NOON) -> Approval:
    return Approval(editor=editor, at=at, digest=digest, overridden={"size": "a long week"})


def an_override(kind: OverrideKind = OverrideKind.PIN, *entries: str, value: str = "", at: datetime = NOON) -> Override:
    return Override(kind=kind, entries=tuple(EntryId(id_) for id_ in entries), value=value, editor="ana", at=at)


class CountedTokens:
    """Secrets that anybody can guess: the first, the second, the third."""

    def __init__(self, prefix: str = "counted-token") -> None:
        self._prefix = prefix
        self._numbers = count(1)

    def token(self) -> str:
        return f"{self._prefix}-{next(self._numbers):08d}"
