"""Reads the hand-made sentences by which the gate is judged."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from newsletter.domain.entry import EntryId
from newsletter.draft.faithful import Claim, Source

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Trial:
    """A sentence, what it was made from, and the kind of fault that was planted in it, if any."""

    claim: Claim
    sources: tuple[Source, ...]
    #: Empty where it is faithful.
    planted: str


def trials(name: str) -> list[Trial]:
    """The sentences of one file."""
    made: list[Trial] = []
    for case in tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))["case"]:
        sources = tuple(Source(id=EntryId(i), outlet=o, title=t, text=x) for i, o, t, x in case["sources"])
        for line in case.get("faithful", []):
            cited, text = line.split(" | ", 1)
            made.append(Trial(_claim(cited, text), sources, ""))
        for line in case.get("faults", []):
            cited, planted, text = line.split(" | ", 2)
            made.append(Trial(_claim(cited, text), sources, planted))
    return made


def _claim(cited: str, text: str) -> Claim:
    ids = () if cited == "-" else tuple(EntryId(part) for part in cited.split(","))
    return Claim(text=text, sources=ids)
