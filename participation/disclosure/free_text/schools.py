"""Schools: the school, the kindergarten, the class and the club a child goes to, by the word beside the name."""

import re
from collections.abc import Iterator

from participation.disclosure.free_text import names
from participation.disclosure.free_text.kinds import Kind, Mark, Strength
from participation.disclosure.free_text.words import is_ordinary, ordinary, proper, seems_ordinary

_SCHOOL_WORD = (
    r"(?:barne- og ungdomsskole|barneskolen?|ungdomsskolen?|ungdomsskulen?|barneskulen?|grunnskolen?|videregående(?: skole)?|vidaregåande(?: skule)?|vgs|katedralskolen?"
    r"|montessoriskolen?|steinerskolen?|friskolen?|oppvekstsenter|oppvekstsenteret|oppvekstområde|barnehagen?|barnehagje|barnehave|folkehøgskolen?|skolen?|skulen?"
    r"|(?:[a-zæøå]{2,14}(?:barnehage|skole|skule)[nr]?)|u-skole|bhg|oppvekst- og (?:kultur|aktivitets)senter|skuvlla|skuvllas|skuvla|skuvlii|mánáidgárdi|mánáidgárddis|SFO|AKS|(?:primary |secondary |high |middle |elementary )?school|kindergarten|preschool|academy)"
)
_SCHOOL = re.compile(rf"(?<!\w)((?:[^\W\d_][\w’'\-.]{{1,30}}\s){{1,3}}){_SCHOOL_WORD}(?!\w)", re.I)
_SCHOOL_ONE = re.compile(
    r"(?<!\w)([^\W\d_][\w\-]{2,30}?)-?(skolen|skulen|skole|skule|skoln|skolan|skuvla|skuvlla|skuvllas|barnehagen|barnehage|barneskole|barneskolen|barneskule|ungdomsskole|ungdomsskolen|ungdomsskule)(?!\w)",
    re.I,
)
_SCHOOL_IN = re.compile(
    r"(?<!\w)(?:[\w\-]{0,20}(?:skolen|skulen|barnehagen|klubben|senteret)|vgs|sfo|folkehøgskolen)\s(?:på|i|ved)\s([^\W\d_][\w\-]{1,30})"
    r"|(?<!\w)(?:[A-Z][\w.]{1,20}\s){0,3}(?:School|Academy) (?:of|in) ([A-ZÆØÅ][\w\-]{1,30})",
    re.I,
)
_SCHOOL_CALLED = re.compile(
    r"(?<!\w)\w{0,16}(?:skolen|skulen|barnehagen|klubben|laget|korpset|koret|school|kindergarten)(?:\s(?:min|mi|vår|til broren min|til søsteren min))?(?:\s(?:som\s)?(?:heter|heiter|hete|e|er|is called|called)|,)\s([A-ZÆØÅÁČ][\w\-]{1,30}(?:\s[A-ZÆØÅ][\w\-]{1,20}){0,2})(?!\w)"
)
_THERE = re.compile("nor(?:ge|eg|ga|way|sk)")
_DEFINITE = re.compile(r"\w{5,}(?:en|et|a|nes|set)")
_LANDSCAPE = re.compile(
    r"\w*(?:nes|ness|berg|berge|li|lia|lund|ås|åsen|haug|haugen|mo|moen|vik|vika|dal|dalen|eid|sand|strand|bakke|bakken|rud|foss|sund|vang|voll|sletta|eng|enga|tun|øy|øya|fjell|hamn|havn|bru|bø|by|skog|myra|hol|nesset)"
)
_OF_A_LANDSCAPE = re.compile(
    r"\w{3,}(?:haugen|åsen|dalen|vika|neset|berget|marka|myra|moen|bakken|toppen|lunden|heim|heimen|stad|rud|sund|fjorden|eidet|vang|vangen|voll|vollen|sletta|enga|åkeren"
    r"|tunet|havn|hamn|øya|bygda|skogen|elva|brua|stranda|nesset|vannet|vatnet|haug|ås|dal|vik|nes|berg|mo|bakk|lund|eid|øy|strand|vatn)"
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
    r"(?<=[A-Ha-h]/)(?:10|[1-9])[A-Ha-h](?!\w)|(?<![\w.,:+\-/])(?<!§ )(?:(?:10|[1-9])[ .\-]?[A-H](?![\w'’+])|(?:10|[1-9])[a-h](?![\w'’.)])(?!\))"
    r"|(?<=klasse )\d{1,2} ?[a-hA-H](?!\w)|(?<=klassen )\d{1,2} ?[a-hA-H](?!\w)|(?<=i )(?:10|[1-9])\.? ?[a-hA-H](?!\w)|(?<=trinn )(?:10|[1-9]) ?[a-hA-H](?!\w)|(?<=klasse )\d{1,2}\. ?[a-hA-H](?!\w)|(?<=går )(?:10|[1-9])\. ?[A-H](?!\w)|(?<=fra )(?:10|[1-9])\. ?[A-H](?!\w)|(?:klasse|class|klas[aey]|класс?[іу]?|фасал|fasalka|luohkás?|الصف)\s\d{1,2}[ \-]?[A-Ha-hА-Га-гأ-د](?!\w)"
    r"|\d{1,2}[ \-]?[А-Г](?!\w)|(?:10|[1-9])\.? ?(?:klasse|trinn) [A-Ha-h](?!\w)|(?<=i )[1-3](?:st|pb|ho|el|id|md|kd|rm|tp|ba|ss|hs)[a-e]?(?!\w)|VG ?[1-3] ?[A-ZÆØÅ]{1,4}(?!\w)|[1-3](?:ST|PB|HO|EL|ID|MD|KD|RM|TP|BA|SS|HS)[A-Z]{0,2}\d?(?!\w))"
)
_NOT_CLASS = re.compile(r"(?:3|2) ?[Dd]|[345] ?[Gg]|1 ?[Aa](?=\s?(?:kvalitet|klasse))")
_CLUB_WORD = (
    r"(?:IL|FK|IF|BK|SK|IK|TIL|HK|FC|UL|UIL|BIL|TF|SFK|FFK|[a-zæøåA-ZÆØÅ]?[a-zæøå]{0,14}(?:[kK]lubb|[kK]orps|kor|lag|[fF]orening|Turnforening|Idrettslag|Fotballklubb|Svømmeklubb|foreining|gruppe|turn|speidere?|speidarar|senter|ungdomshus|ishockey|håndball"
    r"|fotball|friidrett|allidrett|kickboksing|taekwondo)|danseskole|ridesenter|ridesenteret|speiderne|(?:football |sports |swimming )?club|KFUM)"
)
_CLUB = re.compile(rf"(?<!\w)((?:[A-ZÆØÅČŠ][\w’'\-]{{1,25}}\s){{1,3}}){_CLUB_WORD}(?!\w)")
_CLUB_FIRST = re.compile(
    r"(?<!\w)[A-ZÆØÅ][\w\-]{2,25} (?:[Jj]enter|[Gg]utter|[JG]|[Dd]amer|[Hh]errer) ?\d{1,2}(?!\w)|(?<!\w)(?:IL|FK|IF|BK|SK|IK|HK|KFUM|FC|TIL)\s[A-ZÆØÅ][\w\-]{1,25}(?!\w)"
)
_CLUB_SMALL = re.compile(
    r"(?<!\w)([a-zæøåáčšž]{3,20}(?:-[a-zæøå]{2,15})?)\s(?:il|fk|idrettslag|fotballklubb|håndballklubb|turnforening|skolekorps|ungdomsklubb|fritidsklubb|danseskole|[a-zæøå]{2,12}klubb|[a-zæøå]{2,12}korps|speidergruppe|idrettsforening|sportsklubb|if)(?!\w)"
)


def schools(text: str) -> Iterator[Mark]:
    """Where a child goes to school and trains."""
    yield from _schools(text)
    yield from _classes(text)
    yield from _clubs(text)


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
    for match in _SCHOOL_IN.finditer(text):
        place = match.group(1) or match.group(2)
        if (
            place.lower() not in ordinary()
            and place.lower() not in proper()
            and (place[0].isupper() or not seems_ordinary(place))
        ):
            yield Mark(*match.span(), Kind.SCHOOL, Strength.REMOVE)
    for match in _SCHOOL_CALLED.finditer(text):
        if match.group(1).lower() not in ordinary():
            yield Mark(*match.span(1), Kind.SCHOOL, Strength.REMOVE)
    for match in _SCHOOL_ABROAD.finditer(text):
        yield Mark(*match.span(), Kind.SCHOOL, Strength.REMOVE)


def _is_place_like(low: str) -> bool:
    """fjellfoten, storhaugen: put together of ordinary words, yet nothing one says of a school."""
    definite = _DEFINITE.fullmatch(low) and not is_ordinary(low)
    return bool(_OF_A_LANDSCAPE.fullmatch(low) or definite)


def _name_before(words: list[re.Match[str]], *, opens: bool) -> int | None:
    """Where the name before the word for school begins, if there is one."""
    start = None
    for word in reversed(words):
        low = word.group().lower()
        known = low in proper() and not (word.group()[0].isupper() and _THERE.match(low) is None)
        excluded = low in _NOT_SCHOOL_NAME or known
        capital = word.group()[0].isupper() and not (opens and word.start() == 0)
        first = (
            word.group()[0].isupper() and low not in ordinary() and low.removesuffix("s") not in ordinary()
        )
        listed = low in names.last_names() or _LANDSCAPE.fullmatch(low)
        first = first or bool(word.group()[0].isupper() and listed)
        named = capital or first or not seems_ordinary(low) or _is_place_like(low)
        if (excluded or not named) and not (start is not None and low == "og"):
            break
        start = word.start()
    return start


def _classes(text: str) -> Iterator[Mark]:
    for match in _CLASS.finditer(text):
        before = text[max(0, match.start() - 8) : match.start()].lower()
        if not _NOT_CLASS.fullmatch(match.group()) or re.search(r"klasse?n? $|\bi $|klasse: $", before):
            yield Mark(*match.span(), Kind.CLASS, Strength.REMOVE)


def _clubs(text: str) -> Iterator[Mark]:
    for match in _CLUB.finditer(text):
        words = list(re.finditer(r"\S+", match.group(1)))
        kept = _name_before(words, opens=match.start(1) == 0)
        if kept is None and words[-1].group().lower() in proper():
            kept = words[-1].start()
        if kept is not None:
            yield Mark(match.start(1) + kept, match.end(), Kind.CLUB, Strength.REMOVE)
    for match in _CLUB_FIRST.finditer(text):
        yield Mark(*match.span(), Kind.CLUB, Strength.REMOVE)
    for match in _CLUB_SMALL.finditer(text):
        if not is_ordinary(match.group(1)):
            yield Mark(*match.span(), Kind.CLUB, Strength.REMOVE)
