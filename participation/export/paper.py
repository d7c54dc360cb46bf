"""Paper: the questions of a survey as sheets to print and write on, each copy with a code of its own."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from participation.export import typesetting
from participation.export.documents.as_pdf import printable_values
from participation.export.documents.blocks import direction


@dataclass(frozen=True)
class Option:
    """What can be ticked; the picture is an SVG without text, `number` its spot on a plan."""

    text: str
    picture: str = ""
    number: str = ""


@dataclass(frozen=True)
class Ticks:
    """One circle, or where several may be ticked one box, for each option; side by side if few and short."""

    options: tuple[Option, ...]
    several: bool = False
    beside: bool = False
    framed: bool = False


@dataclass(frozen=True)
class Ranks:
    """A box for a number before each option."""

    options: tuple[Option, ...]


@dataclass(frozen=True)
class Digits:
    """Boxes to write a number in."""

    boxes: int


@dataclass(frozen=True)
class Lines:
    """Lines to write on; with a frame to draw in above them."""

    lines: int
    frame: bool = False
    told: str = ""


@dataclass(frozen=True)
class Spots:
    """A picture with numbered spots, in hundredths from its start and top, and the same as a list."""

    picture: str
    alt: str
    spots: tuple[tuple[str, int, int], ...]
    options: tuple[Option, ...]


Form = Ticks | Ranks | Digits | Lines | Spots


@dataclass(frozen=True)
class Asked:
    """One question: its number, when it is for this child, and how it is answered on paper."""

    number: str
    text: str
    only_if: tuple[str, ...] = ()
    explain: str = ""
    hint: str = ""
    form: Form | None = None
    ways_past: tuple[str, ...] = ()


@dataclass(frozen=True)
class Told:
    """A heading, sentences, each in its language, and points."""

    heading: str
    sentences: tuple[tuple[str, str], ...] = ()
    points: tuple[str, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Slip:
    """What is cut off at the end and kept: `wish` stands beside the box for a card."""

    heading: str
    wish: str
    keep: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Code:
    """The code of one copy, and its address as a square."""

    code: str
    square: str


@dataclass(frozen=True)
class Paper:
    """All that stands on one copy, in one language and at one level."""

    title: str
    owner: str
    lead: str
    told: tuple[Told, ...]
    questions_heading: str
    questions: tuple[Asked, ...]
    help: Told
    slip: Slip | None
    code_heading: str
    code_told: str
    foot: str
    language: str
    is_large: bool = False


def pdf(paper: Paper, codes: Sequence[Code] = ()) -> bytes:
    """One copy for each code, or one to look at without any; PDF/UA-1 as our other documents."""
    plain: dict[str, Any] = asdict(paper) | {
        "direction": direction(paper.language),
        "questions": [_plain(asked) for asked in paper.questions],
        "told": [_turned(told) for told in paper.told],
        "help": _turned(paper.help),
        "codes": [*map(asdict, codes)] if codes else [None],
    }
    return typesetting.paper(printable_values(plain))


def _plain(asked: Asked) -> dict[str, Any]:
    form = {"kind": type(asked.form).__name__} | asdict(asked.form) if asked.form else None
    return asdict(asked) | {"form": form}


def _turned(told: Told) -> dict[str, Any]:
    return asdict(told) | {"sentences": [(text, code, direction(code)) for text, code in told.sentences]}
