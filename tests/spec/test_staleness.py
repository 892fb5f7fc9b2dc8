"""Before a letter is approved, and before its first message, its sources are looked at once more."""

import gzip
import json
from collections.abc import Callable, Iterator
from html import escape

import pytest

from newsletter import wiring
from newsletter.cli.approving import looking_again
from newsletter.config import load
from newsletter.domain.errors import Refused
from newsletter.domain.issue import Status, StoredIssue
from newsletter.pipeline import sending
from tests.outlets import Page, Request, Server, response, serving
from tests.sites import CONFIG, CUT_OFF, EVENTS, Answer, Site, item, rss

(BUDGET, BUDGET_TEXT), *OTHERS = EVENTS
LET_STAND = ("--override", "sources-changed", "--because", "only the title")


class Desk:
    """A drafted letter of one outlet's three pieces, and what the outlet does to them afterwards."""

    def __init__(self, site: Site, server: Server) -> None:
        self.site = site
        self.server = server
        self.configure()
        self.publish()
        people = [f"reader{n}@reader.example,Reader {n}" for n in (1, 2, 3)]
        site.json("subscribers", "import", str(site.write_list("email,name", *people)))
        site.json("collect", "--now", CUT_OFF)
        self.draft()
        server.asked.clear()

    def configure(self, *, full_text: str = "feed", licence: str = "excerpt", timeout: float = 5) -> None:
        self.site.config.write_text(
            f'{CONFIG}\n[collect]\npause = 0\ntimeout = {timeout}\nmax_bytes = 200_000\nfull_text = "{full_text}"\n'
            f'[web]\nallow_private_feeds = ["{self.server.place}"]\n'
            f'[[feeds]]\nurl = "{self.server.url("/feed.xml")}"\noutlet = "The Ledger"\nlicence = "{licence}"\n',
            encoding="utf-8",
        )

    def piece(self, title: str = BUDGET, text: str = BUDGET_TEXT, *, of: str = BUDGET) -> str:
        """One of the pieces, as it is or as its outlet changes it."""
        path = f"/{of.split(maxsplit=1)[0].lower()}"
        piece = item(title, text, outlet="ledger", guid=f"urn:ledger:{path}:1")
        return piece.replace(f"https://ledger.example/{'-'.join(title.lower().split()[:4])}", self.server.url(path))

    def publish(self, first: str | None = None, *others: str) -> None:
        """Lay the feed at its address, with another first piece than was drafted, or other pieces besides."""
        pieces = [first or self.piece(), *(self.piece(title, text, of=title) for title, text in OTHERS), *others]
        self.server.pages["/feed.xml"] = response(200, rss(*pieces).encode())

    def answer(self, page: Page, path: str = "/feed.xml") -> None:
        self.server.pages[path] = page

    def draft(self) -> None:
        self.site.json("draft", "--week", "2026-W47")

    def approve(self, *options: str) -> Answer:
        return self.site.run("approve", "--editor", "ana", *options)

    def approved(self) -> None:
        assert self.approve().status == 0
        self.server.asked.clear()

    def send(self, *options: str) -> Answer:
        return self.site.run("send", *options)

    def status(self) -> dict:
        return self.site.json("status")

    def check(self, name: str = "sources-changed") -> dict:
        """A check, as ``preview`` shows it."""
        self.site.json("preview", "--out", str(self.site.folder / "preview"))
        document = json.loads((self.site.folder / "preview" / "issue.json").read_text(encoding="utf-8"))
        (found,) = [check for check in document["checks"] if check["name"] == name]
        return found

    def asked(self, path: str = "/feed.xml") -> int:
        return len(self.server.asked_for(path))


@pytest.fixture
def desk(site: Site) -> Iterator[Desk]:
    with serving() as server:
        yield Desk(site, server)


def retitled(desk: Desk) -> str:
    return desk.piece("Senate passes the budget bill by 52 votes to 48")


def corrected(desk: Desk) -> str:
    return desk.piece(
        text=f"{BUDGET_TEXT}\n\nCorrection: An earlier version of this article misstated the senator's state."
    )


def taken_back(desk: Desk) -> str:
    return desk.piece(text=f"This story has been retracted by its editors. {BUDGET_TEXT}")


def taken_back_in_its_title(desk: Desk) -> str:
    return desk.piece(f"RETRACTED: {BUDGET}")


def marked_as_corrected(desk: Desk) -> str:
    return desk.piece(f"CORRECTED - {BUDGET}")


def rewritten(desk: Desk) -> str:
    return desk.piece(text="The Senate rejected the annual budget bill on Tuesday. " * 8)


CHANGES: dict[Callable[[Desk], str], str] = {
    retitled: "has changed the title",
    corrected: "has corrected",
    taken_back: "has taken back",
    taken_back_in_its_title: "has taken back",
    marked_as_corrected: "has corrected",
    rewritten: "no longer says",
}


@pytest.mark.parametrize("change", CHANGES)
def test_nothing_is_approved_of_which_a_piece_is(desk: Desk, change: Callable[[Desk], str]):
    desk.publish(change(desk))

    refused = desk.approve()

    assert refused.status == 1
    assert f"The Ledger {CHANGES[change]}" in refused.last_line
    assert desk.server.url("/senate") in refused.last_line
    assert "draft again" in refused.last_line
    assert "--override sources-changed --because TEXT" in refused.last_line
    assert desk.status()["status"] == "draft"


@pytest.mark.parametrize("change", [retitled, corrected, taken_back])
def test_nothing_is_sent_of_which_a_piece_was_changed_after_the_approval(desk: Desk, change: Callable[[Desk], str]):
    """A letter is often approved in the evening and sent in the morning."""
    desk.approved()
    desk.publish(change(desk))

    held = desk.send()

    assert held.status == 1
    assert f"The Ledger {CHANGES[change]}" in held.last_line
    assert desk.status()["status"] == "held"
    assert desk.status()["recipients"] == 0
    assert f"The Ledger {CHANGES[change]}" in desk.status()["reason"]
    assert desk.site.messages() == []


def test_a_changed_title_is_told_with_the_old_and_the_new_one(desk: Desk):
    desk.publish(retitled(desk))

    said = desk.approve().last_line

    assert f"“{BUDGET}” to “Senate passes the budget bill by 52 votes to 48”" in said


@pytest.mark.parametrize(
    "title",
    [
        f"{BUDGET} | The Ledger",
        f"{BUDGET} - The Ledger",
        BUDGET.upper(),
        BUDGET.replace(" ", "  "),
    ],
)
def test_a_title_that_is_only_set_otherwise_has_not_changed(desk: Desk, title: str):
    desk.publish(desk.piece(title))

    assert desk.approve().status == 0


def test_what_has_not_changed_is_approved_and_sent_without_a_word(desk: Desk):
    approved = desk.approve("--json")
    sent = desk.send("--json")

    assert (approved.status, sent.status) == (0, 0)
    assert "Warning" not in approved.out + approved.err + sent.out + sent.err
    assert desk.check()["ok"]
    assert desk.check("sources-not-seen")["ok"]
    assert len(desk.site.messages()) == 3


def test_what_collecting_has_found_out_since_the_draft_counts_although_the_feed_is_unchanged_since(desk: Desk):
    desk.publish(retitled(desk))
    desk.site.json("collect")

    assert "has changed the title" in desk.approve().last_line


def test_drafting_again_is_a_way_out(desk: Desk):
    desk.approved()
    desk.publish(retitled(desk))
    desk.send()
    desk.site.json("collect")

    desk.draft()

    assert desk.approve().status == 0
    assert desk.send().status == 0


def test_a_changed_piece_that_the_letter_does_not_print_from_is_of_no_interest(desk: Desk):
    desk.publish(None, desk.piece("Otters settle beside the harbour", "Otters were seen.", of="Otters"))

    assert desk.approve().status == 0


# --- what an editor lets stand --------------------------------------------------------------------------------------


def test_an_editor_lets_a_change_stand_with_a_reason_that_is_kept(desk: Desk):
    desk.publish(retitled(desk))

    approved = desk.approve(*LET_STAND)

    assert approved.status == 0, approved.err
    assert desk.status()["overridden"] == {"sources-changed": "only the title"}
    assert not desk.check()["ok"]
    assert desk.send().status == 0


def test_what_was_let_stand_does_not_hold_the_letter_again_but_what_is_new_does(desk: Desk):
    desk.publish(retitled(desk))
    desk.approve(*LET_STAND)
    desk.publish(taken_back(desk))

    held = desk.send()

    assert held.status == 1
    assert "has taken back" in held.last_line


def test_a_held_letter_is_sent_with_an_override(desk: Desk):
    desk.approved()
    desk.publish(retitled(desk))
    desk.send()

    sent = desk.send(*LET_STAND)

    assert sent.status == 0, sent.err
    assert desk.status()["overridden"] == {"sources-changed": "only the title"}
    assert len(desk.site.messages()) == 3


def test_an_approved_letter_is_sent_with_an_override_at_the_first_try(desk: Desk):
    desk.approved()
    desk.publish(retitled(desk))

    assert desk.send(*LET_STAND).status == 0
    assert desk.status()["overridden"] == {"sources-changed": "only the title"}


def test_a_held_letter_is_released_with_a_reason_and_sent_as_it_was_approved(desk: Desk):
    desk.approved()
    desk.publish(retitled(desk))
    desk.send()

    released = desk.site.json("release", "--because", "we say fifty-one")

    assert released["status"] == desk.status()["status"] == "approved"
    assert desk.status()["overridden"] == {"sources-changed": "we say fifty-one"}
    assert desk.send().status == 0


def test_a_held_letter_stays_held_whatever_is_run_until_an_editor_decides(desk: Desk):
    desk.approved()
    desk.publish(retitled(desk))
    desk.send()
    desk.publish()

    again, approved = desk.send(), desk.approve()

    assert (again.status, approved.status) == (1, 1)
    assert "has changed the title" in again.last_line
    assert "newsletter release" in approved.last_line
    assert desk.status()["status"] == "held"
    assert desk.site.messages() == []


def test_a_released_letter_is_held_again_for_what_is_new(desk: Desk):
    desk.approved()
    desk.publish(retitled(desk))
    desk.send()
    desk.site.json("release", "--because", "we say fifty-one")
    desk.publish(desk.piece("Senate rejects the budget bill"))

    held = desk.send()

    assert held.status == 1
    assert "Senate rejects the budget bill" in held.last_line


def test_only_a_held_letter_is_released(desk: Desk):
    said = desk.site.run("release", "--because", "why not")

    assert (said.status, said.last_line) == (1, "Issue 1 is draft and not held, so there is nothing to release.")


def test_no_other_check_is_overridden_at_a_send(desk: Desk):
    desk.approved()

    said = desk.send("--override", "size", "--because", "a double issue")

    assert said.status == 1
    assert "There is no check 'size' before a send" in said.last_line


# --- only before the first message ----------------------------------------------------------------------------------


def test_a_letter_on_its_way_is_never_held(desk: Desk):
    """Half a list with one letter and half with none helps nobody."""
    desk.approved()
    desk.send()
    desk.server.asked.clear()
    desk.publish(taken_back(desk))
    with wiring.backends(load(desk.site.config)) as backends:
        backends.issues.set_status(1, Status.SENDING, expected=[Status.SENT])

    again = desk.send()

    assert again.status == 0, again.err
    assert desk.asked() == 0


def test_a_letter_that_is_sent_asks_nobody_again(desk: Desk):
    desk.approved()
    desk.send()
    desk.server.asked.clear()

    desk.send()

    assert desk.server.asked == []


def test_nobody_is_asked_about_a_letter_that_nobody_would_get(desk: Desk):
    desk.approved()
    for n in (1, 2, 3):
        desk.site.json("subscribers", "remove", f"reader{n}@reader.example")

    assert desk.send().status == 1
    assert desk.asked() == 0


def test_one_who_drafts_anew_during_the_look_is_not_overtaken(desk: Desk):
    desk.approved()
    with wiring.backends(load(desk.site.config)) as backends:
        issue = backends.issues.get(1)
        assert issue is not None
        look = looking_again(load(desk.site.config), backends)

        def while_another_drafts(looked_at: StoredIssue):
            backends.issues.save_draft(issue)
            return look(looked_at)

        with pytest.raises(Refused, match="not what was approved any more"):
            sending.send(backends, issue, look_again=while_another_drafts)

    assert desk.site.messages() == []


# --- what cannot be seen only warns ---------------------------------------------------------------------------------


def dripping(_: Request) -> Iterator[bytes | None]:
    import time

    yield b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Length: 100000\r\n\r\n<rss"
    for _second in range(8):
        time.sleep(0.5)
        yield b" "


UNSEEN: dict[str, Page] = {
    "cannot answer now": response(503, Retry_After="60"),
    "has trouble": response(500),
    "is missing": response(404),
    "is gone": response(410),
    "wants to be asked less": response(429, Retry_After="600"),
    "hangs up": [None],
    "is a bomb": response(200, gzip.compress(b"<rss>" + b" " * 5_000_000), Content_Encoding="gzip"),
    "is garbage": response(200, bytes(range(256)) * 40),
    "is a web page": response(200, b"<!doctype html><title>Sign in</title>", Content_Type="text/html"),
    "is cut off": response(200, b"<rss version='2.0'><channel><item><title>" + b"<b>" * 9_000),
    "is slow": dripping,
}


@pytest.mark.parametrize("page", UNSEEN.values(), ids=UNSEEN)
def test_a_letter_goes_on_with_a_warning_where_a_feed(desk: Desk, page: Page):
    desk.configure(timeout=2)
    desk.answer(page)

    approved = desk.approve()

    assert approved.status == 0, approved.err
    assert "Warning: sources-not-seen. " in approved.out
    assert "The Ledger" in approved.out
    assert "Traceback" not in approved.err
    assert not desk.check("sources-not-seen")["ok"]
    assert desk.send().status == 0


def test_an_entry_that_rolled_off_its_feed_is_a_warning(desk: Desk):
    desk.answer(response(200, rss(*(desk.piece(title, text, of=title) for title, text in OTHERS)).encode()))

    approved = desk.approve()

    assert approved.status == 0
    assert f"“{BUDGET}” of The Ledger is no longer in its feed" in approved.out


def test_a_feed_that_is_configured_no_more_is_a_warning(desk: Desk):
    other = f'\n[[feeds]]\nurl = "{desk.server.url("/other.xml")}"\noutlet = "The Other"\n'
    desk.site.config.write_text(desk.site.config.read_text(encoding="utf-8").partition("[[feeds]]")[0] + other)

    approved = desk.approve()

    assert approved.status == 0
    assert "is not in the configuration any more" in approved.out
    assert desk.server.asked == []


def test_a_site_that_wants_to_be_asked_less_is_left_alone_from_then_on(desk: Desk):
    desk.answer(response(429, Retry_After="600"))
    desk.approve()
    desk.server.asked.clear()

    sent = desk.send()

    assert sent.status == 0
    assert "wants to be asked less" in sent.out
    assert desk.server.asked == []


def test_of_many_entries_of_one_feed_it_is_asked_once(desk: Desk):
    assert desk.approve().status == 0

    assert len(desk.site.json("status")["checks"]) >= 2
    assert "3 sources" in desk.check()["figure"]
    assert desk.asked() == 1


def test_a_feed_is_asked_only_for_what_has_changed(desk: Desk):
    desk.answer(response(200, rss(desk.piece(), *(desk.piece(t, x, of=t) for t, x in OTHERS)).encode(), ETag='"1"'))
    desk.site.json("collect")
    desk.answer(response(304))
    desk.server.asked.clear()

    approved = desk.approve()

    assert approved.status == 0
    assert "Warning" not in approved.out
    assert [request.headers["if-none-match"] for request in desk.server.asked_for("/feed.xml")] == ['"1"']


def test_feeds_on_disk_are_read_again_too(site: Site):
    site.approved()
    site.write_feed("ledger", rss(item(f"RETRACTED: {BUDGET}", BUDGET_TEXT, outlet="ledger", guid="x"), title="L"))
    ledger = (site.folder / "feeds" / "ledger.xml").read_text(encoding="utf-8")
    guid = "https://ledger.example/senate-passes-the-budget"
    site.write_feed("ledger", ledger.replace(">x<", f">{guid}<").replace("/retracted:-senate-passes-the", "/s"))

    held = site.run("send")

    assert held.status == 1
    assert "has taken back" in held.last_line


# --- pages, where they are read -------------------------------------------------------------------------------------

HTML = "text/html; charset=utf-8"


def article(title: str, *paragraphs: str) -> bytes:
    told = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    page = f"<!doctype html><html><head><title>{escape(title)}</title></head><body><article><h1>{escape(title)}</h1>"
    return response(200, f"{page}{told}</article></body></html>".encode(), Content_Type=HTML)


@pytest.fixture
def pages(desk: Desk) -> Desk:
    """The desk, with pages read and all three of them there."""
    pytest.importorskip("protego")
    pytest.importorskip("trafilatura")
    desk.configure(full_text="page")
    for title, text in EVENTS:
        desk.answer(article(title, *text.split(". ")), f"/{title.split()[0].lower()}")
    return desk


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_is_gone_holds_the_letter(pages: Desk, status: int):
    pages.answer(response(status), "/senate")

    refused = pages.approve()

    assert refused.status == 1
    assert f"has taken down the page of “{BUDGET}”, which answers {status}" in refused.last_line
    assert pages.asked("/senate") == 1


def test_a_page_that_says_that_it_was_taken_back_holds_the_letter(pages: Desk):
    pages.answer(article(BUDGET, "This story has been removed.", *BUDGET_TEXT.split(". ")), "/senate")

    assert "has taken back" in pages.approve().last_line


def test_pages_that_stand_pass_without_a_word(pages: Desk):
    approved = pages.approve()

    assert approved.status == 0, approved.err
    assert "Warning" not in approved.out
    assert pages.asked("/senate") == 1


@pytest.mark.parametrize("status", [401, 403, 500, 503])
def test_a_page_that_cannot_be_had_is_a_warning(pages: Desk, status: int):
    pages.answer(response(status), "/senate")

    approved = pages.approve()

    assert approved.status == 0
    assert f"answered {status}" in approved.out


def test_a_page_that_is_not_for_programs_is_not_asked_for(pages: Desk):
    pages.answer(response(200, b"User-agent: *\nDisallow: /senate\n"), "/robots.txt")
    pages.answer(response(404), "/senate")

    assert pages.approve().status == 0
    assert pages.asked("/senate") == 0


def test_no_page_is_asked_for_of_an_outlet_that_is_printed_by_its_headline(pages: Desk):
    pages.configure(full_text="page", licence="headline")
    pages.site.json("collect", "--now", CUT_OFF)
    pages.draft()
    pages.server.asked.clear()
    pages.answer(response(404), "/senate")

    assert pages.approve().status == 0
    assert pages.asked("/senate") == 0


def test_no_page_is_asked_for_where_only_feeds_are_read(desk: Desk):
    assert desk.approve().status == 0
    assert desk.asked("/senate") == desk.asked("/robots.txt") == 0
