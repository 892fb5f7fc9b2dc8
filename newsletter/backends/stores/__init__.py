"""The store: SQLAlchemy Core over one SQLite file; no ORM, rows become nouns here.

``open_stores`` is the way in. The SQL is portable, so that PostgreSQL can join behind the same contract suite.
Alembic is only loaded when a schema is really upgraded: every command opens the store, few upgrade it.
"""

from newsletter.backends.stores.opening import Stores, open_stores

__all__ = ["Stores", "open_stores"]
