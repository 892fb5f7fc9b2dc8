"""What goes into the gate and what comes out of it."""

from dataclasses import dataclass

from newsletter.domain.entry import EntryId


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One entry as it was shown to the writer."""

    id: EntryId
    outlet: str
    title: str
    #: Paragraphs parted by a blank line; untrusted.
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One sentence that the writer made."""

    text: str
    #: The entries that it names as its sources, as the writer gave them.
    sources: tuple[EntryId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One reason why a claim may not be printed."""

    #: A short name, such as ``numbers``; the same kind of fault always has the same.
    rule: str
    #: The offending words as they stand in the claim, or those of the source that it lost.
    tokens: tuple[str, ...]
    #: A sentence for the editor.
    message: str
