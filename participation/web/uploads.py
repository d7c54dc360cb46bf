"""Uploads: room for files where files are handed in, and which sentence each of them is for."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from flask import request
from flask_babel import lazy_gettext as _
from werkzeug.datastructures import FileStorage

from participation.access import Act, require
from participation.owner import recordings, sign_films
from participation.owner.recordings import Unfit
from participation.surveys.sentences import SHORT, ToRecord
from participation.web.current import actor

BELOW = "/barnas-sider/"
"""The server takes long bodies below this address, and nowhere else."""
MOST_TOGETHER = sign_films.MOST_BYTES + 1_000_000
"""For one request: a film, or some hundred recordings."""
MOST_PARTS = 1000

NO_SENTENCE = _("No sentence here has this name.")
TWICE = _("Another file was for the same sentence. This one was left out.")
UNFIT: Mapping[Unfit, Any] = {
    Unfit.NO_SOUND: _("This is no sound we can play. Use MP3, M4A, WAV or Ogg with Opus."),
    Unfit.TOO_LARGE: _("It is larger than 1 MB. Make it shorter, or save it as MP3."),
}


@dataclass
class HandedIn:
    """What came of the files: sounds by their sentences, and what was not taken and why."""

    sounds: dict[str, bytes] = field(default_factory=dict)
    taken: list[tuple[str, ToRecord]] = field(default_factory=list)
    refused: list[tuple[str, Any]] = field(default_factory=list)


def make_room() -> None:
    """Let this request be long, once it is known that who sends it may add to the children's pages."""
    require(actor(), Act.EDIT_CHILDRENS_PAGES)
    request.max_content_length = MOST_TOGETHER
    request.max_form_parts = MOST_PARTS


def sorted_out(files: Iterable[tuple[str, FileStorage]], wanted: Sequence[ToRecord]) -> HandedIn:
    """Each file beside its sentence: by the field it was put in, or else by what it is called."""
    handed_in = HandedIn()
    for name, file in files:
        if file.filename:
            sentence = next((one for one in wanted if name == f"file-{one.name}"), None)
            _take(handed_in, file, sentence or meant_by(file.filename, wanted))
    return handed_in


def meant_by(file_name: str, wanted: Sequence[ToRecord]) -> ToRecord | None:
    """The sentence that a file's name begins with the hash of, or bears the key of."""
    stem = re.split(r"[/\\]", file_name)[-1].rpartition(".")[0].strip().lower()
    begin = re.match(rf"[0-9a-f]{{{SHORT}}}(?![0-9a-z])", stem)
    by_hash = (one for one in wanted if begin and one.short == begin[0])
    by_key = (one for one in wanted if stem in one.keys)
    return next(by_hash, None) or next(by_key, None)


def _take(handed_in: HandedIn, file: FileStorage, sentence: ToRecord | None) -> None:
    called = (file.filename or "")[:120]
    content = file.stream.read(recordings.MOST_BYTES + 1)
    wrong = recordings.unfit(content)
    if sentence is None:
        handed_in.refused.append((called, NO_SENTENCE))
    elif wrong:
        handed_in.refused.append((called, UNFIT[wrong]))
    elif sentence.name in handed_in.sounds:
        handed_in.refused.append((called, TWICE))
    else:
        handed_in.sounds[sentence.name] = content
        handed_in.taken.append((called, sentence))
