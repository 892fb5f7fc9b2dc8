"""What every writer promises, asked of a real server on this machine: an answer, or a sentence that says what to do."""

import json
import logging
import socket
import threading
from collections.abc import Callable, Iterator

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Response

from newsletter.backends.writers import call
from newsletter.backends.writers.openai import OpenAiWriter
from newsletter.domain.errors import WriterUnavailable
from newsletter.domain.writer import WriterAnswer, WriterRequest
from tests.contract.chat import PATH, Chat, as_json, whole
from tests.contract.web import Web

KEY = "sk-secret-0123456789"
REQUEST = WriterRequest(system="Write.", user="The sources: …", max_tokens=300)


@pytest.fixture
def chat(httpserver: HTTPServer) -> Chat:
    return Chat(httpserver, lambda _: "An answer.")


def writer(chat: Chat, *, timeout: float = 10) -> OpenAiWriter:
    return OpenAiWriter(base_url=chat.base_url, model="small", api_key=KEY, timeout=timeout)


def refused(a_writer: OpenAiWriter) -> WriterUnavailable:
    with pytest.raises(WriterUnavailable) as wrong:
        a_writer.write(REQUEST)
    sentence = str(wrong.value)
    assert KEY not in sentence
    assert sentence.startswith("The writer at ")
    # One line that a person can read, with what to do after what is wrong.
    assert sentence.endswith(".")
    assert sentence.count(". ") >= 1
    assert sentence.isprintable()
    return wrong.value


def test_an_answer_comes_with_what_it_cost(chat: Chat):
    answer = writer(chat).write(REQUEST)

    assert answer == WriterAnswer(text="An answer.", tokens_in=120, tokens_out=30, model="small-1")


def test_a_question_is_asked_in_the_way_that_gives_the_same_answer_twice(chat: Chat):
    writer(chat).write(REQUEST)
    writer(chat).write(REQUEST)

    first, second = chat.asked
    assert first == second
    assert first["model"] == "small"
    assert first["messages"] == [
        {"role": "system", "content": "Write."},
        {"role": "user", "content": "The sources: …"},
    ]
    assert (first["temperature"], first["max_tokens"], first["response_format"]) == (0, 300, {"type": "json_object"})
    assert isinstance(first["seed"], int)


def test_the_key_goes_in_its_header_and_nowhere_else(chat: Chat):
    writer(chat).write(REQUEST)

    assert chat.headers[0]["Authorization"] == f"Bearer {KEY}"
    assert KEY not in json.dumps(chat.asked[0])


def test_without_a_key_none_is_sent(chat: Chat):
    """A server on the machine beside wants none."""
    OpenAiWriter(base_url=chat.base_url, model="small").write(REQUEST)

    assert "Authorization" not in chat.headers[0]


def test_a_slash_at_the_end_of_the_address_changes_nothing(chat: Chat):
    OpenAiWriter(base_url=chat.base_url + "/", model="small").write(REQUEST)

    assert len(chat.asked) == 1


@pytest.mark.parametrize(
    ("status", "says", "lasting"),
    [
        (400, "does not take the question", True),
        (401, "Check writer.api_key", True),
        (402, "Look at the account", True),
        (403, "does not let this key use the model 'small'", True),
        (404, "Check writer.base_url, which most often ends in /v1, and writer.model", True),
        (429, "has had too many questions", False),
        (500, "has a fault of its own", False),
        (503, "Draft again later", False),
    ],
)
def test_a_refusal_is_a_sentence_that_says_what_to_do(chat: Chat, status: int, says: str, lasting: bool):
    chat.says = lambda _: as_json({"error": {"message": f"No.\nYour key {KEY} is bad."}}, status=status)

    refusal = refused(writer(chat))

    assert says in str(refusal)
    assert (refusal.lasting, refusal.answered) == (lasting, False)


def test_who_has_asked_too_much_is_told_for_how_long_to_wait(chat: Chat):
    chat.says = lambda _: as_json({"error": {"message": "Slow down."}}, status=429, Retry_After="90")

    assert "in 90 seconds" in str(refused(writer(chat)))


@pytest.mark.parametrize("wait", ["soon", "-1", "9" * 50, "Wed, 18 Nov 2026 12:00:00 GMT"])
def test_a_wait_that_is_no_number_of_seconds_is_later(chat: Chat, wait: str):
    chat.says = lambda _: as_json({}, status=429, Retry_After=wait)

    assert "Draft again later" in str(refused(writer(chat)))


def test_a_quota_that_is_used_up_comes_back_by_no_waiting(chat: Chat):
    chat.says = lambda _: as_json({"error": {"message": "You exceeded your current quota."}}, status=429)

    refusal = refused(writer(chat))

    assert "quota is used up" in str(refusal)
    assert refusal.lasting


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_the_key_is_never_taken_to_another_address(chat: Chat, httpserver: HTTPServer, status: int):
    httpserver.expect_request("/elsewhere").respond_with_data("{}")
    chat.says = lambda _: Response(status=status, headers={"Location": httpserver.url_for("/elsewhere")})

    refusal = refused(writer(chat))

    assert "Write the address that it leads to as writer.base_url" in str(refusal)
    assert [request.path for request, _ in httpserver.log] == [PATH]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"<html>Hello</html>", "no JSON"),
        (b"", "no JSON"),
        (b"\xff\xfe\x00", "no JSON"),
        (b'{"choices": [{"message"', "no JSON"),
        (b'{"choices": ' + b"[" * 100_000, "no JSON"),
        (b"[]", "without any choices"),
        (b"null", "without any choices"),
        (b"{}", "without any choices"),
        (b'{"choices": {}}', "without any choices"),
        (b'{"choices": []}', "without any choices"),
        (b'{"choices": [null]}', "without any choices"),
        (b'{"choices": [{}]}', "an empty text"),
        (b'{"choices": [{"message": "yes"}]}', "an empty text"),
        (b'{"choices": [{"message": {"content": null}}]}', "an empty text"),
        (b'{"choices": [{"message": {"content": ["a", "b"]}}]}', "an empty text"),
        (b'{"choices": [{"message": {"content": "  "}}]}', "an empty text"),
        (b'{"choices": [{"message": {"content": "x"}, "finish_reason": "length"}]}', "for its length"),
        (b'{"choices": [{"message": {"content": "x"}, "finish_reason": "content_filter"}]}', "will not write"),
        (b'{"choices": [{"message": {"content": null, "refusal": "No."}}]}', "will not write"),
    ],
    ids=range(19),
)
def test_an_answer_of_another_form_is_no_answer(chat: Chat, body: bytes, says: str):
    chat.says = lambda _: Response(body, content_type="application/json")

    assert says in str(refused(writer(chat)))


def test_an_answer_that_cannot_be_used_is_not_taken_for_an_endpoint_that_is_down(chat: Chat):
    chat.says = lambda _: whole("x", choices=[{"message": {"content": "x"}, "finish_reason": "length"}])

    refusal = refused(writer(chat))

    assert (refusal.answered, refusal.lasting) == (True, False)


@pytest.mark.parametrize("usage", [None, 5, {}, {"prompt_tokens": -4, "completion_tokens": "many"}, {"x": True}])
def test_what_is_not_counted_costs_nothing(chat: Chat, usage: object):
    chat.says = lambda _: whole("An answer.", usage=usage)

    answer = writer(chat).write(REQUEST)

    assert (answer.tokens_in, answer.tokens_out) == (0, 0)


def test_half_a_character_becomes_a_whole_one(chat: Chat):
    """JSON can spell it; no store can keep it."""
    chat.says = lambda _: Response('{"choices": [{"message": {"content": "a \\ud83d b"}}]}')

    assert writer(chat).write(REQUEST).text == "a ? b"


@pytest.mark.parametrize(
    ("unknown", "instead"),
    [
        ("response_format", None),
        ("seed", None),
        ("temperature", None),
        ("max_tokens", "max_completion_tokens"),
    ],
)
def test_an_endpoint_that_does_not_know_a_setting_is_asked_without_it(chat: Chat, unknown: str, instead: str | None):
    def picky(body):
        if unknown in body:
            return as_json({"error": {"message": f"Unsupported parameter: '{unknown}'."}}, status=400)
        return "An answer."

    chat.says = picky
    a_writer = writer(chat)

    assert a_writer.write(REQUEST).text == "An answer."
    a_writer.write(REQUEST)

    # The second time it knows.
    assert len(chat.asked) == 3
    assert instead is None or chat.asked[-1][instead] == 300


def test_an_endpoint_that_knows_no_setting_at_all_is_not_asked_for_ever(chat: Chat):
    chat.says = lambda _: as_json({"detail": "response_format, seed, temperature, max_tokens: no"}, status=422)

    refusal = refused(writer(chat))

    assert "does not take the question" in str(refusal)
    assert len(chat.asked) == 5


def forever(piece: bytes) -> Callable[..., Iterator[bytes | float]]:
    def answer(_: object) -> Iterator[bytes | float]:
        while True:
            yield 0.05
            yield piece

    return answer


@pytest.mark.parametrize(
    ("before", "piece"),
    [
        (b"", b""),
        (b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"),
        (b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n", b"1\r\n \r\n"),
    ],
    ids=["says nothing", "dribbles headers", "dribbles a body"],
)
def test_no_server_keeps_a_draft_waiting(webs, before: bytes, piece: bytes):
    web: Web = webs()

    def answer(request: object) -> Iterator[bytes | float]:
        if before:
            yield before
        yield from forever(piece)(request)

    web.answers[PATH] = answer
    refusal = refused(OpenAiWriter(base_url=web.url("/v1"), model="small", api_key=KEY, timeout=0.4))

    assert "took longer than 0.4 seconds" in str(refusal)
    assert not refusal.lasting


def test_an_answer_without_an_end_is_not_read_to_its_end(webs):
    web: Web = webs()

    def answer(_: object) -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n"
        while True:
            yield b"10000\r\n" + b" " * 65_536 + b"\r\n"

    web.answers[PATH] = answer

    assert "more than 1,000,000 bytes" in str(refused(OpenAiWriter(base_url=web.url("/v1"), model="s", api_key=KEY)))


@pytest.mark.parametrize(
    "answer",
    [
        lambda _: iter([None]),
        lambda _: iter([b"HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{", None]),
        b"HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{",
        b"no HTTP at all\r\n\r\n",
    ],
    ids=["cut at once", "cut in the body", "closed in the body", "no HTTP"],
)
def test_a_connection_that_breaks_is_a_sentence(web: Web, answer):
    web.answers[PATH] = answer

    assert "broke off" in str(refused(OpenAiWriter(base_url=web.url("/v1"), model="small", api_key=KEY)))


def test_a_writer_that_is_not_running_cannot_be_reached():
    with socket.create_server(("127.0.0.1", 0)) as place:
        port = place.getsockname()[1]

    refusal = refused(OpenAiWriter(base_url=f"http://127.0.0.1:{port}/v1", model="small", api_key=KEY))

    assert f"127.0.0.1:{port} cannot be reached" in str(refusal)
    assert "See that it runs" in str(refusal)


def test_a_name_that_has_no_number_is_no_server():
    refusal = refused(OpenAiWriter(base_url="http://no-such-host.invalid/v1", model="small", api_key=KEY))

    assert "cannot be reached" in str(refusal)


def test_in_the_clear_nothing_goes_into_the_open_internet():
    """A number that everybody can reach; nobody is asked, for the number itself is looked at."""
    refusal = refused(OpenAiWriter(base_url="http://9.9.9.9/v1", model="small", api_key=KEY))

    assert "Write writer.base_url with https" in str(refusal)
    assert refusal.lasting


@pytest.mark.parametrize("number", ["::ffff:9.9.9.9", "9.9.9.9", "2620:fe::9"])
def test_a_public_number_is_public_however_it_is_wrapped(number: str):
    assert call._is_public(number)


@pytest.mark.parametrize("number", ["127.0.0.1", "::1", "10.0.0.7", "::ffff:10.0.0.7", "fe80::1%eth0", "100.100.1.1"])
def test_a_private_number_is_private(number: str):
    assert not call._is_public(number)


def test_a_server_that_cannot_show_who_it_is_is_told_nothing():
    told = []

    def speak_no_tls(place: socket.socket) -> None:
        connection, _ = place.accept()
        with connection:
            connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
            told.append(connection.recv(65_536))

    with socket.create_server(("127.0.0.1", 0)) as place:
        thread = threading.Thread(target=speak_no_tls, args=(place,))
        thread.start()
        port = place.getsockname()[1]
        refusal = refused(OpenAiWriter(base_url=f"https://127.0.0.1:{port}/v1", model="small", api_key=KEY))
        thread.join()

    assert "cannot be asked securely" in str(refusal)
    assert refusal.lasting
    assert KEY.encode() not in b"".join(told)


def test_the_settings_of_the_environment_change_nothing(chat: Chat, monkeypatch):
    """A proxy would be told the key."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")

    assert writer(chat).write(REQUEST).text == "An answer."


def test_the_key_is_in_no_log(chat: Chat, caplog):
    with caplog.at_level(logging.DEBUG):
        writer(chat).write(REQUEST)

    assert KEY not in caplog.text
