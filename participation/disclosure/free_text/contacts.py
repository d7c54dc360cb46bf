"""Contacts: numbers and addresses on the net, in the many ways in which children write them."""

import re
from collections.abc import Iterator

from participation.disclosure.free_text.kinds import Kind, Mark, Strength
from participation.disclosure.free_text.numbers import identity_numbers

_AT = (
    r"(?:@|\(\s?@\s?\)|\(a\)|\[a\]|\(at\)|\[at\]|krøll[- ]?alfa|krull?alfa|krøllalpha|alfa[- ]?krøll|snabel[- ]?a"
    r"|(?<=\s)at(?=\s)|(?<=\s)æt(?=\s)|małpa|собака|равлик|آت)"
)
_DOT = r"(?:\.|\(dot\)|\(punktum\)|punktum|prikk|dot|kropka|крапка|точка)"
_TOP = r"(?:com|no|net|org|se|dk|fi|pl|ua|ru|uk|de|fr|eu|io|so|edu|info|online|gg|me|tv)"
_AT, _DOT = rf"[(\[]?\s?{_AT}\s?[)\]]?", rf"[(\[]?\s?{_DOT}\s?[)\]]?"
_EMAIL = re.compile(
    rf"(?:[\w\-]{{1,30}}\s{_DOT}\s)?[\w.+\-]{{1,64}}\s{{0,2}}{_AT}\s{{0,2}}[\w\-]{{1,64}}(?:\s{{0,2}}{_DOT}\s{{0,2}}[\w\-]{{1,40}}){{0,2}}"
    rf"\s{{0,2}}{_DOT}\s{{0,2}}{_TOP}(?!\w)",
    re.I,
)
_PLAIN_EMAIL = re.compile(r"[\w.+\-]{1,64}@[\w\-]{1,64}(?:\.[\w\-]{1,40}){1,4}")
_WEB = re.compile(
    rf"(?:https?://|www\.)[^\s<>\"]{{2,200}}|(?<![\w@.])(?:[\w\-]{{1,60}}\.){{1,3}}{_TOP}(?![\w.])(?:/[^\s<>\"]{{0,200}})?|(?<![\w@.])\w{{2,30}}\.[a-z]{{2,5}}/[\w@][^\s<>\"]{{1,200}}",
    re.I,
)
_EVERYBODYS = re.compile(
    r"(?:https?://)?(?:www\.)?(?:nrk|ung|snl|vg|regjeringen|yr|google|youtube|tiktok|roblox|barneombudet|udir"
    r"|korspåhalsen|rodekors|bufdir|kommune|finn|minecraft|netflix|wikipedia|vy|entur|snapchat|instagram)"
    rf"\.{_TOP}/?",
    re.I,
)
_PERSONAL = re.compile(
    r"(?<!\w)(?:pnr|p\.nr|personnr|personnummer\w*|fnr|fødselsnr|fødselsnummer\w*|d-?nummer\w*|d-?nr|(?:siste )?(?:sifr|siffer)\w*|pin|pinkode\w*|pesel)[^\d\n]{0,20}?(\d[\d .\-]{3,14}\d)",
    re.I,
)
_NUMBER = re.compile(r"(?<![\w.,])(?:\+|00)?\(?\d(?:[ \u00a0.\-–/()]{0,3}\d){4,19}(?![\w])")
_SPAN_OF_YEARS = re.compile(r"(?:19|20)\d\d\s?[-–/ ]\s?(?:19|20)\d\d")
_TIMES = re.compile(r"\d{1,2}[.:]\d\d\s?[-–]\s?\d{1,2}[.:]\d\d|\d{1,2}[.:]\d\d[.:]\d\d")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:[ .\u00a0]000)+|[1-9]0{4,}|[1-9]\d{0,2}[ .]\d{3}")
_COUNTED = re.compile(
    r"\s{0,2}(?:kr|kroner|,-|:-|euro|nok|\$|£|%|meter|km|barn|mennesker|personer|ganger|elever|people|views)",
    re.I,
)
_HELP_LINES = {"116111", "116117", "116123", "80033321", "81548000", "02800", "22865600", "80057000"}
_IN_DATE = re.compile(r"\d{1,2}[.\-/ ]{1,2}\d{1,2}[.\-/ ]{1,2}(?:\d{2}|\d{4})|\d{4}-\d{2}-\d{2}")
_DIGIT_WORD = (
    r"(?:null|en|ein|to|tre|fire|fem|seks|sju|syv|åtte|ni|zero|one|two|three|four|five|six|seven|eight|nine"
    r"|zero|jeden|dwa|trzy|cztery|pięć|sześć|siedem|osiem|dziewięć|tjue\w*|tretti\w*|førti\w*|femti\w*|seksti\w*|sytti\w*|åtti\w*|nitti\w*|\d{1,4})"
)
_SPOKEN = re.compile(rf"(?<!\w){_DIGIT_WORD}(?:[ ,\-]{{1,3}}{_DIGIT_WORD}){{5,11}}(?!\w)", re.I)
_TWO = r"(?:(?:tjue|tretti|førti|femti|seksti|sytti|åtti|nitti)(?:en|ein|to|tre|fire|fem|seks|sju|syv|åtte|ni)?|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|søtten|atten|nitten)"
_ONE = r"(?:null|en|ein|to|tre|fire|fem|seks|sju|syv|åtte|ni)"
_TENS = re.compile(
    rf"(?<!\w)(?:{_TWO}|{_ONE}){{1,8}}(?:[ ,\-]{{1,3}}(?:{_TWO}|{_ONE}){{1,8}}){{2,9}}(?!\w)", re.I
)
_EACH = re.compile(rf"({_TWO})|{_ONE}", re.I)
_CALLED = re.compile(
    r"(?<!\w)(?:tlf|tlfnr|telefon(?:en|nummer|nummeret)?|telefonnr|mobil(?:en|nr|nummer|nummeret)?|mob|nummer(?:et)?|nr mitt|number|phone|call me"
    r"|vipps|numer|тел|телефон|номер|رقمي|رقم|هاتف|lambarkayga|telefoonkayga)[ \w]{0,20}?[ :.\-]{1,3}(\d[\d \-.]{3,14}\d)"
)
_CAR = re.compile(
    r"(?<!\w)[A-ZÆØÅ]{2}[ \-]?\d{2} ?\d{3}(?!\d)|(?<=skilt )[a-z]{2} ?\d{4,5}(?!\d)|(?<=bilnummer )[a-z]{2} ?\d{4,5}(?!\d)"
)
_CAR_SMALL = re.compile(
    r"(?:bil|moped|scooter|skuter|motorsykkel|mc|traktor|skilt|bilen|registrerings|regnr|plate|car)\w*[^.\n]{0,30}?(?<!\w)([A-Za-z]{2,3}[ \-]?\d{2} ?\d{1,3})(?!\w)",
    re.I,
)
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?\d{4}){2,7}(?: ?\d{1,3})?(?!\w)")
_CASE = re.compile(
    r"(?<!\w)(?:sak|saka|saken|saks?nr|saks?nummer(?:et)?|saksid|arkivsak|journal\w*|ref|refnr|referanse(?:n|nr|nummer)?|vedtak(?:et)?"
    r"|case(?: number| no)?|klage(?:n|nr|nummer)?|søknad(?:en|snr|snummer)?|dokument(?:nr)?)[ \w]{0,14}?\.?\s?[:#]?\s?"
    r"((?:[A-ZÆØÅ]{1,5}[\-/ ]?)?\d{2,4}[/\-]\d{2,7}(?:[\-/]\d{1,4})?|[A-ZÆØÅ]{1,5}-?\d{4,10}|\d{5,12})(?!\w)"
    r"|(?<!\w)(\d\d-\d{6}[A-Z]{3}-[A-Z]{4}(?:/\d\d)?)(?!\w)|(?<![\w/.])(20\d\d/\d{3,7}(?:-\d{1,4})?)(?![\w/])",
    re.I,
)
_PROPERTY = re.compile(
    r"(?<!\w)g\.?(?:års)?nr\.?:?\s?\d{1,4}(?:\s?[,/og]{0,2}\s?b\.?(?:ruks)?nr\.?:?\s?\d{1,4})?(?!\w)|(?<!\w)[HLUK]0[1-9]0\d(?!\w)",
    re.I,
)
_PASSPORT = re.compile(
    r"(?<!\w)(?:pass(?:et|nr|nummer(?:et)?)?|passport|duf\w*|d\.u\.f|kort(?:et|nr|nummer(?:et)?)|kundenummer|medlemsnummer|elevnummer|paszport\w*)"
    r"[ \w]{0,16}?[ :.]{1,3}([A-Z]{0,3}\d{5,12})(?!\w)",
    re.I,
)
_POSITION = re.compile(
    r"[-+]?\d{1,3}[.,]\d{3,10}\s?°?\s?[NSns]?\s?[,; ]\s?[-+]?\d{1,3}[.,]\d{3,10}\s?°?\s?[EWØVewøv]?"
    r"|\d{1,3}\s?°\s?\d{1,2}\s?['′’]\s?(?:\d{1,2}(?:[.,]\d+)?\s?(?:\"|″|'')\s?)?[NSEWØV]?"
    r"(?:[ ,]{0,3}\d{1,3}\s?°\s?\d{1,2}\s?['′’]\s?(?:\d{1,2}(?:[.,]\d+)?\s?(?:\"|″|'')\s?)?[NSEWØV]?)?"
    r"|(?<!\w)[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}(?!\w)|///[^\W\d_]+\.[^\W\d_]+\.[^\W\d_]+"
    r"|\d{1,2}[.,]\d{2,10}\s?°?\s?[NØE]\b[ ,]{0,3}\d{1,3}[.,]\d{2,10}\s?°?\s?[ØEN]\b"
)


def contacts(text: str) -> Iterator[Mark]:
    """Everything by which a child could be reached, and every number that is somebody's own."""
    for kind, pattern in _SURE:
        for match in pattern.finditer(text):
            yield Mark(*match.span(), kind, Strength.REMOVE)
    for start, end in identity_numbers(text):
        yield Mark(start, end, Kind.IDENTITY_NUMBER, Strength.REMOVE)
    yield from _numbers(text)
    yield from _web(text)


_SURE = (
    (Kind.EMAIL, _PLAIN_EMAIL),
    (Kind.EMAIL, _EMAIL),
    (Kind.CAR, _CAR),
    (Kind.NUMBER, _IBAN),
    (Kind.ADDRESS, _PROPERTY),
    (Kind.POSITION, _POSITION),
)


_AFTER_A_WORD = (
    (Kind.PHONE, _CALLED),
    (Kind.IDENTITY_NUMBER, _PERSONAL),
    (Kind.CAR, _CAR_SMALL),
    (Kind.NUMBER, _CASE),
    (Kind.NUMBER, _PASSPORT),
)


def _numbers(text: str) -> Iterator[Mark]:
    for match in _NUMBER.finditer(text):
        if kind := _kind_of(match.group(), text[match.end() : match.end() + 14]):
            yield Mark(*match.span(), kind, Strength.REMOVE)
    for kind, pattern in _AFTER_A_WORD:
        for match in pattern.finditer(text):
            group = match.lastindex or 1
            if re.sub(r"\D", "", match.group(group)) not in _HELP_LINES:
                yield Mark(*match.span(group), kind, Strength.REMOVE)
    for match in _TENS.finditer(text):
        digits = sum(2 if two else 1 for two in _EACH.findall(match.group()))
        if digits >= 7 and not _counts_up(match.group()):
            yield Mark(*match.span(), Kind.PHONE, Strength.REMOVE)
    for match in _SPOKEN.finditer(text):
        if not _counts_up(match.group()):
            yield Mark(*match.span(), Kind.PHONE, Strength.REMOVE)


def _kind_of(written: str, after: str) -> Kind | None:
    digits = re.sub(r"\D", "", written)
    plain = written.strip("()")
    if _SPAN_OF_YEARS.fullmatch(plain) or _TIMES.fullmatch(plain) or _is_day(plain):
        return None
    if digits in _HELP_LINES or _THOUSANDS.fullmatch(plain) or _COUNTED.match(after):
        return None
    if len(digits) == 11 and not written.startswith(("+", "00")):
        return Kind.NUMBER
    if len(digits) >= 8 or (len(digits) == 7 and len(digits) == len(written)):
        return Kind.PHONE
    return None


def _is_day(written: str) -> bool:
    """Whether it can be a day: 12.03.2012, not 91 82 7364."""
    if not _IN_DATE.fullmatch(written):
        return False
    parts = [int(part) for part in re.findall(r"\d+", written)]
    day, month = sorted(parts[1:] if parts[0] > 31 else parts[:2], reverse=True)
    return 1 <= month <= 12 and day <= 31


def _counts_up(written: str) -> bool:
    """Whether somebody only counts: one two three four five six."""
    said = re.split(r"[ ,\-]+", written.lower())
    return said[:4] in (["en", "to", "tre", "fire"], ["one", "two", "three", "four"], ["1", "2", "3", "4"])


def _web(text: str) -> Iterator[Mark]:
    for match in _WEB.finditer(text):
        if not _EVERYBODYS.fullmatch(match.group()):
            yield Mark(*match.span(), Kind.WEB_ADDRESS, Strength.REMOVE)
