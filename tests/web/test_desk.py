"""The desk: what waits for each, in numbers and days, never in a child's words."""

from datetime import timedelta

import pytest

from participation.access import STAFF, Role
from participation.casework import cases, individual_plans, replies, voices
from participation.casework.replies import Understood
from participation.casework.sharing import Chosen, Sharing
from participation.community import consultations, councils, matters
from participation.rights.ladder import Rung
from participation.rights.occasions import Occasion
from tests.conftest import TODAY
from tests.journeys.reader import Reader
from tests.municipality import CANARY, summed_up

LATE = "Late: the child has waited too long"


@pytest.fixture
def desk_of(signed_in):
    def desk(actor) -> Reader:
        reader = Reader(signed_in(actor))
        reader.goes("/kontor/?lang=en")
        return reader

    return desk


@pytest.fixture
def speak(database, surveys):
    """A child speaks in a new case, so many days ago: the voice and the card."""

    def spoken(actor, reference, days_ago):
        day = TODAY - timedelta(days=days_ago)
        given = {"occasion": Occasion.INDIVIDUAL_PLAN, "survey": surveys["my-plan"], "today": day}
        with database.writing() as db:
            case = cases.open_case(db, actor, reference, day)
            voice, _ = voices.invite(db, actor, case.id, **given)
            voices.choose(db, voice, reference, [Chosen("q", "?", "Jeg vil bade", Sharing.PLAN)], day)
            return voice.id, voices.approve(db, voice, reference, language="nb", today=day)

    return spoken


@pytest.mark.parametrize("role", STAFF, ids=lambda role: role.name)
def test_every_desk_has_words_when_nothing_waits(desk_of, person, role):
    assert desk_of(person(role, f"Ny {role.name}")).text


@pytest.mark.parametrize("role", STAFF, ids=lambda role: role.name)
def test_no_desk_shows_a_childs_words(desk_of, municipality, role):
    assert CANARY not in desk_of(municipality.people[role]).text


def test_a_coordinator_sees_who_waits_and_until_when(desk_of, municipality, speak):
    kari = municipality.people[Role.COORDINATOR]
    speak(kari, "2026/200", 3)
    desk = desk_of(kari)
    assert "Case 2026/200" in desk.text
    assert "Is to have an answer by December 2, 2026." in desk.text
    assert "1 passage is not weighed" in desk.text
    assert LATE not in desk.all_of("late")


def test_a_child_who_has_waited_too_long_stands_first_and_is_marked(desk_of, municipality, speak):
    kari = municipality.people[Role.COORDINATOR]
    speak(kari, "2026/200", 1)
    speak(kari, "2026/201", 20)
    desk = desk_of(kari)
    assert desk.text.index("2026/201") < desk.text.index("2026/200")
    assert desk.all_of("late").count(LATE) == 1


def test_a_child_who_was_misunderstood_waits_again(desk_of, database, municipality):
    kari, named = municipality.people[Role.COORDINATOR], municipality.named
    assert "No child waits for you." in desk_of(kari).text
    with database.writing() as db:
        given = {"understood": Understood.NO, "comment": "", "today": TODAY}
        replies.say_if_understood(db, named["replies.words"], named["reply_id"], **given)
    assert "The child says: you did not understand me" in desk_of(kari).text
    with database.writing() as db:
        replies.reply(db, kari, named["voice_id"], "Jeg prøver igjen.", TODAY)
    assert "No child waits for you." in desk_of(kari).text


def test_a_plan_under_way_says_what_it_lacks(desk_of, database, municipality):
    kari, case_id = municipality.people[Role.COORDINATOR], municipality.named["case_id"]
    assert "Plans under way" not in desk_of(kari).text
    with database.writing() as db:
        individual_plans.edit(db, kari, case_id, {"goals": "Nye mål"}, TODAY)
    desk = desk_of(kari)
    assert "Individual plan in case 2026/114" in desk.text
    assert "8 points are empty" in desk.text


def test_another_coordinators_children_are_not_on_the_desk(desk_of, municipality, person):
    assert "2026/114" not in desk_of(person(Role.COORDINATOR, "Olav")).text


@pytest.fixture
def rounds(database, municipality, surveys):
    """One closed and unanswered, one past its last day, on a matter of its own."""
    planner = municipality.people[Role.PLANNER]
    said = dict.fromkeys(("about", "decided_by", "can_change", "fixed"), "Noe")
    given = {"rung": Rung.CONSULTED, "breakdowns": [], "read_by": "Planleggeren"}
    with database.writing() as db:
        for title, closed in (("Badeplass", 30), ("Sykkelvei", 2)):
            day = TODAY - timedelta(days=closed)
            matter = matters.make(db, planner, title=title, decision_on=TODAY, **said, today=TODAY)
            made = consultations.open_consultation(
                db,
                planner,
                matter.id,
                surveys["our-place"],
                **given,
                closes_on=day,
                answer_on=day + timedelta(days=10),
                today=day,
            )
            if title == "Badeplass":
                summed_up(db, planner, made.id, day + timedelta(days=1))


def test_a_planner_sees_what_to_close_to_publish_and_to_answer(desk_of, municipality, rounds):
    desk = desk_of(municipality.people[Role.PLANNER])
    for heading, title in (
        ("Children who are to have an answer", "Badeplass"),
        ("Consultations to close", "Sykkelvei"),
        ("Summaries to publish", "Badeplass"),
        ("Consultations that are open", "Ny lekeplass"),
    ):
        assert title in desk.text.split(heading)[1].split(" waits ")[0], heading
    assert desk.all_of("late") == ["Late"]


def test_a_leader_sees_what_is_late_and_of_one_child_only_that_somebody_waits(
    desk_of, municipality, rounds, speak
):
    speak(municipality.people[Role.COORDINATOR], "2026/202", 20)
    desk = desk_of(municipality.people[Role.LEADER])
    assert "Badeplass" in desk.text
    assert "Sykkelvei" not in desk.text
    assert "Coordinator" in desk.all_of("figures")[0]
    assert "2026/202" not in desk.text
    assert "/saker/" not in desk.body.decode()


@pytest.fixture
def on_list(database, municipality) -> None:
    """A matter with nine days left, put before the council."""
    people, council_id = municipality.people, municipality.named["council_id"]
    said = dict.fromkeys(("about", "decided_by", "can_change", "fixed"), "Noe")
    given = {"title": "Lys i undergangen", "decision_on": TODAY + timedelta(days=9), **said}
    with database.writing() as db:
        matter = matters.make(db, people[Role.PLANNER], **given, today=TODAY)
        secretary = people[Role.COUNCIL_SECRETARY]
        councils.put_before(db, secretary, council_id, matter.id, plain_summary="Mørkt.", today=TODAY)


@pytest.mark.parametrize("role", [Role.COUNCIL_SECRETARY, Role.COUNCIL_MEMBER], ids=lambda role: role.name)
def test_the_council_has_its_list_with_days_left(desk_of, municipality, on_list, role):
    desk = desk_of(municipality.people[role])
    assert "Lys i undergangen" in desk.text
    assert desk.all_of("late") == ["9 days left: it is late to be heard"]


def test_an_administrator_sees_who_has_no_password_yet(desk_of, municipality):
    desk = desk_of(municipality.people[Role.ADMINISTRATOR])
    assert "These have not chosen a password yet:" in desk.text
    assert "Another" in desk.text


@pytest.mark.parametrize(("days_ago", "shown"), [(0, True), (20, True), (29, False)])
def test_an_invitation_nobody_took_up_stays_on_the_desk_for_a_while(
    desk_of, database, surveys, municipality, days_ago, shown
):
    kari, day = municipality.people[Role.COORDINATOR], TODAY - timedelta(days=days_ago)
    given = {"occasion": Occasion.INDIVIDUAL_PLAN, "survey": surveys["my-plan"], "today": day}
    with database.writing() as db:
        case = cases.open_case(db, kari, "2026/250", day)
        voices.invite(db, kari, case.id, **given)
    assert ("2026/250" in desk_of(kari).text) is shown
