"""The coordinator's door: cases and the child's voice in them."""

from dataclasses import asdict, dataclass
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from participation.access import Act, require
from participation.casework import cases, individual_plans, own_codes, replies, voices, weighings
from participation.casework.cases import NotAReference, ReferenceTaken
from participation.casework.voices import Passage, Voice
from participation.casework.weighings import Follows, Reasons
from participation.errors import NotFound
from participation.rights.occasions import Occasion
from participation.rights.weight import Weight
from participation.surveys.definition import Survey
from participation.surveys.questions import Scale
from participation.surveys.sentences import Recorded
from participation.web import current, invitations, meeting_states, passages, reading_aloud, waiting
from participation.web.current import Session, actor, survey, surveys, today, writing
from participation.web.forms.base import OfficeForm
from participation.web.forms.cases import (
    PAPER,
    CaseForm,
    InvitationForm,
    ReadingForm,
    ReplyForm,
    WeighingForm,
)
from participation.web.forms.shown import shown
from participation.web.language import KNOWN, chosen
from participation.web.paper.sheets import Wanted

blueprint = Blueprint("cases", __name__, url_prefix="/saker")


@dataclass(frozen=True)
class Asked:
    """A survey, and the language in which the coordinator can read it."""

    survey: Survey
    language: str

    @property
    def title(self) -> str:
        return self.survey.title(self.language)

    @property
    def questions(self) -> tuple[str, ...]:
        asked = (question for question in self.survey.questions if question.scale is not Scale.NONE)
        return tuple(self.survey.wording(self.language, "standard", one.id)["text"] for one in asked)

    @property
    def recorded(self) -> list[tuple[str, Recorded]]:
        return reading_aloud.recorded(self.survey)


@blueprint.get("/")
def index() -> str:
    with current.reading() as db:
        mine = cases.cases_of(db, actor())
        return render_template(
            "cases/index.html",
            under_way=[(case, _heard(db, case.id)) for case in mine if case.closed_on is None],
            closed=[case for case in mine if case.closed_on],
        )


@blueprint.route("/ny", methods=["GET", "POST"])
def add() -> Response | tuple[str, int]:
    require(actor(), Act.OPEN_CASE)
    form = CaseForm(request.form)
    if request.method == "GET" or not form.validate():
        return shown("cases/add.html", form)
    try:
        with writing() as db:
            case = cases.open_case(db, actor(), form.reference.data, today())
    except NotAReference:
        form.reference.errors = [
            gettext("This cannot stand for a child. Use letters and at least one digit, as in 2026/114.")
        ]
    except ReferenceTaken:
        form.reference.errors = [gettext("There is a case with this reference already.")]
    else:
        return redirect(url_for(".show", case_id=case.id, done="opened"), 303)
    return shown("cases/add.html", form)


@blueprint.get("/<int:case_id>/")
def show(case_id: int) -> str:
    with current.reading() as db:
        case = cases.case_of(db, actor(), case_id)
        plan = individual_plans.plan_of(db, actor(), case_id)
        return render_template(
            "cases/show.html",
            case=case,
            heard=_heard(db, case_id),
            own_code=own_codes.own_code_in(db, actor(), case_id),
            met=meeting_states.met_in(db, case),
            plan=plan,
            new_form=OfficeForm,
        )


@blueprint.post("/<int:case_id>/lukk")
def close(case_id: int) -> Response:
    _check_token()
    with writing() as db:
        cases.close(db, actor(), case_id, today())
    return redirect(url_for(".index", done="closed"), 303)


@blueprint.route("/<int:case_id>/inviter", methods=["GET", "POST"])
def invite(case_id: int) -> Response | str | tuple[str, int]:
    """Invite the child's voice. The code stands on a sheet to print, now and never again."""
    with current.reading() as db:
        case = cases.open_case_of(db, actor(), case_id)
    form = invitations.offer(InvitationForm(request.form), surveys())
    if request.method == "GET" or not form.validate():
        hints = invitations.hints(surveys())
        about = {"asked": _asked(), "days_to_answer": voices.DAYS_TO_ANSWER}
        return shown("cases/invite.html", form, case=case, hints=hints, **about)
    occasion = Occasion(form.occasion.data)
    with writing() as db:
        voice, code = voices.invite(
            db, actor(), case_id, occasion=occasion, survey=survey(form.survey.data), today=today()
        )
        if request.form.get("go") == PAPER:
            return invitations.on_paper(db, voice, code, Wanted(form.language.data, form.level.data))
        return invitation(voice, code, form.language.data)


def invitation(voice: Voice, code: str, language: str) -> str:
    """The sheet for the child, with what to do with it."""
    sheet = invitations.sheet(voice, code, language)
    tongue = KNOWN[language]
    return render_template("cases/invitation.html", case=voice.case, sheet=sheet, tongue=tongue)


@blueprint.post("/<int:case_id>/stemmer/<int:voice_id>/ta-tilbake")
def take_back(case_id: int, voice_id: int) -> Response:
    """Take back an invitation that nobody has taken up."""
    _check_token()
    with writing() as db:
        _invited_in(db, case_id, voice_id)
        voices.take_back(db, actor(), voice_id, today())
    return redirect(url_for(".show", case_id=case_id, done="removed"), 303)


@blueprint.get("/<int:case_id>/stemmer/<int:voice_id>")
def voice(case_id: int, voice_id: int) -> tuple[str, int]:
    with writing() as db:
        found = _noted(db, case_id, voice_id)
        kept = weighings.reading_of(db, found)
        return _voice_page(db, found, ReadingForm(words=kept[1] if kept else ""))


@blueprint.post("/<int:case_id>/stemmer/<int:voice_id>/lesning")
def reading(case_id: int, voice_id: int) -> Response | tuple[str, int]:
    """Keep how the coordinator understands it."""
    form = ReadingForm(request.form)
    if not form.validate():
        with current.noting() as db:
            return _voice_page(db, _noted(db, case_id, voice_id), form)
    with writing() as db:
        _voice_in(db, case_id, voice_id)
        weighings.note_reading(db, actor(), voice_id, form.words.data, today())
    return redirect(url_for(".voice", case_id=case_id, voice_id=voice_id, done="saved"), 303)


@blueprint.route("/<int:case_id>/utsagn/<passage_id>/vekting", methods=["GET", "POST"])
def weigh(case_id: int, passage_id: str) -> Response | tuple[str, int]:
    if request.method == "GET":
        with writing() as db:
            passage = _passage_in(db, case_id, passage_id)
            _noted(db, case_id, passage.voice_id)
            return _weighing_page(db, passage, _as_kept(db, passage))
    form = WeighingForm(request.form)
    if form.validate():
        with writing() as db:
            passage = _passage_in(db, case_id, passage_id)
            weighings.weigh(db, actor(), passage.id, **_weighed(form), today=today())
        address = url_for(".voice", case_id=case_id, voice_id=passage.voice_id, done="saved")
        return redirect(f"{address}#passage-{passage.id}", 303)
    with current.noting() as db:
        passage = _passage_in(db, case_id, passage_id)
        _noted(db, case_id, passage.voice_id)
        return _weighing_page(db, passage, form)


@blueprint.route("/<int:case_id>/stemmer/<int:voice_id>/svar", methods=["GET", "POST"])
def reply(case_id: int, voice_id: int) -> Response | tuple[str, int]:
    form = ReplyForm(request.form)
    if request.method == "GET":
        with writing() as db:
            cases.open_case_of(db, actor(), case_id)
            return _reply_page(db, _noted(db, case_id, voice_id), form)
    if not form.validate():
        with current.noting() as db:
            return _reply_page(db, _noted(db, case_id, voice_id), form)
    with writing() as db:
        _voice_in(db, case_id, voice_id)
        replies.reply(db, actor(), voice_id, form.words.data, today())
    return redirect(url_for(".voice", case_id=case_id, voice_id=voice_id, done="answered"), 303)


def _heard(db: Session, case_id: int) -> list[waiting.Heard]:
    return [waiting.heard(db, voice) for voice in voices.voices_in(db, actor(), case_id)]


def _asked() -> list[Asked]:
    """What each of the surveys for one child asks, to be read before one is chosen."""
    return [
        Asked(survey, chosen() if chosen() in survey.languages else survey.source_language)
        for survey in invitations.for_one_child(surveys())
    ]


def _invited_in(db: Session, case_id: int, voice_id: int) -> Voice:
    """A voice of this case, taken up or not."""
    for voice in voices.voices_in(db, actor(), case_id):
        if voice.id == voice_id:
            return voice
    raise NotFound(f"voice {voice_id} in case {case_id}")


def _voice_in(db: Session, case_id: int, voice_id: int) -> Voice:
    """An approved voice of this case, when its words have been noted as read already."""
    voice = _invited_in(db, case_id, voice_id)
    if voice.approved_on is None:
        raise NotFound(f"voice {voice_id} says nothing yet")
    return voice


def _noted(db: Session, case_id: int, voice_id: int) -> Voice:
    """An approved voice of this case, noted in the trail before its words are shown."""
    return voices.read(db, actor(), _voice_in(db, case_id, voice_id).id)


def _passage_in(db: Session, case_id: int, passage_id: str) -> Passage:
    passage = voices.passage_in(db, actor(), passage_id)
    if passage.voice.case_id != case_id:
        raise NotFound(f"passage {passage_id} in case {case_id}")
    return passage


def _voice_page(db: Session, voice: Voice, form: ReadingForm) -> tuple[str, int]:
    told = replies.replies_to(db, voice)
    return shown(
        "cases/voice.html",
        form,
        voice=voice,
        heard=waiting.heard(db, voice),
        opened=[passages.opened(db, passage) for passage in voice.passages],
        standing=passages.standing(db, actor(), voice.case_id),
        kept=weighings.reading_of(db, voice),
        left_open=passages.left_open(db, voice),
        helped=passages.helped(db, voice),
        told=[(answer, replies.words_of(db, answer), replies.comment_of(db, answer)) for answer in told],
    )


def _weighing_page(db: Session, passage: Passage, form: WeighingForm) -> tuple[str, int]:
    stands = individual_plans.stands_completed(db, passage.id)
    return shown("cases/weigh.html", form, opened=passages.opened(db, passage), stands_completed=stands)


def _as_kept(db: Session, passage: Passage) -> WeighingForm:
    """The form as it was filled in last time, if the passage has been weighed before."""
    kept = weighings.weighing_of(db, passage)
    if kept is None:
        return WeighingForm()
    weighing, reasons = kept
    return WeighingForm(weight=weighing.weight, follows=weighing.follows, **asdict(reasons))


def _weighed(form: WeighingForm) -> dict[str, Any]:
    texts = (form.considered.data, form.decision.data, form.reason.data or "")
    return {
        "weight": Weight(form.weight.data),
        "follows": Follows[form.follows.data],
        "reasons": Reasons(*(text.strip() for text in texts)),
    }


def _reply_page(db: Session, voice: Voice, form: ReplyForm) -> tuple[str, int]:
    said = [passages.opened(db, passage) for passage in voice.passages]
    return shown("cases/reply.html", form, voice=voice, opened=said)


def _check_token() -> None:
    if not OfficeForm(request.form).validate():
        abort(400)
