"""Concepts: different words of political news for one thing, so that two reports of one event share them.

One newsroom writes that a minister "quit", another that he "resigned"; one tells of a "walkout", another of a
"stoppage". Each family has one concept, and each of its words is told by it. Families are narrow: words that part two
events of one story ("verdict", "sentence"; "nominated", "confirmed") or have a second, common meaning are left out.
The lists are of plain English and of public facts, and hold for any year's news.
"""

# The first word of a line is the concept; the others are other words for it, with the forms that no ending tells.
_FAMILIES = """
senate senator senatorial
parliament parliamentary parliamentarian mp mps
legislature legislator lawmaker legislative statehouse assemblyman assemblywoman
congress congressman congresswoman congressional congressmen
council councillor councilor councilman councilwoman councilmen alderman aldermen
commission commissioner
prime pm premier premiership taoiseach
governor gov gubernatorial
mayor mayoral mayoralty
president presidential presidency
minister ministry ministerial
judge judicial judiciary magistrate
lawyer barrister solicitor
police policeman policemen policewoman cop cops constable constabulary
soldier troop troops infantry
rebel insurgent guerrilla rebellion insurgency mutiny uprising revolt
teacher educator schoolteacher
pupil schoolchild schoolchildren student schoolboy schoolgirl
doctor physician medic surgeon
farmer farm farming grower agriculture agricultural
migrant immigrant immigration migration
prison prisoner jail gaol penitentiary inmate imprison imprisonment imprisoned
docker dockworker longshoreman longshoremen stevedore dockside
worker employee staff workforce
ambassador envoy
boss chief
resign resignation quit exit quits
oust ouster topple depose unseat overthrow overthrown
dismiss dismissal sack sacked fired
suspend suspension halt pause
scrap shelve ditch abandon scuttle
strike walkout stoppage picket
deal accord pact agreement agreed agree
truce ceasefire armistice
approve approval pass passed passage adopt adoption
reject rejection refuse rebuff refusal
bill measure legislation
law statute
spending spend funding fund appropriation stopgap
tax levy
tariff duty
referendum plebiscite
court tribunal courtroom
ruling ruled
lawsuit suit sue litigation suing
arrest detain custody detention
kill dead die died death dying fatality fatal slain perish killing lethal
injure injury wound hurt
shoot shot gunfire gunshot
attack assault
blast explosion explode explosive
earthquake quake tremor temblor
tornado twister
snowstorm blizzard
flood deluge inundate floodwater
wildfire blaze bushfire
landslide mudslide
rain downpour rainfall
escape fugitive breakout
kidnap abduct abduction kidnapping kidnapper captor abductor
free freed release liberate
protest demonstrate demonstration demonstrator rally protester
ill unwell sick illness sickness
hospital ambulance
virus outbreak epidemic
road motorway highway freeway
block blockade
supermarket grocery grocer
plane aircraft airplane airliner jet
train rail railway railroad
ship vessel boat
evacuate evacuation flee fled
increase hike raise raised rise rose risen climb
cut reduce reduction slash trim lower
wage pay salary paid
layoff redundancy
loan lend lender lending borrow borrowing
billion bn
million mn mln
cent percent pct
talk negotiate negotiation bargaining negotiator mediator mediate mediation
border frontier
nuclear atomic
missile rocket
drone unmanned
spy espionage surveillance spying spyware
probe inquiry enquiry investigate investigation
ban prohibit prohibition outlaw forbid forbidden banned
sanction embargo
win won winner victory triumph victorious
lose lost loss defeat
child children kid minor teenager teen youngster
oil crude petroleum
blackout outage
phone cellphone smartphone
online internet web
poll survey pollster
gun firearm
crowd throng
speech address
opposition opponent oppose
corruption graft bribe bribery
fraud embezzle embezzlement
reporter journalist
company firm corporation
euro eurozone
homicide murder
alliance bloc coalition
dollar usd
vaccine jab vaccinate vaccination
warn warning
cancel cancellation
postpone delay defer postponement
electricity power
ballot vote voter voting
dam reservoir weir
earth earthen
wood wooden
wool woollen woolen
fail failed failure
river riverside
veto vetoes
bankrupt bankruptcy insolvency insolvent
recession downturn slump
unemployed unemployment jobless
pollution pollute contaminate contamination
fisherman fishermen fishery fishing trawler
firefighter fireman firemen
nurse nursing
lorry truck
car automobile motorcar
bus coach
driver motorist
petrol gasoline
flat apartment condo
pavement sidewalk
pension retirement retiree pensioner
poor poverty
wealthy wealth rich
homeless homelessness
gay lesbian lgbt lgbtq
refugee asylum
deport deportation expel expulsion
gerrymander redistrict redistricting
impeach impeachment
pardon clemency
smuggle smuggler smuggling trafficking trafficker
narcotic drug
looting loot looter
coup putsch junta
assassinate assassination assassin
terror terrorist terrorism
jihadist jihadi islamist
extremist extremism
massacre slaughter
famine starvation starve hunger hungry
collide collision crash crashed
derail derailment
capsize sink sank sunk
drown drowning
rescue rescuer
missing disappear disappearance vanish
bomb bomber bombing
shell shelling artillery
invade invasion incursion
hack hacker hacking cyberattack
rebuild reconstruction rebuilt
privatise privatize privatisation privatization
nationalise nationalize nationalisation nationalization
subsidy subsidise subsidize
budget budgetary
debt indebted
shareholder investor
regulator regulatory watchdog
antitrust monopoly
nursery kindergarten creche
church parish chapel cathedral
bishop archbishop diocese
pope papal vatican pontiff
mosque imam
constitution constitutional unconstitutional
amend amendment
jury juror
acquit acquittal
convict conviction
guilty guilt
subpoena summons summon
candidate candidacy contender
campaign campaigner
endorse endorsement
donor donate donation
lobby lobbyist
reelection reelect
embassy consulate
pandemic coronavirus covid
abort abortion
cannabis marijuana
alcohol liquor
tobacco cigarette
gamble gambling betting wager casino
stadium arena
olympic olympics
monument statue memorial
archaeology archaeologist
coal coalmine colliery
miner mining
logging timber
wolf wolves
cattle cow beef
geese goose
mice mouse
"""
# Capitals and chambers that stand for a government or say which country it is; none that are common words or names.
_SEATS = """
britain london westminster whitehall downing
scotland holyrood edinburgh
wales senedd cardiff
ireland dublin dail oireachtas tanaiste
france paris elysee
germany berlin bundestag
italy rome
spain madrid cortes
portugal lisbon
netherlands hague
austria vienna
switzerland bern
poland warsaw sejm
hungary budapest
romania bucharest
bulgaria sofia
greece athens
serbia belgrade
croatia zagreb
slovenia ljubljana
slovakia bratislava
sweden stockholm riksdag
norway oslo storting
denmark copenhagen folketing
finland helsinki
iceland reykjavik althing
estonia tallinn riigikogu
latvia riga saeima
lithuania vilnius seimas
russia duma
moldova chisinau
georgia tbilisi
armenia yerevan
azerbaijan baku azerbaijani
kazakhstan astana kazakh
kyrgyzstan bishkek
uzbekistan tashkent uzbek
tajikistan dushanbe tajik
israel knesset
lebanon beirut
iraq baghdad
jordan amman
saudi riyadh
yemen sanaa
qatar doha qatari
egypt cairo
libya tripoli
tunisia tunis
algeria algiers
morocco rabat
sudan khartoum
ethiopia addis
kenya nairobi
uganda kampala
tanzania dodoma
rwanda kigali rwandan
nigeria abuja
ghana accra
senegal dakar
mali bamako malian
congo kinshasa congolese
angola luanda angolan
zambia lusaka
zimbabwe harare
malawi lilongwe malawian
mozambique maputo
afghanistan kabul
bangladesh dhaka
nepal kathmandu nepali nepalese
thailand bangkok
cambodia phnom
indonesia jakarta indonesian
malaysia kuala
philippines manila
japan tokyo
taiwan taipei
zealand wellington zealander beehive
guatemala guatemalan
honduras tegucigalpa honduran
nicaragua managua nicaraguan
colombia bogota
ecuador quito ecuadorian ecuadorean
peru lima
chile santiago
argentina aires
uruguay montevideo uruguayan
paraguay asuncion paraguayan
alaska juneau
arizona phoenix
california sacramento californian
colorado denver
connecticut hartford
georgia atlanta
hawaii honolulu
idaho boise
indiana indianapolis
iowa moines iowan
louisiana baton
maine augusta
maryland annapolis
massachusetts boston
michigan lansing
ohio columbus
oregon salem oregonian
pennsylvania harrisburg
tennessee nashville
texas austin texan
vermont montpelier
wyoming cheyenne
alberta edmonton
saskatchewan regina
manitoba winnipeg
"""


def families(lists: str) -> dict[str, str]:
    """Each word to the concept that it stands for, as written."""
    return {word: line.split()[0] for line in lists.strip().splitlines() for word in line.split()}


#: Word to concept, as written above.
CONCEPTS = families(_FAMILIES) | families(_SEATS)
