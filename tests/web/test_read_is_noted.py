"""Whoever is shown a child's words leaves a line in the trail, also on a page that only comes back."""

import pytest
from sqlalchemy import func, select

from participation.access import Role
from participation.casework.voices import Passage
from participation.storage.audit import Entry
from tests.journeys.reader import Reader
from tests.municipality import CANARY

TOO_MUCH = "x" * 30_000


def entries(database) -> int:
    with database.reading() as db:
        return db.scalar(select(func.count()).select_from(Entry))


@pytest.fixture
def coordinator(signed_in, municipality) -> Reader:
    return Reader(signed_in(municipality.people[Role.COORDINATOR]))


@pytest.fixture
def addresses(database, municipality) -> dict[str, str]:
    """Where the words of the one child are shown; the passage that stands in the plan."""
    case = f"/saker/{municipality.named['case_id']}"
    with database.reading() as db:
        passage = db.scalar(select(Passage).where(Passage.sharing == "PLAN").order_by(Passage.place))
        voice = f"{case}/stemmer/{passage.voice_id}"
        return {
            "voice": voice,
            "reading": f"{voice}/lesning",
            "reply": f"{voice}/svar",
            "weighing": f"{case}/utsagn/{passage.id}/vekting",
            "edit": f"{case}/plan/rediger",
            "attach": f"{case}/plan/legg-inn/{passage.id}",
        }


@pytest.mark.parametrize("sent", [{}, {"words": TOO_MUCH, "considered": TOO_MUCH, "participants": TOO_MUCH}])
@pytest.mark.parametrize("door", ["reading", "reply", "weighing", "edit", "attach"])
def test_a_page_that_comes_back_with_a_childs_words_is_noted(coordinator, addresses, database, door, sent):
    before = entries(database)
    answer = coordinator.client.post(addresses[door], data=sent)
    assert answer.status_code == 422
    assert (CANARY in answer.text) <= (entries(database) > before)


def test_the_words_do_come_back_somewhere(coordinator, addresses):
    shown = [
        coordinator.client.post(addresses[door], data={}).text for door in ("reading", "reply", "weighing")
    ]
    assert all(CANARY in text for text in shown)
