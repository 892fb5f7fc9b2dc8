# ruff: noqa: RUF001, RUF003 - outlets set quotation marks and dashes as typographers do
"""What sort of piece an entry is: read off what the outlet itself says.

A section of the address, a category, a label before the title or behind it. Nothing is read off what a title tells:
"Sponsored bill passes" and "Video shows officer" are news. Where the outlet says nothing the piece is news.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsletter.collect.reading.live import ends_live
from newsletter.collect.reading.regulars import regular
from newsletter.domain.entry import Kind


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split("|"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Signs:
    """By what an outlet tells one kind of piece."""

    #: Names of sections and of categories; a hyphen is a space here.
    names: frozenset[str]
    #: Names of sections alone: as a category they may be what the piece is about.
    sections: frozenset[str] = frozenset()
    #: The piece's own part of the address, as a whole.
    slug: re.Pattern[str] = re.compile(r"(?!)")
    #: A label before the title, or the whole of it: "Opinion: …", "[Ad] …", "LIVE | …", "Letters to the editor".
    label: re.Pattern[str]
    #: A label behind it: "… – as it happened", "… | Opinion".
    tail: re.Pattern[str]
    #: How such a title opens or ends where no mark parts a label from it.
    opening: re.Pattern[str] = re.compile(r"(?!)")


def _words(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives), re.IGNORECASE)


_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
#: What stands before "live" where it is a label: "UK politics live", and not "where veterans live".
_FOLLOWED = (
    r"(?:(?:uk|us|eu|australian?|scottish|welsh|irish|canadian|european?|middle east) )?(?:politics|business|news|"
    r"elections?(?: results| night)?|budget(?: day)?|markets?|war|debate|breaking|world|pmqs|hearing|trial|results|"
    r"primary|vote count|conference)"
)
_SPONSOR = r"[^:|–—()\[\]]{2,60}"

_SPONSORED = _Signs(
    names=_names(
        "sponsored|sponsored content|sponsor content|sponsored post|sponsored posts|sponsored article|"
        "sponsored articles|sponsored story|sponsored stories|sponsored message|sponsored by|advertorial|"
        "advertorials|paid post|paid posts|"
        "paidpost|paid content|paid partner|paid partnership|paid program|partner content|"
        "partnercontent|partner post|partner posts|partnered content|branded content|brand content|brand studio|"
        "brandstudio|brandlab|brand lab|brandvoice|brand voice|brandpost|brandposts|brand post|native ad|"
        "native content|"
        "promoted|promoted content|promoted post|promoted posts|promoted story|advertisement|advertisements|"
        "advertiser content|ad feature|ad features|advertisement feature|advertising feature|advertising features|"
        "in partnership with|from our partners|from our sponsors|our sponsors|presented by|paid for by|"
        "prnewswire|pr newswire|globenewswire|globe newswire|business wire|businesswire"
    ),
    sections=_names(
        "ad|ads|adv|advert|adverts|native|promotion|promotions|promo|content studio|creative studio|t brand"
    ),
    label=_words(
        r"sponsored(?: (?:content|post|article|story|message|feature))?|advertorial|advertisement(?: feature)?|"
        r"advertising feature|ad(?: feature)?|paid (?:post|content|program|partnership|partner content)|"
        r"(?:paid )?partner content|partnered content|branded content|promoted(?: (?:content|post|story))|"
        rf"(?:sponsored|presented|paid for|brought to you) by {_SPONSOR}|(?:in|a) (?:paid )?partnership with "
        rf"{_SPONSOR}|(?:a )?message from (?:our (?:sponsors?|partners?|advertisers?))",
    ),
    tail=_words(
        r"sponsored(?: (?:content|post|article|story|message|feature))?|advertorial|advertisement(?: feature)?|"
        r"ad(?: feature)?|paid (?:post|content|partnership)|partner content|branded content|promoted(?: content|"
        r" post)?|"
        rf"(?:sponsored|presented|paid for|brought to you) by {_SPONSOR}|in (?:paid )?partnership with {_SPONSOR}",
    ),
    opening=_words(
        r"\[?(?:promoted|ad)\]? ?\|",
    ),
)
_NEWSLETTER = _Signs(
    names=_names(
        "newsletter|newsletters|email newsletter|email newsletters|newsletter archive|our newsletters|morning briefing|"
        "evening briefing|daily briefing|morning newsletter|daily newsletter|weekly newsletter|daily digest|"
        "weekly digest|morning mail|afternoon update|news roundup|daily roundup|weekly roundup|"
        "first edition newsletter|"
        "playbook|daily brief|morning brief"
    ),
    slug=re.compile(
        rf"(?:(?:your|the)-)?(?:{_DAY}|morning|evening|daily|weekly|weekend|midday|afternoon|nightly)-"
        r"(?:briefing|newsletter|digest|round-?up|news-roundup)(?:-.+)?"
    ),
    label=_words(
        rf"(?:(?:your|the) )?(?:{_DAY}|morning|afternoon|evening|midday|daily|weekly|weekend|nightly)(?:['’]s)?"
        r"(?: (?:news|politics|political|morning|evening|headlines))? (?:briefing|brief|newsletter|digest|"
        r"round-?up|wrap)|"
        r"morning mail|afternoon update|evening update|(?:(?:politico|london|brussels|west wing|influence) )?playbook|"
        r"(?:the |our |\w{3,20} )?newsletter|first edition|news round-?up|the (?:week|day) in (?:brief|review)",
    ),
    tail=_words(
        r"(?:the |our |weekly |daily )?newsletter|(?:morning|evening|daily|weekly) (?:briefing|digest|round-?up|"
        r"newsletter)",
    ),
)
_OPINION = _Signs(
    names=_names(
        "opinion|opinions|op ed|op eds|oped|opeds|commentary|commentaries|editorial|editorials|columnist|columnists|"
        "column|columns|viewpoint|viewpoints|perspective|perspectives|letters to the editor|letters|guest essay|"
        "guest essays|guest opinion|guest column|guest columns|guest columnist|comment|commentisfree|ideas|analysis|"
        "news analysis|political analysis|analyses|opinion and analysis|comment and analysis|comment is free|"
        "opinion analysis|editorial board|leader comment|sketch|political sketch|parliamentary sketch|cartoon|cartoons|"
        "editorial cartoons|political cartoons|blogs opinion|the conversation opinion|views"
    ),
    label=_words(
        r"opinions?|op-?eds?|commentary|(?:our |the |guest )?editorial|columnist|(?:guest |my )?column|viewpoint|"
        r"perspective|letters?(?: to the editor)?|guest (?:essay|opinion|commentary)|comment|(?:our |the )view|"
        r"(?:your |readers['’] )letters|editor['’]s (?:letter|note)|"
        r"(?:news |political |data |expert |quick )?analysis|sketch|political sketch|(?:the )?leader comment|cartoon",
    ),
    tail=_words(
        r"opinion|op-?ed|commentary|(?:our |the )?editorial|column|(?:news )?analysis|comment|letters?|cartoon|"
        r"sketch|viewpoint|perspective",
    ),
)
_FACT_CHECK = _Signs(
    names=_names(
        "fact check|fact checks|factcheck|factchecks|fact checking|factchecking|fact checker|fact checkers|politifact|"
        "reality check|fact focus|ap fact check|truth o meter|bbcverify|bbc verify|fact check desk|factcheckorg"
    ),
    sections=_names("verify|full fact|factchecker"),
    # No slug: one that has the words tells what the piece is about as often as what it is.
    label=_words(
        r"(?:\w{2,12} )?fact[- ]?check|fact[- ]?check(?:er|ing)|(?:ap )?fact focus|reality check|politifact|"
        r"bbc verify|verify|fact or fiction|false claim|(?:claim|rumou?r) check(?:ed)?",
    ),
    tail=_words(
        r"fact[- ]?check|fact checker|politifact|reality check",
    ),
    # What somebody said is checked; "Fact-checking ban by …" and "Fact-checking the …" alone may be news of it.
    opening=_words(
        r"(?:we fact[- ]checked|fact[- ]checking) "
        r"(?:the|an?|his|her|their|these|what|[\w.-]{1,30}(?: [\w.-]{1,30})?['’]s?) "
        r"(?:[\w.'’-]{1,30} ){0,3}(?:claims?|speech(?:es)?|statements?|remarks|debate|address|interview|said|says)\b",
    ),
)
_LIVE = _Signs(
    names=_names(
        "live|live blog|liveblog|live blogs|liveblogs|live updates|live update|live news|live coverage|live reporting|"
        "minute by minute|rolling coverage"
    ),
    slug=re.compile(
        r"live|liveblog|live-(?:blog|updates|coverage)(?:-.+)?|.+-live-?(?:blog|updates|coverage)(?:-.+)?|"
        r".+-as-it-happened|"
        r".+-(?:politics|news|business|election|results|latest)-live"
    ),
    label=_words(
        rf"(?:{_FOLLOWED} )?live(?:[- ]?(?:blog|updates?|coverage|reaction|results|news|report))?|liveblog|"
        r"minute by minute|rolling coverage|as it happened",
    ),
    tail=_words(
        rf"(?:{_FOLLOWED} )?live(?:[- ]?(?:blog|updates?|coverage|reaction|results|news))?|as it happened|"
        r"liveblog|minute by minute",
    ),
    opening=_words(
        r"live (?:updates|blog|coverage)\b|.{1,300} live (?:updates|blog)\W{0,3}$",
    ),
)
_MEDIA = _Signs(
    names=_names(
        "podcast|podcasts|audio|gallery|galleries|photo gallery|photo galleries|in pictures|slideshow|slideshows|"
        "photo essay|photo essays|photos of the day|photos of the week|pictures of the day|news videos|video news|"
        "podcast episodes|multimedia"
    ),
    sections=_names(
        "video|videos|watch|listen|av|pictures|picture|photos|photo|sounds|iplayer|clips|webcast|webcasts|"
        "audio and video"
    ),
    label=_words(
        r"video|watch(?: (?:live|now|again|this))?|listen(?: (?:live|now|again))?|(?:the |our )?podcast|audio|photos?|"
        r"(?:in )?pictures|(?:photo |picture )?gallery|photo essay|slideshow|live stream|livestream",
    ),
    tail=_words(
        r"(?:a )?video(?: (?:report|explainer|analysis|diary))?|(?:the )?podcast|in pictures|audio|(?:a )?photo essay|"
        r"photos|gallery|(?:photo |picture )gallery|slideshow|listen|watch",
    ),
)


#: In this order: what takes no part first, then what is never quoted.
_SIGNS = (
    (Kind.SPONSORED, _SPONSORED),
    (Kind.NEWSLETTER, _NEWSLETTER),
    (Kind.OPINION, _OPINION),
    (Kind.FACT_CHECK, _FACT_CHECK),
    (Kind.LIVE, _LIVE),
    (Kind.MEDIA, _MEDIA),
)
#: All of them at once: most pieces are news, and have none.
_NAMES = frozenset[str]().union(*(signs.names | signs.sections for _, signs in _SIGNS))
_SLUG = _words(*(signs.slug.pattern for _, signs in _SIGNS))
_LABEL = _words(*(signs.label.pattern for _, signs in _SIGNS))
_OPENING = _words(*(signs.opening.pattern for _, signs in _SIGNS))
#: Characters of a title that are looked at.
_LONGEST = 500
#: What parts a label from a title.
_SEPARATOR = re.compile(r"\s{0,3}(?:[:|»•](?=\s|$)|\s[–—-]\s|[–—]\s|\s[–—])\s{0,3}")
_MARK = re.compile(r"[:|»•–—-]")
_BRACKETED = re.compile(r"[\[(]([^()\[\]]{2,60})[\])]")


def kind_of(url: str, title: str, categories: Iterable[str] = ()) -> Kind:
    """The sort of piece that an address, a title and the feed's categories tell of.

    Of several, what is told and quoted least outweighs: paid for, then an outlet's letter, then opinion. But a piece
    that is only filed under analysis and says that it checks facts is a fact-check.

    >>> kind_of("https://ledger.example/opinion/2026/the-budget", "The budget is a gamble")
    <Kind.OPINION: 'opinion'>
    >>> kind_of("https://ledger.example/politics/budget", "Live updates: The Senate votes")
    <Kind.LIVE: 'live'>
    """
    # The last segment is the piece's own name: "opinion" there is what it is about.
    *sections, slug = _segments(url) or [""]
    places = {section.replace("-", " ").replace("_", " ") for section in sections}
    filed = [category.strip().lower().replace("-", " ") for category in categories]

    before, behind = _labels(title)
    told = set(_told(places, slug, before, behind, title))
    whole = title[:_LONGEST].strip()
    if kept_up := regular(whole, before=before[0], behind=behind):
        told.add(kept_up)
    if ends_live(before[0], marked=before[0] != whole) or any(ends_live(label, marked=False) for label in behind):
        told.add(Kind.LIVE)
    under = set() if _NAMES.isdisjoint(filed) else {k for k, signs in _SIGNS if not signs.names.isdisjoint(filed)}
    if filed[:1] in (["video"], ["videos"]):  # much that is to be read has a video too: the first category says so
        under.add(Kind.MEDIA)
    if Kind.OPINION in under - told and Kind.FACT_CHECK in told | under:
        under.remove(Kind.OPINION)
    found = told | under
    return next((kind for kind, _ in _SIGNS if kind in found), Kind.NEWS) if found else Kind.NEWS


def _told(places: set[str], slug: str, before: list[str], behind: list[str], title: str) -> Iterator[Kind]:
    """The kinds that an address and a title tell of."""
    placed = not _NAMES.isdisjoint(places)
    if not (placed or _SLUG.fullmatch(slug) or behind or _OPENING.match(title) or any(map(_LABEL.fullmatch, before))):
        return
    for kind, signs in _SIGNS:
        if (
            not places.isdisjoint(signs.names)
            or not places.isdisjoint(signs.sections)
            or signs.slug.fullmatch(slug)
            or any(map(signs.label.fullmatch, before))
            or any(map(signs.tail.fullmatch, behind))
            or signs.opening.match(title)
        ):
            yield kind


def _labels(title: str) -> tuple[list[str], list[str]]:
    """What may be a label before a title, and what may be one behind it."""
    whole = title[:_LONGEST].strip()
    parts = _SEPARATOR.split(whole) if _MARK.search(whole) else [whole]
    before, behind = [parts[0]], parts[1:][-1:]
    if "(" in title or "[" in title:
        brackets = list(_BRACKETED.finditer(title[:_LONGEST]))
        before += [found[1] for found in brackets if not title[: found.start()].strip()]
        behind += [found[1] for found in brackets if not title[found.end() :].strip(" .|")]
    return [label.strip() for label in before], [label.strip(" .") for label in behind]


def _segments(url: str) -> list[str]:
    path = url.partition("://")[2].partition("?")[0].partition("#")[0].partition("/")[2]
    return [segment for segment in path.lower().split("/") if segment]
