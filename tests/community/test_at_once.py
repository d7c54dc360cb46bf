"""Two at the same moment: whoever comes second waits, and is judged by what the first one changed."""

from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import func, select

from participation.community import answers, assessments, consultations, councils, matters, summaries
from participation.community.answers import FreeText, Sheet
from participation.community.assessments import Assessment
from participation.community.consultations import Consultation
from participation.community.councils import Point, Statement, Vote
from participation.community.summaries import Summary
from participation.disclosure.published import FLOOR
from participation.errors import Closed, NotFound
from participation.rights.ladder import Rung
from participation.storage.drafts import Draft
from participation.surveys.questions import Answer, Status
from tests.at_once import two_at_once
from tests.community.conftest import LATER
from tests.conftest import TODAY
from tests.municipality import summed_up

pytestmark = pytest.mark.on_both
AFTER = LATER + timedelta(days=1)


@pytest.fixture
def meanwhile(database):
    return two_at_once(database)


@pytest.fixture
def count(database):
    def counted(record) -> int:
        with database.reading() as db:
            return db.scalar(select(func.count()).select_from(record))

    return counted


@pytest.fixture
def matter_id(database, planner) -> int:
    said = dict.fromkeys(("title", "about", "decided_by", "can_change", "fixed"), "Park")
    with database.writing() as db:
        return matters.make(db, planner, **said, decision_on=AFTER, today=TODAY).id


@pytest.fixture
def asked(database, planner, survey, matter_id) -> int:
    declared = {"rung": Rung.CONSULTED, "breakdowns": [], "read_by": "Per", "closes_on": LATER}
    with database.writing() as db:
        return consultations.open_consultation(
            db, planner, matter_id, survey, **declared, answer_on=AFTER, today=TODAY
        ).id


@pytest.fixture
def send(database, planner, survey, asked):
    """A child is one press away from sending its wish: the press."""
    with database.writing() as db:
        consultation = db.get(Consultation, asked)
        [code] = consultations.make_tickets(db, planner, asked, 1, TODAY)
        wish = Answer(Status.ANSWERED, "Bade")
        answers.keep_page(db, consultation, "mine", survey.page("wish"), wish, TODAY)
        for n, other in enumerate(consultations.make_tickets(db, planner, asked, FLOOR, TODAY)):
            silent = Answer(Status.NOT_UNDERSTOOD)
            answers.keep_page(db, consultation, f"of {n}", survey.page("wish"), silent, TODAY)
            answers.send_in(
                db, consultations.ticket_behind(db, other, TODAY, used_too=True), f"of {n}", TODAY
            )

    def pressed(db) -> str:
        ticket = consultations.ticket_behind(db, code, LATER, used_too=True)
        return answers.send_in(db, ticket, "mine", LATER)

    return pressed


@pytest.fixture
def close(planner, asked):
    return lambda db: summed_up(db, planner, asked, AFTER)


@pytest.fixture
def statement_id(database, secretary, member, matter_id) -> int:
    with database.writing() as db:
        council = councils.make_council(db, secretary, "Ungdomsrådet")
        councils.seat(db, secretary, council.id, member.account_id, TODAY)
        put = councils.put_before(db, secretary, council.id, matter_id, plain_summary="x", today=TODAY)
        councils.write_point(db, member, put.id, "Flere benker", TODAY)
        return put.id


def test_who_sends_while_it_is_closed_is_told_that_it_was_too_late(meanwhile, count, close, send):
    assert isinstance(meanwhile(close, send), Closed)
    assert count(Sheet) == 0


def test_who_sent_before_it_was_closed_is_counted(meanwhile, count, close, send):
    assert meanwhile(send, close) is None
    assert (count(Sheet), count(FreeText)) == (0, 1)


def test_what_is_taken_back_while_it_is_closed_is_not_counted(database, meanwhile, count, close, send):
    with database.writing() as db:
        words = send(db)
    assert meanwhile(lambda db: answers.withdraw(db, words), close) is None
    assert (count(Sheet), count(FreeText)) == (0, 0)


def test_what_is_counted_cannot_be_taken_back(database, meanwhile, count, close, send):
    with database.writing() as db:
        words = send(db)
    assert isinstance(meanwhile(close, lambda db: answers.withdraw(db, words)), Closed)
    assert count(FreeText) == 1


def test_a_consultation_is_closed_once(meanwhile, count, close):
    assert isinstance(meanwhile(close, close), Closed)
    assert count(Summary) == 1


def test_a_summary_is_published_once(database, planner, leader, meanwhile, close):
    with database.writing() as db:
        summary_id = close(db).id
        kept = db.get(Summary, summary_id)
        kept.title = kept.findings = kept.what_next = "Ord"
        kept.written_by, kept.ready_on = planner.account_id, AFTER

    def publish(db):
        summaries.publish(db, leader, summary_id, lambda *_: "<svg/>", AFTER)

    assert isinstance(meanwhile(publish, publish), Closed)


def test_a_code_taken_back_while_a_child_sends_lets_nothing_in(planner, meanwhile, count, asked, send):
    def take_back(db):
        consultations.take_back_tickets(db, planner, asked, TODAY)

    assert isinstance(meanwhile(take_back, send), Closed)
    assert count(Sheet) == FLOOR, "only the others"


def test_codes_made_at_once_are_all_counted(database, planner, meanwhile, asked):
    def make(db):
        consultations.make_tickets(db, planner, asked, 5, TODAY)

    assert meanwhile(make, make) is None
    with database.reading() as db:
        assert db.get(Consultation, asked).invited == 10


def test_a_member_who_votes_twice_at_once_has_one_vote(database, member, meanwhile, statement_id):
    assert meanwhile(_vote(member, is_for=True), _vote(member, is_for=False)) is None
    with database.reading() as db:
        assert db.scalars(select(Vote.is_for)).all() == [False]


def test_no_vote_comes_into_a_statement_that_is_being_sent(
    database, member, secretary, meanwhile, statement_id
):
    with database.writing() as db:
        _vote(member, is_for=True)(db)
    sent = partial(councils.send, actor=secretary, statement_id=statement_id, today=TODAY)
    assert isinstance(meanwhile(sent, _vote(member, is_for=False)), Closed)


def test_a_point_is_taken_back_once(member, meanwhile, count, statement_id):
    def take_back(db):
        councils.take_back_point(db, member, 1)

    assert isinstance(meanwhile(take_back, take_back), NotFound)
    assert count(Point) == 0


def test_a_matter_is_put_on_the_list_once(database, secretary, planner, meanwhile, count, statement_id):
    said = dict.fromkeys(("title", "about", "decided_by", "can_change", "fixed"), "Lys")
    with database.writing() as db:
        other = matters.make(db, planner, **said, decision_on=AFTER, today=TODAY).id

    def put(db):
        councils.put_before(db, secretary, 1, other, plain_summary="x", today=TODAY)

    assert isinstance(meanwhile(put, put), Closed)
    assert count(Statement) == 2


def test_a_matter_has_one_assessment_though_two_begin_it(planner, meanwhile, count, matter_id):
    begin = partial(assessments.begin, actor=planner, matter_id=matter_id, today=TODAY)
    assert meanwhile(begin, begin) is None
    assert count(Assessment) == 1


def test_two_steps_kept_at_once_are_both_kept(database, planner, meanwhile, matter_id):
    with database.writing() as db:
        begun = assessments.begin(db, planner, matter_id, TODAY).id
    steps = [partial(_keep, planner, begun, answers) for answers in ({"E01": "Park"}, {"E05": "Alle"})]
    assert meanwhile(*steps) is None
    with database.reading() as db:
        assert db.get(Assessment, begun).answers == {"E01": "Park", "E05": "Alle"}


def _vote(member, *, is_for):
    return lambda db: councils.vote(db, member, 1, is_for=is_for)


def _keep(planner, assessment_id, said, db):
    assessments.keep(db, planner, assessment_id, said)


@pytest.fixture
def keep(survey, asked):
    """A page of one child is kept, as its view does: first it looks at what was said so far."""

    def kept(question: str, db) -> None:
        consultation = db.get(Consultation, asked)
        answers.so_far(db, consultation, "mine")
        answers.keep_page(db, consultation, "mine", survey.page(question), Answer(Status.LATER), TODAY)

    return lambda question: partial(kept, question)


@pytest.mark.parametrize("begun", [False, True])
def test_two_answers_of_one_child_kept_at_once_are_both_kept(database, asked, meanwhile, keep, begun):
    if begun:
        with database.writing() as db:
            keep("places")(db)
    assert meanwhile(keep("safe"), keep("why")) is None
    with database.reading() as db:
        assert {"safe", "why"} <= set(answers.so_far(db, db.get(Consultation, asked), "mine"))


def test_what_is_kept_while_it_is_sent_begins_nothing_anew(meanwhile, count, send, keep):
    assert meanwhile(send, keep("wish")) is None
    assert count(Draft) == 0
