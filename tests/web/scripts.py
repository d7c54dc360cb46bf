"""Scripts: which letters each language is written in, and words that stand under the wrong language."""

import re
import unicodedata
from collections.abc import Iterator

from lxml import html
from lxml.html import HtmlElement

WRITTEN_IN = {"ar": "ARABIC", "prs": "ARABIC", "ckb": "ARABIC", "uk": "CYRILLIC", "ti": "ETHIOPIC"}
"""The others are written in Latin letters."""
READ = ("alt", "aria-label", "data-head", "placeholder", "title")
"""What is read or shown of an element besides its text."""
SILENT = {"script", "style"}
APART = re.compile("\u2068[^\u2069]*\u2069")
"""A name between marks that keep it apart, where no element can."""
TURNED = re.compile(r"[0-9]\s+[0-9]")


def misplaced(page: str, most: float = 0) -> list[str]:
    """Texts of which more than this part is in letters that their language is not written in."""
    return [
        f"{language}: {' '.join(text.split())[:80]}"
        for language, text in _said(html.document_fromstring(page), "")
        if foreign(text, language) > most
    ]


def out_of_order(page: str) -> list[str]:
    """Numbers in groups, which right to left puts the last group first: 111 116."""
    document = html.document_fromstring(page)
    written = (text for language, text in _said(document, "") if WRITTEN_IN.get(language) == "ARABIC")
    return [" ".join(text.split())[:80] for text in written if TURNED.search(APART.sub("", text))]


def foreign(text: str, language: str) -> float:
    """Which part of the letters are of another script than the language's own."""
    scripts = [script(letter) for letter in APART.sub("", text) if letter.isalpha()]
    wrong = sum(found != WRITTEN_IN.get(language, "LATIN") for found in scripts)
    return wrong / len(scripts) if scripts else 0


def script(letter: str) -> str:
    return "LATIN" if letter in "ªº" else unicodedata.name(letter, "NO").split()[0]


def _said(element: HtmlElement, language: str) -> Iterator[tuple[str, str]]:
    """Every text with its language. Names, codes, and words of an unknown language belong to none."""
    if not isinstance(element.tag, str) or element.tag in SILENT:
        return
    language = element.get("lang", language)
    if _is_own(element):
        language = ""
    if language:
        yield from ((language, element.get(name)) for name in READ if element.get(name))
        yield language, element.text or ""
    for child in element:
        yield from _said(child, language)
        yield from ((language, text) for text in [child.tail] if language and text)


def _is_own(element: HtmlElement) -> bool:
    """A name or a code that is kept apart, or what somebody has typed."""
    no_language = element.tag in {"bdi", "textarea"} and not element.get("lang")
    return no_language or element.get("translate") == "no"
