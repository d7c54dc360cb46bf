"""Words for people are there in every language that is offered."""

import re

import pytest
from click.testing import CliRunner

from participation.cli import main
from participation.config import ROOT
from participation.surveys.reading import read_surveys
from participation.web.language import KNOWN, OFFERED, OFFERED_OUTSIDE

LETTERS = re.compile(r">\s*[A-Za-z][^<>{}]*[A-Za-z.?!]\s*<")


def test_every_offered_language_has_every_word():
    checked = CliRunner().invoke(main, ["translations", "check"])
    assert checked.exit_code == 0, checked.output


def test_every_language_offered_is_known_and_bokmal_and_nynorsk_are_equal():
    assert set(OFFERED) <= set(KNOWN)
    assert {"nb", "nn"} <= set(OFFERED)


def test_every_language_offered_outside_has_a_catalogue_of_all_that_is_met_there():
    """The check above holds each catalogue there is against what strangers meet."""
    drafted = {path.parts[-3] for path in (ROOT / "translations").glob("*/LC_MESSAGES/messages.po")}
    assert set(OFFERED) <= set(OFFERED_OUTSIDE) <= drafted | {"en"}
    assert set(OFFERED_OUTSIDE) <= set(KNOWN)


@pytest.mark.parametrize("survey", read_surveys(ROOT / "surveys").values(), ids=lambda survey: survey.id)
def test_our_own_surveys_are_offered_in_every_language(survey):
    assert set(OFFERED) <= set(survey.languages)


@pytest.mark.parametrize("path", sorted((ROOT / "templates").rglob("*.html")), ids=lambda path: path.name)
def test_no_word_on_a_page_goes_round_the_translations(path):
    without_code = re.sub(r"\{[{%#].*?[}%#]\}", "", path.read_text("utf-8"), flags=re.DOTALL)
    assert LETTERS.findall(without_code) == []
