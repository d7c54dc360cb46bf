"""A child's own code: one for a case, shown once, dead when renewed, taken back or when the case closes."""

import pytest
from sqlalchemy import select

from participation.casework import cases, own_codes, own_voices, voices
from participation.casework.own_codes import OwnCode
from participation.errors import Closed, NotFound
from participation.rights.occasions import Occasion
from tests.conftest import TODAY


@pytest.fixture
def code(database, kari, case_id) -> str:
    with database.writing() as db:
        return own_codes.hand_over(db, kari, case_id, TODAY)[1]


def opens(database, code: str) -> int:
    with database.reading() as db:
        return own_codes.case_behind(db, code).id


def test_an_own_code_opens_its_case_however_it_is_typed(database, code, case_id):
    assert opens(database, code.lower().replace("-", " ")) == case_id


def test_only_the_fingerprint_of_an_own_code_is_kept(database, code):
    with database.reading() as db:
        [own] = db.scalars(select(OwnCode))
        assert code.replace("-", "") not in str(vars(own))


def test_a_renewed_code_makes_the_old_one_worthless(database, kari, case_id, code):
    with database.writing() as db:
        _, new = own_codes.hand_over(db, kari, case_id, TODAY)
    assert opens(database, new) == case_id
    with pytest.raises(NotFound):
        opens(database, code)


def test_a_code_taken_back_opens_nothing_and_is_taken_back_once(database, kari, case_id, code):
    with database.writing() as db:
        own_codes.take_back(db, kari, case_id, TODAY)
    with pytest.raises(NotFound):
        opens(database, code)
    with pytest.raises(NotFound), database.writing() as db:
        own_codes.take_back(db, kari, case_id, TODAY)


@pytest.mark.parametrize("end", [own_codes.hand_over, own_codes.take_back])
def test_what_was_begun_with_a_lost_code_cannot_be_sent(database, kari, case_id, code, surveys, end):
    with database.writing() as db:
        given = {"survey": surveys["something-hard"], "today": TODAY}
        _, theirs = own_voices.begin(db, code, Occasion.SOMETHING_HARD, **given)
        end(db, kari, case_id, TODAY)
        with pytest.raises(Closed):
            voices.voice_behind(db, theirs, TODAY)


def test_an_own_code_ends_with_its_case(database, kari, case_id, code):
    with database.writing() as db:
        cases.close(db, kari, case_id, TODAY)
    with pytest.raises(Closed):
        opens(database, code)


@pytest.mark.parametrize("act", [own_codes.hand_over, own_codes.take_back])
def test_nobody_handles_the_code_of_anothers_child(database, knut, case_id, code, act):
    with pytest.raises(NotFound), database.writing() as db:
        act(db, knut, case_id, TODAY)
