# ruff: noqa: E501 - a family of words is a line, however long
"""Words that must never stand for one another, a family a line, its groups parted by ``|``.

Each line opens with the rule that it serves. A word of one group needs a word of the same group in the source, and a
source that has another group of the family in its place contradicts it. ``_`` stands for a space.
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
stance: survive | lose
stance: adopt introduce | drop shelve
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
status: propose introduce unveil draft suggest offer outline proposal | advance clear | pass approve adopt enact clear approval passage vote_for | sign enact | veto | reject turn_away turn_down defeat fail vote_down kill block | repeal revoke rescind scrap | ratify ratification | withdraw shelve | amend revise
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
