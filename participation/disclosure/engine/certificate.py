"""The certificate: other worlds that agree with every number told, and the arithmetic that checks them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from secrets import token_hex
from typing import Any

from participation.disclosure.engine.atoms import Atoms, NameableGroup, nameable_groups
from participation.disclosure.engine.cells import Publication, Row, fingerprint
from participation.disclosure.engine.rules import DisclosureRules
from participation.disclosure.engine.targets import Promise, Target, targets

TRUTH = -1
"""What truly was answered meets the target itself."""

Witness = tuple[tuple[int, int], ...]
"""A whole-number move, by place: added to the truth it is another world."""

Sum = tuple[dict[int, int], int, float]
"""By place how often a child is counted; the lowest and the highest that is told."""


@dataclass(frozen=True)
class Certificate:
    """For each target, in order, the witness that meets it.

    Witnesses are secret, like the counts they are added to, and are destroyed with them; `told` is the
    part to keep and show. `salt` goes with them: without it nobody can try out witnesses against the hash.
    """

    rules: DisclosureRules
    publication: str
    ledger: str
    promised: tuple[str, ...]
    covers: tuple[int, ...]
    witnesses: tuple[Witness, ...] = field(repr=False)
    salt: str = field(default_factory=lambda: token_hex(16), repr=False, compare=False)

    def told(self) -> dict[str, Any]:
        """What was promised, without any witness.

        How many witnesses there are, and in how many groups few gave a sensitive answer (D4), is secret too.
        """
        promised = Counter(name for name in self.promised if name != Promise.MAYBE_NONE_AT_ALL)
        return {
            "rules": vars(self.rules),
            "publication": self.publication,
            "ledger": self.ledger,
            "targets": dict(sorted(promised.items())),
            "hash": self.hash,
        }

    def of(self, publication: Publication) -> "Certificate":
        """The same witnesses, for the publication as it will be printed; `verify` says if they hold."""
        return replace(self, publication=publication.hash)

    def to_plain(self) -> dict[str, Any]:
        """The whole certificate, witnesses too: to be sealed and destroyed like the answers."""
        return vars(self) | {"rules": vars(self.rules)}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "Certificate":
        witnesses = tuple(tuple((place, n) for place, n in witness) for witness in plain["witnesses"])
        return cls(
            DisclosureRules(**plain["rules"]),
            plain["publication"],
            plain["ledger"],
            tuple(plain["promised"]),
            tuple(plain["covers"]),
            witnesses,
            plain.get("salt", ""),
        )

    @property
    def hash(self) -> str:
        """SHA-256 of the whole certificate, witnesses and salt too."""
        secret = [self.promised, self.covers, self.witnesses, self.salt]
        return fingerprint([vars(self.rules), self.publication, self.ledger, *secret])


def verify(
    atoms: Atoms,
    earlier: Iterable[Row],
    publication: Publication,
    certificate: Certificate,
    *,
    nameable: Iterable[NameableGroup] | None = None,
) -> bool:
    """Whether the certificate proves the publication: sums and comparisons alone, no solver, no trust.

    `earlier`: all rows ever told about the question. The targets are worked out anew. Every row must be
    true of the counts, and every witness must keep every atom's size and agree with every row.
    """
    wanted = targets(atoms, certificate.rules, nameable or nameable_groups(atoms))
    rows: list[Sum] = [(row.sum(atoms), row.lowest, row.highest) for row in (*earlier, *publication.rows)]
    for n, size in enumerate(atoms.sizes):
        rows.append((dict.fromkeys(atoms.places([n], atoms.categories), 1), size, size))
    return (
        certificate.publication == publication.hash
        and len(certificate.covers) == len(wanted)
        and _all_agree(atoms.flat, rows, certificate.witnesses)
        and _all_met(atoms.flat, wanted, certificate)
    )


def _all_agree(counts: tuple[int, ...], rows: list[Sum], witnesses: Iterable[Witness]) -> bool:
    """The truth and every witness stand within every row, and no number of children is below nought."""
    rows_at: dict[int, list[tuple[int, int]]] = {}
    for row, (weights, _, _) in enumerate(rows):
        for place, times in weights.items():
            rows_at.setdefault(place, []).append((row, times))
    true = [sum(times * counts[place] for place, times in weights.items()) for weights, _, _ in rows]
    if any(not lowest <= n <= highest for n, (_, lowest, highest) in zip(true, rows, strict=True)):
        return False
    return all(_agrees(counts, rows, (rows_at, true), witness) for witness in witnesses)


def _agrees(
    counts: tuple[int, ...],
    rows: list[Sum],
    known: tuple[dict[int, list[tuple[int, int]]], list[int]],
    witness: Witness,
) -> bool:
    rows_at, true = known
    if len(dict(witness)) < len(witness) or any(counts[place] + change < 0 for place, change in witness):
        return False
    moved: Counter[int] = Counter()
    for place, change in witness:
        for row, times in rows_at.get(place, ()):
            moved[row] += times * change
    return all(rows[row][1] <= true[row] + change <= rows[row][2] for row, change in moved.items())


def _all_met(counts: tuple[int, ...], wanted: tuple[Target, ...], certificate: Certificate) -> bool:
    moves = [dict(witness) for witness in certificate.witnesses]
    for target, cover in zip(wanted, certificate.covers, strict=True):
        if not TRUTH <= cover < len(moves):
            return False
        move = moves[cover] if cover != TRUTH else {}
        if not target.holds(sum(counts[place] + move.get(place, 0) for place in target.places)):
            return False
    return True
