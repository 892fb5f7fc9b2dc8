"""Bad input gets one clear sentence, the right exit status, and costs nothing."""

import json
import sqlite3

import pytest

from tests.sites import CUT_OFF, EVENTS, item, rss


def sound(site) -> bool:
    """What an operator would ask after a fault."""
    audit = site.run("audit")
    return site.run("db", "check").status == 0 and (audit.status == 0 or "There is no issue yet" in audit.err)


def no_traceback(answer) -> bool:
    return "Traceback" not in answer.err + answer.out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[publication\n", "is not valid TOML"),
        ("", "publication is missing"),
        ("[publication]\nnaem = 'x'\n", "publication.naem"),
    ],
)
def test_a_broken_configuration_names_what_is_wrong(site, text, said):
    site.config.write_text(text, encoding="utf-8")

    answer = site.run("collect")

    assert answer.status == 2
    assert said in answer.err
    assert no_traceback(answer)


def test_a_missing_configuration_says_how_to_make_one(site):
    site.config.unlink()

    answer = site.run("collect")

    assert answer.status == 2
    assert "newsletter init" in answer.last_line


@pytest.mark.parametrize(
    "arguments",
    [
        ["colect"],
        ["collect", "--nwo", "x"],
        ["collect", "--now", "yesterday"],
        ["collect", "--now", "2026-11-20T05:00:00"],
        ["preview"],
        ["approve"],
        ["preview", "--out", "x", "--issue", "zero"],
        ["approve", "--editor", "ana", "--because", "x"],
    ],
)
def test_bad_usage_is_status_2_and_one_sentence(site, arguments):
    answer = site.run(*arguments)

    assert answer.status == 2
    assert answer.last_line
    assert no_traceback(answer)


def test_json_stays_json_when_a_verb_fails(site):
    site.json("db", "upgrade")

    answer = site.run("send", "--json")

    assert answer.status == 1
    assert answer.json["exit"] == 1
    assert "newsletter draft" in answer.json["error"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<!DOCTYPE html><html><body><h1>Are you human?</h1></body></html>", "web page"),
        ("", "nothing at all"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 500, ""),
        ("{'not': 'a feed'}", ""),
        (None, ""),
    ],
)
def test_a_feed_that_is_none_fails_by_itself(site, body, said):
    site.fill()
    if body is None:
        (site.folder / "feeds" / "wire.xml").unlink()
    else:
        site.write_feed("wire", body)

    answer = site.run("collect", "--now", CUT_OFF, "--json")

    assert answer.status == 3
    assert answer.json["new"] == 6
    assert [f["outlet"] for f in answer.json["failed"]] == ["The Wire"]
    assert said in answer.json["failed"][0]["reason"]
    assert no_traceback(answer)


def test_a_feed_that_fails_is_listed_with_its_reason(site):
    site.fill()
    site.write_feed("wire", "<html></html>")
    site.run("collect", "--now", CUT_OFF)

    feeds = {feed["outlet"]: feed for feed in site.json("feeds", "list")["feeds"]}

    assert feeds["The Wire"]["status"] == "failed"
    assert feeds["The Wire"]["fault"]
    assert feeds["The Ledger"]["status"] == "ok"
    assert feeds["The Ledger"]["last_entry"].startswith("2026-11-18")


def test_a_valid_feed_without_entries_is_a_fault_and_no_failure(site):
    site.fill()
    site.write_feed("wire", rss())

    collected = site.json("collect", "--now", CUT_OFF)

    assert collected["failed"] == []
    assert [f["outlet"] for f in collected["faulty"]] == ["The Wire"]


def test_when_every_feed_fails_nothing_was_done(site):
    for name in ("ledger", "wire", "standard"):
        site.write_feed(name, "<html></html>")

    assert site.run("collect").status == 1


def test_a_feed_that_failed_loses_nothing_of_what_it_gave_before(site):
    site.fill()
    site.json("collect", "--now", CUT_OFF)
    site.write_feed("ledger", "<html></html>")
    site.run("collect", "--now", CUT_OFF)

    assert [s["entries"] for s in site.json("draft", "--week", "2026-W47")["stories"]] == [3, 3, 3]


def test_a_subscriber_file_without_the_column_adds_nobody(site):
    path = site.write_list("name,mail", "Ada,ada@example.com")

    answer = site.run("subscribers", "import", str(path))

    assert answer.status == 1
    assert "no column 'email'" in answer.last_line
    assert site.json("subscribers", "stats")["mailable"] == 0


def test_bad_rows_are_refused_by_line_and_the_others_are_taken(site):
    path = site.write_list(
        "email,name", "ada@example.com,Ada", "not-an-address,X", "ADA@example.com,Twice", "b@example.com,B"
    )

    answer = site.run("subscribers", "import", str(path), "--json")

    assert answer.status == 3
    assert answer.json["added"] == 2
    assert [refused["line"] for refused in answer.json["refused"]] == [3, 4]


def test_importing_again_adds_nobody_twice(site):
    path = site.write_list("email,name", "ada@example.com,Ada", "ben@example.com,Ben")
    site.json("subscribers", "import", str(path))

    assert site.json("subscribers", "import", str(path))["added"] == 0
    assert site.json("subscribers", "stats")["mailable"] == 2


def test_ten_megabytes_on_one_line_are_one_refused_line(site):
    path = site.folder / "list.csv"
    # Longer than what is read at a time, and its tail would be a subscriber.
    path.write_text(
        "email,name\n" + "x" * 10_000_001 + "mallory@example.com\nben@example.com,Ben\nnobody\n", encoding="utf-8"
    )

    answer = site.run("subscribers", "import", str(path), "--json")

    assert answer.status == 3
    assert answer.json["added"] == 1
    assert [refused["line"] for refused in answer.json["refused"]] == [2, 4]
    assert len(answer.out) < 2_000
    assert site.run("subscribers", "show", "mallory@example.com").status == 1


def test_a_list_that_is_not_utf8_says_so(site):
    path = site.folder / "list.csv"
    path.write_bytes("email,name\nada@example.com,Zoë\n".encode("latin-1"))

    answer = site.run("subscribers", "import", str(path))

    assert answer.status == 1
    assert "UTF-8" in answer.last_line


def test_a_list_that_is_not_there_says_so(site):
    answer = site.run("subscribers", "import", "nowhere.csv")

    assert answer.status == 1
    assert "nowhere.csv" in answer.last_line


@pytest.mark.parametrize("verb", ["add", "show", "remove"])
def test_a_bad_address_is_refused_by_every_verb(site, verb):
    answer = site.run("subscribers", verb, "ada@@example.com")

    assert answer.status == 1
    assert "no email address" in answer.last_line


def test_a_database_of_a_newer_version_is_left_alone(site):
    site.approved()
    with sqlite3.connect(site.folder / "newsletter.db") as store:
        store.execute("UPDATE alembic_version SET version_num = '9999_future'")
    store.close()

    answer = site.run("send")

    assert answer.status == 1
    assert "newer" in answer.last_line
    assert site.messages() == []


def test_a_file_that_is_no_database_is_left_alone(site):
    (site.folder / "newsletter.db").write_bytes(b"my holiday photographs" * 100)

    answer = site.run("collect")

    assert answer.status == 1
    assert "newsletter.db" in answer.last_line
    assert (site.folder / "newsletter.db").read_bytes().startswith(b"my holiday")


def test_a_folder_that_cannot_be_written_is_named(site):
    site.approved()
    (site.folder / "taken").write_text("a file")

    answer = site.run("preview", "--out", "taken")

    assert answer.status == 1
    assert "taken" in answer.last_line


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{not json}", "line 2"),
        ("[]", "line 2"),
        ('{"id": 7}', "line 2"),
        ('{"id": "b", "url": "https://x.example/b", "outlet": "X", "title": "T", "published": "soon"}', "published"),
    ],
)
def test_a_broken_archive_names_its_line(site, line, said):
    good = {
        "id": "a",
        "url": "https://x.example/a",
        "outlet": "X",
        "title": "T",
        "published": "2026-11-18T12:00:00+00:00",
    }
    path = site.write_list(json.dumps(good), line, name="entries.jsonl")

    answer = site.run("replay", str(path), "--out", "out")

    assert answer.status == 1
    assert said in answer.err
    assert not (site.folder / "out").exists()


def test_an_empty_archive_is_refused(site):
    path = site.write_list("", name="entries.jsonl")

    assert site.run("replay", str(path), "--out", "out").status == 1


def test_a_suppressed_address_is_not_brought_back_by_any_verb(site):
    """Suppression outlives the subscriber."""
    site.fill()
    with sqlite3.connect(site.folder / "newsletter.db") as store:
        store.execute(
            "INSERT INTO suppressions (key, reason, since) VALUES ('reader1@reader.example', 'complaint', '2026-11-01')"
        )
    store.close()
    site.json("subscribers", "remove", "reader1@reader.example")

    added = site.run("subscribers", "add", "Reader1@reader.example")
    imported = site.run("subscribers", "import", str(site.folder / "list.csv"), "--json")

    assert added.status == 1
    assert "complaint" in added.last_line
    assert imported.json["refused"][0]["line"] == 2
    assert site.json("subscribers", "stats")["mailable"] == 2


def test_init_never_writes_over_a_site(site):
    before = site.config.read_text(encoding="utf-8")

    from newsletter.cli import main

    assert main(["init", str(site.folder)]) == 1
    assert site.config.read_text(encoding="utf-8") == before


def test_titles_of_any_kind_make_a_letter(site):
    """Empty, enormous, in capitals, in other scripts, with markup."""
    titles = [
        "",
        "A" * 5_000,
        "SENATE PASSES BUDGET",
        "Сенат принял бюджет",
        "مجلس الشيوخ",
        "<b>Bold</b> & <script>x</script>",
    ]
    site.configure(feeds=["ledger"])
    site.write_feed("ledger", rss(*(item(t, EVENTS[0][1], outlet="l", guid=f"g{n}") for n, t in enumerate(titles))))
    site.run("collect", "--now", CUT_OFF)

    answer = site.run("draft", "--week", "2026-W47")
    site.json("preview", "--out", "out")

    assert answer.status == 0
    assert "<script>" not in (site.folder / "out" / "issue.html").read_text(encoding="utf-8")
    assert sound(site)


@pytest.mark.parametrize(
    "harm",
    [
        "DROP TABLE deliveries",
        "UPDATE issues SET checks = 'not json'",
        "UPDATE issues SET status = 'asleep'",
        "UPDATE issues SET drafted_at = 'soon'",
        "UPDATE alembic_version SET version_num = '0000'",
        "DELETE FROM alembic_version",
    ],
)
@pytest.mark.parametrize("verb", [["audit"], ["send"], ["db", "check"], ["db", "upgrade"]])
def test_a_store_that_somebody_harmed_is_told_in_a_sentence(site, harm, verb):
    site.approved()
    with sqlite3.connect(site.folder / "newsletter.db") as store:
        store.execute(harm)
    store.close()

    answer = site.run(*verb)

    assert "unforeseen" not in answer.err
    assert no_traceback(answer)
    assert answer.status == 1 or verb == ["db", "upgrade"] or (verb == ["audit"] and "deliveries" in harm)


@pytest.mark.parametrize("argument", ["--name", "--because"])
def test_an_argument_that_is_no_text_is_bad_usage_and_no_fault_of_the_store(site, argument):
    answer = site.run("subscribers", "add", "ada@reader.example", argument, "caf\udce9")

    assert answer.status == 2
    assert "UTF-8" in answer.last_line


def test_nothing_that_a_server_says_steers_the_terminal(site):
    site.fill()
    site.write_feed("wire", "<html><title>\x1b[31mred\x07</title></html>")

    answer = site.run("collect")

    assert "\x1b" not in answer.out + answer.err


def test_a_character_that_is_none_costs_no_feed(site):
    """A lone surrogate, written as a reference in a feed that is not well formed."""
    site.fill()
    title, text = EVENTS[0]
    site.write_feed(
        "wire", rss(item(title, text, outlet="wire")).replace("Senate", "Senate &#55296;").replace("</rss>", "")
    )

    assert site.run("collect", "--json").json["failed"] == []


def test_the_password_of_a_feeds_address_is_shown_nowhere(site):
    site.config.write_text(
        site.config.read_text(encoding="utf-8").replace("feeds/wire.xml", "http://ada:s3cret@127.0.0.1:9/feed.xml"),
        encoding="utf-8",
    )

    said = [
        site.run("collect"),
        site.run("collect", "--json"),
        site.run("feeds", "list"),
        site.run("feeds", "list", "--json"),
    ]

    assert all("s3cret" not in answer.out + answer.err for answer in said)
    assert "127.0.0.1:9/feed.xml" in said[2].out
