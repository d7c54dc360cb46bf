"""Places: addresses, schools, classes, clubs, dates and ages, and what the municipality itself knows by name."""

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
    r"(?<![\d.])(\d{4})\s{1,2}([A-ZÆØÅÁČŠ][\w\-]{1,30}(?:\s[A-ZÆØÅ]\w{1,20})?)|(?<![\d.])(\d{4})\s(?=[a-zæøåáčšž]{3,20})([a-zæøåáčšž]{3,20})"
)
_PO_BOX = re.compile(
    r"(?<!\w)(?:postboks|p\.?o\.? box|pb)\s\d{1,5}|(?<=postnummer )\d{4}|(?<=postnr )\d{4}|(?<=postnummeret )\d{4}|(?<=postnummeret er )\d{4}|(?<=postnummer er )\d{4}|(?<=postnummeret mitt er )\d{4}",
    re.I,
)
_SCHOOL_WORD = (
    r"(?:barne- og ungdomsskole|barneskolen?|ungdomsskolen?|ungdomsskulen?|barneskulen?|grunnskolen?|videregående(?: skole)?|vidaregåande(?: skule)?|vgs|katedralskolen?"
    r"|montessoriskolen?|steinerskolen?|friskolen?|oppvekstsenter|oppvekstsenteret|oppvekstområde|barnehagen?|barnehagje|barnehave|folkehøgskolen?|skolen?|skulen?"
    r"|skuvlla|skuvllas|skuvla|skuvlii|mánáidgárdi|mánáidgárddis|SFO|AKS|(?:primary |secondary |high |middle |elementary )?school|kindergarten|preschool|academy)"
)
_SCHOOL = re.compile(rf"(?<!\w)((?:[^\W\d_][\w’'\-.]{{1,30}}\s){{1,3}}){_SCHOOL_WORD}(?!\w)", re.I)
_SCHOOL_ONE = re.compile(
    r"(?<!\w)([^\W\d_][\w\-]{2,30}?)-?(skolen|skulen|skole|skule|skoln|skolan|skuvla|skuvlla|skuvllas|barnehagen|barnehage|barneskole|barneskolen|barneskule|ungdomsskole|ungdomsskolen|ungdomsskule)(?!\w)",
    re.I,
)
_SCHOOL_ABROAD = re.compile(
    r"(?<!\w)(?:[Ss]zko[lł][aeyęą]\s(?:[Pp]odstawow\w{1,3}\s)?(?:nr|numer|im\.)\s?[\w.]{1,20}(?:\s[A-ZŁŚŻ]\w{1,20})?|SP\s?\d{1,3}|(?:[Шш]кол[аиіу]|[Лл]іце[йїю]\w{0,2}|[Гг]імназі[яїю])\s(?:№|номер|No)\s?\d{1,4}"
    r"|(?<![^\W\d_])(?:مدرسة|مدرسه|ثانوية|روضة)\s(?:ال)?[^\W\d_]{2,20}|(?:dugsiga|iskuulka)\s(?:hoose\s|sare\s|dhexe\s)?(?:ee\s)?[A-Z][\w]{2,20}|school (?:no\.?|number|nr) ?\d{1,4})"
)
_GENERIC_SCHOOL = re.compile(
    r"(?:barne|ungdoms|grunn|natur|musikk|kultur|fri|hjemme|heime|sommar|sommer|svømme|ski|ride|kjøre|høg|folkehøg|video|dag|stor|små|nær|privat|språk|turn|danse|fotball|søndags|leir|mellom|fag|yrkes|real|latin|katedral|førs|før|vår|stats|steiner|montessori|spesial|internasjonal|by|bygde|nabo|heim|hjem|drømme|bibel|voksen|vaksen|kokke|kunst|teater|videregående|gutte|jente|deltids|kost|kommune|utendørs|ute|friluft|frilufts|gårds|idretts|sirkus|heile|hele)+s?",
    re.I,
)
_NOT_SCHOOL_NAME = {
    *(
        "min",
        "mi",
        "vår",
        "din",
        "sin",
        "en",
        "ei",
        "et",
        "den",
        "ny",
        "nye",
        "ein",
        "god",
        "annen",
        "anna",
        "samme",
        "hver",
        "neste",
        "gamle",
        "gammel",
    ),
    *(
        "på",
        "i",
        "til",
        "fra",
        "frå",
        "ved",
        "og",
        "my",
        "our",
        "a",
        "the",
        "this",
        "that",
        "at",
        "after",
        "to",
        "in",
        "norwegian",
        "norsk",
        "norske",
    ),
}
_CLASS = re.compile(
    r"(?<![\w.,:+\-/])(?:(?:10|[1-9])[ \-]?[A-H](?![\w'’+])|(?:10|[1-9])[a-h](?![\w'’.)])(?!\))"
    r"|(?<=klasse )\d{1,2} ?[a-hA-H](?!\w)|(?<=klassen )\d{1,2} ?[a-hA-H](?!\w)|(?<=i )(?:10|[1-9]) ?[a-h](?!\w)|(?:klasse|class|klas[aey]|класс?[іу]?|фасал|fasalka|luohkás?|الصف)\s\d{1,2}[ \-]?[A-Ha-hА-Га-гأ-د](?!\w)"
    r"|\d{1,2}[ \-]?[А-Г](?!\w)|(?:10|[1-9])\.? ?(?:klasse|trinn) [A-Ha-h](?!\w)|[1-3](?:ST|PB|HO|EL|ID|MD|KD|RM|TP|BA|SS|HS)[A-Z]{0,2}\d?(?!\w))"
)
_NOT_CLASS = re.compile(r"(?:3|2) ?[Dd]|[345] ?[Gg]|1 ?[Aa](?=\s?(?:kvalitet|klasse))")
_CLUB = re.compile(
    r"(?<!\w)(?:[A-ZÆØÅČŠ][\w’'\-]{1,25}\s){1,3}(?:IL|FK|IF|BK|SK|IK|TIL|HK|FC|UL|idrettslag|idrettsforening|fotballklubb|håndballklubb|turnforening|turn|skolekorps|korps|musikkorps|speidergruppe|speiderne|kor|barnekor|ridesenter|rideklubb|ridklubb"
    r"|ungdomsklubb|fritidsklubb|fritidssenter|sjakklubb|danseskole|svømmeklubb|skiklubb|klatreklubb|bokseklubb|kickboksing|taekwondo|judoklubb|karateklubb|ishockey|håndball|fotball|football club|sports club|swimming club)(?!\w)"
    r"|(?<!\w)(?:IL|FK|IF|BK|SK|IK|HK|KFUM|FC)\s[A-ZÆØÅ][\w\-]{1,25}(?!\w)"
)
_CLUB_SMALL = re.compile(
    r"(?<!\w)([a-zæøåáčšž]{3,20}(?:-[a-zæøå]{2,15})?)\s(?:il|fk|idrettslag|fotballklubb|håndballklubb|turnforening|skolekorps|ungdomsklubb|fritidsklubb|danseskole|svømmeklubb|rideklubb)(?!\w)"
)
_MONTH = (
    r"(?:jan(?:uar)?|feb(?:ruar)?|mars|apr(?:il)?|mai|juni?|juli?|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|des(?:ember)?"
    r"|january|february|march|may|june|july|october|december|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia"
    r"|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня"
    r"|يناير|فبراير|مارس|أبريل|ابريل|مايو|يونيو|يوليو|أغسطس|اغسطس|سبتمبر|أكتوبر|اكتوبر|نوفمبر|ديسمبر|janaayo|febraayo|maarso|abriil|maajo|ođđajagimánu|guovvamánu|njukčamánu|cuoŋománu|miessemánu|geassemánu|suoidnemánu|borgemánu|čakčamánu|golggotmánu|skábmamánu|juovlamánu)"
)
_DATE = re.compile(
    rf"(?<![\d.])\d{{1,2}}\s?[./\-]\s?\d{{1,2}}\s?[./\-]\s?(?:(?:19|20)\d\d|\d\d)(?![\d])|(?<!\d)(?:19|20)\d\d[\-./]\d{{1,2}}[\-./]\d{{1,2}}(?!\d)"
    rf"|(?<!\d)\d{{1,2}}(?:\.|st|nd|rd|th)?\s(?:of\s)?{_MONTH}\.?,?\s(?:19|20)\d\d(?!\d)|(?<!\w){_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d(?!\d)",
    re.I,
)
_BORN = r"(?:født|fødd|fødselsdag\w*|fødselsdato\w*|bursdag\w*|gebursdag\w*|geburtsdag\w*|fyller|fylte|born|birthday|urodzon\w+|urodzi\w+|народи\w+|мої уродини|день народження|вولدت|ولدت|مواليد|ميلادي|dhashay|dhalatay|dhalashad\w+|riegádan|riegádeapmi\w*|riegádahttin\w*|konfirmasjon\w*|begravelse\w*|døde)"
_BORN_ON = re.compile(
    rf"{_BORN}[^.!?\n\d]{{0,25}}?((?:\d{{1,2}}[./\-]\s?\d{{1,2}}(?:[./\-]\s?\d{{2,4}})?|\d{{1,2}}(?:\.|st|nd|rd|th)?\s(?:of\s)?{_MONTH}(?:\s\d{{4}})?|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?|\d{{6}}(?!\d)|\d{{8}}(?!\d)|(?:19|20)\d\d(?!\d)))",
    re.I,
)
_DAY = re.compile(rf"(?<!\d)\d{{1,2}}\.\s{_MONTH}(?!\w)", re.I)
_HOLIDAYS = re.compile(
    r"17\. mai|1\. mai|8\. mai|24\. des\w*|25\. des\w*|31\. des\w*|13\. des\w*|1\. jan\w*|6\. feb\w*|8\. mars|20\. nov\w*|1\. april",
    re.I,
)
_AGE = re.compile(
    r"(?<!\w)\d{1,2}(?:\s?og et halvt)?[ \-]?(?:år|åring|åringen|år gammel|år gamal|years? old|yo|lat|років|роки|سنة|سنوات|jir|jahkásaš|jagi)(?!\w)",
    re.I,
)


def places(text: str, lists: LocalLists) -> Iterator[Mark]:
    """Where a child lives, goes to school and trains, and on which day it was born."""
    yield from _addresses(text)
    yield from _schools(text)
    yield from _classes(text)
    for match in _CLUB.finditer(text):
        yield Mark(*match.span(), Kind.CLUB, Strength.REMOVE)
    for match in _CLUB_SMALL.finditer(text):
        if not is_ordinary(match.group(1)):
            yield Mark(*match.span(), Kind.CLUB, Strength.REMOVE)
    yield from _days(text)
    yield from _from_lists(text, lists)


def ages(text: str) -> Iterator[Mark]:
    """Ages: they tell something only beside something else."""
    for match in _AGE.finditer(text):
        yield Mark(*match.span(), Kind.AGE, Strength.LOOK)


def _addresses(text: str) -> Iterator[Mark]:
    for match in _ADDRESS.finditer(text):
        start = _street_begins(match)
        street = text[start : match.end(1)]
        if not (_GENERIC_WAY.fullmatch(street) and street[0].islower()) and not _all_ordinary(street):
            yield Mark(start, match.end(), Kind.ADDRESS, Strength.REMOVE)
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
        if match.start(1) + words[at - 1].start() == 0 and is_ordinary(words[at - 1].group().lower()):
            break
        at -= 1
    return match.start(1) + words[at].start()


def _all_ordinary(street: str) -> bool:
    return street[0].islower() and all(is_ordinary(word) for word in street.lower().split())


def _schools(text: str) -> Iterator[Mark]:
    for match in _SCHOOL.finditer(text):
        words = list(re.finditer(r"\S+", match.group(1)))
        kept = _name_before(words, opens=match.start(1) == 0)
        if kept is not None:
            yield Mark(match.start(1) + kept, match.end(), Kind.SCHOOL, Strength.REMOVE)
    for match in _SCHOOL_ONE.finditer(text):
        head = match.group(1)
        if not _GENERIC_SCHOOL.fullmatch(head) and not is_ordinary(head.lower()):
            yield Mark(*match.span(), Kind.SCHOOL, Strength.REMOVE)
    for match in _SCHOOL_ABROAD.finditer(text):
        yield Mark(*match.span(), Kind.SCHOOL, Strength.REMOVE)


def _name_before(words: list[re.Match[str]], *, opens: bool) -> int | None:
    """Where the name before the word for school begins, if there is one."""
    start = None
    for word in reversed(words):
        low = word.group().lower()
        excluded = low in _NOT_SCHOOL_NAME or low in proper()
        capital = word.group()[0].isupper() and not (opens and word.start() == 0)
        named = capital or not seems_ordinary(low)
        if (excluded or not named) and not (start is not None and low == "og"):
            break
        start = word.start()
    return start


def _classes(text: str) -> Iterator[Mark]:
    for match in _CLASS.finditer(text):
        before = text[max(0, match.start() - 8) : match.start()].lower()
        if not _NOT_CLASS.fullmatch(match.group()) or re.search(r"klasse?n? $|\bi $|klasse: $", before):
            yield Mark(*match.span(), Kind.CLASS, Strength.REMOVE)


def _days(text: str) -> Iterator[Mark]:
    for match in _DATE.finditer(text):
        if not _can_be_a_day(match.group(), text[match.end() : match.end() + 2]):
            continue
        yield Mark(*match.span(), Kind.DATE, Strength.REMOVE)
    for match in _BORN_ON.finditer(text):
        yield Mark(*match.span(1), Kind.DATE, Strength.REMOVE)
    for match in _DAY.finditer(text):
        if not _HOLIDAYS.fullmatch(match.group()):
            yield Mark(*match.span(), Kind.DATE, Strength.LOOK)


def _can_be_a_day(written: str, after: str) -> bool:
    """Whether there are such days and months; hours of opening look alike."""
    parts = [int(part) for part in re.findall(r"\d+", written)]
    if len(parts) < 3:
        return True
    day, month = (parts[2], parts[1]) if parts[0] > 31 else (parts[0], parts[1])
    return (
        min(day, month) >= 1
        and max(day, month) <= 31
        and min(day, month) <= 12
        and not re.match(r"[.:]\d", after)
    )


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
