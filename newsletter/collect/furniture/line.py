# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""A line of a text as the rules for furniture look at it: its words, and whose they are."""

import re

from newsletter.collect.furniture.patterns import QUOTED, REPORTING

_QUOTATION_MARK = re.compile("[\"“”‘']")
#: Every byte that is no letter or digit of ASCII becomes a space; as the words asked for are English, that is enough,
#: and twice as fast as a pattern.
_LETTERS = bytes(byte if byte < 128 and chr(byte).isalnum() else 32 for byte in range(256))


def words_in(text: str) -> frozenset[str]:
    """The words of a text in lower case, parted at apostrophes and hyphens: "Don't sign-up" has don, t, sign and up."""
    return frozenset(text.lower().encode("utf-8", "replace").translate(_LETTERS).decode("ascii").split())


class Line:
    """A line and what the rules ask of it. Apostrophes are straight."""

    __slots__ = ("ends", "own", "own_words", "text")

    def __init__(self, raw: str) -> None:
        stripped = raw.strip()
        #: As it stands.
        self.text = stripped.replace("’", "'")
        #: Without the words of others.
        self.own = self.text
        if _QUOTATION_MARK.search(stripped):
            self.own = QUOTED.sub(" ", stripped).strip().replace("’", "'")
        self.own_words = words_in(self.own)
        #: Whether it ends as a sentence does.
        self.ends = self.text.rstrip("\"”')]").endswith((".", "!", "?"))

    @property
    def reported(self) -> bool:
        """Somebody is reported in it."""
        return not REPORTING.isdisjoint(self.own_words)

    @property
    def length(self) -> int:
        """In words."""
        return len(self.text.split())
