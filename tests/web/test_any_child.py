"""Any survey and any child at a real door: what is sent in is what was last answered on the path, once."""

from dataclasses import replace
from datetime import timedelta
from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from participation.access import Role
from participation.community import answers, consultations
from participation.rights.ladder import Rung
from participation.surveys import routing
from tests.conftest import TODAY
from tests.web.walker import Child, surveys, value_for

NUMBER = count()
WAYS = ("answer", "answer", "pass by", "look", "language", "mode", "another device")
LANGUAGES, MODES = ("nb", "nn", "en"), ("pictures", "simple", "standard", "youth")
PASSES = ("skip", "dont_know", "wont_say", "later", "not_understood")
unhurried = settings(
    deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@unhurried
@given(st.data())
def test_any_walk_is_sent_in_once_as_it_was_last_answered(app, database, municipality, data):
    survey = replace(data.draw(surveys()), version=next(NUMBER) + 1)
    code, asked_in = opened(database, municipality, survey)
    child = Child(app.test_client(), survey, code)
    child.begins()
    for _ in range(data.draw(st.integers(1, 12))):
        child = step(data.draw, app, child)
    if child.said:
        child.sends_in(times=data.draw(st.integers(1, 2)))
    with database.reading() as db:
        sheets = answers._all_opened(db, db.get(consultations.Consultation, asked_in))
    expected = routing.on_path(survey, child.said)
    assert [as_said(sheet) for sheet in sheets] == ([as_said(expected)] if child.said else [])


def step(draw, app, child: Child) -> Child:
    """One thing a child does, on any page of its path; pages may be sent twice."""
    page, times = draw(st.sampled_from(child.path)), draw(st.integers(1, 2))
    match draw(st.sampled_from(WAYS)):
        case "answer":
            child.answers(page, value_for(draw, page.question), times=times)
        case "pass by":
            child.passes_by(page, draw(st.sampled_from(PASSES)), times=times)
        case "look":
            child.looks(page)
        case "language":
            child.looks(page, f"?lang={draw(st.sampled_from(LANGUAGES))}")
        case "mode":
            child.looks(page, f"?level={draw(st.sampled_from(MODES))}")
        case "another device" if child.said:
            child = elsewhere(app, child)
    return child


def elsewhere(app, child: Child) -> Child:
    """The same child at another device, by the words of a bookmark."""
    made = child.client.post(f"/svar/{child.code}/senere", data={"csrf_token": child.token})
    words = made.text.split('class="words"')[1].split(">")[1].split("<")[0]
    other = Child(app.test_client(), child.survey, child.code, child.said)
    assert other.client.post("/kode", data={"code": words}).status_code == 303
    other.token = other._token(other.client.get(f"/svar/{child.code}/{child.path[0].id}").text)
    return other


def opened(database, municipality, survey) -> tuple[str, int]:
    planner, matter = municipality.people[Role.PLANNER], municipality.named["matter_id"]
    with database.writing() as db:
        asked = consultations.open_consultation(
            db,
            planner,
            matter,
            survey,
            rung=Rung.CONSULTED,
            breakdowns=[],
            read_by="Planleggeren",
            closes_on=TODAY + timedelta(days=7),
            answer_on=TODAY + timedelta(days=30),
            today=TODAY,
        )
        return consultations.make_tickets(db, planner, asked.id, 1, TODAY)[0], asked.id


def as_said(sheet) -> dict[str, object]:
    return {question: (answer.status, answer.value) for question, answer in sheet.items()}
