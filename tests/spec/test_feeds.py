"""The feeds: choosing them, taking them over from elsewhere, and seeing how they do."""

import json
import tomllib

import pytest
from pytest_httpserver import HTTPServer

from newsletter.cli import main
from tests.sites import CONFIG, item, rss

NOON = "2026-11-18T12:30:00+00:00"
HALF_AN_HOUR_ON = "2026-11-18T13:00:00+00:00"
TWO_WEEKS_ON = "2026-12-02T12:30:00+00:00"

TEXT = "The Senate passed the budget on Tuesday by 51 votes to 49. The president is expected to sign it."
NEWS = rss(
    item("Senate passes the budget", TEXT, outlet="ledger"),
    item("House votes on the levee", TEXT, outlet="ledger", day=17),
    title="The Ledger",
)
LISTED = """<opml version="2.0"><body>
<outline text="World"><outline type="rss" text="The Wire" xmlUrl="https://wire.example/world.xml"/></outline>
<outline type="rss" text="The Ledger" xmlUrl="https://ledger.example/feed"/>
</body></opml>"""


@pytest.fixture
def outlet():
    """A web server of an outlet, at an address of this machine that the site may ask."""
    with HTTPServer(host="127.0.0.1", port=0) as server:
        yield server


def allow(site, server: HTTPServer, feeds: str = "") -> None:
    """A site that may ask the server, with feeds as TOML."""
    web = f'[web]\nallow_private_feeds = ["127.0.0.1:{server.port}"]\n'
    site.config.write_text(CONFIG + web + feeds, encoding="utf-8")


def serve(server: HTTPServer, path: str, body: str, kind: str = "application/rss+xml", **headers: str) -> str:
    server.expect_request(path).respond_with_data(body, content_type=kind, headers=headers)
    return server.url_for(path)


def serve_page(server: HTTPServer, path: str, head: str = "") -> str:
    page = f"<!doctype html><html><head><title>The Ledger</title>{head}</head><body><p>News.</p></body></html>"
    return serve(server, path, page, "text/html; charset=utf-8")


def import_opml(site, text: str, *options: str):
    path = site.folder / "list.opml"
    path.write_text(text, encoding="utf-8")
    return site.run("feeds", "import", str(path), *options)


def configured(site) -> list[dict]:
    return tomllib.loads((site.folder / "feeds.toml").read_text(encoding="utf-8"))["feeds"]


# Listing


def test_a_list_of_feeds_begins_with_how_many_are_healthy(site):
    site.configure(feeds=("ledger", "wire"))
    site.write_feed("ledger", NEWS)
    site.run("collect", "--now", NOON)

    answer = site.run("feeds", "list", "--now", HALF_AN_HOUR_ON)

    lines = answer.out.splitlines()
    assert (answer.status, lines[0]) == (0, "1 of 2 feeds is healthy.")
    assert any(line.startswith("  ok ") and "The Ledger" in line and "30 min ago" in line for line in lines)
    assert any(line.startswith("! failed ") and "The Wire" in line for line in lines)
    assert "no such file" in answer.out


def test_a_program_reads_how_each_feed_is_doing(site):
    site.configure(feeds=("ledger", "wire"))
    site.write_feed("ledger", NEWS)
    site.run("collect", "--now", NOON)

    facts = site.json("feeds", "list", "--now", HALF_AN_HOUR_ON)

    ledger, wire = facts["feeds"]
    assert (facts["healthy"], facts["of"]) == (1, 2)
    assert (ledger["outlet"], ledger["status"], ledger["healthy"], ledger["entries"]) == ("The Ledger", "ok", True, 2)
    assert ledger["last_entry"].startswith("2026-11-18T12:00")
    assert ledger["checked_at"] == ledger["ok_at"] == ledger["new_at"]
    assert (wire["status"], wire["healthy"], wire["failures"], wire["ok_at"]) == ("failed", False, 1, None)
    assert {
        "url", "outlet", "family", "lean", "section", "licence", "status", "fault", "address", "checked_at", "ok_at",
        "new_at", "last_entry", "failures", "not_before", "rests_until", "entries", "undated", "usual_gap_hours",
        "healthy", "warnings",
    } == set(ledger)  # fmt: skip


def test_feeds_that_were_never_asked_are_told_so(site):
    answer = site.run("feeds", "list")

    assert answer.out.splitlines()[0] == (
        "0 of 3 feeds are healthy. Never asked so far: 3; 'newsletter collect' asks them."
    )


def test_a_silent_feed_is_a_warning(site):
    """Feeds rarely die loudly: they answer, with last month's entries."""
    site.configure(feeds=("ledger",))
    days = (item(f"Vote of day {day}", TEXT, outlet="ledger", guid=f"g{day}", day=day) for day in (14, 15, 16, 17, 18))
    site.write_feed("ledger", rss(*days))
    site.run("collect", "--now", NOON)
    site.run("collect", "--now", TWO_WEEKS_ON)

    (ledger,) = site.json("feeds", "list", "--now", TWO_WEEKS_ON)["feeds"]

    assert (ledger["status"], ledger["healthy"]) == ("ok", False)
    assert any("silent" in warning for warning in ledger["warnings"])


def test_a_feed_that_rests_says_until_when(site, outlet):
    outlet.expect_request("/feed").respond_with_data("", status=503, headers={"Retry-After": "7200"})
    allow(site, outlet, f'[[feeds]]\nurl = "{outlet.url_for("/feed")}"\noutlet = "The Ledger"\n')
    site.run("collect", "--now", NOON)

    answer = site.run("feeds", "list", "--now", HALF_AN_HOUR_ON)

    assert "503" in answer.out
    assert "It is not asked before 2026-11-18 14:30 UTC." in answer.out


def test_no_list_shows_a_password(site, outlet):
    address = outlet.url_for("/feed").replace("http://", "http://ana:hush-hush@")
    allow(site, outlet, f'[[feeds]]\nurl = "{address}"\noutlet = "The Ledger"\n')
    serve(outlet, "/feed", NEWS)

    said = "".join(
        text
        for verb in (["collect"], ["feeds", "list"], ["feeds", "export"], ["feeds", "check", address])
        for answer in (site.run(*verb), site.run(*verb, "--json"))
        for text in (answer.out, answer.err)
    )

    assert "The Ledger" in said
    assert "hush" not in said


# Taking over a list


def test_a_list_of_a_feed_reader_becomes_feeds_beside_the_configuration(site):
    before = site.config.read_bytes()

    answer = import_opml(site, LISTED, "--json")

    assert (answer.status, answer.json["added"], answer.json["known"], answer.json["refused"]) == (0, 2, 0, [])
    assert configured(site) == [
        {"url": "https://wire.example/world.xml", "outlet": "The Wire", "section": "World"},
        {"url": "https://ledger.example/feed", "outlet": "The Ledger"},
    ]
    assert site.config.read_bytes() == before
    assert len(site.json("feeds", "list")["feeds"]) == 5


def test_a_new_site_may_get_its_first_feeds_from_a_list(site):
    site.config.write_text(CONFIG, encoding="utf-8")

    answer = import_opml(site, LISTED)

    assert answer.out.splitlines()[0].startswith("2 added to ")
    assert len(site.json("feeds", "list")["feeds"]) == 2


def test_importing_again_adds_nothing(site):
    import_opml(site, LISTED)
    before = (site.folder / "feeds.toml").read_bytes()

    answer = import_opml(
        site, LISTED.replace("https://ledger.example/feed", "http://www.ledger.example/feed/"), "--json"
    )

    assert (answer.json["added"], answer.json["known"]) == (0, 2)
    assert (site.folder / "feeds.toml").read_bytes() == before


@pytest.mark.parametrize(
    "mine",
    [
        '# My own feeds.\n[[feeds]]\nurl = "a.xml"  # the first\n',
        '# My own feeds.\r\n[[feeds]]\r\nurl = "a.xml"',
        '# My own feeds.\nfeeds = [\n  { url = "a.xml" },  # the first\n]\n',
        "# My own feeds.\nfeeds = []\n",
        "# My own feeds.",
    ],
)
def test_what_an_operator_wrote_beside_the_configuration_stays(site, mine):
    (site.folder / "feeds.toml").write_bytes(mine.encode())

    import_opml(site, LISTED)

    text = (site.folder / "feeds.toml").read_bytes().decode()
    assert all(comment in text for comment in ("# My own feeds.", "# the first") if comment in mine)
    assert [feed["url"] for feed in configured(site)][-2:] == [
        "https://wire.example/world.xml",
        "https://ledger.example/feed",
    ]
    assert ("a.xml" in mine) == (configured(site)[0]["url"] == "a.xml")


def test_a_byte_order_mark_before_what_an_operator_wrote_is_no_fault(site):
    (site.folder / "feeds.toml").write_bytes(b'\xef\xbb\xbf# Mine.\n[[feeds]]\nurl = "a.xml"\n')

    answer = import_opml(site, LISTED)

    assert answer.status == 0
    assert configured(site)[0] == {"url": "a.xml"}


def test_a_fault_of_feeds_toml_is_told_under_its_name(site):
    (site.folder / "feeds.toml").write_text('[[feeds]]\nurl = "ftp://wire.example"\noutlet = "The Wire"\n')

    for verb in (["feeds", "list"], ["collect"], ["feeds", "check", "a.xml"], ["feeds", "export"]):
        answer = site.run(*verb)

        assert answer.status == 2
        assert "feeds.toml, line 1 (The Wire): feeds[1].url must be http, https" in answer.last_line


def test_a_trial_writes_nothing(site):
    answer = import_opml(site, LISTED, "--dry-run")

    assert answer.out.startswith("2 would be added to ")
    assert not (site.folder / "feeds.toml").exists()


def test_a_line_that_names_no_feed_is_refused_and_the_others_are_taken(site):
    listed = LISTED.replace("<body>", '<body>\n<outline type="rss" text="A file" xmlUrl="file:///etc/passwd"/>')

    answer = import_opml(site, listed)

    assert answer.status == 3
    assert "Line 2: file:///etc/passwd is no web address" in answer.out
    assert len(configured(site)) == 2


@pytest.mark.parametrize("options", [(), ("--json",), ("--dry-run",)])
@pytest.mark.parametrize("there", [False, True], ids=["feeds that are new", "feeds that are there already"])
def test_an_import_that_refused_some_is_done_in_part_however_it_is_asked(site, options, there):
    """A program that runs it looks at the exit status alone."""
    if there:
        import_opml(site, LISTED)

    answer = import_opml(site, LISTED.replace("<body>", '<body><outline type="rss" text="No address"/>'), *options)

    assert answer.status == 3


@pytest.mark.parametrize(
    ("listed", "said"),
    [
        ("", "is empty"),
        ("<opml><body>", "is not valid XML"),
        ("<opml><body/></opml>", "lists none that could be asked"),
        ('<opml><body><outline type="rss" text="x"/></body></opml>', "lists none that could be asked"),
        (NEWS, "is a feed itself"),
    ],
)
def test_a_file_that_lists_no_feeds_changes_nothing_and_says_why(site, listed, said):
    answer = import_opml(site, listed)

    assert answer.status == 1
    assert said in answer.last_line
    assert not (site.folder / "feeds.toml").exists()


def test_a_list_that_is_not_there_says_so(site):
    answer = site.run("feeds", "import", "nowhere.opml")

    assert (answer.status, answer.last_line) == (
        1,
        "nowhere.opml cannot be read: there is no such file. Name a file that can.",
    )


def test_a_wrong_configuration_is_told_before_anything_is_written(site):
    site.configure("[curate]\nstorys = 3\n")

    answer = import_opml(site, LISTED)

    assert (answer.status, "curate.storys" in answer.last_line) == (2, True)
    assert not (site.folder / "feeds.toml").exists()


def test_a_file_that_holds_a_login_is_the_operators_alone(site):
    import_opml(site, LISTED.replace("https://ledger", "https://ana:hush@ledger"))

    assert (site.folder / "feeds.toml").stat().st_mode & 0o777 == 0o600


# Handing a list on


def test_a_list_that_is_handed_on_and_taken_over_is_the_same(site, tmp_path):
    import_opml(site, LISTED)
    site.json("feeds", "export", "--out", "mine.opml")
    (tmp_path / "other").mkdir()
    other = tmp_path / "other" / "config.toml"
    other.write_text(CONFIG, encoding="utf-8")

    assert main(["feeds", "import", "mine.opml", "--config", str(other)]) == 0

    again = tomllib.loads((tmp_path / "other" / "feeds.toml").read_text(encoding="utf-8"))["feeds"]
    assert again == configured(site)


def test_the_same_feeds_give_the_same_list(site):
    import_opml(site, LISTED)

    first, second = site.run("feeds", "export"), site.run("feeds", "export")

    assert first.out == second.out
    assert first.out.startswith("<?xml")


def test_a_list_that_was_written_brings_back_family_lean_and_licence(site):
    """Else an outlet that allows its headlines only would come back as one that may be quoted."""
    said = 'family = "Ledger Group"\nlean = "centre"\nlicence = "headline"\nsection = "courts"\n'
    feed = f'url = "https://ledger.example/feed"\noutlet = "The Ledger"\n{said}'
    site.config.write_text(f"{CONFIG}[[feeds]]\n{feed}", encoding="utf-8")
    exported = site.run("feeds", "export").out
    site.config.write_text(CONFIG, encoding="utf-8")

    imported = import_opml(site, exported, "--json").json

    assert configured(site) == [tomllib.loads(feed)]
    (added,) = imported["feeds"]
    assert (added["family"], added["lean"], added["licence"]) == ("Ledger Group", "centre", "headline")


def test_recorded_feeds_stay_where_they_are(site):
    """A path means nothing on another machine."""
    facts = site.json("feeds", "export")

    assert (facts["feeds"], facts["left_out"]) == (0, 3)
    assert "<outline" not in facts["opml"]


def test_a_feed_that_has_moved_is_handed_on_and_known_under_its_new_address(site, outlet):
    outlet.expect_request("/old").respond_with_data("", status=301, headers={"Location": outlet.url_for("/new")})
    new = serve(outlet, "/new", NEWS)
    old = outlet.url_for("/old")
    allow(site, outlet, f'[[feeds]]\nurl = "{old}"\noutlet = "The Ledger"\n')
    site.run("collect", "--now", NOON)
    site.run("collect", "--now", HALF_AN_HOUR_ON)

    (listed,) = site.json("feeds", "list")["feeds"]
    exported = site.json("feeds", "export")["opml"]
    imported = import_opml(site, exported, "--json").json

    assert (listed["url"], listed["address"]) == (old, new)
    assert (new in exported, old in exported) == (True, False)
    assert (imported["added"], imported["known"]) == (0, 1)


# Choosing a feed


def test_a_feed_says_what_it_would_give(site, outlet):
    allow(site, outlet)
    picture = '<media:content xmlns:media="http://search.yahoo.com/mrss/" url="https://ledger.example/a.jpg"/></item>'
    address = serve(outlet, "/feed", NEWS.replace("</item>", picture, 1), ETag='"abc"')

    facts = site.json("feeds", "check", address, "--now", NOON)

    (feed,) = facts["feeds"]
    assert (facts["page"], feed["url"], feed["title"]) == ("", address, "The Ledger")
    assert (feed["entries"], feed["dated"], feed["with_text"], feed["pictures"]) == (2, 2, 2, 1)
    assert (feed["newest"][:10], feed["oldest"][:10]) == ("2026-11-18", "2026-11-17")
    assert (feed["kinds"], feed["validators"], feed["fault"]) == ({"news": 2}, True, "")
    assert feed["titles"] == ["Senate passes the budget", "House votes on the levee"]
    assert tomllib.loads(feed["lines"]) == {"feeds": [{"url": address, "outlet": "The Ledger"}]}


def test_the_feed_of_a_page_is_found(site, outlet):
    allow(site, outlet)
    page = serve_page(outlet, "/", '<link rel="alternate" type="application/rss+xml" title="All" href="/all.rss">')
    feed = serve(outlet, "/all.rss", NEWS)

    answer = site.run("feeds", "check", page)

    assert answer.status == 0
    assert f'url = "{feed}"' in answer.out
    assert "Senate passes the budget" in answer.out


def test_the_lines_to_paste_are_a_configuration(site, outlet):
    allow(site, outlet)
    lines = site.json("feeds", "check", serve(outlet, "/feed", NEWS))["feeds"][0]["lines"]

    allow(site, outlet, lines)

    assert site.json("collect", "--now", NOON)["new"] == 2
    assert site.json("feeds", "check", outlet.url_for("/feed"))["feeds"][0]["configured"] is True


def test_a_page_whose_forms_have_a_captcha_is_no_challenge(site, outlet):
    """Nearly every outlet's front page signs readers up behind one."""
    allow(site, outlet)
    feed = serve(outlet, "/feed", NEWS)
    link = f'<link rel="alternate" type="application/rss+xml" href="{feed}">'
    page = serve_page(outlet, "/", f'<script src="https://www.google.com/recaptcha/api.js"></script>{link}')

    facts = site.json("feeds", "check", page, "--now", NOON)

    assert [found["url"] for found in facts["feeds"]] == [feed]


def test_a_feed_is_tried_at_the_usual_addresses_where_a_page_names_none(site, outlet):
    allow(site, outlet)
    page = serve_page(outlet, "/politics/")
    feed = serve(outlet, "/rss.xml", NEWS)

    facts = site.json("feeds", "check", page)

    assert [found["url"] for found in facts["feeds"]] == [feed]
    assert facts["failed"] == []


def test_a_feed_that_only_a_link_in_the_body_of_a_page_names_is_found(site, outlet):
    allow(site, outlet)
    page = serve(outlet, "/", "<!doctype html><html><body><a href='/f2.xml'>RSS</a></body></html>", "text/html")
    feed = serve(outlet, "/f2.xml", NEWS)

    facts = site.json("feeds", "check", page)

    assert [found["url"] for found in facts["feeds"]] == [feed]


def test_a_feed_that_a_link_in_the_body_names_is_found_behind_one_that_the_head_declares(site, outlet):
    allow(site, outlet)
    head = '<link rel="alternate" type="application/rss+xml" href="/gone.xml"></head><body><a href="/f2.xml">RSS</a>'
    page = serve_page(outlet, "/", head)
    feed = serve(outlet, "/f2.xml", NEWS)

    facts = site.json("feeds", "check", page)

    assert [found["url"] for found in facts["feeds"]] == [feed]
    assert [failed["url"] for failed in facts["failed"]] == [outlet.url_for("/gone.xml")]


def test_a_page_that_names_a_good_and_a_dead_feed_shows_both(site, outlet):
    allow(site, outlet)
    links = "".join(f'<link rel="alternate" type="application/rss+xml" href="/{name}">' for name in ("gone", "good"))
    page = serve_page(outlet, "/", links)
    serve(outlet, "/good", NEWS)

    facts = site.json("feeds", "check", page)

    assert [found["url"] for found in facts["feeds"]] == [outlet.url_for("/good")]
    (dead,) = facts["failed"]
    assert dead["url"].endswith("/gone")
    assert dead["reason"]


def test_two_addresses_of_one_feed_are_one(site, outlet):
    allow(site, outlet)
    page = serve_page(outlet, "/")
    feed = serve(outlet, "/feed", NEWS)
    outlet.expect_request("/rss.xml").respond_with_data("", status=302, headers={"Location": feed})

    assert len(site.json("feeds", "check", page)["feeds"]) == 1


def serve_page_of_feeds(site, outlet: HTTPServer, number: int) -> str:
    """A page that names so many feeds, none of which is there."""
    allow(site, outlet)
    names = (f'<link rel="alternate" type="application/rss+xml" href="/f{n}.xml">' for n in range(1, number + 1))
    return serve_page(outlet, "/", "".join(names))


def test_whoever_waits_for_many_feeds_of_a_page_is_told_which_are_asked(site, outlet):
    """Each may take half a minute."""
    page = serve_page_of_feeds(site, outlet, 3)
    good = serve(outlet, "/f2.xml", NEWS)

    told = site.run("feeds", "check", page).err.splitlines()

    assert told[0] == f"Asking {page} …"
    assert told[1:4] == [f"Asking {outlet.url_for(f'/f{n}.xml')} …" for n in (1, 2, 3)]
    assert sorted(line.partition(":")[0] for line in told[4:]) == ["1 of 3", "2 of 3", "3 of 3"]
    assert any(line.endswith(f"{good} has answered.") for line in told)


def test_a_program_is_told_nothing_but_the_answer(site, outlet):
    page = serve_page_of_feeds(site, outlet, 3)
    serve(outlet, "/f2.xml", NEWS)

    answer = site.run("feeds", "check", page, "--json")

    assert (answer.err, answer.json["all_tried"]) == ("", True)


def test_of_a_page_that_names_very_many_feeds_the_first_twelve_are_tried_and_that_is_said(site, outlet):
    page = serve_page_of_feeds(site, outlet, 13)
    serve(outlet, "/f12.xml", NEWS)
    serve(outlet, "/f13.xml", NEWS)

    answer = site.run("feeds", "check", page)
    facts = site.json("feeds", "check", page)

    assert f"{page} names many feeds; its first 12 are tried." in answer.err
    assert "(of those it names, the first 12 were tried)" in answer.out
    assert ([feed["url"] for feed in facts["feeds"]], facts["all_tried"]) == ([outlet.url_for("/f12.xml")], False)
    assert len(facts["failed"]) == 11


def test_where_none_of_very_many_feeds_can_be_read_the_first_reasons_are_enough(site, outlet):
    answer = site.run("feeds", "check", serve_page_of_feeds(site, outlet, 30))

    assert answer.status == 1
    assert "none of the first 12 can be read" in answer.last_line
    assert answer.last_line.count("answered 500") + answer.last_line.count("answered 404") == 3
    assert answer.last_line.endswith("The other 9 failed too.")


CHALLENGE = "<!doctype html><html><title>Just a moment...</title><body>Checking your browser</body></html>"


@pytest.mark.parametrize(
    ("answered", "said"),
    [
        ((404, "", "text/plain"), "404"),
        ((403, "", "text/html"), "403"),
        ((200, CHALLENGE, "text/html"), "challenge"),
        ((200, "<html><head></head><body>Hello</body></html>", "text/html"), "names no feed"),
        ((200, '<link rel="alternate" type="application/rss+xml" href="/none">', "text/html"), "none can be read"),
        ((200, "hello", "text/plain"), "holds no entries that can be read"),
        ((200, "", "application/rss+xml"), "nothing at all"),
        ((200, "{}", "application/json"), "JSON"),
    ],
)
def test_an_address_without_a_feed_ends_as_a_sentence(site, outlet, answered, said):
    allow(site, outlet)
    status, body, kind = answered
    outlet.expect_request("/here").respond_with_data(body, status=status, content_type=kind)

    answer = site.run("feeds", "check", outlet.url_for("/here"))

    assert answer.status == 1
    assert said in answer.last_line
    assert "unforeseen" not in answer.last_line


@pytest.mark.parametrize("url", ["http://[::1", "https://", "ftp://ledger.example/feed", "ledger example", "", "?"])
def test_an_address_that_is_none_ends_as_a_sentence(site, url):
    answer = site.run("feeds", "check", url)

    assert answer.status == 1
    assert "unforeseen" not in answer.last_line


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("http://[::1", "'http://[::1'"),
        ("https://", "'https://'"),
        ("x:99999", "'x:99999'"),
        ("http://ana:hush@[::1", "The address"),
        ("", "The address"),
    ],
)
def test_an_address_that_nobody_could_ask_is_told_in_words_of_our_own(site, url, shown):
    answer = site.run("feeds", "check", url)

    assert answer.last_line == (
        f"{shown} is no web address that can be asked. Write it like 'https://www.example.org/feed.xml'."
    )


def test_a_private_address_is_not_looked_at(site, outlet):
    """A page may name the router as its feed."""
    serve(outlet, "/feed", NEWS)

    answer = site.run("feeds", "check", outlet.url_for("/feed"))

    assert answer.status == 1
    assert "private" in answer.last_line
    assert outlet.log == []


def test_checking_a_feed_needs_no_site_and_leaves_nothing(site, capsys):
    path = site.write_feed("ledger", NEWS)
    site.config.unlink()
    before = sorted(site.folder.rglob("*"))

    status = main(["feeds", "check", str(path.relative_to(site.folder)), "--now", NOON, "--json"])

    assert status == 0
    assert json.loads(capsys.readouterr().out)["feeds"][0]["entries"] == 2
    assert sorted(site.folder.rglob("*")) == before


def test_a_site_without_feeds_may_look_for_its_first(site, outlet):
    allow(site, outlet)

    assert site.run("feeds", "check", serve(outlet, "/feed", NEWS)).status == 0


def test_a_configuration_that_is_named_and_not_there_is_told(site):
    site.config.unlink()

    answer = site.run("feeds", "check", "https://ledger.example")

    assert (answer.status, "no configuration file" in answer.last_line) == (2, True)
