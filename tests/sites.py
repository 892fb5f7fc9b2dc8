"""A whole site in a folder, worked through the command line as an operator would."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from pathlib import Path

from newsletter.cli import main

#: Friday 20 November 2026, 05:00 in New York: the cut-off of 2026-W47.
CUT_OFF = "2026-11-20T05:00:00-05:00"

CONFIG = """
[publication]
from_address = "letter@news.example.org"
base_url = "https://news.example.org"
postal_address = "1 Printing House Square, Springfield"
"""


@dataclass(frozen=True)
class Answer:
    """What a verb answered."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> dict:
        return json.loads(self.out)

    @property
    def last_line(self) -> str:
        return self.err.strip().splitlines()[-1]


class Site:
    """A folder with a configuration, feeds and a list."""

    def __init__(self, folder: Path, capsys) -> None:
        self.folder = folder
        self._capsys = capsys

    @property
    def config(self) -> Path:
        return self.folder / "config.toml"

    @property
    def outbox(self) -> Path:
        return self.folder / "outbox"

    def run(self, *arguments: str) -> Answer:
        """One verb in this process."""
        self._capsys.readouterr()
        status = main([*arguments, "--config", str(self.config)])
        said = self._capsys.readouterr()
        return Answer(status, said.out, said.err)

    def json(self, *arguments: str) -> dict:
        """One verb that must succeed, as JSON."""
        answer = self.run(*arguments, "--json")
        assert answer.status == 0, answer.err + answer.out
        return answer.json

    def configure(self, more: str = "", *, feeds: Sequence[str] = ("ledger", "wire", "standard")) -> None:
        names = "".join(f'\n[[feeds]]\nurl = "feeds/{f}.xml"\noutlet = "The {f.title()}"\n' for f in feeds)
        self.config.write_text(CONFIG + more + names, encoding="utf-8")

    def write_feed(self, name: str, body: str | bytes) -> Path:
        path = self.folder / "feeds" / f"{name}.xml"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(body if isinstance(body, bytes) else body.encode())
        return path

    def write_list(self, *lines: str, name: str = "list.csv") -> Path:
        path = self.folder / name
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    def fill(self, *, subscribers: int = 3) -> None:
        """Three outlets that tell three events, and a list."""
        self.configure()
        for number, outlet in enumerate(("ledger", "wire", "standard")):
            items = [item(title, in_own_words(text, number), outlet=outlet, hours=number) for title, text in EVENTS]
            self.write_feed(outlet, rss(*items))
        people = [f"reader{n}@reader.example,Reader {n}" for n in range(1, subscribers + 1)]
        self.json("subscribers", "import", str(self.write_list("email,name", *people)))

    def approved(self, *, subscribers: int = 3) -> None:
        """A site with an approved issue of 2026-W47."""
        self.fill(subscribers=subscribers)
        self.json("collect", "--now", CUT_OFF)
        self.json("draft", "--week", "2026-W47")
        self.json("approve", "--editor", "ana")

    def messages(self) -> list[bytes]:
        return [path.read_bytes() for path in sorted(self.outbox.glob("*.eml"))]


EVENTS = (
    (
        "Senate passes the budget bill by 51 votes to 49",
        (
            "The Senate passed the annual budget bill on Tuesday by 51 votes to 49 after a night of debate. "
            "Senator Mara Ellison of Vermont cast the deciding vote for the budget. "
            "The bill now goes to the president, who has promised to sign it before the weekend."
        ),
    ),
    (
        "Supreme Court strikes down the river levee tax",
        (
            "The Supreme Court struck down the federal levee tax on Wednesday in a ruling of six justices to three. "
            "Justice Tobias Rourke wrote that Congress had given the river agency no power to tax. "
            "Eleven states had sued over the levee tax, which raised four billion dollars a year."
        ),
    ),
    (
        "Governor Halvorsen resigns after harbour contracts inquiry",
        (
            "Governor Ingrid Halvorsen of Oregon resigned on Thursday after an inquiry into harbour contracts. "
            "Investigators found that the governor's brother owned a dredging firm that won nine harbour contracts. "
            "Lieutenant Governor Pell takes the oath on Friday morning in Salem."
        ),
    ),
)


#: What each of three newsrooms adds, so that its text is its own. None of it stands alone, so none of it is printed.
OWN_WORDS = (
    "He was to say more of that at breakfast with a circle of reporters, before the doors were opened to others.",
    "They had thought so for months, aides to both of them added in the marble lobby as the lamps went out.",
    "It was the fourth time since spring, and she had counted each of them aloud for whoever cared to listen.",
)


def in_own_words(text: str, newsroom: int) -> str:
    """A text as one of three newsrooms, 0 to 2, would print it: the same words in all would be one voice."""
    return f"{text} {OWN_WORDS[newsroom]}"


def item(title: str, text: str, *, outlet: str, hours: int = 0, guid: str | None = None, day: int = 18) -> str:
    """One RSS item, told by an outlet some hours after the first."""
    published = format_datetime(datetime(2026, 11, day, 12, tzinfo=UTC) + timedelta(hours=hours))
    slug = "-".join(title.lower().split()[:4])
    return (
        f"<item><title>{escape(title)}</title><link>https://{outlet}.example/{slug}</link>"
        f'<guid isPermaLink="false">{guid or f"https://{outlet}.example/{slug}"}</guid><pubDate>{published}</pubDate>'
        f"<description>{escape(text)}</description></item>"
    )


def rss(*items: str, title: str = "News") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>{title}</title>'
        f"<link>https://news.example/</link><description>d</description>{''.join(items)}</channel></rss>"
    )
