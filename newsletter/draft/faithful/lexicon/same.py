"""Words that a faithful sentence may put for each other.

A meaning a line; ``_`` stands for a space; a word may be in several lines. Alike does not pass from line to line.
"""

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
advance clear move_forward move_ahead send
approve pass adopt clear back endorse greenlight vote_for
adopt enact pass
reject vote_down turn_down turn_away defeat kill
fail die stall defeat
block halt stop suspend freeze put_on_hold pause
annul cancel void nullify overturn scrap revoke
grant approve award
refuse decline
take_up hear consider
uphold affirm keep let_stand leave
dismiss toss throw_out reject
resign step_down quit leave stand_down
oust remove unseat fire
fire dismiss sack
appoint install select
nominate pick tap choose select
win carry take capture secure
beat defeat edge oust
lose cost
lose without
lead head chair run
preside chair lead
author write draft sponsor
sponsor introduce author
introduce propose unveil file
start begin launch open commence
resume return restart
end conclude finish close expire
extend prolong continue
delay postpone push_back defer
raise increase lift hike boost
rise climb increase grow jump gain
lower cut reduce trim
fall drop decline decrease dip slip ease slow cool
hold keep leave maintain steady unchanged
unchanged steady
exceed top surpass pass
wane fade weaken
deter discourage
force oblige require compel
require need demand
ban bar prohibit forbid block
allow let permit enable authorize
limit cap restrict curb
cover include apply
provide give offer
give hand provide
send return deport
deport remove expel return
arrest detain hold take_into_custody
detain hold
charge indict accuse
convict find_guilty guilty
sentence order term
sue lawsuit challenge suit
challenge lawsuit suit case
appeal challenge
investigate probe examine look_into review
examine review study investigate
testify tell appear
acknowledge admit concede
deny reject dispute
accuse allege blame
allege accuse claim say
argue contend say claim assert
warn caution
urge call_for press push ask implore encourage
criticize condemn denounce attack assail
praise welcome applaud hail laud
support back favor endorse
oppose resist against
side join vote
demand call_for
plan intend expect prepare
hope want
want seek
pledge promise vow
threaten warn
agree accept consent
settle resolve agree
deal agreement pact accord
truce ceasefire armistice
strike walkout
protest demonstrate rally
clash fight battle
attack strike raid assault
kill die dead death slay
injure hurt wound
destroy wreck flatten
damage hit
evacuate leave flee
flee leave escape
rescue save pull
shelter house
flood inundate
strike hit slam
release free
free liberate release
release publish issue put_out
publish issue release post
issue give hand_down release
hand_down issue
announce unveil declare say
find show conclude determine
show find suggest indicate
estimate project predict forecast expect
cost price
pay spend
spend pay use
buy purchase acquire
sell sale
export ship sell
import buy
hire employ recruit
employ workforce worker
workforce employee worker staff
lay_off cut dismiss
close shut shutter
open begin start
build construct erect
expand widen broaden enlarge
replace succeed
succeed follow replace
retire leave step_down
run seek bid campaign
seek run pursue
bid run campaign effort
weigh consider mull
consider weigh study mull
decide determine
refer send
travel go fly visit
visit travel trip
meet talk see
host receive
attend join go
miss skip
skip miss boycott
break pause
pause break hiatus
key main principal major central
main key principal chief
top ranking senior leading
senior top ranking
roughly about
previous earlier prior former
earlier previous prior
annual yearly
yearly annual
initial first early
full entire whole
entire whole full
several some few number
additional more extra another further
extra additional more
partial part
competing rival
rival competing competitor
deadly fatal
fatal deadly
huge large big
chief top main
pupil student schoolchild
student pupil
youngster child
resident people local
local resident
voter people
worker employee
employee staffer worker
customer client consumer
client customer
patient people
judge court justice
court judge panel
panel committee board
lawmaker legislator
legislator lawmaker member
official authority
soldier troop
troop soldier
rebel insurgent militant fighter
militant rebel fighter gunman
gunman shooter attacker
attacker gunman assailant
police officer authority
officer police
investigator police detective prosecutor
prosecutor state government
prosecution prosecutor state
defendant accused
lawyer attorney counsel defense
defense lawyer attorney
victim dead people
aide adviser assistant
spokesman spokeswoman spokesperson statement
leader head chief
premier prime_minister
government state authority administration
country nation
capital city
company firm business maker
maker company manufacturer producer
manufacturer maker company
producer maker
union guild workers
guild union
bank lender
shop store retailer
store shop retailer
plant factory
factory plant mill
mine pit
power electricity
outage power blackout
fuel gas petrol gasoline
home house household dwelling
household home family
apartment flat home
school education
hospital clinic medical
shot vaccine jab
jab vaccine shot
illness disease sickness
outbreak epidemic
drug medicine treatment
treatment drug therapy
trial study test
survey poll study
poll survey
report study review audit
audit review report
finding result conclusion
figure number statistic
budget spending plan
spending budget outlay
funding money fund
money fund cash
cash money
tax levy
fee charge
fine penalty
penalty fine punishment
price cost
wage pay salary
pay wage salary earnings
raise pay increase
contract deal agreement
bill measure legislation proposal act
proposal plan bill measure
plan proposal blueprint
measure bill law step
law act statute legislation
rule regulation policy
policy rule
order directive ruling decree
decree order
ruling decision order verdict judgment
verdict ruling decision
decision ruling
lawsuit suit case challenge complaint
case lawsuit suit
hearing session
session meeting hearing
talks negotiation discussion
negotiation talk
vote ballot poll
election vote ballot poll
race contest election campaign
seat district
district seat constituency
majority most
lead margin advantage
margin lead
result outcome
outcome result
victory win
win victory triumph
defeat loss
loss defeat
term sentence period
prison jail custody
custody jail detention
jail prison
border frontier
crossing border
migrant immigrant asylum
asylum refuge
shelling bombardment fire
bombardment shelling strike
strike attack raid
blast explosion bomb
explosion blast
crash accident collision
fire blaze wildfire
storm hurricane cyclone
quake earthquake tremor
flood flooding
damage destruction
aid relief assistance help
relief aid
loan credit lending
debt borrowing
rate cost
inflation price
jobless unemployment unemployed
unemployment jobless
job work post
work job
growth expansion increase
drop fall decline
rise increase gain growth
cut reduction
increase rise hike
shortage lack
target goal
goal target aim
deadline limit date
delay postponement
ban prohibition bar
limit cap ceiling
cap limit ceiling
protection safeguard
safeguard protection
evidence proof
proof evidence
message text
letter note
statement remark comment
comment remark statement
criticism attack
concern worry fear
fear worry concern
threat danger risk
danger threat risk
risk danger threat
effort push bid drive campaign
push effort bid drive
step move measure
move step
mediator envoy mediation
envoy diplomat ambassador
volunteer offer
offer volunteer propose
surrender turn_in turn_himself_in
dispute row disagreement conflict
row dispute
conflict war fighting
war conflict fighting
supply delivery provide
delivery supply shipment
shipment delivery cargo
dose shot
bid offer
allies ally partner
partner ally
lose fall decline drop
conceal hide
disclose report reveal
know aware
pour spend
crowd pack fill
phone call
involvement role part
poll survey
cover pay
retrial trial new_trial fresh_trial second_trial retry
rule_out exclude
motion proposal bid
veto block
choice nominee pick
postpone put_off delay defer
bar close forbid ban
prohibition ban
agree accept
dispatch send
quarrel dispute row
criticise criticize fault
undertake promise pledge vow
policing enforcement
joblessness unemployment
jobless unemployed
release publish
cede hand_over
pull_out withdraw drop_out
current present existing
bankrupt bankruptcy insolvent insolvency
critical criticize criticise critic
diner customer patron
"""
