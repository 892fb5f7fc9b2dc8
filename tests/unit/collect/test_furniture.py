# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""Which single lines are furniture, and which look like it and are news."""

import pytest

from newsletter.collect.furniture.wording import furniture

FURNITURE = [
    # Newsletters, apps, podcasts, memberships
    "Subscribe to our free weekly newsletter!",
    "A week of political news in your in-box.",
    "We find the news you need to know, so you don't have to.",
    "We find the news you need to know, so you don’t have to.",
    "Sign up for The Morning Tally, our free daily email.",
    "Sign up here to get Statehouse Notes every Friday.",
    "Get breaking news alerts on your phone: download our app today.",
    "Download the Ledger app for live results on election night.",
    "The week in politics, in 20 minutes: listen to our podcast, Counting Room, wherever you get your podcasts.",
    "New episodes drop every Saturday.",
    "Become a member today and support independent journalism.",
    "Like what you read? Join the 4,000 readers who pay for it.",
    "Your gift today keeps our newsroom free for everyone.",
    "Did a friend forward you this? Get your own copy.",
    "Want the Senate vote count in your inbox before breakfast?",
    "CLICK HERE TO GET THE LEDGER APP",
    "Never miss a vote again: get the latest headlines delivered straight to you.",
    "Start your day with our morning briefing.",
    "Was this newsletter forwarded to you?",
    "Join now for the price of a cup of coffee a month.",
    "Make sure you subscribe to our YouTube channel.",
    "Watch the full episode below.",
    # Following and writing
    "Follow us on Facebook and X.",
    "Follow The Ledger on all your favorite platforms.",
    "Follow Ann Lee on Twitter: @annlee",
    "Find us on Instagram.",
    "Ann Lee can be reached at ann.lee@ledger.example.",
    "Send tips to tips@ledger.example.",
    "Got a tip? We want to hear from you.",
    # Pointers
    "Read more: How the filibuster works",
    "READ MORE",
    "Related: Five questions about the budget",
    "Watch: Senators spar over the budget",
    "WATCH: The dog that would not leave the chamber…",
    "(RELATED: The budget, explained)",
    "[Read more: The budget, explained]",
    "Click here to read the ruling.",
    "Continue reading the main story",
    "Read the full story here.",
    "Budget fight heads to the House Read more",
    "More on this story",
    "You may also like: Ten quiet towns to retire to",
    "https://ledger.example/politics/budget",
    "The ruling: https://courts.example/opinions/24-117.pdf",
    # Credits, tails, notes
    "Photo: Ann Lee / The Ledger",
    "(AP Photo/Ann Lee)",
    "Photograph by Ann Lee for The Ledger",
    "Ann Lee/Getty Images",
    "Image copyright Getty Images",
    "The speaker leaves the chamber on Tuesday. (Photo by Ann Lee/The Ledger)",
    "© 2026 The Ledger. All rights reserved.",
    "Copyright 2026 The Meridian Press Agency.",
    "This material may not be published, broadcast, rewritten or redistributed.",
    "The Associated Press contributed to this report.",
    "(Reporting by Ann Lee; Editing by Bo Park)",
    "Ann Lee contributed reporting from Albany.",
    "The post Senate passes budget appeared first on The Ledger.",
    "This article originally appeared in The Ledger.",
    "A version of this article appears in print on Page A1.",
    "The views expressed here are the author's own.",
    "This story has been updated.",
    "This is a developing story and will be updated.",
    "Editor's note: The headline was changed after publication.",
    "Correction: An earlier version of this article misspelled the senator's name.",
    "By Ann Lee, Staff Writer",
    "— Bo Park",
    # Walls, cookies, buttons
    "Already a subscriber? Log in.",
    "Subscribe to continue reading.",
    "You have reached your limit of free articles this month.",
    "This article is for subscribers only.",
    "We use cookies to improve your visit.",
    "By signing up, you agree to our terms of service.",
    "Please enable JavaScript to view the comments.",
    "Advertisement",
    "ADVERTISEMENT",
    "Story continues below advertisement",
    "Share this article on Facebook",
    "Leave a comment",
    "* * *",
    "Budget day! https://t.co/abc123 — Sen. Ann Lee (@senannlee) November 17, 2026",
]

NEWS = [
    # The same words, told by a reporter
    "Senators urged voters to subscribe to the plan.",
    "Follow the money, the senator said.",
    "“Follow us on Facebook,” the candidate told the crowd.",
    "“Subscribe to our free weekly newsletter!” read the banner behind the governor.",
    "The campaign told supporters to download its app before the rally.",
    "The committee asked donors to sign up for a weekly newsletter.",
    "According to the filing, the company sends a newsletter to your inbox every day.",
    '"Join us today and become a member of this movement," he said.',
    "The party’s newsletter reaches two million inboxes, more than any other in the state.",
    "A federal judge blocked the state's ban on political newsletters sent by email.",
    "Three podcasts became the most contested airtime of the campaign.",
    "The app lets voters check whether their mail ballot was counted.",
    "Membership in the caucus fell to 41 after the vote.",
    "Subscriptions to the state's streaming archive will be taxed from January.",
    "Lawmakers voted to subscribe the state to a national database of police misconduct.",
    "Members of the House get free mail to their districts under an old law.",
    "Support for the newsletter tax grew to 54 percent in the latest poll.",
    "Follow-up hearings on the app are expected next month.",
    # Names and first words
    "Watch joined the committee in 2019 after a career in the Army.",
    "Paul Watch, a Democrat from Ohio, won the seat by 312 votes.",
    "Watch groups warned that the rule would weaken inspections.",
    "Read, the Alaska Republican, voted against the bill.",
    "Read my lips: no new taxes.",
    "Related charges against two aides were dropped in March.",
    "More than 880,000 people contributed in one day.",
    "More senators are expected to announce their votes on Monday.",
    "Photo ID laws took effect in six states this year.",
    "Photos show the governor at the dinner, which she had denied attending.",
    "Video from a police camera contradicted the sheriff's account.",
    "Image matters, and the minority leader knows it.",
    "Credit unions would be exempt under the Senate's version.",
    "Copyright law has not been rewritten since 1976.",
    "Correction officers in the state prison walked off the job on Tuesday.",
    "By Friday, forty lawmakers had signed the petition.",
    "By Ann Lee's count, nine Republicans remained undecided.",
    "Advertisements for the measure ran in nine counties.",
    "Live results will not be known before Thursday, because mail ballots are counted last.",
    # The second person and imperatives in news
    "You could hear the gavel from the street.",
    "We the People begins the document that the justices were asked to read.",
    "Join or die was the slogan on the first flag of the colonies.",
    "Donate and you may lose your seat on the board: that is the rule under challenge.",
    "Click fraud cost the campaign a tenth of its budget.",
    "Share of the vote for third parties fell below 2 percent.",
    "Visits to the border by members of Congress doubled.",
    "Register of Deeds Ann Lee refused to certify the count.",
    # Agencies, authors and pages as the news itself
    "The Associated Press called the race at 9:14 p.m.",
    "Five agencies contributed to this report's findings, which fault the Secret Service.",
    "Reporting by The Ledger found that 19 judges had missed the deadline.",
    "Cookies left on voters' computers told the campaign which issues to raise.",
    "The senator updated the bill on Tuesday to drop the tax.",
    "The order is posted on WhiteHouse.gov and takes effect on Jan. 5.",
    "Getty, the governor's chief of staff, resigned on Friday.",
    "The paywall on federal court records would come down under the bill.",
    "Reuters and the AP were barred from the pool for a week.",
    "A donation to the governor's inaugural fund led to the inquiry.",
    "The House passed the bill, 220-196.",
    "He refused.",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_known_by_its_own_words(line):
    assert furniture(line)


@pytest.mark.parametrize("line", NEWS)
def test_news_that_looks_like_furniture_stays(line):
    """A letter that drops news to be safe from advertising is no better than one that prints it."""
    assert furniture(line) is None


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Subscribe to our free weekly newsletter!", "call-to-action"),
        ("Follow us on Facebook.", "follow-us"),
        ("Read more: The budget, explained", "read-more"),
        ("Photo: Ann Lee", "photo-credit"),
        ("The Associated Press contributed to this report.", "agency-tail"),
        ("https://ledger.example/a", "bare-link"),
        ("Already a subscriber?", "paywall"),
        ("We use cookies.", "cookie-notice"),
    ],
)
def test_each_rule_goes_by_a_short_name(line, rule):
    """An editor sees beside each struck-out line why it went."""
    assert furniture(line) == rule


@pytest.mark.parametrize("mark", ["'", "’"])
def test_the_shape_of_an_apostrophe_makes_no_difference(mark):
    assert furniture(f"Don{mark}t miss our newsletter, so you don{mark}t have to read the news.")


def test_a_run_of_text_without_an_end_is_left_alone_and_takes_no_time():
    assert furniture("subscribe to our " * 50_000) is None
