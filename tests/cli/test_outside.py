"""What strangers meet is found by following the open doors, not by a list that somebody must keep."""

import pytest

from participation.cli.outside import Outside
from participation.config import ROOT

HOUSE = {
    "participation/web/views/__init__.py": 'OPEN_TO_ALL = {"street", "static"}',
    "participation/web/views/street.py": """
from participation.web import words
from participation.web.forms.street import Form
from participation.web.views.office import secret
PAGE = "street/page.html"
BROKEN = f"errors/{1}.html"
""",
    "participation/web/views/office.py": 'PAGE = "office/page.html"',
    "participation/web/forms/street.py": "from participation.web import figures",
    "participation/web/forms/office.py": "",
    "participation/web/figures.py": "from participation.web import words\nwords.TOLD",
    "participation/web/context.py": "",
    "participation/web/own_sheets.py": 'SHEET = "own_codes/sheet.html"',
    "participation/web/words/noun.py": 'SHOWN = {\n1: "a"}\nTOLD: int = 1\nINSIDE = 2\n',
    "templates/street/page.html": '{% extends "layouts/out.html" %}{% include "parts/" ~ kind ~ ".html" %}',
    "templates/layouts/out.html": '{%- from "macros/field.html" import field -%}',
    "templates/macros/field.html": "{{ words.SHOWN[x] }}",
    "templates/parts/one.html": "",
    "templates/errors/404.html": "",
    "templates/office/page.html": "{{ words.INSIDE }}",
    "templates/own_codes/sheet.html": "",
}


@pytest.fixture
def outside(tmp_path):
    for name, text in HOUSE.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return Outside(tmp_path)


@pytest.mark.parametrize(
    ("file", "line", "is_met"),
    [
        ("participation/web/views/street.py", 1, True),
        ("participation/web/views/office.py", 1, False),
        ("participation/web/context.py", 1, True),
        ("participation/web/forms/street.py", 1, True),
        ("participation/web/forms/office.py", 1, False),
        ("participation/web/figures.py", 1, True),
        ("participation/web/words/noun.py", 2, True),
        ("participation/web/words/noun.py", 3, True),
        ("participation/web/words/noun.py", 4, False),
        ("templates/street/page.html", 1, True),
        ("templates/layouts/out.html", 1, True),
        ("templates/macros/field.html", 1, True),
        ("templates/parts/one.html", 1, True),
        ("templates/errors/404.html", 1, True),
        ("templates/office/page.html", 1, False),
        ("participation/web/own_sheets.py", 1, True),
        ("templates/own_codes/sheet.html", 1, True),
    ],
)
def test_a_sentence_is_met_outside_if_an_open_door_leads_to_it(outside, file, line, is_met):
    assert outside.holds(file, line) is is_met


def test_no_office_page_of_ours_is_met_outside():
    seen = Outside(ROOT).templates
    assert "templates/answers/page.html" in seen
    assert not {"templates/layouts/office.html", "templates/desk/show.html"} & seen


def test_whatever_is_made_in_a_language_that_somebody_chose_is_met_outside():
    ours = Outside(ROOT)
    web = {
        str(path.relative_to(ROOT)): path.read_text("utf-8")
        for path in (ROOT / "participation/web").rglob("*.py")
    }
    makers = [path for path, text in web.items() if "with speaking(" in text]
    assert makers
    assert all(ours.holds(path, 1) for path in makers)
    sheets = [f"templates/{room}/sheet.html" for room in ("cases", "own_codes", "meetings")]
    assert all(ours.holds(sheet, 1) for sheet in sheets)
