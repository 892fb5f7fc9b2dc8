"""The sections of the configuration: each key with its bounds and its default, which stand here and nowhere else."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, model_validator

from newsletter.config.values import (
    Duration,
    Line,
    PathText,
    Weekly,
    endpoint,
    feed_address,
    filled,
    header_value,
    host_and_port,
    list_name,
    long_enough,
    mailbox,
    rate,
    web_address,
    zone,
)
from newsletter.domain.entry import Lean, Licence

#: What a signal counts beside the others.
Weight = Annotated[float, Field(ge=0, le=100)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class PublicationSettings(_Part):
    """Who publishes the letter."""

    name: Annotated[Line, AfterValidator(filled)] = "The Week in Politics"
    tagline: Line = "A week of political news in your in-box. We find the news you need to know, so you don't have to."
    from_name: Line = ""
    from_address: Annotated[str, AfterValidator(mailbox)]
    reply_to: Annotated[str, AfterValidator(lambda text: mailbox(text) if text else text)] = ""
    base_url: Annotated[str, AfterValidator(web_address)]
    postal_address: Annotated[str, AfterValidator(filled)]
    language: Literal["en"] = "en"
    timezone: Annotated[str, AfterValidator(zone)] = "America/New_York"
    list_id: Annotated[str, AfterValidator(list_name)] = ""


class Schedule(_Part):
    """When each step runs."""

    collect_every: Duration = "4h"
    draft_at: Weekly = "thu 09:00"
    cut_off: Weekly = "fri 05:00"
    send_at: Weekly = "fri 07:00"
    unapproved: Literal["hold", "send"] = "hold"
    catch_up: Duration = "12h"


class Ratings(_Part):
    """Whose leans are used."""

    rater: Line = ""
    date: Line = ""
    file: PathText = ""


class FeedSettings(_Part):
    """One feed."""

    url: Annotated[PathText, AfterValidator(filled), AfterValidator(feed_address)]
    outlet: Line = ""
    family: Line = ""
    lean: Lean | None = None
    section: Line = ""
    licence: Licence = Licence.EXCERPT


class CollectSettings(_Part):
    """Bounds for fetching."""

    timeout: Annotated[float, Field(gt=0, le=600)] = 30
    max_bytes: Annotated[int, Field(ge=1_000, le=1_000_000_000)] = 5_000_000
    max_redirects: Annotated[int, Field(ge=0, le=20)] = 5
    pause: Annotated[float, Field(ge=0, le=60)] = 1
    full_text: Literal["feed", "page"] = "feed"
    keep: Annotated[Duration, AfterValidator(long_enough)] = "400d"


class Weights(_Part):
    """What each signal counts in the rank; scaled to make a whole."""

    breadth: Weight = 0.30
    duration: Weight = 0.15
    prominence: Weight = 0.15
    spread: Weight = 0.12
    developments: Weight = 0.12
    consequence: Weight = 0.10
    recency: Weight = 0.06

    @model_validator(mode="after")
    def _weighs_something(self) -> "Weights":
        if not any(self.model_dump().values()):
            raise ValueError("must not all be 0")
        return self


class Curate(_Part):
    """How stories are grouped, ranked and picked."""

    stories: Annotated[int, Field(ge=1, le=60)] = 12
    max_per_person: Annotated[int, Field(ge=1)] = 3
    max_per_family: Annotated[int, Field(ge=1)] = 2
    max_per_storyline: Annotated[int, Field(ge=1)] = 2
    max_per_section: Annotated[int, Field(ge=1)] = 4
    floor: Annotated[float, Field(ge=0, le=1)] = 0.08
    meanings: Literal["none", "minilm"] = "none"
    weights: Weights = Weights()


class DraftSettings(_Part):
    """How stories are told."""

    sentences: Annotated[int, Field(ge=1, le=3)] = 3
    max_words_per_source: Annotated[int, Field(ge=10, le=200)] = 45
    max_sentences_per_source: Annotated[int, Field(ge=1, le=3)] = 2


class Writer(_Part):
    """An optional language model."""

    backend: Literal["none", "openai"] = "none"
    base_url: Annotated[str, AfterValidator(lambda text: endpoint(text) if text else text)] = ""
    model: Line = ""
    api_key: Annotated[SecretStr, AfterValidator(header_value)] = SecretStr("")
    timeout: Annotated[float, Field(gt=0, le=600)] = 60
    price_in: Annotated[float, Field(ge=0, le=1_000_000)] = 0
    price_out: Annotated[float, Field(ge=0, le=1_000_000)] = 0


class StoreSettings(_Part):
    """Where everything is kept."""

    url: PathText = "sqlite:///newsletter.db"


class Outbox(_Part):
    """Messages as files."""

    directory: Annotated[PathText, AfterValidator(filled)] = "outbox"


class Smtp(_Part):
    """A relay."""

    host: Line = ""
    port: Annotated[int, Field(ge=1, le=65535)] = 587
    security: Literal["none", "starttls", "tls"] = "starttls"
    username: str = ""
    password: SecretStr = SecretStr("")
    connections: Annotated[int, Field(ge=1, le=100)] = 1


class SendGrid(_Part):
    """The vendor's HTTP interface."""

    api_key: SecretStr = SecretStr("")
    host: str = "https://api.sendgrid.com"
    batch: Annotated[int, Field(ge=1, le=1000)] = 500
    webhook_public_key: str = ""


class Dkim(_Part):
    """Signing."""

    domain: str = ""
    selector: str = ""
    private_key_file: str = ""


class Delivery(_Part):
    """How messages leave."""

    transport: Literal["outbox", "smtp", "sendgrid"] = "outbox"
    on_unknown: Literal["hold", "resend"] = "hold"
    rate_per_second: Annotated[float, AfterValidator(rate)] = 0
    outbox: Outbox = Outbox()
    smtp: Smtp = Smtp()
    sendgrid: SendGrid = SendGrid()
    dkim: Dkim = Dkim()


class Web(_Part):
    """The web pages."""

    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8000
    secret: SecretStr = SecretStr("")
    allow_private_feeds: tuple[Annotated[str, AfterValidator(host_and_port)], ...] = ()
