"""The events here are invented; the sizes are what matters. docs/quality.md has the measurements on real news."""

import itertools
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsletter.curate import cluster as module
from newsletter.curate.cluster import cluster
from newsletter.curate.events import repair
from newsletter.curate.ordinary import ENOUGH
from tests.builders import a_copy, an_entry

#: One event as nine newsrooms tell it, each in its own words.
WITHDRAWAL = [
    (
        "Marlow quits governor's race and backs Ibarra",
        (
            "Governor Tess Marlow abandoned her campaign for a third term on Sunday and endorsed Lieutenant Governor "
            "Rosa Ibarra, four weeks before the state convention in Fairview."
        ),
    ),
    (
        "Marlow ends re-election bid, endorses Ibarra",
        (
            "Tess Marlow will not seek re-election, she wrote in a letter on Sunday. The governor threw her support "
            "behind her deputy, Rosa Ibarra."
        ),
    ),
    (
        "Governor Marlow drops out of race",
        (
            "After weeks of pressure over her health, Governor Marlow left the race on Sunday and named Rosa Ibarra "
            "as the candidate she wants to succeed her."
        ),
    ),
    (
        "Marlow withdraws; Ibarra is favourite for nomination",
        (
            "Rosa Ibarra became the favourite for her party's nomination on Sunday when Governor Tess Marlow withdrew "
            "her candidacy and endorsed her."
        ),
    ),
    (
        "Tess Marlow abandons campaign for third term",
        (
            "The letter in which Governor Tess Marlow gave up her campaign for a third term came four weeks before "
            "the convention in Fairview. She backs Ibarra."
        ),
    ),
    (
        "In letter, Marlow tells state she will not run again",
        (
            "Governor Marlow said in a letter on Sunday that she would serve out her term but not run again. She "
            "endorsed Rosa Ibarra, the lieutenant governor."
        ),
    ),
    (
        "Marlow out, Ibarra in: governor leaves race",
        (
            "The governor's race lost its front-runner on Sunday as Tess Marlow withdrew and endorsed Rosa Ibarra "
            "ahead of the Fairview convention."
        ),
    ),
    (
        "Ibarra wins Marlow's backing as governor withdraws",
        (
            "Lieutenant Governor Rosa Ibarra has the endorsement of Governor Tess Marlow, who withdrew from her "
            "re-election campaign on Sunday."
        ),
    ),
    (
        "Marlow bows to pressure and leaves governor's race",
        (
            "Party leaders had urged Governor Tess Marlow for weeks to withdraw over her health. On Sunday she did, "
            "and endorsed Ibarra."
        ),
    ),
]
OTHERS = [
    (
        "High court strikes down river dredging permit",
        (
            "The high court ruled six to three that the permit for dredging the Sorrel River was unlawful, a victory "
            "for fishing towns downstream."
        ),
    ),
    (
        "Judges void Sorrel River dredging permit",
        (
            "A permit to dredge the Sorrel River was struck down by the high court on Thursday. Fishing towns "
            "downstream had sued."
        ),
    ),
    (
        "Teachers in Oakdale vote to strike",
        (
            "Teachers in Oakdale voted on Wednesday to walk out over class sizes, the first school strike there in "
            "thirty years."
        ),
    ),
    (
        "Oakdale school strike is set for Monday",
        "Class sizes are the issue as Oakdale's teachers prepare to walk out on Monday after their vote to strike.",
    ),
    (
        "Parliament of Verania elects new speaker",
        "Verania's parliament elected Ilan Brodsky its speaker after three ballots, ending a month of deadlock.",
    ),
    (
        "Minister resigns over ferry contract",
        (
            "Transport minister Owen Tully resigned on Friday over a contract for ferries that a firm of his brother "
            "had won."
        ),
    ),
    (
        "Growth doubles in second quarter",
        "The economy grew at an annual rate of 2.8 percent in the second quarter, the statistics office said.",
    ),
    (
        "Wildfire near Redcliff forces evacuation",
        "Some four thousand people were told to leave their homes near Redcliff as a wildfire crossed the highway.",
    ),
]


def a_pool():
    told = [(f"marlow-{n}", *each) for n, each in enumerate(WITHDRAWAL)]
    told += [(f"other-{n}", *each) for n, each in enumerate(OTHERS)]
    return [an_entry(key, title=title, content=text, outlet=f"Outlet {n}") for n, (key, title, text) in enumerate(told)]


def members(stories):
    return {frozenset(entry.id for entry in story.entries) for story in stories}


def test_no_entries_make_no_stories():
    assert cluster([]) == ()


def test_an_event_that_nine_newsrooms_tell_in_their_own_words_is_one_story():
    stories = cluster(a_pool())

    assert frozenset(f"marlow-{n}" for n in range(9)) in members(stories)


def test_small_events_beside_it_keep_apart():
    stories = members(cluster(a_pool()))

    assert {frozenset(["other-0", "other-1"]), frozenset(["other-2", "other-3"])} <= stories
    assert {frozenset([f"other-{n}"]) for n in range(4, 8)} <= stories


@given(order=st.permutations(range(17)))
@settings(max_examples=10, deadline=None)
def test_the_order_of_arrival_plays_no_part(order):
    pool = a_pool()

    assert cluster([pool[n] for n in order]) == cluster(pool)


def test_each_entry_stands_in_exactly_one_story():
    pool = [*a_pool(), an_entry("bare", title="", content=""), an_entry("bare-too", title="", content="")]

    standing = sorted(entry.id for story in cluster(pool) for entry in story.entries)

    assert standing == sorted(entry.id for entry in pool)


def test_stories_stand_by_the_time_they_broke_then_by_id():
    stories = cluster(a_pool())

    assert list(stories) == sorted(stories, key=lambda story: (story.broke_at, story.id))


def test_entries_without_any_words_are_stories_by_themselves():
    """Nothing says that two empty entries tell the same."""
    empty = [an_entry(title="", content="") for _ in range(5)]

    assert len(cluster(empty)) == 5


def test_a_title_of_one_word_joins_nothing():
    """Many outlets run an item called "Obituaries"."""
    entries = [an_entry(title="Obituaries", content="", outlet=outlet) for outlet in ("A", "B")]

    assert len(cluster(entries)) == 2


def test_a_lone_entry_is_a_story():
    assert len(cluster([an_entry()])) == 1


def test_wire_copy_under_twenty_mastheads_is_one_story():
    """Each paper puts its own headline on it; other reports of the event belong there, too."""
    headlines = [title for title, _ in WITHDRAWAL]
    text = f"(Agency) {WITHDRAWAL[0][1]}"
    wire = [an_entry(f"wire-{n}", title=headlines[n % 9], content=text, outlet=f"Paper {n}") for n in range(20)]

    (carried,) = [story for story in members(cluster([*wire, *a_pool()])) if "wire-0" in story]

    assert carried >= {f"wire-{n}" for n in range(20)} | {"marlow-0", "marlow-4", "marlow-5"}
    assert not any(entry.startswith("other") for entry in carried)


def test_a_thousand_copies_are_one_story_and_change_no_other():
    title, text = OTHERS[-1]
    copies = [an_entry(f"copy-{n}", title=title, content=text) for n in range(1000)]

    stories = members(cluster([*copies, *a_pool()]))

    assert frozenset([*(f"copy-{n}" for n in range(1000)), "other-7"]) in stories
    assert frozenset(f"marlow-{n}" for n in range(9)) in stories


def test_one_text_under_many_headlines_is_one_story():
    text = " ".join(f"{word} matter{n}" for n, word in enumerate(WITHDRAWAL[0][1].split()))
    copies = [an_entry(title=f"Headline {n} speaks of thing{n}", content=text) for n in range(300)]

    assert len(cluster(copies)) == 1


def test_titles_of_five_thousand_letters_do_no_harm():
    long = [an_entry(f"long-{n}", title=f"{title} " * 120, content=text) for n, (title, text) in enumerate(OTHERS)]

    stories = members(cluster(long))

    assert frozenset(["long-0", "long-1"]) in stories
    assert frozenset(["long-4"]) in stories


@pytest.mark.parametrize(
    "titles",
    [
        [
            "Парламент Верании избрал спикером Илана Бродского",
            "Илан Бродский избран спикером парламента Верании",
            "Учителя Окдейла проголосовали за забастовку",
        ],
        [
            "برلمان فيرانيا ينتخب إيلان برودسكي رئيسا له",
            "إيلان برودسكي رئيسا جديدا: برلمان فيرانيا يصوت",
            "معلمو أوكديل يصوتون على الإضراب عن العمل",
        ],
    ],
    ids=["Cyrillic", "Arabic"],
)
def test_other_scripts_are_grouped_too(titles):
    entries = [an_entry(str(n), title=title, content="") for n, title in enumerate(titles)]

    assert members(cluster(entries)) == {frozenset("01"), frozenset("2")}


def test_topics_do_not_melt_into_one_story():
    """Nine stories about one politician share her name, her office and her state."""
    topics = ["budget", "schools", "prisons", "harbour", "bridges", "fishing", "forests", "museums", "railways"]
    entries = [
        an_entry(f"{topic}-{n}", title=f"Governor Marlow speaks on {topic}", content=text)
        for topic, other in zip(topics, topics[1:] + topics[:1], strict=True)
        for n, text in enumerate(
            (
                f"Governor Tess Marlow promised money for {topic} in a debate about {topic}{other}, aides found.",
                f"Money for {topic} was promised by Governor Tess Marlow in a debate on {topic}{other}.",
            )
        )
    ]

    stories = cluster(entries)

    assert all(len({entry.id.split("-")[0] for entry in story.entries}) == 1 for story in stories)


def test_a_component_too_large_is_parted_at_its_weaker_links(monkeypatch):
    """The bound on memory must not lose or double an entry."""
    monkeypatch.setattr(module, "LARGEST", 3)

    standing = list(itertools.chain.from_iterable(members(cluster(a_pool()))))

    assert sorted(standing) == sorted(entry.id for entry in a_pool())


def test_a_copy_stands_with_its_original_however_little_is_left_of_it():
    """Cut to a line about the background and retitled, it shares no words that would tell."""
    original = an_entry("wire", outlet="Wire", title=WITHDRAWAL[0][0], content=WITHDRAWAL[0][1])
    cut = replace(a_copy(original, outlet="Paper"), title="The day in brief", content="Fairview hosts it again.")
    others = [an_entry(f"e{n}", outlet=f"O{n}", title=t, content=c) for n, (t, c) in enumerate(WITHDRAWAL[1:])]

    (story,) = [story for story in cluster([original, cut, *others]) if original in story.entries]

    assert cut in story.entries


def test_two_states_are_two_stories_though_their_pieces_are_alike_across():
    """Each paper words both results alike, so the nearest piece to "takes Ohio" is "takes Iowa"."""
    told = [
        ("Greta Palmer wins {} primary", "Greta Palmer won the {} primary, beating Senator Luis Keane by some points."),
        ("Palmer takes {} in primary contest", "Greta Palmer took the vote in {} over Luis Keane, who is a senator."),
    ]
    entries = [
        an_entry(f"{state}-{n}", outlet=f"Paper {n}", title=title.format(state), content=text.format(state))
        for state in ("Ohio", "Iowa")
        for n, (title, text) in enumerate(told)
    ]

    stories = {frozenset(entry.id for entry in story.entries) for story in cluster(entries)}

    assert not any({"Ohio", "Iowa"} <= {id_.split("-")[0] for id_ in ids} for ids in stories)


def test_the_published_figures_are_those_in_the_code():
    """Readers are shown docs/ranking.md."""
    text = (Path(__file__).parents[3] / "docs" / "ranking.md").read_text(encoding="utf-8")

    assert f"the same event is {module.THRESHOLD} or more on average" in text
    assert f"a likelihood of {repair.FITS} or more on average, and of {repair.BETTER} more than where it stands" in text
    assert repair.CLASHES == 1 / 5
    assert "more than a fifth of them" in text
    assert f"fewer than {ENOUGH} texts" in text
