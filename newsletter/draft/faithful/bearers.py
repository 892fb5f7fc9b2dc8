"""Who bears what is said between commas behind a name: it must not be what the sources say of somebody else."""

from collections.abc import Iterator, Sequence

from newsletter.draft.faithful.ground import Ground, Read, words
from newsletter.draft.faithful.names import OFFICES, dateline, people, small_words
from newsletter.draft.faithful.nouns import Fault
from newsletter.draft.faithful.tokens import Token

#: So many tokens a phrase between commas has at most, and so many words of weight at least.
_LONGEST, _FEWEST = 18, 2
#: So much of it must stand beside another name, and no more than so much beside its own.
_THEIRS, _OWN = 0.75, 0.4
#: Words of one trunk have so many letters in common.
_ALIKE = 5


def bearer_faults(claim: Read, ground: Ground) -> Iterator[Fault]:
    """Phrases behind a name that some source puts beside another name, and none beside this one."""
    known = small_words(ground)
    shown = [
        (r, [run for run in people(r.tokens, known) if not dateline(r, run[-1])]) for r in ground.reads if r.at >= 0
    ]
    everybody = {run[-1].low for _, runs in shown for run in runs}
    for run in people(claim.tokens, known):
        if run[0].at and claim.tokens[run[0].at - 1].low in ("of", "in", "at", "from"):
            continue
        said = _apposed(claim, run)
        name = ground.telling(run)
        if len(said) < _FEWEST or not any(t.capital and t.low == name.low for r, _ in shown for t in r.tokens):
            continue
        own, rival, whose = 0, 0, ""
        follows = False
        for r, runs in shown:
            told = sum(1 for t in said if t.keys & r.keys)
            near = sum(1 for t in said if t.keys & r.keys or any(_kin(t, u) for u in r.tokens))
            here = any(t.capital and t.low == name.low for t in r.tokens)
            others = [o for o in runs if o[-1].low != run[-1].low or (name is not run[-1] and not here)]
            if here or (follows and not others):
                own = max(own, near)
                follows = True
            else:
                follows = False
                if others and told > rival:
                    rival, whose = told, others[0][-1].text
        most = _OWN * len(said)
        if len(said) == _FEWEST and claim.tokens[run[-1].at + 2].low in ("a", "an", "the"):
            most = 1  # "the education secretary" is no secretary of another kind
        if rival >= max(_FEWEST, _THEIRS * len(said)) and own <= most and whose.lower() in everybody:
            yield Fault(
                rule="office",
                tokens=(run[-1].text, *(t.text for t in said)),
                message=f"What it says of {run[-1].text}, the source says of {whose}.",
            )


def _kin(one: Token, other: Token) -> bool:
    """Whether two words begin alike: who is minister runs a ministry."""
    return len(one.low) > _ALIKE and len(other.low) > _ALIKE and one.low[:_ALIKE] == other.low[:_ALIKE]


def _apposed(claim: Read, run: Sequence[Token]) -> list[Token]:
    """The words of weight between the commas behind a name."""
    tokens = claim.tokens
    at = run[-1].at + 1
    if at >= len(tokens) or tokens[at].low != ",":
        return []
    close = next((k for k in range(at + 1, min(len(tokens), at + _LONGEST)) if tokens[k].low in (",", ".", ";")), None)
    inside = tokens[at + 1 : close] if close is not None else ()
    if not inside or inside[0].low not in ("a", "an", "the", "who", "formerly", "once"):
        return []
    if inside[0].low in ("a", "an", "the") and any(t.low.endswith("ed") and t.low != "retired" for t in inside):
        return []
    if inside[0].low in ("a", "an") and not any(t.low in OFFICES for t in inside):
        return []  # "a demand that the others refused" is said of no person
    return words(inside)
