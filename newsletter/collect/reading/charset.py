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
    stated = f"application/xml; charset={header[1]}" if header else "application/xml"
    if wide := next((name for start, name in _WIDE if body.startswith(start)), ""):
        # A mark, or a pattern of zeros, is surer than whatever is declared.
        text = body.decode(wide, "replace").removeprefix("\ufeff")
        body = _XML_DECLARATION.sub(b'<?xml version="1.0" encoding="utf-8"?>', text.encode("utf-8", "replace"))
        return Readable(body=body, content_type="application/xml; charset=utf-8", is_utf8=True)
    if body.isascii():
        return Readable(body=body, content_type=stated, is_utf8=_is_plain(body))
    in_xml = _DECLARED_IN_XML.match(body)
    names = [header[1]] if header else []
    names += [in_xml[1].decode("ascii", "replace")] if in_xml else []
    declared = next((name for name in map(_known, names) if name), "")
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
    # In place, so that the parser's line numbers are the feed's.
    body = _XML_DECLARATION.sub(b'<?xml version="1.0" encoding="utf-8"?>', text.encode())
    return Readable(body=body, content_type="application/xml; charset=utf-8", is_utf8=True, fault=fault)


def _is_plain(body: bytes) -> bool:
    """Whether bytes below 128 are ASCII, and not the letters of another script behind an escape."""
    in_xml = _DECLARED_IN_XML.match(body)
    declared = _known(in_xml[1].decode("ascii", "replace")) if in_xml else ""
    return bool(_PLAIN.fullmatch(declared)) and b"\x1b" not in body and b"~{" not in body


def _known(name: str) -> str:
    """Python's name of a charset; empty where it knows none such."""
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
