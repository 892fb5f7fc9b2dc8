"""``python -m newsletter``, and what the installed command calls.

It imports everything only when it runs, so that Ctrl-C while that loads is no traceback either. Nor is Ctrl-C where
Python cannot raise it, in a destructor, or while the interpreter goes down.
"""

import sys

TYPE_CHECKING = False  # typing takes its time to load
if TYPE_CHECKING:
    from typing import TextIO

#: As cli.output says it, which may not have been loaded.
_INTERRUPTED = 130
_STOPPED = "Stopped. Nothing was begun; run the same command again."


def main() -> None:
    """Run the command line and leave with its exit status; 130 after Ctrl-C."""
    try:
        sys.unraisablehook = _again_where_it_can_be_raised
        from newsletter.cli import main as run

        status = run(sys.argv[1:])
    except KeyboardInterrupt:
        status = _INTERRUPTED
        if "--json" in sys.argv:
            _say(sys.stdout, f'{{"error": "{_STOPPED}", "exit": {_INTERRUPTED}}}\n')
        _say(sys.stderr, f"{_STOPPED}\n")
    _leave(status)


def _leave(status: int) -> None:
    """All is done and said; what is left is Python's own going down, which would answer Ctrl-C with a traceback."""
    import os
    import signal

    signal.signal(signal.SIGINT, lambda *_: os._exit(status))
    if status == _INTERRUPTED:
        # Where the signal came while Python ran generated code, Python's own way out would end by that signal and not
        # with this number.
        _say(sys.stdout, "")
        _say(sys.stderr, "")
        os._exit(status)
    sys.exit(status)


def _say(stream: "TextIO", text: str) -> None:
    import contextlib

    with contextlib.suppress(OSError, ValueError):  # closed, or nobody reads any more
        stream.write(text)
        stream.flush()


def _again_where_it_can_be_raised(caught: "sys.UnraisableHookArgs") -> None:
    """Ctrl-C that fell into a destructor would be shown as a traceback and forgotten: send it once more, and later."""
    if not issubclass(caught.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(caught)
        return
    import os
    import signal
    import threading

    # Sent from here it would be raised here.
    again = threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGINT))
    again.daemon = True
    again.start()


if __name__ == "__main__":
    main()
