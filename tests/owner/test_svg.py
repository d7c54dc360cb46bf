"""A drawing from outside comes in with its shapes and colours, and with nothing else."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.owner.svg import DEEPEST, HEAVIEST, redrawn
from participation.owner.unfit import NotAPicture, Unfit
from tests.owner.pictures import DRAWING, REDRAWN, svg

XHTML = '<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>'
BOMB = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
HOSTILE = {
    "script": svg("<script>alert(1)</script>"),
    "script in a group": svg("<g><g><script/></g></g>"),
    "a page inside": svg(f'<foreignObject width="9" height="9">{XHTML}</foreignObject>'),
    "on load": svg(attributes='onload="alert(1)"'),
    "on click": svg('<path d="M0 0" ONCLICK="alert(1)"/>'),
    "on load with a prefix": svg(attributes='xlink:onload="alert(1)"'),
    "picture from elsewhere": svg('<image href="https://evil.example/a.png"/>'),
    "picture in the file": svg('<image xlink:href="data:image/png;base64,AAAA"/>'),
    "link": svg('<a href="javascript:alert(1)"><path d="M0 0"/></a>'),
    "link on a shape": svg('<path xlink:href="https://evil.example/" d="M0 0"/>'),
    "drawing used from elsewhere": svg('<use href="https://evil.example/a.svg#b"/>'),
    "drawing used again and again": svg('<g id="a"><use href="#a"/></g>'),
    "style sheet": svg("<style>@import url(https://evil.example/a.css);</style>"),
    "style from elsewhere": svg('<path style="fill:url(https://evil.example/a.svg#b)" d="M0 0"/>'),
    "colour from elsewhere": svg('<path fill="url(//evil.example/a.svg#b)" d="M0 0"/>'),
    "colour from elsewhere, after one from here": svg('<path fill="url(#a) url(b)" d="M0 0"/>'),
    "movement": svg('<set attributeName="href" to="javascript:alert(1)"/>'),
    "movement along": svg('<animate attributeName="x" from="0" to="9"/>'),
    "filter": svg('<filter id="a"><feImage href="https://evil.example/"/></filter>'),
    "words": svg("<text>Hei</text>"),
    "entity bomb": svg("&l8;", before=f'<!DOCTYPE svg [<!ENTITY l0 "lol">{BOMB}]>'),
    "file of the house": svg("&a;", before='<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
    "style sheet named at the top": svg("", before='<!DOCTYPE svg SYSTEM "https://evil.example/a.dtd">'),
}
BROKEN = {
    "signs nobody knows": svg("", before='<?xml version="1.0" encoding="klingon"?>'),
    "signs of several bytes": svg("", before='<?xml version="1.0" encoding="utf-7"?>'),
    "empty": b"",
    "cut off": DRAWING[:-20],
    "no drawing": b"<html><body><svg/></body></html>",
    "no size": b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
    "too deep": svg("<g>" * DEEPEST + "</g>" * DEEPEST),
    "unknown entity": svg("&nbsp;"),
    "attribute twice": svg('<path d="M0 0" d="M1 1"/>'),
}


def test_a_drawing_keeps_shapes_and_colours_and_loses_what_its_program_kept():
    assert redrawn(DRAWING) == REDRAWN


def test_what_is_redrawn_once_stays_as_it_is():
    assert redrawn(REDRAWN) == REDRAWN


@pytest.mark.parametrize("drawing", HOSTILE.values(), ids=HOSTILE)
def test_a_drawing_that_holds_more_than_shapes_is_refused(drawing):
    with pytest.raises(NotAPicture) as refused:
        redrawn(drawing)
    assert refused.value.why is Unfit.MORE_THAN_SHAPES


@pytest.mark.parametrize("drawing", BROKEN.values(), ids=BROKEN)
def test_a_drawing_that_cannot_be_read_is_refused(drawing):
    with pytest.raises(NotAPicture) as refused:
        redrawn(drawing)
    assert refused.value.why is Unfit.BROKEN


def test_a_drawing_that_is_too_heavy_is_not_even_read():
    with pytest.raises(NotAPicture) as refused:
        redrawn(svg("<script/>" + " " * HEAVIEST))
    assert refused.value.why is Unfit.TOO_HEAVY


def test_what_is_foreign_or_strange_is_left_out():
    strange = "<path data-a='1' id='a&quot;b' fill='&lt;b&gt;' d='M0 0' style='stroke:\\75 rl(b);opacity:1'/>"
    drawing = redrawn(svg(f"{XHTML}<?php echo 1 ?><![CDATA[<script/>]]>{strange}"))
    assert b'<path d="M0 0" opacity="1"></path>' in drawing
    assert not [sign for sign in (b"script", b"php", b"data-a", b"75", b"&") if sign in drawing]


@given(st.text(), st.text())
def test_whatever_stands_in_an_attribute_never_gets_out_of_it(fill, style):
    """The drawing is well-formed, and every value is one that we know."""
    root = ElementTree.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 9 9"})
    ElementTree.SubElement(root, "path", {"d": "M0 0h9", "fill": fill, "style": f"stroke:{style}"})
    try:
        again = ElementTree.fromstring(redrawn(ElementTree.tostring(root)))
    except NotAPicture:
        return
    (path,) = again
    assert set(path.attrib) <= {"d", "fill", "stroke"} | {"opacity", *path.attrib.keys() & {"color"}}
    assert not [value for value in path.attrib.values() if set(value) & set("<>&\"';:\\/")]
