"""Every verb, by hand.

Standard output is for the answer, standard error for progress and for what went wrong. The exit status is
0 done, 1 refused or failed, 2 bad usage or configuration, 3 done in part.
"""

from collections.abc import Sequence

import typer

from newsletter.cli import feeds, site, subscribers, upkeep, week
from newsletter.cli.output import DONE, FAILED, USAGE, explain, failed, steady_streams, usage
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
app.add_typer(subscribers.app, name="subscribers")
app.add_typer(feeds.app, name="feeds")
app.add_typer(upkeep.db, name="db")


#: What Typer raises for a verb, option or value that it does not know; it names only the children of this class.
_BadUsage = typer.BadParameter.__mro__[1]
#: What Typer answers with after Ctrl-C.
_INTERRUPTED = 130


def main(arguments: Sequence[str]) -> int:  # noqa: PLR0911 - one return for each way to end
    """Run one verb; answers with the exit status and never with a traceback."""
    as_json = "--json" in arguments
    steady_streams()
    if any("\ud800" <= character <= "\udfff" for argument in arguments for character in argument):
        return failed("An argument holds bytes that are no text. Write it in UTF-8.", as_json=as_json, status=USAGE)
    try:
        status = app(args=list(arguments), standalone_mode=False)
    except ConfigError as wrong:
        return failed(str(wrong), as_json=as_json, status=USAGE)
    except NewsletterError as wrong:
        return failed(str(wrong), as_json=as_json, status=FAILED)
    except Exception as wrong:  # noqa: BLE001 - the edge: nobody is shown a traceback
        if isinstance(wrong, _BadUsage):
            return failed(usage(wrong), as_json=as_json, status=USAGE)
        return failed(explain(wrong), as_json=as_json, status=FAILED)
    except KeyboardInterrupt:
        status = _INTERRUPTED
    if status == _INTERRUPTED:
        return failed(
            "Stopped. What was done is kept; run the same command again to go on.", as_json=as_json, status=FAILED
        )
    return status if isinstance(status, int) else DONE
