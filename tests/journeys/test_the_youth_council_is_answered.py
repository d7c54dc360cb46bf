"""The council's desk and the assessment: a statement point by point, rights weighed before the decision."""

import pytest

from participation.access import Role
from participation.rights.assessment import QUESTIONS, Kind, Step
from tests.journeys import steps


@pytest.mark.on_both
def test_the_youth_council_is_answered_and_rights_are_weighed(cast):
    the_youth_council_is_answered(cast)


def the_youth_council_is_answered(cast) -> None:
    planner, secretary = cast.staff(Role.PLANNER), cast.staff(Role.COUNCIL_SECRETARY)
    member = cast.staff(Role.COUNCIL_MEMBER)
    steps.makes_a_matter(planner)
    puts_it_before_the_council(cast, secretary)
    writes_and_votes(member)
    sends_the_statement(secretary)
    answers_each_point(planner)
    member.goes("/rad/uttalelse/1")
    assert "Det er penger til det." in member.text
    assesses(planner)
    both_stand_in_the_plan(planner)


def puts_it_before_the_council(cast, secretary) -> None:
    secretary.goes("/rad/")
    secretary.follows("/nytt")
    secretary.sends(name="Lyngvær ungdomsråd")
    secretary.sends(to="/plass", account_id=cast.actor(Role.COUNCIL_MEMBER).account_id)
    secretary.goes("/rad/1/sett-opp/1")
    secretary.sends(plain_summary="Skal det bli lekeplass i sentrum?")
    assert "60" in secretary.text, "the days left before the decision"


def writes_and_votes(member) -> None:
    member.goes("/rad/uttalelse/1")
    for words in ("Flere husker.", "Et basseng."):
        member.sends(to="/punkt", words=words)
    member.sends(to="/punkt/1/stemme", press="is_for=yes")
    member.sends(to="/punkt/2/stemme", press="is_for=no")


def sends_the_statement(secretary) -> None:
    secretary.goes("/rad/uttalelse/1")
    secretary.sends(to="/uttalelse/1/send")


def answers_each_point(planner) -> None:
    planner.goes("/rad/uttalelse/1")
    planner.follows("/punkt/1/svar")
    planner.sends(answer="TAKEN_IN", status=422)
    planner.sends(answer="TAKEN_IN", why="Det er penger til det.")


def assesses(planner) -> None:
    planner.goes("/til-behandling/1/")
    planner.sends(to="/barnerettsvurdering/ny/1")
    assert "Lyngvær ungdomsråd" in planner.text, "the statement is evidence"
    for step in Step:
        planner.goes(f"/barnerettsvurdering/1/{step.value}")
        planner.sends(
            **{question.id: answer_to(question) for question in QUESTIONS.values() if question.step is step}
        )
    planner.goes("/barnerettsvurdering/1/")
    planner.sends(to="/barnerettsvurdering/1/fullfor")
    assert "60" in planner.text, "how many days before the decision it was finished"


def answer_to(question) -> object:
    answers = {Kind.ARTICLES: {"3", "12"}, Kind.DATE: steps.LATER, Kind.CHOICE: question.options[:1]}
    return (
        answers[question.kind][0] if question.kind is Kind.CHOICE else answers.get(question.kind, "Skrevet.")
    )


def both_stand_in_the_plan(planner) -> None:
    planner.goes("/kommunale-planer/ny")
    planner.sends(title="Oppvekstplan 2027", adopted_by="Kommunestyret")
    for piece in ("statement-1", "assessment-1"):
        planner.goes("/kommunale-planer/1/legg-inn")
        planner.sends(piece=piece, chapter="Uterom", what_came_of_it="Husker i planen.")
    assert "Husker i planen." in planner.text
