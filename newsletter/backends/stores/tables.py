"""The tables. A test holds that the migrations make exactly these.

Constraints are named by rule, because only what has a name can be changed by a later migration.
"""

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from newsletter.backends.stores.columns import Json, Moment, Span, Word
from newsletter.domain.entry import DateQuality, Kind, Lean, Licence
from newsletter.domain.feed import FeedStatus
from newsletter.domain.issue import Status
from newsletter.domain.override import OverrideKind
from newsletter.domain.send import DeliveryState
from newsletter.domain.subscriber import SubscriberStatus, SuppressionReason

#: The revision that this version reads and writes; revisions are four digits, so that greater means newer.
REVISION = "0003"

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

FEEDS = Table(
    "feeds",
    METADATA,
    Column("url", String, primary_key=True),
    Column("status", Word(FeedStatus), nullable=False),
    Column("fault", Text, nullable=False),
    Column("checked_at", Moment),
    Column("ok_at", Moment),
    Column("new_at", Moment),
    Column("last_entry", Moment),
    Column("address", Text, nullable=False),
    Column("moving_to", Text, nullable=False),
    Column("etag", Text, nullable=False),
    Column("last_modified", Text, nullable=False),
    Column("body_hash", String(64), nullable=False),
    Column("failures", Integer, nullable=False),
    Column("not_before", Moment),
    Column("site_not_before", Moment),
    Column("entries", Integer, nullable=False),
    Column("undated", Integer, nullable=False),
    Column("usual_entries", Float),
    Column("usual_gap", Span),
)

ENTRIES = Table(
    "entries",
    METADATA,
    # The SHA-256 of the id: a guid may be of any length, and PostgreSQL indexes none beyond some 2,700 bytes.
    Column("key", String(64), primary_key=True),
    Column("id", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("canonical_url", Text, nullable=False),
    Column("outlet", String, nullable=False),
    Column("family", String, nullable=False),
    Column("lean", Word(Lean), nullable=False),
    Column("title", Text, nullable=False),
    Column("summary", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("removed", Json, nullable=False),
    Column("corrections", Json, nullable=False),
    Column("authors", Json, nullable=False),
    Column("categories", Json, nullable=False),
    Column("credited_to", Text, nullable=False),
    Column("picture", Json),
    Column("published", Moment),
    Column("date_quality", Word(DateQuality), nullable=False),
    # Retention goes by it.
    Column("first_seen", Moment, nullable=False, index=True),
    # Entry.at, so that a week is one range of an index.
    Column("at", Moment, nullable=False, index=True),
    Column("position", Integer),
    Column("section", String, nullable=False),
    Column("feed", Text, nullable=False),
    Column("licence", Word(Licence), nullable=False),
    Column("kind", Word(Kind), nullable=False),
    # The SHA-256 of the outlet and the page, and of the outlet and the title: addresses and titles may be of any
    # length too. Null without a page or a title: what is missing is shared with nobody.
    Column("page_key", String(64), index=True),
    Column("title_key", String(64), index=True),
)

#: Headlines that an outlet has since replaced; their numbers are in the order in which they first were.
ENTRY_TITLES = Table(
    "entry_titles",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("entry_key", ForeignKey("entries.key"), nullable=False, index=True),
    Column("title", Text, nullable=False),
    # The look at the feed that found another title in its place.
    Column("seen_at", Moment, nullable=False),
)

#: Where entries lead, as fetched.
PAGES = Table(
    "pages",
    METADATA,
    # The SHA-256 of the address.
    Column("key", String(64), primary_key=True),
    Column("url", Text, nullable=False),
    Column("entry_hash", String(64), nullable=False),
    Column("text", Text, nullable=False),
    Column("fault", Text, nullable=False),
    Column("fetched_at", Moment, nullable=False, index=True),
)

ISSUES = Table(
    "issues",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("week", String(8), nullable=False, unique=True),
    Column("status", Word(Status), nullable=False),
    Column("title", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("html", LargeBinary, nullable=False),
    Column("text", LargeBinary, nullable=False),
    Column("publication", Json, nullable=False),
    Column("digest", String, nullable=False),
    Column("document", Text, nullable=False),
    Column("checks", Json, nullable=False),
    Column("drafted_at", Moment, nullable=False),
    # The approval; all four or none.
    Column("approved_by", String),
    Column("approved_at", Moment),
    Column("approved_digest", String),
    Column("overridden", Json),
    Column("reason", Text, nullable=False),
)

#: The entries that each issue tells: these are never forgotten.
ISSUE_ENTRIES = Table(
    "issue_entries",
    METADATA,
    Column("issue", ForeignKey("issues.number"), primary_key=True, autoincrement=False),
    # From 0, in the order of StoredIssue.uses.
    Column("place", Integer, primary_key=True, autoincrement=False),
    # No foreign key: an issue is kept whatever became of its entries. The keeper looks for those that are lost.
    Column("entry_key", String(64), nullable=False, index=True),
    Column("entry_id", Text, nullable=False),
)

#: What a writer answered.
WRITTEN = Table(
    "written",
    METADATA,
    # The SHA-256 of the key that it was saved under, which may be of any length.
    Column("key", String(64), primary_key=True),
    Column("answer", Text, nullable=False),
    Column("written_at", Moment, nullable=False, index=True),
)

OVERRIDES = Table(
    "overrides",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("week", String(8), nullable=False),
    Column("kind", Word(OverrideKind), nullable=False),
    Column("entries", Json, nullable=False),
    # The SHA-256 of the sorted ids: which entries, whatever their order and number.
    Column("entries_key", String(64), nullable=False),
    Column("value", Text, nullable=False),
    Column("editor", String, nullable=False),
    Column("at", Moment, nullable=False),
    UniqueConstraint("week", "kind", "entries_key"),
)

SUBSCRIBERS = Table(
    "subscribers",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("email", String, nullable=False),
    Column("key", String, nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("status", Word(SubscriberStatus), nullable=False),
    Column("token", String, nullable=False, unique=True),
    Column("joined_at", Moment, nullable=False),
    # Without it SQLite would give the id of the last one erased to the next who joins,
    # and the ledgers would tell of one person what happened to another.
    sqlite_autoincrement=True,
)

CONSENTS = Table(
    "consents",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("subscriber_id", ForeignKey("subscribers.id"), nullable=False, index=True),
    Column("at", Moment, nullable=False),
    Column("how", String, nullable=False),
    Column("evidence", Text, nullable=False),
)

#: Tied to no subscriber: a suppression outlives them.
SUPPRESSIONS = Table(
    "suppressions",
    METADATA,
    Column("key", String, primary_key=True),
    Column("reason", Word(SuppressionReason), nullable=False),
    Column("since", Moment, nullable=False),
)

SENDS = Table(
    "sends",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("issue", Integer, nullable=False, unique=True),
    Column("digest", String, nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("frozen", Integer, nullable=False),
)

#: The ledger. What says who someone is may become null when they are erased; the row and its state stay.
DELIVERIES = Table(
    "deliveries",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("send_id", ForeignKey("sends.id"), nullable=False),
    Column("batch", Integer, nullable=False),
    # No foreign key: erasing a subscriber breaks nothing here.
    Column("subscriber_id", Integer),
    Column("email", String),
    Column("key", String),
    Column("name", String),
    Column("token", String),
    Column("state", Word(DeliveryState), nullable=False),
    Column("detail", Text, nullable=False),
    Column("at", Moment, nullable=False),
    UniqueConstraint("send_id", "subscriber_id"),
    # What is next in a state, without sorting; batches are numbered in the order of ids.
    Index(None, "send_id", "state", "id"),
)
