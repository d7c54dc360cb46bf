"""From a folder of TOML to a Survey. Every complaint names the file, the key and the remedy."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from participation.surveys import structure, wording
from participation.surveys.complaints import Complaint, Weight
from participation.surveys.definition import Survey, Wording
from participation.surveys.wording import sentence_hash

__all__ = ["Complaint", "SurveyError", "Weight", "complaints", "read_survey", "read_surveys", "sentence_hash"]

STRUCTURE = "survey.toml"
HEADER, READ_BY, NOBODY = "header", "read_by", "nobody yet"
"""What a language file says of itself: which native reader has read it."""
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?")


class SurveyError(Exception):
    """The survey as written cannot be used; one line for each thing to mend."""

    def __init__(self, complaints: Sequence[Complaint]) -> None:
        super().__init__("\n".join(map(str, complaints)))
        self.complaints = tuple(complaints)


def read_surveys(folder: Path) -> dict[str, Survey]:
    """Every survey in the folder, by id."""
    examined = [_examine(entry) for entry in _survey_folders(folder)]
    _stop_if_broken([complaint for _, found in examined for complaint in found])
    return {survey.id: survey for survey, _ in examined if survey}


def read_survey(folder: Path) -> Survey:
    """The survey in this folder, in every language that is complete and fresh."""
    survey, found = _examine(folder)
    _stop_if_broken(found)
    if survey is None:
        raise SurveyError(found)
    return survey


def complaints(folder: Path) -> list[Complaint]:
    """All that is wrong with the survey in this folder, or with every survey in a folder of surveys."""
    folders = [folder] if (folder / STRUCTURE).exists() else _survey_folders(folder)
    return [complaint for entry in folders for complaint in _examine(entry)[1]]


def _survey_folders(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise SurveyError([Complaint(str(folder), "folder", "Make this folder; surveys are read from it.")])
    return sorted(
        entry for entry in folder.iterdir() if entry.is_dir() and not entry.name.startswith((".", "_"))
    )


def _stop_if_broken(found: Sequence[Complaint]) -> None:
    broken = [complaint for complaint in found if complaint.weight is Weight.BROKEN]
    if broken:
        raise SurveyError(broken)


def _examine(folder: Path) -> tuple[Survey | None, list[Complaint]]:
    """The survey, unless it is too broken to be one, and everything there is to complain about."""
    try:
        survey = _structure(folder)
        senseless = structure.senseless(survey, f"{folder.name}/{STRUCTURE}")
        words, found = _words(survey, folder)
    except SurveyError as error:
        return None, list(error.complaints)
    return replace(survey, words=words, unread=_unread(folder, words)), senseless + found


def _structure(folder: Path) -> Survey:
    """The survey before it has words."""
    file = f"{folder.name}/{STRUCTURE}"
    if not re.fullmatch(r"[a-z][a-z0-9-]{0,39}", folder.name):
        remedy = "Name the folder with 1 to 40 small letters a-z, digits and hyphens."
        raise SurveyError([Complaint(file, "folder", remedy)])
    written = _toml(folder / STRUCTURE)
    misshapen = structure.misshapen(written, file)
    if misshapen:
        raise SurveyError(misshapen)
    pages = written.pop("page")
    return Survey.from_document({**written, "id": folder.name, "pages": pages, "words": {}})


def _words(survey: Survey, folder: Path) -> tuple[dict[str, Wording], list[Complaint]]:
    """The words of every language that may be offered, and why others may not."""
    needed = wording.Needed.by(survey)
    file = f"{folder.name}/{survey.source_language}.toml"
    source, found = wording.source(needed, _sentences(folder / f"{survey.source_language}.toml"), file)
    if found:
        return {}, found
    words = {survey.source_language: wording.nested(source)}
    for path in sorted(folder.glob("*.toml")):
        if path.name != STRUCTURE and path.stem != survey.source_language:
            sentences, wrong = _translation(needed, source, path)
            found += wrong
            if all(complaint.weight is Weight.WARNING for complaint in wrong):
                words[path.stem] = wording.nested(sentences)
    return words, found


def _unread(folder: Path, languages: Iterable[str]) -> tuple[str, ...]:
    """The languages whose file says in its header that no native reader has read it."""
    headers = {language: _toml(folder / f"{language}.toml").get(HEADER, {}) for language in languages}
    return tuple(sorted(language for language, header in headers.items() if header.get(READ_BY) == NOBODY))


def _sentences(path: Path) -> dict[str, Any]:
    """The words of a language file, without its header."""
    return {key: entry for key, entry in _toml(path).items() if key != HEADER}


def _translation(
    needed: wording.Needed, source: wording.Sentences, path: Path
) -> tuple[wording.Sentences, list[Complaint]]:
    """The sentences of one more language; a file that cannot be read only keeps that language away."""
    file = f"{path.parent.name}/{path.name}"
    if not LANGUAGE.fullmatch(path.stem):
        return {}, [
            Complaint(file, "file", "Name the file by a language code: nn, se, en.", Weight.NOT_OFFERED)
        ]
    try:
        return wording.translation(needed, source, _sentences(path), file)
    except SurveyError as error:
        return {}, [replace(complaint, weight=Weight.NOT_OFFERED) for complaint in error.complaints]


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        remedy = "Write this file; the survey cannot do without it."
    except UnicodeDecodeError:
        remedy = "Save the file as UTF-8."
    except tomllib.TOMLDecodeError as error:
        remedy = f"Mend the TOML: {error}."
    raise SurveyError([Complaint(f"{path.parent.name}/{path.name}", "file", remedy)])
