# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""How far a matter has come: charged, then acquitted; missing, then found; passed, then vetoed.

Each family is a run of stages. A letter that appears on Friday must not say "charged" of somebody acquitted on
Thursday, so what a title or a sentence states is read off it, and the latest stage that is well attested holds.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from newsletter.domain.entry import Entry, EntryId, Licence
from newsletter.domain.story import Story

#: A family's stages from the first to the last. A stage is a name, how far it is, and how it is said; ``_`` stands for
#: a space. Outcomes that exclude each other are equally far: of those the newer report holds.
_FAMILIES: Mapping[str, tuple[tuple[str, int, str], ...]] = {
    "trial": (
        ("accused", 1, r"accused of|under investigation|suspected of|arrest(?:s|ed)|detain(?:s|ed)|wanted in"),
        ("charged", 2, r"charg(?:es|ed)|indict(?:s|ed)|indictment|arraigned|pleads? not guilty|pleaded not guilty"),
        ("tried", 3, r"on trial|goes to trial|trial (?:opens|begins|starts)|jury (?:deliberates|weighs|begins)"),
        ("dropped", 4, (r"(?:charges?|case) (?:is |are |was |were )?(?:dropped|dismissed)"
         r"|drop(?:s|ped)? (?:all )?charges|dismiss(?:es|ed)? (?:all )?(?:charges|(?:the )?case)|mistrial")),
        ("acquitted", 4, (r"acquit(?:s|ted)?|acquittal|(?:found|finds|found him|found her) not guilty"
         r"|not guilty (?:verdict|on)|cleared of|exonerated")),
        ("convicted", 4, (r"convict(?:s|ed)?|conviction|found guilty|finds? \S+ guilty|guilty verdict"
         r"|pleads? guilty|pleaded guilty|pled guilty|guilty (?:on|of)")),
        ("sentenced", 5, r"sentenced|sentences|gets? \S+ years in"),
        ("freed", 6, (r"pardon(?:s|ed)|conviction (?:is |was )?(?:overturned|thrown out|vacated)|commut(?:es|ed)"
         r"|overturn(?:s|ed) (?:the )?conviction")),
    ),
    "search": (
        ("missing", 1, (r"(?:is |are |was |were |goes |went |still |reported |reports )missing|missing since"
         r"|missing (?:man|woman|girl|boy|child|teen(?:ager)?|hiker|plane|journalist|lawmaker|senator|mayor|official"
         r"|submarine|boat|pilot|soldier|people)|search(?:es)? (?:continues )?for|disappear(?:s|ed)|vanish(?:es|ed)")),
        ("found", 2, (r"(?:is |are |was |were )?found (?:alive|dead|safe|unharmed|in|after|near|by|on|at)"
          r"|rescued|bod(?:y|ies) (?:is |are |was |were )?"
         r"(?:found|recovered)|wreckage found|turns up|located")),
    ),
    "health": (
        ("ill", 1, (r"hospitali[sz]ed|in (?:the |a )?hospital|rushed to hospital|critically (?:ill|injured|wounded)"
         r"|in critical condition|fights for (?:his|her) life|in intensive care|in a coma|on life support")),
        ("recovered", 2, (r"leaves hospital|left hospital|discharged|released from (?:the )?hospital|recovers"
          r"|recovered")),
        ("dead", 3, r"dies|died|dead at \d+|found dead|has died|passes away|passed away|succumb(?:s|ed)|is dead"),
    ),
    "bill": (
        ("proposed", 1, (r"propos(?:es|ed)|introduc(?:es|ed)|unveil(?:s|ed)|drafted|drafts|plans? to introduce"
         r"|calls? for a bill")),
        ("advanced", 2, r"advances|advanced|clears committee|heads? to (?:the )?(?:floor|senate|house)|debat(?:es|ed)"),
        ("passed", 3, (r"pass(?:es|ed)?|approve[sd]?|clear(?:s|ed) (?:the )?(?:house|senate|congress|parliament)"
         r"|adopt(?:s|ed)|goes to (?:the )?president|sent to (?:the )?president|sends? \S+ to (?:the )?president")),
        ("failed", 3, (r"fail(?:s|ed) to (?:pass|clear|advance|win|get|reach)|fails in|failed in|falls short|fell short"
         r"|vot(?:es|ed) down|votes? against|defeat(?:s|ed) (?:the )?(?:bill|measure|plan|deal|motion|amendment)"
         r"|reject(?:s|ed)?|is defeated|was defeated|stalls|collapses|dies in")),
        ("signed", 4, (r"sign(?:s|ed)(?: \S+)? into law|signs(?! of| that| point)|signed|becomes law|became law"
          r"|enact(?:s|ed)")),
        ("vetoed", 4, r"veto(?:es|ed)"),
        ("undone", 5, r"overrid(?:es|den)|overrode|repeal(?:s|ed)|str(?:ikes|uck) down|struck down"),
    ),
    "nomination": (
        ("nominated", 1, (r"nominat(?:es|ed)|tap(?:s|ped)(?= \S+(?: \S+)? (?:for|as|to))"
         r"|picks? (?=\S+(?: \S+)? (?:for|as|to))|names? (?=\S+(?: \S+)? (?:for|as|to))")),
        ("heard", 2, r"confirmation hearing"),
        ("confirmed", 3, r"confirm(?:s|ed)?|sworn in"),
        ("withdrawn", 3, (r"withdraw(?:s|n)|withdrew|pull(?:s|ed) (?:the )?nomination|drop(?:s|ped) out|bows out"
         r"|nomination (?:is |was )?(?:rejected|withdrawn|pulled)|reject(?:s|ed) (?:the )?nomin\w+")),
    ),
    "race": (
        ("open", 1, (r"polls (?:open|have opened|opened)|go(?:es)? to (?:the )?polls|vot(?:ers|es) head to the polls"
         r"|voting (?:begins|is under way|opens)|election day")),
        ("close", 2, (r"lead(?:s|ing)? (?:in|by|the (?:race|count|vote|polls?|field))|trail(?:s|ing)?|too close to call"
         r"|neck and neck|votes? (?:are |is )?(?:being )?counted|head(?:s|ed)? (?:to|for) (?:a )?runoff|ahead in")),
        ("decided", 3, (r"wins|won|win(?= (?:the|house|senate|control|majority|election|back|in|seats?)\b)"
          r"|elected|re-elected|reelected|conced(?:es|ed)|declared (?:the )?winner|declares victory"
         r"|declared victory|claims victory|victorious|ousts|unseats|defeats|beats|loses (?:to|re-?election)")),
    ),
    "stoppage": (
        ("looming", 1, (r"(?:strike|shutdown|walkout|default|lockout) (?:looms|threat\w*|deadline|nears|fears?)"
         r"|(?:looming|threatened|possible|threat of an?|brink of an?|verge of an?) (?:\S+ )?(?:strike|shutdown|walkout"
         r"|default)|threaten(?:s|ed)? (?:to )?(?:strike|walk out|shut down)"
         r"|(?:call|set|announce|schedule)(?:s|ed)? (?:an? |the )?(?:\S+ )?(?:strike|walkout|lockout)")),
        ("averted", 2, (r"(?:strike|shutdown|walkout|default) (?:is |was |has been )?(?:averted|avoided|called off)"
         r"|(?:avert|avoid|drop|suspend)(?:s|ed|ing|ped)? (?:an? |the )?(?:\S+ )?(?:strike|shutdown|walkout|default)"
         r"|call(?:s|ed)? off (?:an? |the )?(?:\S+ )?(?:strike|walkout)")),
        ("begun", 2, (r"(?:strike|shutdown|walkout) (?:begins|began|starts|started|takes effect|under way)"
         r"|go(?:es)? on strike|went on strike|walk(?:s|ed)? off the job|government shuts down|government shut down")),
        ("ended", 3, (r"(?:strike|shutdown|walkout) (?:ends|ended|is over)|end(?:s|ed)? (?:the )?(?:strike"
          r"|shutdown|walkout)"
         r"|return(?:s|ed)? to work|government reopens")),
    ),
    "talks": (
        ("talking", 1, r"(?:cease-?fire|truce|peace) (?:talks|negotiations|proposal)|negotiat(?:es|ing)|in talks"),
        ("agreed", 2, (r"(?:cease-?fire|truce|deal) (?:is |was )?(?:agreed|reached|takes effect|begins|holds)"
         r"|(?:reach|strike|struck|agree)(?:es|ed|s|d)?(?: on| to)? (?:an? |the )?(?:\S+ )?(?:cease-?fire|truce"
          r"|deal|agreement)")),
        ("broken", 3, (r"(?:cease-?fire|truce|deal|talks) (?:is |was )?(?:broken|collapses?|collapsed|violated"
          r"|ends|ended"
         r"|breaks? down|broke down|falls? apart|fell apart)")),
    ),
    "captivity": (
        ("held", 1, r"kidnap(?:s|ped)|abduct(?:s|ed)|held hostage|taken hostage|take[sn]? hostages?"),
        ("released", 2, (r"(?:hostages?|captives?) (?:is |are |was |were )?(?:freed|released)|free(?:s|d)|freed"
          r"|releas(?:es|ed)")),
    ),
    "office": (
        ("pressed", 1, (r"(?:calls?|called|urged|urges|pressure|pressed) (?:on |for )?(?:\S+ ){0,3}(?:to resign"
          r"|to quit|to step"
         r" down|to go|resignation)|refus(?:es|ed) to (?:resign|quit|step down)|vow(?:s|ed) to (?:stay|remain)")),
        ("gone", 2, (r"resign(?:s|ed)|step(?:s|ped) down|quits|ousted|fired|fires|removed from office|is out as|out as"
         r"|sacked|sacks|drops out|dropped out|ends? (?:\S+ )?campaign|withdraws from (?:the )?race")),
    ),
}  # fmt: skip
_STAGES = tuple((family, *stage) for family, stages in _FAMILIES.items() for stage in stages)
#: One pattern a family: within it the first to match at a place holds, so the longer phrases come first. Of a text in
#: lower case: thousands of titles are searched, and to take no notice of case would take twice the time.
_PATTERNS = {
    family: re.compile(
        r"(?<![\w’'-])(?:"
        + "|".join(
            f"(?P<{name}>{said})" for name, _, said in sorted(stages, key=lambda s: (s[0] != "failed", -s[1], s[0]))
        )
        # "Won't" is no victory.
        + r")(?![\w-]|[’']t\b)"
    )
    for family, stages in _FAMILIES.items()
}
_FAR = {(family, name): far for family, name, far, _ in _STAGES}
#: Characters. A title has fewer; of a text, what comes after is background.
_LONGEST = 400
#: Before a verb, these say that it has not happened, or not yet.
_NOT_SO = re.compile(
    r"(?:\b(?:not|never|no|nobody|without|could|may|might|would|should|will|shall|must|can|cannot|to|if|whether|unless"
    r"|before|until|nearly|almost|denies|denied|deny|likely|expected|possible|possibly|potential|proposed|awaits?"
    r"|seeks?|wants?|urges?|hopes?|fears?|refus(?:es|ed)|fail(?:s|ed)|yet|be|being|previously|once|formerly|who)"
    r"|n[’']t)\s(?:be\s|been\s|have\s|yet\s|been\s)?$",
    re.IGNORECASE,
)
_WINS_WHAT = re.compile(
    r"\s(?:\S+\s){0,2}?(?:praise|endorsements?|backing|support|approval|court|case|ruling|lawsuit|battle|fight"
    r"|delay|reprieve"
    r"|over|permission|award|prize|concessions?)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


@lru_cache(maxsize=1 << 12)  # a story's titles are asked about by the headline, the blurb and the pick
def statuses(text: str) -> frozenset[tuple[str, str]]:
    """The stages that a title or sentence states as reached, each with its family; the furthest of each family.

    What is denied, hoped for or yet to come is not reached, and neither is what stands in quotation marks.

    >>> sorted(statuses("Jury acquits Senator Grant, who was charged in May"))
    [('trial', 'acquitted')]
    >>> sorted(statuses("Senate fails to pass the budget")), sorted(statuses("Grant could be charged"))
    ([('bill', 'failed')], [])
    """
    said = _QUOTED.sub(" ", text[:_LONGEST]).lower()
    reached: dict[str, str] = {}
    for family, pattern in _PATTERNS.items():
        for found in pattern.finditer(said):
            name = str(found.lastgroup)
            if _NOT_SO.search(said, max(0, found.start() - 24), found.start()):
                continue
            if name == "decided" and _WINS_WHAT.match(said, found.end()):
                continue
            if family not in reached or _FAR[family, name] > _FAR[family, reached[family]]:
                reached[family] = name
    return frozenset(reached.items())


def is_first(family: str, stage: str) -> bool:
    """Whether a stage is the one that a matter of its family begins with."""
    return _FAR[family, stage] == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Latest:
    """The stage that a matter has reached, where it had not reached it in all reports."""

    family: str
    stage: str
    #: Whose titles state it.
    entries: frozenset[EntryId]
    #: Whose titles state an earlier stage, or another one that the latest denies.
    overtaken: frozenset[EntryId]

    def told_in(self, text: str) -> bool:
        """Whether a sentence states this stage."""
        return (self.family, self.stage) in statuses(text)

    def denied_in(self, text: str) -> bool:
        """Whether a sentence states another stage of the family, and not this one."""
        return any(family == self.family and stage != self.stage for family, stage in statuses(text))


def latest(story: Story) -> Latest | None:
    """The status that changed while a story ran; None where no title contradicts another.

    A later stage holds once two newsrooms state it, or where a newsroom that may be quoted states it and nothing
    newer says otherwise. Where several families changed, the one with the most entries counts, ties by name.
    """
    if len(story.entries) < 2:
        return None
    stated: dict[str, list[tuple[Entry, str]]] = {}
    for entry in story.entries:
        if entry.kind.tells and entry.title:
            for family, stage in statuses(entry.title):
                stated.setdefault(family, []).append((entry, stage))
    found = [each for family, reports in stated.items() if (each := _holds(family, reports)) is not None]
    return min(found, key=lambda each: (-len(each.entries | each.overtaken), each.family), default=None)


def _holds(family: str, reports: list[tuple[Entry, str]]) -> Latest | None:
    """The furthest well attested stage of a family, where the reports state several."""
    stages = {stage for _, stage in reports}
    if len(stages) < 2:
        return None
    # The furthest first; of those equally far, the one with the newest report.
    newest = {s: max((e.at, e.id) for e, stage in reports if stage == s) for s in stages}
    for stage in sorted(sorted(stages, key=lambda s: newest[s], reverse=True), key=lambda s: -_FAR[family, s]):
        holding = [entry for entry, other in reports if other == stage]
        overtaken = [entry for entry, other in reports if other != stage]
        if not _attested(holding, overtaken):
            continue
        first = min(entry.at for entry in holding)
        if all(entry.at >= first for entry in overtaken):
            return None  # nothing came before it: the others tell of something else
        return Latest(
            family=family,
            stage=stage,
            entries=frozenset(entry.id for entry in holding),
            overtaken=frozenset(entry.id for entry in overtaken),
        )
    return None


def _attested(holding: Iterable[Entry], others: Iterable[Entry]) -> bool:
    entries = tuple(holding)
    if len({entry.voice for entry in entries}) > 1:
        return True
    last = max(entries, key=lambda entry: (entry.at, entry.id))
    return last.licence is Licence.EXCERPT and not any(entry.at > last.at for entry in others)
