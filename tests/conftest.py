"""What every test may ask for."""

import pytest

from tests.sites import Site


@pytest.fixture
def site(tmp_path, capsys, monkeypatch) -> Site:
    """An empty folder that a test makes a site of; the current folder while it runs."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NEWSLETTER_CONFIG", raising=False)
    made = Site(tmp_path, capsys)
    made.configure()
    return made
