"""What a round of collecting costs in which nothing changed, against a first one.

    python bench/collecting.py [FEEDS]

FEEDS (200) feeds of 20 entries, each on an address of its own, served with validators by another process; collected
twice by the installed program, and twice within this process. Prints the processor's seconds of each, the reading
process included, and the second as a share of the first.
"""

import multiprocessing
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

import parsing  # type: ignore[import-not-found]  # noqa: E402 - the script beside this one makes the feeds

from newsletter.cli import main as newsletter  # noqa: E402

ETAG = '"v1"'


def main() -> None:
    number = int(sys.argv[1]) if sys.argv[1:] else 200
    ours, theirs = multiprocessing.Pipe()
    servers = multiprocessing.get_context("spawn").Process(target=serve, args=(theirs, number), daemon=True)
    servers.start()
    places: list[str] = ours.recv()
    try:
        for name, collect in (("the program", program), ("within one process", within)):
            with tempfile.TemporaryDirectory() as folder:
                config = site(Path(folder), places)
                first = measured(partial(collect, config))
                second = measured(partial(collect, config))
            print(f"{name}: first {first:.2f} CPU s, unchanged {second:.2f} CPU s, {second / first:.1%}")
    finally:
        servers.kill()


def measured(work: Callable[[], object]) -> float:
    """The processor's seconds of this process and of those that it waited for."""
    before = spent()
    work()
    return spent() - before


def spent() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(use.ru_utime + use.ru_stime for use in used)


def program(config: Path) -> None:
    command = [sys.executable, "-m", "newsletter", "collect", "--config", str(config)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def within(config: Path) -> None:
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        status = newsletter(["collect", "--config", str(config)])
    if status:
        sys.exit("Collecting failed.")


def site(folder: Path, places: list[str]) -> Path:
    listed = ", ".join(f'"{place}"' for place in places)
    feeds = "".join(f'[[feeds]]\nurl = "http://{place}/feed.xml"\n' for place in places)
    config = folder / "config.toml"
    config.write_text(
        '[publication]\nfrom_address = "letter@news.example.org"\nbase_url = "https://news.example.org"\n'
        f'postal_address = "1 Printing House Square"\n[web]\nallow_private_feeds = [{listed}]\n{feeds}',
        encoding="utf-8",
    )
    return config


def serve(parent: Connection, number: int) -> None:
    recorded = [path.read_bytes() for path in sorted((ROOT / "demo" / "feeds").glob("*.xml"))]
    places, size = [], 0
    for n, body in enumerate(parsing.made(recorded, number)):
        server = ThreadingHTTPServer((f"127.0.{1 + n // 250}.{1 + n % 250}", 0), partial(Answers, body))
        Thread(target=server.serve_forever, daemon=True).start()
        places.append("{}:{}".format(*server.server_address[:2]))
        size += len(body)
    print(f"{number} feeds of {size / number / 1000:.0f} KB")
    parent.send(places)
    parent.poll(None)


class Answers(BaseHTTPRequestHandler):
    """One feed, with a validator."""

    def __init__(self, body: bytes, *rest: object) -> None:
        self.body = body
        super().__init__(*rest)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        changed = self.headers.get("If-None-Match") != ETAG
        self.send_response(200 if changed else 304)
        self.send_header("ETag", ETAG)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Content-Length", str(len(self.body) if changed else 0))
        self.end_headers()
        if changed:
            self.wfile.write(self.body)

    def log_message(self, *said: object) -> None:
        """Nothing."""


if __name__ == "__main__":
    main()
