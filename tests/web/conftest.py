"""A municipality in full use, made once and copied for each test."""

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from flask import Flask

from participation import create_app
from participation.web import language
from tests.conftest import TODAY
from tests.municipality import Municipality, settle
from tests.web import pseudo
from tests.web.child_pages import Child, met_by
from tests.web.shown import Shown, pages_once, styles_of
from tests.web.visits import Visit, contents_of, visit_every_door

Met = Callable[[str, str], dict[str, str]]


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


@pytest.fixture(scope="session")
def every_page(house: Flask, visits: list[Visit]) -> list[Shown]:
    """Each page once, though many can open it; and how the house says no."""
    return pages_once(house, visits)


@pytest.fixture(scope="session")
def met(in_use: tuple[Path, Municipality], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Met]:
    """Every kind of child page, by language and reading level."""
    folder = Path(shutil.copytree(in_use[0], tmp_path_factory.mktemp("met") / "var"))
    app = create_app(FOLDER=str(folder), TODAY=TODAY.isoformat(), TESTING=True)
    yield cache(lambda language, level: met_by(Child(app, in_use[1], language, level)))
    app.extensions["database"].close()


@pytest.fixture(scope="session")
def met_in_pseudo(blank: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The same pages in a municipality whose every word is in Arabic letters, from right to left."""
    place = tmp_path_factory.mktemp("pseudo")
    folder = Path(shutil.copytree(blank, place / "var"))
    app = create_app(FOLDER=str(folder), TODAY=TODAY.isoformat(), TESTING=True, **pseudo.translate(place))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(language, "OFFERED_OUTSIDE", (*language.OFFERED, pseudo.LANGUAGE))
        pages = met_by(Child(app, settle(app, TODAY), pseudo.LANGUAGE, "standard"))
    app.extensions["database"].close()
    return pages


@pytest.fixture(scope="session")
def styles(house: Flask) -> dict[str, tuple[bytes, str]]:
    """What a browser fetches with every page."""
    return styles_of(house)
