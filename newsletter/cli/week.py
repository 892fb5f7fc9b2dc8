"""The verbs of the week: collect, draft, preview, test-send, status, audit. ``approving`` has those between them."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsletter.cli.collecting import Now, collect
from newsletter.cli.files import write_preview
from newsletter.cli.output import (
    DEFAULT_CONFIG,
    DONE,
    FAILED,
    AsJson,
    ConfigPath,
    IssueNumber,
    answer,
    ledger,
    moment,
    opened,
    summed,
    unknown_lines,
)
from newsletter.domain.errors import Refused
from newsletter.domain.issue import Check

if TYPE_CHECKING:
    from newsletter.domain.week import Week
    from newsletter.pipeline.making import Draft
    from newsletter.ports import Backends

WeekName = Annotated[str | None, typer.Option("--week", help="A week such as 2026-W47.", metavar="W")]
Out = Annotated[Path, typer.Option("--out", help="The folder to write into.", metavar="DIR")]


def register(app: typer.Typer) -> None:
    """Hang the verbs onto the command."""
    for verb, name in (
        (collect, "collect"),
        (draft, "draft"),
        (preview, "preview"),
        (send_test, "test-send"),
        (status, "status"),
        (audit, "audit"),
    ):
        app.command(name)(verb)


def draft(config: ConfigPath = DEFAULT_CONFIG, as_json: AsJson = False, week: WeekName = None, now: Now = None) -> int:
    """Make or remake the draft of a week, keeping the editor's overrides."""
    from newsletter import wiring
    from newsletter.domain.week import week_named, week_open_at
    from newsletter.draft.written import in_words
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
        "stories": told_stories(made),
        "writer": asdict(made.issue.writer) if made.issue.writer else None,
        "checks": [check_facts(c) for c in made.checks],
    }
    failing = [c for c in made.checks if not c.ok]
    lines = [f"Drafted issue {made.issue.number} for {chosen.name}: {len(picked)} stories.", made.issue.subject]
    if before:
        lines.append(before)
    lines += [f"  {t.headline} ({t.because})" for t in picked]
    if made.issue.writer is not None:
        lines.append(in_words(made.issue.writer))
        # A writer that is down has one reason for all.
        lines += [f"Not written: {why}" for why in dict.fromkeys(t.unwritten for t in picked) if why]
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
    return answer(facts, "\n".join(paths(facts)), as_json=as_json)


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


def status(config: ConfigPath = DEFAULT_CONFIG, as_json: AsJson = False, issue: IssueNumber = None) -> int:
    """Say where the issue stands and how far its send is."""
    from newsletter.actions import editing
    from newsletter.collect.looked_again import reasons

    with opened(config) as (_, backends):
        found = editing.find_issue(backends, issue)
        done = editing.ledger_of(backends, found)
    let_stand = reasons(found.approval.overridden) if found.approval else {}
    facts = {
        "issue": found.number,
        "week": found.week,
        "title": found.title,
        "status": found.status,
        "reason": found.reason,
        "digest": found.digest,
        "approved_by": found.approval.editor if found.approval else None,
        "approved_at": found.approval.at if found.approval else None,
        "checks": [check_facts(check) for check in found.checks],
        "overridden": let_stand,
        **ledger(done),
    }
    lines = [f"Issue {found.number} ({found.week}) is {found.status}. {found.reason}".strip()]
    if found.approval:
        lines.append(f"Approved by {found.approval.editor} at {found.approval.at:%Y-%m-%d %H:%M} UTC.")
    lines += [f"{check.name}: {check.figure}." for check in found.checks if not check.ok]
    lines += [f"{name} may fail: {because}" for name, because in let_stand.items()]
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


def told_stories(drafted: "Draft") -> list[dict[str, object]]:
    """The letter's stories for ``--json``."""
    return [
        {
            "id": t.id,
            "headline": t.headline,
            "section": t.section,
            "entries": len(t.ranked.story.entries),
            "because": t.because,
            "disputed": list(t.disputed),
            "unwritten": t.unwritten,
        }
        for t in drafted.issue.told()
    ]


def paths(facts: dict[str, object]) -> list[str]:
    """The paths of a preview, a line each."""
    return [str(facts[kind]) for kind in ("html", "txt", "eml", "json")]


def check_facts(check: Check) -> dict[str, object]:
    """A check for ``--json``."""
    return {"name": check.name, "ok": check.ok, "blocking": check.blocking, "figure": check.figure}
