"""Words that news tells one thing by, and words that must never stand for one another. Plain data, by idea."""

from newsletter.draft.faithful.lexicon.forms import IRREGULAR, VERBS
from newsletter.draft.faithful.lexicon.loaded import LOADED
from newsletter.draft.faithful.lexicon.people import AGENTS, ALIASES, MODIFIERS, OFFICES
from newsletter.draft.faithful.lexicon.rivals import RIVALS
from newsletter.draft.faithful.lexicon.same import SAME
from newsletter.draft.faithful.lexicon.weight import ALIKE, HARD, LIGHT, WEAK

__all__ = [
    "AGENTS", "ALIASES", "ALIKE", "HARD", "IRREGULAR", "LIGHT", "LOADED", "MODIFIERS", "OFFICES", "RIVALS", "SAME",
    "VERBS", "WEAK", "word_list", "word_set",
]  # fmt: skip


def word_list(listed: str) -> list[str]:
    """Words as they are listed, parted by space."""
    return listed.split()


def word_set(listed: str) -> frozenset[str]:
    """The same, without their order."""
    return frozenset(listed.split())
