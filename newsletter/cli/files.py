"""Files that verbs read and write: an answer is written whole or not at all, and an input is read within bounds."""

import contextlib
import errno
import io
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from newsletter.config import why_unreadable
from newsletter.domain.errors import Refused

if TYPE_CHECKING:
    from newsletter.actions.editing import Preview


def write_files(folder: Path, files: Mapping[str, bytes], *, private: bool = False) -> list[str]:
    """Write files whole or not at all; answers with their paths.

    Each is written beside its place and all are named at the end, so that a full disk leaves the old ones.

    Args:
        folder: made where it is not there.
        files: name to content.
        private: readable by this user alone.

    Raises:
        Refused: the folder or a file cannot be written.
    """
    unfinished: dict[Path, Path] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            # A link stays a link, and what it leads to is replaced.
            path = (folder / name).resolve()
            if path.exists() and not path.is_file():
                raise Refused(f"{path} is no file that can be replaced. Name another.")
            handle, part = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
            unfinished[path] = Path(part)
            with os.fdopen(handle, "wb") as file:
                os.fchmod(file.fileno(), 0o600 if private else 0o644)
                file.write(data)
        for path, written in unfinished.items():
            written.replace(path)
    except OSError as wrong:
        raise Refused(
            f"{wrong.filename or folder} cannot be written: {wrong.strerror or 'the system does not say why'}. "
            "Name another folder, or make room."
        ) from None
    except ValueError as wrong:
        raise Refused(f"{str(folder)!r} cannot be written: {why_unreadable(wrong)}. Name another folder.") from None
    finally:
        for part_left in unfinished.values():
            with contextlib.suppress(OSError):
                part_left.unlink(missing_ok=True)
    return [str(folder / name) for name in files]


def write_preview(folder: Path, shown: "Preview") -> dict[str, object]:
    """Write an issue's four files; their paths by kind, and the digest."""
    kinds = {"html": shown.html, "txt": shown.text, "eml": shown.eml, "json": shown.document.encode()}
    paths = write_files(folder, {f"issue.{kind}": data for kind, data in kinds.items()})
    return {**dict(zip(kinds, paths, strict=True)), "digest": shown.digest}


#: A line of an input file is cut after so many characters: its reader refuses it by its length.
LONGEST_LINE = 10_000_001


def read_lines(path: Path) -> Iterator[str]:
    """The lines of a UTF-8 file, one at a time; ``-`` is standard input.

    Of a line longer than ``LONGEST_LINE`` only the beginning is handed on; its rest is read and dropped, so that no
    piece of it is taken for a line of its own.

    Raises:
        Refused: it cannot be read, or is not UTF-8.
    """
    number = 0
    try:
        with _standard_input() if str(path) == "-" else path.open(encoding="utf-8-sig", newline=None) as file:
            while line := file.readline(LONGEST_LINE):
                number += 1
                yield line
                while not line.endswith("\n") and (line := file.readline(LONGEST_LINE)):
                    pass
    except UnicodeDecodeError:
        raise Refused(
            f"{path} is not UTF-8 text, at line {number + 1} or a few later. Save it as UTF-8 and run this again; "
            "what was taken before stays, and nothing is taken twice."
        ) from None
    except (OSError, ValueError) as wrong:
        raise Refused(f"{path} cannot be read: {why_unreadable(wrong)}. Name a file that can.") from None


def read_bytes(path: Path, limit: int) -> bytes:
    """The beginning of a file; ``-`` is standard input.

    Args:
        path: of the file.
        limit: bytes that are read at most.

    Raises:
        Refused: it cannot be read.
    """
    try:
        if str(path) == "-":
            return _standard_input().buffer.read(limit)
        with path.open("rb") as file:
            return file.read(limit)
    except (OSError, ValueError) as wrong:
        raise Refused(f"{path} cannot be read: {why_unreadable(wrong)}. Name a file that can.") from None


def _standard_input() -> TextIO:
    """Standard input as UTF-8, whatever the locale.

    Raises:
        OSError: it is closed.
    """
    if sys.stdin is None:
        raise OSError(errno.EBADF, "standard input is closed")
    return io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", errors="strict", newline=None)
