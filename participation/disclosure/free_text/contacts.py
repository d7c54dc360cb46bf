"""Contacts: numbers, addresses on the net and names of players, in the many ways in which children write them."""

import re
from collections.abc import Iterator

from participation.disclosure.free_text.kinds import Kind, Mark, Strength
from participation.disclosure.free_text.numbers import identity_numbers
from participation.disclosure.free_text.words import is_ordinary, proper, seems_ordinary

_AT = (
    r"(?:@|\(\s?@\s?\)|\(at\)|\[at\]|krøll[- ]?alfa|krull?alfa|krøllalpha|alfa[- ]?krøll|snabel[- ]?a"
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
    rf"(?:https?://|www\.)[^\s<>\"]{{2,200}}|(?<![\w@.])(?:[\w\-]{{1,60}}\.){{1,3}}{_TOP}(?![\w.])(?:/[^\s<>\"]{{0,200}})?",
    re.I,
)
_EVERYBODYS = re.compile(
    r"(?:https?://)?(?:www\.)?(?:nrk|ung|snl|vg|regjeringen|yr|google|youtube|tiktok|roblox|barneombudet|udir"
    r"|korspåhalsen|rodekors|bufdir|kommune|finn|minecraft|netflix|wikipedia|vy|entur|snapchat|instagram)"
    rf"\.{_TOP}/?",
    re.I,
)
_AT_HANDLE = re.compile(r"(?<![\w.])@\s?[\w][\w.\-]{1,40}")
_TAGGED = re.compile(r"(?<!\w)[\w.\-]{2,32}#\d{3,6}(?!\d)")
_GAMER = re.compile(
    r"(?<![\w@/.])(?=[\w.\-]{4,40}(?![\w]))(?:[^\W\d_]{3,20}\d{2,10}|[^\W\d]{1,20}_[\w]{1,20}|[^\W\d]{2,20}[._]?\d{3,10}"
    r"|[^\W\d_]{1,12}\d{1,4}[^\W\d_]{2,14}\d{0,4}|x{2,3}[^\W\d_]{2,20}x{0,3})(?![\w])",
    re.I,
)
_NOT_GAMER = re.compile(
    r"(?:fifa|fc|covid|gta|gen|mk|win|web|ios|tv|nba|top|ps|xbox|kl|nr|rom|klasse|trinn|vg|u|e|rv|fv|iphone|ipad"
    r"|windows|nhl|euro|vm|em|minecraft|formel|sfo|side|str|år|alder|kr|ca)[\-_.]?\d{1,4}\w?|.*\d(?:er|ere|ern|eren|åring|åringer|th|st|nd|rd|trinn|klasse|kr|min|sek|km|mm?)",
    re.I,
)
_PLATFORM = re.compile(
    r"(?<!\w)(snap(?:chat|en|pen|navn|navnet)?|sc|insta(?:gram|en|navn)?|ig|tik ?tok(?:en)?|discord(?:en)?|disc|steam"
    r"|xbox(?:en)?|psn|ps[45]?|roblox|fortnite|epic|minecraft|youtube|yt|twitch|kick|facebook|fb|messenger|whats?app|telegram"
    r"|signal|viber|skype|bereal|brukernavn(?:et)?|brukarnamn(?:et)?|gamertag(?:en|et)?|gamer tag|user ?name|nick(?:et|name)?"
    r"|kanal(?:en)?|channel|profil(?:en)?|снап|інста|инста|тікток|سناب|انستا|انستقرام|nazwa)(?!\w)"
    r"((?:\s{1,3}(?:min|mi|mitt|mit|my|mój|moja|мій|name|navn|navnet|kanal|kanalen|channel|bruker|brukeren|konto|kontoen|konti|brukernavn|id|user)){0,2})"
    r"(\s{0,3}(?::|=|-|–|→)\s{0,3}|\s{1,3}(?:er|e|æ|heter|heiter|hete|is|lea|to|jest|waa|som)\s{1,3}|\s{1,3})"
    r"(@?[\w][\w.\-]{1,40})",
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
_TENS = re.compile(
    r"(?<!\w)(?:(?:null|tjue|tretti|førti|femti|seksti|sytti|åtti|nitti)(?:en|ein|to|tre|fire|fem|seks|sju|syv|åtte|ni)?[ ,\-]{1,3}){3,7}"
    r"(?:null|tjue|tretti|førti|femti|seksti|sytti|åtti|nitti)(?:en|ein|to|tre|fire|fem|seks|sju|syv|åtte|ni)?(?!\w)",
    re.I,
)
_CALLED = re.compile(
    r"(?<!\w)(?:tlf|tlfnr|telefon(?:en|nummer|nummeret)?|telefonnr|mobil(?:en|nr|nummer|nummeret)?|mob|nummer(?:et)?|nr mitt|number|phone|call me"
    r"|vipps|numer|тел|телефон|номер|رقمي|رقم|هاتف|lambarkayga|telefoonkayga)[ \w]{0,20}?[ :.\-]{1,3}(\d[\d \-.]{3,14}\d)"
)
_CAR = re.compile(
    r"(?<!\w)[A-ZÆØÅ]{2}[ \-]?\d{2} ?\d{3}(?!\d)|(?<=skilt )[a-z]{2} ?\d{4,5}(?!\d)|(?<=bilnummer )[a-z]{2} ?\d{4,5}(?!\d)"
)
_CAR_SMALL = re.compile(
    r"(?:bil|skilt|bilen|registrerings|regnr|plate|car)\w*[^.\n]{0,30}?(?<!\w)([A-Za-z]{2,3}[ \-]?\d{3,5})(?!\w)",
    re.I,
)
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?\d{4}){2,7}(?: ?\d{1,3})?(?!\w)")
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
    yield from _handles(text)


_SURE = (
    (Kind.EMAIL, _PLAIN_EMAIL),
    (Kind.EMAIL, _EMAIL),
    (Kind.HANDLE, _AT_HANDLE),
    (Kind.HANDLE, _TAGGED),
    (Kind.CAR, _CAR),
    (Kind.PHONE, _TENS),
    (Kind.NUMBER, _IBAN),
    (Kind.POSITION, _POSITION),
)


def _numbers(text: str) -> Iterator[Mark]:
    for match in _NUMBER.finditer(text):
        if kind := _kind_of(match.group(), text[match.end() : match.end() + 14]):
            yield Mark(*match.span(), kind, Strength.REMOVE)
    for pattern, kind in ((_CALLED, Kind.PHONE), (_CAR_SMALL, Kind.CAR)):
        for match in pattern.finditer(text):
            if re.sub(r"\D", "", match.group(1)) not in _HELP_LINES:
                yield Mark(*match.span(1), kind, Strength.REMOVE)
    for match in _SPOKEN.finditer(text):
        if not _counts_up(match.group()):
            yield Mark(*match.span(), Kind.PHONE, Strength.REMOVE)


def _kind_of(written: str, after: str) -> Kind | None:
    digits = re.sub(r"\D", "", written)
    plain = written.strip("()")
    if _SPAN_OF_YEARS.fullmatch(plain) or _TIMES.fullmatch(plain) or _IN_DATE.fullmatch(plain):
        return None
    if digits in _HELP_LINES or _THOUSANDS.fullmatch(plain) or _COUNTED.match(after):
        return None
    if len(digits) == 11 and not written.startswith(("+", "00")):
        return Kind.NUMBER
    if len(digits) >= 8 or (len(digits) == 7 and len(digits) == len(written)):
        return Kind.PHONE
    return None


def _counts_up(written: str) -> bool:
    """Whether somebody only counts: one two three four five six."""
    said = re.split(r"[ ,\-]+", written.lower())
    return said[:4] in (["en", "to", "tre", "fire"], ["one", "two", "three", "four"], ["1", "2", "3", "4"])


def _web(text: str) -> Iterator[Mark]:
    for match in _WEB.finditer(text):
        if not _EVERYBODYS.fullmatch(match.group()):
            yield Mark(*match.span(), Kind.WEB_ADDRESS, Strength.REMOVE)


def _handles(text: str) -> Iterator[Mark]:
    for match in _GAMER.finditer(text):
        if not _NOT_GAMER.fullmatch(match.group()) and not match.group().isdigit():
            yield Mark(*match.span(), Kind.HANDLE, Strength.REMOVE)
    for match in _PLATFORM.finditer(text):
        said = match.group(4).rstrip(".-")
        if _is_handle(
            said, mine=bool(match.group(2)) or _is_own(match.group(1)) or match.group(3).strip() in {":", "="}
        ):
            yield Mark(match.start(4), match.start(4) + len(said), Kind.HANDLE, Strength.REMOVE)


def _is_own(platform: str) -> bool:
    return platform.lower().endswith(("en", "et", "navn", "name", "nick", "tag"))


def _is_handle(said: str, *, mine: bool) -> bool:
    low = said.lower().lstrip("@")
    if low in {"og", "er", "på", "and", "is", "or"} or low.isdigit() or low in proper() or len(low) < 3:
        return False
    if re.search(r"[\d_]|\w\.\w", low):
        return not _NOT_GAMER.fullmatch(low)
    return not (is_ordinary(low) if mine else seems_ordinary(low))
