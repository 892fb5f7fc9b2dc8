"""Calls pure functions in a process of its own, which is killed when it takes too long or too much.

Feeds and pages are written by strangers, and read by parsers that strangers have hung, crashed and filled up before.
The process is started at the first call, serves the ones that follow, and is started anew after it died. It is no
sandbox against whoever takes it over: it keeps a hang, a crash or a flood from becoming ours.
"""

import contextlib
import fcntl
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
                what is no error of ours. What kept it from being called at all says so (``begun``).
            NewsletterError: whatever the function raised of our own errors.
        """
        try:
            request = pickle.dumps((function, argument), pickle.HIGHEST_PROTOCOL)
        except Exception as wrong:
            raise CallFailed(f"It could not be handed to a process of its own ({wrong}).", begun=False) from wrong
        with self._lock:
            try:
                answer, begun = self._asked(request, seconds)
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
                raise CallFailed(f"It needed more than {self._megabytes} MB of memory, and was stopped.", begun=begun)
        return cast("_Result", _opened(answer, begun=begun))

    def close(self) -> None:
        """End the process. Calling again starts it anew."""
        with self._lock:
            self._drop()

    def _asked(self, request: bytes, seconds: float) -> tuple[bytes, bool]:
        """The last answer to a request, and whether the function was called.

        Raises:
            CallFailed: it was not, for there was no process to call it.
            _TooLateError: it did not come in time.
            _DiedError: the process died over it.
        """
        try:
            answer = self._handed_over(request)
        except _DiedError:
            # Nothing was begun: it died at rest, by whoever's hand.
            self._drop()
            try:
                answer = self._handed_over(request)
            except _DiedError:
                said = f"The process that was to work on it died ({self._drop()})."
                raise CallFailed(said, begun=False) from None
        if answer[:1] != STARTED:
            return answer, False
        return self._running().receive(time.monotonic() + seconds), True

    def _handed_over(self, request: bytes) -> bytes:
        deadline = time.monotonic() + self._start
        worker = self._running()
        try:
            worker.send(request, deadline)
            return worker.receive(deadline)
        except _TooLateError:
            raise CallFailed(f"Its process was not ready after {self._start:g} seconds.", begun=False) from None

    def _running(self) -> "_Worker":
        if self._worker is None:
            try:
                self._worker = _Worker(self._megabytes)
            except OSError as wrong:
                raise CallFailed(f"No process could be started to work on it ({wrong}).", begun=False) from wrong
        return self._worker

    def _drop(self) -> str:
        """End the process, if there is one; answers with how it ended."""
        worker, self._worker = self._worker, None
        return worker.end() if worker else ""


def _opened(answer: bytes, *, begun: bool) -> object:
    """What a last answer holds.

    Raises:
        CallFailed: that the function failed.
        NewsletterError: the function's.
    """
    tag, payload = answer[:1], memoryview(answer)[1:]
    if tag == FAILED:
        raise CallFailed(f"It failed ({bytes(payload).decode(errors='replace')}).", begun=begun)
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
    """The process, its two pipes, and the line whose end is its own. Never waits past a deadline."""

    def __init__(self, megabytes: int) -> None:
        with contextlib.ExitStack() as ours, contextlib.ExitStack() as its:
            its_requests, self._requests = _pipe(its, ours)
            self._answers, its_answers = _pipe(ours, its)
            its_line, self._line = _pipe(its, ours)
            os.set_blocking(self._requests, False)
            os.set_blocking(self._answers, False)
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
                pass_fds=(its_requests, its_answers, its_line),
                env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
                # So that it holds no folder that is to be unmounted or removed.
                cwd="/",
                # Ctrl-C is for us alone, also before it can ignore that by itself.
                process_group=0,
            )
            _let_its_end_kill(its_line, self._process.pid)
            ours.pop_all()  # It lives: they stay open until its end.

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
        # Not before: it would kill, and hide of what the process was dying.
        os.close(self._line)
        return signal.Signals(-status).name if status < 0 else f"status {status}"


def _pipe(reads: contextlib.ExitStack, writes: contextlib.ExitStack) -> tuple[int, int]:
    """A pipe's two ends, each closed with the stack it is for: the third may be refused when two are open already."""
    ends = os.pipe()
    for stack, end in zip((reads, writes), ends, strict=True):
        stack.callback(os.close, end)
    return ends


def _let_its_end_kill(line: int, process: int) -> None:
    """Have the kernel kill a process once nobody holds the other end of a line any more, as when we are killed.

    SIGKILL ends it whatever it does: deep in C code, where no handler and no thread of its own could run, and stopped,
    when no other signal does anything. Linux can send it for us (fcntl(2), F_SETSIG). Elsewhere, or killed before we
    come here, the process ends when it wants to hear or to tell more, for its other pipes have ended too.

    Not by PR_SET_PDEATHSIG: that kills when the thread ends that started the process, and other threads use it still.

    Args:
        line: the reading end, of which the process holds a copy; to that the setting belongs too.
        process: its id.
    """
    if sys.platform == "linux":
        with contextlib.suppress(OSError):  # a kernel that only takes itself for Linux
            fcntl.fcntl(line, fcntl.F_SETOWN, process)
            fcntl.fcntl(line, fcntl.F_SETSIG, signal.SIGKILL)
            fcntl.fcntl(line, fcntl.F_SETFL, fcntl.fcntl(line, fcntl.F_GETFL) | os.O_ASYNC)


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
