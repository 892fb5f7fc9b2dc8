"""How people come onto the list, and what a second mention of them changes.

- A name that is given replaces another; an empty one replaces nothing.
- A status only moves on, pending → active → unsubscribed: a list that says someone left is believed, one that says
  someone is active never brings back who left.
- A consent is kept beside the earlier ones, unless it is the same in every word.
- The spelling of the address, the token and the day of joining stay what they were at first.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from newsletter.backends.stores.columns import AnyRow
from newsletter.backends.stores.tables import CONSENTS, SUBSCRIBERS
from newsletter.domain.subscriber import Consent, NewSubscriber, SubscriberStatus
from newsletter.ports import Secrets

_ORDER = (SubscriberStatus.PENDING, SubscriberStatus.ACTIVE, SubscriberStatus.UNSUBSCRIBED)


def join(connection: Connection, new: Sequence[NewSubscriber], tokens: Secrets) -> tuple[set[str], set[str]]:
    """Write some subscribers, few enough for one statement; the keys of those added and of those whose row changed."""
    mentions: dict[str, list[NewSubscriber]] = defaultdict(list)
    for subscriber in new:
        mentions[subscriber.address.key].append(subscriber)
    known = _rows(connection, mentions)

    added = [key for key in mentions if key not in known]
    if added:
        connection.execute(insert(SUBSCRIBERS), [_values(mentions[key], tokens) for key in added])
    changes = [
        {"of_id": known[key].id, "to_name": name, "to_status": status}
        for key, (name, status) in ((key, _latest(known[key], mentions[key])) for key in mentions if key in known)
        if (name, status) != (known[key].name, known[key].status)
    ]
    if changes:
        connection.execute(
            update(SUBSCRIBERS)
            .where(SUBSCRIBERS.c.id == bindparam("of_id"))
            .values(name=bindparam("to_name"), status=bindparam("to_status")),
            changes,
        )
    _add_consents(connection, mentions)
    changed = {change["of_id"] for change in changes}
    return set(added), {key for key, row in known.items() if row.id in changed}


def _rows(connection: Connection, keys: Iterable[str]) -> dict[str, AnyRow]:
    return {row.key: row for row in connection.execute(select(SUBSCRIBERS).where(SUBSCRIBERS.c.key.in_(list(keys))))}


def _values(mentions: Sequence[NewSubscriber], tokens: Secrets) -> dict[str, Any]:
    first = mentions[0]
    name, status = _latest(first, mentions[1:])
    return {
        "email": first.address.email,
        "key": first.address.key,
        "name": name,
        "status": status,
        "token": tokens.token(),
        "joined_at": first.consent.at,
    }


def _latest(known: AnyRow | NewSubscriber, mentions: Iterable[NewSubscriber]) -> tuple[str, SubscriberStatus]:
    """The name and the status once the mentions are taken in."""
    name, status = known.name, known.status
    for mention in mentions:
        name = mention.name or name
        status = max(status, mention.status, key=_ORDER.index)
    return name, status


def _add_consents(connection: Connection, mentions: dict[str, list[NewSubscriber]]) -> None:
    id_of = {key: row.id for key, row in _rows(connection, mentions).items()}
    kept = {
        (row.subscriber_id, Consent(at=row.at, how=row.how, evidence=row.evidence))
        for row in connection.execute(select(CONSENTS).where(CONSENTS.c.subscriber_id.in_(list(id_of.values()))))
    }
    given = dict.fromkeys((id_of[key], mention.consent) for key, group in mentions.items() for mention in group)
    fresh = [
        {"subscriber_id": id_, "at": consent.at, "how": consent.how, "evidence": consent.evidence}
        for id_, consent in given
        if (id_, consent) not in kept
    ]
    if fresh:
        connection.execute(insert(CONSENTS), fresh)
