"""Phrases that name something: "the state's former treasurer, Ann Lee", with the word that they turn on."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsletter.draft.faithful import lexicon
from newsletter.draft.faithful.lexicon import word_set
from newsletter.draft.faithful.numerals import MONTHS, NUMBER_WORDS
from newsletter.draft.faithful.parsing.kinds import ARTICLES, PRONOUNS, is_noun_like, is_verb
from newsletter.draft.faithful.tokens import Token

_OFFICES = frozenset(lexicon.OFFICES.split())
_WEEKDAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
#: Adverbs that stand within a phrase: "an earlier version", "nearly 200 people".
_STEPPED = word_set("earlier later early late long nearly about almost roughly only just more less most once very over "
                    "under up down")  # fmt: skip
WHEN = frozenset(MONTHS) | _WEEKDAYS


@dataclass(frozen=True, slots=True)
class Phrase:
    """Some words that name one thing, and those that say of what it is."""

    tokens: tuple[Token, ...]
    #: What "of" and "'s" put to it.
    whose: tuple[Token, ...] = ()

    @property
    def head(self) -> Token:
        """The word that it turns on: its last."""
        return self.tokens[-1]

    @property
    def names(self) -> tuple[Token, ...]:
        """Its words with a capital letter that are no office and no day, whosever they are."""
        return (*self.own_names, *(t for t in self.whose if _is_name(t)))

    @property
    def own_names(self) -> tuple[Token, ...]:
        """The same without what "of" and "'s" put to it."""
        shown = self.tokens[1:] if self._begins_plainly else self.tokens
        return tuple(t for t in shown if _is_name(t))

    @property
    def _begins_plainly(self) -> bool:
        """Whether its first word has a capital only because a sentence begins: "Council member Ann Lee"."""
        return len(self.tokens) > 1 and self.tokens[0].first and self.tokens[1].is_word and not self.tokens[1].capital

    @property
    def is_open(self) -> bool:
        """Whether it is "he" or "it": somebody whom this sentence need not name."""
        return all(t.low in PRONOUNS or t.low in ARTICLES for t in self.tokens)

    @property
    def is_amount(self) -> bool:
        """Whether it tells how much."""
        return any(
            t.low[:1].isdigit() or t.low[:1] in "$€£" or t.low in ("average", "margin")
            for t in (*self.tokens, *self.whose)
        )

    @property
    def text(self) -> str:
        """Its words as they stand."""
        return " ".join(t.text for t in self.tokens)


def _is_name(t: Token) -> bool:
    if (
        not t.is_word
        or not t.capital
        or t.low in WHEN
        or t.low in NUMBER_WORDS
        or t.low in _OFFICES
        or t.low.removesuffix("s") in _OFFICES
    ):
        return False
    if t.first and not any(k[0] == "@" for k in t.keys) and t.low.endswith(("rs", "ts", "ns", "es", "ds", "ors")):
        return False  # "Negotiators", where a sentence begins
    return not t.first or not (t.light or t.low in ARTICLES | PRONOUNS or any(k[0] in "#=" for k in t.keys))


def phrase_at(found: Sequence[Token], i: int) -> tuple[Phrase, int] | None:  # noqa: C901, PLR0912 - cases, read top to bottom
    """The phrase that begins at a place, with where the next thing begins; None where none does."""
    taken: list[Token] = []
    whose: list[Token] = []
    k = i
    while k < len(found):
        t = found[k]
        if t.low in PRONOUNS and t.low not in ARTICLES and t.text != "US":
            if taken:
                break
            return Phrase((t,)), k + 1
        if t.low == "that" and taken:
            break
        if (size := hedge_at(found, k)) and k + size < len(found):
            k += size
            continue
        if t.low == "-" and taken and k + 1 < len(found) and found[k + 1].low[:1].isalnum():
            k += 1
            continue
        if t.low in _STEPPED and k + 1 < len(found) and is_noun_like(found[k + 1]) and not is_verb(found, k + 1):
            taken += [t] if t.low == "only" else []
            k += 1
            continue
        if not is_noun_like(t) or (is_verb(found, k) and not _joined(found, k)):
            break
        if t.capital and t.low in WHEN and taken:
            break
        taken.append(t)
        k += 1
        if t.text.endswith(("'s", "s'")) and k < len(found) and is_noun_like(found[k]):
            whose += [u for u in taken if u.low not in ARTICLES]
            taken = []
    if not taken:
        return (Phrase(tuple(whose)), k) if whose else None
    while k + 1 < len(found) and found[k].low == "of":
        if taken[-1].capital and not found[k + 1].capital and found[k + 1].low not in ARTICLES:
            break  # "convicted Ann Lee of bribery"
        inner = phrase_at(found, k + 1)
        if inner is None:
            break
        if taken[-1].capital and taken[-1].low in _OFFICES:
            taken += [t for t in inner[0].tokens if t.low not in ARTICLES]  # "Secretary of State Ann Lee"
            k = inner[1]
            continue
        whose += [t for t in (*inner[0].tokens, *inner[0].whose) if t.low not in ARTICLES]
        k = inner[1]
    return Phrase(tuple(taken), tuple(whose)), k


def hedge_at(found: Sequence[Token], i: int) -> int:
    """How many words at a place tell how nearly a number is meant: "at least", "more than"."""
    pair = (found[i].low, found[i + 1].low) if i + 1 < len(found) else ("", "")
    return 2 if pair in _HEDGES else 0


_HEDGES = frozenset(
    [("at", "least"), ("at", "most"), ("more", "than"), ("less", "than"), ("fewer", "than"), ("up", "to")]
)


def _joined(found: Sequence[Token], k: int) -> bool:
    """Whether a verb is a part of a compound: "a government-owned bank"."""
    return found[k - 1].low == "-" if k else False
