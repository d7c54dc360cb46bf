import pytest

from participation.access import STAFF, Role
from participation.casework import cases, voices
from participation.casework.cases import NotAReference, ReferenceTaken
from participation.errors import Closed, NotAllowed, NotFound
from participation.rights.occasions import Occasion
from participation.storage import audit
from tests.conftest import TODAY


def test_a_case_with_a_name_is_not_opened(database, kari):
    with database.writing() as db, pytest.raises(NotAReference):
        cases.open_case(db, kari, "Ola Nordmann", TODAY)


def test_no_two_cases_have_one_reference(database, knut, case_id):
    with database.writing() as db, pytest.raises(ReferenceTaken):
        cases.open_case(db, knut, " 2026/114 ", TODAY)


@pytest.mark.parametrize(
    "role", [role for role in STAFF if role is not Role.COORDINATOR], ids=lambda role: role.name
)
def test_only_a_coordinator_opens_and_reads_cases(database, person, case_id, role):
    somebody = person(role)
    with database.writing() as db:
        with pytest.raises(NotAllowed):
            cases.open_case(db, somebody, "2026/115", TODAY)
        with pytest.raises(NotAllowed):
            cases.case_of(db, somebody, case_id)
        with pytest.raises(NotAllowed):
            cases.cases_of(db, somebody)


def test_another_coordinators_case_is_not_there(database, knut, case_id):
    with database.writing() as db:
        for act in (cases.case_of, cases.open_case_of):
            with pytest.raises(NotFound):
                act(db, knut, case_id)
        with pytest.raises(NotFound):
            cases.close(db, knut, case_id, TODAY)
        assert cases.cases_of(db, knut) == []


def test_a_closed_case_can_be_read_and_not_written_in(database, kari, case_id, surveys):
    with database.writing() as db:
        cases.close(db, kari, case_id, TODAY)
    given = {"occasion": Occasion.INDIVIDUAL_PLAN, "survey": surveys["my-plan"], "today": TODAY}
    with database.writing() as db:
        assert cases.case_of(db, kari, case_id).closed_on == TODAY
        with pytest.raises(Closed):
            voices.invite(db, kari, case_id, **given)
        with pytest.raises(Closed):
            cases.close(db, kari, case_id, TODAY)


def test_open_cases_stand_before_closed_ones(database, kari, case_id):
    with database.writing() as db:
        cases.close(db, kari, case_id, TODAY)
        later = cases.open_case(db, kari, "2027/1", TODAY)
        assert [case.id for case in cases.cases_of(db, kari)] == [later.id, case_id]


def test_the_trail_names_a_case_by_its_number_and_never_by_its_reference(database, kari, case_id):
    with database.writing() as db:
        cases.close(db, kari, case_id, TODAY)
        assert [(entry.act, entry.about) for entry in audit.entries(db)] == [
            ("CLOSE_CASE", f"case {case_id}"),
            ("OPEN_CASE", f"case {case_id}"),
        ]
