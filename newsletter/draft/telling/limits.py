"""Limits: how much of a story is printed, and how much of it from one source."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much is printed, and how much of it from one source.

    A source is a voice: two titles of one newsroom share its allowance, and so do all who print one agency's text.
    """

    #: Sentences a story, at most.
    sentences: int = 3
    #: Words a source and story, at most.
    max_words_per_source: int = 45
    #: Sentences a source and story, at most.
    max_sentences_per_source: int = 2

    def of_one_family(self) -> "Limits":
        """The limits of a week that has only one family: a publisher that mails its own news.

        There is no second source to turn to and nobody else's rights to guard, so the one may give
        every sentence, and twice the words.
        """
        return replace(
            self,
            max_words_per_source=2 * self.max_words_per_source,
            max_sentences_per_source=self.sentences,
        )

    def of_a_brief(self) -> "Limits":
        """The limits of a story that one family alone tells in a letter of several: one sentence."""
        return replace(self, sentences=min(1, self.sentences))
