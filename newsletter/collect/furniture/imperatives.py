# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""Sentences that give the reader an order: a reporter never does, an outlet's shop does it all the time.

"Scan the code to install the app." The trouble is that English verbs are nouns, and groups are named by orders: "Save
the Wetlands sued on Monday." So an order counts with a word that only a shop gives it for ("your", "episode", "today"),
and not where a verb in the past tells that the order is the subject of a statement.
"""

import re

from newsletter.collect.furniture.patterns import NO_CASE
from newsletter.collect.normalise import word_set

_VERBS = word_set(
    "open add adjust allow ask back be book browse buy call cast catch change check choose claim click comment "
    "compare complete confirm connect consider contact contribute copy create discover dive donate double download "
    "drop email enable enjoy enrol enroll enter explore fill find follow fund get gift give go grab have hear help "
    "install join keep learn leave let like listen log look mail make meet message opt order pay pick pitch play "
    "pledge post preorder press pull rate reach read receive refresh register renew reply report republish review "
    "save scan scroll search see select send set share shop show sign skip sort spread stand start stay stream "
    "submit subscribe support swipe switch tag take tap tell test text treat try tune turn tweet uncover unlock "
    "update upgrade use view visit volunteer vote watch win write"
)
_VERB = "|".join(sorted(_VERBS))
#: What stands after an order, and seldom after a noun that opens a sentence.
_OBJECT = (
    r"(?= (?:(?:the|a|an|our|your|this|that|these|those|all|any|each|every|some|more|less|it|us|me|up|in|into|through|"
    r"on|onto|out|off|"
    r"to|now|today|here|below|for|from|with|as|at|back|over|live|free|play|straight|"
    r"independent|unlimited|breaking|local|quality|exclusive|news|alerts|updates|full|instant|early|premium|digital|"
    r"monthly|"
    r"weekly|daily|personali[sz]ed|what|how|why|when|where|who)\b|"
    r"£|\$|€|\d|(?-i:[A-Z]))|\W*$)"
)
#: "Please scan …", "Just scan …", and behind an opening clause: "For live updates, get …", "To hear more, press …".
ORDER = re.compile(
    rf"\W*(?:(?:and|or|so|now|also|just|simply|then|never|always|you can|why not|"
    rf"to)\s+){{0,2}}(?:e-)?(?:{_VERB}){_OBJECT}|"
    rf"\W*(?:to|for|if|when|whether|while|before|after|as|with|until|in the meantime|meanwhile)\b[^.?!]{{2,160}}"
    rf"(?:, | — | – )(?:please |just |you can |then )?(?:e-)?(?:{_VERB}){_OBJECT}",
    NO_CASE,
)
#: No reporter says please, unless in somebody's words.
PLEASE = re.compile(r"\W*(?:so |and )?please [a-z]", NO_CASE)
_PARTICIPLES = word_set(
    "enjoying looking missing wondering needing wanting thinking struggling running voting moving planning heading "
    "getting feeling reading following trying hoping going having worrying"
)
#: "Not getting it yet?", "Want to read on?", "Do you work there?": asked of the reader.
ASKS_READER = re.compile(
    rf"\W*(?:(?:not|still|already|never|enjoy|enjoyed|{'|'.join(sorted(_PARTICIPLES))}|curious|confused|interested|"
    rf"prefer|"
    r"missed|want|need|love|fancy|got|care about|worried|tired of|ready|like)\b(?! "
    r"(?:he|she|they|it|the|his|her|"
    r"their)\b)|"
    r"(?:do|are|were|have|did|can|could|would|will|has|is|does) (?:you|your|our|we|this (?:story|article))\b|"
    r"(?:comments?|questions?|thoughts|feedback|suggestions?|complaints?|concerns?|story ideas?) (?:on|about)\b|"
    r"(?:something|anything) to (?:say|add)\b|"
    r"(?:don't|can't|haven't|aren't|isn't|didn't|won't)\b)[^?.!]{0,200}\?\W*",
    NO_CASE,
)
#: A verb in the past or the third person, before the first word that opens a clause of its own.
_STATES = re.compile(
    r"(?:(?!\b(?:that|which|who|what|how|why|where|when|if|because|whether)\b)[^.?!:;]){1,200}?"
    r"\b(?:was|were|is|are|has|had|will|would|did|does|said|fell|rose|won|lost|told|came|went|took|made|sued|drew|"
    r"led|met|"
    r"grew|became|began|broke|brought|built|bought|caught|chose|drove|fought|flew|gave|got|held|kept|knew|left|"
    r"meant|paid|ran|"
    r"rode|sank|saw|sold|spent|spoke|stood|stole|struck|swore|taught|thought|threw|wore|wrote|quit|"
    r"could|may|might|must|can|remains?|(?!(?:need|feed|speed|seed|unlimited|limited|related|united|dedicated|detailed|"
    r"updated|curated|trusted|personali[sz]ed|featured|recommended|advanced|required)\b)[a-z]{2,}ed)\b",
    NO_CASE,
)
#: What only a shop gives an order about. Words in lower case.
AUDIENCE = word_set(
    "programme programmes player replay mondays tuesdays wednesdays thursdays fridays saturdays sundays your yours "
    "you our us me here below above today now free live tonight weeknights weekdays weekly daily newsletter "
    "newsletters inbox podcast podcasts app apps alerts notifications episode episodes channel hashtag conversation "
    "comments subscription subscriptions subscriber subscribers membership member members journalism newsroom gift "
    "paypal stream streaming website page article story quiz guide explainer tracker video videos audio livestream "
    "code screen link signal securely whatsapp confidence confidentially browser account form survey edition feed "
    "et gmt bst online unlimited trial offer discount tickets"
)
#: What a reader is ordered about for.
_PURPOSE = re.compile(
    r"\bto (?:see|read|hear|watch|view|listen|learn|find out|continue|browse|sign|subscribe|comment)\b", NO_CASE
)
#: With one of these, and not as part of a name ("Save Our Rivers"), the order needs no more proof.
_READER = re.compile(r"\b(?:your|yours|you|our|us|me|here|below)\b")


#: A thing that is named by an order, and what it does: "Stand your ground laws, as they are called, let …".
_NAMED_BY_ORDER = re.compile(
    r"\W*(?:(?!the\b|our\b|this\b|an?\b|these\b|all\b|how\b|what\b|to\b|for\b)[\w'-]+ ){2,4}"
    r"(?:laws?|bills?|rules?|acts?|campaigns?|groups?|orders?|clauses?|policy|policies|schemes?|measures?|programs?|"
    r"programmes?|drives?|movements?|statutes?|amendments?|rall(?:y|ies)|protests?|ads?)"
    r"(?:, (?:as|which|a|an|the|long|first|now)\b| (?:let|lets|allow\w*|would|will|ha(?:s|ve|d)|are|is|was|were|"
    r"could|must|may|"
    r"require\w*|gives?|makes?|faces?|spread|mean\w*|protect\w*|do|does|(?-i:[a-z]{3,}ed))\b)",
    NO_CASE,
)


def orders(own: str, words: frozenset[str]) -> bool:
    """Whether a line, without the words of others, is an order to the reader; ``words`` are the line's.

    >>> from newsletter.collect.furniture.line import words_in
    >>> [orders(s, words_in(s)) for s in ("Scan the code to get the app.", "Save the Wetlands sued over the app.")]
    [True, False]
    """
    if not ORDER.match(own) or (AUDIENCE.isdisjoint(words) and not _PURPOSE.search(own)):
        return False
    if _NAMED_BY_ORDER.match(own) or own.startswith("Press Association"):
        return False
    return bool(_READER.search(own)) or not _STATES.match(own)
