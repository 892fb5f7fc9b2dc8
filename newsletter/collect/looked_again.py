"""What a second look at a letter's sources found, as checks that stay with the letter.

``sources-changed`` blocks: an outlet has changed what the letter prints. ``sources-not-seen`` only warns: whatever the
look did not reach may be as it was.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsletter.collect.staleness import Change
from newsletter.domain.issue import Check

#: The checks' names.
CHANGED, NOT_SEEN = "sources-changed", "sources-not-seen"
#: Changes, and sources that were not seen, that a figure tells one by one; the others are counted.
_TOLD = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedAgain:
    """What a second look found. An issue that prints from no feed has neither sources nor checks."""

    #: How many entries were looked for.
    sources: int = 0
    #: In order of the entry's id.
    changes: tuple[Change, ...] = ()
    #: What could not be seen, and why: a sentence or more each, in a steady order.
    unseen: tuple[str, ...] = ()

    def checks(self) -> tuple[Check, ...]:
        """What it found, as checks of the issue."""
        if not self.sources:
            return ()
        of = f"{self.sources} source{'' if self.sources == 1 else 's'}"
        changed = len({change.printed.id for change in self.changes})
        return (
            Check(
                name=CHANGED,
                ok=not changed,
                blocking=True,
                figure=f"{changed} of {of} changed: {_told([str(change) for change in self.changes])}"
                if changed
                else f"none of {of} changed",
                remedy=_REMEDY if changed else "",
            ),
            Check(
                name=NOT_SEEN,
                ok=not self.unseen,
                blocking=False,
                figure=f"not all of {of} were seen: {_told([note.rstrip('.') for note in self.unseen])}"
                if self.unseen
                else f"all of {of} seen",
                remedy="Look at them yourself; nothing speaks against the letter." if self.unseen else "",
            ),
        )

    def new(self, overridden: Mapping[str, str]) -> "LookedAgain":
        """The same without the changes that an editor has seen and let stand.

        Args:
            overridden: as the approval keeps it.
        """
        changes = tuple(change for change in self.changes if _key(change) not in overridden)
        return LookedAgain(sources=self.sources, changes=changes, unseen=self.unseen)


def marks(changes: Sequence[Change]) -> dict[str, str]:
    """What to keep of changes that an editor was told of, beside the reason for letting them stand: by name, each."""
    return {_key(change): str(change) for change in changes}


def reasons(overridden: Mapping[str, str]) -> dict[str, str]:
    """Of what an approval keeps, each check's name to the reason why it may fail; without the marks."""
    return {name: because for name, because in overridden.items() if not name.startswith(f"{CHANGED}:")}


def _key(change: Change) -> str:
    return f"{CHANGED}:{change.mark}"


def _told(notes: Sequence[str]) -> str:
    more = f"; and {len(notes) - _TOLD} more" if len(notes) > _TOLD else ""
    return f"{'; '.join(notes[:_TOLD])}{more}"


_REMEDY = (
    "Run 'newsletter collect' and draft again, or say why the letter may stand as it is: "
    f"--override {CHANGED} --because TEXT."
)
