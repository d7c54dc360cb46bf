"""Tokens: the words of a text as they are compared, each knowing where it stands."""

import re
import unicodedata
from dataclasses import dataclass

_LETTER = r"[^\W\d_]"
_JOINS = r"[\u0300-\u036f\u0610-\u061a\u064b-\u065f]|['’ʼ\-](?=[^\W\d_])"
_WORD = re.compile(rf"(?<!\d){_LETTER}(?:{_LETTER}|{_JOINS})*")
_BEGINS = re.compile(r"(?:^|[.!?…:;\n\"«»“”(\[*•|]|(?:^|\s)[-–—])[\s\"«“”(\[]*\Z")
_INITIAL = re.compile(r"(?:^|\s)[^\W\d_i]\.\s?\Z|(?:mr|mrs|ms|dr|frk|hr)\.\s\Z", re.I)
_LOOK_BACK = 12


@dataclass(frozen=True)
class Token:
    """One word: as it stands, as it is compared, and whether it begins a sentence."""

    start: int
    end: int
    text: str
    low: str
    begins: bool

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()


def tokens_of(text: str) -> tuple[Token, ...]:
    """The words in order. Where everything is in capitals, or every word begins with one, nothing is."""
    found = [(match.start(), match.end(), match.group()) for match in _WORD.finditer(text)]
    shouts = _shouts([word for _, _, word in found])
    return tuple(_token(text, start, end, word.lower() if shouts else word) for start, end, word in found)


def _token(text: str, start: int, end: int, word: str) -> Token:
    low = unicodedata.normalize("NFC", word).lower()
    before = text[max(0, start - _LOOK_BACK) : start]
    begins = start == 0 or (bool(_BEGINS.search(before)) and not _INITIAL.search(before))
    return Token(start, end, word, low, begins)


def _shouts(words: list[str]) -> bool:
    """Capitals say nothing where nearly all words have them."""
    cased = [word for word in words if word[0].upper() != word[0].lower()]
    capital = [word for word in cased if word[0].isupper()]
    shouted = [word for word in cased if len(word) > 1 and word.isupper()]
    few_small = len(cased) >= 5 and len(capital) > 0.7 * len(cased)
    return few_small or (len(cased) >= 2 and len(shouted) > 0.6 * len(cased))
