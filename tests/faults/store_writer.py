"""Writes into a store without end, and says on standard output what it was promised. Its fate is to be killed.

Run as ``python -m tests.faults.store_writer URL``.
"""

import sys
import time
from itertools import count

from newsletter.backends.stores import open_stores
from newsletter.domain.issue import Status
from newsletter.domain.send import DeliveryState, Outcome
from tests.builders import NOON, CountedTokens, a_stored_issue, a_subscriber, an_approval, an_entry


def say(*words: object) -> None:
    print(*words, flush=True)  # noqa: T201 - the test reads it


def main(url: str) -> None:
    stores = open_stores(url)
    issues, sends = stores.issues, stores.sends
    tokens = CountedTokens(f"token-of-{time.monotonic_ns()}")
    say("ready")
    for number in count(issues.next_number("")):
        week = f"w{number}"
        stores.entries.save([an_entry(f"{number}-{n}") for n in range(20)])
        stores.subscribers.add([a_subscriber(f"{number}-{n}@example.com") for n in range(20)], tokens=tokens)
        issues.save_draft(a_stored_issue(number, week=week))
        issues.approve(number, an_approval())
        send = sends.open(
            issue=number, digest="d1g35t", at=NOON, recipients=stores.subscribers.mailable(), batch_size=50
        )
        say("frozen", send.id, send.frozen)
        while waiting := sends.deliveries(send.id, state=DeliveryState.WAITING, limit=10):
            ours = sends.mark_submitting(waiting, at=NOON)
            for delivery in ours:
                say("submitting", send.id, delivery.id)
            sends.record([Outcome(delivery=d.id, state=DeliveryState.SENT, detail="") for d in ours], at=NOON)
            for delivery in ours:
                say("sent", send.id, delivery.id)
        issues.set_status(number, Status.SENT, expected=[Status.SENDING])


if __name__ == "__main__":
    main(sys.argv[1])
