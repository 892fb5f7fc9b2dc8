import pytest

from newsletter.draft.mail.weblink import weblink


@pytest.mark.parametrize(
    "url", ["https://ledger.example", "http://ledger.example/a?b=c&d=e#f", "https://ledger.example/it's-done|now"]
)
def test_a_reader_may_be_sent_to(url):
    assert weblink(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "",
        "ledger.example/budget",
        "//ledger.example/budget",
        "javascript:alert(1)",
        "data:text/html,hello",
        "ftp://ledger.example/",
        "https://",
        "https://ledger.example/a b",
        "https://ledger.example/\nX: y",
        'https://ledger.example/"onclick="x',
        "https://bank.example@ledger.example/",
    ],
)
def test_a_reader_is_never_sent_to(url):
    assert weblink(url) == ""
