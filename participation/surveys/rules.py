"""Rules for when a page is shown: nine fixed operators, nothing to evaluate.

A rule is written as a small table with the operator as its only key:
`{ any_of = { question = "being_here", values = ["bad", "mixed"] } }`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from participation.surveys.questions import Answers, Status

ASKED: Mapping[str, Callable[[bool], bool]] = {
    "answered": lambda answered: answered,
    "not_answered": lambda answered: not answered,
}

CHOSE: Mapping[str, Callable[[frozenset[str], frozenset[str]], bool]] = {
    "equals": lambda chosen, values: chosen == values,
    "any_of": lambda chosen, values: bool(chosen & values),
    "all_of": lambda chosen, values: values <= chosen,
    "none_of": lambda chosen, values: not chosen & values,
}

COMBINED: Mapping[str, Callable[[list[bool]], bool]] = {
    "all": all,
    "any": any,
    "not": lambda holding: not any(holding),
}


@dataclass(frozen=True)
class Asked:
    """Whether a question was answered: `answered`, `not_answered`."""

    operator: str
    question: str

    def holds(self, answers: Answers) -> bool:
        answer = answers.get(self.question)
        return ASKED[self.operator](answer is not None and answer.status is Status.ANSWERED)

    @property
    def questions(self) -> tuple[str, ...]:
        return (self.question,)

    @property
    def named(self) -> tuple[tuple[str, str], ...]:
        return ()

    def to_plain(self) -> dict[str, Any]:
        return {self.operator: self.question}


@dataclass(frozen=True)
class Chose:
    """Which options were chosen: `equals`, `any_of`, `all_of`, `none_of`.

    A question without an answer counts as nothing chosen, so only `none_of` holds for it.
    """

    operator: str
    question: str
    values: tuple[str, ...]

    def holds(self, answers: Answers) -> bool:
        answer = answers.get(self.question)
        value = answer.value if answer else None
        chosen = frozenset([value] if isinstance(value, str) else value or ())
        return CHOSE[self.operator](chosen, frozenset(self.values))

    @property
    def questions(self) -> tuple[str, ...]:
        return (self.question,)

    @property
    def named(self) -> tuple[tuple[str, str], ...]:
        return tuple((self.question, value) for value in self.values)

    def to_plain(self) -> dict[str, Any]:
        if self.operator == "equals":
            return {"equals": {"question": self.question, "value": self.values[0]}}
        return {self.operator: {"question": self.question, "values": list(self.values)}}


@dataclass(frozen=True)
class Combined:
    """Rules taken together: `all`, `any`, `not`."""

    operator: str
    rules: tuple["Rule", ...]

    def holds(self, answers: Answers) -> bool:
        return COMBINED[self.operator]([rule.holds(answers) for rule in self.rules])

    @property
    def questions(self) -> tuple[str, ...]:
        """The ids of every question the rules look at."""
        return tuple(dict.fromkeys(question for rule in self.rules for question in rule.questions))

    @property
    def named(self) -> tuple[tuple[str, str], ...]:
        """Every option the rules name, beside its question."""
        return tuple(pair for rule in self.rules for pair in rule.named)

    def to_plain(self) -> dict[str, Any]:
        if self.operator == "not":
            return {"not": self.rules[0].to_plain()}
        return {self.operator: [rule.to_plain() for rule in self.rules]}


Rule = Asked | Chose | Combined
OPERATORS = (*ASKED, *CHOSE, *COMBINED)


def from_plain(plain: Mapping[str, Any]) -> Rule:
    """The rule again, out of TOML or JSON."""
    ((operator, about),) = plain.items()
    if operator in ASKED:
        return Asked(operator, about)
    if operator in CHOSE:
        values = [about["value"]] if operator == "equals" else about["values"]
        return Chose(operator, about["question"], tuple(values))
    if operator in COMBINED:
        return Combined(operator, tuple(from_plain(rule) for rule in _listed(about)))
    raise ValueError(f"no operator is called {operator!r}")


def _listed(about: Any) -> list[Any]:
    return about if isinstance(about, list) else [about]
