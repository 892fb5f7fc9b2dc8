"""``python -m newsletter``, and what the installed command calls.

It imports the command line only when it runs, so that Ctrl-C while that loads is no traceback either.
"""

import sys


def main() -> None:
    """Run the command line and leave with its exit status."""
    try:
        from newsletter.cli import main as run

        status = run(sys.argv[1:])
    except KeyboardInterrupt:
        if "--json" in sys.argv:
            sys.stdout.write('{"error": "Stopped. Nothing was begun; run the same command again.", "exit": 1}\n')
        sys.stderr.write("Stopped. Nothing was begun; run the same command again.\n")
        status = 1
    sys.exit(status)


if __name__ == "__main__":
    main()
