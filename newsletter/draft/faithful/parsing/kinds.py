"""What kind of word stands at a place: verb, noun, preposition, or one that joins."""

from collections.abc import Sequence

from newsletter.draft.faithful import lexicon
from newsletter.draft.faithful.lexicon import word_set
from newsletter.draft.faithful.tokens import IRREGULAR, Token

BE = word_set("be been being is are was were am")
HAVE = word_set("have has had having")
_DO = word_set("do does did")
MODALS = word_set("will would may might could can should shall must cannot")
AUXILIARIES = BE | HAVE | _DO | MODALS
PREPOSITIONS = word_set(
    "of in on at by for from to with without against over under about into onto through during after before since "
    "until between among amid toward towards across around near off per via within behind beyond despite inside "
    "outside past regarding concerning above below along except including upon following throughout as than"
) | {"according to"}
ARTICLES = word_set(
    "the a an this that these those its his her their our my your some any no all both each every most many several "
    "few another other such more less fewer much half either neither"
)
PRONOUNS = word_set(
    "he she it they him them we us i you himself herself itself themselves one who whom which that there this these "
    "those another others both neither none nobody everyone"
)
RELATIVES = word_set("who which whom whose that where when")
JOINS = word_set("and but or nor while whereas although though because if unless whether so once when how why what")
ADVERBS = word_set(
    "not also still yet already later earlier soon never ever now then too just only even again once instead nearly "
    "almost about roughly more most less very far together back away ahead however meanwhile so well today ago "
    "yesterday overnight here there otherwise apart long early late up down out off"
)
_NO_NOUNS = PREPOSITIONS | JOINS | ADVERBS | AUXILIARIES
#: They end as verbs do, and are none.
_NO_VERBS = word_set(
    "united hundred need indeed speed seed red bed feed breed wicked sacred naked during morning evening king ring "
    "thing nothing something anything everything string spring wing ceiling sibling building buildings hearing "
    "hearings ruling rulings meeting meetings housing funding spending wedding funeral filing filings warning "
    "finding findings earnings proceedings beijing killing killings shooting shootings training banking mining "
    "farming fishing manufacturing engineering bargaining testing polling voting hurried-ly lobbying shed embed "
    "creed greed weed deed steed"
)
#: Their participle looks like their first form.
SAME_FORM = word_set("put cut set hit let shut quit read spread cost burst bid hurt split run come become overcome")
_VERBS = frozenset(lexicon.VERBS.split())
_PAST = frozenset(word for word, base in IRREGULAR.items() if base in _VERBS and word != base)
#: Of those, the ones that are nouns oftener.
_NOUNS = word_set(
    "trial denial refusal approval approvals passage proposal proposals survival removal arrival withdrawal failure "
    "failures resignation resignations nomination nominations conviction convictions acquittal indictment "
    "indictments allegation allegations accusation accusations negotiation negotiations investigation "
    "investigations investigator investigators opposition endorsement criticism warnings warning ruling rulings "
    "rule election elections meeting meetings spending funding housing findings hearing hearings shooting killing "
    "building buildings decision decisions loss losses death deaths sale sales choice belief estimate media people "
    "children dead passes light being unanimously temporarily permanently success successful reelection re-election "
    "analyses estimates subsidies taxes buses means thought cost costs bid lead rise fall hold split die lie"
)


def base_of(low: str) -> str:
    """The form of a verb that stands in a dictionary, or an empty text where it is none that is known."""
    if low in _VERBS:
        return low
    if low in IRREGULAR and IRREGULAR[low] in _VERBS:
        return IRREGULAR[low]
    for ending, puts in (("ies", "y"), ("ied", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ed", ""), ("ed", "e"),
                         ("ing", ""), ("ing", "e")):  # fmt: skip
        if low.endswith(ending) and low[: -len(ending)] + puts in _VERBS:
            return low[: -len(ending)] + puts
    for ending in ("ed", "ing"):
        bare = low.removesuffix(ending)
        if bare != low and len(bare) > 2 and bare[-1] == bare[-2] and bare[:-1] in _VERBS:
            return bare[:-1]
    return ""


def is_past(token: Token) -> bool:
    """Whether a token looks like a past form or a participle."""
    low = token.low.split(" ")[0]
    return (low.endswith("ed") and low not in _NO_VERBS and len(low) > 3) or (low in _PAST and low not in _NOUNS)


def is_ing(token: Token) -> bool:
    """Whether a token looks like "voting"."""
    return token.low.endswith("ing") and token.low not in _NO_VERBS and len(token.low) > 4


def is_noun_like(token: Token) -> bool:
    """Whether a token may be a part of a phrase that names something."""
    if token.quoted or (token.low in _NO_NOUNS and (token.first or not token.capital)):
        return False
    return (token.is_word and not token.low.endswith("ly")) or token.low[:1].isdigit() or token.low[:1] in "$€£"


def is_verb(found: Sequence[Token], i: int) -> bool:  # noqa: C901, PLR0911, PLR0912 - cases, read top to bottom
    """Whether the word at a place is a verb there, as far as its neighbours tell."""
    t = found[i]
    if t.quoted or not t.is_word or (t.capital and not t.first):
        return False
    low = t.low.split(" ")[0]
    before = next(
        (u for u in reversed(found[max(0, i - 3) : i]) if u.low not in ADVERBS and not u.low.endswith("ly")), None
    )
    after = found[i + 1] if i + 1 < len(found) else None
    lead = before.low if before is not None else ""
    named = after is not None and after.is_word and is_noun_like(after) and after.low not in ARTICLES | PRONOUNS
    if is_past(t):
        # "the proposed contract", "a tied vote"
        articled = (
            lead in ARTICLES or lead == "-" or lead[:1].isdigit() or (before is not None and before.text.endswith("'s"))
        )
        if lead in PREPOSITIONS and named and after is not None and not after.capital:
            return False  # "tariffs on imported steel"
        return not (articled and named and not (after is not None and after.capital and lead == "that"))
    if is_ing(t):
        if t.low in _LIKE_ADJECTIVES and lead not in BE:
            return False
        return not (lead in ARTICLES and lead != "that") and (t.low in _ING_ALWAYS or bool(base_of(low)) or lead in BE)
    if lead in BE | HAVE and low in SAME_FORM:
        return True  # "was put", "had cut"
    if not base_of(low) or low in _NOUNS - {"cost", "costs", "lead", "rise", "fall", "hold", "means", "bid"}:
        return False
    if lead in ("to", *MODALS, *_DO, "not", "who", "which", "they", "he", "she", "it", "we"):
        return not (low.endswith("s") and base_of(low) != low and lead == "to")
    if lead in ("and", "or", "but") and low in _VERBS and after is not None:
        # "to approve the bill and send it to the House"
        open_ = any(u.low in MODALS or u.low == "to" for u in found[max(0, i - 14) : i])
        return open_ and (after.low in ARTICLES | PRONOUNS or after.capital or after.low[:1].isdigit())
    if lead[:1].isdigit() and low in _VERBS and after is not None and after.low in ARTICLES | PRONOUNS:
        return True  # "41% oppose it"
    if lead == "," and low not in _VERBS and after is not None:
        return i > 2 and (
            after.low in ARTICLES | PRONOUNS | ADVERBS or after.low[:1].isdigit()
        )  # "Quill, 61, faces up to"
    if (
        before is None
        or not before.is_word
        or lead in ARTICLES | PREPOSITIONS | BE | JOINS
        or before.text.endswith("'s")
    ):
        return False
    if after is None or not (
        after.low in ARTICLES | PREPOSITIONS | PRONOUNS | ADVERBS
        or after.capital
        or after.low[:1].isdigit()
        or after.low[:1] in "$€£"
        or after.low in ("to", '"', "that", "whether", "if")
        or after.low.endswith(("ly", "s", "ers"))
    ):
        return False
    if after.low in PREPOSITIONS and _led(found, i):
        return False  # "for zoning votes between"
    plural = (lead.endswith("s") and not lead.endswith(("ss", "us", "is"))) or lead in ("people", "police")
    inflected = low.endswith("s") and base_of(low) != low
    if base_of(before.low) and i and found[i - 1] is before and is_verb(found, i - 1):
        return False  # "cut rates in June"
    return (
        is_noun_like(before) and (inflected != plural or (before.capital and not before.first)) and not is_past(before)
    )


def _led(found: Sequence[Token], i: int) -> bool:
    """Whether a preposition leads the phrase that stands before a place."""
    k = i - 1
    while k >= 0 and is_noun_like(found[k]):
        k -= 1
    return k >= 0 and found[k].low in PREPOSITIONS


_LIKE_ADJECTIVES = word_set(
    "acting ranking leading outgoing incoming sitting existing remaining pending surviving following rising falling "
    "growing working living coming opposing competing governing ruling voting missing running"
)
_ING_ALWAYS = word_set("saying citing joining leaving making")
