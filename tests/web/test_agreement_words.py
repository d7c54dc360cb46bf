"""Agreement in words: each way two coders can agree has a sentence of its own."""

import pytest

from participation.disclosure.themes import Agreement
from participation.web import agreement_words

SAID = {
    "3 texts more must be read twice": Agreement(40, 7, 1.0, 0),
    "Cannot be said: both always answered the same": Agreement(40, 10, None, 0),
    "They agree well": Agreement(40, 10, 0.7, 1),
    "They do not agree well enough": Agreement(40, 10, 0.69, 1),
    "They did not agree, and have settled every text": Agreement(40, 10, 0.69, 0),
}


@pytest.mark.parametrize("sentence", SAID)
def test_each_way_to_agree_has_its_sentence(app, sentence):
    with app.test_request_context("/?lang=en", headers={"Accept-Language": "en"}):
        assert agreement_words.in_words(SAID[sentence]) == sentence


def test_kappa_stands_with_two_decimals_and_a_dash_where_it_cannot_be_reckoned(app):
    with app.test_request_context("/", headers={"Accept-Language": "en"}):
        assert agreement_words.row("Lys", Agreement(40, 10, 2 / 3, 0))[1:3] == ("10 / 40", "0.67")
        assert agreement_words.row("Lys", Agreement(40, 10, None, 0))[2] == "–"
