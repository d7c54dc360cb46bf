"""Catalogues: which languages the pages themselves are in, and whether a native reader has read them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from participation.surveys.reading import NOBODY
from participation.web.language import OFFERED_OUTSIDE

READ_BY = re.compile(r'^"X-Read-By: *(.*?) *(?:\\n)?"$', re.MULTILINE)


@dataclass(frozen=True)
class Catalogue:
    """The words of the pages in one language, as its publisher is told of them."""

    code: str
    is_unread: bool
    is_offered: bool


def catalogues(translations: Path) -> Iterator[Catalogue]:
    """Those on offer first; plain words belong to their language and are not told apart."""
    drafted = {path.parts[-3] for path in translations.glob("*/LC_MESSAGES/messages.po")}
    others = sorted(code for code in drafted - set(OFFERED_OUTSIDE) if "@" not in code)
    for code in (*OFFERED_OUTSIDE, *others):
        head = _head(translations / code / "LC_MESSAGES" / "messages.po")
        read_by = READ_BY.search(head)
        yield Catalogue(code, read_by is not None and read_by[1] == NOBODY, code in OFFERED_OUTSIDE)


def _head(path: Path) -> str:
    """What a catalogue says of itself; English has none, for the code is written in it."""
    return path.read_text("utf-8").partition("\n\n")[0] if path.exists() else ""
