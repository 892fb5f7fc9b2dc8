"""What a feed states of its entries, in its own words: the form in which both readers of feeds hand them on."""

from dataclasses import dataclass

from newsletter.collect.reading.dates import Stamp
from newsletter.collect.reading.media import Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """One entry as its feed states it, before anything of it is believed."""

    #: As the feed has it; empty where it gives none.
    guid: str = ""
    #: Where it stands, best first; resolved against ``xml:base`` where there is one, and perhaps still relative.
    links: tuple[str, ...] = ()
    #: Text or HTML, and so are the next two. What a feed calls plain text has its marks escaped.
    title: str = ""
    summary: str = ""
    content: str = ""
    #: Publication first.
    stamps: tuple[Stamp, ...] = ()
    #: One for each element; it may hold an address of mail, or several names.
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    #: The feed or outlet that it was taken from, as RSS's ``source`` names it; mostly empty.
    source: str = ""
    pictures: tuple[Shown, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A feed as a reader found it."""

    entries: tuple[Stated, ...]
    #: What the feed calls itself, text or HTML; empty where it does not.
    title: str = ""
    #: The outlet's site, as the feed has it; empty where it names none.
    site: str = ""
    #: Why it is not well formed; empty where it is.
    broken: str = ""
    #: Whether it was told to be RSS, Atom or one of their kin.
    known: bool = True
