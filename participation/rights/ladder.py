"""The ladder of participation: Hart's eight rungs, and what each rung owes the children."""

from enum import IntEnum


class Rung(IntEnum):
    """How much say a process really gives; a higher rung promises more and is not always better."""

    MANIPULATION = 1
    DECORATION = 2
    TOKENISM = 3
    ASSIGNED = 4
    CONSULTED = 5
    ADULT_SHARED = 6
    CHILD_LED = 7
    CHILD_SHARED = 8

    @property
    def is_participation(self) -> bool:
        """Whether children have a real say; the lowest three rungs only look like it."""
        return self >= Rung.ASSIGNED

    @property
    def owes_an_answer(self) -> bool:
        """Whether the children are owed word of what came of it (General Comment 12, paragraph 45)."""
        return self.is_participation


AIMS: tuple[Rung, ...] = tuple(rung for rung in Rung if rung.is_participation)
"""The rungs a process may aim for; the others can only be found out afterwards."""
