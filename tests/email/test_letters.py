"""Rendered letters, reviewed as files: open a changed one in a browser before you accept it."""

import re
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from newsletter.domain.continuity import Continuity, Correction, Quiet, Since, Standing
from newsletter.domain.entry import Entry, EntryId, Kind, Lean, Licence
from newsletter.domain.issue import Issue
from newsletter.domain.override import OverrideKind
from newsletter.domain.sentence import Author, Sentence
from newsletter.domain.story import Story, StorylineId
from newsletter.domain.writer import WriterReport
from newsletter.draft.checks import check
from newsletter.draft.mail.reading import Page
from tests.builders import NOON, a_publication, a_story, an_entry, an_override
from tests.letters import TEMPLATES, an_issue, furniture, rendered

#: Outlet to its lean; The Crier is not rated.
OUTLETS = {
    "The Lantern": Lean.LEFT,
    "The Northlight": Lean.LEFT,
    "The Wire": Lean.CENTRE,
    "The Ledger": Lean.CENTRE,
    "The Standard": Lean.RIGHT,
    "The Crier": Lean.UNRATED,
}


def entry(outlet: str, title: str, text: str, *, hours: int = 0, **changes) -> Entry:
    slug = re.sub(r"\W+", "-", title.lower()).strip("-")
    return an_entry(
        f"{outlet}: {title}",
        outlet=outlet,
        lean=OUTLETS.get(outlet, Lean.UNRATED),
        title=title,
        content=text,
        url=f"https://{outlet.lower().replace(' ', '-')}.example/{slug}",
        at=NOON + timedelta(hours=hours),
        **changes,
    )


BUDGET = a_story(
    entry(
        "The Wire",
        "Senate passes the budget by 51 votes to 49",
        "WASHINGTON (The Wire) — The Senate passed the federal budget on Tuesday by 51 votes to 49.",
    ),
    entry(
        "The Ledger",
        "Budget clears Senate after nine hours of debate",
        "Senator Ada Grant of Ohio broke with her party and gave the budget its deciding vote.",
        hours=2,
    ),
    entry(
        "The Standard",
        "Spending bill goes to the president",
        "The budget raises spending on roads and bridges by a fifth over three years.",
        hours=5,
    ),
    entry("The Lantern", "What the Senate's budget leaves out", "Child care is missing.", hours=6, kind=Kind.OPINION),
    entry("The Northlight", "Senate sends budget to the president", "", hours=7),
)
RULING = a_story(
    entry(
        "The Northlight",
        "Supreme Court blocks the ban on camps in city parks",
        "The Supreme Court blocked on Wednesday a law that bans camps in the parks of large cities.",
    ),
    entry(
        "The Standard",
        "Justices halt ban on park camps, 6 to 3",
        "Three justices dissented from the order on the ban and called it a burden on cities.",
        hours=1,
    ),
)
TREATY = a_story(
    entry(
        "The Crier",
        "Prime ministers sign a treaty on river water",
        "The prime ministers of both countries signed a treaty on Thursday that divides the water of three rivers.",
        licence=Licence.HEADLINE,
    )
)


def a_full_week() -> Issue:
    return an_issue(
        BUDGET,
        RULING,
        TREATY,
        overrides=[an_override(OverrideKind.NOTE, value="The budget took up the week.\n\nWrite to us & tell us more.")],
    )


def a_quiet_week() -> Issue:
    """One story, told by the one newsroom that mails this letter."""
    entry_ = entry(
        "The Lantern",
        "Council votes to keep the night bus",
        "The city council voted on Monday to keep the night bus for another year. "
        "Fares stay at two dollars, and the last bus leaves the station at three.",
    )
    return an_issue(a_story(entry_), publication=a_publication(tagline=""))


def a_week_of_long_and_of_right_to_left_names() -> Issue:
    long = entry(
        "The Consolidated Intelligencer of the Upper Peninsula and the Straits",
        "Commission of inquiry into the administration of the intercounty water-supply authorities' emergency "
        "procurement publishes its seven-hundred-page interim report",
        "The commission published its interim report on Friday and asked eleven authorities to answer it.",
    )
    hebrew = entry(
        "הארץ היום",
        'הכנסת אישרה את התקציב ברוב של 61 נגד 59 (NATO, "UN")',
        "הכנסת אישרה ביום שלישי את תקציב המדינה ברוב של שישים ואחד נגד חמישים ותשעה.",
    )
    return an_issue(a_story(long), a_story(hebrew))


INQUIRY = a_story(
    entry(
        "The Ledger",
        "Senate panel opens an inquiry into the budget office",
        "A panel of the Senate opened an inquiry on Thursday into how the budget office came to its figures.",
        hours=20,
    )
)
#: Its outlet gives no address.
PORTS = a_story(
    replace(
        entry(
            "The Crier",
            "Governors ask for more money for ports and inland waterways than the budget gives",
            "Eleven governors asked on Thursday for more money for ports.",
            hours=21,
        ),
        url="",
    )
)


def a_sentence(entry_: Entry, text: str, *, by: Author = Author.OUTLET) -> Sentence:
    quote = entry_.content.partition(" — ")[2] or entry_.content
    return Sentence(text=text, by=by, quote=quote, entry=entry_.id, outlet=entry_.outlet, url=entry_.url)


def a_week_that_goes_on() -> Issue:
    """A letter after others, partly written by a model."""
    wire, ledger, standard, *_ = BUDGET.entries
    justices = RULING.entries[1]
    return an_issue(
        BUDGET,
        RULING,
        TREATY,
        INQUIRY,
        PORTS,
        told=3,
        more={BUDGET.id: [INQUIRY, PORTS]},
        families=dict(OUTLETS) | {f"Outlet {n}": Lean.LEFT if n % 2 else Lean.RIGHT for n in range(20)},
        rated_by="Media Watch, 2026-01",
        written={
            BUDGET.id: (
                a_sentence(wire, "The Senate passed the federal budget by two votes.", by=Author.WRITER),
                a_sentence(ledger, "A senator of Ohio, Ada Grant, decided the vote.", by=Author.WRITER),
            )
        },
        writer=WriterReport(model="small", asked=3, written=1, unwritten=2, accepted=2),
        continuity=Continuity(
            since={
                BUDGET.id: Since(
                    standing=Standing.DEVELOPING, issue=29, weeks=1, changed=a_sentence(standard, standard.content)
                ),
                RULING.id: Since(
                    standing=Standing.BACK, issue=26, weeks=4, changed=a_sentence(justices, justices.content)
                ),
                TREATY.id: Since(standing=Standing.NEW),
            },
            quiet=(
                Quiet(storyline=StorylineId("levee"), headline="Court strikes down the river levee tax", issue=29),
                Quiet(storyline=StorylineId("harbour"), headline="Governor resigns over harbour contracts", issue=29),
            ),
            corrections=(
                Correction(
                    entry=wire.id,
                    outlet="The Wire",
                    url=wire.url,
                    text="Correction: An earlier version of this article gave the wrong number of hours of debate.",
                ),
                Correction(
                    entry=EntryId("levee-crier"),
                    outlet="The Crier",
                    url="",
                    text="This article was corrected to say that eleven states had sued, not twelve.",
                    issue=29,
                ),
            ),
        ),
    )


def with_a_side_that_hardly_told_it(issue: Issue) -> Issue:
    """The first story, said to be barely covered on the right: counts that carry this need dozens of newsrooms."""
    first, *others = issue.sections
    lead = replace(first.stories[0], under_covered=(Lean.RIGHT,))
    return replace(issue, sections=(replace(first, stories=(lead, *first.stories[1:])), *others))


def a_week_of_everything() -> Issue:
    """All that a letter can have."""
    return with_a_side_that_hardly_told_it(a_week_that_goes_on())


LETTERS = {
    letter.__name__: letter
    for letter in (a_full_week, a_quiet_week, a_week_of_long_and_of_right_to_left_names, a_week_of_everything)
}


class Html(SingleFileSnapshotExtension):
    """One page a snapshot, to be opened in a browser."""

    _write_mode = WriteMode.TEXT
    file_extension = "html"


class Text(SingleFileSnapshotExtension):
    """One text part a snapshot."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.fixture(params=LETTERS)
def letter(request) -> Issue:
    return LETTERS[request.param]()


def test_the_page(letter, snapshot):
    assert rendered(letter).html.decode() == snapshot(extension_class=Html)


def test_the_text(letter, snapshot):
    assert rendered(letter).text.decode() == snapshot(extension_class=Text)


def test_nothing_stops_it(letter):
    """A snapshot never holds a promise alone."""
    failed = [c for c in check(letter, rendered(letter), furniture=furniture) if c.blocking and not c.ok]

    assert failed == []


def test_it_can_be_read_aloud(letter):
    """One first heading, no level left out, a language, a direction, and tables that are only layout."""
    html = rendered(letter).html.decode()

    levels = [int(level) for level in re.findall(r"<h(\d)", html)]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert '<html lang="en" dir="ltr"' in html
    assert "<title>" in html
    assert html.count("<table") == html.count('<table role="presentation"')


def test_its_links_within_the_page_lead_to_its_stories(letter):
    page = Page(rendered(letter).html.decode())

    within = [link[1:] for link in page.links if link.startswith("#")]

    anchors = [told.anchor for told in letter.told()]
    assert within == (anchors if len(anchors) > 2 else [])
    assert set(anchors) <= page.places


def test_it_says_its_preheader_once(letter):
    html = rendered(letter).html.decode()

    assert html.count('class="hidden"') == 1
    assert letter.preheader.split(";")[0][:30] in Page(html).words


def test_the_publications_language_turns_the_page():
    hebrew = rendered(an_issue(TREATY, BUDGET, publication=a_publication(language="he"))).html.decode()

    assert '<html lang="he" dir="rtl"' in hebrew


def colours(name: str) -> dict[str, str]:
    source = (TEMPLATES / "email" / "issue.html.j2").read_text(encoding="utf-8")
    block = re.search(rf"set {name} = {{(.*?)}} %", source, re.DOTALL)
    assert block
    return dict(re.findall(r'"(\w+)": "(#[0-9a-f]{6})"', block[1]))


def contrast(one: str, other: str) -> float:
    """As WCAG 2.2 defines it, 1 to 21."""

    def luminance(colour: str) -> float:
        channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("text", ["ink", "soft", "accent"])
@pytest.mark.parametrize("ground", ["paper", "wash", "desk"])
def test_text_can_be_told_from_its_ground(scheme, text, ground):
    named = colours(scheme)

    assert contrast(named[text], named[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_bar_of_coverage_can_be_told_from_its_empty_part(scheme):
    """Three to one is asked of graphics; the words beside it say the same."""
    named = colours(scheme)

    assert contrast(named["accent"], named["void"]) >= 3


def test_a_full_week_stays_far_below_what_mail_programs_clip():
    def story(n: int) -> Story:
        return a_story(
            *(
                entry(
                    outlet,
                    f"Senate passes bill {n} on a matter that takes a long headline to tell, {n} to 4",
                    f"The {outlet} reported that bill {n} passed the Senate on day {m} with a good many words said "
                    f"about item {m * 7 + n} and the committee of {outlet.lower()} that had drafted it.",
                    hours=m,
                )
                for m, outlet in enumerate(OUTLETS)
            )
        )

    issue = an_issue(*(story(n) for n in range(14)))

    size = next(c for c in check(issue, rendered(issue), furniture=furniture) if c.name == "size")

    assert int(size.figure.split()[0]) <= 80
