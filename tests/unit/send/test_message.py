"""One message per recipient: composed once, spliced for each."""

import re
from dataclasses import replace
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import SMTP, default
from email.utils import parseaddr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.domain.issue import READER_TOKEN, Rendered
from newsletter.domain.send import DeliveryId, Message, Recipient
from newsletter.domain.subscriber import SubscriberId
from newsletter.send.message import compose
from tests.builders import NOON, a_publication, a_recipient

POLICY = SMTP.clone(max_line_length=76)
HTML = f'<p>Ünïcode and a very long line {"x" * 300}</p>\n.dot\n<a href="https://n.example/u/{READER_TOKEN}">Go</a> \n'
TEXT = f"The week.\n\nLeave: https://n.example/u/{READER_TOKEN}\n"


FIELDS = [
    "From", "To", "Message-ID", "Subject", "Date", "Reply-To", "List-Id", "List-Unsubscribe-Post", "List-Unsubscribe",
    "MIME-Version", "Content-Type",
]  # fmt: skip


def a_letter(html: str = HTML, text: str = TEXT, subject: str = "Budget passes, narrowly", **publication: str):
    rendered = Rendered(
        subject=subject, html=html.encode(), text=text.encode(), publication=a_publication(**publication)
    )
    return compose(rendered, issue=7, date=NOON)


def by_the_standard_library(html: str, text: str, *, token: str, like: Message) -> bytes:
    """The body that the library's modern interface builds from the same parts."""
    built = EmailMessage(policy=POLICY)
    built.set_content(text.replace(READER_TOKEN, token), cte="quoted-printable")
    built.add_alternative(html.replace(READER_TOKEN, token), subtype="html", cte="quoted-printable")
    built.set_boundary(message_from_bytes(like.data, policy=default).get_boundary() or "")
    return built.as_bytes().partition(b"\r\n\r\n")[2]


NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=60).map(
    lambda name: " ".join("".join(c if c.isprintable() else " " for c in name).split())
)
LOCALS = st.from_regex(r"[a-z0-9]([a-z0-9+_-]{0,20}(\.[a-z0-9+_-]{1,10})?)?", fullmatch=True)
TOKENS = st.from_regex(r"[A-Za-z0-9_][A-Za-z0-9_-]{21}", fullmatch=True)
LINES = st.lists(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=120).map(
        lambda line: "".join(c for c in line if c not in "\x85\u2028\u2029")
    ),
    min_size=1,
    max_size=6,
).map(lambda lines: "\n".join(lines) + f"\n<{READER_TOKEN}>\n")


@given(token=TOKENS, html=LINES, text=LINES)
def test_the_body_is_what_the_standard_library_builds(token, html, text):
    """Splicing is for speed; it must not be seen in the message."""
    recipient = replace(a_recipient(), token=token)

    spliced = a_letter(html, text).message(DeliveryId(42), recipient)

    assert spliced.data.partition(b"\r\n\r\n")[2] == by_the_standard_library(html, text, token=token, like=spliced)


def shown_name(data: bytes) -> str:
    """The name before the address, encoded words joined as RFC 2047 (6.2) says.

    The library's modern parser leaves the space between two of them in a name.
    """
    phrase, _ = parseaddr(str(message_from_bytes(data)["To"]))
    return str(make_header(decode_header(phrase)))


@given(name=NAMES, local=LOCALS, token=TOKENS, subject=NAMES)
def test_the_header_is_read_back_as_the_recipient_and_nobody_else(name, local, token, subject):
    recipient = Recipient(
        subscriber=SubscriberId(3), email=f"{local}@example.com", key=f"{local}@example.com", name=name, token=token
    )

    data = a_letter(subject=subject).message(DeliveryId(42), recipient).data

    header = data.partition(b"\r\n\r\n")[0]
    message = message_from_bytes(data, policy=default)
    assert [field.partition(b":")[0].decode() for field in re.split(rb"\r\n(?![ \t])", header)] == FIELDS
    assert all(len(line) <= 998 for line in header.split(b"\r\n"))
    assert [a.addr_spec for a in message["To"].addresses] == [f"{local}@example.com"]
    assert shown_name(data) == name
    assert message["Subject"] == subject


@pytest.mark.parametrize(
    "evil",
    [
        "=?utf-8?q?=0d=0aBcc:_v@x.example?=",
        "Senate =?utf-8?q?a=0d=0aBcc:_v@x.example?=",
        "=?utf-8?b?DQoNCjxzY3JpcHQ+?=",
        "x\r\nBcc: v@x.example",
        "x\r\n\r\n<script>",
    ],
)
def test_no_encoded_word_of_an_outlet_or_a_reader_opens_a_header(evil):
    """A title may hold anything; what it holds is shown, and nothing more."""
    data = a_letter(subject=evil).message(DeliveryId(1), a_recipient(name=evil)).data
    header = data.partition(b"\r\n\r\n")[0]

    assert [field.partition(b":")[0].decode() for field in re.split(rb"\r\n(?![ \t])", header)] == FIELDS
    if "\r" not in evil:
        assert str(make_header(decode_header(str(message_from_bytes(data)["Subject"])))) == evil


@pytest.mark.parametrize(
    "name",
    ["Lastname, Firstname of the Very Long and Most Venerable House of Commas, Quotes and Dots", '"Q" \\ back', "a.b"],
)
def test_a_long_or_a_quoted_name_is_one_mailbox(name):
    message = message_from_bytes(a_letter().message(DeliveryId(1), a_recipient(name=name)).data, policy=default)

    assert [(a.display_name, a.addr_spec) for a in message["To"].addresses] == [(name, "ada@example.com")]


def test_a_long_list_id_stays_readable_to_programs():
    long = ".".join(["weekly", *["division"] * 20, "example", "org"])

    data = a_letter(list_id=long, name="Политика за неделю").message(DeliveryId(1), a_recipient()).data

    assert f"<{long}>".encode() in data


def test_both_parts_are_the_approved_ones_with_the_readers_own_address():
    message = message_from_bytes(a_letter().message(DeliveryId(1), a_recipient()).data, policy=default)
    text, html = message.iter_parts()

    assert [part.get_content_type() for part in (text, html)] == ["text/plain", "text/html"]
    assert text.get_content().replace("\r\n", "\n") == TEXT.replace(READER_TOKEN, "token-0000000000000001")
    assert html.get_content().replace("\r\n", "\n") == HTML.replace(READER_TOKEN, "token-0000000000000001")


def test_a_message_has_what_a_mailing_of_a_list_needs():
    message = message_from_bytes(a_letter().message(DeliveryId(1), a_recipient()).data, policy=default)

    assert message["List-Unsubscribe"] == "<https://news.example.org/u/token-0000000000000001>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["List-Id"] == "The Week in Politics <weekly.news.example.org>"
    assert message["Date"].datetime == NOON
    assert message["Message-ID"].endswith("@weekly.news.example.org>")


def test_every_line_is_short_ascii_and_ends_in_crlf():
    """RFC 5322 and 2045; a relay that re-codes a message breaks its signature."""
    data = a_letter(subject="Žluťoučký kůň " * 8).message(DeliveryId(1), a_recipient(name="Zoë " * 30)).data

    assert data.isascii()
    assert data.replace(b"\r\n", b"").count(b"\n") == data.replace(b"\r\n", b"").count(b"\r") == 0
    assert max(len(line) for line in data.split(b"\r\n")) <= 76


def test_a_long_unsubscribe_address_stays_one_plain_word():
    """Encoded words in this field make mail programs drop their unsubscribe button."""
    letter = a_letter(base_url="https://a-very-long-name-of-a-newsletter.politics.department.example.org/weekly")

    data = letter.message(DeliveryId(1), a_recipient()).data

    assert b"\r\nList-Unsubscribe: <https://a-very-long" in data
    assert b"List-Unsubscribe: =?" not in data


def test_the_same_delivery_has_the_same_bytes_again():
    """What is repeated after a crash must be recognisable as the same message."""
    assert a_letter().message(DeliveryId(5), a_recipient()) == a_letter().message(DeliveryId(5), a_recipient())


def test_no_two_recipients_share_a_message_id_or_see_each_other():
    letter = a_letter()
    ada = letter.message(DeliveryId(1), a_recipient("ada@example.com", number=1))
    ben = letter.message(DeliveryId(2), a_recipient("ben@example.com", number=2))

    assert ada.message_id != ben.message_id
    assert b"ben@example.com" not in ada.data
    assert b"token-0000000000000002" not in ada.data


@pytest.mark.parametrize(
    "name",
    ["Eve\r\nBcc: all@example.com", "Eve\nX: y", "Eve\0", "\u2028Eve", '"Eve" <eve@evil.example>', "a" * 400, ",;:"],
)
def test_no_name_opens_a_header_or_another_address(name):
    message = message_from_bytes(a_letter().message(DeliveryId(1), a_recipient(name=name)).data, policy=default)

    assert message["Bcc"] is None
    assert message["X"] is None
    assert [address.addr_spec for address in message["To"].addresses] == ["ada@example.com"]


def test_an_international_domain_is_written_in_ascii():
    recipient = Recipient(
        subscriber=SubscriberId(1),
        email="kamal@bücher.example",
        key="kamal@xn--bcher-kva.example",
        name="Kamal",
        token="t" * 22,
    )

    message = a_letter().message(DeliveryId(1), recipient)

    assert message.rcpt_to == "kamal@xn--bcher-kva.example"
    assert b"To: Kamal <kamal@xn--bcher-kva.example>" in message.data


def test_an_international_mailbox_is_written_as_it_is():
    """There is no ASCII spelling of it; the transport asks for SMTPUTF8."""
    recipient = Recipient(
        subscriber=SubscriberId(1), email="zoë@example.com", key="zoë@example.com", name="Zoë", token="t" * 22
    )

    message = a_letter().message(DeliveryId(1), recipient)

    assert message.rcpt_to == "zoë@example.com"
    assert "To: =?utf-8?q?Zo=C3=AB?= <zoë@example.com>\r\n".encode() in message.data
