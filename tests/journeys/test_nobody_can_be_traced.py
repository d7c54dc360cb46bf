"""After closing: somebody with the whole database, its files, its keys and every code tries to find a child."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import MetaData, select

from participation.access import Role
from participation.community import answers
from participation.storage import codes as codes_kept
from participation.storage.codes import fingerprint, normal, normal_words
from participation.web.security import BROWSER_COOKIE
from tests.journeys import steps

GROUP = ("tickets", "drafts", "sheets", "claims", "free_texts")


@dataclass(frozen=True)
class Known:
    """What the one who searches knows of each child, in the order they answered."""

    codes: list[str]
    cards: list[str]
    secrets: list[str]
    said: list[str]


@pytest.fixture
def known(cast) -> Known:
    """Twelve children have answered one after another, and the consultation is closed."""
    planner = cast.staff(Role.PLANNER)
    steps.makes_a_matter(planner)
    steps.opens_a_consultation(planner)
    known = Known(steps.makes_codes(planner, 12), [], [], [])
    for n, code in enumerate(known.codes):
        child = cast.quick()
        child.goes(f"/svar/{code}/")
        steps.begins(child)
        known.said.append(f"Kanarifugl{n:02}")
        steps.answers_all(child, {"being_here": "good", "first": known.said[n]})
        child.sends(to="/send")
        known.cards.append(steps.card_words(child))
        known.secrets.append(child.client.get_cookie(BROWSER_COOKIE).value)
    planner.goes("/medvirkning/1/")
    planner.sends(to="/avslutt")
    return known


def dump(database) -> dict[str, list[dict]]:
    """Every row of every table."""
    (tables := MetaData()).reflect(database.engine)
    with database.engine.connect() as connection:
        return {
            t.name: [dict(r._mapping) for r in connection.execute(select(t))] for t in tables.sorted_tables
        }


@pytest.mark.on_both
def test_no_sheet_and_no_draft_is_left(database, known):
    tables = dump(database)
    assert tables["sheets"] == tables["drafts"] == []
    assert len(tables["free_texts"]) == len(tables["claims"]) == len(known.codes)


@pytest.mark.on_both
def test_neither_codes_nor_words_nor_secrets_stand_anywhere(database, known):
    written = repr(dump(database))
    for code in known.codes:
        assert code not in written
        assert normal(code) not in written
    for told in [*known.cards, *known.secrets, *known.said]:
        assert told not in written
        assert normal_words(told) not in written


@pytest.mark.on_both
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


@pytest.mark.on_both
def test_whoever_holds_codes_and_keys_learns_only_that_the_code_was_used(database, known):
    with database.reading() as db:
        prints = [fingerprint(db, "ticket", normal(code)) for code in known.codes]
    tables = dump(database)
    used = [row for row in tables["tickets"] if row["fingerprint"] in prints]
    assert {frozenset(row) for row in used} == {frozenset({"fingerprint", "consultation_id", "uses_left"})}
    assert {row["uses_left"] for row in used} == {0}
    others = repr({name: rows for name, rows in tables.items() if name != "tickets"})
    assert not [found for found in prints if found in others]


@pytest.mark.on_both
def test_whoever_holds_a_card_learns_only_what_everyone_is_told(database, known):
    with database.reading() as db:
        for card in known.cards:
            words = normal_words(card)
            assert not answers.can_withdraw(db, words)
            given = {fingerprint(db, purpose, words) for purpose in ("claim", "withdrawal")}
            tables = dump(database)
            found = {
                name
                for name, rows in tables.items()
                if given & set(map(str, sum(map(list, map(dict.values, rows)), [])))
            }
            assert found == {"claims"}


@pytest.mark.on_both
def test_the_order_of_what_is_left_is_not_the_order_of_answering(database, known, cast):
    actor = cast.actor(Role.PLANNER)
    with database.writing() as db:
        read = answers.free_texts(db, actor, 1)["first"]
    assert sorted(read) == sorted(known.said)
    assert read != known.said
    assert read != known.said[::-1]


def test_nothing_is_left_in_the_files(database, folder: Path, known):
    for path in folder.iterdir():
        if path.name != "root.key":
            raw = path.read_bytes()
            for told in [*known.codes, *map(normal, known.codes), *known.secrets, *known.said]:
                assert told.encode() not in raw, f"{path.name} still holds {told}"
            for card in known.cards:
                assert normal_words(card).encode() not in raw
    assert not any(path.stat().st_size for path in folder.glob("*-wal"))


def test_where_a_row_lies_in_the_file_does_not_tell_when_it_came(database, folder: Path, known):
    """Rows lie in a file in the order they were written, unless the file is written anew."""
    with database.reading() as db:
        claims = [fingerprint(db, "claim", normal_words(card)) for card in known.cards]
        tickets = [fingerprint(db, "ticket", normal(code)) for code in known.codes]
    database.close()
    raw = (folder / "participation.db").read_bytes()
    for prints in (claims, tickets):
        lying = sorted(prints, key=lambda found: raw.index(found.encode()))
        assert lying in (sorted(prints), sorted(prints, reverse=True)), (
            "the order of the keys, which are random"
        )


def test_an_earlier_copy_shows_what_closing_removes(cast, folder: Path, app):
    """The same search finds something before closing: the test is able to see."""
    planner = cast.staff(Role.PLANNER)
    steps.makes_a_matter(planner)
    steps.opens_a_consultation(planner)
    code = steps.makes_codes(planner, 1)[0]
    child = cast.quick()
    child.goes(f"/svar/{code}/")
    steps.begins(child)
    steps.answers_all(child, {"first": "Kanarifugl"})
    child.sends(to="/send")
    with sqlite3.connect(folder / "participation.db") as connection:
        [(n,)] = connection.execute("SELECT count(*) FROM sheets")
    connection.close()
    assert n == 1
    assert codes_kept.is_well_typed(code)
