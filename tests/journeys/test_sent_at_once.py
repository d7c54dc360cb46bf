"""Twenty at once: one code makes one sheet, however many press at the same moment."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import func, select

from participation.access import Role
from participation.community.answers import Claim, Sheet
from participation.community.consultations import Ticket
from tests.journeys import steps

pytestmark = pytest.mark.on_both
AT_ONCE = 20


@pytest.fixture
def code(cast) -> str:
    planner = cast.staff(Role.PLANNER)
    steps.makes_a_matter(planner)
    steps.opens_a_consultation(planner)
    return steps.makes_codes(planner, 1)[0]


def ready_to_send(cast, code):
    """A child with a draft, one press away from sending."""
    child = cast.quick()
    child.goes(f"/svar/{code}/")
    steps.begins(child)
    child.sends(press=steps.NEXT, answer="good")
    child.goes(f"/svar/{code}/les-over")
    return child


def press_together(children) -> Counter[str]:
    """All press at once. What each is then shown: the card, or that it was too late."""
    barrier = Barrier(len(children))

    def press(child, data) -> str:
        barrier.wait()
        answer = child.client.post(child.address.replace("les-over", "send"), data=data)
        return answer.headers.get("Location", str(answer.status_code)).rsplit("/", 1)[-1]

    sent = [dict(child.page.forms[-1].form_values()) for child in children]
    with ThreadPoolExecutor(len(children)) as threads:
        return Counter(threads.map(press, children, sent))


def count(database, record) -> int:
    with database.reading() as db:
        return db.scalar(select(func.count()).select_from(record))


def test_twenty_with_the_same_code_make_one_sheet(cast, database, code):
    shown = press_together([ready_to_send(cast, code) for _ in range(AT_ONCE)])
    assert shown == {"kort-til-deg": 1, "410": AT_ONCE - 1}
    assert count(database, Sheet) == count(database, Claim) == 1
    with database.reading() as db:
        assert db.scalars(select(Ticket.uses_left)).all() == [0]


def test_one_child_who_presses_twenty_times_makes_one_sheet(cast, database, code):
    child = ready_to_send(cast, code)
    shown = press_together([child] * AT_ONCE)
    assert shown == {"kort-til-deg": AT_ONCE}
    assert count(database, Sheet) == 1


def test_a_class_code_lets_in_as_many_as_it_says(cast, database):
    planner = cast.staff(Role.PLANNER)
    steps.makes_a_matter(planner)
    steps.opens_a_consultation(planner)
    [code] = steps.makes_codes(planner, 7, kind="class")
    shown = press_together([ready_to_send(cast, code) for _ in range(AT_ONCE)])
    assert shown == {"kort-til-deg": 7, "410": AT_ONCE - 7}
    assert count(database, Sheet) == 7
