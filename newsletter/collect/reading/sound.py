"""Reads feeds that are well formed: RSS 0.9x and 2.0, RSS 1.0, and Atom 1.0, with their usual extensions.

Most feeds are, and so nine in ten take this way, at a tenth of the cost of the tolerant one. What cannot be read here
without a guess is left to that: another dialect, a document type, markup where text is due.
"""

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urljoin

from lxml import etree

from newsletter.collect.normalise import word_set
from newsletter.collect.reading.dates import Stamp
from newsletter.collect.reading.media import Form, Shown, is_picture
from newsletter.collect.reading.stated import Document, Stated
from newsletter.domain.entry import DateQuality

_ATOM = "{http://www.w3.org/2005/atom}"
_RSS1 = "{http://purl.org/rss/1.0/}"
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
#: Namespaces in lower case, as they are compared, with the prefix that is used for them here.
_PREFIXES = {
    "": "",
    _RSS1: "",
    _ATOM: "",
    "{http://purl.org/rss/1.0/modules/content/}": "content:",
    "{http://purl.org/dc/elements/1.1/}": "dc:",
    "{http://purl.org/dc/terms/}": "dcterms:",
    "{http://search.yahoo.com/mrss/}": "media:",
    "{http://search.yahoo.com/mrss}": "media:",
    "{http://www.itunes.com/dtds/podcast-1.0.dtd}": "itunes:",
    "{http://www.w3.org/1999/xhtml}": "xhtml:",
    "{http://rssnamespace.org/feedburner/ext/1.0}": "feedburner:",
}
_NAMES = word_set(
    "title link guid id pubdate published issued updated modified description summary content author category source "
    "enclosure content:encoded dc:title dc:creator dc:date dc:subject dc:description dcterms:issued dcterms:modified "
    "dc:author media:category media:title media:description media:content media:thumbnail media:group media:credit "
    "itunes:author itunes:summary feedburner:origlink"
)
#: Elements that hold an article in dialects that only the tolerant reader knows.
_LEFT = frozenset(["fullitem", "body", "xhtml:body"])
_PLAIN = frozenset(["", "text", "text/plain"])
_HTML = frozenset(["html", "text/html"])

_PUBLISHED = [(name, DateQuality.PUBLISHED) for name in ("pubdate", "published", "issued", "dcterms:issued")]
_UPDATED = [(name, DateQuality.UPDATED) for name in ("updated", "modified", "dcterms:modified")]
#: RSS has no date of an update: there ``dc:date`` is the publication's.
_RSS_DATES = (*_PUBLISHED, ("dc:date", DateQuality.PUBLISHED), *_UPDATED)
_ATOM_DATES = (*_PUBLISHED, *_UPDATED, ("dc:date", DateQuality.UPDATED))

#: The elements of an item by their name, each list in order; no name without an element.
_Found = Mapping[str, Sequence[etree._Element]]  # noqa: SLF001 - lxml has no public name for it


class _Odd(Exception):
    """Something that cannot be read here without a guess."""


def read_sound(body: bytes) -> Document | None:
    """The feed, or None where it is not well formed, or of a sort or shape that is left to the tolerant reader.

    ``body`` is UTF-8, or ASCII. Nothing outside it is read, and no entity is unfolded.
    """
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(body, parser)
        # A prefix that is not declared is no reason to stop for this parser, but it is one to doubt.
        if len(parser.error_log) or root.getroottree().docinfo.internalDTD is not None:
            return None
        return _Reader(has_bases=b"xml:base" in body).document(root)
    except (etree.XMLSyntaxError, _Odd, ValueError):
        return None


class _Reader:
    """Reads one document."""

    def __init__(self, *, has_bases: bool) -> None:
        self._has_bases = has_bases
        self._names: dict[str, str] = {}

    def document(self, root: etree._Element) -> Document | None:
        """The whole, or None where the root is of no kind that is known here or holds no entries."""
        tag = root.tag.lower()
        if tag == f"{_ATOM}feed":
            channel, items = root, root.findall("{http://www.w3.org/2005/Atom}entry")
        elif tag == "rss":
            channel = root.find("channel")
            items = [] if channel is None else [*channel.findall("item"), *root.findall("item")]
        elif tag == f"{_RDF}rdf":
            channel, items = root.find(f"{_RSS1}channel"), root.findall(f"{_RSS1}item")
        else:
            return None
        if channel is None or not items:
            return None
        is_atom = channel is root
        about = self._children(channel)
        site = next((link for link in map(self._address, about.get("link", ())) if link), "")
        return Document(
            title=self._words(about, "title"),
            site=site,
            entries=tuple(self._entry(item, is_atom=is_atom) for item in items),
        )

    def _children(self, element: etree._Element) -> _Found:
        found: dict[str, list[etree._Element]] = {}
        names = self._names
        for child in element:
            tag = child.tag
            name = names.get(tag)
            if name is None:
                name = names[tag] = _name(tag)
            if name in found:
                found[name].append(child)
            elif name:
                found[name] = [child]
        return found

    def _entry(self, item: etree._Element, *, is_atom: bool) -> Stated:
        found = self._children(item)
        if "description" in found and "summary" in found:  # which of the two is the text?
            raise _Odd
        guid, links = self._identity(item, found)
        title = self._words(found, "title", "dc:title", "media:title")
        content = max(map(self._marked, _all(found, "content", "content:encoded")), key=len, default="")
        summary = self._words(found, "description", "summary", "dc:description", "itunes:summary")
        if not summary and not content:
            groups = [self._children(group) for group in found.get("media:group", ())]
            summary = next(filter(None, (self._words(part, "media:description") for part in (found, *groups))), "")
        sources = [
            self._words(self._children(source), "title") if len(source) else _text(source)
            for source in found.get("source", ())
        ]
        return Stated(
            guid=guid,
            links=links,
            title=title,
            summary=summary,
            content=content,
            stamps=tuple(_stamps(found, is_atom=is_atom)),
            authors=tuple(filter(None, self._authors(found))),
            categories=tuple(filter(None, map(_category, _all(found, "category", "dc:subject", "media:category")))),
            source=next(filter(None, sources), ""),
            pictures=tuple(self._pictures(found)),
        )

    def _identity(self, item: etree._Element, found: _Found) -> tuple[str, tuple[str, ...]]:
        """The guid, and the links: the one before any redirecting, the page's, and the guid where it is an address."""
        links = [self._resolved(_text(link), link) for link in found.get("feedburner:origlink", ())]
        links += [address for link in reversed(found.get("link", ())) if (address := self._address(link))]
        guid = item.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about", "")
        for element in _all(found, "guid", "id"):
            guid = _text(element)
            if (element.get("isPermaLink") or element.get("ispermalink") or "true") == "true":
                guid = self._resolved(guid, element)
                links.append(guid)
        return guid, tuple(filter(None, links))

    def _address(self, link: etree._Element) -> str:
        """Where a link leads, if it leads to a page: Atom has links of many sorts."""
        href = link.get("href")
        if href is None:
            return self._resolved(_text(link), link)
        is_page = link.get("rel", "alternate") == "alternate" and link.get("type", "text/html") in {
            "text/html",
            "html",
            "application/xhtml+xml",
            "xhtml",
        }
        return self._resolved(href.strip(), link) if is_page else ""

    def _resolved(self, address: str, element: etree._Element) -> str:
        """The address against the ``xml:base`` of its element and of those around it."""
        if not self._has_bases or not address:
            return address
        base = ""
        for place in (*reversed(list(element.iterancestors())), element):
            base = urljoin(base, place.get(_XML_BASE, "").strip())
        return urljoin(base, address)

    def _words(self, found: _Found, *names: str) -> str:
        """The first of several elements that says something."""
        for element in _all(found, *names):
            if words := self._marked(element):
                return words
        return ""

    def _marked(self, element: etree._Element) -> str:
        """What an element says, as HTML or as text that looks like none. Atom says which of the two it is."""
        if not element.tag.lower().startswith(_ATOM):
            return _text(element)
        kind = element.get("type", "").strip().lower()
        if kind in _PLAIN:
            text = _text(element)
            return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        if kind in _HTML:
            return _text(element)
        if kind not in {"xhtml", "application/xhtml+xml"}:
            raise _Odd
        if any(inner.prefix for inner in element.iterdescendants()):
            raise _Odd
        return "".join(_mended(etree.tostring(inner, encoding="unicode", method="html")) for inner in element)

    def _authors(self, found: _Found) -> Iterator[str]:
        for author in found.get("author", ()):
            if len(author):
                parts = self._named_children(author)
                yield parts.get("name") or parts.get("email", "")
            else:
                yield _text(author)
        creators = _all(found, "dc:creator", "dc:author")
        if not creators and "author" not in found:
            creators = _all(found, "itunes:author")
        yield from map(_text, creators)

    def _named_children(self, element: etree._Element) -> dict[str, str]:
        return {etree.QName(child).localname.lower(): _text(child) for child in element if not len(child)}

    def _pictures(self, found: _Found) -> Iterator[Shown]:
        """What is nested in a picture is about it; what stands beside, about all pictures of the group or item."""
        about = self._about(found, "", "")
        yield from self._media(found, *about)
        for group in map(self._children, found.get("media:group", ())):
            yield from self._media(group, *self._about(group, *about))
        for enclosure in found.get("enclosure", ()):
            if is_picture(enclosure.attrib):
                yield Shown(self._resolved(enclosure.get("url", ""), enclosure), Form.ENCLOSURE, *("", ""), *about)
        for link in found.get("link", ()):
            if link.get("rel") == "enclosure" and link.get("type", "").startswith("image/"):
                yield Shown(self._resolved(link.get("href", ""), link), Form.ENCLOSURE, *("", ""), *about)

    def _media(self, found: _Found, credit: str, caption: str) -> Iterator[Shown]:
        for form, name in ((Form.CONTENT, "media:content"), (Form.THUMBNAIL, "media:thumbnail")):
            for element in found.get(name, ()):
                inner = self._children(element) if len(element) else None
                about = self._about(inner, credit, caption) if inner else (credit, caption)
                if form is Form.THUMBNAIL or is_picture(element.attrib):
                    yield Shown(
                        self._resolved(element.get("url", ""), element),
                        form,
                        element.get("width", ""),
                        element.get("height", ""),
                        *about,
                    )
                if inner:
                    yield from self._media(inner, *about)

    def _about(self, found: _Found, credit: str, caption: str) -> tuple[str, str]:
        """Credit and caption that stand among elements, else those from further out."""
        return (
            next(filter(None, map(_text, found["media:credit"])), credit) if "media:credit" in found else credit,
            self._words(found, "media:description", "media:title") or caption,
        )


def _all(found: _Found, *names: str) -> list[etree._Element]:
    """The elements of these names, in the names' order."""
    return [element for name in names if name in found for element in found[name]]


def _name(tag: object) -> str:
    """How an element is called here; empty for one that is not looked at."""
    if not isinstance(tag, str):
        return ""
    namespace, brace, local = tag.lower().rpartition("}")
    prefix = _PREFIXES.get(namespace + brace)
    name = "" if prefix is None else f"{prefix}{local}"
    if name in _LEFT:
        raise _Odd
    return name if name in _NAMES else ""


def _text(element: etree._Element) -> str:
    if len(element):
        raise _Odd
    return _mended((element.text or "").strip())


def _mended(text: str) -> str:
    """The text; where it is UTF-8 that somebody took for Latin-1 and encoded again, as it was meant."""
    if text.isascii():
        return text
    try:
        return text.encode("iso-8859-1").decode()
    except UnicodeError:
        return text


def _category(element: etree._Element) -> str:
    return (element.get("label") or element.get("term") or _text(element)).strip()


def _stamps(found: _Found, *, is_atom: bool) -> Iterator[Stamp]:
    """The dates, publication first."""
    for name, quality in _ATOM_DATES if is_atom else _RSS_DATES:
        if name in found:
            yield Stamp(_text(found[name][-1]), quality)
