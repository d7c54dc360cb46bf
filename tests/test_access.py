import pytest

from participation.access import ALLOWED, CHILD, STAFF, Act, Actor, Role, may, require
from participation.errors import NotAllowed

ABOUT_ONE_CHILD = {
    Act.OPEN_CASE,
    Act.READ_CASE,
    Act.CLOSE_CASE,
    Act.INVITE_VOICE,
    Act.READ_VOICE,
    Act.NOTE_READING,
    Act.WEIGH,
    Act.EDIT_PLAN,
    Act.COMPLETE_PLAN,
    Act.REPLY_TO_VOICE,
    Act.READ_CONCERN,
    Act.FOLLOW_UP_CONCERN,
    Act.READ_CONTACT,
    Act.ANSWER_CONTACT,
    Act.HAND_OVER_OWN_CODE,
    Act.TAKE_BACK_OWN_CODE,
    Act.PLAN_MEETING,
    Act.READ_MEETING,
    Act.DECIDE_ON_TOPIC,
    Act.WRITE_MEETING_NOTE,
}


def test_every_act_is_in_the_table():
    assert set(ALLOWED) == set(Act)


def test_every_act_is_for_somebody():
    assert all(ALLOWED.values())


def test_nobody_but_a_coordinator_meets_a_single_child():
    assert {role for act in ABOUT_ONE_CHILD for role in ALLOWED[act]} == {Role.COORDINATOR}


def test_only_the_child_starts_says_yes_takes_back_judges_the_answer_and_calls_it_serious():
    childs = {act for act in Act if may(CHILD, act)}
    assert childs == {
        Act.APPROVE_VOICE,
        Act.TAKE_BACK_PASSAGE,
        Act.SAY_IF_UNDERSTOOD,
        Act.RAISE_CONCERN,
        Act.BEGIN_OWN_VOICE,
        Act.SEND_WISHES,
        Act.SAY_IF_RIGHT,
        Act.SAY_IF_CAME_OUT_RIGHT,
    }
    assert all(ALLOWED[act] == {Role.CHILD} for act in childs)


def test_an_administrator_reads_no_child():
    own = {act for act in Act if may(Actor(Role.ADMINISTRATOR), act)}
    assert own == {
        Act.EDIT_ACCOUNTS,
        Act.EDIT_CHILDRENS_PAGES,
        Act.HAND_OVER_CASES,
        Act.NAME_DUTY,
        Act.READ_TRAIL,
        Act.SIGN_IN,
        Act.SIGN_OUT,
        Act.SET_PASSWORD,
    }


def test_a_leader_reads_and_answers_for_what_is_published_and_changes_nothing_else():
    own = {act.name for act in Act if may(Actor(Role.LEADER), act)}
    assert own - {"SIGN_IN", "SIGN_OUT", "SET_PASSWORD"} == {
        "PUBLISH_SUMMARY",
        "READ_COMMUNITY",
        "READ_COUNCIL",
        "SEE_WHAT_IS_LATE",
        "SEND_BACK_SUMMARY",
    }


@pytest.mark.parametrize("role", STAFF, ids=lambda role: role.name)
def test_everyone_who_works_here_signs_in_and_out(role):
    for act in (Act.SIGN_IN, Act.SIGN_OUT, Act.SET_PASSWORD):
        require(Actor(role), act)


def test_who_may_not_is_stopped():
    with pytest.raises(NotAllowed):
        require(Actor(Role.PLANNER), Act.READ_VOICE)
