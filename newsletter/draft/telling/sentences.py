# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""What makes an outlet's sentence fit to be printed by itself.

A sentence torn from its article must not point at something that was left behind.
"""

import re

from newsletter.draft.telling.words import word_count

#: Words; below, a sentence is a heading or a scrap; above, nobody reads it to its end.
SHORTEST, LONGEST = 7, 40
#: Characters; forty words have no more. Words alone do not bound a sentence, for a megabyte without a space is one.
_LONGEST = 800

#: A place in capitals, an agency in brackets, a date, a dash: what wires set before the first sentence.
_DATELINE = re.compile(
    r"""^(?:
        [A-Z][A-Z.'’\-/ ]+(?:,\ [A-Z][\w.]*(?:\ [A-Z][\w.]*)?)?    # MILWAUKEE, Wis.; WASHINGTON/NEW YORK
        (?:,\ [A-Z][a-z]{2,8}\.?\ \d{1,2})?                        # , July 22
        (?:\ ?\([^()]{2,40}\))?                                    # (Halyard)
      | (?:[A-Z][\w.'’-]*(?:,?\ [A-Z][\w.'’-]*){0,4}\ )?           # West Allis, Wisconsin, only with an agency
        (?:(?<=[a-z.]\ )\d{1,2}\ )?                              # Oct 24
        \([A-Z][^()]{1,39}\)
    )\ ?[―—–-]{1,2}\ +(?=[A-Z0-9"“‘'$€£])
    | ^(?:Updated?|UPDATED?|BREAKING|Correction)(?:\ \d+)?:\ +(?=[A-Z0-9"“‘'$€£])
    | ^\([A-Z][\w.&'’-]*(?:\ [A-Z][\w.&'’-]*){0,3}\)\ +(?=[A-Z"“‘])  # (Halyard) with no dash
    # Springfield, Ohio (HBC) with no dash: the agency in capitals only, for "Ada Grant (Ohio) …" is a name
    | ^[A-Z][\w.'’-]*(?:,?\ [A-Z][\w.'’-]*){0,4}\ \((?:CNN|AFP|UPI|AP|[A-Z]{3,6})\)\ +(?=[A-Z"“‘][\w’'-]*\ )
    """,
    re.VERBOSE,
)

#: So many capitals in one word are no acronym.
_CITY = re.compile(r"^(?:[A-Z]{2,6} )?[A-Z]{7,}\b")
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
      | (?:many|most|several|few)
        \ (?:said|say|have|had|were|are|also|told|came|went|took|[a-z]{3,}ed|of\ (?:them|those|these))
      | (?:doing|to\ do|did)\ so
      | the\ (?:two|three|four|former|latter|others?|same|pair|duo)
      | meanwhile|however|but|and|or|so|yet|still|also|then|thus|hence|instead|moreover|furthermore|besides|nonetheless
      | nevertheless|otherwise|additionally|similarly|likewise|conversely|consequently|therefore|elsewhere|afterwards?
      | later|earlier|finally|for\ example|for\ instance|for\ (?:his|her|its|their)\ part|in\ (?:addition|contrast|turn
      | response|other\ words)|as\ a\ result|at\ the\ same\ time|by\ contrast|on\ the\ other\ hand|that\ said
      | according\ to\ (?:him|her|them|it)|because\ of\ (?:this|that)|not\ only|among\ (?:them|those|these)
      | (?:in|at|by|on|during|since|from|after|before|until|with|for|under|of|despite|to|given|throughout)
        \ (?:that|those|these|this|such)\b(?!\ (?:year|who|whose|with|in|of|living|affected)\b)
      | (?:since|by|until|even|just|back|only)\ then|even\ so|as\ such|indeed|in\ fact|of\ course|to\ be\ sure
      | after\ all(?=,)
      | in\ short|in\ other\ words|in\ any\ case|either\ way|in\ the\ (?:process|end|meantime|same)|above\ all
      | on\ top\ of\ (?:that|this|it)|what[’']s\ more|worse|plus|again|sure|granted|yes|(?:no|well)(?=,)
      | stranger\ still
      | if\ only|no\ (?:wonder|surprise|matter)|(?:first|second|third|last)(?=,)|(?:below|above)\ (?:is|are)
      | (?:on\ )?the\ (?:following|next|previous)\ (?:day|morning|afternoon|evening|night|week|month|year)
      | like\ (?:that|those|these|him|her|them|others)
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
      |Though|Once|Until|Despite)\s[^A-Z“"]*\b(?:he|she|they)\b
      |^[A-Z][a-z]+ly,\s[^A-Z“"]*\b(?:he|she|they|it)\b            # Crucially, he
      |^[A-Z][a-z]+\s(?:[a-z]+\s){0,3}(?:him|them)\b              # Polls have him ahead
    """,
    re.VERBOSE,
)
#: After what? That stood in a sentence before.
_AFTER_WHAT = re.compile(r"\bafterwards?\b(?! the\b)", re.IGNORECASE)
#: "…, the lawyer said": whose lawyer, and who, stood in a sentence before. Also "…both repeated it."
_SAID_WHICH = re.compile(
    r"""[,”"’?!]\s(?:the|that|this)\s(?:[a-z-]+\s){0,2}(?:attorney|lawyer|judge|official|spokes(?:man|woman|person)|senator
        |congress(?:man|woman)|lawmaker|author|expert|professor|analyst|reporter|man|woman|source|candidate
        |nominee|economist|pair|group|statement|letter|report|post|document|filing|memo|tweet|message)s?
        \s(?:said|says|added|adds|told|wrote|writes|noted|continued|argued|explained|insisted|warned|posted|read|reads
        |concluded|ruled|stated)\b
      | ^(?:\S+\s){1,11}[a-z]+(?:ed|s)\s(?:it|them|him)\.$""",
    re.VERBOSE,
)
#: "… in a similar position.": to whose?
_SIMILAR = re.compile(r"\b(?:similar|same)\ [a-z]+\.$")
#: "… that is why the Senate voted": what is why stood in a sentence before.
_THATS_WHAT = re.compile(
    r"^(?:\S+\s){0,4}th(?:at|is)(?:[’']s|\sis|\swas)\s(?:what|why|how|where|when|who|not|one)\b", re.IGNORECASE
)
#: Nothing but a quotation: nobody is named who said it.
_ONLY_QUOTED = re.compile(r"^(?:“[^”]*”|\"[^\"]*\")$")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
#: What stands below a picture: what it shows, in the present, with the day on which it was taken.
_CAPTION = re.compile(
    r"""^(?:(?:An?|This|The)\ )?(?:(?:undated|file|aerial|handout|combination)\ )?(?:image|photo|photograph|picture|view
      |screenshot|illustration)\ (?:of|shows|from|provided|made|taken|released)\b
      | ,\ (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\ [A-Z][a-z]{2,8}\.?\ \d{1,2},\ \d{4}\b
      | ^[^,.“"]{3,70}\b(?:speaks?|walks?|waves?|looks?|poses?|stands?|arrives?|gestures?|listens?|patrols?|shakes?
        |greets?|smiles?|hugs?|boards?|departs?|gathers?|react)\b[^“"]*
        \bon\ (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:,\ [A-Z][a-z]+\.?\ \d{1,2})?\.$
      # A label, in capitals or before a colon; "In this July 11, 2019, file photo, …"; "FILE - In this …"
      | ^(?:FILE|HANDOUT|POOL)\b\s?(?:PHOTO|PICTURE|IMAGE)?\s?[:―—–-]
      | ^In\ this\b[^.“"]{0,60}\b(?:photo|photograph|image|picture|illustration|frame|screen\ ?grab)
        (?=,|\ (?:provided|made|taken|released|from|by)\b)
      # A moment of a running report; somebody shown speaking
      | ^(?:[A-Z][a-z]{2,8}\.?\ \d{1,2},?\ )?\d{1,2}:\d\d\ ?[ap]\.?m\b[^:]{0,8}:
      | ^[^,.“"]{3,70}\bspeaks\ (?:at|during)\ an?\ (?:campaign|rally|news|press|town|fund|event|conference|meeting)
      # A button or heading that a page set before a sentence: capitals, no stop, and a sentence begins.
      | ^(?:CLOSE|WATCH|PLAY|VIDEO|LISTEN|SHARE|RELATED|READ|MORE|ADVERTISEMENT)\ (?=[A-Z][\w’'-]*[a-z]\b)
      | (?<![.!?:,”"])\s[A-Z][A-Z’'-]{4,}\ (?:The|An?|In|On|At|When|If|It)\ (?=\S)
      | ^[^,.“"]{3,70}\b(?:speaks?|walks?|waves?|looks?|poses?|stands?|arrives?|gestures?|listens?|departs?|leaves?
        |rests?)\b[^“"]*
        \b(?:in|on)\ (?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.?(?:\ \d{1,2},)?\ \d{4}\.$
      | \(\S*(?:Getty|AP\ Photo|Reuters/|EPA|AFP|Photo)[^()]*\)\.?$
    """,
    re.VERBOSE,
)
#: "Accused of everything from fraud to theft.": a participle, and nobody to whom it belongs.
_NO_SUBJECT = re.compile(r"^(?!United\b)[A-Z][a-z]{2,}ed\ (?:of|by|in|for|with|as|to|from|on|at|over)\b[^,]*$")
#: A name with what it is, and a clause about it, and there it stops: "Ada Grant, the senator who has long been ill."
_ONLY_A_NAME = re.compile(r"^([^,]{2,60}),\s(?:the|an?)\s[^,]{0,80}?\s(?:who|which|that|whose)\s[^,]*$")
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should|cannot|won"
    r"|said|told|made|took|met|held|lost|went|came|got|gave|saw|left|led|won|put|cut|set|rose|fell|grew|broke|began|found"
    r"|spoke|wrote|chose|sent|spent|kept|knew|thought|brought|bought|built|fought|sought|taught|caught|stood|ran|sat|hit"
    r"|let|paid|read|threw|drew|flew|shot|struck|swore|withdrew|became|felt|forced|hurt|say|want|plan|need|make|vote)\b"
    r"|[a-z](?:ed|[’']s|[’']ve|n[’']t)\b|(?<=\s)[a-z-]{2,}s\b"
)
#: Of what is written in another language nobody here can tell whether it has a verb.
_ENGLISH = re.compile(r"\b(?:the|of|and|in|to)\b")
#: "to do so", early on: what, stood in a sentence before.
_DOES_SO = re.compile(r"^(?:\S+\s){1,7}?(?:do|does|did|doing|done)\sso\b")
#: Outside a quotation, these are the outlet talking to its readers.
_SPEAKS_TO_READERS = re.compile(r"\b(?:we|our|ours|us|you|your|yours|my)\b|\bI\s+[a-z]")
#: "Grant, however, …": against what?
_CONNECTS = frozenset(["however,", "meanwhile,", "though,", "too,", "then", "instead", "similarly"])
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
    # A name in capitals between two dashes, with no agency beside it, opens a clause: "NATO — 32 members — met." But
    # no acronym is as long as the name of a city.
    if not found or ("(" not in found[0] and not _CITY.match(found[0]) and _DASH.search(sentence, found.end())):
        return sentence
    return sentence[found.end() :]


def is_caption(sentence: str) -> bool:
    """Whether it stands below a picture or is led by a label of the page: no sentence of the article.

    >>> is_caption("In this July 11, 2019, file photo, Senator Ada Grant leaves the Capitol in Washington.")
    True
    """
    return bool(_CAPTION.search(sentence[:_LONGEST]))


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
        and not _SAID_WHICH.search(sentence)
        and not _WHO_BEFORE_NAME.search(sentence)
        and not _AFTER_WHAT.search(sentence)
        and not _THATS_WHAT.search(outside)
        and not _SIMILAR.search(outside)
        and not _ONLY_QUOTED.search(sentence)
        and not _SPEAKS_TO_READERS.search(outside)
        and not _DOES_SO.search(sentence)
        and not _CAPTION.search(sentence)
        and not _NO_SUBJECT.search(outside)
        and _tells(outside)
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
    words = sentence.split()
    opening = " ".join(words[:5])
    # "Carter also defended …": besides what?
    if "also" in words[:7] or not _CONNECTS.isdisjoint(words[:5]):
        return True
    return bool(re.match(r"[“\"‘']?The [a-z]", opening)) and not re.search(r"[ \"“‘'(](?!The\b)[A-Z0-9]", opening)


def names_a_relative_day(sentence: str) -> bool:
    """Whether it says "yesterday" or the like: true when it was written, false when the letter is read."""
    return bool(_RELATIVE_DAY.search(sentence))


def _tells(sentence: str) -> bool:
    """Whether something is said of somebody: no verb, and it is a heading or the rest of a sentence."""
    if not _ENGLISH.search(sentence):
        return True
    name = _ONLY_A_NAME.match(sentence)
    return bool(_VERB.search(name[1] if name else sentence))


def _balanced(sentence: str) -> bool:
    """Whether every quotation and bracket that opens is closed."""
    pairs = (("“", "”"), ("(", ")"), ("[", "]"))
    return sentence.count('"') % 2 == 0 and all(sentence.count(a) == sentence.count(b) for a, b in pairs)
