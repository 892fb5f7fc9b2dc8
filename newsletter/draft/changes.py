"""The sentence that tells what has changed since an earlier letter, and the blurb above it.

It comes out of the same sources as the blurb, so it shares their allowance: what the letter prints of one newsroom's
words on one story is bounded, whatever it is printed for.
"""

from collections.abc import Sequence
from dataclasses import replace

from newsletter.domain.continuity import Since
from newsletter.domain.entry import EntryId
from newsletter.domain.sentence import Author, Sentence
from newsletter.domain.story import Story
from newsletter.draft.blurbs import Limits
from newsletter.draft.telling.words import word_count


def with_changes(
    blurb: Sequence[Sentence], since: Since | None, story: Story, *, limits: Limits
) -> tuple[tuple[Sentence, ...], Since | None]:
    """The blurb and what has changed, of which no sentence is printed twice and no source too much.

    A sentence that is both moves from the blurb to the change, unless it is all that there is. Where a source would
    have more than its allowance, the blurb gives way from its end; its first sentence stays, and rather than that the
    change is not printed.
    """
    told = tuple(blurb)
    if since is None or since.changed is None:
        return told, since
    changed = since.changed
    rest = tuple(sentence for sentence in told if (sentence.entry, sentence.quote) != (changed.entry, changed.quote))
    if not rest:
        return told, replace(since, changed=None)
    voices = {entry.id: entry.voice for entry in story.entries}
    while not _within([*rest, changed], voices, limits):
        last = next(
            (n for n in range(len(rest) - 1, 0, -1) if _voice(rest[n], voices) == _voice(changed, voices)), None
        )
        if last is None:
            return told, replace(since, changed=None)
        rest = rest[:last] + rest[last + 1 :]
    return rest, since


def _within(sentences: Sequence[Sentence], voices: dict[EntryId, str], limits: Limits) -> bool:
    """Whether no source gives more than it may; what a writer wrote is nobody's words."""
    quoted = [sentence for sentence in sentences if sentence.by is Author.OUTLET]
    for voice in {_voice(sentence, voices) for sentence in quoted}:
        own = [sentence for sentence in quoted if _voice(sentence, voices) == voice]
        if len(own) > limits.max_sentences_per_source:
            return False
        if sum(word_count(sentence.text) for sentence in own) > limits.max_words_per_source:
            return False
    return True


def _voice(sentence: Sentence, voices: dict[EntryId, str]) -> str:
    return voices.get(sentence.entry, sentence.outlet) if sentence.entry else sentence.outlet
