"""The schema's history, run by Alembic; ``tables.REVISION`` names the last."""
