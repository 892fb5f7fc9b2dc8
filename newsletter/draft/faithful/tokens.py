"""A sentence as the gate reads it: tokens, each with the meanings that it may have."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from newsletter.draft.faithful import lexicon
from newsletter.draft.faithful.folding import written_out

_TOKEN = re.compile(
    r"""[$€£]?\d+(?:,\d{3})*(?:\.\d+)?(?:st|nd|rd|th|bn|mn|m|k|tn|pc)?(?![\w])%?   # 1.2bn, $340,000, 18th
      | [^\W\d_]+(?:'[^\W\d_]+)*                                            # words
      | \d[^\W_]*                                                           # A4, 737s
      | [%$€£"(),;:.!?\[\]/-]""",
    re.VERBOSE,
)
#: Longer texts are no sentence; what stands behind is not read.
_LONGEST = 2_000
#: Endings, longest first; what is left has at least four letters.
_ENDINGS = (
    "alities", "ality", "ally",
    "ships", "ship",
    "isations", "izations", "isation", "ization", "ications", "ication", "ations", "ation", "ments", "ment", "ings",
    "ing", "ions", "ion", "ies", "ied", "ed", "es", "ly", "al", "s", "y", "e",
)  # fmt: skip
_ARTICLES = frozenset(["the", "a", "this", "its", "their"])
_PLURAL = re.compile(r"(?<=[^aeious])ies$")


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark."""

    #: As it stands in the written-out sentence.
    text: str
    #: Lower case, without a possessive.
    low: str
    #: What it may mean: its stem, and the groups of words that say the same.
    keys: frozenset[str]
    #: Place in its sentence.
    at: int
    #: Starts with a capital letter.
    capital: bool
    #: Stands between quotation marks.
    quoted: bool
    #: First word of its sentence.
    first: bool

    @property
    def is_word(self) -> bool:
        """Whether it is neither a number nor a mark."""
        return self.low[:1].isalpha()

    @property
    def light(self) -> bool:
        """Whether it says nothing that has to be checked by itself."""
        return self.low in LIGHT and (self.first or not self.capital)


LIGHT = frozenset(lexicon.LIGHT.split())
_IRREGULAR_WORDS = lexicon.IRREGULAR.split()
IRREGULAR = dict(zip(_IRREGULAR_WORDS[::2], _IRREGULAR_WORDS[1::2], strict=True))


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The part of a word that its forms have in common; crude, and only ever compared.

    >>> stem("approves") == stem("approved"), stem("rose") == stem("rising")
    (True, True)
    """
    word = IRREGULAR.get(word, word)
    for ending in _ENDINGS:
        if (
            word.endswith(ending)
            and len(word) - len(ending) >= (5 if ending in ("al", "ship", "ships") else 3)
            and not word.endswith("ss")
        ):
            word = word[: -len(ending)]
            # "Evacuated" and "evacuation"; but "threats" and "defeated" are none of these.
            if ending in ("ed", "es", "ing", "e") and len(word) > 5 and word.endswith("at") and word[-3] != "e":
                word = word[:-2]
            break
    word = IRREGULAR.get(word, word)
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word[-1] in "eiy" else word


def _grouped() -> tuple[
    dict[str, frozenset[str]], dict[str, frozenset[str]], dict[str, str], dict[str, frozenset[str]]
]:
    """The lexicon by stem: its groups, those of them that have rivals, the rule of each, the rivals of each."""
    groups: dict[str, set[str]] = {}
    strict: dict[str, set[str]] = {}
    rules: dict[str, str] = {}
    rivals: dict[str, frozenset[str]] = {}
    for n, line in enumerate(filter(None, lexicon.SAME.splitlines())):
        for word in line.split():
            groups.setdefault(_key(word), set()).add(f"={n}")
    for n, line in enumerate(filter(None, lexicon.RIVALS.splitlines())):
        rule, listed = line.split(": ")
        parts = listed.split(" | ")
        names = [f"#{n}.{i}" for i in range(len(parts))]
        for name, part in zip(names, parts, strict=True):
            rules[name] = rule
            rivals[name] = frozenset(names) - {name}
            for word in part.split():
                groups.setdefault(_key(word), set()).add(name)
                strict.setdefault(_key(word), set()).add(name)
    return (
        {word: frozenset(names) for word, names in groups.items()},
        {word: frozenset(names) for word, names in strict.items()},
        rules,
        rivals,
    )


def _key(word: str) -> str:
    return "_".join(stem(part) for part in word.split("_"))


def _named_alike() -> dict[str, str]:
    lines = filter(None, lexicon.ALIASES.splitlines())
    return {word.replace("_", " "): f"@{n}" for n, line in enumerate(lines) for word in line.split()}


ALIAS = _named_alike()
GROUPS, STRICT, RULE_OF, RIVALS_OF = _grouped()
_PHRASES = frozenset(key for key in GROUPS if "_" in key)
_NAMES = frozenset(name for name in ALIAS if " " in name)


@lru_cache(maxsize=4_096)
def tokens(sentence: str) -> tuple[Token, ...]:
    """The tokens of a folded sentence; words that mean one thing together are one.

    >>> [t.text for t in tokens("He stepped down.")]
    ['He', 'stepped down', '.']
    """
    pieces = [found[0] for found in _TOKEN.finditer(written_out(sentence[:_LONGEST]))]
    found: list[Token] = []
    quoted, begun, i = False, False, 0
    while i < len(pieces):
        size = next((n for n in (3, 2) if _is_phrase(pieces[i : i + n], n)), 1)
        text = " ".join(pieces[i : i + size])
        if text == '"':
            quoted = not quoted
        low = text.lower().removesuffix("'s").removesuffix("'")
        key = "_".join(stem(part) for part in low.split())
        word = low[:1].isalpha()
        aliased = [ALIAS[low]] if text[:1].isupper() and low in ALIAS and (low != "us" or text == "US") else []
        found.append(
            Token(
                text=text,
                low=low,
                keys=frozenset([key, *aliased, *_doer(low)])
                | (
                    frozenset()
                    if low == "force" and found and found[-1].low in _ARTICLES
                    else GROUPS.get(key, frozenset())
                ),
                at=len(found),
                capital=text[:1].isupper(),
                quoted=quoted,
                first=word and not begun,
            )
        )
        begun = begun or word
        i += size
    return tuple(found)


def _doer(low: str) -> list[str]:
    """A supporter is who supports."""
    base = low.removesuffix("s")
    return [stem(base[:-2])] if len(base) > 6 and base.endswith(("er", "or")) and base.isalpha() else []


def _is_phrase(pieces: list[str], size: int) -> bool:
    if len(pieces) != size:
        return False
    lows = [piece.lower() for piece in pieces]
    lows[-1] = lows[-1].removesuffix("'s")
    return "_".join(map(stem, lows)) in _PHRASES or (pieces[0][:1].isupper() and " ".join(lows) in _NAMES)


def heavy(found: Iterable[Token]) -> list[Token]:
    """The words that carry what is said."""
    return [t for t in found if t.is_word and not t.light]


def keys_of(found: Iterable[Token]) -> frozenset[str]:
    """Everything that some tokens may mean."""
    return frozenset(key for t in found for key in t.keys)
