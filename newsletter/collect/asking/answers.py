"""What an answer means: the feed, no change, or something else in the feed's place.

Each other meaning comes with a sentence that says what is wrong and what to do, because that sentence is what an
operator sees beside the feed for as long as it lasts.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus

from newsletter.domain.errors import FetchFailed
from newsletter.domain.feed import Ask, Fetched


class Meaning(StrEnum):
    """What the answer to one ask amounts to."""

    #: A body to be read as a feed.
    READ = "read"
    #: The same as last time.
    UNCHANGED = "unchanged"
    #: Something answered in the feed's place: a web page, a challenge, a refusal.
    BLOCKED = "blocked"
    #: 404: nothing is there now.
    MISSING = "missing"
    #: 410: nothing will be there any more.
    GONE = "gone"
    #: 429: the site wants to be asked less.
    LIMITED = "limited"
    #: 503: this address cannot answer now.
    UNAVAILABLE = "unavailable"
    #: Nobody answered at all.
    UNREACHABLE = "unreachable"
    #: Not asked or not read after all: its site is left alone for this round.
    SPARED = "spared"
    #: Any other failure.
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an answer means."""

    meaning: Meaning
    #: What is wrong and what to do; empty for READ and UNCHANGED.
    fault: str = ""
    #: It is a page for people, which may itself name the feed's address.
    is_page: bool = False
    #: People themselves are asked to prove something first: no use in asking for more of the site.
    is_challenge: bool = False


def understood(ask: Ask, got: Fetched | FetchFailed) -> Answer:
    """What came back for a feed, judged by its status, its headers and the beginning of its body.

    A body that passes for a feed here may still be found unreadable by who parses it.
    """
    if isinstance(got, FetchFailed):
        return Answer(meaning=_without_answer(got), fault=str(got))
    if got.challenged:
        return _challenge(ask, is_page=got.status == HTTPStatus.OK)
    if got.status == HTTPStatus.OK:
        return _of_body(ask, got)
    if got.status == HTTPStatus.NOT_MODIFIED and (ask.etag or ask.last_modified):
        return Answer(meaning=Meaning.UNCHANGED)
    meaning, advice = _BY_STATUS.get(got.status) or (Meaning.FAILED, _advice(got.status))
    return Answer(meaning=meaning, fault=f"{ask.named} answered {_named(got.status)}. {advice}")


def _without_answer(failed: FetchFailed) -> Meaning:
    if failed.unasked:
        return Meaning.SPARED
    return Meaning.UNREACHABLE if failed.unreachable else Meaning.FAILED


def with_addresses(fault: str, addresses: tuple[str, ...]) -> str:
    """The fault of a page that stands in a feed's place, with the feeds that the page itself names; at most three.

    >>> with_addresses("It is a web page.", ("https://ledger.example/feed",))
    'It is a web page. It names as its feed: https://ledger.example/feed'
    """
    named = [address for address in addresses if len(address) <= _LONGEST_ADDRESS][:3]
    if not named:
        return fault
    return f"{fault} It names as its feed{'s' if len(named) > 1 else ''}: {', '.join(named)}"


def named_on(page: Fetched) -> tuple[str, ...]:
    """The addresses of the feeds that a web page names, but for its own; for a process of its own."""
    from newsletter.collect.reading.discovery import feed_links

    return tuple(link.url for link in feed_links(page.body, page.url) if link.url != page.url)


#: Root elements of what we read, wherever some stray output stands before them.
_ROOT = re.compile(rb"<(?:[a-z]{1,12}:)?(?:rss|feed|rdf)[\s>]", re.IGNORECASE)
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*+[{\[]")
_JSON_FEED = b"jsonfeed.org/version"
#: What pages say that hold back all but a person with a browser, in lower case.
_HOLDS_BACK = re.compile(
    rb"just a moment|checking your browser|enable javascript and cookies|verif(?:y|ying) (?:that )?you are "
    rb"(?:a )?human|are you (?:a )?(?:human|robot)|captcha|challenge-platform|unusual traffic|access denied"
    rb"|pardon our interruption|request unsuccessful|ddos protection"
)
#: What only a page says that was written for readers: it is no challenge, for all that its forms have a captcha.
_NAMES_FEED = re.compile(rb"application/(?:rss|atom|rdf)\+xml")
#: Characters of an address that a message names.
_LONGEST_ADDRESS = 300
#: Bytes of a body that are looked at: a root element and a page's own words stand early.
_BEGINNING = 65_536

_CHALLENGE = (
    "answered with a challenge for browsers in place of the feed. Ask the outlet to let feed readers in, or use "
    "another address of its feed."
)
_PAGE = (
    "is a web page and not a feed. Look on that page for the address of its RSS or Atom feed, and use that; "
    "'newsletter feeds check' does so for you."
)


def _of_body(ask: Ask, got: Fetched) -> Answer:
    from newsletter.collect.parse import is_web_page  # not loaded where nothing has changed

    beginning = got.body[:_BEGINNING]
    if is_web_page(beginning) or ("html" in got.content_type.lower() and b"<" in beginning and not _root(beginning)):
        if ask.site and _holds_back(got.body):
            return _challenge(ask, is_page=True)
        # A recorded file is what its owner put there: nobody stands in its place.
        meaning = Meaning.BLOCKED if ask.site else Meaning.FAILED
        return Answer(meaning=meaning, fault=f"{ask.named} {_PAGE}", is_page=True)
    if _JSON.match(beginning) and not _root(beginning):
        what = "is a JSON feed, which is not read here" if _JSON_FEED in beginning else "is JSON and not a feed"
        return Answer(meaning=Meaning.FAILED, fault=f"{ask.named} {what}. Use the outlet's RSS or Atom feed.")
    return Answer(meaning=Meaning.READ)


def _holds_back(body: bytes) -> bool:
    """Whether a page is in the place of another. One so long that it is not seen whole is the site's own."""
    page = body.lower() if len(body) <= _BEGINNING else b""
    return bool(_HOLDS_BACK.search(page)) and not _NAMES_FEED.search(page)


def _challenge(ask: Ask, *, is_page: bool) -> Answer:
    return Answer(meaning=Meaning.BLOCKED, fault=f"{ask.named} {_CHALLENGE}", is_page=is_page, is_challenge=True)


def _root(beginning: bytes) -> bool:
    return bool(_ROOT.search(beginning.replace(b"\0", b"")))  # UTF-16 is ASCII with zeros between


_BY_STATUS = {
    304: (Meaning.FAILED, "Nothing was there to be compared with; check the address."),
    401: (Meaning.BLOCKED, "It wants a login, or another one; ask the outlet for a public feed."),
    403: (Meaning.BLOCKED, "The server refuses us; ask the outlet to let feed readers in."),
    404: (Meaning.MISSING, "There is nothing at this address; look for the feed's new one."),
    410: (Meaning.GONE, "It is gone for good; look for the feed's new address, or take it out of the configuration."),
    429: (Meaning.LIMITED, "The site wants to be asked less often; let more time pass between two collections."),
    451: (Meaning.BLOCKED, "The server refuses us for legal reasons; ask the outlet, or take the feed out."),
    503: (Meaning.UNAVAILABLE, "The server cannot answer now; it is asked again later."),
}


def _advice(status: int) -> str:
    if status >= 500:
        return "The server has trouble of its own; it is asked again later."
    if status >= 400:
        return "Check the address."
    if status >= 300:
        return "It sends us on to nowhere that we could follow; check the address in a browser."
    return "That is no whole feed; check the address."


def _named(status: int) -> str:
    """``404 Not Found``; the number alone where the standard names none."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
