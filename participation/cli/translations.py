"""Translations: the words of the application in each language, compiled, and held against the code."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import click
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from participation.cli.errands import Errand
from participation.cli.outside import Outside
from participation.config import ROOT
from participation.web.language import KNOWN

REQUIRED = ("nb", "nn")
"""Complete from the first day: equal in law, and equal here. English is what the code is written in."""
LEANS_ON = {"se": "nb", "smj": "nb", "sma": "nb"}
"""Whose words stand where a language has none; plain words lean on the usual ones, all others on English."""
CATALOGUE = "LC_MESSAGES/messages.po"
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "lazy_gettext": None,
    "lazy_ngettext": (1, 2),
    "lazy_pgettext": ((1, "c"), 2),
}
OPTIONS = {"**.html": {"silent": "false", "trimmed": "true"}}
PLACEHOLDER = re.compile(r"%\([a-z_]+\)[sd]|\{[a-z_]*\}")

translations_at = click.option(
    "--root",
    default=ROOT,
    show_default="the installation",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Where pyproject.toml and translations/ are.",
)


@click.group()
def translations() -> None:
    """Look after the words of the application."""


@translations.command("compile", cls=Errand)
@translations_at
def compile_(root: Path) -> None:
    """Turn every translations/<language>/LC_MESSAGES/messages.po into the form that is read at run time."""
    for path in sorted((root / "translations").glob(f"*/{CATALOGUE}")):
        language = path.parts[-3]
        catalogue = _read(path)
        _lean(catalogue, root / "translations" / leans_on(language) / CATALOGUE)
        compiled = root / "translations" / read_as(language) / CATALOGUE
        compiled.parent.mkdir(parents=True, exist_ok=True)
        with open(compiled.with_suffix(".mo"), "wb") as file:
            write_mo(file, catalogue)


@translations.command(cls=Errand)
@translations_at
def check(root: Path) -> None:
    """Hold every language against the code: missing, fuzzy, left over, other placeholders.

    Bokmål and nynorsk have every sentence, plain words those that differ, and all other languages
    what is met without signing in. Exit status 1 where anything is missing or wrong.
    """
    wanted = wanted_in(root)
    found = sorted(path.parts[-3] for path in (root / "translations").glob(f"*/{CATALOGUE}"))
    wrong = 0
    for language in sorted({*REQUIRED, *found}):
        complaints = list(complaints_about(wanted, root, language))
        for complaint in complaints:
            click.echo(f"{language}: {complaint}")
        wrong += len(complaints)
        needed = sum(is_needed(sentence, language) for sentence in wanted.values())
        click.echo(f"{language}: {needed} sentences needed, {len(complaints) or 'no'} complaints")
    if wrong:
        raise click.ClickException(f"{wrong} complaints")


@dataclass(frozen=True)
class Wanted:
    """A sentence the code wants in every language, where it stands, and whether strangers meet it."""

    singular: str
    plural: str | None
    place: str
    outside: bool


def is_needed(sentence: Wanted, language: str) -> bool:
    """Whether this language must have the sentence: all, what is met outside, or only what differs."""
    return language in REQUIRED or (sentence.outside and "@" not in language)


def leans_on(language: str) -> str:
    return language.partition("@")[0] if "@" in language else LEANS_ON.get(language, "")


def read_as(language: str) -> str:
    """The name under which the words are looked for: a language may borrow another's dates."""
    return str(KNOWN[language].locale) if language in KNOWN else language


def wanted_in(root: Path) -> dict[tuple[str | None, str], Wanted]:
    """Every sentence in code and templates, by context and text, as pyproject.toml says where to look."""
    mappings = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["babel"]["mappings"]
    methods = [(mapping["pattern"], mapping["method"]) for mapping in mappings]
    wanted: dict[tuple[str | None, str], Wanted] = {}
    outside = Outside(root)
    for folder in sorted({pattern.split("/")[0] for pattern, _ in methods}):
        within = [(pattern.removeprefix(f"{folder}/"), method) for pattern, method in methods]
        for file, line, text, _, context in extract_from_dir(
            root / folder, method_map=within, options_map=OPTIONS, keywords=KEYWORDS
        ):
            singular, plural = (text[0], text[1]) if isinstance(text, tuple) else (text, None)
            place = f"{folder}/{file}"
            met = outside.holds(place, line)
            first = wanted.get((context, singular), Wanted(singular, plural, f"{place}:{line}", met))
            wanted[context, singular] = replace(first, outside=first.outside or met)
    return wanted


def complaints_about(
    wanted: Mapping[tuple[str | None, str], Wanted], root: Path, language: str
) -> Iterator[str]:
    path = root / "translations" / language / CATALOGUE
    if not path.exists():
        yield f"{path.relative_to(root)} is missing"
        return
    catalogue = _read(path)
    for (context, _), sentence in wanted.items():
        message = catalogue.get(sentence.singular, context)
        if message is None and not is_needed(sentence, language):
            continue
        yield from (f"{sentence.place}: {wrong}" for wrong in _wrong_with(message, sentence))
    for message in catalogue:
        key = message.id[0] if isinstance(message.id, (tuple, list)) else message.id
        if key and (message.context, key) not in wanted:
            yield f"left over, nothing says it any more: {key!r}"


def _wrong_with(message: Message | None, sentence: Wanted) -> Iterator[str]:
    if message is None:
        yield f"missing: {sentence.singular!r}"
        return
    texts = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    if not all(text and text.strip() for text in texts):
        yield f"not translated: {sentence.singular!r}"
        return
    if message.fuzzy:
        yield f"fuzzy, look at it again: {sentence.singular!r}"
    said = [text for text in (sentence.singular, sentence.plural) if text]
    originals = {frozenset(PLACEHOLDER.findall(text)) for text in said}
    for n, text in enumerate(texts, 1):
        found = frozenset(PLACEHOLDER.findall(str(text)))
        only_less = n < len(texts) and any(found < original for original in originals)
        if found not in originals and not only_less:
            yield f"other placeholders than the sentence: {text!r}"
    if bool(sentence.plural) != isinstance(message.id, (tuple, list)):
        yield f"singular and plural do not fit: {sentence.singular!r}"


def _lean(catalogue: Catalog, on: Path) -> None:
    """Put another language's words where this one has none, so that no page breaks or turns English."""
    if not on.is_file():
        return
    for message in _read(on):
        if message.id and not _is_said(catalogue.get(message.id, message.context)):
            forms = message.string
            if isinstance(forms, tuple):
                forms = (*forms, *[forms[-1]] * catalogue.num_plurals)[: catalogue.num_plurals]
            catalogue.add(message.id, forms, context=message.context)


def _is_said(message: Message | None) -> bool:
    if message is None:
        return False
    return all(message.string) if isinstance(message.string, tuple) else bool(message.string)


def _read(path: Path) -> Catalog:
    try:
        with open(path, "rb") as file:
            return read_po(file, locale=path.parts[-3].replace("-", "_"), abort_invalid=True)
    except (PoFileError, ValueError) as error:
        raise click.ClickException(f"{path}: {error}") from None
