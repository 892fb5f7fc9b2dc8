"""What surrounds an article on its page and travels along into the feed, told by what its elements are called.

An element's id, class, role and data attributes are read word by word: ``article__relatedStories`` is the words
*article*, *related* and *stories*. Only whole words count, so that ``leadership`` is no *lead* and ``shadow`` no *ad*.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from newsletter.collect.normalise import word_set

#: One of these words is enough.
_WORDS = word_set(
    "newsletter newsletters related promo promos promotion promotions teaser teasers share shares sharing sharebar "
    "sharetools addtoany social subscribe subscribebox subscription subscriptions signup optin recirc recirculation "
    "recommended recommendations trending comments disqus cookie cookies gdpr paywall regwall meter byline bylines "
    "caption captions figcaption credit credits attribution ad ads adslot adunit adverts advert advertisement "
    "advertisements advertorial dfp sponsor sponsored sponsors taboola outbrain donate donation donations donors "
    "membership cta breadcrumb breadcrumbs pagination pager toolbar navbar nav menu sidebar timestamp "
    "authorbio authorbox bio readmore sharethis popup modal toc hidden"
)
#: Two that follow each other.
_PAIRS = frozenset(
    tuple(pair.split("+"))
    for pair in word_set(
        "most+read most+popular most+viewed most+shared sign+up sign+in log+in author+bio author+box author+info "
        "about+author read+more read+next read+also also+read also+like also+on up+next see+also more+from "
        "more+on more+stories more+coverage follow+us app+download download+app sr+only screen+reader visually+hidden "
        "video+playlist further+reading editors+picks to+action"
    )
)
#: Where one of these stands beside the word, it means something else.
_MEANS_ELSE = {
    "share": word_set("price prices market holder holders capital vote votes"),
    "shares": word_set("price prices market"),
    "social": word_set("care security policy housing work worker workers democrat democrats justice services"),
    "credit": word_set("card cards union unions rating ratings crunch suisse tax"),
    "credits": word_set("tax carbon"),
    "ad": word_set("hoc"),
    "ads": word_set("policy spending"),
    "cookie": word_set("law"),
    "related": word_set("health work covid"),
    "caption": word_set("contest"),
    "nav": word_set("canada"),
    "bio": word_set("security tech fuel"),
    "hidden": word_set("overflow"),
}
_ROLES = word_set(
    "advertisement banner contentinfo navigation complementary form search dialog alertdialog toolbar menu menubar"
)
#: Attributes whose value says what an element is, and not what it is about.
_TELLING = word_set(
    "data-component data-component-name data-module data-module-name data-type data-testid data-test-id data-test "
    "data-qa data-widget data-widget-type data-block data-block-name data-role data-name data-id data-element "
    "data-print-layout data-unit data-gtm-name data-area"
)
#: Attributes that only such elements have.
_NAMED = word_set("ad ads advert newsletter promo paywall sponsored")
#: Labels that say what a piece is about, and stand on the piece itself.
_TOPICS = word_set("tag category topic keyword hashtag")
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
#: An element that readers do not see.
_UNSEEN = re.compile(
    r"(?:^|[;\s])(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}(?:hidden|collapse))\b", re.IGNORECASE
)
#: Words; a longer label for readers who hear a page describes what is in the element.
_LABEL = 4
#: Characters; no name is longer, and what is longer is data.
_LONGEST = 300


def is_chrome(attributes: Iterable[tuple[str, str]]) -> bool:
    """Whether an element with these attributes stands around the article instead of in it.

    >>> is_chrome([("class", "article__related-stories")])
    True
    >>> is_chrome([("class", "leadership shadow-cabinet")])
    False
    """
    return any(_tells_chrome(name, value) for name, value in attributes)


def _tells_chrome(name: str, value: str) -> bool:
    value = value[:_LONGEST]
    if name in {"class", "id"} or name in _TELLING:
        return _names_chrome(value)
    if name == "role":
        return not _ROLES.isdisjoint(value.lower().split())
    if name == "style":
        return bool(_UNSEEN.search(value))
    if name == "aria-hidden":
        return value.strip().lower() == "true"
    if name == "aria-label":
        words = value.split()
        return len(words) <= _LABEL and _names_chrome("-".join(words))
    return name == "hidden" or (name.startswith("data-") and name.split("-", 2)[1] in _NAMED)


@lru_cache(maxsize=4096)
def _names_chrome(value: str) -> bool:
    """Whether names in an attribute's value say so. Feeds repeat the same ones in every entry."""
    for name in value.split():
        words = [word.lower() for word in _WORD.findall(name)]
        if not words or words[0] in _TOPICS:
            continue
        for place, word in enumerate(words):
            beside = {*words[max(place - 1, 0) : place], *words[place + 1 : place + 2]}
            if word in _WORDS and not beside & _MEANS_ELSE.get(word, frozenset()):
                return True
        if not _PAIRS.isdisjoint(pairwise(words)):
            return True
    return False
