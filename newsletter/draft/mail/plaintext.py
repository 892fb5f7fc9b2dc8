"""The text part: made for reading, not for the spam filter.

The words come from ``issue.txt.j2``; here is how its lines are set.
"""

import re
import textwrap

#: Columns; longer lines are hard to read, and some mail programs break them at random.
WIDTH = 72


def wrapped(text: str, indent: str = "", rest: str | None = None) -> str:
    """The text in lines of at most ``WIDTH`` columns; a longer word, such as an address, has a line of its own.

    Args:
        text: one paragraph; every run of space in it is one space.
        indent: before the first line.
        rest: before the lines that follow; like the first where None.
    """
    return textwrap.fill(
        " ".join(text.split()),
        width=WIDTH,
        initial_indent=indent,
        subsequent_indent=indent if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def tidied(text: str) -> str:
    r"""The text without spaces at the ends of lines, with at most two empty lines in a row and one newline at its end.

    >>> tidied("one  \n\n\n\n\ntwo")
    'one\n\n\ntwo\n'
    """
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return re.sub(r"\n{4,}", "\n\n\n", lines).strip("\n") + "\n"
