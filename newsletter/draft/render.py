"""An issue and its templates become the bytes that an editor approves.

Same issue, same templates, same bytes: nothing here knows the time or the reader.
"""

import traceback

import jinja2

from newsletter.domain.errors import Refused
from newsletter.domain.issue import Issue, Rendered
from newsletter.domain.oneline import one_line
from newsletter.draft.mail.inline import inline_css
from newsletter.draft.mail.plaintext import tidied
from newsletter.draft.mail.wording import printable

HTML, TEXT = "email/issue.html.j2", "email/issue.txt.j2"


def render(issue: Issue, *, environment: jinja2.Environment) -> Rendered:
    """Set an issue in both parts, UTF-8, lines ended by a single LF.

    Both hold ``READER_TOKEN`` where a reader's own token goes, and nowhere else.

    Raises:
        Refused: a template, which may be the operator's own, is wrong; it names file and line.
    """
    page = _filled(environment, HTML, issue)
    text = _filled(environment, TEXT, issue)
    return Rendered(
        # The very line that the header will say.
        subject=one_line(printable(issue.subject)),
        html=(inline_css(page).strip() + "\n").encode(),
        text=tidied(text).encode(),
        publication=issue.publication,
    )


def _filled(environment: jinja2.Environment, name: str, issue: Issue) -> str:
    try:
        return environment.get_template(name).render(issue=issue)
    except jinja2.TemplateSyntaxError as wrong:
        raise Refused(_mend(wrong.name or name, f"line {wrong.lineno}: {wrong.message}")) from wrong
    except jinja2.TemplateNotFound as missing:
        raise Refused(_mend(name, f"it asks for {missing.name}, which is not there")) from missing
    except UnicodeDecodeError as wrong:
        raise Refused(_mend(name, f"byte {wrong.start} is not UTF-8")) from wrong
    except Exception as wrong:
        raise Refused(_mend(name, f"{_line(wrong)}{wrong}")) from wrong


def _line(wrong: Exception) -> str:
    """The line of the template on which it failed, where that can be told."""
    frames = [frame for frame in traceback.extract_tb(wrong.__traceback__) if frame.filename.endswith(".j2")]
    return f"line {frames[-1].lineno}: " if frames else ""


def _mend(name: str, what: str) -> str:
    return f"The template {name} cannot be used: {what}. Mend it, or take it away to use the product's own."
