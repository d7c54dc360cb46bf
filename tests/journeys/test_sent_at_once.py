"""Twenty at once: one code makes one sheet, however many press at the same moment."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from time import sleep

import pytest
from sqlalchemy import func, select

from participation.access import Role
from participation.casework import voices
from participation.casework.sharing import Chosen, Sharing
from participation.casework.voices import Passage, Voice
from participation.community.answers import Claim, Sheet
from participation.community.consultations import Ticket
from participation.web import asking
from tests.conftest import TODAY
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


def press_together(children, read="les-over", press_on="send") -> Counter[str]:
    """All press at once. What each is then shown: the card, or that it was too late."""
    barrier = Barrier(len(children))

    def press(child, data) -> str:
        barrier.wait()
        answer = child.client.post(child.address.replace(read, press_on), data=data)
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


@pytest.fixture
def case_code(cast) -> str:
    """A code for one child in a case."""
    coordinator = cast.staff(Role.COORDINATOR)
    coordinator.goes("/saker/ny")
    coordinator.sends(reference="2026/114")
    coordinator.follows("/inviter")
    coordinator.sends(occasion="individual_plan", survey="my-plan", language="nb")
    return coordinator.all_of("words")[0]


def ready_to_say_yes(cast, code):
    """A child with words of its own, one press away from the yes."""
    child = cast.quick()
    child.goes(f"/stemme/{code}/")
    steps.begins(child)
    steps.answers_all(child, {"important": "Venner", "good": "Fotball"})
    child.sends(**{"sharing-important": "PLAN"})
    assert child.address == f"/stemme/{code}/si-ja"
    return child


def test_one_child_who_presses_yes_twenty_times_says_yes_once(cast, database, case_code):
    child = ready_to_say_yes(cast, case_code)
    assert press_together([child] * AT_ONCE, "si-ja", "si-ja") == {"kort-til-deg": AT_ONCE}
    assert count(database, Passage) == 2
    with database.reading() as db:
        assert len(db.scalars(select(Voice.claim)).all()) == 1


def test_two_devices_with_one_case_code_make_one_voice(cast, database, case_code):
    children = [ready_to_say_yes(cast, case_code) for _ in range(4)]
    assert press_together(children, "si-ja", "si-ja") == {"kort-til-deg": 1, "410": 3}
    assert count(database, Passage) == 2


def test_a_yes_is_not_given_to_words_that_change_at_that_moment(cast, database, case_code):
    child = ready_to_say_yes(cast, case_code)
    read = dict(child.page.forms[-1].form_values())
    with child.client as client:
        client.get(child.address)
        secret = asking.secret(case_code)
    with ThreadPoolExecutor(1) as threads:
        with database.writing() as db:
            voice = voices.voice_behind(db, case_code, TODAY)
            voices.choose(db, voice, secret, [Chosen("important", "?", "Nei", Sharing.PLAN)], TODAY)
            pressed = threads.submit(child.client.post, child.address, data=read)
            sleep(0.3)
        assert pressed.result(timeout=20).status_code == 422
    assert count(database, Passage) == 0
