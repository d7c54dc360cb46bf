"""Free text: marks what may tell who a child is, for a person to decide on. It never decides itself."""

from participation.disclosure.free_text.kinds import (
    QUESTIONS,
    Decision,
    Kind,
    LocalLists,
    Mark,
    Question,
    Strength,
    Word,
)
from participation.disclosure.free_text.marking import marks
from participation.disclosure.free_text.numbers import holds_date, holds_identity_number
from participation.disclosure.free_text.replacing import replaced

__all__ = [
    "QUESTIONS",
    "Decision",
    "Kind",
    "LocalLists",
    "Mark",
    "Question",
    "Strength",
    "Word",
    "holds_date",
    "holds_identity_number",
    "marks",
    "replaced",
]
