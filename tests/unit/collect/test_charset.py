# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""What characters bytes are, whatever is said of them."""

import pytest

from newsletter.collect.reading.charset import readable

TEXT = "Café – “the Senate’s”"
FEED = "<rss><channel><title>{}</title></channel></rss>"


def feed(*, says: str | None, encoded: str, text: str = TEXT) -> bytes:
    declaration = f'<?xml version="1.0" encoding="{says}"?>' if says else ""
    return (declaration + FEED.format(text)).encode(encoded)


@pytest.mark.parametrize(
    ("says", "encoded", "header"),
    [
        ("utf-8", "utf-8", ""),
        ("iso-8859-1", "utf-8", ""),
        ("windows-1252", "utf-8", "text/xml; charset=iso-8859-1"),
        ("utf-8", "windows-1252", ""),
        ("utf-8", "windows-1252", "application/rss+xml; charset=utf-8"),
        (None, "windows-1252", ""),
        ("no-such-charset", "windows-1252", ""),
        ("us-ascii", "windows-1252", ""),
        (None, "utf-8-sig", ""),
    ],
)
def test_the_text_is_right_whatever_is_declared(says, encoded, header):
    found = readable(feed(says=says, encoded=encoded), header)

    assert TEXT in found.body.decode("utf-8")
    assert found.content_type == "application/xml; charset=utf-8"


def test_one_pasted_byte_does_not_spoil_the_rest():
    """An editor's windows-1252 apostrophe in a feed that is UTF-8 is the commonest mistake of all."""
    body = feed(says="utf-8", encoded="utf-8").replace("’".encode(), b"\x92")

    assert TEXT in readable(body, "").body.decode()


@pytest.mark.parametrize(
    ("says", "encoded", "word"),
    [("utf-8", "utf-8", ""), ("iso-8859-1", "utf-8", "but it is utf-8"), ("utf-8", "windows-1252", "windows-1252")],
)
def test_a_wrong_declaration_is_stated(says, encoded, word):
    fault = readable(feed(says=says, encoded=encoded), "").fault

    assert word in fault
    assert bool(fault) is bool(word)


@pytest.mark.parametrize("encoded", ["koi8-r", "windows-1251", "shift_jis"])
def test_other_charsets_are_left_to_the_parser_as_they_are(encoded):
    body = feed(says=encoded, encoded=encoded, text="Дума")

    assert readable(body, "text/xml").body == body


@pytest.mark.parametrize("encoded", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("says", [None, "utf-8", "utf-16"])
def test_wide_characters_are_known_by_their_bytes_whatever_is_declared(says, encoded):
    found = readable(feed(says=says, encoded=encoded, text="Дума"), "text/xml; charset=utf-8")

    assert "Дума" in found.body.decode()
    assert found.is_utf8


def test_the_charset_of_the_header_is_passed_on():
    found = readable(b"<rss/>", 'text/html; Charset="koi8-r"')

    assert found.content_type == "application/xml; charset=koi8-r"


NO_CHARSETS = (
    "unicode_escape raw_unicode_escape Unicode-Escape idna punycode rot13 rot_13 hex base64 bz2 zlib uu undefined"
)


@pytest.mark.parametrize("name", NO_CHARSETS.split())
@pytest.mark.parametrize("text", ["Cafe \\u0041", TEXT])
def test_what_python_can_decode_but_no_feed_is_written_in_counts_as_no_charset(name, text):
    """A stranger must not choose by a name which of Python's decoders goes over the bytes."""
    found = readable(feed(says=name, encoded="utf-8", text=text), f"text/xml; charset={name}")

    assert text in found.body.decode()
    assert found.is_utf8
    assert name.encode() not in found.body
    assert name not in found.content_type


@pytest.mark.parametrize("name", NO_CHARSETS.split())
def test_a_real_charset_counts_beside_a_name_that_is_none(name):
    by_declaration = readable(feed(says="koi8-r", encoded="koi8-r", text="Дума"), f"text/xml; charset={name}")
    by_header = readable(feed(says=name, encoded="koi8-r", text="Дума"), "text/xml; charset=koi8-r")

    assert by_declaration.content_type == "application/xml"
    assert by_header.content_type == "application/xml; charset=koi8-r"


@pytest.mark.parametrize(
    ("body", "is_utf8"),
    [
        (feed(says=None, encoded="ascii", text="Cafe"), True),
        (feed(says="utf-8", encoded="ascii", text="Cafe"), True),
        (feed(says="iso-8859-1", encoded="ascii", text="Cafe"), True),
        (feed(says="windows-1252", encoded="utf-8"), True),
        (feed(says="windows-1252", encoded="windows-1252"), False),
        (feed(says="iso-2022-jp", encoded="iso-2022-jp", text="国会"), False),
        (feed(says="utf-7", encoded="ascii", text="Caf+AOk-"), False),
        (feed(says="no-such-charset", encoded="ascii", text="Cafe"), True),
        (feed(says="utf-16", encoded="utf-16"), True),
    ],
)
def test_it_says_whether_the_bytes_are_utf_8(body: bytes, is_utf8: bool):
    """Seven-bit bytes may be the letters of another script."""
    assert readable(body, "").is_utf8 is is_utf8
