"""Which site an address belongs to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.collect.sites import host_of, site_of


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.ledger.example/politics", "ledger.example"),
        ("https://feeds.ledger.example:8443/all.xml", "ledger.example"),
        ("HTTP://Feeds.Ledger.Example./all.xml", "ledger.example"),
        ("https://ana:secret@feeds.ledger.co.uk/x", "ledger.co.uk"),
        ("https://www.ledger.com.au/feed", "ledger.com.au"),
        ("https://münchen.example/feed", "münchen.example"),
        ("http://localhost:8000/feed", "localhost"),
        ("http://127.0.0.5:90/feed", "127.0.0.5"),
        ("http://[::1]:80/feed", "::1"),
        ("https://co.uk/feed", "co.uk"),
    ],
)
def test_a_site_is_what_somebody_registered(url, site):
    assert site_of(url) == site


@pytest.mark.parametrize("platform", ["substack.com", "github.io", "wordpress.com", "blogspot.com"])
def test_two_letters_on_one_platform_are_two_sites(platform):
    """One that is asked too often must not silence the other, nor speak in its name."""
    assert site_of(f"https://ana.{platform}/feed") == f"ana.{platform}"
    assert site_of(f"https://www.bo.{platform}/feed") == f"bo.{platform}"
    assert site_of(f"https://{platform}/feed") == platform


@pytest.mark.parametrize(
    "address", ["", "/feeds/ledger.xml", "feed.xml", "ftp://ledger.example/x", "http://[ledger", "http:///x"]
)
def test_what_is_no_web_address_has_no_site(address):
    assert site_of(address) == ""


@given(st.text())
def test_any_text_has_a_site_or_none(text):
    assert host_of(f"https://{text}").endswith(site_of(f"https://{text}"))
