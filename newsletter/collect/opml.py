"""OPML in and out: the format in which feed readers hand each other their lists of feeds.

An outline with an ``xmlUrl`` is a feed; any other is a folder, and folders nest. The files are written by many
programs and mended by hand, so the case of names makes no difference and version 1.0 is read as 2.0 is. What a file
says is a stranger's word: nothing is fetched for it, and only web addresses are taken.

OPML has no words for a family, a lean and a licence. They stand in attributes of a namespace of ours, which other
programs pass over: a list that comes back must not make an outlet quotable that had allowed its headlines only.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from newsletter.collect.normalise import canonical_url, web_url
from newsletter.collect.opml_document import elements, root_of, said_by, tag_of
from newsletter.collect.parse import is_web_page
from newsletter.collect.reading.charset import readable
from newsletter.domain.entry import Lean, Licence
from newsletter.domain.errors import Refused
from newsletter.domain.feed import Feed, without_login

#: Bytes; the lists of the keenest readers take a tenth of it.
LARGEST_OPML = 5_000_000
#: Feeds that one file may list.
MOST_FEEDS = 5_000
#: Of what OPML has no words for.
NAMESPACE = "urn:newsletter:feeds:1"
_FAMILY, _LEAN, _LICENCE = (f"{{{NAMESPACE}}}{name}" for name in ("family", "lean", "licence"))
#: Attributes of an outline that are read.
_WANTED = frozenset({"text", "title", "type", "xmlurl", _FAMILY, _LEAN, _LICENCE})
#: Characters of a name that are kept.
_LONGEST_NAME = 200
#: Before a host; an address ends its host with the first of these characters.
_LOGIN = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]{0,30}://)[^/?#]*@")
_EXPORT = "Look in your feed reader for 'export', and use the file that it saves."


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A feed that an OPML file lists."""

    #: Where it stands in the file; 1 is the first line.
    line: int
    #: http or https.
    url: str
    #: What the file calls it, one line; may be empty.
    outlet: str
    #: The names of the folders around it, innermost first, none empty.
    folders: tuple[str, ...] = ()
    #: Empty for the outlet itself; it and what follows are said by lists of our own only.
    family: str = ""
    lean: Lean = Lean.UNRATED
    licence: Licence = Licence.EXCERPT


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedOutline:
    """An outline that names no feed that could be asked."""

    line: int
    #: A sentence, without a login.
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFeed:
    """A feed to be added to the configuration."""

    url: str
    #: May be empty.
    outlet: str = ""
    #: May be empty.
    section: str = ""
    #: Empty for the outlet itself.
    family: str = ""
    lean: Lean = Lean.UNRATED
    licence: Licence = Licence.EXCERPT


def read_opml(body: bytes, *, name: str) -> tuple[Outline | RefusedOutline, ...]:
    """The feeds that an OPML file lists, in its order; folders are told by the feeds in them.

    Args:
        body: the file.
        name: of the file, for messages.

    Raises:
        Refused: it is no OPML, cannot be read, is too large or lists too many; the message says why. Nothing else.
    """
    if len(body) > LARGEST_OPML:
        raise Refused(f"{name} is larger than {LARGEST_OPML:,} bytes, which no list of feeds is. Split it.")
    if not body.strip():
        raise Refused(f"{name} is empty. Export the list of feeds again.")
    if is_web_page(body):
        raise Refused(f"{name} is a web page. {_EXPORT}")
    root = root_of(readable(body, "").body, name=name)
    kind = tag_of(root)
    if kind in {"rss", "feed", "rdf"}:
        raise Refused(f"{name} is a feed itself. Put its address into a [[feeds]] of the configuration.")
    if kind != "opml":
        raise Refused(f"{name} is no OPML: it begins with <{named(kind)}>. {_EXPORT}")
    return tuple(_outlines(root, name=name))


def not_yet_there(
    outlines: Iterable[Outline], *, configured: Iterable[str], is_section: Callable[[str], bool]
) -> tuple[tuple[NewFeed, ...], tuple[Outline, ...]]:
    """The outlines that are new, as feeds, and those that are there already; each address counts once.

    Args:
        outlines: in the file's order.
        configured: the addresses of the feeds that are there, moved ones under both addresses.
        is_section: whether a folder's name is a section of the letter; the innermost one that is decides.
    """
    seen = {canonical_url(address) for address in configured}
    new, known = [], []
    for outline in outlines:
        key = canonical_url(outline.url)
        if key in seen:
            known.append(outline)
            continue
        seen.add(key)
        section = next((folder for folder in outline.folders if is_section(folder)), "")
        new.append(
            NewFeed(
                url=outline.url,
                outlet=outline.outlet,
                section=section,
                family=outline.family,
                lean=outline.lean,
                licence=outline.licence,
            )
        )
    return tuple(new), tuple(known)


def write_opml(feeds: Iterable[Feed], *, title: str) -> bytes:
    """OPML 2.0 of the feeds, those of a section in a folder of its name; the same feeds give the same bytes.

    The login of an address, between its // and the next /, stays behind. The order is that of the feeds, folders where
    their first feed stands.
    """
    root = etree.Element("opml", nsmap={"newsletter": NAMESPACE}, version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = named(title)
    body = etree.SubElement(root, "body")
    folders: dict[str, Any] = {"": body}
    for feed in feeds:
        if feed.section not in folders:
            folders[feed.section] = etree.SubElement(body, "outline", text=named(feed.section))
        outlet = named(feed.outlet)
        # What looks like a login further on is part of the feed's name.
        address = _LOGIN.sub(r"\1", feed.url)
        etree.SubElement(
            folders[feed.section], "outline", {"type": "rss", "text": outlet, "title": outlet, "xmlUrl": address}
        ).attrib.update(_of_ours(feed))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _of_ours(feed: Feed) -> dict[str, str]:
    """What OPML has no words for, where it is not what a feed has anyway."""
    said = {}
    if feed.family != feed.outlet:
        said[_FAMILY] = named(feed.family)
    if feed.lean is not Lean.UNRATED:
        said[_LEAN] = feed.lean.value
    if feed.licence is not Licence.EXCERPT:
        said[_LICENCE] = feed.licence.value
    return said


def _outlines(root: Any, *, name: str) -> Iterator[Outline | RefusedOutline]:  # noqa: ANN401 - lxml has no types here
    # The folders that each open element is in. No recursion: how deep a file nests is a stranger's choice.
    folders: dict[Any, tuple[str, ...]] = {None: ()}
    feeds = 0
    for element in elements(root, name=name):
        around = folders[element.getparent()]
        folders[element] = around
        if tag_of(element) != "outline":
            continue
        said = said_by(element, _WANTED)
        title = named(said.get("text", "")) or named(said.get("title", ""))
        found = _feed(said, title, line=element.sourceline or 0, folders=around, has_children=len(element) > 0)
        if found is not None:
            feeds += 1
            if feeds > MOST_FEEDS:
                raise Refused(f"{name} lists more than {MOST_FEEDS:,} feeds, which no letter can hold. Split it.")
            yield found
        elif title:
            folders[element] = (title, *around)


def _feed(
    said: dict[str, str], name: str, *, line: int, folders: tuple[str, ...], has_children: bool
) -> Outline | RefusedOutline | None:
    """What an outline names; None for a folder or a note."""
    raw = named(said.get("xmlurl", ""), longest=None)
    kind = said.get("type", "").strip().lower()
    if not raw:
        if kind in {"rss", "atom", "feed"} and not has_children:
            return RefusedOutline(
                line=line, reason=f"{name or 'An outline'} has no address (xmlUrl). Add its feed's address by hand."
            )
        if kind == "include":
            return RefusedOutline(
                line=line, reason=f"{name or 'An outline'} points to another list. Import that one by itself."
            )
        return None
    url = _without_feed_scheme(raw)
    if not _can_be_asked(url):
        shown = without_login(raw)[:_LONGEST_NAME]
        return RefusedOutline(
            line=line, reason=f"{shown} is no web address that can be asked. Correct it, or leave it out."
        )
    lean, licence = (said.get(key, "").strip().lower() for key in (_LEAN, _LICENCE))
    for what, value, known in (("lean", lean, [*Lean]), ("licence", licence, [*Licence])):
        if value and value not in known:
            return RefusedOutline(
                line=line,
                # Taken as if nothing were said, it might be quoted against its licence.
                reason=f"{name or 'An outline'} has the {what} {named(value, longest=40)!r}, which nobody knows. "
                f"Write {' or '.join(known)}, or leave it out.",
            )
    return Outline(
        line=line,
        url=url,
        outlet=name,
        folders=folders,
        family=named(said.get(_FAMILY, "")),
        lean=Lean(lean or Lean.UNRATED),
        licence=Licence(licence or Licence.EXCERPT),
    )


def _without_feed_scheme(url: str) -> str:
    """``feed://host/…`` and ``feed:https://host/…``, which browsers once handed to feed readers, as web addresses.

    >>> _without_feed_scheme("feed:https://ledger.example/feed")
    'https://ledger.example/feed'
    """
    scheme, _, rest = url.partition(":")
    if scheme.lower() != "feed":
        return url
    return f"http:{rest}" if rest.startswith("//") else rest


def _can_be_asked(url: str) -> bool:
    return bool(web_url(url)) and urlsplit(url).port != 0


def named(text: str, *, longest: int | None = _LONGEST_NAME) -> str:
    r"""The text as one line that a configuration takes: printable, without space around it, not too long.

    >>> named(" The Ledger\u200b\n")
    'The Ledger'
    """
    line = "".join(character if character.isprintable() else " " for character in text)
    return line.strip()[:longest].strip()
