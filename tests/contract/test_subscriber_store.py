"""What every subscriber store promises."""

from dataclasses import replace
from datetime import timedelta
from itertools import islice

import pytest

from newsletter.backends.stores import Stores
from newsletter.domain.send import Recipient
from newsletter.domain.subscriber import (
    Consent,
    ListStats,
    NewSubscriber,
    SubscriberStatus,
    Suppression,
    SuppressionReason,
)
from newsletter.ports import Added
from tests.builders import NOON, CountedTokens, a_recipient, a_subscriber, an_address

ADA = an_address("ada@example.com")
SIGNED_UP = Consent(at=NOON + timedelta(days=1), how="signup", evidence="/subscribe, version 2")


TOKENS = CountedTokens()


def add(stores: Stores, *subscribers: NewSubscriber) -> Added:
    return stores.subscribers.add(subscribers, tokens=TOKENS)


def add_many(stores: Stores, number: int) -> None:
    add(stores, *(a_subscriber(f"reader{n:05d}@example.com") for n in range(number)))


def suppress(stores: Stores, key: str, reason: SuppressionReason = SuppressionReason.HARD_BOUNCE) -> Suppression:
    suppression = Suppression(key=key, reason=reason, since=NOON)
    stores.subscribers.suppress(suppression)
    return suppression


def keys(stores: Stores) -> list[str]:
    return [recipient.key for recipient in stores.subscribers.mailable()]


def test_a_new_subscriber_has_a_token_and_the_consent_it_came_with(stores: Stores):
    new = a_subscriber("ada@example.com", name="Ada Lovelace")

    added = stores.subscribers.add([new], tokens=CountedTokens())

    found = stores.subscribers.find(ADA)
    assert added == Added(added=1, updated=0)
    assert found is not None
    assert (found.address, found.name, found.status) == (new.address, "Ada Lovelace", SubscriberStatus.ACTIVE)
    assert (found.joined_at, found.consents) == (NOON, (new.consent,))
    assert found.token == "counted-token-00000001"


def test_an_address_is_recognised_by_its_key_and_keeps_its_first_spelling(stores: Stores):
    add(stores, a_subscriber("Ada@Example.com"))

    added = add(stores, a_subscriber("ada@example.com"))

    found = stores.subscribers.find(an_address("ADA@example.com"))
    assert added == Added(added=0, updated=0)
    assert found is not None
    assert found.address.email == "Ada@Example.com"


def test_nobody_is_found_at_an_address_that_is_not_on_the_list(stores: Stores):
    assert stores.subscribers.find(ADA) is None
    assert not stores.subscribers.remove(ADA)


def test_a_known_subscriber_is_brought_up_to_date(stores: Stores):
    add(stores, a_subscriber(name="Ada"))
    before = stores.subscribers.find(ADA)
    assert before is not None

    added = add(stores, replace(a_subscriber(name="Ada Lovelace"), consent=SIGNED_UP))

    assert added == Added(added=0, updated=1)
    assert stores.subscribers.find(ADA) == replace(before, name="Ada Lovelace", consents=(*before.consents, SIGNED_UP))


def test_a_list_without_names_takes_no_name_away(stores: Stores):
    add(stores, a_subscriber(name="Ada"))

    added = add(stores, a_subscriber(name=""))

    found = stores.subscribers.find(ADA)
    assert added == Added(added=0, updated=0)
    assert found is not None
    assert found.name == "Ada"


def test_the_same_consent_is_kept_once(stores: Stores):
    """An import that is run again leaves no second trace."""
    for _ in range(2):
        add(stores, a_subscriber())

    found = stores.subscribers.find(ADA)
    assert found is not None
    assert found.consents == (a_subscriber().consent,)


@pytest.mark.parametrize(
    ("was", "listed_as", "becomes"),
    [
        ("unsubscribed", "active", "unsubscribed"),
        ("unsubscribed", "pending", "unsubscribed"),
        ("active", "pending", "active"),
        ("active", "unsubscribed", "unsubscribed"),
        ("pending", "active", "active"),
        ("pending", "unsubscribed", "unsubscribed"),
    ],
)
def test_a_status_only_moves_towards_leaving(stores: Stores, was: str, listed_as: str, becomes: str):
    """Whoever left stays gone, whatever an old list says; whoever a list says has left is believed to have."""
    add(stores, a_subscriber(status=SubscriberStatus(was)))

    added = add(stores, a_subscriber(status=SubscriberStatus(listed_as)))

    found = stores.subscribers.find(ADA)
    assert found is not None
    assert found.status == becomes
    assert added == Added(added=0, updated=int(was != becomes))


def test_an_address_twice_in_one_call_is_one_subscriber(stores: Stores):
    added = add(
        stores,
        a_subscriber("Ada@example.com", name="Ada"),
        replace(a_subscriber("ada@example.com", name="Ada Lovelace"), consent=SIGNED_UP),
    )

    found = stores.subscribers.find(ADA)
    assert added == Added(added=1, updated=0)
    assert found is not None
    assert (found.address.email, found.name) == ("Ada@example.com", "Ada Lovelace")
    assert found.consents == (a_subscriber().consent, SIGNED_UP)


def test_adding_is_all_or_nothing(stores: Stores):
    add(stores, a_subscriber(name="Ada"))
    broken = replace(a_subscriber("ben@example.com"), name=None)  # type: ignore[arg-type]
    many = [a_subscriber(f"reader{n}@example.com") for n in range(600)]

    with pytest.raises(Exception, match=r"NOT NULL|null value"):
        add(stores, a_subscriber(name="Changed"), *many, broken)

    assert [subscriber.name for subscriber in stores.subscribers.all()] == ["Ada"]


def test_everyone_comes_in_order_of_joining_without_consents(stores: Stores):
    add(stores, *(a_subscriber(email) for email in ("cyd@example.com", "ada@example.com", "ben@example.com")))

    everyone = list(stores.subscribers.all())

    assert [subscriber.address.key for subscriber in everyone] == [
        "cyd@example.com",
        "ada@example.com",
        "ben@example.com",
    ]
    assert all(subscriber.consents == () for subscriber in everyone)


def test_the_list_may_change_while_it_is_walked_through(stores: Stores):
    """No lock is held between two readers of a long export."""
    add_many(stores, 1203)
    walk = stores.subscribers.all()
    first = [subscriber.address for subscriber in islice(walk, 10)]

    for address in first:
        stores.subscribers.remove(address)
    rest = list(walk)

    assert len(first) + len(rest) == 1203
    assert len(list(stores.subscribers.all())) == 1193


def test_a_removed_subscriber_is_gone_with_its_consents_but_not_its_suppression(stores: Stores):
    """Suppression outlives the subscriber: erased, or imported again, nobody is mailed."""
    add(stores, a_subscriber(name="Ada"))
    suppression = suppress(stores, ADA.key)

    assert stores.subscribers.remove(ADA)
    add(stores, replace(a_subscriber(), consent=SIGNED_UP))

    found = stores.subscribers.find(ADA)
    assert found is not None
    assert (found.name, found.consents) == ("", (SIGNED_UP,))
    assert stores.subscribers.suppressed([ADA.key]) == {ADA.key: suppression}
    assert keys(stores) == []


def test_an_id_is_never_given_again(stores: Stores):
    """The ledger names people by it long after they left."""
    add(stores, a_subscriber())
    (first,) = stores.subscribers.all()
    stores.subscribers.remove(ADA)

    add(stores, a_subscriber("ben@example.com"))

    (second,) = stores.subscribers.all()
    assert second.id > first.id


def test_the_first_reason_for_a_suppression_stands(stores: Stores):
    first = suppress(stores, ADA.key, SuppressionReason.COMPLAINT)

    suppress(stores, ADA.key, SuppressionReason.MANUAL)

    assert stores.subscribers.suppressed([ADA.key, "ben@example.com"]) == {ADA.key: first}


def test_many_keys_are_asked_about_at_once(stores: Stores):
    asked = [f"reader{n}@example.com" for n in range(1203)]
    for key in (asked[0], asked[-1]):
        suppress(stores, key)

    assert list(stores.subscribers.suppressed(asked)) == [asked[0], asked[-1]]
    assert stores.subscribers.suppressed([]) == {}


def test_mailed_are_those_who_are_active_and_not_suppressed(stores: Stores):
    add(
        stores,
        a_subscriber("cyd@example.com", name="Cyd"),
        a_subscriber("pending@example.com", status=SubscriberStatus.PENDING),
        a_subscriber("left@example.com", status=SubscriberStatus.UNSUBSCRIBED),
        a_subscriber("bounced@example.com"),
        a_subscriber("Ada@example.com"),
    )
    suppress(stores, "bounced@example.com")
    suppress(stores, "nobody@example.com")

    recipients = list(stores.subscribers.mailable())

    cyd, ada = recipients
    assert (cyd.email, cyd.key, cyd.name) == ("cyd@example.com", "cyd@example.com", "Cyd")
    assert (ada.email, ada.key) == ("Ada@example.com", "ada@example.com")
    assert cyd.subscriber < ada.subscriber
    assert cyd.token != ada.token


def test_a_long_list_is_mailed_whole_and_once(stores: Stores):
    """The pages of a long list neither overlap nor leave anybody out."""
    add_many(stores, 1500)

    mailed = keys(stores)

    assert mailed == [f"reader{n:05d}@example.com" for n in range(1500)]


def test_still_mailable_are_those_who_have_not_left_since(stores: Stores):
    emails = ("stays@example.com", "left@example.com", "bounced@example.com", "erased@example.com")
    add(stores, *(a_subscriber(email) for email in emails))
    frozen = list(stores.subscribers.mailable())

    add(stores, a_subscriber("left@example.com", status=SubscriberStatus.UNSUBSCRIBED))
    suppress(stores, "bounced@example.com")
    stores.subscribers.remove(an_address("erased@example.com"))

    assert stores.subscribers.still_mailable(frozen) == {"stays@example.com"}
    assert stores.subscribers.still_mailable([]) == frozenset()


def test_whoever_was_erased_from_the_ledger_is_not_mailable(stores: Stores):
    add(stores, a_subscriber())
    erased: Recipient = replace(a_recipient(), email="", key="")

    assert stores.subscribers.still_mailable([erased]) == frozenset()


def test_the_list_in_numbers(stores: Stores):
    add(
        stores,
        a_subscriber("a@example.com"),
        a_subscriber("b@example.com"),
        a_subscriber("c@example.com", status=SubscriberStatus.UNSUBSCRIBED),
    )
    for key in ("b@example.com", "c@example.com", "nobody@example.com"):
        suppress(stores, key)

    assert stores.subscribers.stats() == ListStats(
        by_status={SubscriberStatus.PENDING: 0, SubscriberStatus.ACTIVE: 2, SubscriberStatus.UNSUBSCRIBED: 1},
        suppressed=1,
        mailable=1,
    )


def test_an_empty_list_in_numbers(stores: Stores):
    assert stores.subscribers.stats() == ListStats(
        by_status=dict.fromkeys(SubscriberStatus, 0), suppressed=0, mailable=0
    )
