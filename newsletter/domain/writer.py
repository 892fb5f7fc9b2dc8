"""What a language model is asked and answers, and what its help came to in one draft."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class WriterRequest:
    """One question to a writer; it has no memory, so each is whole."""

    #: The instructions: ours, the same for every story.
    system: str
    #: The sources, marked off as data, and what is to be done with them.
    user: str
    #: Tokens that the answer may have, at most.
    max_tokens: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WriterAnswer:
    """What a writer said, word for word: nothing of it is believed yet."""

    text: str
    #: As the endpoint counts them; 0 where it does not say.
    tokens_in: int = 0
    tokens_out: int = 0
    #: The model that answered, as the endpoint names it.
    model: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """What a million tokens cost, in whatever currency the operator counts."""

    #: Of the question.
    tokens_in: float
    #: Of the answer.
    tokens_out: float

    def cost(self, *, tokens_in: int, tokens_out: int) -> float:
        """What so many tokens cost; rounded to four places.

        >>> Prices(tokens_in=0.5, tokens_out=2).cost(tokens_in=20_000, tokens_out=3_000)
        0.016
        """
        return round((self.tokens_in * tokens_in + self.tokens_out * tokens_out) / 1_000_000, 4)


@dataclass(frozen=True, slots=True, kw_only=True)
class WriterReport:
    """What a writer did in one draft, and what it cost."""

    #: As the configuration names it.
    model: str
    #: Answers that were asked of the endpoint, usable or not; first ones and second ones.
    asked: int = 0
    #: Answers that were there from an earlier draft.
    cached: int = 0
    #: Stories of which a second answer was wanted, because the first had faults.
    retried: int = 0
    #: Stories told in the writer's words.
    written: int = 0
    #: Stories of which it was to tell and that the outlets' own sentences tell.
    unwritten: int = 0
    #: Sentences that passed every rule, over all answers.
    accepted: int = 0
    #: Rule to how many sentences it struck out, over all answers; in order of the rules' names. A whole answer that
    #: could not be read counts under ``unreadable``, a blurb under ``sources`` or ``too-short``.
    rejected: Mapping[str, int] = field(default_factory=dict)
    #: As the endpoint counts them, of this draft's own questions only.
    tokens_in: int = 0
    tokens_out: int = 0
    #: By the clock, waiting for the endpoint.
    seconds: float = 0.0
    #: In the currency of the configured prices, rounded to four places; None where no price is configured.
    cost: float | None = None
