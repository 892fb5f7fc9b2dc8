"""A printed sentence, and where it comes from."""

from dataclasses import dataclass
from enum import StrEnum

from newsletter.domain.entry import EntryId


class Author(StrEnum):
    """Whose words a printed sentence is."""

    OUTLET = "outlet"
    WRITER = "writer"
    EDITOR = "editor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One printed sentence and where it comes from."""

    #: As printed.
    text: str
    by: Author = Author.OUTLET
    #: The sentence as it stands in the entry; None only where an editor wrote the line.
    quote: str | None
    #: The entry that holds it; None only where an editor wrote the line.
    entry: EntryId | None
    #: Who is credited beside it.
    outlet: str = ""
    #: Where the reader finds it; empty where the entry has no address.
    url: str = ""
