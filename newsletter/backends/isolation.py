"""Calls pure functions in a process of its own, which is killed when it takes too long or too much.

Feeds and pages are written by strangers, and read by parsers that strangers have hung, crashed and filled up before.
The process is started at the first call, serves the ones that follow, and is started anew after it died. It is no
sandbox against whoever takes it over: it keeps a hang, a crash or a flood from becoming ours.
"""

import contextlib
import os
import pickle
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

from newsletter.backends import isolation_worker
from newsletter.backends.isolation_worker import FAILED, LENGTH, MOST_BYTES, OWN_ERROR, RESULT, STARTED, TOO_MUCH_MEMORY
from newsletter.domain.errors import CallFailed, NewsletterError

#: What the process sees of our environment: where its libraries lie, and no secret.
_ENVIRONMENT = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TMPDIR")
#: The folder in which the package ``newsletter`` lies.
_HOME = str(Path(__file__).resolve().parents[2])

_Argument = TypeVar("_Argument")
_Result = TypeVar("_Result")


class ProcessIsolation:
    """One process for the calls of all threads, one at a time."""

    def __init__(self, *, megabytes: int = 512, start: float = 60) -> None:
        """Set the bounds; nothing is started yet.

        Args:
            megabytes: how much memory a call may take above what the process takes at rest; bounded on Linux.
            start: seconds that the process may take to start and to import what a function needs; only a machine in
                trouble takes as long.
        """
        self._megabytes = megabytes
        self._start = start
        self._lock = threading.Lock()
        self._worker: _Worker | None = None

    def call(self, function: Callable[[_Argument], _Result], argument: _Argument, *, seconds: float = 10) -> _Result:
        """What the function makes of the argument. Its seconds count once the process has imported it.

        Raises:
            CallFailed: it took too long or too much memory, its process died or was not ready in time, or it raised
                what is no error of ours.
            NewsletterError: whatever the function raised of our own errors.
        """
        try:
            request = pickle.dumps((function, argument), pickle.HIGHEST_PROTOCOL)
        except Exception as wrong:
            raise CallFailed(f"It could not be handed to a process of its own ({wrong}).") from wrong
        with self._lock:
            try:
                answer = self._asked(request, seconds)
            except _TooLateError:
                self._drop()
                raise CallFailed(f"It took more than {seconds:g} seconds, and was stopped.") from None
            except _DiedError:
                raise CallFailed(f"The process that worked on it died ({self._drop()}).") from None
            except BaseException:
                # Ctrl-C, for one: the answer that is still to come must not be taken for the next call's.
                self._drop()
                raise
            if answer[:1] == TOO_MUCH_MEMORY:
                self._drop()
                raise CallFailed(f"It needed more than {self._megabytes} MB of memory, and was stopped.")
        return cast("_Result", _opened(answer))

    def close(self) -> None:
        """End the process. Calling again starts it anew."""
        with self._lock:
            self._drop()

    def _asked(self, request: bytes, seconds: float) -> bytes:
        """The last answer to a request.

        Raises:
            _TooLateError: it did not come in time.
            _DiedError: the process died over it.
        """
        try:
            answer = self._handed_over(request)
        except _DiedError:
            # Nothing was begun: it died at rest, by whoever's hand.
            self._drop()
            answer = self._handed_over(request)
        if answer[:1] == STARTED:
            answer = self._running().receive(time.monotonic() + seconds)
        return answer

    def _handed_over(self, request: bytes) -> bytes:
        deadline = time.monotonic() + self._start
        worker = self._running()
        try:
            worker.send(request, deadline)
            return worker.receive(deadline)
        except _TooLateError:
            raise CallFailed(f"Its process was not ready after {self._start:g} seconds.") from None

    def _running(self) -> "_Worker":
        if self._worker is None:
            try:
                self._worker = _Worker(self._megabytes)
            except OSError as wrong:
                raise CallFailed(f"No process could be started to work on it ({wrong}).") from wrong
        return self._worker

    def _drop(self) -> str:
        """End the process, if there is one; answers with how it ended."""
        worker, self._worker = self._worker, None
        return worker.end() if worker else ""


def _opened(answer: bytes) -> object:
    """What a last answer holds.

    Raises:
        CallFailed: that the function failed.
        NewsletterError: the function's.
    """
    tag, payload = answer[:1], memoryview(answer)[1:]
    if tag == FAILED:
        raise CallFailed(f"It failed ({bytes(payload).decode(errors='replace')}).")
    try:
        held: object = pickle.loads(payload)  # noqa: S301 - of the process that we started
    except Exception as wrong:
        raise CallFailed(f"What it made could not be read ({type(wrong).__name__}).") from wrong
    if tag == OWN_ERROR and isinstance(held, NewsletterError):
        raise held
    if tag != RESULT:
        raise CallFailed("Its process answered with nothing that can be understood.")
    return held


class _TooLateError(Exception):
    """The deadline is over."""


class _DiedError(Exception):
    """The pipe ended: there is no process at its other end any more."""


class _Worker:
    """The process and its two pipes. Never waits past a deadline."""

    def __init__(self, megabytes: int) -> None:
        its_requests, self._requests = os.pipe()
        self._answers, its_answers = os.pipe()
        os.set_blocking(self._requests, False)
        os.set_blocking(self._answers, False)
        try:
            self._process = subprocess.Popen(  # noqa: S603 - this very interpreter, on a file of ours
                [
                    *(sys.executable, "-I", "-X", "utf8", isolation_worker.__file__),
                    *(str(its_requests), str(its_answers), str(megabytes)),
                    *_paths(),
                ],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                # Nothing else that is open here: no socket, no store.
                pass_fds=(its_requests, its_answers),
                env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
                # So that it holds no folder that is to be unmounted or removed.
                cwd="/",
                # Ctrl-C is for us alone, also before it can ignore that by itself.
                process_group=0,
            )
        except BaseException:
            os.close(self._requests)
            os.close(self._answers)
            raise
        finally:
            os.close(its_requests)
            os.close(its_answers)

    def send(self, payload: bytes, deadline: float) -> None:
        rest = memoryview(LENGTH.pack(len(payload)) + payload)
        while rest:
            _wait(self._requests, select.POLLOUT, deadline)
            try:
                rest = rest[os.write(self._requests, rest) :]
            except BrokenPipeError:
                raise _DiedError from None

    def receive(self, deadline: float) -> bytes:
        """An answer: a tag, and what follows it."""
        (length,) = LENGTH.unpack(self._read(LENGTH.size, deadline))
        if not 0 < length <= MOST_BYTES + 1:
            raise CallFailed("Its process answered with nothing that can be understood.")
        return self._read(length, deadline)

    def _read(self, size: int, deadline: float) -> bytes:
        got = bytearray()
        while len(got) < size:
            _wait(self._answers, select.POLLIN, deadline)
            part = os.read(self._answers, size - len(got))
            if not part:
                raise _DiedError
            got += part
        return bytes(got)

    def end(self) -> str:
        """Kill it, if it still lives, and let go of everything; answers with how it ended."""
        os.close(self._requests)
        os.close(self._answers)
        with contextlib.suppress(subprocess.TimeoutExpired):
            # One that is dying already says of what.
            self._process.wait(timeout=0.05)
        self._process.kill()
        status = self._process.wait()
        return signal.Signals(-status).name if status < 0 else f"status {status}"


def _wait(pipe: int, event: int, deadline: float) -> None:
    """Until a pipe can be read or written, or has ended.

    Raises:
        _TooLateError: the deadline is over.
    """
    ready = select.poll()
    ready.register(pipe, event)
    if not ready.poll(max(0, (deadline - time.monotonic()) * 1000)):
        raise _TooLateError


def _paths() -> list[str]:
    """Where the process looks for modules: where we do, but for the current folder.

    A site's folder may hold a ``random.py``. Where the current folder is where the package lies (a checkout), it comes
    last.
    """
    left_out = {_HOME}
    with contextlib.suppress(FileNotFoundError):  # The folder may have been removed while we stand in it.
        left_out.add(os.getcwd())  # noqa: PTH109 - compared as text
    passed = [os.path.abspath(path) for path in sys.path if os.path.isabs(path)]  # noqa: PTH100, PTH117 - zip files too
    return [path for path in passed if path not in left_out] + [_HOME]
