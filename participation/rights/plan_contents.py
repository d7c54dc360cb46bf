"""Plan contents: the nine points that an individual plan holds."""

from enum import StrEnum


class PlanPoint(StrEnum):
    """In the order the regulations on individual plans list them."""

    GOALS = "goals"
    PARTICIPANTS = "participants"
    LEAD = "lead"
    CONTRIBUTIONS = "contributions"
    MEASURES = "measures"
    EXECUTION = "execution"
    PERIOD = "period"
    CONSENT = "consent"
    COOPERATION = "cooperation"
