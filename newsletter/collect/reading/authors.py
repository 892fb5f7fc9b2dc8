# ruff: noqa: RUF001 - names have typographers' apostrophes, and dashes between them
"""Who wrote an entry, by name: what feeds put around names taken off, and several names told apart.

Feeds have "By JANE DOE", ``jane@ledger.example (Jane Doe)``, "Jane Doe and John Roe", "Jane Doe, Political Editor".
Where it is not plain that there are several people, the words stay together: a ministry "of Health and Social Care" is
one author.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from newsletter.collect.normalise import one_line, word_set
from newsletter.collect.reading.markup import line_of

#: No entry has more, and no name is longer in characters.
_MOST = 20
_LONGEST = 200
_EMAIL = r"[^\s@<>()\[\],;:\"]{1,64}@[^\s@<>()\[\],;:\"]{1,190}"
#: ``jane@ledger.example (Jane Doe)``, as RSS wants it.
_MAIL_THEN_NAME = re.compile(rf"(?:mailto:)?{_EMAIL}\s{{0,9}}\(([^()]{{1,200}})\)", re.IGNORECASE)
#: ``Jane Doe <jane@ledger.example>``, and an address alone.
_MAIL = re.compile(rf"[<(\[]?\s{{0,3}}(?:mailto:)?{_EMAIL}\s{{0,3}}[>)\]]?", re.IGNORECASE)
_BY = re.compile(
    r"\W{0,3}(?:(?:posted|written|reported|story|analysis|words) )?by(?::\s{0,3}|\s{1,3})(?=\S)", re.IGNORECASE
)
_HANDLE = re.compile(r"\s{0,3}[(\[]?@\w{2,30}[)\]]?")
_PERSON = re.compile(
    r"(?!The\b)[^\W\d_][\w'’.-]{0,30}(?: (?:(?:de|da|del|della|der|den|di|du|van|von|bin|al|el|la|le|ter|y)\b|"
    r"[^\W\d_a-zà-ÿ][\w'’.-]{0,30})){1,4}"
)
_AND = re.compile(r"\s(?:and|&|with|und|et|y)\s|\s{0,3};\s{0,3}|\s\|\s", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:jr|sr|i{2,3}|iv|ph\.?d|m\.?d|m\.?p|esq|rn|q\.?c|k\.?c|obe|mbe|cbe)\.?", re.IGNORECASE)
#: What a person does or works for, and no part of a name.
_POSITIONS = word_set(
    "correspondent editor reporter writer staff columnist contributor journalist producer chief press news times post "
    "reuters afp tribune service agency network bureau senior political politics deputy associate special guest fellow "
    "professor director analyst university institute media team desk board today daily weekly herald guardian "
    "telegraph observer journal gazette international department ministry office council foundation center centre "
    "magazine radio broadcasting company group com"
)


def names_of(authors: Iterable[str]) -> tuple[str, ...]:
    """The names in what a feed states as authors, each once, in order; positions and addresses of mail are left out.

    >>> names_of(["By Jane Doe and John Roe", "ann@ledger.example (Ann Lee)", "desk@ledger.example"])
    ('Jane Doe', 'John Roe', 'Ann Lee')
    """
    names = dict.fromkeys(name for author in authors for name in _names(author))
    return tuple(names)[:_MOST]


@lru_cache(maxsize=4096)
def _names(author: str) -> tuple[str, ...]:
    """The names in one statement; outlets repeat them in every entry."""
    return tuple(_parted(author[: _LONGEST * 6]))


def _parted(author: str) -> Iterator[str]:
    line = line_of(author)
    if len(line) > _LONGEST * 5:  # a text in the wrong place
        return
    if "@" in line:
        line = _HANDLE.sub("", _MAIL.sub(" ", _MAIL_THEN_NAME.sub(r"\1", line)))
    line = _BY.sub("", line, count=1) if _BY.match(line) else line
    parts = [one_line(part).strip(" ,;|/-–—") for part in _AND.split(line)]
    lists = [_listed(part) for part in parts if part]
    if len(lists) > 1 and not all(map(_is_person, (name for names in lists for name in names))):
        lists = [_listed(one_line(line).strip(" ,;|/-–—"))]
    yield from (name[:_LONGEST] for names in lists for name in names if any(map(str.isalpha, name)))


def _listed(part: str) -> list[str]:
    """The names of a list with commas; the whole where that is not what it is."""
    first, *others = (piece.strip() for piece in part.split(","))
    names = [first]
    for piece in filter(None, others):
        if _SUFFIX.fullmatch(piece):
            names[-1] += f", {piece}"
        elif _is_person(piece):
            names.append(piece)
        elif not _is_position(piece):
            return [part]
    return names if len(names) == 1 or all(map(_is_person, names)) else [part]


def _is_person(name: str) -> bool:
    return bool(_PERSON.fullmatch(_bare(name))) and not _is_position(name)


def _is_position(name: str) -> bool:
    return not _POSITIONS.isdisjoint(re.findall(r"[^\W\d_]+", name.lower()))


def _bare(name: str) -> str:
    """A name without what follows it after a comma."""
    return name.partition(",")[0]
