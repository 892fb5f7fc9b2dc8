# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""One rule per sort of furniture: when the wordings of a sort count, and what a line must have to be asked at all.

The wordings themselves are in ``phrases``, ``pointers``, ``credit`` and ``imperatives``.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from newsletter.collect.furniture import credit, imperatives, phrases, pointers, triggers
from newsletter.collect.furniture.corrections import is_correction
from newsletter.collect.furniture.keyed import Keyed
from newsletter.collect.furniture.line import Line
from newsletter.collect.furniture.patterns import EMAIL, URL

#: In words. Where a longer line with a label reports what somebody said, it is told.
_SENTENCE = 8
_LABEL_MARK = re.compile(r"[:|»>→…]|\.\.\.| [–—-] ")

_AGENCY_TAIL = Keyed(credit.AGENCY_TAIL, triggers.AGENCY_TAIL)
_COOKIES = Keyed(phrases.COOKIES, triggers.COOKIES)
_PAYWALL = Keyed(phrases.PAYWALL, triggers.PAYWALL)
_SHOP = Keyed(phrases.SHOP, triggers.SHOP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule, and what a line must have for the rule to be asked at all: one of the words, or one of the marks."""

    name: str
    applies: Callable[[Line], bool]
    words: frozenset[str] = frozenset()
    marks: tuple[str, ...] = ()
    #: It is asked of the whole line, with the words of others.
    of_text: bool = False
    #: It is asked even where somebody is reported.
    even_reported: bool = False
    #: It is asked of every line that does not end as a sentence does.
    unended: bool = False
    #: Words one of which must begin the line, or follow a mark in it; empty for any.
    openers: frozenset[str] = frozenset()
    #: The wordings that the rule looks for anywhere in a line, where they are all that it looks for.
    keyed: Keyed | None = None
    #: What must be found besides.
    needs: re.Pattern[str] | None = None


def _has_no_words(line: Line) -> bool:
    return not line.words or not any(map(str.isalnum, line.text))


def _is_interface(line: Line) -> bool:
    return (not line.ends or line.text.endswith("...")) and bool(pointers.INTERFACE.fullmatch(line.text))


def _is_embedded_post(line: Line) -> bool:
    return bool(pointers.EMBEDDED_POST_ENDS.search(line.text))


def _is_labelled(line: Line) -> bool:
    if line.reported and line.ends and line.length >= _SENTENCE:
        return False
    return line.length <= 40 and bool(_LABEL_MARK.search(line.own) and pointers.LABELLED.fullmatch(line.own))


def _is_pointer(line: Line) -> bool:
    return bool(pointers.POINTER.fullmatch(line.own))


def _is_glued_pointer(line: Line) -> bool:
    return not line.ends and bool(pointers.GLUED_POINTER.search(line.text))


def _points_here(line: Line) -> bool:
    return bool(phrases.POINTS_HERE.fullmatch(line.own))


def _is_caption(line: Line) -> bool:
    return bool(
        credit.CAPTION_OPENS.match(line.text)
        or credit.CAPTION_ENDS.search(line.text)
        or credit.CAPTION_NAMES.search(line.text)
    )


def _is_credit(line: Line) -> bool:
    if line.length > 60 or (line.text.endswith(".") and line.length > 12):
        return False
    return bool(credit.CREDIT.fullmatch(line.text))


def _is_copyright(line: Line) -> bool:
    return line.length <= 60 and bool(
        credit.COPYRIGHT_OPENS.match(line.text) or (not line.reported and credit.COPYRIGHT.search(line.own))
    )


def _is_agency_tail(line: Line) -> bool:
    return _AGENCY_TAIL.is_in(line.own, line.own_words)


def _is_agency_tail_opening(line: Line) -> bool:
    return bool(credit.AGENCY_TAIL_OPENS.match(line.own))


def _is_update_note(line: Line) -> bool:
    return bool(credit.UPDATE_NOTE.fullmatch(line.own))


def _is_byline(line: Line) -> bool:
    if line.ends or line.length > 16:
        return False
    return bool(
        credit.BYLINE.fullmatch(line.text) or (credit.BYLINE_OPENS.match(line.text) and credit.PARTS.search(line.text))
    )


def _is_bio(line: Line) -> bool:
    """Whether a line says who wrote the piece, in the plain present in which only outlets' own biographies are."""
    if line.length > 60 or line.own != line.text or credit.NEWS_OF_A_WRITER.search(line.text):
        return False
    return bool(credit.PLAIN_BIO.fullmatch(line.text))


def _teases(line: Line) -> bool:
    """Whether a line is the headline of another piece, cut off to be clicked on."""
    return line.length <= 25 and bool(credit.CUT_OFF.search(line.text[-20:]) and credit.TEASES.search(line.text))


def _is_cookie_notice(line: Line) -> bool:
    return _COOKIES.is_in(line.own, line.own_words)


def _is_paywall(line: Line) -> bool:
    return _PAYWALL.is_in(line.own, line.own_words)


def _is_follow(line: Line) -> bool:
    return bool(phrases.FOLLOW.match(line.own))


def _is_contact(line: Line) -> bool:
    return bool(phrases.CONTACT.search(line.own) or (phrases.CONTACT_OPENS.match(line.own) and EMAIL.search(line.own)))


def _asks_to_write(line: Line) -> bool:
    return bool(phrases.ASKS_TO_WRITE.match(line.own))


def _calls_for_a_product(line: Line) -> bool:
    return bool(
        (phrases.CALL.match(line.own) and phrases.PRODUCT.search(line.own)) or phrases.OWN_PRODUCT.search(line.own)
    )


def _is_plain_call(line: Line) -> bool:
    return bool(phrases.PLAIN_CALL.match(line.own))


def _sounds_like_a_shop(line: Line) -> bool:
    return _SHOP.is_in(line.own, line.own_words)


def _calls_with_an_offer(line: Line) -> bool:
    return bool(phrases.OFFER.search(line.own) and phrases.CALL.match(line.own))


def _speaks_of_itself(line: Line) -> bool:
    """Whether the outlet speaks in its own name, of its work or to its readers: "we", unquoted, is the outlet.

    "Reader support means we can keep our reporting open to everyone."
    """
    words = line.own_words
    we = not phrases.WE_WORDS.isdisjoint(words) and bool(phrases.WE.search(line.own) or line.own.isupper())
    us = "us" in words and not line.own.isupper() and bool(phrases.US.search(line.own))
    return (
        ((we or us) and not phrases.YOU.isdisjoint(words))
        or ((we or line.own.startswith("Our ")) and not phrases.OWN_WORK.isdisjoint(words))
        or ((we or us) and bool(phrases.CALL.match(line.own) or phrases.OPENS_WITH_WE.match(line.own)))
    )


def _speaks_to_the_reader(line: Line) -> bool:
    """Whether "you" hear of what only an outlet has: "you can hear more in Friday's episode"."""
    return (
        not line.reported
        and not phrases.YOU.isdisjoint(line.own_words)
        and not phrases.OWN_WORK.isdisjoint(line.own_words)
    )


def _says_please(line: Line) -> bool:
    return bool(imperatives.PLEASE.match(line.own))


def _asks_the_reader(line: Line) -> bool:
    return bool(imperatives.ASKS_READER.fullmatch(line.own))


def _orders(line: Line) -> bool:
    return imperatives.orders(line.own, line.own_words)


def _is_bare_link(line: Line) -> bool:
    linked = sum(len(url) for url in URL.findall(line.text))
    if not linked:
        return line.length <= 2 and bool(EMAIL.search(line.text))
    told = len(re.findall(r"[^\W\d_]{2,}", URL.sub("", line.text)))
    # An address that takes up a fifth of a line is what the line is for.
    return told < 5 or (linked > 0.2 * len(line.text) and not line.reported)


#: In this order; the first that applies gives its name.
RULES = (
    Rule(name="ornament", applies=_has_no_words, of_text=True, unended=True),
    Rule(
        name="correction",
        applies=lambda line: is_correction(line.text),
        of_text=True,
        words=triggers.CORRECTION,
        openers=triggers.CORRECTION_OPENERS,
    ),
    Rule(name="interface", applies=_is_interface, of_text=True, unended=True),
    Rule(name="embedded-post", applies=_is_embedded_post, of_text=True, marks=("(@",)),
    Rule(
        name="read-more",
        applies=_is_labelled,
        even_reported=True,
        words=triggers.LABELLED,
        openers=triggers.LABELS,
        needs=_LABEL_MARK,
    ),
    Rule(name="read-more", applies=_is_pointer, words=triggers.POINTER, openers=triggers.POINTERS),
    Rule(name="read-more", applies=_is_glued_pointer, of_text=True, unended=True),
    Rule(name="photo-credit", applies=_is_caption, of_text=True, words=triggers.CREDIT, unended=True),
    Rule(name="photo-credit", applies=_is_credit, of_text=True, words=triggers.CREDIT, unended=True),
    Rule(name="copyright", applies=_is_copyright, of_text=True, words=triggers.COPYRIGHT, marks=("©",)),
    Rule(
        name="agency-tail",
        applies=_is_agency_tail_opening,
        words=triggers.AGENCY_TAIL_OPENS,
        openers=triggers.AGENCY_TAIL_OPENERS,
    ),
    Rule(
        name="agency-tail",
        applies=_is_agency_tail,
        words=triggers.AGENCY_TAIL,
        keyed=_AGENCY_TAIL,
        needs=triggers.OF_THE_PIECE,
    ),
    Rule(
        name="update-note",
        applies=_is_update_note,
        even_reported=True,
        words=triggers.UPDATE_NOTE,
        openers=triggers.UPDATE_NOTE_OPENERS,
    ),
    Rule(name="byline", applies=_is_byline, of_text=True, unended=True),
    Rule(name="author-bio", applies=_is_bio, words=triggers.BIO),
    Rule(name="related-teaser", applies=_teases, of_text=True, marks=("…", "...")),
    Rule(name="cookie-notice", applies=_is_cookie_notice, words=triggers.COOKIES, keyed=_COOKIES),
    Rule(name="paywall", applies=_is_paywall, words=triggers.PAYWALL, keyed=_PAYWALL),
    Rule(name="follow-us", applies=_is_follow, words=triggers.FOLLOW, marks=("@",), openers=triggers.FOLLOW_OPENERS),
    Rule(name="contact", applies=_is_contact, words=triggers.CONTACT, marks=("@",)),
    Rule(name="contact", applies=_asks_to_write, words=triggers.CALLED, marks=("?",), openers=triggers.ASKS_TO_WRITE),
    Rule(name="call-to-action", applies=_calls_for_a_product, words=triggers.PRODUCT),
    Rule(
        name="call-to-action",
        applies=_is_plain_call,
        words=triggers.PLAIN_CALL,
        openers=triggers.PLAIN_CALL_OPENERS,
    ),
    Rule(name="call-to-action", applies=_sounds_like_a_shop, words=triggers.SHOP, keyed=_SHOP),
    Rule(name="call-to-action", applies=_calls_with_an_offer, marks=("£", "$", "€")),
    Rule(name="call-to-action", applies=_orders, words=imperatives.ASKED, openers=imperatives.OPENERS),
    Rule(name="call-to-action", applies=_says_please, words=frozenset(["please"])),
    Rule(name="call-to-action", applies=_asks_the_reader, marks=("?",), openers=imperatives.ASKING),
    Rule(name="call-to-action", applies=_speaks_to_the_reader, words=phrases.YOU),
    Rule(name="own-voice", applies=_speaks_of_itself, words=phrases.WE_WORDS),
    Rule(name="read-more", applies=_points_here, words=triggers.POINTS_HERE),
    Rule(
        name="bare-link",
        applies=_is_bare_link,
        of_text=True,
        marks=("://", "www.", ".com/", ".co/", ".ly/", ".ws/", ".be/", "@", "[email"),
    ),
)
