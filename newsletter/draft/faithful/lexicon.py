# ruff: noqa: E501 - a family of words is a line, however long
"""Words that news tells one thing by, and words that must never stand for one another. Plain data.

``SAME`` lists words that a faithful sentence may put for each other. ``RIVALS`` lists, a family a line, groups that
exclude each other: a word of one needs a word of the same group in the source, and a source that has another group
of the family in its place contradicts it. ``_`` stands for a space; a word may be in several groups.
"""


def word_list(listed: str) -> list[str]:
    """Words as they are listed, parted by space."""
    return listed.split()


def word_set(listed: str) -> frozenset[str]:
    """The same, without their order."""
    return frozenset(listed.split())


#: One meaning a line.
SAME = """
measure bill legislation package act resolution law
proposal plan package measure
committee panel commission board
law legislation statute act rule
rule regulation
deal agreement accord pact compromise contract settlement treaty
lawmaker legislator senator representative member congressman congresswoman politician
parliament legislature congress lawmaker
senate chamber senator
house chamber representative
chamber house senate
decision ruling order verdict judgment judgement rule decide
court judge justice panel bench
judge justice
government administration cabinet ministry
president administration white_house
fed federal_reserve central_bank bank
bank lender
official authority
attorney lawyer counsel barrister
prosecutor prosecution
lawsuit suit case complaint litigation sue
jury juror
prison jail
jail imprison incarcerate
in_charge run lead head
rider ridership passenger
villager resident village
prison sentence term
exchange return
police officer
firm company business corporation
money fund cash
fund finance pay bankroll
price cost
cost spend expense expend price
spend spending expenditure outlay
tax levy duty
tariff duty
pay wage salary
worker employee staff labor labour
strike walkout stoppage
job post position role
post office
school classroom
pupil student child schoolchild
teacher educator
parent family
people person resident inhabitant
resident citizen people
home house housing
house housing homes
vote ballot poll
vote election
election poll race contest vote
race contest seat election
campaign run bid
run candidacy
voter electorate vote
turnout turn_out vote
ballot vote
poll survey
migrant immigrant
immigration migrant border
refugee asylum
storm hurricane cyclone
flood flooding
blaze fire wildfire
quake earthquake
gas gasoline petrol fuel
electricity power
climate emission
emission pollution carbon
car vehicle auto automobile
mobile phone cellphone smartphone
doctor physician
hospital clinic
drug medicine medication
illness disease
study report research
report inquiry finding
inquiry investigation probe review
find conclude determine discover
finding conclude conclusion
review examine scrutiny study consider assess
record document file paper
record documents
meet meeting talk summit session
talk negotiation discussion
summit meeting conference
conference meeting
speech address remark
letter request
request ask seek
seek want ask request demand push try pursue aim
ask request urge call_for
call_for demand urge seek
urge press call_on ask
demand require
require must oblige mandate force need compel
need require must
let allow permit enable
aim goal target seek
goal target
promise pledge vow commit
plan intend aim
expect forecast predict anticipate project
forecast projection prediction
say tell state announce declare add note comment write remark argue insist report explain describe call warn testify
say according_to
announce unveil reveal disclose declare
warn caution
call describe label
argue contend say maintain
criticize criticise condemn denounce fault attack rebuke object
criticism criticize condemn
blame fault accuse
accuse blame
praise welcome hail applaud
thank praise
congratulate congratulation
disappointed disappointment
worry concern fear
concern worry question
threat threaten
threaten warn threat
use employ
employ job work
make create produce build
build construct construction
create establish set_up found form
give provide grant award offer
provide include offer give contain supply carry allocate
include contain feature among comprise
cover include apply affect
apply cover
get receive obtain win secure take
take receive accept get
accept take
send dispatch deploy
deploy station
deliver give send
show indicate suggest reveal
date schedule
schedule set_for set plan due slate
set schedule establish
due schedule expect
effect force
take_effect come_into_force enter_into_force begin start effect
last continue go_on run
remain stay still continue keep
stay remain
still yet remain
continue go_on keep
stop end halt
leave depart exit go
depart leave
arrive come reach
finish complete conclude
reach hit total number
hit strike
gap difference margin
gap margin lead
pull withdraw
reach arrive
reach strike struck agree
travel visit trip go
visit trip
return go_back back resume come_back
resume restart return
go head move
head go
move step action decision
step measure action
effort attempt try bid
attempt try
fight battle
battle fight
fighting clash battle
army military troop soldier force
troop soldier
ceasefire truce
truce ceasefire cease-fire
missile rocket
weapon arm
arm gun weapon
gun firearm weapon
shoot gunfire
attack strike assault
assault attack
protest demonstrate rally march demonstration protester
protester demonstrator protest
crowd people
law_enforcement police
inmate prisoner detainee
child kid minor youth
woman women female
man men male
spokesman spokeswoman spokesperson
chair chairman chairwoman chairperson head
head lead chief
leader chief head boss lead
lead leader leading
chief leader head
boss leader
rival opponent challenger
challenger rival opponent
opposition opponent
ally supporter backer
supporter backer advocate ally
critic opponent
party-line party_lines
party caucus
conservative right-wing
liberal left-wing
counterpart minister
minister secretary
secretary minister
envoy ambassador diplomat
aide adviser advisor staffer
adviser advisor aide
expert analyst economist
analyst expert
economist expert analyst
scientist researcher
researcher scientist
country nation state
nation country national
nationwide national
state statewide
city town municipal
town city
county local
local county city
region area province
area region
district constituency seat
constituency district
border frontier
harbor harbour port
labor labour
defense defence
center centre
program programme scheme
scheme program plan
budget spending
subsidy aid support subsidies
aid assistance help relief support
help aid assist
relief aid
benefit payment
payment pay
disaster emergency
shutdown shut_down closure close
close shut closure
open reopen
share divide split
split divide
revenue income money proceeds
income earnings
profit earnings
budget plan
deficit shortfall gap
shortfall gap deficit
debt borrowing
loan lending
rate pace
pace rate
inflation price
economy economic
unemployment jobless
growth grow
figure number data
data figure statistic number
number count total figure
total sum amount overall
share percentage portion proportion
part portion share
portion part
half 50
decade 10_year
annual year yearly year-on-year
month monthly
week weekly
evening night
end finish expire
expire end lapse run_out
deadline date
time period
period term
term period
vacancy vacant seat
plea plead
false untrue
true correct
error mistake
mistake error
ignore disregard overlook
disregard ignore
violate breach break infringe
breach violate
hurt harm damage
damage destroy harm
harm hurt damage
trim cut
big large major
major large big
new fresh
key important crucial
small little minor
quick fast rapid
fast quick
soon early
slow ease slowdown
ease slow cool
similar same alike
same similar
different other
exempt exclude except exemption exception excuse
retry try_again new_trial retrial try
trial try
hear hearing
hearing hear
testify testimony
evidence proof
death die dead
dead die death kill
die dead death kill
kill die dead death
inmate prisoner
victim dead
body corpse
spare save
save spare rescue
rescue save
fail failure
failure fail
delay postpone defer push_back
postpone delay
cancel scrap call_off
scrap cancel drop
drop abandon scrap
drop end withdraw quit abandon give_up
order impose
impose order set introduce
official authority commission agency ministry department
allow may can permit
intend mean meant
bar block
discuss talk debate
debate discuss discussion
debate hour
disagree split differ
dispute disagree contest challenge
challenge dispute contest appeal
appeal challenge
side join
join side
comment respond response
respond reply answer
response respond reply
lobby lobbyist
donate donation give contribute contribution
contribution donation
donor contributor
ad advertisement advert commercial
website site
video footage
photo picture image
rebuild reconstruct reconstruction
repair fix mend
fix repair
water supply
land property
farm agriculture farmer agricultural
crop harvest farm
train rail railway railroad
rail train
plane aircraft jet
ship vessel boat
boat ship
wait await
await wait pending
pending await
number total
ban prohibit bar forbid outlaw
bar prevent ban block
prevent stop bar
limit cap restrict restriction
restrict limit curb
curb limit restrict
cap limit
suspend pause halt freeze put_on_hold
pause suspend halt
freeze pause
hold keep
keep maintain hold
maintain keep
control run hold
power authority
authority power
right freedom
freedom right liberty
constitution constitutional
unconstitutional violate constitution
legal law
nominee nominate candidate
candidate nominee contender
contender candidate
appoint name
name appoint choose pick
choose pick select
pick choose select
replace succeed succession take_over
succeed replace
serve service hold
service serve
age old
old age year
born age
victory win
win victory earn
margin majority lead
majority margin lead
tally count
count tally
precinct district
lead ahead
ahead lead
behind trail
trail behind
close tight narrow
narrow close slim
slim narrow
half-century 50
confidence trust
trust confidence
quit leave
no-confidence confidence
secret classified confidential
classified secret
leak disclose
disclose reveal
reveal disclose
hide conceal
conceal hide
steal theft
theft steal
bribe bribery
bribery bribe
fraud defraud
corrupt corruption
killing murder kill
pact deal
sign signature
signature sign
take part
part role
protest oppose
crisis emergency
situation crisis
concert event
event ceremony
ceremony event
shortage lack
lack shortage
lay_off layoff
layoff lay_off job
hire recruit employ
recruit hire
vaccine vaccination vaccinate shot
school education
education school
university college campus
college university
fund money
grant fund
cut reduction
visa permit
permit license licence visa
license licence permit
bus transit transport
transit transport bus
transport transportation transit
transportation transport
road highway
highway road
bridge crossing
renew extend extension renewal
extend extension renew prolong lengthen
extension extend
stopgap temporary short-term
temporary short-term interim stopgap
redraw map redistrict
redistrict map redraw
map boundary district
audit review
auditor audit
penalty fine
fine penalty
fee charge
ruling rule
order direct instruct
direct order
hand give
grow expand
spread expand
expand expansion grow widen
review reconsider
reconsider review
"""

#: A family a line, its groups parted by ``|``; each line opens with the rule that it serves.
RIVALS = """
direction: rise increase climb grow jump surge gain up raise higher boost hike soar expand increased go_up accelerate add | fall drop decline decrease decline dip slip down cut reduce lower trim slash reduction plunge sink tumble ease shrink slow go_down cool | unchanged steady flat hold stable level stay
direction: more above exceed higher greater over | fewer less below lower under short fall_short
direction: widen widening | narrow narrowing
direction: strengthen tighten toughen | weaken loosen relax soften
direction: accelerate speed quicken | slow delay ease
direction: gain | lose shed
direction: improve better | worsen worse deteriorate
stance: support supporter back backer endorse favor favour champion embrace in_favor vote_for join side backing proponent | oppose vote_against opposition opponent critic against resist object | abstain abstention neutral
stance: praise welcome hail applaud commend | criticize criticise condemn denounce rebuke blast slam attack decry assail fault
stance: support back approve | reject oppose vote_down turn_away turn_down | abstain
stance: save | cost
direction: double triple quadruple | halve
stance: obey follow | defy
stance: win winner beat defeat prevail victory re-elect reelect elect unseat oust triumph | lose defeated loss | concede concession | tie tied draw
stance: agree accept consent agreement pledge | refuse decline reject rebuff disagree turn_away turn_down
stance: confirm acknowledge admit concede confess affirm | deny dispute rebut refute denial contest
stance: urge call_for ask request encourage press appeal call_on call seek push | order command instruct direct require compel force mandate | threaten warn
stance: include part among cover | exclude exempt except without omit leave_out
stance: join enter admit accede | leave withdraw quit exit pull_out depart
stance: open reopen begin start launch resume commence restart kick_off take_effect | close end shut finish conclude halt stop cease closure shut_down
stance: protect preserve defend safeguard shield | endanger scrap abolish eliminate dismantle
stance: keep retain maintain remain stay | abandon scrap drop give_up
stance: allow permit let legalize legalise authorize authorise clear greenlight | ban bar prohibit forbid block outlaw prevent stop | require mandate
stance: cooperate comply | defy obstruct refuse
stance: buy purchase acquire | sell sale
stance: import | export
stance: lend loan | borrow
stance: hire recruit | lay_off layoff fire dismiss
stance: fund finance pay | defund
stance: impose levy introduce reimpose | lift remove waive ease scrap
stance: extend renew prolong lengthen | shorten expire end lapse
stance: widespread broad | limited narrow
stance: apologize apologise regret | defend
stance: meet | cancel postpone
stance: succeed successful success | fail failure unsuccessful collapse break_down fall_apart stall founder
stance: find discover locate | lose miss missing
stance: release free | detain hold jail arrest
stance: secure safe | vulnerable unsafe
status: propose introduce unveil draft suggest offer outline proposal | advance clear | pass approve adopt enact clear approval passage vote_for | sign enact | veto | reject turn_away turn_down defeat fail vote_down kill block | repeal revoke rescind scrap | ratify ratification | withdraw shelve | amend revise change
status: accuse allege allegation alleged suspect suspected accusation claim | charge indict indictment | convict guilty conviction | acquit acquittal clear exonerate not_guilty | plead plea | sentence imprison | arrest detain custody apprehend | sue lawsuit suit | investigate probe inquiry investigation | pardon commute clemency | dismiss drop throw_out | settle settlement | deport deported remove | extradite | subpoena | fine
status: block halt pause suspend freeze put_on_hold stay hold bar | uphold affirm let_stand | overturn lift dissolve reverse strike_down struck_down void invalidate throw_out annul quash | review consider hear | dismiss
status: resign quit step_down stand_down resignation leave | fire dismiss oust sack remove firing | die death dead | retire retirement | suspend suspension | impeach impeachment | censure reprimand | expel expulsion
status: nominate nomination nominee | appoint name appointment | elect election win re-elect reelect | confirm confirmation swear_in sworn_in | hire
status: kill die death dead fatal | injure wound hurt injury | miss missing | displace evacuate | rescue | arrest
status: temporary temporarily interim short-term stopgap pause | permanent permanently indefinite
status: tentative preliminary provisional early draft | final finalize finalise definitive official
status: mandatory compulsory required require | voluntary optional
status: postpone delay defer push_back | cancel scrap call_off | advance
status: withdraw | deploy send
status: investigate investigation | clear exonerate
status: ask request appeal seek | agree grant
status: recommend advise recommendation | order require decide
status: negotiate talk negotiation discuss | reach sign conclude agree deal agreement
status: certify certification | recount | contest challenge dispute
status: apply application | receive award grant
status: hold | cancel
status: murder | manslaughter | assault
status: bribery bribe | fraud | embezzlement embezzle | perjury | theft steal | extortion | laundering | conspiracy
status: felony | misdemeanor
status: civil | criminal
status: impeach impeachment | acquit | convict
attribute: public | private
attribute: federal | local | municipal
attribute: domestic | foreign
attribute: majority | minority plurality
attribute: urban | rural
attribute: man men male husband father son brother | woman women female wife mother daughter sister
attribute: north northern | south southern | east eastern | west western
attribute: northeast northeastern | northwest northwestern | southeast southeastern | southwest southwestern
attribute: young younger | old older elderly
attribute: legal lawful | illegal unlawful
attribute: strong stronger | weak weaker
attribute: high higher highest | low lower lowest
attribute: rich wealthy | poor low-income
attribute: primary | runoff | general | special
attribute: senate senator | house representative
attribute: supreme | appeal appellate appeals | district circuit | trial magistrate
attribute: armed | unarmed
attribute: nuclear | conventional
attribute: gas gasoline petrol | oil | coal | solar | wind
attribute: monthly month | weekly week | daily day | yearly annual annually year | quarterly quarter | hourly hour
attribute: open | secret closed
attribute: short | long
attribute: narrow narrowly slim close | wide widely landslide overwhelming overwhelmingly decisive decisively comfortable comfortably
attribute: partly partial partially | full fully entire entirely completely
attribute: early earlier | late later
attribute: before | after
attribute: left liberal progressive | right conservative | centrist moderate
attribute: import | export
attribute: victim | suspect | witness
attribute: prosecutor prosecution | defense defence | plaintiff | defendant
attribute: buyer | seller
attribute: employer | worker employee
attribute: landlord | tenant
attribute: teacher | pupil student
attribute: doctor | patient | nurse
attribute: income | sale sales | property | payroll | corporate
attribute: child children kid minor youth | adult
attribute: unconstitutional | constitutional
attribute: likely probable | unlikely improbable not_likely
attribute: possible | impossible
attribute: spring | summer | autumn fall | winter
attribute: within inside | outside beyond
attribute: registered | likely
attribute: combatant soldier troop | civilian
attribute: bipartisan | partisan party_line
"""

#: Words that add nothing to check: how a sentence is joined, not what it says.
LIGHT = """
also additionally amid meanwhile further furthermore instead overall total so such even yet already still now then
latest recent newly earlier later previously formerly ago afterwards late early time day days year years week weeks month
months date way case issue matter move step part number amount level place side thing question area group set made make
making take took taken taking come came coming go goes going went get got give gave given put keep kept use used using
do does did done have has had having be been being is are was were am become became remain remained remains seem include
includes including included involve involving involved related regarding concerning concern about on over under across
through among amongst between during toward towards upon via per along around against until till while whereas
where when whether if though although but and or nor as than that which who whom whose what this these those it its they
them their he she his her him we our i you your there here with without by from for of to in into at off out up down
an a the both each other another others same own well like just only much many more most less least very quite
say said says saying tell told tells telling according statement comment remarks interview reporters reporter news
known know called call named name dubbed titled described work working effort efforts face faced facing faces result
results call people person follow followed following follows come after before since because due
back away again together apart rather roughly nearly almost approximately some several various
leave left left leaving hold held holding holds carry carried run running runs head heads heading headed lead led
leading look looking looked show showed shown begin began begun start started mean meant means expected plan plans
planned need needed want wanted wants make sought seek seeking bring brought turn turned turns turning stand stands
member members whom side sides term terms matter measure move currently formally officially publicly separately
respectively subsequently eventually partly mainly largely chiefly specifically particularly especially
found compared never party parties official officials authorities mr mrs ms dr would will could may might can should shall must
"""

#: Forms that no rule of endings finds.
IRREGULAR = """
rose rise risen rise fell fall fallen fall won win lost lose said say told tell beat beat beaten beat led lead met meet
held hold struck strike stricken strike sent send spent spend built build grew grow grown grow began begin begun begin
withdrew withdraw withdrawn withdraw went go gone go took take taken take gave give given give got get gotten get
wrote write written write spoke speak spoken speak chose choose chosen choose broke break broken break froze freeze
frozen freeze drew draw drawn draw threw throw thrown throw swore swear sworn swear fought fight sought seek bought buy
brought bring taught teach caught catch thought think left leave kept keep felt feel paid pay made make laid lay
sank sink sunk sink shrank shrink shrunk shrink shot shoot sold sell stood stand understood understand upheld uphold
overthrew overthrow overthrown overthrow forbade forbid forbidden forbid stole steal stolen steal came come became become
ran run died die dying die lying lie women woman men man children child people people media media were be was be
is be are be been be being be has have had have did do done do does do knew know known know saw see seen see
hurt hurt hid hide hidden hide fled flee bore bear born bear lent lend dealt deal rang ring lit light fed feed
quit quit cut cut put put set set shut shut bid bid read read spread spread cost cost burst burst
judgement judgment favour favor labour labor defence defense centre center programme program
criticised criticize criticise criticize criticises criticize criticising criticize prioritise prioritize
organisation organization authorised authorize authorise authorize recognise recognize recognised recognize
neighbour neighbor neighbouring neighboring harbour harbor honour honor licence license cheque check metre meter
bigger big biggest big larger large largest large higher higher highest highest fewer fewer fewest fewest
better better best best worse worse worst worst less less least least
reelection re-elect re-election re-elect reelected re-elect analyses analysis crises crisis
subsidies subsidy subsidised subsidize tying tie taxes tax buses bus losses loss loss loss passes pass passed pass
passage pass approval approve approvals approve refusal refuse denial deny denials deny
arrival arrive removal remove withdrawal withdraw survival survive
failure fail failures fail proposal propose proposals propose
resignation resign resignations resign nomination nominate nominations nominate
conviction convict convictions convict acquittal acquit indictment indict indictments indict
allegation allege allegations allege allegedly allege alleged allege
accusation accuse accusations accuse negotiation negotiate negotiations negotiate
investigation investigate investigations investigate investigator investigate investigators investigate
opposition oppose endorsement endorse criticism criticize
warnings warn warning warn ruling rule rulings rule election elect elections elect
meeting meet meetings meet spending spend funding fund housing house findings find finding find hearing hear hearings hear
shooting shoot killing kill building build buildings build
decision decide decisions decide
sued sue suing sue sues sue overrode override overridden override found find succeeded success succeeds success succeeding success succeed success successful success
exceeded exceed exceeds exceed exceeding exceed unanimously unanimous temporarily temporary permanently permanent
losses lose loss lose death die deaths die dead die sale sell sales sell choice choose belief believe
estimate estimate estimated estimate estimates estimate tried try tries try trial trial
"""

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

LOADED = """
crush crushed crushing humiliate humiliated humiliating disgrace disgraced disgraceful shameful shocking stunning
outrageous radical extremist extreme cruel corrupt cowardly brazen blatant reckless heroic brave brilliant disastrous
catastrophic chaos chaotic explosive bombshell devastating historic landmark unprecedented draconian notorious
infamous embattled controversial scandal-plagued beleaguered so-called sweeping ruthless vicious savage vile
hypocritical absurd ridiculous pathetic sham witch-hunt thug regime cronies slam slammed blast blasted eviscerate
eviscerated destroy obliterate obliterated unhinged hysterical desperate desperately shamelessly cynical cynically
outrage outraged furious angrily bravely courageous courageously boldly foolish foolishly stupid botched bungled
rammed masterful visionary hero villain lavish bloated wasteful hated beloved dramatic dramatically massive huge
slaughter massacre betrayed betrayal smear rigged triumphant resounding bitterly fiery scathing stinging brutal
brutally sensational alarming worrying cunning crony wildly stubbornly arrogant arrogantly extremists tyrant dictator
"""

#: Of the words with rivals, those that may mean something else besides: alone they prove nothing.
WEAK = """
pay find finding fund call ask request hold meet cover clear open close back keep lead order move offer seek include
part limit win take top edge carry gain lose miss leave stay remain stop start begin end finish cut raise higher lower
more less fewer short old new man men woman child young full high low left right general special primary day month
year week within inside outside late early narrow wide wind general allow press appeal name review hear consider suggest draft change
advance plan talk reach agree deal case claim suit trial house senate senator representative state city
"""

#: Superlatives that say the same.
ALIKE = """
worst heaviest deadliest fiercest bloodiest
largest biggest greatest
highest most top
smallest lowest least fewest
latest newest recent
first earliest maiden
only sole lone
last final latest
closest narrowest tightest
"""

#: Outcomes so weighty that the source must have the very word, or one that means it.
HARD = """
sign veto convict guilty not_guilty acquit charge indict arrest sentence plead fire oust sack resign step_down kill die
injure wound elect appoint nominate impeach expel pardon sue overturn uphold strike_down struck_down ratify repeal
subpoena murder manslaughter bribery fraud perjury extortion jail imprison censure deport pass approve enact adopt
reject defeat confirm deny permanent permanently veto suspend block accuse investigate propose introduce
order concede win lose refuse cancel invade bomb ban settle rule certify admit
"""

#: Who acts, where no name is given.
AGENTS = """
police protester demonstrator soldier troop officer army rebel militia court judge jury president parliament
government union company worker employer voter regulator prosecutor defendant critic lawmaker senator house senate
ministry minister governor mayor council board panel committee opposition party tribe state agency bank firm
administration congress republican democrat witness victim suspect lawyer attorney teacher parent pupil student
landlord tenant buyer seller patient doctor farmer migrant resident official lender borrower donor candidate
"""
