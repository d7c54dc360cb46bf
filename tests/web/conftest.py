"""A municipality in full use, made once and copied for each test."""

import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import MetaData, select

from participation import create_app
from tests.conftest import TODAY
from tests.municipality import Municipality, settle

LEFT_OUT = {"audit", "failures", "browser_sessions"}
"""Reading leaves its mark here, and that is meant."""


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
def contents(database):
    """A digest over every row that is not meant to change when somebody looks."""

    def digest() -> str:
        (known := MetaData()).reflect(database.engine)
        seen = sha256()
        with database.engine.connect() as connection:
            for table in known.sorted_tables:
                if table.name not in LEFT_OUT:
                    rows = connection.execute(select(table)).all()
                    seen.update(repr((table.name, sorted(map(repr, rows)))).encode())
        return seen.hexdigest()

    return digest
