"""Words without which a line cannot be furniture of a sort: a look before the leap into a hundred patterns.

Most lines are news and have few of them. Each set belongs to the pattern of its name, and every line that the pattern
finds has one of its words; a test makes lines out of the patterns to see that. Words are as ``words_in`` gives them.
"""

import re

from newsletter.collect.normalise import word_set

#: Every byte that is no letter or digit of ASCII becomes a space; as the words asked for are English, that is enough,
#: and twice as fast as a pattern.
_LETTERS = bytes(byte if byte < 128 and chr(byte).isalnum() else 32 for byte in range(256))
_OPENER = re.compile(r"(?:^[\W_]*+|[^\w\s,;&%$£€/-]\s[\W_]{0,20}+)([^\W_]+)")


def words_in(text: str) -> frozenset[str]:
    """The words of a text in lower case, parted at apostrophes and hyphens: "Don't sign-up" has don, t, sign and up."""
    return frozenset(text.lower().encode("utf-8", "replace").translate(_LETTERS).decode("ascii").split())


def openers_in(text: str) -> frozenset[str]:
    """The words in lower case with which a text and its sentences open, and some more that follow a mark."""
    return frozenset(_OPENER.findall(text.lower()))


PRODUCT = word_set(
    "newsletter newsletters inbox inboxes box boxes podcast podcasts app apps notification notifications alert "
    "alerts email mail briefing digest roundup subscription subscriptions subscriber subscribers membership "
    "memberships paywall paywalls eedition edition channel trial delivery journalism"
)
PLAIN_CALL = word_set(
    "smarter informed never you your every each straight directly app join first play subscribe listen like "
    "interested sign signup donate chip give tune tuned enter rate share review comment follow text whatsapp "
    "message call ring mail email phone tickets copy consider full entire whole complete latest rest episode "
    "edition instalment installment newsletter podcast show site series"
)
PLAIN_CALL_OPENERS = word_set(
    "never you your sent delivered published emailed out free open join be press hit tap click i also please so and "
    "or to sign signup subscribe donate chip give tune stay enter like rate share follow comment text whatsapp "
    "message call ring e mail email phone get buy book preorder pre order consider will watch listen hear catch "
    "stream see view in on new"
)
SHOP = word_set(
    "reader boxes podcast subscription liked enjoyed watched never season series takeaway takeaways highlights "
    "charts excerpt extract instalment installment version ad newsletter subscribers commission commissions "
    "affiliate links link fee fees cut share airs streams lands arrives drops goes comes publishes broadcasts "
    "waiting producer producers today tonight network collaboration collective editorial inboxes privacy spam "
    "content player coverage journalism don inbox box podcasts wherever episodes episode edition coffee ads cancel "
    "unsubscribe miss friend colleague newsletters mail email you your enjoy enjoying signing subscribing clicking "
    "submitting click subscribe sign signup join donate register newsroom newsrooms reporting we our member "
    "subscriber supporter patron sustainer alerts alert app delivered here access above below everyone thank thanks "
    "google platforms spotify favourite favorite qr screen preferred spotted mistake error typo inaccuracy us "
    "letters article story mixed engineered designed theme music design nonprofit non independent digital award "
    "publication publications magazine magazines"
)
PAYWALL = word_set(
    "subscribe click sign signin log login register signup reading subscriber member subscribed registered "
    "subscribers members exclusive exclusively you unlimited account article articles stories premium trial unlock "
    "pay"
)
COOKIES = word_set(
    "cookies continuing website site you javascript java captcha recaptcha robot browser device invalid reenter "
    "enter your"
)
FOLLOW = word_set(
    "twitter x facebook instagram threads bluesky mastodon linkedin tiktok youtube telegram social whatsapp "
    "flipboard favorite favourite"
)
FOLLOW_OPENERS = word_set(
    "and please also you or follow following like find join friend tweet connect on twitter facebook instagram"
)
CONTACT = word_set("reached tip tips contact write mail email you let protected")
CALLED = word_set("reach call contact text phone ring")
ASKS_TO_WRITE = word_set("do got have reach call contact text phone ring")
#: The words with which labels open.
LABELS = word_set(
    "story report feature interview read also more related see watch listen hear video videos gallery photo photos "
    "in slide slideshow go dig don must recommended you trending most recently play popular top latest further full "
    "special up next keep continue editor editors what explore interactive quiz sponsored advertisement paid "
    "promoted from icymi opinion analysis explained explainer comment editorial perspective commentary fact live "
    "podcast poll profile timeline letters column plus previous previously the big long take new our download "
    "subscribe sign join donate about for newsletter event events shop"
)
LABELLED = LABELS - word_set("in go up you what from the about for take don must top new our") | word_set(
    "pictures deeper miss watch see stories like next it podcast video episode newsletter series documentary film "
    "missed list quiz read author authors subscribers archive archives depth interested"
)
#: The words with which pointers open.
POINTERS = word_set(
    "learn find discover hear also powered funded supported brought made read continue keep see more go watch "
    "listen view click tap can visit for related most trending recommended you story article continues full scroll"
)
POINTER = POINTERS - word_set("go can for you full most made find") | word_set(
    "possible deeper t popular also coverage more"
)
CREDIT = word_set(
    "photo photos photograph photographs picture pictures illustration illustrations graphic graphics image images "
    "screen screenshot screenshots screengrab screengrabs composite composites handout handouts cover covers media "
    "slideshow ap afp epa reuters getty file pool courtesy credit credits upi bloomberg zuma shutterstock tns "
    "istock alamy pa press agence dpa redux polaris nyt associated cnp sipa medianews p caption playback enlarge"
)
COPYRIGHT = word_set(
    "copyright c permission permissions distributed redistributed rewritten broadcast reserved published reproduced "
    "republished copied licensing charge"
)
AGENCY_TAIL_OPENS = word_set(
    "hosted presented narrated produced filmed reuters ap afp pa agencies agency press contributing contributor "
    "contributors contributed reporting writing editing compiled edited written translated checking files "
    "contributions information material wire wires version post opinion opinions view views source created"
)
AGENCY_TAIL_OPENERS = word_set(
    "hosted presented narrated produced filmed contributing contributor contributors contributed additional further "
    "reporting writing editing compiled edited written translated fact with a another the opinion opinions view "
    "views source content"
)
AGENCY_TAIL = word_set(
    "contributed contributing reported republish publish reprint print share licence license article story post "
    "piece column essay commentary report interview series episode video page work used author authors writer "
    "writers contributor contributors affiliations material information reporting contribution contributions op "
    "transcript transcripts principles"
)
#: What besides must be in a line that tells whose work a piece is.
OF_THE_PIECE = re.compile(
    r"\bth(?:is|e author|e writer)|contribut|publish|print|transcript|principles|licen|reported from|work for|"
    r"affiliations|"
    r"we?a?[rs]e? used|included|'?s? own|alone|share",
    re.IGNORECASE,
)
UPDATE_NOTE = word_set(
    "situation developing breaking updates update more details updated corrected revised article story post report "
    "page piece check published posted modified ago note notes read"
)
UPDATE_NOTE_OPENERS = word_set(
    "the developing breaking more updates update further this check last first updated published posted modified "
    "originally editor editors author authors publisher publishers"
) | frozenset(map(str, range(1, 1000)))
CORRECTION = word_set(
    "correction corrections clarification clarifications erratum errata amendment amendments note notes update "
    "version earlier previous prior original initial corrected corrects correct amended clarified retracted "
    "withdrawn misstated misspelled misspelt misidentified misquoted misattributed incorrectly erroneously "
    "mistakenly wrongly refiled updated revised edited changed modified altered regret regrets apologise apologises "
    "apologize apologizes"
)
CORRECTION_OPENERS = word_set(
    "correction corrections clarification clarifications erratum errata amendment amendments editor editors "
    "publisher publishers editorial editing update note because due owing following through an a the in this "
    "corrects correct we"
)
BIO = word_set(
    "covers follows edits writes reports blogs tweets photographs reporter reporters correspondent correspondents "
    "writer writers columnist columnists editor editors producer producers journalist journalists contributor "
    "contributors newscaster newscasters presenter presenters blogger bloggers chief chiefs critic critics "
    "photographer photographers photojournalist photojournalists cartoonist cartoonists intern interns author "
    "authors"
)
POINTS_HERE = word_set("here below above")
