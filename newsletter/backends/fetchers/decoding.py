"""Bodies unpacked piece by piece, within a limit that no packing gets round.

A few kilobytes can unfold to gigabytes, once or through several packings. So each packing is unpacked in small pieces
and may give no more than the limit; a body that ends before its packing does is refused, where it would look like a
short feed.
"""

import zlib
from collections.abc import Iterable, Iterator

#: What we say that we read.
ACCEPTED = "gzip, deflate"
#: Bytes unpacked at a time.
_PIECE = 65_536
#: So much may wrap a body of just the limit.
_WRAPPING = 65_536
#: More parts than any tool writes, and few enough to begin.
_PARTS = 1_000
_DEPTH = 3


class TooLarge(Exception):
    """There is more than the limit."""


class Undecodable(Exception):
    """It is packed in a way that we do not read, or not as it claims; the message is a reason in words."""


def unpacked(chunks: Iterable[bytes], encodings: Iterable[str], limit: int) -> bytes:
    """A body as it was before it was packed.

    Args:
        chunks: as they come in.
        encodings: the Content-Encoding headers.
        limit: the most bytes, at the end and at each step on the way.

    Raises:
        TooLarge: there is more.
        Undecodable: it cannot be unpacked.
    """
    packings = [name for header in encodings for name in header.lower().replace(" ", "").split(",")]
    packings = [name for name in packings if name not in {"", "identity"}]
    if len(packings) > _DEPTH:
        raise Undecodable(f"packed more than {_DEPTH} times over")
    pieces = _limited(chunks, limit + _WRAPPING if packings else limit)
    for name in reversed(packings):
        if name in {"gzip", "x-gzip"}:
            pieces = _limited(_gunzipped(pieces), limit)
        elif name == "deflate":
            pieces = _limited(_inflated(pieces), limit)
        else:
            # It may be anything, and as long as the server likes.
            raise Undecodable(f"packed as {name[:20]!r}, which we did not ask for")
    try:
        return b"".join(pieces)
    except zlib.error as error:
        raise Undecodable("not packed as it claims") from error


def _limited(pieces: Iterable[bytes], limit: int) -> Iterator[bytes]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > limit:
            raise TooLarge
        yield piece


def _gunzipped(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Part after part; what follows the last and is none is left out, as browsers do."""
    part = None
    parts = 0
    for piece in pieces:
        data = piece
        while data:
            if part is None:
                data = data.lstrip(b"\0") if parts else data  # some tools fill up with noughts
                if not data or (parts and data[:1] != b"\x1f"):
                    break
                parts += 1
                if parts > _PARTS:
                    raise Undecodable("packed in too many parts")
                part = zlib.decompressobj(zlib.MAX_WBITS | 16)
            yield from _opened(part, data)
            data = part.unused_data
            if part.eof:
                part = None
    if part is not None:
        raise Undecodable("cut off")


def _inflated(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Deflated, with the frame that the standard asks for or, as often, without."""
    opener = None
    start = b""
    for piece in pieces:
        start += piece
        if opener is None:
            if len(start) < 2:
                continue
            framed = start[0] & 15 == 8 and int.from_bytes(start[:2], "big") % 31 == 0
            opener = zlib.decompressobj(zlib.MAX_WBITS if framed else -zlib.MAX_WBITS)
        if not opener.eof:
            yield from _opened(opener, start)
        start = b""
    if start or (opener and not opener.eof):
        raise Undecodable("cut off")


def _opened(opener: "zlib._Decompress", data: bytes) -> Iterator[bytes]:
    """All that a piece unpacks to, in small pieces."""
    while True:
        piece = opener.decompress(data, _PIECE)
        yield piece
        data = opener.unconsumed_tail
        # A full piece may have left some behind, with nothing of ours to read first.
        if opener.eof or (not data and len(piece) < _PIECE):
            return
