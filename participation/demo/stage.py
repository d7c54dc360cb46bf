"""Stage: where the journeys are played, who plays them, and what is left when they are over."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from participation.access import Role
from participation.demo.browser import Browser
from participation.demo.pages import Page


class StepFailed(Exception):
    """A step of a journey was not accepted; nothing after it has been tried."""


@dataclass
class Stage:
    home: str
    into: Path
    today: date
    tell: Callable[[str], object]
    children: int
    staff: dict[Role, list[Browser]] = field(default_factory=dict)
    steps: int = 0
    kept: list[str] = field(default_factory=list)

    def the(self, role: Role) -> Browser:
        """The browser of the first person in this role."""
        return self.staff[role][0]

    def stranger(self) -> Browser:
        """Somebody who has no account, in a browser of their own."""
        return Browser(self.home)

    @contextmanager
    def step(self, what: str) -> Iterator[None]:
        """One step; a line when it was accepted, and the end of the play when it was not."""
        try:
            yield
        except Exception as failure:
            raise StepFailed(f"{what}: {failure}") from failure
        self.steps += 1
        self.tell(f"  ok  {what}")

    def keep(self, page: Page, name: str, *, begins: bytes) -> None:
        """Leave a document behind, if it is what it says it is."""
        if not page.body.lstrip().startswith(begins):
            raise ValueError(f"{page.address} is no {name.rpartition('.')[2].upper()}")
        (self.into / name).write_bytes(page.body)
        self.kept.append(name)


PDF, ZIP, HTML, SVG, JSON, CSV = b"%PDF-", b"PK", b"<!doctype html", b"<", b"{", b"\xef\xbb\xbf"
"""How each kind of document begins."""
