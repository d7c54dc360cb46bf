"""On paper in a case: the child gets all the questions to write on, and types them in by its code."""

import re
import subprocess

import page
import pytest

from participation.access import Role
from participation.rights.occasions import Occasion
from tests.journeys.reader import Reader

CODE = re.compile(r"(?:[0-9A-Z]{3}-){3}[0-9A-Z]{3}")


@pytest.fixture
def kari(signed_in, municipality) -> Reader:
    reader = Reader(signed_in(municipality.people[Role.COORDINATOR]))
    reader.goes(f"/saker/{municipality.named['case_id']}/inviter?lang=nb")
    return reader


def printed_by(kari: Reader, **wishes: str) -> bytes:
    """The sheet with all the questions on it, as it comes back."""
    chosen = {"occasion": Occasion.INDIVIDUAL_PLAN.value, "survey": "my-plan", "language": "nb"} | wishes
    kari.sends(press="go=paper", **chosen)
    return kari.body


def text_of(pdf: bytes) -> str:
    read = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(read.stdout.decode().split())


def test_every_question_stands_on_it_and_its_code_opens_the_same_on_a_screen(kari, app, surveys):
    written = text_of(printed_by(kari))
    for question in surveys["my-plan"].questions:
        assert surveys["my-plan"].wording("nb", "standard", question.id)["text"] in written
    child = Reader(app.test_client())
    child.goes(f"/stemme/{CODE.search(written)[0]}/?lang=nb")
    assert surveys["my-plan"].title("nb") in child.text


def test_no_name_of_the_child_and_no_reference_stands_on_it(kari, municipality):
    assert "2026/" not in text_of(printed_by(kari))


@pytest.mark.parametrize(("language", "level"), [("ar", "pictures"), ("se", "simple"), ("nb", "youth")])
def test_it_is_tagged_in_any_language_and_words(kari, language, level):
    written = printed_by(kari, language=language, level=level)
    assert page.validate_pdf_bytes(written, profile=page.ValidationProfile.PDF_UA_1).failures == []


def test_without_a_choice_nothing_is_printed_and_nobody_is_invited(kari):
    kari.sends(press="go=paper", survey="who-should-help-me", occasion="individual_plan", status=422)
    assert kari.page.find_class("errors")


def test_who_wrote_on_paper_first_can_say_so(app, kari, surveys):
    child = Reader(app.test_client())
    child.goes(f"/stemme/{CODE.search(text_of(printed_by(kari)))[0]}/?lang=nb")
    child.sends(to="/begynn")
    child.follows("/sammen")
    child.sends(how=["from_paper"])
    child.follows("/sammen")
    assert 'value="from_paper" checked' in child.body.decode()
