"""The youth council's desk, as a member meets it on a phone."""

from datetime import timedelta

import pytest

from participation.access import Role
from participation.community import councils, matters
from tests.conftest import TODAY
from tests.journeys.reader import Reader


@pytest.fixture
def comes(signed_in, municipality):
    return lambda role: Reader(signed_in(municipality.people[role]))


@pytest.fixture
def on_list(database, municipality) -> str:
    """A matter with nine days left, put on the list, with one point and no votes."""
    people, council_id = municipality.people, municipality.named["council_id"]
    with database.writing() as db:
        said = dict.fromkeys(("about", "decided_by", "can_change", "fixed"), "Noe")
        day = TODAY + timedelta(days=9)
        matter = matters.make(
            db, people[Role.PLANNER], title="Lys i undergangen", decision_on=day, **said, today=TODAY
        )
        put = councils.put_before(
            db, people[Role.COUNCIL_SECRETARY], council_id, matter.id, plain_summary="Mørkt.", today=TODAY
        )
        councils.write_point(db, people[Role.COUNCIL_MEMBER], put.id, "Sterkere lys.", TODAY)
        return f"/rad/uttalelse/{put.id}"


def test_a_member_is_told_when_it_is_late(comes, on_list, municipality):
    member = comes(Role.COUNCIL_MEMBER)
    member.goes(f"/rad/{municipality.named['council_id']}/?lang=en")
    assert member.all_of("late") == ["Late: only 9 days left"]
    member.goes(on_list)
    assert "Mørkt." in member.text


def test_a_member_votes_with_a_button_and_the_last_vote_counts(comes, on_list):
    member = comes(Role.COUNCIL_MEMBER)
    member.goes(f"{on_list}?lang=en")
    member.sends(to="/stemme", press="is_for=yes")
    assert "1 for, 0 against" in member.text
    member.sends(to="/stemme", press="is_for=no")
    assert "0 for, 1 against" in member.text
    assert "You voted against" in member.text


def test_a_vote_that_is_neither_for_nor_against_is_none(comes, on_list):
    member = comes(Role.COUNCIL_MEMBER)
    member.goes(f"{on_list}?lang=en")
    member.sends(to="/stemme", status=400)
    member.goes(on_list)
    assert "0 for, 0 against" in member.text


def test_a_member_writes_a_point(comes, on_list):
    member = comes(Role.COUNCIL_MEMBER)
    member.goes(f"{on_list}?lang=en")
    member.sends(to="/punkt", words=" ", status=422)
    assert "Fill in this field." in member.text
    member.sends(to="/punkt", words="Lampene må tåle snøballer.")
    assert "Lampene må tåle snøballer." in member.all_of("voice")


def test_a_member_changes_an_own_point(comes, on_list):
    member = comes(Role.COUNCIL_MEMBER)
    member.goes(f"{on_list}?lang=en")
    member.sends(to="/stemme", press="is_for=yes")
    member.follows("/endre")
    assert "Votes on the old words fall away." in member.text
    member.sends(words=" ", status=422)
    member.sends(words="Svakere lys.")
    assert member.all_of("voice") == ["Svakere lys."]
    assert "0 for, 0 against" in member.text


def test_a_member_takes_an_own_point_back(comes, on_list):
    member = comes(Role.COUNCIL_MEMBER)
    member.goes(f"{on_list}?lang=en")
    member.sends(to="/ta-tilbake")
    assert "Nobody has written a point yet." in member.text


def test_another_members_point_is_not_there_to_change(
    comes, person, signed_in, on_list, database, municipality
):
    ida = person(Role.COUNCIL_MEMBER, "Ida Ung")
    with database.writing() as db:
        council_id = municipality.named["council_id"]
        councils.seat(db, municipality.people[Role.COUNCIL_SECRETARY], council_id, ida.account_id, TODAY)
    other = Reader(signed_in(ida))
    other.goes(on_list)
    assert not other.page.xpath("//a[contains(@href, '/endre')]")
    assert not other.page.xpath("//form[contains(@action, '/ta-tilbake')]")
    other.goes(f"{on_list}/punkt/2/endre", status=404)
    nothing = other.body
    other.goes(f"{on_list}/punkt/99/endre", status=404)
    assert other.body == nothing


def test_a_point_is_changed_until_the_statement_is_sent(comes, municipality):
    member, named = comes(Role.COUNCIL_MEMBER), municipality.named
    address = f"/rad/uttalelse/{named['statement_id']}"
    member.goes(address)
    assert not member.page.xpath("//a[contains(@href, '/endre')]")
    member.goes(f"{address}/punkt/{named['point_id']}/endre", status=410)


def test_nobody_promises_that_everybody_reads_a_statement(comes, on_list, client):
    secretary = comes(Role.COUNCIL_SECRETARY)
    secretary.goes(f"{on_list}?lang=en")
    assert "The council, the planners and the leaders can read it here." in secretary.text
    assert client.get(on_list).status_code == 404


def test_a_member_of_another_council_finds_nothing(person, signed_in, on_list, municipality):
    stranger = Reader(signed_in(person(Role.COUNCIL_MEMBER, "Uten Plass")))
    stranger.goes("/rad/?lang=en")
    assert "You have no seat in a council yet." in stranger.text
    stranger.goes(f"/rad/{municipality.named['council_id']}/", status=404)
    stranger.goes(on_list, status=404)


def test_nothing_is_sent_before_a_point_is_carried(comes, on_list):
    secretary, member = comes(Role.COUNCIL_SECRETARY), comes(Role.COUNCIL_MEMBER)
    secretary.goes(f"{on_list}?lang=en")
    secretary.sends(to="/send", status=422)
    assert "There is nothing to send yet" in secretary.text
    member.goes(on_list)
    member.sends(to="/stemme", press="is_for=yes")
    secretary.goes(on_list)
    secretary.sends(to="/send")
    assert "The statement was sent on November 21, 2026" in secretary.text
    assert not secretary.page.xpath("//form[contains(@action, '/send')]")


def test_a_matter_is_put_on_the_list_with_a_warning_when_it_is_late(comes, municipality, database):
    secretary, named = comes(Role.COUNCIL_SECRETARY), municipality.named
    said = dict.fromkeys(("title", "about", "decided_by", "can_change", "fixed"), "Bibliotek")
    with database.writing() as db:
        planner = municipality.people[Role.PLANNER]
        matters.make(db, planner, **said, decision_on=TODAY + timedelta(days=5), today=TODAY)
    secretary.goes(f"/rad/{named['council_id']}/?lang=en")
    secretary.follows("/sett-opp/")
    assert "Late: only 5 days left" in secretary.text
    secretary.sends(plain_summary="", status=422)
    secretary.sends(plain_summary="Når skal det være åpent?")
    assert "Når skal det være åpent?" in secretary.text


def test_the_planner_answers_a_point_and_says_why(comes, municipality):
    planner, named = comes(Role.PLANNER), municipality.named
    planner.goes(f"/rad/uttalelse/{named['statement_id']}?lang=en")
    planner.follows(f"/punkt/{named['point_id']}/svar")
    planner.sends(answer="NOT_TAKEN_IN", why=" ", status=422)
    assert "Without the why it is no answer." in planner.text
    assert planner.page.xpath("//input[@name='answer'][@checked]/@value") == ["NOT_TAKEN_IN"]
    planner.sends(answer="NOT_TAKEN_IN", why="Det er ikke penger.")
    assert "Det er ikke penger." in planner.text


def test_a_point_is_answered_in_its_own_statement_and_after_it_is_sent(comes, municipality, on_list):
    planner, named = comes(Role.PLANNER), municipality.named
    planner.goes(f"{on_list}/punkt/{named['point_id']}/svar", status=404)
    planner.goes(f"{on_list}/punkt/{int(named['point_id']) + 1}/svar", status=410)


def test_the_secretary_gives_and_takes_seats(comes, person, municipality):
    secretary = comes(Role.COUNCIL_SECRETARY)
    ida = person(Role.COUNCIL_MEMBER, "Ida Ung")
    secretary.goes(f"/rad/{municipality.named['council_id']}/?lang=en")
    secretary.sends(to="/plass", status=422)
    assert "Choose who gets a seat." in secretary.text
    secretary.sends(to="/plass", account_id=ida.account_id)
    assert not secretary.page.xpath("//input[@name='account_id']"), "everybody sits"
    secretary.sends(to="/gar-ut")
    assert len(secretary.page.xpath("//input[@name='account_id']")) == 1


def test_only_the_secretary_makes_councils(comes):
    secretary = comes(Role.COUNCIL_SECRETARY)
    secretary.goes("/rad/nytt?lang=en")
    secretary.sends(name="", status=422)
    secretary.sends(name="Barnas kommunestyre")
    assert "Nobody has a seat yet." in secretary.text
    comes(Role.PLANNER).goes("/rad/nytt", status=404)
