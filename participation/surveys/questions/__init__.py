"""The kinds of question a survey may ask, and what counts as an answer.

A kind knows what its answers may be, which words it needs, and on which scale
the answers are counted. How it looks belongs to the web floor.
"""

from collections.abc import Mapping
from typing import Any

from participation.surveys.questions.answers import Answer, Answers, NotAnAnswer, Status, Value
from participation.surveys.questions.arranged import Number, Order, Place
from participation.surveys.questions.base import Marked, Offered, Question, Scale, frozen
from participation.surveys.questions.picked import (
    FACES,
    Choice,
    Choices,
    Faces,
    Few,
    Practice,
    ThisOrThat,
    YesNo,
)
from participation.surveys.questions.told import Drawing, Information, OwnWords

__all__ = [
    "FACES",
    "KINDS",
    "Answer",
    "Answers",
    "Choice",
    "Choices",
    "Drawing",
    "Faces",
    "Few",
    "Information",
    "Marked",
    "NotAnAnswer",
    "Number",
    "Offered",
    "Order",
    "OwnWords",
    "Place",
    "Practice",
    "Question",
    "Scale",
    "Status",
    "ThisOrThat",
    "Value",
    "YesNo",
    "from_plain",
]

KINDS: dict[str, type[Question]] = {
    kind.kind: kind
    for kind in (
        Information,
        Practice,
        Choice,
        ThisOrThat,
        Choices,
        Few,
        Faces,
        YesNo,
        Order,
        Number,
        Place,
        OwnWords,
        Drawing,
    )
}


def from_plain(plain: Mapping[str, Any]) -> Question:
    """The question again, out of TOML or JSON."""
    settings = {name: frozen(value) for name, value in plain.items() if name != "kind"}
    return KINDS[plain["kind"]](**settings)
