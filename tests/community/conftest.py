"""A matter in Lyngvær, a few questions about a place, and children who answer them."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import count
from typing import Any

import pytest
from sqlalchemy.orm import Session

from participation.access import Actor, Role
from participation.community import answers, consultations, matters, summaries
from participation.community.consultations import Consultation
from participation.community.matters import Matter
from participation.community.summaries import Summary
from participation.disclosure.published import FLOOR
from participation.rights.ladder import Rung
from participation.surveys.definition import Survey
from participation.surveys.questions import Answer, Status
from tests.conftest import TODAY
from tests.municipality import summed_up

LATER = TODAY + timedelta(days=10)
"""The last day to answer."""

ASKED: tuple[dict[str, Any], ...] = (
    {"kind": "yes_no", "id": "safe"},
    {
        "kind": "own_words",
        "id": "why",
        "longest": 200,
        "show_if": {"any_of": {"question": "safe", "values": ["no"]}},
    },
    {"kind": "choices", "id": "places", "options": ["park", "school"]},
    {"kind": "own_words", "id": "wish", "longest": 200},
    {"kind": "choice", "id": "area", "options": ["north", "south"]},
    {"kind": "choice", "id": "age", "options": ["young", "old"]},
)


@pytest.fixture
def survey() -> Survey:
    keys = {"text", "explain", "yes", "no", "park", "school", "north", "south", "young", "old"}
    words = {
        language: {"title": "Stedet", "intro": "Hei"} | {q["id"]: {key: key for key in keys} for q in ASKED}
        for language in ("nb", "nn")
    }
    about = {"schema": 1, "id": "the-place", "version": 1, "door": "group", "source_language": "nb"}
    return Survey.from_document(
        {**about, "levels": ["standard"], "minutes": 3, "pages": list(ASKED), "words": words}
    )


@pytest.fixture
def planner() -> Actor:
    return Actor(Role.PLANNER, 1, "Per")


@pytest.fixture
def leader() -> Actor:
    return Actor(Role.LEADER, 2, "Lise")


@pytest.fixture
def secretary() -> Actor:
    return Actor(Role.COUNCIL_SECRETARY, 3, "Siri")


@pytest.fixture
def member() -> Actor:
    return Actor(Role.COUNCIL_MEMBER, 4, "Mina")


@pytest.fixture
def coordinator() -> Actor:
    return Actor(Role.COORDINATOR, 5, "Kari")


@pytest.fixture
def db(database) -> Iterator[Session]:
    with database.writing() as db:
        yield db


@pytest.fixture
def make_matter(db, planner) -> Callable[..., Matter]:
    def make(**changes: Any) -> Matter:
        said = {
            "title": "Oppvekstplan",
            "about": "Hvordan det skal være her",
            "decided_by": "Kommunestyret",
            "decision_on": TODAY + timedelta(days=60),
            "can_change": "Hva som bygges",
            "fixed": "Pengene",
        }
        return matters.make(db, planner, **said | changes, today=TODAY)

    return make


@pytest.fixture
def matter(make_matter) -> Matter:
    return make_matter()


@pytest.fixture
def ask(db, planner, matter, survey) -> Callable[..., Consultation]:
    """Open a consultation: ask(breakdowns=["area"])."""

    def opened(**changes: Any) -> Consultation:
        declared = {
            "rung": Rung.CONSULTED,
            "breakdowns": [],
            "read_by": "Planleggeren",
            "closes_on": LATER,
            "answer_on": LATER + timedelta(days=20),
            "today": TODAY,
        } | changes
        asked = declared.pop("survey", survey)
        return consultations.open_consultation(db, planner, matter.id, asked, **declared)

    return opened


@pytest.fixture
def answer(db, planner) -> Callable[..., str]:
    """One child answers, with a code of its own if none is given: answer(asked, safe="yes")."""
    browsers = count(1)

    def answered(
        asked: Consultation, *, code: str = "", browser: str = "", today: date = TODAY, **said: Any
    ) -> str:
        code = code or consultations.make_tickets(db, planner, asked.id, 1, today)[0]
        secret = browser or f"browser {next(browsers)}"
        survey = consultations.survey_of(db, asked)
        for question, value in said.items():
            given = value if isinstance(value, Answer) else Answer(Status.ANSWERED, value)
            answers.keep_page(db, asked, secret, survey.page(question), given, today)
        ticket = consultations.ticket_behind(db, code, today, used_too=True)
        return answers.send_in(db, ticket, secret, today)

    return answered


@pytest.fixture
def company(answer) -> Callable[[Consultation], None]:
    """So many others answer that the words of one may be kept: they pass by every question with words."""

    def come(asked: Consultation) -> None:
        for _ in range(FLOOR - 1):
            answer(asked, safe="yes")

    return come


@pytest.fixture
def close(db, planner) -> Callable[..., Summary]:
    return lambda asked: summed_up(db, planner, asked.id, LATER + timedelta(days=1))


@pytest.fixture
def summary(db, planner, ask, answer, close) -> Summary:
    """A written summary of what sixteen children answered, not published."""
    asked = ask()
    for said in ["yes"] * 10 + ["no"] * 6:
        answer(asked, safe=said)
    summary = close(asked)
    texts = {"title": "Stedet vårt", "findings": "Trygt.", "not_reached": "", "what_next": "Vi bygger."}
    return summaries.write(db, planner, summary.id, **texts)


@pytest.fixture
def publish(db, planner, leader) -> Callable[[Summary], Summary]:
    """Put forward by the planner who wrote it, read and published by the leader."""

    def published(summary: Summary) -> Summary:
        summaries.put_forward(db, planner, summary.id, LATER)
        return summaries.publish(db, leader, summary.id, lambda table, language: "<svg/>", LATER)

    return published
