"""A stand-in for an endpoint of chat completions: it says what a test wants, and remembers what it was asked."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

#: What a question is answered with: the text of an answer, or a whole response.
Said = str | Response

PATH = "/v1/chat/completions"


class Chat:
    """An endpoint; ``says`` is asked for each answer, with the body of the question."""

    def __init__(self, server: HTTPServer, says: Callable[[dict[str, Any]], Said]) -> None:
        self.base_url = server.url_for("/v1")
        self.says = says
        #: The bodies of the questions, in order.
        self.asked: list[dict[str, Any]] = []
        #: The headers of each.
        self.headers: list[Mapping[str, str]] = []
        server.expect_request(PATH).respond_with_handler(self._answer)

    def _answer(self, request: Request) -> Response:
        body = json.loads(request.data)
        self.asked.append(body)
        self.headers.append(dict(request.headers))
        said = self.says(body)
        return said if isinstance(said, Response) else whole(said)


def whole(text: object, **changes: object) -> Response:
    """A sound answer around a text; ``changes`` replace what stands at the top."""
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
    content = {
        "id": "chat-1",
        "object": "chat.completion",
        "model": "small-1",
        "choices": [choice],
        "usage": {"prompt_tokens": 120, "completion_tokens": 30, "total_tokens": 150},
    }
    return as_json(content | changes)


def as_json(content: object, status: int = 200, **headers: str) -> Response:
    return Response(
        json.dumps(content),
        status=status,
        content_type="application/json",
        headers={name.replace("_", "-"): value for name, value in headers.items()},
    )
