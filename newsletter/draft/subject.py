# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""The subject and the preheader: the two lines that an inbox shows.

Both are made of the letter's own headlines, so they promise nothing that the letter does not hold.
"""

import re
from collections.abc import Sequence

from newsletter.domain.issue import Publication, Told
from newsletter.draft.telling.words import DEED, cut_at_word, folded

#: Characters of a subject; inboxes on a desk show about so many.
SUBJECT_ROOM = 90
#: Characters of a preheader: fewer leave room for whatever the letter begins with, more are not shown.
PREHEADER_LEAST, PREHEADER_ROOM = 40, 130
#: A headline cut down to less than this says nothing.
_LEAST = 18

#: Where a headline may end early and still be a sentence, if something has been done by then.
_CLAUSE = re.compile(
    r"[,;:]\s|\s[–—-]\s|\s(?:and|as|after|amid|while|despite|ahead of|following|in|at|over|before|but|by|with)\s"
)


def subject(told: Sequence[Told], *, publication: Publication) -> str:
    """The headlines of the first two stories, shortened by whole clauses, in at most ``SUBJECT_ROOM`` characters.

    The second is left out where there is no room for it; the name of the publication stands in for no story at all.
    """
    return "; ".join(_first(told)) or publication.name


def preheader(told: Sequence[Told]) -> str:
    """The headlines that follow those of the subject, 40 to 130 characters.

    In a short letter, the first sentence that is long enough, or who told the stories.
    """
    following = _filled([t.headline for t in told[len(_first(told)) :]])
    if len(following) >= PREHEADER_LEAST or not told:
        return following
    sentences = [folded(sentence.text) for story in told for sentence in story.blurb]
    told_by = ", ".join(dict.fromkeys(e.outlet for story in told for e in story.ranked.story.entries))
    for text in (*sentences, told_by):
        joined = cut_at_word(f"{following}; {text}" if following else text, PREHEADER_ROOM)
        if len(joined) >= PREHEADER_LEAST:
            return joined
    return following or cut_at_word(told_by, PREHEADER_ROOM)


def _first(told: Sequence[Told]) -> list[str]:
    """The headlines, shortened, that the subject is made of."""
    if not told:
        return []
    alone = cut_at_word(_by_clauses(told[0].headline, SUBJECT_ROOM) or told[0].headline, SUBJECT_ROOM)
    if len(told) == 1:
        return [alone]
    # As much of the first as leaves the second room, if that can be had by whole clauses.
    for first in (alone, _by_clauses(told[0].headline, SUBJECT_ROOM // 2)):
        second = _by_clauses(told[1].headline, SUBJECT_ROOM - 2 - len(first)) if first else ""
        if second:
            return [first, second]
    return [alone]


def _by_clauses(headline: str, room: int) -> str:
    """The longest opening of a headline that fits and ends where a clause does; empty where there is none."""
    early = [found.start() for found in _CLAUSE.finditer(headline) if DEED.search(headline, 0, found.start())]
    fitting = [end for end in (len(headline), *early) if _LEAST <= end <= room]
    return headline[: max(fitting)].rstrip(" ,;:") if fitting else ""


def _filled(headlines: Sequence[str]) -> str:
    """As many headlines as fit, the last one cut only where it would otherwise be the only one."""
    line = ""
    for headline in headlines:
        joined = f"{line}; {headline}" if line else cut_at_word(headline, PREHEADER_ROOM)
        if len(joined) > PREHEADER_ROOM:
            break
        line = joined
    return line
