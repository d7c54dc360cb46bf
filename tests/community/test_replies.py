"""Replies: what every child who answered is owed."""

from datetime import timedelta

import pytest

from participation.community import replies
from participation.errors import Closed, Incomplete, NotAllowed
from tests.conftest import TODAY

SAID = {"heard": "Mer lys.", "done": "Nye lykter.", "not_done": "Ikke basseng, det er for dyrt."}


@pytest.fixture
def closed(ask, answer, close):
    asked = ask()
    answer(asked)
    close(asked)
    return asked


def test_children_are_not_answered_while_they_are_still_answering(db, planner, ask):
    with pytest.raises(Closed):
        replies.reply(db, planner, ask().id, **SAID, today=TODAY)


@pytest.mark.parametrize("left_out", SAID)
def test_an_answer_tells_what_was_heard_done_and_not_done(db, planner, closed, left_out):
    with pytest.raises(Incomplete, match=left_out):
        replies.reply(db, planner, closed.id, **SAID | {left_out: "  "}, today=TODAY)
    assert replies.replies_to(db, closed) == []


def test_only_a_planner_answers_the_children(db, leader, closed):
    with pytest.raises(NotAllowed):
        replies.reply(db, leader, closed.id, **SAID, today=TODAY)


def test_a_new_answer_is_added_and_the_old_one_stays(db, planner, closed):
    first = replies.reply(db, planner, closed.id, **SAID, today=TODAY)
    second = replies.reply(db, planner, closed.id, **SAID | {"done": "Lyktene står der."}, today=TODAY)
    assert replies.replies_to(db, closed) == [first, second]


def test_an_answer_is_late_from_the_day_after_it_was_promised(db, planner, closed):
    promised = closed.answer_on
    assert replies.overdue(db, promised) == []
    assert replies.overdue(db, promised + timedelta(days=1)) == [closed]
    replies.reply(db, planner, closed.id, **SAID, today=TODAY)
    assert replies.overdue(db, promised + timedelta(days=1)) == []
