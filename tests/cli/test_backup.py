"""Backup and restore as the caretaker does them: out in one file, and back."""

PERSON = ("account", "add", "--name", "Ada", "--email", "ada@x.no", "--role", "planner")


def test_a_backup_is_written_and_put_back(run, tmp_path):
    run(*PERSON)
    assert run("backup", tmp_path / "b.tar", "--with-keys").exit_code == 0
    there = {"PARTICIPATION_FOLDER": str(tmp_path / "there")}
    told = run("restore", tmp_path / "b.tar", **there)
    assert told.output == "The backup of 2026-11-21 is back in place and up to date.\n"
    assert "ada@x.no" in run("account", "list", **there).output


def test_one_is_told_that_the_keys_are_apart(run, folder, tmp_path):
    told = run("backup", tmp_path / "b.tar")
    assert f"without {folder / 'root.key'} nobody can read" in told.output


def test_one_is_told_when_the_keys_are_inside(run, tmp_path):
    assert "whoever has this file" in run("backup", tmp_path / "b.tar", "--with-keys").output


def test_what_is_there_is_replaced_only_by_force(run, tmp_path):
    run("backup", tmp_path / "b.tar")
    run(*PERSON)
    assert run("restore", tmp_path / "b.tar").exit_code == 1
    assert "ada@x.no" in run("account", "list").output
    assert run("restore", tmp_path / "b.tar", "--force").exit_code == 0
    assert run("account", "list").output == ""


def test_a_file_that_is_not_there_is_a_mistake_in_usage(run, tmp_path):
    assert run("restore", tmp_path / "nothing.tar").exit_code == 2


def test_a_folder_that_is_not_there_is_said_in_one_line(run, tmp_path):
    told = run("backup", tmp_path / "nowhere" / "b.tar")
    assert told.exit_code == 1
    assert told.output.count("\n") == 1
