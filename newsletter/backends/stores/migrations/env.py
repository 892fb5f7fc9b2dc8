"""How Alembic runs the revisions: on the connection that the keeper hands over, in the transaction it holds."""

from alembic import context

from newsletter.backends.stores.tables import METADATA


def run() -> None:
    """Run the revisions that are asked for."""
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=METADATA,
        # SQLite can change little of a table in place: Alembic copies it into a new one.
        render_as_batch=True,
    )
    with context.begin_transaction():
        context.run_migrations()


# Alembic loads this file under that name; whoever else imports it, such as a search for doctests, runs nothing.
if __name__ == "env_py":
    run()
