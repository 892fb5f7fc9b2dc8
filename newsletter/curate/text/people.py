"""People: whom a story is about, found by rules and without a model.

A person is introduced by forename and surname and then goes by the surname alone: "Kamala Harris … Harris said".
Places and institutions do not: nobody writes "the White House … House said" without an article, nor "York" for
New York. So a surname counts where the texts introduce it with a forename, use it alone as well, and most titles
have it. Scripts without capitals have no lead person.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from newsletter.curate.text.terms import STOP_WORDS, word_list
from newsletter.domain.story import Story

#: Names are looked for in so many characters of a text: people are introduced early.
OPENING = 3000
#: At most so many entries of a story are read, the earliest.
ENTRIES = 40

_TITLES = word_list(
    """
acting ambassador attorney baroness chair chairman chairwoman chancellor chief commissioner congressman congresswoman
councillor dame democrat democratic deputy director dr ex former general gov governor head home judge justice king
lady leader lieutenant lord majority mayor minister minority mp mr mrs ms nominee premier president presidential prime
prince princess prof professor queen rep representative republican rev secretary sen senate senator shadow sheikh
sheriff sir speaker treasurer vice vice-president
"""
)
# No part of a person's name, though all are capitalised.
_NO_NAMES = word_list(
    """
academy act administration agency agreement air airline airlines airport amendment america american arab army assembly
association authority avenue award bank bay beach big bill blue board british bureau cabinet california campaign
capitol care carolina center central centre christian church circuit city civil climate club coast college commerce
commission committee commons commonwealth conference congress constitution convention corporation council county court
covid dakota day defence defense department development district division east eastern economic education election
embassy emergency energy eu europe european exchange executive fair fed federal field first fiscal force foreign fort
foundation fourth free fund gaza god gop government grand great green group gulf hall hampshire harbor health high
holy home hospital house human immigration independent institute intelligence internal international island islands
israeli jersey jewish joint journal jr june korea labor labour lake land law league liberal los march medicaid
medicare mexico middle military ministry mount movement muslim nation national nations native new news north northern
oak ocean office oval pacific palace palestinian park parliament parties partnership party peace penn pentagon plan
planet police policy post power press project public puerto race red reform reserve resolution rights river road roe
room russian safety saint san santa saudi school science sea second security senate service services seventh sixth
social society south southern square st standard state statehouse states stock strategy street strip student super
supreme task tax tea team tel third times today tower trade treasury treaty tribune trust tv twitter uk ukrainian un
union united university valley veterans virginia vote wall war washington watch water week west western white wing world
york zealand
"""
)
# Initials such as "J.D." are one token.
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['\u2019-][^\W\d_]+)*\.?")
_POSSESSIVE = re.compile(r"['\u2019]s$")
_ARTICLES = ("the", "a", "an")
_ADJECTIVE = re.compile(r"-[a-zß-ÿ]")
_PARTICLES = word_list("al bin da dal de del della den der di du el ibn la le van von")
_SUFFIXES = word_list("jr sr ii iii iv")
_NO_SURNAMES = _TITLES | _SUFFIXES


def lead_person(story: Story) -> str | None:
    """The forename and surname of whom most of a story's titles name; None where there is no such person.

    Of several, the one in most titles, then the one most often introduced, then the first by the alphabet.
    The forename is the one that the texts give most often, without initials.
    """
    entries = story.entries[:ENTRIES]
    titled = [entry for entry in entries if entry.title]
    introduced: dict[str, Counter[str]] = defaultdict(Counter)
    alone: set[str] = set()
    for entry in entries:
        for forename, surname in _names(entry.text[:OPENING]):
            if forename:
                introduced[surname][forename] += 1
            else:
                alone.add(surname)
    alone |= {
        word for entry in titled for before, word in _title_words(entry.title) if before not in introduced.get(word, ())
    }
    candidates = []
    for surname in sorted(introduced.keys() & alone):
        named = sum(_has(entry.title, surname) for entry in titled)
        if named * 2 > len(titled):
            candidates.append((-named, -introduced[surname].total(), surname))
    if not candidates:
        return None
    surname = min(candidates)[2]
    forename = min(introduced[surname].items(), key=lambda given: (-given[1], given[0]))[0]
    return f"{forename} {surname}"


def same_person(one: str, other: str) -> bool:
    """Whether two names mean one person: the same surname, and forenames of the same first letter.

    "Joe" and "Joseph" are one; two Clintons are two.

    >>> same_person("Joe Biden", "Joseph Biden"), same_person("Bill Clinton", "Hillary Clinton")
    (True, False)
    """
    (given, _, surname), (other_given, _, other_surname) = one.partition(" "), other.partition(" ")
    return surname == other_surname and given[:1] == other_given[:1]


def _has(title: str, surname: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(surname)}(?!\w)", title) is not None


@lru_cache(maxsize=1 << 10)  # a story that might be picked is asked about several times
def _names(text: str) -> tuple[tuple[str, str], ...]:
    """Forename and surname of each person's name in a text; an empty forename where the surname stands alone."""
    named = ((_person(run), after_article) for run, after_article in _runs(text))
    return tuple(
        (name[0] if len(name) > 1 else "", name[-1])
        for name, after_article in named
        if len(name) > 1 or (name and not after_article)
    )


def _title_words(title: str) -> Iterator[tuple[str, str]]:
    """Each capitalised word of a title that may be a surname, and the one just before it.

    Headlines may capitalise every word, verbs too: they introduce nobody.
    """
    for run, _ in _runs(title):
        yield from pairwise(["", *_person(run)])


def _runs(text: str) -> Iterator[tuple[list[str], bool]]:
    """Runs of capitalised words parted by nothing but space, and whether an article stands before each."""
    run: list[str] = []
    end, article, before = 0, False, ""
    for found in _TOKEN.finditer(text):
        word = found[0]
        if not run and not word[0].isupper():  # most words
            before, end = word, found.end()
            continue
        bare = _POSSESSIVE.sub("", word if word.count(".") > 1 else word.rstrip("."))
        named = bare[0].isupper() and bare.replace(".", "").casefold() not in STOP_WORDS
        follows = bool(run) and text[end : found.start()].isspace()
        if run and not (follows and (named or bare in _PARTICLES)):
            yield run, article
            run = []
        if named or run:
            if not run:
                article = before.casefold() in _ARTICLES
            run.append(bare)
            # A possessive ends a name, and so does a full stop, except after an initial or a title.
            if bare not in (word, word.rstrip(".")) or (word.endswith(".") and not _abbreviates(bare)):
                yield run, article
                run = []
        before, end = word, found.end()
    if run:
        yield run, article


def _abbreviates(bare: str) -> bool:
    return len(bare) == 1 or "." in bare or bare.casefold() in _NO_SURNAMES


def _person(run: list[str]) -> list[str]:
    """Forename and surname of a run of capitalised words, or a surname alone; empty for what is no person."""
    words = run
    for index, word in enumerate(run[:-1]):
        if word.casefold() in _TITLES:
            # "Arkansas Senator Tom Cotton": what stands before the title is no part of the name.
            words = run[index + 1 :]
    words = [word for word in words if len(word) > 1 and word.casefold() not in _NO_SURNAMES]
    if not words or any(word.casefold().replace(".", "") in _NO_NAMES for word in words):
        return []
    # Capitals throughout are an agency, though two may be initials ("JD Vance"); "Houthi-held" is an adjective.
    if any((word.isupper() and len(word) > 2 and "." not in word) or _ADJECTIVE.search(word) for word in words):
        return []
    for index, word in enumerate(words):
        if word in _PARTICLES:
            # "Ursula von der Leyen": the particles belong to the surname.
            return [words[0], " ".join(words[index:])] if index else []
    return words
