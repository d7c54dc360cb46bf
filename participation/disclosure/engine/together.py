"""Together: all questions of one release, each protected, proved and attacked in a process of its own."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context

from participation.disclosure.engine.atoms import Atoms, NameableGroup, nameable_groups
from participation.disclosure.engine.cells import Cell, Publication
from participation.disclosure.engine.certificate import Certificate
from participation.disclosure.engine.display import with_intervals
from participation.disclosure.engine.ledger import ReleaseLedger
from participation.disclosure.engine.protect import protect
from participation.disclosure.engine.rules import DisclosureRules

FEW_PLACES = 1_000
"""Up to so many places in all, another process would take longer to start than to help."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Asked:
    """One question, the cells somebody wants to tell of it, and by which rules."""

    atoms: Atoms
    rules: DisclosureRules
    cells: tuple[Cell, ...]
    nameable: tuple[NameableGroup, ...] | None = None
    sizes_are_public: bool = False


@dataclass(frozen=True)
class Released:
    """What is told of one question, and its proof."""

    publication: Publication
    certificate: Certificate


def release(
    asked: Sequence[Asked],
    ledger: ReleaseLedger,
    *,
    key: bytes,
    workers: int | None = None,
    progress: Progress = lambda done, of: None,
) -> tuple[ReleaseLedger, tuple[Released, ...]]:
    """The ledger with all of them in it, and what is told, in the order asked; all or nothing.

    `workers`: processes at a time, as many as there are processors if not said. Raises WouldDisclose as
    `protect` and `ReleaseLedger.append` do.
    """
    work = partial(_released, ledger=ledger, key=key)
    most = min(workers or os.cpu_count() or 1, os.cpu_count() or 1, len(asked))
    found: list[tuple[ReleaseLedger, Released]] = []
    if most < 2 or sum(len(one.atoms.flat) for one in asked) <= FEW_PLACES:
        for done, one in enumerate(asked):
            found.append(work(one))
            progress(done + 1, len(asked))
    else:
        with ProcessPoolExecutor(most, mp_context=get_context("spawn")) as pool:
            for done, one_found in enumerate(pool.map(work, asked)):
                found.append(one_found)
                progress(done + 1, len(asked))
    return ledger.joined(grown for grown, _ in found), tuple(released for _, released in found)


def _released(asked: Asked, *, ledger: ReleaseLedger, key: bytes) -> tuple[ReleaseLedger, Released]:
    atoms, rules = asked.atoms, asked.rules
    groups = asked.nameable if asked.nameable is not None else nameable_groups(atoms)
    bare, proof = protect(atoms, rules, asked.cells, ledger, key=key, nameable=groups)
    told = with_intervals(
        bare, atoms, rules, ledger.cells(atoms.question), sizes_are_public=asked.sizes_are_public
    )
    certificate = proof.of(told)
    grown = ledger.append(atoms, told, certificate, nameable=groups)
    return grown, Released(told, certificate)
