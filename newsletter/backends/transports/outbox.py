"""Messages as ``.eml`` files on disk: nothing leaves the machine.

A message is written beside its place, made durable and then renamed, so that a file that is there is whole.
Its name comes from its Message-ID: submitting a message again writes the same file again.
"""

import contextlib
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from newsletter.domain.errors import TransportUnavailable
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
            TransportUnavailable: the folder cannot be made or a file cannot be written (a full disk, no
                permission). Files of this call that were finished stay; written again, they are the same.
        """
        try:
            self._directory.mkdir(parents=True, exist_ok=True)
            receipts = [self._write(message) for message in messages]
            # A rename is durable once the folder is.
            with _opened(self._directory, os.O_RDONLY) as folder:
                os.fsync(folder)
        except OSError as wrong:
            raise TransportUnavailable(
                f"The outbox {self._directory} cannot be written: {wrong.strerror or wrong}. "
                "Make room or mend its permissions, then run send again: it goes on where it stopped."
            ) from wrong
        return receipts

    def _write(self, message: Message) -> Receipt:
        path = self._directory / f"{_file_name(message.message_id)}.eml"
        unfinished = path.with_suffix(".part")
        try:
            with _opened(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC) as file:
                written = memoryview(message.data)
                while written:
                    written = written[os.write(file, written) :]
                os.fsync(file)
            unfinished.replace(path)
        except OSError:
            with contextlib.suppress(OSError):
                unfinished.unlink(missing_ok=True)
            raise
        return Receipt(delivery=message.delivery, accepted=True, detail=path.name)

    def close(self) -> None:
        """Nothing is held open."""


@contextlib.contextmanager
def _opened(path: Path, flags: int) -> Iterator[int]:
    file = os.open(path, flags, 0o600)
    try:
        yield file
    finally:
        os.close(file)


def _file_name(message_id: str) -> str:
    return re.sub(r"[^A-Za-z0-9._-]", "_", message_id.strip("<>").rpartition("@")[0]) or "message"
