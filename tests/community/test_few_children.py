"""Where few answered, their words would tell who they are: they are not kept, and nobody closes early."""

import pytest
from sqlalchemy import func, select

from participation.community import answers, consultations
from participation.community.answers import FreeText, Sheet
from participation.disclosure.published import FLOOR
from tests.conftest import TODAY


def kept(db, kind) -> int:
    return db.scalar(select(func.count()).select_from(kind))


@pytest.mark.parametrize(("children", "texts"), [(FLOOR - 1, 0), (FLOOR, FLOOR)])
def test_the_words_of_fewer_than_five_are_not_kept(db, planner, ask, answer, close, children, texts):
    asked = ask()
    for n in range(children):
        answer(asked, wish=f"Ønske {n}")
    close(asked)
    assert (kept(db, Sheet), kept(db, FreeText)) == (0, texts)
    assert len(answers.free_texts(db, planner, asked.id).get("wish", [])) == texts


@pytest.mark.parametrize(("invited", "early"), [(FLOOR - 1, False), (FLOOR, True)])
def test_a_round_of_few_is_open_to_its_last_day(db, ask, answer, invited, early):
    asked = ask()
    for _ in range(invited):
        answer(asked, safe="yes")
    assert consultations.may_close(db, asked, TODAY) is early
