# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""A story's headline: chosen among its outlets' titles, never written.

The best title is the one that the others agree with and that says who did what, soberly, in a readable length.
The only change is to leave something out: the outlet's name at the end, ``LIVE:`` at the beginning.
"""

import re

from newsletter.domain.entry import Entry
from newsletter.domain.story import Story
from newsletter.draft.likeness import Vector, likeness, vectors
from newsletter.draft.words import DEED, LOADED, cut_at_word, folded

#: Characters; shorter says too little, longer breaks into four lines on a telephone.
SHORTEST, LONGEST = 40, 90

_PREFIX = re.compile(
    r"^(?:live(?: updates?)?|updated?(?: \d+)?|breaking(?: news)?|just in|developing|watch(?: live)?|exclusive"
    r"|(?:first )?read|video|photos)\s*(?::|\||[–—]|\s-)\s*(?=\S)",
    re.IGNORECASE,
)
_TAG = re.compile(r"\s?[\[(](?:live|video|updated?|watch|photos?|gallery|with video)[\])]$", re.IGNORECASE)
_QUESTION = re.compile(
    r"\?|^(?:how|why|what|who|when|where|is|are|was|will|can|could|should|does|did)\b", re.IGNORECASE
)
_BAIT = re.compile(
    r"here[’']s (?:why|what|how)|what (?:to know|you need|happens next)|things to know|you need to know"
    r"|this is (?:why|what|how)"
    r"|takeaways|you won[’']t believe|\b(?:you|your)\b|explained|explainer|fact[- ]check|opinion|analysis|^\d+ "
    r"|goes viral|(?-i:VIDEO|PHOTOS?|WATCH|POLL:)|internet reacts|the truth about|^(?:in (?:pictures|photos)|podcast)",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w’'-]+")


def choose(story: Story) -> tuple[str, Entry]:
    """The story's headline as printed, and the entry whose title it is.

    Ties go to the earliest entry, then to the lesser id. A story without a single title
    is headed by the opening of its first text, or by its outlet's name.
    """
    titled = [(cleaned(entry), entry) for entry in story.entries if folded(entry.title)]
    if not titled:
        first = story.entries[0]
        return cut_at_word(folded(first.text), LONGEST) or first.outlet, first
    weights = vectors([title for title, _ in titled])
    names = frozenset(name for entry in story.entries for name in _NAME.findall(entry.text))
    # What is no news has a say in what the story is about, but does not head it.
    news = any(entry.kind.tells for _, entry in titled)
    scored = [
        (-round(_agreement(n, titled, weights) + _merit(title, names), 9), entry.at, entry.id, title, entry)
        for n, (title, entry) in enumerate(titled)
        if entry.kind.tells or not news
    ]
    *_, title, entry = min(scored, key=lambda row: row[:3])
    return title, entry


def cleaned(entry: Entry) -> str:
    """An entry's title without what is not headline; nothing is put in, and something is always left.

    >>> from newsletter.draft.headline import _without_outlet
    >>> _without_outlet("Senate passes the budget - The Ledger", "The Ledger")
    'Senate passes the budget'
    """
    title = folded(entry.title)
    shorter = _TAG.sub("", _PREFIX.sub("", _without_outlet(title, entry.outlet))).strip()
    return shorter or title


def _without_outlet(title: str, outlet: str) -> str:
    name = re.escape(outlet.removeprefix("The ").strip())
    return re.sub(rf"\s+[-–—|·:]\s+(?:the\s+)?{name}$", "", title, flags=re.IGNORECASE) if name else title


def _agreement(n: int, titled: list[tuple[str, Entry]], weights: list[Vector]) -> float:
    """The mean likeness to the other newsrooms' titles; to any other title where there is one newsroom."""
    here = titled[n][1]
    others = [i for i, (_, entry) in enumerate(titled) if entry.voice != here.voice]
    others = others or [i for i in range(len(titled)) if i != n]
    return sum(likeness(weights[n], weights[i]) for i in others) / len(others) if others else 0.0


def _merit(title: str, names: frozenset[str]) -> float:
    """Points for a title that tells, minus points for one that teases."""
    letters = [letter for letter in title if letter.isalpha()]
    shouting = len(letters) > 8 and sum(letter.isupper() for letter in letters) > 0.7 * len(letters)
    excess = max(0, SHORTEST - len(title), len(title) - LONGEST)
    return (
        0.10 * any(word.strip(",.:;’'\"") in names for word in title.split())
        + 0.10 * bool(DEED.search(title))
        + 0.08 * any(letter.isdigit() for letter in title)
        - 0.50 * bool(_QUESTION.search(title))
        - 0.50 * bool(_BAIT.search(title))
        - 0.50 * shouting
        - 0.30 * bool(LOADED.search(title))
        - 0.10 * (title.count("“") != title.count("”"))
        - 0.30 * ("…" in title or "..." in title)
        - min(0.5, 0.10 * bool(excess) + 0.01 * excess)
    )
