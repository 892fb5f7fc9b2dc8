"""The operator's settings."""

import re
import tomllib
from pathlib import Path

import pytest

from newsletter import wiring
from newsletter.config import Config, from_values, load, not_used_yet
from newsletter.curate.rank import WEIGHTS
from newsletter.domain.entry import Lean
from newsletter.domain.errors import ConfigError

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"
REQUIRED: dict = {
    "publication": {
        "from_address": "letter@news.example.org",
        "base_url": "https://news.example.org",
        "postal_address": "1 Printing House Square",
    },
    "feeds": [{"url": "feeds/ledger.xml", "outlet": "The Ledger"}],
}


def configured(**sections: object) -> Config:
    return from_values(REQUIRED | sections, folder=Path("/site"), name="config.toml")


def refused(**sections: object) -> str:
    with pytest.raises(ConfigError) as wrong:
        configured(**sections)
    return str(wrong.value)


def spelled_out() -> dict:
    """The example with every commented default as a setting."""
    text = re.sub(r"^# (\w+ = )", r"\1", EXAMPLE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return tomllib.loads(text)


def paths(values: dict, prefix: str = "") -> dict:
    found: dict = {}
    for key, value in values.items():
        one = value[0] if key == "feeds" else value
        found |= paths(one, f"{prefix}{key}.") if isinstance(one, dict) else {f"{prefix}{key}": one}
    return found


def keys_of(model, prefix: str = "") -> set[str]:
    found = set()
    for key, field in model.model_fields.items():
        part = field.annotation
        inner = next((a for a in getattr(part, "__args__", ()) if hasattr(a, "model_fields")), part)
        if field.exclude:
            continue
        found |= keys_of(inner, f"{prefix}{key}.") if hasattr(inner, "model_fields") else {f"{prefix}{key}"}
    return found


def test_the_example_is_a_configuration():
    """An operator starts by copying it."""
    assert load(EXAMPLE).publication.from_address == "letter@news.example.org"


def test_the_example_names_every_key_and_no_other():
    assert set(paths(spelled_out())) == keys_of(Config)


def test_the_example_states_the_true_defaults():
    written = from_values(spelled_out(), folder=Path(), name="example")
    plain = load(EXAMPLE)

    assert written.model_dump() == plain.model_dump()


def test_a_few_settings_are_enough():
    config = configured()

    assert config.publisher().name == "The Week in Politics"
    assert config.publisher().list_id == "weekly.news.example.org"
    assert config.all_feeds()[0].url == "/site/feeds/ledger.xml"
    assert config.all_feeds()[0].family == "The Ledger"
    assert config.all_feeds()[0].lean is Lean.UNRATED


@pytest.mark.parametrize("key", ["from_address", "base_url", "postal_address"])
def test_a_missing_key_is_named(key):
    publication = {k: v for k, v in REQUIRED["publication"].items() if k != key}

    assert f"publication.{key} is missing" in refused(publication=publication)


def test_an_unknown_key_is_named_with_the_one_that_was_meant():
    assert refused(curate={"storys": 3}) == "config.toml: there is no key curate.storys. Did you mean 'stories'?"


def test_an_unknown_key_of_a_feed_is_counted_as_a_person_counts():
    assert "feeds[2].lien" in refused(feeds=[*REQUIRED["feeds"], {"url": "b.xml", "lien": "left"}])


@pytest.mark.parametrize(
    ("section", "values", "said"),
    [
        ("schedule", {"cut_off": "friday 5am"}, "'fri 05:00'"),
        ("schedule", {"cut_off": "fri 25:00"}, "schedule.cut_off"),
        ("curate", {"stories": 0}, "curate.stories"),
        ("curate", {"stories": "many"}, "curate.stories"),
        ("delivery", {"transport": "pigeon"}, "delivery.transport"),
        ("delivery", {"smtp": {"port": 70_000}}, "delivery.smtp.port"),
        ("publication", REQUIRED["publication"] | {"timezone": "Mars/Olympus"}, "publication.timezone"),
        ("publication", REQUIRED["publication"] | {"base_url": "news.example.org"}, "publication.base_url"),
        ("publication", REQUIRED["publication"] | {"from_address": "a@b.example\r\nBcc: x@y.example"}, "from_address"),
        ("publication", REQUIRED["publication"] | {"name": "A\nB"}, "publication.name"),
        ("feeds", [], "no feed"),
        ("feeds", [{"url": " "}], "feeds[1].url"),
        ("store", {"url": "mysql://x"}, "store.url"),
        ("store", {"url": "sqlite:///a\0b"}, "store.url"),
        ("feeds", [{"url": "http://[::1"}], "feeds[1].url"),
        ("feeds", [{"url": "a.xml"}, {"url": "b.xml"}, {"url": "./a.xml"}], "feeds[3].url is the same as feeds[1].url"),
        ("schedule", {"collect_every": "²h"}, "schedule.collect_every"),
        ("delivery", {"rate_per_second": 1e-300}, "delivery.rate_per_second"),
        ("publication", REQUIRED["publication"] | {"from_address": "a@b@c.example"}, "publication.from_address"),
        ("web", {"allow_private_feeds": ["10.0.0.7"]}, "web.allow_private_feeds[1]"),
        ("web", {"allow_private_feeds": ["intranet?:80"]}, "web.allow_private_feeds[1]"),
        ("collect", {"keep": "59d"}, "at least 60d"),
        ("curate", {"weights": dict.fromkeys(WEIGHTS, 0)}, "curate.weights must not all be 0"),
        ("curate", {"weights": {"breadth": -0.1}}, "curate.weights.breadth"),
        ("curate", {"weights": {"breadth": "nan"}}, "curate.weights.breadth"),
        ("curate", {"weights": {"bredth": 0.1}}, "Did you mean 'breadth'?"),
        ("curate", {"meanings": "oracle"}, "curate.meanings"),
        ("ratings", {"rater": "A\nB"}, "ratings.rater"),
    ],
)
def test_a_wrong_value_is_named(section, values, said):
    assert said in refused(**{section: values})


def test_the_signals_weigh_what_the_rank_says():
    """The defaults stand in two places, because the configuration knows nothing of curating."""
    assert configured().curate.weights.model_dump() == dict(WEIGHTS)


def test_a_signal_may_be_left_out_of_the_rank():
    weights = wiring.rules(configured(curate={"weights": {"prominence": 0}})).weights

    assert weights == {**WEIGHTS, "prominence": 0}


def test_words_alone_make_a_story_unless_meanings_are_asked_for():
    assert configured().curate.meanings == "none"
    assert wiring.rules(configured()).meanings is None


@pytest.mark.parametrize(
    ("ratings", "said"),
    [
        ({"rater": "Media Watch", "date": "2026-01"}, "Media Watch, 2026-01"),
        ({"rater": "Media Watch"}, "Media Watch"),
        ({}, ""),
    ],
)
def test_the_letter_says_who_rated_the_leans_and_when(ratings, said):
    config = configured(ratings=ratings)

    assert wiring.rules(config).rated_by == said
    assert not_used_yet(config) == []


def test_every_fault_is_told_at_once():
    """Nobody should mend a file one line at a time."""
    said = refused(curate={"storys": 3, "floor": 2}, schedule={"cut_off": "x"})

    assert len(said.splitlines()) == 3


@pytest.mark.parametrize(
    "sections",
    [
        {"delivery": {"transport": "sendgrid"}},
        {"delivery": {"dkim": {"private_key_file": "key.pem"}}},
    ],
)
def test_what_this_version_cannot_do_is_refused_and_not_passed_over(sections):
    assert "is not available in this version" in refused(**sections)


def test_a_transport_without_its_host_is_refused():
    assert "delivery.smtp.host is not set" in refused(delivery={"transport": "smtp"})


@pytest.mark.parametrize(
    ("writer", "said"),
    [
        ({"backend": "openai"}, "writer.base_url is not set"),
        ({"backend": "openai", "base_url": "https://api.example.org/v1"}, "writer.model is not set"),
        ({"base_url": "https://me:hunter2@api.example.org/v1"}, "writer.base_url must have no login in it"),
        ({"base_url": "api.example.org/v1"}, "writer.base_url must be a web address"),
        ({"base_url": "https://api.example.org/v1?key=1"}, "writer.base_url must be a web address"),
        ({"api_key": "hunter2\nX-Evil: 1"}, "writer.api_key must be printable ASCII"),
        ({"api_key": "hunter2 é"}, "writer.api_key must be printable ASCII"),
        ({"model": "a\nb"}, "writer.model must be one line"),
        ({"timeout": 0}, "writer.timeout"),
        ({"timeout": 601}, "writer.timeout"),
        ({"price_in": -1}, "writer.price_in"),
        ({"backend": "other"}, "writer.backend"),
    ],
)
def test_a_writer_that_cannot_be_asked_is_refused_with_the_keys_name(writer, said):
    sentence = refused(writer=writer)

    assert said in sentence
    assert "hunter2" not in sentence


def test_a_writer_is_off_unless_it_is_asked_for():
    assert configured().writer.backend == "none"
    assert not_used_yet(configured(writer={"base_url": "https://api.example.org/v1", "model": "small"})) == []


def test_a_key_from_a_file_has_no_line_end():
    config = configured(writer={"api_key": "hunter2\n"})

    assert config.writer.api_key.get_secret_value() == "hunter2"
    assert "hunter2" not in repr(config)


def test_a_setting_in_vain_is_said():
    assert not_used_yet(configured(schedule={"draft_at": "wed 10:00"})) == [
        "schedule.draft_at is set, but this version does not use it: it waits for the scheduler."
    ]
    assert not_used_yet(configured()) == []


def test_the_environment_wins_over_the_file(monkeypatch):
    monkeypatch.setenv("NEWSLETTER__CURATE__STORIES", "7")
    monkeypatch.setenv("NEWSLETTER__DELIVERY__SMTP__PORT", "2525")

    config = configured(curate={"stories": 3})

    assert (config.curate.stories, config.delivery.smtp.port) == (7, 2525)


@pytest.mark.parametrize("name", ["NEWSLETTER__CURATE__STORYS", "NEWSLETTER__CURATION__STORIES"])
def test_an_unknown_key_in_the_environment_is_named(monkeypatch, name):
    monkeypatch.setenv(name, "7")

    with pytest.raises(ConfigError, match=r"storys|CURATION"):
        configured()


def test_a_secret_may_come_from_a_file_and_is_never_shown(monkeypatch, tmp_path):
    (tmp_path / "newsletter__delivery__smtp__password").write_text("hush-hush\n")
    monkeypatch.setenv("NEWSLETTER_SECRETS_DIR", str(tmp_path))

    config = configured()

    assert config.delivery.smtp.password.get_secret_value() == "hush-hush"
    assert "hush" not in repr(config)
    assert "hush" not in str(config.model_dump())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"[publication\n", "is not valid TOML, line 1, column 13: the name of a section is not closed"),
        (b"name = 'caf\xe9'\n", "is not UTF-8"),
        (None, "newsletter init"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path, content, said):
    path = tmp_path / "config.toml"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(ConfigError, match=said):
        load(path)


def test_a_folder_of_secrets_that_is_not_there_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("NEWSLETTER_SECRETS_DIR", str(tmp_path / "nowhere"))

    with pytest.raises(ConfigError, match="NEWSLETTER_SECRETS_DIR"):
        configured()


def test_the_password_of_a_feeds_address_is_no_outlets_name():
    """The outlet is printed in the letter."""
    config = configured(feeds=[{"url": "https://ada:s3cret@feeds.example.org/f.xml"}])

    assert config.all_feeds()[0].outlet == "feeds.example.org"


def test_feeds_toml_beside_it_adds_feeds(tmp_path):
    (tmp_path / "config.toml").write_text(EXAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "feeds.toml").write_text('[[feeds]]\nurl = "https://b.example/feed"\n', encoding="utf-8")

    assert [feed.outlet for feed in load(tmp_path / "config.toml").all_feeds()] == ["The Example", "b.example"]


def test_leans_come_from_the_raters_file_unless_a_feed_states_its_own(tmp_path):
    (tmp_path / "ratings.csv").write_text("outlet,lean\nThe Ledger,left\nThe Wire,right\n", encoding="utf-8")
    feeds = [
        {"url": "a.xml", "outlet": "The Ledger"},
        {"url": "b.xml", "outlet": "The Wire", "lean": "centre"},
        {"url": "c.xml", "outlet": "The Unknown"},
    ]

    config = from_values(REQUIRED | {"feeds": feeds, "ratings": {"file": "ratings.csv"}}, folder=tmp_path, name="c")

    assert [feed.lean for feed in config.all_feeds()] == [Lean.LEFT, Lean.CENTRE, Lean.UNRATED]


def test_a_wrong_ratings_file_names_its_line(tmp_path):
    (tmp_path / "ratings.csv").write_text("outlet,lean\nThe Ledger,leftish\n", encoding="utf-8")

    with pytest.raises(ConfigError, match="line 2"):
        from_values(REQUIRED | {"ratings": {"file": "ratings.csv"}}, folder=tmp_path, name="c")


@pytest.mark.parametrize(
    "url",
    [
        "http://ana:hunter 2@ledger.example/feed",
        "http://ana:12#hunter2@ledger.example/feed",
        "http://ana:12?hunter2@ledger.example/feed",
        "ana:hunter2@ledger.example/feed",
        "ftp://ana:hunter2@ledger.example/feed",
    ],
)
def test_a_login_that_could_not_be_kept_secret_is_refused_without_a_word_of_it(url):
    """What is no address is shown as it is written, in messages and lists."""
    said = refused(feeds=[{"url": url}])

    assert "feeds[1].url" in said
    assert "hunter" not in said


@pytest.mark.parametrize(
    "url", ["https://ledger.example/@ana/feed", "https://ledger.example/feed?of=ana@ledger.example"]
)
def test_an_at_sign_elsewhere_in_an_address_is_no_login(url):
    assert configured(feeds=[{"url": url}]).all_feeds()[0].url == url
