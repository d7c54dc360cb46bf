"""Places: addresses, and what the municipality itself knows by name."""

import re
from collections.abc import Iterator
from functools import lru_cache

from participation.disclosure.free_text.kinds import Kind, LocalLists, Mark, Strength
from participation.disclosure.free_text.words import is_ordinary, ordinary, proper, seems_ordinary

_STREET = (
    r"(?:vegen|veien|veg|vei|veia|vegn|veien|gata|gaten|gate|gt\.?|stien|tunet|bakken|ringen|svingen|allé|alleen|alléen|plass|plassen"
    r"|kroken|lia|åsen|terrasse|terrassen|haugen|jordet|løkka|toppen|myra|grenda|faret|kleiva|brygga|kaia|torget|torg|sletta"
    r"|enga|engen|hagen|dalen|gården|garden|åkeren|smuget|marka|moen|vollen|vika|berget|flata|høgda|kollen|lunden|skogen|stranda"
    r"|brinken|kleivene|stubben|bråten|geaidnu|luodda|gáhta|balggis)"
)
_UNITS = r"(?!\s?(?:km|kilometer|meter|m|min|minutt|minutter|ganger|gonger|gang|timer|barn|år|dager|kr|kroner|stykker|trær|av)\b)"
_HOUSE = r"\d{1,3}(?:\s?[A-Ha-h](?!\w))?"
_ADDRESS = re.compile(
    rf"(?<!\w)((?:[A-ZÆØÅČĐŊŠŽÁ][\w’'\-]{{1,30}}\s){{0,3}}[\w\-]{{0,30}}?{_STREET}|(?:[A-ZÆØÅ][\w.\-]{{1,30}}\s){{1,3}}v\.)[ ,]{{1,2}}(?:nr\.?\s?)?{_HOUSE}(?![\d.,:]\d|\w){_UNITS}",
    re.I,
)
_ABROAD = re.compile(
    r"\d{1,4}\s(?:[A-Z][\w'’]{1,20}\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Close|Way)\b"
    r"|(?<!\w)(?:ul\.|ulica|ulicy|al\.|os\.|вул\.|вулиця|вулиці|просп\.|улица|شارع|jidka|waddada|ጎደና|rue|calle|straße)\s{1,2}[\w\-.’']{2,30}(?:\s[\w\-.’']{2,30}){0,2}?,?\s{1,2}(?:№|nr\.?|رقم)?\s?\d{1,4}\w?"
    r"|(?<!\w)[\w\-]{3,30}(?:strasse|straße|straat|katu|gatan|vägen|stræde)\s\d{1,4}"
)
_GENERIC_WAY = re.compile(
    r"(?:skole|skule|sykkel|gang|hoved|hovud|bil|tur|sti|fjell|skogs|gård|gards|gårds|mot|motor|grus|kjerre|avkjørings|om|lekeplass|leike|leke|parkerings|fotball|bade|ake|snu|holde|sitte|spille|møte|arbeids|sove|hage|blomster|barne|syd|klatre|trenings|ryst|park|skate|idretts|ski|jul|over|under|inn|ut|opp|ned|sid|side|små|små|store|tenn|nød|ved|blind|bane|bygde|jule|uten)?(?:vegen|veien|veg|vei|gate|gata|gaten|plass|plassen|bakken|stien|ringen|skogen|stranda|hagen|toppen|haugen|dalen|torget|kaia|brygga|marka|myra|garden|gården|tunet|enga|jordet|åsen|lia|torg)",
    re.I,
)
_POSTCODE = re.compile(
    r"(?<![\d.])(?:NO?-)?(\d{4})\s{1,2}([A-ZÆØÅÁČŠ][\w\-]{1,30}(?:\s[A-ZÆØÅ]\w{1,20})?)|(?<![\d.])(\d{4})\s(?=[a-zæøåáčšž]{3,20})([a-zæøåáčšž]{3,20})"
)
_LIVED_IN = re.compile(r"(?:bor|bur|bodde|budde|adress\w*)(?: mi| min)?(?: i| på| ved| er|:)*\s$", re.I)
_LIVES_AT = re.compile(
    r"(?<!\w)(?:(?:[Bb]or|[Bb]ur|bodde|budde|flytta|flyttet|live|[Mm]ieszkam|orun|hjemme|heime)(?:\s\w{1,10}){0,2}\s(?:i|på|ved|in|at|na|w)\s|[Aa]dress\w*(?:\s\w{2,8}){0,2}:?\s|(?=(?:Øvre|Nedre|Ytre|Indre|Nordre|Søre|Søndre|Vestre|Østre|Store|Lille|Gamle|Nye|Sankt|St\.)\s))([A-ZÆØÅ][\w\-]{1,30}(?:\s[\w\-]{2,20}){0,2}\s\d{1,3}\s?[A-Ha-h]?)(?!\w)"
)
_SHOP = re.compile(
    r"(?<!\w)(?:Rema(?: 1000)?|Kiwi|Coop(?: (?:Extra|Mega|Prix|Marked|Obs))?|Extra|Meny|Joker|Spar|Bunnpris|Circle K|Esso|Shell|YX|Narvesen|Obs|Europris|Nille)(?: (?:på|i))?\s(?!Er|Og)[A-ZÆØÅ][\w\-]{2,30}"
)
_PO_BOX = re.compile(
    r"(?<!\w)leil(?:ighet(?:snummer)?|\.)?\s(?:nr\.?\s)?[HULK]?\d{1,4}(?!\w)|(?<!\w)(?:(?:post)?boks|p\.?o\.? box|pb)\s\d{1,5}|(?<=postnummer )\d{4}|(?<=postnr )\d{4}|(?<=postnummeret )\d{4}|(?<=postnummeret er )\d{4}|(?<=postnummer er )\d{4}|(?<=postnummeret mitt er )\d{4}",
    re.I,
)


def places(text: str, lists: LocalLists) -> Iterator[Mark]:
    """Where a child lives, and the places the municipality has listed."""
    yield from _addresses(text)
    yield from _from_lists(text, lists)


def _addresses(text: str) -> Iterator[Mark]:
    for match in _ADDRESS.finditer(text):
        start = _street_begins(match)
        street = text[start : match.end(1)]
        lived_in = _LIVED_IN.search(text[max(0, start - 30) : start])
        generic = street[0].islower() and (_GENERIC_WAY.fullmatch(street) or _all_ordinary(street))
        if lived_in or not generic:
            yield Mark(start, match.end(), Kind.ADDRESS, Strength.REMOVE)
    for match in _SHOP.finditer(text):
        if not match.group().isupper():
            yield Mark(*match.span(), Kind.PLACE, Strength.REMOVE)
    for match in _LIVES_AT.finditer(text):
        yield Mark(*match.span(1), Kind.ADDRESS, Strength.REMOVE)
    for pattern in (_ABROAD, _PO_BOX):
        for match in pattern.finditer(text):
            yield Mark(*match.span(), Kind.ADDRESS, Strength.REMOVE)
    for match in _POSTCODE.finditer(text):
        code, place = match.group(1) or match.group(3), match.group(2) or match.group(4)
        is_year = (1900 <= int(code) <= 2099 and match.group(3)) or 1990 <= int(code) <= 2039
        low = place.lower()
        known = low in ordinary() if match.group(2) else seems_ordinary(low)
        if not is_year and (low in proper() or not known):
            yield Mark(*match.span(), Kind.ADDRESS, Strength.REMOVE)


def _street_begins(match: re.Match[str]) -> int:
    """Where the street's own name begins: small ordinary words before it do not belong to it."""
    words = list(re.finditer(r"\S+", match.group(1)))
    at = len(words) - 1
    short = re.fullmatch(rf"(?:{_STREET}|v\.)", words[at].group(), re.I)
    while at and (words[at - 1].group()[0].isupper() or (short and at == len(words) - 1)):
        opens = match.start(1) + words[at - 1].start() == 0
        if opens and not short and is_ordinary(words[at - 1].group().lower()):
            break
        at -= 1
    return match.start(1) + words[at].start()


def _all_ordinary(street: str) -> bool:
    return street[0].islower() and all(is_ordinary(word) for word in street.lower().split())


def _from_lists(text: str, lists: LocalLists) -> Iterator[Mark]:
    """What stands on the municipality's own lists, whatever the case, also with an ending."""
    listed = (
        (lists.schools, Kind.SCHOOL),
        (lists.places, Kind.PLACE),
        (lists.clubs, Kind.CLUB),
        (lists.staff, Kind.NAME),
    )
    for names, kind in listed:
        pattern = _any_of(names)
        for match in pattern.finditer(text) if pattern else ():
            yield Mark(*match.span(), kind, Strength.REMOVE)


@lru_cache(maxsize=16)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str] | None:
    """One pattern for a whole list; a person's first and last names count on their own, too."""
    whole = {name.strip() for name in names if len(name.strip()) > 1}
    if not whole:
        return None
    written = (
        r"\s{1,3}".join(re.escape(part) for part in name.split())
        for name in sorted(whole, key=len, reverse=True)
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(written)})(?:s|['’]s|en|et)?(?!\w)", re.I)
