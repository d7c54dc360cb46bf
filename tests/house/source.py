"""The source as the house tests read it: which modules there are, what they import, what they define."""

import ast
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

from participation.config import ROOT
from participation.storage.database import Record

PACKAGE = ROOT / "participation"
TEMPLATES = ROOT / "templates"
HEAVY = {"docx", "faker", "highspy", "matplotlib", "numpy", "scipy", "typst"}


def modules(room: str = "") -> list[Path]:
    """Every module of a room, or of the whole house; migrations are Alembic's and stand apart."""
    found = sorted((PACKAGE / room).rglob("*.py"))
    return [path for path in found if "versions" not in path.parts]


MODULES = modules()


def place(module: Path) -> str:
    """Where a module stands: web/views/answers."""
    return "/".join(module.relative_to(PACKAGE).with_suffix("").parts)


@cache
def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text("utf-8"))


def imports(module: Path) -> Iterator[str]:
    """What a module imports: ours as places, others by their first name."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from _named(node)


def late_imports(module: Path) -> Iterator[str]:
    """What is imported anywhere but at the top."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import | ast.ImportFrom) and node not in tree(module).body:
            yield from _named(node)


def functions(module: Path) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree(module)) if isinstance(node, ast.FunctionDef))


def records() -> list[type[Record]]:
    """Every mapped class of the house, by the name of its table."""
    for module in MODULES:
        if "__tablename__" in module.read_text("utf-8"):
            import_module(f"participation.{place(module).replace('/', '.')}")
    return sorted((mapper.class_ for mapper in Record.registry.mappers), key=lambda r: r.__tablename__)


def _named(node: ast.Import | ast.ImportFrom) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (_place_of(alias.name.split(".")) for alias in node.names)
        return
    assert node.module, "imports are absolute"
    parts = node.module.split(".")
    is_package = PACKAGE.parent.joinpath(*parts).is_dir()
    for alias in node.names:
        yield _place_of([*parts, alias.name] if is_package else parts)


def _place_of(parts: list[str]) -> str:
    if parts[0] != "participation":
        return parts[0]
    inside = PACKAGE.joinpath(*parts[1:])
    if inside.is_dir() or inside.with_suffix(".py").exists():
        return "/".join([*parts[1:]]) or "__init__"
    return "/".join(parts[1:-1]) or "__init__"
