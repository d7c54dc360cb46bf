"""East: what many children of Lyngvær have been asked, what the youth council says, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from secrets import token_hex

from participation.access import Actor, Role
from participation.community import (
    answers,
    assessments,
    consultations,
    councils,
    matters,
    municipal_plans,
    releases,
    replies,
    summaries,
)
from participation.community.consultations import Consultation
from participation.community.councils import Council, PointAnswer, Statement
from participation.community.matters import Matter
from participation.community.summaries import Draw, Summary
from participation.demo.children import Children
from participation.demo.people import Person, members_of, the
from participation.demo.words import LYNGVAER, text
from participation.rights.assessment import QUESTIONS, Step
from participation.rights.ladder import Rung
from participation.storage import drafts
from participation.storage.database import Session
from participation.surveys.definition import Survey

ANSWERED, ANSWERED_SO_FAR = 64, 9
CODES, CLASS_USES = 6, 25
DONE = (Step.SCREEN, Step.KNOW, Step.ASSESS)
"""The steps of the assessment that somebody has been through."""


@dataclass(frozen=True)
class EastDoors:
    codes: tuple[str, ...]
    class_code: str
    claim: str


class East:
    """One planner, one youth council, and a few hundred children, on some days before today."""

    def __init__(self, db: Session, people: tuple[Person, ...], survey: Survey, today: date) -> None:
        self.db, self.people, self.survey, self.today = db, people, survey, today
        self.planner = the(people, Role.PLANNER)
        self.leader = the(people, Role.LEADER)
        self.secretary = the(people, Role.COUNCIL_SECRETARY)
        self.children = Children()

    def furnish(self, drawing: Callable[[Survey], Draw]) -> EastDoors:
        council = self._council()
        claim = self._published(council, drawing)
        return self._open(council, claim)

    def _published(self, council: Council, drawing: Callable[[Survey], Draw]) -> str:
        """A matter whose children have been heard, and answered. Return a claim card."""
        matter = self._matter("published", made=90, decided_in=21)
        consultation = self._consultation(matter, ("age_group", "area"), opened=80, closes=40, answer=10)
        claim = self._send_in(consultation, ANSWERED, day=self._ago(60))
        summary = self._released(consultation, self._ago(35))
        said = text("published.summary")
        summaries.write(self.db, self.planner, summary.id, **said)
        summaries.put_forward(self.db, self.planner, summary.id, self._ago(30))
        summaries.publish(self.db, self.leader, summary.id, drawing(self.survey), self._ago(28))
        statement = self._answered_statement(council, matter)
        self._plan(summary, statement)
        told = text("published.reply")
        replies.reply(self.db, self.planner, consultation.id, **told, today=self._ago(12))
        return claim

    def _released(self, consultation: Consultation, day: date) -> Summary:
        """Closed, worked out behind the gate, and released."""
        consultations.close(self.db, self.planner, consultation.id, day)
        releases.want(
            self.db,
            self.planner,
            consultation.id,
            breakdowns=consultation.breakdowns,
            telling={},
            today=day,
        )
        while task := releases.next_task(self.db, consultation.id):
            releases.keep(self.db, task, task.work())
            self.db.flush()
        return summaries.release(self.db, self.planner, consultation.id, today=day)

    def _open(self, council: Council, claim: str) -> EastDoors:
        """A matter on which children are being asked right now."""
        matter = self._matter("open", made=20, decided_in=45)
        consultation = self._consultation(matter, ("age_group",), opened=10, closes=-14, answer=-35)
        codes = consultations.make_tickets(self.db, self.planner, consultation.id, CODES, self.today)
        class_code = consultations.make_class_ticket(
            self.db, self.planner, consultation.id, CLASS_USES, self.today
        )
        self._send_in(consultation, ANSWERED_SO_FAR, day=self.today)
        self._statement_under_way(council, matter)
        self._assessment(matter)
        return EastDoors(tuple(codes), class_code, claim)

    def _ago(self, days: int) -> date:
        return self.today - timedelta(days=days)

    def _matter(self, name: str, *, made: int, decided_in: int) -> Matter:
        about = text(name, "title", "about", "decided_by", "can_change", "fixed")
        decision_on = self._ago(-decided_in)
        return matters.make(self.db, self.planner, decision_on=decision_on, today=self._ago(made), **about)

    def _consultation(
        self, matter: Matter, by: tuple[str, ...], *, opened: int, closes: int, answer: int
    ) -> Consultation:
        return consultations.open_consultation(
            self.db,
            self.planner,
            matter.id,
            self.survey,
            rung=Rung.CONSULTED,
            breakdowns=by,
            read_by=LYNGVAER["open"]["read_by"],
            closes_on=self._ago(closes),
            answer_on=self._ago(answer),
            today=self._ago(opened),
        )

    def _send_in(self, consultation: Consultation, n: int, day: date) -> str:
        """Let n children answer, and return the claim card of the last."""
        claim = ""
        code = consultations.make_class_ticket(self.db, self.planner, consultation.id, n, day)
        ticket = consultations.ticket_behind(self.db, code, day)
        for _ in range(n):
            secret = token_hex(32)
            said = self.children.answers(self.survey)
            drafts.keep(self.db, secret, f"consultation {consultation.id}", said, day)
            claim = answers.send_in(self.db, ticket, secret, day)
        return claim

    def _council(self) -> Council:
        council = councils.make_council(self.db, self.secretary, LYNGVAER["council"]["name"])
        for member in members_of(self.people):
            councils.seat(self.db, self.secretary, council.id, _id(member), self._ago(200))
        return council

    def _statement(self, council: Council, matter: Matter, name: str, put: int) -> Statement:
        plain = LYNGVAER[name]["plain_summary"]
        return councils.put_before(
            self.db, self.secretary, council.id, matter.id, plain_summary=plain, today=self._ago(put)
        )

    def _answered_statement(self, council: Council, matter: Matter) -> Statement:
        statement = self._statement(council, matter, "published", put=50)
        members = members_of(self.people)
        for said, author in zip(LYNGVAER["published"]["points"], members, strict=False):
            point = councils.write_point(self.db, author, statement.id, said["words"], self._ago(45))
            for member in members:
                councils.vote(self.db, member, point.id, is_for=True)
        councils.send(self.db, self.secretary, statement.id, self._ago(40))
        for point, said in zip(statement.points, LYNGVAER["published"]["points"], strict=True):
            answer = PointAnswer[said["answer"]]
            councils.answer_point(
                self.db, self.planner, point.id, answer=answer, why=said["why"], today=self._ago(15)
            )
        return statement

    def _statement_under_way(self, council: Council, matter: Matter) -> None:
        statement = self._statement(council, matter, "open", put=6)
        members = members_of(self.people)
        for said, author in zip(LYNGVAER["open"]["points"], members, strict=True):
            point = councils.write_point(self.db, author, statement.id, said["words"], self._ago(3))
            for member, is_for in zip(members, said["is_for"], strict=True):
                councils.vote(self.db, member, point.id, is_for=is_for)

    def _plan(self, summary: Summary, statement: Statement) -> None:
        published = LYNGVAER["published"]
        plan = municipal_plans.make_plan(
            self.db,
            self.planner,
            title=published["title"],
            adopted_by=published["decided_by"],
            today=self._ago(27),
        )
        for piece, said in ((summary, "summary"), (statement, "statement")):
            municipal_plans.place(
                self.db,
                self.planner,
                plan.id,
                piece,
                chapter=published["came_of_it"]["chapter"],
                what_came_of_it=published["came_of_it"][said],
                today=self._ago(14),
            )

    def _assessment(self, matter: Matter) -> None:
        """Half done: screened, known and assessed, not yet weighed."""
        assessment = assessments.begin(self.db, self.planner, matter.id, self._ago(8))
        said = assessment_answers(self.today)
        steps = {name: question.step for name, question in QUESTIONS.items()}
        done = {name: value for name, value in said.items() if steps[name] in DONE}
        assessments.keep(self.db, self.planner, assessment.id, done)


def assessment_answers(today: date) -> dict[str, str | tuple[str, ...]]:
    """Everything that Lyngvær would answer in a child-rights assessment."""
    written = {key: tuple(v) if isinstance(v, list) else v for key, v in LYNGVAER["assessment"].items()}
    days = {"E02": -30, "E24": 60, "E26": 365}
    return written | {key: (today + timedelta(days=n)).isoformat() for key, n in days.items()}


def _id(actor: Actor) -> int:
    assert actor.account_id is not None  # noqa: S101
    return actor.account_id
