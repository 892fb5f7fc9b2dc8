# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""One rule per sort of furniture: when the wordings of a sort count.

The wordings themselves are in ``phrases``, ``pointers``, ``credit`` and ``imperatives``.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from newsletter.collect.furniture import credit, imperatives, phrases, pointers
from newsletter.collect.furniture.line import Line
from newsletter.collect.furniture.patterns import EMAIL, URL

#: In words. Where a longer line with a label reports what somebody said, it is told.
_SENTENCE = 8
_LABEL_MARK = re.compile(r"[:|»>→…]|\.\.\.| [–—-] ")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of one sort of furniture."""

    name: str
    applies: Callable[[Line], bool]
    #: It is asked even where somebody is reported.
    even_reported: bool = False


def _is_interface(line: Line) -> bool:
    short = not line.ends or line.length <= 3 or line.text.endswith("...")
    return short and bool(pointers.INTERFACE.fullmatch(line.text))


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
    return bool(credit.AGENCY_TAIL.search(line.own))


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
    return bool(phrases.COOKIES.search(line.own))


def _is_paywall(line: Line) -> bool:
    return bool(phrases.PAYWALL.search(line.own))


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
    return bool(phrases.SHOP.search(line.own))


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


def _signs_off(line: Line) -> bool:
    return line.length <= 12 and bool(phrases.SIGN_OFF.fullmatch(line.text))


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
    Rule("interface", _is_interface, even_reported=True),
    Rule("embedded-post", _is_embedded_post, even_reported=True),
    Rule("read-more", _is_labelled, even_reported=True),
    Rule("read-more", _is_pointer),
    Rule("read-more", _is_glued_pointer, even_reported=True),
    Rule("photo-credit", _is_caption, even_reported=True),
    Rule("photo-credit", _is_credit, even_reported=True),
    Rule("copyright", _is_copyright, even_reported=True),
    Rule("agency-tail", _is_agency_tail_opening),
    Rule("agency-tail", _is_agency_tail),
    Rule("update-note", _is_update_note, even_reported=True),
    Rule("byline", _is_byline, even_reported=True),
    Rule("author-bio", _is_bio),
    Rule("related-teaser", _teases, even_reported=True),
    Rule("cookie-notice", _is_cookie_notice),
    Rule("paywall", _is_paywall),
    Rule("follow-us", _is_follow),
    Rule("contact", _is_contact),
    Rule("contact", _asks_to_write),
    Rule("call-to-action", _calls_for_a_product),
    Rule("call-to-action", _is_plain_call),
    Rule("call-to-action", _sounds_like_a_shop),
    Rule("call-to-action", _calls_with_an_offer),
    Rule("call-to-action", _orders),
    Rule("call-to-action", _says_please),
    Rule("call-to-action", _asks_the_reader),
    Rule("call-to-action", _speaks_to_the_reader),
    Rule("own-voice", _speaks_of_itself),
    Rule("own-voice", _signs_off),
    Rule("read-more", _points_here),
    Rule("bare-link", _is_bare_link, even_reported=True),
)
