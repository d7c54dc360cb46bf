"""A small municipality to test in: Lyngvær, on 21 November 2026, and the people who work there."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from secrets import token_hex

import pytest
from flask import Flask
from flask.testing import FlaskClient

from participation import create_app
from participation.access import Actor, Role
from participation.accounts import Account, BrowserSession
from participation.storage.codes import fingerprint
from participation.storage.database import Database
from participation.storage.opening import migrate, open_database
from participation.web.current import SESSION_COOKIE, now
from tests import lots, postgres
from tests.chromium import Browser, chromium

TODAY = date(2026, 11, 21)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "on_both: runs on SQLite and on PostgreSQL")
    config.addinivalue_line("markers", "xdist_group(name): tests that share what is dear to make")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if metafunc.definition.get_closest_marker("on_both"):
        metafunc.parametrize("database_url", ["sqlite", "postgresql"], indirect=True)


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an empty, migrated database and its keys, to be copied."""
    folder = tmp_path_factory.mktemp("blank")
    lots.lay(folder)
    database = open_database("", folder)
    migrate(database, TODAY)
    database.tidy()
    database.close()
    return folder


@pytest.fixture
def folder(blank: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(blank, tmp_path / "var"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def server() -> Iterator[postgres.Server]:
    """A PostgreSQL server, started when the first test asks for it."""
    with postgres.server() as server:
        yield server


@pytest.fixture(scope="session")
def blank_on_server(server: postgres.Server, blank: Path) -> postgres.Server:
    """The server, with a migrated database to be copied."""
    server.tell("CREATE DATABASE blank")
    database = open_database(server.url("blank"), blank)
    migrate(database, TODAY)
    database.close()
    return server


@contextmanager
def a_copy(server: postgres.Server | None) -> Iterator[str]:
    """The address of a migrated database on the server; empty where there is none."""
    if server is None:
        yield ""
        return
    name = f"copy_{token_hex(4)}"
    server.tell(f"CREATE DATABASE {name} TEMPLATE blank")
    yield server.url(name)
    server.tell(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The embedded database is the rule; PostgreSQL where a test is marked on_both."""
    on_server = getattr(request, "param", "sqlite") == "postgresql"
    with a_copy(request.getfixturevalue("blank_on_server") if on_server else None) as url:
        yield url


@pytest.fixture
def app(folder: Path, database_url: str) -> Iterator[Flask]:
    app = create_app(FOLDER=str(folder), DATABASE_URL=database_url, TODAY=TODAY.isoformat(), TESTING=True)
    yield app
    app.extensions["database"].close()


@pytest.fixture
def database(app: Flask) -> Database:
    return app.extensions["database"]


@pytest.fixture
def surveys(app: Flask) -> dict:
    return app.extensions["surveys"]


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def person(database: Database) -> Callable[..., Actor]:
    """Somebody with an account: person(Role.PLANNER), or person(Role.PLANNER, "Per")."""

    def hired(role: Role, name: str = "") -> Actor:
        name = name or f"Some {role.name.lower()}"
        with database.writing() as db:
            email = f"{name.replace(' ', '.').lower()}@lyngvaer.example"
            db.add(account := Account(name=name, email=email, role=role.name))
            db.flush()
            return account.actor

    return hired


def browser_of(app: Flask, actor: Actor) -> FlaskClient:
    """A browser in which this actor is signed in."""
    token, client = f"token of {actor.account_id}", app.test_client()
    with app.extensions["database"].writing() as db:
        print_ = fingerprint(db, "browser session", token)
        if db.get(BrowserSession, print_) is None:
            session = BrowserSession(fingerprint=print_, account_id=actor.account_id)
            session.started_at = session.seen_at = now()
            db.add(session)
    client.set_cookie(SESSION_COOKIE, token)
    return client


@pytest.fixture
def signed_in(app: Flask) -> Callable[[Actor], FlaskClient]:
    return partial(browser_of, app)
