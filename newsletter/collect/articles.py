"""An article's page to its paragraphs.

trafilatura finds the article among everything that stands around it. It is given the page as text and fetches nothing;
what it misses of furniture is struck out afterwards, as it is of a feed's words. It is an extra of the installation
(``articles``), imported where it is used.
"""

from w3lib.encoding import html_to_unicode

from newsletter.collect.normalise import one_line
from newsletter.domain.feed import Fetched

#: Characters of an article that are kept, to the end of a paragraph: no report is longer.
LONGEST = 100_000
#: What a list's item begins with in what trafilatura writes.
_BULLET = "- "


def extract(fetched: Fetched) -> str:
    """The article that a page holds: its paragraphs, parted by a blank line; empty where none can be made out.

    Without comments and tables. The same page always gives the same text. To be called in a process of its own, for
    there are pages that take long or much; what goes in and out can be pickled.
    """
    import trafilatura

    text = trafilatura.extract(
        decoded(fetched.body, fetched.content_type),
        output_format="txt",
        # Leave out rather than take too much: a sentence that is missed is still in the feed's own words.
        favor_precision=True,
        include_comments=False,
        include_tables=False,
        include_formatting=False,
        # It would remember what it saw on other pages.
        deduplicate=False,
    )
    paragraphs: list[str] = []
    length = 0
    for line in (text or "").splitlines():
        paragraph = one_line(line).removeprefix(_BULLET)
        length += len(paragraph)
        if length > LONGEST:
            break
        if paragraph:
            paragraphs.append(paragraph)
    return "\n\n".join(paragraphs)


def decoded(body: bytes, content_type: str) -> str:
    """A page as text, whatever it says that its charset is.

    Bytes that can be read as UTF-8 are UTF-8, for text of another charset hardly ever can; else the header counts,
    then what the page says of itself, as in a browser, and windows-1252 where neither says anything.
    """
    if not body.isascii():
        try:
            return body.decode("utf-8-sig")
        except UnicodeDecodeError:
            pass
    _, text = html_to_unicode(content_type or None, body, default_encoding="cp1252")
    return str(text)
