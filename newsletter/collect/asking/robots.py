"""What a site's robots.txt says to us (RFC 9309), asked before any of its pages are.

Where a page sends us on, the rules of the site that it ends at count as well, before a word of it is kept.
A feed is offered to programs and is asked for without it; a page is written for people. What the standard does not
name is not read: a crawl delay in particular, because the fetcher has a pause of its own between two requests.
protego, an extra of the installation (``articles``), reads them and is imported where it is used.
"""

from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlsplit

from newsletter.domain.errors import FetchFailed
from newsletter.domain.feed import Ask, Fetched

#: The product token that a site's rules may name.
NAME = "newsletter"
#: Bytes that are read of it; RFC 9309, 2.5, asks for no fewer than 500 KiB.
MOST_BYTES = 512 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """A site's rules, or why they are not known."""

    #: As the site wrote them; empty where it has none, and then all is allowed.
    text: str = ""
    #: Why they cannot be known for now, a sentence: until they are, nothing is allowed. Empty where they are known.
    fault: str = ""
    #: They will not be known later either, while nobody changes the address or a setting: we never ask there.
    lasting: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Which of a site's addresses its rules allow: one argument, for a process of its own."""

    text: str
    urls: tuple[str, ...]


def robots_url(url: str) -> str:
    """Where the rules for an http or https address stand: one file for each scheme, host and port.

    >>> robots_url("https://ledger.example:8443/budget?id=7")
    'https://ledger.example:8443/robots.txt'
    """
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}/robots.txt"


def rules_of(ask: Ask, got: Fetched | FetchFailed) -> Rules:
    """The rules that an answer amounts to.

    As RFC 9309, 2.3.1, has it: what answers 400 to 499 has no rules, and what is unreachable or answers otherwise
    allows nothing for now. Two answers below 500 are taken for the second sort: 429, which asks for fewer requests,
    and a challenge, which asks for people.
    """
    if isinstance(got, FetchFailed):
        return Rules(fault=str(got), lasting=got.lasting)
    if got.challenged:
        return Rules(fault=f"{ask.named} is a challenge for people. No page of the site is asked for now.")
    if got.status == HTTPStatus.OK:
        return Rules(text=got.body[:MOST_BYTES].decode("utf-8-sig", "replace"))
    if 400 <= got.status < 500 and got.status != HTTPStatus.TOO_MANY_REQUESTS:
        return Rules()
    return Rules(fault=f"{ask.named} answered {got.status}. No page of the site is asked for now.")


def allowed(text: str, url: str) -> bool:
    r"""Whether the rules let us ask for an address.

    >>> allowed("User-agent: *\nDisallow: /paid/", "https://ledger.example/paid/budget")
    False
    """
    (may,) = all_allowed(Question(text=text, urls=(url,)))
    return may


def all_allowed(question: Question) -> tuple[bool, ...]:
    """``allowed`` for each of the addresses, in order; what goes in and out can be pickled."""
    from protego import Protego

    # Read once: rules may be long, and an outlet's addresses many.
    rules = Protego.parse(question.text)
    return tuple(bool(rules.can_fetch(url, NAME)) for url in question.urls)
