"""What every kind of question has: what it accepts, what it is counted by, and the words it needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import Enum, auto
from typing import Any, ClassVar

from participation.surveys.questions.answers import NotAnAnswer, Value


class Scale(Enum):
    """How answers may be counted, whatever the question looked like."""

    NONE = auto()
    CATEGORIES = auto()
    ORDERED = auto()
    MANY = auto()
    WORDS = auto()


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
    leads: ClassVar[bool] = True
    """Whether a rule may look at which option was chosen."""
    spreads: ClassVar[bool] = False
    """Whether its options are looked at one by one, so that there may be a few more."""
    doors: ClassVar[tuple[str, ...]] = ("group", "case", "reply")
    """Where it may be asked."""

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
        return ("text", "explain", *self.worded)

    @property
    def worded(self) -> tuple[str, ...]:
        """The options that need words; numbers need none."""
        return self.categories

    def counts(self, value: Value) -> Value:
        """The category, or the categories, an answer is counted in."""
        return value

    def label(self, category: str, words: Mapping[str, str]) -> str:
        """What a category is called."""
        return words[category]

    def said(self, value: Value, words: Mapping[str, str]) -> str:
        """The answer as people read it."""
        values = (value,) if isinstance(value, str) else value
        return ", ".join(words[one] if one in self.worded else one for one in values)

    def strokes(self, value: Value) -> str:
        """What was drawn, where an answer may be drawn."""
        return ""

    def to_plain(self) -> dict[str, Any]:
        """As JSON can hold it."""
        settings = {one.name: getattr(self, one.name) for one in fields(self)}
        unsaid = [name for name in MARKS if not settings.get(name, True)]
        plain = {name: thawed(value) for name, value in settings.items() if name not in unsaid}
        return {"kind": self.kind, **plain}


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
class Offered(Marked):
    """Base of the kinds whose author names the options."""

    options: tuple[str, ...]

    @property
    def categories(self) -> tuple[str, ...]:
        return self.options

    def among(self, value: Value) -> tuple[str, ...]:
        """The options named, each once and in the order given, or raise NotAnAnswer."""
        named = tuple(dict.fromkeys((value,) if isinstance(value, str) else value))
        if not named or not set(named) <= set(self.options):
            raise NotAnAnswer(f"{self.id}: {value!r} is not among the options")
        return named


def frozen(value: Any) -> Any:
    """Out of TOML or JSON: lists become tuples."""
    if isinstance(value, dict):
        return {key: frozen(one) for key, one in value.items()}
    return tuple(map(frozen, value)) if isinstance(value, list) else value


def thawed(value: Any) -> Any:
    """As JSON can hold it: tuples become lists."""
    if isinstance(value, Mapping):
        return {key: thawed(one) for key, one in value.items()}
    return [thawed(one) for one in value] if isinstance(value, tuple) else value
