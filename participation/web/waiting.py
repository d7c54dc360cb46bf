"""Waiting: what each role finds on the desk, gathered from the wings: numbers and days, never words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from participation import accounts
from participation.access import Act, Actor, Role, require
from participation.casework import cases, corrections, individual_plans, voices, weighings
from participation.casework import replies as answers_to_one
from participation.casework.cases import Case
from participation.casework.corrections import CameOut
from participation.casework.individual_plans import PlanVersion
from participation.casework.replies import Understood
from participation.casework.voices import Voice
from participation.community import consultations, councils, own_words, quotations, releases, summaries
from participation.community import replies as answers_to_many
from participation.community.consultations import Consultation
from participation.community.councils import Statement
from participation.owner import help_lines
from participation.rights import deadlines
from participation.web import meeting_states, on_duty
from participation.web.current import Session


@dataclass(frozen=True)
class Heard:
    """An invitation in a case, and how far it has come."""

    voice: Voice
    not_weighed: int
    replies: int
    understood: str | None
    wrong: CameOut | None = None
    """What came out wrong, by the child's own word, and waits for an answer."""

    @property
    def is_answered(self) -> bool:
        """Whether the child has an answer, and has not said that it was understood wrong."""
        return self.replies > 0 and self.understood in {None, Understood.YES.name}

    @property
    def waits(self) -> bool:
        owes = self.not_weighed > 0 or not self.is_answered or self.wrong is not None
        return self.voice.approved_on is not None and owes

    def is_late(self, today: date) -> bool:
        by = self.voice.answer_by
        return by is not None and not self.replies and deadlines.overdue(by, today)

    def is_open(self, today: date) -> bool:
        """Whether the child can still take up the invitation."""
        return not self._is_settled and self.voice.open_until >= today

    def is_unheard(self, today: date) -> bool:
        """Invited and not heard from: shown for a while after the code has stopped working, too."""
        lapsed = (today - self.voice.open_until).days
        return not self._is_settled and lapsed <= voices.DAYS_OPEN

    @property
    def _is_settled(self) -> bool:
        """Whether the child has spoken, or the invitation was taken back."""
        return bool(self.voice.approved_on or self.voice.taken_back_on)


@dataclass(frozen=True)
class UnderWay:
    """A version of an individual plan that is being written, and what it still lacks."""

    case: Case
    version: PlanVersion
    empty: int
    not_weighed: int


@dataclass(frozen=True)
class Answer:
    """A consultation whose children are to have an answer."""

    consultation: Consultation
    is_late: bool


@dataclass(frozen=True)
class Unread:
    """How many of the children's words in a round wait for this person as the second reader."""

    consultation: Consultation
    texts: int
    quotations: int


@dataclass(frozen=True)
class Listed:
    """A matter on a youth council's list."""

    statement: Statement
    days_left: int
    is_late: bool


def heard(db: Session, voice: Voice) -> Heard:
    ids = [passage.id for passage in voice.passages]
    told, said = answers_to_one.replies_to(db, voice), corrections.correction_of(db, voice.id)
    understood = told[-1].understood if told else None
    wrong = CameOut[said.came_out] if said and said.waits else None
    return Heard(voice, len(weighings.unweighed(db, ids)), len(told), understood, wrong)


def for_coordinator(db: Session, actor: Actor, today: date) -> dict[str, Any]:
    mine = [case for case in cases.cases_of(db, actor) if case.closed_on is None]
    spoken = [heard(db, voice) for case in mine for voice in voices.voices_in(db, actor, case.id)]
    waiting = sorted(
        (one for one in spoken if one.waits), key=lambda one: (one.voice.approved_on, one.voice.id)
    )
    return {
        "waiting": waiting,
        "invited": [one for one in spoken if one.is_unheard(today)],
        "plans": [plan for case in mine if (plan := under_way(db, actor, case))],
        "meetings": [one for case in mine for one in meeting_states.met_in(db, case) if one.waits(today)],
        "cases": len(mine),
        **on_duty.for_desk(db, actor),
    }


def under_way(db: Session, actor: Actor, case: Case) -> UnderWay | None:
    """The version of a plan that is not completed yet, if there is one."""
    plan = individual_plans.plan_of(db, actor, case.id)
    if plan is None or not plan.versions or plan.versions[-1].completed_on:
        return None
    empty, not_weighed = individual_plans.lacking(db, plan.versions[-1])
    return UnderWay(case, plan.versions[-1], len(empty), len(not_weighed))


def for_planner(db: Session, actor: Actor, today: date) -> dict[str, Any]:
    rounds = consultations.all_consultations(db, actor)
    written = [summary for one in rounds if (summary := summaries.summary_on(db, one.id))]
    return {
        "ready": [one for one in rounds if consultations.may_close(db, one, today)],
        "running": [one for one in reversed(rounds) if consultations.takes_answers(one, today)],
        "to_release": [one for one in rounds if releases.may_release(db, one)],
        "to_publish": [summary for summary in written if summary.published_on is None],
        "to_read": summaries.waiting_for_eyes(db, actor),
        "to_check": [found for one in rounds if one.closed_on and (found := _unread(db, actor, one))],
        "to_answer": [_owed(one, today) for one in rounds if _unanswered(db, one)],
        "points": [_listed(statement, today) for statement in councils.unanswered(db)],
        "unchecked": help_lines.due(db, today),
    }


def _unread(db: Session, actor: Actor, consultation: Consultation) -> Unread | None:
    texts = len(own_words.awaiting(db, actor, consultation.id))
    words = quotations.to_check(db, actor, consultation.id)
    return Unread(consultation, texts, words) if texts or words else None


def for_council(db: Session, actor: Actor, today: date) -> dict[str, Any]:
    mine = councils.councils_of(db, actor)
    listed = [
        _listed(one, today) for council in mine for one in councils.statements_of(db, actor, council.id)
    ]
    return {
        "councils": mine,
        "unsent": [one for one in listed if one.statement.sent_on is None],
        "sent": [one for one in listed if one.statement.sent_on and not one.statement.is_answered],
        "answered": [one for one in listed if one.statement.is_answered],
    }


def for_leader(db: Session, actor: Actor, today: date) -> dict[str, Any]:
    """What is late. Of single children only how many wait, by coordinator."""
    require(actor, Act.SEE_WHAT_IS_LATE)
    names = accounts.names(db)
    owed = answers_to_one.owed(db, today)
    return {
        "to_answer": answers_to_many.overdue(db, today),
        "owed": sorted((names.get(account_id, ""), n) for account_id, n in owed.items()),
        "to_read": summaries.waiting_for_eyes(db, actor),
        "points": [_listed(statement, today) for statement in councils.unanswered(db)],
    }


def for_administrator(db: Session, actor: Actor, today: date) -> dict[str, Any]:
    working = [account for account in accounts.everybody(db, actor) if account.closed_on is None]
    return {
        "working": len(working),
        "without_password": [account for account in working if account.password_hash is None],
        "unchecked": help_lines.due(db, today),
        "on_duty": on_duty.now(db),
    }


DESKS: Mapping[Role, Callable[[Session, Actor, date], dict[str, Any]]] = {
    Role.COORDINATOR: for_coordinator,
    Role.PLANNER: for_planner,
    Role.COUNCIL_SECRETARY: for_council,
    Role.COUNCIL_MEMBER: for_council,
    Role.LEADER: for_leader,
    Role.ADMINISTRATOR: for_administrator,
}


def _unanswered(db: Session, consultation: Consultation) -> bool:
    """Closed, and the children have had no answer yet."""
    return consultation.closed_on is not None and not answers_to_many.replies_to(db, consultation)


def _owed(consultation: Consultation, today: date) -> Answer:
    return Answer(consultation, deadlines.overdue(consultation.answer_on, today))


def _listed(statement: Statement, today: date) -> Listed:
    day = statement.matter.decision_on
    return Listed(statement, deadlines.days_left(day, today), deadlines.is_late(day, today))
