"""Wrong tries are counted, right ones never: a whole school shares one address."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy import select

from participation.storage import limits
from participation.storage.limits import Failure, TooManyTries

NOW = datetime(2026, 11, 21, 10, 5)
SCHOOL = "192.0.2.7"
MANY = limits.FROM_ONE_PLACE


def fail(database, n: int, address: str = SCHOOL, now: datetime = NOW) -> None:
    with database.writing() as db:
        for _ in range(n):
            limits.note_failure(db, "codes", address, now)


def is_stopped(database, address: str = SCHOOL, now: datetime = NOW) -> bool:
    try:
        with database.reading() as db:
            limits.check(db, "codes", address, now)
    except TooManyTries:
        return True
    return False


@pytest.mark.on_both
@pytest.mark.parametrize(("wrong", "stopped"), [(MANY - 1, False), (MANY, True)])
def test_so_many_wrong_tries_are_enough(database, wrong, stopped):
    fail(database, wrong)
    assert is_stopped(database) is stopped


def test_another_address_is_not_stopped(database):
    fail(database, MANY)
    assert not is_stopped(database, "192.0.2.8")


def test_after_twenty_minutes_the_door_is_free_again(database):
    fail(database, MANY)
    assert is_stopped(database, now=NOW + timedelta(minutes=9))
    assert not is_stopped(database, now=NOW + timedelta(minutes=20))


def test_guessing_from_many_addresses_is_stopped_too(database, monkeypatch):
    monkeypatch.setattr(limits, "FROM_EVERYWHERE", 50)
    for n in range(5):
        fail(database, 10, f"192.0.2.{n}")
    assert is_stopped(database, "198.51.100.1")


def test_another_door_counts_for_itself(database):
    fail(database, MANY)
    with database.reading() as db:
        limits.check(db, "sign in", SCHOOL, NOW)


def test_the_address_is_kept_as_a_fingerprint_only(database):
    fail(database, 1)
    with database.reading() as db:
        assert not any(SCHOOL in failure.place for failure in db.scalars(select(Failure)))


@pytest.mark.on_both
def test_counts_are_forgotten_after_a_day(database):
    fail(database, 3)
    with database.writing() as db:
        assert limits.forget(db, NOW + timedelta(hours=23)) == 0
        assert limits.forget(db, NOW + timedelta(hours=25)) == 2


@pytest.mark.on_both
def test_the_first_wrong_tries_at_once_are_all_counted(database):
    barrier = Barrier(8)

    def try_wrong(_: int) -> None:
        barrier.wait()
        fail(database, 1)

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(try_wrong, range(8)))
    with database.reading() as db:
        assert sorted(db.scalars(select(Failure.n))) == [8, 8]
