"""Lines that are furniture and lines that only look like it, and articles to put them into.

The lists lie in tests/furniture, one line each, under headings ``# sort (places)``: where such a line stands with
outlets. All is in our own words; the outlets, people and addresses are invented.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newsletter.collect.boilerplate import Stripped, strip_furniture
from newsletter.collect.sentences import sentences

LISTS = Path(__file__).parent / "furniture"
#: In a paragraph among other sentences, as a paragraph between two, and as the last paragraph.
PLACES = ("in", "between", "end")
_HEADING = re.compile(r"# (?P<sort>[^(]*?)(?: \((?P<places>[^)]*)\))?")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list."""

    text: str
    sort: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """An article without furniture."""

    title: str
    paragraphs: tuple[str, ...]

    def __str__(self) -> str:
        return "\n\n".join(self.paragraphs)

    def with_line(self, line: str, place: str) -> str:
        """Its text with a line put into it."""
        before, after = self.paragraphs[:3], self.paragraphs[3:]
        if place == "between":
            return "\n\n".join([*before, line, *after])
        if place == "end":
            return "\n\n".join([*before, *after, line])
        first, *others = sentences(after[0])
        # A line without an end would take the next sentence along: outlets put those last.
        mixed = (
            [first, line, *others]
            if line.endswith((".", "!", "?", "\u201d", '"', "\u2019"))
            else [first, *others, line]
        )
        return "\n\n".join([*before, " ".join(mixed), *after[1:]])


def lines(*names: str) -> Iterator[Line]:
    """The lines of lists, such as ``promos-1``, in order."""
    for name in names:
        sort, places = "", PLACES
        for text in (LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines():
            if heading := _HEADING.fullmatch(text):
                sort = heading["sort"]
                places = tuple(heading["places"].split(", ")) if heading["places"] else PLACES
            elif text:
                yield Line(text=text, sort=sort, places=places)


def articles() -> list[Article]:
    """One from each side of the Atlantic."""
    texts = [path.read_text(encoding="utf-8").strip().split("\n\n") for path in sorted(LISTS.glob("article-*.txt"))]
    return [Article(title=title, paragraphs=tuple(paragraphs)) for title, *paragraphs in texts]


def places_where_kept(line: Line) -> list[str]:
    """The places in which a sentence of a line is still there when furniture is struck out of some article."""
    return [place for place in line.places if any(_has_any(line.text, _stripped(a, line, place)) for a in articles())]


def places_where_lost(line: Line) -> list[str]:
    """The places in which a line is no longer whole when furniture is struck out of some article."""
    return [place for place in line.places if any(line.text not in _stripped(a, line, place).text for a in articles())]


def loses_news(line: Line) -> list[str]:
    """The places in which a line takes a sentence of some article with it."""
    return [
        place
        for place in line.places
        if any(
            sentence not in _stripped(article, line, place).text
            for article in articles()
            for paragraph in article.paragraphs
            for sentence in sentences(paragraph)
        )
    ]


def _stripped(article: Article, line: Line, place: str) -> Stripped:
    return strip_furniture(article.with_line(line.text, place), title=article.title)


def _has_any(line: str, stripped: Stripped) -> bool:
    return any(sentence in stripped.text for sentence in sentences(line))
