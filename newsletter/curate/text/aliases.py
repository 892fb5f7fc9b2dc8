"""Aliases: other words for one place, people, body or party, and which words are places.

Headline writers name a country by its people ("British"), by its capital ("Beijing") or by its name; readers know
that it is one. The lists are of public facts and hold for any year's news; cities are no aliases of their countries
unless headlines use them for the government.
"""

from newsletter.curate.text.terms import word_list, words

# The first word of a line is the name; the others are other words for it.
_SAME = """
afghanistan afghan afghans
albania albanian
algeria algerian
argentina argentine argentinian
armenia armenian
australia australian canberra
austria austrian
bangladesh bangladeshi
belarus belarusian minsk
belgium belgian
bolivia bolivian
bosnia bosnian
brazil brazilian brasilia
britain british uk briton
bulgaria bulgarian
cambodia cambodian
canada canadian ottawa
chile chilean
china chinese beijing
colombia colombian
croatia croatian
cuba cuban havana
cyprus cypriot
denmark danish dane
egypt egyptian
england english
estonia estonian
ethiopia ethiopian
eu eus
finland finnish
france french
germany german
ghana ghanaian
greece greek
haiti haitian
hungary hungarian
iceland icelandic
india indian
indonesia indonesian
iran iranian tehran
iraq iraqi
ireland irish
israel israeli
italy italian
jamaica jamaican
japan japanese
jordan jordanian
kenya kenyan
korea korean seoul
kyrgyzstan kyrgyz
latvia latvian
lebanon lebanese
libya libyan
lithuania lithuanian
malaysia malaysian
mexico mexican
moldova moldovan
morocco moroccan
mozambique mozambican
myanmar burma burmese
netherlands dutch netherland
nigeria nigerian
norway norwegian
pakistan pakistani islamabad
palestine palestinian
peru peruvian
philippines filipino philippine
poland polish
portugal portuguese
romania romanian
russia russian moscow kremlin
scotland scottish scot
senegal senegalese
serbia serbian
slovakia slovak
slovenia slovenian
somalia somali
spain spanish
sudan sudanese
sweden swedish
switzerland swiss
syria syrian damascus
taiwan taiwanese
tanzania tanzanian
thailand thai
tunisia tunisian
turkey turkish ankara
ukraine ukrainian kyiv kiev
uganda ugandan
venezuela venezuelan caracas
vietnam vietnamese hanoi
wales welsh
yemen yemeni
zambia zambian
zimbabwe zimbabwean
gop republican
democrat democratic
scotus supreme
"""
_STATES = """
alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana
iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska
nevada hampshire jersey york carolina dakota ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia
wisconsin wyoming ontario quebec manitoba saskatchewan alberta queensland tasmania
"""
_NO_PLACES = frozenset(("gop", "democrat", "scotus", "eu"))


def _folded(word: str) -> str:
    return (words(word) or [""])[0]


#: Folded word to the folded name that stands for it and for all its others.
ALIASES = {
    _folded(other): _folded(line.split()[0])
    for line in _SAME.strip().splitlines()
    for other in line.split()
    if _folded(other)
}
#: Names of countries and states, folded and as ``ALIASES`` has them.
PLACES = frozenset(ALIASES.values()) - _NO_PLACES | {_folded(state) for state in word_list(_STATES)}
