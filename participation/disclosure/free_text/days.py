"""Days: dates by which a child may be found, and ages."""

import re
from collections.abc import Iterator

from participation.disclosure.free_text.kinds import Kind, Mark, Strength

_MONTH = (
    r"(?:jan(?:uar)?|feb(?:ruar)?|mars|apr(?:il)?|mai|juni?|juli?|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|des(?:ember)?"
    r"|january|february|march|may|june|july|october|december|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia"
    r"|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня"
    r"|يناير|فبراير|مارس|أبريل|ابريل|مايو|يونيو|يوليو|أغسطس|اغسطس|سبتمبر|أكتوبر|اكتوبر|نوفمبر|ديسمبر|janaayo|febraayo|maarso|abriil|maajo|ođđajagimánu|guovvamánu|njukčamánu|cuoŋománu|miessemánu|geassemánu|suoidnemánu|borgemánu|čakčamánu|golggotmánu|skábmamánu|juovlamánu)"
)
_ORDINAL = (
    r"(?:(?:tjue|tretti)?(?:første|fyrste|andre|tredje|fjerde|femte|sjette|sjuende|sjuande|syvende|åttende|åttande|niende|niande)|tiende|tiande|ellevte|tolvte|trettende|fjortende|femtende"
    r"|sekstende|syttende|attende|nittende|tjuende|trettiende|first|second|third|(?:four|fif|six|seven|eigh|nin|ten)th|twentieth)"
)
_A_DAY = (
    rf"(?:(?:den\s)?\d{{1,2}}\s?[./\-]\s?\d{{1,2}}(?:[./\- ]{{1,2}}(?:(?:19|20)\d\d|\d\d(?!\d)))?|(?:den\s|the\s)?\d{{1,2}}(?:\.|st|nd|rd|th)?\s{{0,2}}(?:of\s)?{_MONTH}(?:\s\d{{4}})?(?!\w)"
    rf"|{_MONTH}\s(?:the\s)?\d{{1,2}}(?:st|nd|rd|th)?(?!\w)|(?:den\s|the\s)?{_ORDINAL}\s(?:of\s)?{_MONTH}(?:\s\d{{4}})?(?!\w))"
)
_DATE = re.compile(
    rf"(?<![\d.])\d{{1,2}} \d{{1,2}} (?:19|20)\d\d(?!\d)|(?<![\d.])\d{{1,2}}\s?[./\-]\s?\d{{1,2}}\s?[./\-]\s?(?:(?:19|20)\d\d|\d\d)(?![\d])|(?<!\d)(?:19|20)\d\d[\-./]\d{{1,2}}[\-./]\d{{1,2}}(?!\d)"
    rf"|(?<!\d)\d{{1,2}}(?:\.|st|nd|rd|th)?\s(?:of\s)?{_MONTH}\.?,?\s(?:19|20)\d\d(?!\d)|(?<!\w){_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d(?!\d)",
    re.I,
)
_BORN = r"(?:født|fødd|fødselsdag\w*|fødselsdato\w*|fødsel\w*|bursdag\w*|gebursdag\w*|geburtsdag\w*|fyller|fylte|born|birthday|urodzon\w+|urodzi\w+|народи\w+|мої уродини|день народження|вولدت|ولدت|مواليد|ميلادي|dhashay|dhalatay|dhalashad\w+|riegádan|riegádeapmi\w*|riegádahttin\w*|konfirmasjon\w*|begravelse\w*|døde)"
_BORN_ON = re.compile(
    rf"(?<!\w)(?:{_BORN}|f\.|dob|bday)(?:[^.!?\n\d]{{0,12}}\d{{1,2}}(?: år)?(?!\d))??[^.!?\n\d]{{0,25}}?({_A_DAY}|\d{{6}}(?!\d)|\d{{8}}(?!\d)|(?:19|20)\d\d(?!\d))",
    re.I,
)
_ON_IT_BORN = re.compile(rf"(?<![\d.,:])({_A_DAY})[^.!?\n\d]{{0,25}}?{_BORN}", re.I)
_DAY = re.compile(rf"(?<!\d)\d{{1,2}}\.\s?{_MONTH}(?!\w)", re.I)
_HOLIDAYS = re.compile(
    r"17\. mai|22\. juli|1\. mai|8\. mai|24\. des\w*|25\. des\w*|31\. des\w*|13\. des\w*|1\. jan\w*|6\. feb\w*|8\. mars|20\. nov\w*|1\. april",
    re.I,
)
_AGE = re.compile(
    r"(?<!\w)\d{1,2}(?:\s?og et halvt)?[ \-]?(?:år|åring|åringen|år gammel|år gamal|years? old|yo|lat|років|роки|سنة|سنوات|jir|jahkásaš|jagi)(?!\w)",
    re.I,
)


def ages(text: str) -> Iterator[Mark]:
    """Ages: they tell something only beside something else."""
    for match in _AGE.finditer(text):
        yield Mark(*match.span(), Kind.AGE, Strength.LOOK)


def days(text: str) -> Iterator[Mark]:
    """The day on which somebody was born, and other days."""
    for match in _DATE.finditer(text):
        if not _can_be_a_day(match.group(), text[match.end() : match.end() + 2]):
            continue
        yield Mark(*match.span(), Kind.DATE, Strength.REMOVE)
    for pattern in (_BORN_ON, _ON_IT_BORN):
        for match in pattern.finditer(text):
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
