"""Whether a guid names one piece in all the world, told by its form.

An outlet may call its pieces "1", "2", "3", and so may another. Which feed was collected first must not decide whose
"1" it is, so the guid's form decides, and nothing that is known of other feeds.
"""

import re

from newsletter.collect.sites import host_of, site_of, site_of_host

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
    site = site_of(feed) or site_of(page)
    if tag := _TAG.fullmatch(guid):
        return bool(site) and site_of_host(tag[1]) == site
    host = host_of(guid)
    if not host or not site or site_of_host(host) != site:
        return False
    return guid == page or any(map(str.isdigit, guid.lower().split(host, 1)[-1]))
