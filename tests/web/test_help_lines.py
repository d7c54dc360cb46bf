"""Help lines on the children's pages: what staff change is what children see, in their language."""

import pytest
from sqlalchemy import event

from participation.access import Role
from participation.errors import Unreachable
from participation.owner.help_lines import KeptLine
from participation.rights.help_lines import HELP_LINES
from tests.conftest import TODAY
from tests.journeys.reader import Reader

OWN = {
    "name": "Helsestasjonen",
    "number": "55 00 11 22",
    "web": "https://lyngvaer.example/ung/",
    "hours": "weekdays",
    "opens": "08:00",
    "closes": "15:00",
    "about_nb": "Helsesykepleieren hører på deg.",
    "about_nn": "Helsesjukepleiaren høyrer på deg.",
    "about_en": "The school nurse listens to you.",
}


@pytest.fixture
def planner(signed_in, municipality) -> Reader:
    reader = Reader(signed_in(municipality.people[Role.PLANNER]))
    reader.goes("/barnas-sider/hjelp/?lang=en")
    return reader


@pytest.fixture
def child(app) -> Reader:
    return Reader(app.test_client())


def adds(planner, **more) -> None:
    planner.goes("/barnas-sider/hjelp/ny")
    planner.sends(**{**OWN, **more})


def test_an_own_line_is_shown_to_children_in_their_language(planner, child):
    adds(planner)
    child.goes("/?lang=nn")
    shown = child.all_of("help")[0]
    for told in (
        "Helsestasjonen 55 00 11 22",
        OWN["about_nn"],
        "På kvardagar frå 08:00 til 15:00",
        "lyngvaer.example/ung",
    ):
        assert told in shown, told
    assert OWN["about_nb"] not in shown


@pytest.mark.parametrize(
    "where", ["/", "/hjelp", "/svar/{answers.code}/", "/stemme/{voices.code}/", "/kontakt/"]
)
def test_it_stands_on_every_page_that_children_meet(planner, child, municipality, where):
    adds(planner)
    for name in ("answers.code", "voices.code"):
        where = where.replace("{" + name + "}", str(municipality.named[name]))
    child.goes(where)
    assert "Helsestasjonen" in child.text


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"number": "ring oss"}, "A number is made of digits."),
        ({"web": "javascript:alert(1)"}, "A web address looks like this: 116111.no."),
        ({"opens": "åtte"}, "Write the time like this: 08:00."),
        ({"about_nn": ""}, "Fill in this field."),
        ({"name": " "}, "Write the name."),
    ],
)
def test_what_is_mistyped_is_sent_back_as_it_was(planner, wrong, error):
    planner.goes("/barnas-sider/hjelp/ny")
    planner.sends(**{**OWN, **wrong}, status=422)
    assert error in planner.text
    assert OWN["about_en"] in planner.text


def test_an_own_line_is_changed_and_removed(planner, child):
    adds(planner, hours="always", opens="", closes="")
    planner.follows("/endre")
    planner.sends(number="55 00 11 33")
    child.goes("/?lang=en")
    assert "55 00 11 33" in child.text
    planner.follows("/endre")
    planner.sends("/fjern")
    child.goes("/?lang=en")
    assert "Helsestasjonen" not in child.text


def test_a_line_is_moved_hidden_and_put_right(planner, child):
    planner.sends("/kirkens/flytt", press="go=up")
    planner.sends("/mental/skjul")
    planner.goes("/barnas-sider/hjelp/kors/nummer")
    planner.sends(number="800 44 321")
    child.goes("/?lang=en")
    shown = child.all_of("help")[0]
    assert shown.index("Kirkens SOS") < shown.index("Legevakt")
    assert "Mental Helse" not in shown
    assert "800 44 321" in shown


def test_the_emergency_numbers_have_no_button_that_hides_them(planner):
    forms = {form.get("action") for form in planner.page.forms}
    assert "/barnas-sider/hjelp/kors/skjul" in forms
    for key in ("alarm", "medical", "police"):
        assert f"/barnas-sider/hjelp/{key}/skjul" not in forms
        planner.goes(f"/barnas-sider/hjelp/{key}/nummer", status=404)


@pytest.mark.parametrize("role", [Role.PLANNER, Role.ADMINISTRATOR], ids=lambda role: role.name)
def test_what_nobody_has_checked_waits_on_the_desk_and_children_see_it_still(
    app, signed_in, municipality, child, role
):
    app.config["TODAY"] = TODAY.replace(year=TODAY.year + 1).isoformat()
    reader = Reader(signed_in(municipality.people[role]))
    reader.goes("/kontor/?lang=en")
    assert f"{len(HELP_LINES)} numbers have not been checked for 100 days." in reader.text
    reader.goes("/barnas-sider/hjelp/")
    reader.sends("/alarm/sjekket")
    assert len(reader.all_of("late")) == len(HELP_LINES) - 1
    child.goes("/?lang=en")
    assert all(line.number in child.text for line in HELP_LINES)


def test_when_the_database_is_away_the_national_lines_still_stand(app, child, monkeypatch):
    def away(*_given, **_more):
        raise Unreachable("away")

    monkeypatch.setattr(app.extensions["database"], "reading", away)
    child.goes("/oppsummeringer", status=503)
    assert all(line.number in child.text for line in HELP_LINES)


def test_a_page_asks_for_the_lines_once(app, child, database):
    with database.writing() as db:
        db.add(KeptLine(key="kors", place=1, is_hidden=True))
    asked = []
    event.listen(database.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    child.goes("/hjelp")
    assert sum("help_lines" in one for one in asked) == 1
