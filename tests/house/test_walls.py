"""The walls and stairs of the house, as docs/architecture.md draws them."""

import re
from ast import Call, ImportFrom, unparse, walk

import pytest

from participation import casework, community
from tests.house.source import HEAVY, MODULES, PACKAGE, functions, imports, late_imports, modules, place, tree

FLOORS = (
    {"errors", "config"},
    {"access", "rights", "surveys", "disclosure"},
    {"storage", "export"},
    {"accounts", "guard", "owner", "casework", "community"},
    {"web"},
    {"__init__"},
    {"demo"},
    {"cli"},
)
FLOOR = {room: height for height, rooms in enumerate(FLOORS) for room in rooms}
GROUND = FLOORS[1]
WINGS = {"accounts", "guard", "owner", "casework", "community"}

KEPT_TO = {
    "alembic": {"storage"},
    "argon2": {"accounts"},
    "babel": {"web", "cli"},
    "click": {"cli"},
    "cryptography": {"storage"},
    "docx": {"export"},
    "faker": {"disclosure"},
    "flask": {"web", "cli", "__init__"},
    "fontTools": {"cli"},
    "flask_babel": {"web"},
    "highspy": {"disclosure"},
    "jsonschema": {"surveys"},
    "matplotlib": {"export"},
    "numpy": {"export", "disclosure"},
    "psycopg": {"storage"},
    "scipy": {"disclosure"},
    "segno": {"web"},
    "sqlalchemy": {"storage", *WINGS, "web/current", "cli"},
    "typst": {"export"},
    "waitress": {"demo", "cli"},
    "werkzeug": {"web"},
    "wtforms": {"web"},
}
TRUE_COUNTS = {"community/releases/desk", "community/releases/counting"}
"""They hand sheets over to the gate, and never look at a count."""

MAKES_TABLES = {"disclosure/gate", "disclosure/published", "community/releases/records"}
"""The gate makes protected tables, out of the ledger; where they are kept they are read back."""
OTHER_TABLES = {"DataTable", "Element"}
"""Tables of a document, and of python-docx."""
LOOKS_UP = {"storage/migrations/env"}
"""Alembic must know every record, wherever it stands."""


def room_of(there: str) -> str:
    return there.split("/")[0]


def test_every_room_stands_on_a_floor():
    assert {room_of(place(module)) for module in MODULES} - set(FLOOR) == set()


@pytest.mark.parametrize("module", MODULES, ids=place)
def test_imports_run_down_the_stairs(module):
    here = room_of(place(module))
    for there in imports(module):
        room = room_of(there)
        if room in FLOOR and room != here and place(module) not in LOOKS_UP:
            assert FLOOR[room] < FLOOR[here], f"{here} reaches up or across to {there}"


@pytest.mark.parametrize("module", MODULES, ids=place)
def test_libraries_keep_to_their_floor(module):
    here = place(module)
    for library in KEPT_TO.keys() & set(imports(module)):
        assert {here, room_of(here)} & KEPT_TO[library], f"{library} is not for {here}"


@pytest.mark.parametrize("room", sorted(GROUND))
def test_ground_rooms_stand_alone(room):
    found = modules(room) or [PACKAGE / f"{room}.py"]
    for module in found:
        ours = {room_of(there) for there in imports(module)} & set(FLOOR)
        assert ours <= {"errors", room}, place(module)


@pytest.mark.parametrize("wing", [casework, community], ids=lambda wing: wing.__name__)
def test_rooms_of_a_wing_stand_in_order(wing):
    """Each room uses only rooms named before it in the wing's own docstring."""
    name = wing.__name__.split(".")[-1]
    order = " ".join(wing.__doc__.rsplit(":\n", 1)[-1].split()).rstrip(".").split(", ")
    assert {entry.stem for entry in (PACKAGE / name).glob("[a-z]*")} == set(order)
    for module in modules(name)[1:]:
        here = place(module).split("/")[1]
        used = {there.split("/")[1] for there in imports(module) if there.startswith(f"{name}/")}
        assert used - {here} <= set(order[: order.index(here)]), f"{here} looks ahead"


def test_doors_ask_the_wings_and_never_the_cellar():
    for module in modules("web"):
        assert not any(room_of(there) == "storage" for there in imports(module)), place(module)


def test_true_counts_meet_only_the_gate():
    for module in MODULES:
        if "disclosure/worlds" in imports(module):
            assert room_of(place(module)) == "disclosure" or place(module) in TRUE_COUNTS, place(module)


@pytest.mark.parametrize("module", MODULES, ids=place)
def test_only_the_gate_makes_a_protected_table(module):
    """Nothing else than a table out of the ledger can reach a template, a chart, a file or an export."""
    calls = [unparse(node.func) for node in walk(tree(module)) if isinstance(node, Call)]
    makes = {"ProtectedTable", "ProtectedTable.from_plain", "published.ProtectedTable"} & set(calls)
    assert not makes or place(module) in MAKES_TABLES, place(module)


@pytest.mark.parametrize("module", [*modules("web"), *modules("export")], ids=place)
def test_those_who_show_numbers_cannot_reach_what_is_behind_the_gate(module):
    known = {there for there in imports(module) if there.startswith("disclosure/")}
    assert not {there for there in known if there.startswith(("disclosure/engine", "disclosure/worlds"))}
    whole = {"Number", "Reason"}
    if "disclosure/gate" in known:
        named = {alias.name for node in walk(tree(module)) if isinstance(node, ImportFrom)
                 and node.module == "participation.disclosure.gate" for alias in node.names}  # fmt: skip
        assert named <= whole, f"{place(module)} takes {named - whole} out of the gate"


@pytest.mark.parametrize("module", modules("export"), ids=place)
def test_what_leaves_the_house_is_protected(module):
    """`export` knows protected tables only, and its functions say so."""
    known = {there for there in imports(module) if room_of(there) == "disclosure"}
    assert known <= {"disclosure/groups", "disclosure/published"}
    for function in functions(module):
        for given in [*function.args.args, *function.args.kwonlyargs]:
            written = re.findall(r"\w+", unparse(given.annotation)) if given.annotation else []
            assert "Table" not in written, function.name
            if given.arg in {"table", "tables"}:
                assert {"ProtectedTable", *OTHER_TABLES} & set(written), function.name


@pytest.mark.parametrize("module", MODULES, ids=place)
def test_nothing_is_imported_late_but_what_is_heavy(module):
    """No import hides in a function or behind TYPE_CHECKING; heavy libraries alone wait until needed."""
    assert "TYPE_CHECKING" not in module.read_text("utf-8")
    late = {there for there in late_imports(module) if room_of(place(module)) in {"export", "disclosure"}}
    assert set(late_imports(module)) <= HEAVY & late, place(module)


@pytest.mark.parametrize("module", MODULES, ids=place)
def test_what_is_heavy_waits_until_it_is_needed(module):
    assert not HEAVY & (set(imports(module)) - set(late_imports(module))), place(module)
