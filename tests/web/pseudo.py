"""Pseudo: a language that nobody speaks, in Arabic letters, in which a forgotten word shows at once."""

import json
import re
import shutil
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from participation.cli.translations import wanted_in
from participation.config import ROOT
from participation.surveys.reading import HEADER, sentence_hash

LANGUAGE = "ar"
KEPT = re.compile(r"(%\([a-z_]+\)[sd]|%%|\{[a-z_]*\})")
LATIN, ARABIC = "abcdefghijklmnopqrstuvwxyzæøå", "ابثدهفغحيجكلمنوپقرستعڤخشطزصضذ"
LETTERS = str.maketrans(LATIN + LATIN.upper(), ARABIC * 2)


def said(sentence: str) -> str:
    """The sentence in Arabic letters, as long as before; what is put into it stays as it is."""
    parts = KEPT.split(sentence)
    return "".join(part if KEPT.fullmatch(part) else part.translate(LETTERS) for part in parts)


def translate(into: Path) -> dict[str, str]:
    """The words of the house and of all surveys, in a folder of their own; the settings to read them."""
    shutil.copytree(ROOT / "translations", into / "translations")
    shutil.copytree(ROOT / "surveys", into / "surveys")
    for source in sorted((into / "surveys").glob("*/nb.toml")):
        source.with_name(f"{LANGUAGE}.toml").write_text(_sentences(source), "utf-8")
    catalogue = Catalog(LANGUAGE)
    for (context, singular), wanted in wanted_in(ROOT).items():
        many = (said(wanted.plural),) * 6 if wanted.plural else ()
        catalogue.add(
            (singular, wanted.plural) if many else singular, many or said(singular), context=context
        )
    file = into / "translations" / LANGUAGE / "LC_MESSAGES" / "messages.mo"
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as written:
        write_mo(written, catalogue)
    return {"TRANSLATIONS": str(into / "translations"), "SURVEYS": str(into / "surveys")}


def _sentences(source: Path) -> str:
    """A survey's words, each naming the sentence it stands for."""
    written = tomllib.loads(source.read_text("utf-8"))
    lines = (
        f'{key} = {{ of = "{sentence_hash(text)}", text = {json.dumps(said(text), ensure_ascii=False)} }}'
        for key, text in _flat(written)
    )
    return "\n".join(lines) + "\n"


def _flat(written: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    for key, entry in written.items():
        if isinstance(entry, dict) and key != HEADER:
            yield from _flat(entry, f"{above}{key}.")
        elif isinstance(entry, str):
            yield above + key, entry
