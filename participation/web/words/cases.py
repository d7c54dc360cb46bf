"""Words for one child's case: occasions, the points of an individual plan, sharing and weight."""

from collections.abc import Mapping

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from participation.rights.occasions import Occasion
from participation.rights.plan_contents import PlanPoint
from participation.rights.weight import Weight

OCCASIONS: Mapping[Occasion, LazyString] = {
    Occasion.CASE_COOPERATION: _("Co-operation between services in the case"),
    Occasion.WHO_COORDINATES: _("The decision on who coordinates"),
    Occasion.CHILD_COORDINATOR: _("Child coordinator or coordinator"),
    Occasion.INDIVIDUAL_PLAN: _("Individual plan"),
    Occasion.MEETING_COMES: _("Before a meeting"),
    Occasion.SOMETHING_HARD: _("Something that is hard"),
    Occasion.SOMETHING_GOOD: _("Something that is good"),
    Occasion.SOMETHING_I_WANT: _("Something the child wants"),
    Occasion.ANOTHER_WAY: _("The child asks to say it another way"),
}

OCCASIONS_FOR_CHILDREN: Mapping[Occasion, LazyString] = {
    Occasion.CASE_COOPERATION: _("How the adults who help you work together"),
    Occasion.WHO_COORDINATES: _("Who should keep track of all the help"),
    Occasion.CHILD_COORDINATOR: _("One adult who helps you and your family"),
    Occasion.INDIVIDUAL_PLAN: _("The plan for the help you get"),
    Occasion.MEETING_COMES: _("A meeting that is coming"),
    Occasion.SOMETHING_HARD: _("Something you want to tell"),
    Occasion.SOMETHING_GOOD: _("Something that is good"),
    Occasion.SOMETHING_I_WANT: _("Something you want"),
    Occasion.ANOTHER_WAY: _("How you want to say it"),
}

SITUATIONS: Mapping[Occasion, LazyString] = {
    Occasion.MEETING_COMES: _("There will be a meeting"),
    Occasion.SOMETHING_HARD: _("Something is hard"),
    Occasion.SOMETHING_GOOD: _("Something is good"),
    Occasion.SOMETHING_I_WANT: _("There is something I want"),
    Occasion.ANOTHER_WAY: _("I want to say it another way"),
}
"""What stands on the cards with which a child starts by itself."""

PLAN_POINTS: Mapping[PlanPoint, LazyString] = {
    PlanPoint.GOALS: _("Overview of goals, resources and needs for services"),
    PlanPoint.PARTICIPANTS: _("Who takes part in the work on the plan"),
    PlanPoint.LEAD: _("Who is responsible for coordination and progress"),
    PlanPoint.CONTRIBUTIONS: _("What the child, the services and the family contribute"),
    PlanPoint.MEASURES: _("Relevant measures, their extent and who is responsible"),
    PlanPoint.EXECUTION: _("How the measures are to be carried out"),
    PlanPoint.PERIOD: _("Plan period, and dates for changes and revision"),
    PlanPoint.CONSENT: _("Consent to the plan and to access to confidential information"),
    PlanPoint.COOPERATION: _("Needed or wanted co-operation with others"),
}

PLAN_POINT_VOICES: Mapping[PlanPoint, LazyString] = {
    PlanPoint.GOALS: _("The child's own goals and strengths, in the child's own words"),
    PlanPoint.PARTICIPANTS: _("Whom the child wants to take part, and whom not"),
    PlanPoint.LEAD: _("Whom the child wishes for as coordinator"),
    PlanPoint.CONTRIBUTIONS: _("What the child wants to do"),
    PlanPoint.MEASURES: _("What the child thinks of each measure"),
    PlanPoint.EXECUTION: _("How it should feel, where and when"),
    PlanPoint.PERIOD: _("When the child is asked again"),
    PlanPoint.CONSENT: _("What may be shared, and with whom"),
    PlanPoint.COOPERATION: _("What the child wants the services to talk together about"),
}

SHARING: Mapping[str, LazyString] = {
    "PLAN": _("May stand in the plan"),
    "COORDINATOR": _("Only for the coordinator"),
    "TAKEN_OUT": _("Taken out"),
}

WEIGHTS: Mapping[Weight, LazyString] = {
    Weight.DECISIVE: _("Decisive weight"),
    Weight.GREAT: _("Great weight"),
    Weight.SOME: _("Some weight"),
    Weight.LITTLE: _("Little weight"),
    Weight.NONE: _("No weight"),
}
