"""Questions whose options are picked: one, several, a pair, a few, faces, yes or no."""

from dataclasses import dataclass

from participation.surveys.questions.answers import NotAnAnswer, Value
from participation.surveys.questions.base import Marked, Offered, Question, Scale


@dataclass(frozen=True)
class Practice(Question):
    """A question to try the buttons on; what is answered is never stored."""

    options: tuple[str, ...]

    kind = "practice"
    scale = Scale.CATEGORIES
    counted = False
    kept = False

    @property
    def categories(self) -> tuple[str, ...]:
        return self.options


@dataclass(frozen=True)
class Choice(Offered):
    """One of a few options."""

    kind = "choice"
    scale = Scale.CATEGORIES


@dataclass(frozen=True)
class ThisOrThat(Offered):
    """One of two: reliable from about four years (docs/decisions/0021)."""

    kind = "this_or_that"
    scale = Scale.CATEGORIES


@dataclass(frozen=True)
class Choices(Offered):
    """As many of the options as fit, each counted by itself."""

    kind = "choices"
    scale = Scale.MANY

    def accept(self, value: Value) -> tuple[str, ...]:
        """The chosen options in the order of the survey, so that the order of tapping is forgotten."""
        chosen = self.among(value)
        return tuple(option for option in self.options if option in chosen)


@dataclass(frozen=True)
class Few(Choices):
    """The few that matter most: no more than `most` of the options."""

    most: int = 3

    kind = "few"
    spreads = True

    def accept(self, value: Value) -> tuple[str, ...]:
        chosen = super().accept(value)
        if len(chosen) > self.most:
            raise NotAnAnswer(f"{self.id}: more than {self.most} are chosen")
        return chosen


FACES = {
    3: ("bad", "mixed", "good"),
    5: ("very_bad", "bad", "mixed", "good", "very_good"),
}
"""As many steps down as up, so that it is as easy to say that something is bad."""


@dataclass(frozen=True)
class Faces(Marked):
    """Faces from bad to good, each with its word."""

    steps: int = 3

    kind = "faces"
    scale = Scale.ORDERED

    @property
    def categories(self) -> tuple[str, ...]:
        return FACES[self.steps]


@dataclass(frozen=True)
class YesNo(Marked):
    """Yes or no."""

    kind = "yes_no"
    scale = Scale.CATEGORIES

    @property
    def categories(self) -> tuple[str, ...]:
        return ("yes", "no")
