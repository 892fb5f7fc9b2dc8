# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""A line of a text as the rules for furniture look at it: its words, and whose they are."""

import re

from newsletter.collect.furniture.patterns import QUOTED, REPORTING
from newsletter.collect.furniture.triggers import words_in

_QUOTATION_MARK = re.compile("[\"“”‘']")


class Line:
    """A line and what the rules ask of it. Apostrophes are straight."""

    __slots__ = ("ends", "own", "own_words", "text", "words")

    def __init__(self, raw: str, quoted: re.Pattern[str] = QUOTED) -> None:
        stripped = raw.strip()
        #: As it stands.
        self.text = stripped.replace("’", "'")
        self.words = words_in(self.text)
        #: Without the words of others.
        self.own = self.text
        self.own_words = self.words
        if _QUOTATION_MARK.search(stripped):
            self.own = quoted.sub(" ", stripped).strip().replace("’", "'")
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
