"""The child-rights assessment: step by step, with what is missing, and a stamp when it is finished."""

from datetime import timedelta

import pytest

from participation.access import Role
from participation.community import matters
from participation.rights.assessment import QUESTIONS, Kind, Step, questions_of
from tests.conftest import TODAY
from tests.journeys.reader import Reader
from tests.municipality import _answer, _open, summed_up

SAID = {Kind.TEXT: "Skrevet.", Kind.EVIDENCE: "Spurt.", Kind.DATE: "2026-12-01", Kind.ARTICLES: {"3", "12"}}
NOT_AFFECTED = {"E01": "Arkiv", "E02": "2026-11-01", "E02b": "Arkivet", "E03": "no", "E03b": "Bare papir"}


@pytest.fixture
def comes(signed_in, municipality):
    return lambda role: Reader(signed_in(municipality.people[role]))


@pytest.fixture
def planner(comes) -> Reader:
    return comes(Role.PLANNER)


@pytest.fixture
def begun(municipality) -> str:
    return f"/barnerettsvurdering/{municipality.named['assessment_id']}"


def answers_all(reader: Reader, address: str) -> None:
    for step in Step:
        reader.goes(f"{address}/{step.value}")
        asked = questions_of(step)
        reader.sends(**{q.id: q.options[0] if q.options else SAID[q.kind] for q in asked})


def test_it_is_begun_from_the_matter_and_once(planner, municipality, begun):
    planner.goes(f"/til-behandling/{municipality.named['matter_id']}/")
    planner.follows("/barnerettsvurdering/")
    assert planner.address == f"{begun}/"


def test_what_is_missing_is_listed_with_links(planner, begun):
    planner.goes(f"{begun}/?lang=en")
    links = set(planner.page.xpath("//a[contains(@href, '#q-')]/@href"))
    needed = {q for q in QUESTIONS.values() if not q.optional and q.kind is not Kind.EVIDENCE}
    assert links == {f"{begun}/{q.step.value}#q-{q.id}" for q in needed}
    planner.goes(f"{begun}/know")
    assert planner.page.get_element_by_id("q-E05") is not None


def test_what_children_said_is_pulled_in(planner, begun):
    planner.goes(f"{begun}/know?lang=en")
    assert "Published summary of what children said" in planner.text
    assert "Flere husker." in planner.text


def test_a_step_is_saved_half_done_and_leads_to_the_next(planner, begun):
    planner.goes(f"{begun}/know?lang=en")
    planner.sends(E05="Barn i sentrum")
    assert planner.address == f"{begun}/assess?done=saved"
    planner.sends(E11={"12", "31"}, E12="mixed")
    planner.goes(f"{begun}/?lang=en")
    for told in ("Barn i sentrum", "31: Rest, play, leisure, culture", "Good for some children"):
        assert told in planner.text


def test_one_can_stop_after_a_step(planner, begun):
    planner.goes(f"{begun}/screen")
    planner.sends(press="stop=yes", E01="Lekeplass")
    assert planner.address == f"{begun}/?done=saved"


def test_what_is_no_day_is_refused_and_the_rest_is_kept(planner, begun):
    planner.goes(f"{begun}/screen?lang=en")
    planner.sends(E01="Lekeplass", E02="i fjor", status=422)
    assert "Write the day like this" in planner.text
    assert planner.page.get_element_by_id("E01").value.strip() == "Lekeplass"


def test_an_assessment_with_holes_is_not_finished(planner, begun):
    planner.goes(f"{begun}/?lang=en")
    assert not planner.page.xpath("//form[contains(@action, 'fullfor')]")
    token = planner.page.xpath("//input[@name='csrf_token']/@value")[0]
    assert planner.client.post(f"{begun}/fullfor", data={"csrf_token": token}).status_code == 422


def test_finishing_stamps_how_early_it_was_and_fixes_it(planner, begun):
    answers_all(planner, begun)
    planner.goes(f"{begun}/?lang=en")
    planner.sends(to="/fullfor")
    assert "40 days before the decision" in planner.text
    planner.goes(f"{begun}/know", status=410)


def test_after_finishing_only_the_following_up_is_open(planner, begun):
    answers_all(planner, begun)
    planner.goes(f"{begun}/?lang=en")
    planner.sends(to="/fullfor")
    planner.follows("/follow_up")
    assert "This part of it stays open" in planner.text
    assert not planner.page.xpath("//a[contains(@href, '/know')]")
    planner.sends(E27=" ", E28="Flere leker ute.", status=422)
    planner.sends(E27="Rektor", E28="Flere leker ute.")
    assert planner.address == f"{begun}/?done=saved"
    assert "Flere leker ute." in planner.text


def test_what_is_published_later_does_not_join_it(planner, begun, database, municipality, surveys):
    answers_all(planner, begun)
    planner.goes(f"{begun}/?lang=en")
    planner.sends(to="/fullfor")
    with database.writing() as db:
        actor, matter_id = municipality.people[Role.PLANNER], municipality.named["matter_id"]
        opened = _open(db, actor, matter_id, surveys["our-place"], TODAY)
        _answer(db, actor, opened.id, 1, TODAY)
        later = summed_up(db, actor, opened.id, opened.closes_on + timedelta(days=1))
        later.title, later.published_on = "Sagt for sent", TODAY
    planner.goes(f"{begun}/")
    assert "Stedet vårt" in planner.text
    assert "Sagt for sent" not in planner.text


def test_an_assessment_after_the_decision_says_so(planner, begun, database, municipality):
    answers_all(planner, begun)
    with database.writing() as db:
        db.get(matters.Matter, municipality.named["matter_id"]).decision_on = TODAY.replace(day=1)
    planner.goes(f"{begun}/?lang=en")
    planner.sends(to="/fullfor")
    assert "20 days after the decision. It could not affect the decision." in planner.text


def test_a_screening_that_finds_no_child_affected_is_enough(planner, begun):
    planner.goes(f"{begun}/screen?lang=en")
    planner.sends(press="stop=yes", **NOT_AFFECTED, E04="no", E04b="Lederen")
    assert planner.text.count("Not needed after the screening") == 5
    planner.sends(to="/fullfor")
    assert "Finished by" in planner.text


def test_a_step_that_is_not_there_is_not_found(planner, begun):
    planner.goes(f"{begun}/guess", status=404)


def test_a_leader_reads_and_does_not_assess(comes, begun):
    leader = comes(Role.LEADER)
    leader.goes(f"{begun}/")
    assert not leader.page.xpath("//a[contains(@href, '/know')]")
    leader.goes(f"{begun}/know", status=404)
