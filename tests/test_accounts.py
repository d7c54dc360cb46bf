from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from participation import accounts
from participation.access import STAFF, Role
from participation.accounts import Account, AddressTaken, OneTimeLink, PasswordTooEasy
from participation.errors import Closed, Incomplete, NotAllowed, NotFound
from participation.guard import TooManyTries
from participation.storage import audit
from participation.storage.audit import Entry
from tests.conftest import TODAY

PASSWORD = "fire løse ord om fjorden"
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC).replace(tzinfo=None)


@pytest.fixture
def ada(person):
    return person(Role.ADMINISTRATOR, "Ada Berg")


@pytest.fixture
def link(database):
    """A one-time link for a new planner, Per Dahl."""
    with database.writing() as db:
        given = {"name": "Per Dahl", "email": "Per@Lyngvaer.example ", "role": Role.PLANNER}
        return accounts.add_first(db, **given, today=TODAY)


@pytest.fixture
def per(database, link):
    """Per Dahl, who has chosen a password."""
    with database.writing() as db:
        return accounts.set_password(db, link, PASSWORD, TODAY).actor


@pytest.fixture
def sign_in(database):
    def signed(password=PASSWORD, email="per@lyngvaer.example", address="10.0.0.1", now=NOW):
        with database.writing() as db:
            return accounts.sign_in(db, email, password, address=address, now=now)

    return signed


def who(database, token, now=NOW):
    with database.reading() as db:
        return accounts.actor_behind(db, token, now)


def test_nobody_has_an_account_from_the_start(database):
    with database.reading() as db:
        assert not accounts.anybody(db)


def test_only_an_administrator_has_to_do_with_accounts(database, person):
    for role in set(STAFF) - {Role.ADMINISTRATOR}:
        somebody = person(role)
        for act in (
            lambda db, a: accounts.add(db, a, name="X", email="x@x", role=Role.PLANNER, today=TODAY),
            lambda db, a: accounts.new_link(db, a, 1, TODAY),
            lambda db, a: accounts.close(db, a, 1, TODAY),
            lambda db, a: accounts.everybody(db, a),
            lambda db, a: accounts.trail(db, a),
        ):
            with database.writing() as db, pytest.raises(NotAllowed):
                act(db, somebody)


def test_a_new_account_has_no_password_and_a_link(database, ada):
    with database.writing() as db:
        given = {"name": "Nils", "email": "nils@lyngvaer.example", "role": Role.LEADER}
        account, token = accounts.add(db, ada, **given, today=TODAY)
        assert account.password_hash is None
        assert accounts.account_behind_link(db, token, TODAY) is account
        assert audit.entries(db, at_most=1)[0].about == f"account {account.id} added"


def test_an_address_belongs_to_one_account(database, ada, link):
    with database.writing() as db, pytest.raises(AddressTaken):
        accounts.add(db, ada, name="En til", email="PER@lyngvaer.example", role=Role.LEADER, today=TODAY)


def test_a_child_never_has_an_account(database, ada):
    with database.writing() as db, pytest.raises(Incomplete, match="role"):
        accounts.add(db, ada, name="Barn", email="barn@x", role=Role.CHILD, today=TODAY)


def test_a_link_works_once(database, link, per):
    with database.writing() as db, pytest.raises(NotFound):
        accounts.set_password(db, link, PASSWORD, TODAY)


def test_a_link_works_for_a_week(database, link):
    with database.reading() as db:
        last_day = TODAY + timedelta(days=accounts.DAYS_LINK_OPEN)
        assert accounts.account_behind_link(db, link, last_day)
        with pytest.raises(NotFound):
            accounts.account_behind_link(db, link, last_day + timedelta(days=1))


def test_a_link_is_kept_as_a_fingerprint(database, link):
    with database.reading() as db:
        assert link not in db.scalar(select(OneTimeLink)).fingerprint


@pytest.mark.parametrize(
    "password",
    ["kort og greit", "x" * 129, "passordpassordpassord", "per dahl per dahl per", "aaaaaaaaaaaaaaaaaaaa"],
    ids=["too short", "too long", "the word itself", "own name", "one letter"],
)
def test_an_easy_password_is_refused_and_the_link_still_works(database, link, password):
    with pytest.raises(PasswordTooEasy), database.writing() as db:
        accounts.set_password(db, link, password, TODAY)
    with database.reading() as db:
        assert accounts.account_behind_link(db, link, TODAY).password_hash is None


def test_passwords_are_kept_as_argon2(database, per):
    with database.reading() as db:
        assert db.get(Account, per.account_id).password_hash.startswith("$argon2id$")


def test_the_right_password_opens_and_the_trail_notes_it(database, per, sign_in):
    assert who(database, sign_in()) == per
    with database.reading() as db:
        assert audit.entries(db, at_most=1)[0].act == "SIGN_IN"


def test_a_wrong_password_or_nobody_opens_nothing(per, sign_in):
    assert sign_in(password="noe helt annet enn det") is None
    assert sign_in(email="ingen@lyngvaer.example") is None


def test_without_a_password_nobody_gets_in(link, sign_in):
    assert sign_in(password="") is None


def test_ten_wrong_passwords_are_enough(per, sign_in):
    for _ in range(accounts.WRONG_PASSWORDS):
        sign_in(password="feil")
    with pytest.raises(TooManyTries):
        sign_in()
    assert sign_in(address="10.0.0.2"), "somebody else's guesses do not shut Per out elsewhere"
    assert sign_in(now=NOW + timedelta(minutes=30))


def test_capital_letters_give_no_more_guesses(per, sign_in):
    for n in range(accounts.WRONG_PASSWORDS):
        sign_in(password="feil", email="PER@lyngvaer.example"[:n] + "per@lyngvaer.example"[n:])
    with pytest.raises(TooManyTries):
        sign_in(email="pER@lyngvaer.example")


def test_a_session_ends_when_nobody_is_there(database, per, sign_in):
    token = sign_in()
    assert who(database, token, NOW + accounts.IDLE)
    assert who(database, token, NOW + accounts.IDLE + timedelta(seconds=1)) is None


def test_a_session_ends_after_a_working_day(database, per, sign_in):
    token, now = sign_in(), NOW
    while now < NOW + accounts.LONGEST:
        now += accounts.IDLE
        with database.writing() as db:
            accounts.seen(db, token, now)
    assert who(database, token, now)
    assert who(database, token, now + timedelta(minutes=1)) is None


def test_signing_out_ends_the_session(database, per, sign_in):
    token = sign_in()
    with database.writing() as db:
        accounts.sign_out(db, token, per)
    assert who(database, token) is None


def test_a_new_link_ends_the_old_password_and_every_session(database, ada, per, sign_in):
    token = sign_in()
    with database.writing() as db:
        accounts.new_link(db, ada, per.account_id, TODAY)
    assert who(database, token) is None
    assert sign_in() is None


def test_a_closed_account_opens_nothing_and_keeps_its_name(database, ada, per, sign_in):
    token = sign_in()
    with database.writing() as db:
        accounts.close(db, ada, per.account_id, TODAY)
    assert who(database, token) is None
    assert sign_in() is None
    with database.writing() as db:
        assert accounts.names(db)[per.account_id] == "Per Dahl"
        assert per.account_id not in accounts.names(db, Role.PLANNER)
        with pytest.raises(Closed):
            accounts.new_link(db, ada, per.account_id, TODAY)


def test_nobody_closes_their_own_account(database, ada):
    with database.writing() as db, pytest.raises(Closed):
        accounts.close(db, ada, ada.account_id, TODAY)


def test_the_trail_tells_where_it_is_broken(database, ada, per):
    with database.writing() as db:
        accounts.new_link(db, ada, per.account_id, TODAY)
        accounts.close(db, ada, per.account_id, TODAY)
        entries, broken_at = accounts.trail(db, ada)
        assert ([entry.id for entry in entries], broken_at) == ([3, 2, 1], None)
        db.add(Entry(id=4, at=NOW, account_id=1, act="SIGN_IN", about="account 1", digest="forged"))
        db.flush()
        assert accounts.trail(db, ada)[1] == 4


def test_what_is_past_its_time_is_deleted(database, link, per, sign_in, ada):
    sign_in()
    with database.writing() as db:
        accounts.new_link(db, ada, ada.account_id, TODAY)
        assert accounts.forget(db, TODAY, NOW) == 0
        assert accounts.forget(db, TODAY + timedelta(days=8), NOW + timedelta(days=8)) == 2
