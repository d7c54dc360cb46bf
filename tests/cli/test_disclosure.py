"""A researcher with own tables: protected, verified and attacked from the command line."""

import csv
import json
import re

import pytest

SHARES = {"never": 12, "often": 6, "weekly": 2}
ASKED = (
    "--question",
    "bullied",
    "--by",
    "school",
    "--by",
    "school,gender",
    "--sensitive",
    "weekly",
    "--k",
    5,
)
KEPT_BACK = r",(:|\d+–\d+),"


@pytest.fixture
def answers(tmp_path):
    """Sixty children in three schools; in the last, all the boys answered alike."""
    file = tmp_path / "answers.csv"
    given = [answer for answer, n in SHARES.items() for _ in range(n)] * 3
    rows = [[("Elv", "Bakke", "Vik")[n // 20], "bg"[n % 2], "weekly" if n > 40 and n % 2 == 0 else answer]
            for n, answer in enumerate(given)]  # fmt: skip
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([["school", "gender", "bullied"], *rows])
    return file


@pytest.fixture
def protected(run, answers):
    assert run("disclosure", "protect", answers, *ASKED).exit_code == 0
    return answers.parent / "answers.bullied.protected.csv"


def beside(table, kind: str):
    return table.with_name(f"answers.bullied.{kind}.json")


def spoil(file, before: str, after: str) -> None:
    """Put something else where this pattern is first found: lots decide what is hidden."""
    text, n = re.subn(before, after, file.read_text("utf-8"), count=1)
    assert n == 1
    file.write_text(text, "utf-8")


def test_a_table_is_printed_and_written_with_its_certificate(run, answers):
    told = run("disclosure", "protect", answers, *ASKED)
    assert told.exit_code == 0
    assert "all (60): never" in told.output
    assert "0 children certain" in told.output
    certificate = json.loads(beside(answers, "certificate").read_text("utf-8"))
    assert certificate["attack"]["broken"] == []
    assert "witness" not in json.dumps(certificate).replace('"witnesses": ', "")
    assert beside(answers, "secret").stat().st_mode & 0o077 == 0


def test_the_same_file_gives_the_same_table_again(run, answers, protected):
    before = protected.read_bytes()
    assert run("disclosure", "protect", answers, *ASKED).exit_code == 0
    assert protected.read_bytes() == before


def test_a_certificate_is_verified_by_arithmetic(run, answers, protected):
    told = run("disclosure", "verify", answers, protected, beside(protected, "certificate"),
               beside(protected, "secret"))  # fmt: skip
    assert told.exit_code == 0, told.output
    assert told.output.startswith("proved: ")


def test_a_certificate_does_not_prove_another_table(run, answers, protected):
    spoil(protected, KEPT_BACK, ",3,")
    told = run("disclosure", "verify", answers, protected, beside(protected, "certificate"),
               beside(protected, "secret"))  # fmt: skip
    assert told.exit_code == 1
    assert "does not prove this table" in told.output


def test_a_certificate_belongs_to_its_answers(run, answers, protected):
    spoil(answers, "Elv,b,never", "Elv,b,often")
    told = run("disclosure", "verify", answers, protected, beside(protected, "certificate"),
               beside(protected, "secret"))  # fmt: skip
    assert "belongs to other answers" in told.output


def test_the_attack_finds_nothing_in_what_we_protected(run, answers, protected):
    told = run("disclosure", "attack", answers, protected, *ASKED)
    assert told.exit_code == 0
    assert " 0 of " in told.output


def test_the_attack_finds_children_in_a_careless_table(run, answers, tmp_path):
    careless = tmp_path / "careless.csv"
    careless.write_text(
        "school,gender,answer,shown\nVik,b,never,0\nVik,b,often,0\nVik,b,weekly,10\n", "utf-8"
    )
    told = run("disclosure", "attack", answers, careless, *ASKED)
    assert told.exit_code == 1
    assert "D3: school Vik, gender b" in told.output
    assert "children can be found in this table" in told.output


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--question", "heard"), "no column heard; there are school, gender, bullied"),
        (("--question", "bullied", "--by", "age"), "no column age"),
        (("--question", "bullied", "--sensitive", "daily"), "nobody answered so; answers are never"),
        (("--question", "bullied", "--by", "bullied"), "cannot be broken down by itself"),
        (("--question", "bullied", "--k", 4), "x>=5"),
    ],
)
def test_a_mistake_is_answered_with_what_to_mend(run, answers, words, says):
    told = run("disclosure", "protect", answers, *words)
    assert told.exit_code > 0
    assert says in told.output
    assert not (answers.parent / "answers.bullied.protected.csv").exists()


def test_a_number_nobody_can_read_is_named_with_its_line(run, answers, protected):
    spoil(protected, KEPT_BACK, ",about ten,")
    told = run("disclosure", "attack", answers, protected, *ASKED)
    assert "line" in told.output
    assert "'about ten' is neither a number" in told.output


def test_a_table_that_contradicts_itself_is_refused(run, answers, tmp_path):
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("school,gender,answer,shown\n,,never,59\n,,often,40\n", "utf-8")
    assert "no answers agree" in run("disclosure", "attack", answers, wrong, *ASKED).output


@pytest.fixture
def later(answers, protected):
    """Of those heard before one has left, and four have come since."""
    head, first, *rest = csv.reader(answers.read_text("utf-8").splitlines())
    came = [["Elv", "g", answer] for answer in ("never", "never", "often", "weekly")]
    rows = [[*head, "came", "gone"], [*first, "1", "2"], *([*row, "1", ""] for row in rest),
            *([*row, "2", ""] for row in came)]  # fmt: skip
    file = answers.with_name("later.csv")
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)
    return file, beside(protected, "ledger")


def again(run, later, *, into):
    file, ledger = later
    stay = ("--joined", "came", "--left", "gone", "--into", into)
    return run("disclosure", "protect", file, *ASKED, "--earlier", ledger, *stay)


def test_a_later_release_rests_on_the_ledger_of_the_one_before(run, later, tmp_path):
    told = again(run, later, into=tmp_path / "second")
    assert told.exit_code == 0, told.output
    assert "all (63)" in told.output
    written = tmp_path / "second" / "later.bullied.ledger.json"
    entries = json.loads(written.read_text("utf-8"))
    assert [entry["before"] for entry in entries] == ["", entries[0]["hash"]]


def test_what_was_told_before_stays_as_it_was(run, later, protected, tmp_path):
    assert again(run, later, into=tmp_path / "second").exit_code == 0
    before = [
        row for row in csv.DictReader(protected.read_text("utf-8").splitlines()) if row["school"] == "Vik"
    ]
    table = tmp_path / "second" / "later.bullied.protected.csv"
    rows = list(csv.DictReader(table.read_text("utf-8").splitlines()))
    assert [row for row in rows if row["school"] == "Vik"] == before
    assert {row["release"] for row in rows if row["school"] == "Elv"} == {"2"}


def test_a_later_certificate_is_verified_beside_the_ledger_before_it(run, later, tmp_path):
    again(run, later, into=tmp_path)
    files = [tmp_path / f"later.bullied.{end}"
             for end in ("protected.csv", "certificate.json", "secret.json")]  # fmt: skip
    told = run("disclosure", "verify", later[0], *files, "--earlier", later[1])
    assert told.output.startswith("proved: "), told.output
    alone = run("disclosure", "verify", later[0], *files)
    assert alone.exit_code == 1
    assert "name it with --earlier" in alone.output


def test_a_release_told_already_is_not_written_again(run, answers, protected):
    told = run("disclosure", "protect", answers, *ASKED, "--earlier", beside(protected, "ledger"))
    assert told.exit_code == 1
    assert "told already" in told.output


def test_a_ledger_that_was_changed_is_refused(run, later, tmp_path):
    spoil(later[1], '"k": 5', '"k": 6')
    told = again(run, later, into=tmp_path / "second")
    assert told.exit_code == 1
    assert "changed after it was written" in told.output


def test_a_release_is_a_number(run, later, tmp_path):
    spoil(later[0], "weekly,2", "weekly,spring")
    told = again(run, later, into=tmp_path)
    assert "came: 'spring' is no number of a release" in told.output


def test_columns_are_levels_of_a_hierarchy(run, tmp_path):
    """A school in a municipality in a county: no level tells what another keeps back."""
    file = tmp_path / "county.csv"
    schools = [(f"s{n}", f"m{n // 3}", "c") for n in range(6)]
    rows = [[*place, "weekly" if (at + n) % 9 == 0 else ("never", "often")[at % 2]]
            for n, place in enumerate(schools) for at in range(12 + n)]  # fmt: skip
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([["school", "municipality", "county", "bullied"], *rows])
    levels = [word for level in ("school", "municipality", "county") for word in ("--by", level)]
    told = run("disclosure", "protect", file, "--question", "bullied", *levels, "--sensitive", "weekly")
    assert told.exit_code == 0, told.output
    assert "0 children certain" in told.output
    assert all(f"\n{name} (" in told.output for name in ("s0", "m0", "m1"))
    assert "--by municipality" in " ".join(run("disclosure", "protect", "--help").output.split())
