"""Occasions: where in a case the national guide wants the child heard, when a child starts by itself,
and the surveys that suit.
"""

from enum import StrEnum


class Occasion(StrEnum):
    """The three the guide names for one child, its rights to a coordinator and to a plan kept apart;
    then the situations in which nobody has to ask first (Convention article 12, General Comment 12).
    """

    CASE_COOPERATION = "case_cooperation"
    WHO_COORDINATES = "who_coordinates"
    CHILD_COORDINATOR = "child_coordinator"
    INDIVIDUAL_PLAN = "individual_plan"
    MEETING_COMES = "meeting_comes"
    SOMETHING_HARD = "something_hard"
    SOMETHING_GOOD = "something_good"
    SOMETHING_I_WANT = "something_i_want"
    ANOTHER_WAY = "another_way"

    @property
    def is_childs(self) -> bool:
        """Whether the child started by itself."""
        return self in SITUATIONS

    @property
    def surveys(self) -> tuple[str, ...]:
        """Ids of the surveys that suit, the best first."""
        return _SURVEYS[self]


SITUATIONS = (
    Occasion.MEETING_COMES,
    Occasion.SOMETHING_HARD,
    Occasion.SOMETHING_GOOD,
    Occasion.SOMETHING_I_WANT,
    Occasion.ANOTHER_WAY,
)
ASKED = tuple(occasion for occasion in Occasion if occasion not in SITUATIONS)
"""The occasions on which a grown-up invites."""

_FOR_ANY = ("draw-and-tell",)
"""Suits whatever a child is asked about: what it draws is up to the child."""
_SURVEYS = {
    Occasion.CASE_COOPERATION: ("the-services-around-me", "who-should-help-me", *_FOR_ANY),
    Occasion.WHO_COORDINATES: ("who-should-help-me", *_FOR_ANY),
    Occasion.CHILD_COORDINATOR: ("who-should-help-me", "the-services-around-me", *_FOR_ANY),
    Occasion.INDIVIDUAL_PLAN: ("my-plan", "the-services-around-me", *_FOR_ANY),
    Occasion.MEETING_COMES: ("before-a-meeting",),
    Occasion.SOMETHING_HARD: ("something-hard",),
    Occasion.SOMETHING_GOOD: ("something-good",),
    Occasion.SOMETHING_I_WANT: ("something-i-want",),
    Occasion.ANOTHER_WAY: ("another-way",),
}
