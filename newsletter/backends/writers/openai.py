"""Any endpoint that speaks OpenAI's chat completions, in a data centre or on the machine beside.

Temperature 0 and a fixed seed, so that the same question has the same answer where an endpoint can do so. An endpoint
that does not know one of the optional settings is asked once more without it, and from then on always without.
"""

import json
import re
import time
from collections.abc import Callable, Mapping

import httpcore2
import httpx2

from newsletter.backends.writers.call import Answer, InTheClear, TooLarge, TooLate, Untrusted, post
from newsletter.domain.errors import WriterUnavailable
from newsletter.domain.writer import Prices, WriterAnswer, WriterRequest

#: Bytes of an answer; one of three sentences has a few thousand.
_LIMIT = 1_000_000
#: Any number does, so long as it stays the same.
_SEED = 7
#: What endpoints differ in, and what takes its place where one says that it does not know it.
_OPTIONAL: Mapping[str, str | None] = {
    "response_format": None,
    "seed": None,
    "temperature": None,
    "max_tokens": "max_completion_tokens",
}
#: How they say that no money is left, which waiting does not mend.
_OUT_OF_QUOTA = re.compile(r"quota|billing|credit|balance|payment", re.IGNORECASE)
#: A wait, as the header has it.
_SECONDS = re.compile(r"[0-9]{1,6}")
_STATUS: Mapping[int, str] = {
    401: "does not accept the key (it answered 401). Check writer.api_key.",
    402: "wants to be paid first (it answered 402). Look at the account there.",
    403: "does not let this key use the model {model!r} (it answered 403). Check writer.api_key and writer.model.",
    404: "knows no chat completions or no model {model!r} there (it answered 404). Check writer.base_url, which most "
    "often ends in /v1, and writer.model.",
}
#: Nothing but a setting mends these.
_LASTING = frozenset({400, 401, 402, 403, 404, 405, 422})


class OpenAiWriter:
    """Keeps the port ``Writer``."""

    def __init__(
        self, *, base_url: str, model: str, api_key: str = "", timeout: float = 60, prices: Prices | None = None
    ) -> None:
        """Nothing is asked yet.

        Args:
            base_url: what stands before ``/chat/completions``; http only for a loopback or private address.
            model: as the endpoint names it.
            api_key: empty where the endpoint wants none.
            timeout: seconds that one question may take in all, whatever the server does.
            prices: what its tokens cost, if the operator says.
        """
        self.model = model
        self.timeout = timeout
        self.prices = prices
        self._url = httpx2.URL(base_url.rstrip("/") + "/chat/completions")
        self._key = api_key
        #: Optional settings that the endpoint has said it does not know.
        self._unknown: set[str] = set()

    def write(self, request: WriterRequest) -> WriterAnswer:
        """Ask once.

        Raises:
            WriterUnavailable: there is no answer that can be used.
        """
        until = time.monotonic() + self.timeout
        answer = self._ask(request, until)
        # In turn, for an endpoint may dislike several.
        for _ in range(len(_OPTIONAL)):
            unknown = self._not_known(answer)
            if unknown is None:
                break
            self._unknown.add(unknown)
            answer = self._ask(request, until)
        if answer.status != httpx2.codes.OK:
            raise self._refusal(answer)
        return self._read(answer.body)

    def _ask(self, request: WriterRequest, until: float) -> Answer:
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        body = json.dumps(self._body(request)).encode("ascii")
        try:
            return post(self._url, headers, body, seconds=until - time.monotonic(), limit=_LIMIT)
        except InTheClear:
            raise self._unavailable(
                "is in the open internet, and http would show the key and the text to everybody on the way. "
                "Write writer.base_url with https; http is for a server of your own network.",
                lasting=True,
            ) from None
        except Untrusted as error:
            raise self._unavailable(
                f"cannot be asked securely ({error}). Check writer.base_url.", lasting=True
            ) from None
        except TooLate:
            raise self._unavailable(
                f"took longer than {self.timeout:g} seconds. Raise writer.timeout, or use a smaller model."
            ) from None
        except TooLarge:
            raise self._unavailable(
                f"answered with more than {_LIMIT:,} bytes. Check that writer.base_url leads to a chat endpoint."
            ) from None
        except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
            raise self._unavailable(
                f"cannot be reached ({error}). See that it runs, and check writer.base_url."
            ) from None
        except (httpcore2.NetworkError, httpcore2.TimeoutException, httpcore2.ProtocolError) as error:
            said = str(error) or type(error).__name__
            raise self._unavailable(f"broke off ({self._shown(said)}). Try again later.") from None

    def _body(self, request: WriterRequest) -> dict[str, object]:
        optional = {
            "temperature": 0,
            "seed": _SEED,
            "response_format": {"type": "json_object"},
            "max_tokens": request.max_tokens,
        }
        names = {name: _OPTIONAL[name] if name in self._unknown else name for name in optional}
        return {
            "model": self.model,
            "messages": [
                {"role": "system", "content": request.system},
                {"role": "user", "content": request.user},
            ],
            "stream": False,
        } | {name: optional[asked] for asked, name in names.items() if name}

    def _not_known(self, answer: Answer) -> str | None:
        """The optional setting that an endpoint refuses to know, if that is what it says."""
        if answer.status not in {400, 422}:
            return None
        said = answer.body[:10_000].decode("utf-8", "replace")
        return next((name for name in _OPTIONAL if name not in self._unknown and re.search(rf"\b{name}\b", said)), None)

    def _refusal(self, answer: Answer) -> WriterUnavailable:
        status = answer.status
        said = self._shown(_message(answer.body))
        if 300 <= status < 400:
            return self._unavailable(
                f"sends us on to another address (it answered {status}), and a key is not taken along. "
                "Write the address that it leads to as writer.base_url.",
                lasting=True,
            )
        if status == 429:
            if _OUT_OF_QUOTA.search(said):
                return self._unavailable("says that the quota is used up. Look at the account there.", lasting=True)
            wait = answer.headers.get("retry-after", "").strip()
            when = f"in {int(wait)} seconds" if _SECONDS.fullmatch(wait) else "later"
            return self._unavailable(f"has had too many questions (it answered 429). Draft again {when}.")
        known = _STATUS.get(status)
        if known:
            return self._unavailable(known.format(model=self.model), lasting=True)
        quoted = f": {said}" if said else ""
        if status in _LASTING:
            return self._unavailable(
                f"does not take the question (it answered {status}{quoted}). Check writer.model and writer.base_url.",
                lasting=True,
            )
        return self._unavailable(f"has a fault of its own (it answered {status}{quoted}). Draft again later.")

    def _read(self, body: bytes) -> WriterAnswer:
        try:
            content = json.loads(body)
        except (ValueError, RecursionError):
            raise self._unavailable(
                "answered with what is no JSON. Check that writer.base_url leads to a chat endpoint; "
                "it most often ends in /v1."
            ) from None
        choices = _field(content, "choices")
        first = choices[0] if isinstance(choices, list) and choices else None
        if not isinstance(first, dict):
            raise self._unavailable("answered without any choices. Try another model.", answered=True)
        reason = first.get("finish_reason")
        text = _field(first.get("message"), "content")
        if reason == "content_filter" or _field(first.get("message"), "refusal"):
            raise self._unavailable("will not write about this story. Try another model.", answered=True)
        if reason == "length":
            raise self._unavailable("broke its answer off for its length. Try a terser model.", answered=True)
        if not isinstance(text, str) or not text.strip():
            raise self._unavailable("answered with an empty text. Try another model.", answered=True)
        usage, model = _field(content, "usage"), _field(content, "model")
        return WriterAnswer(
            # Half characters can be spelled in JSON, and be kept by no store.
            text=text.encode("utf-8", "replace").decode("utf-8"),
            tokens_in=_count(_field(usage, "prompt_tokens")),
            tokens_out=_count(_field(usage, "completion_tokens")),
            model=self._shown(model) if isinstance(model, str) else self.model,
        )

    def _unavailable(self, what: str, *, lasting: bool = False, answered: bool = False) -> WriterUnavailable:
        # The host alone: a path may be somebody's secret, and a login is none of anybody's business.
        host = self._url.netloc.decode("ascii")
        return WriterUnavailable(f"The writer at {host} {what}", lasting=lasting, answered=answered)

    def _shown(self, said: str) -> str:
        """What a stranger said, fit for a sentence of ours: one short line, and never the key."""
        hidden = said.replace(self._key, "(the key)") if self._key else said
        line = " ".join("".join(c if c.isprintable() else " " for c in hidden).split())
        return line if len(line) <= 200 else line[:199] + "…"


def _message(body: bytes) -> str:
    """What an endpoint says is wrong, in whichever of the usual places; empty where it says nothing we can find."""
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    error = _field(content, "error")
    looks: tuple[Callable[[], object], ...] = (
        lambda: _field(error, "message"),
        lambda: error,
        lambda: _field(content, "message"),
        lambda: _field(content, "detail"),
    )
    return next((said for look in looks if isinstance(said := look(), str)), "").rstrip(". ")


def _field(content: object, name: str) -> object:
    return content.get(name) if isinstance(content, dict) else None


def _count(number: object) -> int:
    return number if isinstance(number, int) and not isinstance(number, bool) and 0 <= number < 10**9 else 0
