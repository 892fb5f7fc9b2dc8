"""What a letter prints of an entry: what would be wrong if its outlet has changed it since."""

from dataclasses import dataclass

from newsletter.domain.entry import EntryId


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """An entry that a letter prints from, as it was when the letter was made."""

    id: EntryId
    outlet: str
    #: One line; may be empty.
    title: str
    #: Empty where the entry has no address.
    url: str
    #: Sentences as they stood in the entry, in the order in which they are printed; empty where only its title is.
    quotes: tuple[str, ...] = ()
    #: What the outlet said by then that it got wrong.
    corrections: tuple[str, ...] = ()
