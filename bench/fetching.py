"""How long 200 feeds take, each on an address of its own and behind 100 ms of latency.

    python bench/fetching.py [FEEDS]

Prints, for a first round and for one in which nothing changed, the seconds that passed and the processor's seconds of
this process; the servers have a process of their own, and each listens on 127.0.1.x.
"""

import asyncio
import multiprocessing
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection

from newsletter.backends.fetchers.network import NetworkFetcher
from newsletter.domain.feed import Ask, Fetched

LATENCY = 0.1
BODY = b"<?xml version='1.0'?><rss version='2.0'><channel><title>Bench</title>".ljust(20_000 - 16) + b"</channel></rss>"
ETAG = '"v1"'


def main() -> None:
    feeds = int(sys.argv[1]) if sys.argv[1:] else 200
    ours, theirs = multiprocessing.Pipe()
    servers = multiprocessing.get_context("spawn").Process(target=serve, args=(theirs, feeds), daemon=True)
    servers.start()
    places: list[str] = ours.recv()
    fetcher = NetworkFetcher("newsletter-bench", allow_private=frozenset(places))
    asks = [Ask(url=f"http://{place}/feed.xml", outlet=place) for place in places]
    measured(lambda: fetcher.fetch(asks[:1]), "one, to warm up")
    first = measured(lambda: fetcher.fetch(asks), f"{feeds} feeds of {len(BODY):,} bytes")
    assert all(answer.body == BODY for answer in first.values())
    again = [replace(ask, etag=first[ask.url].etag) for ask in asks]
    second = measured(lambda: fetcher.fetch(again), f"{feeds} feeds, unchanged")
    assert all(answer.status == 304 for answer in second.values())
    servers.terminate()


def measured(fetch: Callable, what: str) -> dict[str, Fetched]:
    seconds, cpu = time.perf_counter(), time.process_time()
    answers = {ask.url: answer for ask, answer in fetch()}
    seconds, cpu = time.perf_counter() - seconds, time.process_time() - cpu
    print(f"{what}: {seconds:.2f} s, {cpu:.2f} CPU s")
    return answers


def serve(parent: Connection, feeds: int) -> None:
    asyncio.run(listen(parent, feeds))


async def listen(parent: Connection, feeds: int) -> None:
    servers = [await asyncio.start_server(answer, f"127.0.{1 + n // 250}.{1 + n % 250}", 0) for n in range(feeds)]
    parent.send(["{}:{}".format(*server.sockets[0].getsockname()) for server in servers])
    await asyncio.Event().wait()


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    asked = await reader.readuntil(b"\r\n\r\n")
    await asyncio.sleep(LATENCY)
    if f"if-none-match: {ETAG}".encode() in asked.lower():
        writer.write(f"HTTP/1.1 304 Not Modified\r\nETag: {ETAG}\r\n\r\n".encode())
    else:
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nETag: {ETAG}\r\nContent-Length: {len(BODY)}"
        writer.write(head.encode() + b"\r\n\r\n" + BODY)
    await writer.drain()
    writer.close()


if __name__ == "__main__":
    main()
