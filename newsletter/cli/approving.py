"""The verbs between a draft and its mail: approve, send, and release, the way out of a hold."""

from typing import TYPE_CHECKING, Annotated

import typer

from newsletter.cli.output import (
    DEFAULT_CONFIG,
    DONE,
    IN_PART,
    AsJson,
    ConfigPath,
    IssueNumber,
    answer,
    ledger,
    note,
    opened,
    summed,
    unknown_lines,
)
from newsletter.cli.week import check_facts
from newsletter.domain.errors import ConfigError
from newsletter.domain.issue import StoredIssue
from newsletter.domain.send import DeliveryState

if TYPE_CHECKING:
    from newsletter.config import Config
    from newsletter.pipeline.holding import LookAgain
    from newsletter.ports import Backends

_Override = Annotated[list[str] | None, typer.Option("--override", help="A check that may fail.", metavar="CHECK")]
_Because = Annotated[str, typer.Option("--because", help="Why it may.", metavar="TEXT")]


def register(app: typer.Typer) -> None:
    """Hang the verbs onto the command."""
    app.command("approve")(approve)
    app.command("send")(send)
    app.command("release")(release)


def approve(
    editor: Annotated[str, typer.Option("--editor", help="Who approves.", metavar="NAME")],
    config: ConfigPath = DEFAULT_CONFIG,
    as_json: AsJson = False,
    issue: IssueNumber = None,
    override: _Override = None,
    because: _Because = "",
) -> int:
    """Approve the issue's exact bytes, once its sources were looked at again."""
    from newsletter.actions import editing

    reasons = _reasons(override, because)
    with opened(config) as (settings, backends):
        found = editing.find_issue(backends, issue)
        digest = editing.approve(
            backends,
            found,
            editor=editor,
            overridden=reasons,
            now=backends.clock.now(),
            look_again=looking_again(settings, backends),
        )
        approved = editing.find_issue(backends, found.number)
    facts = {
        "issue": found.number,
        "digest": digest,
        "status": "approved",
        "editor": editor,
        "checks": [check_facts(check) for check in approved.checks],
    }
    lines = [*_warnings(approved), f"Issue {found.number} is approved by {editor}: {digest[:16]}…."]
    return answer(facts, "\n".join(lines), as_json=as_json)


def send(
    config: ConfigPath = DEFAULT_CONFIG,
    as_json: AsJson = False,
    issue: IssueNumber = None,
    override: _Override = None,
    because: _Because = "",
) -> int:
    """Send the approved issue; run again after any interruption, it finishes the rest."""
    from newsletter.actions import editing
    from newsletter.pipeline import sending

    reasons = _reasons(override, because)
    with opened(config) as (settings, backends):
        found = editing.find_issue(backends, issue)
        first = editing.ledger_of(backends, found) is None
        done = sending.send(
            backends,
            found,
            resend_unknown=settings.delivery.on_unknown == "resend",
            rate_per_second=settings.delivery.rate_per_second,
            look_again=looking_again(settings, backends),
            overridden=reasons,
        )
        after = editing.find_issue(backends, found.number)
    lines = [*(_warnings(after) if first else ()), f"Issue {found.number} is {after.status}: {summed(done)}."]
    if done.counts[DeliveryState.WAITING]:
        lines.append("Some were not accepted for now. Run send again later.")
    settled = {DeliveryState.SENT, DeliveryState.SUPPRESSED, DeliveryState.WITHDRAWN}
    in_part = any(n for state, n in done.counts.items() if state not in settled)
    return answer(
        {"issue": found.number, "status": after.status, **ledger(done)},
        "\n".join(lines + unknown_lines(done)),
        as_json=as_json,
        status=IN_PART if in_part else DONE,
    )


def release(
    because: Annotated[str, typer.Option("--because", help="Why it may go on.", metavar="TEXT")],
    config: ConfigPath = DEFAULT_CONFIG,
    as_json: AsJson = False,
    issue: IssueNumber = None,
) -> int:
    """Let a held issue go on as it was approved: the next send sends it."""
    from newsletter.actions import editing
    from newsletter.pipeline import holding

    with opened(config) as (_, backends):
        found = editing.find_issue(backends, issue)
        holding.release(backends, found, because=because)
    facts = {"issue": found.number, "status": "approved", "because": because, "was": found.reason}
    return answer(facts, f"Issue {found.number} is approved again. Send it with 'newsletter send'.", as_json=as_json)


def looking_again(settings: "Config", backends: "Backends") -> "LookAgain":
    """How to look at an issue's sources once more, by the settings of collecting."""
    from newsletter import wiring
    from newsletter.collect.looked_again import LookedAgain
    from newsletter.pipeline import freshness

    def look_again(issue: StoredIssue) -> LookedAgain:
        pages = settings.collect.full_text == "page"
        try:
            wiring.expect_extras(settings)
        except ConfigError as missing:
            # Feeds are asked all the same: a letter need not wait for what only reads pages.
            note(f"Note: No page is looked at again. {missing}")
            pages = False
        return freshness.look_again(backends, issue, settings.all_feeds(), now=backends.clock.now(), pages=pages)

    return look_again


def _reasons(override: list[str] | None, because: str) -> dict[str, str]:
    """Check name to the reason why it may fail.

    Raises:
        ConfigError: there is a reason for nothing.
    """
    if because and not override:
        raise ConfigError("--because gives the reason of an --override; name the check with --override too.")
    return dict.fromkeys(override or [], because)


def _warnings(issue: StoredIssue) -> list[str]:
    """A line for what the look at the sources could not see, as the letter may go on all the same."""
    from newsletter.collect.looked_again import NOT_SEEN

    return [f"Warning: {c.name}. {c.figure}. {c.remedy}" for c in issue.checks if c.name == NOT_SEEN and not c.ok]
