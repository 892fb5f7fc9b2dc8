# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""What an outlet says that it got wrong: no news of the day, and no furniture either.

A correction is taken out of a text and kept, in the outlet's words. A mere stamp ("Updated at 3 pm") is none.
"""

import re

from newsletter.collect.furniture.patterns import NO_CASE_ANY_SIGN

#: Characters. A longer paragraph is no note.
_LONGEST = 1_500
_PIECE = (
    r"(?:(?:news )?(?:article|story|piece|post|report|column|headline|caption|dispatch|page|item|interview|review|"
    r"essay|"
    r"op-ed|text|copy|obituary|graphic|chart|map|video|podcast|episode|newsletter|summary|blog|live ?blog|version))"
)
#: What was done to it or was wrong with it.
_WRONG = (
    r"(?:correct(?:ed|s|ion|ly|ing)?|incorrect(?:ly)?|amend(?:ed|s|ment)?|misstat\w*|misspel\w*|misidentif\w*|"
    r"misquot\w*|misattribut\w*|mischaracteri[sz]\w*|misnam\w*|mislabel\w*|misreport\w*|misspoke|erroneous(?:ly)?|"
    r"errors?|mistaken(?:ly)?|mistakes?|wrong(?:ly)?|inaccura\w+|retract\w*|clarif\w+|overstat\w*|understat\w*|"
    r"conflated|omitted|removed|withdrawn|regrets?)"
)
#: A line that is such a note, from its beginning to its end.
OPENS = re.compile(
    # The label of a note, and the note.
    r"[\W_]*+(?:"
    r"(?:(?:corrections?|clarifications?|errat(?:um|a)|amendments?)(?: (?:&|and) (?:corrections?|clarifications?))?"
    r"(?: (?:appended|added|of|on|to|issued|published)\b[^:.]{0,40})?(?: ?\([^()]{0,60}\))?,?"
    r"(?: (?-i:[A-Z])[\w.]{2,9} \d{1,2}(?:, \d{4})?| \d{1,2} (?-i:[A-Z])\w{2,9}(?: \d{4})?)?\s?(?::|[–—-] |\. "
    r"(?=[A-Z])).*|"
    rf"(?:(?:editor|publisher)'?s?'?|editorial|editing) notes?\b[^:.]{{0,40}}[:.–—].{{0,600}}\b{_WRONG}\b.*|"
    rf"(?:update|note to readers|note)\s?(?:\([^()]{{0,60}}\))?\s?[:–—-].{{0,100}}"
    rf"\b(?:earlier|previous|original|prior|first|initial) (?:published )?(?:version|{_PIECE}).{{0,300}}\b{_WRONG}\b.*|"
    # The note itself.
    r"(?:(?:because of|due to|owing to|following|through) an? (?:\w+ )?(?:editing|production|reporting|transcription|"
    r"typing|typographical|source|reporter's|editor's|agency)? ?(?:errors?|mistakes?),? )?"
    r"(?:(?:an?|the|this) (?:\w+ )?(?:caption|headline|chart|map|graphic|summary) (?:in|on|of|with|for|to) )?"
    r"(?:an?|the|in an?|in the) (?:earlier|previous|prior|original|initial) "
    rf"(?:online |published |print )?(?:version|edition|{_PIECE})(?: and \w+)?"
    rf"(?:,? (?:of|to|for|in) (?:(?:this|our) (?:\w+ )?{_PIECE}|the (?:article|story|headline|caption|post))\b.*|"
    rf"\b.{{0,60}}\b(?:misstated|misspelled|misspelt|"
    r"misidentified|misquoted|misattributed|incorrectly|erroneously|mistakenly|wrongly)\b.*)|"
    rf"this (?:\w+ (?:\d+ )?)?{_PIECE}(?:'s (?:headline|caption|introduction|first paragraph))? "
    r"(?:(?:was|has(?: since)? been|has|had been|is|were|,? first published)\b.{0,60}?\b)?"
    r"(?:corrected|corrects|amended(?! by)|clarified|retracted|withdrawn|misstated|misspelled|misidentified|"
    r"incorrectly|"
    r"refiled|(?:updated|revised|edited|changed|modified|altered) to (?:correct|clarify|reflect|remove|fix|"
    r"accurately|show|say|"
    r"make clear|include|add|note)|(?:updated|revised) (?:with|after) (?:a|the) correct\w*)\b.*|"
    r"the (?:headline|caption|photo caption|spelling|name|standfirst) (?:of|on|for|in) this \w+ (?:was|has been) "
    r"(?:corrected|amended|changed|updated)\b.*|"
    r"(?:an? (?:\w+ )?)?(?:corrections?|clarifications?) (?:was|were|has been|is) (?:made|added|appended|issued) "
    r"(?:on|to|at|in)\b"
    rf".{{0,80}}(?:\b(?:version|{_PIECE})\b|:).*|"
    r"corrects? (?:(?:the )?(?:spelling|name|title|date|number|figure|age|attribution|headline|caption|typo)\b|"
    r"(?:to|paragraph|in paragraph|day|second|first|\d)).{0,200}|"
    r"(?:the|this) (?-i:[A-Z])[\w ]{0,40} (?:regrets|apologi[sz]es for) the (?:error|mistake|confusion)\b.*|"
    r"(?:we|the (?:editors|authors?|reporters?|newspaper|paper)) (?:regrets?|apologi[sz]es? for) "
    r"(?:the|this|any) (?:error|mistake|confusion|inaccurac)\w*.*"
    r"))",
    NO_CASE_ANY_SIGN,
)


def is_correction(line: str) -> bool:
    """Whether a sentence or paragraph says what its outlet got wrong in this or another piece.

    >>> is_correction("Correction: An earlier version of this article misspelled the senator's name.")
    True
    >>> is_correction("An earlier version of the bill would have capped the price at $35.")
    False
    """
    return len(line) <= _LONGEST and bool(OPENS.fullmatch(line.replace("’", "'")))


_GOES_ON = re.compile(
    r"\W*(?:(?:an?|the|our|its) (?:earlier|previous|prior|original|initial|first|correct|right) |in fact\b|"
    r"the (?:error|mistake|name|date|figure|number|headline|article|story|piece)\b|we (?:regret|apologi[sz]e)\b)",
    NO_CASE_ANY_SIGN,
)


def says_what_was_wrong(line: str) -> bool:
    """Whether a sentence, behind one that is a correction, goes on with it.

    >>> says_what_was_wrong("An earlier version said that the governor had vetoed the bill.")
    True
    >>> says_what_was_wrong("The president is expected to sign it on Friday.")
    False
    """
    return bool(_GOES_ON.match(line))
