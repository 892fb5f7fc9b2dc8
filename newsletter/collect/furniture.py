# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""What is furniture and not news: one rule per sort, each telling a single line by its own words.

Furniture is what an outlet puts around its news: calls to subscribe, pointers to other pieces, credits, agency tails.
A rule must know a line by its words alone, because the same sentence is asked about when a feed is read and again
before a letter prints it. What only its place gives away (a teaser among teasers) is the affair of ``boilerplate``.

Whatever somebody says, in quotation marks or reported, is news: "Follow us", the senator told the crowd.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from newsletter.collect import phrases

#: No line of furniture is longer, in characters; a text that goes on so long without a full stop is something else.
_LONGEST = 1_500


@dataclass(frozen=True, slots=True)
class _Line:
    """A line and what every rule asks of it. Apostrophes are straight."""

    #: As it stands.
    text: str
    #: Without the words of others.
    own: str
    #: Somebody is reported in it.
    reported: bool
    words: int

    @property
    def ends(self) -> bool:
        """Whether it ends as a sentence does."""
        return self.text.rstrip("\"”')]").endswith((".", "!", "?"))


def furniture(sentence: str) -> str | None:
    """The short name of the rule under which a line is furniture; None where it is none.

    The line is one sentence, or a short paragraph, without markup.

    >>> furniture("Subscribe to our free weekly newsletter!")
    'call-to-action'
    >>> furniture("Senators urged voters to subscribe to the plan.")
    """
    if len(sentence) > _LONGEST:
        return None
    line = _line(sentence)
    return next((name for name, applies in _RULES if applies(line)), None)


def promotes(sentence: str) -> bool:
    """Whether a line has anything of a shop's voice. It is enough beside a call to action, and only there."""
    if len(sentence) > _LONGEST:
        return False
    line = _line(sentence)
    return not line.reported and bool(phrases.SHOP_VOICE.search(line.own) or phrases.CALL.match(line.own))


def is_about_the_author(paragraph: str) -> bool:
    """Whether a paragraph, if it ends a text, is a word about who wrote it, and no news about a journalist."""
    if len(paragraph) > _LONGEST or len(paragraph.split()) > 90 or phrases.NEWS_OF_THE_DAY.search(paragraph):
        return False
    return bool(phrases.BIO.fullmatch(paragraph))


def _line(sentence: str) -> _Line:
    text = sentence.strip()
    own = phrases.QUOTED.sub(" ", text).strip().replace("’", "'")
    text = text.replace("’", "'")
    return _Line(text=text, own=own, reported=bool(phrases.REPORTED.search(own)), words=len(text.split()))


def _is_ornament(line: _Line) -> bool:
    return not any(map(str.isalnum, line.text))


def _is_interface(line: _Line) -> bool:
    return not line.text.endswith(".") and bool(phrases.INTERFACE.fullmatch(line.text))


def _is_embedded_post(line: _Line) -> bool:
    return bool(phrases.EMBEDDED_POST_ENDS.search(line.text))


def _is_pointer(line: _Line) -> bool:
    if line.words <= 40 and phrases.LABELLED.fullmatch(line.own):
        return True
    if not line.ends and phrases.GLUED_POINTER.search(line.text):
        return True
    return not line.reported and bool(phrases.POINTER.fullmatch(line.own))


def _is_credit(line: _Line) -> bool:
    if phrases.CAPTION_OPENS.match(line.text) or phrases.CAPTION_ENDS.search(line.text):
        return True
    if line.words > 60 or (line.text.endswith(".") and line.words > 12):
        return False
    return bool(phrases.CREDIT.fullmatch(line.text))


def _is_copyright(line: _Line) -> bool:
    return line.words <= 60 and bool(
        phrases.COPYRIGHT_OPENS.match(line.text) or (not line.reported and phrases.COPYRIGHT.search(line.own))
    )


def _is_agency_tail(line: _Line) -> bool:
    return not line.reported and bool(phrases.AGENCY_TAIL_OPENS.match(line.own) or phrases.AGENCY_TAIL.search(line.own))


def _is_update_note(line: _Line) -> bool:
    return bool(phrases.UPDATE_NOTE.fullmatch(line.own))


def _is_byline(line: _Line) -> bool:
    return not line.text.endswith(".") and line.words <= 16 and bool(phrases.BYLINE.fullmatch(line.text))


def _is_cookie_notice(line: _Line) -> bool:
    return not line.reported and bool(phrases.COOKIES.search(line.own))


def _is_paywall(line: _Line) -> bool:
    return not line.reported and bool(phrases.PAYWALL.search(line.own))


def _is_follow(line: _Line) -> bool:
    return not line.reported and bool(phrases.FOLLOW.match(line.own))


def _is_contact(line: _Line) -> bool:
    if line.reported:
        return False
    return bool(
        phrases.CONTACT.search(line.own) or (phrases.CONTACT_OPENS.match(line.own) and phrases.EMAIL.search(line.own))
    )


def _is_call(line: _Line) -> bool:
    if line.reported:
        return False
    return bool(
        (phrases.CALL.match(line.own) and phrases.PRODUCT.search(line.own))
        or phrases.PLAIN_CALL.match(line.own)
        or phrases.OWN_PRODUCT.search(line.own)
        or phrases.SHOP.search(line.own)
    )


def _is_bare_link(line: _Line) -> bool:
    linked = sum(len(url) for url in phrases.URL.findall(line.text))
    if not linked:
        return False
    told = len(re.findall(r"[^\W\d_]{2,}", phrases.URL.sub("", line.text)))
    # An address that takes up a fifth of a line is what the line is for.
    return told < 5 or (linked > 0.2 * len(line.text) and not line.reported)


#: In this order; the first that applies gives its name.
_RULES: tuple[tuple[str, Callable[[_Line], bool]], ...] = (
    ("ornament", _is_ornament),
    ("interface", _is_interface),
    ("embedded-post", _is_embedded_post),
    ("read-more", _is_pointer),
    ("photo-credit", _is_credit),
    ("copyright", _is_copyright),
    ("agency-tail", _is_agency_tail),
    ("update-note", _is_update_note),
    ("byline", _is_byline),
    ("cookie-notice", _is_cookie_notice),
    ("paywall", _is_paywall),
    ("follow-us", _is_follow),
    ("contact", _is_contact),
    ("call-to-action", _is_call),
    ("bare-link", _is_bare_link),
)
