"""Quotations: a child's very words, where every rule is kept and the child says yes; else of many in one."""

from participation.community.quotations.approving import Asked, answer, asked_about
from participation.community.quotations.printing import Ready, ToldQuotation, publish, ready, told
from participation.community.quotations.proposing import (
    ReleasedWords,
    Wording,
    check,
    drop,
    forget,
    lacking_of,
    places_of,
    propose,
    quotation_of,
    quotations_on,
    released_to,
    reword,
    to_check,
    words_of,
)
from participation.community.quotations.records import EVERYBODY, Quotation

__all__ = [
    "EVERYBODY",
    "Asked",
    "Quotation",
    "Ready",
    "ReleasedWords",
    "ToldQuotation",
    "Wording",
    "answer",
    "asked_about",
    "check",
    "drop",
    "forget",
    "lacking_of",
    "places_of",
    "propose",
    "publish",
    "quotation_of",
    "quotations_on",
    "ready",
    "released_to",
    "reword",
    "to_check",
    "told",
    "words_of",
]
