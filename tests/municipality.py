"""A municipality in full use: one of each thing, so that every door has something behind it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from flask import Flask
from sqlalchemy.orm import Session
from werkzeug.routing import Rule

from participation import accounts
from participation.access import Actor, Role
from participation.casework import cases, help_given, individual_plans, voices, weighings
from participation.casework import replies as case_replies
from participation.casework.sharing import Chosen, Sharing
from participation.casework.weighings import Follows, Reasons
from participation.community import (
    answers,
    assessments,
    consultations,
    councils,
    devices,
    matters,
    municipal_plans,
    offline,
    own_words,
    summaries,
)
from participation.community import replies as public_replies
from participation.community.councils import PointAnswer
from participation.community.own_words import Indirect
from participation.disclosure.free_text import QUESTIONS, Decision, Word
from participation.owner import symbols
from participation.owner.ready_colours import READY
from participation.rights.help_given import help_named
from participation.rights.ladder import Rung
from participation.rights.occasions import Occasion
from participation.rights.plan_contents import PlanPoint
from participation.rights.weight import Weight
from participation.surveys.questions import Answer, Status
from participation.web import figures
from tests import beside_the_case, coded_round, heard
from tests.beside_the_case import CANARY
from tests.released import summed_up, worked_out

__all__ = ["CANARY", "Municipality", "rules", "settle"]

People = Mapping[Role, Actor]


@dataclass(frozen=True)
class Municipality:
    """Who works here, and what to put into the addresses of its doors."""

    people: People
    other_coordinator: Actor
    named: Mapping[str, str | int]
    """Values by argument, or by blueprint and argument where two doors mean different things."""

    def address(self, app: Flask, rule: Rule) -> str:
        blueprint = rule.endpoint.split(".")[0]
        given = {
            name: self.named.get(f"{blueprint}.{name}", self.named.get(name, 1)) for name in rule.arguments
        }
        with app.test_request_context():
            return app.url_for(rule.endpoint, **given)


def rules(app: Flask, method: str = "GET") -> Iterator[Rule]:
    """The doors that take this method; static files apart."""
    return (rule for rule in app.url_map.iter_rules() if method in rule.methods and rule.endpoint != "static")


def settle(app: Flask, today: date) -> Municipality:
    with app.test_request_context(), app.extensions["database"].writing() as db:
        people = {role: _hire(db, role, role.name.lower(), today) for role in Role if role is not Role.CHILD}
        other = _hire(db, Role.COORDINATOR, "another", today)
        named = _many_children(db, app, people, today) | _one_child(db, app, people[Role.COORDINATOR], today)
        named |= _symbol(db, people[Role.ADMINISTRATOR])
        named |= heard.settle(db, people[Role.PLANNER], app.extensions["surveys"]["our-place"], today)
        named |= beside_the_case.on_duty(db, people, other, named["voice_id"], today)
        token = accounts.add_first(db, name="Ny", email="ny@lyngvaer.example", role=Role.PLANNER, today=today)
    app.extensions["database"].tidy()
    return Municipality(people, other, {**named, "token": token})


def _hire(db: Session, role: Role, name: str, today: date) -> Actor:
    token = accounts.add_first(
        db, name=name.title(), email=f"{name}@lyngvaer.example", role=role, today=today
    )
    return accounts.account_behind_link(db, token, today).actor


def _symbol(db: Session, administrator: Actor) -> dict[str, str | int]:
    """A picture of the municipality's own, which stands nowhere yet."""
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z"/></svg>'
    added = symbols.add(db, administrator, drawing, name="Brygga", source="Egen tegning")
    shown = {"packed": READY["fjord"].packed, "mode": "dark"}
    return {"digest": added.digest, "symbols.name": "our-place", **shown}


def _many_children(db: Session, app: Flask, people: People, today: date) -> dict[str, str | int]:
    planner, survey = people[Role.PLANNER], app.extensions["surveys"]["our-place"]
    matter = _matter(db, planner, today)
    opened = [_open(db, planner, matter.id, survey, today) for _ in range(3)]
    words = [_answer(db, planner, opened[0].id, n, today) for n in range(14)]
    worked_out(db, planner, _answered(db, planner, opened[2].id, 12, today), today)
    code = consultations.make_tickets(db, planner, opened[1].id, 3, today)[0]
    about = {"name": "Nettbrett 1", "uses": 10, "last_day": today, "today": today}
    device_code = offline.prepare(db, planner, opened[1].id, **about)
    summary = summed_up(db, planner, opened[0].id, today)
    texts = {
        "findings": "De fleste trives.",
        "not_reached": "De yngste.",
        "what_next": "Vi bygger lekeplass.",
    }
    summaries.write(db, planner, summary.id, title="Stedet vårt", **texts)
    summaries.put_forward(db, planner, summary.id, today)
    summaries.publish(db, people[Role.LEADER], summary.id, figures.draw(survey), today)
    public_replies.reply(
        db, planner, opened[0].id, heard="Mer lys.", done="Nye lykter.", not_done="Ikke basseng.", today=today
    )
    named = _council_and_plan(db, people, matter.id, summary, today)
    coded = coded_round.hold(db, planner, _open(db, planner, matter.id, survey, today), 30, today)
    return (
        named
        | coded
        | _own_words(db, planner, opened[0].id, today)
        | {
            "matter_id": matter.id,
            "consultation_id": opened[1].id,
            "releases.consultation_id": opened[2].id,
            "summary_id": summary.id,
            "answers.code": code,
            "offline.code": device_code,
            "devices.fingerprint": devices.print_of(db, device_code),
            "answers.name": "being_here",
            "key": "kors",
            "claims.words": words[0],
            "place": 0,
        }
    )


def _answered(db: Session, planner: Actor, consultation_id: int, n: int, today: date) -> int:
    for child in range(n):
        _answer(db, planner, consultation_id, 100 + child, today)
    return consultation_id


def _matter(db: Session, planner: Actor, today: date) -> matters.Matter:
    return matters.make(
        db,
        planner,
        title="Ny lekeplass",
        about="Hvor og hvordan",
        decided_by="Kommunestyret",
        decision_on=today + timedelta(days=40),
        can_change="Hva som bygges",
        fixed="Pengene",
        today=today,
    )


def _open(db: Session, planner: Actor, matter_id: int, survey, today: date) -> consultations.Consultation:
    return consultations.open_consultation(
        db,
        planner,
        matter_id,
        survey,
        rung=Rung.CONSULTED,
        breakdowns=["age_group"],
        read_by="Planleggeren",
        closes_on=today + timedelta(days=7),
        answer_on=today + timedelta(days=30),
        today=today,
    )


def _answer(db: Session, planner: Actor, consultation_id: int, n: int, today: date) -> str:
    code = consultations.make_tickets(db, planner, consultation_id, 1, today)[0]
    ticket = consultations.ticket_behind(db, code, today)
    survey = consultations.survey_of(db, ticket.consultation)
    said = {
        "being_here": ("good", "mixed")[n % 2],
        "first": CANARY if n == 0 else f"Ord nummer {n}",
        "age_group": ("under_9", "from_9_to_12")[n % 2],
    }
    for question, value in said.items():
        answer = Answer(Status.ANSWERED, value)
        answers.keep_page(db, ticket.consultation, f"secret {n}", survey.page(question), answer, today)
    return answers.send_in(db, ticket, f"secret {n}", today)


def _own_words(db: Session, planner: Actor, consultation_id: int, today: date) -> dict[str, str | int]:
    """One text to decide on, and one that another planner decided on. Neither is the one child's."""
    texts = own_words.texts_of(db, planner, consultation_id)
    harmless = [t.id for t in texts if own_words.original(db, planner, consultation_id, t.id)[1] != CANARY]
    given = {"checklist": dict.fromkeys(QUESTIONS, Indirect.NO), "words": dict.fromkeys(Word, "–")}
    first = Actor(Role.PLANNER, 999, "Anne")
    decided = own_words.decide(
        db, first, consultation_id, harmless[0], removed=[Decision(0, 3)], **given, today=today
    )
    return {
        "own_words.consultation_id": consultation_id,
        "own_words.text_id": harmless[1],
        "own_words.released_id": decided.id,
    }


def _council_and_plan(
    db: Session, people: People, matter_id: int, summary: summaries.Summary, today: date
) -> dict[str, str | int]:
    secretary, member, planner = (
        people[role] for role in (Role.COUNCIL_SECRETARY, Role.COUNCIL_MEMBER, Role.PLANNER)
    )
    council = councils.make_council(db, secretary, "Ungdomsrådet")
    seat = councils.seat(db, secretary, council.id, member.account_id, today)
    statement = councils.put_before(
        db, secretary, council.id, matter_id, plain_summary="Skal det bli lekeplass?", today=today
    )
    point = councils.write_point(db, member, statement.id, "Flere husker.", today)
    councils.vote(db, member, point.id, is_for=True)
    councils.send(db, secretary, statement.id, today)
    councils.answer_point(db, planner, point.id, answer=PointAnswer.TAKEN_IN, why="God idé.", today=today)
    assessment = assessments.begin(db, planner, matter_id, today)
    plan = municipal_plans.make_plan(
        db, planner, title="Oppvekstplan", adopted_by="Kommunestyret", today=today
    )
    placed = municipal_plans.place(
        db, planner, plan.id, summary, chapter="Uterom", what_came_of_it="Lekeplass.", today=today
    )
    return {
        "council_id": council.id,
        "seat_id": seat.id,
        "statement_id": statement.id,
        "point_id": point.id,
        "assessment_id": assessment.id,
        "assessments.step": "know",
        "municipal_plans.plan_id": plan.id,
        "contribution_id": placed.id,
        "account_id": member.account_id,
    }


def _one_child(db: Session, app: Flask, coordinator: Actor, today: date) -> dict[str, str | int]:
    survey = app.extensions["surveys"]["my-plan"]
    case = cases.open_case(db, coordinator, "2026/114", today)
    given = {"occasion": Occasion.INDIVIDUAL_PLAN, "survey": survey, "today": today}
    voice, _ = voices.invite(db, coordinator, case.id, **given)
    passages = [Chosen("wish", "Hva ønsker du?", CANARY, Sharing.PLAN)]
    voices.choose(db, voice, "secret", passages, today)
    help_given.note(db, voice.id, "secret", help_named(["typed"], ["parent"]), today)
    words = voices.approve(db, voice, "secret", language="nb", today=today)
    passage = voice.passages[0]
    weighings.note_reading(db, coordinator, voice.id, "Jeg forstår det slik.", today)
    reasons = Reasons("Alt", "Som ønsket")
    weighings.weigh(
        db, coordinator, passage.id, weight=Weight.GREAT, follows=Follows.YES, reasons=reasons, today=today
    )
    individual_plans.attach(db, coordinator, passage.id, PlanPoint.GOALS.value, today)
    individual_plans.edit(db, coordinator, case.id, {point.value: "Noe" for point in PlanPoint}, today)
    individual_plans.complete(db, coordinator, case.id, today)
    reply = case_replies.reply(db, coordinator, voice.id, "Du får en voksen til.", today)
    _, code = voices.invite(db, coordinator, case.id, **given)
    return {
        "case_id": case.id,
        "voice_id": voice.id,
        "passage_id": passage.id,
        "number": 1,
        "reply_id": reply.id,
        "replies.words": words,
        "serious.words": words,
        "voices.code": code,
        "serious.code": code,
        **beside_the_case.meeting(db, coordinator, case.id, today),
        "voices.name": next(page.id for page in survey.pages if page.question.kept),
    }
