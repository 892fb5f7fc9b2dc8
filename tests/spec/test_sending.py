"""Sending through a real relay, and who may never be mailed."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.relays import Relay, listening


def smtp(port: int, more: str = "") -> str:
    return (
        f'[delivery]\ntransport = "smtp"\n{more}\n'
        f'[delivery.smtp]\nhost = "127.0.0.1"\nport = {port}\nsecurity = "none"\n'
    )


def test_a_letter_reaches_everyone_through_a_relay(site):
    site.approved(subscribers=5)
    relay = Relay()

    with listening(relay) as port:
        site.configure(smtp(port))
        sent = site.json("send")

    assert sent["counts"]["sent"] == 5
    assert sorted(relay.got) == [f"reader{n}@reader.example" for n in range(1, 6)]


def test_a_send_to_nobody_is_refused_and_the_issue_kept(site):
    """An issue is sent once; a forgotten import must not spend it."""
    site.approved(subscribers=1)
    site.json("subscribers", "remove", "reader1@reader.example")

    refused = site.run("send")
    site.json("subscribers", "add", "ada@reader.example")

    assert refused.status == 1
    assert "subscribers import" in refused.last_line
    assert site.json("send")["counts"]["sent"] == 1


def test_the_sender_is_the_one_that_was_approved(site):
    """What the header says is part of the letter."""
    site.approved(subscribers=1)
    changed = site.config.read_text(encoding="utf-8").replace("[publication]", '[publication]\nname = "Somebody Else"')
    site.config.write_text(changed, encoding="utf-8")

    site.json("send")

    assert b"From: The Week in Politics <letter@news.example.org>" in site.messages()[0]
    assert b"Somebody Else" not in site.messages()[0]


def test_a_test_message_reaches_the_editor_through_the_relay(site):
    site.approved()
    relay = Relay()

    with listening(relay) as port:
        site.configure(smtp(port))
        site.json("test-send", "--to", "ana@news.example.org")

    assert relay.got == ["ana@news.example.org"]


def test_a_refused_reader_is_written_down_with_the_relays_words_and_stops_no_other(site):
    site.approved(subscribers=3)
    relay = Relay(refuse={"reader2@reader.example": "550 5.1.1 No such user"})

    with listening(relay) as port:
        site.configure(smtp(port))
        answer = site.run("send", "--json")
        again = site.run("send", "--json")

    assert answer.status == 3
    assert answer.json["counts"] | {"sent": 2, "refused": 1} == answer.json["counts"]
    assert answer.json["status"] == "sent"
    assert again.json["counts"] == answer.json["counts"]
    assert len(relay.got) == 2


def test_what_is_not_accepted_for_now_waits_for_the_next_run(site):
    site.approved(subscribers=3)
    relay = Relay(refuse={"reader2@reader.example": "451 4.7.1 Greylisted, try again"})

    with listening(relay) as port:
        site.configure(smtp(port))
        first = site.run("send", "--json")
        relay.refuse.clear()
        second = site.json("send")

    assert (first.status, first.json["counts"]["waiting"], first.json["status"]) == (3, 1, "sending")
    assert second["counts"]["sent"] == 3
    assert len(set(relay.got)) == len(relay.got) == 3


def test_a_relay_that_keeps_losing_answers_stops_the_send(site):
    """Else a whole list would end as unknown, for a person to settle one by one."""
    site.approved(subscribers=20)
    relay = Relay(hang_up=True)

    with listening(relay) as port:
        site.configure(smtp(port))
        stopped = site.run("send")
        audit = site.json("audit")

    assert stopped.status == 1
    assert "3 times in a row" in stopped.last_line
    assert (audit["counts"]["unknown"], audit["counts"]["waiting"], audit["status"]) == (3, 17, "sending")
    assert {row["address"] for row in audit["unknown"]} == set(relay.got)


@pytest.mark.parametrize(("policy", "copies"), [("hold", 1), ("resend", 2)])
def test_an_unknown_delivery_is_held_or_sent_again_as_the_operator_chose(site, policy, copies):
    site.approved(subscribers=1)
    relay = Relay(hang_up=True)

    with listening(relay) as port:
        site.configure(smtp(port, f'on_unknown = "{policy}"'))
        site.run("send")
        relay.hang_up = False
        site.run("send")

    assert len(relay.got) == copies


def test_nothing_is_sent_when_the_relay_is_away_and_everything_when_it_is_back(site):
    site.approved(subscribers=4)
    relay = Relay()
    with listening(relay) as port:
        site.configure(smtp(port))
    away = site.run("send")

    with listening(relay) as port:
        site.configure(smtp(port))
        back = site.json("send")

    assert away.status == 1
    assert "delivery.smtp" in away.last_line
    assert back["counts"]["sent"] == 4


def test_who_leaves_while_the_send_waits_gets_nothing_and_counts_as_suppressed(site):
    site.approved(subscribers=3)
    relay = Relay()
    with listening(relay) as port:
        site.configure(smtp(port))
    site.run("send")
    site.json("subscribers", "remove", "reader2@reader.example")

    with listening(relay) as port:
        site.configure(smtp(port))
        sent = site.json("send")

    assert sent["counts"] | {"sent": 2, "suppressed": 1} == sent["counts"]
    assert "reader2@reader.example" not in relay.got


def test_who_was_taken_off_the_list_is_not_brought_back_by_importing(site):
    """Deleting a row never restores mail."""
    site.fill(subscribers=2)
    site.json("subscribers", "remove", "reader1@reader.example")

    imported = site.run("subscribers", "import", str(site.folder / "list.csv"), "--json")

    assert [refused["line"] for refused in imported.json["refused"]] == [2]
    assert site.json("subscribers", "stats")["mailable"] == 1


def test_who_is_imported_as_unsubscribed_stays_so_after_leaving_the_list(site):
    path = site.write_list("email,status", "left@reader.example,unsubscribed")
    site.json("subscribers", "import", str(path))
    site.json("subscribers", "remove", "left@reader.example")
    path = site.write_list("email", "left@reader.example")

    again = site.run("subscribers", "import", str(path), "--json")

    assert (again.json["added"], len(again.json["refused"])) == (0, 1)
    assert site.run("subscribers", "add", "left@reader.example").status == 1


def test_an_exported_list_is_read_back_as_it_was(site):
    site.fill(subscribers=3)
    site.json("subscribers", "export", "--out", "out/list.csv")

    again = site.json("subscribers", "import", "out/list.csv")

    assert (again["added"], again["updated"], again["refused"]) == (0, 0, [])
    assert (site.folder / "out" / "list.csv").stat().st_mode & 0o077 == 0


def test_ctrl_c_ends_a_send_to_a_relay_that_dribbles_its_answers(site):
    """One press is enough, and nobody is left unknown to whom nothing was handed over."""
    site.approved(subscribers=3)
    listener = socket.create_server(("127.0.0.1", 0))
    asked = threading.Event()

    def dribble() -> None:
        connection, _ = listener.accept()
        with connection, listener:
            connection.sendall(b"220 relay.example\r\n")
            connection.recv(512)
            connection.sendall(b"250 relay.example\r\n")
            connection.recv(512)
            asked.set()
            for _ in range(100):
                try:
                    connection.sendall(b"250-later\r\n")
                except OSError:
                    return
                time.sleep(0.1)

    thread = threading.Thread(target=dribble)
    thread.start()
    site.configure(smtp(listener.getsockname()[1]))
    process = subprocess.Popen(
        [sys.executable, "-m", "newsletter", "send", "--config", str(site.config)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=site.folder,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    assert asked.wait(30)

    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=8)
    thread.join()

    assert process.returncode == 130
    assert "Run send again" in said.strip().splitlines()[-1]
    assert site.json("audit")["counts"]["waiting"] == 3
