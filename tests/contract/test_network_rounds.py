"""Many addresses at once: bounded, polite, and ended when nobody listens any more."""

import signal
import subprocess
import sys
import threading
import time
from itertools import pairwise

import pytest

from newsletter.domain.errors import FetchFailed
from newsletter.domain.feed import Fetched
from tests.contract.asks import BODY, a_network, always, an_ask
from tests.contract.web import Crowd, Web, after, said

# --- many at once ----------------------------------------------------------------------------------------------------


def test_at_most_twenty_are_asked_at_once(webs):
    crowd = Crowd()
    servers = [webs(f"127.0.2.{n}") for n in range(1, 41)]
    for server in servers:
        server.answers["/feed"] = crowd.served(0.1, said(BODY))

    answers = list(a_network(*servers).fetch([an_ask(server.url()) for server in servers]))

    assert len(answers) == 40
    assert 3 <= crowd.most <= 20


def test_at_most_two_are_asked_of_a_host_whatever_its_ports(webs):
    crowd = Crowd()
    servers = [webs(), webs()]
    for server in servers:
        server.answers["/feed"] = crowd.served(0.05, said(BODY))

    answers = list(a_network(*servers).fetch([an_ask(server.url()) for server in servers * 5]))

    assert len(answers) == 10
    assert crowd.most == 2


def test_redirects_count_for_the_host_to_which_they_lead(webs):
    """Ten addresses that moved to one service would otherwise fall upon it together."""
    old = [webs(f"127.0.2.{n}") for n in range(1, 11)]
    new = webs("127.0.2.99")
    crowd = Crowd()
    for server in old:
        server.answers["/feed"] = said(b"", "301 Moved", location=new.url())
    new.answers["/feed"] = crowd.served(0.05, said(BODY))

    answers = list(a_network(*old, new).fetch([an_ask(server.url()) for server in old]))

    assert all(isinstance(answer, Fetched) and answer.moved_to == new.url() for _, answer in answers)
    assert crowd.most == 2


def test_whoever_is_sent_on_does_not_wait_behind_the_others(web: Web):
    """Its turn had come; and its time goes on where the pause is long."""
    web.answers["/old"] = said(b"", "301 Moved", location="/new")

    list(a_network(web, per_host=1).fetch([an_ask(web.url(path)) for path in ("/old", "/a", "/b")]))

    assert [request.path for request in web.requests] == ["/old", "/new", "/a", "/b"]


def test_a_slow_host_holds_up_no_other(webs):
    slow, quick = webs("127.0.2.1"), webs("127.0.2.2")
    slow.answers["/feed"] = after(0.2, said(BODY))
    quick.answers["/feed"] = said(BODY)
    asks = [an_ask(slow.url())] * 10 + [an_ask(quick.url())]

    order = [ask.url for ask, _ in a_network(slow, quick, at_once=3).fetch(asks)]

    assert order.index(quick.url()) == 0


def test_waiting_for_a_turn_costs_no_time(web: Web):
    """A host with many feeds would otherwise lose the last of them."""
    web.answers["/feed"] = after(0.2, said(BODY))

    answers = list(a_network(web, total=0.6, per_host=1).fetch([an_ask(web.url())] * 5))

    assert all(isinstance(answer, Fetched) for _, answer in answers)


def looked_up(pause: float, rounds: int) -> list[float]:
    """The moments at which a fetcher asked for a host's numbers, for two asks a round."""
    moments: list[float] = []

    def resolve(host: str, port: int) -> list[str]:
        moments.append(time.monotonic())
        return ["10.0.0.7"]

    fetcher = a_network(pause=pause, per_host=1, resolve=resolve)
    for _ in range(rounds):
        list(fetcher.fetch([an_ask("http://ledger.example/1"), an_ask("http://ledger.example:8080/2")]))
    return moments


@pytest.mark.parametrize("rounds", [1, 2])
def test_a_host_is_left_in_peace_between_two_requests(rounds: int):
    """In one round, and from one to the next."""
    moments = looked_up(0.25, rounds)

    assert len(moments) == 2 * rounds
    assert min(later - earlier for earlier, later in pairwise(moments)) >= 0.25


def test_a_host_in_peace_holds_up_no_other(web: Web):
    web.answers["/feed"] = said(BODY)
    fetcher = a_network(web, pause=30, at_once=2, per_host=1, resolve=always("10.0.0.7"))
    asks = [*(an_ask(f"http://ledger.example/{n}") for n in range(5)), *([an_ask(web.url())] * 5)]
    answers = fetcher.fetch(asks)

    first = [next(answers)[0].url for _ in range(6)]
    answers.close()

    # The operator's own server is asked without a pause.
    assert first.count(web.url()) == 5


@pytest.mark.parametrize("wish", ["3600", "Fri, 20 Nov 2026 08:00:00 GMT", ""])
def test_after_a_429_the_rest_of_its_site_is_not_asked(webs, wish: str):
    """Whoever says that we ask too often does not mean one address."""
    web, cousin, stranger = webs("127.0.2.1"), webs("127.0.2.2"), webs("127.0.2.3")
    web.answers["/busy"] = said(b"", "429 Too Many Requests", retry_after=wish)
    web.answers["/feed"] = said(BODY)
    cousin.answers["/slow"] = after(0.3, said(BODY))
    cousin.answers["/feed"] = stranger.answers["/feed"] = said(BODY)
    asks = [
        an_ask(cousin.url("/slow"), site="ledger.example"),
        an_ask(web.url("/busy"), site="ledger.example"),
        *(an_ask(web.url(), site="ledger.example") for _ in range(3)),
        *(an_ask(cousin.url(), site="ledger.example") for _ in range(3)),
        an_ask(stranger.url(), site="standard.example"),
        an_ask(stranger.url(), site=""),
    ]

    answers = list(a_network(web, cousin, stranger, per_host=1).fetch(asks))

    unasked = [answer for _, answer in answers if isinstance(answer, FetchFailed)]
    assert len(answers) == len(asks)
    assert len(unasked) == 6
    assert all("its site asked us to wait" in str(answer) and not answer.unreachable for answer in unasked)
    assert all(answer.unasked for answer in unasked)
    assert [request.path for request in web.requests + cousin.requests] == ["/busy", "/slow"]
    assert len(stranger.requests) == 2


def test_after_a_429_its_site_is_not_asked_on_by_a_redirect(webs):
    web, cousin = webs("127.0.2.1"), webs("127.0.2.2")
    web.answers["/feed"] = after(0.3, said(b"", "302 On", location="/new"))
    cousin.answers["/feed"] = said(b"", "429 Too Many Requests")

    asks = [an_ask(server.url(), site="ledger.example") for server in (web, cousin)]
    answers = {ask.url: answer for ask, answer in a_network(web, cousin).fetch(asks)}

    assert "its site asked us to wait" in str(answers[web.url()])
    assert len(web.requests) == 1


def hoster(url: str) -> str:
    """The site of what is not where it was asked for."""
    return "elsewhere.example" if "127.0.2.9" in url else "ledger.example"


def test_a_429_behind_a_redirect_is_that_of_the_site_that_said_so(webs):
    """The feeds of a feed hoster have nothing to do with where one of them leads."""
    host, busy = webs("127.0.2.1"), webs("127.0.2.9")
    host.answers["/moved"] = host.answers["/moved-too"] = said(b"", "302 On", location=busy.url("/busy"))
    host.answers["/feed"] = busy.answers["/feed"] = said(BODY)
    busy.answers["/busy"] = said(b"", "429 Too Many Requests", retry_after="3600")
    asks = [
        *(an_ask(host.url(path), site="ledger.example") for path in ("/moved", "/feed", "/moved-too", "/feed")),
        an_ask(host.url("/moved"), site=""),
    ]
    behind = an_ask(busy.url("/feed"), site="elsewhere.example")

    network = a_network(host, busy, per_host=1, at_once=1, site_of=hoster)
    answers = [*network.fetch([*asks, behind])]

    unasked = {ask.url: str(answer) for ask, answer in answers if isinstance(answer, FetchFailed) and answer.unasked}
    assert unasked.keys() == {host.url("/moved-too"), behind.url}
    assert "leads to elsewhere.example, which asked us to wait" in unasked[host.url("/moved-too")]
    assert sum(isinstance(answer, Fetched) and answer.status == 200 for _, answer in answers) == 2
    assert [request.path for request in busy.requests] == ["/busy", "/busy"], "the second for the ask without a site"


def test_a_site_that_keeps_us_waiting_does_not_hold_a_round_for_hours(webs):
    """Three hundred pages of thirty seconds each would."""
    slow, quick = webs("127.0.2.1"), webs("127.0.2.2")
    slow.answers["/feed"] = after(0.3, said(BODY))
    quick.answers["/feed"] = said(BODY)
    asks = [
        *(an_ask(slow.url(), site="slow.example") for _ in range(30)),
        *(an_ask(quick.url(), site="quick.example") for _ in range(30)),
    ]
    network = a_network(slow, quick, per_host=1, patience=1)

    answers = list(network.fetch(asks))
    again = list(network.fetch(asks[:1]))

    unasked = [(ask, answer) for ask, answer in answers if isinstance(answer, FetchFailed)]
    assert 20 <= len(unasked) < 30
    assert {ask.site for ask, _ in unasked} == {"slow.example"}
    assert all(answer.unasked and "kept us waiting too long in this round" in str(answer) for _, answer in unasked)
    assert isinstance(again[0][1], Fetched), "the next round begins anew"


def test_a_429_without_a_site_stops_nobody(web: Web):
    web.answers["/busy"] = said(b"", "429 Too Many Requests")
    web.answers["/feed"] = said(BODY)

    answers = list(a_network(web, per_host=1).fetch([an_ask(web.url("/busy")), an_ask(web.url())]))

    assert all(isinstance(answer, Fetched) for _, answer in answers)


def test_answers_come_as_they_are_there(webs):
    slow, quick = webs("127.0.2.1"), webs("127.0.2.2")
    slow.answers["/feed"] = after(20.0)
    quick.answers["/feed"] = said(BODY)
    answers = a_network(slow, quick, read=20, total=20).fetch([an_ask(slow.url()), an_ask(quick.url())])

    ask, _ = next(answers)
    answers.close()

    assert ask.url == quick.url()


def fetching() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith(("fetching", "look-up"))]


def test_once_closed_nothing_more_is_asked(web: Web):
    """An operator who interrupts a collection is not kept waiting by a server, nor the server by him."""
    web.answers["/first"] = said(BODY)
    web.answers["/feed"] = after(20.0)
    asks = [an_ask(web.url("/first")), *[an_ask(web.url())] * 20]
    answers = a_network(web, read=20, total=20).fetch(asks)
    next(answers)
    started = time.monotonic()

    answers.close()

    assert time.monotonic() - started < 3
    assert fetching() == []
    time.sleep(0.1)
    assert len(web.requests) <= 3


def test_nothing_is_asked_before_the_first_answer_is_wanted(web: Web):
    answers = a_network(web).fetch([an_ask(web.url())])

    answers.close()

    assert web.connections == 0


def test_answers_do_not_pile_up_before_a_slow_reader(web: Web):
    """Each may be megabytes."""
    web.answers["/feed"] = said(BODY)
    answers = a_network(web, at_once=2).fetch([an_ask(web.url())] * 40)

    next(answers)
    time.sleep(0.3)
    asked = len(web.requests)

    assert asked <= 1 + 4 + 2
    assert len(list(answers)) == 39


#: A process that asks a silent server, and others.
ASKING = """
from newsletter.backends.fetchers.network import NetworkFetcher
from newsletter.domain.feed import Ask

fetcher = NetworkFetcher("newsletter-tests", read=60, total=60, allow_private=frozenset({"PLACE"}))
asks = [Ask(url="http://PLACE/silent", outlet="The Ledger"), *[Ask(url="http://PLACE/feed", outlet="The Ledger")] * 30]
"""


def test_a_fetcher_keeps_no_process_alive(web: Web):
    """Not even where its answers were left unread, by a fault of ours."""
    web.answers["/feed"] = said(BODY)
    web.answers["/silent"] = after(60.0)
    script = ASKING.replace("PLACE", web.place) + "answers = fetcher.fetch(asks); next(answers); raise SystemExit(3)"

    done = subprocess.run([sys.executable, "-c", script], timeout=20, check=False)

    assert done.returncode == 3


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
def test_an_interrupt_ends_it(web: Web):
    """However long a server would have us wait."""
    web.answers["/feed"] = said(BODY)
    web.answers["/silent"] = after(60.0)
    script = ASKING.replace("PLACE", web.place) + "list(fetcher.fetch(asks))"

    with subprocess.Popen([sys.executable, "-c", script], stderr=subprocess.PIPE) as asking:
        until = time.monotonic() + 20
        while len(web.requests) < 31 and time.monotonic() < until:
            time.sleep(0.02)
        asking.send_signal(signal.SIGINT)
        _, said_last = asking.communicate(timeout=20)

    assert b"KeyboardInterrupt" in said_last
    assert len(web.requests) == 31
