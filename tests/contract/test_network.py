"""What the network fetcher asks, what it makes of the answers, and where redirects lead."""

import pytest

from newsletter.backends.fetchers.disk import DiskFetcher
from newsletter.backends.fetchers.either import EitherFetcher
from newsletter.domain.feed import Fetched, Wanted
from tests.contract.asks import BODY, a_network, always, an_ask, failed, found
from tests.contract.web import Answer, Request, Web, said

# --- what is asked ---------------------------------------------------------------------------------------------------


def test_it_says_who_asks(web: Web):
    """An outlet must be able to tell who asks, and to complain."""
    web.answers["/feed"] = said(BODY)

    found(a_network(web), web.url())

    assert web.requests[0].headers["user-agent"] == "newsletter-tests"
    assert web.requests[0].headers["host"] == web.place
    assert "cookie" not in web.requests[0].headers


@pytest.mark.parametrize(("wanted", "kind"), [(Wanted.FEED, "rss"), (Wanted.PAGE, "html"), (Wanted.ROBOTS, "plain")])
def test_it_says_what_it_would_like(web: Web, wanted: Wanted, kind: str):
    found(a_network(web), an_ask(web.url(), wanted=wanted))

    assert kind in web.requests[0].headers["accept"]


@pytest.mark.parametrize("etag", ['"abc"', 'W/"a b"', "unquoted", '""', "é\xa0", "\xc3\x80\x9f", '"a\tb"'])
def test_validators_go_back_as_the_server_wrote_them(web: Web, etag: str):
    """Some servers write what the standard does not allow, and still know it again."""
    web.answers["/feed"] = (
        f'HTTP/1.1 200 OK\r\nContent-Length: 0\r\nETag: {etag}\r\nLast-Modified: Yesterday, "noon"\r\n\r\n'
    ).encode("latin-1")
    first = found(a_network(web), web.url())

    found(a_network(web), an_ask(web.url(), etag=first.etag, last_modified=first.last_modified))

    assert web.requests[1].headers["if-none-match"] == first.etag == etag
    assert web.requests[1].headers["if-modified-since"] == 'Yesterday, "noon"'


@pytest.mark.parametrize("validator", ["", " ", "a\r\nX-Evil: b", "a\n", "\0", "\u20ac", "x" * 5_000, " padded "])
def test_validators_that_cannot_be_sent_are_left_out(web: Web, validator: str):
    """A feed that gave one once must not fail for ever."""
    web.answers["/feed"] = said(BODY)

    assert found(a_network(web), an_ask(web.url(), etag=validator, last_modified=validator)).body == BODY

    assert not {"if-none-match", "if-modified-since", "x-evil"} & set(web.requests[0].headers)


def test_the_login_of_an_address_is_used(web: Web):
    found(a_network(web), web.url().replace("://", "://ana:hunter%402@"))

    assert web.requests[0].headers["authorization"] == "Basic YW5hOmh1bnRlckAy"


def test_proxies_of_the_environment_are_not_asked(web: Web, monkeypatch: pytest.MonkeyPatch):
    """Which feeds a newsroom reads is nobody else's affair."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    web.answers["/feed"] = said(BODY)

    assert found(a_network(web), web.url()).body == BODY


def test_the_name_goes_to_the_server_though_a_number_is_dialled(web: Web):
    web.answers["/feed"] = said(BODY)
    place = f"ledger.example:{web.port}"
    fetcher = a_network(allow_private=frozenset({place}), resolve=always("127.0.0.1"))

    assert found(fetcher, f"http://{place}/feed").url == f"http://{place}/feed"

    assert web.requests[0].headers["host"] == place


# --- what is answered ------------------------------------------------------------------------------------------------


def test_the_answer_says_what_it_is(web: Web):
    web.answers["/feed"] = said(
        BODY, content_type="text/xml; charset=koi8-r", etag='"v1"', last_modified="Fri, 20 Nov 2026 08:00:00 GMT"
    )

    answer = found(a_network(web), web.url())

    assert answer == Fetched(
        body=BODY,
        url=web.url(),
        content_type="text/xml; charset=koi8-r",
        etag='"v1"',
        last_modified="Fri, 20 Nov 2026 08:00:00 GMT",
    )


def test_validators_that_are_not_sent_are_none(web: Web):
    """What the answer before this one had is not carried over."""
    web.answers["/feed"] = said(BODY)

    answer = found(a_network(web), an_ask(web.url(), etag='"old"', last_modified="long ago"))

    assert (answer.etag, answer.last_modified) == ("", "")


def test_what_has_not_changed_is_not_sent_again(web: Web):
    web.answers["/feed"] = lambda request: (
        said(b"", "304 Not Modified", etag='"v1"', content_length="")
        if request.headers.get("if-none-match") == '"v1"'
        else said(BODY, etag='"v1"')
    )
    first = found(a_network(web), web.url())

    again = found(a_network(web), an_ask(web.url(), etag=first.etag))

    assert (again.status, again.body, again.etag) == (304, b"", '"v1"')


@pytest.mark.parametrize(
    "status", [204, 300, 304, 400, 401, 402, 403, 404, 410, 418, 429, 451, 500, 502, 503, 504, 599]
)
def test_every_status_is_an_answer(web: Web, status: int):
    """What it means for the feed is decided elsewhere."""
    web.answers["/feed"] = said(b"" if status in {204, 304} else b"no", f"{status} Whatever")

    answer = found(a_network(web), web.url())

    assert (answer.status, answer.body) == (status, b"")


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("wish", ["120", "Fri, 20 Nov 2026 08:00:00 GMT", "soon"])
def test_a_wish_to_be_left_alone_is_handed_on(web: Web, status: int, wish: str):
    web.answers["/feed"] = said(b"", f"{status} Later", retry_after=wish)

    assert found(a_network(web), web.url()).retry_after == wish


@pytest.mark.parametrize("status", [403, 500, 301])
def test_the_body_of_what_is_not_wanted_is_not_read(web: Web, status: int):
    """It may be as long as the server likes."""

    def endless(request: Request) -> Answer:
        yield f"HTTP/1.1 {status} No\r\n\r\n".encode()
        while True:
            yield b"x" * 10_000

    web.answers["/feed"] = endless

    assert found(a_network(web, total=2), web.url()).body == b""


@pytest.mark.parametrize(
    ("header", "value", "challenged"),
    [
        ("CF-Mitigated", "challenge", True),
        ("cf-mitigated", "Challenge", True),
        ("x-amzn-waf-action", "challenge", True),
        ("x-amzn-waf-action", "captcha", True),
        ("cf-mitigated", "", False),
        ("cf-ray", "8f2b-FRA", False),
    ],
)
def test_a_server_that_says_so_is_challenging(web: Web, header: str, value: str, challenged: bool):
    web.answers["/feed"] = said(b"<html>", "403 Forbidden", **{header: value})

    assert found(a_network(web), web.url()).challenged is challenged


# --- redirects -------------------------------------------------------------------------------------------------------


def sent_on(to: str, status: int = 302) -> bytes:
    return said(b"", f"{status} Elsewhere", location=to)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("to", ["/new", "new", "//{place}/new", "http://{place}/new", " /new#there", "/a/../new"])
def test_a_redirect_is_followed(web: Web, status: int, to: str):
    web.answers["/old"] = sent_on(to.replace("{place}", web.place), status)
    web.answers["/new"] = said(BODY)

    answer = found(a_network(web), web.url("/old"))

    assert (answer.body, answer.url) == (BODY, web.url("/new"))
    assert answer.moved_to == (web.url("/new") if status in {301, 308} else "")


@pytest.mark.parametrize(
    ("statuses", "moved_to"),
    [
        ((301, 308, 301), "/3"),
        ((301, 302, 301), "/1"),
        ((308, 303), "/1"),
        ((302, 301), ""),
        ((307,), ""),
        ((), ""),
    ],
)
def test_an_address_has_moved_as_far_as_permanent_redirects_lead(web: Web, statuses: tuple[int, ...], moved_to: str):
    """Where a temporary one leads is the server's affair, and may be another place tomorrow."""
    for hop, status in enumerate(statuses):
        web.answers[f"/{hop}"] = sent_on(f"/{hop + 1}", status)
    web.answers[f"/{len(statuses)}"] = said(BODY)

    answer = found(a_network(web), web.url("/0"))

    assert answer.moved_to == (web.url(moved_to) if moved_to else "")


def test_where_it_has_moved_is_known_though_nothing_is_there(web: Web):
    web.answers["/old"] = sent_on("/new", 301)

    answer = found(a_network(web), web.url("/old"))

    assert (answer.status, answer.moved_to) == (404, web.url("/new"))


def test_validators_go_along(web: Web):
    """Most redirects are old: the feed behind one is unchanged as often as any other."""
    web.answers["/old"] = sent_on("/new", 301)
    web.answers["/new"] = said(b"", "304 Not Modified", content_length="")

    answer = found(a_network(web), an_ask(web.url("/old"), etag='"v1"'))

    assert (answer.status, answer.moved_to) == (304, web.url("/new"))
    assert web.requests[1].headers["if-none-match"] == '"v1"'


def test_a_loop_ends(web: Web):
    web.answers["/loop"] = sent_on("/loop")

    assert "more than 3 times" in str(failed(a_network(web), web.url("/loop")))
    assert len(web.requests) == 4


def test_a_redirect_to_nowhere_is_the_answer(web: Web):
    web.answers["/feed"] = said(b"", "301 Moved")

    answer = found(a_network(web), web.url())

    assert (answer.status, answer.moved_to) == (301, "")


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/hostname",
        "ftp://ledger.example/feed",
        "javascript:alert(1)",
        "http://[",
        "http://ledger.example:99999/",
        "http://a b/",
        "http://%6cocalhost/",
        "/" + "x" * 70_000,
    ],
)
def test_a_redirect_leads_to_the_web_only(web: Web, target: str):
    web.answers["/feed"] = f"HTTP/1.1 302 On\r\nLocation: {target}\r\n\r\n".encode("latin-1")

    message = str(failed(a_network(web), web.url()))

    assert "sends us on to" in message
    assert len(message) < 500


def test_a_redirect_in_other_letters_than_ascii_is_followed(web: Web):
    web.answers["/feed"] = "HTTP/1.1 302 On\r\nLocation: /flöte\r\n\r\n".encode()
    web.answers["/fl%C3%B6te"] = said(BODY)

    assert found(a_network(web), web.url()).body == BODY


def test_a_login_stays_with_its_server(webs):
    """Whoever a server sends us to is not told the password, not even when he sends us back."""
    web, other = webs(), webs()
    web.answers["/feed"] = sent_on("/inside")
    web.answers["/inside"] = sent_on(other.url("/away"))
    other.answers["/away"] = sent_on(web.url("/back"))
    web.answers["/back"] = said(BODY)

    found(a_network(web, other), web.url().replace("://", "://ana:hunter2@"))

    told = {request.path: "authorization" in request.headers for request in [*web.requests, *other.requests]}
    assert told == {"/feed": True, "/inside": True, "/away": False, "/back": False}


def test_the_login_of_a_redirect_is_nobodys(web: Web):
    """A server does not choose what we say to another; and what is stored and printed has no password."""
    web.answers["/old"] = sent_on(web.url("/new#top").replace("://", "://ana:hunter2@"), 301)
    web.answers["/new"] = said(BODY)

    answer = found(a_network(web), web.url("/old"))

    assert answer.url == answer.moved_to == web.url("/new")
    assert "authorization" not in web.requests[1].headers


# --- logins ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "url",
    [
        "http://ana:hunter2@127.0.0.1:9/feed",
        "http://ana:hunter2@[::1/feed",
        "http://ana:hunter2@ledger.example:99999/feed",
        "http://ana:hunter2@ledger.example:hunter2/feed",
        "http://ana:hunter2@/feed",
        "ftp://ana:hunter2@ledger.example/feed",
        "file://ana:hunter2@/feeds/missing.xml",
    ],
)
@pytest.mark.parametrize("allowed", [frozenset(), frozenset({"127.0.0.1:9"})])
def test_no_message_tells_a_login(url: str, allowed: frozenset[str]):
    """Messages are logged, mailed and shown to editors."""
    message = str(failed(EitherFetcher(disk=DiskFetcher(), network=a_network(allow_private=allowed)), url))

    assert "ana" not in message
    assert "hunter2@" not in message


@pytest.mark.parametrize(
    "target", ["ftp://ana:hunter2@ledger.example/", "http://ana:hunter2@10.0.0.7/", "//a:hunter2@["]
)
def test_no_message_tells_the_login_of_a_redirect(web: Web, target: str):
    web.answers["/feed"] = sent_on(target)

    assert "hunter2" not in str(failed(a_network(web), web.url()))


def test_the_address_of_what_was_fetched_has_no_login(web: Web):
    """Links of the feed are resolved against it, and printed."""
    web.answers["/feed"] = said(BODY)

    assert found(a_network(web), web.url().replace("://", "://ana:hunter2@")).url == web.url()
