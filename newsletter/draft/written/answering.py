"""A writer's answer, read: strictly, for what is not in the form asked for is not guessed at.

Only what most models put around JSON is passed over: a fence of three backticks.
"""

import json
import re

from newsletter.domain.entry import EntryId
from newsletter.domain.errors import Refused
from newsletter.draft.telling.words import folded
from newsletter.draft.written.asking import Asked
from newsletter.draft.written.gate import Claim

#: Characters, at most: of an answer, of one sentence.
_LONGEST_ANSWER, _LONGEST_SENTENCE = 20_000, 600
#: Sentences, at most, that an answer may hold; those beyond what was asked for are passed over.
_MOST = 10
#: Sources of a sentence, at most: who names all of them names none.
_SOURCES = 4
_FENCE = re.compile(r"```[a-zA-Z]{0,10}\n(.*)\n?```", re.DOTALL)


def read(text: str, asked: Asked) -> tuple[Claim, ...]:
    """The sentences of an answer, each with the entries that it names; at least one, no more than were asked for.

    A name that the question did not show stays as it is: no entry has it, and the gate says so.

    Raises:
        Refused: the answer is not in the form that was asked for; the message says how.
    """
    if len(text) > _LONGEST_ANSWER:
        raise Refused(f"The answer has {len(text):,} characters.")
    fenced = _FENCE.fullmatch(text.strip())
    try:
        content = json.loads(fenced[1] if fenced else text)
    except (ValueError, RecursionError):
        raise Refused("The answer is no JSON.") from None
    sentences = content.get("sentences") if isinstance(content, dict) else None
    if not isinstance(sentences, list):
        raise Refused("The answer has no list of sentences.")
    if not sentences:
        raise Refused("The answer has no sentence.")
    if len(sentences) > _MOST:
        raise Refused(f"The answer has {len(sentences)} sentences.")
    return tuple(_claim(one, asked) for one in sentences[: asked.sentences])


def _claim(one: object, asked: Asked) -> Claim:
    text, sources = (one.get("text"), one.get("sources")) if isinstance(one, dict) else (None, None)
    if not isinstance(text, str) or not text.strip():
        raise Refused("A sentence of the answer has no text.")
    # A line's end is folded away; what else cannot be seen has no business in a sentence.
    line = folded(text)
    if not line.isprintable():
        raise Refused("A sentence of the answer has characters that cannot be seen.")
    if len(line) > _LONGEST_SENTENCE:
        raise Refused(f"A sentence of the answer has {len(line):,} characters.")
    if not isinstance(sources, list) or not all(isinstance(name, str) for name in sources):
        raise Refused("A sentence of the answer has no list of sources.")
    names = list(dict.fromkeys(sources))
    if not 1 <= len(names) <= _SOURCES:
        raise Refused(f"A sentence of the answer names {len(names)} sources; one to {_SOURCES} are wanted.")
    return Claim(
        text=line,
        sources=tuple(asked.shown[name].entry.id if name in asked.shown else EntryId(name) for name in names),
    )
