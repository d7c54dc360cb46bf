"""The few ways the house says no.

Refusal
├── NotFound        there is no such thing, or not for this person
├── NotAllowed      the person's role does not carry this act
├── Closed          too early, too late, or already done
├── Incomplete      something the act needs is missing
└── WouldDisclose   the act would tell on a child
"""


class Refusal(Exception):
    """Base of every refusal; the web turns each into a page in plain words."""


class NotFound(Refusal):
    pass


class NotAllowed(Refusal):
    pass


class Closed(Refusal):
    pass


class Incomplete(Refusal):
    """Something the act needs is missing; `missing` names it."""

    def __init__(self, *missing: str) -> None:
        super().__init__(", ".join(missing))
        self.missing = missing


class WouldDisclose(Refusal):
    pass


class Unreachable(Exception):
    """No refusal: the database does not answer just now, and nothing of what was asked is kept."""
