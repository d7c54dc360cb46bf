"""The kinds of question a survey may ask, and what counts as an answer.

A kind knows what its answers may be, which words it needs, and on which scale
the answers are counted. How it looks belongs to the web floor.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import Enum, StrEnum, auto
from typing import Any, ClassVar

Value = str | tuple[str, ...]
"""What was answered: an option, several options, or own words."""


class Status(StrEnum):
    """What became of a question; no question has to be answered, and why not is worth knowing."""

    ANSWERED = "answered"
    SKIPPED = "skipped"
    NOT_UNDERSTOOD = "not_understood"
    NOT_SHOWN = "not_shown"


@dataclass(frozen=True)
class Answer:
    """What became of one question: a value when it was answered, and only then."""

    status: Status
    value: Value | None = None

    def __post_init__(self) -> None:
        if (self.status is Status.ANSWERED) != (self.value is not None):
            raise ValueError(f"{self.status} does not go with the value {self.value!r}")

    def to_plain(self) -> dict[str, Any]:
        """As JSON can hold it."""
        if self.value is None:
            return {"status": self.status.value}
        value = self.value if isinstance(self.value, str) else list(self.value)
        return {"status": self.status.value, "value": value}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "Answer":
        """The same answer again, out of JSON."""
        value = plain.get("value")
        return cls(Status(plain["status"]), _frozen(value))


Answers = Mapping[str, Answer]
"""What became of the questions so far, by question id."""


class Scale(Enum):
    """How answers may be counted, whatever the question looked like."""

    NONE = auto()
    CATEGORIES = auto()
    ORDERED = auto()
    MANY = auto()
    WORDS = auto()


class NotAnAnswer(ValueError):
    """The given value is no possible answer to this question."""


MARKS = ("sensitive", "severe")
"""What an author may say of a question; unsaid, it is left out, so that a frozen survey keeps its digest."""


@dataclass(frozen=True)
class Question:
    """Base of every kind: an answer is one of the categories, unless the kind says otherwise."""

    id: str

    kind: ClassVar[str]
    scale: ClassVar[Scale]
    counted: ClassVar[bool] = True
    """Whether the answers become figures."""
    kept: ClassVar[bool] = True
    """Whether the answers are stored at all."""

    @property
    def telling(self) -> tuple[str, ...]:
        """The answers that no child may be tied to in what is published."""
        return ()

    @property
    def is_severe(self) -> bool:
        """Whether it asks about violence, abuse, self-harm or sexuality."""
        return False

    def accept(self, value: Value) -> Value:
        """Return the value as it is kept, or raise NotAnAnswer."""
        if not isinstance(value, str) or value not in self.categories:
            raise NotAnAnswer(f"{self.id}: {value!r} is not an option")
        return value

    @property
    def categories(self) -> tuple[str, ...]:
        """What answers are counted by; none where the answer is words."""
        return ()

    @property
    def wording_keys(self) -> tuple[str, ...]:
        """The words every language must have for this question."""
        return ("text", "explain", *self.categories)

    def to_plain(self) -> dict[str, Any]:
        """As JSON can hold it."""
        settings = {one.name: getattr(self, one.name) for one in fields(self)}
        plain = {name: list(value) if isinstance(value, tuple) else value for name, value in settings.items()}
        unsaid = [name for name in MARKS if not plain.get(name, True)]
        return {"kind": self.kind, **{name: value for name, value in plain.items() if name not in unsaid}}


@dataclass(frozen=True)
class Information(Question):
    """A page to read, with nothing to answer."""

    kind = "information"
    scale = Scale.NONE
    counted = False
    kept = False

    @property
    def wording_keys(self) -> tuple[str, ...]:
        return ("text",)


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
class Marked(Question):
    """Base of the kinds that become figures: `sensitive` names answers no child may be tied to."""

    sensitive: tuple[str, ...] = field(default=(), kw_only=True)
    severe: bool = field(default=False, kw_only=True)

    @property
    def telling(self) -> tuple[str, ...]:
        """As the author said; where nothing is said, the worst end of a scale."""
        worst = self.categories[:1] if self.scale is Scale.ORDERED else ()
        return self.sensitive or worst

    @property
    def is_severe(self) -> bool:
        return self.severe


@dataclass(frozen=True)
class Choice(Marked):
    """One of a few options."""

    options: tuple[str, ...]

    kind = "choice"
    scale = Scale.CATEGORIES

    @property
    def categories(self) -> tuple[str, ...]:
        return self.options


@dataclass(frozen=True)
class Choices(Marked):
    """As many of the options as fit, each counted by itself."""

    options: tuple[str, ...]

    kind = "choices"
    scale = Scale.MANY

    def accept(self, value: Value) -> tuple[str, ...]:
        """The chosen options in the order of the survey, so that the order of tapping is forgotten."""
        chosen = {value} if isinstance(value, str) else set(value)
        if not chosen or not chosen <= set(self.options):
            raise NotAnAnswer(f"{self.id}: {value!r} is not among the options")
        return tuple(option for option in self.options if option in chosen)

    @property
    def categories(self) -> tuple[str, ...]:
        return self.options


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


@dataclass(frozen=True)
class OwnWords(Question):
    """The child's own words."""

    longest: int = 1000

    kind = "own_words"
    scale = Scale.WORDS
    counted = False

    def accept(self, value: Value) -> str:
        """The words as written, without what no keyboard means to send."""
        if not isinstance(value, str):
            raise NotAnAnswer(f"{self.id}: not a text")
        words = _as_written(value)
        if not words or len(words) > self.longest:
            raise NotAnAnswer(f"{self.id}: empty, or longer than {self.longest} signs")
        return words


def _as_written(text: str) -> str:
    """One way of writing each line break and letter; no signs that a database or a page cannot hold."""
    lines = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = (sign for sign in lines if sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs"))
    return "".join(kept).strip()


KINDS: dict[str, type[Question]] = {
    kind.kind: kind for kind in (Information, Practice, Choice, Choices, Faces, YesNo, OwnWords)
}


def from_plain(plain: Mapping[str, Any]) -> Question:
    """The question again, out of TOML or JSON."""
    settings = {name: _frozen(value) for name, value in plain.items() if name != "kind"}
    return KINDS[plain["kind"]](**settings)


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
