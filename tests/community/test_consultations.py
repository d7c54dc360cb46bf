"""Consultations: what is promised to children, and the codes that let them in."""

from dataclasses import replace
from datetime import timedelta

import pytest

from participation.community import answers, consultations
from participation.disclosure.published import FLOOR
from participation.errors import Closed, Incomplete, NotAllowed, NotFound
from participation.rights.ladder import Rung
from participation.storage import audit
from participation.surveys.definition import Survey
from tests.community.conftest import LATER
from tests.conftest import TODAY

TOMORROW = TODAY + timedelta(days=1)


def test_what_is_promised_stands_as_it_was_declared(ask):
    asked = ask(breakdowns=["area", "age"], rung=Rung.ADULT_SHARED)
    assert (asked.promise, asked.breakdowns) == (Rung.ADULT_SHARED, ["area", "age"])
    assert (asked.invited, asked.closed_on) == (0, None)


@pytest.mark.parametrize(
    ("declared", "wrong"),
    [
        ({"breakdowns": ["area", "age", "safe"]}, "breakdowns"),
        ({"breakdowns": ["area", "area"]}, "breakdowns"),
        ({"breakdowns": ["wish"]}, "breakdowns"),
        ({"breakdowns": ["places"]}, "breakdowns"),
        ({"breakdowns": ["not_asked"]}, "breakdowns"),
        ({"rung": Rung.TOKENISM}, "rung"),
        ({"read_by": "  "}, "read_by"),
        ({"closes_on": TODAY - timedelta(days=1)}, "closes_on"),
        ({"answer_on": LATER}, "answer_on"),
    ],
)
def test_a_promise_that_cannot_be_kept_is_refused(ask, declared, wrong):
    with pytest.raises(Incomplete) as refused:
        ask(**declared)
    assert refused.value.missing == (wrong,)


def test_questions_for_one_named_child_are_never_put_to_many(ask, survey):
    with pytest.raises(Incomplete, match="survey"):
        ask(survey=replace(survey, door="case"))


def test_only_a_planner_opens_a_consultation(db, leader, matter, survey):
    declared = {"rung": Rung.CONSULTED, "breakdowns": [], "read_by": "x", "closes_on": LATER}
    with pytest.raises(NotAllowed):
        consultations.open_consultation(
            db, leader, matter.id, survey, **declared, answer_on=LATER, today=TODAY
        )


def test_a_consultation_is_about_a_matter_that_is_there(db, planner, survey):
    declared = {"rung": Rung.CONSULTED, "breakdowns": [], "read_by": "x", "closes_on": LATER}
    with pytest.raises(NotFound):
        consultations.open_consultation(db, planner, 99, survey, **declared, answer_on=LATER, today=TODAY)


def test_later_edits_do_not_change_what_children_were_asked(db, ask, survey):
    asked = ask()
    words = {"nb": {**survey.words["nb"], "title": "Noe annet"}}
    edited: Survey = replace(survey, words=words)
    ask(survey=edited)
    assert consultations.survey_of(db, asked).title("nb") == "Stedet"


def test_each_code_opens_the_door_once(db, planner, ask, answer):
    asked = ask()
    first, second = consultations.make_tickets(db, planner, asked.id, 2, TODAY)
    answer(asked, code=first)
    with pytest.raises(Closed):
        consultations.ticket_behind(db, first, TODAY)
    assert consultations.ticket_behind(db, second.lower().replace("-", " "), TODAY).uses_left == 1


def test_a_class_code_counts_down(db, planner, ask, answer):
    asked = ask()
    code = consultations.make_class_ticket(db, planner, asked.id, 3, TODAY)
    left = []
    for _ in range(3):
        answer(asked, code=code)
        left.append(consultations.ticket_behind(db, code, TODAY, used_too=True).uses_left)
    assert (left, asked.invited) == ([2, 1, 0], 3)
    with pytest.raises(Closed):
        consultations.ticket_behind(db, code, TODAY)


def test_a_code_is_late_after_the_last_day(db, planner, ask):
    code = consultations.make_class_ticket(db, planner, ask().id, 3, TODAY)
    assert consultations.ticket_behind(db, code, LATER).uses_left == 3
    with pytest.raises(Closed):
        consultations.ticket_behind(db, code, LATER + timedelta(days=1))


def test_a_code_nobody_made_opens_nothing(db, ask):
    ask()
    with pytest.raises(NotFound):
        consultations.ticket_behind(db, "222-222-222", TODAY)


def test_only_a_fingerprint_of_a_code_is_kept(db, planner, ask):
    code = consultations.make_tickets(db, planner, ask().id, 1, TODAY)[0]
    kept = consultations.ticket_behind(db, code, TODAY).fingerprint
    assert code.replace("-", "").lower() not in kept.lower()
    assert len(kept) == 64


@pytest.mark.parametrize("n", [0, -1, 501])
def test_the_number_of_codes_has_its_limits(db, planner, ask, n):
    asked = ask()
    with pytest.raises(Incomplete, match="tickets"):
        consultations.make_tickets(db, planner, asked.id, n, TODAY)
    with pytest.raises(Incomplete, match="uses"):
        consultations.make_class_ticket(db, planner, asked.id, n, TODAY)


def test_no_codes_are_made_when_no_more_answers_are_taken(db, planner, ask):
    asked = ask()
    for make in (consultations.make_tickets, consultations.make_class_ticket):
        with pytest.raises(Closed):
            make(db, planner, asked.id, 1, LATER + timedelta(days=1))


def test_a_leader_reads_but_makes_no_codes(db, leader, ask):
    asked = ask()
    assert consultations.consultation_of(db, leader, asked.id) is asked
    with pytest.raises(NotAllowed):
        consultations.make_tickets(db, leader, asked.id, 1, TODAY)


def test_the_youth_council_does_not_see_consultations(db, member, matter, ask):
    asked = ask()
    for look in (
        lambda: consultations.consultation_of(db, member, asked.id),
        lambda: consultations.consultations_on(db, member, matter.id),
        lambda: consultations.all_consultations(db, member),
    ):
        with pytest.raises(NotAllowed):
            look()


def test_it_may_be_closed_after_the_last_day(db, ask):
    asked = ask()
    assert not consultations.may_close(db, asked, LATER)
    assert consultations.may_close(db, asked, LATER + timedelta(days=1))


def test_it_may_be_closed_when_every_code_is_used(db, planner, ask, answer):
    asked = ask()
    assert not consultations.may_close(db, asked, TODAY), "nobody has been invited"
    first, *others = consultations.make_tickets(db, planner, asked.id, FLOOR, TODAY)
    for code in others:
        answer(asked, code=code)
    assert not consultations.may_close(db, asked, TODAY)
    answer(asked, code=first)
    assert consultations.may_close(db, asked, TODAY)


def test_codes_taken_back_let_nobody_in_and_nobody_was_invited_by_them(db, planner, ask, answer):
    asked = ask()
    used, *lost = consultations.make_tickets(db, planner, asked.id, 3, TODAY)
    answer(asked, code=used)
    consultations.take_back_tickets(db, planner, asked.id, TODAY)
    assert asked.invited == 1
    for code in lost:
        with pytest.raises(Closed):
            consultations.ticket_behind(db, code, TODAY)


def test_a_class_code_taken_back_stays_at_what_was_used(db, planner, ask, answer):
    asked = ask()
    code = consultations.make_class_ticket(db, planner, asked.id, 9, TODAY)
    for _ in range(2):
        answer(asked, code=code)
    consultations.take_back_tickets(db, planner, asked.id, TODAY)
    assert (asked.invited, consultations.are_unused(db, asked)) == (2, False)


def test_what_was_begun_with_a_code_that_is_taken_back_is_not_sent(db, planner, ask, answer):
    asked = ask()
    [code] = consultations.make_tickets(db, planner, asked.id, 1, TODAY)
    consultations.take_back_tickets(db, planner, asked.id, TODAY)
    with pytest.raises(Closed):
        answer(asked, code=code, safe="yes")
    assert answers.how_many(db, asked) == 0


def test_lost_codes_do_not_keep_a_consultation_open(db, planner, ask, answer):
    asked = ask()
    consultations.make_tickets(db, planner, asked.id, 30, TODAY)
    consultations.take_back_tickets(db, planner, asked.id, TODAY)
    assert not consultations.may_close(db, asked, TODAY), "nobody has been invited"
    for _ in range(FLOOR):
        answer(asked)
    assert consultations.may_close(db, asked, TODAY)


def test_codes_are_taken_back_only_while_some_are_left_and_children_answer(db, planner, leader, ask, answer):
    asked = ask()
    answer(asked)
    with pytest.raises(Closed):
        consultations.take_back_tickets(db, planner, asked.id, TODAY)
    consultations.make_tickets(db, planner, asked.id, 2, TODAY)
    with pytest.raises(Closed):
        consultations.take_back_tickets(db, planner, asked.id, LATER + timedelta(days=1))
    with pytest.raises(NotAllowed):
        consultations.take_back_tickets(db, leader, asked.id, TODAY)


def test_the_trail_tells_that_codes_were_taken_back_and_not_how_many(db, planner, ask):
    asked = ask()
    consultations.make_tickets(db, planner, asked.id, 30, TODAY)
    consultations.take_back_tickets(db, planner, asked.id, TODAY)
    assert audit.entries(db)[0].about == f"unused codes of consultation {asked.id} taken back"


def test_codes_are_forgotten_thirty_days_after_closing(db, planner, ask, close):
    asked = ask()
    consultations.make_tickets(db, planner, asked.id, 2, TODAY)
    close(asked)
    kept = asked.closed_on + timedelta(days=30)
    assert consultations.forget(db, kept) == 0
    assert consultations.forget(db, kept + timedelta(days=1)) == 2
