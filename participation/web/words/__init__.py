"""Words: what people see for what the domain names, one mapping per noun."""

from participation.web.words.answers import CHOSEN, LEVELS, PASSED_BY, POINT_ANSWERS, STATUSES, STAYED_OPEN
from participation.web.words.assessment import (
    ASSESSMENT_HELP,
    ASSESSMENT_OPTIONS,
    ASSESSMENT_QUESTIONS,
    ASSESSMENT_STEPS,
    EVIDENCE,
)
from participation.web.words.cases import (
    OCCASIONS,
    OCCASIONS_FOR_CHILDREN,
    PLAN_POINT_VOICES,
    PLAN_POINTS,
    SHARING,
    SITUATIONS,
    WEIGHTS,
)
from participation.web.words.colours import CORNERS, MODES, READY_COLOURS, TONES
from participation.web.words.concerns import CONCERN_STEPS
from participation.web.words.convention import ARTICLE_GROUPS, ARTICLES
from participation.web.words.help_given import (
    CAME_OUT,
    HELP,
    HELP_FOR_CHILDREN,
    PRESENT,
    PRESENT_FOR_CHILDREN,
    help_in_words,
)
from participation.web.words.law import LAWS, TOPICS
from participation.web.words.meetings import VERDICTS
from participation.web.words.own_words import (
    INDIRECT,
    INDIRECT_QUESTIONS,
    MARKS,
    NEUTRAL,
    STRENGTHS,
    WORD_STATES,
)
from participation.web.words.people import HELP_LINE_HOURS, HELP_LINES, ROLES
from participation.web.words.promises import (
    REQUIREMENTS,
    REQUIREMENTS_FOR_CHILDREN,
    RUNG_MEANINGS,
    RUNG_PROMISES,
    RUNGS,
)
from participation.web.words.quoting import CLUES, LACKS, LIKENESS, TURNS
from participation.web.words.releases import STATES
from participation.web.words.symbols import SYMBOLS, UNFIT
from participation.web.words.trail import ACTS
from participation.web.words.weighing import FOLLOWS, UNDERSTOOD

__all__ = [
    "ACTS",
    "ARTICLES",
    "ARTICLE_GROUPS",
    "ASSESSMENT_HELP",
    "ASSESSMENT_OPTIONS",
    "ASSESSMENT_QUESTIONS",
    "ASSESSMENT_STEPS",
    "CAME_OUT",
    "CHOSEN",
    "CLUES",
    "CONCERN_STEPS",
    "CORNERS",
    "EVIDENCE",
    "FOLLOWS",
    "HELP",
    "HELP_FOR_CHILDREN",
    "HELP_LINES",
    "HELP_LINE_HOURS",
    "INDIRECT",
    "INDIRECT_QUESTIONS",
    "LACKS",
    "LAWS",
    "LEVELS",
    "LIKENESS",
    "MARKS",
    "MODES",
    "NEUTRAL",
    "OCCASIONS",
    "OCCASIONS_FOR_CHILDREN",
    "PASSED_BY",
    "PLAN_POINTS",
    "PLAN_POINT_VOICES",
    "POINT_ANSWERS",
    "PRESENT",
    "PRESENT_FOR_CHILDREN",
    "READY_COLOURS",
    "REQUIREMENTS",
    "REQUIREMENTS_FOR_CHILDREN",
    "ROLES",
    "RUNGS",
    "RUNG_MEANINGS",
    "RUNG_PROMISES",
    "SHARING",
    "SITUATIONS",
    "STATES",
    "STATUSES",
    "STAYED_OPEN",
    "STRENGTHS",
    "SYMBOLS",
    "TONES",
    "TOPICS",
    "TURNS",
    "UNDERSTOOD",
    "UNFIT",
    "VERDICTS",
    "WEIGHTS",
    "WORD_STATES",
    "help_in_words",
]
