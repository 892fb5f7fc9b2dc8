"""Forms of words that no rule of endings finds, and the verbs of news."""

#: Forms that no rule of endings finds.
IRREGULAR = """
rose rise risen rise fell fall fallen fall won win lost lose said say told tell beat beat beaten beat led lead met
meet held hold struck strike stricken strike sent send spent spend built build grew grow grown grow began begin begun
begin withdrew withdraw withdrawn withdraw went go gone go took take taken take gave give given give got get gotten
get wrote write written write spoke speak spoken speak chose choose chosen choose broke break broken break froze
freeze frozen freeze drew draw drawn draw threw throw thrown throw swore swear sworn swear fought fight sought seek
bought buy brought bring taught teach caught catch thought think left leave kept keep felt feel paid pay made make
laid lay sank sink sunk sink shrank shrink shrunk shrink shot shoot sold sell stood stand understood understand upheld
uphold overthrew overthrow overthrown overthrow forbade forbid forbidden forbid stole steal stolen steal came come
became become ran run died die dying die lying lie women woman men man children child people people media media were
be was be is be are be been be being be has have had have did do done do does do knew know known know saw see seen see
hurt hurt hid hide hidden hide fled flee bore bear born bear lent lend dealt deal rang ring lit light fed feed quit
quit cut cut put put set set shut shut bid bid read read spread spread cost cost burst burst judgement judgment favour
favor labour labor defence defense centre center programme program criticised criticize criticise criticize criticises
criticize criticising criticize prioritise prioritize organisation organization authorised authorize authorise
authorize recognise recognize recognised recognize neighbour neighbor neighbouring neighboring harbour harbor honour
honor licence license cheque check metre meter bigger big biggest big larger large largest large higher higher highest
highest fewer fewer fewest fewest better better best best worse worse worst worst less less least least reelection
re-elect re-election re-elect reelected re-elect analyses analysis crises crisis subsidies subsidy subsidised
subsidize tying tie taxes tax buses bus losses loss loss loss passes pass passed pass passage pass approval approve
approvals approve refusal refuse denial deny denials deny arrival arrive removal remove withdrawal withdraw survival
survive failure fail failures fail proposal propose proposals propose resignation resign resignations resign
nomination nominate nominations nominate conviction convict convictions convict acquittal acquit indictment indict
indictments indict allegation allege allegations allege allegedly allege alleged allege accusation accuse accusations
accuse negotiation negotiate negotiations negotiate investigation investigate investigations investigate investigator
investigate investigators investigate opposition oppose endorsement endorse criticism criticize warnings warn warning
warn ruling rule rulings rule election elect elections elect meeting meet meetings meet spending spend funding fund
housing house findings find finding find hearing hear hearings hear shooting shoot killing kill building build
buildings build decision decide decisions decide abstention abstain abstentions abstain detention detain retention
retain reduction reduce reductions reduce introduction introduce production produce destruction destroy expulsion
expel extension extend extensions extend suspension suspend suspensions suspend admission admit admissions admit
submission submit conclusion conclude invasion invade division divide revision revise revisions revise explosion
explode explosions explode description describe growth grow response respond responses respond complaint complain
complaints complain departure depart closure close closures close seizure seize seizures seize exposure expose
delivery deliver deliveries deliver recovery recover discovery discover injury injure injuries injure robbery rob
speech speak deaths die permission permit acceptance accept resistance resist assistance assist appearance appear
disappearance disappear compliance comply reliance rely pursuit pursue relief relieve proof prove sued sue suing sue
sues sue overrode override overridden override found find succeeded success succeeds success succeeding success
succeed success successful success exceeded exceed exceeds exceed exceeding exceed unanimously unanimous temporarily
temporary permanently permanent losses lose loss lose death die deaths die dead die sale sell sales sell choice choose
belief believe estimate estimate estimated estimate estimates estimate tried try tries try trial trial
"""

#: Verbs as a dictionary has them.
VERBS = """
abandon abolish absorb abstain abuse accelerate accept accompany accuse achieve acknowledge acquire acquit act add
address adhere adjourn adjust administer admit adopt advance advise advocate affect afford agree aid aim air alert
allege allocate allot allow alter amend amount announce annul answer anticipate apologise apologize appeal appear
applaud apply appoint approach approve argue arm arrange arrest arrive ask assault assemble assert assess assign
assist assume assure attack attempt attend attract auction audit authorise authorize avert avoid await award back balk
ban bar bargain base battle bear beat become beg begin believe belong benefit bet bid bill blame block board bolster
bomb book boost border borrow boycott brace break brief bring broadcast build burn bury buy calculate call camp
campaign cancel cap capture care carry cast catch cause caution cease celebrate censure certify chair challenge change
chant charge chase check choose cite claim clash classify clear climb cling close coincide collapse collect collide
combine come command comment commit compare compel compensate compete complain complete comply compose comprise
compromise conceal concede conclude condemn conduct confess confirm confiscate confront congratulate consider consist
construct consult consume contact contain contend contest continue contract contradict contribute control convene
convert convey convict convince cooperate coordinate cope cost count counter cover crash create criticise criticize
cross curb cure cut damage date deal debate deceive decide declare decline decrease dedicate deem defeat defect defend
defer defraud defy delay delegate delete deliberate deliver demand demolish demonstrate denounce deny depart depend
deploy deport deprive derail describe deserve design designate destroy detail detain detect deter determine develop
devote die differ dip direct disagree disappear disapprove disband discharge discipline disclose discontinue
discourage discover discriminate discuss dismantle dismiss dispatch display dispute disqualify disrupt dissent
dissolve distribute disturb divert divide donate double doubt downgrade draft draw drive drop drown earn ease eat edge
elect eliminate emerge employ empower enable enact encourage end endanger endorse endure enforce engage enjoy enrol
enroll ensure enter erase erupt escalate escape establish estimate euthanize evacuate evade evict examine exceed
exchange exclude excuse execute exempt exercise exhaust exist exit exonerate expand expect expel expire explain
explode explore export expose express extend extort extradite face facilitate fade fail fall falsify favor favour fear
feature feed feel field fight file fill finance find fine finish fire fix flag flee flip float flood flow fly focus
follow forbid force forecast foreclose forge forget forgive form found frame free freeze fulfil fulfill fund gain
gather generate get give go govern grant greet grip grow guarantee guard guide hail halt halve hand handle happen
harass harm have head heal hear heat help hesitate hide highlight hike hinder hint hire hit hold honor honour hope
host hurt identify ignite ignore illustrate impeach implement imply import impose imprison improve incite include
increase indicate indict infect influence inform inherit initiate injure innovate inquire insert insist inspect
install instruct insult insure intend intensify intercept interfere interpret interrupt intervene interview introduce
invade invalidate invest investigate invite invoke involve isolate issue jail join jump justify keep kick kidnap kill
knock know label lack last launch lay lead leak lean learn leave legalise legalize lend let level levy liberate
license lie lift limit link list listen live loan lobby locate lock look loom loosen loot lose lower maintain make
manage mandate march mark marry match matter mean measure mediate meet mend merge mislead miss mobilise mobilize
moderate modify monitor move mull murder name narrow negotiate nominate note notify nullify number obey object
obligate oblige obscure observe obstruct obtain occupy occur offer ok omit open operate oppose order organise organize
originate oust outlaw outline outnumber outpace outperform outspend outvote outweigh overcharge overcome overestimate
overhaul overlook override overrule oversee overtake overthrow overturn owe own pack paralyze pardon park participate
pass pause pay peak penalize perform permit persuade phase pick place plan play plead please pledge plot plummet
plunge point poll pose possess post postpone pour power practice praise precede predict prefer prepare present
preserve preside press prevail prevent privatize probe proceed process produce profit prohibit promise promote prompt
propose prosecute protect protest prove provide provoke publish pull punish purchase pursue push put qualify
quarantine question quit quote race raid raise rally range rank ransack rate ratify reach react read reaffirm realise
realize reappoint reassess reassign rebuff rebuild rebuke recall recede receive recognise recognize recommend
reconsider record recount recover recruit recuse redirect redraw reduce reelect refer refile refinance refuse refute
regain regard register regret regulate rehire reimburse reinforce reinstate reiterate reject rejoin relate relax
release relent relieve relinquish relocate rely remain remand remark remember remind remove rename renew renounce
reopen repair repay repeal repeat replace reply report represent reprimand request require reroute rescind rescue
research reserve reshape resign resist resolve respect respond rest restart restore restrict resume retain retake
retire retreat return reveal reverse review revise revive revoke reward rewrite riot rise risk rival rob roll ruin
rule ruled run rush sack safeguard sail sanction satisfy save say scale scan scatter schedule scold score scrap
scrutinise scrutinize seal search secure see seek seem seize select sell send sentence separate serve set settle shake
shape share shed shelve shield shift shoot shorten shout show shrink shut side sign signal sink sit skip slam slap
slash slide slip slow smuggle snub soar soften solve sort spare spark speak spell spend spill split sponsor spread
spur stabilize stage stall stand start starve station stay steal steer stem step stimulate stir stop storm strand
strengthen stress stretch strike strip struggle study subdue submit subpoena subsidise subsidize succeed sue suffer
suggest suit summon supervise supply support suppress surge surpass surprise surrender surround survey survive suspect
suspend sustain swap swear sweep swing switch tackle take talk target tax teach tear tell tend terminate test testify
thank think threaten throw tie tighten top topple torture total touch tour track trade trail train transfer transform
translate transport trap travel treat trigger trim triple trounce trust try tumble turn unblock uncover undercharge
undercut underestimate undergo undermine understand undertake undo unite unseat unveil update upgrade uphold urge use
usher vacate vaccinate vanish vary veto view violate visit voice void volunteer vote vow wage wait waive walk wane
want warn wash waste watch weaken wear weigh welcome widen win wish withdraw withhold witness wonder work worry worsen
wound wreck write yield
"""
