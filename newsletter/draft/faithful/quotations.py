"""Quotations: word for word, within quotation marks there too, and by the same speaker."""

import re
from collections.abc import Iterator, Sequence

from newsletter.draft.faithful.folding import folded
from newsletter.draft.faithful.ground import Ground, Read
from newsletter.draft.faithful.lexicon import word_set
from newsletter.draft.faithful.names import DATES, OFFICES, people, small_words
from newsletter.draft.faithful.nouns import Fault, Source
from newsletter.draft.faithful.tokens import Token

_DOUBLE = re.compile(r'"([^"]{1,600})"')
_SINGLE = re.compile(r"(?<![\w'])'([^'\s][^\"]{3,600}?)'(?![\w'])")
_SAYS = word_set(
    "said says say saying told tells wrote writes added adds called calls described asked asks argued warned posted "
    "testified tweeted declared insisted remarked replied responded stated noted read recalled calling"
)
_OUTFITS = word_set(
    "company firm carmaker automaker bank retailer airline chain utility manufacturer agency department ministry "
    "group association campaign"
)
_HE = frozenset(["he", "she", "they", "it"])


def quoted(text: str) -> list[str]:
    """What stands between quotation marks in a folded text."""
    plain = _DOUBLE.sub(" ", text)
    return [m[1] for m in _DOUBLE.finditer(text)] + [m[1] for m in _SINGLE.finditer(plain)]


def _bare(text: str) -> str:
    return " ".join(re.sub(r"[^\w%$'-]+", " ", text).split()).lower()


def quotation_faults(claim: Read, ground: Ground, sources: Sequence[Source]) -> Iterator[Fault]:
    """Whether each quotation stands in a cited source, with its speaker beside it."""
    if claim.text.count('"') % 2:
        yield Fault(rule="quotation", tokens=('"',), message="A quotation opens or closes, but not both.")
    for words in quoted(claim.text):
        holding = [r for r in ground.reads if f" {_bare(words)} " in f" {_bare(r.text)} "]
        in_quotes = [
            source
            for source in sources
            for part in quoted(folded(source.text)) + quoted(folded(source.title))
            if f" {_bare(words)} " in f" {_bare(part)} "
        ]
        if not in_quotes:
            yield Fault(
                rule="quotation",
                tokens=(words,),
                message=f"Nobody is quoted with “{words}” in the sources that it cites.",
            )
        elif (
            holding and all(_denied(words, r) for r in holding) and not {"not", "neither", "no", "never"} & _lows(claim)
        ):
            yield Fault(rule="negation", tokens=(words,), message=f"The source denies “{words}”.")
        elif holding and not any(_same_speaker(claim, r, ground) for r in holding):
            yield Fault(
                rule="quotation",
                tokens=(words,),
                message=f"“{words}” has another speaker in the source, or none is named here.",
            )


def _lows(r: Read) -> frozenset[str]:
    return frozenset(t.low for t in r.tokens)


def _denied(words: str, r: Read) -> bool:
    """Whether a few words are quoted out of "neither … nor" or behind a "not"."""
    if len(words.split()) > 4:
        return False
    before = f" {_bare(r.text)} ".partition(f" {_bare(words)} ")[0].split()[-3:]
    return bool({"not", "neither", "nor", "no", "never", "isn't", "wasn't", "don't", "hardly"} & set(before))


def speakers(r: Read, known: frozenset[str]) -> tuple[frozenset[str], bool]:
    """Who speaks in a sentence, by surname or noun, and whether it is only "he" or "she"."""
    outside = [t for t in r.tokens if not t.quoted and t.low != '"']
    names = {t.at: run[-1].low for run in people(outside, known) for t in run}
    found: set[str] = set()
    pronoun = False
    for i, t in enumerate(outside):
        if t.low in _SAYS or t.low in ("according to", "quoted", "citing"):
            subject = _subject(outside, i, names)
            found |= {s for s in subject if s not in _HE}
            pronoun = pronoun or any(s in _HE for s in subject)
    return frozenset(found), pronoun


def _subject(outside: Sequence[Token], i: int, names: dict[int, str]) -> list[str]:  # noqa: C901 - cases, read top to bottom
    """Who does the saying at a place: the nearest name or noun before it in its clause, else behind it."""
    if outside[i].low in ("according to", "citing", "quoted"):
        return [names.get(t.at, t.low) for t in outside[i + 1 : i + 8] if t.at in names or _noun(t)][:2]
    before: list[str] = []
    commas = 0
    start = i
    if i and outside[i - 1].low == ",":
        # "Lee, who beat Roe, said": whoever is set off by commas is not who speaks.
        start = next((k for k in range(i - 2, -1, -1) if outside[k].low == ","), i)
        if i - start <= 6:
            before += [names[t.at] for t in outside[start:i] if t.at in names]
    for t in reversed(outside[max(0, start - 14) : start]):
        if t.low == ",":
            commas += 1
            if commas == 1 and not before and t.at < outside[i].at - 1:
                break
            continue
        if t.low in (";", "while", "but", "that") or (t.low == "and" and before):
            break
        if t.low in DATES:
            continue
        if t.at in names or t.low in _HE or _noun(t):
            before.append(names.get(t.at, t.low))
    if before:
        return before[:4] if commas < 2 else before
    return [names.get(t.at, t.low) for t in outside[i + 1 : i + 6] if t.at in names or t.low in _HE or _noun(t)][:3]


def _noun(t: Token) -> bool:
    return t.low in OFFICES or (t.is_word and not t.light and t.low not in _SAYS)


def _before_quote(claim: Read, held: Read, known: frozenset[str]) -> Token | None:
    """The surname of the only one who is named before a quotation that stands behind no verb of saying."""
    words = next((w for w in quoted(claim.text) if f" {_bare(w)} " in f" {_bare(held.text)} "), None)
    opened = next((t.at for t in claim.tokens if t.quoted), None)
    if words is None or opened is None:
        return None
    lead = [t for t in claim.tokens[:opened] if t.low != '"']
    named = {run[-1].low: run[-1] for run in people(lead, known)}
    if len(named) != 1 or any(t.low in _SAYS and t.low not in ("insisted", "saying") for t in lead):
        return None
    return next(iter(named.values()))


def _same_speaker(claim: Read, held: Read, ground: Ground) -> bool:
    known = small_words(ground)
    outside = [t for t in claim.tokens if not t.quoted]
    mine, _ = speakers(claim, known)
    named = {run[-1].low for run in people(outside, known)} & mine or mine
    theirs, pronoun = speakers(held, known)
    there = [t for t in held.tokens if not t.quoted and t.is_word]
    for run in people(outside, known):
        name = ground.telling(run)
        if run[-1].low in mine and name is not run[-1] and run[-1].low in theirs:
            return name.low in {t.low for t in there}
    if pronoun or not theirs:
        # "He said": who, stands in the sentence before.
        before = [r for r in ground.reads if r.source == held.source and held.at - 2 <= r.at < held.at and r.at >= 0]
        there += [t for r in before for t in r.tokens if t.is_word]
        theirs = theirs | frozenset(t.low for t in there)
    if not mine:
        return bool({run[-1].low for run in people(outside, known)} & {t.low for t in there})
    if (beside := _before_quote(claim, held, known)) is not None:
        return beside.low in theirs
    keys = frozenset(k for t in there if t.low in theirs for k in (*t.keys, t.low))
    speaking = [t for t in outside if t.low in named]
    if any(t.low in _OUTFITS and not t.capital for t in speaking) and not any(t.capital for t in speaking):  # noqa: SIM102 - two questions
        if any(t.capital for t in there if t.low in theirs) and not any(t.low in OFFICES for t in there):
            return True  # "the company" is whichever the source names
    return any(t.low in theirs or t.keys & keys for t in speaking if t.capital or not any(u.capital for u in speaking))
