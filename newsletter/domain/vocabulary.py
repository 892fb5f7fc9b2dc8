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


def any_of(*lists: tuple[str, ...]) -> str:
    """The words of some lists as one alternative of a regular expression, without the marks of words around it."""
    return "|".join(word.replace("_", " ").replace("(", "(?:") for words in lists for word in words)
