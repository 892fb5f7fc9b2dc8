"""Who acts, what he is called, and names of one and the same."""

#: Names of one and the same, where they have a capital letter.
ALIASES = """
united_states us usa american americans america
united_kingdom uk britain british briton britons
european_union eu
european europe europeans
federal_reserve fed
republican republicans gop
democrat democrats democratic dem dems
justice_department doj department_of_justice
defense_department pentagon
united_nations un
prime_minister premier pm
commons mps house_of_commons
attorney_general ag
turkey turkish turk turks
greece greek greeks
cyprus cypriot cypriots
france french
germany german germans
spain spanish spaniard
netherlands dutch
switzerland swiss
denmark danish dane danes
sweden swedish swede swedes
norway norwegian norwegians
finland finnish finn
poland polish pole poles
ireland irish
scotland scottish scot scots
wales welsh
england english
portugal portuguese
philippines filipino filipinos philippine
peru peruvian
thailand thai
iraq iraqi iraqis
israel israeli israelis
iceland icelandic
china chinese
japan japanese
russia russian russians
ukraine ukrainian ukrainians
mexico mexican mexicans
canada canadian canadians
argentina argentine argentinian
czech czechia
kremlin russia
california californian californians
texas texan texans
michigan michigander
"""

#: Words beside a name that tell what its bearer is.
OFFICES = """
president senator governor representative congressman congresswoman mayor minister premier chancellor secretary
treasurer sheriff judge justice prosecutor attorney lawyer chairman chairwoman chairperson chair speaker leader whip
director commissioner administrator ambassador envoy general admiral colonel chief comptroller auditor clerk
councilman councilwoman councilmember councillor member delegate spokesman spokeswoman spokesperson adviser advisor
aide counterpart candidate nominee king queen prince princess pope bishop archbishop rabbi imam professor doctor
captain officer deputy superintendent head manager economist analyst executive ceo founder owner founder lieutenant
counsel coordinator inspector marshal ombudsman regent trustee supervisor alderman assemblyman assemblywoman
legislator lawmaker warden coroner magistrate elder pastor reverend sergeant detective
"""

#: Facts about an office that must neither come nor go.
MODIFIERS = """
former ex acting deputy vice interim assistant elect designate emeritus retired then lieutenant late shadow
outgoing incoming caretaker onetime ranking associate incumbent presumptive
"""

#: Who acts, where no name is given.
AGENTS = """
police protester demonstrator soldier troop officer army rebel militia court judge jury president parliament
government union company worker employer voter regulator prosecutor defendant critic lawmaker senator senate
ministry minister governor mayor council board panel committee opposition party tribe state agency bank firm
administration congress republican democrat witness victim suspect lawyer attorney teacher parent pupil student
landlord tenant buyer seller patient doctor farmer migrant resident official lender borrower donor candidate
"""
