"""Handles: what children call themselves in games and on the net, by its form or by the word for where."""

import re
from collections.abc import Iterator

from participation.disclosure.free_text.kinds import Kind, Mark, Strength
from participation.disclosure.free_text.words import is_ordinary, proper, seems_ordinary

_AT_HANDLE = re.compile(r"(?<![\w.])@\s?[\w][\w.\-]{1,40}")
_TAGGED = re.compile(r"(?<!\w)[\w.\-]{2,32}#\d{3,6}(?!\d)")
_STEAM = re.compile(r"(?<!\w)STEAM_\d:\d:\d{4,12}", re.I)
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
_CAMEL = re.compile(r"(?<![\w@/.])[A-ZÆØÅ]?[a-zæøå]{2,20}[A-ZÆØÅ][a-zæøå]{2,20}\d{0,6}(?!\w)")
_DOTTED = re.compile(r"(?<![\w@/.])[a-zæøå][\wæøå]{1,20}(?:\.[\wæøå]{1,20}){1,3}(?![\w.]*[@/])")
_WHERE = (
    r"(?:snap(?:chat|en|pen|navn|navnet)?|sc|insta(?:gram|en|navn)?|ig|tik ?tok(?:en)?|discord(?:en)?|disc|steam"
    r"|xbox(?:en)?|psn|ps[45]?|roblox|fortnite|epic|minecraft|youtube|yt|twitch|kick|facebook|fb|messenger|whats?app|telegram"
    r"|signal|viber|skype|bereal|brukernavn(?:et)?|brukarnamn(?:et)?|gamertag(?:en|et)?|gamer tag|user ?name|nick(?:et|name)?"
    r"|kanal(?:en)?|channel|profil(?:en)?|снап|інста|инста|тікток|سناب|انستا|انستقرام|gmail(?:en)?|teams|bruker(?:en)?|brukar(?:en)?|konto(?:en)?|spillnavn(?:et)?|streamer|strømmer|nazwa|nick)"
)
_NAMED = r"(?:[- ]?(?:bruker|brukar|konto|gruppe|gruppa|server|side|kanal|channel|profil|navn|namn|name|user|username|id|tag|nick)(?:en|et|navn|navnet|namn|namnet|name)?)"
_WHERE_AT = re.compile(rf"(?<!\w){_WHERE}{_NAMED}?(?!\w)", re.I)
_OWNER = r"(?:min|mi|mitt|mit|my|mój|moja|мій|hans|hennes|hennar|sin|din|deres|vår|his|her|their|our|konti)"
_HANDLE = r"(@?[\w][\w.\-]{1,40})"
_PLATFORM = re.compile(
    rf"(?<!\w)((?:(?:min|mi|mitt|my) )?{_WHERE}{_NAMED}?)((?:\s{{1,3}}(?:{_OWNER}|{_NAMED})){{0,2}})(?!\w)"
    r"(\s{0,3}(?::|=|-|–|→)\s{0,3}|\s{1,3}(?:(?:er|e|æ|heter|heiter|hete|is|lea|to|jest|waa|som heter|som heiter|som kalles|som)(?:\s(?:jeg|eg|æ|han|hun|ho|jo))?|så heter (?:jeg|han|hun))\s{1,3}|\s{1,3})"
    rf"{_HANDLE}",
    re.I,
)
_ADDED = re.compile(
    r"(?<!\w)(legg(?:e|er)?(?: meg| henne| han)? til|la til|add(?:e|er|a)?(?: me)?|søk(?:e|er)?(?: på| opp| etter)?|finn(?: meg)?|find(?: me)?|following|follow|følg(?:e|er|jer)?(?: med på)?"
    r"|heter|heiter|hete|hedder|kalles|kaller (?:meg|seg)|called|bruker(?:en|navnet)?|er|e|is|dodaj(?: mnie)?|jestem)\s{1,3}"
    rf"{_HANDLE}\s{{1,3}}(?:på|on|na|i|in|у|в)\s{{1,3}}{_WHERE}(?!\w)",
    re.I,
)
_THERE = re.compile(rf"{_HANDLE}\s{{1,3}}(?:på|on)\s{{1,3}}{_WHERE}(?!\w)", re.I)
_FOUND = (_AT_HANDLE, _TAGGED, _STEAM)


def handles(text: str) -> Iterator[Mark]:
    """Names of players and of those who write, draw and film on the net."""
    for pattern in _FOUND:
        for match in pattern.finditer(text):
            yield Mark(*match.span(), Kind.HANDLE, Strength.REMOVE)
    for match in _GAMER.finditer(text):
        if not _NOT_GAMER.fullmatch(match.group()) and not match.group().isdigit():
            yield Mark(*match.span(), Kind.HANDLE, Strength.REMOVE)
    for match in _CAMEL.finditer(text):
        if not any(
            match.group().lower().removesuffix(end) in proper() for end in ("", "e", "en", "er", "ere", "s")
        ):
            yield Mark(*match.span(), Kind.HANDLE, Strength.REMOVE)
    if _WHERE_AT.search(text):
        yield from _beside_a_platform(text)


def _beside_a_platform(text: str) -> Iterator[Mark]:
    for match in _PLATFORM.finditer(text):
        said, link = match.group(4).rstrip(".-"), match.group(3).strip().lower()
        mine = bool(match.group(2)) or _is_own(match.group(1)) or link in {":", "="} or " " in link
        if _is_handle(said, mine=mine):
            yield Mark(match.start(4), match.start(4) + len(said), Kind.HANDLE, Strength.REMOVE)
    for match in _ADDED.finditer(text):
        said = match.group(2).rstrip(".-")
        if _is_handle(said, mine=match.group(1).lower() not in {"er", "e", "is"}):
            yield Mark(match.start(2), match.start(2) + len(said), Kind.HANDLE, Strength.REMOVE)
    for match in _THERE.finditer(text):
        said = match.group(1).rstrip(".-")
        if _is_handle(said, mine=False):
            yield Mark(match.start(1), match.start(1) + len(said), Kind.HANDLE, Strength.REMOVE)
    for match in _DOTTED.finditer(text):
        if not all(is_ordinary(part) for part in match.group().lower().split(".")):
            yield Mark(*match.span(), Kind.HANDLE, Strength.REMOVE)


def _is_own(platform: str) -> bool:
    low = platform.lower()
    return low.startswith(("min ", "mi ", "mitt ", "my ")) or low.endswith(
        ("en", "et", "navn", "name", "nick", "tag")
    )


def _is_handle(said: str, *, mine: bool) -> bool:
    low = said.lower().lstrip("@")
    if low in {"og", "er", "på", "and", "is", "or"} or low.isdigit() or low in proper() or len(low) < 3:
        return False
    if re.search(r"[\d_]|\w\.\w", low):
        return not _NOT_GAMER.fullmatch(low)
    return not (is_ordinary(low) if mine else seems_ordinary(low))
