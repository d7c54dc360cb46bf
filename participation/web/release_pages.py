"""Release pages: how every number would be told and why, in words, before anybody has seen one."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flask_babel import gettext

from participation.community import releases
from participation.community.releases import Origin, Proposal
from participation.disclosure.gate import Number
from participation.disclosure.groups import Group
from participation.surveys.definition import Survey
from participation.web import figures, words
from participation.web.current import Session
from participation.web.language import date_text

STATES = ("exact", "band", "interval", "hidden")


@dataclass(frozen=True)
class Pattern:
    """One table: for each answer and group how the number is told."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Overview:
    """Everything that would be told, in figures and in words."""

    states: tuple[tuple[str, int], ...]
    too_small: int
    """How many numbers are about a group that is too small to be told of."""
    attack: tuple[tuple[str, str], ...]
    patterns: tuple[Pattern, ...]


def overview(proposal: Proposal, survey: Survey, language: str) -> Overview:
    return Overview(
        states_of(Counter(number.state for number in proposal.numbers)),
        sum(number.is_too_small for number in proposal.numbers),
        _attack(proposal),
        tuple(_patterns(proposal.numbers, survey, language)),
    )


def states_of(found: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple((str(words.STATES[state]), found.get(state, 0)) for state in STATES)


def origin_facts(origin: Origin) -> tuple[tuple[str, str], ...]:
    """Where a table stands in the ledger, and what was tried against it."""
    return (
        (gettext("Release number"), f"{origin.release}, {date_text(origin.released_on)}"),
        (gettext("No number is about fewer than"), str(origin.least)),
        (gettext("Numbers the attacker had"), str(origin.numbers)),
        (gettext("Promises broken"), "0"),
        (gettext("Hash of this entry"), origin.hash),
        (gettext("Hash of the entry before"), origin.before or "–"),
        (gettext("Hash of the secret certificate"), origin.certificate),
    )


def proof_text(db: Session, consultation_id: int) -> str:
    """The ledger of what was told as JSON; nothing in it is secret."""
    ledger = releases.ledger_of(db, consultation_id)
    told = {"consultation": consultation_id, "hash": ledger.hash, "ledger": ledger.to_plain()}
    return json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def groups_text(survey: Survey, by: Iterable[str], language: str) -> str:
    """What is compared, in words."""
    names = [survey.wording(language, "standard", name)["text"] for name in by]
    return " · ".join(names) or str(gettext("Nothing: all are counted together"))


def _attack(proposal: Proposal) -> tuple[tuple[str, str], ...]:
    reports = [entry.report for entry in proposal.ledger.entries]
    return (
        (gettext("Numbers the attacker had"), str(sum(report.rows for report in reports))),
        (gettext("Promises broken"), str(sum(len(report.broken) for report in reports))),
        (gettext("Children whose answer became certain"), str(sum(r.certain_children for r in reports))),
    )


def _patterns(numbers: Iterable[Number], survey: Survey, language: str) -> Iterable[Pattern]:
    tables: dict[tuple[str, str | None], dict[str, dict[Group, Number]]] = {}
    for one in numbers:
        rows = tables.setdefault((one.question, one.option), {})
        rows.setdefault(one.category, {})[one.group] = one
    for (question, option), rows in tables.items():
        groups = tuple(dict.fromkeys(group for row in rows.values() for group in row))
        named = figures.category_names(survey, question, option, tuple(rows), language)
        yield Pattern(
            figures.title_of(survey, question, option, language),
            (gettext("Answer"), *(_group_name(survey, group, groups, language) for group in groups)),
            tuple(
                (named[category], *(_told(row[group]) for group in groups)) for category, row in rows.items()
            ),
        )


def _group_name(survey: Survey, group: Group, beside: Iterable[Group], language: str) -> str:
    """Those who did not tell are named with what they did not tell, where more than one thing is compared."""
    name = figures.group_name(survey, group, language)
    if group.by is None or group.value or len({one.by for one in beside if one.by}) < 2:
        return name
    return f"{name}: {survey.wording(language, 'standard', group.by)['text']}"


def _told(number: Number) -> str:
    state = str(words.STATES[number.state])
    return f"{state}. {gettext('The group is too small')}." if number.is_too_small else state


def one_must_be_left() -> str:
    return str(gettext("Leave one answer out: where all are sensitive, none can be told."))
