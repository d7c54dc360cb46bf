"""The caretaker lets people in by one-time links, and never by a password."""

import pytest

PERSON = ("--name", "Ada", "--email", "Ada@x.no", "--role", "planner")


def test_a_new_account_gets_a_link_and_waits_for_it(run):
    told = run("account", "add", *PERSON, "--at", "https://hort.lyngvaer.example/")
    assert told.exit_code == 0
    assert told.output.startswith("https://hort.lyngvaer.example/inn/lenke/")
    assert run("account", "list").output == "ada@x.no\tplanner\tAda\twaits for its link\n"


def test_the_same_address_is_not_added_twice(run):
    run("account", "add", *PERSON)
    told = run("account", "add", *PERSON)
    assert told.exit_code == 1
    assert told.output.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    [
        ("--name", "Ada", "--email", "ada@x.no", "--role", "child"),
        ("--name", " ", "--email", "ada@x.no", "--role", "planner"),
        ("--name", "Ada", "--email", "ada", "--role", "planner"),
        ("--name", "Ada"),
    ],
)
def test_what_is_no_account_is_a_mistake_in_usage(run, words):
    assert run("account", "add", *words).exit_code == 2
    assert run("account", "list").output == ""


def test_a_lost_link_is_replaced_by_a_new_one(run):
    first = run("account", "add", *PERSON).output
    told = run("account", "link", "--email", "ada@x.no")
    assert told.exit_code == 0
    assert told.output != first


def test_nobody_gets_a_link_to_an_account_that_is_not_there(run):
    told = run("account", "link", "--email", "nobody@x.no")
    assert told.exit_code == 1
    assert told.output == "Error: no open account with the address nobody@x.no\n"


@pytest.mark.parametrize("errand", [("account", "list"), ("forget",), ("backup", "b.tar")])
def test_before_there_is_a_database_nothing_is_made(run, tmp_path, errand):
    told = run(*errand, PARTICIPATION_FOLDER=str(tmp_path / "new"))
    assert told.exit_code == 1
    assert "participation migrate" in told.output
    assert not (tmp_path / "new").exists()


def test_migrating_makes_what_is_needed_and_may_be_repeated(run, tmp_path):
    for _ in range(2):
        told = run("migrate", PARTICIPATION_FOLDER=str(tmp_path / "new"))
        assert told.exit_code == 0
    assert (tmp_path / "new" / "root.key").exists()


def test_keys_of_another_house_are_refused_in_one_line(run, folder):
    (folder / "root.key").write_text("ab" * 32)
    told = run("account", "list")
    assert told.exit_code == 1
    assert told.output.startswith("Error: These keys belong to another database")


def test_a_database_that_does_not_answer_is_said_in_one_line(run):
    told = run("migrate", PARTICIPATION_DATABASE_URL="postgresql+psycopg://x@/x?host=/nowhere")
    assert told.exit_code == 1
    assert told.output.startswith("Error: the database does not answer")
    assert told.output.count("\n") == 1
