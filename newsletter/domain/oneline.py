"""One line of somebody's words, safe to stand in a header, a list or a letter."""

import re

#: Controls, line and paragraph separators, and lone surrogates: a space takes their place.
_BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
#: Unseen, and turning the direction of all that follows: nothing takes their place. What joins letters and emoji
#: (U+200C, U+200D) and marks the direction of a neighbour (U+200E, U+200F) belongs to the word and stays.
_UNSEEN = re.compile("[\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb]")


def one_line(text: str) -> str:
    r"""The text on one line, each run of space a single one, without what cannot be printed.

    >>> one_line("Ada\r\nBcc: x\u202e")
    'Ada Bcc: x'
    """
    return " ".join(_UNSEEN.sub("", _BREAKS.sub(" ", text)).split())
