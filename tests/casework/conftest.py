"""A coordinator with a case, and a child who has spoken in it."""

from collections.abc import Callable
from datetime import date

import pytest

from participation.access import Actor, Role
from participation.casework import cases, voices
from participation.casework.sharing import Chosen, Sharing
from participation.rights.occasions import Occasion
from tests.conftest import TODAY

Speak = Callable[..., tuple[int, str, list[str]]]


@pytest.fixture
def kari(person) -> Actor:
    return person(Role.COORDINATOR, "Kari")


@pytest.fixture
def knut(person) -> Actor:
    """Another coordinator, with cases of his own."""
    return person(Role.COORDINATOR, "Knut")


@pytest.fixture
def case_id(database, kari) -> int:
    with database.writing() as db:
        return cases.open_case(db, kari, "2026/114", TODAY).id


@pytest.fixture
def invite(database, kari, case_id, surveys) -> Callable[..., tuple[int, str]]:
    """Invite the child: the id of the voice, and the code."""

    def invited(day: date = TODAY, *, case: int = case_id, actor: Actor = kari) -> tuple[int, str]:
        with database.writing() as db:
            given = {"occasion": Occasion.INDIVIDUAL_PLAN, "survey": surveys["my-plan"], "today": day}
            voice, code = voices.invite(db, actor, case, **given)
            return voice.id, code

    return invited


@pytest.fixture
def speak(database, invite) -> Speak:
    """A child says yes to these words: the voice, the words of the card, and the passages."""

    def spoken(*said: tuple[str, Sharing], day: date = TODAY, **where: object) -> tuple[int, str, list[str]]:
        voice_id, code = invite(day, **where)
        chosen = [
            Chosen(f"question_{n}", "Hva er viktig?", words, sharing)
            for n, (words, sharing) in enumerate(said)
        ]
        with database.writing() as db:
            voice = voices.voice_behind(db, code, day)
            voices.choose(db, voice, f"browser {voice_id}", chosen, day)
            card = voices.approve(db, voice, f"browser {voice_id}", language="nb", today=day)
            db.refresh(voice)
            return voice_id, card, [passage.id for passage in voice.passages]

    return spoken


@pytest.fixture
def wish(speak) -> tuple[int, str, str]:
    """One wish that may stand in the plan: the voice, the card and the passage."""
    voice_id, card, [passage_id] = speak(("Jeg vil spille fotball", Sharing.PLAN))
    return voice_id, card, passage_id
