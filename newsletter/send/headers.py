"""The header fields that make a mailing a list's and let a reader leave with one press.

Values are encoded and never parsed: the standard library's modern header classes decode encoded words on the way, and
a title such as ``=?utf-8?q?=0d=0aBcc:...?=`` would come out as a header of its own. Its older ``Header`` only encodes.
"""

import hashlib
import re
from datetime import datetime
from email.header import Header
from email.utils import format_datetime

from newsletter.domain.issue import Publication
from newsletter.domain.oneline import one_line
from newsletter.domain.send import DeliveryId

#: Characters in a line of a header or an encoded body, at most (RFC 2047, 2 and RFC 2045, 6.7).
MAX_LINE = 76
#: An ASCII phrase of these characters may stand without quotes (RFC 5322, 3.2.3: atoms and spaces).
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]*")


def text_field(name: str, value: str) -> bytes:
    """A field of words, such as Subject, folded, with its CRLF."""
    text = one_line(value)
    # An encoded word of the outlet's own would be decoded by whoever reads the mail: encode it once more.
    charset = "us-ascii" if text.isascii() and "=?" not in text else "utf-8"
    return f"{name}: {_encoded(text, name, charset)}\r\n".encode("ascii")


def mailbox_field(name: str, display_name: str, address: str) -> bytes:
    """A field of one mailbox, such as To, with its CRLF.

    The address stands as it is, after the name that is shown; UTF-8 (RFC 6532) where it is not ASCII.
    """
    phrase = _phrase(one_line(display_name), name)
    # On a line of its own where the name is long: no line may be folded within the address.
    gap = " " if len(name) + len(phrase) + len(address) + 5 <= MAX_LINE else "\r\n "
    shown = f"{phrase}{gap}<{one_line(address)}>" if phrase else one_line(address)
    return f"{name}: {shown}\r\n".encode()


def verbatim(name: str, value: str) -> bytes:
    """A field on one line, as it stands: for values that programs read.

    Encoded words in them would make mail programs show no unsubscribe button.
    """
    return f"{name}: {one_line(value)}\r\n".encode("ascii")


def message_id(*, issue: int, delivery: DeliveryId, token: str, domain: str) -> str:
    """The same delivery always has the same Message-ID, so that a mail system can tell a repeat.

    Nobody can guess it, since it is derived from the reader's token, which it does not reveal.
    """
    secret = hashlib.sha256(f"{issue}/{delivery}/{token}".encode()).hexdigest()[:16]
    return f"<issue-{issue}.{delivery:07d}.{secret}@{domain}>"


def constant_fields(publication: Publication, *, subject: str, date: datetime) -> tuple[bytes, bytes]:
    """The fields that are the same for every recipient: those before To, and those after it."""
    before = mailbox_field("From", publication.from_name, publication.from_address)
    after = [text_field("Subject", subject), verbatim("Date", format_datetime(date))]
    if publication.reply_to:
        after.append(verbatim("Reply-To", publication.reply_to))
    after.append(mailbox_field("List-Id", publication.name, publication.list_id))
    after.append(verbatim("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"))
    return before, b"".join(after)


def _phrase(name: str, field: str) -> str:
    """The name before an address: as it is, quoted, or in encoded words.

    A quoted name is not folded, however long: programs read a folded quotation differently.
    """
    if not name.isascii() or "=?" in name:
        return _encoded(name, field, "utf-8")
    if _ATOMS.fullmatch(name):
        return name
    escaped = name.replace("\\", r"\\").replace('"', r"\"")
    return f'"{escaped}"'


def _encoded(text: str, field: str, charset: str) -> str:
    """The text as a header's value, folded; in encoded words but for ASCII."""
    header = Header(text, charset, maxlinelen=MAX_LINE, header_name=field)
    return header.encode(splitchars=" ", linesep="\r\n")
