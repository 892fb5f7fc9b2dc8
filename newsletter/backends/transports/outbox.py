"""Messages as ``.eml`` files on disk: nothing leaves the machine.

All messages of a call are written beside their places and made durable before the first is renamed into its own. So a
file that is there is whole, and a full disk is met while nothing is submitted yet: a rename needs hardly any room.
A message's name comes from its Message-ID: submitting it again writes the same file again, also over what a run left
unfinished that was killed.
"""

import contextlib
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from newsletter.domain.errors import OutcomeUnknown, TransportUnavailable
from newsletter.domain.send import Message, Receipt


class OutboxTransport:
    """A folder of messages."""

    per_call = 100
    repeatable = True

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def submit(self, messages: Sequence[Message]) -> list[Receipt]:
        """Write each message into a file of its own.

        Raises:
            TransportUnavailable: the folder cannot be made or a message cannot be written (a full disk, no
                permission). No message of this call is in the outbox for it.
            OutcomeUnknown: some of this call's messages are in the outbox and others not, or the disk does not say.
        """
        places = [self._directory / f"{_file_name(message.message_id)}.eml" for message in messages]
        # Where two messages have one name the later one stands, as it would in two calls.
        unfinished = {place.with_suffix(".part"): place for place in places}
        try:
            self._write(messages, places)
            self._rename(unfinished)
        finally:
            for part in unfinished:
                with contextlib.suppress(OSError):
                    part.unlink(missing_ok=True)
        return [
            Receipt(delivery=message.delivery, accepted=True, detail=place.name)
            for message, place in zip(messages, places, strict=True)
        ]

    def close(self) -> None:
        """Nothing is held open."""

    def _write(self, messages: Sequence[Message], places: Sequence[Path]) -> None:
        try:
            self._directory.mkdir(parents=True, exist_ok=True)
            for message, place in zip(messages, places, strict=True):
                with _opened(place.with_suffix(".part"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC) as file:
                    written = memoryview(message.data)
                    while written:
                        written = written[os.write(file, written) :]
                    os.fsync(file)
        except OSError as wrong:
            raise self._unavailable(wrong) from wrong

    def _rename(self, unfinished: dict[Path, Path]) -> None:
        renamed = 0
        try:
            for part, place in unfinished.items():
                part.replace(place)
                renamed += 1
            # A rename is durable once the folder is.
            with _opened(self._directory, os.O_RDONLY) as folder:
                os.fsync(folder)
        except OSError as wrong:
            if not renamed:
                raise self._unavailable(wrong) from wrong
            raise OutcomeUnknown(
                f"The outbox {self._directory} took {renamed} of {len(unfinished)} messages and then failed: "
                f"{wrong.strerror or wrong}. Mend it, then run send again: it writes the same files again."
            ) from wrong

    def _unavailable(self, wrong: OSError) -> TransportUnavailable:
        return TransportUnavailable(
            f"The outbox {self._directory} cannot be written: {wrong.strerror or wrong}. "
            "Make room or mend its permissions, then run send again: it goes on where it stopped."
        )


@contextlib.contextmanager
def _opened(path: Path, flags: int) -> Iterator[int]:
    file = os.open(path, flags, 0o600)
    try:
        yield file
    finally:
        os.close(file)


def _file_name(message_id: str) -> str:
    return re.sub(r"[^A-Za-z0-9._-]", "_", message_id.strip("<>").rpartition("@")[0]) or "message"
