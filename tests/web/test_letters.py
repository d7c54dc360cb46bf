"""Clear letters: whoever has just learnt to read may pick them, and nobody else fetches anything for it."""

import sys
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner
from fontTools.ttLib import TTFont

from participation.cli.letters import ALPHABETS, WEIGHTS, letters
from participation.web.language import OFFERED_OUTSIDE
from tests.journeys import steps
from tests.journeys.reader import Reader

FONTS = Path(sys.prefix) / "npm" / "node_modules" / "@fontsource" / "andika" / "files"
ALPHABETS_OF = {
    "nb": "abcdefghijklmnopqrstuvwxyzæøåéèêóòâôü",
    "nn": "abcdefghijklmnopqrstuvwxyzæøåéèêóòâôü",
    "en": "abcdefghijklmnopqrstuvwxyzéï",
    "se": "aábcčdđefghijklmnŋoprsštŧuvzž",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’",
    "pl": "aąbcćdeęfghijklłmnńoóprsśtuwyzźż",
    "so": "abcdefghijklmnoqrstuwxy’",
    "sma": "aæäbdefghijklmnoøöprstuvyåï",
    "smj": "aábdeæåfghijklmnŋńoprstuvä",
}
SIGNS = " 0123456789.,:;!?«»“”‘’–—…()/%+−✓".replace("✓", "")
ELSEWHERE = {"ar"}
"""Languages of other letters: there the device's own stand."""
MOST = 25_000


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    assert FONTS.exists(), "the font is missing: `make test` fetches it"
    into = tmp_path_factory.mktemp("letters")
    done = CliRunner().invoke(letters, [str(FONTS), "--into", str(into)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return into


@pytest.fixture
def child(app, municipality) -> Reader:
    reader = Reader(app.test_client())
    reader.goes(f"/svar/{municipality.named['answers.code']}/?lang=nb")
    return reader


def fonts(made: Path, weight: int) -> dict[str, TTFont]:
    return {alphabet: TTFont(made / f"{alphabet}-{weight}.woff") for alphabet in ALPHABETS}


def test_every_language_that_is_offered_has_its_alphabet_here_or_its_own_elsewhere():
    assert set(OFFERED_OUTSIDE) <= set(ALPHABETS_OF) | ELSEWHERE


@pytest.mark.parametrize("weight", WEIGHTS)
@pytest.mark.parametrize("language", ALPHABETS_OF)
def test_no_letter_of_a_language_is_missing(made, language, weight):
    has = {chr(sign) for font in fonts(made, weight).values() for sign in font.getBestCmap()}
    letters = ALPHABETS_OF[language]
    assert {*letters, *letters.upper(), *SIGNS} - has == set()


@pytest.mark.parametrize("weight", WEIGHTS)
@pytest.mark.parametrize("further", ["northern", "cyrillic"])
def test_a_page_in_any_language_fetches_little_of_each_weight(made, weight, further):
    files = [made / f"{alphabet}-{weight}.woff" for alphabet in ("latin", further)]
    assert sum(file.stat().st_size for file in files) <= MOST


@pytest.mark.parametrize("weight", WEIGHTS)
def test_what_is_cut_bears_its_own_name_and_says_whose_it_is(made, weight):
    for font in fonts(made, weight).values():
        names = {record.nameID: str(record) for record in font["name"].names}
        assert names[1] == "Clear Letters"
        assert "SIL International" in names[0]
        assert "SIL Open Font License" in names[13]
        assert not [place for place in (1, 3, 4, 6) if "Andika" in names.get(place, "")]


def test_the_page_shows_its_words_while_the_letters_are_on_their_way(made):
    sheet = (made / "letters.css").read_text("utf-8")
    assert sheet.count("@font-face") == sheet.count("font-display:swap") == len(ALPHABETS) * len(WEIGHTS)
    assert "http" not in sheet


def test_a_child_picks_clear_letters_on_the_first_page_and_keeps_them(child):
    assert child.page.xpath("/html/@class") == ["child"]
    child.follows("?letters=clear")
    assert child.page.xpath("/html/@class") == ["child clear"]
    (chosen,) = child.page.xpath("//nav[@id='letters']//a[@aria-current]")
    assert chosen.text_content() == "Tydelige bokstaver"
    steps.begins(child)
    assert child.page.xpath("/html/@class") == ["child clear"]
    assert child.client.get_cookie("letters").value == "clear"


def test_who_did_not_pick_them_fetches_nothing_for_them(child):
    assert "letters.css" not in str(child.page.xpath("//link/@href"))


@pytest.mark.parametrize("leaves", ["/ut", "usual"])
def test_the_choice_is_forgotten_when_the_child_leaves_or_unpicks_it(child, leaves):
    child.follows("?letters=clear")
    child.client.get(leaves) if leaves == "/ut" else child.follows("?letters=usual")
    kept = child.client.get_cookie("letters")
    assert kept is None or kept.value == "usual"


def test_no_other_letters_can_be_picked_by_address(child):
    child.goes(f"{child.address.split('?')[0]}?letters=tiny")
    assert child.client.get_cookie("letters") is None


def test_a_folder_without_the_font_is_told_in_one_line(tmp_path):
    run = partial(CliRunner().invoke, letters)
    done = run([str(tmp_path), "--into", str(tmp_path / "made")])
    assert (done.exit_code, done.output.count("\n")) == (1, 1)
    assert "no font of weight 400" in done.output
