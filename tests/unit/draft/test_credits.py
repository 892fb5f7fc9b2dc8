from dataclasses import replace

from newsletter.domain.entry import Kind
from newsletter.draft.credits import also_told_by
from tests.builders import a_story, an_entry
from tests.letters import an_issue


def others(*entries):
    (told,) = an_issue(a_story(*entries)).told()
    return [entry.outlet for entry in also_told_by(replace(told, headline_entry=entries[0], blurb=()))]


def outlet(name: str, **changes):
    return an_entry(name.lower(), outlet=name, **changes)


def test_it_names_up_to_eight_newsrooms_once_each():
    entries = [outlet(name) for name in "ABCDEFGHIJK"] + [outlet("Z", family="B")]

    assert others(*entries) == ["B", "C", "D", "E", "F", "G", "H", "I"]


def test_it_names_nobody_who_is_named_already():
    assert others(outlet("A"), outlet("Z", family="A")) == []


def test_it_names_news_that_a_reader_can_reach():
    assert others(outlet("A"), outlet("B", kind=Kind.OPINION), outlet("C", url=""), outlet("D")) == ["D"]
