"""What stands in a completed version stays as it was, whatever is weighed and understood afterwards."""

import json
from datetime import timedelta

import pytest

from participation.casework import corrections, help_given, individual_plans, standing, weighings
from participation.casework.corrections import CameOut
from participation.casework.help_given import help_with
from participation.casework.individual_plans import PlanVersion
from participation.casework.voices import Voice
from participation.casework.weighings import Follows, Reasons
from participation.errors import NotFound
from participation.rights.help_given import NO_HELP, help_named
from participation.rights.plan_contents import PlanPoint
from participation.rights.weight import Weight
from participation.storage import keys
from tests.conftest import TODAY

LATER = TODAY + timedelta(days=30)
WHOLE = {point.value: "Noe" for point in PlanPoint}


@pytest.fixture
def judge(database, kari, wish):
    """Weigh the wish and write down how it is understood."""

    def judged(weight, reasons, understood, day):
        with database.writing() as db:
            given = {"weight": weight, "follows": Follows.PARTLY, "reasons": reasons, "today": day}
            weighings.weigh(db, kari, wish[2], **given)
            weighings.note_reading(db, kari, wish[0], understood, day)

    return judged


@pytest.fixture
def completed(database, kari, case_id, wish, judge):
    """Completed with great weight, and weighed anew a month later."""
    with database.writing() as db:
        individual_plans.edit(db, kari, case_id, WHOLE, TODAY)
        individual_plans.attach(db, kari, wish[2], "goals", TODAY)
    judge(Weight.GREAT, Reasons("Alt", "Ja", "Penger"), "Fotball gir ro", TODAY)
    with database.writing() as db:
        individual_plans.complete(db, kari, case_id, TODAY)
    judge(Weight.LITTLE, Reasons("Nytt", "Nei", "Tid"), "Noe annet", LATER)


def stood(db, kari, case_id, number):
    """Weight, day, decision and reading, as the version tells it."""
    found = individual_plans.standing_in(db, individual_plans.version_of(db, kari, case_id, number))
    [one], [reading] = found.passages, found.readings
    return one.weighing.weight, one.weighing.written_on, one.reasons.decision, reading.words


@pytest.mark.on_both
def test_a_completed_version_keeps_the_weighing_it_was_completed_with(database, kari, case_id, completed):
    with database.reading() as db:
        assert stood(db, kari, case_id, 1) == ("great", TODAY, "Ja", "Fotball gir ro")


@pytest.mark.on_both
def test_the_newer_weighing_stands_in_the_version_under_way(database, kari, case_id, completed):
    with database.writing() as db:
        individual_plans.edit(db, kari, case_id, WHOLE, LATER)
        assert stood(db, kari, case_id, 2) == ("little", LATER, "Nei", "Noe annet")
        assert stood(db, kari, case_id, 1) == ("great", TODAY, "Ja", "Fotball gir ro")


def test_what_is_frozen_is_all_that_stood_there(database, kari, case_id, completed, wish):
    with database.reading() as db:
        version = individual_plans.version_of(db, kari, case_id, 1)
        [one] = individual_plans.standing_in(db, version).under["goals"]
        assert (one.passage.id, one.chosen.words, one.chosen.asked) == (
            wish[2],
            "Jeg vil spille fotball",
            "Hva er viktig?",
        )
        assert (one.weighing.written_by, one.reasons.reason, one.voice.id) == ("Kari", "Penger", wish[0])


def test_freezing_and_thawing_changes_nothing(database, kari, case_id, completed):
    with database.reading() as db:
        version = individual_plans.version_of(db, kari, case_id, 1)
        attached = version.attached[0]
        now = standing.now(db, [(attached.passage, attached.point)])
        assert standing.from_text(standing.to_text(now), [attached.passage]) == now


def test_a_version_completed_before_anything_was_frozen_shows_what_is_kept_today(
    database, kari, case_id, completed
):
    with database.writing() as db:
        individual_plans.version_of(db, kari, case_id, 1).frozen = None
        db.flush()
        assert stood(db, kari, case_id, 1) == ("little", LATER, "Nei", "Noe annet")


def test_a_version_under_way_has_nothing_frozen(database, kari, case_id, completed):
    with database.writing() as db:
        individual_plans.edit(db, kari, case_id, WHOLE, LATER)
        assert individual_plans.version_of(db, kari, case_id, 2).frozen is None


def test_what_is_frozen_lies_sealed_and_goes_with_the_key_of_the_case(database, kari, case_id, completed):
    with database.writing() as db:
        version = db.query(PlanVersion).one()
        assert not any(word in version.frozen for word in (b"fotball", b"Penger", b"Kari"))
        keys.destroy(db, version.plan.case.key_id)
        db.flush()
        with pytest.raises(NotFound):
            individual_plans.standing_in(db, version)


def test_what_was_frozen_before_help_was_told_of_still_opens(database, kari, case_id, completed):
    with database.reading() as db:
        attached = individual_plans.version_of(db, kari, case_id, 1).attached[0]
        plain = json.loads(standing.to_text(standing.now(db, [(attached.passage, attached.point)])))
        for one in plain["passages"]:
            del one["help"], one["came_out"]
        [opened] = standing.from_text(json.dumps(plain), [attached.passage]).passages
        assert (opened.help, opened.came_out, opened.chosen.words) == (
            NO_HELP,
            None,
            "Jeg vil spille fotball",
        )


@pytest.mark.on_both
def test_help_and_how_it_came_out_are_frozen_as_they_stood(database, kari, case_id, wish, judge):
    voice_id, card, passage_id = wish
    with database.writing() as db:
        helped(db, voice_id, card, CameOut.PARTLY)
        individual_plans.edit(db, kari, case_id, WHOLE, TODAY)
        individual_plans.attach(db, kari, passage_id, "goals", TODAY)
    judge(Weight.GREAT, Reasons("Alt", "Ja", "Penger"), "Fotball gir ro", TODAY)
    with database.writing() as db:
        individual_plans.complete(db, kari, case_id, TODAY)
        helped(db, voice_id, card, CameOut.NO)
        version = individual_plans.version_of(db, kari, case_id, 1)
        [one] = individual_plans.standing_in(db, version).passages
        assert (one.help, one.came_out) == (help_named(["typed"]), CameOut.PARTLY)


def helped(db, voice_id, card, came_out):
    """Somebody typed for this child, and the child says how it came out."""
    key_id = db.get(Voice, voice_id).case.key_id
    if not help_with(db, voice_id, key_id):
        help_given.keep(db, voice_id, key_id, help_named(["typed"]))
    corrections.say_if_it_came_out_right(db, card, came_out=came_out, instead="", today=TODAY)
