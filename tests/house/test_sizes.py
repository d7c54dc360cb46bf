"""Rooms stay small enough to be read in one sitting."""

import ast
import re

import pytest

from participation.config import ROOT
from tests.house.source import MODULES, PACKAGE, TEMPLATES, functions, place, tree

EMPTY_NAMES = re.compile(r"(utils?|helpers?|common|misc|base_.+)")
TESTS = [path for folder in ("tests", "bench") for path in sorted((ROOT / folder).rglob("*.py"))]
LONGEST_FILE, LONGEST_FUNCTION, LONGEST_TEMPLATE, LONGEST_TEST = 300, 40, 80, 15


def lines(function: ast.FunctionDef) -> int:
    return (function.end_lineno or 0) - function.lineno + 1


@pytest.mark.parametrize("module", MODULES, ids=place)
def test_a_file_opens_with_a_sentence_and_is_short(module):
    assert ast.get_docstring(tree(module)), "the first line says what the room is for"
    assert len(module.read_text("utf-8").splitlines()) <= LONGEST_FILE
    assert not EMPTY_NAMES.fullmatch(module.stem), "the name says nothing"


@pytest.mark.parametrize("module", MODULES, ids=place)
def test_a_function_does_one_thing(module):
    assert [f.name for f in functions(module) if lines(f) > LONGEST_FUNCTION] == []


@pytest.mark.parametrize("module", TESTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_test_is_a_sentence(module):
    tests = [f for f in functions(module) if f.name.startswith("test_")]
    assert [f.name for f in tests if lines(f) > LONGEST_TEST or f.name.count("_") < 3] == []
    assert len(module.read_text("utf-8").splitlines()) <= LONGEST_FILE


def test_a_template_fits_on_a_page():
    long = [
        path
        for path in TEMPLATES.rglob("*.html")
        if len(path.read_text("utf-8").splitlines()) > LONGEST_TEMPLATE
    ]
    assert long == []


def test_the_house_opens_quickly():
    assert next(lines(f) for f in functions(PACKAGE / "__init__.py")) <= 25
    assert len((ROOT / "tests" / "conftest.py").read_text("utf-8").splitlines()) <= 150
