"""Whether a guid names one piece in all the world, told by its form.

An outlet may call its pieces "1", "2", "3", and so may another. Which feed was collected first must not decide whose
"1" it is, so the guid's form decides, and nothing that is known of other feeds.
"""

import re
from urllib.parse import urlsplit

#: Twelve hexadecimal digits with letters among them, sixteen decimal ones (fewer may be a date), or a UUID.
_OPAQUE = re.compile(
    r"(?=.*\d)(?=.*[a-f])[0-9a-f]{12,}|\d{16,}|(?:urn:uuid:)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE
)
_URN = re.compile(r"urn:[a-z0-9][a-z0-9-]*:.*\d.*", re.IGNORECASE)
_TAG = re.compile(r"tag:(?:[^@,:/]*@)?([^,:/@]+),\d{4}[\d-]*:.+", re.IGNORECASE)
#: The longest guid that is kept, in characters.
_LONGEST = 500


def is_its_own(guid: str, *, feed: str, page: str) -> bool:
    """Whether a guid can be kept as an entry's id: it names one piece, and no other outlet's.

    A random number, a UUID and a URN with a number do. A web address or ``tag:`` does where it is of the feed's own
    site (of the page's, for a recorded feed), so that no feed can speak in another's name; an address must besides
    tell one piece from the next: by a number, or by being the page itself.

    Args:
        guid: as the feed has it, on one line.
        feed: the feed's address, or the path of a recorded one.
        page: where the piece stands; may be empty.

    >>> is_its_own("7fc30293c31a9c8f", feed="https://ledger.example/feed", page="")
    True
    >>> is_its_own("post-12", feed="https://ledger.example/feed", page="https://ledger.example/budget")
    False
    """
    if len(guid) > _LONGEST:
        return False
    if _OPAQUE.fullmatch(guid) or _URN.fullmatch(guid):
        return True
    site = _site(_host(feed) or _host(page))
    if tag := _TAG.fullmatch(guid):
        return bool(site) and _site(tag[1].lower()) == site
    host = _host(guid)
    if not host or not site or _site(host) != site:
        return False
    return guid == page or any(map(str.isdigit, guid.split(host, 1)[-1]))


def _host(address: str) -> str:
    """The host of an http or https address in lower case; empty for anything else."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return (parts.hostname or "") if parts.scheme in {"http", "https"} else ""


def _site(host: str) -> str:
    """What the hosts of one site share: two labels, or three under a short one such as ``co.uk``.

    Where a site is called by a short name itself, its hosts count as strangers, which costs no more than a digest.
    """
    labels = host.removeprefix("www.").split(".")
    return ".".join(labels[-3:] if len(labels) > 2 and len(labels[-2]) <= 3 else labels[-2:])
