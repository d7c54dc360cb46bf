"""Disclosure: numbers hidden, seconds and memory, on made-up surveys of ten questions.

`bench/disclosure.py` runs 50, 600, 2,000 and 10,000 children; name sizes to run others, as
`bench/disclosure.py 50 600`, or `--large` for 100,000.
"""

import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import astuple, dataclass
from multiprocessing import get_context
from random import Random
from resource import RUSAGE_SELF, getrusage
from time import perf_counter

from participation.disclosure.engine.atoms import (
    Atoms,
    Respondent,
    count_respondents,
    nameable_groups,
    sensitive_sets,
)
from participation.disclosure.engine.attack import attack
from participation.disclosure.engine.cells import Exact, Hidden, cells_of
from participation.disclosure.engine.certificate import verify
from participation.disclosure.engine.display import with_intervals
from participation.disclosure.engine.protect import protect
from participation.disclosure.engine.rules import DisclosureRules

SIZES = (50, 600, 2_000, 10_000)
LARGE = 100_000
CHILDREN_A_SCHOOL = {50: 25, 600: 100, 2_000: 167}
PUBLISHED = ((), ("school",), ("gender",), ("age",), ("school", "gender"))
KNOWN = (*PUBLISHED, ("school", "age"), ("gender", "age"), ("school", "gender", "age"))
RULES = DisclosureRules(k=5)

QUESTIONS = {
    "likes school": (45, 35, 14, 6),
    "is bullied": (70, 18, 8, 4),
    "feels safe": (40, 33, 15, 8, 4),
    "has an adult": (80, 15, 5),
    "is heard": (20, 35, 25, 13, 7),
    "has leisure": (75, 25),
    "sleeps well": (60, 30, 10),
    "is hit at home": (94, 6),
    "is lonely": (50, 30, 13, 7),
    "trusts staff": (30, 35, 20, 10, 5),
}
"""Usual answers in per cent, the worst last; the last is sensitive, and the last two of four or more."""


@dataclass(frozen=True)
class Measured:
    n: int
    question: str
    cells: int
    hidden: int
    told: int
    exact: int
    useful: int
    protect_seconds: float
    attack_seconds: float
    broken: int
    is_proved: bool
    peak_mb: int


def survey(n: int, question: str) -> Atoms:
    """Children in schools of unequal size; each school leans its own way."""
    chance, usual = Random(f"{n} {question}"), QUESTIONS[question]
    schools = max(2, round(n / CHILDREN_A_SCHOOL.get(n, 250)))
    weights = [chance.lognormvariate(0, 0.8) for _ in range(schools)]
    leaning = [[chance.gammavariate(share * 0.12, 1) for share in usual] for _ in range(schools)]
    answers = [str(at) for at in range(len(usual))]
    children = []
    for school in chance.choices(range(schools), weights, k=n):
        background = {
            "school": f"{school:03}",
            "gender": chance.choices("gbo", (48.5, 48.5, 3))[0],
            "age": chance.choice("123"),
        }
        children.append(Respondent(background, chance.choices(answers, leaning[school])[0]))
    worst = answers[-2:] if len(answers) > 3 else answers[-1:]
    return count_respondents(children, question, ("school", "gender", "age"), answers, sensitive_sets(worst))


def measure(n: int, question: str) -> Measured:
    atoms = survey(n, question)
    known = nameable_groups(atoms, KNOWN)
    cells = cells_of(atoms, nameable_groups(atoms, PUBLISHED))
    start = perf_counter()
    publication, certificate = protect(atoms, RULES, cells, key=b"bench", nameable=known)
    middle = perf_counter()
    report = attack(atoms, publication.rows, RULES, nameable=known)
    end = perf_counter()
    shown = with_intervals(publication, atoms, RULES)
    large = [one.shown for one in shown.cells if atoms.size(atoms.members(one.cell.group)) >= RULES.k]
    return Measured(
        n, question, len(cells), sum(isinstance(one.shown, Hidden) for one in publication.cells), len(large),
        sum(isinstance(one, Exact) for one in large), sum(not isinstance(one, Hidden) for one in large),
        middle - start, end - middle, len(report.broken) + report.certain_children,
        verify(atoms, (), publication, certificate, nameable=known),
        getrusage(RUSAGE_SELF).ru_maxrss // 1024,
    )  # fmt: skip


def line(found: list[Measured]) -> str:
    """One row of the table: sums, and shares of the numbers about groups of at least k."""
    n, _, *rows = zip(*map(astuple, found), strict=True)
    cells, hidden, told, exact, useful, protecting, attacking, broken, proved, peak = rows
    shares = f"{sum(exact) / sum(told):>6.0%} {sum(useful) / sum(told):>7.0%}"
    seconds = f"{sum(protecting):>9.1f} {sum(attacking):>8.1f}"
    proof = f"{sum(broken):>7} {all(proved)!s:>7}"
    return f"{n[0]:>7} {sum(cells):>6} {sum(hidden):>6} {shares} {proof} {seconds} {max(peak):>6}"


def main(words: list[str]) -> int:
    sizes = [int(word) for word in words if word.isdigit()] or [*SIZES]
    print("children  cells hidden  exact  useful  broken  proved protect s attack s     MB", flush=True)
    for n in [*sizes, *([LARGE] if "--large" in words else [])]:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
            found = []
            for question in QUESTIONS:
                found.append(alone.submit(measure, n, question).result())
                print(f"{n} {question}: {found[-1].protect_seconds:.1f} s", file=sys.stderr, flush=True)
        print(line(found), flush=True)
        if any(one.broken or not one.is_proved for one in found):
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
