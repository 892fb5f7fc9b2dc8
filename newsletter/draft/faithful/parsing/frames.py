"""Clauses of a sentence as frames: a verb with who does it, to whom, and what else stands beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from newsletter.draft.faithful.lexicon import word_set
from newsletter.draft.faithful.parsing.kinds import (
    ADVERBS,
    AUXILIARIES,
    BE,
    HAVE,
    JOINS,
    MODALS,
    PREPOSITIONS,
    RELATIVES,
    SAME_FORM,
    is_ing,
    is_past,
    is_verb,
)  # fmt: skip
from newsletter.draft.faithful.parsing.phrases import WHEN, Phrase, hedge_at, phrase_at
from newsletter.draft.faithful.tokens import Token, tokens

#: They tell that what hangs on them is somebody's word.
SPEAKING = word_set(
    "said says say saying told tells tell wrote writes write claimed claims claim alleged alleges allege allegedly "
    "argued argues argue insisted insists contended contends contend warned warns warn predicted predicts testified "
    "accused accuses accuse accusing estimated estimates estimate believed believes believe suggested suggests "
    "announced announces announce added adds noted notes reported reports stated states asserted asserts maintained "
    "maintains cautioned cautions acknowledged conceded admitted denied denies deny declared expected expects "
    "expect forecast predicted vowed alleging claiming arguing warning insisting suggesting contending accusing "
    "admitting denying promised pledged explained called described describes found concluded ruled decided hoped "
    "hopes think thinks thought complained lamented confirmed disclosed revealed projected urged asked"
)
#: Of these, the ones that tell nothing else.
SAYING = word_set(
    "said says say saying told tells tell wrote writes write added adds noted notes stated states reported reports "
    "explained called calls described describes expects expect believes think thinks found finds find"
)
#: "Urged that members accept": what is wished for.
WISHED = word_set(
    "urge urged urges ask asked asks demand demanded demands recommend recommended recommends propose proposed "
    "proposes request requested insist insisted"
)
_NOT = word_set("not never no neither nor without cannot nobody none yet")
_ENDS = frozenset([";", ":"])
#: Prepositions that lead a clause as well.
_CLAUSAL = word_set("after before since until as than")
#: Of these, he whom they are done to is he who then acts.
TOLD = word_set(
    "ask asked asks urge urged urges order ordered orders tell told tells allow allowed allows force forced require "
    "required requires want wanted wants expect expected expects permit permitted persuade persuaded press pressed "
    "push pushed call call_on called accuse accused accuses advise advised direct directed encourage encouraged "
    "help helped invite invited instruct instructed warn warned let make made get bar barred bars ban banned "
    "prevent prevented prevents stop stopped stops enable enabled charge charged suspected compel compelled lead "
    "led"
)


@dataclass(slots=True, eq=False)
class Frame:
    """A verb with what belongs to it."""

    verb: Token
    #: Who does it; empty where that cannot be told.
    subjects: list[Phrase] = field(default_factory=list)
    #: To whom it is done.
    objects: list[Phrase] = field(default_factory=list)
    #: What else stands with it, by preposition; days without one have "on".
    beside: list[tuple[str, Phrase]] = field(default_factory=list)
    #: The helping words before it.
    helped: list[Token] = field(default_factory=list)
    #: The frame on which it hangs: "said", "asked … to".
    under: "Frame | None" = None
    passive: bool = False
    #: Whether what stands before it may as well be what it is done to: "a contract awarded in May".
    either: bool = False
    negated: bool = False
    #: Whether "to" leads to it.
    to: bool = False
    #: Whether it tells which one is meant: "that do not comply".
    relative: bool = False

    @property
    def speaks(self) -> bool:
        """Whether what hangs on it is somebody's word."""
        return self.verb.low.split(" ")[0] in SPEAKING


@dataclass(slots=True)
class _State:
    frames: list[Frame] = field(default_factory=list)
    #: Phrases since the last verb that no preposition leads, and how many of them stand before a comma or an "and".
    gathered: list[Phrase] = field(default_factory=list)
    mark: int = -1
    before: list[tuple[str, Phrase]] = field(default_factory=list)
    #: Who does what the sentence mainly tells.
    main: list[Phrase] = field(default_factory=list)
    antecedent: Phrase | None = None
    relative: bool = False
    #: The frame to which what follows belongs.
    open: Frame | None = None
    comma: bool = False
    joint: str = ""
    helped: list[Token] = field(default_factory=list)
    to: bool = False
    prep: str = ""
    last: Phrase | None = None
    #: The preposition that led to the last phrase, if it may join a clause as well.
    led: str = ""
    #: The preposition of the last phrase, and whether the relative clause has had its verb.
    kept: str = ""
    #: How many were gathered when the last "and" came.
    at_joint: int = -1
    told: bool = False

    def clear(self) -> None:
        """Forget what was gathered for a verb."""
        self.gathered, self.mark, self.at_joint, self.helped = [], -1, -1, []
        self.to, self.comma, self.prep, self.joint, self.led, self.kept = False, False, "", "", "", ""


@lru_cache(maxsize=4_096)
def frames(sentence: str) -> tuple[Frame, ...]:
    """The clauses of a folded sentence, in the order of their verbs."""
    return tuple(_read(tokens(sentence)))


def _read(found: Sequence[Token]) -> list[Frame]:
    s = _State()
    i = 0
    while i < len(found):
        t = found[i]
        small = not t.capital or t.first
        if t.quoted or t.low == '"' or (small and _join(s, found, i)):
            i += 1
        elif small and t.low in HAVE and found[i + 1 : i + 2] and found[i + 1].low in ("to", "yet"):
            s.helped.append(t)  # "has to", "has yet to"
            s.helped += [u for u in found[i + 1 : i + 3] if u.low == "yet"]
            i += 2 if found[i + 1].low == "to" else 3
        elif small and (t.low in AUXILIARIES or t.low in _NOT):
            s.helped.append(t)
            i += 1
            if t.low in BE | HAVE and not _verb_near(found, i):
                s.helped.pop()
                _add(s, t, found)  # "is a senator"
        elif is_verb(found, i):
            _add(s, t, found)
            i += 1
        elif small and (size := hedge_at(found, i)):
            i += size
        elif small and t.low in PREPOSITIONS:
            s.prep = t.low
            i += 1
        elif (read := phrase_at(found, i)) is not None:
            _place(s, *read, found)
            i = read[1]
        else:
            i += 1
    _spoken(s.frames, found)
    return s.frames


def _join(s: _State, found: Sequence[Token], i: int) -> bool:  # noqa: C901, PLR0912 - cases, read top to bottom
    """Take in a mark or a word that joins clauses; whether there is one at a place."""
    t = found[i]
    if t.low in _ENDS:
        s.clear()
        s.main, s.open, s.relative = [], None, False
    elif t.low == ",":
        s.comma, s.prep, s.led = True, "", ""
        if s.relative and s.open is not None:
            s.relative, s.open, s.gathered, s.mark = False, None, [], -1
        elif s.open is not None and s.mark < 0:
            s.mark = len(s.gathered)
    elif t.low == "that" or t.low in RELATIVES:
        if (
            t.low == "that"
            and s.open is not None
            and _tells(s.open)
            and (s.last in (None, *s.open.objects) or found[i - 1].low == ",")
        ):
            s.gathered, s.mark = [], -1
        elif s.last is not None and (t.low not in ("when", "where", "that") or found[i - 1].low != "said"):
            if s.gathered and (s.open is None or len(s.gathered) > s.mark >= 0):
                s.main = s.gathered[max(0, s.mark) :]
            s.antecedent, s.relative, s.told, s.gathered, s.mark = s.last, True, False, [], -1
        s.joint, s.comma = "where" if s.prep and t.low != "that" else t.low, False
        s.prep = ""
    elif t.low in JOINS:
        s.joint, s.prep = t.low, ""
        s.at_joint = len(s.gathered) if t.low in ("and", "but", "or") else -1
        if t.low not in ("and", "or", "but", "nor"):
            s.gathered, s.mark, s.relative = [], -1, False
        elif s.open is not None and s.mark < 0:
            s.mark = len(s.gathered)
    elif t.low == "to" and i + 1 < len(found) and (is_verb(found, i + 1) or found[i + 1].low in ("be", "have")):
        s.to = True
    else:
        return False
    return True


def _tells(frame: Frame) -> bool:
    """Whether a clause may hang on a verb: "said", "asked that"."""
    return frame.speaks or frame.verb.low.split(" ")[0] in WISHED


def _verb_near(found: Sequence[Token], i: int) -> bool:
    """Whether behind a helping word a verb follows, past "not" and "still"."""
    for k in range(i, min(len(found), i + 4)):
        low = found[k].low
        if is_verb(found, k) or low in AUXILIARIES:
            return True
        if low not in ADVERBS | _NOT and not low.endswith("ly"):
            return False
    return False


def _place(s: _State, phrase: Phrase, end: int, found: Sequence[Token]) -> None:
    """Put a phrase where it belongs: beside the verb, behind it, or before the next one."""
    when = phrase.tokens[0].low in WHEN and phrase.tokens[0].capital
    if s.joint in ("and", "or") and s.kept and not s.prep and not s.comma and not _verb_soon(found, end):
        s.prep = s.kept  # "of bribery and extortion"
    if s.prep or when:
        prep = s.prep or "on"
        if s.open is not None and not (s.mark >= 0 and len(s.gathered) > s.mark):
            s.open.beside.append((prep, phrase))
        else:
            s.before.append((prep, phrase))
        s.led = prep if prep in _CLAUSAL else ""
        s.kept, s.prep = prep, ""
        if not when:
            s.last = phrase
        return
    if s.open is not None and not s.open.passive:
        alone = not s.comma and s.joint in ("", "and", "or")
        listed = s.comma and s.joint == "and" and bool(s.open.objects)
        if (alone or listed) and not (s.joint and _verb_soon(found, end)):
            s.open.objects.append(phrase)
    s.gathered.append(phrase)
    s.led = s.kept = ""
    s.last = phrase


def _verb_soon(found: Sequence[Token], i: int) -> bool:
    return _verb_near(found, i) and i < len(found) and found[i].low != ","


def _subjects(s: _State, frame: Frame) -> list[Phrase]:  # noqa: C901, PLR0911 - cases, read top to bottom
    """Who does what a verb tells, as far as its place tells."""
    previous = s.open
    if s.joint == "where" and not s.gathered:
        return []  # "agree on who should pay"
    if s.led and s.last is not None and not s.comma:
        # "after lawmakers blocked it"
        for held in (s.before, previous.beside if previous is not None else []):
            if held and held[-1][1] is s.last:
                held.pop()
        return [s.last]
    if s.relative and not s.told and s.antecedent is not None:
        if s.joint == "whose":
            return s.gathered
        if s.gathered and s.joint in ("whom", "which", "that"):
            frame.objects.append(s.antecedent)
        return s.gathered[-1:] or [s.antecedent]
    if previous is None:
        return list(s.gathered or s.main)
    if s.mark >= 0:
        fresh = s.gathered[s.mark :] if len(s.gathered) != s.at_joint else []
        if fresh:
            return fresh
        return list(previous.subjects if not s.comma and not previous.passive else s.main or previous.subjects)
    if is_ing(previous.verb) and not previous.subjects and not s.joint and not previous.helped:
        return []  # "Closing the schools would save"
    if _tells(previous) or s.joint in ("that", "when", "while", "whereas", "although", "though", "because", "if", "as"):
        previous.objects = [p for p in previous.objects if p not in s.gathered]
        return list(s.gathered)
    return list(s.main or s.gathered)


def _add(s: _State, verb: Token, found: Sequence[Token]) -> None:  # noqa: C901, PLR0912, PLR0915 - cases, read top to bottom
    """Open the frame of a verb with what was gathered before it."""
    frame = Frame(verb, helped=s.helped, to=s.to, relative=s.relative)
    lows = {t.low for t in s.helped}
    previous, last = s.open, s.last
    past = is_past(verb) or (bool(lows & BE) and verb.low.split(" ")[0] in SAME_FORM)
    after = next((u.low for u in found[verb.at + 1 : verb.at + 2]), "")
    frame.negated = bool(lows & _NOT)
    frame.passive = past and bool(lows & BE)
    gerund = is_ing(verb) and not lows & BE
    if s.to:
        frame.under = previous
        if previous is not None:
            told = [p for p in previous.objects if not p.head.low[:1].isdigit()]
            frame.subjects = told[-1:] if told and previous.verb.low.split(" ")[0] in TOLD else list(previous.subjects)
            if previous.passive and previous.verb.low.split(" ")[0] in TOLD:
                frame.subjects = list(previous.objects)
    elif gerund:
        if previous is not None and (s.prep or previous.verb.at == verb.at - 1):
            frame.under = previous
            frame.subjects = list(previous.objects[-1:] if previous.verb.low in TOLD else previous.subjects)
        elif s.gathered and not s.comma:
            frame.subjects = s.gathered[-1:]
            s.main = s.main or s.gathered
    else:
        frame.subjects = _subjects(s, frame)
        if previous is not None and not s.relative:
            frame.under = previous if _tells(previous) and s.mark < 0 else previous.under if s.mark >= 0 else None
            if s.mark >= 0 and len(s.gathered) > s.mark and s.comma:
                frame.under = None
            if s.joint in ("and", "but", "or") and not lows - _NOT and len(s.gathered) <= s.mark:
                frame.passive = frame.passive or (past and previous.passive)
                if frame.passive:
                    frame.subjects = list(previous.objects)
    bare = past and not s.helped and not frame.passive and not gerund
    if after == "by" and bare:
        frame.passive = True
        if last is not None and last.tokens[-1].at == verb.at - 1 and (previous is not None or s.before):
            frame.subjects = [last]  # "a declaration requested by the governor"
    elif bare and after in PREPOSITIONS and not s.joint and previous is not None and not previous.speaks:
        frame.either = True
        if last is not None and last.tokens[-1].at == verb.at - 1:
            frame.subjects = [last]  # "an injunction issued in May"
    if not s.relative and not s.to and not gerund and frame.subjects and frame.under is None:  # noqa: SIM102 - two questions
        if not (frame.speaks and s.comma and previous is not None):
            s.main = frame.subjects
    if frame.passive and not frame.objects:
        frame.objects, frame.subjects = frame.subjects, []
    frame.beside = [*s.before]
    s.frames.append(frame)
    s.open, s.before, s.told, s.last = frame, [], s.relative, None
    s.clear()


def _spoken(made: list[Frame], found: Sequence[Token]) -> None:  # noqa: C901 - cases, read top to bottom
    """Turn passives round, and hang all that stands before "…, the court said" on that."""
    for frame in made:
        if frame.passive or frame.either:
            by = [p for prep, p in frame.beside if prep == "by" and not p.is_amount]
            if by:
                if frame.either:
                    frame.objects, frame.either = frame.subjects, False
                frame.subjects = by
                frame.beside = [(prep, p) for prep, p in frame.beside if p not in by]
                frame.passive = True
    for n, frame in enumerate(made):
        if not frame.speaks or frame.under is not None:
            continue
        before = found[frame.verb.at - 1].low if frame.verb.at else ""
        if before in (",", '"') and frame.objects and not frame.subjects:
            frame.subjects, frame.objects = frame.objects, []
        elif frame.objects or not frame.subjects or not _is_last(found, frame):
            continue
        start = min(frame.subjects[0].tokens[0].at, frame.verb.at)
        if start >= 2 and found[start - 1].low in (",", '"'):
            for other in made[:n]:
                other.under = other.under or frame


def _is_last(found: Sequence[Token], frame: Frame) -> bool:
    """Whether nothing but a day stands between a verb and the next mark."""
    for t in found[frame.verb.at + 1 :]:
        if not t.is_word:
            return True
        if t.low not in WHEN and t.low != "on":
            return False
    return True


def modal(frame: Frame) -> str:
    """The first word that makes a frame less than done, or an empty text."""
    return next((t.low for t in frame.helped if t.low in MODALS), "")
