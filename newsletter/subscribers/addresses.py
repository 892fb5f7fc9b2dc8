"""From what somebody typed to an address that can be mailed, or a reason why not."""

import unicodedata

from email_validator import EmailNotValidError, validate_email

from newsletter.domain.errors import Refused
from newsletter.domain.subscriber import Address

#: RFC 5321 allows a path of 256 octets with its angle brackets.
MAX_LENGTH = 254


def address_of(typed: str) -> Address:
    """Check and normalise one address. Asks no server: whether it exists is for double opt-in to show.

    The key folds what mailbox owners take for the same address: case, Unicode form, and the spelling of an
    international domain. RFC 5321 lets a host tell ``Ada`` from ``ada``; none that matters does.

    Raises:
        Refused: no such address can exist; the message says what is wrong with it.

    >>> address_of(" Ada@Example.COM ").key
    'ada@example.com'
    """
    text = unicodedata.normalize("NFC", typed.strip())
    if not text:
        raise Refused("The address is empty.")
    shown = text if len(text) <= 60 else text[:57] + "…"
    if len(text) > MAX_LENGTH:
        raise Refused(f"{shown!r} is longer than {MAX_LENGTH} characters, the most that an address may have.")
    try:
        # example.com and .test are no test of what an operator may want to write to.
        found = validate_email(text, check_deliverability=False, test_environment=True, strict=True)
    except EmailNotValidError as wrong:
        raise Refused(f"{shown!r} is no email address: {wrong}") from None
    local = unicodedata.normalize("NFC", found.local_part)
    return Address(email=f"{local}@{found.domain}", key=f"{local.casefold()}@{found.ascii_domain.lower()}")
