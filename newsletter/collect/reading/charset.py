"""Which characters a feed's bytes are, whatever the feed says they are.

Declarations lie more often than bytes: a server adds ``iso-8859-1`` to everything, an editor pastes windows-1252
quotation marks into a feed that is UTF-8. Bytes that can be read as UTF-8 are UTF-8, for text of another charset
hardly ever can; and where only UTF-8 is claimed, bytes that it cannot be are windows-1252.
"""

import codecs
import re
from dataclasses import dataclass

_XML_DECLARATION = re.compile(rb"^\s*<\?xml\b[^>]*?>")
_DECLARED_IN_XML = re.compile(rb"^\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([^\"'>]*)[\"']")
_DECLARED_IN_HEADER = re.compile(r"charset\s*=\s*[\"']?([^\s;\"']+)", re.IGNORECASE)
#: Byte order marks, longest first, and the beginning of ``<?xml`` or ``<rss`` in wide characters without one.
_WIDE = (
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)

#: What Python decodes bytes with that is the charset of no text: ways to write characters by others.
_NO_CHARSETS = frozenset(["idna", "mbcs", "oem", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"])
#: Charsets whose seven-bit bytes are ASCII.
_PLAIN = re.compile(r"utf-8|ascii|iso8859-.*|cp125\d|")


@dataclass(frozen=True, slots=True, kw_only=True)
class Readable:
    """Bytes whose stated charset is to be believed."""

    body: bytes
    #: For the parser: an XML media type, with the charset where that is settled.
    content_type: str
    #: Whether the bytes are UTF-8 beyond doubt, whatever the declarations say.
    is_utf8: bool
    #: What was wrong with the declaration, a sentence; empty where nothing was.
    fault: str = ""


def readable(body: bytes, content_type: str) -> Readable:
    """The same feed with a charset that can be believed.

    ``content_type`` is the Content-Type header; only its charset counts, because feeds are served as anything.
    """
    header = _DECLARED_IN_HEADER.search(content_type)
    served_as = header[1] if header and not _misleads(header[1]) else ""
    stated = f"application/xml; charset={served_as}" if served_as else "application/xml"
    if wide := next((name for start, name in _WIDE if body.startswith(start)), ""):
        # A mark, or a pattern of zeros, is surer than whatever is declared.
        text = body.decode(wide, "replace").removeprefix("\ufeff")
        body = _called_utf8(text.encode("utf-8", "replace"))
        return Readable(body=body, content_type="application/xml; charset=utf-8", is_utf8=True)
    in_xml = _DECLARED_IN_XML.match(body)
    written_as = in_xml[1].decode("ascii", "replace") if in_xml else ""
    if body.isascii():
        body = _called_utf8(body) if _misleads(written_as) else body
        return Readable(body=body, content_type=stated, is_utf8=_is_plain(body, _known(written_as)))
    declared = _known(served_as) or _known(written_as)
    try:
        text, fault = body.decode("utf-8-sig"), ""
        if declared not in {"", "utf-8", "ascii"}:
            fault = f"It says that its charset is {declared}, but it is utf-8."
    except UnicodeDecodeError:
        if declared not in {"", "utf-8", "ascii"}:
            return Readable(body=body, content_type=stated, is_utf8=False)
        text = body.decode("utf-8", _AS_WINDOWS)
        says = f"says that its charset is {declared}" if declared else "does not say its charset"
        fault = f"It {says}, but holds bytes that are no utf-8; they were read as windows-1252."
    body = _called_utf8(text.encode())
    return Readable(body=body, content_type="application/xml; charset=utf-8", is_utf8=True, fault=fault)


def _called_utf8(body: bytes) -> bytes:
    """The feed with a declaration that says UTF-8, where it has one: in its place, so that lines keep their numbers."""
    return _XML_DECLARATION.sub(b'<?xml version="1.0" encoding="utf-8"?>', body)


def _is_plain(body: bytes, declared: str) -> bool:
    """Whether bytes below 128 are ASCII, and not the letters of another script behind an escape."""
    return bool(_PLAIN.fullmatch(declared)) and b"\x1b" not in body and b"~{" not in body


def _known(name: str) -> str:
    """Python's name of a charset; empty where it knows none such."""
    found = _decoder(name)
    try:
        bytes(4).decode(found)  # a LookupError where it gives no text
    except (LookupError, UnicodeError):
        return ""
    return "" if found in _NO_CHARSETS else found


def _misleads(name: str) -> bool:
    """Whether Python knows something by this name that is no charset.

    ``rot13`` turns text into text, ``zlib`` bytes into bytes, and ``unicode_escape``, ``punycode`` and ``idna`` write
    characters by others. No feed is written in those, and the parser would ask Python for whatever is called so.
    """
    return bool(_decoder(name)) and not _known(name)


def _decoder(name: str) -> str:
    """How Python calls what it knows by a name; empty where that is nothing."""
    try:
        return codecs.lookup(name.strip()).name
    except (LookupError, ValueError):  # a zero byte or half a character is no name either
        return ""


def _one_byte_as_windows(error: UnicodeError) -> tuple[str, int]:
    """Read the byte at which UTF-8 fails as windows-1252, and go on after it."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    byte = error.object[error.start : error.start + 1]
    return byte.decode("cp1252", "replace"), error.start + 1


_AS_WINDOWS = "newsletter.one-byte-as-windows"
codecs.register_error(_AS_WINDOWS, _one_byte_as_windows)
