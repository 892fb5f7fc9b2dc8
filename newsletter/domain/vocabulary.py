"""Verbs that tell what a headline tells: things done, talk, and heat. Plain data, one list for every stage.

Each a word or a stem with its endings, as in ``pass(es|ed)?``, so that "past" is not "pass"; ``_`` stands for a space.
They are parts of regular expressions, in lower case, without groups that catch anything but their endings.
"""


def _words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


#: Acts that settle something: a law passes, a court rules, somebody resigns.
DECIDED = _words(
    """
abandon(s|ed)? acquit(s|ted)? adopt(s|ed)? appoint(s|ed)? approve[sd]? arrest(s|ed)? ban(s|ned)? block(s|ed)?
certif(y|ies|ied) confirm(s|ed)? concede[sd]? convict(s|ed)? defeat(s|ed)? die[sd]? dismiss(es|ed)? drop(s|ped)?
elect(s|ed)? enact(s|ed)? end(s|ed)? fine[sd] fire[sd]? freez(e|es) froze grant(s|ed) halt(s|ed)? impeach(es|ed)?
impose[sd]? indict(s|ed)? invade[sd]? kill(s|ed)? leaves lift(s|ed)? lose[s]? lost nominate[sd]? order(s|ed)? out_as
oust(s|ed)? overrule[sd]? overturn(s|ed)? pardon(s|ed)? pass(es|ed)? plead(s|ed)? quit(s)? ratif(y|ies|ied)
re-elect(s|ed)? reject(s|ed)? repeal(s|ed)? resign(s|ed)? rule[sd]? sentence[sd]? settle[sd]? sign(s|ed)?
step(s|ped)_down strike[s]? struck sue[sd]? suspend(s|ed)? sworn throw(s)?_out thrown_out uphold(s)? upheld
veto(es|ed)? vote[sd]? win(s)? withdraw(s)? withdrew won
"""
)

#: Besides those, what happens or is done without settling anything: enough for a headline that says what is new.
HAPPENED = _words(
    """
advance[sd]? agree[sd]? back(s|ed) charge[sd] choose[s]? chose clear(s|ed)? cut(s)? endorse[sd] expel(s|led)? fall(s)?
fell grew grow(s)? hold(s)? held join(s|ed) launch(es|ed) left meet(s)? met name[sd]? open(s|ed)? pick(s|ed)?
raise[sd]? rebuke[sd]? rise[s]? rose set(s)?
"""
)

#: Talk about what others did or may do.
TALK = _words(
    """
accuse[sd]? argue[sd]? attack(s|ed)? blast(s|ed)? call(s|ed)? claim(s|ed)? condemn(s|ed)? consider(s|ed)? could
criticise[sd]? criticize[sd]? debate[sd]? defend(s|ed)? denounce[sd]? eye[sd]? expect(s|ed)? fear(s|ed)? hint(s|ed)?
insist(s|ed)? may might mock(s|ed)? mull(s|ed)? plan(s|ned)? poll(s)? predict(s|ed)? press(es|ed)? pushes react(s|ed)?
rip(s|ped)? say(s)? said seek(s)? should signal(s|ed)? slam(s|med)? suggest(s|ed)? tell(s)? told threaten(s|ed)?
urge[sd]? vow(s|ed)? want(s|ed)? warn(s|ed)? weigh(s|ed)? would
"""
)

#: Heat: words that tell more about who writes than about what happened. Some of it is talk, too.
HEATED = _words(
    r"""
slam(s|med|ming)? destroy(s|ed)? eviscerat\w+ blast(s|ed)? rip(s|ped) torch(es|ed) shred(s|ded) bombshell meltdown
unhinged shocking stunning outrag\w+ disgrace\w* humiliat\w+ clap(s|ped)_back own(s)? radical woke extremist cruel
insane crazy nightmare catastroph\w+ chaos spew\w* grovel\w*
"""
)


#: Words that one side of a quarrel has for what the other calls otherwise: they tell who speaks, not what happened.
#: Where several sides report, and only one of them says it so, the word is that side's.
ONE_SIDED = _words(
    r"""
alarming anti-choice anti-life anti-woke assault(s)?_on attack(s)?_on authoritarian baby-killing bigot(s|ed|ry)?
climate_alarmis\w+ corrupt cover-up crackdown crook(s|ed)? crusade cult dangerous deep_state despot\w* dictator\w*
disastrous elite(s)? embattled extreme extremis\w+ far-left far-right fascis\w+ globalist\w* gun-grab\w* gutt(s|ed|ing)
hard-right hard-left hate-fuelled hoax(es)? illegal_aliens illegals invasion landmark leftist(s)? leftwing liberal_media
mainstream_media maga marxis\w+ mob(s)? power_grab pro-abortion propaganda purge[sd]? racist(s)? regime rigged
right-wing left-wing scheme[sd]? sham smear(s|ed)? so-called socialis\w+ sweetheart thug(s)? toxic tyran\w+
undocumented unborn weaponi[sz]\w+ witch_hunt witch-hunt
"""
)

#: Words for one thing, each a family: whoever has read one of them has been told what another says. In the form to
#: which a stage folds its words: lower case, no plural.
SAME_AS = tuple(
    tuple(line.split())
    for line in """
die died dies dead death killed kill kills killing slain deadly fatal fatality
win won winning victory victorious elected elect winner defeated defeat beat triumph prevailed
lose lost losing loss
pass passed passes passage passing approve approved approves approval cleared clear adopted adopt
reject rejected rejects rejecting rejection voted-down rebuff rebuffed defeat turned-down
endorse endorsed endorses endorsing endorsement back backed backing support supported supports supporting
resign resigned resigns resignation quit quitting step-down stepping ousted departure leave leaving
withdraw withdrew withdrawn withdrawal drop dropped exit abandon abandoned abandons abandoning
meet met meeting talk talks talked sit sat
arrest arrested detained detain custody apprehended
convict convicted conviction guilty
acquit acquitted acquittal exonerated
charge charged indict indicted indictment
sentence sentenced prison jail
oppose opposed opposes opposition against opposing
consider considered considering weigh weighing mull mulling eye eyeing
limit limited limits curb restrict restricted restricting restriction ban banned banning bar barred block blocked
end ended ending eliminate eliminated scrap scrapped abolish halt
announce announced announces announcing announcement declare declared declares unveil unveiled
order ordered directive decree
strike struck overturn overturned invalidate invalidated void tossed
attack attacked attacks assault
shoot shot shooting gunman
raise raised rise rose increase increased increases hike grew grow growth climbed expand expanded
fall fell decline declined drop cut cuts reduce reduced reduction decrease
sue sued sues lawsuit suit
say tell told state stated statement interview
bill legislation measure law
lawmaker legislator congressman congresswoman representative
president presidential presidency
vote voted votes voting ballot
election elections poll
race bid candidacy campaign
deal agreement pact accord compromise
rule ruled rules ruling decision decided decide
begin began begun start started starts open opened
ask asked asks asking request requested urge urged urges call called
""".splitlines()
    if line.strip()
)


def listed(words: str) -> tuple[str, ...]:
    """The words of a text, in order: a list that is long to read as one word a line."""
    return tuple(words.split())


def any_of(*lists: tuple[str, ...]) -> str:
    """The words of some lists as one alternative of a regular expression, without the marks of words around it."""
    return "|".join(word.replace("_", " ").replace("(", "(?:") for words in lists for word in words)
