# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""What makes an outlet's sentence fit to be printed by itself.

A sentence torn from its article must not point at something that was left behind.
"""

import re

from newsletter.draft.words import word_count

#: Words; below, a sentence is a heading or a scrap; above, nobody reads it to its end.
SHORTEST, LONGEST = 7, 40
#: Characters; forty words have no more. Words alone do not bound a sentence, for a megabyte without a space is one.
_LONGEST = 800

#: A place in capitals, an agency in brackets, a date, a dash: what wires set before the first sentence.
_DATELINE = re.compile(
    r"""^(?:
        [A-Z][A-Z.'’\- ]+(?:,\ [A-Z][\w.]*(?:\ [A-Z][\w.]*)?)?     # MILWAUKEE, Wis.
        (?:,\ [A-Z][a-z]{2,8}\.?\ \d{1,2})?                        # , July 22
        (?:\ ?\([^()]{2,40}\))?                                    # (Halyard)
      | (?:[A-Z][\w.'’-]*(?:,?\ [A-Z][\w.'’-]*){0,4}\ )?           # West Allis, Wisconsin, only with an agency
        \([A-Z][^()]{1,39}\)
    )\ ?[―—–-]{1,2}\ +(?=[A-Z0-9"“‘'$€£])
    | ^(?:Updated?|UPDATED?|BREAKING|Correction)(?:\ \d+)?:\ +(?=[A-Z0-9"“‘'$€£])
    | ^\([A-Z][\w.&'’-]*(?:\ [A-Z][\w.&'’-]*){0,3}\)\ +(?=[A-Z"“‘])  # (Halyard) with no dash
    """,
    re.VERBOSE,
)

_DASH = re.compile(r"\s[―—–-]{1,2}\s")
_OPENS_WELL = re.compile(r"""^["“‘'(]?[A-Z0-9À-ÖØ-Þ$€£]|^["“‘'(]?[^\W\d_a-zA-Z]""")
_ENDS_WELL = re.compile(r"""[.!]["”’')]*$|[.!?]["”’'][)]?$""")
_QUESTION = re.compile(r"""\?["”’')]*$""")
_CUT_OFF = re.compile(r"""(?:\.\.|…)["”’')\]]*$""")

#: First words that lean on a sentence before them.
_DANGLES = re.compile(
    r"""^["“‘'(]?(?:
        he|she|it|they|we|i|you|him|her|his|hers|its|their|our|my|your|this|that|these|those|such|there|here
      | both|neither|either|another|others?|one|some|none|all
      | the\ (?:two|three|four|former|latter|others?|same|pair|duo)
      | meanwhile|however|but|and|or|so|yet|still|also|then|thus|hence|instead|moreover|furthermore|besides|nonetheless
      | nevertheless|otherwise|additionally|similarly|likewise|conversely|consequently|therefore|elsewhere|afterwards?
      | later|earlier|finally|for\ example|for\ instance|for\ (?:his|her|its|their)\ part|in\ (?:addition|contrast|turn
      | response|other\ words)|as\ a\ result|at\ the\ same\ time|by\ contrast|on\ the\ other\ hand|that\ said
      | according\ to\ (?:him|her|them|it)|because\ of\ (?:this|that)|not\ only|among\ (?:them|those|these)
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
#: "…," he said: the reader would ask who.
_SAID_WHO = re.compile(
    r"""[”"]\s*(?:he|she|they|it)\s[a-z]
      | (?:^|[,’?!.])\s*(?:he|she|they|it)\s
        (?:said|says|added|adds|told|wrote|writes|noted|continued|asked|argued|explained|insisted|warned|posted)\b""",
    re.VERBOSE | re.IGNORECASE,
)
#: "Pacing the stage, he vowed": a clause before the pronoun, and no name in it.
_WHO_BEFORE_NAME = re.compile(
    r"""^(?:[A-Z][a-z]+ing|In|On|At|For|With|By|Under|From|During|After|When|Before|While|As|If|Since|Because|Although
      |Though|Once|Until|Despite)\s[^A-Z“"]*\b(?:he|she|they)\b""",
    re.VERBOSE,
)
#: After what? That stood in a sentence before.
_AFTER_WHAT = re.compile(r"\bafterwards?\b(?! the\b)", re.IGNORECASE)
#: Nothing but a quotation: nobody is named who said it.
_ONLY_QUOTED = re.compile(r"^(?:“[^”]*”|\"[^\"]*\")$")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
#: Outside a quotation, these are the outlet talking to its readers.
_SPEAKS_TO_READERS = re.compile(r"\b(?:we|our|ours|us|you|your|yours|my)\b|\bI\s+[a-z]")
_RELATIVE_DAY = re.compile(
    r"\b(?:yesterday|today|tomorrow|tonight|overnight|(?:this|last) (?:morning|afternoon|evening|night)"
    r"|earlier|recently)\b",
    re.IGNORECASE,
)


def without_dateline(sentence: str) -> str:
    """The sentence without a wire's dateline before it; nothing else is touched.

    >>> without_dateline("WASHINGTON (Halyard) — The Senate voted.")
    'The Senate voted.'
    >>> without_dateline("(Halyard) — The Senate voted.")
    'The Senate voted.'
    """
    found = _DATELINE.match(sentence)
    # A name in capitals between two dashes, with no agency beside it, opens a clause: "NATO — 32 members — met."
    if not found or ("(" not in found[0] and _DASH.search(sentence, found.end())):
        return sentence
    return sentence[found.end() :]


def stands_alone(sentence: str) -> bool:
    """Whether a reader who sees only this sentence is told something whole.

    >>> stands_alone("The Senate passed the budget on Tuesday by 51 votes to 49.")
    True
    >>> stands_alone("He said that the budget would be passed on Tuesday or Wednesday.")
    False
    """
    if len(sentence) > _LONGEST:
        return False
    outside = _QUOTED.sub(" ", sentence)
    return (
        SHORTEST <= word_count(sentence) <= LONGEST
        and bool(_OPENS_WELL.search(sentence))
        and bool(_ENDS_WELL.search(sentence))
        and not _QUESTION.search(sentence)
        and not _CUT_OFF.search(sentence)
        and not _DANGLES.search(sentence)
        and not _SAID_WHO.search(sentence)
        and not _WHO_BEFORE_NAME.search(sentence)
        and not _AFTER_WHAT.search(sentence)
        and not _ONLY_QUOTED.search(sentence)
        and not _SPEAKS_TO_READERS.search(outside)
        and _balanced(sentence)
    )


def leans_back(sentence: str) -> bool:
    """Whether it opens with something that a reader is taken to know, such as "The release …".

    Fit to go on with, not to begin with.

    >>> leans_back("The release came on the day of the vote in the Senate.")
    True
    >>> leans_back("The top Democrat on the Oversight Committee resigned.")
    False
    """
    opening = " ".join(sentence.split()[:5])
    return bool(re.match(r"[“\"‘']?The [a-z]", opening)) and not re.search(r"[ \"“‘'(](?!The\b)[A-Z0-9]", opening)


def names_a_relative_day(sentence: str) -> bool:
    """Whether it says "yesterday" or the like: true when it was written, false when the letter is read."""
    return bool(_RELATIVE_DAY.search(sentence))


def _balanced(sentence: str) -> bool:
    """Whether every quotation and bracket that opens is closed."""
    pairs = (("“", "”"), ("(", ")"), ("[", "]"))
    return sentence.count('"') % 2 == 0 and all(sentence.count(a) == sentence.count(b) for a, b in pairs)
