"""Every verb, by hand.

Standard output is for the answer, standard error for progress and for what went wrong. The exit status is
0 done, 1 refused or failed, 2 bad usage or configuration, 3 done in part, 130 stopped by Ctrl-C.
"""

from collections.abc import Sequence

import typer

from newsletter.cli import approving, feeds, replaying, site, subscribers, upkeep, week
from newsletter.cli.output import DONE, FAILED, INTERRUPTED, USAGE, explain, failed, steady_streams, usage
from newsletter.domain.errors import ConfigError, NewsletterError

app = typer.Typer(
    name="newsletter",
    help="A weekly political newsletter that makes and sends itself.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
site.register(app)
week.register(app)
approving.register(app)
replaying.register(app)
app.add_typer(subscribers.app, name="subscribers")
app.add_typer(feeds.app, name="feeds")
app.add_typer(upkeep.db, name="db")


_STOPPED = "Stopped. What was done is kept; run the same command again to go on."
#: What Typer raises for a verb, option or value that it does not know; it names only the children of this class.
_BadUsage = typer.BadParameter.__mro__[1]


def main(arguments: Sequence[str]) -> int:
    """Run one verb; answers with the exit status and never with a traceback."""
    as_json = "--json" in arguments
    steady_streams()
    if any("\ud800" <= character <= "\udfff" for argument in arguments for character in argument):
        return failed("An argument holds bytes that are no text. Write it in UTF-8.", as_json=as_json, status=USAGE)
    try:
        status = app(args=list(arguments), standalone_mode=False)
    except (Exception, KeyboardInterrupt) as wrong:  # noqa: BLE001 - the edge: nobody is shown a traceback
        sentence, status = _told(wrong)
        return failed(sentence, as_json=as_json, status=status)
    if status == INTERRUPTED:  # Typer's own answer to Ctrl-C
        return failed(_STOPPED, as_json=as_json, status=INTERRUPTED)
    return status if isinstance(status, int) else DONE


def _told(wrong: BaseException) -> tuple[str, int]:
    """What to say of an end that was none of the verb's own, and the exit status."""
    stopped = _came_of_ctrl_c(wrong)
    if isinstance(wrong, NewsletterError | ConfigError):
        status = USAGE if isinstance(wrong, ConfigError) else FAILED
        return str(wrong), INTERRUPTED if stopped else status
    if stopped or not isinstance(wrong, Exception):
        return _STOPPED, INTERRUPTED
    if isinstance(wrong, _BadUsage):
        return usage(wrong), USAGE
    return explain(wrong), FAILED


def _came_of_ctrl_c(wrong: BaseException) -> bool:
    """Whether it is Ctrl-C, or happened while that was on its way out: a library may be caught between two steps."""
    seen: list[BaseException] = []
    next_one: BaseException | None = wrong
    while next_one is not None and next_one not in seen:
        seen.append(next_one)
        next_one = next_one.__context__
    return any(isinstance(one, KeyboardInterrupt) for one in seen)
