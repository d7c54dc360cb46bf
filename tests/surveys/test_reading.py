"""From files to surveys, whatever state the files are in."""

import shutil

import pytest

from participation.surveys.complaints import Weight
from participation.surveys.reading import SurveyError, complaints, read_survey, read_surveys


def test_surveys_are_read_by_the_name_of_their_folder(folder):
    shutil.copytree(folder, folder.with_name("my-street"))
    assert list(read_surveys(folder.parent)) == ["my-street", "our-street"]


def test_files_and_hidden_folders_beside_the_surveys_are_no_surveys(folder):
    (folder.parent / "README.md").write_text("Surveys.")
    (folder.parent / ".cache").mkdir()
    assert list(read_surveys(folder.parent)) == ["our-street"]


def test_one_broken_survey_stops_the_house_and_every_complaint_is_told(folder, spoil):
    shutil.copytree(folder, folder.with_name("my-street"))
    (folder.with_name("my-street") / "nb.toml").unlink()
    spoil("survey.toml", "version = 3", "version = 0")
    with pytest.raises(SurveyError) as stopped:
        read_surveys(folder.parent)
    assert [complaint.file for complaint in stopped.value.complaints] == [
        "my-street/nb.toml",
        "our-street/survey.toml",
    ]


def test_complaints_are_found_in_one_survey_and_in_a_folder_of_them(folder, spoil):
    spoil("nb.toml", "Ikke trygg", "Utrygg")
    assert complaints(folder) == complaints(folder.parent)


@pytest.mark.parametrize(
    ("content", "remedy"),
    [
        (b"version = ", "Mend the TOML"),
        (b'title = "\xf8"', "Save the file as UTF-8"),
        (None, "Write this file"),
    ],
)
@pytest.mark.parametrize("file", ["survey.toml", "nb.toml"])
def test_a_file_that_cannot_be_read_stops_the_survey(folder, file, content, remedy):
    (folder / file).unlink()
    if content is not None:
        (folder / file).write_bytes(content)
    with pytest.raises(SurveyError, match=f"our-street/{file}: file: {remedy}"):
        read_survey(folder)


def test_a_translation_that_cannot_be_read_is_not_offered(folder):
    (folder / "nn.toml").write_bytes(b'title = "\xf8"')
    assert read_survey(folder).languages == ("nb",)
    assert [(complaint.file, complaint.weight) for complaint in complaints(folder)] == [
        ("our-street/nn.toml", Weight.NOT_OFFERED)
    ]


def test_a_file_that_is_no_language_is_complained_of(folder):
    shutil.copy(folder / "nn.toml", folder / "nynorsk.toml")
    (complaint,) = complaints(folder)
    assert (complaint.file, complaint.weight) == ("our-street/nynorsk.toml", Weight.NOT_OFFERED)
    assert read_survey(folder).languages == ("nb", "nn")


def test_a_folder_is_named_so_that_it_can_stand_in_an_address(folder):
    badly_named = folder.rename(folder.with_name("Our street"))
    with pytest.raises(SurveyError, match=r"Our street/survey\.toml: folder: Name the folder"):
        read_survey(badly_named)


def test_no_folder_at_all_is_told_in_words(tmp_path):
    with pytest.raises(SurveyError, match="Make this folder"):
        read_surveys(tmp_path / "surveys")


def test_senseless_pages_and_missing_words_are_told_together(spoil):
    spoil("survey.toml", 'values = ["bad", "mixed"]', 'values = ["awful"]')
    folder = spoil("nb.toml", 'title = "Stedet"\n', "")
    assert [complaint.key for complaint in complaints(folder)] == ["why.show_if", "title"]
