"""A week of news that nobody wrote: made words, as often as words are in a language, about made events.

The same size and seed give the same week. Sizes of events, and how much their entries share, are those of weeks that
were collected: half of the events are told by one outlet, a few by twenty, and reports on one event share its names and
a part of its words.
"""

import random
import re
from datetime import timedelta
from itertools import accumulate

from newsletter.domain.entry import Entry, EntryId, Lean
from newsletter.domain.week import Week

TITLE, SUMMARY, TEXT = 10, 30, 400
OUTLETS = 200
#: How many entries an event has, and how often that is so.
_SIZES = {1: 50, 2: 20, 3: 10, 4: 6, 6: 5, 9: 4, 13: 3, 20: 2}
_SMALL = re.findall(
    r"\w+",
    "the of to in and a on for that with as by at from it was is said after has will over its his would who their but",
)


def a_week(count: int, *, in_full: float, week: Week, seed: int = 4) -> tuple[Entry, ...]:
    """So many entries of the week, each with a title and a summary; the part ``in_full`` of them with a text too."""
    dice = random.Random(seed)
    lexicon = _Lexicon(dice)
    leans = list(Lean)
    entries: list[Entry] = []
    while len(entries) < count:
        (size,) = dice.choices(list(_SIZES), list(_SIZES.values()))
        subject = lexicon.subject(dice)
        broke = week.start + (week.end - week.start) * 0.8 * dice.random()
        for outlet in dice.sample(range(OUTLETS), min(size, count - len(entries))):
            number = len(entries)
            text = lexicon.text(dice, subject, TEXT) if dice.random() < in_full else ""
            at = broke + timedelta(minutes=dice.randrange(24 * 60))
            entries.append(
                Entry(
                    id=EntryId(f"made:{number}"),
                    url=f"https://outlet{outlet}.example/{number}",
                    canonical_url=f"outlet{outlet}.example/{number}",
                    outlet=f"Outlet {outlet}",
                    family=f"Family {outlet % (OUTLETS * 3 // 4)}",
                    lean=leans[outlet % len(leans)],
                    title=lexicon.sentence(dice, subject, TITLE).rstrip("."),
                    summary=lexicon.text(dice, subject, SUMMARY),
                    content=text,
                    published=at,
                    first_seen=at,
                    position=1 + number % 40,
                )
            )
    return tuple(entries)


class _Lexicon:
    """The words of a made language: few of them often, most of them hardly ever."""

    def __init__(self, dice: random.Random) -> None:
        syllables = [first + vowel for first in "bdfglmnprstvk" for vowel in "aeiou"]
        self._words = sorted({"".join(dice.choices(syllables, k=dice.randint(2, 4))) for _ in range(30_000)})
        dice.shuffle(self._words)
        self._weights = list(accumulate(1 / (place + 20) for place in range(len(self._words))))

    def subject(self, dice: random.Random) -> list[str]:
        """What an event is about: two names of persons and places, and words that belong to it."""
        names = [f"{a.title()} {b.title()}" for a, b in zip(*[iter(dice.choices(self._words, k=4))] * 2, strict=True)]
        return [*names, *dice.choices(self._words, cum_weights=self._weights, k=12)]

    def text(self, dice: random.Random, subject: list[str], words: int) -> str:
        """Sentences of twenty words; three make a paragraph."""
        lines = [self.sentence(dice, subject, min(20, words - done)) for done in range(0, words, 20)]
        return "\n\n".join(" ".join(lines[place : place + 3]) for place in range(0, len(lines), 3))

    def sentence(self, dice: random.Random, subject: list[str], words: int) -> str:
        """Four words in ten are small ones, two are the event's own."""
        own = dice.choices(subject, k=words * 2 // 10 + 1)
        others = dice.choices(self._words, cum_weights=self._weights, k=words * 4 // 10)
        running = own + others + dice.choices(_SMALL, k=words - len(own) - len(others))
        dice.shuffle(running)
        line = " ".join(running)
        return f"{line[0].upper()}{line[1:]}."
