"""What the configuration knows and this version does not do: some keys are said to wait, others are refused."""

from pydantic import BaseModel

from newsletter.config.settings import Config
from newsletter.domain.errors import ConfigError

#: Keys that the configuration knows and this version does nothing with yet, and what will use them.
#: Setting one is not wrong, but it is said.
NOT_YET = {
    "ratings.rater": "the note on whose leans are counted",
    "ratings.date": "the note on whose leans are counted",
    "schedule.collect_every": "the scheduler",
    "schedule.draft_at": "the scheduler",
    "schedule.send_at": "the scheduler",
    "schedule.unapproved": "the scheduler",
    "schedule.catch_up": "the scheduler",
    "curate.max_per_storyline": "storylines",
    "writer.backend": "the writer",
    "writer.base_url": "the writer",
    "writer.model": "the writer",
    "writer.api_key": "the writer",
    "writer.timeout": "the writer",
    "delivery.smtp.connections": "sending over several connections",
    "delivery.sendgrid.api_key": "the SendGrid transport",
    "delivery.sendgrid.host": "the SendGrid transport",
    "delivery.sendgrid.batch": "the SendGrid transport",
    "delivery.sendgrid.webhook_public_key": "the SendGrid transport",
    "delivery.dkim.domain": "DKIM signing",
    "delivery.dkim.selector": "DKIM signing",
    "delivery.dkim.private_key_file": "DKIM signing",
    "web.host": "the web pages",
    "web.port": "the web pages",
    "web.secret": "the web pages",
}


def not_used_yet(config: Config) -> list[str]:
    """A sentence for each key that is set and does nothing in this version."""
    sentences = []
    for key, user in NOT_YET.items():
        *sections, last = key.split(".")
        part: BaseModel = config
        for section in sections:
            part = getattr(part, section)
        if last in part.model_fields_set and getattr(part, last) != type(part).model_fields[last].default:
            sentences.append(f"{key} is set, but this version does not use it: it waits for {user}.")
    return sentences


def refuse_what_is_not_built(config: Config, name: str) -> None:
    """What would change a letter or its way, and is not there, must not be passed over in silence."""
    asked = {
        "delivery.transport = 'sendgrid'": config.delivery.transport == "sendgrid",
        "delivery.dkim.private_key_file": bool(config.delivery.dkim.private_key_file),
        "writer.backend = 'openai'": config.writer.backend != "none",
    }
    for what in (what for what, is_asked in asked.items() if is_asked):
        raise ConfigError(f"{name}: {what} is not available in this version. Leave it out.")
    if config.delivery.transport == "smtp" and not config.delivery.smtp.host:
        raise ConfigError(
            f"{name}: delivery.transport is 'smtp', but delivery.smtp.host is not set. "
            "Set it, or use transport = 'outbox' to write messages to disk."
        )
    if not config.store.url.startswith("sqlite:///"):
        raise ConfigError(
            f"{name}: store.url must begin with 'sqlite:///' in this version, such as 'sqlite:///newsletter.db'."
        )
