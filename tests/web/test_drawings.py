"""A drawing from the child's hand to the coordinator and the plan: only lines come through."""

import pytest

from participation.access import Role
from participation.casework import voices
from participation.rights.occasions import Occasion
from participation.web import drawings
from tests.conftest import TODAY
from tests.journeys import steps
from tests.journeys.reader import Reader

SUN = "[[[100,100],[200,200]],[[300,300]]]"


@pytest.fixture
def invited(database, municipality, surveys) -> tuple[int, str]:
    coordinator, case_id = municipality.people[Role.COORDINATOR], municipality.named["case_id"]
    with database.writing() as db:
        about = {"occasion": Occasion.INDIVIDUAL_PLAN, "survey": surveys["draw-and-tell"], "today": TODAY}
        voice, code = voices.invite(db, coordinator, case_id, **about)
        return voice.id, code


@pytest.fixture
def drawing(app, invited) -> Reader:
    """A child on the page where it may draw."""
    child = Reader(app.test_client())
    child.goes(f"/stemme/{invited[1]}/?lang=nb")
    steps.begins(child)
    child.goes(f"/stemme/{invited[1]}/good_day")
    return child


def pictures(visitor) -> list[str]:
    return visitor.page.xpath("//*[local-name()='svg'][@class='drawn']//*[local-name()='path']/@d")


def test_what_was_drawn_is_seen_by_the_child_before_the_yes(drawing, invited):
    drawing.sends(press=steps.NEXT, strokes=SUN)
    drawing.goes(f"/stemme/{invited[1]}/les-over")
    assert pictures(drawing) == ["M100 100L200 200", "M300 300L301 300"]
    drawing.sends(**{"sharing-good_day": "PLAN"})
    assert len(pictures(drawing)) == 2, "and once more before the yes"


def test_a_drawing_without_a_word_reaches_the_coordinator(drawing, invited, signed_in, municipality):
    drawing.sends(press=steps.NEXT, strokes=SUN)
    drawing.goes(f"/stemme/{invited[1]}/les-over")
    drawing.sends(**{"sharing-good_day": "COORDINATOR"})
    drawing.sends()
    coordinator = Reader(signed_in(municipality.people[Role.COORDINATOR]))
    coordinator.goes(f"/saker/{municipality.named['case_id']}/stemmer/{invited[0]}")
    assert len(pictures(coordinator)) == 2


def test_words_are_an_equal_way(drawing, invited):
    drawing.sends(press=steps.NEXT, answer="En tur til sjøen")
    drawing.goes(f"/stemme/{invited[1]}/les-over")
    assert "En tur til sjøen" in drawing.text
    assert pictures(drawing) == []


@pytest.mark.parametrize("strokes", ['[["<script>",1]]', "[[1,5000]]", "{}", "x"])
def test_what_is_no_line_comes_back_and_the_words_are_kept(drawing, strokes):
    drawing.sends(press=steps.NEXT, strokes=strokes, answer="Sjøen", status=422)
    assert drawing.page.get_element_by_id("answer").value.strip() == "Sjøen"
    assert "answer-error" in drawing.page.get_element_by_id("answer").get("aria-describedby")


def test_a_drawing_that_was_kept_is_there_again_when_one_comes_back(drawing, invited):
    drawing.sends(press=steps.NEXT, strokes=SUN)
    drawing.goes(f"/stemme/{invited[1]}/good_day")
    [field] = drawing.page.xpath("//input[@name='strokes']")
    assert field.get("value") == "[[[100,100],[200,200]],[[300,300]]]"


def test_a_picture_is_made_of_numbers_alone(app):
    with app.test_request_context():
        assert drawings.drawn("") == ""
        assert 'role="img" aria-label=' in drawings.drawn(SUN)
