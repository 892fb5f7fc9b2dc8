# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""What sort of piece an entry is, in American and British usage; and what only looks like it."""

import pytest

from newsletter.collect.reading.kinds import kind_of
from newsletter.domain.entry import Kind

PLAIN = "https://ledger.example/politics/budget"
#: Each is an address, a title, or a title with categories.
Case = tuple[str, str, tuple[str, ...]]


def titled(*titles: str) -> list[Case]:
    return [(PLAIN, title, ()) for title in titles]


def at(*paths: str) -> list[Case]:
    return [(f"https://ledger.example/{path}", "Senate passes the budget", ()) for path in paths]


def filed(*categories: str) -> list[Case]:
    return [(PLAIN, "Senate passes the budget", ("Politics", category)) for category in categories]


SPONSORED = [
    *at(
        "sponsored/2026/acme-on-bridges",
        "brandlab/acme-on-bridges",
        "us/ad/acme-on-bridges",
        "paid-post/acme/bridges",
        "partner-content/bridges",
        "brand-studio/acme/bridges",
        "advertorial/bridges",
        "ad-features/bridges",
        "business/sponsored-content/bridges",
    ),
    *titled(
        "Sponsored: How to choose a pension",
        "SPONSORED CONTENT | How to choose a pension",
        "[Sponsored] How to choose a pension",
        "How to choose a pension (sponsored)",
        "Paid post: The bridge of tomorrow",
        "Partner content: The bridge of tomorrow",
        "Advertisement feature: A holiday in the hills",
        "The bridge of tomorrow | Paid for by Acme",
        "The bridge of tomorrow — presented by Acme Steel",
        "Presented by Acme Steel: the bridge of tomorrow",
        "In partnership with Acme: the bridge of tomorrow",
        "A message from our sponsor",
        "The bridge of tomorrow – advertorial",
    ),
    *filed("Sponsored", "Sponsored Content", "Advertorial", "Paid Post", "Partner content", "Brand Studio", "Promoted"),
]
NOT_SPONSORED = [
    *titled(
        "Sponsored bill passes the Senate",
        "Bill sponsored by Senator Lee passes",
        "Sponsored migration falls by half",
        "Amendment presented by the minority fails",
        "Trip paid for by donors, filings show",
        "Ad campaign against the levy begins",
        "Ad spending passes $2bn",
        "Advertisement ban clears committee",
        "Promoted to general: the officer who refused",
        "Paid leave bill advances",
        "Partners in coalition fall out",
        "State-sponsored hackers named by ministers",
        "Brand new tunnel closes",
        "The visa route for sponsored workers: what changes",
        "Lobbyists sponsored the dinner",
        "Native title ruling: what the court said",
    ),
    *at("politics/sponsored-bill-passes", "politics/advertising-ban", "business/advertising/ban"),
    *filed("Sponsorship", "Advertising", "Campaign ads", "Partnerships"),
]

NEWSLETTERS = [
    *at(
        "newsletters/2026/11/18/the-week",
        "newsletter/politics-weekly",
        "us/newsletters/playbook/shutdown",
        "world/morning-briefing-budget-vote",
        "news/thursday-briefing-budget-vote",
        "politics/weekly-roundup",
    ),
    *titled(
        "Newsletter: The week the budget passed",
        "Morning briefing: the budget passes",
        "Thursday briefing: What the budget means",
        "Your Friday Briefing",
        "Evening Briefing: the budget passes",
        "Morning Mail: the budget passes",
        "Afternoon Update: the budget passes",
        "London Playbook: Budget day",
        "First Edition: What the budget means",
        "The week in review: budget, bridges, ballots",
        "The budget passes | Newsletter",
        "Daily digest – 18 November",
        "Politics newsletter: budget day",
    ),
    *filed("Newsletter", "Newsletters", "Morning Briefing", "Daily digest"),
]
NOT_NEWSLETTERS = [
    *titled(
        "Newsletter editor indicted",
        "Newsletter publishers sue over postal rates",
        "Ministers skip briefing on floods",
        "White House briefing turns heated",
        "Daily Mail: court throws out claim",
        "Daily Telegraph sale blocked",
        "Weekly jobless claims fall",
        "Evening Standard to close offices",
        "Morning of the vote: how it went",
        "Round-up of migrants halted by judge",
        "Digest of laws to be published",
        "Briefing room closed to reporters",
        "Mail voting expanded in Ohio",
        "Senate update to the ethics rules",
        "Playbook for a recount drafted",
        "First edition of the constitution sold",
    ),
    *at("politics/newsletter-editor-indicted", "briefing-room/statements/budget", "politics/daily-mail-loses"),
    *filed("Briefing", "Media", "Press briefings"),
]

OPINION = [
    *at(
        "opinion/2026/budget",
        "us/commentary/budget",
        "editorials/budget",
        "commentisfree/2026/nov/18/budget",
        "analysis/budget",
        "news/op-ed/budget",
        "comment/budget",
        "letters/2026/budget",
        "politics/sketch/budget",
        "columnists/lee/budget",
        "opinion/live/budget",
    ),
    *titled(
        "Opinion: The budget is a gamble",
        "OPINION | The budget is a gamble",
        "Editorial – The budget is a gamble",
        "The budget is a gamble | Opinion",
        "Analysis: What the budget means",
        "News analysis: What the budget means",
        "ANALYSIS | What the budget means",
        "Letters to the editor",
        "Column: The budget is a gamble",
        "Our view: The budget is a gamble",
        "Political sketch: the Chancellor sits down",
        "Comment: the budget is a gamble",
    ),
    *filed(" Opinion ", "Op-Ed", "Commentary", "Analysis", "Letters", "Editorials", "Columnists"),
    (PLAIN, "Live: our columnists on the budget", ("Opinion",)),
]
NOT_OPINION = [
    *titled(
        "Opinion polls put the budget ahead",
        "Editorial board of The Standard resigns",
        "Column of smoke seen over the Capitol",
        "Analysis finds bridges unsafe",
        "Analysis of votes shows shift",
        "Half of bridges are unsafe, analysis shows",
        "Opinion of the court to be published Monday",
        "Commentary by minister draws rebuke",
        "Letters show minister knew",
        "Letter bomb sent to embassy",
        "Comment period on rule extended",
        "Columnist sues paper",
        "Ideas festival cancelled",
        "Perspective drawings of the new chamber shown",
        "View from the bridge closed to traffic",
        "Sketch of suspect released",
    ),
    *at("courts/opinion", "courts/supreme-court-opinion"),
    *filed("Supreme Court opinions", "Opinion polls", "Data analysis tools"),
]

FACT_CHECKS = [
    *at(
        "fact-check/2026/budget",
        "factcheck/budget",
        "politics/fact-checks/budget",
        "news/reality-check/budget",
        "bbcverify/budget",
        "truth-o-meter/budget",
    ),
    *titled(
        "Fact check: Did the budget cut schools?",
        "FACT CHECK | Did the budget cut schools?",
        "Fact-check: Did the budget cut schools?",
        "AP FACT FOCUS: The budget and schools",
        "Reality check: the budget and schools",
        "Fact-checking the president's speech",
        "Fact-checking what the president said",
        "Fact-checking Ana Lee's claims on schools",
        "We fact-checked the budget speech",
        "The budget and schools | Fact check",
        "BBC Verify: what the footage shows",
        "PolitiFact: the budget and schools",
    ),
    *filed("Fact Check", "Factcheck", "Fact-checking", "PolitiFact"),
    (PLAIN, "Did the budget cut schools?", ("Analysis", "Fact check")),
]
NOT_FACT_CHECKS = [
    *titled(
        "Fact-checkers laid off by platform",
        "Fact-checking site closes",
        "Fact-checking unit loses its funding",
        "Fact-checking ban by Meta upsets senators",
        "Fact-checking the internet is nobody's job, judge rules",
        "Meta fact-checking: senators ask for a hearing",
        "We fact-checked for ten years, says founder",
        "Platform ends fact checks",
        "Fact-finding mission leaves for the border",
        "Check your registration by Monday",
        "Reality television host elected",
        "Background check bill passes",
        "Inquiry checks facts for a year",
        "Verified accounts to be taxed",
        "Cheque fraud doubles",
        "Facts of the case are not in dispute, judge says",
        "Spot checks at the border begin",
        "Truth commission opens",
        "Minister denies he checked nothing",
    ),
    *at(
        "politics/fact-checkers-laid-off",
        "politics/meta-fact-checking",
        "politics/meta-ends-fact-check",
        "politics/fact-check-ban-upsets-senators",
    ),
    ("https://ledger.example/politics/meta-fact-checking", "Fact-checking ban by Meta upsets senators", ("Politics",)),
    *filed("Border checks", "Facts"),
]

LIVE = [
    *at(
        "us/live/2026/nov/17/budget",
        "politics/live-updates-budget",
        "news/live/uk-politics-1234",
        "politics/budget-live-blog-rcna1234",
        "politics/budget-as-it-happened",
        "uk-politics-live",
        "live-blog/budget",
    ),
    *titled(
        "Live: Senate votes on the budget",
        "Live updates: Senate votes on the budget",
        "LIVE | Senate votes on the budget",
        "Election results live: counts under way",
        "Senate votes on the budget – live",
        "Senate votes on the budget – UK politics live",
        "Senate votes on the budget – as it happened",
        "Election night live updates",
        "Budget day – live updates",
        "Live blog: budget day",
        "Politics live: budget day",
        "Senate vote live: latest updates",
        "Budget 2026 live: chancellor speaks",
        "Trump trial LIVE",
        "Ukraine war live: talks resume in Geneva",
        "State of the Union address live: president speaks to Congress",
        "Epstein files live: House votes on release",
        "Government shutdown live | Senate meets again",
        "US midterms live: polls close in Georgia",
        "Georgia runoff live",
        "Supreme Court live: justices hear tariff case",
        "Iowa caucuses live – first results are in",
        "Chancellor sits down – Budget 2026 live",
        "Texas floods live: governor speaks",
        "Confirmation hearing live",
        "Ukraine LIVE",
        "PMQs live: leaders clash over the levy",
        "Harris live: vice-president concedes",
    ),
    *filed("Live blog", "Liveblog", "Live updates", "Live coverage"),
]
NOT_LIVE = [
    *titled(
        "Live ammunition found in the Senate garage",
        "Live Nation sued by states",
        "Live animal exports to end",
        "Where veterans live: a map",
        "Most people live in cities, census finds",
        "Lives lost in flood rise to nine",
        "Minister to live in official flat",
        "Long live the filibuster, says leader",
        "Liveable cities fund cut",
        "Lively debate on the levy",
        "Court allows live broadcasts of hearings",
        "Alive and well, hostage says",
        "Deliver or leave, governor tells contractor",
        "Families live in fear of raids",
        "Living wage rises",
        "Where do refugees live",
        "Live Nation sued",
        "Lawmakers go live on air",
        "How Americans live: census in charts",
        "Half of veterans live: in the South",
        "Governor goes live: a broadcast that went wrong",
        "Saturday Night Live: senator plays himself",
        "Networks to air the debate live",
        "C-SPAN shows the hearing live",
        "Judge rules where felons may live",
        "Refugees live – and work – in one hotel",
        "Three in five live: inquiry counts survivors of the flood",
        "Radio 5 Live: presenter stands for parliament",
        "Facebook Live: council meeting interrupted",
        "Most migrants still live in camps",
        "Long live: how the filibuster survived",
        "The towns in which ministers live",
        "SENATE MOVES TO WHERE VOTERS LIVE",
        "A place to live",
    ),
    *at("politics/live-nation-sued", "politics/where-veterans-live"),
    *filed("Live music", "Living"),
]

MEDIA = [
    *at(
        "video/2026/budget",
        "news/av/world-123",
        "podcasts/politics-weekly/budget",
        "audio/2026/budget",
        "news/gallery/2026/budget",
        "world/in-pictures/budget",
        "watch/budget",
        "slideshow/budget",
    ),
    *titled(
        "Video: Senators clash over the budget",
        "WATCH: Senators clash over the budget",
        "Watch live: Senate hearing on the budget",
        "Listen: the budget explained",
        "Podcast: the budget explained",
        "Senators clash over the budget – video",
        "The budget explained – podcast",
        "Budget day – in pictures",
        "In pictures: budget day",
        "Photos: Budget day",
        "Senators clash over the budget [VIDEO]",
        "Budget day – video report",
        "Gallery: budget day",
    ),
    *filed("Podcasts", "Photo gallery", "In pictures"),
    (PLAIN, "Senators clash", ("Video", "Politics")),
]
NOT_MEDIA = [
    *titled(
        "Video shows officer firing twice",
        "Video game bill passes",
        "Watch commander suspended",
        "Watchdog: ministry broke rules",
        "Podcast host arrested at rally",
        "Listening devices found in embassy",
        "Audio of call released by court",
        "Photos of the classified folder shown to jury",
        "Gallery owner charged",
        "Pictures of minister on yacht lead to inquiry",
        "Photo ID law struck down",
        "Radio station fined over election advert",
        "Streaming levy rejected",
        "Body camera video of arrest released",
        "Film tax credit extended",
    ),
    *at("politics/video-shows-officer", "politics/podcast-host-arrested"),
    (PLAIN, "Senate passes the budget", ("Politics", "Video")),
]


def cases(*groups: tuple[Kind, list[Case]]) -> list[tuple[Kind, Case]]:
    return [(kind, case) for kind, found in groups for case in found]


@pytest.mark.parametrize(
    ("kind", "case"),
    cases(
        (Kind.SPONSORED, SPONSORED),
        (Kind.NEWSLETTER, NEWSLETTERS),
        (Kind.OPINION, OPINION),
        (Kind.FACT_CHECK, FACT_CHECKS),
        (Kind.LIVE, LIVE),
        (Kind.MEDIA, MEDIA),
    ),
)
def test_a_piece_says_what_it_is(kind: Kind, case: Case):
    assert kind_of(*case) is kind


@pytest.mark.parametrize(
    "case", [*NOT_SPONSORED, *NOT_NEWSLETTERS, *NOT_OPINION, *NOT_FACT_CHECKS, *NOT_LIVE, *NOT_MEDIA]
)
def test_what_a_title_tells_of_is_not_what_the_piece_is(case: Case):
    """News of sponsors, newsletters, opinions, checks, lives and videos is news."""
    assert kind_of(*case) is Kind.NEWS


def test_both_lists_are_long_enough_to_show_something():
    for found in (SPONSORED, NEWSLETTERS, OPINION, FACT_CHECKS, LIVE, MEDIA):
        assert len(found) >= 15
    for found in (NOT_SPONSORED, NOT_NEWSLETTERS, NOT_OPINION, NOT_FACT_CHECKS, NOT_LIVE, NOT_MEDIA):
        assert len(found) >= 15


@pytest.mark.parametrize(
    ("url", "title"),
    [
        (PLAIN, "Senate passes the budget"),
        ("https://opinion.example/politics/budget", "Senate passes the budget"),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_everything_else_is_news(url, title):
    assert kind_of(url, title) is Kind.NEWS


@pytest.mark.parametrize(
    "seed", ["(", "- ", "Live ", "a | ", "[", "sponsored by ", "fact check ", "fact-checking the ", "newsletter"]
)
def test_a_title_without_end_is_judged_at_once(seed):
    kind_of(PLAIN, (seed * 100_000)[:100_000])
