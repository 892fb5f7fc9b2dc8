"""What every ledger promises: nobody is lost, nobody is mailed twice."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsletter.backends.stores import Stores
from newsletter.domain.errors import Refused
from newsletter.domain.send import Audit, Delivery, DeliveryId, DeliveryState, Outcome, Recipient, Send, SendId, Unknown
from tests.builders import NOON, CountedTokens, a_recipient, a_subscriber, an_address
from tests.contract.conftest import FreshStores

LATER = NOON + timedelta(minutes=5)
OUTCOMES = [DeliveryState.SENT, DeliveryState.REFUSED, DeliveryState.SUPPRESSED, DeliveryState.WITHDRAWN]
UNSETTLED = [DeliveryState.WAITING, DeliveryState.SUBMITTING, DeliveryState.UNKNOWN]


def recipients(number: int) -> Iterator[Recipient]:
    return (a_recipient(f"reader{n}@example.com", name=f"Reader {n}", number=n) for n in range(1, number + 1))


def open_send(stores: Stores, number: int = 5, *, issue: int = 1, batch_size: int = 2) -> Send:
    return stores.sends.open(
        issue=issue, digest="d1g35t", at=NOON, recipients=recipients(number), batch_size=batch_size
    )


def waiting(stores: Stores, send: Send, limit: int = 100) -> list[Delivery]:
    return stores.sends.deliveries(send.id, state=DeliveryState.WAITING, limit=limit)


def record(stores: Stores, state: DeliveryState, *deliveries: Delivery, detail: str = "") -> None:
    outcomes = [Outcome(delivery=delivery.id, state=state, detail=detail) for delivery in deliveries]
    stores.sends.record(outcomes, at=LATER)


def counts(stores: Stores, send: Send) -> dict[DeliveryState, int]:
    return {state: number for state, number in stores.sends.audit(send.id).counts.items() if number}


def test_a_send_freezes_its_recipients_in_batches(stores: Stores):
    send = open_send(stores, 5, batch_size=2)

    frozen = waiting(stores, send)

    assert (send.issue, send.digest, send.started_at, send.frozen) == (1, "d1g35t", NOON, 5)
    assert [delivery.recipient for delivery in frozen] == list(recipients(5))
    assert [delivery.batch for delivery in frozen] == [0, 0, 1, 1, 2]
    assert {(d.send, d.state, d.detail, d.at) for d in frozen} == {(send.id, DeliveryState.WAITING, "", NOON)}


def test_a_send_opened_again_is_the_same_and_freezes_nobody_anew(stores: Stores):
    """Whoever joins while a letter goes out gets the next one."""
    first = open_send(stores, 3)

    again = stores.sends.open(issue=1, digest="other", at=LATER, recipients=recipients(9), batch_size=1)

    assert again == first == stores.sends.of_issue(1)
    assert counts(stores, first) == {DeliveryState.WAITING: 3}


def test_an_issue_that_nobody_sent_has_no_send(stores: Stores):
    assert stores.sends.of_issue(1) is None
    with pytest.raises(Refused, match="no send 1"):
        stores.sends.audit(SendId(1))


def test_a_send_to_nobody_is_a_send(stores: Stores):
    send = open_send(stores, 0)

    assert send.frozen == 0
    assert stores.sends.audit(send.id).ok


def test_freezing_is_all_or_nothing(stores: Stores):
    """A power cut half-way through a long list leaves no half send that would pass for the whole."""

    def interrupted() -> Iterator[Recipient]:
        yield from recipients(1203)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stores.sends.open(issue=1, digest="d1g35t", at=NOON, recipients=interrupted(), batch_size=2)

    assert stores.sends.of_issue(1) is None
    assert open_send(stores, 2).frozen == 2


def test_nobody_is_frozen_into_a_send_twice(stores: Stores):
    with pytest.raises(Refused, match="stands twice"):
        stores.sends.open(issue=1, digest="d1g35t", at=NOON, recipients=[a_recipient(), a_recipient()], batch_size=2)

    assert stores.sends.of_issue(1) is None


def test_the_list_itself_is_frozen_page_by_page(stores: Stores):
    """The list is read while the ledger is written: neither waits for the other."""
    everyone = [a_subscriber(f"reader{n}@example.com") for n in range(1203)]
    stores.subscribers.add(everyone, tokens=CountedTokens())

    send = stores.sends.open(
        issue=1, digest="d1g35t", at=NOON, recipients=stores.subscribers.mailable(), batch_size=500
    )

    assert send.frozen == 1203
    assert [d.recipient for d in waiting(stores, send, 2000)] == list(stores.subscribers.mailable())


def test_removing_a_subscriber_breaks_no_ledger(stores: Stores):
    stores.subscribers.add([a_subscriber()], tokens=CountedTokens())
    send = stores.sends.open(issue=1, digest="d1g35t", at=NOON, recipients=stores.subscribers.mailable(), batch_size=2)

    assert stores.subscribers.remove(an_address())

    assert stores.sends.audit(send.id).ok
    assert stores.keeper.check() == []


def test_the_next_deliveries_come_in_order_a_few_at_a_time(stores: Stores):
    send = open_send(stores, 5)
    everything = waiting(stores, send)

    first = waiting(stores, send, 2)
    rest = stores.sends.deliveries(send.id, state=DeliveryState.WAITING, limit=100, after=first[-1].id)

    assert first + rest == everything


def test_each_send_has_deliveries_of_its_own(stores: Stores):
    one, two = open_send(stores, 2, issue=1), open_send(stores, 3, issue=2)

    record(stores, DeliveryState.SENT, *waiting(stores, one))

    assert counts(stores, one) == {DeliveryState.SENT: 2}
    assert counts(stores, two) == {DeliveryState.WAITING: 3}


def test_what_is_being_handed_over_is_written_down_first(stores: Stores):
    send = open_send(stores, 3)
    first, second, third = waiting(stores, send)

    ours = stores.sends.mark_submitting([second, first], at=LATER)

    expected = [replace(d, state=DeliveryState.SUBMITTING, at=LATER) for d in (second, first)]
    assert ours == expected
    assert stores.sends.deliveries(send.id, state=DeliveryState.SUBMITTING, limit=9) == expected[::-1]
    assert waiting(stores, send) == [third]


def test_a_delivery_is_handed_to_one_sender_only(stores: Stores):
    send = open_send(stores, 3)
    seen_by_both = waiting(stores, send)
    stores.sends.mark_submitting(seen_by_both[:2], at=NOON)

    second = stores.sends.mark_submitting(seen_by_both, at=LATER)

    assert [delivery.id for delivery in second] == [seen_by_both[2].id]


def test_a_delivery_given_twice_is_handed_over_once(stores: Stores):
    send = open_send(stores, 1)
    (delivery,) = waiting(stores, send)

    assert len(stores.sends.mark_submitting([delivery, delivery], at=LATER)) == 1
    assert stores.sends.mark_submitting([], at=LATER) == []


def test_many_senders_at_once_share_the_work_and_overlap_nowhere(stores: Stores):
    send = open_send(stores, 120, batch_size=10)

    def work(_: int) -> list[DeliveryId]:
        mine: list[DeliveryId] = []
        while todo := waiting(stores, send, 10):
            ours = stores.sends.mark_submitting(todo, at=LATER)
            record(stores, DeliveryState.SENT, *ours)
            mine += [delivery.id for delivery in ours]
        return mine

    with ThreadPoolExecutor(4) as threads:
        handed_over = Counter(id_ for ids in threads.map(work, range(4)) for id_ in ids)

    assert len(handed_over) == 120
    assert set(handed_over.values()) == {1}
    assert counts(stores, send) == {DeliveryState.SENT: 120}


@pytest.mark.parametrize("before", UNSETTLED)
@pytest.mark.parametrize("after", [*OUTCOMES, DeliveryState.UNKNOWN, DeliveryState.WAITING])
def test_an_outcome_is_written_over(stores: Stores, before: DeliveryState, after: DeliveryState):
    send = open_send(stores, 2)
    delivery, other = waiting(stores, send)
    record(stores, before, delivery)

    record(stores, after, delivery, detail="250 queued as 4F2")

    (kept,) = [d for d in stores.sends.deliveries(send.id, state=after, limit=9) if d.id == delivery.id]
    assert kept == replace(delivery, state=after, detail="250 queued as 4F2", at=LATER)
    assert other in waiting(stores, send)


@pytest.mark.parametrize("final", OUTCOMES)
@pytest.mark.parametrize("late", list(DeliveryState))
def test_a_final_outcome_is_written_over_by_nothing(stores: Stores, final: DeliveryState, late: DeliveryState):
    """Above all, who has the letter never waits for it again."""
    send = open_send(stores, 1)
    (delivery,) = waiting(stores, send)
    record(stores, final, delivery, detail="first")

    record(stores, late, delivery, detail="second")

    (kept,) = stores.sends.deliveries(send.id, state=final, limit=9)
    assert (kept.state, kept.detail) == (final, "first")


def test_nothing_to_record_changes_nothing(stores: Stores):
    send = open_send(stores, 1)

    stores.sends.record([], at=LATER)
    stores.sends.record([Outcome(delivery=DeliveryId(99), state=DeliveryState.SENT, detail="")], at=LATER)

    assert counts(stores, send) == {DeliveryState.WAITING: 1}


def test_the_audit_sums_every_recipient_and_names_the_unknown(stores: Stores):
    send = open_send(stores, 4)
    first, second, third, _ = waiting(stores, send)
    record(stores, DeliveryState.SENT, first)
    record(stores, DeliveryState.UNKNOWN, third, second)

    audit = stores.sends.audit(send.id)

    assert audit == Audit(
        send=send,
        counts=dict.fromkeys(DeliveryState, 0)
        | {DeliveryState.SENT: 1, DeliveryState.UNKNOWN: 2, DeliveryState.WAITING: 1},
        unknown=tuple(Unknown(address=d.recipient.email, since=LATER) for d in (second, third)),
    )
    assert audit.ok


def test_a_send_is_held_by_one_at_a_time_and_free_again_afterwards(stores: Stores):
    send, other = open_send(stores, issue=1), open_send(stores, issue=2)

    with stores.sends.alone(send.id):
        with stores.sends.alone(other.id):
            pass
        with pytest.raises(Refused, match="Another process is sending"), stores.sends.alone(send.id):
            pytest.fail("two hold one send")

    with stores.sends.alone(send.id):
        pass


def test_a_send_is_free_again_when_its_holder_failed(stores: Stores):
    send = open_send(stores)
    with pytest.raises(KeyboardInterrupt), stores.sends.alone(send.id):
        raise KeyboardInterrupt

    with stores.sends.alone(send.id):
        pass


ANSWERS = [*OUTCOMES, DeliveryState.UNKNOWN, DeliveryState.WAITING]
SENDERS = st.integers(0, 1)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("look"), SENDERS, st.integers(1, 4)),
        st.tuples(st.just("mark"), SENDERS, st.just(0)),
        st.tuples(
            st.just("record"), SENDERS, st.sampled_from([*OUTCOMES, DeliveryState.UNKNOWN, DeliveryState.WAITING])
        ),
        # Dead: what it had in hand stays as it is in the ledger, and it remembers nothing.
        st.tuples(st.just("die"), SENDERS, st.just(0)),
        # A later run, or a person, decides about what was left in hand.
        st.tuples(st.just("settle"), SENDERS, st.sampled_from([DeliveryState.WAITING, DeliveryState.UNKNOWN])),
    ),
    max_size=30,
)


@settings(max_examples=60, deadline=None)
@given(steps=STEPS)
def test_whatever_happens_to_a_send_nobody_is_lost_and_nobody_is_handed_over_twice(fresh_stores: FreshStores, steps):
    """Two senders, deaths at any moment and late answers: a delivery is handed over only while it waits."""
    with fresh_stores() as stores:
        send = open_send(stores, 6)
        truth = dict.fromkeys((d.id for d in waiting(stores, send)), DeliveryState.WAITING)
        seen: dict[int, list[Delivery]] = {0: [], 1: []}
        in_hand: dict[int, list[Delivery]] = {0: [], 1: []}

        def settle(state: DeliveryState, deliveries: list[Delivery], truth=truth, stores=stores) -> None:
            record(stores, state, *deliveries)
            truth |= {d.id: state for d in deliveries if truth[d.id] in UNSETTLED}

        for step, sender, argument in steps:
            match step:
                case "look":
                    seen[sender] = waiting(stores, send, argument)
                case "mark":
                    ours = stores.sends.mark_submitting(seen[sender], at=LATER)
                    assert {d.id for d in ours} == {d.id for d in seen[sender] if truth[d.id] is DeliveryState.WAITING}
                    truth |= {d.id: DeliveryState.SUBMITTING for d in ours}
                    in_hand[sender] += ours
                case "record":
                    settle(argument, in_hand[sender])
                    in_hand[sender] = []
                case "die":
                    seen[sender], in_hand[sender] = [], []
                case "settle":
                    left = stores.sends.deliveries(send.id, state=DeliveryState.SUBMITTING, limit=9)
                    settle(argument, left)

            audit = stores.sends.audit(send.id)
            assert audit.ok
            assert {state: n for state, n in audit.counts.items() if n} == Counter(truth.values())
        assert stores.keeper.check() == []
