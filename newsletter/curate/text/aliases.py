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
angola angolan
argentina argentine argentinian
armenia armenian
australia australian canberra
austria austrian
azerbaijan azerbaijani baku
bahrain bahraini
bangladesh bangladeshi
belarus belarusian minsk
belgium belgian
benin beninese
bhutan bhutanese
bolivia bolivian
bosnia bosnian
botswana
brazil brazilian brasilia
britain british uk briton
bulgaria bulgarian
burundi burundian
cambodia cambodian
cameroon cameroonian
canada canadian ottawa
chile chilean
china chinese beijing
colombia colombian
congo congolese kinshasa
croatia croatian
cuba cuban havana
cyprus cypriot
denmark danish dane
ecuador ecuadorian ecuadorean
egypt egyptian
england english
eritrea eritrean
estonia estonian
ethiopia ethiopian
eu eus
fiji fijian
finland finnish
france french
gabon gabonese
gambia gambian
germany german
ghana ghanaian
greece greek
guatemala guatemalan
guinea guinean
guyana guyanese
haiti haitian
honduras honduran
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
kazakhstan kazakh
kenya kenyan
korea korean seoul
kosovo kosovar
kuwait kuwaiti
kyrgyzstan kyrgyz
laos laotian
latvia latvian
lebanon lebanese
liberia liberian
libya libyan
lithuania lithuanian
luxembourg
macedonia macedonian
madagascar malagasy
malawi malawian
malaysia malaysian
mali malian
malta maltese
mauritania mauritanian
mexico mexican
moldova moldovan
mongolia mongolian
montenegro montenegrin
morocco moroccan
mozambique mozambican
myanmar burma burmese
namibia namibian
nepal nepali nepalese
netherlands dutch netherland
nicaragua nicaraguan
nigeria nigerian
norway norwegian
oman omani
pakistan pakistani islamabad
palestine palestinian
panama panamanian
paraguay paraguayan
peru peruvian
philippines filipino philippine
poland polish
portugal portuguese
qatar qatari
romania romanian
russia russian moscow kremlin
rwanda rwandan
salvador salvadoran salvadorean
saudi riyadh
scotland scottish scot
senegal senegalese
serbia serbian
singapore singaporean
slovakia slovak
slovenia slovenian
somalia somali
spain spanish
sudan sudanese
sweden swedish
switzerland swiss
syria syrian damascus
taiwan taiwanese
tajikistan tajik
tanzania tanzanian
thailand thai
tibet tibetan
togo togolese
tunisia tunisian
turkey turkish ankara
turkmenistan turkmen
uganda ugandan
ukraine ukrainian kyiv kiev
uruguay uruguayan
uzbekistan uzbek
venezuela venezuelan caracas
vietnam vietnamese hanoi
wales welsh
yemen yemeni
zambia zambian
zealand zealander
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
newfoundland scotia brunswick yukon nunavut
catalonia galicia andalusia asturias navarre bavaria saxony thuringia brandenburg brittany normandy provence corsica
sicily sardinia lombardy tuscany piedmont calabria flanders wallonia tyrol bohemia moravia silesia transylvania
crimea donbas chechnya dagestan abkhazia transnistria kurdistan anatolia galilee gaza sinai
punjab sindh balochistan kashmir gujarat kerala bihar assam bengal maharashtra rajasthan karnataka odisha nagaland
xinjiang sichuan guangdong yunnan hunan hubei java sumatra papua mindanao okinawa hokkaido kyushu
darfur tigray oromia amhara biafra casamance katanga kivu gauteng
chiapas oaxaca jalisco sinaloa sonora veracruz yucatan patagonia amazonas bahia
cornwall yorkshire lancashire essex sussex norfolk suffolk cumbria northumberland ulster
greenland bermuda guam rico
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
