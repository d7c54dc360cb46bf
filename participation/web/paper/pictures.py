"""Pictures: the drawings of the pages, as a sheet of paper takes them."""

from base64 import b64encode
from collections.abc import Mapping
from functools import cache

from participation.config import ROOT
from participation.owner import symbols
from participation.owner.symbols import PNG, Symbol
from participation.surveys.definition import Page, Survey
from participation.web.current import Session

FOLDER = ROOT / "templates"
SVG = "http://www.w3.org/2000/svg"


def ours(page: Page) -> dict[str, str]:
    """The drawing of each option that has one."""
    found = {option: _drawn(f"pictures/{page.symbol(option)}.svg") for option in page.question.worded}
    return {option: svg for option, svg in found.items() if svg}


def beside(db: Session, survey: Survey, page: Page) -> Mapping[str, str]:
    """The same, with the service owner's own pictures where these stand."""
    named = {option: page.symbol(option) for option in page.question.worded}
    own = symbols.standing(db, survey.id, page.id, named)
    return ours(page) | {option: _own(symbols.symbol(db, digest)) for option, digest in own.items()}


def plan(name: str) -> str:
    return _drawn(f"plans/{name}.svg")


def _own(symbol: Symbol) -> str:
    if symbol.kind != PNG:
        return symbol.content.decode()
    png = b64encode(symbol.content).decode()
    shown = f'<image width="48" height="48" href="data:{PNG};base64,{png}"/>'
    return f'<svg xmlns="{SVG}" viewBox="0 0 48 48">{shown}</svg>'


@cache
def _drawn(path: str) -> str:
    """What stands in a page need not say that it is SVG; a picture by itself must."""
    file = FOLDER / path
    return file.read_text("utf-8").replace("<svg ", f'<svg xmlns="{SVG}" ', 1) if file.exists() else ""
