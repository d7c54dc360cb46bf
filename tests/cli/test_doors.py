"""The demo municipality opens its doors to whoever tries them, and is kept until it is thrown away."""

import re
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from participation.cli import doors
from participation.demo.browser import Browser
from tests.cli.conftest import House, house


@pytest.fixture(scope="module")
def var(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("demo") / "var"


@pytest.fixture(scope="module")
def first(var) -> House:
    """The demo as it was founded, closed again."""
    with house(var, "--demo") as served:
        served.close()
        return served


@pytest.fixture(scope="module")
def demo(first, var) -> Iterator[tuple[House, Path]]:
    """The same demo the next day."""
    with house(var, "--demo") as served:
        yield served, var


@pytest.fixture
def home(demo) -> str:
    return f"http://127.0.0.1:{demo[0].port}"


def test_every_door_opens(demo, home):
    doors = re.findall(r"http://\S+", demo[0].said)
    assert len(doors) >= 13
    for door in doors:
        assert Browser(home).open(door).status == 200


def test_everyone_in_each_role_can_sign_in(demo, home):
    people = re.findall(r"(\S+@lyngvaer\.example)\s+(\S+)", demo[0].said)
    assert len(people) == 10
    for email, password in people:
        browser = Browser(home)
        browser.send(browser.open("/inn/"), {"email": email, "password": password}).link("/kontor/")


def test_the_doors_are_kept_for_nobody_else_to_read(demo):
    path = demo[1] / "doors.txt"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_text("utf-8").strip() in demo[0].said


def test_the_published_summary_hides_small_numbers_and_shows_large_ones(demo, home):
    reader = Browser(home)
    summary = reader.follow(reader.open("/oppsummeringer"), r"/oppsummeringer/\d+$")
    told = reader.open(f"{summary.address}/tall.csv").body.decode()
    assert ",hidden," in told
    assert ",exact," in told


def test_a_demo_is_kept_and_moves_to_another_port(demo, first):
    passwords = r"@lyngvaer\.example\s+(\S+)"
    assert re.findall(passwords, demo[0].said) == re.findall(passwords, first.said)
    assert f":{demo[0].port}/inn/" in demo[0].said
    assert f":{first.port}/" not in demo[0].said


def test_a_demo_is_thrown_away_when_asked(tmp_path):
    for name in ("participation.db", "root.key", "doors.txt", "my own notes"):
        (tmp_path / name).touch()
    doors.throw_away({"DATABASE_URL": ""}, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["my own notes"]


def test_an_installation_in_use_never_becomes_a_demo(run, folder):
    run("account", "add", "--name", "Ada", "--email", "ada@x.no", "--role", "administrator")
    for words in (("--demo",), ("--demo", "--fresh")):
        told = run("serve", "--port", 0, *words)
        assert told.exit_code == 1
        assert str(folder) in told.output
    assert "ada@x.no" in run("account", "list").output
