"""The gate, as this package is handed it: already told how to part sentences and what furniture is."""

from collections.abc import Callable, Sequence

from newsletter.domain.entry import EntryId
from newsletter.draft.faithful.nouns import Claim, Fault, Source

#: Every reason why a claim may not be printed; none, and it may.
Gate = Callable[[Claim, Sequence[Source]], tuple[Fault, ...]]
#: The sentence that backs a claim best, as it stands in its entry; None where none does.
Evidence = Callable[[Claim, Sequence[Source]], tuple[EntryId, str] | None]

__all__ = ["Claim", "Evidence", "Fault", "Gate", "Source"]
