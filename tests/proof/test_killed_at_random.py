"""A send that is killed at many moments: nobody lost, nobody mailed twice, and every gap has a name."""

import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from email import message_from_bytes
from pathlib import Path

import pytest

from tests.relays import Relay, listening

pytestmark = pytest.mark.proof

RECIPIENTS = 400
RUN = [sys.executable, "-m", "newsletter", "send", "--config"]


def kill_at(site, messages: int, gone_out: Callable[[], int], moment: float) -> bool:
    """Begin or go on sending, and kill it; True if it was still running.

    By what has gone out and not by the clock, because machines differ in how far a send is after a second; ``moment``,
    in seconds, lets it get anywhere in the next message.
    """
    process = subprocess.Popen(
        [*RUN, str(site.config)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=site.folder,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    while process.poll() is None and gone_out() < messages:
        time.sleep(0.001)
    time.sleep(moment)
    running = process.poll() is None
    process.kill()
    process.wait()
    return running


def kills(dice: random.Random) -> list[tuple[int, float]]:
    """Four kills: after how many messages in all, and so many seconds."""
    return [(n, dice.uniform(0, 0.005)) for n in sorted(dice.sample(range(RECIPIENTS // 2), 4))]


@pytest.mark.parametrize("seed", range(8))
def test_the_outbox_holds_each_message_once(site, seed):
    dice = random.Random(seed)  # noqa: S311 - moments, not secrets
    site.approved(subscribers=RECIPIENTS)

    killed = sum(kill_at(site, n, lambda: len(list(site.outbox.glob("*.eml"))), moment) for n, moment in kills(dice))
    site.json("send")

    addressed = Counter(str(message_from_bytes(data)["To"]) for data in site.messages())
    audit = site.json("audit")
    assert killed > 0
    assert set(addressed.values()) == {1}
    assert len(addressed) == audit["counts"]["sent"] == RECIPIENTS
    assert not list(site.outbox.glob("*.part"))
    assert site.json("db", "check")["ok"]


@pytest.mark.parametrize("seed", range(6))
def test_a_relay_gets_each_message_once_but_for_those_that_are_named(site, seed):
    dice = random.Random(100 + seed)  # noqa: S311 - moments, not secrets
    relay = Relay()
    with listening(relay) as port:
        site.approved(subscribers=RECIPIENTS)
        names = site.config.read_text(encoding="utf-8")
        smtp = (
            f'[delivery]\ntransport = "smtp"\n[delivery.smtp]\nhost = "127.0.0.1"\nport = {port}\nsecurity = "none"\n'
        )
        site.config.write_text(names.replace("\n[[feeds]]", f"\n{smtp}\n[[feeds]]", 1), encoding="utf-8")

        killed = sum(kill_at(site, n, lambda: len(relay.got), moment) for n, moment in kills(dice))
        site.run("send")
        time.sleep(0.2)  # the relay may still be counting what a killed sender left behind

    audit = site.json("audit")
    unknown = {row["address"] for row in audit["unknown"]}
    assert killed > 0
    assert audit["ok"]
    assert audit["counts"]["sent"] + len(unknown) == RECIPIENTS
    assert len(unknown) <= killed, "one connection leaves at most one unknown each time"
    assert max(Counter(relay.got).values()) == 1
    assert RECIPIENTS - len(set(relay.got)) <= len(unknown), "whoever got nothing is named"
