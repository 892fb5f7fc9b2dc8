"""Section words: which words of a title or lead speak for which section, and what operators call sections.

An editor can read them and argue with them; to change a section, change them here.
"""

#: Section to the words that speak for it, each pattern with its weight. The order breaks ties.
RULES: dict[str, tuple[tuple[str, int], ...]] = {
    "elections": (
        (
            (
                r"senate (?:bid|race|candidate|hopeful|contest|run)|house race|race for (?:senate|governor)"
                r"|gubernatorial|20[0-9]{2} (?:race|bid|field)"
            ),
            5,
        ),
        (
            (
                r"(?:lose|win|losing|winning|retake|flip) (?:house|senate)"
                r"|(?:lose|win|losing|winning|retake|flip) the (?:house|senate)|mid-?terms?"
            ),
            4,
        ),
        (r"elections?|electoral|elector|primar(?:y|ies)|ballots?|nominee|nomination|running[- ]mate|delegates?", 3),
        (
            (
                r"presidential (?:candidate|nominee|bid|hopeful|contender|run|race|campaign)s?"
                r"|(?:attack|tv|campaign) ads?"
            ),
            2,
        ),
        (r"r\.?n\.?c\.?|d\.?n\.?c\.?|(?:republican|democratic) national committee|party chair\w*|tea party|cpac", 2),
        (
            (
                r"candidates?|candidacy|campaign(?:s|ed|ing)?|re-?election|voters?|convention|rall(?:y|ies)"
                r"|swing states?"
            ),
            2,
        ),
        (r"polls?|polling|turnout|donors?|fundraising|endors\w+|debates?|super pac|ticket|runoff", 2),
    ),
    "courts": (
        (r"supreme court|appeals court|court of appeals|district court|circuit court|grand jury|high court", 2),
        (
            (
                r"courts?|judges?|justices|jury|jurors?|verdict|convicted|sentenced?|sentencing|indict\w+"
                r"|plead\w*|pleas?"
            ),
            3,
        ),
        (r"arrest(?:s|ed)?|suspects?|manhunt|extradit\w+|custody|cartel", 2),
        (r"subpoena\w*|u\.?s\.? attorneys?|special (?:counsel|prosecutor)|pleads? the fifth|collusion", 2),
        (r"lawsuits?|sues?|sued|ruling|ruled|rules that|trial|appeals?|prosecutors?|guilty|charges|injunction", 2),
        (r"probes?|investigators?|court filings?|witness[- ]tampering", 1),
    ),
    "congress": (
        (
            (
                r"congress|congressional|senate(?! bid| race| candidate| hopeful| contest| run)"
                r"|house of representatives|filibuster|lawmakers?|appropriations|impeach\w*"
            ),
            3,
        ),
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
                r"alabama|alaska|arizona|arkansas|california|colorado|connecticut|florida|georgia|hawaii|idaho"
                r"|illinois"
                r"|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi"
                r"|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina"
                r"|north dakota|ohio|oklahoma|oregon|pennsylvania|puerto rico|rhode island|south carolina"
                r"|south dakota|tennessee"
                r"|texas|utah|vermont|virginia|wisconsin|wyoming"
            ),
            1,
        ),
        (r"county|sheriff|statewide|school board|city|cities|police|wildfires?|encampments?|homeless", 1),
    ),
    "foreign": (
        (
            (
                r"nato|united nations|u\.n\.|un (?:human rights|security|general)|prime minister|foreign minister"
                r"|cease-?fire|embass(?:y|ies)|diploma\w+|kremlin"
            ),
            3,
        ),
        (
            (
                r"ukrain\w*"
                r"|russian?(?! probe| inquiry| collusion| dossier| meddling| investigation| interference)"
                r"|israeli?|gaza|hamas|hezbollah|iran(?:ian)?|chin(?:a|ese)|beijing|taiwan|korean?"
                r"|venezuelan?|mexican?|canad\w+|britain|british|france|french|german(?:y)?|european?"
                r"|japan(?:ese)?|india"
                r"|saudis?|arabia|iraqi?|afghan\w*|turkish|egypt\w*|qatar\w*|emirates|pakistan\w*|australian?"
                r"|new zealand|ital(?:y|ian)|spain|spanish|poland|polish|greece|greek|sweden|swedish|norway|cuban?"
                r"|brazil\w*|colombian?|argentin\w+|guatemala\w*|hondura\w+|salvador\w*|hait\w+|nigerian?"
                r"|somalia?|libyan?"
                r"|sudan\w*|ethiopia\w*|kenyan?|philippin\w+|vietnam\w*|indonesian?|myanmar|(?<!new )mexico"
                r"|syrian?|yemen|houthis?|lebanon|turkey|palestinians?|netanyahu|putin|zelensk\w+|bangladesh|olympics"
            ),
            2,
        ),
        (r"troops|sanctions|treaty|foreign|abroad|overseas|border dispute|hostages?|war", 1),
    ),
    "economy": (
        (
            (
                r"inflation|federal reserve|the fed|interest rates?|unemployment|gdp|gross domestic"
                r"|econom(?:y|ic|ists?)"
            ),
            3,
        ),
        (
            (
                r"jobs report|tax (?:plan|reform|cuts?|code|brackets?)|antitrust|tariffs?|trade deal|stocks?"
                r"|wages?|consumer prices|treasury|recession|minimum wage|mergers?"
            ),
            2,
        ),
        (r"tax(?:es)?|debt|deficit|jobs|prices|markets?|growth|budget|banks?|union|strike", 1),
    ),
    "executive": (
        (r"white house|oval office|executive order|secret service|cabinet|homeland security|pentagon", 3),
        (
            (
                r"president(?!ial)|administration|justice department|attorney general|f\.?b\.?i\.?|e\.?p\.?a\.?"
                r"|f\.?t\.?c\.?|f\.?c\.?c\.?"
            ),
            2,
        ),
        (r"secretary|department|agency|regulators?|veto(?:e[sd])?|pardon\w*|federal|director|rule", 1),
    ),
}

#: What operators call the sections of their feeds.
KNOWN_AS = {
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
