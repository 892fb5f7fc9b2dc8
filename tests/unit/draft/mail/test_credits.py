from dataclasses import replace

from newsletter.domain.entry import EntryId, Kind
from newsletter.draft.mail.credits import also_carried_by, also_told_by, carriers
from tests.builders import a_copy, a_story, an_entry
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


def carried(*entries):
    (told,) = an_issue(a_story(*entries)).told()
    return [entry.outlet for entry in also_carried_by(replace(told, headline_entry=entries[0], blurb=()))]


def test_who_reprints_is_named_as_a_carrier_and_not_as_a_teller():
    wire = outlet("Wire")
    reprints = [a_copy(wire, outlet=name) for name in ("Crier", "Star")]

    assert carried(wire, outlet("Ledger"), *reprints) == ["Crier", "Star"]
    assert others(wire, outlet("Ledger"), *reprints) == ["Ledger"]


def test_a_carrier_that_the_letter_names_already_is_not_named_again():
    wire = outlet("Wire")
    crier = a_copy(wire, outlet="Crier")

    assert carried(crier, a_copy(wire, outlet="Star")) == ["Star"]


def test_an_agency_whose_text_is_quoted_from_a_copy_is_named_as_one_of_its_carriers():
    """Its own entry speaks with the voice that is quoted, so it is no other teller: it would be named nowhere."""
    wire = outlet("Wire")
    crier, star = (a_copy(wire, outlet=name) for name in ("Crier", "Star"))

    assert carried(crier, wire, star) == ["Wire", "Star"]
    assert others(crier, wire, star) == []


def test_an_agency_that_is_quoted_or_tells_the_story_besides_is_not_named_as_a_carrier_too():
    wire = outlet("Wire")
    crier = a_copy(wire, outlet="Crier")

    assert carried(wire, crier) == ["Crier"]
    assert carried(outlet("A"), wire, crier) == ["Crier"]
    assert others(outlet("A"), wire, crier) == ["Wire"]


def test_up_to_eight_carriers_are_named_once_each():
    wire = outlet("Wire")
    reprints = [a_copy(wire, outlet=name) for name in "ABCDEFGHIJ"]
    again = replace(reprints[0], id=EntryId("again"))

    assert carried(wire, *reprints, again) == list("ABCDEFGH")
    assert len(carriers(a_story(wire, *reprints, again))) == 10


def test_where_nobody_reprints_nobody_carries():
    assert carried(outlet("A"), outlet("B")) == []
