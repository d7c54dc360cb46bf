"""West: two cases in Lyngvær. In one a child is invited to speak; in the other a child has been answered,
has a code of its own, and a meeting is coming.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from secrets import token_hex

from participation.access import Actor
from participation.casework import cases, individual_plans, meetings, own_codes, replies, voices, weighings
from participation.casework.meetings import Details
from participation.casework.sharing import Sharing
from participation.casework.voices import Passage, Voice
from participation.casework.weighings import Follows, Reasons
from participation.demo.words import LYNGVAER, text
from participation.rights.occasions import Occasion
from participation.rights.plan_contents import PlanPoint
from participation.rights.weight import Weight
from participation.storage.database import Session
from participation.surveys.definition import Survey
from participation.surveys.questions import Answer, Status

FOR_COORDINATOR = "anything_else"
"""What the child of the story gives to the coordinator only."""


@dataclass(frozen=True)
class WestDoors:
    code: str
    claim: str
    own_code: str


class West:
    """One coordinator, on some days before today."""

    def __init__(self, db: Session, coordinator: Actor, survey: Survey, today: date) -> None:
        self.db, self.coordinator, self.survey, self.today = db, coordinator, survey, today

    def furnish(self) -> WestDoors:
        case_id, claim = self._answered()
        _, code = self._invite(LYNGVAER["case"]["open"], self.today)
        return WestDoors(code, claim, self._own_code_and_meeting(case_id))

    def _own_code_and_meeting(self, case_id: int) -> str:
        said = LYNGVAER["meeting"]
        details = Details(said["title"], said["place"], said["at"], tuple(said["who_comes"]))
        day = self.today + timedelta(days=6)
        meetings.plan(self.db, self.coordinator, case_id, on_day=day, details=details, topics=said["topics"])
        return own_codes.hand_over(self.db, self.coordinator, case_id, self.today)[1]

    def _invite(self, reference: str, day: date) -> tuple[Voice, str]:
        case = cases.open_case(self.db, self.coordinator, reference, day)
        occasion = Occasion.INDIVIDUAL_PLAN
        return voices.invite(
            self.db, self.coordinator, case.id, occasion=occasion, survey=self.survey, today=day
        )

    def _answered(self) -> tuple[int, str]:
        """From the invitation to the answer. Return the case and the words of the claim card."""
        day = self.today - timedelta(days=12)
        voice, _ = self._invite(LYNGVAER["case"]["answered"], day - timedelta(days=5))
        claim = self._speak(voice, day)
        said = LYNGVAER["case"]
        weighings.note_reading(self.db, self.coordinator, voice.id, said["reading"], day + timedelta(days=2))
        self.db.refresh(voice)
        self._write_plan(voice, day + timedelta(days=6))
        replies.reply(self.db, self.coordinator, voice.id, said["reply"], day + timedelta(days=8))
        return voice.case_id, claim

    def _speak(self, voice: Voice, day: date) -> str:
        """The child answers, chooses what may be shared, and says yes to the very words."""
        secret = token_hex(32)
        for question, words in text("case.words").items():
            page = self.survey.page(question)
            voices.keep_page(self.db, voice, secret, page, Answer(Status.ANSWERED, words), day)
        own = voices.suggested(self.db, voice, secret, language="nb", level="standard")
        shared = [
            replace(passage, sharing=Sharing.COORDINATOR) if passage.question == FOR_COORDINATOR else passage
            for passage in own
        ]
        voices.choose(self.db, voice, secret, shared, day)
        return voices.approve(self.db, voice, secret, language="nb", today=day)

    def _write_plan(self, voice: Voice, day: date) -> None:
        individual_plans.edit(self.db, self.coordinator, voice.case_id, text("case.plan"), day)
        for passage in voice.passages:
            self._weigh(passage, day)
            if passage.may_stand_in_plan:
                individual_plans.attach(self.db, self.coordinator, passage.id, PlanPoint.GOALS.value, day)
        individual_plans.complete(self.db, self.coordinator, voice.case_id, day)

    def _weigh(self, passage: Passage, day: date) -> None:
        weighings.weigh(
            self.db,
            self.coordinator,
            passage.id,
            weight=Weight.GREAT,
            follows=Follows.PARTLY,
            reasons=Reasons(**text("case.weighing")),
            today=day,
        )
