"""Assessments: what is missing is worked out, and finishing stamps how early it was."""

from datetime import timedelta

import pytest

from participation.access import Actor, Role
from participation.community import assessments, councils
from participation.errors import Closed, Incomplete, NotAllowed, NotFound
from participation.rights.assessment import QUESTIONS, Evidence, Kind
from participation.storage import audit
from tests.conftest import TODAY

MEMBER = Actor(Role.COUNCIL_MEMBER, 4, "Mina")


def whole() -> dict[str, str | tuple[str, ...]]:
    """An answer to every question that is not optional, but for what children said."""
    said: dict[Kind, str | tuple[str, ...]] = {Kind.DATE: "2026-12-01", Kind.ARTICLES: ("3", "12")}
    return {
        question.id: question.options[0] if question.options else said.get(question.kind, "Ord")
        for question in QUESTIONS.values()
        if not question.optional and question.kind is not Kind.EVIDENCE
    }


@pytest.fixture
def assessment(db, planner, matter):
    return assessments.begin(db, planner, matter.id, TODAY)


def send_statement(db, secretary, matter) -> None:
    council = councils.make_council(db, secretary, "Ungdomsrådet")
    councils.seat(db, secretary, council.id, MEMBER.account_id, TODAY)
    db.refresh(council)
    put = councils.put_before(db, secretary, council.id, matter.id, plain_summary="x", today=TODAY)
    point = councils.write_point(db, MEMBER, put.id, "Flere benker", TODAY)
    councils.vote(db, MEMBER, point.id, is_for=True)
    db.refresh(point)
    councils.send(db, secretary, put.id, TODAY)


def test_a_matter_has_one_assessment_however_often_it_is_begun(db, planner, matter, assessment):
    assert assessments.begin(db, planner, matter.id, TODAY) is assessment
    assert assessments.assessment_on(db, matter.id) is assessment


def test_a_leader_reads_and_a_planner_assesses(db, leader, matter, assessment):
    assert assessments.assessment_of(db, leader, assessment.id) is assessment
    for act in (
        lambda: assessments.begin(db, leader, matter.id, TODAY),
        lambda: assessments.keep(db, leader, assessment.id, {"E01": "x"}),
        lambda: assessments.finish(db, leader, assessment.id, TODAY),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_the_youth_council_does_not_see_an_assessment_under_way(db, member, assessment):
    with pytest.raises(NotAllowed):
        assessments.assessment_of(db, member, assessment.id)


def test_what_is_kept_stays_while_more_is_added(db, planner, assessment):
    assessments.keep(db, planner, assessment.id, {"E01": " Park ", "E11": ("3", "12")})
    assessments.keep(db, planner, assessment.id, {"E03": "yes"})
    assert assessments.answers_of(assessment) == {"E01": "Park", "E11": ("3", "12"), "E03": "yes"}


def test_an_unknown_question_is_not_kept(db, planner, assessment):
    with pytest.raises(NotFound):
        assessments.keep(db, planner, assessment.id, {"E99": "x"})


def test_what_finishing_lacks_is_worked_out(db, planner, assessment):
    assert "E01" in assessments.missing(db, assessment)
    assessments.keep(db, planner, assessment.id, whole())
    assert assessments.missing(db, assessment) == ("E08",), "what children have said"


def test_a_published_summary_is_evidence(db, planner, assessment, summary, publish):
    assessments.keep(db, planner, assessment.id, whole())
    assert assessments.gathered(db, assessment).kinds == frozenset(), "a draft is no evidence"
    publish(summary)
    assert assessments.gathered(db, assessment).kinds == {Evidence.SUMMARY}
    assert assessments.missing(db, assessment) == ()


def test_a_statement_that_is_sent_is_evidence(db, secretary, matter, assessment):
    send_statement(db, secretary, matter)
    assert assessments.gathered(db, assessment).kinds == {Evidence.STATEMENT}


def test_an_assessment_with_holes_is_not_finished(db, planner, assessment):
    assessments.keep(db, planner, assessment.id, whole())
    with pytest.raises(Incomplete) as refused:
        assessments.finish(db, planner, assessment.id, TODAY)
    assert refused.value.missing == ("E08",)
    assert assessment.finished_on is None


@pytest.mark.parametrize("question", ["E11", "E12", "E12b"])
def test_without_rights_chosen_and_weighed_nothing_is_finished(db, planner, assessment, question):
    assessments.keep(db, planner, assessment.id, whole() | {"E08": "Ingen", question: ""})
    with pytest.raises(Incomplete) as refused:
        assessments.finish(db, planner, assessment.id, TODAY)
    assert refused.value.missing == (question,)


@pytest.mark.parametrize(("day", "stamp", "came_after"), [(0, 60, False), (60, 0, False), (61, -1, True)])
def test_finishing_stamps_how_early_it_was(db, planner, assessment, day, stamp, came_after):
    assessments.keep(db, planner, assessment.id, whole() | {"E08": "Ingen er spurt, fordi det hastet."})
    done = assessments.finish(db, planner, assessment.id, TODAY + timedelta(days=day))
    assert (done.days_before, done.came_after, done.finished_by) == (stamp, came_after, "Per")


def test_the_stamp_stays_when_the_decision_is_moved(db, planner, matter, assessment):
    assessments.keep(db, planner, assessment.id, whole() | {"E08": "Ingen"})
    done = assessments.finish(db, planner, assessment.id, TODAY)
    matter.decision_on += timedelta(days=30)
    assert done.days_before == 60


def test_a_screening_that_finds_no_child_affected_is_enough(db, planner, assessment):
    said = dict.fromkeys(("E01", "E02b", "E03b", "E04b"), "Ord")
    assessments.keep(db, planner, assessment.id, said | {"E02": "2026-11-01", "E03": "no", "E04": "no"})
    assert assessments.finish(db, planner, assessment.id, TODAY).finished_on == TODAY


def test_what_is_finished_is_not_changed(db, planner, assessment):
    assessments.keep(db, planner, assessment.id, whole() | {"E08": "Ingen"})
    assessments.finish(db, planner, assessment.id, TODAY)
    with pytest.raises(Closed):
        assessments.keep(db, planner, assessment.id, {"E01": "Noe annet"})
    with pytest.raises(Closed):
        assessments.finish(db, planner, assessment.id, TODAY)


@pytest.fixture
def finished(db, planner, assessment):
    assessments.keep(db, planner, assessment.id, whole() | {"E08": "Ingen"})
    return assessments.finish(db, planner, assessment.id, TODAY)


def test_how_it_is_followed_up_can_be_told_after_finishing(db, planner, finished):
    assessments.keep(db, planner, finished.id, {"E27": "Oppvekstsjefen", "E28": "Flere leker ute."})
    told = assessments.answers_of(finished)
    assert (told["E27"], told["E28"]) == ("Oppvekstsjefen", "Flere leker ute.")
    assert finished.days_before == 60
    assert audit.entries(db)[0].about == f"assessment {finished.id}"


def test_nothing_else_slips_in_with_the_following_up(db, planner, finished):
    with pytest.raises(Closed):
        assessments.keep(db, planner, finished.id, {"E28": "Bra", "E20": "Alt"})
    with pytest.raises(Incomplete) as refused:
        assessments.keep(db, planner, finished.id, {"E26": "", "E27": " ", "E28": ""})
    assert refused.value.missing == ("E26", "E27")
    assert "E28" not in assessments.answers_of(finished)


def test_what_children_say_later_does_not_join_what_is_finished(
    db, secretary, matter, finished, summary, publish
):
    publish(summary)
    send_statement(db, secretary, matter)
    assert assessments.gathered(db, finished).kinds == frozenset()


def test_what_it_rested_on_stays_with_it(db, planner, secretary, matter, assessment, summary, publish):
    publish(summary)
    assessments.keep(db, planner, assessment.id, whole())
    done = assessments.finish(db, planner, assessment.id, TODAY)
    send_statement(db, secretary, matter)
    rested_on = assessments.gathered(db, done)
    assert (rested_on.summaries, rested_on.statements) == ((summary,), ())
