"""Consultations: a promise declared once, codes shown once, and nothing seen before closing."""

import re

import pytest

from participation.access import Role
from participation.community import answers, consultations
from participation.disclosure.published import FLOOR
from participation.rights.ladder import AIMS
from participation.surveys.questions import Answer, Status
from participation.web import words
from tests.conftest import TODAY
from tests.journeys.reader import Reader
from tests.municipality import _answer, _open, summed_up

DECLARED = {
    "rung": "5",
    "read_by": "Planleggeren",
    "closes_on": "2026-12-20",
    "answer_on": "2027-01-19",
}
CLOSED = "/medvirkning/1"
"""The municipality's first consultation; fourteen children have answered."""


@pytest.fixture
def comes(signed_in, municipality):
    return lambda role: Reader(signed_in(municipality.people[role]))


@pytest.fixture
def planner(comes) -> Reader:
    return comes(Role.PLANNER)


@pytest.fixture
def running(municipality) -> str:
    return f"/medvirkning/{municipality.named['consultation_id']}"


@pytest.fixture
def fresh(app, database, municipality, surveys):
    """A new consultation that so many children answer, each with a code of its own."""

    def opened(n: int) -> str:
        planner = municipality.people[Role.PLANNER]
        with database.writing() as db:
            new = _open(db, planner, municipality.named["matter_id"], surveys["our-place"], TODAY)
            for child in range(n):
                _answer(db, planner, new.id, child, TODAY)
        return f"/medvirkning/{new.id}"

    return opened


@pytest.fixture
def asking(planner, municipality) -> Reader:
    planner.goes(f"/medvirkning/ny/{municipality.named['matter_id']}?lang=en")
    planner.follows("survey=our-place")
    return planner


def test_questions_for_one_named_child_are_not_offered(planner, municipality):
    address = f"/medvirkning/ny/{municipality.named['matter_id']}"
    planner.goes(f"{address}?lang=en")
    assert "Our place" in planner.text
    assert "My plan" not in planner.text
    planner.goes(f"{address}?survey=my-plan")
    assert not planner.page.xpath("//input[@name='rung']"), "the choice comes first"


def test_the_questions_can_be_read_before_they_are_chosen(planner, municipality, surveys):
    planner.goes(f"/medvirkning/ny/{municipality.named['matter_id']}?lang=en")
    survey = surveys["our-place"]
    asked = [survey.wording("en", "standard", q.id)["text"] for q in survey.questions if q.kept]
    lists = [[li.text_content() for li in ol.iter("li")] for ol in planner.page.xpath("//details/ol")]
    assert asked in lists
    planner.follows("survey=our-place")
    assert [li.text_content() for li in planner.page.xpath("//details/ol/li")] == asked


def test_every_rung_is_shown_with_its_promise_in_childrens_words(asking):
    for rung in AIMS:
        assert str(words.RUNG_PROMISES[rung]) in asking.text
    assert len(asking.page.xpath("//input[@name='rung']")) == len(AIMS)


def test_only_what_can_be_compared_is_offered(asking, surveys):
    offered = set(asking.page.xpath("//input[@name='breakdowns']/@value"))
    assert offered == set(consultations.may_break_down(surveys["our-place"]))
    assert "It cannot be changed once it is open" in asking.text


def test_what_is_declared_is_shown_as_it_will_stay(asking):
    asking.sends(**DECLARED, breakdowns=["age_group"])
    assert "It is open." in asking.text
    assert "How old are you?" in asking.text
    assert "You are asked, and you are told what happened." in asking.text
    assert not asking.page.xpath("//a[contains(@href, 'rediger')]")


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"breakdowns": ["age_group", "area", "outdoors"]}, "Choose at most two."),
        ({"closes_on": "2026-11-20"}, "This day has passed already."),
        ({"answer_on": "2026-12-20"}, "Choose a day after the last day to answer."),
        ({"read_by": " "}, "Fill in this field."),
    ],
)
def test_a_promise_that_cannot_be_kept_is_explained(asking, changed, told):
    asking.sends(**DECLARED | changed, status=422)
    assert told in asking.text
    assert asking.page.xpath("//input[@name='rung'][@checked]/@value") == ["5"], "what was chosen is kept"


def test_codes_are_printed_with_a_square_and_shown_once(planner, running, client):
    planner.goes(f"{running}/koder?lang=en")
    page = planner.page
    planner.sends(kind="single", n="3")
    codes = planner.all_of("code")
    assert len(set(codes)) == len(planner.page.xpath("//*[local-name()='svg'][@class='qr']")) == 3
    for code in codes:
        assert client.get(f"/svar/{code}/").status_code == 200
    planner.page, planner.address = page, f"{running}/koder"
    planner.sends(kind="single", n="3")
    assert planner.address == "/sendt"


def test_a_class_code_tells_how_often_it_can_be_used(planner, running):
    planner.goes(f"{running}/koder?lang=en")
    planner.sends(kind="class", n="25")
    assert len(planner.all_of("code")) == 1
    assert "The code can be used 25 times." in planner.text


def test_codes_that_were_lost_are_taken_back_after_a_word_of_warning(planner, running, client):
    planner.goes(f"{running}/koder?lang=en")
    planner.sends(kind="single", n="3")
    [code, *_] = planner.all_of("code")
    planner.goes(f"{running}/")
    planner.follows("/koder/ta-tilbake")
    assert "Every code that is not used stops working at once" in planner.text
    planner.sends(to="/ta-tilbake")
    assert "It is removed." in planner.text
    assert "InvitedFewer than five" in planner.text
    assert client.get(f"/svar/{code}/").status_code == 410


def test_where_no_code_is_left_there_is_nothing_to_take_back(planner, fresh, comes):
    address = fresh(6)
    planner.goes(f"{address}/?lang=en")
    assert "Invited6" in planner.text
    assert not planner.page.xpath("//a[contains(@href, 'ta-tilbake')]")
    planner.goes(f"{address}/koder/ta-tilbake", status=410)
    comes(Role.LEADER).goes(f"{address}/koder/ta-tilbake", status=404)


def test_who_sent_twice_and_saw_no_codes_is_told_what_to_do(planner, client):
    planner.goes("/sendt?lang=en")
    assert "take them back and make new ones" in planner.text
    assert "Nothing is lost." not in planner.text
    assert "take them back" not in client.get("/sendt?lang=en", follow_redirects=True).text


@pytest.mark.parametrize(
    ("n", "told"),
    [
        ("0", "Write a number from 1 to 500."),
        ("501", "Write a number from 1 to 500."),
        ("mange", "Write a whole number."),
        ("", "Fill in this field."),
    ],
)
def test_the_number_of_codes_is_checked(planner, running, n, told):
    planner.goes(f"{running}/koder?lang=en")
    planner.sends(kind="single", n=n, status=422)
    assert planner.all_of("error") == [told]


def test_while_children_answer_only_a_safe_number_is_seen(planner, fresh):
    planner.goes(f"{fresh(4)}/?lang=en")
    assert "Fewer than five have answered so far." in planner.text
    planner.goes(f"{fresh(5)}/")
    assert "5 children have answered." in planner.text
    assert "Nobody sees what they have answered" in planner.text


def test_nobody_closes_reads_or_answers_while_children_are_answering(planner, running):
    planner.goes(f"{running}/")
    assert not planner.page.xpath("//form[contains(@action, 'avslutt')]")
    token = planner.page.xpath("//input[@name='csrf_token']/@value")[0]
    assert planner.client.post(f"{running}/avslutt", data={"csrf_token": token}).status_code == 410
    planner.goes(f"{running}/egne-ord", status=410)
    planner.goes(f"{running}/svar", status=410)


def test_every_place_tells_alike_when_the_answers_are_read(asking, client, municipality):
    assert "Nobody sees any results before this day is over, or every code is used." in asking.text
    child = Reader(client)
    child.goes(f"/svar/{municipality.named['answers.code']}/?lang=en")
    assert "They read it after November 28, 2026, or sooner if everyone has answered." in child.text
    assert "Nobody reads anything before that" in child.text
    child.goes("/personvern")
    assert "Nobody sees any answer until everyone has answered or the last day is over." in child.text


def test_closing_says_what_happens_and_leads_to_the_release(planner, fresh, database):
    address = fresh(6)
    planner.goes("/medvirkning/?lang=en")
    assert "Ready to be closed" in planner.text
    planner.goes(f"{address}/")
    assert "The answers stay sealed." in planner.text
    planner.sends(to="/avslutt")
    assert planner.address.startswith("/frigivelse/")
    planner.goes(f"{address}/koder", status=410)
    with database.reading() as db:
        closed = db.get(consultations.Consultation, int(address.split("/")[-1]))
        assert answers.how_many(db, closed) == 6


def test_own_words_stand_under_their_question_with_a_warning(planner):
    planner.goes(f"{CLOSED}/egne-ord?lang=en")
    assert "What should the municipality do first?" in planner.text
    assert set(planner.all_of("voice")) == {
        "Sommerfuglen på brygga",
        *(f"Ord nummer {n}" for n in range(1, 14)),
    }
    assert "Do not copy it" in planner.text


@pytest.fixture
def wordy(database, municipality, surveys):
    """A closed consultation in which one child wrote something under each of these, the last first."""

    def closed(*asked: str) -> str:
        actor, survey = municipality.people[Role.PLANNER], surveys["our-place"]
        with database.writing() as db:
            new = _open(db, actor, municipality.named["matter_id"], survey, TODAY)
            wrote = {"mine": [(name, name) for name in reversed(asked)]}
            silent = {f"of child {n}": [("being_here", "good")] for n in range(FLOOR - 1)}
            for secret, given in {**wrote, **silent}.items():
                [code] = consultations.make_tickets(db, actor, new.id, 1, TODAY)
                for name, said in given:
                    answers.keep_page(
                        db, new, secret, survey.page(name), Answer(Status.ANSWERED, said), TODAY
                    )
                answers.send_in(db, consultations.ticket_behind(db, code, TODAY), secret, TODAY)
            summed_up(db, actor, new.id, TODAY)
        return f"/medvirkning/{new.id}"

    return closed


def test_questions_with_own_words_stand_as_they_were_asked(planner, wordy):
    asked = ["good_here", "missing_here", "first", "anything_else"]
    planner.goes(f"{wordy(*asked)}/egne-ord")
    assert planner.all_of("voice") == asked


def test_only_the_planner_reads_own_words(comes):
    leader = comes(Role.LEADER)
    leader.goes(f"{CLOSED}/")
    assert not leader.page.xpath("//a[contains(@href, 'egne-ord')]")
    leader.goes(f"{CLOSED}/egne-ord", status=404)


def test_the_children_are_answered_in_three_parts(planner):
    planner.goes(f"{CLOSED}/svar?lang=en")
    planner.sends(heard="Dere vil ha benker.", done="Fire benker.", status=422)
    assert "Dere vil ha benker." in planner.text
    planner.sends(heard="Dere vil ha benker.", done="Fire benker.", not_done="Ikke basseng.")
    assert re.search("Told on November 21, 2026.*Fire benker.", planner.text)


def test_a_day_that_does_not_fit_comes_back_with_what_was_written(planner, running):
    planner.goes(f"{running}/forleng?lang=en")
    planner.sends(closes_on="2027-06-30", status=422)
    assert "Choose a day after November 28, 2026 and before December 21, 2026." in planner.text
    assert "Give the children more time" in planner.text


def test_a_leader_opens_nothing(comes, municipality, running):
    leader = comes(Role.LEADER)
    leader.goes("/medvirkning/")
    leader.goes(f"{running}/")
    for closed in (
        f"/medvirkning/ny/{municipality.named['matter_id']}",
        f"{running}/koder",
        f"{CLOSED}/svar",
    ):
        leader.goes(closed, status=404)
