"""What a writer is shown of a story: the first sentences of some newsrooms, and nothing that may not be told.

A piece that is only licensed for its headline, an opinion, a live page: no word of it leaves the house. Nor does a
piece that speaks to machines: whoever writes "ignore all previous instructions" into an article is no source.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from newsletter.domain.entry import Entry, Lean, Licence
from newsletter.domain.story import Story
from newsletter.draft.telling.words import folded

#: Newsrooms, at most: more say the same again.
_NEWSROOMS = 10
#: Below this place in an article news has become background.
_DEPTH = 8
#: Characters of one sentence, at most. A longer one is no sentence.
_LONGEST = 800
#: Characters in which a word to machines is looked for: more than are ever shown.
_LOOKED_AT = 20_000
#: Characters of a title, at most.
_LONGEST_TITLE = 200
#: What no reader sees, and a model reads: tags in Unicode's special plane, marks that turn the line around.
_UNSEEN = re.compile("[\U000e0000-\U000e007f\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff]")
#: What is said to a language model and to nobody else.
SPEAKS_TO_MACHINES = re.compile(
    r"""\b(?:ignore|disregard|forget|override)\s+(?:(?:all|any|every|the|these|those|your|of|other)\s+){0,3}
        (?:previous|prior|preceding|earlier|above|foregoing|initial|original|existing|system|my|our)\s+
        (?:\w+\s+){0,2}(?:instructions?|prompts?|rules?|guidelines?|directions?|commands?|messages?|texts?)\b
      | \b(?:ignore|disregard|forget|override)\s+(?:all\s+)?(?:your|these)\s+(?:instructions?|prompts?|guidelines?)\b
      | \b(?:system|developer)\s+(?:prompt|message)\b
      | \b(?:new|updated|important|hidden)\s+instructions?\s+(?:for|to)\s+
        (?:the\s+|any\s+|all\s+|an?\s+)?(?:ai|llms?|assistants?|models?|bots?|summari[sz]ers?|writers?)\b
      | \b(?:you\s+are|act\s+as|pretend\s+to\s+be)\s+(?:now\s+)?an?\s+(?:\w+\s+){0,6}
        (?:ai|llm|language\s+model|chatbot)\b
      | \b(?:ai|llm|language\s+model|assistant|chatbot|summari[sz]er)s?,?\s+(?:reading\s+this|please|you\s+must)\b
      | \b(?:if|when)\s+you\s+are\s+an?\s+(?:\w+\s+){0,2}(?:ai|llm|model|assistant|bot)\b
      | \b(?:whoever|anyone\s+who|those\s+who|if\s+you|when\s+you)\s+(?:sums?|summari[sz]es?|rewrites?|retells?)\b
      | \bsummar(?:y|ies)\s+(?:of\s+(?:this|the)\s+\w+\s+)?(?:must|should|has\s+to|have\s+to|needs?\s+to|shall)\b
      | \bin\s+your\s+(?:summary|answer|response|output|reply)\b
      | <\|[a-z_]{2,20}\|> | \[/?INST\] | <</?SYS>> | \#{3}\s*(?:instruction|system|assistant|user)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One piece, as far as a writer sees it."""

    entry: Entry
    #: Sentences as they stand in its text, in their order; at least one.
    sentences: tuple[str, ...]

    @property
    def title(self) -> str:
        """The title, cut where it is absurdly long."""
        return folded(self.entry.title)[:_LONGEST_TITLE]

    @property
    def text(self) -> str:
        """The sentences, a paragraph each: splitting it again gives the same ones."""
        return "\n\n".join(self.sentences)

    def line(self, id_: str) -> str:
        """It as one line of JSON, which nothing in it can break out of."""
        return json.dumps(
            {"id": id_, "outlet": folded(self.entry.outlet), "title": self.title, "sentences": self.sentences},
            ensure_ascii=False,
        )

    def upto(self, depth: int) -> "Shown":
        """The same with its first sentences only."""
        return Shown(entry=self.entry, sentences=self.sentences[:depth])


def shown(
    story: Story, *, room: int, split: Callable[[str], list[str]], furniture: Callable[[str], str | None]
) -> tuple[Shown, ...]:
    """What a writer sees of a story, earliest first; empty where nothing may be shown.

    One piece a newsroom, the newest that says anything, for news goes on; where there are more newsrooms than are
    shown, sides take turns. As many sentences of each as the room allows.

    Args:
        story: whose.
        room: tokens, at most, by ``tokens``.
        split: parts a paragraph into its sentences.
        furniture: names the rule by which a sentence is no news, or None.
    """
    pieces: dict[str, list[Shown]] = {}
    for entry in sorted(story.entries, key=lambda e: (e.at, e.id)):
        sentences = _sentences(entry, split, furniture)
        if sentences:
            pieces.setdefault(entry.voice, []).append(Shown(entry=entry, sentences=sentences))
    # Whose words they are is shown before who reprints them.
    best = [min(each, key=lambda s: (s.entry.copy_of is not None, len(s.sentences) < 2)) for each in _newest(pieces)]
    chosen = _in_turns(best)[:_NEWSROOMS]
    while chosen:
        for depth in range(_DEPTH, 0, -1):
            cut = [one.upto(depth) for one in chosen]
            if sum(tokens(one.line("0" * 8)) for one in cut) <= room:
                return tuple(sorted(cut, key=lambda s: (s.entry.at, s.entry.id)))
        chosen = chosen[:-1]
    return ()


def tokens(text: str) -> int:
    """About how many tokens a text has, on the high side: four bytes each; English has fewer, other scripts about so.

    >>> tokens("The Senate passed the budget.")
    8
    """
    return -(-len(text.encode("utf-8", "surrogatepass")) // 4)


def _newest(pieces: dict[str, list[Shown]]) -> Iterator[list[Shown]]:
    """The pieces of each newsroom, newest first, ties by id; newsrooms in order of name."""
    return (pieces[voice][::-1] for voice in sorted(pieces))


def _in_turns(pieces: Iterable[Shown]) -> Sequence[Shown]:
    """Sides take turns, each with its newest first."""
    ordered = sorted(pieces, key=lambda s: s.entry.id)
    ordered.sort(key=lambda s: s.entry.at, reverse=True)
    sides = [[one for one in ordered if one.entry.lean is lean] for lean in Lean]
    return [one for one in chain.from_iterable(zip_longest(*sides)) if one is not None]


def _sentences(
    entry: Entry, split: Callable[[str], list[str]], furniture: Callable[[str], str | None]
) -> tuple[str, ...]:
    """An entry's first sentences that may be shown."""
    if not entry.kind.tells or entry.licence is not Licence.EXCERPT:
        return ()
    whole = folded(entry.text)
    if SPEAKS_TO_MACHINES.search(whole[:_LOOKED_AT]) or SPEAKS_TO_MACHINES.search(folded(entry.title)[:_LOOKED_AT]):
        return ()
    parts = [folded(part) for paragraph in entry.paragraphs() for part in split(folded(paragraph))]
    return tuple(
        part
        for part in [part for part in parts if part and part in whole][:_DEPTH]
        if len(part) <= _LONGEST and not _UNSEEN.search(part) and not furniture(part)
    )
