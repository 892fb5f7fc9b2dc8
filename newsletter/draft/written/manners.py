"""What else a written sentence must keep to, beside being true: it can be read alone, and its words are its own."""

import re
from collections.abc import Iterator, Sequence

from newsletter.draft.telling.sentences import names_a_relative_day, stands_alone
from newsletter.draft.telling.words import bigrams, folded, word_count
from newsletter.draft.written.gate import Claim, Fault
from newsletter.draft.written.showing import Shown

#: So many words in a row from an article are an excerpt, and not the writer's own.
_COPIED = 12
#: A sentence with a larger share of word pairs that are said already says nothing new.
_REDUNDANT = 0.5
_WORD = re.compile(r"\w+")
#: From mark to mark; no longer than any sentence is.
_QUOTED = re.compile(r"“[^“”]{0,600}”|\"[^\"]{0,600}\"")


def unmannered(
    claim: Claim,
    *,
    pieces: Sequence[Shown],
    accepted: Sequence[str],
    quoted_words: int,
) -> Iterator[Fault]:
    """What speaks against printing a sentence, true or not.

    Args:
        claim: the sentence.
        pieces: what the writer was shown.
        accepted: the sentences before it that are printed.
        quoted_words: words in quotation marks that it may have, at most.
    """
    text = claim.text
    if names_a_relative_day(text):
        yield Fault(rule="relative-day", tokens=(), message="It names a day or time that moves, such as 'yesterday'.")
    elif not stands_alone(text):
        yield Fault(
            rule="alone",
            tokens=(),
            message="It cannot stand alone: too short, too long, or it opens with a pronoun or link word.",
        )
    run = copied(text, [f"{piece.entry.title}\n\n{piece.entry.text}" for piece in pieces])
    if run:
        yield Fault(rule="copied", tokens=(run,), message=f"It has {_COPIED} words or more in a row from an article.")
    quoted = sum(word_count(part) for part in _QUOTED.findall(text))
    if quoted > quoted_words:
        yield Fault(rule="copied", tokens=(), message=f"It quotes {quoted} words; at most {quoted_words} may be.")
    pairs = bigrams(text)
    if any(len(pairs & bigrams(other)) > _REDUNDANT * len(pairs) for other in accepted):
        yield Fault(rule="repeats", tokens=(), message="It says again what a sentence before it says.")


def copied(text: str, articles: Sequence[str]) -> str:
    """The first run of words that stands in an article in the same order, outside quotation marks; empty for none.

    >>> copied("On Tuesday the members of the upper house of the legislature voted to pass the bill.",
    ...        ["On Tuesday the members of the upper house of the legislature voted for it."])
    'on tuesday the members of the upper house of the legislature voted'
    """
    parts = [_words(part) for part in _QUOTED.split(text)]
    wanted = {run for words in parts for run in _runs(words)}
    if not wanted:
        return ""
    found = {run for article in articles for run in _runs(_words(article)) if run in wanted}
    return next((" ".join(run) for words in parts for run in _runs(words) if run in found), "")


def _words(text: str) -> list[str]:
    return _WORD.findall(folded(text).lower())


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[place : place + _COPIED]) for place in range(len(words) - _COPIED + 1))
