"""Visits: everyone goes through every door once, and what was seen is kept for many tests to look at."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient

from participation.access import STAFF, Role
from tests.conftest import browser_of
from tests.municipality import Municipality, rules

LEFT_OUT = {"audit", "failures", "browser_sessions"}
"""Reading leaves its mark here, and that is meant."""
TAKES_FILES = {None, Role.PLANNER, Role.COORDINATOR}
"""Documents are dear to make: these alone take them out."""


@dataclass(frozen=True)
class Visit:
    role: Role | None
    endpoint: str
    where: str
    status: int
    mimetype: str
    headers: tuple[tuple[str, str], ...]
    body: str
    changed: bool

    @property
    def name(self) -> str:
        return f"{self.role.name.lower() if self.role else 'stranger'} {self.endpoint}"

    @property
    def is_page(self) -> bool:
        return self.mimetype == "text/html" and self.status == 200


def contents_of(folder: Path) -> Callable[[], str]:
    """A digest over every row that is not meant to change when somebody looks."""

    def digest() -> str:
        seen = sha256()
        with closing(sqlite3.connect(folder / "participation.db")) as database:
            names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            for (name,) in names:
                if name not in LEFT_OUT:
                    rows = database.execute(f"SELECT * FROM {name}").fetchall()
                    seen.update(repr((name, rows)).encode())
        return seen.hexdigest()

    return digest


def visit_every_door(app: Flask, municipality: Municipality, folder: Path) -> Iterator[Visit]:
    contents = contents_of(folder)
    before = contents()
    for role in (None, *STAFF):
        visitor = browser_of(app, municipality.people[role]) if role else app.test_client()
        for rule in rules(app):
            where = municipality.address(app, rule)
            if "." in where.rsplit("/", 1)[-1] and role not in TAKES_FILES:
                continue
            if rule.endpoint in {"answers.page", "voices.page"}:
                begin(visitor, where)
            answer = visitor.get(where, headers={"Origin": "https://other.example"})
            after = contents()
            seen = (
                answer.status_code,
                answer.mimetype,
                tuple(answer.headers),
                answer.get_data().decode("utf-8", "replace"),
            )
            yield Visit(role, rule.endpoint, where, *seen, changed=after != before)
            before = after


def begin(visitor: FlaskClient, where: str) -> None:
    """Children's questions are for those who have begun."""
    start = where.rsplit("/", 1)[0]
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', visitor.get(f"{start}/").text)[1]
    visitor.post(f"{start}/begynn", data={"csrf_token": token})
