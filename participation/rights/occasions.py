"""Occasions: where in a case the national guide wants the child heard, and the surveys that suit."""

from enum import StrEnum


class Occasion(StrEnum):
    """The three the guide names for one child, its rights to a coordinator and to a plan kept apart."""

    CASE_COOPERATION = "case_cooperation"
    WHO_COORDINATES = "who_coordinates"
    CHILD_COORDINATOR = "child_coordinator"
    INDIVIDUAL_PLAN = "individual_plan"

    @property
    def surveys(self) -> tuple[str, ...]:
        """Ids of the surveys that suit, the best first."""
        return _SURVEYS[self]


_SURVEYS = {
    Occasion.CASE_COOPERATION: ("the-services-around-me", "who-should-help-me"),
    Occasion.WHO_COORDINATES: ("who-should-help-me",),
    Occasion.CHILD_COORDINATOR: ("who-should-help-me", "the-services-around-me"),
    Occasion.INDIVIDUAL_PLAN: ("my-plan", "the-services-around-me"),
}
