"""The coordinator's door to a child's own code: shown once, renewed, taken back."""

import pytest

from participation.access import Role
from tests.journeys.reader import Reader


@pytest.fixture
def kari(signed_in, municipality) -> Reader:
    found = Reader(signed_in(municipality.people[Role.COORDINATOR]))
    found.goes(f"/saker/{municipality.named['case_id']}/?lang=en")
    found.follows("/egen-kode")
    return found


def test_the_code_is_on_the_sheet_and_never_shown_again(kari, municipality):
    kari.sends(to="/lag", language="nb")
    [code] = kari.all_of("words")
    kari.goes(f"/saker/{municipality.named['case_id']}/egen-kode/")
    assert code not in kari.text
    [sheet] = [form for form in kari.page.forms if form.action.endswith("/lag")]
    assert sheet is not None


def test_a_renewed_code_opens_and_the_old_one_does_not(kari, app, municipality):
    kari.sends(to="/lag", language="nb")
    [code] = kari.all_of("words")
    Reader(app.test_client()).goes(f"/min-side/{code}/")
    Reader(app.test_client()).goes(f"/min-side/{municipality.named['my_page.code']}/", status=404)


def test_a_code_taken_back_opens_nothing(kari, app, municipality):
    kari.sends(to="/ta-tilbake")
    assert "Give the child its own code" in kari.text
    Reader(app.test_client()).goes(f"/min-side/{municipality.named['my_page.code']}/", status=404)


def test_the_sheet_tells_no_name_and_no_reference_and_says_that_nobody_reads_at_night(kari):
    kari.sends(to="/lag", language="en")
    [sheet] = [section.text_content() for section in kari.page.find_class("claim")]
    assert "2026/114" not in sheet
    assert "Nobody reads at night." in sheet


@pytest.mark.parametrize("tongue", ["se", "uk", "ar", "pl", "so"])
def test_the_sheet_is_all_in_the_language_that_was_chosen(kari, tongue):
    kari.sends(to="/lag", language=tongue)
    [sheet] = [section.text_content() for section in kari.page.find_class("claim")]
    assert not any(word in sheet for word in ("your", "You", "code", "koden"))


def test_without_a_language_no_code_is_made(kari, app, municipality):
    kari.sends(to="/lag", language="nb")
    form = {"csrf_token": kari.page.xpath("//input[@name='csrf_token']")[0].get("value"), "language": "xx"}
    answer = kari.client.post(f"/saker/{municipality.named['case_id']}/egen-kode/lag", data=form)
    assert answer.status_code == 422
