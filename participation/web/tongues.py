"""Tongues: in which language a survey's words stand where the page does not follow the survey."""

from participation.community import consultations
from participation.community.consultations import Consultation
from participation.surveys.definition import Survey
from participation.web.current import Session
from participation.web.language import chosen


def tongue(survey: Survey) -> str:
    """The page's language if the survey has it, else the survey's own."""
    return chosen() if chosen() in survey.languages else survey.source_language


def title(db: Session, consultation: Consultation) -> str:
    """What the children were asked, by the name of the questions."""
    survey = consultations.survey_of(db, consultation)
    return survey.title(tongue(survey))
