"""The individual plan: its nine points."""

from participation.rights.plan_contents import PlanPoint


def test_an_individual_plan_has_nine_points_from_goals_to_cooperation():
    points = list(PlanPoint)
    assert (len(points), points[0], points[-1]) == (9, PlanPoint.GOALS, PlanPoint.COOPERATION)


def test_consent_is_a_point_of_its_own():
    assert PlanPoint("consent") is PlanPoint.CONSENT
