"""Every door is shut until it says whom it is for."""

import ast

from participation.access import ALLOWED, Act, Role
from participation.web.views import BLUEPRINTS, OPEN_TO_ALL, ROOMS
from tests.house.source import MODULES, modules, tree

GROWN_UP = {"sign_in"}
CHILDRENS = {"answers", "voices", "my_page", "my_meetings", "claims", "replies", "serious", "contact"}
CHILDRENS |= {"offline"}


def test_only_these_doors_are_open():
    assert {"public", "sounds", "static", *GROWN_UP, *CHILDRENS} == OPEN_TO_ALL


def test_every_view_file_is_a_door_of_its_own_name():
    files = {module.stem for module in modules("web/views")} - {"__init__"}
    assert {blueprint.name for blueprint in BLUEPRINTS} == files


def test_every_act_is_somebodys_and_is_asked_for():
    assert set(ALLOWED) == set(Act)
    assert all(ALLOWED.values())
    named = {
        n.attr
        for m in MODULES
        for n in ast.walk(tree(m))
        if isinstance(n, ast.Attribute) and m.stem != "access"
    }
    assert {act.name for act in Act} - named == set(), "nobody asks whether it may be done"


def test_nobody_but_the_child_does_what_is_the_childs():
    assert {act for act, roles in ALLOWED.items() if Role.CHILD in roles} == {
        Act.APPROVE_VOICE,
        Act.BEGIN_OWN_VOICE,
        Act.TAKE_BACK_PASSAGE,
        Act.SAY_IF_UNDERSTOOD,
        Act.RAISE_CONCERN,
        Act.SEND_WISHES,
        Act.SAY_IF_RIGHT,
        Act.SAY_IF_CAME_OUT_RIGHT,
    }


def test_an_administrator_and_a_leader_read_no_childs_words():
    words = {Act.READ_CASE, Act.READ_VOICE, Act.READ_FREE_TEXTS, Act.CODE_TEXTS, Act.PROPOSE_QUOTATION}
    words |= {Act.READ_CONCERN, Act.FOLLOW_UP_CONCERN, Act.READ_CONTACT, Act.ANSWER_CONTACT, Act.READ_MEETING}
    words |= {Act.CHECK_QUOTATION, Act.DECIDE_ON_WORDS, Act.READ_AS_SECOND}
    assert not [act for act in words if ALLOWED[act] & {Role.ADMINISTRATOR, Role.LEADER}]


def test_every_room_in_the_navigation_is_there(app):
    assert {endpoint for _, endpoint, _ in ROOMS} <= set(app.view_functions)
