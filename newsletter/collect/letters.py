"""Texts as rows of numbers, one for each letter, and spans of them as digests.

What is asked of every letter of a week's texts, tens of millions, is asked of some hundred thousand at once.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any, TypeAlias

    from numpy.typing import NDArray

    #: Numbers; what of says the name of the variable.
    Row: TypeAlias = NDArray[Any]
    #: ASCII as bytes; as a text where anything else is left.
    Folded: TypeAlias = bytes | str
else:
    Row = Folded = object

#: What a sign is: a letter or digit; part of a word as ``\w`` has it; the end of a sentence, as a rule; whatever may
#: end one in some script; space; the end of a line.
LETTER, WORD, STOP, MAY_STOP, SPACE, LINE_END = 1, 2, 4, 8, 16, 32
#: Stands between paragraphs and between texts that are looked at together; space, and an end.
APART = "\0"
#: Neither letters nor space, but these end no sentence.
_MARKS = "\"#$%&'()*+,-/:;<=>@[\\]^_`{|}"
#: Characters that are looked at together: their numbers stay in a processor's cache.
_TOGETHER = 1 << 17
#: Odd, so that nothing is lost where a product is cut to 64 bits, and without a pattern.
_BASE, _MIX = 0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93


#: What typographers set, as somebody types it who has a plain keyboard; but an ellipsis ends no sentence for certain.
#: Apostrophes and soft hyphens neither make a word another word nor part it.
_SIGNS = {"\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-", "\u00a0": " ", "\u2026": "~"} | dict.fromkeys(
    ("'", "\u2019", "\u2018", "\u02bc", "\u00ad"), ""
)
_ACCENT = re.compile("[\u0300-\u036f]+")
#: The code of Western typewriters, in which most texts can be written, and a sign of it for "not as quickly as that".
_WESTERN, _HARD = "cp1252", b"\xff"


def folded(text: str) -> Folded:
    """A text without what makes no other word of a word: case, apostrophes, accents.

    >>> folded("He said: \u201cIt\u2019s over\u2026\u201d  Peña left")
    b'he said: "its over~"  pena left'
    """
    try:
        plain = text.encode(_WESTERN)
    except UnicodeEncodeError:
        return _folded_slowly(text)
    table, dropped = _western()
    quickly = plain.translate(table, dropped)
    return _folded_slowly(text) if _HARD in quickly else quickly


def _folded_slowly(text: str) -> Folded:
    text = _with_plain_signs(text)
    if not text.isascii():
        # Some letters are an apostrophe and another letter once they are folded.
        text = _ACCENT.sub("", unicodedata.normalize("NFKD", _with_plain_signs(text.casefold())))
    return text.lower().encode("ascii") if text.isascii() else text


def _with_plain_signs(text: str) -> str:
    for sign, plain in _SIGNS.items():
        text = text.replace(sign, plain)
    return text


def together(texts: Iterable[Folded]) -> Iterator[list[Folded]]:
    """The texts in order, in runs of some hundred thousand characters, at least one text each."""
    waiting: list[Folded] = []
    length = 0
    for text in texts:
        waiting.append(text)
        length += len(text)
        if length >= _TOGETHER:
            yield waiting
            waiting, length = [], 0
    if waiting:
        yield waiting


def numbered(texts: Sequence[Folded], *, apart: str) -> Row:
    """The code point of each character of the texts, one sign between each two of them."""
    import numpy as np

    if all(isinstance(text, bytes) for text in texts):
        return np.frombuffer(apart.encode("ascii").join(texts), dtype=np.uint8)  # type: ignore[arg-type]
    whole = apart.join(text.decode("ascii") if isinstance(text, bytes) else text for text in texts)
    return np.frombuffer(whole.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def kinds(codes: Row) -> Row:
    """What each sign is: the sum of ``LETTER``, ``WORD`` and so on."""
    import numpy as np

    if codes.dtype == np.uint8:
        return _ascii()[codes]
    found = _ascii()[np.minimum(codes, 127)]
    beyond = codes > 127
    different, which = np.unique(codes[beyond], return_inverse=True)
    found[beyond] = np.array([_kind(chr(code)) for code in different.tolist()], dtype=np.uint8)[which]
    return found


def digests(codes: Row, starts: Row, ends: Row) -> Row:
    """A number of 64 bits for each span of letters, never 0; the same letters give the same number anywhere.

    ``starts`` and ``ends`` are places in ``codes``; an empty span gives the same number as every other.
    """
    import numpy as np

    powers, inverses = _powers(1 << max(18, len(codes).bit_length()))
    sums = np.zeros(len(codes) + 1, dtype=np.uint64)
    np.cumsum(np.multiply(powers[: len(codes)], codes, dtype=np.uint64), out=sums[1:])
    made: Row = (sums[ends] - sums[starts]) * inverses[starts]
    for _ in range(2):
        made ^= made >> np.uint64(32)
        made *= np.uint64(_MIX)
    made ^= made >> np.uint64(32)
    return np.maximum(made, np.uint64(1))


@cache
def _western() -> tuple[bytes, bytes]:
    """What becomes of each byte of a text in the Western code, and which bytes are dropped."""
    table, dropped = bytearray(range(256)), bytearray()
    for code in range(256):
        sign = bytes([code]).decode(_WESTERN, "ignore")
        made = _folded_slowly(sign)
        if sign and not made:
            dropped.append(code)
        table[code : code + 1] = made if isinstance(made, bytes) and len(made) == 1 else _HARD
    return bytes(table), bytes(dropped)


@cache
def _ascii() -> Row:
    import numpy as np

    return np.array([_kind(chr(code)) for code in range(128)], dtype=np.uint8)


def _kind(sign: str) -> int:
    return (
        LETTER * sign.isalnum()
        + WORD * (sign.isalnum() or sign == "_")
        + STOP * (sign in ".!?")
        + MAY_STOP * (sign == "\n" or not (sign.isalnum() or sign.isspace() or sign in _MARKS))
        + SPACE * (sign.isspace() or sign == APART)
        + LINE_END * (sign == "\n")
    )


@cache
def _powers(count: int) -> tuple[Row, Row]:
    """So many powers of the base and of its inverse, modulo 2**64."""
    import numpy as np

    def powers(base: int) -> Row:
        factors = np.full(count, base, dtype=np.uint64)
        factors[0] = 1
        return np.cumprod(factors)

    return powers(_BASE), powers(pow(_BASE, -1, 1 << 64))
