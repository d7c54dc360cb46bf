"""Structure of a survey: holds survey.toml against the schema, and its pages against good sense."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from participation.surveys import reach
from participation.surveys.complaints import Complaint, Weight
from participation.surveys.definition import PICTURES, Survey, words_of
from participation.surveys.questions import Few, Number, Question, Scale
from participation.surveys.symbols import SYMBOLS

REMEDIES = {
    "required": "Add what is missing: {message}.",
    "type": "Write {value}.",
    "enum": "Choose one of {value}.",
    "const": "Write {value}.",
    "minimum": "Write {value} or more.",
    "maximum": "Write {value} or less.",
    "minItems": "Give at least {value}.",
    "uniqueItems": "Name each only once.",
    "minProperties": "Name one operator.",
    "maxProperties": "Keep one operator; combine several with all or any.",
    "additionalProperties": "Remove or rename it: {message}.",
}

TYPES = {
    "string": "a text in quotes",
    "integer": "a whole number",
    "array": "a list in [ ]",
    "object": "a table in { }",
}

MOST_OPTIONS = 6
MOST_OPTIONS_SIMPLE = 4
MORE_CARDS = 2
"""So many more where options are looked at one by one: put in order, picked out, found on a picture."""
MANY_QUESTIONS = 15


@cache
def _schema() -> Draft202012Validator:
    return Draft202012Validator(json.loads(Path(__file__).with_name("schema.json").read_text("utf-8")))


def misshapen(written: Mapping[str, Any], file: str) -> list[Complaint]:
    """Where survey.toml does not have the shape of one."""
    errors = sorted(_schema().iter_errors(written), key=_position)
    return [Complaint(file, _key(error, written), _remedy(error)) for error in errors]


def _position(error: ValidationError) -> list[str]:
    """The tenth page after the second."""
    return [f"{step:>3}" for step in error.absolute_path]


def _key(error: ValidationError, written: Mapping[str, Any]) -> str:
    """Where in the file, with the id of the page where it has one."""
    where = [str(step) for step in error.absolute_path]
    if len(where) > 1 and where[0] == "page":
        page = written["page"][int(where[1])]
        where[:2] = [str(page.get("id", f"page {int(where[1]) + 1}")) if isinstance(page, dict) else "page"]
    return ".".join(where) or "survey"


def _remedy(error: ValidationError) -> str:
    """The schema's own advice where it gives one."""
    value = error.validator_value
    for place in (value, error.schema):
        if isinstance(place, dict) and "description" in place:
            return str(place["description"])
    return REMEDIES[str(error.validator)].format(message=error.message, value=TYPES.get(str(value), value))


def senseless(survey: Survey, file: str) -> list[Complaint]:
    """What no schema can see: ids used twice, rules that look at nothing, pages nobody meets."""
    rules = (_twice, _blind, _crowded, _untellable, _misplaced, _miscounted, _misdrawn)
    wrong = [one for rule in rules for one in rule(survey)] or [*_unmet(survey)]
    broken = [Complaint(file, key, remedy) for key, remedy in wrong]
    return [*broken, *_long(survey, file), *_undrawn(survey, file)]


Wrong = Iterator[tuple[str, str]]
"""Keys, each with its remedy."""


def _twice(survey: Survey) -> Wrong:
    for page, times in Counter(page.id for page in survey.pages).items():
        if times > 1:
            yield page, "Give each page an id of its own."


def _blind(survey: Survey) -> Wrong:
    """Rules that look at a later page, at one whose answers are not kept, or at no option of it."""
    earlier: dict[str, Question] = {}
    for page in survey.pages:
        rule = page.show_if
        for question in rule.questions if rule else ():
            if question not in earlier:
                yield f"{page.id}.show_if", f"Look only at earlier pages; {question!r} is none."
            elif not earlier[question].kept:
                yield f"{page.id}.show_if", f"Look at another page; no answer to {question!r} is ever kept."
        for question, option in rule.named if rule else ():
            if question in earlier and not earlier[question].leads:
                yield (
                    f"{page.id}.show_if",
                    f"Look at another page; how {question!r} is answered leads nowhere.",
                )
            elif question in earlier and option not in earlier[question].categories:
                yield f"{page.id}.show_if", f"Name an option of {question!r}; {option!r} is none."
        earlier[page.id] = page.question


def _crowded(survey: Survey) -> Wrong:
    is_simple = "simple" in map(words_of, survey.levels)
    most = MOST_OPTIONS_SIMPLE if is_simple else MOST_OPTIONS
    for page in survey.pages:
        if len(page.question.worded) > most + (MORE_CARDS if page.question.spreads else 0):
            yield (
                f"{page.id}.options",
                f"Give at most {most} options at the levels {', '.join(survey.levels)}.",
            )


def _untellable(survey: Survey) -> Wrong:
    """Sensitive answers that are no answers, or that leave no other one."""
    for page in survey.pages:
        telling, possible = set(page.question.telling), set(page.question.categories)
        if unknown := sorted(telling - possible):
            yield f"{page.id}.sensitive", f"Name an option; {unknown[0]!r} is none."
        elif telling and telling == possible and page.question.scale is not Scale.MANY:
            yield (
                f"{page.id}.sensitive",
                "Leave one answer out; if all are sensitive, none can be told.",
            )


def _misplaced(survey: Survey) -> Wrong:
    """Kinds that this door may not ask."""
    for page in survey.pages:
        if survey.door not in page.question.doors:
            doors = " or ".join(page.question.doors)
            yield f"{page.id}.kind", f"Ask it only at the door {doors}; a drawing can be recognised."


def _miscounted(survey: Survey) -> Wrong:
    """Numbers whose bands leave some out, and a few that is not fewer than all."""
    for page in survey.pages:
        match page.question:
            case Number(least=least, most=most, bands=bands):
                if list(bands) != sorted(bands) or bands[0] != least or bands[-1] > most:
                    yield f"{page.id}.bands", "Begin with the least, rise, and stay below the most."
            case Few(options=options, most=few) if few >= len(options):
                yield f"{page.id}.most", "Let fewer be chosen than there are options."


def _misdrawn(survey: Survey) -> Wrong:
    """Symbols for what is no option, and names that no symbol bears."""
    for page in survey.pages:
        for option, name in page.symbols.items():
            if option not in page.question.worded:
                yield f"{page.id}.symbols.{option}", f"Name an option; {option!r} is none."
            elif name not in SYMBOLS:
                yield f"{page.id}.symbols.{option}", f"Choose one of {', '.join(SYMBOLS)}."


def _undrawn(survey: Survey, file: str) -> Iterator[Complaint]:
    """Options that stand without a picture where a child chose pictures."""
    for page in survey.pages if PICTURES in survey.levels else ():
        for option in page.question.worded:
            if page.symbol(option) not in SYMBOLS:
                remedy = f"Give {option!r} a symbol; with pictures it stands without one."
                yield Complaint(file, f"{page.id}.symbols", remedy, Weight.WARNING)


def _unmet(survey: Survey) -> Wrong:
    for page in reach.unreachable(survey):
        yield f"{page.id}.show_if", "Mend the rule; no way of answering leads here."


def _long(survey: Survey, file: str) -> Iterator[Complaint]:
    asking = sum(map(reach.asks, survey.pages))
    if asking > MANY_QUESTIONS:
        remedy = f"Ask fewer questions; {asking} tire a child, {MANY_QUESTIONS} are many."
        yield Complaint(file, "page", remedy, Weight.WARNING)
