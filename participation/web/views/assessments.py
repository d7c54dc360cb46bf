"""What a matter does to children's rights, found out before it is decided."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from participation.access import Act, require
from participation.community import assessments
from participation.errors import Closed, NotFound
from participation.rights import deadlines
from participation.rights.assessment import QUESTIONS, Step, screened_out
from participation.web import assessed
from participation.web.current import actor, reading, today, writing
from participation.web.forms.assessments import answers_in, form_for
from participation.web.forms.pressed import check_token
from participation.web.forms.shown import shown

blueprint = Blueprint("assessments", __name__, url_prefix="/barnerettsvurdering")


@blueprint.post("/ny/<int:matter_id>")
def begin(matter_id: int) -> Response:
    check_token()
    with writing() as db:
        assessment = assessments.begin(db, actor(), matter_id, today())
    return redirect(url_for(".show", assessment_id=assessment.id), 303)


@blueprint.get("/<int:assessment_id>/")
def show(assessment_id: int) -> str:
    with reading() as db:
        assessment = assessments.assessment_of(db, actor(), assessment_id)
        answers = assessments.answers_of(assessment)
        return render_template(
            "assessments/show.html",
            assessment=assessment,
            told=assessed.told(answers),
            stamp=assessed.stamp(assessment),
            steps=_steps(assessments.missing(db, assessment)),
            small=screened_out(answers),
            gathered=assessments.gathered(db, assessment),
            left=deadlines.days_left(assessment.matter.decision_on, today()),
        )


@blueprint.route("/<int:assessment_id>/<step>", methods=["GET", "POST"])
def step(assessment_id: int, step: str) -> Response | tuple[str, int]:
    require(actor(), Act.ASSESS)
    now = _step(step)
    with reading() as db:
        assessment = assessments.assessment_of(db, actor(), assessment_id)
        if assessment.finished_on and now is not Step.FOLLOW_UP:
            raise Closed("the assessment is finished")
        form = form_for(now, assessments.answers_of(assessment), whole=assessment.finished_on is not None)
        if request.method == "GET" or not form.validate():
            return shown(
                "assessments/step.html",
                form,
                assessment=assessment,
                now=now,
                steps=_steps(assessments.missing(db, assessment)),
                gathered=assessments.gathered(db, assessment),
            )
    with writing() as db:
        assessments.keep(db, actor(), assessment_id, answers_in(form, now))
    return redirect(_after(assessment_id, now), 303)


@blueprint.post("/<int:assessment_id>/fullfor")
def finish(assessment_id: int) -> Response:
    check_token()
    with writing() as db:
        assessments.finish(db, actor(), assessment_id, today())
    return redirect(url_for(".show", assessment_id=assessment_id, done="completed"), 303)


def _step(name: str) -> Step:
    try:
        return Step(name)
    except ValueError:
        raise NotFound(f"no step {name}") from None


def _steps(missing: tuple[str, ...]) -> dict[Step, list[str]]:
    """What each step still lacks."""
    return {step: [name for name in missing if QUESTIONS[name].step is step] for step in Step}


def _after(assessment_id: int, now: Step) -> str:
    """The step after this one, or the overview when it was the last or when they want to stop here."""
    later = list(Step)[list(Step).index(now) + 1 :]
    if later and "stop" not in request.form:
        return url_for(".step", assessment_id=assessment_id, step=later[0].value, done="saved")
    return url_for(".show", assessment_id=assessment_id, done="saved")
