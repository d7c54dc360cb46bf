"""The migrated database is what the records say, on SQLite and on PostgreSQL, up and down."""

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from participation.storage.database import Record
from participation.storage.opening import migrate, settings_for
from tests.conftest import TODAY

pytestmark = pytest.mark.on_both


def differences(database) -> list:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        return compare_metadata(context, Record.metadata)


def downgrade(database, to: str) -> None:
    with database.engine.connect() as connection:
        command.downgrade(settings_for(connection), to)


def tables_in(database) -> set[str]:
    return set(inspect(database.engine).get_table_names()) - {"alembic_version"}


def test_the_migrated_schema_equals_the_records(database):
    assert differences(database) == []


def test_every_step_goes_down_and_up_again(database):
    downgrade(database, "base")
    assert tables_in(database) == set()
    migrate(database, TODAY)
    assert differences(database) == []


def test_the_steps_stand_in_one_row(database):
    with database.engine.connect() as connection:
        steps = ScriptDirectory.from_config(settings_for(connection))
    assert len(steps.get_heads()) == len(steps.get_bases()) == 1


def test_tables_without_row_numbers_are_migrated_so(database):
    """What `WITHOUT_ROWID` promises must hold in the file, not only in the records."""
    if database.engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL has no row numbers to hide")
    wanted = {
        t.name for t in Record.metadata.tables.values() if not t.dialect_options["sqlite"]["with_rowid"]
    }
    with database.engine.connect() as connection:
        made = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'table'").all()
    assert {name for name, sql in made if "WITHOUT ROWID" in sql} == wanted
