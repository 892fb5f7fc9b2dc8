# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""How wordings become patterns, and whose words a line of an article has.

A line comes from strangers and may be made to hurt: no pattern may look again and again over a whole line. A gap has a
bound, and a run that cannot be read in two ways is possessive (``*+``).
"""

import re

from newsletter.collect.normalise import word_set

#: Capitals make no difference.
NO_CASE = re.IGNORECASE
#: … and a gap may run over the end of a line.
NO_CASE_ANY_SIGN = re.IGNORECASE | re.DOTALL


def either(*wordings: str) -> str:
    """The wordings as alternatives, to be put into a larger pattern."""
    return "|".join(wordings)


def anywhere(*wordings: str) -> re.Pattern[str]:
    """Any of the wordings, anywhere in a line, beginning with a word's beginning."""
    return re.compile(rf"\b(?:{either(*wordings)})", NO_CASE)


def whole(*wordings: str) -> re.Pattern[str]:
    """A line that is one of the wordings and nothing else, but for marks around it."""
    return re.compile(rf"[\W_]*+(?:{either(*wordings)})[\W_]*", NO_CASE_ANY_SIGN)


#: Words of others. A lone mark quotes up to the end, or from the beginning, of the line.
#: An apostrophe in a word ends no quotation.
QUOTED = re.compile(
    r"“[^”]*(?:”|$)|^[^“”]*”|^[^\"]*(?<=[\w.,!?])\"(?=\s|$)|\"[^\"]*(?:\"|$)|"
    r"(?<!\w)‘(?:[^‘’]|(?<=\w)’(?=\w))*+(?:’|$)|(?<!\w)'(?=[A-Z])(?:[^']|(?<=\w)'(?=\w))*+'"
)
#: Where one of these stands, in lower case, somebody is reported: a reporter speaks, not the shop.
REPORTING = word_set(
    "said says saying told tells asked asks urged urges urging wrote tweeted argued argues warned warns accused "
    "testified announced added vowed insisted claimed claims suggested begged shouted chanted pleaded according "
    "conceded reminded replied promised pledged stressed recalled declared quipped joked advised ruled "
    "noted acknowledged admitted responded predicted encouraged encourages implored instructed wondered concluded"
)
URL = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/|\b(?:t\.co|bit\.ly|usat\.ly|apne\.ws|youtu\.be)/)\S+", NO_CASE)
EMAIL = re.compile(r"[^\s@]@[^\s@.][^\s@]{0,250}\.\w|\[email\s?protected\]", NO_CASE)
