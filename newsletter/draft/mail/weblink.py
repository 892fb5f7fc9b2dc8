"""Which addresses a letter may link to."""

import re

#: http or https, a host, and nothing that could end an attribute or a line.
_WEB = re.compile(r"https?://[^\s/?#\"'<>\\^`{|}@]+(?:[/?#][^\s\"<>\\`\x00-\x20\x7f]*)?", re.IGNORECASE)


def weblink(url: str) -> str:
    """The address, if it is absolute http or https and has no character that does not belong there; else empty.

    An address that carries a user's name before its host is refused too: it shows one host and leads to another.

    >>> weblink("https://ledger.example/budget?page=1")
    'https://ledger.example/budget?page=1'
    >>> weblink("javascript:alert(1)")
    ''
    """
    return url if _WEB.fullmatch(url) else ""
