"""Verbs by what they do to what hangs on them, and other words by which clauses are weighed."""

from newsletter.draft.faithful.lexicon import word_set

#: They deny what hangs on them.
DENYING = word_set(
    "refuse refused refuses refusing decline declined declines declining fail failed fails failing deny denied denies "
    "denying avoid avoided avoids prevent prevented prevents bar barred bars barring stop stopped stops block blocked "
    "ban banned bans forbid forbidden prohibit prohibited prohibits prohibiting oppose opposed reject rejected "
    "neglect"
)
#: Who did this to do something has done it.
DONE = word_set(
    "vote voted votes voting decided move moved begin began begun start started manage managed continue continued "
    "help helped go went come came choose chose use used join joined work worked have had has met meet gathered led "
    "force forced appear appeared seem seemed act acted"
)
DOUBTED = word_set(
    "accuse accused accuses accusing allege alleged alleges allegedly claim claimed claims suspect suspected charge "
    "charged charges indicted"
)
WEAK_VERBS = word_set(
    "make made take took get got give gave go went come came hold held set put keep kept include included follow "
    "followed have had has call called name named become became remain remained use used leave left see saw seen face "
    "faced faces work worked run ran include includes turn turned bring brought stand stood fail failed fails agree "
    "agreed vote voted votes try tried"
)
WEIGHED = word_set(
    "decide decided consider considers considered considering propose proposed proposes discuss discussed suggest "
    "suggested weigh weighing plan planned threaten threatened oppose opposes opposed favor favors delay delayed "
    "postpone postponed cancel canceled cancelled urged recommend recommended mulling"
)
#: What stands behind these has not come about.
SOUGHT = word_set(
    "seek sought seeks seeking ask asked asks want wants wanted demand demanded demands propose proposed proposes "
    "oppose opposed opposes reject rejected rejects consider considered considering weigh weighing await awaits avoid "
    "avoided avoids face faces facing threaten threatened threatens urge urged call calls called plan plans planned "
    "expect expects expected predict predicted fear feared fears block blocked prevent prevented survive survived "
    "support supports request requested"
)
DOUBTFUL = word_set("likely probably possibly perhaps apparently reportedly maybe")
SOLE = word_set("only first last latest second third")
UNSURE = word_set("likely probably possibly perhaps expected due set scheduled about unlikely")
MAY = word_set("may might could can")
MUST = word_set("would should must")
