"""Passages: a child's words, opened for a page or a document, with what grown-ups made of them kept apart."""

from dataclasses import dataclass

from participation.access import Actor
from participation.casework import corrections, individual_plans, open_questions, voices, weighings
from participation.casework.corrections import CameOut
from participation.casework.help_given import help_with
from participation.casework.sharing import Chosen
from participation.casework.voices import Passage, Voice
from participation.casework.weighings import Reasons, Weighing
from participation.rights.help_given import NO_HELP, Help
from participation.surveys.questions import Status
from participation.web.current import Session
from participation.web.tongues import tongue


@dataclass(frozen=True)
class Opened:
    """One passage: what was asked and said, the help the child had with it, and how it was weighed."""

    passage: Passage
    chosen: Chosen
    weighing: Weighing | None = None
    reasons: Reasons | None = None
    help: Help = NO_HELP
    came_out: CameOut | None = None

    @property
    def voice(self) -> Voice:
        return self.passage.voice


@dataclass(frozen=True)
class Helped:
    """The help a child had, whether it says that it came out right, and what should have stood there."""

    help: Help
    came_out: CameOut | None = None
    instead: str = ""


def opened(db: Session, passage: Passage) -> Opened:
    """Open one passage. Whoever calls has noted in the trail that the voice or the plan is read."""
    found = weighings.weighing_of(db, passage)
    weighing, reasons = found or (None, None)
    told = help_with(db, passage.voice_id, passage.voice.case.key_id)
    came_out = corrections.came_out(db, passage.voice_id)
    return Opened(passage, voices.words_of(db, passage), weighing, reasons, told, came_out)


def standing(db: Session, actor: Actor, case_id: int) -> dict[str, str]:
    """Under which point each passage stands in the newest version of the plan."""
    plan = individual_plans.plan_of(db, actor, case_id)
    newest = plan.versions[-1].attached if plan and plan.versions else []
    return {one.passage_id: one.point for one in newest}


def left_open(db: Session, voice: Voice) -> list[tuple[str, Status]]:
    """What the child did not understand or wants to be asked later, as the coordinator reads the question."""
    survey = voices.survey_of(db, voice)
    asked = open_questions.open_questions_of(db, voice.id)
    return [
        (survey.wording(tongue(survey), "standard", question)["text"], status)
        for question, status in asked.items()
    ]


def helped(db: Session, voice: Voice) -> Helped:
    told, correction = help_with(db, voice.id, voice.case.key_id), corrections.correction_of(db, voice.id)
    if correction is None:
        return Helped(told)
    return Helped(told, CameOut[correction.came_out], corrections.words_of(db, correction))
