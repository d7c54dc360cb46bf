"""Answers: sheets nobody can trace, cut up at closing, and cards that only open what happened."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from participation.community import answers, consultations
from participation.community.answers import Claim, FreeText, Sheet
from participation.errors import Closed, NotAllowed, NotFound
from participation.storage.audit import Entry
from participation.storage.drafts import Draft
from participation.storage.keys import DataKey
from participation.surveys.questions import Answer, Status
from tests.community.conftest import LATER
from tests.conftest import TODAY


def how_many(db, kind) -> int:
    return db.scalar(select(func.count()).select_from(kind))


def test_one_code_makes_one_sheet(db, ask, answer):
    asked = ask()
    answer(asked, safe="yes")
    assert answers.how_many(db, asked) == 1


def test_a_second_send_gives_the_same_card_and_no_second_sheet(db, planner, ask, answer):
    asked = ask()
    code = consultations.make_class_ticket(db, planner, asked.id, 9, TODAY)
    first = answer(asked, code=code, browser="the same", safe="yes")
    assert answer(asked, code=code, browser="the same", safe="no") == first
    assert answers.how_many(db, asked) == 1
    assert consultations.ticket_behind(db, code, TODAY).uses_left == 8


def test_the_same_card_is_given_even_after_the_code_is_used_up(ask, answer, db, planner):
    asked = ask()
    code = consultations.make_tickets(db, planner, asked.id, 1, TODAY)[0]
    card = answer(asked, code=code, browser="the same")
    assert answer(asked, code=code, browser="the same") == card


def test_another_child_with_a_used_code_is_turned_away(ask, answer, db, planner):
    asked = ask()
    code = consultations.make_tickets(db, planner, asked.id, 1, TODAY)[0]
    answer(asked, code=code)
    with pytest.raises(Closed):
        answer(asked, code=code)


def test_an_answer_sent_too_late_is_not_taken(db, planner, ask, answer):
    asked = ask()
    code = consultations.make_tickets(db, planner, asked.id, 1, TODAY)[0]
    with pytest.raises(Closed):
        answer(asked, code=code, today=LATER + timedelta(days=1))


def test_children_with_the_same_class_code_get_cards_of_their_own(db, planner, ask, answer):
    asked = ask()
    code = consultations.make_class_ticket(db, planner, asked.id, 4, TODAY)
    assert len({answer(asked, code=code) for _ in range(4)}) == 4


def test_the_draft_is_gone_once_it_is_sent_in(db, ask, answer):
    asked = ask()
    answer(asked, browser="mine", safe="yes")
    assert how_many(db, Draft) == 0
    assert answers.so_far(db, asked, "mine") == {}


def test_only_the_browser_that_wrote_a_draft_finds_it(db, ask, survey):
    asked = ask()
    answers.keep_page(db, asked, "mine", survey.page("safe"), Answer(Status.ANSWERED, "no"), TODAY)
    assert answers.so_far(db, asked, "mine") == {"safe": Answer(Status.ANSWERED, "no")}
    assert answers.so_far(db, asked, "another") == {}


def test_the_next_page_follows_from_the_answer(db, ask, survey):
    asked, page = ask(), survey.page("safe")
    after = [
        answers.keep_page(db, asked, "mine", page, Answer(Status.ANSWERED, said), TODAY).id
        for said in ("no", "yes")
    ]
    assert after == ["why", "places"]


def test_a_card_opens_the_consultation_however_it_is_typed(db, ask, answer):
    asked = ask()
    words = answer(asked)
    assert answers.consultation_claimed(db, f"  {words.upper().replace('-', ' ')} ") is asked
    with pytest.raises(NotFound):
        answers.consultation_claimed(db, "ikke-mine-ord-i-det-hele")


def test_the_browser_that_sent_finds_its_card_again_and_no_other_does(db, ask, answer):
    asked = ask()
    words = answer(asked, browser="mine")
    assert answers.card_of(db, asked, "mine") == words
    with pytest.raises(NotFound):
        answers.card_of(db, asked, "another")


def test_a_child_can_take_its_answers_back_until_closing(db, ask, answer, close):
    asked = ask()
    mine = answer(asked, safe="no")
    answer(asked, safe="yes")
    assert answers.can_withdraw(db, mine)
    answers.withdraw(db, mine)
    assert answers.how_many(db, asked) == 1
    with pytest.raises(Closed):
        answers.withdraw(db, mine)


def test_after_closing_there_is_nothing_left_to_take_back(db, ask, answer, close):
    asked = ask()
    words = answer(asked)
    close(asked)
    assert not answers.can_withdraw(db, words)
    with pytest.raises(Closed):
        answers.withdraw(db, words)
    assert answers.consultation_claimed(db, words) is asked, "the card still opens what happened"


def test_the_sheets_are_gone_after_closing_and_so_is_their_key(db, ask, answer, close):
    asked = ask()
    for _ in range(6):
        answer(asked, safe="yes")
    close(asked)
    assert how_many(db, Sheet) == 0
    assert db.get(DataKey, asked.sheets_key_id) is None


def test_a_sheet_cannot_be_read_in_the_database(db, ask, answer):
    answer(ask(), wish="Sommerfuglen")
    assert b"Sommerfuglen" not in db.scalar(select(Sheet.sealed))


def test_own_words_are_kept_by_question_and_in_no_order(db, planner, ask, answer, close):
    asked = ask()
    sent = [f"{n:02}" for n in range(12)]
    for words in sent:
        answer(asked, safe="no", why=f"why {words}", wish=f"wish {words}")
    close(asked)
    found = answers.free_texts(db, planner, asked.id)
    orders = {question: [text.split()[1] for text in texts] for question, texts in found.items()}
    assert {question: sorted(order) for question, order in orders.items()} == {"why": sent, "wish": sent}
    assert orders["why"] != sent != orders["wish"] != orders["why"]


def test_nothing_is_kept_of_a_question_that_was_passed_by(db, planner, ask, answer, company, close):
    company(asked := ask())
    answer(asked, safe="no", why="Mørkt")
    answer(asked, wish=Answer(Status.NOT_UNDERSTOOD))
    close(asked)
    assert answers.free_texts(db, planner, asked.id) == {"why": ["Mørkt"]}


def test_words_written_on_a_page_that_was_left_again_are_forgotten(db, planner, ask, answer, company, close):
    company(asked := ask())
    answer(asked, why="Jeg ombestemte meg", wish="Lys")
    close(asked)
    assert answers.free_texts(db, planner, asked.id) == {"wish": ["Lys"]}


def test_only_the_planner_reads_own_words_and_leaves_a_trace(db, planner, leader, ask, answer, close):
    asked = ask()
    answer(asked, wish="Sommerfuglen")
    close(asked)
    with pytest.raises(NotAllowed):
        answers.free_texts(db, leader, asked.id)
    answers.free_texts(db, planner, asked.id)
    last = db.scalar(select(Entry).order_by(Entry.id.desc()))
    assert (last.act, last.about) == ("READ_FREE_TEXTS", f"consultation {asked.id}")


def test_own_words_are_forgotten_after_half_a_year(db, planner, ask, answer, company, close):
    company(asked := ask())
    answer(asked, wish="Lys")
    close(asked)
    kept = asked.closed_on + timedelta(days=180)
    assert answers.forget(db, kept) == 0
    assert answers.forget(db, kept + timedelta(days=1)) == 1
    assert (how_many(db, FreeText), db.get(DataKey, asked.words_key_id)) == (0, None)
    assert answers.free_texts(db, planner, asked.id) == {}


def test_cards_are_forgotten_after_a_year(db, ask, answer, close):
    asked = ask()
    words = answer(asked)
    close(asked)
    kept = asked.closed_on + timedelta(days=365)
    answers.forget(db, kept)
    assert answers.consultation_claimed(db, words)
    answers.forget(db, kept + timedelta(days=1))
    assert how_many(db, Claim) == 0
