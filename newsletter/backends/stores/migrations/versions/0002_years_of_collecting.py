"""What collecting for years needs.

More is remembered of feeds and entries, pages are kept, and each issue's entries are written down, so that old ones
can be forgotten without losing what a letter has told. Types are written out, as in every revision.
"""

import hashlib
import json
from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

#: Rows that are worked on at a time.
_CHUNK = 500

_NEW_ENTRY_TEXTS = {"corrections": "[]", "authors": "[]", "categories": "[]", "credited_to": ""}
_NEW_FEED_TEXTS = ("address", "moving_to", "etag", "last_modified")
_NEW_FEED_NUMBERS = ("failures", "entries", "undated")


def upgrade() -> None:
    """Add the columns and the tables, and fill what follows from the rows that are there."""
    _extend_entries()
    _extend_feeds()
    op.create_table(
        "pages",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("entry_hash", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("fault", sa.Text(), nullable=False),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_pages")),
    )
    op.create_index(op.f("ix_pages_fetched_at"), "pages", ["fetched_at"], unique=False)
    op.create_table(
        "issue_entries",
        sa.Column("issue", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("entry_key", sa.String(length=64), nullable=False),
        sa.Column("entry_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["issue"], ["issues.number"], name=op.f("fk_issue_entries_issue_issues")),
        sa.PrimaryKeyConstraint("issue", "place", name=op.f("pk_issue_entries")),
    )
    op.create_index(op.f("ix_issue_entries_entry_key"), "issue_entries", ["entry_key"], unique=False)
    _fill_issue_entries(op.get_bind())


def _extend_entries() -> None:
    with op.batch_alter_table("entries") as entries:
        for name, default in _NEW_ENTRY_TEXTS.items():
            entries.add_column(sa.Column(name, sa.Text(), nullable=False, server_default=default))
        entries.add_column(sa.Column("picture", sa.Text(), nullable=True))
        entries.add_column(sa.Column("page_key", sa.String(length=64), nullable=True))
        entries.add_column(sa.Column("title_key", sa.String(length=64), nullable=True))
    # The defaults were for the rows that are there; from now on whoever writes an entry says all of it.
    with op.batch_alter_table("entries") as entries:
        for name, default in _NEW_ENTRY_TEXTS.items():
            entries.alter_column(name, server_default=None, existing_type=sa.Text(), existing_server_default=default)
    _fill_keys(op.get_bind())
    for name in ("first_seen", "page_key", "title_key"):
        op.create_index(op.f(f"ix_entries_{name}"), "entries", [name], unique=False)


def _extend_feeds() -> None:
    with op.batch_alter_table("feeds") as feeds:
        for name in _NEW_FEED_TEXTS:
            feeds.add_column(sa.Column(name, sa.Text(), nullable=False, server_default=""))
        feeds.add_column(sa.Column("body_hash", sa.String(length=64), nullable=False, server_default=""))
        for name in _NEW_FEED_NUMBERS:
            feeds.add_column(sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
        for name in ("new_at", "not_before", "site_not_before"):
            feeds.add_column(sa.Column(name, sa.DateTime(timezone=True), nullable=True))
        feeds.add_column(sa.Column("usual_entries", sa.Float(), nullable=True))
        feeds.add_column(sa.Column("usual_gap", sa.BigInteger(), nullable=True))
    with op.batch_alter_table("feeds") as feeds:
        for name in (*_NEW_FEED_TEXTS, "body_hash", *_NEW_FEED_NUMBERS):
            feeds.alter_column(name, server_default=None)


def _fill_keys(connection: sa.Connection) -> None:
    """Work out which page and which title each entry has."""
    entries = sa.table("entries", *(sa.column(name) for name in ("key", "outlet", "canonical_url", "title")))
    keys = sa.table("entries", *(sa.column(name) for name in ("key", "page_key", "title_key")))
    last = ""
    while True:
        rows = connection.execute(
            sa.select(entries).where(entries.c.key > last).order_by(entries.c.key).limit(_CHUNK)
        ).all()
        if not rows:
            return
        connection.execute(
            sa.update(keys)
            .where(keys.c.key == sa.bindparam("of_key"))
            .values(page_key=sa.bindparam("its_page"), title_key=sa.bindparam("its_title")),
            [
                {
                    "of_key": row.key,
                    "its_page": _pair_key(row.outlet, row.canonical_url),
                    "its_title": _pair_key(row.outlet, row.title),
                }
                for row in rows
            ],
        )
        last = rows[-1].key


def _fill_issue_entries(connection: sa.Connection) -> None:
    """Write down which entries the issues use that are there, as their documents say."""
    issues = sa.table("issues", sa.column("number"), sa.column("document"))
    uses = sa.table("issue_entries", *(sa.column(name) for name in ("issue", "place", "entry_key", "entry_id")))
    numbers = connection.execute(sa.select(issues.c.number).order_by(issues.c.number)).scalars().all()
    for number in numbers:
        document = connection.execute(sa.select(issues.c.document).where(issues.c.number == number)).scalar_one()
        rows = [
            {"issue": number, "place": place, "entry_key": _key(id_), "entry_id": id_}
            for place, id_ in enumerate(sorted(set(_told_in(document))))
        ]
        if rows:
            connection.execute(sa.insert(uses), rows)


def _told_in(document: str) -> Iterator[str]:
    """The entries of the stories that a document's letter tells; whatever is no document tells none."""
    try:
        content = json.loads(document)
    except (ValueError, RecursionError):
        return
    for story in _list(content, "stories"):
        if isinstance(story, dict) and story.get("picked") is True:
            yield from (id_ for id_ in _list(story, "entries") if isinstance(id_, str) and _can_be_kept(id_))


def _list(mapping: object, key: str) -> list[object]:
    found = mapping.get(key) if isinstance(mapping, dict) else None
    return found if isinstance(found, list) else []


def _can_be_kept(text: str) -> bool:
    """Whether it has no half characters, which JSON can spell and no database can hold."""
    return text.encode(errors="ignore").decode() == text


def _key(id_: str) -> str:
    return hashlib.sha256(id_.encode()).hexdigest()


def _pair_key(outlet: str, other: str) -> str | None:
    return hashlib.sha256(json.dumps([outlet, other]).encode()).hexdigest() if other else None
