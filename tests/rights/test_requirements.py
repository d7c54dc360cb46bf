"""The nine requirements, and the Norwegian list of eight seen through them."""

from participation.rights.requirements import EIGHT_POINTS, Requirement


def test_there_are_nine_requirements_lettered_from_a_to_i():
    assert "".join(requirement.letter for requirement in Requirement) == "abcdefghi"


def test_inclusion_is_the_sixth_requirement():
    assert Requirement.INCLUSIVE.letter == "f"


def test_the_list_of_eight_is_the_nine_without_inclusion():
    assert set(EIGHT_POINTS.values()) == set(Requirement) - {Requirement.INCLUSIVE}


def test_the_eight_points_are_numbered_from_one_in_the_order_of_the_nine():
    assert list(EIGHT_POINTS) == [1, 2, 3, 4, 5, 6, 7, 8]
    assert [each.letter for each in EIGHT_POINTS.values()] == list("abcdeghi")
