"""What can go wrong, sorted by what the caller may do next.

::

    NewsletterError          something was refused or failed; the sentence says what to do
    ├── Refused              a rule said no: nothing was changed
    ├── FeedUnreadable       these bytes are no feed
    ├── FetchFailed          an address could not be had this time
    ├── CallFailed           a call in a process of its own took too long or too much, or died
    ├── StoreUnavailable     locked, read-only, of another schema, or gone
    ├── WriterUnavailable    the writer gave no answer that can be used; do without
    ├── TransportUnavailable nothing was submitted; safe to call again
    └── OutcomeUnknown       some messages may have been submitted; do not call again unasked
    ConfigError              the operator's settings are wrong

``ConfigError`` deliberately stands apart: whoever catches a failed step must not swallow a wrong setting.
"""


class NewsletterError(Exception):
    """Something was refused or failed.

    The message is one sentence or two for a person: what is wrong, where, and what to do.
    """


class Refused(NewsletterError):
    """A rule said no. Nothing was changed; do what the sentence says and ask again."""


class FeedUnreadable(NewsletterError):
    """The bytes hold no feed that could be read. Ask the outlet, or check the address."""


class FetchFailed(NewsletterError):
    """An address could not be fetched this time. The others are not affected."""

    def __init__(
        self, sentence: str, *, unreachable: bool = False, lasting: bool = False, unasked: bool = False
    ) -> None:
        """Say what is wrong.

        Args:
            sentence: the message.
            unreachable: nobody answered at all; where nobody ever does, our own network may be down.
            lasting: it is we who do not ask, and shall not until somebody changes the address or a setting.
            unasked: it was its turn no more, for its site rests: nothing is known of the address, good or bad.
        """
        super().__init__(sentence)
        self.unreachable = unreachable
        self.lasting = lasting
        self.unasked = unasked


class CallFailed(NewsletterError):
    """A function in a process of its own took too long or too much memory, or its process died."""

    def __init__(self, sentence: str, *, begun: bool = True) -> None:
        """Say what is wrong.

        Args:
            sentence: the message.
            begun: the function was called; where it was not, the fault is ours, and says nothing of what it was to
                read.
        """
        super().__init__(sentence)
        self.begun = begun


class StoreUnavailable(NewsletterError):
    """The store cannot be used now: locked, read-only, full, or of another schema."""


class WriterUnavailable(NewsletterError):
    """The writer gave no answer that can be used. Do without it: the outlets' own sentences are there."""

    def __init__(self, sentence: str, *, lasting: bool = False, answered: bool = False) -> None:
        """Say what is wrong.

        Args:
            sentence: the message.
            lasting: nothing will come of asking again until somebody changes a setting or pays a bill.
            answered: the endpoint is there and works, and only this question had no usable answer.
        """
        super().__init__(sentence)
        self.lasting = lasting
        self.answered = answered


class TransportUnavailable(NewsletterError):
    """Nothing of this call was submitted. It is safe to call again."""


class OutcomeUnknown(NewsletterError):
    """Some of this call's messages may have been submitted. Do not call again unasked."""


class ConfigError(Exception):
    """A setting is missing, unknown or wrong. The message names the key and the file."""
