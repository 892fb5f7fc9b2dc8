"""An issue and its templates become the bytes that an editor approves.

Same issue, same templates, same bytes: nothing here knows the time or the reader.
"""

import jinja2

from newsletter.domain.issue import Issue, Rendered
from newsletter.draft.inline import inline_css
from newsletter.draft.plaintext import tidied
from newsletter.draft.wording import printable
from newsletter.draft.words import folded

HTML, TEXT = "email/issue.html.j2", "email/issue.txt.j2"


def render(issue: Issue, *, environment: jinja2.Environment) -> Rendered:
    """Set an issue in both parts, UTF-8, lines ended by a single LF.

    Both hold ``READER_TOKEN`` where a reader's own token goes, and nowhere else.
    """
    page = environment.get_template(HTML).render(issue=issue)
    text = environment.get_template(TEXT).render(issue=issue)
    return Rendered(
        subject=printable(folded(issue.subject)),
        html=(inline_css(page).strip() + "\n").encode(),
        text=tidied(text).encode(),
    )
