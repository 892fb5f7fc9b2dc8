"""Ordinary news: which words are common in any week, for weeks too small to tell by themselves.

In a week of four entries every word that two of them share looks common, the name of the one town as much as "said
the minister". So a small week is weighed as if it stood among ordinary news. The lists are rough and meant to be: a
word's weight is the logarithm of its rarity, and only whether it is everyday matters.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

from newsletter.curate.background import Background
from newsletter.curate.text.stems import stem
from newsletter.curate.text.terms import words

#: A week of fewer texts than this is weighed as if ordinary news filled it up to so many.
ENOUGH = 100
# In about a quarter, a tenth and a thirtieth of all pieces.
_SHARES = (0.25, 0.1, 0.03)
_WORDS = (
    """
    government people president minister state country party house vote election law bill leader official law
    percent million national public political court new first time police member city
    """,
    """
    senate congress parliament senator mp prime secretary governor mayor council committee department agency office
    administration federal local republican democrat conservative labour opposition majority lawmaker campaign
    candidate voter support plan policy decision issue case judge attorney justice right rule order group union company
    business worker job money billion cost price tax budget spending pay economy economic market bank trade deal talk
    meeting meet war military army security force attack kill death dead arrest charge crime family child woman man
    school student health hospital home world international foreign union american britain eu washington london
    lead chief head director general deputy acting former senior top spokesman critic expert call ask expect plan
    need work help change end start begin win lose fall rise cut raise increase pass approve reject announce
    agree sign send bring hold run move leave return open close face pressure power control number report major
    big great long short high low old young early late second third third fourth third quarter half part
    free hard right left good bad best wrong clear strong real likely possible important
    """,
    """
    ballot poll referendum district seat coalition cabinet chamber speaker chairman chair congressional constitution
    constitutional legislature legislation measure amendment proposal motion debate session hearing testimony witness
    inquiry investigation probe evidence trial lawyer lawsuit suit appeal ruling jury prosecutor sentence prison jail
    guilty conviction verdict defendant fraud corruption scandal resign resignation quit dismiss sack appoint nominate
    nominee confirm replace successor term role position statement letter speech interview press conference newspaper
    journalist reporter media television radio social network online internet data phone video message post
    document record review study research survey percent average figure rate point month quarter annual
    growth inflation interest debt deficit loan fund funding grant aid subsidy benefit pension welfare wage salary
    income revenue profit share investor industry factory plant farm farmer food water energy oil gas electricity
    coal nuclear climate emission carbon environment environmental weather storm rain flood fire wind river sea coast
    island mountain forest land road bridge train rail station airport flight plane ship port car truck driver vehicle
    street building house housing rent landlord hotel shop store supermarket customer consumer product service
    teacher pupil university college class education church religious bishop pope mosque community neighbour
    neighbourhood resident citizen immigrant migrant refugee asylum border visa passport embassy ambassador envoy
    diplomat diplomatic treaty agreement accord pact summit alliance ally partner sanction tariff export import
    soldier troop officer commander general rebel militia fighter gunman weapon gun missile drone bomb blast shoot
    shot wound injure hurt victim survivor rescue emergency disaster crisis threat danger risk fear warn warning
    protest protester demonstration demonstrator march rally strike walkout crowd activist campaigner organiser
    organisation association charity foundation board commission commissioner authority body panel council agency bureau
    regulator watchdog ombudsman mayor councillor county town village capital region regional province provincial
    north south east west northern southern eastern western central centre europe european africa african asia asian
    america latin russia china india france germany canada australia israel iran ukraine japan mexico
    texas california york florida ohio england scotland ireland wales
    reform change strategy programme program project scheme system structure measure step move effort action campaign
    goal target aim promise pledge commit commitment demand request offer refuse reject deny denial dismiss accuse
    accusation allegation allege claim argue argument dispute quarrel row clash conflict fight battle victory defeat
    loss lost won winner rival opponent supporter backer ally critic criticism criticise condemn praise welcome
    thank apologise blame defend attack oppose back urge press push pull force allow let permit ban block stop halt
    suspend delay postpone cancel scrap abandon launch introduce publish release unveil present propose
    consider discuss negotiate negotiation consult advise recommend suggest decide choose choice select elect
    count result turnout lead margin narrow wide tight close split divided unanimous majority minority
    cross join leave enter visit travel trip tour arrive depart gather stand sit speak talk tell hear listen see look
    find found think believe know understand feel hope want wish try attempt fail failure succeed success
    build rebuild repair damage destroy collapse break broke burn sink drown hit strike struck kill die
    live life age born mother father son daughter wife husband brother sister parent baby friend
    doctor nurse patient drug vaccine virus disease illness sick medical medicine treatment care test
    sunday morning night evening afternoon midnight noon dawn weekend summer winter spring autumn christmas easter
    season holiday anniversary history historic decade century generation
    hundred thousand dozen couple pair several twice 10 20 30 40 50 100 two three five
    large small huge tiny whole full empty extra total final initial recent previous current future
    temporary permanent legal illegal official private personal common special particular general main key
    serious severe deep sharp steep steady slow quick fast sudden urgent immediate
    """,
)


@cache
def _shares() -> dict[str, float]:
    shares: dict[str, float] = {}
    for share, running in zip(_SHARES, _WORDS, strict=True):
        for word in words(running):
            shares.setdefault(stem(word), share)
    return shares


def ordinary(texts: int) -> Background | None:
    """Ordinary news to weigh a week of so many texts against; None where the week has enough of its own."""
    missing = ENOUGH - texts
    if missing <= 0:
        return None
    counts = {term: count for term, share in sorted(_shares().items()) if (count := round(share * missing))}
    return Background(name="ordinary news", entries=missing, counts=MappingProxyType(counts))
