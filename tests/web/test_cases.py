"""Cases and voices, as their coordinator meets them."""

import re

import pytest

from participation.access import Role
from participation.casework import cases, replies, voices
from participation.casework.replies import Understood
from participation.casework.sharing import Chosen, Sharing
from participation.casework.weighings import weighing_of
from participation.rights.occasions import Occasion
from participation.storage import audit
from tests.conftest import TODAY
from tests.journeys.reader import Reader
from tests.municipality import CANARY

WEIGHED = {"considered": "Alt", "weight": "great", "decision": "Ja", "follows": "PARTLY", "reason": "Penger"}


@pytest.fixture
def kari(signed_in, municipality) -> Reader:
    """The coordinator, who reads English."""
    reader = Reader(signed_in(municipality.people[Role.COORDINATOR]))
    reader.goes("/saker/?lang=en")
    return reader


@pytest.fixture
def spoken(database, municipality, surveys) -> tuple[str, list[str]]:
    """A child has just spoken in the case: the address of the voice, and the passages in it."""
    actor, case_id = municipality.people[Role.COORDINATOR], municipality.named["case_id"]
    said = [
        ("Jeg vil bade", Sharing.PLAN),
        ("<b>Hemmelig</b>", Sharing.COORDINATOR),
        ("Nei", Sharing.TAKEN_OUT),
    ]
    chosen = [Chosen(f"q{n}", "Hva vil du?", words, sharing) for n, (words, sharing) in enumerate(said)]
    given = {"occasion": Occasion.CASE_COOPERATION, "survey": surveys["my-plan"], "today": TODAY}
    with database.writing() as db:
        voice, _ = voices.invite(db, actor, case_id, **given)
        voices.choose(db, voice, "mine", chosen, TODAY)
        voices.approve(db, voice, "mine", language="nn", today=TODAY)
        db.refresh(voice)
        return f"/saker/{case_id}/stemmer/{voice.id}", [passage.id for passage in voice.passages]


def noted(database) -> list[str]:
    with database.reading() as db:
        return [entry.act for entry in audit.entries(db, at_most=3)]


@pytest.mark.parametrize("number", ["9", "2147483648", "99999999999999999999", "-1", "0"])
def test_a_number_that_no_case_has_leads_nowhere(kari, number):
    kari.goes(f"/saker/{number}/", status=404)
    kari.goes(f"/saker/{number}/plan/", status=404)


def test_a_coordinator_without_cases_is_told_what_a_case_is(signed_in, municipality):
    reader = Reader(signed_in(municipality.other_coordinator))
    reader.goes("/saker/?lang=en")
    assert "You have no open case." in reader.text


@pytest.mark.parametrize("name", ["Kari Nordmann", "Ola", "01010750160", "x" * 300])
def test_what_cannot_stand_for_a_child_is_refused_in_plain_words_and_kept(kari, name):
    kari.goes("/saker/ny")
    kari.sends(reference=name, status=422)
    assert "This cannot stand for a child." in " ".join(kari.all_of("error"))
    assert kari._form("").fields["reference"] == name


def test_a_reference_in_use_is_refused_beside_the_field(kari):
    kari.goes("/saker/ny")
    kari.sends(reference="2026/114", status=422)
    assert "There is a case with this reference already." in " ".join(kari.all_of("error"))
    kari.sends(reference="2026/300")
    assert "Case 2026/300" in kari.text


def test_the_childs_words_stand_apart_and_as_they_were_approved(kari, spoken):
    address, _ = spoken
    kari.goes(address)
    assert kari.all_of("voice") == ["Jeg vil bade", "<b>Hemmelig</b>"]
    assert "Nei" not in kari.all_of("voice")
    assert set(kari.page.xpath("//*[@class='voice']/p/@lang")) == {"nn"}
    assert "May stand in the plan" in kari.text
    assert "Only for the coordinator" in kari.text


def test_reading_a_voice_is_noted_each_time(kari, database, spoken):
    kari.goes(spoken[0])
    assert noted(database)[0] == "READ_VOICE"


def test_a_voice_under_another_case_is_not_there(kari, database, municipality, spoken):
    with database.writing() as db:
        other = cases.open_case(db, municipality.people[Role.COORDINATOR], "2026/115", TODAY).id
    voice_id, passage_id = spoken[0].rsplit("/", 1)[1], spoken[1][0]
    for address in (f"stemmer/{voice_id}", f"stemmer/{voice_id}/svar", f"utsagn/{passage_id}/vekting"):
        kari.goes(f"/saker/{other}/{address}", status=404)


def test_what_is_not_approved_is_not_there(kari, database, municipality, surveys):
    actor, case_id = municipality.people[Role.COORDINATOR], municipality.named["case_id"]
    given = {"occasion": Occasion.INDIVIDUAL_PLAN, "survey": surveys["my-plan"], "today": TODAY}
    with database.writing() as db:
        voice_id = voices.invite(db, actor, case_id, **given)[0].id
    kari.goes(f"/saker/{case_id}/stemmer/{voice_id}", status=404)
    kari.goes(f"/saker/{case_id}/stemmer/{voice_id}/svar", status=404)


def test_the_grown_ups_reading_stands_in_a_field_of_its_own_with_a_name(kari, spoken):
    kari.goes(spoken[0])
    kari.sends(to="/lesning", words="Det handler om sommeren.")
    [reading] = kari.all_of("reading")
    assert "Det handler om sommeren." in reading
    assert "Written by Coordinator on November 21, 2026." in reading
    assert "Det handler om sommeren." not in " ".join(kari.all_of("voice"))


@pytest.mark.parametrize(
    ("words", "told"), [(" ", "Write how you understand it."), ("x" * 4001, "This is too long.")]
)
def test_a_reading_that_is_empty_or_too_long_is_kept_and_can_be_sent_again(kari, spoken, words, told):
    kari.goes(spoken[0])
    kari.sends(to="/lesning", words=words, status=422)
    assert told in " ".join(kari.all_of("error"))
    kari.sends(to="/lesning", words="Nå går det.")
    assert "Nå går det." in kari.text


def test_words_are_weighed_and_the_weighing_is_shown_beside_them(kari, database, spoken):
    address, [passage_id, _] = spoken
    kari.goes(address)
    kari.follows(f"/utsagn/{passage_id}/vekting")
    kari.sends(**WEIGHED)
    assert kari.address.startswith(address)
    assert "Great weight" in kari.text
    kari.follows(f"/utsagn/{passage_id}/vekting")
    assert kari._form("").fields["reason"].strip() == "Penger"


def test_a_weighing_without_the_reason_is_kept_and_can_be_sent_again(kari, database, municipality, spoken):
    address, [passage_id, _] = spoken
    kari.goes(f"{address.split('/stemmer')[0]}/utsagn/{passage_id}/vekting")
    kari.sends(**WEIGHED | {"reason": " "}, status=422)
    assert "Write why the decision is not all that the child wished." in kari.text
    assert kari._form("").fields["considered"].strip() == "Alt"
    kari.sends(reason="Det er for langt unna")
    with database.reading() as db:
        passage = voices.passage_in(db, municipality.people[Role.COORDINATOR], passage_id)
        assert weighing_of(db, passage)[1].reason == "Det er for langt unna"


def test_the_child_is_answered_and_the_answer_is_shown_with_what_the_child_says(kari, database, municipality):
    named = municipality.named
    kari.goes(f"/saker/{named['case_id']}/stemmer/{named['voice_id']}/svar")
    assert CANARY in kari.text
    kari.sends(words=" ", status=422)
    kari.sends(words="Du får svømme.")
    assert "Du får svømme." in kari.text
    assert "The child has not said yet whether it was understood right" in kari.text
    given = {"understood": Understood.PARTLY, "comment": "Bare tirsdager", "today": TODAY}
    with database.writing() as db:
        replies.say_if_understood(db, named["replies.words"], named["reply_id"], **given)
    kari.goes(f"/saker/{named['case_id']}/stemmer/{named['voice_id']}")
    assert "The child says: you understood me partly" in kari.text
    assert "Bare tirsdager" in kari.all_of("voice")


def test_a_case_is_closed_and_can_then_only_be_read(kari, municipality):
    case = f"/saker/{municipality.named['case_id']}"
    kari.goes(f"{case}/")
    kari.sends(to="/lukk")
    kari.goes(f"{case}/stemmer/{municipality.named['voice_id']}")
    assert CANARY in kari.text
    assert not re.search("/vekting|/lesning|/svar", kari.body.decode())
    kari.goes(f"{case}/inviter", status=410)
    kari.goes(f"{case}/stemmer/{municipality.named['voice_id']}/svar", status=410)
    kari.goes(f"{case}/utsagn/{municipality.named['passage_id']}/vekting", status=410)
