"""What is said beside a word: the clause in which it stands, as stems that can be compared."""

from collections.abc import Iterable

from newsletter.draft.faithful.ground import Read
from newsletter.draft.faithful.tokens import Token

_STOPS = frozenset([",", ";", ":", "(", ")", "and", "but", "while", "whereas", "although", "though", "after", "before",
                    "because", "said", "says", "when", "who", "which", "as", "if", "that"])  # fmt: skip


def clause_keys(r: Read, token: Token) -> frozenset[str]:
    """What else is said in the clause of a word, one key a word."""
    start = token.at
    while start > 0 and r.tokens[start - 1].low not in _STOPS:
        start -= 1
    end = token.at + 1
    while end < len(r.tokens) and r.tokens[end].low not in _STOPS:
        end += 1
    return one_key(t for t in r.tokens[start:end] if t is not token)


def one_key(found: Iterable[Token]) -> frozenset[str]:
    """The stems and numbers among some tokens."""
    result = set()
    for t in found:
        if t.is_word and not t.light:
            result.add(min((k for k in t.keys if k[0] not in "#="), default=t.low))
        elif t.low[:1].isdigit() or t.low[:1] in "$€£":
            # A number tells more of what a clause is about than a word does.
            result |= {t.low, f"{t.low} "}
    return frozenset(result)
