# ruff: noqa: RUF001 - outlets set quotation marks as typographers do
"""HTML to text, and the first look at furniture: what the markup itself says is not the article.

Feeds rarely say whether a field is HTML, so it counts as HTML where it holds a tag of HTML. A browser's rules apply:
what is not closed is closed where it must be, and unknown elements lose their tags and keep their words. Nothing but
text leaves here, so nothing that a stranger wrote can act.

Forms, navigation and figures are left out, and so is what is called a newsletter box, a list of related stories or a
caption (``chrome``). But what holds most of the article is the article, whatever it is called.
"""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, chain

from lxml import etree

from newsletter.collect.normalise import one_line, text_of_plain, whole, word_set
from newsletter.collect.reading.chrome import is_chrome
from newsletter.collect.reading.lists import is_list_of_links
from newsletter.domain.entry import Removed

#: What starts a paragraph of its own.
_BLOCKS = word_set(
    "address article blockquote center dd details div dl dt fieldset footer h1 h2 h3 h4 h5 h6 header hr li main ol p "
    "pre section summary table tbody tfoot thead tr ul"
)
#: What holds no words of an article, and mostly no words: dropped with all that it holds.
_SILENT = word_set(
    "applet audio canvas datalist embed head iframe math noembed noframes noscript object option script select style "
    "svg template textarea title video"
)
#: What stands around an article: struck out and shown to the editor.
_AROUND = word_set("aside button figcaption figure form menu nav")
#: These never hold an article, however much they hold.
_NEVER_ARTICLE = word_set("button figcaption figure menu nav")
_CELLS = word_set("td th")
#: A line's end that markup makes; it counts as space. Taken out of what is read, so that no words have it. (As a
#: reference, ``&#30;``, an outlet could still write it: then it ends a line, as its tags can.)
_END = "\x1e"
_PARAGRAPH = 2 * _END
#: What stands before and after such an element; a line's break only before.
_BREAKS = {**dict.fromkeys(_BLOCKS | _AROUND, _PARAGRAPH), **dict.fromkeys(_CELLS, " "), "br": _END}
_BROKEN_AFTER = _BLOCKS | _AROUND | _CELLS
_INLINE = word_set("a abbr b big cite code del em font i img ins mark q s small span strike strong sub sup time tt u")
#: Emphasis and links are part of a sentence whatever they are called: their tags are lost and their words are kept.
_FORMATTING = tuple(sorted((_INLINE | word_set("acronym bdi bdo data dfn img kbd samp var wbr")) - {"span"}))
_FORMATTED = re.compile(rf"<(?:{'|'.join(_FORMATTING)})(?![a-z0-9])", re.IGNORECASE)
_KNOWN = _BLOCKS | _SILENT | _AROUND | _CELLS | _INLINE | {"br"}
#: What only HTML looks like. "5 < 6" and "R&D" are text.
_TAG = re.compile(
    rf"<(?:!--|/?(?:{'|'.join(sorted(_KNOWN, key=lambda tag: (-len(tag), tag)))})(?:\s[^<>]*|/)?>)", re.IGNORECASE
)
#: Markup that knows paragraphs; there a line's end is a space.
_STRUCTURE = re.compile(
    rf"<(?:{'|'.join(sorted(_BLOCKS | {'br'}, key=lambda tag: (-len(tag), tag)))})(?:\s[^<>]*|/)?>", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
#: No article has more tags than this. Past it they are cut out one by one, without looking at how they nest, because
#: the time to read nested elements grows faster than their number.
_MAX_TAGS = 8_000
_ANY_TAG = re.compile(r"<[^<>]*>")
#: One that is never closed goes on to the end, as in a browser; else each would be read to the end in vain.
_SCRIPT = re.compile(r"<(script|style)\b.*?(?:</\1\b[^<>]*>?|\Z)", re.IGNORECASE | re.DOTALL)
#: What ends a line of text, and in HTML is a space like any other. (Not U+0085: it is an ellipsis that was misread.)
_LINE_ENDS = "\n\r\x0b\x0c\x1c\x1d\u2028\u2029"
#: A paragraph of prose has so many words, and ends as sentences do.
_PROSE_WORDS = 12
_PROSE_ENDS = re.compile("[.!?…:][\"”’')\\]]*$")


@dataclass(frozen=True, slots=True)
class Marked:
    """What a piece of markup says."""

    #: Paragraphs, parted by a blank line.
    text: str
    #: The paragraphs that its markup calls something else than article, in order.
    removed: tuple[Removed, ...] = ()


_NOTHING = Marked("")


@dataclass(slots=True)
class _Region:
    """A run of pieces that may not belong to the article."""

    start: int
    #: The piece after its last one.
    end: int
    #: Whether it can be no article, however much it holds.
    never: bool
    #: What is left in its place.
    gap: str


def text_of(raw: str) -> str:
    """The paragraphs of a text that may be HTML or not, as feeds and archives have it, without what surrounds it."""
    return read_markup(raw).text


def line_of(raw: str) -> str:
    """The same as one line: a title, a name, a caption. Most hold no markup."""
    return one_line(text_of(raw) if "<" in raw or "&" in raw else raw)


def read_markup(raw: str) -> Marked:
    r"""The paragraphs of a text that may be HTML or not, and those that its markup tells to be no article.

    Headings, list items and table rows are paragraphs. HTML that knows no paragraphs (links and emphasis only) keeps
    those of its line breaks.

    >>> read_markup("<h2>Budget</h2><p>Passed <b>51&nbsp;to&nbsp;49</b>.</p><script>x()</script><ul><li>Now the House")
    Marked(text='Budget\n\nPassed 51 to 49.\n\nNow the House', removed=())
    """
    if not raw:
        return _NOTHING
    if "<" not in raw or not _TAG.search(raw):
        return Marked(text_of_plain(_ENTITY.sub(_resolved, raw) if "&" in raw else raw))
    root = _tree(raw) if raw.count("<") <= _MAX_TAGS else None
    if root is None:
        return Marked(text_of_plain(_ENTITY.sub(_resolved, _ANY_TAG.sub("\n\n", _SCRIPT.sub(" ", raw)))))
    if "<ul" in raw or "<ol" in raw:
        for element in root.iter("ul", "ol"):
            if is_list_of_links(element):
                element.set("hidden", "")
    if _FORMATTED.search(raw):
        etree.strip_tags(root, *_FORMATTING)
    pieces, regions = _walk(root)
    fold = bool(_STRUCTURE.search(raw))
    return _without(pieces, regions, fold=fold) if regions else Marked(_text(pieces, fold=fold))


def _resolved(entity: re.Match[str]) -> str:
    return html.unescape(entity[0])


def _tree(raw: str) -> etree._Element | None:
    """The elements, in a ``div`` of ours; None where they are nested deeper than anybody can follow."""
    # Each its own parser: one keeps the log of the last text it read, and threads may share what is global.
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True, recover=True
    )
    # In a div: text that stands in no element would be given a paragraph.
    try:
        marked = f"<div>{raw}</div>".encode()
    except UnicodeEncodeError:  # half characters
        marked = f"<div>{whole(raw)}</div>".encode()
    root = etree.fromstring(marked.replace(b"\0", b"").replace(_END.encode(), b" "), parser)
    deep = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log.filter_from_fatals())
    return None if deep else root


def _walk(root: etree._Element) -> tuple[list[str], list[_Region]]:
    """The text in pieces with breaks between, and the regions that may be no article.

    Regions are in the order of their beginnings, an outer one before those inside it.
    """
    pieces: list[str] = []
    regions: list[_Region] = []
    within: list[tuple[etree._Element, _Region]] = []
    # Not by calls of its own: elements are nested deeper than those can go.
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "end":
            if within and within[-1][0] is element:
                within.pop()[1].end = len(pieces)
            words = element.tail
            if tag in _BROKEN_AFTER:
                pieces.append(_BREAKS[tag])
        elif tag in _SILENT:
            walk.skip_subtree()
            continue
        else:
            words = element.text
            broken = _BREAKS.get(tag, "")
            if broken:
                pieces.append(broken)
            if tag in _AROUND or ((attributes := element.items()) and is_chrome(attributes)):
                region = _Region(len(pieces), len(pieces), tag in _NEVER_ARTICLE, broken or " ")
                regions.append(region)
                within.append((element, region))
        if words:
            pieces.append(words)
    return pieces, regions


def _text(pieces: Iterable[str], *, fold: bool) -> str:
    """The paragraphs of so many pieces; the line ends in their words folded or not."""
    text = "".join(pieces)
    if fold:
        for end in _LINE_ENDS:
            text = text.replace(end, " ")
    return text_of_plain(text.replace(_END, "\n"))


def _without(pieces: list[str], regions: list[_Region], *, fold: bool) -> Marked:
    """The text without the regions that are no article, and the paragraphs of those."""
    kept: list[str] = []
    removed: list[Removed] = []
    done = 0
    for region in _outside(pieces, regions):
        kept += [*pieces[done : region.start], region.gap]
        done = region.end
        lines = _text(pieces[region.start : region.end], fold=fold).split("\n\n")
        removed += [Removed(text=line, rule="markup") for line in lines if line]
    kept += pieces[done:]
    return Marked(_text(kept, fold=fold), tuple(removed))


def _outside(pieces: list[str], regions: list[_Region]) -> list[_Region]:
    """The regions that hold less than half of the article, alone and together; none inside another."""
    never = [region for region in regions if region.never]
    if len(never) == len(regions):
        return _outermost(regions)
    doubtful = _outermost(region for region in regions if not region.never)
    words = ["".join(pieces[region.start : region.end]).split() for region in doubtful]
    letters = sum(map(len, chain.from_iterable(words)))
    # The usual case, quickly told: a few words beside an article.
    if max(map(len, words)) < _PROSE_WORDS and 4 * letters < sum(map(len, pieces)) - 2 * len(pieces):
        return _outermost(regions)
    weights = [0, *accumulate(_weights(pieces))]

    def weight(region: _Region) -> int:
        return weights[region.end] - weights[region.start]

    small = _outermost(region for region in regions if region.never or 2 * weight(region) <= weights[-1])
    together = sum(weight(region) for region in small if not region.never)
    return small if 2 * together <= weights[-1] else _outermost(never)


def _outermost(regions: Iterable[_Region]) -> list[_Region]:
    outermost: list[_Region] = []
    for region in regions:
        if not outermost or region.start >= outermost[-1].end:
            outermost.append(region)
    return outermost


def _weights(pieces: list[str]) -> list[int]:
    """How much of the article each piece is: its letters, where it stands in a paragraph of prose.

    Where there is no prose at all, every piece weighs its letters.
    """
    letters = [len("".join(piece.split())) for piece in pieces]
    prose = [0] * len(pieces)
    start = 0
    for place, piece in enumerate([*pieces, _PARAGRAPH]):
        if piece != _PARAGRAPH:
            continue
        words = "".join(pieces[start:place]).split()
        if len(words) >= _PROSE_WORDS and _PROSE_ENDS.search(words[-1]):
            prose[start:place] = letters[start:place]
        start = place + 1
    return prose if any(prose) else letters
