"""The XML of an OPML file, within bounds, and what is wrong with it in words of our own.

How long a file's elements are, how many, and how deep they nest is a stranger's choice; how long we take over them
must not be.
"""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from newsletter.domain.errors import Refused

#: Elements that are looked at; a list of the most feeds that are taken, each in a folder of its own, has fewer.
MOST_ELEMENTS = 20_000

_ERRORS = etree.ErrorTypes
_AMPERSAND = "a & stands by itself; in an address, & is written &amp;"
_QUOTES = "the value of an attribute must stand in quotes, with a space before its name"
_CHARACTER = "there is a character that XML does not allow"
#: What to mend, by the parser's number for a fault.
_MEANINGS = {
    _ERRORS.ERR_DOCUMENT_EMPTY: "it does not begin with <",
    _ERRORS.ERR_TAG_NOT_FINISHED: "it ends too early, as after a download that broke off",
    _ERRORS.ERR_TAG_NAME_MISMATCH: "an element is closed that is not the one that was opened last",
    _ERRORS.ERR_GT_REQUIRED: "an element lacks its >",
    _ERRORS.ERR_ATTRIBUTE_REDEFINED: "an attribute stands twice in one element",
    _ERRORS.ERR_ATTRIBUTE_NOT_STARTED: _QUOTES,
    _ERRORS.ERR_ATTRIBUTE_WITHOUT_VALUE: _QUOTES,
    _ERRORS.ERR_ATTRIBUTE_NOT_FINISHED: _QUOTES,
    _ERRORS.ERR_SPACE_REQUIRED: _QUOTES,
    _ERRORS.ERR_LT_IN_ATTRIBUTE: "a < stands in the value of an attribute; there it is written &lt;",
    _ERRORS.ERR_ENTITYREF_SEMICOL_MISSING: _AMPERSAND,
    _ERRORS.ERR_UNDECLARED_ENTITY: f"an entity is named that is declared nowhere, or {_AMPERSAND}",
    _ERRORS.ERR_NAME_REQUIRED: f"a < is followed by no name, or {_AMPERSAND}",
    _ERRORS.ERR_DOCUMENT_END: "something follows its last element",
    _ERRORS.ERR_INVALID_CHAR: _CHARACTER,
    _ERRORS.ERR_INVALID_ENCODING: _CHARACTER,
    _ERRORS.ERR_UNSUPPORTED_ENCODING: "its first line names an encoding that nobody knows",
    _ERRORS.NS_ERR_UNDEFINED_NAMESPACE: "a name has a prefix before its colon that is declared nowhere",
    _ERRORS.ERR_RESOURCE_LIMIT: "its elements or entities nest deeper, or are longer, than a list of feeds needs",
}


def root_of(body: bytes, *, name: str) -> Any:  # noqa: ANN401 - lxml has no types here
    """The root element of an XML document.

    Args:
        body: the document.
        name: of the file, for messages.

    Raises:
        Refused: it is no XML, or declares entities.
    """
    # Without entities a document holds no more than its bytes; without huge_tree it nests 256 deep at most.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as wrong:
        meaning = _MEANINGS.get(getattr(wrong, "code", 0), "it cannot be understood")
        line, column = getattr(wrong, "position", (0, 0))
        where = f", line {line}, column {column}" if line else ""
        raise Refused(
            f"{name} is not valid XML{where}: {meaning}. Mend that place, or export the list again."
        ) from None
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise Refused(f"{name} declares entities of its own, which no list of feeds needs. Export the list again.")
    return root


def elements(root: Any, *, name: str) -> Iterator[Any]:  # noqa: ANN401 - lxml has no types here
    """All elements, in the order of the document.

    Raises:
        Refused: there are more than ``MOST_ELEMENTS``.
    """
    for number, element in enumerate(root.iter(etree.Element), start=1):
        if number > MOST_ELEMENTS:
            raise Refused(f"{name} has more than {MOST_ELEMENTS:,} elements, which no list of feeds has. Split it.")
        yield element


def tag_of(element: Any) -> str:  # noqa: ANN401 - lxml has no types here
    """The name of an element without its namespace, in small letters; empty for what is none."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def said_by(element: Any, wanted: frozenset[str]) -> dict[str, str]:  # noqa: ANN401 - lxml has no types here
    """The attributes of these names, which are in small letters, in whatever case they are written."""
    # The names alone first: finding a value takes as many steps as there are attributes before it, so all of them
    # would take the square of their number.
    return {key.lower(): str(element.get(key)) for key in element.keys() if key.lower() in wanted}  # noqa: SIM118 - lxml
