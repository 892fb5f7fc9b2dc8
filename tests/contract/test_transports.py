"""What every transport promises. One suite, run over each."""

import ssl
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from newsletter.backends.transports.outbox import OutboxTransport
from newsletter.backends.transports.smtp import Security, SmtpTransport
from newsletter.domain.errors import OutcomeUnknown, TransportUnavailable
from newsletter.domain.send import DeliveryId, Message
from newsletter.ports import Transport
from tests.relays import Relay, free_port, listening

DATA = b"To: ada@example.com\r\nSubject: The week\r\n\r\n.A line with a dot\r\n..two\r\nThe end\r\n"


def a_message(number: int = 1, *, to: str = "ada@example.com", data: bytes = DATA) -> Message:
    return Message(
        delivery=DeliveryId(number),
        message_id=f"<issue-1.{number:07d}.abc@weekly.example.org>",
        mail_from="letter@news.example.org",
        rcpt_to=to,
        data=data,
    )


@pytest.fixture
def relay() -> Iterator[tuple[Relay, int]]:
    handler = Relay()
    with listening(handler, enable_SMTPUTF8=True) as port:
        yield handler, port


@pytest.fixture(params=["outbox", "smtp"])
def transport(request, tmp_path) -> Iterator[tuple[Transport, object]]:
    if request.param == "outbox":
        yield OutboxTransport(tmp_path / "outbox"), tmp_path / "outbox"
        return
    handler, port = request.getfixturevalue("relay")
    smtp = SmtpTransport(host="127.0.0.1", port=port, security=Security.NONE)
    yield smtp, handler
    smtp.close()


def arrived(place: object) -> list[bytes]:
    if isinstance(place, Path):
        return [path.read_bytes() for path in sorted(place.glob("*.eml"))]
    assert isinstance(place, Relay)
    return [data for _, data in place.taken]


def test_it_answers_for_each_message_in_order(transport):
    submit, place = transport

    receipts = submit.submit([a_message(1), a_message(2), a_message(3)])

    assert [(r.delivery, r.accepted) for r in receipts] == [(1, True), (2, True), (3, True)]
    assert all(r.detail for r in receipts)
    assert len(arrived(place)) == 3


def test_what_arrives_is_what_was_submitted(transport):
    """Leading dots too."""
    submit, place = transport

    submit.submit([a_message()])

    assert arrived(place) == [DATA]


def test_an_international_address_is_taken(transport):
    submit, place = transport
    data = "To: zoë@example.com\r\n\r\nHello\r\n".encode()

    (receipt,) = submit.submit([a_message(to="zoë@example.com", data=data)])

    assert receipt.accepted
    assert arrived(place) == [data]


def test_it_can_be_closed_and_used_again(transport):
    submit, place = transport
    submit.submit([a_message(1)])

    submit.close()
    submit.submit([a_message(2)])

    assert len(arrived(place)) == 2


def test_nothing_to_submit_is_nothing(transport):
    submit, place = transport

    assert submit.submit([]) == []
    assert arrived(place) == []


# --- the outbox ------------------------------------------------------------------------------------------------------


def test_the_outbox_holds_one_file_a_message_however_often_it_is_submitted(tmp_path):
    outbox = OutboxTransport(tmp_path)

    outbox.submit([a_message(1)])
    outbox.submit([a_message(1)])

    assert outbox.repeatable
    assert [path.name for path in tmp_path.iterdir()] == ["issue-1.0000001.abc.eml"]


def test_a_message_id_cannot_lead_out_of_the_outbox(tmp_path):
    outbox = OutboxTransport(tmp_path / "outbox")
    message = Message(delivery=DeliveryId(1), message_id="<../../evil@x>", mail_from="a@b", rcpt_to="c@d", data=b"x")

    outbox.submit([message])

    assert [path.parent for path in tmp_path.rglob("*.eml")] == [tmp_path / "outbox"]


def test_an_outbox_that_cannot_be_made_is_unavailable(tmp_path):
    (tmp_path / "outbox").write_text("a file stands here")

    with pytest.raises(TransportUnavailable, match="run send again"):
        OutboxTransport(tmp_path / "outbox").submit([a_message()])


def test_only_the_owner_may_read_a_message(tmp_path):
    """An address in it says who reads a political newsletter."""
    OutboxTransport(tmp_path).submit([a_message()])

    assert next(tmp_path.glob("*.eml")).stat().st_mode & 0o077 == 0


def test_a_full_disk_means_that_nothing_of_the_call_is_in_the_outbox(tmp_path):
    """Otherwise the ledger would let a message wait that is there already, and its reader may leave meanwhile."""
    # The system's own full disk, in the place of the third message.
    (tmp_path / "issue-1.0000003.abc.part").symlink_to("/dev/full")
    outbox = OutboxTransport(tmp_path)

    with pytest.raises(TransportUnavailable, match=r"No space left on device\. .*run send again"):
        outbox.submit([a_message(number) for number in (1, 2, 3, 4)])

    assert list(tmp_path.iterdir()) == []
    assert all(receipt.accepted for receipt in outbox.submit([a_message(number) for number in (1, 2, 3, 4)]))
    assert len(arrived(tmp_path)) == 4


@pytest.mark.parametrize(
    ("blocked", "fault", "there"),
    [(1, TransportUnavailable, 0), (2, OutcomeUnknown, 1)],
    ids=["before the first is in its place", "between two"],
)
def test_an_outbox_that_fails_says_whether_any_message_is_there(tmp_path, blocked, fault, there):
    """A folder stands where a message should."""
    in_the_way = tmp_path / f"issue-1.000000{blocked}.abc.eml"
    in_the_way.mkdir()
    outbox = OutboxTransport(tmp_path)

    with pytest.raises(fault, match="run send again"):
        outbox.submit([a_message(1), a_message(2)])

    in_the_way.rmdir()
    assert len(arrived(tmp_path)) == there
    assert list(tmp_path.glob("*.part")) == []


def test_what_a_killed_run_left_unfinished_is_finished(tmp_path):
    (tmp_path / "issue-1.0000001.abc.part").write_bytes(DATA[:20] * 100)

    OutboxTransport(tmp_path).submit([a_message(1)])

    assert arrived(tmp_path) == [DATA]
    assert list(tmp_path.glob("*.part")) == []


# --- SMTP ------------------------------------------------------------------------------------------------------------


def smtp_to(port: int, *, security: Security = Security.NONE, username: str = "", password: str = "") -> SmtpTransport:
    return SmtpTransport(
        host="127.0.0.1", port=port, security=security, username=username, password=password, timeout=5
    )


@pytest.mark.parametrize(("answer", "temporary"), [("550 5.1.1 No such user", False), ("451 4.3.0 Later", True)])
def test_a_refused_address_stops_no_other(relay, answer, temporary):
    handler, port = relay
    handler.refuse["ben@example.com"] = answer
    transport = smtp_to(port)

    receipts = transport.submit([a_message(1), a_message(2, to="ben@example.com"), a_message(3)])
    transport.close()

    assert [(r.accepted, r.temporary) for r in receipts] == [(True, False), (False, temporary), (True, False)]
    assert answer in receipts[1].detail
    assert len(handler.taken) == 2


def test_a_relay_that_is_not_there_means_nothing_was_submitted():
    with pytest.raises(TransportUnavailable, match=r"delivery\.smtp\.host"):
        smtp_to(free_port()).submit([a_message()])


def test_a_connection_lost_after_the_final_dot_leaves_the_outcome_unknown(relay):
    """The relay may have taken the message on."""
    handler, port = relay
    handler.hang_up = True

    with pytest.raises(OutcomeUnknown):
        smtp_to(port).submit([a_message()])


def test_nonsense_after_the_final_dot_leaves_the_outcome_unknown(relay):
    """It is neither yes nor no, and the relay may have taken the message on."""
    handler, port = relay
    handler.says = "how do you do"

    with pytest.raises(OutcomeUnknown, match="is no answer"):
        smtp_to(port).submit([a_message()])


def test_nonsense_before_the_message_means_nothing_was_submitted(relay):
    handler, port = relay
    handler.refuse["ada@example.com"] = "pardon"

    with pytest.raises(TransportUnavailable, match="speaks no SMTP"):
        smtp_to(port).submit([a_message()])


def test_after_a_lost_connection_the_next_call_connects_again(relay):
    handler, port = relay
    handler.hang_up = True
    transport = smtp_to(port)
    with pytest.raises(OutcomeUnknown):
        transport.submit([a_message(1)])
    handler.hang_up = False

    (receipt,) = transport.submit([a_message(2)])
    transport.close()

    assert receipt.accepted


def test_a_relay_without_tls_is_not_used_where_tls_is_asked_for(relay):
    """A letter must not go in the clear by accident."""
    handler, port = relay

    with pytest.raises(TransportUnavailable):
        smtp_to(port, security=Security.STARTTLS).submit([a_message()])

    assert handler.taken == []


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(tmp_path):
    handler = Relay()
    with listening(handler, tls_context=self_signed(tmp_path), require_starttls=True) as port:  # noqa: SIM117
        with pytest.raises(TransportUnavailable, match=r"delivery\.smtp\.security"):
            smtp_to(port, security=Security.STARTTLS).submit([a_message()])

    assert handler.taken == []


def test_a_wrong_password_is_told_as_such(relay):
    _, port = relay

    with pytest.raises(TransportUnavailable, match=r"cannot be used|username and password"):
        smtp_to(port, username="letter", password="wrong").submit([a_message()])


@pytest.mark.parametrize("host", ["höst..example", "x" * 64 + ".example", "relay\x00.example"])
def test_a_host_that_is_no_name_means_nothing_was_submitted(host):
    """What cannot even be looked up was surely not asked."""
    transport = SmtpTransport(host=host, port=587, timeout=5)

    with pytest.raises(TransportUnavailable, match=r"delivery\.smtp\.host"):
        transport.submit([a_message()])


@pytest.mark.parametrize(("username", "password"), [("letter", "pässword"), ("lettér", "password")])
def test_a_password_that_smtp_cannot_say_means_nothing_was_submitted(relay, username, password):
    handler, port = relay

    with pytest.raises(TransportUnavailable, match=r"delivery\.smtp\.username or password") as refused:
        smtp_to(port, username=username, password=password).submit([a_message()])

    assert handler.taken == []
    assert "pässword" not in str(refused.value)


def test_a_sender_that_smtp_cannot_say_means_nothing_was_submitted(relay):
    handler, port = relay

    with pytest.raises(TransportUnavailable, match=r"publication\.from_address"):
        smtp_to(port).submit([replace(a_message(), mail_from="lettér@news.example.org")])

    assert handler.taken == []


def test_an_address_that_smtp_cannot_say_is_refused_and_stops_no_other(relay):
    handler, port = relay
    transport = smtp_to(port)

    receipts = transport.submit([a_message(1), a_message(2, to="ben\udcff@example.com"), a_message(3)])
    transport.close()

    assert [(r.accepted, r.temporary) for r in receipts] == [(True, False), (False, False), (True, False)]
    assert len(handler.taken) == 2


def test_a_relay_without_smtputf8_refuses_international_addresses_only():
    with listening(Relay(), enable_SMTPUTF8=False) as port:
        transport = smtp_to(port)
        receipts = transport.submit([a_message(1, to="zoë@example.com"), a_message(2)])
        transport.close()

    assert [r.accepted for r in receipts] == [False, True]
    assert "SMTPUTF8" in receipts[0].detail


def self_signed(folder: Path) -> ssl.SSLContext:
    import subprocess

    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=relay.example", "-days", "1",
         "-keyout", "key.pem", "-out", "cert.pem"],
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    return context
