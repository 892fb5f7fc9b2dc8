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
from newsletter.domain.issue import Status
from newsletter.domain.send import Audit, Delivery, DeliveryId, DeliveryState, Outcome, Recipient, Send, SendId, Unknown
from tests.builders import NOON, CountedTokens, a_recipient, a_stored_issue, a_subscriber, an_address, an_approval
from tests.contract.conftest import FreshStores
from tests.contract.desk import approved_issue

LATER = NOON + timedelta(minutes=5)
OUTCOMES = [DeliveryState.SENT, DeliveryState.REFUSED, DeliveryState.SUPPRESSED, DeliveryState.WITHDRAWN]
#: What a delivery in a state may be recorded as.
BECOMES: dict[DeliveryState, set[DeliveryState]] = {
    DeliveryState.WAITING: {DeliveryState.WAITING, DeliveryState.SUPPRESSED, DeliveryState.WITHDRAWN},
    DeliveryState.SUBMITTING: {
        DeliveryState.SENT,
        DeliveryState.REFUSED,
        DeliveryState.UNKNOWN,
        DeliveryState.WAITING,
    },
    DeliveryState.UNKNOWN: set(DeliveryState) - {DeliveryState.SUBMITTING},
    **{final: set() for final in OUTCOMES},
}


def recipients(number: int) -> Iterator[Recipient]:
    return (a_recipient(f"reader{n}@example.com", name=f"Reader {n}", number=n) for n in range(1, number + 1))


def open_send(stores: Stores, number: int = 5, *, issue: int = 1, batch_size: int = 2) -> Send:
    approved_issue(stores, issue)
    return stores.sends.open(
        issue=issue, digest="d1g35t", at=NOON, recipients=recipients(number), batch_size=batch_size
    )


def status(stores: Stores, issue: int = 1) -> Status:
    found = stores.issues.get(issue)
    assert found is not None
    return found.status


def waiting(stores: Stores, send: Send, limit: int = 100) -> list[Delivery]:
    return stores.sends.deliveries(send.id, state=DeliveryState.WAITING, limit=limit)


def record(stores: Stores, state: DeliveryState, *deliveries: Delivery, detail: str = "") -> None:
    outcomes = [Outcome(delivery=delivery.id, state=state, detail=detail) for delivery in deliveries]
    stores.sends.record(outcomes, at=LATER)


def bring(stores: Stores, state: DeliveryState, *deliveries: Delivery, detail: str = "") -> None:
    """Bring waiting deliveries into a state as a sender does."""
    if state not in {DeliveryState.WAITING, DeliveryState.SUPPRESSED, DeliveryState.WITHDRAWN}:
        assert len(stores.sends.mark_submitting(deliveries, at=LATER)) == len(deliveries)
    if state is not DeliveryState.SUBMITTING:
        record(stores, state, *deliveries, detail=detail)


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

    again = stores.sends.open(issue=1, digest="d1g35t", at=LATER, recipients=recipients(9), batch_size=1)

    assert again == first == stores.sends.of_issue(1)
    assert counts(stores, first) == {DeliveryState.WAITING: 3}


def test_an_issue_whose_send_is_opened_is_being_sent_and_can_no_longer_be_changed(stores: Stores):
    open_send(stores)

    assert status(stores) is Status.SENDING
    with pytest.raises(Refused, match="is sending; it can no longer be changed"):
        stores.issues.save_draft(a_stored_issue(1, week="w1", digest="other"))
    with pytest.raises(Refused, match="is sending; only a draft"):
        stores.issues.approve(1, an_approval(editor="ben"))


def test_the_send_of_a_sent_issue_is_opened_again_and_leaves_it_sent(stores: Stores):
    """What was unknown may still be settled."""
    send = open_send(stores)
    stores.issues.set_status(1, Status.SENT, expected=[Status.SENDING])

    again = stores.sends.open(issue=1, digest="d1g35t", at=LATER, recipients=recipients(9), batch_size=1)

    assert again == send
    assert status(stores) is Status.SENT


def refuse_to_open(stores: Stores, sentence: str, *, digest: str = "d1g35t") -> None:
    before = stores.sends.of_issue(1), stores.issues.get(1)

    with pytest.raises(Refused, match=sentence):
        stores.sends.open(issue=1, digest=digest, at=LATER, recipients=recipients(3), batch_size=2)

    assert (stores.sends.of_issue(1), stores.issues.get(1)) == before


def test_an_issue_that_is_not_there_is_not_sent(stores: Stores):
    refuse_to_open(stores, "no issue 1")


def test_a_draft_is_not_sent(stores: Stores):
    stores.issues.save_draft(a_stored_issue())

    refuse_to_open(stores, "Issue 1 is not what was approved any more: it is draft")


@pytest.mark.parametrize("stopped", [Status.HELD, Status.PAUSED, Status.WITHDRAWN])
def test_no_approved_issue_is_sent_that_was_since(stores: Stores, stopped: Status):
    approved_issue(stores)
    stores.issues.set_status(1, stopped, reason="the editor said so", expected=[Status.APPROVED])

    refuse_to_open(stores, f"it is {stopped}")


def test_an_issue_that_was_drafted_and_approved_anew_is_not_sent_in_its_old_form(stores: Stores):
    """The sender read it before, and holds the old bytes."""
    approved_issue(stores, digest="old")
    approved_issue(stores, digest="new")

    refuse_to_open(stores, "its bytes have changed", digest="old")


def test_a_send_is_not_gone_on_with_in_other_bytes(stores: Stores):
    """Half of the readers would have one letter, and half another."""
    open_send(stores)
    stores.issues.set_status(1, Status.DRAFT, expected=[Status.SENDING])
    approved_issue(stores, digest="other")

    refuse_to_open(stores, "send of issue 1 that was begun mails other bytes", digest="other")


@pytest.mark.parametrize("rival", ["a draft", "an approval of a draft"])
def test_of_a_send_and_a_change_at_once_one_comes_first_and_the_other_is_refused(fresh_stores: FreshStores, rival: str):
    """Whatever is sent is what the issue says that it was."""

    def change(stores: Stores) -> bool:
        try:
            stores.issues.save_draft(a_stored_issue(1, week="w1", digest="other"))
            if rival != "a draft":
                stores.issues.approve(1, an_approval("other"))
        except Refused:
            return False
        return True

    def send(stores: Stores) -> bool:
        try:
            stores.sends.open(issue=1, digest="d1g35t", at=NOON, recipients=recipients(600), batch_size=100)
        except Refused:
            return False
        return True

    with ThreadPoolExecutor(2) as threads:
        for round_ in range(10):
            with fresh_stores() as stores:
                approved_issue(stores)
                acts = (change, send) if round_ % 2 else (send, change)
                first, second = [answer.result() for answer in [threads.submit(act, stores) for act in acts]]
                opened = stores.sends.of_issue(1)
                kept = stores.issues.get(1)

            assert first is not second
            assert kept is not None
            assert (kept.digest, opened is None) in {("d1g35t", False), ("other", True)}
            assert (kept.status is Status.SENDING) is (opened is not None)


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
    approved_issue(stores)

    def interrupted() -> Iterator[Recipient]:
        yield from recipients(1203)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stores.sends.open(issue=1, digest="d1g35t", at=NOON, recipients=interrupted(), batch_size=2)

    assert stores.sends.of_issue(1) is None
    assert status(stores) is Status.APPROVED
    assert open_send(stores, 2).frozen == 2


def test_nobody_is_frozen_into_a_send_twice(stores: Stores):
    approved_issue(stores)

    with pytest.raises(Refused, match="stands twice"):
        stores.sends.open(issue=1, digest="d1g35t", at=NOON, recipients=[a_recipient(), a_recipient()], batch_size=2)

    assert stores.sends.of_issue(1) is None


def test_the_list_itself_is_frozen_page_by_page(stores: Stores):
    """The list is read while the ledger is written: neither waits for the other."""
    approved_issue(stores)
    everyone = [a_subscriber(f"reader{n}@example.com") for n in range(1203)]
    stores.subscribers.add(everyone, tokens=CountedTokens())

    send = stores.sends.open(
        issue=1, digest="d1g35t", at=NOON, recipients=stores.subscribers.mailable(), batch_size=500
    )

    assert send.frozen == 1203
    assert [d.recipient for d in waiting(stores, send, 2000)] == list(stores.subscribers.mailable())


def test_removing_a_subscriber_breaks_no_ledger(stores: Stores):
    approved_issue(stores)
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

    bring(stores, DeliveryState.SENT, *waiting(stores, one))

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


@pytest.mark.parametrize("before", list(DeliveryState))
@pytest.mark.parametrize("after", list(DeliveryState))
def test_an_outcome_is_written_where_it_can_come_from(stores: Stores, before: DeliveryState, after: DeliveryState):
    """Who has the letter never waits for it again, and what one sender has in hand no other one speaks for."""
    send = open_send(stores, 2)
    delivery, other = waiting(stores, send)
    bring(stores, before, delivery, detail="before")
    (known,) = [d for d in stores.sends.deliveries(send.id, state=before, limit=9) if d.id == delivery.id]

    record(stores, after, delivery, detail="250 queued as 4F2")

    written = replace(delivery, state=after, detail="250 queued as 4F2", at=LATER)
    expected = written if after in BECOMES[before] else known
    (kept,) = [d for d in stores.sends.deliveries(send.id, state=expected.state, limit=9) if d.id == delivery.id]
    assert kept == expected
    assert other in waiting(stores, send)


def test_of_two_outcomes_for_one_delivery_the_first_final_one_stands(stores: Stores):
    send = open_send(stores, 1)
    (delivery,) = stores.sends.mark_submitting(waiting(stores, send), at=NOON)

    stores.sends.record(
        [
            Outcome(delivery=delivery.id, state=state, detail=state)
            for state in (DeliveryState.UNKNOWN, DeliveryState.SENT, DeliveryState.WAITING)
        ],
        at=LATER,
    )

    assert counts(stores, send) == {DeliveryState.SENT: 1}


def test_nothing_to_record_changes_nothing(stores: Stores):
    send = open_send(stores, 1)

    stores.sends.record([], at=LATER)
    stores.sends.record([Outcome(delivery=DeliveryId(99), state=DeliveryState.SENT, detail="")], at=LATER)

    assert counts(stores, send) == {DeliveryState.WAITING: 1}


def test_the_audit_sums_every_recipient_and_names_the_unknown(stores: Stores):
    send = open_send(stores, 4)
    first, second, third, _ = waiting(stores, send)
    bring(stores, DeliveryState.SENT, first)
    bring(stores, DeliveryState.UNKNOWN, third, second)

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
            truth |= {d.id: state for d in deliveries if state in BECOMES[truth[d.id]]}

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
