"""The header fields that make a mailing a list's and let a reader leave with one press."""

import hashlib
from datetime import datetime
from email.headerregistry import Address as MailAddress
from email.policy import SMTP
from email.utils import format_datetime

from newsletter.domain.issue import Publication
from newsletter.domain.send import DeliveryId

#: RFC 2045 lets an encoded line have 76 characters; the standard library's policies allow 78.
MAX_LINE = 76
#: ASCII headers, encoded words where needed.
_ASCII = SMTP.clone(max_line_length=MAX_LINE)
#: Raw UTF-8 headers (RFC 6532), for the few addresses that cannot be written otherwise.
_UTF8 = _ASCII.clone(utf8=True)


def printable(value: str) -> str:
    """A header value without line breaks or control characters: nothing can open a header of its own."""
    return " ".join("".join(c if c.isprintable() else " " for c in value).split())


def field(name: str, value: str | MailAddress, *, utf8: bool = False) -> bytes:
    """One header field, folded and encoded by the standard library, with its CRLF."""
    policy = _UTF8 if utf8 else _ASCII
    parsed = policy.header_factory(name, value if isinstance(value, MailAddress) else printable(value))
    return policy.fold_binary(name, parsed)


def verbatim(name: str, value: str) -> bytes:
    """One header field on one line, as it stands.

    For values that programs read. The standard library would turn a long address into encoded words, and mail
    programs then show no unsubscribe button.
    """
    return f"{name}: {printable(value)}\r\n".encode("ascii")


def mail_address(email: str, key: str, display_name: str) -> MailAddress:
    """An address as a header writes it: the local part as typed, the domain in ASCII (from the key)."""
    return MailAddress(printable(display_name), email.rpartition("@")[0], key.rpartition("@")[2])


def message_id(*, issue: int, delivery: DeliveryId, token: str, domain: str) -> str:
    """The same delivery always has the same Message-ID, so that a mail system can tell a repeat.

    Nobody can guess it, since it is derived from the reader's token, which it does not reveal.
    """
    secret = hashlib.sha256(f"{issue}/{delivery}/{token}".encode()).hexdigest()[:16]
    return f"<issue-{issue}.{delivery:07d}.{secret}@{domain}>"


def unsubscribe_url(publication: Publication, token: str) -> str:
    """The reader's own address to leave (RFC 8058: the address alone says who and from what)."""
    return f"{publication.base_url}/u/{token}"


def constant_fields(publication: Publication, *, subject: str, date: datetime) -> tuple[bytes, bytes]:
    """The fields that are the same for every recipient: those before To, and those after it."""
    local, _, domain = publication.from_address.rpartition("@")
    before = field("From", MailAddress(printable(publication.from_name), local, domain))
    after = [field("Subject", subject), verbatim("Date", format_datetime(date))]
    if publication.reply_to:
        after.append(field("Reply-To", publication.reply_to))
    after.append(field("List-Id", f"{publication.name.replace('<', '').replace('>', '')} <{publication.list_id}>"))
    after.append(verbatim("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"))
    return before, b"".join(after)
