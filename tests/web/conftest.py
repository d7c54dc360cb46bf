"""A municipality in full use, made once and copied for each test."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask

from participation import create_app
from tests.conftest import TODAY
from tests.municipality import Municipality, settle
from tests.web.visits import Visit, contents_of, visit_every_door


@pytest.fixture(scope="session")
def in_use(blank: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Municipality]:
    folder = Path(shutil.copytree(blank, tmp_path_factory.mktemp("in-use") / "var"))
    app = create_app(FOLDER=str(folder), TODAY=TODAY.isoformat(), TESTING=True)
    municipality = settle(app, TODAY)
    app.extensions["database"].close()
    return folder, municipality


@pytest.fixture
def folder(in_use: tuple[Path, Municipality], tmp_path: Path) -> Path:
    return Path(shutil.copytree(in_use[0], tmp_path / "var"))


@pytest.fixture
def municipality(in_use: tuple[Path, Municipality]) -> Municipality:
    return in_use[1]


@pytest.fixture
def over_https(folder: Path) -> Iterator[Flask]:
    app = create_app(FOLDER=str(folder), TODAY=TODAY.isoformat(), TESTING=True, HTTPS=True)
    yield app
    app.extensions["database"].close()


@pytest.fixture
def contents(folder: Path) -> Callable[[], str]:
    return contents_of(folder)


@pytest.fixture(scope="session")
def house(in_use: tuple[Path, Municipality], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """A house to look at only."""
    folder = Path(shutil.copytree(in_use[0], tmp_path_factory.mktemp("seen") / "var"))
    app = create_app(FOLDER=str(folder), TODAY=TODAY.isoformat(), TESTING=True)
    yield app
    app.extensions["database"].close()


@pytest.fixture(scope="session")
def visits(house: Flask, in_use: tuple[Path, Municipality]) -> list[Visit]:
    """What everyone saw behind every door."""
    return list(visit_every_door(house, in_use[1], Path(house.config["FOLDER"])))
