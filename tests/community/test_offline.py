"""Offline: what children answered without net arrives once, sealed, and is counted as any other answer."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from participation.community import answers, consultations, devices, offline
from participation.community.answers import Sheet
from participation.community.devices import Device
from participation.community.offline import Received
from participation.disclosure.published import FLOOR
from participation.errors import Closed, Incomplete, NotAllowed, NotFound
from tests.community.conftest import LATER
from tests.conftest import TODAY
from tests.sealed import CARD, letter, sent, told


@pytest.fixture
def asked(ask):
    return ask()


@pytest.fixture
def prepare(db, planner, asked):
    def prepared(**changes) -> str:
        about = {"name": "Nettbrett 1", "uses": 3, "last_day": TODAY, "today": TODAY} | changes
        return offline.prepare(db, planner, asked.id, **about)

    return prepared


@pytest.fixture
def code(prepare) -> str:
    return prepare()


@pytest.fixture
def arrives(db, asked, code):
    """What a device sends, and whether it was taken in."""

    def arrived(plain: object, *, sent_id: str = "", day=TODAY, **changes: str) -> bool:
        device = devices.device_behind(db, code)
        letter = sent(device.public_key, asked.digest, plain, sent_id) | changes
        return offline.take_in(db, code, **letter, today=day)

    return arrived


def sheets(db) -> int:
    return len(db.scalars(select(Sheet)).all())


def test_what_was_answered_without_net_is_a_sheet_like_any_other(db, asked, answer, arrives, survey):
    answer(asked, safe="no", why="Mørkt", places=("park",))
    assert arrives(told(safe="no", why="Mørkt", places=["park"]))
    first, second = answers.counted(db, asked, survey)
    assert first == second


def test_the_words_that_the_device_drew_open_the_card_and_take_the_answers_back(db, asked, arrives):
    arrives(told(safe="yes"))
    assert answers.consultation_claimed(db, " ".join(CARD)).id == asked.id
    answers.withdraw(db, "-".join(CARD))
    assert sheets(db) == 0


def test_a_card_that_is_somebodys_already_is_given_to_nobody_else(db, arrives):
    arrives(told(safe="yes"))
    arrives(told(safe="no"))
    assert sheets(db) == 2
    answers.withdraw(db, "-".join(CARD))
    assert sheets(db) == 1


def test_what_arrives_twice_is_one_sheet_and_one_use(db, code, arrives):
    assert arrives(told(safe="yes"), sent_id="0" * 32) is True
    assert arrives(told(safe="yes"), sent_id="0" * 32) is False
    assert sheets(db) == 1
    assert db.get(consultations.Ticket, devices.print_of(db, code)).uses_left == 2


def test_what_arrived_is_still_known_when_the_round_is_closed(db, planner, asked, arrives):
    arrives(told(safe="yes"), sent_id="0" * 32)
    consultations.close(db, planner, asked.id, LATER + timedelta(1))
    assert arrives(told(safe="yes"), sent_id="0" * 32, day=LATER + timedelta(1)) is False


def test_a_device_takes_no_more_children_than_it_was_prepared_for(db, arrives):
    for n in range(3):
        arrives(told(safe="yes"), sent_id=f"{n:032}")
    with pytest.raises(Closed):
        arrives(told(safe="yes"))


def test_answers_that_waited_past_the_last_day_of_the_trip_are_taken_until_the_round_ends(db, arrives):
    assert arrives(told(safe="yes"), day=LATER)
    with pytest.raises(Closed):
        arrives(told(safe="yes"), day=LATER + timedelta(1))


def test_a_survey_that_was_changed_since_is_answered_as_it_was_frozen(db, asked, arrives, survey, surveys):
    """The device left before the questions were rewritten: what counts is what its children read."""
    surveys["the-place"] = survey
    assert arrives(told(safe="yes"), digest=asked.digest)
    with pytest.raises(Incomplete, match="digest"):
        arrives(told(safe="yes"), digest="0" * 64)


def test_answers_off_the_path_are_forgotten_and_what_was_passed_by_is_skipped(db, asked, arrives, survey):
    arrives(told(safe="yes", why="Skrevet før", area="north"))
    [row] = answers.counted(db, asked, survey)
    assert (row["safe"], row["area"], row["age"]) == ("yes", "north", "skipped")
    kept = answers._all_opened(db, asked)[0]
    assert kept["why"].status.value == "not_shown"


HOSTILE = {
    "no object": [],
    "no answers": {"words": CARD},
    "a list of answers": {"answers": [1], "words": CARD},
    "no such question": told(other="yes"),
    "no such option": told(safe="maybe"),
    "a number": told(safe=1),
    "an object": told(places={"park": 1}),
    "lists in lists": told(places=[["park"]]),
    "no status": {"answers": {"safe": {"value": "yes"}}, "words": CARD},
    "a made-up status": {"answers": {"safe": {"status": "loved"}}, "words": CARD},
    "a status beside a value": {"answers": {"safe": {"status": "skipped", "value": "yes"}}, "words": CARD},
    "too long": told(wish="å" * 201),
    "no card": {"answers": {}, "words": []},
    "words of its own": told(["mitt", "eget", "navn", "er", "ola"]),
    "words in lists": {"answers": {}, "words": [["bil"]] * 5},
}


@pytest.mark.parametrize("plain", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_answer_to_these_questions_is_refused_and_leaves_nothing(db, arrives, plain):
    with pytest.raises(Incomplete):
        arrives(plain)
    assert sheets(db) == len(db.scalars(select(Received)).all()) == 0


@pytest.mark.parametrize("sealed", ["", "zz", "00", "04" + "00" * 200, "å", "ff" * 65])
def test_what_is_no_letter_of_this_device_is_refused(db, arrives, sealed):
    with pytest.raises(Incomplete):
        arrives(told(safe="yes"), sealed=sealed)


@pytest.mark.parametrize("plain", [b"{", b"[" * 9000, b"\xff", b'{"answers": NaN}'])
def test_a_letter_with_anything_else_in_it_is_refused(db, asked, code, arrives, plain):
    about = f"{'0' * 32}|{asked.digest}"
    sealed = letter(devices.device_behind(db, code).public_key, about, plain)
    with pytest.raises(Incomplete):
        arrives({}, sent_id="0" * 32, sealed=sealed)


def test_a_letter_cannot_be_sent_under_another_name(db, arrives, asked, code):
    sealed = sent(devices.device_behind(db, code).public_key, asked.digest, told(safe="yes"))["sealed"]
    with pytest.raises(Incomplete):
        arrives(told(), sent_id="1" * 32, sealed=sealed)


def test_a_device_that_is_taken_back_takes_nothing_and_nobody_can_read_what_waits(
    db, planner, asked, code, arrives
):
    fingerprint = devices.print_of(db, code)
    offline.take_back(db, planner, asked.id, fingerprint, TODAY)
    with pytest.raises(Closed):
        arrives(told(safe="yes"))
    with pytest.raises(NotFound):
        devices.opened(db, db.get(Device, fingerprint), "00", "")
    assert offline.devices_of(db, planner, asked.id) == []
    assert asked.invited == 0


@pytest.mark.parametrize(("came", "invited"), [(0, 0), (1, 9), (FLOOR - 1, 9), (FLOOR, FLOOR)])
def test_that_a_device_is_taken_back_does_not_tell_how_few_answered_on_it(
    db, planner, asked, prepare, came, invited
):
    code = prepare(uses=9)
    device = devices.device_behind(db, code)
    for _ in range(came):
        letter = sent(device.public_key, asked.digest, told(safe="yes"), "")
        offline.take_in(db, code, **letter, today=TODAY)
    offline.take_back(db, planner, asked.id, device.fingerprint, TODAY)
    assert asked.invited == invited


def test_closing_destroys_the_keys_of_the_devices(db, planner, asked, code):
    device = devices.device_behind(db, code)
    consultations.close(db, planner, asked.id, LATER + timedelta(1))
    assert not devices.is_in_use(db, device)


def test_what_nobody_closed_is_closed_with_its_devices(db, asked, code):
    consultations.close_what_is_due(db, LATER + timedelta(60))
    assert not devices.is_in_use(db, devices.device_behind(db, code))


def test_nobody_closes_early_while_children_may_answer_on_a_device(db, planner, asked, answer, code):
    for _ in range(5):
        answer(asked, safe="yes")
    assert not consultations.may_close(db, asked, TODAY)


def test_a_device_code_opens_no_other_door(db, code):
    with pytest.raises(NotFound):
        consultations.ticket_behind(db, code, TODAY)


TOO_MUCH = {
    "nobody": ({"uses": 0}, "uses"),
    "too many": ({"uses": 61}, "uses"),
    "no name": ({"name": " "}, "name"),
    "past the round": ({"last_day": LATER + timedelta(1)}, "last_day"),
}


@pytest.mark.parametrize(("changes", "wrong"), TOO_MUCH.values(), ids=TOO_MUCH)
def test_a_device_is_prepared_for_few_children_and_until_the_round_ends(prepare, changes, wrong):
    with pytest.raises(Incomplete, match=wrong):
        prepare(**changes)


def test_only_a_planner_prepares_a_device(db, leader, asked):
    with pytest.raises(NotAllowed):
        offline.prepare(db, leader, asked.id, name="x", uses=1, last_day=TODAY, today=TODAY)


def test_marks_and_devices_are_forgotten_a_month_after_closing(db, planner, asked, code, arrives):
    arrives(told(safe="yes"))
    closed = LATER + timedelta(1)
    consultations.close(db, planner, asked.id, closed)
    assert offline.forget(db, closed + timedelta(30)) == 0
    assert offline.forget(db, closed + timedelta(31)) == 2
