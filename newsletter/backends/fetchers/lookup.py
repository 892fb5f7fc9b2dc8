"""Names become numbers, without waiting for ever.

The system's resolver cannot be interrupted and may take minutes, so it runs in a thread that nobody needs to wait for.
"""

import socket
import threading
from collections.abc import Callable, Sequence

from newsletter.backends.fetchers.deadline import Deadline, TooLate

#: The numbers of a name, in the order to try them. Raises OSError where it has none.
Resolve = Callable[[str, int], Sequence[str]]


def resolve(host: str, port: int) -> list[str]:
    """Ask the system, which knows files and name servers."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [*dict.fromkeys(str(address[0]) for *_, address in found)]


def look_up(resolver: Resolve, host: str, port: int, deadline: Deadline) -> Sequence[str]:
    """The numbers of a name.

    Raises:
        OSError: it has none, or nobody could say.
        TooLate: nobody said in time.
    """
    found: list[Sequence[str]] = []
    failed: list[OSError] = []
    done = threading.Event()

    def ask() -> None:
        try:
            found.append(resolver(host, port))
        except OSError as error:
            failed.append(error)
        except UnicodeError:
            failed.append(OSError("it is no name of a host"))
        finally:
            done.set()

    deadline.ends(done.set)
    threading.Thread(target=ask, name=f"look-up of {host}", daemon=True).start()
    done.wait(deadline.within(None))
    if failed:
        raise failed[0]
    if not found:
        raise TooLate
    return found[0]
