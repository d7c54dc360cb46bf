"""Councils: the youth council's list, its points and votes, and the answers it is owed."""

from datetime import timedelta

import pytest

from participation.access import Actor, Role
from participation.community import councils
from participation.community.councils import PointAnswer
from participation.errors import Closed, Incomplete, NotAllowed, NotFound
from tests.conftest import TODAY

OTHERS = [Actor(Role.COUNCIL_MEMBER, 40 + n, f"Medlem {n}") for n in range(2)]


@pytest.fixture
def council(db, secretary, member):
    council = councils.make_council(db, secretary, "Ungdomsrådet")
    for sits in (member, *OTHERS):
        councils.seat(db, secretary, council.id, sits.account_id, TODAY)
    db.refresh(council)
    return council


@pytest.fixture
def statement(db, secretary, council, matter):
    return councils.put_before(
        db, secretary, council.id, matter.id, plain_summary="Skal det bli park?", today=TODAY
    )


@pytest.fixture
def point(db, member, statement):
    return councils.write_point(db, member, statement.id, " Flere benker. ", TODAY)


@pytest.fixture
def sent(db, secretary, member, statement, point):
    councils.vote(db, member, point.id, is_for=True)
    db.refresh(point)
    return councils.send(db, secretary, statement.id, TODAY)


def test_a_member_without_a_seat_sees_nothing(db, council, statement):
    stranger = Actor(Role.COUNCIL_MEMBER, 99, "Uten plass")
    assert councils.councils_of(db, stranger) == []
    for look in (
        lambda: councils.council_of(db, stranger, council.id),
        lambda: councils.statements_of(db, stranger, council.id),
        lambda: councils.statement_of(db, stranger, statement.id),
    ):
        with pytest.raises(NotFound):
            look()


def test_a_member_without_a_seat_neither_writes_nor_votes(db, statement, point):
    stranger = Actor(Role.COUNCIL_MEMBER, 99, "Uten plass")
    with pytest.raises(NotFound):
        councils.write_point(db, stranger, statement.id, "Hei", TODAY)
    with pytest.raises(NotFound):
        councils.vote(db, stranger, point.id, is_for=True)


def test_who_leaves_loses_the_seat_and_can_take_it_again(db, secretary, member, council):
    seat = next(seat for seat in council.seats if seat.account_id == member.account_id)
    councils.unseat(db, secretary, seat.id, TODAY)
    assert councils.councils_of(db, member) == []
    assert councils.seat(db, secretary, council.id, member.account_id, TODAY) is seat
    assert councils.councils_of(db, member) == [council]


def test_only_the_secretary_keeps_the_list_and_the_seats(db, planner, member, council, matter):
    for act in (
        lambda: councils.make_council(db, member, "Et til"),
        lambda: councils.seat(db, planner, council.id, 7, TODAY),
        lambda: councils.unseat(db, member, council.seats[0].id, TODAY),
        lambda: councils.put_before(db, planner, council.id, matter.id, plain_summary="x", today=TODAY),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_a_council_has_a_name(db, secretary):
    with pytest.raises(Incomplete, match="name"):
        councils.make_council(db, secretary, "  ")


def test_the_list_tells_how_many_days_were_left(statement):
    assert statement.days_left_then == 60


def test_a_matter_is_put_on_the_list_in_plain_words_and_once(db, secretary, council, statement, make_matter):
    with pytest.raises(Closed):
        councils.put_before(
            db, secretary, council.id, statement.matter_id, plain_summary="Igjen", today=TODAY
        )
    with pytest.raises(Incomplete, match="plain_summary"):
        councils.put_before(db, secretary, council.id, make_matter().id, plain_summary=" ", today=TODAY)


def test_the_matter_to_be_decided_first_is_first_on_the_list(db, secretary, member, council, make_matter):
    days = [TODAY + timedelta(days=n) for n in (50, 5)]
    put = [
        councils.put_before(
            db, secretary, council.id, make_matter(decision_on=day).id, plain_summary="x", today=TODAY
        )
        for day in days
    ]
    assert councils.statements_of(db, member, council.id) == put[::-1]


def test_a_point_is_somebodys_words(db, member, statement, point):
    assert point.words == "Flere benker."
    with pytest.raises(Incomplete, match="words"):
        councils.write_point(db, member, statement.id, "  ", TODAY)


def test_only_members_write_points_and_vote(db, secretary, planner, statement, point):
    for actor in (secretary, planner):
        with pytest.raises(NotAllowed):
            councils.write_point(db, actor, statement.id, "Hei", TODAY)
        with pytest.raises(NotAllowed):
            councils.vote(db, actor, point.id, is_for=True)


def test_a_member_votes_once_and_the_last_vote_counts(db, member, point):
    for is_for in (True, True, False):
        councils.vote(db, member, point.id, is_for=is_for)
    db.refresh(point)
    assert (point.votes_for, point.votes_against) == (0, 1)


def test_a_member_changes_an_own_point_and_votes_on_the_old_words_fall_away(db, member, statement, point):
    councils.vote(db, OTHERS[0], point.id, is_for=True)
    councils.change_point(db, member, point.id, " Færre benker. ")
    db.refresh(point)
    assert (point.words, point.votes, statement.points) == ("Færre benker.", [], [point])


def test_votes_stand_where_the_words_do(db, member, point):
    councils.vote(db, OTHERS[0], point.id, is_for=True)
    councils.change_point(db, member, point.id, point.words)
    db.refresh(point)
    assert point.votes_for == 1
    with pytest.raises(Incomplete, match="words"):
        councils.change_point(db, member, point.id, " ")


def test_a_member_takes_an_own_point_back_with_its_votes(db, member, statement, point):
    councils.vote(db, OTHERS[0], point.id, is_for=True)
    councils.take_back_point(db, member, point.id)
    db.refresh(statement)
    assert statement.points == []
    assert db.get(councils.Vote, (point.id, OTHERS[0].account_id)) is None


def test_another_members_point_looks_as_if_it_were_not_there(db, secretary, point):
    for act in (
        lambda actor: councils.change_point(db, actor, point.id, "Noe annet"),
        lambda actor: councils.take_back_point(db, actor, point.id),
    ):
        with pytest.raises(NotFound):
            act(OTHERS[0])
        with pytest.raises(NotAllowed):
            act(secretary)
    assert point.words == "Flere benker."


def test_who_has_left_the_council_changes_nothing_there(db, secretary, member, council, point):
    seat = next(seat for seat in council.seats if seat.account_id == member.account_id)
    councils.unseat(db, secretary, seat.id, TODAY)
    with pytest.raises(NotFound):
        councils.take_back_point(db, member, point.id)


def test_a_point_is_carried_by_more_for_than_against(db, member, statement, point):
    carried = []
    for sits, is_for in ((member, True), (OTHERS[0], False), (OTHERS[1], True)):
        councils.vote(db, sits, point.id, is_for=is_for)
        db.refresh(point)
        carried.append(point in statement.carried)
    assert carried == [True, False, True]


def test_a_statement_without_a_carried_point_cannot_be_sent(db, secretary, member, statement, point):
    with pytest.raises(Incomplete, match="points"):
        councils.send(db, secretary, statement.id, TODAY)
    councils.vote(db, member, point.id, is_for=False)
    db.refresh(point)
    with pytest.raises(Incomplete, match="points"):
        councils.send(db, secretary, statement.id, TODAY)


def test_only_the_secretary_sends(db, member, statement):
    with pytest.raises(NotAllowed):
        councils.send(db, member, statement.id, TODAY)


def test_what_is_sent_is_fixed(db, secretary, member, sent, point):
    for act in (
        lambda: councils.write_point(db, member, sent.id, "For sent", TODAY),
        lambda: councils.vote(db, member, point.id, is_for=False),
        lambda: councils.change_point(db, member, point.id, "For sent"),
        lambda: councils.take_back_point(db, member, point.id),
        lambda: councils.send(db, secretary, sent.id, TODAY),
    ):
        with pytest.raises(Closed):
            act()


def test_only_a_statement_that_is_sent_is_public(db, matter, statement, request):
    assert councils.statements_on(db, matter.id) == []
    sent = request.getfixturevalue("sent")
    assert councils.statements_on(db, matter.id) == [sent]


def test_an_answer_without_a_why_is_refused(db, planner, sent, point):
    with pytest.raises(Incomplete, match="why"):
        councils.answer_point(db, planner, point.id, answer=PointAnswer.TAKEN_IN, why=" ", today=TODAY)
    assert point.answer is None


def test_nothing_is_answered_before_it_is_sent(db, planner, point):
    with pytest.raises(Closed):
        councils.answer_point(db, planner, point.id, answer=PointAnswer.PARTLY, why="x", today=TODAY)


def test_only_the_planner_answers_the_council(db, secretary, sent, point):
    with pytest.raises(NotAllowed):
        councils.answer_point(db, secretary, point.id, answer=PointAnswer.PARTLY, why="x", today=TODAY)


def test_a_statement_waits_until_every_carried_point_is_answered(db, planner, sent, point):
    assert councils.unanswered(db) == [sent]
    councils.answer_point(db, planner, point.id, answer=PointAnswer.NOT_TAKEN_IN, why="Dyrt", today=TODAY)
    assert (councils.unanswered(db), sent.is_answered, point.answered_on) == ([], True, TODAY)


def test_planners_and_leaders_read_what_the_council_says(db, planner, leader, council, statement):
    for actor in (planner, leader):
        assert councils.councils_of(db, actor) == [council]
        assert councils.statement_of(db, actor, statement.id) is statement


def test_those_who_help_one_child_do_not_meet_the_council(db, coordinator, council):
    with pytest.raises(NotAllowed):
        councils.council_of(db, coordinator, council.id)
