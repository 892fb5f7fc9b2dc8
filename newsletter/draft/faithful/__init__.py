"""The gate: whether a sentence that a language model wrote says what its sources say.

Deterministic, and strict the nearer a sentence comes to copying: what it adds, swaps or loses is a fault. Each room
holds the rules of one kind; every rule compares words, never meanings, so that an editor can see why a sentence fell.
What surfaces cannot show, a relation turned round in other words, it may let pass: that is what the editor and the
link beside the sentence are for.
"""

from collections.abc import Callable, Sequence

from newsletter.domain.entry import EntryId
from newsletter.draft.faithful.bearers import bearer_faults
from newsletter.draft.faithful.folding import folded
from newsletter.draft.faithful.form import form_faults
from newsletter.draft.faithful.ground import Ground, ground, read
from newsletter.draft.faithful.losses import loss_faults
from newsletter.draft.faithful.names import name_faults
from newsletter.draft.faithful.nouns import Claim, Fault, Source
from newsletter.draft.faithful.numbers import number_faults
from newsletter.draft.faithful.pairs import pair_faults
from newsletter.draft.faithful.parsing.matching import matches
from newsletter.draft.faithful.polarity import polarity_faults
from newsletter.draft.faithful.quotations import quotation_faults
from newsletter.draft.faithful.relations import relation_faults
from newsletter.draft.faithful.roles import role_faults, settled, upheld
from newsletter.draft.faithful.wording import word_faults

__all__ = ["Claim", "Fault", "Source", "evidence", "faults"]


#: Characters, and words with marks; forty words have no more.
_LONGEST, _MOST_TOKENS = 1_000, 120


def faults(
    claim: Claim,
    sources: Sequence[Source],
    *,
    split: Callable[[str], list[str]],
    furniture: Callable[[str], str | None],
) -> tuple[Fault, ...]:
    """Everything by which a claim is not faithful to the sources that it cites; empty where it is.

    Args:
        claim: the sentence and the entries that it cites.
        sources: everything that the writer was shown.
        split: parts a paragraph into its sentences, each as it stands there.
        furniture: names the rule by which a sentence is no news, or None.
    """
    shown = {source.id: source for source in sources}
    unknown = [cited for cited in claim.sources if cited not in shown]
    if unknown:
        return (Fault(rule="ids", tokens=tuple(map(str, unknown)), message="It cites what the writer was not shown."),)
    if not claim.sources:
        return (Fault(rule="ids", tokens=(), message="It cites no source."),)
    cited = [shown[entry] for entry in sorted(set(claim.sources))]
    held = folded(" ".join(f"{source.title} {source.text}" for source in cited))
    said = read(folded(claim.text[: _LONGEST + 1]))
    if len(claim.text) > _LONGEST or len(said.tokens) > _MOST_TOKENS:
        return (Fault(rule="length", tokens=(), message="It is far too long for a sentence."),)
    found = list(form_faults(claim, split=split, furniture=furniture, held=held))
    stands_on = ground(cited, split=split, furniture=furniture).near(said)
    pairs = matches(said, stands_on)
    right = settled(pairs)
    found += word_faults(said, stands_on, right)
    found += number_faults(said, stands_on)
    found += name_faults(said, stands_on)
    found += bearer_faults(said, stands_on)
    found += quotation_faults(said, stands_on, cited)
    found += polarity_faults(said, stands_on)
    found += role_faults(said, stands_on, pairs)
    if not upheld(pairs):
        found += relation_faults(said, stands_on, right)
    found += pair_faults(said, stands_on, right)
    found += loss_faults(said, stands_on.support(said))
    return tuple(dict.fromkeys(found))


def evidence(
    claim: Claim, sources: Sequence[Source], *, split: Callable[[str], list[str]]
) -> tuple[EntryId, str] | None:
    """The sentence of a cited entry that supports a claim best, with that entry; None where there is none.

    The sentence is a substring of the entry's text once runs of space in it are single spaces.
    """
    best: tuple[int, int, EntryId, str] | None = None
    cited = frozenset(claim.sources)
    said = read(folded(claim.text))
    for source in sorted((s for s in sources if s.id in cited), key=lambda s: s.id):
        stands_on = ground([source], split=split)
        for paragraph in source.text.split("\n\n"):
            for sentence in split(paragraph):
                plain = " ".join(sentence.split())
                match = next((r for r in stands_on.reads if r.text == folded(plain) and r.at >= 0), None)
                if match is None:
                    continue
                shared = Ground.shared(said, match)
                if shared and (best is None or shared > best[0]):
                    best = (shared, match.at, source.id, plain)
    return None if best is None else (best[2], best[3])
