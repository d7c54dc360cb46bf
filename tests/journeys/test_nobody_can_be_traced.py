"""After closing: somebody with the whole database, its files, keys and every code looks for a child."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import MetaData, select

from participation import create_app
from participation.access import Actor, Role
from participation.community import answers
from participation.storage.codes import fingerprint, normal, normal_words
from participation.storage.database import Database
from participation.web.security import BROWSER_COOKIE
from tests.conftest import TODAY, a_copy
from tests.journeys import steps
from tests.journeys.conftest import Cast

pytestmark = pytest.mark.xdist_group("traced")

GROUP = ("tickets", "drafts", "sheets", "claims", "free_texts")


@dataclass(frozen=True)
class Known:
    """What the one who searches knows of each child, in the order they answered."""

    codes: list[str]
    cards: list[str]
    secrets: list[str]
    said: list[str]
    sealed: list[bytes]
    """The sheets as they lay sealed before closing."""


@dataclass(frozen=True)
class Closed:
    """A closed consultation: the house it was held in, its folder, and what somebody knows."""

    app: Flask
    folder: Path
    known: Known

    @property
    def database(self) -> Database:
        return self.app.extensions["database"]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def closed(request, blank: Path, tmp_path_factory) -> Iterator[Closed]:
    """Twelve children have answered one after another, and the consultation is closed."""
    folder = Path(shutil.copytree(blank, tmp_path_factory.mktemp("closed") / "var"))
    server = request.getfixturevalue("blank_on_server") if request.param == "postgresql" else None
    with a_copy(server) as url:
        app = create_app(FOLDER=str(folder), DATABASE_URL=url, TODAY=TODAY.isoformat(), TESTING=True)
        with closing(app.extensions["database"]):
            yield Closed(app, folder, answered_and_closed(Cast(app)))


@pytest.fixture
def database(closed: Closed) -> Database:
    return closed.database


@pytest.fixture
def known(closed: Closed) -> Known:
    return closed.known


def answered_and_closed(cast: Cast) -> Known:
    planner = cast.staff(Role.PLANNER)
    steps.makes_a_matter(planner)
    steps.opens_a_consultation(planner)
    known = Known(steps.makes_codes(planner, 12), [], [], [], [])
    for n, code in enumerate(known.codes):
        child = cast.quick()
        known.said.append(f"Kanarifugl{n:02}")
        steps.sends_in(child, code, {"being_here": "good", "first": known.said[n]})
        known.cards.append(steps.card_words(child))
        known.secrets.append(child.client.get_cookie(BROWSER_COOKIE).value)
    known.sealed.extend(sheet["sealed"] for sheet in dump(cast.app.extensions["database"])["sheets"])
    assert len(known.sealed) == len(known.codes), "the search is able to see"
    planner.goes("/medvirkning/1/")
    planner.sends(to="/avslutt")
    steps.releases_the_numbers(planner)
    return known


def dump(database) -> dict[str, list[dict]]:
    """Every row of every table."""
    (tables := MetaData()).reflect(database.engine)
    with database.engine.connect() as connection:
        return {
            t.name: [dict(r._mapping) for r in connection.execute(select(t))] for t in tables.sorted_tables
        }


def test_no_sheet_and_no_draft_is_left(database, known):
    tables = dump(database)
    assert tables["sheets"] == tables["drafts"] == []
    assert len(tables["free_texts"]) == len(tables["claims"]) == len(known.codes)


def test_neither_codes_nor_words_nor_secrets_stand_anywhere(database, known):
    written = repr(dump(database))
    for code in known.codes:
        assert code not in written
        assert normal(code) not in written
    for told in [*known.cards, *known.secrets, *known.said]:
        assert told not in written
        assert normal_words(told) not in written


def test_no_value_leads_from_one_table_to_another(database, known):
    """Every column against every other: two tables share the consultation and nothing else."""
    tables = dump(database)
    values = {
        name: {value for row in tables[name] for value in row.values() if not isinstance(value, int)}
        for name in GROUP
    }
    for one in GROUP:
        for other in tables.keys() - {one, "frozen_surveys", "data_keys"}:
            theirs = {str(value) for row in tables[other] for value in row.values()}
            assert not {str(value) for value in values[one]} & theirs - {"first"}, (one, other)


def test_whoever_holds_codes_and_keys_learns_only_that_the_code_was_used(database, known):
    with database.reading() as db:
        prints = [fingerprint(db, "ticket", normal(code)) for code in known.codes]
    tables = dump(database)
    used = [row for row in tables["tickets"] if row["fingerprint"] in prints]
    assert {frozenset(row) for row in used} == {frozenset({"fingerprint", "consultation_id", "uses_left"})}
    assert {row["uses_left"] for row in used} == {0}
    others = repr({name: rows for name, rows in tables.items() if name != "tickets"})
    assert not [found for found in prints if found in others]


def test_whoever_holds_a_card_learns_only_what_everyone_is_told(database, known):
    tables = dump(database)
    for card in known.cards:
        words = normal_words(card)
        with database.reading() as db:
            assert not answers.can_withdraw(db, words)
            given = {fingerprint(db, purpose, words) for purpose in ("claim", "withdrawal")}
        assert {name for name, rows in tables.items() if any(one in repr(rows) for one in given)} == {
            "claims"
        }


def test_the_order_of_what_is_left_is_not_the_order_of_answering(database, known):
    with database.writing() as db:
        read = answers.free_texts(db, Actor(Role.PLANNER, 1), 1)["first"]
    assert sorted(read) == known.said
    assert read not in (known.said, known.said[::-1])


def test_nothing_is_left_in_the_files(closed, known):
    """SQLite's own files, the log among them; on PostgreSQL what is left lies sealed under a lost key."""
    told = [*known.codes, *map(normal, known.codes), *known.secrets, *known.said]
    wanted = [text.encode() for text in [*told, *map(normal_words, known.cards)]] + known.sealed
    for path in closed.folder.iterdir():
        if path.name != "root.key":
            raw = path.read_bytes()
            assert not [found for found in wanted if found in raw], path.name


def test_where_a_row_lies_in_the_file_does_not_tell_when_it_came(closed, database, known):
    """Rows lie in a file in the order they were written, unless they are written anew."""
    if database.engine.dialect.name != "sqlite":
        return
    with database.reading() as db:
        claims = [fingerprint(db, "claim", normal_words(card)) for card in known.cards]
        tickets = [fingerprint(db, "ticket", normal(code)) for code in known.codes]
    raw = (closed.folder / "participation.db").read_bytes()
    for prints in (claims, tickets):
        lying = sorted(prints, key=lambda found: raw.index(found.encode()))
        assert lying in (sorted(prints), sorted(prints, reverse=True)), (
            "the order of the keys, which are random"
        )


def test_what_the_server_notes_of_each_row_does_not_tell_when_it_came(database, known):
    """PostgreSQL keeps with each row the transaction that wrote it: ticket and claim once had the same."""
    if database.engine.dialect.name != "postgresql":
        return
    with database.engine.connect() as connection:
        for table, key in {"tickets": "fingerprint", "claims": "fingerprint", "free_texts": "id"}.items():
            rows = connection.exec_driver_sql(f"SELECT xmin::text, {key} FROM {table} ORDER BY ctid").all()
            assert len({written_by for written_by, _ in rows}) == 1, table
            assert table == "free_texts" or [name for _, name in rows] == sorted(name for _, name in rows)
