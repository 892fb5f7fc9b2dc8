"""Sections: which heading a story stands under and by which rule, and in which order they come.

The rules are words that an editor can read and argue with (``section_words``). A title's words count for more than a
lead's; where no word decides, the section that the operator gave to the feed does, and last the office of whoever the
titles name. Each answer comes with its reason.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from newsletter.domain.entry import Entry
from newsletter.domain.issue import Section, Told
from newsletter.domain.story import Story
from newsletter.draft.offices import holder
from newsletter.draft.section_words import KNOWN_AS, RULES
from newsletter.draft.telling.patterns import Patterns
from newsletter.draft.telling.words import folded

#: The section of the lead story alone; no rule gives it, an editor may.
LEAD = "lead"
OTHER = "other"

#: Every section that a story may stand under, the lead apart.
NAMES = ("congress", "executive", "courts", "elections", "states", "foreign", "economy", OTHER)

#: Of each pattern in turn: its section and its weight.
_RULE_OF = tuple((name, weight) for name, rules in RULES.items() for _, weight in rules)
_FOUND_BY = Patterns([words for rules in RULES.values() for words, _ in rules])
_PLACES = {name: frozenset(n for n, (of, _) in enumerate(_RULE_OF) if of == name) for name in RULES}
#: A country bound to another by a hyphen.
_BOUND = re.compile(r"(?<=US)-(?=[A-Z])|(?<=U\.S\.)-(?=[A-Z])|(?<=UK)-(?=[A-Z])")
#: So many words are named in a reason.
_WORDS = 3
#: Words of an entry's text that count as its lead.
_LEAD_WORDS = 45
#: A title's word counts as much as this many of a lead's.
_TITLE = 3
#: Below this mean score a story's words decide nothing.
_ENOUGH = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A section, and the rule that led to it."""

    #: One of ``NAMES``.
    section: str
    #: What the rule rests on, in English and without a full stop, such as ``court, judge, ruling in 5 of 7 titles``.
    because: str


def section_of(story: Story) -> str:
    """The section of a story, one of ``NAMES``."""
    return _by_words(story) or placed(story).section


def placed(story: Story) -> Placed:
    """The section of a story with the rule that led to it.

    Its words decide where they say enough; else the sections that operators gave to its feeds; else the office of
    whoever most of its titles name.
    """
    if by_words := _by_words(story):
        return Placed(section=by_words, because=_said(story, by_words))
    by_feeds, saying = _of_feeds(story)
    if by_feeds:
        desks = f"the section of its feed{'s' * (len(story.entries) > 1)}"
        return Placed(section=by_feeds, because=f"{desks}, in {saying} of {len(story.entries)}")
    someone = holder(story)
    if someone:
        said = f"{someone.called} in {_of(someone.titles, someone.of, 'title')}"
        return Placed(section=someone.section, because=f"no word decides, but {said}")
    return Placed(section=OTHER, because="no word, feed or office decides")


def section_named(word: str) -> str | None:
    """The section that a person means by a word, or None: ``World`` is ``foreign``."""
    name = folded(word).lower()
    return name if name in (*NAMES, LEAD) else KNOWN_AS.get(name)


def arrange(told: Sequence[Told]) -> tuple[Section, ...]:
    """The letter in reading order.

    The weightiest story opens it, or the one that an editor put into the section ``lead``.
    The others follow in sections, each in order of weight, the section with the weightiest story first.
    """
    ordered = sorted(told, key=lambda t: (t.section != LEAD, t.place, t.id))
    named: dict[str, list[Told]] = {}
    for story in sorted(ordered[1:], key=lambda t: (t.place, t.id)):
        named.setdefault(OTHER if story.section == LEAD else story.section, []).append(story)
    lead = (Section(name=LEAD, stories=tuple(ordered[:1])),) if ordered else ()
    return (*lead, *(Section(name=name, stories=tuple(stories)) for name, stories in _other_last(named)))


def _other_last(named: dict[str, list[Told]]) -> list[tuple[str, list[Told]]]:
    """In the order found, which is that of weight; but "Also this week" closes the letter."""
    return sorted(named.items(), key=lambda item: item[0] == OTHER)


def _by_words(story: Story) -> str:
    """The section that a story's words lead to; empty where they do not say enough."""
    scores = _scores(story)
    best = max(scores.values())
    return next(name for name, score in scores.items() if score == best) if best >= _ENOUGH else ""


def _scores(story: Story) -> dict[str, float]:
    """How much an average entry speaks for each section, in the order of the rules."""
    points = dict.fromkeys(RULES, 0)
    for entry in story.entries:
        for times, text in ((_TITLE, _apart(entry.title)), (1, _lead(entry))):
            for place, count in _FOUND_BY.counts(text).items():
                name, weight = _RULE_OF[place]
                points[name] += times * weight * min(2, count)
    return {name: round(sum_ / len(story.entries), 6) for name, sum_ in points.items()}


def _said(story: Story, section: str) -> str:
    """The words that speak for a section, and in how many titles, or openings, they stand."""
    places = _PLACES[section]
    for what, texts in (
        ("title", [_apart(entry.title) for entry in story.entries]),
        ("opening", [_lead(entry) for entry in story.entries]),
    ):
        found = [{word.lower() for word in _FOUND_BY.found(text, places)} for text in texts]
        counted = Counter(word for words in found for word in words)
        if counted:
            words = sorted(counted, key=lambda word: (-counted[word], word))[:_WORDS]
            return f"{', '.join(words)} in {_of(sum(map(bool, found)), len(found), what)}"
    return ""  # what led to a section stands in a title or an opening


def _of_feeds(story: Story) -> tuple[str, int]:
    """The section given to at least half of its entries' feeds, and how many; ties in the order of ``NAMES``."""
    votes = Counter(section for e in story.entries if (section := section_named(e.section)) and section != LEAD)
    first = min(votes, key=lambda name: (-votes[name], NAMES.index(name)), default="")
    # One foreign desk among six outlets does not make a story foreign.
    return (first, votes[first]) if first and 2 * votes[first] >= len(story.entries) else ("", 0)


def _lead(entry: Entry) -> str:
    return _apart(" ".join(entry.text.split(maxsplit=_LEAD_WORDS)[:_LEAD_WORDS]))


def _apart(text: str) -> str:
    """A text in which "US-China" is two words."""
    return _BOUND.sub(" ", text) if "-" in text else text


def _of(count: int, of: int, what: str) -> str:
    return f"the {what}" if of == 1 else f"{count} of {of} {what}s"
