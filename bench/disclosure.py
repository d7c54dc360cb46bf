"""Disclosure: numbers hidden and told, seconds and memory, on made-up surveys of ten questions.

`bench/disclosure.py` runs 50 to 100,000 children, a process for each processor; `--most 2000` stops there,
and sizes that are named run alone, as `bench/disclosure.py 50 600`. Up to 2,000 the same single tables are
given to pytauargus (EUPL), where requirements/bench.txt is installed. Seconds are of work, but the last.
"""

import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import astuple, dataclass
from importlib.util import find_spec
from itertools import pairwise
from multiprocessing import cpu_count, get_context
from random import Random
from resource import RUSAGE_SELF, getrusage
from time import perf_counter, process_time

import tauargus

from participation.disclosure.engine.atoms import (
    Atoms,
    Respondent,
    count_respondents,
    nameable_groups,
    sensitive_sets,
)
from participation.disclosure.engine.attack import attack
from participation.disclosure.engine.cells import Hidden, cells_of
from participation.disclosure.engine.certificate import verify
from participation.disclosure.engine.display import with_intervals
from participation.disclosure.engine.protect import protect
from participation.disclosure.engine.rules import DisclosureRules

SIZES = (50, 600, 2_000, 10_000, 100_000)
CHILDREN_A_SCHOOL = {50: 25, 600: 100, 2_000: 167}
SCHOOLS_A_MUNICIPALITY = 20
COLUMNS = ("municipality", "school", "gender", "age")
PUBLISHED = ((), ("municipality",), ("school",), ("gender",), ("age",), ("school", "gender"),
             ("municipality", "gender"), ("municipality", "age"))  # fmt: skip
KNOWN = (*PUBLISHED, ("school", "age"), ("gender", "age"), ("municipality", "gender", "age"),
         ("school", "gender", "age"))  # fmt: skip
MOST_BESIDE = 2_000
RULES = DisclosureRules(k=5)
IS_VEILED = False
"""Rows can so be held against other engines, which hide no more than they must."""

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
    """One question: what became of its cells, seconds of work, megabytes."""

    cells: int
    hidden: int
    large: int
    useful: int
    broken: int
    is_proved: bool
    protecting: float
    verifying: float
    attacking: float
    showing: float
    peak: int


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
            "municipality": f"{school // SCHOOLS_A_MUNICIPALITY:02}",
            "school": f"{school:03}",
            "gender": chance.choices("gbo", (48.5, 48.5, 3))[0],
            "age": chance.choice("123"),
        }
        children.append(Respondent(background, chance.choices(answers, leaning[school])[0]))
    worst = answers[-2:] if len(answers) > 3 else answers[-1:]
    return count_respondents(children, question, COLUMNS, answers, sensitive_sets(worst))


def measure(n: int, question: str) -> Measured:
    atoms = survey(n, question)
    known = nameable_groups(atoms, KNOWN)
    cells = cells_of(atoms, nameable_groups(atoms, PUBLISHED))
    times = [process_time()]
    publication, certificate = protect(atoms, RULES, cells, key=b"bench", nameable=known, veiled=IS_VEILED)
    times.append(process_time())
    is_proved = verify(atoms, (), publication, certificate, nameable=known)
    times.append(process_time())
    report = attack(atoms, publication.rows, RULES, nameable=known)
    times.append(process_time())
    shown = with_intervals(publication, atoms, RULES)
    times.append(process_time())
    large = [one.shown for one in shown.cells if atoms.size(atoms.members(one.cell.group)) >= RULES.k]
    return Measured(
        len(cells), sum(isinstance(one.shown, Hidden) for one in publication.cells), len(large),
        sum(not isinstance(one, Hidden) for one in large),
        len(report.broken) + report.certain_children + report.untried, is_proved,
        *(after - before for before, after in pairwise(times)), getrusage(RUSAGE_SELF).ru_maxrss // 1024,
    )  # fmt: skip


def line(n: int, found: list[Measured], seconds: float) -> str:
    """One row of the table: sums over the questions; useful: of the numbers about groups of at least k."""
    cells, hidden, large, useful, broken, proved, *times, peak = zip(*map(astuple, found), strict=True)
    each = " ".join(f"{sum(time):>8.1f}" for time in times)
    share = f"{sum(useful) / sum(large):>6.0%}"
    proof = f"{sum(broken):>6} {all(proved)!s:>6}"
    return f"{n:>8} {sum(cells):>6} {sum(hidden):>6} {share} {proof} {each} {seconds:>7.1f} {max(peak):>5}"


def run(n: int) -> list[Measured]:
    """All questions, in processes that begin anew for every size, so that memory is told truly."""
    with ProcessPoolExecutor(cpu_count(), mp_context=get_context("spawn")) as pool:
        return list(pool.map(measure, [n] * len(QUESTIONS), QUESTIONS))


def sizes_of(words: list[str]) -> list[int]:
    if "--most" in words:
        most = int(words[words.index("--most") + 1])
        return [n for n in SIZES if n <= most]
    return [int(word) for word in words] or [*SIZES]


def main(words: list[str]) -> int:
    print("children  cells hidden useful broken proved  protect   verify   attack    shown   all s    MB")
    for n in sizes_of(words):
        start = perf_counter()
        found = run(n)
        print(line(n, found, perf_counter() - start), flush=True)
        if any(one.broken or not one.is_proved for one in found):
            return 1
    print(beside_tauargus([n for n in sizes_of(words) if n <= MOST_BESIDE]))
    return 0


def beside_tauargus(sizes: list[int]) -> str:
    """One line a size: ours over theirs, hidden and seconds, for school by gender by answer."""
    if find_spec("pytauargus") is None:
        return "beside pytauargus: pip install --require-hashes -r requirements/bench.txt"
    lines = []
    for n in sizes:
        found = [tauargus.compared(survey(n, question), RULES) for question in QUESTIONS]
        ours, seconds, theirs, their_seconds = map(sum, zip(*found, strict=True))
        lines.append(f"{n:>8} hidden {ours} / {theirs} = {ours / theirs:.2f} of {tauargus.METHOD}, seconds "
                     f"{seconds:.1f} / {their_seconds:.1f} = {seconds / their_seconds:.1f}")  # fmt: skip
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
