# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""A story's headline: chosen among its outlets' titles, never written.

The best title is the one that the others agree with and that says who did what, soberly, in a readable length.
Where the matter moved on while the story ran, only the titles that tell the latest status stand for choice.
The only change is to leave something out: the outlet's name at the end, ``LIVE:`` at the beginning, a tease.
"""

import math
import re
from collections.abc import Sequence

from newsletter.domain.entry import Entry, EntryId
from newsletter.domain.story import Story
from newsletter.draft.telling.figures import counts, figures
from newsletter.draft.telling.likeness import Vector, likeness, vectors
from newsletter.draft.telling.slant import slants
from newsletter.draft.telling.statuses import latest
from newsletter.draft.telling.words import DEED, LOADED, cut_at_word, folded

#: Characters; shorter says too little, longer breaks into four lines on a telephone.
SHORTEST, LONGEST = 40, 90

_PREFIX = re.compile(
    r"^(?:live(?: updates?)?|updated?(?: \d+)?|breaking(?: news)?|just in|developing|watch(?: live)?|exclusive"
    r"|(?:first )?read|video|photos)\s*(?::|\||[–—]|\s-)\s*(?=\S)",
    re.IGNORECASE,
)
_TAG = re.compile(r"\s?[\[(](?:live|video|updated?|watch|photos?|gallery|with video)[\])]$", re.IGNORECASE)
#: A tease after a headline that is whole without it.
_TEASE = re.compile(
    r"(?:\s?[:;,]|\s[–—-]{1,2})\s(?:(?:and )?here[’']s (?:why|what|how|who)\b[^.:;]{0,60}"
    r"|what (?:to know|we know(?: so far)?|you need to know|it means(?: for you)?|happens next|comes next"
    r"|to watch(?: for)?)"
    r"|(?:live updates|as it happened|watch live|explained|analysis|report|\w+ reacts?)"
    r"|(?:[“‘\"'][^“‘\"?]{3,60}\?[”’\"']|(?:how|why|what|who|where|is|are|was|will|can|could|should|does|did"
    r"|now what)\b"
    r"[^:;?]{0,60}\?))$",
    re.IGNORECASE,
)
#: Characters; what is longer is no headline, and is not searched for one.
_READ = 400
#: Characters that are left where a tease is cut off; less would not be a headline.
_WHOLE = 25
# Of a title in lower case: a week has thousands, and to take no notice of case would take four times as long.
_QUESTION = re.compile(r"\?|^(?:how|why|what|who|when|where|is|are|was|will|can|could|should|does|did)\b")
_DEED, _LOADED = re.compile(DEED.pattern), re.compile(LOADED.pattern)
_BAIT = re.compile(
    r"here[’']s (?:why|what|how)|what (?:to know|you need|happens next)|things to know|you need to know"
    r"|this is (?:why|what|how)"
    r"|takeaways|you won[’']t believe|\b(?:you|your|me|my)\b|explained|explainer"
    r"|fact[- ]check|opinion|everything we know|what we know|one (?:weird|simple)|this (?:one|tweet|photo"
    r"|video)|secret(?:s)? (?:to|of|behind)|just (?:said|did|got)\b|analysis|^\d+ "
    r"|goes viral|internet reacts|the truth about|^(?:in (?:pictures|photos)|podcast)"
)
#: Of a title as it is.
_BAIT_AS_IT_IS = re.compile(r"\bI\b(?! [A-Z])|VIDEO|PHOTO|WATCH|POLL:")
#: What stands between a title and its outlet.
_MARKS = frozenset("-–—|·:")
#: Articles and characters of each in whose openings names are looked for.
_NAMED_IN, _OPENING = 10, 600
# It begins with what is read, a space, and only then looks back: a blank is found quickly.
_NAME = re.compile(r" (?<=[a-z,;] )([A-Z][\w’'-]+)")


def choose(story: Story) -> tuple[str, Entry]:
    """The story's headline as printed, and the entry whose title it is.

    Ties go to the earliest entry, then to the lesser id. A story without a single title
    is headed by the opening of its first text, or by its outlet's name.
    """
    if len(story.entries) == 1 and folded(story.entries[0].title):
        return cleaned(story.entries[0]), story.entries[0]  # thousands of a week's stories are so
    titled = [(cleaned(entry), entry) for entry in story.entries if folded(entry.title)]
    if not titled:
        first = story.entries[0]
        return cut_at_word(folded(first.text), LONGEST) or first.outlet, first
    if len(titled) == 1:
        return titled[0]
    held = _may_head(story, titled)
    if len(held) == 1:
        return next((title, entry) for title, entry in titled if entry.id in held)
    # Of two, each agrees with the other as much as the other with it.
    weights = vectors([title for title, _ in titled]) if len(titled) > 2 else [{}, {}]
    names = frozenset(name for entry in story.entries[:_NAMED_IN] for name in _NAME.findall(entry.text[:_OPENING]))
    slanted = slants(titled)
    scored = [
        (
            -round(_agreement(n, titled, weights) + _merit(title, names) - slanted.get(entry.id, 0.0), 9),
            entry.at,
            entry.id,
            title,
            entry,
        )
        for n, (title, entry) in enumerate(titled)
        if entry.id in held
    ]
    *_, title, entry = min(scored, key=lambda row: row[:3])
    return title, entry


def _may_head(story: Story, titled: Sequence[tuple[str, Entry]]) -> frozenset[EntryId]:
    """Whose titles stand for choice: news, of the latest status, with no number that is disputed or outdated."""
    everyone = frozenset(entry.id for _, entry in titled)
    # What is no news has a say in what the story is about, but does not head it.
    held = frozenset(entry.id for _, entry in titled if entry.kind.tells) or everyone
    status = latest(story)
    if status is not None:
        held = (held & status.entries) or (held - status.overtaken) or held
    figured = [(entry, figures(title)) for title, entry in titled if entry.id in held]
    if any(stated for _, stated in figured):
        newest = counts(story)
        settled = {thing: {report.value for report in reports} for thing, reports in newest.items()}
        wrong = {e.id for e, stated in figured for f in stated if settled.get(f.thing, {f.value}) != {f.value}}
        held = (held - wrong) or held
    return held


def cleaned(entry: Entry) -> str:
    """An entry's title without what is not headline; nothing is put in, and something is always left.

    >>> from newsletter.draft.headline import _without_outlet
    >>> _without_outlet("Senate passes the budget - The Ledger", "The Ledger")
    'Senate passes the budget'
    """
    title = folded(entry.title)
    shorter = _TAG.sub("", _PREFIX.sub("", _without_outlet(title, entry.outlet))).strip()
    whole = _TEASE.sub("", shorter[:_READ]) + shorter[_READ:]
    return (whole if len(whole) >= _WHOLE else shorter) or title


def _without_outlet(title: str, outlet: str) -> str:
    if _MARKS.isdisjoint(title):
        return title  # most titles, and a week has thousands
    name = re.escape(outlet.removeprefix("The ").strip())
    return re.sub(rf"\s+[-–—|·:]\s+(?:the\s+)?{name}$", "", title, flags=re.IGNORECASE) if name else title


def _agreement(n: int, titled: list[tuple[str, Entry]], weights: list[Vector]) -> float:
    """The mean likeness to the other newsrooms' titles; to any other title where there is one newsroom."""
    here = titled[n][1]
    others = [i for i, (_, entry) in enumerate(titled) if entry.voice != here.voice]
    others = others or [i for i in range(len(titled)) if i != n]
    return math.fsum(likeness(weights[n], weights[i]) for i in others) / len(others) if others else 0.0


def _merit(title: str, names: frozenset[str]) -> float:
    """Points for a title that tells, minus points for one that teases."""
    letters = sum(map(str.isalpha, title))
    shouting = letters > 8 and sum(map(str.isupper, title)) > 0.7 * letters
    excess = max(0, SHORTEST - len(title), len(title) - LONGEST)
    plain = title.lower()
    return (
        0.10 * any(word.strip(",.:;’'\"") in names for word in title.split())
        + 0.10 * bool(_DEED.search(plain))
        + 0.08 * any(map(str.isdigit, title))
        - 0.50 * bool(_QUESTION.search(plain))
        - 0.50 * bool(_BAIT.search(plain) or _BAIT_AS_IT_IS.search(title))
        - 0.50 * shouting
        - 0.30 * bool(_LOADED.search(plain))
        - 0.10 * (title.count("“") != title.count("”"))
        - 0.30 * ("…" in title or "..." in title)
        - min(0.5, 0.10 * bool(excess) + 0.01 * excess)
    )
