"""Names: what people are called, from a maintained package's lists and from a short list of our own."""

import re
import unicodedata
from functools import cache
from importlib import import_module
from pathlib import Path

LOCALES = (
    *("no_NO", "da_DK", "sv_SE", "is_IS", "fi_FI", "en_US", "en_GB", "en_IN", "en_PK", "en_NG"),
    *("sw", "de_DE", "nl_NL", "fr_FR", "es_ES", "it_IT", "pt_PT", "pl_PL", "cs_CZ", "sk_SK"),
    *("hu_HU", "ro_RO", "hr_HR", "lt_LT", "lv_LV", "et_EE", "tr_TR", "az_AZ", "uk_UA", "ru_RU"),
    *("bg_BG", "el_GR", "ar_AA", "ar_PS", "ar_SA", "ar_DZ", "fr_DZ", "fa_IR", "vi_VN", "id_ID"),
    *("ne_NP", "uz_UZ", "mk_MK", "sl_SI", "en_IE", "en_KE", "en_NZ", "en_TH", "ga_IE", "ha_NG"),
    *("ig_NG", "yo_NG", "tw_GH", "zu_ZA", "pt_BR", "es_MX"),
)
_OWN = Path(__file__).parent / "names.txt"
_ENDINGS = (
    *("ek", "eczek", "uś", "eczka", "unia", "ka", "ie", "ię", "ią", "i", "y"),
    *("ę", "ą", "em", "iem", "owi", "a", "u", "s", "'s", "’s"),
)
_ENDINGS_CYRILLIC = (
    *("очка", "ечка", "ичка", "енька", "онька", "ик", "чик", "ко", "ою", "ею", "ом"),
    *("ем", "єю", "ові", "еві", "і", "ї", "и", "у", "ю", "а", "я"),
)


@cache
def common() -> frozenset[str]:
    """First names of children here, which count as names also where they could be another word."""
    return frozenset(_OWN.read_text("utf-8").split())


@cache
def first_names() -> frozenset[str]:
    """First names in small letters."""
    return common() | _listed(r"first_name|middle_names_")


@cache
def last_names() -> frozenset[str]:
    return _listed(r"(?:male_|unisex_)?last_name")


def is_first_name(low: str) -> bool:
    """Whether it is a first name, also with an ending, or in Arabic a beginning, as languages give it."""
    known = first_names()
    if low[0] in "ولبفك" and len(low) > 3 and low[1:] in known:
        return True
    if low in known or (len(low) > 3 and low.endswith("s") and low[:-1].rstrip("'’") in known):
        return True
    return all(part in known for part in low.split("-")) or _without_ending(low)


def _without_ending(low: str) -> bool:
    cyrillic = "а" <= low[0] <= "ӿ"
    slavic = low[-1] in "ąęi" or low.endswith(("em", "owi", "czek", "uś", "czka", "unia", "rek", "ka"))
    if len(low) < 5 or not (cyrillic or slavic):
        return False
    stems = (low.removesuffix(e) for e in (_ENDINGS_CYRILLIC if cyrillic else _ENDINGS) if low.endswith(e))
    known = first_names()
    return any(
        f"{stem}{end}" in known for stem in stems for end in ("", "a", "я", "а", "ia", "ek") if len(stem) > 2
    )


def _listed(kind: str) -> frozenset[str]:
    """The lists of the package, read from its modules: a generator of names is not needed."""
    found: set[str] = set()
    for locale in LOCALES:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for name in dir(provider):
            listed = getattr(provider, name) if re.match(kind, name) else ()
            found |= {str(one) for one in listed} if isinstance(listed, tuple | list | dict) else set()
    plain = (unicodedata.normalize("NFC", one).lower() for one in found)
    return frozenset(one for one in plain if len(one) > 1 and " " not in one)
