"""Help lines as the municipality keeps them: order, own lines, numbers put right, and who checked them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from participation.access import STAFF, Act, Role, may
from participation.errors import Closed, Incomplete, NotAllowed, NotFound
from participation.owner import help_lines
from participation.rights.help_lines import ALWAYS_SHOWN, HELP_LINES, HelpLine
from participation.storage import audit
from tests.conftest import TODAY

SAID = {"nb": "Helsesykepleier.", "nn": "Helsesjukepleiar.", "en": "School nurse."}
OWN = HelpLine("", "Helsestasjonen", "55 00 11 22", None, False, None, "08:00", "15:00", SAID)
LATER = TODAY + timedelta(days=101)


@pytest.fixture
def per(person):
    return person(Role.PLANNER, "Per")


@pytest.fixture
def does(database, per):
    """Do something as Per, and see what children then see."""

    def done(act, *given, **more):
        with database.writing() as db:
            act(db, per, *given, **more)
        return seen(database)

    return done


@pytest.fixture
def own(database, per) -> str:
    with database.writing() as db:
        return help_lines.add(db, per, OWN, TODAY)


def seen(database) -> list[HelpLine]:
    with database.reading() as db:
        return list(help_lines.shown(db))


def test_where_nothing_is_changed_children_see_the_national_lines(database):
    assert seen(database) == list(HELP_LINES)


def test_an_own_line_stands_after_the_national_ones_and_was_checked_today(database, own):
    last = seen(database)[-1]
    assert (last.name, last.dialled, last.about, last.verified_on) == (OWN.name, "55001122", SAID, TODAY)


def test_an_own_line_can_be_moved_before_all_others(does, own):
    for _ in range(len(HELP_LINES) + 3):
        lines = does(help_lines.move, own, up=True)
    assert [line.key for line in lines] == [own, *(line.key for line in HELP_LINES)]
    assert does(help_lines.move, own, up=False)[1].key == own


def test_an_own_line_can_be_changed_and_taken_away(does, own):
    assert does(help_lines.change, own, replace(OWN, number="55 00 11 33"), TODAY)[-1].number == "55 00 11 33"
    assert does(help_lines.remove, own) == list(HELP_LINES)


@pytest.mark.parametrize("lack", [{"name": " "}, {"number": ""}, {"about": {"nb": "Bare bokmål."}}])
def test_a_line_without_name_number_or_words_is_none(does, own, lack):
    for act, given in ((help_lines.add, ()), (help_lines.change, (own,))):
        with pytest.raises(Incomplete):
            does(act, *given, replace(OWN, **lack), TODAY)


@pytest.mark.parametrize("key", sorted(ALWAYS_SHOWN))
def test_emergency_numbers_are_neither_hidden_nor_changed(does, key):
    with pytest.raises(Closed):
        does(help_lines.hide, key)
    with pytest.raises(Closed):
        does(help_lines.correct, key, "114", TODAY)
    with pytest.raises(NotFound):
        does(help_lines.correctable, key)


def test_another_national_line_can_be_hidden_and_shown_again(does):
    assert "kors" not in [line.key for line in does(help_lines.hide, "kors")]
    assert does(help_lines.hide, "kors", hidden=False) == list(HELP_LINES)


def test_a_corrected_number_is_what_children_see(does):
    lines = {line.key: line for line in does(help_lines.correct, "kors", " 800  44 321 ", LATER)}
    assert (lines["kors"].number, lines["kors"].verified_on) == ("800 44 321", LATER)
    with pytest.raises(Incomplete):
        does(help_lines.correct, "kors", " ", TODAY)


def test_what_nobody_has_checked_for_long_is_due_and_still_shown(database, does):
    with database.reading() as db:
        assert len(help_lines.due(db, LATER)) == len(HELP_LINES) == len(help_lines.shown(db))
    does(help_lines.verify, "kors", LATER)
    with database.reading() as db:
        assert "kors" not in {line.key for line in help_lines.due(db, LATER)}


def test_who_checked_a_line_is_told_to_staff(database, does, per):
    does(help_lines.verify, "kors", LATER)
    with database.reading() as db:
        by = {one.line.key: one.verified_by for one in help_lines.all_lines(db, per)}
    assert (by["kors"], by["alarm"]) == ("Per", "")


def test_a_national_line_is_not_taken_away_and_an_unknown_one_is_not_there(does):
    for act, given in (
        (help_lines.remove, ("kors",)),
        (help_lines.change, ("kors", OWN, TODAY)),
        (help_lines.verify, ("nobody", TODAY)),
        (help_lines.hide, ("nobody",)),
        (help_lines.own_line, ("kors",)),
    ):
        with pytest.raises(NotFound):
            does(act, *given)
    with pytest.raises(NotFound):
        does(help_lines.move, "nobody", up=True)


@pytest.mark.parametrize(
    "role", [role for role in STAFF if role not in {Role.PLANNER, Role.ADMINISTRATOR}], ids=lambda r: r.name
)
def test_nobody_else_changes_the_help_lines(database, person, own, role):
    somebody = person(role)
    assert not may(somebody, Act.EDIT_CHILDRENS_PAGES)
    with database.writing() as db:
        for act, *given in ACTS:
            with pytest.raises(NotAllowed):
                act(db, somebody, *given)
        with pytest.raises(NotAllowed):
            help_lines.move(db, somebody, own, up=True)


ACTS = (
    (help_lines.all_lines,),
    (help_lines.own_line, "x"),
    (help_lines.correctable, "kors"),
    (help_lines.add, OWN, TODAY),
    (help_lines.change, "x", OWN, TODAY),
    (help_lines.remove, "x"),
    (help_lines.correct, "kors", "1", TODAY),
    (help_lines.hide, "kors"),
    (help_lines.verify, "kors", TODAY),
)


def test_each_change_is_noted(database, does, own):
    does(help_lines.hide, "kors")
    with database.reading() as db:
        assert [(entry.act, entry.about) for entry in audit.entries(db)][:2] == [
            ("EDIT_CHILDRENS_PAGES", "help lines")
        ] * 2
