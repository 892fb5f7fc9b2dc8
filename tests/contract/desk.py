"""What an editor does before a letter can be sent."""

from newsletter.backends.stores import Stores
from tests.builders import a_stored_issue, an_approval


def approved_issue(stores: Stores, number: int = 1, *, digest: str = "d1g35t") -> None:
    """Draft an issue under a week of its own, and approve it."""
    stores.issues.save_draft(a_stored_issue(number, week=f"w{number}", digest=digest))
    stores.issues.approve(number, an_approval(digest))
