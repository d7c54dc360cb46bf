"""The coordinator's meetings: what the child changed, what is decided about it, and what waits."""

from datetime import timedelta

import pytest

from participation.access import Role
from participation.casework import meeting_notes, meeting_wishes
from participation.casework.meeting_notes import Verdict
from participation.casework.meeting_wishes import Wishes
from participation.casework.meetings import Meeting
from participation.web.language import KNOWN
from tests.conftest import TODAY
from tests.journeys.reader import Reader
from tests.municipality import CANARY

MEETING = {"title": "Skolen", "at": "kl. 9", "place": "Rådhuset", "who_comes": "Kari", "topics": "En\nTo"}


@pytest.fixture
def kari(signed_in, municipality) -> Reader:
    return Reader(signed_in(municipality.people[Role.COORDINATOR]))


@pytest.fixture
def where(municipality) -> str:
    return f"/saker/{municipality.named['case_id']}/moter/{municipality.named['meeting_id']}"


@pytest.fixture
def meeting(database, municipality):
    """Do something to the meeting, in the child's place."""

    def done(act) -> None:
        with database.writing() as db:
            act(db, db.get(Meeting, municipality.named["meeting_id"]))

    return done


def crosses_out(db, meeting) -> None:
    """Cross everything out anew: nothing is decided about it yet."""
    theirs = tuple(topic.id for topic in meeting.topics if not topic.is_childs)
    for wishes in (Wishes(), Wishes(theirs)):
        meeting_wishes.keep(db, meeting, "secret", wishes, TODAY)
        meeting_wishes.send(db, meeting, "secret", language="nb", today=TODAY)


def says_wrong(db, meeting) -> None:
    given = {"verdict": Verdict.WRONG, "comment": CANARY, "today": TODAY}
    meeting_notes.say_if_right(db, meeting, 1, **given)


def test_a_meeting_is_planned_with_topics_line_by_line(kari, municipality):
    kari.goes(f"/saker/{municipality.named['case_id']}/moter/nytt?lang=en")
    kari.sends(**MEETING, on_day=TODAY - timedelta(days=1), status=422)
    assert "This day is over. Choose a later one." in kari.text
    kari.sends(on_day=TODAY)
    assert [topic.text_content() for topic in kari.page.xpath("//h3/bdi")][:2] == ["En", "To"]


def test_a_meeting_without_topics_is_not_planned(kari, municipality):
    kari.goes(f"/saker/{municipality.named['case_id']}/moter/nytt?lang=en")
    kari.sends(**MEETING | {"topics": " \n "}, on_day=TODAY, status=422)
    assert "Write at least one topic." in kari.text


def test_the_child_words_stand_apart_from_the_grown_ups(kari, where):
    kari.goes(f"{where}/")
    assert CANARY in " ".join(kari.all_of("voice"))
    assert "Skolen må få vite det." in kari.text


def test_changing_a_meeting_leaves_what_the_child_said(kari, where):
    kari.goes(f"{where}/endre")
    assert CANARY not in kari.page.get_element_by_id("topics").value
    kari.sends(topics="Noe nytt", title="Et annet møte")
    for told in (CANARY, "Skolen", "Noe nytt", "Et annet møte"):
        assert told in kari.text


def test_no_note_is_sent_while_the_child_waits_to_hear_why(kari, where, meeting):
    meeting(crosses_out)
    kari.goes(f"{where}/referat?lang=en")
    kari.sends(talked="Skolen", decided="Ja", who_does="Kari", status=422)
    assert "you have not said what you decided about it" in kari.text
    assert kari.page.get_element_by_id("talked").value.strip() == "Skolen"


def test_paper_for_the_meeting_shows_the_childs_topics_and_leaves_out_what_it_crossed_out(
    kari, where, meeting
):
    kari.goes(f"{where}/ark")
    assert CANARY in kari.text
    meeting(crosses_out)
    kari.goes(f"{where}/ark")
    assert "Skolen" not in [item.text_content().strip() for item in kari.page.xpath("//main//ol/li")]


@pytest.mark.parametrize(
    ("act", "told"),
    [
        (says_wrong, "The child says that something is wrong"),
        (crosses_out, "The child has sent wishes that you have not read"),
    ],
)
def test_the_desk_tells_that_a_child_waits_and_never_in_its_words(kari, meeting, act, told):
    meeting(act)
    kari.goes("/kontor/?lang=en")
    assert told in kari.text
    assert CANARY not in kari.text


def test_what_is_read_and_answered_waits_no_more(kari, where, meeting):
    meeting(crosses_out)
    kari.goes(f"{where}/?lang=en")
    kari.sends(to="/lest")
    kari.follows("/tema/")
    kari.sends(decided="left_out")
    kari.goes("/kontor/?lang=en")
    assert "Meetings where a child waits for you" not in kari.text


def test_a_sheet_for_a_meeting_tells_no_name_and_no_reference(kari, where):
    kari.goes(f"{where}/?lang=en")
    kari.sends(to="/kode", language="nn")
    [sheet] = kari.page.find_class("claim")
    assert sheet.get("lang") == "nn"
    assert "2026/114" not in sheet.text_content()


@pytest.mark.parametrize("tongue", ["se", "ar"])
def test_a_sheet_for_a_meeting_is_all_in_the_language_that_was_chosen(kari, where, meeting, tongue):
    kari.goes(f"{where}/?lang=en")
    kari.sends(to="/kode", language=tongue)
    [sheet] = [section.text_content() for section in kari.page.find_class("claim")]
    assert "meeting" not in sheet
    days = []
    meeting(lambda _db, found: days.append(KNOWN[tongue].date(found.on_day)))
    assert days[0] in sheet
