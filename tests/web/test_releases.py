"""The release desk: confirmed, worked out before one's eyes, shown without a number, and then released."""

import json
from datetime import timedelta

import pytest

from participation.access import Role
from participation.community import answers, consultations, releases
from participation.disclosure.engine.ledger import ReleaseLedger
from tests.conftest import TODAY
from tests.journeys.reader import Reader
from tests.municipality import _answered, _open


@pytest.fixture
def planner(signed_in, municipality) -> Reader:
    return Reader(signed_in(municipality.people[Role.PLANNER]))


@pytest.fixture
def closed(database, municipality, surveys):
    """A round that so many children have answered, closed; its address at the desk."""

    def made(n: int = 14) -> str:
        actor = municipality.people[Role.PLANNER]
        with database.writing() as db:
            opened = _open(db, actor, municipality.named["matter_id"], surveys["our-place"], TODAY)
            _answered(db, actor, opened.id, n, TODAY)
            consultations.close(db, actor, opened.id, opened.closes_on + timedelta(days=1))
            return f"/frigivelse/{opened.id}"

    return made


def worked_out(planner: Reader, address: str, **chosen) -> None:
    planner.goes(f"{address}/velg?lang=en")
    planner.sends(**chosen)
    planner.sends(to="/regn-ut")
    planner.goes(f"{address}/?lang=en")


def test_first_it_is_confirmed_what_is_to_be_told(planner, closed):
    planner.goes(f"{closed()}/?lang=en")
    assert planner.address.endswith("/velg")
    assert "Sensitive already: Unsafe." in planner.text
    assert "Nobody has seen any of them." in planner.text


def test_where_every_answer_is_sensitive_it_says_so_beside_the_question(planner, closed):
    planner.goes(f"{closed()}/velg?lang=en")
    planner.sends(telling_outdoors=["safe", "mixed", "dont_know"], status=422)
    assert "Leave one answer out" in planner.text


def test_the_page_grows_while_it_is_worked_out(planner, closed):
    address = closed()
    planner.goes(f"{address}/velg?lang=en")
    planner.sends()
    assert "0 of 7 steps are done." in planner.text
    planner.sends(to="/regn-ut")
    assert "Step 1 of 7 is done" in planner.text
    assert "Step 7 of 7 is done" in planner.text


def test_before_the_release_nobody_sees_a_number_that_children_gave(planner, closed):
    worked_out(planner, closed())
    assert "Promises broken0" in planner.text
    cells = {cell.text_content().strip() for cell in planner.page.xpath("//td")}
    assert cells
    assert not any(sign.isdigit() for cell in cells for sign in cell)


def test_the_page_names_no_hidden_number_as_small(planner, closed):
    """That a group is small is said; nothing else is, not even how often."""
    worked_out(planner, closed(24))
    cells = {cell.text_content().strip() for cell in planner.page.xpath("//td")}
    states = {"As a number", "Only that they are few", "Between two numbers", "Not shown"}
    assert {cell.removesuffix(". The group is too small.") for cell in cells} <= states
    assert "is said to nobody, not to you either" in planner.text


def test_what_was_worked_out_anew_is_looked_at_anew(planner, closed):
    address = closed()
    worked_out(planner, address)
    seen = planner.page.xpath("//input[@name='seen']/@value")[0]
    token = planner.page.xpath("//input[@name='csrf_token']/@value")[0]
    assert len(seen) == 64
    worked_out(planner, address)
    sent = planner.client.post(f"{address}/frigi", data={"csrf_token": token, "seen": seen})
    assert sent.status_code == 410
    planner.sends(to="/frigi")
    assert planner.address.startswith("/oppsummering/")


def test_a_mark_that_was_worked_out_with_is_named_and_not_offered_again(planner, closed):
    address = closed()
    worked_out(planner, address, telling_outdoors=["mixed"], severe=["outdoors"])
    planner.goes(f"{address}/velg?lang=en")
    assert "Sensitive already: In between, Unsafe." in planner.text
    assert not planner.page.xpath("//input[@name='telling_outdoors'][@value='mixed']")
    assert not planner.page.xpath("//input[@name='severe'][@value='outdoors']")


def test_groups_that_are_told_of_already_are_named(planner, closed):
    address = closed(24)
    worked_out(planner, address)
    planner.sends(to="/frigi", keeps_sheets="y")
    planner.goes(f"{address}/velg?lang=en")
    assert not planner.page.xpath("//input[@name='breakdowns']")
    planner.sends()
    planner.sends(to="/regn-ut")
    planner.goes(f"{address}/?lang=en")
    planner.sends(to="/frigi")
    assert planner.address.startswith("/oppsummering/")


def test_what_fewer_groups_would_gain_is_told_in_counts_alone(planner, closed):
    address = closed(24)
    worked_out(planner, address)
    planner.follows("/grovere")
    assert "As it stands now" in planner.text
    assert "Compared: Nothing: all are counted together" in planner.text
    assert not planner.page.xpath("//td")


def test_the_release_destroys_the_sheets_and_begins_the_summary(planner, closed, database):
    address = closed()
    worked_out(planner, address)
    planner.sends(to="/frigi")
    assert planner.address.startswith("/oppsummering/")
    assert "14 children answered." in planner.text
    with database.reading() as db:
        assert answers.how_many(db, db.get(consultations.Consultation, int(address.split("/")[-1]))) == 0
    planner.goes(f"{address}/regn-ut", status=405)
    planner.goes(f"{address}/velg", status=410)


def test_the_certificate_can_be_kept_and_its_hashes_worked_out_again(planner, closed):
    address = closed()
    worked_out(planner, address)
    planner.sends(to="/frigi")
    planner.goes(f"{address}/?lang=en")
    assert "What was released" in planner.text
    kept = json.loads(planner.client.get(f"{address}/bevis.json").text)
    assert ReleaseLedger.from_plain(kept["ledger"]).hash == kept["hash"]
    assert all(entry["report"]["broken"] == [] for entry in kept["ledger"])


def test_nothing_is_released_before_all_is_worked_out(planner, closed):
    address = closed()
    planner.goes(f"{address}/velg?lang=en")
    planner.sends()
    token = planner.page.xpath("//input[@name='csrf_token']/@value")[0]
    assert planner.client.post(f"{address}/frigi", data={"csrf_token": token}).status_code == 422


def test_sheets_may_wait_for_one_more_breakdown_and_are_then_destroyed(planner, closed, database):
    address = closed(24)
    worked_out(planner, address, breakdowns=False)
    planner.sends(to="/frigi", keeps_sheets="y")
    worked_out(planner, address, breakdowns=True)
    planner.sends(to="/frigi")
    consultation_id = int(address.split("/")[-1])
    with database.reading() as db:
        told = releases.releases_of(db, consultation_id)
        assert [one.breakdowns for one in told] == [[], ["age_group"]]
        assert releases.ledger_of(db, consultation_id).is_whole
    planner.goes(f"{address}/velg", status=410)


def test_a_leader_sees_what_was_released_and_releases_nothing(signed_in, municipality, closed):
    leader = Reader(signed_in(municipality.people[Role.LEADER]))
    leader.goes(f"{closed()}/", status=404)
    leader.goes("/frigivelse/1/?lang=en")
    assert "Release 1" in leader.text


def test_a_group_smaller_than_ten_is_refused_beside_the_field(planner, closed):
    planner.goes(f"{closed(24)}/velg?lang=en")
    planner.sends(least=5, status=422)
    assert "Write a number from 10 to 100." in planner.text
    planner.sends(least=30)
    assert "Too few children answered for any number to be told." in planner.text
