"""Paper: what children wrote by hand becomes sheets like all others, and nobody can tell which."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from participation.community import answers, consultations, paper
from participation.community.answers import Sheet
from participation.disclosure.published import FLOOR
from participation.errors import Closed, NotAllowed, NotFound
from participation.storage.audit import Entry
from participation.surveys.questions import Answer, Status
from tests.community.conftest import LATER
from tests.conftest import TODAY


@pytest.fixture
def enter(db, planner):
    """One sheet of paper is typed in: enter(asked, safe="yes")."""

    def entered(asked, *, code="", today=TODAY, **said):
        code = code or consultations.make_tickets(db, planner, asked.id, 1, TODAY)[0]
        given = {name: Answer(Status.ANSWERED, value) for name, value in said.items()}
        return paper.enter(db, planner, asked.id, code, given, today)

    return entered


@pytest.fixture
def counted(db, survey):
    return lambda asked: answers.counted(db, asked, survey)


def test_a_sheet_of_paper_is_counted_like_one_from_a_screen(ask, answer, enter, counted):
    asked = ask()
    answer(asked, safe="no", why="Mørkt")
    enter(asked, safe="no", why="Mørkt")
    first, second = counted(asked)
    assert first == second


def test_what_was_not_for_this_child_is_left_out_as_on_a_screen(ask, enter, db):
    asked = ask()
    enter(asked, safe="yes", why="Noe")
    (sheet,) = answers._all_opened(db, asked)
    assert sheet["why"].status is Status.NOT_SHOWN


def test_a_code_serves_one_sheet_of_paper(db, planner, ask, enter):
    asked = ask()
    code = consultations.make_tickets(db, planner, asked.id, 1, TODAY)[0]
    enter(asked, code=code, safe="yes")
    with pytest.raises(paper.UsedCode):
        enter(asked, code=code, safe="no")
    assert answers.how_many(db, asked) == 1


def test_a_code_used_on_a_screen_serves_no_paper(db, planner, ask, answer, enter):
    asked = ask()
    code = consultations.make_tickets(db, planner, asked.id, 1, TODAY)[0]
    answer(asked, code=code, safe="yes")
    with pytest.raises(Closed):
        enter(asked, code=code, safe="no")


def test_a_code_serves_only_the_round_it_was_made_for(db, planner, ask, enter):
    asked, other = ask(), ask()
    code = consultations.make_tickets(db, planner, other.id, 1, TODAY)[0]
    with pytest.raises(NotFound):
        enter(asked, code=code, safe="yes")


def test_paper_that_comes_after_the_last_day_is_not_taken(ask, enter):
    with pytest.raises(Closed):
        enter(ask(), safe="yes", today=LATER + timedelta(days=1))


def test_nobody_but_a_planner_types_in_paper(db, leader, ask, planner):
    asked = ask()
    code = consultations.make_tickets(db, planner, asked.id, 1, TODAY)[0]
    with pytest.raises(NotAllowed):
        paper.enter(db, leader, asked.id, code, {}, TODAY)


def test_the_trail_tells_that_paper_was_typed_in_and_never_which(ask, enter, db):
    asked = ask()
    enter(asked, safe="yes")
    (noted,) = db.scalars(select(Entry).filter_by(act="ENTER_PAPER"))
    assert noted.about == f"a paper sheet in consultation {asked.id}"


def test_that_it_came_on_paper_stands_inside_the_seal_alone(ask, answer, enter, db):
    """Whoever looks at the table sees sheets that are alike."""
    asked = ask()
    answer(asked, safe="yes")
    enter(asked, safe="yes")
    sheets = db.scalars(select(Sheet)).all()
    assert len({len(sheet.id) for sheet in sheets}) == len({len(sheet.withdrawal) for sheet in sheets}) == 1
    assert answers.how_many_on_paper(db, asked) == 1


@pytest.mark.parametrize(
    ("on_paper", "on_screen", "told"), [(9, 0, None), (10, 0, 10), (10, 9, None), (10, 10, 10), (0, 12, None)]
)
def test_how_many_were_on_paper_is_told_once_both_are_many(ask, enter, answer, db, planner, on_paper,
                                                          on_screen, told):  # fmt: skip
    asked = ask()
    for _ in range(on_paper):
        enter(asked, safe="yes")
    for _ in range(on_screen):
        answer(asked, safe="yes")
    assert paper.how_many(db, planner, asked.id) == told


def test_the_card_of_a_child_who_wrote_by_hand_takes_its_answers_back(ask, enter, counted, db):
    asked = ask()
    words = enter(asked, safe="yes")
    assert answers.consultation_claimed(db, words) is asked
    answers.withdraw(db, words)
    assert counted(asked) == []


def test_own_words_on_paper_are_kept_at_closing_as_all_others(ask, enter, close, db, planner):
    asked = ask()
    for n in range(FLOOR):
        enter(asked, safe="yes", wish=f"Ønske {n}")
    close(asked)
    said = answers.free_texts(db, planner, asked.id)
    assert sorted(said["wish"]) == [f"Ønske {n}" for n in range(FLOOR)]


def test_nothing_is_told_of_paper_once_the_sheets_are_cut_up(ask, enter, close, db, planner):
    asked = ask()
    for _ in range(paper.FEWEST_TOLD):
        enter(asked, safe="yes")
    close(asked)
    assert paper.how_many(db, planner, asked.id) is None
