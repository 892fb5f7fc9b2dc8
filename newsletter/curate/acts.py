"""Acts: whether a headline tells something decided, or only talk about it.

A week's letter should rather tell that a law passed than that somebody slammed it. The rule reads headlines only,
by a list of verbs; headlines in other languages are neither an act nor talk.
"""

import re
from enum import Enum

from newsletter.curate.terms import word_list

# Each stem with its endings, so that "past" is not "pass" and "orderly" not "order".
_DECIDED = """
abandon(s|ed)? acquit(s|ted)? adopt(s|ed)? appoint(s|ed)? approve[sd]? arrest(s|ed)? ban(s|ned)? block(s|ed)?
certif(y|ies|ied) confirm(s|ed)? concede[sd]? convict(s|ed)? defeat(s|ed)? die[sd]? dismiss(es|ed)? drop(s|ped)?
elect(s|ed)? enact(s|ed)? end(s|ed)? fine[sd]? fire[sd]? freez(e|es) froze grant(s|ed)? halt(s|ed)? impeach(es|ed)?
impose[sd]? indict(s|ed)? invade[sd]? kill(s|ed)? leaves lift(s|ed)? lose[s]? lost nominate[sd]? order(s|ed)? out_as
oust(s|ed)? overrule[sd]? overturn(s|ed)? pardon(s|ed)? pass(es|ed)? plead(s|ed)? quit(s)? ratif(y|ies|ied)
re-elect(s|ed)? reject(s|ed)? repeal(s|ed)? resign(s|ed)? rule[sd]? sentence[sd]? settle[sd]? sign(s|ed)?
step(s|ped)_down strike[s]? struck sue[sd]? suspend(s|ed)? sworn throw(s)?_out thrown_out uphold(s)? upheld
veto(es|ed)? vote[sd]? win(s)? withdraw(s)? withdrew won
"""
_TALK = """
accuse[sd]? argue[sd]? attack(s|ed)? blast(s|ed)? call(s|ed)? claim(s|ed)? condemn(s|ed)? consider(s|ed)? could
criticise[sd]? criticize[sd]? debate[sd]? defend(s|ed)? denounce[sd]? eye[sd]? expect(s|ed)? fear(s|ed)? hint(s|ed)?
insist(s|ed)? may might mock(s|ed)? mull(s|ed)? plan(s|ned)? poll(s)? predict(s|ed)? press(es|ed)? pushes react(s|ed)?
rip(s|ped)? say(s)? said seek(s)? should signal(s|ed)? slam(s|med)? suggest(s|ed)? tell(s)? told threaten(s|ed)?
urge[sd]? vow(s|ed)? want(s|ed)? warn(s|ed)? weigh(s|ed)? would
"""
# Before a verb these make it a wish or a forecast: "may pass", "vows to sign", "calls for ban".
_NOT_YET = word_list(
    """
a against an and before by can could for if in into may might must no not of on or over set should that the to until
will with would
"""
)


class Telling(Enum):
    """What a headline tells, as a value for the rank."""

    DECIDED = 1.0
    NEITHER = 0.5
    TALK = 0.0


def _verbs(listed: str) -> re.Pattern[str]:
    forms = "|".join(form.replace("_", " ") for form in listed.split())
    return re.compile(rf"(?<![\w'-])(?:{forms})(?![\w'-])")


_DECIDED_VERB, _TALK_VERB = _verbs(_DECIDED), _verbs(_TALK)


def telling(headline: str) -> Telling:
    """Whether a headline tells a decided act, only talk, or neither.

    >>> telling("Senate passes the budget, 51 to 49")
    <Telling.DECIDED: 1.0>
    >>> telling("Senate could pass the budget")
    <Telling.TALK: 0.0>
    >>> telling("The budget, explained")
    <Telling.NEITHER: 0.5>
    """
    plain = headline.casefold().replace("\u2019", "'")
    for found in _DECIDED_VERB.finditer(plain):
        before = re.findall(r"[\w'-]+", plain[: found.start()])
        if not before or before[-1] not in _NOT_YET:
            return Telling.DECIDED
    return Telling.TALK if _TALK_VERB.search(plain) else Telling.NEITHER
