"""The verbs of the week: collect, draft, preview, approve, test-send, send, status, audit, replay."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsletter.cli.collecting import Now, collect
from newsletter.cli.files import read_lines, write_preview
from newsletter.cli.output import (
    DEFAULT_CONFIG,
    DONE,
    FAILED,
    IN_PART,
    AsJson,
    ConfigPath,
    IssueNumber,
    answer,
    ledger,
    moment,
    opened,
    read_config,
    summed,
    unknown_lines,
)
from newsletter.config import Config
from newsletter.domain.errors import ConfigError, Refused
from newsletter.domain.issue import Check
from newsletter.domain.send import DeliveryState

if TYPE_CHECKING:
    from newsletter.domain.week import Week
    from newsletter.pipeline import drafting
    from newsletter.ports import Backends

WeekName = Annotated[str | None, typer.Option("--week", help="A week such as 2026-W47.", metavar="W")]
Out = Annotated[Path, typer.Option("--out", help="The folder to write into.", metavar="DIR")]


def register(app: typer.Typer) -> None:
    """Hang the verbs onto the command."""
    for verb, name in (
        (collect, "collect"),
        (draft, "draft"),
        (preview, "preview"),
        (approve, "approve"),
        (send_test, "test-send"),
        (send, "send"),
        (status, "status"),
        (audit, "audit"),
        (replay, "replay"),
    ):
        app.command(name)(verb)


def draft(config: ConfigPath = DEFAULT_CONFIG, as_json: AsJson = False, week: WeekName = None, now: Now = None) -> int:
    """Make or remake the draft of a week, keeping the editor's overrides."""
    from newsletter import wiring
    from newsletter.domain.week import week_named, week_open_at
    from newsletter.pipeline import drafting

    with opened(config, at=moment(now), makes_store=True) as (settings, backends):
        present = backends.clock.now()
        chosen = week_named(week, settings.cut_off) if week else week_open_at(present, settings.cut_off)
        made = drafting.draft(backends, wiring.rules(settings), week=chosen, now=present)
        before = "" if made.issue.made.entries else _ended(backends, chosen.previous(settings.cut_off))
    picked = list(made.issue.told())
    facts = {
        "issue": made.issue.number,
        "week": chosen.name,
        "status": "draft",
        "title": made.issue.title,
        "subject": made.issue.subject,
        "digest": made.digest,
        "stories": _told(made),
        "checks": [_check(c) for c in made.checks],
    }
    failing = [c for c in made.checks if not c.ok]
    lines = [f"Drafted issue {made.issue.number} for {chosen.name}: {len(picked)} stories.", made.issue.subject]
    if before:
        lines.append(before)
    lines += [f"{'Blocks approval' if c.blocking else 'Warning'}: {c.name}. {c.figure}. {c.remedy}" for c in failing]
    return answer(facts, "\n".join(lines), as_json=as_json)


def _ended(backends: "Backends", week: "Week") -> str:
    """What to say of the week before an empty one: on the morning after the cut-off it is the one that is meant."""
    entries = len(backends.entries.between(week.start, week.end))
    if not entries:
        return ""
    ended = f"{week.end.astimezone(week.zone):%A %H:%M}"
    return (
        f"Nothing was published in it so far. {week.name}, which ended on {ended}, has {entries} entries: "
        f"draft it with --week {week.name}."
    )


def preview(out: Out, config: ConfigPath = DEFAULT_CONFIG, as_json: AsJson = False, issue: IssueNumber = None) -> int:
    """Write the issue as files: issue.html, issue.txt, issue.eml and issue.json."""
    from newsletter.actions import editing

    with opened(config) as (_, backends):
        shown = editing.preview(editing.find_issue(backends, issue))
    facts = write_preview(out, shown)
    return answer(facts, "\n".join(_paths(facts)), as_json=as_json)


def approve(
    editor: Annotated[str, typer.Option("--editor", help="Who approves.", metavar="NAME")],
    config: ConfigPath = DEFAULT_CONFIG,
    as_json: AsJson = False,
    issue: IssueNumber = None,
    override: Annotated[
        list[str] | None, typer.Option("--override", help="A check that may fail.", metavar="CHECK")
    ] = None,
    because: Annotated[str, typer.Option("--because", help="Why it may.", metavar="TEXT")] = "",
) -> int:
    """Approve the issue's exact bytes."""
    from newsletter.actions import editing

    if because and not override:
        raise ConfigError("--because gives the reason of an --override; name the check with --override too.")
    with opened(config) as (_, backends):
        found = editing.find_issue(backends, issue)
        digest = editing.approve(
            backends,
            found,
            editor=editor,
            overridden=dict.fromkeys(override or [], because),
            now=backends.clock.now(),
        )
    facts = {"issue": found.number, "digest": digest, "status": "approved", "editor": editor}
    return answer(facts, f"Issue {found.number} is approved by {editor}: {digest[:16]}….", as_json=as_json)


def send_test(
    to: Annotated[str, typer.Option("--to", help="The editor's address.", metavar="ADDRESS")],
    config: ConfigPath = DEFAULT_CONFIG,
    as_json: AsJson = False,
    issue: IssueNumber = None,
) -> int:
    """Send one real message of the issue to an editor, through the real transport."""
    from newsletter.actions import editing
    from newsletter.subscribers.addresses import address_of

    address = address_of(to)
    with opened(config) as (_, backends):
        found = editing.find_issue(backends, issue)
        receipt = editing.send_test(backends, found, to=address)
    facts = {"issue": found.number, "to": address.email, "receipt": receipt.detail, "accepted": receipt.accepted}
    if not receipt.accepted:
        raise Refused(f"The message to {address.email} was not accepted: {receipt.detail}. Correct that and try again.")
    return answer(facts, f"Sent issue {found.number} to {address.email}: {receipt.detail}", as_json=as_json)


def send(config: ConfigPath = DEFAULT_CONFIG, as_json: AsJson = False, issue: IssueNumber = None) -> int:
    """Send the approved issue; run again after any interruption, it finishes the rest."""
    from newsletter.actions import editing
    from newsletter.pipeline import sending

    with opened(config) as (settings, backends):
        found = editing.find_issue(backends, issue)
        done = sending.send(
            backends,
            found,
            resend_unknown=settings.delivery.on_unknown == "resend",
            rate_per_second=settings.delivery.rate_per_second,
        )
        after = editing.find_issue(backends, found.number)
    lines = [f"Issue {found.number} is {after.status}: {summed(done)}."]
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


def status(config: ConfigPath = DEFAULT_CONFIG, as_json: AsJson = False, issue: IssueNumber = None) -> int:
    """Say where the issue stands and how far its send is."""
    from newsletter.actions import editing

    with opened(config) as (_, backends):
        found = editing.find_issue(backends, issue)
        done = editing.ledger_of(backends, found)
    facts = {
        "issue": found.number,
        "week": found.week,
        "title": found.title,
        "status": found.status,
        "reason": found.reason,
        "digest": found.digest,
        "approved_by": found.approval.editor if found.approval else None,
        "approved_at": found.approval.at if found.approval else None,
        **ledger(done),
    }
    lines = [f"Issue {found.number} ({found.week}) is {found.status}. {found.reason}".strip()]
    if found.approval:
        lines.append(f"Approved by {found.approval.editor} at {found.approval.at:%Y-%m-%d %H:%M} UTC.")
    if done is not None:
        lines += [f"Its send: {summed(done)}.", *unknown_lines(done)]
    return answer(facts, "\n".join(lines), as_json=as_json)


def audit(config: ConfigPath = DEFAULT_CONFIG, as_json: AsJson = False, issue: IssueNumber = None) -> int:
    """Account for every recipient: one outcome each, summing to the frozen count."""
    from newsletter.actions import editing

    with opened(config) as (_, backends):
        found = editing.find_issue(backends, issue)
        done = editing.ledger_of(backends, found)
    facts = {"issue": found.number, "status": found.status, **ledger(done)}
    if done is None:
        return answer(facts, f"Issue {found.number} has not been sent to anybody.", as_json=as_json)
    lines = [f"Issue {found.number}: {summed(done)}.", *unknown_lines(done)]
    if not done.ok:
        lines.append("The ledger does not sum to the frozen count. Run 'newsletter db check', and restore a backup.")
    return answer(facts, "\n".join(lines), as_json=as_json, status=DONE if done.ok else FAILED)


def replay(
    entries: Annotated[Path, typer.Argument(help="An archive of entries, one JSON object a line.", metavar="ENTRIES")],
    out: Out,
    config: Annotated[
        Path | None, typer.Option("--config", envvar="NEWSLETTER_CONFIG", help="A configuration file.", metavar="PATH")
    ] = None,
    as_json: AsJson = False,
    week: WeekName = None,
) -> int:
    """Curate and draft from an archive of entries: collect nothing, store nothing."""
    from newsletter import wiring
    from newsletter.actions import editing
    from newsletter.pipeline import drafting

    settings = _replay_config(config)
    chosen, drafted = drafting.replay(read_lines(entries), wiring.rules(settings), name=str(entries), week_name=week)
    shown = editing.preview(drafted.stored(week=chosen, at=chosen.end))
    facts = {
        **write_preview(out, shown),
        "week": chosen.name,
        "stories": _told(drafted),
        "found": len(drafted.issue.ranked),
        "refused": len(drafted.issue.refused),
        "checks": [_check(c) for c in drafted.checks],
    }
    told = len(list(drafted.issue.told()))
    lines = [f"Stories in {chosen.name}: {len(drafted.issue.ranked)}, of which {told} in the letter."]
    return answer(facts, "\n".join(lines + _paths(facts)), as_json=as_json)


def _replay_config(path: Path | None) -> Config:
    """The configuration named, or the one that lies here, or one of defaults: a replay needs none."""
    if path is None and DEFAULT_CONFIG.exists():
        path = DEFAULT_CONFIG
    if path is not None:
        return read_config(path)
    from newsletter.config import from_values

    stand_in = {
        "publication": {
            "from_address": "letter@newsletter.example",
            "base_url": "https://newsletter.example",
            "postal_address": "No postal address: this is a replay.",
        },
        "feeds": [{"url": "replay.xml", "outlet": "replay"}],
    }
    return from_values(stand_in, folder=Path(), name="replay's own settings")


def _told(drafted: "drafting.Draft") -> list[dict[str, object]]:
    return [
        {"id": t.id, "headline": t.headline, "section": t.section, "entries": len(t.ranked.story.entries)}
        for t in drafted.issue.told()
    ]


def _paths(facts: dict[str, object]) -> list[str]:
    return [str(facts[kind]) for kind in ("html", "txt", "eml", "json")]


def _check(check: Check) -> dict[str, object]:
    return {"name": check.name, "ok": check.ok, "blocking": check.blocking, "figure": check.figure}
