"""A setting that cannot be lived by is refused in one line, which says what it takes."""

import pytest
from click.testing import CliRunner

from participation import create_app
from participation.cli import main
from participation.config import SettingError

WRONG = {
    "LANGUAGE": "xx",
    "HTTPS": "perhaps",
    "TRUSTED_PROXIES": "abc",
    "TODAY": "21.11.2026",
    "DATABASE_URL": "nonsense",
}


@pytest.mark.parametrize(("name", "value"), WRONG.items())
def test_a_wrong_setting_is_named(tmp_path, name, value):
    with pytest.raises(SettingError, match=f"PARTICIPATION_{name} is"):
        create_app(**{"FOLDER": str(tmp_path), name: value})


@pytest.mark.parametrize("url", ["mysteryql://x/y", "sqlite+nothing:///x"])
def test_a_database_that_nobody_knows_is_refused(tmp_path, url):
    with pytest.raises(SettingError, match="DATABASE_URL"):
        create_app(FOLDER=str(tmp_path), DATABASE_URL=url)


def test_nothing_is_made_for_a_wrong_setting(tmp_path):
    with pytest.raises(SettingError):
        create_app(FOLDER=str(tmp_path / "var"), DATABASE_URL="nonsense")
    assert not (tmp_path / "var").exists()


@pytest.mark.parametrize(("name", "value"), {**WRONG, "HTTPS": '"no"'}.items())
def test_a_command_says_it_without_a_traceback(blank, name, value):
    env = {"PARTICIPATION_FOLDER": str(blank), f"PARTICIPATION_{name}": value}
    told = CliRunner(env=env).invoke(main, ["migrate"])
    assert told.exit_code == 1
    assert told.output.startswith(f"Error: PARTICIPATION_{name} is")
