"""Concerns: sent at once, read by those they are for and by nobody else, and followed up step by step."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from participation.access import STAFF, Role
from participation.casework import cases, concerns, duty, replies, voices
from participation.casework.concerns import Concern, Said, Step, StepTaken
from participation.casework.voices import Voice
from participation.errors import Closed, Incomplete, NotAllowed, NotFound
from participation.rights.office_hours import USUAL_HOURS
from participation.storage import audit
from tests.conftest import TODAY

NOW = datetime(2026, 11, 20, 10)
WORDS = "Pappa slår."
SAID = Said(WORDS, "På skolen")


@pytest.fixture
def vera(person):
    return person(Role.COORDINATOR, "Vera")


@pytest.fixture
def stig(person):
    return person(Role.COORDINATOR, "Stig")


@pytest.fixture
def on_duty(database, person, vera, stig):
    """Vera is on duty, Stig is the deputy."""
    return named(database, person(Role.ADMINISTRATOR), vera, stig)


def named(database, administrator, first, second):
    given = {"person_id": first.account_id, "deputy_id": second.account_id}
    with database.writing() as db:
        duty.name(db, administrator, **given, hours=USUAL_HOURS, today=TODAY)


@pytest.fixture
def send(database, invite):
    """The child of Kari's case says that it is serious: the number of the concern."""
    voice_id, _ = invite()

    def sent(said=SAID, **more) -> int:
        with database.writing() as db:
            return concerns.raise_concern(db, db.get(Voice, voice_id), said, now=NOW, **more).id

    sent.voice_id = voice_id
    return sent


def reads(database, actor, concern_id) -> bool:
    with database.writing() as db:
        listed = concern_id in [concern.id for concern in concerns.concerns_of(db, actor)]
        try:
            found = concerns.read(db, actor, concern_id)[1] == SAID
        except NotFound:
            found = False
    assert found == listed
    return found


def step(database, actor, concern_id, kind, **said):
    with database.writing() as db:
        given = {"done_on": TODAY, "today": TODAY, **said}
        return concerns.take_step(db, actor, concern_id, kind, **given)


def test_those_on_duty_and_the_coordinator_read_it_at_once(database, on_duty, send, kari, vera, stig):
    concern_id = send()
    assert all(reads(database, one, concern_id) for one in (kari, vera, stig))


def test_a_coordinator_of_another_case_does_not(database, on_duty, send, knut):
    assert not reads(database, knut, send())


@pytest.mark.parametrize(
    "role", [role for role in STAFF if role is not Role.COORDINATOR], ids=lambda role: role.name
)
def test_no_other_role_reads_or_follows_up(database, person, on_duty, send, role):
    concern_id, somebody = send(), person(role, f"X {role.name}")
    for act in (
        lambda db: concerns.read(db, somebody, concern_id),
        lambda db: concerns.concerns_of(db, somebody),
    ):
        with database.writing() as db, pytest.raises(NotAllowed):
            act(db)
    with pytest.raises(NotAllowed):
        step(database, somebody, concern_id, Step.SEEN)


def test_a_child_can_leave_its_coordinator_out(database, on_duty, send, kari, vera, stig):
    concern_id = send(not_to_coordinator=True)
    assert [reads(database, one, concern_id) for one in (kari, vera, stig)] == [False, True, True]


def test_who_is_left_out_stays_so_even_when_on_duty(database, person, on_duty, send, kari, stig):
    concern_id = send(not_to_coordinator=True)
    named(database, person(Role.ADMINISTRATOR, "Ada"), kari, stig)
    assert [reads(database, one, concern_id) for one in (kari, stig)] == [False, True]


def test_who_takes_over_the_case_does_not_read_what_the_coordinator_was_kept_from(
    database, person, on_duty, send, kari, knut
):
    open_one, kept, ada = send(), send(not_to_coordinator=True), person(Role.ADMINISTRATOR, "Ada")
    with database.writing() as db:
        cases.hand_over(db, ada, giver=kari.account_id, taker=knut.account_id)
    assert [reads(database, knut, one) for one in (open_one, kept)] == [True, False]


def test_who_is_on_duty_later_reads_it_and_who_was_before_does_not(
    database, person, on_duty, send, knut, vera, stig
):
    concern_id = send()
    named(database, person(Role.ADMINISTRATOR, "Ada"), knut, stig)
    assert [reads(database, one, concern_id) for one in (knut, vera)] == [True, False]


def test_where_nobody_is_on_duty_the_coordinator_gets_it_and_that_promise_is_kept(
    database, person, send, kari, vera, stig
):
    concern_id = send()
    named(database, person(Role.ADMINISTRATOR, "Ada"), vera, stig)
    assert [reads(database, one, concern_id) for one in (kari, vera)] == [True, False]


def test_where_nobody_is_on_duty_the_coordinator_cannot_be_left_out(send):
    with pytest.raises(Incomplete):
        send(not_to_coordinator=True)


def test_nothing_must_be_written(database, on_duty, send, vera):
    concern_id = send(Said("", ""))
    with database.writing() as db:
        assert concerns.read(db, vera, concern_id)[1] == Said("", "")


def test_a_code_that_lapsed_still_lets_a_child_call_for_help_but_not_one_taken_back(
    database, on_duty, send, kari
):
    with database.writing() as db:
        db.get(Voice, send.voice_id).open_until = TODAY - timedelta(days=30)
    assert send()
    with database.writing() as db:
        db.get(Voice, send.voice_id).open_until = TODAY
        voices.take_back(db, kari, send.voice_id, TODAY)
    with pytest.raises(Closed):
        send()


def test_in_a_closed_case_nothing_new_is_sent(database, on_duty, send, kari, case_id):
    with database.writing() as db:
        cases.close(db, kari, case_id, TODAY)
    with pytest.raises(Closed):
        send()


def test_sending_opening_and_each_step_are_noted_by_number_and_without_words(database, on_duty, send, vera):
    concern_id = send()
    reads(database, vera, concern_id)
    step(database, vera, concern_id, Step.NOT_REPORTED, reason="Ikke slag.")
    with database.reading() as db:
        noted = [(entry.act, entry.about, entry.account_id) for entry in audit.entries(db)][2::-1]
    assert noted == [
        ("RAISE_CONCERN", f"concern {concern_id} in case 1", None),
        ("READ_CONCERN", f"concern {concern_id}", vera.account_id),
        ("FOLLOW_UP_CONCERN", f"concern {concern_id}", vera.account_id),
    ]


def test_words_and_reasons_are_sealed(database, on_duty, send, vera):
    concern_id = send()
    step(database, vera, concern_id, Step.NOT_REPORTED, reason="Ikke slag.")
    with database.reading() as db:
        assert WORDS.encode() not in db.get(Concern, concern_id).sealed
        assert b"Ikke slag." not in db.scalar(select(StepTaken)).sealed


@pytest.mark.parametrize(
    ("kind", "said", "missing"),
    [
        (Step.REPORTED, {"reason": "x"}, "receipt"),
        (Step.NOT_REPORTED, {"receipt": "1"}, "reason"),
        (Step.OTHER_HELP, {}, "reason"),
        (Step.CLOSED, {"reason": "x"}, "step"),
        (Step.CONTACTED, {"done_on": TODAY + timedelta(days=1)}, "done_on"),
    ],
)
def test_a_step_that_lacks_what_it_needs_is_not_noted(database, on_duty, send, vera, kind, said, missing):
    with pytest.raises(Incomplete) as refusal:
        step(database, vera, send(), kind, **said)
    assert refusal.value.missing == (missing,)


@pytest.mark.parametrize(
    "decided", [(Step.REPORTED, {"receipt": "77"}), (Step.NOT_REPORTED, {"reason": "x"})]
)
def test_it_is_closed_with_a_reason_once_it_is_decided_and_then_nothing_is_added(
    database, on_duty, send, vera, stig, decided
):
    concern_id = send()
    step(database, vera, concern_id, decided[0], **decided[1])
    with pytest.raises(Incomplete):
        step(database, vera, concern_id, Step.CLOSED)
    step(database, stig, concern_id, Step.CLOSED, reason="Barnet har fått hjelp.")
    with pytest.raises(Closed):
        step(database, vera, concern_id, Step.CONTACTED)


def test_the_log_says_what_was_done_by_whom_and_when(database, on_duty, send, vera, stig):
    concern_id = send()
    step(database, vera, concern_id, Step.SEEN)
    step(database, stig, concern_id, Step.REPORTED, receipt="77")
    with database.writing() as db:
        log = concerns.told(db, concerns.read(db, vera, concern_id)[0])
    told = [(one.taken.step, one.taken.written_by, one.taken.done_on, one.receipt) for one in log]
    assert told == [("SEEN", "Vera", TODAY, ""), ("REPORTED", "Stig", TODAY, "77")]


def test_somebody_for_whom_it_is_not_takes_no_step(database, on_duty, send, knut):
    with pytest.raises(NotFound):
        step(database, knut, send(), Step.SEEN)


def test_what_nobody_has_read_stands_first(database, on_duty, send, vera):
    first, second, third = send(), send(), send()
    step(database, vera, third, Step.SEEN)
    with database.reading() as db:
        assert [concern.id for concern in concerns.concerns_of(db, vera)] == [second, first, third]


def test_nothing_else_in_the_case_opens_to_those_on_duty(database, on_duty, send, vera, case_id):
    send()
    with database.writing() as db:
        for act in (cases.case_of, voices.voices_in):
            with pytest.raises(NotFound):
                act(db, vera, case_id)


def test_a_concern_is_forgotten_with_its_case(database, on_duty, send, kari, vera, case_id):
    step(database, vera, send(), Step.SEEN)
    with database.writing() as db:
        cases.close(db, kari, case_id, TODAY)
        replies.forget(db, TODAY + timedelta(days=400))
        left = [db.scalar(select(func.count()).select_from(kind)) for kind in (Concern, StepTaken)]
    assert left == [0, 0]
