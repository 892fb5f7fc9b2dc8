"""Which addresses the list takes."""

import pytest

from newsletter.domain.errors import Refused
from newsletter.subscribers.addresses import address_of


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("ada@example.com", "ada@example.com"),
        ("  Ada.Quill@Example.COM ", "ada.quill@example.com"),
        ("ada+weekly@example.com", "ada+weekly@example.com"),
        ("kamal@bücher.example", "kamal@xn--bcher-kva.example"),
        ("zoë@example.com", "zoë@example.com"),
        ("zoe\u0308@example.com", "zoë@example.com"),
        ("o'hara@example.com", "o'hara@example.com"),
    ],
)
def test_one_mailbox_has_one_key(typed, key):
    assert address_of(typed).key == key


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "ada",
        "ada@",
        "@example.com",
        "ada@example",
        "ada@@example.com",
        "ada example@example.com",
        "ada@exam ple.com",
        "ada@example.com, ben@example.com",
        "Ada <ada@example.com>",
        "ada@example.com\r\nBcc: ben@example.com",
        "ada\0@example.com",
        "a" * 65 + "@example.com",
        "ada@" + "e" * 320 + ".com",
        ".ada@example.com",
        "ada@-example.com",
    ],
)
def test_what_is_no_address_is_refused_in_a_sentence(typed):
    with pytest.raises(Refused) as wrong:
        address_of(typed)

    assert "\n" not in str(wrong.value)
    assert len(str(wrong.value)) < 400
