"""What every issue store promises."""

from dataclasses import replace
from datetime import timedelta

import pytest

from newsletter.backends.stores import Stores
from newsletter.domain.entry import EntryId
from newsletter.domain.errors import Refused
from newsletter.domain.issue import Check, Status
from newsletter.domain.override import OverrideKind
from tests.builders import NOON, a_stored_issue, an_approval, an_override

ANY = list(Status)
LEFT_THE_DESK = [Status.SENDING, Status.PAUSED, Status.SENT, Status.WITHDRAWN]


def test_a_draft_comes_back_byte_for_byte(stores: Stores):
    """What was approved is what is sent."""
    draft = a_stored_issue()

    stores.issues.save_draft(draft)

    assert stores.issues.get(1) == draft
    assert stores.issues.of_week("2026-W47") == draft
    assert stores.issues.latest() == draft


def test_the_entries_that_an_issue_uses_come_back_in_their_order(stores: Stores):
    issue = replace(a_stored_issue(), uses=tuple(EntryId(id_) for id_ in ("b", "ä", "a" * 10_000, "a")))

    stores.issues.save_draft(issue)

    assert stores.issues.get(1) == stores.issues.of_week("2026-W47") == stores.issues.latest() == issue


def test_each_issue_uses_its_own_entries_and_one_may_be_used_by_two(stores: Stores):
    first = replace(a_stored_issue(1, week="2026-W46"), uses=(EntryId("a"), EntryId("b")))
    second = replace(a_stored_issue(2, week="2026-W47"), uses=(EntryId("b"),))

    for issue in (first, second):
        stores.issues.save_draft(issue)

    assert (stores.issues.get(1), stores.issues.get(2)) == (first, second)


def test_a_draft_made_again_uses_what_it_says_now(stores: Stores):
    stores.issues.save_draft(replace(a_stored_issue(), uses=(EntryId("a"), EntryId("b"))))

    again = replace(a_stored_issue(), uses=(EntryId("b"), EntryId("c"), EntryId("d")))
    stores.issues.save_draft(again)

    assert stores.issues.get(1) == again


def test_a_draft_that_is_refused_changes_nothing_of_what_the_issue_uses(stores: Stores):
    sent = replace(a_stored_issue(), uses=(EntryId("a"),))
    stores.issues.save_draft(sent)
    stores.issues.set_status(1, Status.SENT, expected=ANY)

    with pytest.raises(Refused):
        stores.issues.save_draft(replace(a_stored_issue(), uses=(EntryId("b"),)))

    assert stores.issues.get(1) == replace(sent, status=Status.SENT)


def test_an_issue_may_use_more_entries_than_one_statement_has_values_for(stores: Stores):
    issue = replace(a_stored_issue(), uses=tuple(EntryId(str(n)) for n in range(1203)))

    stores.issues.save_draft(issue)

    assert stores.issues.get(1) == issue


def test_there_is_no_issue_where_none_was_drafted(stores: Stores):
    assert stores.issues.get(1) is None
    assert stores.issues.of_week("2026-W47") is None
    assert stores.issues.latest() is None


def test_issues_are_numbered_from_one_and_a_week_keeps_its_number(stores: Stores):
    first = stores.issues.next_number("2026-W46")
    stores.issues.save_draft(a_stored_issue(1, week="2026-W46"))
    stores.issues.save_draft(a_stored_issue(7, week="2026-W47"))

    assert first == 1
    assert stores.issues.next_number("2026-W46") == 1
    assert stores.issues.next_number("2026-W48") == 8


def test_the_latest_issue_is_the_one_drafted_last(stores: Stores):
    """Not that of the greatest number: an older week may have been tried in between."""
    stores.issues.save_draft(a_stored_issue(10, week="2026-W46"))
    stores.issues.save_draft(replace(a_stored_issue(9, week="2026-W47"), drafted_at=NOON + timedelta(minutes=1)))

    latest = stores.issues.latest()

    assert latest is not None
    assert latest.number == 9


def test_a_draft_made_again_replaces_the_earlier_one(stores: Stores):
    stores.issues.save_draft(a_stored_issue(subject="Before"))

    stores.issues.save_draft(a_stored_issue(subject="After", digest="other"))

    assert stores.issues.get(1) == a_stored_issue(subject="After", digest="other")


@pytest.mark.parametrize("status", [Status.APPROVED, Status.HELD])
def test_a_draft_made_again_is_not_approved_although_the_issue_was(stores: Stores, status: Status):
    """An approval is of exact bytes, and these are others."""
    stores.issues.save_draft(a_stored_issue())
    stores.issues.approve(1, an_approval())
    stores.issues.set_status(1, status, reason="nobody looked", expected=ANY)

    stores.issues.save_draft(a_stored_issue(digest="other"))

    assert stores.issues.get(1) == a_stored_issue(digest="other")


def test_a_draft_is_a_draft_whatever_it_says_of_itself(stores: Stores):
    """Only an editor's approval makes an issue approved."""
    boasting = replace(a_stored_issue(), status=Status.APPROVED, approval=an_approval(), reason="because")

    stores.issues.save_draft(boasting)

    assert stores.issues.get(1) == a_stored_issue()


@pytest.mark.parametrize("status", LEFT_THE_DESK)
def test_an_issue_is_not_drafted_again_once_it_is(stores: Stores, status: Status):
    stores.issues.save_draft(a_stored_issue())
    stores.issues.set_status(1, status, expected=ANY)

    with pytest.raises(Refused, match=rf"Issue 1 of week 2026-W47 is {status}"):
        stores.issues.save_draft(a_stored_issue(subject="Too late"))

    assert stores.issues.get(1) == replace(a_stored_issue(), status=status)


@pytest.mark.parametrize(
    ("number", "week"), [(2, "2026-W47"), (1, "2026-W48")], ids=["week under two", "number for two"]
)
def test_there_is_no_second_issue_of_one(stores: Stores, number: int, week: str):
    stores.issues.save_draft(a_stored_issue(1, week="2026-W47"))

    with pytest.raises(Refused, match="Draft the week again"):
        stores.issues.save_draft(a_stored_issue(number, week=week))

    assert stores.issues.latest() == a_stored_issue(1, week="2026-W47")


def test_an_approval_of_these_very_bytes_is_kept(stores: Stores):
    stores.issues.save_draft(a_stored_issue())

    stores.issues.approve(1, an_approval(editor="ana"))

    assert stores.issues.get(1) == replace(a_stored_issue(), status=Status.APPROVED, approval=an_approval(editor="ana"))


def test_the_later_approval_stands(stores: Stores):
    stores.issues.save_draft(a_stored_issue())
    stores.issues.approve(1, an_approval(editor="ana"))

    stores.issues.approve(1, an_approval(editor="ben"))

    assert stores.issues.get(1) == replace(a_stored_issue(), status=Status.APPROVED, approval=an_approval(editor="ben"))


def test_an_approval_of_other_bytes_is_refused(stores: Stores):
    """The draft was remade while the editor looked at it."""
    stores.issues.save_draft(a_stored_issue(digest="new"))

    with pytest.raises(Refused, match="Preview it again"):
        stores.issues.approve(1, an_approval(digest="old"))

    assert stores.issues.get(1) == a_stored_issue(digest="new")


@pytest.mark.parametrize("status", [*LEFT_THE_DESK, Status.HELD])
def test_no_issue_is_approved_that_is(stores: Stores, status: Status):
    stores.issues.save_draft(a_stored_issue())
    stores.issues.set_status(1, status, expected=ANY)

    with pytest.raises(Refused, match=f"is {status}"):
        stores.issues.approve(1, an_approval())


def test_an_issue_moves_on_with_a_reason_and_keeps_its_approval(stores: Stores):
    stores.issues.save_draft(a_stored_issue())
    stores.issues.approve(1, an_approval())

    stores.issues.set_status(1, Status.SENDING, expected=[Status.APPROVED])
    stores.issues.set_status(1, Status.PAUSED, reason="too many bounces", expected=[Status.SENDING, Status.PAUSED])

    assert stores.issues.get(1) == replace(
        a_stored_issue(), status=Status.PAUSED, approval=an_approval(), reason="too many bounces"
    )


def test_a_reason_goes_with_its_status(stores: Stores):
    stores.issues.save_draft(a_stored_issue())
    stores.issues.set_status(1, Status.HELD, reason="nobody approved it", expected=[Status.DRAFT])

    stores.issues.set_status(1, Status.DRAFT, expected=[Status.HELD])

    assert stores.issues.get(1) == a_stored_issue()


def test_an_issue_that_becomes_a_draft_again_loses_its_approval(stores: Stores):
    stores.issues.save_draft(a_stored_issue())
    stores.issues.approve(1, an_approval())

    stores.issues.set_status(1, Status.DRAFT, expected=[Status.APPROVED])

    assert stores.issues.get(1) == a_stored_issue()


def test_an_issue_that_is_elsewhere_than_expected_stays_there(stores: Stores):
    """Of two who act at once, the second is told."""
    stores.issues.save_draft(a_stored_issue())

    with pytest.raises(Refused, match="Issue 1 is draft, not approved or paused"):
        stores.issues.set_status(1, Status.SENDING, expected=[Status.APPROVED, Status.PAUSED])

    assert stores.issues.get(1) == a_stored_issue()


def test_an_issue_that_is_not_there_is_named(stores: Stores):
    with pytest.raises(Refused, match="no issue 4"):
        stores.issues.set_status(4, Status.SENDING, expected=ANY)
    with pytest.raises(Refused, match="no issue 4"):
        stores.issues.approve(4, an_approval())
    with pytest.raises(Refused, match="no issue 4"):
        stores.issues.add_checks(4, [], digest="d1g35t")
    with pytest.raises(Refused, match="no issue 4"):
        stores.issues.add_overridden(4, {}, digest="d1g35t")


def test_what_is_checked_later_stands_beside_the_checks_of_the_draft_or_in_their_place(stores: Stores):
    """Nothing else changes: the bytes that an editor saw are still those."""
    stores.issues.save_draft(a_stored_issue())
    (size,) = a_stored_issue().checks
    first = Check(name="sources-changed", ok=False, blocking=True, figure="1 of 3", remedy="Draft again.")
    second = replace(first, ok=True, figure="none of 3", remedy="")

    stores.issues.add_checks(1, [first], digest="d1g35t")
    once = stores.issues.get(1)
    stores.issues.add_checks(1, [second], digest="d1g35t")

    assert once == replace(a_stored_issue(), checks=(size, first))
    assert stores.issues.get(1) == replace(a_stored_issue(), checks=(size, second))


def test_no_check_of_other_bytes_is_kept(stores: Stores):
    """The draft was remade while its sources were asked."""
    stores.issues.save_draft(a_stored_issue(digest="new"))

    with pytest.raises(Refused, match="has changed since it was looked at"):
        stores.issues.add_checks(1, [Check(name="x", ok=True, blocking=True, figure="")], digest="old")

    assert stores.issues.get(1) == a_stored_issue(digest="new")


@pytest.mark.parametrize("status", [Status.APPROVED, Status.HELD])
def test_further_reasons_stand_beside_those_of_an_approval(stores: Stores, status: Status):
    stores.issues.save_draft(a_stored_issue())
    stores.issues.approve(1, an_approval())
    stores.issues.set_status(1, status, expected=ANY)

    stores.issues.add_overridden(1, {"sources-changed": "only a comma"}, digest="d1g35t")

    found = stores.issues.get(1)
    assert found is not None
    assert found.status is status
    assert found.approval == replace(
        an_approval(), overridden={"size": "a long week", "sources-changed": "only a comma"}
    )


@pytest.mark.parametrize("digest", ["other", "d1g35t"], ids=["approved as other bytes", "not approved"])
def test_no_further_reason_is_kept_of_an_issue_that_is(stores: Stores, digest: str):
    stores.issues.save_draft(a_stored_issue())
    if digest != "d1g35t":
        stores.issues.approve(1, an_approval())
    before = stores.issues.get(1)

    with pytest.raises(Refused, match="is not approved as it was looked at"):
        stores.issues.add_overridden(1, {"sources-changed": "only a comma"}, digest=digest)

    assert stores.issues.get(1) == before


def test_overrides_are_a_weeks_own_oldest_first(stores: Stores):
    later = an_override(OverrideKind.PIN, "b", "a", at=NOON + timedelta(hours=1))
    earlier = an_override(OverrideKind.SUBJECT, value="The vote")
    stores.issues.add_override("2026-W47", later)
    stores.issues.add_override("2026-W47", earlier)
    stores.issues.add_override("2026-W48", an_override(OverrideKind.DROP, "c"))

    assert stores.issues.overrides("2026-W47") == (earlier, later)
    assert stores.issues.overrides("2026-W49") == ()


def test_overrides_of_one_moment_keep_their_order(stores: Stores):
    added = tuple(an_override(OverrideKind.PIN, id_) for id_ in "cab")

    for override in added:
        stores.issues.add_override("2026-W47", override)

    assert stores.issues.overrides("2026-W47") == added


def test_a_later_override_of_the_same_kind_on_the_same_entries_replaces_it(stores: Stores):
    """The entries are a story's, so their order means nothing."""
    first = an_override(OverrideKind.SECTION, "a", "b", value="congress")
    second = an_override(OverrideKind.SECTION, "b", "a", value="courts")
    for override in (first, second):
        stores.issues.add_override("2026-W47", override)

    assert stores.issues.overrides("2026-W47") == (second,)


@pytest.mark.parametrize(
    "other",
    [an_override(OverrideKind.DROP, "a", "b"), an_override(OverrideKind.PIN, "a"), an_override(OverrideKind.PIN)],
    ids=["of another kind", "on fewer entries", "on none"],
)
def test_an_override_stays_beside_one(stores: Stores, other):
    first = an_override(OverrideKind.PIN, "a", "b")
    for override in (first, other):
        stores.issues.add_override("2026-W47", override)

    assert stores.issues.overrides("2026-W47") == (first, other)


def test_overrides_survive_the_draft_they_were_made_for(stores: Stores):
    stores.issues.save_draft(a_stored_issue())
    stores.issues.add_override("2026-W47", an_override())

    stores.issues.save_draft(a_stored_issue(digest="other"))

    assert stores.issues.overrides("2026-W47") == (an_override(),)
