"""Blurbs in a writer's words: what it is shown, what it is asked, and what of its answer may be printed.

All of it is pure: whoever talks to the writer hands over its answers. Nothing that a writer says is believed. Each
sentence passes the gate of ``draft.faithful`` and the rules here, or falls; and where too few stand, the outlets' own
sentences tell the story.
"""

from newsletter.draft.written.asking import Asked, asked, asked_again, key
from newsletter.draft.written.judging import UNREADABLE, Judged, Terms, better, judged, why_not
from newsletter.draft.written.showing import SPEAKS_TO_MACHINES
from newsletter.draft.written.telling import in_words

__all__ = [
    "SPEAKS_TO_MACHINES",
    "UNREADABLE",
    "Asked",
    "Judged",
    "Terms",
    "asked",
    "asked_again",
    "better",
    "in_words",
    "judged",
    "key",
    "why_not",
]
