"""What the documents say about the house is true."""

import ast
import re

import pytest

from participation.config import ROOT
from tests.house.source import MODULES, PACKAGE, TEMPLATES, place, records, tree

DOCS = ROOT / "docs"
CODE = re.compile(r"`([^`\n]+)`")
DOTTED = re.compile(r"[a-z_]+(?:\.[a-z_]+)+")


def words_of_code() -> set[str]:
    """Every name the code uses: modules, classes, functions, arguments, columns."""
    found = {part for module in MODULES for part in place(module).split("/")}
    for module in MODULES:
        for node in ast.walk(tree(module)):
            found |= {
                getattr(node, key)
                for key in ("name", "id", "attr", "arg")
                if isinstance(getattr(node, key, None), str)
            }
    return found


def named_in(file: str) -> list[str]:
    return CODE.findall((DOCS / file).read_text("utf-8"))


def test_every_package_is_named_in_the_architecture():
    packages = {module.parent for module in MODULES if module.name == "__init__.py"}
    rooms = {".".join(folder.relative_to(ROOT).parts) for folder in packages} - {"participation"}
    inner = {room for room in rooms if room.startswith("participation.web.")}
    text = (DOCS / "architecture.md").read_text("utf-8")
    assert {room for room in rooms - inner if f"`{room}`" not in text} == set()
    assert {p.stem for p in PACKAGE.glob("[a-z]*.py") if f"`{p.stem}`" not in text} == set()


@pytest.mark.parametrize(
    "file", ["architecture.md", "glossary.md", "privacy.md", "disclosure.md", "free_text.md"]
)
def test_no_path_is_named_that_is_not_there(file):
    paths = [code for code in named_in(file) if "/" in code and " " not in code and "<" not in code]
    paths = [path for path in paths if not path.startswith("/")]
    roots = (ROOT, PACKAGE, TEMPLATES)
    missing = [
        p for p in paths if not any((root / p).exists() or (root / f"{p}.py").exists() for root in roots)
    ]
    assert missing == []


def test_every_name_in_the_architecture_is_a_name_in_the_code():
    code, known = (
        [c for c in named_in("architecture.md") if DOTTED.fullmatch(c)],
        words_of_code() | {"participation"},
    )
    assert [c for c in code if not set(c.removesuffix(".py").split(".")) <= known] == []


def test_the_architecture_can_be_read_in_one_sitting():
    assert len((DOCS / "architecture.md").read_text("utf-8").splitlines()) <= 120


def test_every_code_word_of_the_glossary_is_in_the_code():
    rows = [
        line.split("|")
        for line in (DOCS / "glossary.md").read_text("utf-8").splitlines()
        if line.startswith("|")
    ]
    words = [part for row in rows for code in CODE.findall(row[2]) for part in re.findall(r"\w+", code)]
    assert words
    assert set(words) - words_of_code() == set()


def test_every_table_stands_in_privacy():
    assert {record.__tablename__ for record in records()} - set(named_in("privacy.md")) == set()


def test_decisions_are_numbered_without_a_gap():
    numbers = [int(path.name[:4]) for path in sorted((DOCS / "decisions").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))
    assert numbers
