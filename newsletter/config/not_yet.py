"""What the configuration knows and this version does not do: some keys are said to wait, others are refused."""

from pydantic import BaseModel

from newsletter.config.settings import Config
from newsletter.domain.errors import ConfigError

#: Keys that the configuration knows and this version does nothing with yet, and what will use them.
#: Setting one is not wrong, but it is said.
NOT_YET = {
    "schedule.collect_every": "the scheduler",
    "schedule.draft_at": "the scheduler",
    "schedule.send_at": "the scheduler",
    "schedule.unapproved": "the scheduler",
    "schedule.catch_up": "the scheduler",
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
    }
    for what in (what for what, is_asked in asked.items() if is_asked):
        raise ConfigError(f"{name}: {what} is not available in this version. Leave it out.")
    if config.delivery.transport == "smtp" and not config.delivery.smtp.host:
        raise ConfigError(
            f"{name}: delivery.transport is 'smtp', but delivery.smtp.host is not set. "
            "Set it, or use transport = 'outbox' to write messages to disk."
        )
    if config.writer.backend == "openai":
        for key, example in (("base_url", "https://api.example.org/v1"), ("model", "the name that the endpoint uses")):
            if not getattr(config.writer, key):
                raise ConfigError(
                    f"{name}: writer.backend is 'openai', but writer.{key} is not set. "
                    f'Set it ({example}), or use backend = "none".'
                )
    if not config.store.url.startswith("sqlite:///"):
        raise ConfigError(
            f"{name}: store.url must begin with 'sqlite:///' in this version, such as 'sqlite:///newsletter.db'."
        )
