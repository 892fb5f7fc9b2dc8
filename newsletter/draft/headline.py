# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""A story's headline: chosen among its outlets' titles, never written.

The best title is the one that the others agree with and that says who did what, soberly, in a readable length.
Where the matter moved on while the story ran, only the titles that tell the latest status stand for choice.
The only change is to leave something out: the outlet's name at the end, ``LIVE:`` at the beginning, a tease.
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from newsletter.domain.entry import Entry, EntryId
from newsletter.domain.story import Story
from newsletter.draft.telling.figures import Figure, Reported, counts, figures
from newsletter.draft.telling.likeness import Vector, likeness, vectors
from newsletter.draft.telling.slant import slants
from newsletter.draft.telling.statuses import latest
from newsletter.draft.telling.words import DEED, LOADED, cut_at_word, folded

#: Characters; shorter says too little, longer breaks into four lines on a telephone.
SHORTEST, LONGEST = 40, 90
#: Points off for what another title shows to be stale or doubtful; and for who reprints another's words: so little that
#: it decides between titles that are as good.
_BEHIND, _REPRINT = 0.15, 0.05

_PREFIX = re.compile(
    r"^(?:live(?: updates?| blog)?|updated?(?: \d+)?|breaking(?: news)?|just in|developing|(?:must )?watch(?: live)?"
    r"|(?:[a-z]{2,12} )?exclusive|(?:news )?analysis|explainer|factbox|timeline|listen|scoop|first on [a-z]{2,12}"
    r"|(?:first )?read|video|photos)\s*(?::|\||[–—]|\s-)\s*(?=\S)",
    re.IGNORECASE,
)
_TAG = re.compile(r"\s?[\[(](?:live|video|updated?|watch|photos?|gallery|with video)[\])]$", re.IGNORECASE)
#: A tease after a headline that is whole without it.
_TEASE = re.compile(
    r"(?:\s?[:;,]|\s[–—-]{1,2})\s(?:(?:and )?here[’']s (?:why|what|how|who)\b[^.:;]{0,60}"
    r"|what (?:to know|we know(?: so far)?|you need to know|it means(?: for you)?|happens next|comes next"
    r"|to watch(?: for)?)"
    r"|(?:live|live updates|as it happened|watch live|explained|analysis|report|\w+ reacts?)"
    r"|(?:[“‘\"'][^“‘\"?]{3,60}\?[”’\"']|(?:how|why|what|who|where|is|are|was|will|can|could|should|does|did"
    r"|now what)\b"
    r"[^:;?]{0,60}\?))$",
    re.IGNORECASE,
)
#: Characters; what is longer is no headline, and is not searched for one.
_READ = 400
#: Characters that are left where a tease is cut off; less would not be a headline.
_WHOLE = 25
#: Words, at most, of the name of a site or a section.
_SECTION = 4
# Of a title in lower case: a week has thousands, and to take no notice of case would take four times as long.
_QUESTION = re.compile(r"\?|^(?:how|why|what|who|when|where|is|are|was|will|can|could|should|does|did)\b")
_DEED, _LOADED = re.compile(DEED.pattern), re.compile(LOADED.pattern)
_BAIT = re.compile(
    r"here[’']s (?:why|what|how)|what (?:to know|you need|happens next)|things to know|you need to know"
    r"|this is (?:why|what|how)"
    r"|takeaways|you won[’']t believe|\b(?:you|your|me|my)\b|explained|explainer"
    r"|fact[- ]check|opinion|everything we know|what we know|one (?:weird|simple)|this (?:one|tweet|photo"
    r"|video)|secret(?:s)? (?:to|of|behind)|just (?:[a-z]+ed|did|got|said|made|gave|won)\b|analysis|^\d+ "
    r"|goes viral|internet reacts|the truth about|^(?:in (?:pictures|photos)|podcast)"
)
#: What somebody ought to do …
_OUGHT = re.compile(
    r"\b(?:should(?:n[’']t)?|ought to|must(?:n[’']t)?|deserves?|let[’']s)\b|^(?:[a-z]+, )?(?:stop|don[’']t)\b"
)
#: … is opinion, unless somebody is named who says so.
_SAYS_SO = re.compile(r"\b(?:says?|said|tells?|told|calls?|urges?|thinks?|believes?|argues?|votes|rules?)\b|[:“\"‘]")
#: "The Long Road to …" and "Closing in on …" head features; news says who did what.
_FEATURE = re.compile(
    r"^(?:(?:the|an?)\s|(?!king|spring|beijing|sterling)[a-z]{3,20}ing\s(?:in|on|up|out|down|with|for|to|the|a)\b"
    r"|inside\s)|:\s(?:an?|the)\s"
)
#: "Five memorable lines" head a list.
_LIST = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s(?:[a-z]+\s)?(?:things|ways|reasons|lines|moments"
    r"|points|lessons|questions|charts|quotes|issues|facts|signs|takeaways)\b"
    r"|\bthese (?:two|three|four|five|six|seven|\d)"
)
#: It was yet to come when it was written.
_TO_COME = re.compile(
    r"^(?:\S{1,20}\s){0,2}(?!(?:votes?|voted|refuses?|refused|agree[sd]?|fail(?:s|ed)?|tri(?:es|ed)|moves?|moved|decide[sd]?"
    r"|decline[sd]?|begins?|began|starts?|started|returns?|returned|comes?|came|goes|went|forced|ordered|wins|won|has|have"
    r"|due|key|road|path|answer|threats?|way|response|next)\s)\S{1,20}\sto\s(?!be\b|the\b|an?\b|his\b|her\b)[a-z]{3,}"
    r"|\b(?:set to|expected|poised|slated|will|looms|awaits?)\b"
)
#: Quick to look for; most titles have none of it.
_COMING = re.compile(r" to |set to|expected|poised|slated|will|looms|await")
_MODAL = re.compile(r"could|may|might|would|should|ought|must|deserve|let|stop|don[’']t")
_DIGIT = re.compile(r"\d")
#: Nobody did it yet.
_MAY = re.compile(r"\b(?:could|may|might|would)\b")
#: A number, and what it counts.
_COUNTED = re.compile(r"(?<![\w.,-])(\$?\d[\d,]*(?:\.\d+)?)[ -](million|billion|trillion|percent|[a-z]{3,20})\b")
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
    behind = _left_behind([(title, entry) for title, entry in titled if entry.id in held])
    scored = [
        (
            -round(
                _agreement(n, titled, weights)
                + _merit(title, names)
                - slanted.get(entry.id, 0.0)
                - behind.get(entry.id, 0.0),
                9,
            ),
            entry.copy_of is not None,
            entry.at,
            entry.id,
            title,
            entry,
        )
        for n, (title, entry) in enumerate(titled)
        if entry.id in held
    ]
    *_, title, entry = min(scored, key=lambda row: row[:4])
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
        held = (held - wrong) or _latest_count(figured, newest) or held
    return held


def _latest_count(
    figured: Sequence[tuple[Entry, Collection[Figure]]], newest: Mapping[str, Sequence[Reported]]
) -> frozenset[EntryId]:
    """Where every title gives a disputed number: whose is the one that most newsrooms give now, or the newest."""
    best: dict[str, str] = {}
    for thing, reports in newest.items():
        voices = Counter(report.value for report in reports)
        best[thing] = max(reports, key=lambda r: (voices[r.value], r.at, r.entry)).value
    return frozenset(e.id for e, stated in figured if all(best.get(f.thing, f.value) == f.value for f in stated))


def _left_behind(held: Sequence[tuple[str, Entry]]) -> dict[EntryId, float]:
    """Points off for what another title shows: that it has come to pass, another number, whose words these are."""
    plain = {entry.id: title.lower() for title, entry in held}
    to_come = {id_ for id_, title in plain.items() if _COMING.search(title) and _TO_COME.search(title)}
    done = bool(to_come) and any(
        _DEED.search(title) and not _MAY.search(title) for id_, title in plain.items() if id_ not in to_come
    )
    counted: dict[str, dict[str, set[str]]] = {}
    said = {id_: _COUNTED.findall(title) if _DIGIT.search(title) else [] for id_, title in plain.items()}
    for _, entry in held:
        for number, thing in said[entry.id]:
            counted.setdefault(thing, {}).setdefault(number, set()).add(entry.voice)
    originals = {entry.id for _, entry in held}
    points: dict[EntryId, float] = {}
    for _, entry in held:
        # A number that another newsroom gives otherwise, and no second one gives so.
        alone = any(len(counted[thing]) > 1 and len(counted[thing][number]) < 2 for number, thing in said[entry.id])
        off = (
            _BEHIND * (done and entry.id in to_come)
            + _BEHIND * alone
            + _REPRINT * (entry.copy_of is not None and entry.copy_of in originals)
        )
        if off:
            points[entry.id] = off
    return points


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
    name = re.escape(outlet.removeprefix("The ").split("(")[0].strip())
    bare = re.sub(rf"\s+[-–—|·:]\s+(?:the\s+)?{name}$", "", title, flags=re.IGNORECASE) if name else title
    # A bar stands in no sentence: what follows the last one names a site or its section.
    said, _, section = bare.rpartition(" | ")
    return said.rstrip() if len(said) >= _WHOLE and len(section.split()) <= _SECTION else bare


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
    modal = bool(_MODAL.search(plain))
    return (
        0.10 * any(word.strip(",.:;’'\"") in names for word in title.split())
        + 0.10 * bool(_DEED.search(plain))
        + 0.08 * any(map(str.isdigit, title))
        - 0.50 * bool(_QUESTION.search(plain))
        - 0.50 * bool(_BAIT.search(plain) or _BAIT_AS_IT_IS.search(title))
        - 0.50 * bool(modal and _OUGHT.search(plain) and not _SAYS_SO.search(plain))
        - 0.25 * bool(_LIST.search(plain) or (_FEATURE.search(plain) and not _DEED.search(plain)))
        - 0.10 * bool(modal and _MAY.search(plain))
        - 0.50 * shouting
        - 0.30 * bool(_LOADED.search(plain))
        - 0.50 * (title.count("“") != title.count("”") or title.count('"') % 2 == 1)
        - 0.30 * ("…" in title or "..." in title)
        - min(0.5, 0.10 * bool(excess) + 0.01 * excess)
    )
