"""Told themes: each goes through the engine and its ledger, with a number or in a list without numbers."""

import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from participation.disclosure.engine.atoms import Atoms, NameableGroup, Respondent, count_respondents
from participation.disclosure.engine.atoms import nameable_groups as groups_of
from participation.disclosure.engine.cells import Cell, Exact, Hidden, Interval, Publication, Shown, ShownCell
from participation.disclosure.engine.certificate import TRUTH, Certificate, Witness
from participation.disclosure.engine.ledger import ReleaseLedger
from participation.disclosure.engine.protect import protect
from participation.disclosure.engine.rules import DisclosureRules
from participation.disclosure.engine.targets import Target, targets
from participation.disclosure.themes import (
    MENTIONED,
    NOT_MENTIONED,
    Coded,
    agreement,
    may_be_listed,
    mentioned_by,
    rules_for,
    theme_worlds,
)
from participation.errors import WouldDisclose

CATEGORIES = (MENTIONED, NOT_MENTIONED)


@dataclass(frozen=True)
class Theme:
    """A code as it is counted: one yes/no question. `is_severe`: violence, abuse, self-harm, sexuality."""

    code: str
    is_severe: bool = False
    k: int = DisclosureRules.k

    @property
    def rules(self) -> DisclosureRules:
        return rules_for(severe=self.is_severe, k=self.k)


@dataclass(frozen=True)
class ThemeNumber:
    """So many of those who wrote a text to this question mentioned the theme."""

    question: str
    code: str
    number: int
    of: int


@dataclass(frozen=True)
class ToldThemes:
    """What may be told: numbers, and codes of the list "also mentioned"; with proofs and the ledger."""

    numbers: tuple[ThemeNumber, ...] = ()
    also: tuple[str, ...] = ()
    publications: tuple[Publication, ...] = ()
    certificates: tuple[Mapping[str, Any], ...] = ()
    ledger: ReleaseLedger = field(default_factory=ReleaseLedger)

    def with_entry(self, publication: Publication, certificate: Certificate, atoms: Atoms) -> "ToldThemes":
        """The same and one publication more, verified and attacked; WouldDisclose where it gives way."""
        return replace(
            self,
            publications=(*self.publications, publication),
            certificates=(*self.certificates, certificate.told()),
            ledger=self.ledger.append(atoms, publication, certificate),
        )


def tell_themes(
    texts: Mapping[str, Sequence[Coded]], themes: Sequence[Theme], answered: int | None, key: bytes
) -> ToldThemes:
    """Tell every theme that may be told, by question; the texts of two questions are never put together.

    All children must have been asked these questions. `answered`: how many answered at all, if that may be
    told; without it nothing is listed.
    """
    by_rule = sorted(themes, key=lambda theme: (theme.is_severe, theme.code))
    shown = {name: _shown(name, texts[name], by_rule, key) for name in sorted(texts)}
    with_number = {theme for one in shown.values() for theme in _exact(one)}
    listed: set[Theme] = set()
    for name, found in shown.items():
        listed |= _listed(texts[name], found, with_number, key)
    told = ToldThemes()
    for theme in by_rule:
        if theme in listed:
            told = _with_mention(told, theme, _most(texts, theme), answered or 0)
            continue
        for name in (name for name in shown if theme in _exact(shown[name])):
            told = _with_number(told, name, texts[name], theme, key)
    return told


def _shown(question: str, texts: Sequence[Coded], themes: Sequence[Theme], key: bytes) -> dict[Theme, Shown]:
    """What the engine would print for each theme the coders agree on; Hidden where too few wrote."""
    found: dict[Theme, Shown] = {}
    for theme in themes:
        if agreement(texts, theme.code).may_be_told:
            (cell,) = _protected(_atoms(question, texts, theme), theme, key)[0].cells
            found[theme] = cell.shown
    return found


def _exact(shown: Mapping[Theme, Shown]) -> list[Theme]:
    return [theme for theme, one in shown.items() if isinstance(one, Exact)]


def _listed(
    texts: Sequence[Coded], shown: Mapping[Theme, Shown], with_number: set[Theme], key: bytes
) -> set[Theme]:
    """Themes that get no number anywhere, though enough children mentioned them.

    Where enough wrote, that is so because nearly all of them did. As many others lose their numbers to
    keep them company, or the list would tell it; without company they are not listed.
    """
    may_be = {theme for theme in shown if may_be_listed(texts, theme.code, theme.rules)}
    alone = {theme for theme in may_be - with_number if isinstance(shown[theme], Hidden)}
    if not alone or all(len(texts) < theme.rules.k for theme in alone):
        return alone
    company = sorted(may_be & set(_exact(shown)), key=lambda theme: _drawn(key, theme.code))
    return alone | set(company[: len(alone)]) if company else set()


def _drawn(key: bytes, code: str) -> bytes:
    """A place in a row that is the same on every run, and that nobody can guess."""
    return hmac.digest(key, code.encode(), "sha256")


def _with_number(
    told: ToldThemes, question: str, texts: Sequence[Coded], theme: Theme, key: bytes
) -> ToldThemes:
    atoms = _atoms(question, texts, theme)
    publication, certificate = _protected(atoms, theme, key, told.ledger)
    number = ThemeNumber(question, theme.code, mentioned_by(texts, theme.code), len(texts))
    told = told.with_entry(publication, certificate, atoms)
    return replace(told, numbers=(*told.numbers, number))


def _with_mention(told: ToldThemes, theme: Theme, n: int, answered: int) -> ToldThemes:
    """Listed, if all who answered are so many that "at least `c0` of them" tells on nobody."""
    children = [Respondent({}, MENTIONED)] * n + [Respondent({}, NOT_MENTIONED)] * (answered - n)
    atoms = count_respondents(children, f"also:{theme.code}", (), CATEGORIES, (frozenset({MENTIONED}),))
    stated = ShownCell(_cell(atoms), Interval(theme.rules.c0, answered))
    publication = Publication(atoms.question, (stated,))
    try:
        certificate = _proof(atoms, publication, theme.rules, told.ledger.hash_of(atoms.question))
        told = told.with_entry(publication, certificate, atoms)
    except WouldDisclose:
        return told
    return replace(told, also=(*told.also, theme.code))


def _proof(atoms: Atoms, publication: Publication, rules: DisclosureRules, ledger: str) -> Certificate:
    """Witnesses for "at least `c0`": the fewest and the most children that agree with it."""
    wanted = targets(atoms, rules, groups_of(atoms))
    true, column = atoms.flat, atoms.categories.index(MENTIONED)
    changes = (rules.c0 - true[column], sum(true) - true[column])
    moves: list[Witness] = [((column, change), (1 - column, -change)) for change in changes]
    covers = tuple(_cover(target, true, moves) for target in wanted)
    promised = tuple(str(target.promise) for target in wanted)
    return Certificate(rules, publication.hash, ledger, promised, covers, tuple(moves))


def _cover(target: Target, true: tuple[int, ...], moves: Sequence[Witness]) -> int:
    for cover, move in [(TRUTH, ()), *enumerate(moves)]:
        changes = dict(move)
        if target.holds(sum(true[place] + changes.get(place, 0) for place in target.places)):
            return cover
    raise WouldDisclose(f"{target.promise}: the list would tell on a child")


def _protected(
    atoms: Atoms, theme: Theme, key: bytes, ledger: ReleaseLedger | None = None
) -> tuple[Publication, Certificate]:
    return protect(atoms, theme.rules, [_cell(atoms)], ledger or ReleaseLedger(), key=key)


def _atoms(question: str, texts: Sequence[Coded], theme: Theme) -> Atoms:
    name = f"theme:{question}:{theme.code}"
    return count_respondents(theme_worlds(texts, theme.code), name, (), CATEGORIES, (frozenset({MENTIONED}),))


def _cell(atoms: Atoms) -> Cell:
    return Cell(atoms.question, NameableGroup(), (MENTIONED,))


def _most(texts: Mapping[str, Sequence[Coded]], theme: Theme) -> int:
    """The most children who certainly mentioned it: one child may have done so under two questions."""
    return max(mentioned_by(coded, theme.code) for coded in texts.values())
