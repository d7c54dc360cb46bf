"""The ladder: which rungs are participation, and who is owed an answer."""

from participation.rights.ladder import AIMS, Rung


def test_the_ladder_has_eight_rungs():
    assert [rung.value for rung in Rung] == [1, 2, 3, 4, 5, 6, 7, 8]


def test_tokenism_only_looks_like_participation():
    assert not Rung.TOKENISM.is_participation


def test_being_assigned_but_informed_is_participation():
    assert Rung.ASSIGNED.is_participation


def test_one_may_aim_for_the_upper_five_rungs_only():
    assert AIMS == (4, 5, 6, 7, 8)


def test_every_rung_one_may_aim_for_owes_the_children_an_answer():
    assert all(rung.owes_an_answer for rung in AIMS)


def test_what_is_no_participation_promises_no_answer():
    assert not Rung.DECORATION.owes_an_answer
