"""One round of asks: threads that take turns at them, and a consumer that may be slow, or leave early."""

import threading
import time
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence

from newsletter.backends.fetchers.conversation import Conversation
from newsletter.backends.fetchers.politeness import Turns
from newsletter.domain.errors import FetchFailed
from newsletter.domain.feed import Ask, Fetched

Answer = tuple[Ask, Fetched | FetchFailed]

#: Answers that wait for the consumer; with more, nobody asks on. Each thread may hold one besides.
_AHEAD = 4
#: Seconds to wait for threads that were told to end.
_FAREWELL = 1.0
_TOO_MANY_REQUESTS = 429
#: An ask is slow that takes more than this part of the patience with its site.
_SLOW = 20


class Round:
    """Asks each conversation's address once."""

    def __init__(
        self, conversations: Sequence[Conversation], turns: Turns[Conversation], *, at_once: int, patience: float
    ) -> None:
        """Begin.

        Args:
            conversations: what to ask.
            turns: without items yet.
            at_once: how many threads.
            patience: seconds that the slow asks of a site may take, all together.
        """
        self._turns = turns
        self._patience = patience
        #: By site, the seconds of its slow asks so far.
        self._slow: defaultdict[str, float] = defaultdict(float)
        self._unanswered = len(conversations)
        self._answers: deque[Answer] = deque()
        #: Sites that are asked no more, and why: the middle of a sentence.
        self._left: dict[str, str] = {}
        self._talking: set[Conversation] = set()
        self._stopped = False
        self._lock = threading.Lock()
        self._work = threading.Condition(self._lock)
        self._room = threading.Condition(self._lock)
        self._news = threading.Condition(self._lock)
        for conversation in conversations:
            turns.add(conversation, conversation.host)
        # They never keep the process alive.
        self._threads = [
            threading.Thread(target=self._run, name=f"fetching {number}", daemon=True)
            for number in range(min(at_once, len(conversations)))
        ]

    def answers(self) -> Iterator[Answer]:
        """Every answer, as it comes in. Call ``stop`` in the end, whatever happens."""
        asked = self._unanswered
        for thread in self._threads:
            thread.start()
        for _ in range(asked):
            with self._lock:
                while not self._answers:
                    self._news.wait()
                answer = self._answers.popleft()
                self._room.notify()
            yield answer

    def stop(self) -> None:
        """Ask nothing more, and hang up on whoever is being asked."""
        with self._lock:
            self._stopped = True
            talking = [*self._talking]
            for condition in (self._work, self._room, self._news):
                condition.notify_all()
        for conversation in talking:
            conversation.hang_up()
        until = time.monotonic() + _FAREWELL
        for thread in self._threads:
            if thread.ident is not None:
                thread.join(max(0.0, until - time.monotonic()))

    def _run(self) -> None:
        while (conversation := self._next()) is not None:
            host, hurried = conversation.host, conversation.own
            answer = conversation.hop()
            self._done(conversation, answer, host, hurried=hurried)

    def _next(self) -> Conversation | None:
        """The conversation whose turn it is, or None when the round is over."""
        with self._lock:
            while self._unanswered and not self._stopped:
                now = time.monotonic()
                conversation = self._turns.take(now)
                if conversation is not None:
                    self._talking.add(conversation)
                    return conversation
                self._work.wait(self._turns.until_next(now))
            return None

    def _done(
        self, conversation: Conversation, answer: Fetched | FetchFailed | None, host: str, *, hurried: bool
    ) -> None:
        with self._lock:
            self._talking.discard(conversation)
            self._turns.done(host, time.monotonic(), hurried=hurried)
            # After a redirect it is the site behind it that spoke, or is asked next.
            site = conversation.site
            if answer is None and site in self._left:
                answer = self._unasked(conversation)
            if answer is None:
                # Its hosts were waited for once; those behind it have time.
                self._turns.add(conversation, conversation.host, next_one=True)
            self._work.notify()
            if answer is None:
                return
            dropped = self._dropped_after(answer, conversation, site)
            while len(self._answers) >= _AHEAD and not self._stopped:
                self._room.wait()
            self._answer((conversation.ask, answer))
            for each in dropped:
                self._answer((each.ask, self._unasked(each)))

    def _dropped_after(
        self, answer: Fetched | FetchFailed, conversation: Conversation, site: str
    ) -> list[Conversation]:
        """The conversations that are not begun any more after an answer of their site."""
        if not site or site in self._left or not (why := self._enough(answer, conversation, site)):
            return []
        self._left[site] = why
        return self._turns.drop(lambda waiting: waiting.site == site)

    def _enough(self, answer: Fetched | FetchFailed, conversation: Conversation, site: str) -> str:
        """Why a site is asked no more after an answer of its; empty where it is."""
        if isinstance(answer, Fetched) and answer.status == _TOO_MANY_REQUESTS:
            return "asked us to wait"
        if conversation.spent > self._patience / _SLOW:
            self._slow[site] += conversation.spent
        return "has kept us waiting too long in this round" if self._slow[site] > self._patience else ""

    def _unasked(self, conversation: Conversation) -> FetchFailed:
        site = conversation.site
        whose = "its site" if site == conversation.ask.site else f"it leads to {site}, which"
        said = f"{conversation.ask.named} was not asked: {whose} {self._left[site]}. It is asked again later."
        return FetchFailed(said, unasked=True)

    def _answer(self, answer: Answer) -> None:
        self._answers.append(answer)
        self._unanswered -= 1
        self._news.notify()
        if not self._unanswered:
            self._work.notify_all()
