"""How Alembic meets our records: the connection is handed in, and every record is known."""

from alembic import context

from participation import accounts, casework, community  # noqa: F401
from participation.casework import contacts  # noqa: F401
from participation.casework import replies as case_replies  # noqa: F401
from participation.community import municipal_plans, replies  # noqa: F401
from participation.owner import help_lines, recordings, sign_films, symbols  # noqa: F401
from participation.storage import audit, definitions, drafts, keys, limits, opening  # noqa: F401
from participation.storage.database import Record

connection = context.config.attributes["connection"]
with connection.begin():
    context.configure(
        connection=connection,
        target_metadata=Record.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
    )
    context.run_migrations()
