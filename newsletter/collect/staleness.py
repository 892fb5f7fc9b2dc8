"""Whether an outlet still stands by what a letter prints of its entry.

Between the draft and the mail outlets change titles, correct themselves and take pieces back. What a letter prints is
held against the entry as it is known now: as it was kept since, as its feed has it, and as its page has it where pages
are read. Nothing here is printed; a change is told to an editor, who decides.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from newsletter.collect.boilerplate import strip_furniture
from newsletter.collect.pages import Article, is_about
from newsletter.domain.entry import Entry
from newsletter.domain.feed import without_login
from newsletter.domain.printed import Printed

#: Characters of what an outlet said that are told.
_TOLD = 240
#: Characters of a title below which nothing is cut off as the name of its outlet.
_SHORTEST_TITLE = 15

#: Quotation marks and dashes are set one way and another.
_ONE_WAY = str.maketrans(
    dict.fromkeys("'\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a`\u00b4", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
    | {"\u2026": "...", "\u00ad": "", "\u200b": ""}
)
_PIECE = r"(?:(?:news )?(?:story|article|report|piece|post|item|dispatch|column|page|version|video))"
_TAKEN_BACK = r"(?:retracted|withdrawn|removed|taken down|unpublished|deleted|taken offline)"
#: All but the label speak of "this" piece: that somebody else took something back is news.
_RETRACTION = re.compile(
    rf"\bthis {_PIECE} (?:has been|has since been|had been|was|is|is being) (?:\w{{1,15}} )?{_TAKEN_BACK}\b"
    rf"|\b(?:retract(?:s|ed|ing)?|withdr(?:ew|awn|aws?|awing)) this {_PIECE}\b"
    rf"|\bthis {_PIECE} is no longer available\b",
    re.IGNORECASE,
)
_RETRACTED_TITLE = re.compile(
    rf"\W{{0,3}}(?:retract(?:ed|ion)|withdrawn)\W{{0,3}}[:|-]|\W{{0,3}}{_PIECE} {_TAKEN_BACK}\W{{0,3}}$",
    re.IGNORECASE,
)
_CORRECTED_TITLE = re.compile(
    r"\W{0,3}(?:correct(?:ed|ions?|s)|clarifi(?:ed|cations?)|errat(?:um|a))\W{0,3}[:|-]", re.IGNORECASE
)


class Sort(StrEnum):
    """What an outlet did to a piece."""

    TITLE = "title"
    RETRACTED = "retracted"
    CORRECTED = "corrected"
    #: A sentence that the letter prints is not in it any more.
    QUOTE = "quote"
    #: Its page is gone.
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of a piece that a letter prints from."""

    printed: Printed
    sort: Sort
    #: The new title, the outlet's notice, the sentence that is gone, or the status that its page answers.
    what: str

    @property
    def mark(self) -> str:
        """What the change is recognised by when it is found again: sixteen hexadecimal digits."""
        return hashlib.sha256(f"{self.printed.id}\n{self.sort}\n{folded(self.what)}".encode()).hexdigest()[:16]

    def __str__(self) -> str:
        """Who changed what, and where; without a full stop."""
        outlet, what = self.printed.outlet, _cut(self.what)
        title = _cut(self.printed.title or "a piece without a title")
        said = {
            Sort.TITLE: f"{outlet} has changed the title “{title}” to “{what}”",
            Sort.RETRACTED: f"{outlet} has taken back “{title}”: “{what}”",
            Sort.CORRECTED: f"{outlet} has corrected “{title}”: “{what}”",
            Sort.QUOTE: f"{outlet} no longer says “{what}” in “{title}”",
            Sort.GONE: f"{outlet} has taken down the page of “{title}”, which answers {what}",
        }[self.sort]
        return f"{said} ({without_login(self.printed.url)})" if self.printed.url else said


def changes(printed: Printed, kept: Entry, *, in_feed: Entry | None, on_page: Entry | None) -> tuple[Change, ...]:
    """What its outlet has done to a piece since the letter was made; nothing where it stands by it.

    Args:
        printed: what the letter prints of it.
        kept: as it is kept now: a later look may have changed it.
        in_feed: as its feed has it now; None where that is not known.
        on_page: as its page has it now (``as_on_page``); None where that is not known.
    """
    latest = in_feed or kept
    versions = [latest, on_page] if on_page else [latest]
    notices = _notices(printed, [kept, *versions])
    found = [Change(printed=printed, sort=sort, what=what) for sort, what in notices]
    if title := _new_title(printed, latest):
        labels = ((_RETRACTED_TITLE, Sort.RETRACTED), (_CORRECTED_TITLE, Sort.CORRECTED))
        sort = next((sort for label, sort in labels if label.match(_one_way(title))), Sort.TITLE)
        found.append(Change(printed=printed, sort=sort, what=title))
    found += [Change(printed=printed, sort=Sort.QUOTE, what=q) for q in _lost(printed, kept, in_feed, on_page)]
    return tuple(found)


def gone(printed: Printed, *, status: int) -> Change:
    """That its page is gone: it answers with this status."""
    return Change(printed=printed, sort=Sort.GONE, what=str(status))


def as_on_page(article: Article) -> Entry:
    """The entry with its page's words for its own, furniture and corrections apart; for a process of its own.

    Where the page is about something else, a wall or the outlet's front page, it has no words, but for a notice that
    the piece was taken back.
    """
    entry = article.entry
    stripped = strip_furniture(article.text, title=entry.title)
    notices = [*stripped.corrections, *(line.text for line in stripped.removed)]
    if not is_about(stripped.text, entry):
        notice = _retraction(article.text)
        return replace(entry, summary="", content="", removed=(), corrections=(notice,) if notice else ())
    taken_back = (notice for notice in map(_retraction, [stripped.text, *notices]) if notice)
    return replace(
        entry, summary="", content=stripped.text, removed=(), corrections=(*stripped.corrections, *taken_back)
    )


def folded(text: str) -> str:
    """A text in which quotation marks, dashes, capitals and runs of space make no difference."""
    return _one_way(text).casefold()


def _one_way(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).translate(_ONE_WAY).split())


def _new_title(printed: Printed, entry: Entry) -> str:
    """The title that it bears now, if it is another; empty where it is the same, or there is none."""
    same = _bare(entry.title, printed.outlet) == _bare(printed.title, printed.outlet)
    return "" if same else entry.title


def _bare(title: str, outlet: str) -> str:
    """A title to be compared: folded, and without the outlet's name or the label of a page at its end."""
    bare = folded(title)
    head, _, label = bare.rpartition(" | ")
    bare = head if len(head) >= _SHORTEST_TITLE and label else bare
    head, _, name = bare.rpartition(" - ")
    ours = folded(outlet).removeprefix("the ")
    return head if len(head) >= _SHORTEST_TITLE and name.removeprefix("the ") == ours else bare


def _notices(printed: Printed, versions: Sequence[Entry]) -> Iterator[tuple[Sort, str]]:
    """What the outlet says now that it took back or got wrong, and did not say when the letter was made; each once."""
    known = {folded(text) for text in printed.corrections}
    for entry in versions:
        for correction in entry.corrections:
            if folded(correction) not in known:
                known.add(folded(correction))
                yield Sort.RETRACTED if _retraction(correction) else Sort.CORRECTED, correction
    for text in (entry.text for entry in versions):
        notice = _retraction(text)
        if notice and not any(folded(notice) in said for said in known):
            known.add(folded(notice))
            yield Sort.RETRACTED, notice
    for line in (line.text for entry in versions for line in entry.removed):
        notice = _retraction(line)
        if notice and not any(folded(notice) in said for said in known):
            known.add(folded(notice))
            yield Sort.RETRACTED, notice


def _retraction(text: str) -> str:
    """How a text says that the piece itself was taken back, and some words more; empty where it does not."""
    found = _RETRACTION.search(text)
    return " ".join(text[found.start() : found.end() + 80].partition("\n\n")[0].split()) if found else ""


def _lost(printed: Printed, kept: Entry, in_feed: Entry | None, on_page: Entry | None) -> Iterator[str]:
    """The printed sentences that the piece holds no more.

    A text that is much shorter than what is kept says nothing of the rest of it: a feed with a line or two of a piece
    that was told from its page, or a page behind a wall.
    """
    whole = [entry for entry in (in_feed, on_page) if entry and len(entry.text.split()) * 2 >= len(kept.text.split())]
    texts = [_one_way(entry.text) for entry in whole or [kept]]
    texts += [_one_way(part) for entry in whole or [kept] for part in (entry.summary, entry.title)]
    # What the feed says in its line or two is left in the summary where a piece was told from its page.
    texts.append(_one_way(in_feed.text if in_feed else kept.summary))
    for quote in printed.quotes:
        words = _one_way(quote)
        if words and not any(words in text for text in texts):
            yield quote


def _cut(text: str) -> str:
    """The text on one line, and no more of it than is told."""
    line = " ".join(text[: _TOLD * 2].split())
    return line if len(line) <= _TOLD else line[: _TOLD - 1].rstrip() + "…"
