"""Every table says how long it is kept, and the caretaker knows how to forget."""

import ast

import pytest

from participation.storage.database import Record
from tests.house.source import MODULES, PACKAGE, functions, place, records, tree

RECORDS = records()
KEEPERS = {"storage", "accounts", "casework", "community"}
CARETAKER = PACKAGE / "cli" / "forget.py"


def forgetting() -> set[str]:
    """Every function that deletes what is past its time: community.answers.forget."""
    found = [(place(module), f.name) for module in MODULES for f in functions(module)]
    return {
        f"participation.{room.replace('/', '.')}.{name}"
        for room, name in found
        if name.startswith("forget") and room.split("/")[0] in KEEPERS
    }


def called_by_caretaker() -> set[str]:
    named = {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in tree(CARETAKER).body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    used = [node for node in ast.walk(tree(CARETAKER)) if isinstance(node, ast.Attribute)]
    reached = {f"{named.get(n.value.id)}.{n.attr}" for n in used if isinstance(n.value, ast.Name)}
    return reached | {
        named[n.id] for n in ast.walk(tree(CARETAKER)) if isinstance(n, ast.Name) and n.id in named
    }


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__tablename__)
def test_every_table_says_how_long_it_is_kept(record):
    assert record.__dict__.get("kept_for", "").strip(), record.__name__


def test_every_table_bears_one_name():
    assert sorted(record.__tablename__ for record in RECORDS) == sorted(Record.metadata.tables)


def test_what_is_past_its_time_is_forgotten_by_the_caretaker():
    assert forgetting() - called_by_caretaker() == set()
