"""Written blurbs: the writer is asked about the picked stories, and what it says passes the gate or is not printed.

Whatever becomes of the writer, the letter is made: a story without a written blurb is told in the outlets' own
sentences, and the preview says why. Answers are kept, so that a draft that is made anew asks nothing again; an answer
that was kept passes the gate as it is today. ``replay`` has no store and no network, and so it has no writer.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from newsletter.domain.errors import WriterUnavailable
from newsletter.domain.sentence import Sentence
from newsletter.domain.story import RankedStory, Story, StoryId
from newsletter.domain.writer import WriterReport
from newsletter.draft.faithful import evidence, faults
from newsletter.draft.telling.limits import Limits
from newsletter.draft.written import UNREADABLE, Asked, Judged, Terms, asked, asked_again, better, judged, key, why_not
from newsletter.ports import Backends, Writer

#: So long an answer is kept: a letter is made anew within its week, and an earlier one seldom.
KEPT = timedelta(days=60)
#: Tokens of all first questions together, about; and of one, at most and at least.
_TOKENS, _MOST, _LEAST = 20_000, 3_000, 1_200
#: Tokens of all questions of one draft, second ones included, by our own count: beyond them nothing is asked.
_CEILING = 40_000
#: Failures in a row after which a writer is taken to be down.
_DOWN = 2
#: How many times its time limit a writer may take for all stories together.
_PATIENCE = 5

_NOTHING_TO_SHOW = (
    "No piece of this story may be shown to a writer: they are licensed for their headlines only, tell no news, or "
    "have no text. It is told without one."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """What a writer made of a letter's stories."""

    #: The blurbs that may be printed.
    blurbs: Mapping[StoryId, tuple[Sentence, ...]]
    #: Why the other stories have none: a sentence or two for the preview.
    unwritten: Mapping[StoryId, str]
    report: WriterReport


def write(
    backends: Backends,
    stories: Sequence[RankedStory],
    *,
    limits: Limits,
    families: int,
    split: Callable[[str], list[str]],
    furniture: Callable[[str], str | None],
) -> Writing | None:
    """Have the stories told by the writer; None where the configuration names none.

    Args:
        backends: the world; of it the writer, the answers that are kept, and the clock.
        stories: those that were picked, in their order.
        limits: how many sentences a story has, and how many words may be quoted.
        families: newsrooms of the week. A story of one newsroom in a letter of several is a brief of one sentence.
        split: parts a paragraph into its sentences.
        furniture: names the rule by which a sentence is no news, or None.
    """
    writer = backends.writer
    if writer is None:
        return None
    terms = Terms(
        gate=partial(faults, split=split, furniture=furniture),
        evidence=partial(evidence, split=split),
        quoted_words=limits.max_words_per_source,
    )
    desk = _Desk(backends, writer)
    room = max(_LEAST, min(_MOST, _TOKENS // max(1, len(stories))))
    blurbs: dict[StoryId, tuple[Sentence, ...]] = {}
    unwritten: dict[StoryId, str] = {}
    for done, ranked in enumerate(stories):
        backends.progress("Writing", done, len(stories))
        story = ranked.story
        question = asked(story, sentences=_wanted(story, limits, families), room=room, split=split, furniture=furniture)
        if question is None:
            unwritten[story.id] = _NOTHING_TO_SHOW
            continue
        told = desk.tell(question, terms)
        if isinstance(told, str):
            unwritten[story.id] = told
        else:
            blurbs[story.id] = told
    if stories:
        backends.progress("Writing", len(stories), len(stories))
    backends.written.forget(before=backends.clock.now() - KEPT)
    return Writing(blurbs=blurbs, unwritten=unwritten, report=desk.report(len(blurbs), len(unwritten)))


def _wanted(story: Story, limits: Limits, families: int) -> int:
    """How many sentences a story is told in, at most."""
    told = limits.of_a_brief() if families > 1 and len(story.families) == 1 else limits
    return told.sentences


class _Desk:
    """Asks a writer on behalf of one draft, and counts."""

    def __init__(self, backends: Backends, writer: Writer) -> None:
        self._written = backends.written
        self._now = backends.clock.now
        self._writer = writer
        #: Why nothing more is asked; empty while the writer is well.
        self._given_up = ""
        self._failures = 0
        self._spent = 0
        self._seconds = 0.0
        self._counts: Counter[str] = Counter()
        self._rejected: Counter[str] = Counter()

    def tell(self, question: Asked, terms: Terms) -> tuple[Sentence, ...] | str:
        """A story in the writer's words, or why not."""
        try:
            best = last = self._judged(question, terms)
        except WriterUnavailable as wrong:
            return f"{wrong} The outlets' own sentences tell the story."
        if not last.sound:
            self._counts["retried"] += 1
            again = asked_again(question, last.faulty, last.whole)
            try:
                last = self._judged(again, terms)
            except WriterUnavailable as wrong:
                return best.sentences if best.enough else f"{why_not(best)} Asked once more: {wrong}"
            best = better(best, last)
        return best.sentences if best.enough else why_not(last)

    def report(self, written: int, unwritten: int) -> WriterReport:
        """What it came to."""
        counts, prices = self._counts, self._writer.prices
        tokens_in, tokens_out = counts["tokens_in"], counts["tokens_out"]
        return WriterReport(
            model=self._writer.model,
            asked=counts["asked"],
            cached=counts["cached"],
            retried=counts["retried"],
            written=written,
            unwritten=unwritten,
            accepted=counts["accepted"],
            rejected=dict(sorted(self._rejected.items())),
            tokens_in=tokens_in,
            tokens_out=tokens_out,
            seconds=round(self._seconds, 1),
            cost=prices.cost(tokens_in=tokens_in, tokens_out=tokens_out) if prices else None,
        )

    def _judged(self, question: Asked, terms: Terms) -> Judged:
        """An answer after the gate, whether it was kept or is new.

        Raises:
            WriterUnavailable: there is none.
        """
        kept_as = key(self._writer.model, question)
        kept = self._written.get(kept_as)
        if kept is None:
            text = self._ask(question)
        else:
            self._counts["cached"] += 1
            text = kept
        found = judged(text, question, terms)
        if kept is None and UNREADABLE not in found.rejected:
            # What cannot even be read is worth another try in the next draft.
            self._written.save(kept_as, text, at=self._now())
        self._counts["accepted"] += len(found.sentences)
        self._rejected.update(found.rejected)
        return found

    def _ask(self, question: Asked) -> str:
        """A new answer.

        Raises:
            WriterUnavailable: there is none, or the writer has failed or taken too much already.
        """
        if not self._given_up and self._spent + question.tokens > _CEILING:
            self._given_up = f"The draft has asked the writer for {_CEILING:,} tokens, which is all it may."
        if not self._given_up and self._seconds >= _PATIENCE * self._writer.timeout:
            self._given_up = f"The writer has taken {self._seconds:.0f} seconds already. Use a faster model."
        if self._given_up:
            raise WriterUnavailable(self._given_up)
        self._counts["asked"] += 1
        self._spent += question.tokens
        begun = self._now()
        try:
            answer = self._writer.write(question.request)
        except WriterUnavailable as wrong:
            self._failures = 0 if wrong.answered else self._failures + 1
            if wrong.lasting or self._failures >= _DOWN:
                self._given_up = str(wrong)
            raise
        finally:
            self._seconds += _seconds(begun, self._now())
        self._failures = 0
        self._counts["tokens_in"] += answer.tokens_in
        self._counts["tokens_out"] += answer.tokens_out
        return answer.text


def _seconds(begun: datetime, ended: datetime) -> float:
    """A clock may be set back meanwhile."""
    return max(0.0, (ended - begun).total_seconds())
