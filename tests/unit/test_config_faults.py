"""What an operator reads of a setting that is wrong: where it is, what is wrong, and what to do, in words of ours."""

import os
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsletter.config import from_values, load
from newsletter.domain.errors import ConfigError
from tests.sites import CONFIG

FIRST = '[[feeds]]\nurl = "https://ledger.example/feed"\noutlet = "The Ledger"\n'
#: How the libraries speak that read the files for us.
RAW = ("Input should", "Expected", "Invalid", "Cannot", "error parsing", "at line", "validation", "pydantic", "ASCII")


@pytest.fixture
def place(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def closed_folder() -> Iterator[Path]:
    """A folder that this user may not list; nothing is closed to the system administrator, who becomes nobody."""
    administrator = os.geteuid() == 0
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o300)
        if administrator:
            os.seteuid(65_534)
        try:
            yield Path(name)
        finally:
            if administrator:
                os.seteuid(0)
            Path(name).chmod(0o700)


def refused(config: str | bytes = CONFIG + FIRST, feeds: str | bytes | None = None) -> str:
    """What is said of a configuration here, and of feeds.toml beside it."""
    for name, text in (("config.toml", config), ("feeds.toml", feeds)):
        if text is not None:
            Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ConfigError) as wrong:
        load(Path("config.toml"))
    return str(wrong.value)


@pytest.mark.parametrize(
    ("feeds", "said"),
    [
        (
            '# Mine.\n\n[[feeds]]\nurl = "ftp://wire.example"\noutlet = "The Wire"\n',
            "feeds.toml, line 3 (The Wire): feeds[1].url must be http, https, or the path of a file",
        ),
        (
            '[[feeds]]\nurl = "https://wire.example"\n\n  [[ feeds ]]\r\noutlet = "The Standard"\n',
            "feeds.toml, line 4 (The Standard): feeds[2].url is missing",
        ),
        (
            '[[feeds]]\nurl = "https://wire.example"\nlien = "left"\n',
            "feeds.toml, line 1 (wire.example): there is no key feeds[1].lien. Did you mean 'lean'?",
        ),
        (
            'feeds = [{ url = "https://wire.example", lean = "leftish" }]\n',
            "feeds.toml (wire.example): feeds[1].lean must be 'left', 'centre', 'right' or 'unrated'",
        ),
        (
            '[[feeds]]\nurl = "https://ledger.example/feed"\n',
            "feeds.toml, line 1 (ledger.example): feeds[1].url is the same as feeds[1].url of config.toml, line 6",
        ),
        (
            '[[feeds]]\nurl = "https://w.example"\n[[feeds]]\nurl = "https://w.example"\n',
            "feeds.toml, line 3 (w.example): feeds[2].url is the same as feeds[1].url of feeds.toml, line 1",
        ),
        (
            '[[feeds]]\nurl = "https://wire.example\n',
            "feeds.toml is not valid TOML, line 2, column 28: a text in quotes",
        ),
        ("[feeds]\nurl = 'a.xml'\n", "feeds.toml: [feeds] holds one feed only. Write it as [[feeds]]"),
        ("feeds = 'a.xml'\n", "feeds.toml: feeds is no list. Write each feed as [[feeds]]"),
        ("feeds = ['a.xml']\n", "feeds.toml: feeds[1] is no feed. Write it as [[feeds]]"),
        ("[curate]\nstories = 3\n", "feeds.toml may hold [[feeds]] only, but has curate. Move that to config.toml."),
        (b"# caf\xe9\n", "feeds.toml is not UTF-8 text (byte 5). Save it as UTF-8."),
    ],
)
def test_a_fault_of_feeds_toml_is_told_under_its_name_with_the_line_and_the_feed(place, feeds, said):
    """Whoever is told of the third feed of the other file mends the wrong one."""
    assert refused(feeds=feeds).startswith(said)


def test_a_fault_of_a_feed_in_the_configuration_names_its_line_there(place):
    said = refused(CONFIG + FIRST + "lean = 3\n", feeds='[[feeds]]\nurl = "https://wire.example"\n')

    assert said.startswith("config.toml, line 6 (The Ledger): feeds[1].lean must be ")


def test_a_line_that_only_looks_like_a_feeds_beginning_misleads_nobody(place):
    feeds = "[[feeds]]\nurl = \"https://wire.example\"\nsection = '''\n[[feeds]]\n'''\n"

    assert refused(feeds=feeds).startswith("feeds.toml (wire.example): feeds[1].section must be one line")


def test_what_names_a_feed_is_never_its_login(place):
    said = refused(
        feeds='[[feeds]]\nurl = "https://ana:hush@wire.example/f"\nlien = 1\n[[feeds]]\nurl = "ana:hush@w"\n'
    )

    assert "(wire.example)" in said
    assert "hush" not in said


def test_a_byte_order_mark_is_no_fault(place):
    """Editors on Windows write one before the first letter."""
    Path("config.toml").write_bytes(b"\xef\xbb\xbf" + (CONFIG + FIRST).encode())
    Path("feeds.toml").write_bytes(b'\xef\xbb\xbf[[feeds]]\r\nurl = "https://wire.example"\r\n')

    assert [feed.outlet for feed in load(Path("config.toml")).all_feeds()] == ["The Ledger", "wire.example"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("[curate]\nstories = 'many'\n", "curate.stories must be a whole number."),
        ("[curate]\nstories = 0\n", "curate.stories must be 1 or more."),
        ("[curate]\nfloor = 2\n", "curate.floor must be 1.0 or less."),
        ("[curate]\nfloor = nan\n", "curate.floor must be "),
        ("[collect]\ntimeout = 0\n", "collect.timeout must be more than 0."),
        ("[collect]\ntimeout = 'long'\n", "collect.timeout must be a number."),
        ("[collect]\nkeep = 90\n", "collect.keep must be text, in quotes."),
        ("[delivery]\ntransport = 'pigeon'\n", "delivery.transport must be 'outbox', 'smtp' or 'sendgrid'."),
        ("[web]\nallow_private_feeds = 'x'\n", "web.allow_private_feeds must be a list, in [ ]."),
        ("[delivery]\nsmtp = 3\n", "delivery.smtp must be a section"),
        ("[publication.x]\n", "there is no key publication.x. "),
    ],
)
def test_a_wrong_value_is_told_in_words_of_our_own(place, more, said):
    told = refused(CONFIG + more + FIRST)

    assert said in told
    assert not [raw for raw in RAW if raw in told]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = [1\n", "at its end: a list is not closed"),
        ("a = {b = 1\n", "line 1, column 11: a { is not closed"),
        ("a = 1\na = 2\n", "line 2, column 6: a key or a section stands a second time"),
        ("[x]\n[x]\n", "a key or a section stands a second time"),
        ("a = {b = 1}\na.c = 2\n", "added to a list or a section that is complete"),
        ("a = 'x\n", "a text in quotes is not closed"),
        ('a = "x', "a text in quotes is not closed"),
        ('a = """x', "a text in quotes is not closed"),
        ('a = "C:\\news"\nb = "C:\\quiet"\n', "line 2, column 10: a backslash"),
        ("a = yes\n", "a value is missing, or is neither"),
        ("a = 1 b = 2\n", "something follows where a line should end"),
        ("a\n", "must be followed by ="),
        ("[x\n", "the name of a section is not closed"),
        ("[]\n", "the name of a section is missing"),
        ("!\n", "is neither a key with its value"),
        ("a = 2026-13-01\n", ""),
        ("a = 2026-02-31T00:00:00\n", "no such date"),
        ("a = " + "[" * 3_000, "nest too deep"),
        ("a = " + "1" * 5_000, "too many digits"),
    ],
)
def test_a_file_that_is_no_toml_says_where_and_what_to_mend_in_words_of_our_own(place, text, said):
    told = refused(text)

    assert told.startswith("config.toml is not valid TOML")
    assert said in told
    assert not [raw for raw in RAW if raw in told]


def test_a_fault_quotes_no_line_of_the_file(place):
    """It may be the line of the password."""
    assert "hush" not in refused('[delivery.smtp]\npassword = "hush\n')


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("NEWSLETTER__CURATE__STORIES", "many", "NEWSLETTER__CURATE__STORIES: curate.stories must be a whole number."),
        ("NEWSLETTER__CURATE__STORYS", "3", "NEWSLETTER__CURATE__STORYS: there is no key curate.storys."),
        ("NEWSLETTER__CURATE", "{", "NEWSLETTER__CURATE is a list or a whole section, and must be JSON."),
        ("NEWSLETTER__FEEDS", "x", "NEWSLETTER__FEEDS is a list or a whole section, and must be JSON."),
        ("NEWSLETTER__FEEDS__0__URL", "x", "set all feeds in NEWSLETTER__FEEDS, as JSON."),
        ("NEWSLETTER__FEEDS", '[{"url": "ftp://x"}]', "NEWSLETTER__FEEDS: feeds[1].url must be http, https"),
        (
            "NEWSLETTER__FEEDS",
            '[{"url": "a"}, {"url": "a"}]',
            "NEWSLETTER__FEEDS: feeds[2].url is the same as feeds[1]",
        ),
    ],
)
def test_a_wrong_value_of_the_environment_is_told_under_the_variables_name(place, monkeypatch, variable, value, said):
    """The file is not where it can be mended."""
    monkeypatch.setenv(variable, value)

    told = refused()

    assert told.startswith(f"The environment's {variable}")
    assert said in told
    assert not [raw for raw in RAW if raw in told]


@pytest.mark.parametrize(
    ("setting", "more", "said"),
    [
        ('DELIVERY={"transport": "smtp"}', "[delivery.smtp]\nport = 'x'\n", "config.toml: delivery.smtp.port must "),
        ('DELIVERY={"smtp": {"port": "x"}}', "[delivery]\n", "NEWSLETTER__DELIVERY: delivery.smtp.port must "),
        ('DELIVERY={"smtp": 3}', "[delivery]\n", "NEWSLETTER__DELIVERY: delivery.smtp must be a section"),
        ('DELIVERY__SMTP={"host": "h"}', "[delivery.smtp]\nport = 'x'\n", "config.toml: delivery.smtp.port must "),
        ('CURATE={"stories": 3}', "[curate]\nstorys = 3\n", "config.toml: there is no key curate.storys."),
        ('WEB={"allow_private_feeds": ["x y"]}', "", "NEWSLETTER__WEB: web.allow_private_feeds"),
    ],
)
def test_a_section_outside_the_file_is_named_for_the_keys_that_it_holds(place, monkeypatch, setting, more, said):
    """What it leaves out is the configuration's, and is mended there; in a variable as in a file of secrets."""
    variable, _, value = f"NEWSLETTER__{setting}".partition("=")
    monkeypatch.setenv(variable, value)
    in_a_variable = refused(CONFIG + more + FIRST)

    monkeypatch.delenv(variable)
    (place / "secrets").mkdir()
    (place / "secrets" / variable).write_text(value, encoding="utf-8")
    monkeypatch.setenv("NEWSLETTER_SECRETS_DIR", "secrets")
    in_a_file = refused(CONFIG + more + FIRST)

    assert said in in_a_variable
    assert said in in_a_file


def test_a_folder_of_secrets_that_cannot_be_read_is_told_as_such(place, monkeypatch):
    """Taken for an empty one, its settings would be missing without a word."""
    (place / "secrets").symlink_to("secrets")
    monkeypatch.setenv("NEWSLETTER_SECRETS_DIR", "secrets")

    assert refused().startswith("NEWSLETTER_SECRETS_DIR names secrets, which cannot be read: ")


def test_a_folder_of_secrets_that_is_closed_to_this_user_is_told_as_such(closed_folder, monkeypatch):
    """Whatever else is wrong: the value that is missed may stand in that folder."""
    monkeypatch.setenv("NEWSLETTER_SECRETS_DIR", str(closed_folder))
    said = tomllib.loads(CONFIG + "[curate]\nstories = 'x'\n" + FIRST)

    with pytest.raises(ConfigError, match=f"{closed_folder}, which cannot be read: this user may not read it. Let it"):
        from_values(said, folder=Path(), name="config.toml")


@pytest.mark.parametrize(
    ("content", "said"), [(b"many", "curate__stories: curate.stories must be a whole number"), (b"\xff", "UTF-8 text")]
)
def test_a_wrong_value_of_a_secrets_file_is_told_under_the_files_name(place, monkeypatch, content, said):
    (place / "secrets").mkdir()
    (place / "secrets" / "newsletter__curate__stories").write_bytes(content)
    monkeypatch.setenv("NEWSLETTER_SECRETS_DIR", "secrets")

    assert said in refused()


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "there is no such file"), (b"outlet,lean\n\xff", "it is not UTF-8 text"), (b"a" * 200_000, "is no CSV")],
)
def test_a_ratings_file_that_cannot_be_read_says_why(place, content, said):
    if content is not None:
        (place / "ratings.csv").write_bytes(content)

    assert said in refused(CONFIG + '[ratings]\nfile = "ratings.csv"\n' + FIRST)
