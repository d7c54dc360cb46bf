"""Every word stands under the language it is in, so that a screen reader speaks it as it is."""

import pytest

from participation.web.language import OFFERED_OUTSIDE
from tests.web.scripts import WRITTEN_IN, misplaced, out_of_order

pytestmark = pytest.mark.xdist_group("desk")


def found_in(pages: dict[str, str], complaint) -> str:
    """What is wrong, page by page, one on each line."""
    return "\n".join(f"{name}: {found}" for name, page in pages.items() for found in complaint(page))


def test_no_word_that_a_child_meets_goes_round_the_translations(met_in_pseudo):
    found = found_in(met_in_pseudo, misplaced)
    assert not found, found


def test_no_number_is_read_backwards_from_right_to_left(met_in_pseudo):
    found = found_in(met_in_pseudo, out_of_order)
    assert not found, found


@pytest.mark.parametrize("language", [code for code in OFFERED_OUTSIDE if code in {"nb", *WRITTEN_IN}])
def test_every_page_is_in_the_letters_of_its_language(met, language):
    found = found_in(met(language, "standard"), lambda page: misplaced(page, most=0.5))
    assert not found, found


@pytest.mark.parametrize(
    "inside",
    [
        '<p lang="nb">Lekeplass</p>',
        "<p><bdi>Lyngvær</bdi> 12</p>",
        '<p lang="">bål</p>',
        "<p>\u2068Lyngvær\u2069</p>",
        '<p translate="no">CSV</p>',
        "<textarea>bål</textarea>",
    ],
)
def test_a_word_with_a_language_or_a_place_of_its_own_is_no_mistake(inside):
    assert misplaced(f'<html lang="ar"><body>ا{inside}</body></html>') == []


@pytest.mark.parametrize(
    "inside",
    [
        "<p>Hei</p>",
        '<p aria-label="Hei"></p>',
        '<img alt="Hei">',
        '<p lang="nb">ا</p>',
        "<p><b>ا</b> Hei</p>",
        '<button value="x">Hei</button>',
    ],
)
def test_a_word_under_the_wrong_language_is_found(inside):
    assert len(misplaced(f'<html lang="ar"><body>{inside}</body></html>')) == 1


def test_a_number_that_would_be_turned_round_is_found():
    assert out_of_order('<html lang="ar" dir="rtl"><body><p>ا 116 111</p></body></html>') == ["ا 116 111"]
    assert out_of_order('<html lang="ar" dir="rtl"><body><bdi dir="ltr">116 111</bdi></body></html>') == []
