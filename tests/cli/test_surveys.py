"""Whoever writes a survey is told what to mend, where, and which languages are offered."""

import shutil

import pytest

from participation.config import ROOT


@pytest.fixture
def own(tmp_path):
    """A folder with one survey, to be spoilt."""
    shutil.copytree(ROOT / "surveys" / "was-i-heard", tmp_path / "surveys" / "was-i-heard")
    return tmp_path / "surveys"


def spoil(path, before: str, after: str) -> None:
    path.write_text(path.read_text("utf-8").replace(before, after, 1), "utf-8")


def test_our_own_surveys_are_whole(run):
    told = run("surveys", "check")
    assert told.exit_code == 0
    [ours] = [line for line in told.output.splitlines() if line.startswith("our-place 1: offered in nb")]
    assert {"nn", "en"} <= set(ours.split("nb")[1].replace(",", " ").split())


def test_one_survey_can_be_checked_alone(run, own):
    assert run("surveys", "check", own / "was-i-heard").output.startswith("was-i-heard 1: offered in")


def test_a_stale_translation_is_named_with_its_remedy(run, own):
    spoil(own / "was-i-heard" / "nb.toml", 'title = "', 'title = "Ny ')
    told = run("surveys", "check", own)
    assert told.exit_code == 1
    assert "was-i-heard/nn.toml: title:" in told.output
    assert "[language not offered]" in told.output
    assert "was-i-heard 1: offered in nb\n" in told.output


def test_a_broken_survey_is_named_with_file_and_key(run, own):
    spoil(own / "was-i-heard" / "survey.toml", 'kind = "choice"', 'kind = "riddle"')
    told = run("surveys", "check", own)
    assert told.exit_code == 1
    assert "was-i-heard/survey.toml: know_outcome" in told.output
    assert "was-i-heard: cannot be used" in told.output


def test_a_folder_that_is_not_there_is_a_mistake_in_usage(run, tmp_path):
    assert run("surveys", "check", tmp_path / "nowhere").exit_code == 2


def test_a_house_with_a_broken_survey_does_not_open(run, own):
    spoil(own / "was-i-heard" / "survey.toml", 'kind = "choice"', 'kind = "riddle"')
    told = run("serve", "--port", 0, PARTICIPATION_SURVEYS=str(own))
    assert told.exit_code == 1
    assert "was-i-heard/survey.toml" in told.output
