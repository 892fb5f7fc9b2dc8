"""The verbs of the feeds: list and check, and the group to which import and export belong too."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsletter.cli.collecting import Now
from newsletter.cli.feeds_exchange import export, import_
from newsletter.cli.output import (
    DEFAULT_CONFIG,
    AsJson,
    ConfigPath,
    answer,
    counted,
    moment,
    note,
    opened,
)
from newsletter.config import load
from newsletter.config.values import is_web_address
from newsletter.domain.errors import Refused
from newsletter.domain.feed import FeedState, without_login
from newsletter.domain.oneline import one_line

if TYPE_CHECKING:
    from newsletter.actions.feeds import FoundFeed
    from newsletter.cli.feeds_table import Row

app = typer.Typer(help="The feeds.", no_args_is_help=True, rich_markup_mode=None)

#: Characters of an address that a message shows.
_LONGEST_ADDRESS = 200


@app.command("list")
def list_(config: ConfigPath = DEFAULT_CONFIG, as_json: AsJson = False, now: Now = None) -> int:
    """List the feeds, what the last look at each found, and which are not well."""
    from newsletter.cli.feeds_table import Row, table
    from newsletter.collect.asking.health import is_healthy, warnings
    from newsletter.collect.due import due

    with opened(config, at=moment(now), makes_store=True) as (settings, backends):
        present = backends.clock.now()
        states = backends.entries.feed_states()
    # The states of feeds that are configured no more count too, as they do when the feeds are asked.
    resting = {rest.feed.url: rest.until for rest in due(settings.all_feeds(), states, now=present).resting}
    rows = [
        Row(
            feed=feed,
            state=state,
            healthy=is_healthy(state, now=present),
            warnings=warnings(state, now=present),
            rests_until=resting.get(feed.url),
        )
        for feed in settings.all_feeds()
        for state in [states.get(feed.url, FeedState(url=feed.url))]
    ]
    healthy = sum(row.healthy for row in rows)
    sentence = f"{healthy} of {counted(len(rows), 'feed')} {'is' if healthy == 1 else 'are'} healthy."
    never = sum(row.state.checked_at is None for row in rows)
    if never:
        sentence += f" Never asked so far: {never}; 'newsletter collect' asks them."
    facts = {"healthy": healthy, "of": len(rows), "feeds": [_listed(row) for row in rows]}
    return answer(facts, f"{sentence}\n\n{table(rows, now=present)}", as_json=as_json)


@app.command()
def check(
    url: Annotated[str, typer.Argument(help="The address of a feed, or of a page that has one.", metavar="URL")],
    config: Annotated[
        Path | None, typer.Option("--config", envvar="NEWSLETTER_CONFIG", help="A configuration file.", metavar="PATH")
    ] = None,
    as_json: AsJson = False,
    now: Now = None,
) -> int:
    """Find the feed of a site's page and say what it would give, storing nothing."""
    from newsletter import wiring
    from newsletter.actions.feeds import MOST_FEEDS, check_feed
    from newsletter.cli.feeds_table import found

    if config is None and DEFAULT_CONFIG.exists():
        config = DEFAULT_CONFIG
    # No feed needs to be chosen yet: this verb helps to choose them.
    settings = load(config, needs_feeds=False) if config else None
    with wiring.looking(settings, at=moment(now)) as (clock, fetcher, isolation):
        present = clock.now()
        checked = check_feed(fetcher, isolation, _address(url), now=present, told=_unheard if as_json else note)
    there = [feed.url for feed in settings.all_feeds()] if settings else []
    untried = f" (of those it names, the first {MOST_FEEDS} were tried)" if checked.more else ""
    facts = {
        "asked": checked.asked,
        "page": checked.page,
        "all_tried": not checked.more,
        "feeds": [_found(feed, there) for feed in checked.feeds],
        "failed": [{"url": address, "reason": reason} for address, reason in checked.failed.items()],
    }
    lines = [f"{checked.page} is a page. Its feeds{untried}:", ""] if checked.page else []
    for feed in checked.feeds:
        paste = "It stands in the configuration." if _is_there(feed, there) else _to_paste(feed).rstrip()
        lines += [*found(feed, now=present), "", paste, ""]
    lines += [f"Cannot be read: {address}. {reason}" for address, reason in checked.failed.items()]
    return answer(facts, "\n".join(lines), as_json=as_json)


def _listed(row: "Row") -> dict[str, object]:
    feed, state = row.feed, row.state
    return {
        "url": without_login(feed.url),
        "outlet": feed.outlet,
        "family": feed.family,
        "lean": feed.lean,
        "section": feed.section,
        "licence": feed.licence,
        "status": state.status,
        "fault": state.fault,
        "address": without_login(state.address),
        "checked_at": state.checked_at,
        "ok_at": state.ok_at,
        "new_at": state.new_at,
        "last_entry": state.last_entry,
        "failures": state.failures,
        "not_before": state.not_before,
        "rests_until": row.rests_until,
        "entries": state.entries,
        "undated": state.undated,
        "usual_gap_hours": round(state.usual_gap.total_seconds() / 3600, 1) if state.usual_gap else None,
        "healthy": row.healthy,
        "warnings": list(row.warnings),
    }


def _found(feed: "FoundFeed", there: Iterable[str]) -> dict[str, object]:
    return {
        "url": feed.url,
        "address": feed.address,
        "title": feed.title,
        "entries": feed.entries,
        "dated": feed.dated,
        "newest": feed.newest,
        "oldest": feed.oldest,
        "kinds": {kind.value: n for kind, n in feed.kinds.items()},
        "with_text": feed.with_text,
        "with_full_text": feed.with_full_text,
        "removed": feed.removed,
        "pictures": feed.pictures,
        "validators": feed.validators,
        "fault": feed.fault,
        "titles": list(feed.titles),
        "configured": _is_there(feed, there),
        "lines": _to_paste(feed),
    }


def _to_paste(feed: "FoundFeed") -> str:
    from newsletter.cli.feeds_file import feeds_lines
    from newsletter.collect.opml import NewFeed, named

    return feeds_lines([NewFeed(url=named(feed.address, longest=None), outlet=named(feed.title))])


def _is_there(feed: "FoundFeed", there: Iterable[str]) -> bool:
    from newsletter.collect.normalise import canonical_url

    return bool({canonical_url(feed.address), canonical_url(feed.url)} & {canonical_url(url) for url in there} - {""})


def _address(text: str) -> str:
    """An address as a person writes it: a host alone is taken as https, and a file that is there as that file.

    Raises:
        Refused: it is no web address.
    """
    path = Path(text)
    if "://" not in text and path.is_file():
        return str(path.absolute())
    address = text if "://" in text else f"https://{text}"
    if address.lower().startswith(("http:", "https:")) and not is_web_address(address):
        # Of what is no address nobody can tell where a login ends.
        shown = "The address" if "@" in text or not text.strip() else repr(one_line(text)[:_LONGEST_ADDRESS])
        raise Refused(f"{shown} is no web address that can be asked. Write it like 'https://www.example.org/feed.xml'.")
    return address


def _unheard(sentence: str) -> None:
    """A program that reads JSON is told nothing else."""
    del sentence


# Below list and check, as an operator comes to need them.
app.command("import")(import_)
app.command("export")(export)
