"""Lists that hold links and nothing else: what to read next, though its markup does not say so.

A list that the article announces is the article's: "The candidates are:".
"""

from lxml import etree

from newsletter.collect.furniture.wording import furniture

#: Words. Below that, no item is a headline; names and the parts of a page are shorter.
_HEADLINE = 4
#: Characters of the line before a list that are looked at.
_LINE = 300
#: No list of links has more items; a longer one is an index, and the article itself.
_ITEMS = 30


def is_list_of_links(element: etree._Element) -> bool:
    """Whether a list holds nothing but links, one of them as long as a headline, and no line announces it."""
    items = list(element)
    if not items or len(items) > _ITEMS or any(item.tag != "li" or not _is_link(item) for item in items):
        return False
    if max(len(_words(item).split()) for item in items) < _HEADLINE:
        return False
    before = element.getprevious()
    announced = _words(before)[-_LINE:].strip() if before is not None else ""
    return not announced.endswith(":") or furniture(announced) is not None


def _is_link(item: etree._Element) -> bool:
    links = [link for link in item.iter("a") if link.get("href")]
    whole = "".join(_words(item).split())
    return len(links) == 1 and bool(whole) and whole == "".join(_words(links[0]).split())


def _words(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))
