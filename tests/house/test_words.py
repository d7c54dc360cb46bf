"""Every name the domain uses has its words for people."""

import pytest

from participation.access import STAFF, Act
from participation.casework.concerns import Step as ConcernStep
from participation.casework.corrections import CameOut
from participation.casework.meeting_notes import Verdict
from participation.casework.open_questions import TOLD_ON
from participation.casework.replies import Understood
from participation.casework.sharing import Sharing
from participation.casework.weighings import Follows
from participation.community.codebooks import Turn
from participation.community.councils import PointAnswer
from participation.community.own_words import Indirect, State
from participation.disclosure.free_text import Kind, Question, Strength, Word
from participation.disclosure.groups import CHOSEN, NOT_CHOSEN
from participation.disclosure.published import Band, Exact, Hidden, Interval
from participation.disclosure.quotations import Clue, Lack
from participation.disclosure.search_back import Likeness
from participation.owner.colours import Corners, Mode, Tone
from participation.owner.ready_colours import READY
from participation.owner.unfit import Unfit
from participation.rights.assessment import QUESTIONS, Evidence, Step
from participation.rights.convention import ARTICLES, Group
from participation.rights.help_given import How, Present
from participation.rights.help_lines import HELP_LINES
from participation.rights.ladder import AIMS, Rung
from participation.rights.law import Law, Topic
from participation.rights.occasions import SITUATIONS, Occasion
from participation.rights.plan_contents import PlanPoint
from participation.rights.requirements import Requirement
from participation.rights.weight import Weight
from participation.surveys.questions import Status
from participation.surveys.symbols import SYMBOLS
from participation.web import words
from participation.web.language import LEVELS

NOUNS = [name for name in words.__all__ if name.isupper()]
TOTAL = {
    "ACTS": Act,
    "ARTICLES": ARTICLES,
    "ARTICLE_GROUPS": Group,
    "ASSESSMENT_HELP": QUESTIONS,
    "ASSESSMENT_OPTIONS": {option for question in QUESTIONS.values() for option in question.options},
    "ASSESSMENT_QUESTIONS": QUESTIONS,
    "ASSESSMENT_STEPS": Step,
    "CAME_OUT": CameOut,
    "CHOSEN": (CHOSEN, NOT_CHOSEN),
    "CLUES": Clue,
    "CONCERN_STEPS": [step.name for step in ConcernStep],
    "CORNERS": Corners,
    "EVIDENCE": Evidence,
    "FOLLOWS": [follows.name for follows in Follows],
    "HELP": How,
    "HELP_FOR_CHILDREN": How,
    "HELP_LINES": [line.key for line in HELP_LINES],
    "HELP_LINE_HOURS": (True, False),
    "INDIRECT": Indirect,
    "INDIRECT_QUESTIONS": Question,
    "LACKS": Lack,
    "LAWS": Law,
    "LEVELS": LEVELS,
    "LIKENESS": Likeness,
    "MARKS": Kind,
    "MODES": Mode,
    "NEUTRAL": Word,
    "OCCASIONS": Occasion,
    "OCCASIONS_FOR_CHILDREN": Occasion,
    "PASSED_BY": set(Status) - {Status.ANSWERED, Status.NOT_SHOWN},
    "PLAN_POINTS": PlanPoint,
    "PLAN_POINT_VOICES": PlanPoint,
    "POINT_ANSWERS": [answer.name for answer in PointAnswer],
    "READY_COLOURS": READY,
    "PRESENT": Present,
    "PRESENT_FOR_CHILDREN": Present,
    "REQUIREMENTS": Requirement,
    "REQUIREMENTS_FOR_CHILDREN": Requirement,
    "ROLES": [role.name for role in STAFF],
    "RUNGS": Rung,
    "RUNG_MEANINGS": Rung,
    "RUNG_PROMISES": AIMS,
    "SHARING": [sharing.name for sharing in Sharing],
    "SITUATIONS": SITUATIONS,
    "STATES": [kind.__name__.lower() for kind in (Exact, Band, Interval, Hidden)],
    "STATUSES": Status,
    "STAYED_OPEN": TOLD_ON,
    "STRENGTHS": Strength,
    "SYMBOLS": SYMBOLS,
    "TONES": Tone,
    "TOPICS": Topic,
    "TURNS": Turn,
    "UNDERSTOOD": [understood.name for understood in Understood],
    "UNFIT": Unfit,
    "VERDICTS": [verdict.name for verdict in Verdict],
    "WEIGHTS": Weight,
    "WORD_STATES": State,
}


@pytest.mark.parametrize("noun", NOUNS)
def test_every_value_has_its_words_and_nothing_else_has(noun):
    assert set(getattr(words, noun)) == set(TOTAL[noun])


@pytest.mark.parametrize("noun", NOUNS)
def test_no_words_are_empty(app, noun):
    with app.test_request_context():
        assert all(str(text).strip() for text in getattr(words, noun).values())
