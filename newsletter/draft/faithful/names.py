"""Names: who is named stands in the sources, with the forename, office, party and state that the sources give."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsletter.draft.faithful import lexicon
from newsletter.draft.faithful.ground import Ground, Read
from newsletter.draft.faithful.lexicon import word_set
from newsletter.draft.faithful.nouns import Fault
from newsletter.draft.faithful.numerals import MONTHS, NUMBER_WORDS
from newsletter.draft.faithful.tokens import IRREGULAR, LIGHT, Token

OFFICES = frozenset(lexicon.OFFICES.split())
MODIFIERS = frozenset(lexicon.MODIFIERS.split())
WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
DATES = frozenset(MONTHS) | WEEKDAYS
#: What is somebody's and not a part of a name.
_PLACES_OF_PEOPLE = frozenset(["democrat", "republican", "independent", "democratic", "conservative", "labour"])
#: Parts of names of bodies: which body is told by the words beside them.
_BODIES = word_set(
    "committee department court council board commission agency bureau office association union party ministry "
    "authority institute university college bank fund house senate assembly parliament congress supreme county city "
    "state federal national service center group foundation coalition league society alliance corporation company "
    "administration cabinet government police army navy force guard act bill law pact treaty north south east west "
    "new port fort mount lake river street bridge airport hospital school district ward valley bay sea island the "
    "district circuit appeals superior general grand jury white oversight budget intelligence affairs foreign "
    "interior transport health energy education labor labour commerce treasury justice defense environment "
    "agriculture housing finance"
)
_JOINS = frozenset(["of", "the", "de", "del", "van", "von", "al", "bin", "la", "da", "di", "and", "-", "for"])
#: They begin a sentence without naming anybody.
_COUNTS = word_set("no nobody none neither nothing half dozens scores hundreds thousands millions most many few "
                   "several miles")  # fmt: skip
_DEMONYM = ("ian", "an", "ese", "ish", "ic", "i", "ians", "ans", "is")
#: Of a party's members on a panel, one and the same.
_TOP = word_set("ranking top senior leading")
#: How far before and behind a name what its bearer is may stand.
_BEFORE, _BEHIND = 8, 14


def is_name(token: Token, known: frozenset[str]) -> bool:
    """Whether a capital letter makes a token a name; the first word only where no source has it in small letters."""
    if not token.capital or not token.is_word or token.low in DATES or token.low in ("i", "a", "the"):
        return False
    if token.low.removesuffix("s") in OFFICES or token.low in MODIFIERS:
        return False
    return not (token.first and (token.low in known or token.low in LIGHT or _common(token)))


def _common(token: Token) -> bool:
    """Whether a first word is one of the language and not a name, by the lexicon or by its ending."""
    if token.low in NUMBER_WORDS or token.low in _COUNTS:
        return True
    return any(key[0] in "=#" for key in token.keys) or token.low.endswith(("ing", "ly", "ors", "ers", "ists", "ions"))


def small_words(ground: Ground) -> frozenset[str]:
    """The words that the sources have in small letters."""
    return frozenset(t.low for r in ground.reads for t in r.tokens if t.is_word and not t.capital)


#: More capitals than an outfit's initials have; and so many tokens a dateline has at most.
_INITIALS, _DATELINE = 3, 9
#: So many words open a sentence.
_OPENING = 4


def runs(found: Sequence[Token], known: frozenset[str]) -> list[tuple[Token, ...]]:
    """Names of several words, and those of one."""
    result: list[list[Token]] = []
    last = -2
    for token, after in zip(found, (*found[1:], None), strict=False):
        if token.first and after is not None and after.low in OFFICES and token.low not in STATES:
            continue  # "Team owner Ann Lee"
        if is_name(token, known) or (
            token.first and token.low in _BODIES - {"the"} and after is not None and after.capital
        ):
            if result and last == token.at - 1:
                result[-1].append(token)
            else:
                result.append([token])
            last = token.at
    return [tuple(run) for run in result]


def dateline(r: Read, token: Token) -> bool:
    """Whether a word only tells where a report was written: "OSTRAVIK, Kaldovia - The party lost"."""
    opens = r.tokens[0]
    if not (opens.text.isupper() and len(opens.text) > _INITIALS and token.at < _DATELINE):
        return False
    return any(t.low == "-" for t in r.tokens[token.at : _DATELINE])


def people(found: Sequence[Token], known: frozenset[str]) -> list[tuple[Token, ...]]:
    """The runs that name a person, an outfit or a firm, not a place, a party or a body of the state."""
    result = []
    for run in runs(found, known):
        parts = tuple(t for t in run if not _of_people(t))
        if parts and not all(t.low in _BODIES for t in parts):
            result.append(parts)
    return result


def _of_people(token: Token) -> bool:
    return token.low in _PLACES_OF_PEOPLE or any(key[0] == "@" for key in token.keys) or token.low in STATES


def name_faults(claim: Read, ground: Ground) -> Iterator[Fault]:
    """What is wrong with the names of a claim."""
    known = small_words(ground)
    capitals = [t for r in ground.reads for t in r.tokens if t.capital]
    # A title sets capitals on every word, so it makes no name of one.
    keys = frozenset(key for t in capitals for key in (t.low, *(k for k in t.keys if k[0] == "@")))
    for run in runs(claim.tokens, known):
        missing = [t for t in run if not _stands(t, keys, known, ground)]
        if missing and not _initials_known(run, ground) and not _is_initials(run, ground):
            words = " ".join(t.text for t in run)
            yield Fault(
                rule="names",
                tokens=tuple(t.text for t in missing),
                message=f"“{words}” is not named so in the sources that it cites.",
            )
        else:
            yield from _joined(claim, run, ground)
    yield from attribute_faults(claim, ground, known)


def _stands(token: Token, keys: frozenset[str], known: frozenset[str], ground: Ground) -> bool:  # noqa: PLR0911 - cases, read top to bottom
    low = token.low
    if low in NUMBER_WORDS:
        return True
    if low in keys or any(k in keys for k in token.keys if k[0] == "@"):
        return True
    if low.endswith("s") and low[:-1] in keys:
        return True
    if low in ("house", "senate") and "chamber" in known and not {"house", "senate"} & keys:
        return True
    if low in _BODIES and (low in known or any(k in ground.keys for k in token.keys if k[0] not in "=#")):
        return True
    if token.first and any(k in ground.keys for k in token.keys):
        return True
    parts = low.split("'")[0]
    return any(demonym(parts, key) for key in keys if key[0] not in "@#=")


def demonym(one: str, other: str) -> bool:
    """Whether one is the people, the other the place."""
    short, long = sorted((one, other), key=len)
    size = 0
    while size < len(short) and short[size] == long[size]:
        size += 1
    return (
        size >= 4 and size >= len(short) - 2 and long.endswith(_DEMONYM) and len(long) - size <= 4 and size < len(long)
    )


def _is_initials(run: Sequence[Token], ground: Ground) -> bool:
    """Whether the run is the short form of a name that the sources have in full."""
    short = run[0].text.removesuffix("'s")
    if len(run) != 1 or not short.isupper() or not 2 <= len(short) <= 6:
        return False
    for r in ground.reads:
        letters, at = "", -9
        for t in r.tokens:
            if t.capital and t.is_word:
                letters += t.text[0]
                at = t.at
            elif t.low not in _JOINS or t.at - at > 3:
                letters += " "
        if any(short in part for part in letters.split()):
            return True
    return False


def _initials_known(run: Sequence[Token], ground: Ground) -> bool:
    letters = "".join(t.text[0] for t in run)
    return len(run) > 1 and any(t.text == letters for r in ground.reads for t in r.tokens)


def _joined(claim: Read, run: Sequence[Token], ground: Ground) -> Iterator[Fault]:
    """Whether the words of a name stand side by side in a source, too."""
    for one, other in pairwise(run):
        if f"{one.text}' {other.text}" in claim.text:
            continue  # "the Tories' Ann Lee"
        if _of_people(one) or _of_people(other) or one.text.endswith("'s") or one.low in NUMBER_WORDS:
            continue
        if not any(_beside(one, other, r) for r in ground.reads):
            yield Fault(
                rule="names",
                tokens=(f"{one.text} {other.text}",),
                message=f"“{one.text} {other.text}” is not a name in the sources that it cites.",
            )


def _same(one: Token, other: Token) -> bool:
    """Whether two tokens are one name: never by what they mean."""
    if one.low == other.low or {k for k in one.keys if k[0] not in "=#"} & other.keys:
        return True
    return one.capital and other.capital and demonym(one.low, other.low)


def _beside(one: Token, other: Token, r: Read) -> bool:
    for t in r.tokens:
        if not _same(t, one):
            continue
        # "Department of Labor" is the Labor Department; "Ann B. Lee" is Ann Lee.
        for u in r.tokens[max(0, t.at - 3) : t.at + 4]:
            if u is not t and u.capital and _same(u, other):
                between = r.tokens[min(t.at, u.at) + 1 : max(t.at, u.at)]
                if u.at > t.at and all(
                    b.low in _JOINS or len(b.low) == 1 or (b.capital and b.is_word) for b in between
                ):
                    return True
                if u.at < t.at and between and all(b.low in ("of", "the", "for") for b in between):
                    return True
    return False


def attribute_faults(claim: Read, ground: Ground, known: frozenset[str]) -> Iterator[Fault]:  # noqa: C901 - cases, read top to bottom
    """Whether everybody is what the sources say that he is."""
    for run in people(claim.tokens, known):
        behind = claim.tokens[run[-1].at + 1] if run[-1].at + 1 < len(claim.tokens) else None
        if len(run) == 1 and behind is not None and behind.capital and behind.low in OFFICES:
            continue  # "former Newark Mayor Ann Lee"
        said = _said_of(claim, run)
        name = ground.telling(run)
        held: list[Token] = []
        found_near: list[list[Token]] = []
        for r in ground.reads:
            for t in r.tokens:
                if t.capital and t.low == name.low:
                    behind = r.tokens[t.at + 1] if name is not run[-1] and t.at + 1 < len(r.tokens) else t
                    near = _near(r, t, known) + (_near(r, behind, known) if behind.low == run[-1].low else [])
                    held += near
                    found_near.append(near)
        if not held:
            continue
        held += introduced(ground, name)
        keys = frozenset(k for t in held for k in (*t.keys, t.low))
        for token in said:
            if (
                token.light
                or token.keys & keys
                or (token.capital and _of_outfit(claim, token, keys, ground))
                or token.low in keys
                or any(demonym(token.low, k) for k in keys if len(k) > 3)
            ):
                continue
            if _is_initials((token,), ground) or (token.low in _TOP and keys & _TOP):
                continue
            if token.low in ("defense", "defence") and keys & {"lawyer", "attorney"} and "prosecutor" not in keys:
                continue
            # Whose minister or lawyer somebody is may stand in an earlier sentence, if the source names nobody here.
            if token.text.endswith("'s") and not any(t.capital and t.text.endswith("'s") for t in held):
                continue
            rule = "party" if token.low in _PLACES_OF_PEOPLE or "@4" in token.keys else "office"
            yield Fault(
                rule=rule,
                tokens=(token.text, run[-1].text),
                message=f"No source that it cites calls {run[-1].text} “{token.text}”.",
            )
        yield from _modifiers(said, run, ground, known)


def introduced(ground: Ground, name: Token) -> list[Token]:
    """What a sentence calls somebody whom only the next one names: "A former aide was convicted. Ann Lee, 44,"."""
    result: list[Token] = []
    for r in ground.reads:
        if not any(t.capital and t.low == name.low and t.at < _OPENING for t in r.tokens):
            continue
        for o in ground.reads:
            if o.source == r.source and o.at == r.at - 1 and o.at >= 0:
                opening = [t for t in o.tokens if t.is_word and not dateline(o, t)]
                if opening and opening[0].low in ("a", "an"):
                    end = next((n for n, t in enumerate(opening) if n and t.capital), len(opening))
                    result += opening[1 : min(end, _OPENING)]
    return result


def _of_outfit(claim: Read, token: Token, keys: frozenset[str], ground: Ground) -> bool:
    """Whether a word is of an outfit's name that the sources call by its last word: "union president Ann Lee"."""
    end = token.at
    while end + 1 < len(claim.tokens) and claim.tokens[end + 1].capital and claim.tokens[end + 1].is_word:
        end += 1
    last = claim.tokens[end]
    if last is token or last.low not in keys or not any(t.low == last.low and not t.capital for t in _all(ground)):
        return False
    return any(_beside(one, other, r) for r in ground.reads for one, other in [(token, claim.tokens[token.at + 1])])


def _all(ground: Ground) -> Iterator[Token]:
    return (t for r in ground.reads for t in r.tokens)


def _modifiers(said: Sequence[Token], run: Sequence[Token], ground: Ground, known: frozenset[str]) -> Iterator[Fault]:
    """Whether "former", "acting" and the like are lost beside an office that never stands without them."""
    mine = {t.low for t in said if t.low in MODIFIERS}
    for office in (t for t in said if t.low in OFFICES):
        always: set[str] | None = None
        for r in ground.reads:
            for t in r.tokens:
                if not (t.capital and t.low == run[-1].low):
                    continue
                for u in _near(r, t, known):
                    if u.keys & office.keys:
                        here = {
                            b.low
                            for b in r.tokens[max(0, u.at - 4) : u.at + 3]
                            if b.low in MODIFIERS or b.low in ("until", "then")
                        }
                        always = here if always is None else always & here
        lost = (always or set()) - mine - {"until"}
        if lost and not (mine & {"former", "ex", "then", "onetime"} and lost <= {"former", "ex", "then", "onetime"}):
            yield Fault(
                rule="office",
                tokens=(*sorted(lost), office.text),
                message=f"The source calls {run[-1].text} “{' '.join(sorted(lost))} {office.text}”.",
            )


def _said_of(claim: Read, run: Sequence[Token]) -> list[Token]:  # noqa: C901 - cases, read top to bottom
    """What a claim calls the bearer of a name: right before it, or between commas or brackets behind it."""
    result: list[Token] = []
    at = run[0].at - 1
    while at >= 0:
        t = claim.tokens[at]
        if t.low == "," and at == run[0].at - 1 and at and claim.tokens[at - 1].low in OFFICES:
            at -= 1  # "Kareth's foreign minister, Ann Lee"
            continue
        if t.text.endswith("'s"):
            result += [t] if t.capital else []
            break
        if not (t.capital or t.low in OFFICES or t.low in MODIFIERS or t.low == "-" or _plain_noun(t, claim)):
            break
        if t.is_word and t.low not in DATES and not (t.first and (t.low in LIGHT or t.low in _COUNTS)):
            result.append(t)
        at -= 1
    # "Aide to President Strand" and the like: what is possessed is somebody else's.
    end = run[-1].at + 1
    tokens = claim.tokens
    if end < len(tokens) and tokens[end].low in (",", "("):
        close = next(
            (k for k in range(end + 1, min(len(tokens), end + 12)) if tokens[k].low in (",", ")", ";", ".")), None
        )
        inside = tokens[end + 1 : close] if close else ()
        inside = inside[: next((k for k, t in enumerate(inside) if t.low in ("who", "whose", "which")), len(inside))]
        opens = inside[0].low if inside else ""
        calls = inside and (_of_people(inside[0]) or inside[0].low in OFFICES | MODIFIERS)
        if opens in ("formerly", "once", "previously", "now"):
            inside = inside[1:]
            opens = inside[0].low if inside else ""
        if opens in ("a", "an", "the", "of") or calls or (inside and inside[0].text.endswith("'s")):  # noqa: SIM102 - two questions
            if not any(
                t.low in ("and", "said", "who") or (t.low.endswith("ed") and t.low != "retired") for t in inside
            ):
                result += [
                    t for t in inside if t.is_word and (t.capital or t.low in OFFICES | MODIFIERS | _PLACES_OF_PEOPLE)
                ]
        if tokens[end].low == "(":
            result += [t for t in inside if t.is_word and t.capital and t not in result]
    if end + 1 < len(tokens) and tokens[end].low == "of" and tokens[end + 1].capital:
        result.append(tokens[end + 1])
    return result


def _plain_noun(token: Token, claim: Read) -> bool:
    """Whether a small word leads to an office: "union president", "state treasurer"."""
    after = claim.tokens[token.at + 1] if token.at + 1 < len(claim.tokens) else None
    return bool(
        token.is_word
        and not token.light
        and after is not None
        and (after.low in OFFICES or after.low == "-")
        and not token.low.endswith(("ed", "ing"))
        and not (token.low in IRREGULAR and not token.low.endswith(("ce", "our", "re")))
        and token.low not in ("with", "by", "of")
        and " " not in token.low
    )


def _near(r: Read, name: Token, known: frozenset[str]) -> list[Token]:  # noqa: C901 - cases, read top to bottom
    """What stands near a name and is not nearer to another one: before it, or in a phrase set off behind it."""
    result: list[Token] = []
    others = 0
    for t in reversed(r.tokens[max(0, name.at - _BEFORE) : name.at]):
        if t.low in (";", "while", "but", ")"):
            break
        if is_name(t, known) and not _of_people(t) and t.low not in _BODIES and t.at < name.at - 2:
            others += 1
            if others > 1:
                break
        if t.is_word:
            result.append(t)
    start = name.at + 1
    while start < len(r.tokens) and is_name(r.tokens[start], known) and not name.text.endswith("'s"):
        start += 1
    behind = r.tokens[start : start + _BEHIND]
    if behind and behind[0].low in (",", "(", "of", "from", "-", "was", "is", "as", "who", "'s", "became", "has"):
        commas = 0
        for t in behind[1:]:
            commas += t.low in (",", ")")
            if commas > 2 or t.low == ";" or (t.low == "and" and behind[0].low == "of"):
                break
            if t.is_word:
                result.append(t)
    elif name.text.endswith("'s"):
        pass
    return result


STATES = word_set(
    "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois "
    "indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri "
    "montana nebraska nevada hampshire jersey mexico york carolina dakota ohio oklahoma oregon pennsylvania rhode "
    "tennessee texas utah vermont virginia washington wisconsin wyoming"
)
