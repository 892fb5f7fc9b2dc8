"""Messages to a relay over SMTP, one at a time over a connection that is kept open.

The session is the standard library's; the data phase is spelled out here, because only so can a lost connection be
told apart: before the final dot nothing was submitted, after it the relay may have taken the message.
"""

import re
import smtplib
import ssl
from collections.abc import Sequence
from enum import StrEnum

from newsletter.domain.errors import OutcomeUnknown, TransportUnavailable
from newsletter.domain.send import Message, Receipt

#: Seconds to wait for the answer to a goodbye.
_GOODBYE = 2.0


class Security(StrEnum):
    """How the connection is protected."""

    NONE = "none"
    #: Begins in the clear and must become TLS before anything else is said.
    STARTTLS = "starttls"
    TLS = "tls"


class SmtpTransport:
    """A relay.

    Args:
        host: its name, checked against its certificate.
        port: usually 587 with STARTTLS, 465 with TLS.
        security: how the connection is protected.
        username: empty for no authentication.
        password: for it.
        timeout: seconds to wait for any answer.
    """

    #: One message a call: an interruption leaves at most one unknown.
    per_call = 1
    repeatable = False

    def __init__(
        self,
        *,
        host: str,
        port: int,
        security: Security = Security.STARTTLS,
        username: str = "",
        password: str = "",
        timeout: float = 30,
    ) -> None:
        self._host, self._port, self._security = host, port, security
        self._username, self._password, self._timeout = username, password, timeout
        self._session: smtplib.SMTP | None = None

    def submit(self, messages: Sequence[Message]) -> list[Receipt]:
        """Hand each message to the relay.

        Raises:
            TransportUnavailable: the relay cannot be reached or refuses us, and nothing of this call was submitted.
            OutcomeUnknown: the connection was lost after a message's final dot, or between two messages.
        """
        receipts: list[Receipt] = []
        for message in messages:
            try:
                receipts.append(self._submit_one(message))
            except TransportUnavailable as failed:
                if receipts:
                    raise OutcomeUnknown(str(failed)) from failed
                raise
        return receipts

    def close(self) -> None:
        """Say goodbye to the relay, if it is still there; one look at its answer, and no more."""
        session, self._session = self._session, None
        if session is None:
            return
        try:
            if session.sock is not None:
                session.sock.settimeout(_GOODBYE)
                session.putcmd("quit")
                # Not getreply: a relay that dribbles its answer would hold us for as long as it likes.
                session.sock.recv(512)
        except (OSError, smtplib.SMTPException):
            pass
        finally:
            session.close()

    def _submit_one(self, message: Message) -> Receipt:
        """One message.

        Raises:
            TransportUnavailable: it was not submitted.
            OutcomeUnknown: it may have been.
        """
        if not message.mail_from.isascii():
            raise TransportUnavailable(
                f"The sender's address {message.mail_from} holds letters that not every relay takes. "
                "Set publication.from_address to one of a to z, digits and hyphens; write other domains as xn--…"
            )
        try:
            session = self._session or self._connect()
            self._session = session
            refusal = self._offer(session, message)
        except KeyboardInterrupt:
            # Nothing was handed over yet, so nobody need wonder later.
            self.close()
            raise TransportUnavailable(
                "Stopped before a message was handed over. Run send again: it goes on where it stopped."
            ) from None
        except ValueError as wrong:
            self.close()
            raise TransportUnavailable(
                f"The sender's address {message.mail_from!r} cannot be said in SMTP. Correct publication.from_address."
            ) from wrong
        except (OSError, smtplib.SMTPException) as lost:
            self.close()
            raise TransportUnavailable(
                f"The connection to the relay {self._host}:{self._port} was lost: {lost}. "
                "Run send again: it goes on where it stopped."
            ) from lost
        return refusal or self._hand_over(session, message)

    def _offer(self, session: smtplib.SMTP, message: Message) -> Receipt | None:
        """Say who it is from and for; None where the relay now waits for the message, else its refusal.

        Raises:
            TransportUnavailable: it refuses us, or speaks no SMTP.
        """
        international = not message.rcpt_to.isascii()
        if international and not session.has_extn("smtputf8"):
            return _refused(message, "the relay takes no international addresses (SMTPUTF8)")
        code, answer = session.mail(message.mail_from, ["SMTPUTF8"] if international else [])
        if code != 250:
            self._reset(session)
            raise TransportUnavailable(
                f"The relay {self._host} refuses mail from {message.mail_from}: {_said(code, answer)}. "
                "Ask whoever runs it, or change publication.from_address."
            )
        try:
            code, answer = session.rcpt(message.rcpt_to)
        except ValueError:
            # Nothing was said yet. One bad address stops no other.
            self._reset(session)
            return _refused(message, "the address cannot be said in SMTP")
        if code in {250, 251}:
            code, answer = session.docmd("DATA")
            if code == 354:
                return None
        if not _is_final(code):
            self.close()
            raise TransportUnavailable(
                f"The relay {self._host}:{self._port} speaks no SMTP: it said {_said(code, answer)}. "
                "Check delivery.smtp.host, port and security."
            )
        self._reset(session)
        return _answer(message, code, answer)

    def _hand_over(self, session: smtplib.SMTP, message: Message) -> Receipt:
        """The message itself, and what the relay answers to its final dot.

        Raises:
            OutcomeUnknown: no answer came, or one that is none.
        """
        try:
            session.send(_dot_stuffed(message.data))
            code, answer = session.getreply()
        except (OSError, smtplib.SMTPException) as lost:
            self.close()
            raise OutcomeUnknown(
                f"The connection to the relay {self._host} was lost before it answered for {message.message_id}: {lost}"
            ) from lost
        if not _is_final(code):
            self.close()
            raise OutcomeUnknown(
                f"What the relay {self._host} said of {message.message_id} is no answer: {_said(code, answer)}"
            )
        return _answer(message, code, answer)

    def _connect(self) -> smtplib.SMTP:
        """A session, ready for mail.

        Raises:
            TransportUnavailable: there is none to be had.
        """
        where = f"{self._host}:{self._port}"
        if not (self._username + self._password).isascii():
            raise TransportUnavailable(
                "delivery.smtp.username or password holds a character beyond ASCII, which SMTP cannot say. "
                "Set a password of plain letters, digits and signs at the relay, and here."
            )
        context = ssl.create_default_context()
        session: smtplib.SMTP | None = None
        try:
            if self._security is Security.TLS:
                session = smtplib.SMTP_SSL(self._host, self._port, timeout=self._timeout, context=context)
            else:
                session = smtplib.SMTP(self._host, self._port, timeout=self._timeout)
            session.ehlo_or_helo_if_needed()
            if self._security is Security.STARTTLS:
                session.starttls(context=context)
                session.ehlo()
            if self._username:
                session.login(self._username, self._password)
        except smtplib.SMTPAuthenticationError as refused:
            _drop(session)
            raise TransportUnavailable(
                f"The relay {where} does not accept delivery.smtp.username and password: "
                f"{_said(refused.smtp_code, refused.smtp_error)}. Correct them."
            ) from refused
        except ssl.SSLError as wrong:
            _drop(session)
            raise TransportUnavailable(
                f"The relay {where} and delivery.smtp.security = '{self._security}' do not go together: {wrong}. "
                "Check its certificate, the host name and the port."
            ) from wrong
        except ValueError as wrong:
            _drop(session)
            raise TransportUnavailable(
                f"The relay {where} cannot be asked for: {wrong}. Correct delivery.smtp.host."
            ) from wrong
        except (OSError, smtplib.SMTPException) as failed:
            _drop(session)
            raise TransportUnavailable(
                f"The relay {where} cannot be used: {failed}. "
                "Check delivery.smtp.host, port and security, and that it is up."
            ) from failed
        return session

    def _reset(self, session: smtplib.SMTP) -> None:
        """Leave a transaction that will not be finished."""
        try:
            session.rset()
        except (OSError, smtplib.SMTPException):
            self.close()


def _drop(session: smtplib.SMTP | None) -> None:
    if session is not None:
        session.close()


def _dot_stuffed(data: bytes) -> bytes:
    """The message as it goes over the wire: leading dots doubled, a final dot (RFC 5321, 4.5.2)."""
    body = re.sub(rb"(?m)^\.", b"..", data)
    return body + (b"" if body.endswith(b"\r\n") else b"\r\n") + b".\r\n"


def _said(code: int, answer: bytes | str) -> str:
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    return " ".join(f"{code} {text}".split())[:300]


def _is_final(code: int) -> bool:
    """Whether a reply says yes or no (RFC 5321, 4.2.1); -1 stands for what could not be read as a reply."""
    return 200 <= code < 300 or 400 <= code < 600


def _answer(message: Message, code: int, answer: bytes | str) -> Receipt:
    """A relay's answer as a receipt: 2xx accepted, 4xx not now, else refused."""
    return Receipt(
        delivery=message.delivery,
        accepted=200 <= code < 300,
        temporary=400 <= code < 500,
        detail=_said(code, answer),
    )


def _refused(message: Message, why: str) -> Receipt:
    return Receipt(delivery=message.delivery, accepted=False, detail=why)
