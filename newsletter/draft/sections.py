"""Sections: which heading a story stands under, and in which order they come.

The rules are words that an editor can read and argue with. A title's words count for more than a lead's;
where no word decides, the section that the operator gave to the feed does.
"""

from collections import Counter
from collections.abc import Sequence

from newsletter.domain.issue import Section, Told
from newsletter.domain.story import Story
from newsletter.draft.telling.patterns import Patterns
from newsletter.draft.telling.words import folded

#: The section of the lead story alone; no rule gives it, an editor may.
LEAD = "lead"
OTHER = "other"

#: Section to the words that speak for it, each pattern with its weight. The order breaks ties.
_RULES: dict[str, tuple[tuple[str, int], ...]] = {
    "elections": (
        (r"elections?|electoral|elector|primar(?:y|ies)|ballots?|nominee|nomination|running[- ]mate|delegates?", 3),
        (
            r"presidential (?:candidate|nominee|bid|hopeful|contender|run|race|campaign)s?|(?:attack|tv|campaign) ads?",
            2,
        ),
        (r"r\.?n\.?c\.?|d\.?n\.?c\.?|(?:republican|democratic) national committee|party chair\w*|tea party|cpac", 2),
        (r"candidates?|candidacy|campaign(?:s|ed|ing)?|re-?election|voters?|convention|rall(?:y|ies)|swing states?", 2),
        (r"polls?|polling|turnout|donors?|fundraising|endors\w+|debates?|super pac|ticket|runoff", 2),
    ),
    "courts": (
        (r"supreme court|appeals court|court of appeals|district court|circuit court|grand jury|high court", 2),
        (r"courts?|judges?|justices|jury|jurors?|verdict|convicted|sentenced?|sentencing|indict\w+|plead\w*|pleas?", 3),
        (r"arrest(?:s|ed)?|suspects?|manhunt|extradit\w+|custody|cartel", 2),
        (r"subpoena\w*|u\.?s\.? attorneys?|special counsel", 2),
        (r"lawsuits?|sues?|sued|ruling|ruled|rules that|trial|appeals?|prosecutors?|guilty|charges|injunction", 2),
    ),
    "congress": (
        (r"congress|congressional|senate|house of representatives|filibuster|lawmakers|appropriations", 3),
        (r"(?<!white )(?<!state )house(?! arrest| prices)|senators?|rep\.|speaker|congress(?:man|woman|men)", 2),
        (r"capitol hill|bipartisan|subcommittee", 2),
        (r"bills?|committee|hearing|legislation|representatives?|vote[sd]?|shutdown", 1),
    ),
    "states": (
        (
            (
                r"governors?|gov\.|statehouse|legislature|mayors?|city council"
                r"|state (?:house|senate|lawmakers?|law|agenc\w+)"
            ),
            3,
        ),
        (
            (
                r"alabama|alaska|arizona|arkansas|california|colorado|connecticut|florida|georgia|hawaii|idaho|illinois"
                r"|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi"
                r"|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina"
                r"|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee"
                r"|texas|utah|vermont|virginia|wisconsin|wyoming"
            ),
            1,
        ),
        (r"county|sheriff|statewide|school board|city|cities|police|wildfires?|encampments?|homeless", 1),
    ),
    "foreign": (
        (r"nato|united nations|prime minister|foreign minister|cease-?fire|embass(?:y|ies)|diploma\w+|kremlin", 3),
        (
            (
                r"ukrain\w*|russian?|israeli?|gaza|hamas|hezbollah|iran(?:ian)?|chin(?:a|ese)|beijing|taiwan|korean?"
                r"|venezuelan?|mexican?|canad\w+|britain|british|france|french|german(?:y)?|european?|japan(?:ese)?|india"
                r"|saudis?|arabia|iraqi?|afghan\w*|turkish|egypt\w*|qatar\w*|emirates|pakistan\w*|australian?"
                r"|new zealand|ital(?:y|ian)|spain|spanish|poland|polish|greece|greek|sweden|swedish|norway|cuban?"
                r"|brazil\w*|colombian?|argentin\w+|guatemala\w*|hondura\w+|salvador\w*|hait\w+|nigerian?|somalia?|libyan?"
                r"|sudan\w*|ethiopia\w*|kenyan?|philippin\w+|vietnam\w*|indonesian?|myanmar|(?<!new )mexico"
                r"|syrian?|yemen|houthis?|lebanon|turkey|palestinians?|netanyahu|putin|zelensk\w+|bangladesh|olympics"
            ),
            2,
        ),
        (r"troops|sanctions|treaty|foreign|abroad|overseas|border dispute|hostages?|war", 1),
    ),
    "economy": (
        (r"inflation|federal reserve|the fed|interest rates?|unemployment|gdp|gross domestic|econom(?:y|ic|ists?)", 3),
        (r"jobs report|tariffs?|trade deal|stocks?|wages?|consumer prices|treasury|recession|minimum wage|mergers?", 2),
        (r"tax(?:es)?|debt|deficit|jobs|prices|markets?|growth|budget|banks?|union|strike", 1),
    ),
    "executive": (
        (r"white house|oval office|executive order|secret service|cabinet|homeland security|pentagon", 3),
        (r"president(?!ial)|administration|justice department|attorney general|f\.?b\.?i\.?|e\.?p\.?a\.?", 2),
        (r"secretary|department|agency|regulators?|veto(?:e[sd])?|pardon\w*|federal|director|rule", 1),
    ),
}
#: Every section that a story may stand under, the lead apart.
NAMES = ("congress", "executive", "courts", "elections", "states", "foreign", "economy", OTHER)

#: What operators call the sections of their feeds.
_KNOWN_AS = {
    "parliament": "congress",
    "legislature": "congress",
    "white house": "executive",
    "government": "executive",
    "administration": "executive",
    "court": "courts",
    "law": "courts",
    "justice": "courts",
    "legal": "courts",
    "election": "elections",
    "campaign": "elections",
    "campaigns": "elections",
    "state": "states",
    "local": "states",
    "cities": "states",
    "regions": "states",
    "world": "foreign",
    "international": "foreign",
    "abroad": "foreign",
    "business": "economy",
    "money": "economy",
    "markets": "economy",
    "finance": "economy",
}
#: Of each pattern in turn: its section and its weight.
_RULE_OF = tuple((name, weight) for name, rules in _RULES.items() for _, weight in rules)
_FOUND_BY = Patterns([words for rules in _RULES.values() for words, _ in rules])
#: Words of an entry's text that count as its lead.
_LEAD_WORDS = 45
#: A title's word counts as much as this many of a lead's.
_TITLE = 3
#: Below this mean score a story's words decide nothing.
_ENOUGH = 4.0


def section_of(story: Story) -> str:
    """The section of a story, one of ``NAMES``."""
    scores = _scores(story)
    best = max(scores.values())
    if best >= _ENOUGH:
        return next(name for name, score in scores.items() if score == best)
    return _of_feeds(story)


def section_named(word: str) -> str | None:
    """The section that a person means by a word, or None: ``World`` is ``foreign``."""
    name = folded(word).lower()
    return name if name in (*NAMES, LEAD) else _KNOWN_AS.get(name)


def arrange(told: Sequence[Told]) -> tuple[Section, ...]:
    """The letter in reading order.

    The weightiest story opens it, or the one that an editor put into the section ``lead``.
    The others follow in sections, each in order of rank, the section with the weightiest story first.
    """
    ordered = sorted(told, key=lambda t: (t.section != LEAD, t.ranked.rank, t.id))
    named: dict[str, list[Told]] = {}
    for story in sorted(ordered[1:], key=lambda t: (t.ranked.rank, t.id)):
        named.setdefault(OTHER if story.section == LEAD else story.section, []).append(story)
    lead = (Section(name=LEAD, stories=tuple(ordered[:1])),) if ordered else ()
    return (*lead, *(Section(name=name, stories=tuple(stories)) for name, stories in _other_last(named)))


def _other_last(named: dict[str, list[Told]]) -> list[tuple[str, list[Told]]]:
    """In the order found, which is that of weight; but "Also this week" closes the letter."""
    return sorted(named.items(), key=lambda item: item[0] == OTHER)


def _scores(story: Story) -> dict[str, float]:
    """How much an average entry speaks for each section, in the order of the rules."""
    points = dict.fromkeys(_RULES, 0)
    for entry in story.entries:
        lead = entry.text.split(maxsplit=_LEAD_WORDS)[:_LEAD_WORDS]
        for times, text in ((_TITLE, entry.title), (1, " ".join(lead))):
            for place, count in _FOUND_BY.counts(text).items():
                name, weight = _RULE_OF[place]
                points[name] += times * weight * min(2, count)
    return {name: round(sum_ / len(story.entries), 6) for name, sum_ in points.items()}


def _of_feeds(story: Story) -> str:
    """The section that at least half of its entries' feeds are given to, ties in the order of ``NAMES``."""
    votes = Counter(section for e in story.entries if (section := section_named(e.section)) and section != LEAD)
    first = min(votes, key=lambda name: (-votes[name], NAMES.index(name)), default=OTHER)
    # One foreign desk among six outlets does not make a story foreign.
    return first if 2 * votes[first] >= len(story.entries) else OTHER
