"""What can be told of a claim without reading a source: its length, its voice, its marks."""

import re
from collections.abc import Callable, Iterator

from newsletter.draft.faithful.folding import folded
from newsletter.draft.faithful.lexicon import LOADED
from newsletter.draft.faithful.nouns import Claim, Fault

#: Words; a line of fewer tells nothing, of more nobody reads it to its end.
SHORTEST, LONGEST = 7, 40
_QUOTED = re.compile(r'"[^"]*"')
_YOU = re.compile(r"\b(?:you|your|yours|yourself|you're|you'll|we|us|our|ours|let's|my|me|i)\b", re.IGNORECASE)
_COUNTRY = re.compile(r"\bUS\b|\bU\.S\.")
_ADDRESS = re.compile(
    r"https?:|www\.|\S@\S+\.\w|\b[\w-]{2,63}\.(?:com|org|net|gov|edu|info|io|co|uk|news|eu|example)\b", re.IGNORECASE
)
_MARKUP = re.compile(r"[*_~`#|<>{}\\^]|\]\(|\[\d|&\w{2,8};|^\s*[-+•]\s|\[[^\]]*\]")
_ECHO = re.compile(
    r"""^\W*(?:here\s(?:is|are)|sure\b|certainly\b|of\scourse\b|okay\b|ok\b|summary\s?:|sentence\s?\d*\s?:|output\s?:
        |answer\s?:|note\s?:|in\ssummary|to\ssummari[sz]e|based\son\sthe\s(?:provided|given|sources?|articles?)
        |as\s(?:requested|instructed|an\s(?:ai|assistant)))\b
      | \b(?:the|these|provided|given|cited)\s(?:provided\s|given\s)?(?:sources?|articles?|text|excerpts?|documents?)\s
        (?:say|says|state|states|report|reports|do\snot|does\snot|mention|mentions|provided|given|above|below|describe)
      | \b(?:as\san\sai|language\smodel|my\sinstructions|the\sprompt|json|source_ids?|entry\sid)\b
      | \bsources?\s\[?\d | \bignore\b.{0,30}\binstructions?\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LOADED = frozenset(LOADED.split())
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def form_faults(  # noqa: C901 - cases, read top to bottom
    claim: Claim, *, split: Callable[[str], list[str]], furniture: Callable[[str], str | None], held: str
) -> Iterator[Fault]:
    """What is wrong with how a claim is put; ``held`` is the folded text of its sources."""
    text = folded(claim.text)
    count = len(text.split())
    if not SHORTEST <= count <= LONGEST:
        yield _fault("length", (str(count),), f"It has {count} words; {SHORTEST} to {LONGEST} are printed.")
    if len(split(text)) > 1 or "\n" in claim.text.strip():
        yield _fault("length", (), "It is more than one sentence.")
    if not re.search(r"""[.!]["')\]]*$|[.!?]["'][)]?$""", text):
        yield _fault("form", (text.split()[-1] if text else "",), "It does not end as a sentence does.")
    if re.search(r"\.\.\.|\?[\"')]*$", text):
        yield _fault("address", (text[-1:],), "It is a question, or trails off.")
    if text.endswith("!"):
        yield _fault("address", ("!",), "It shouts.")
    outside = _COUNTRY.sub(" ", _QUOTED.sub(" ", text))
    if you := _YOU.search(outside):
        yield _fault("address", (you[0],), f"It speaks to the reader, or for the writer: “{you[0]}”.")
    if found := _ADDRESS.search(text):
        yield _fault("address", (found[0],), "It holds an address.")
    if found := _MARKUP.search(claim.text):
        yield _fault("address", (found[0],), "It holds markup.")
    if found := _ECHO.search(text):
        yield _fault("address", (found[0],), "It speaks of its own making, not of the news.")
    if rule := furniture(text):
        yield _fault("furniture", (rule,), f"It is no news but an outlet's furniture: {rule}.")
    there = frozenset(w.lower() for w in _WORD.findall(held))
    loaded = [w for w in _WORD.findall(text) if w.lower() in _LOADED and w.lower() not in there]
    if loaded:
        yield _fault("loaded", tuple(loaded), f"No source that it cites uses “{loaded[0]}”, which takes a side.")


def _fault(rule: str, words: tuple[str, ...], message: str) -> Fault:
    return Fault(rule=rule, tokens=words, message=message)
