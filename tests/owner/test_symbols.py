"""The service owner's own symbols: who may add them, where they stand, and that none is lost by accident."""

import pytest

from participation.access import Actor, Role
from participation.errors import Closed, Incomplete, NotAllowed, NotFound
from participation.owner import symbols
from participation.owner.unfit import NotAPicture, Unfit
from participation.storage import audit
from tests.owner.pictures import DRAWING, REDRAWN, png, svg

GIVEN = {"name": "Buss", "source": "Egen tegning"}
OURS = {"bus": "bus", "by_car": "car", "walk": "walk"}


@pytest.fixture
def planner() -> Actor:
    return Actor(Role.PLANNER, 1)


@pytest.fixture
def db(database):
    with database.writing() as db:
        yield db


@pytest.fixture
def bus(db, planner) -> str:
    return symbols.add(db, planner, DRAWING, **GIVEN).digest


@pytest.fixture
def photo(db, planner) -> str:
    return symbols.add(db, planner, png(), name="Foto", source="Kommunen").digest


def standing(db) -> dict[str, str]:
    return symbols.standing(db, "our-place", "travel", OURS)


def test_a_picture_is_kept_clean_with_who_made_it(db, bus, photo):
    kept = symbols.symbol(db, bus)
    assert (kept.kind, kept.content, kept.name, kept.source) == ("image/svg+xml", REDRAWN, *GIVEN.values())
    assert symbols.symbol(db, photo).kind == "image/png"


def test_what_is_no_picture_is_not_taken_in(db, planner):
    for content in (b"", b"GIF89a", b"<html></html>", b"%PDF-1.7"):
        with pytest.raises(NotAPicture) as refused:
            symbols.add(db, planner, content, **GIVEN)
        assert refused.value.why is Unfit.NO_PICTURE
    with pytest.raises(NotAPicture):
        symbols.add(db, planner, svg("<script/>"), **GIVEN)


def test_the_same_picture_is_not_taken_in_twice(db, planner, bus):
    with pytest.raises(Incomplete):
        symbols.add(db, planner, REDRAWN, **GIVEN)


def test_a_picture_in_place_of_a_symbol_of_ours_stands_in_every_survey(db, planner, bus):
    symbols.place(db, planner, {"bus": bus})
    assert standing(db) == {"bus": bus}
    assert symbols.standing(db, "my-plan", "anything", {"a": "bus"}) == {"a": bus}


def test_what_was_chosen_for_one_option_goes_before_and_stands_there_alone(db, planner, bus, photo):
    here = symbols.place_of("our-place", "travel", "bus")
    symbols.place(db, planner, {"bus": bus, here: photo})
    assert standing(db) == {"bus": photo}
    assert symbols.standing(db, "our-place", "later", OURS) == {"bus": bus}


def test_a_place_can_be_given_to_another_picture_and_left_again(db, planner, bus, photo):
    symbols.place(db, planner, {"bus": bus, "walk": bus})
    symbols.place(db, planner, {"bus": photo})
    assert standing(db) == {"bus": photo, "walk": bus}
    symbols.place(db, planner, {"bus": "", "walk": ""})
    assert standing(db) == {}


def test_taken_out_of_use_a_picture_is_met_no_more_and_put_back_it_stands_where_it_stood(db, planner, bus):
    symbols.place(db, planner, {"bus": bus})
    symbols.take_out(db, planner, bus)
    assert standing(db) == {}
    assert symbols.places(db, planner) == {"bus": bus}
    symbols.put_back(db, planner, bus)
    assert standing(db) == {"bus": bus}


def test_out_of_use_a_choice_for_one_option_leaves_room_for_the_symbol_of_all(db, planner, bus, photo):
    symbols.place(db, planner, {"bus": bus, symbols.place_of("our-place", "travel", "bus"): photo})
    symbols.take_out(db, planner, photo)
    assert standing(db) == {"bus": bus}


def test_only_what_is_out_of_use_can_be_deleted_and_it_leaves_its_places(db, planner, bus):
    symbols.place(db, planner, {"bus": bus})
    with pytest.raises(Closed):
        symbols.throw_away(db, planner, bus)
    symbols.take_out(db, planner, bus)
    symbols.throw_away(db, planner, bus)
    assert (symbols.every(db, planner), symbols.places(db, planner)) == ([], {})
    with pytest.raises(NotFound):
        symbols.symbol(db, bus)


def test_a_picture_that_is_not_there_cannot_be_placed(db, planner):
    with pytest.raises(NotFound):
        symbols.place(db, planner, {"bus": "0" * 32})


def test_names_can_be_mended(db, planner, bus):
    symbols.describe(db, planner, bus, name="Skolebuss", source="Egen")
    assert [symbol.name for symbol in symbols.every(db, planner)] == ["Skolebuss"]


ACTS = {
    "every": lambda db, who: symbols.every(db, who),
    "places": lambda db, who: symbols.places(db, who),
    "add": lambda db, who: symbols.add(db, who, DRAWING, **GIVEN),
    "describe": lambda db, who: symbols.describe(db, who, "0", **GIVEN),
    "place": lambda db, who: symbols.place(db, who, {}),
    "take out": lambda db, who: symbols.take_out(db, who, "0"),
    "put back": lambda db, who: symbols.put_back(db, who, "0"),
    "throw away": lambda db, who: symbols.throw_away(db, who, "0"),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_nobody_changes_symbols_who_may_not_edit_the_childrens_pages(db, act):
    with pytest.raises(NotAllowed):
        act(db, Actor(Role.COORDINATOR, 2))


def test_each_change_stands_in_the_trail(db, planner, bus):
    symbols.describe(db, planner, bus, **GIVEN)
    symbols.place(db, planner, {"bus": bus})
    symbols.take_out(db, planner, bus)
    symbols.put_back(db, planner, bus)
    symbols.take_out(db, planner, bus)
    symbols.throw_away(db, planner, bus)
    noted = [entry.about.replace(bus, "x") for entry in reversed(audit.entries(db))]
    done = ["added", "", "taken out", "put back", "taken out", "deleted"]
    expected = [f"symbol x {what}".strip() for what in done]
    assert noted == [*expected[:2], "where symbols stand", *expected[2:]]
