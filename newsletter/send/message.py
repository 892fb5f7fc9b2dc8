"""Compose once, splice per recipient.

The parts are encoded once an issue, line by line. Only the lines that hold the reader's token are encoded again
for each recipient, so a message costs the same whatever the letter's length. The body's bytes are those that the
standard library's ``email`` package, held to 76 characters a line, would build for that recipient, and the header
fields are what any parser reads back as that recipient (property tests hold both).
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from email import quoprimime

from newsletter.domain.issue import READER_TOKEN, Publication, Rendered
from newsletter.domain.send import Delivery, DeliveryId, Message, Recipient
from newsletter.send import headers

#: Characters in an encoded line, at most (RFC 2045, 6.7).
_LINE = headers.MAX_LINE


def quoted_printable(line: bytes) -> bytes:
    """One line in quoted-printable, without its line end; several CRLF-parted lines where it is long."""
    return quoprimime.body_encode(line.decode("latin-1"), _LINE).encode("ascii").replace(b"\n", b"\r\n")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that holds the reader's token, in UTF-8, not encoded yet."""

    raw: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """An issue laid out as a message, but for what differs between recipients."""

    publication: Publication
    issue: int
    #: Header bytes before and after To.
    before: bytes
    after: bytes
    #: Encoded runs of the body, and between them the lines that hold the token.
    body: tuple[bytes | _Line, ...]

    def message(self, delivery: DeliveryId, recipient: Recipient) -> Message:
        """The finished message of one recipient."""
        local, _, _ = recipient.email.rpartition("@")
        domain = recipient.key.rpartition("@")[2]
        message_id = headers.message_id(
            issue=self.issue, delivery=delivery, token=recipient.token, domain=self.publication.list_id
        )
        unsubscribe = self.publication.unsubscribe_url(recipient.token)
        data = b"".join(
            (
                self.before,
                headers.mailbox_field("To", recipient.name, f"{local}@{domain}"),
                headers.verbatim("Message-ID", message_id),
                self.after,
                headers.verbatim("List-Unsubscribe", f"<{unsubscribe}>"),
                *self._spliced(recipient.token.encode("ascii")),
            )
        )
        return Message(
            delivery=delivery,
            message_id=message_id,
            mail_from=self.publication.from_address,
            rcpt_to=f"{local}@{domain}",
            data=data,
        )

    def to(self, delivery: Delivery) -> Message:
        """The finished message of a delivery."""
        return self.message(delivery.id, delivery.recipient)

    def _spliced(self, token: bytes) -> list[bytes]:
        placeholder = READER_TOKEN.encode("ascii")
        return [
            run if isinstance(run, bytes) else quoted_printable(run.raw.replace(placeholder, token)) + b"\r\n"
            for run in self.body
        ]


def compose(rendered: Rendered, *, issue: int, date: datetime) -> Letter:
    """Lay an issue out as a multipart/alternative message, text first, both parts quoted-printable.

    Args:
        rendered: the approved bytes, with ``READER_TOKEN`` in them, and who sends them.
        issue: its number; part of each Message-ID.
        date: of the send, the same for all its messages, so that a repeat has the same bytes.
    """
    publication = rendered.publication
    boundary = "=_" + hashlib.sha256(rendered.text + b"\0" + rendered.html).hexdigest()[:32]
    before, after = headers.constant_fields(publication, subject=rendered.subject, date=date)
    opening = f'MIME-Version: 1.0\r\nContent-Type: multipart/alternative;\r\n boundary="{boundary}"\r\n\r\n'
    pieces: list[bytes | _Line] = [opening.encode("ascii")]
    for subtype, part in (("plain", rendered.text), ("html", rendered.html)):
        pieces.append(
            (
                f"--{boundary}\r\n"
                f'Content-Type: text/{subtype}; charset="utf-8"\r\n'
                "Content-Transfer-Encoding: quoted-printable\r\n"
                + ("MIME-Version: 1.0\r\n" if subtype == "html" else "")
                + "\r\n"
            ).encode("ascii")
        )
        pieces.extend(_encoded(part))
        pieces.append(b"\r\n")
    pieces.append(f"--{boundary}--\r\n".encode("ascii"))
    return Letter(publication=publication, issue=issue, before=before, after=after, body=_joined(pieces))


def _encoded(part: bytes) -> list[bytes | _Line]:
    placeholder = READER_TOKEN.encode("ascii")
    return [_Line(line) if placeholder in line else quoted_printable(line) + b"\r\n" for line in part.splitlines()]


def _joined(pieces: list[bytes | _Line]) -> tuple[bytes | _Line, ...]:
    """Neighbouring encoded runs as one."""
    joined: list[bytes | _Line] = []
    for piece in pieces:
        if joined and isinstance(piece, bytes) and isinstance(joined[-1], bytes):
            joined[-1] += piece
        else:
            joined.append(piece)
    return tuple(joined)
