"""What every entry store promises of what it forgets, and of what it never does."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import func, select

from newsletter.backends.stores import Stores
from newsletter.backends.stores.forgetting import AT_ONCE
from newsletter.backends.stores.tables import ENTRY_TITLES
from newsletter.domain.entry import DateQuality, EntryId
from newsletter.ports import Saved
from tests.builders import NOON, a_stored_issue, an_entry

HOUR = timedelta(hours=1)
ALWAYS = (NOON - timedelta(days=3650), NOON + timedelta(days=3650))


def test_entries_first_seen_before_a_moment_are_forgotten(stores: Stores):
    """By first sight and not by date: what came in late is not gone at once."""
    old = an_entry("old", first_seen=NOON - HOUR)
    at_the_moment = an_entry("new", first_seen=NOON)
    late = an_entry("late", at=NOON - timedelta(days=3000), first_seen=NOON + HOUR)
    stores.entries.save([old, at_the_moment, late])

    gone = stores.entries.forget(before=NOON)

    assert gone == 1
    assert set(stores.entries.known_ids([old.id, at_the_moment.id, late.id])) == {"new", "late"}


def test_what_has_no_date_is_not_forgotten(stores: Stores):
    """Its feed may list it still, and forgotten it would come back as seen for the first time."""
    undated = replace(an_entry("undated", first_seen=NOON - HOUR), published=None, date_quality=DateQuality.FIRST_SEEN)
    stores.entries.save([undated])

    assert stores.entries.forget(before=NOON) == 0


def test_what_an_issue_uses_is_never_forgotten_nor_are_its_earlier_titles(stores: Stores):
    """A letter's sources can be looked up for as long as there is the letter."""
    used, unused = an_entry("used"), an_entry("unused")
    stores.entries.save([used, unused])
    stores.entries.save([replace(used, title="After"), replace(unused, title="After")])
    stores.issues.save_draft(replace(a_stored_issue(), uses=(used.id,)))

    gone = stores.entries.forget(before=NOON + timedelta(days=9))

    assert gone == 1
    assert stores.entries.between(*ALWAYS) == [replace(used, title="After", earlier_titles=(used.title,))]
    assert titles_kept(stores) == 1
    assert stores.keeper.check() == []


def test_what_only_an_earlier_draft_used_is_forgotten(stores: Stores):
    stores.entries.save([an_entry("first"), an_entry("second")])
    stores.issues.save_draft(replace(a_stored_issue(), uses=(EntryId("first"),)))
    stores.issues.save_draft(replace(a_stored_issue(), uses=(EntryId("second"),)))

    assert stores.entries.forget(before=NOON + timedelta(days=9)) == 1
    assert [entry.id for entry in stores.entries.between(*ALWAYS)] == ["second"]


def test_however_many_are_old_all_of_them_are_forgotten(stores: Stores):
    """Those that are used do not stand in the way, although they are older than all others."""
    used = [an_entry(f"used-{n}", first_seen=NOON - timedelta(days=9)) for n in range(30)]
    others = [an_entry(f"{n}", content="", first_seen=NOON) for n in range(2 * AT_ONCE + 1)]
    stores.entries.save([*used, *others, kept := an_entry("kept", first_seen=NOON + HOUR)])
    stores.entries.save([replace(entry, title="After") for entry in others[:600]])
    stores.issues.save_draft(replace(a_stored_issue(), uses=tuple(entry.id for entry in used)))

    gone = stores.entries.forget(before=NOON + HOUR)

    assert gone == len(others)
    assert {entry.id for entry in stores.entries.between(*ALWAYS)} == {kept.id, *(entry.id for entry in used)}
    assert titles_kept(stores) == 0
    assert stores.entries.forget(before=NOON + HOUR) == 0


def test_what_was_forgotten_may_come_again_as_new(stores: Stores):
    entry = an_entry(title="Before")
    stores.entries.save([entry])
    stores.entries.save([replace(entry, title="After")])
    stores.entries.forget(before=NOON + timedelta(days=9))

    saved = stores.entries.save([entry])

    assert saved == Saved(new=1, revised=0)
    assert stores.entries.between(*ALWAYS) == [entry]


def titles_kept(stores: Stores) -> int:
    with stores.database.reading() as connection:
        return connection.execute(select(func.count()).select_from(ENTRY_TITLES)).scalar_one()
