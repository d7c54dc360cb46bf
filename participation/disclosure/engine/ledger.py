"""The ledger: everything ever told about a consultation; nothing enters it that could tell on a child."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from participation.disclosure.engine.atoms import Atoms, NameableGroup, nameable_groups
from participation.disclosure.engine.attack import AttackReport, attack
from participation.disclosure.engine.cells import Publication, Row, ShownCell, fingerprint
from participation.disclosure.engine.certificate import Certificate, verify
from participation.disclosure.engine.rules import DisclosureRules
from participation.disclosure.engine.siege import Progress
from participation.errors import WouldDisclose


@dataclass(frozen=True)
class Entry:
    """One release of one question, tied to the one before it by hash."""

    publication: Publication
    rules: DisclosureRules
    certificate: str
    report: AttackReport
    before: str
    hash: str = ""

    @property
    def reckoned(self) -> str:
        """The hash this entry ought to bear."""
        told = [self.publication.question, self.publication.hash, vars(self.rules)]
        return fingerprint([*told, self.certificate, self.report.told(), self.before])

    def to_plain(self) -> dict[str, Any]:
        kept = {"rules": vars(self.rules), "report": self.report.told()}
        return vars(self) | kept | {"publication": self.publication.to_plain()}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "Entry":
        report = AttackReport(**{**plain["report"], "broken": tuple(plain["report"]["broken"])})
        publication, rules = Publication.from_plain(plain["publication"]), DisclosureRules(**plain["rules"])
        return cls(publication, rules, plain["certificate"], report, plain["before"], plain["hash"])


@dataclass(frozen=True)
class ReleaseLedger:
    """Append-only: each `append` gives a new ledger, and refuses what verification or attack rejects."""

    entries: tuple[Entry, ...] = ()

    @property
    def hash(self) -> str:
        return self.entries[-1].hash if self.entries else ""

    def hash_of(self, question: str) -> str:
        """The hash of the last entry about a question: what a certificate for its next release rests on."""
        found = [entry.hash for entry in self.entries if entry.publication.question == question]
        return found[-1] if found else ""

    @property
    def is_whole(self) -> bool:
        """Whether no entry was changed, taken out or put in between."""
        before = ""
        for entry in self.entries:
            if entry.before != before or entry.hash != entry.reckoned:
                return False
            before = entry.hash
        return True

    def cells(self, question: str) -> tuple[ShownCell, ...]:
        """Every cell ever told or kept back about a question, once."""
        found = {
            one.cell.id: one
            for entry in self.entries
            if entry.publication.question == question
            for one in entry.publication.cells
        }
        return tuple(found.values())

    def rows(self, question: str) -> tuple[Row, ...]:
        return tuple(row for one in self.cells(question) for row in one.rows)

    def to_plain(self) -> list[dict[str, Any]]:
        """As JSON keeps it; nothing in it is secret."""
        return [entry.to_plain() for entry in self.entries]

    @classmethod
    def from_plain(cls, plain: Iterable[Mapping[str, Any]]) -> "ReleaseLedger":
        """Raises ValueError where an entry was changed, taken out or put in between."""
        ledger = cls(tuple(Entry.from_plain(entry) for entry in plain))
        if not ledger.is_whole:
            raise ValueError("the ledger was changed after it was written")
        return ledger

    def legacy(self, atoms: Atoms, rules: DisclosureRules) -> tuple[Row, ...]:
        """Rows told under milder rules, about groups these rules would not tell of."""
        return tuple(
            row for row in self.rows(atoms.question) if atoms.size(atoms.members(row.cell.group)) < rules.k
        )

    def append(
        self,
        atoms: Atoms,
        publication: Publication,
        certificate: Certificate,
        *,
        nameable: Iterable[NameableGroup] | None = None,
        with_smallest: bool = False,
        progress: Progress = lambda done, of: None,
    ) -> "ReleaseLedger":
        """The ledger with this publication in it; itself, where every cell stands there already.

        Raises WouldDisclose where an earlier number is told differently, the rules are milder than before,
        the certificate does not prove the publication, or the attack succeeds.
        """
        told = {one.cell.id: one for one in self.cells(publication.question)}
        if any(one != told.get(one.cell.id, one) for one in publication.cells):
            raise WouldDisclose("a number told before is told differently now")
        if all(one.cell.id in told for one in publication.cells):
            return self
        self._require_strict(publication.question, certificate.rules)
        groups = tuple(nameable) if nameable is not None else nameable_groups(atoms)
        self._require_proof(atoms, publication, certificate, groups)
        rows = (*self.rows(publication.question), *publication.rows)
        report = attack(
            atoms, rows, certificate.rules, nameable=groups, with_smallest=with_smallest, progress=progress
        )
        if not report.failed:
            raise WouldDisclose(f"{len(report.broken)} facts could be determined")
        entry = Entry(publication, certificate.rules, certificate.hash, report, self.hash)
        return replace(self, entries=(*self.entries, replace(entry, hash=entry.reckoned)))

    def joined(self, others: Iterable["ReleaseLedger"]) -> "ReleaseLedger":
        """One ledger of several that grew from this one, each about questions of its own.

        Raises WouldDisclose where one did not grow from this one, or two tell of the same question.
        """
        found, known = list(self.entries), len(self.entries)
        for other in others:
            if other.entries[:known] != self.entries or not other.is_whole:
                raise WouldDisclose("a ledger that did not grow from this one")
            told = {entry.publication.question for entry in found[known:]}
            for entry in other.entries[known:]:
                if entry.publication.question in told:
                    raise WouldDisclose(f"{entry.publication.question}: told twice in one release")
                linked = replace(entry, before=found[-1].hash if found else "")
                found.append(replace(linked, hash=linked.reckoned))
        return replace(self, entries=tuple(found))

    def _require_proof(
        self,
        atoms: Atoms,
        publication: Publication,
        certificate: Certificate,
        groups: tuple[NameableGroup, ...],
    ) -> None:
        earlier = self.rows(publication.question)
        proved = verify(atoms, earlier, publication, certificate, nameable=groups)
        if certificate.ledger != self.hash_of(publication.question) or not proved:
            raise WouldDisclose("the certificate does not prove this publication")

    def _require_strict(self, question: str, rules: DisclosureRules) -> None:
        before = [entry.rules for entry in self.entries if entry.publication.question == question]
        if not all(map(rules.is_at_least_as_strict_as, before)):
            raise WouldDisclose("rules may be made stricter between releases, never milder")
