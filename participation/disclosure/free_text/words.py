"""Words: which are ordinary, and how much an unknown one looks like a name.

What is ordinary is written by us for children's language, beside the word lists of a maintained package.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path

from participation.disclosure.free_text import names

_FOLDER = Path(__file__).parent / "ordinary"
_LISTS = ("en_US", "da_DK")
_LISTS_ELSEWHERE = ("pl_PL", "uk_UA", "ru_RU", "ar_AA", "fa_IR")
_ELSEWHERE = {"others.txt", "se.txt"}
_ENDINGS = re.compile(
    r"(?:ene|ane|an|en|et|er|ar|a|e|s|r|n|t|te|de|dde|tt|ere|est|este|ende|ing|inga|ingen|inger|lig|ligere|het"
    r"|ed|es|ly|y|i)$"
)
_ENDINGS_ELSEWHERE = re.compile(
    r"(?:e|a|es|i|y|ów|ami|ach|om|em|ą|ę|ie|u|и|і|у|ю|ою|ом|ів|ами|ах|их|ий|а|я|е|ться|ти"
    r"|in|id|ii|is|n|t|iin|s|ka|kii|ta|tii|aha|yaal|da|eenna|keena|teena|eena|kayga|tayda|kooda|tooda)$"
)
_SHAPED = re.compile(
    r".{3,}(?:ing|inger|ingen|ingene|inga|else|elser|elsen|het|heten|sjon|sjonen|sjoner|asjon|leg|lege|lig|lige"
    r"|ligste|isk|iske|ende|ande|erne|eren|ere|este|ene|ane|bar|som|sam|løs|løst|løse|full|fullt|aktig|vis|skap"
    r"|dom|eri|eriet|ert|erte|erer|ering|eringa|er|tion|ness|less|able|ious|ment|ść|ości|anie|enie|ować|owy|owa"
    r"|ськ.{1,3}|[уюая]є|[иі]ться|ється|[ію]ють|[ую]ють|[ую]вати|ують|ають|ння|ити|ати|ють|ити|ість|vuohta|vuođa|meahttun|laš|heapme|neaddji|aneyaa|ayaa|eyaa|nayaa)$"
)
_ARTICLES = ("وال", "بال", "لل", "ال", "و", "ب", "ل", "ف")


@cache
def ordinary() -> frozenset[str]:
    """Words that say nothing about who wrote them."""
    return _here() | _elsewhere()


@cache
def _here() -> frozenset[str]:
    """The ordinary words of Norwegian and English."""
    return _read([path for path in _FOLDER.glob("*.txt") if path.name not in _ELSEWHERE], _LISTS)


@cache
def _elsewhere() -> frozenset[str]:
    """Those of other languages, whose endings are their own: arv does not make arvid an ordinary word."""
    return _read([_FOLDER / name for name in _ELSEWHERE], _LISTS_ELSEWHERE)


def _read(paths: Iterable[Path], locales: Iterable[str]) -> frozenset[str]:
    ours = [word for path in paths for word in path.read_text("utf-8").split()]
    theirs = [word for locale in locales for word in _list_of(locale)]
    return frozenset(unicodedata.normalize("NFC", word).lower() for word in [*ours, *theirs])


@cache
def proper() -> frozenset[str]:
    """Names of what everybody knows: countries, games, shops."""
    return frozenset((_FOLDER / "proper.txt").read_text("utf-8").split())


def is_ordinary(low: str) -> bool:
    """Whether a word, or what is left of it without its ending, is ordinary."""
    if low in ordinary() or low.replace("'", "").replace("’", "") in ordinary():
        return True
    if len(low) > 3 and f"{low}e" in ordinary():
        return True
    if any(low.startswith(article) and low[len(article) :] in ordinary() for article in _ARTICLES):
        return True
    pairs = ((_ENDINGS, _here()), (_ENDINGS_ELSEWHERE, _elsewhere()))
    stems = ((ending.sub("", low), known) for ending, known in pairs)
    return any(len(stem) >= 3 and stem != low and _is_stem(stem, known) for stem, known in stems)


def is_elsewhere(words: Iterable[str]) -> bool:
    """Whether the words are rather those of a language we know few words of."""
    here, elsewhere = _here(), _elsewhere()
    words = list(words)
    return sum(word in elsewhere for word in words) > sum(word in here for word in words)


def seems_ordinary(low: str) -> bool:
    """Ordinary, drawn out, put together of ordinary parts, or shaped as no name is."""
    if is_ordinary(low) or (len(low) >= 6 and _SHAPED.fullmatch(low)):
        return True
    short = re.sub(r"(.)\1+", r"\1", low)
    drawn = re.sub(r"(.)\1{2,}", r"\1", low)
    return _laughs(low) or drawn in ordinary() or _is_compound(low) or (len(short) >= 5 and _misspelt(short))


def looks_like_a_name(low: str) -> float:
    """How much more the letters are those of names than of ordinary words; above nought: a name."""
    odds, unseen = _odds()
    grams = _grams(low)
    return sum(odds.get(gram, unseen) for gram in grams) / max(1, len(grams))


def _is_stem(stem: str, known: frozenset[str]) -> bool:
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[:-1] in known
    return stem in known or f"{stem}e" in known or f"{stem}er" in known or doubled


def _is_compound(low: str) -> bool:
    """Whether an ordinary word of four letters or more ends it, after at least three letters."""
    for part in low.split("-"):
        cuts = range(3, len(part) - 2)
        if not is_ordinary(part) and not any(_are_two(part[:cut], part[cut:]) for cut in cuts):
            return False
    return len(low) >= 7 or "-" in low


def _are_two(head: str, tail: str) -> bool:
    if len(tail) == 3:
        return len(head) > 3 and head in ordinary() and tail in ordinary()
    if len(head) + len(tail) > 12 and tail in ordinary():
        return True
    return is_ordinary(tail) and _may_begin(head)


def _may_begin(head: str) -> bool:
    known = ordinary()
    return head in known or head.rstrip("s") in known or f"{head}e" in known or head.rstrip("e") in known


def _misspelt(low: str) -> bool:
    """One letter too few of an ordinary word of six letters or more, or two beside each other swapped."""
    return len(low) >= 6 and low in _one_letter_less()


@cache
def _one_letter_less() -> frozenset[str]:
    long = [re.sub(r"(.)\1+", r"\1", word) for word in ordinary() if len(word) >= 7]
    return frozenset(long) | frozenset(word[:i] + word[i + 1 :] for word in long for i in range(1, len(word)))


def _laughs(low: str) -> bool:
    return bool(
        re.fullmatch(r"(?:[hbjk]+[aeiuoæøå]+){2,}[hjk]*|[^aeiouyæøå]{1,4}|(.)\1+|m+h*m*|h+m+|a+h+", low)
    )


@cache
def _odds() -> tuple[Mapping[str, float], float]:
    """For two and three letters together: how much likelier they are in a name; and for those never met."""
    of_names = Counter(gram for name in names.first_names() for gram in _grams(name))
    of_words = Counter(gram for word in ordinary() for gram in _grams(word))
    unseen = math.log(of_words.total() / of_names.total())
    odds = {
        gram: math.log((of_names[gram] + 0.5) / (of_words[gram] + 0.5)) + unseen
        for gram in of_names.keys() | of_words.keys()
    }
    return odds, unseen


def _grams(low: str) -> list[str]:
    edged = f"^{low}$"
    return [edged[i : i + n] for n in (2, 3) for i in range(len(edged) - n + 1)]


def _list_of(locale: str) -> tuple[str, ...]:
    provider = import_module(f"faker.providers.lorem.{locale}").Provider
    return tuple(provider.word_list)
