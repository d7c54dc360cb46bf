"""Only if: the rules for when a page is shown, as sentences that a child can follow on paper."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from babel.lists import format_list
from flask_babel import get_locale
from flask_babel import gettext as _

from participation.surveys.definition import Survey
from participation.surveys.questions import Scale
from participation.surveys.reach import asks
from participation.surveys.rules import Asked, Chose, Combined, Rule
from participation.web.forms.questions import Words
from participation.web.paper.kinds import n_text

Sentence = Callable[..., str]

ONLY_IF: Mapping[str, Sentence] = {
    "answered": lambda **told: _("Only if you answered question %(n)s.", **told),
    "not_answered": lambda **told: _("Only if you did not answer question %(n)s.", **told),
    "chose": lambda **told: _("Only if you answered %(answers)s to question %(n)s.", **told),
    "chose_only": lambda **told: _(
        "Only if you answered %(answers)s and nothing else to question %(n)s.", **told
    ),
    "chose_not": lambda **told: _("Only if you did not answer %(answers)s to question %(n)s.", **told),
}
THIS: Mapping[str, Sentence] = {
    "answered": lambda **told: _("You answered question %(n)s.", **told),
    "not_answered": lambda **told: _("You did not answer question %(n)s.", **told),
    "chose": lambda **told: _("You answered %(answers)s to question %(n)s.", **told),
    "chose_only": lambda **told: _("You answered %(answers)s and nothing else to question %(n)s.", **told),
    "chose_not": lambda **told: _("You did not answer %(answers)s to question %(n)s.", **told),
}
CHOSE = {"any_of": "chose", "all_of": "chose", "equals": "chose_only", "none_of": "chose_not"}
JOINED: Mapping[str, Literal["or", "standard"]] = {
    "any_of": "or",
    "all_of": "standard",
    "equals": "standard",
    "none_of": "or",
}


@dataclass(frozen=True)
class Reader:
    """Reads rules out in the words and numbers of one sheet."""

    labels: Mapping[str, Words]
    numbers: Mapping[str, str]
    many: frozenset[str]
    """Where several can be ticked, so that one of them may be ticked and others not."""

    def told(self, rule: Rule | None) -> tuple[str, ...]:
        """The sentences that stand above the question; none where it is for everybody."""
        if rule is None:
            return ()
        return self._combined(rule) if isinstance(rule, Combined) else (self._said(rule, ONLY_IF),)

    def _combined(self, rule: Combined) -> tuple[str, ...]:
        first = {
            "all": _("Only if all of this fits you:"),
            "any": _("Only if one of these fits you:"),
            "not": _("Only if none of this fits you:"),
        }[rule.operator]
        points: list[str] = []
        for one in rule.rules:
            points += self._combined(one) if isinstance(one, Combined) else (f"– {self._said(one, THIS)}",)
        return (first, *points)

    def _said(self, rule: Asked | Chose, sentences: Mapping[str, Sentence]) -> str:
        n = self.numbers.get(rule.question, "")
        if isinstance(rule, Asked):
            return sentences[rule.operator](n=n)
        kind = CHOSE[rule.operator]
        if kind == "chose_only" and rule.question not in self.many:
            kind = "chose"
        labels = self.labels[rule.question]
        said = [_("“%(answer)s”", answer=labels[value]) for value in rule.values]
        return sentences[kind](n=n, answers=format_list(said, JOINED[rule.operator], locale=get_locale()))


def reader_of(survey: Survey, labels: Mapping[str, Words]) -> Reader:
    asked = [page.id for page in survey.pages if asks(page) and page.question.kept]
    numbers = {name: n_text(n) for n, name in enumerate(asked, 1)}
    return Reader(labels, numbers, frozenset(one.id for one in survey.questions if one.scale is Scale.MANY))
