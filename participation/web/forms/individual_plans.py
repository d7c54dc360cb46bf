"""Forms for the individual plan: its nine points, and where a passage is to stand."""

from flask_babel import lazy_gettext as _
from wtforms import SelectChoice, TextAreaField

from participation.rights.plan_contents import PlanPoint
from participation.web import words
from participation.web.forms.base import Filled, OfficeForm, at_most
from participation.web.forms.fields import OneOf

LONGEST_POINT = 6000


def _point(key: PlanPoint) -> TextAreaField:
    """What the grown-ups write; the child's own words are attached, never typed in here."""
    return TextAreaField(words.PLAN_POINTS[key], [at_most(LONGEST_POINT)])


class PlanForm(OfficeForm):
    """May be saved half done; only a completed version must have something under every point."""

    goals = _point(PlanPoint.GOALS)
    participants = _point(PlanPoint.PARTICIPANTS)
    lead = _point(PlanPoint.LEAD)
    contributions = _point(PlanPoint.CONTRIBUTIONS)
    measures = _point(PlanPoint.MEASURES)
    execution = _point(PlanPoint.EXECUTION)
    period = _point(PlanPoint.PERIOD)
    consent = _point(PlanPoint.CONSENT)
    cooperation = _point(PlanPoint.COOPERATION)

    @property
    def contents(self) -> dict[str, str]:
        return {key.value: self[key.value].data or "" for key in PlanPoint}


class AttachForm(OfficeForm):
    point = OneOf(
        _("Under which point is it to stand?"),
        [Filled(_("Choose a point."))],
        choices=[SelectChoice(key.value, words.PLAN_POINTS[key]) for key in PlanPoint],
    )
