# ruff: noqa: E501 - a family of words is a line, however long
"""How much hangs on a word: nothing, little, or so much that the source must have it."""

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

#: Of the words with rivals, those that may mean something else besides: alone they prove nothing.
WEAK = """
pay find finding fund call ask request hold meet cover clear open close back keep lead order move offer seek include
part limit win take top edge carry gain lose miss leave stay remain stop start begin end finish cut raise higher lower
more less fewer short old new man men woman child young full high low left right general special primary day month
year week within inside outside late early narrow wide wind general allow press appeal name review hear consider suggest draft change
advance plan talk reach agree deal case claim suit trial house senate senator representative state city
"""

#: Outcomes so weighty that the source must have the very word, or one that means it.
HARD = """
sign veto convict guilty not_guilty acquit charge indict arrest sentence plead fire oust sack resign step_down kill die
injure wound elect appoint nominate impeach expel pardon sue overturn uphold strike_down struck_down ratify repeal
subpoena murder manslaughter bribery fraud perjury extortion jail imprison censure deport pass approve enact adopt
reject defeat confirm deny permanent permanently veto suspend block accuse investigate propose introduce
order concede win lose refuse cancel invade bomb ban settle rule certify admit
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
