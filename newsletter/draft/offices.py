"""Offices: who is what, as the texts themselves say it: "Senator Grant", "the attorney general, Lee Ortiz".

No list of persons: a name that titles give alone is known by the office that the openings give it.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from newsletter.domain.story import Story

#: Section to the offices that belong to it.
_OFFICES = {
    "elections": r"[Cc]andidate|[Nn]ominee|[Hh]opeful|[Cc]ontender|[Ff]ront-?runner",
    "congress": r"Sens?\.|Senator|Reps?\.|Representative|Congress(?:man|woman)|Speaker|(?:Majority|Minority) Leader",
    "states": r"Govs?\.|Governor|Mayor|Sheriff",
    "courts": r"Judge|(?:Chief )?Justice|Special Counsel|Special Prosecutor",
    "foreign": r"(?:Prime|Foreign) Minister|Chancellor|King|Crown Prince",
    "executive": r"President|Secretary|Attorney General|Defense Chief",
}
_HELD = re.compile(
    r"(?<![\w-])(?<!ormer )(?<!late )(?:"
    + "|".join(f"(?P<{section}>{said})" for section, said in _OFFICES.items())
    + r") (?P<name>(?:[A-Z][\w.\u2019'-]{0,20} ){0,2}[A-Z][\w-]{1,20})"
)
_DAYS = frozenset(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])
_CAPITAL = re.compile(r"[A-Z][\w-]+")
#: Words with which a title begins.
_FIRST = 4
#: Characters of each text, and entries of a story, that are read.
_OPENING, _ENTRIES = 400, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Somebody whom most titles of a story begin with, and an office."""

    #: Such as ``Senator Grant``.
    called: str
    section: str
    #: In so many of so many titles.
    titles: int
    of: int


def holder(story: Story) -> Holder | None:
    """Whom at least half of a story's titles begin with and to whom its texts give an office; None for nobody.

    Of several the one in most titles, then the one most often given an office, then the first by the alphabet.
    """
    titled = [entry for entry in story.entries if entry.title][:_ENTRIES]
    held: dict[str, Counter[str]] = defaultdict(Counter)
    called: dict[tuple[str, str], str] = {}
    for entry in titled:
        for found in _HELD.finditer(f"{entry.title}\n{entry.text[:_OPENING]}"):
            name = [word for word in found["name"].split() if word not in _DAYS]
            section = next(section for section in _OFFICES if found[section])
            if name:
                held[name[-1]][section] += 1
                called.setdefault((name[-1], section), f"{found[section]} {name[-1]}")
    named = {surname: sum(surname in _words(entry.title) for entry in titled) for surname in held}
    best = min(
        (surname for surname, count in named.items() if 2 * count >= len(titled)),
        key=lambda surname: (-named[surname], -held[surname].total(), surname),
        default=None,
    )
    if best is None:
        return None
    section = max(_OFFICES, key=lambda section: held[best][section])
    return Holder(called=called[best, section], section=section, titles=named[best], of=len(titled))


def _words(title: str) -> frozenset[str]:
    """The names with which a title begins: who stands at its end is seldom its subject."""
    return frozenset(_CAPITAL.findall(" ".join(title.split(maxsplit=_FIRST)[:_FIRST])))
