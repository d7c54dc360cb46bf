"""Page weight: what a child's old phone has to fetch, counted on the wire as a browser would fetch it.

Recordings and films are fetched when a child asks for them, and are not counted.
"""

import gzip
import http.client
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from threading import Thread
from urllib.parse import urlencode

from flask import Flask
from waitress.server import create_server

from participation import create_app
from participation.access import Actor, Role
from participation.casework import cases, voices
from participation.community import consultations, matters
from participation.rights.ladder import Rung
from participation.rights.occasions import Occasion
from participation.storage.opening import migrate
from participation.web.current import LEVEL_COOKIE, today
from participation.web.security import lean

FIRST_BYTES, FIRST_REQUESTS = 15_000, 4
PICTURES_BYTES, PICTURES_REQUESTS = 30_000, 4
NEXT_BYTES, NEXT_REQUESTS = 4_000, 1
SCRIPT_BYTES = 5_000
SCRIPTS = {
    "that a child meets": ("child.js", "draw.js"),
    "of a tablet without net": ("offline.js", "worker.js"),
}
FETCHED = re.compile(r"<(?:link|img|script|use)\b[^>]*?(?:href|src)=\"(/(?!/)[^\"]+)\"")
FOREIGN = re.compile(
    r"<(?:link|img|script|use|source|audio|video|iframe)\b[^>]*?(?:href|src)=\"(?:\w+:)?//([^\"]+)"
)
TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


@dataclass(frozen=True)
class Row:
    survey_id: str
    level: str
    page: str
    bytes: int
    requests: int
    press: int
    """What came before the page: the answer to the press that leads there."""
    fits: bool


@dataclass
class Phone:
    """A browser as far as the wire knows: it keeps cookies and what it may keep, and asks for gzip."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)
    foreign: set[str] = field(default_factory=set)
    fetched: list[int] = field(default_factory=list)
    pressed: list[int] = field(default_factory=list)
    scripts: list[int] = field(default_factory=list)
    address: str = ""

    def opens(self, address: str, form: dict[str, str] | None = None) -> str:
        """Open a page with everything it links to, and start counting anew."""
        for counted in (self.fetched, self.pressed, self.scripts):
            counted.clear()
        page = self._fetch(address, form)
        self.foreign |= set(FOREIGN.findall(page))
        where = self.address
        for linked in dict.fromkeys(FETCHED.findall(page)):
            if linked not in self.kept:
                self._fetch(linked, None)
        self.address = where
        return page

    def _fetch(self, address: str, form: dict[str, str] | None) -> str:
        wire = http.client.HTTPConnection("127.0.0.1", self.port)
        headers = {"Accept-Encoding": "gzip", "Accept-Language": "nb", "Cookie": self._cookies()}
        body = urlencode(form) if form else None
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        wire.request("POST" if body else "GET", address, body, headers)
        answer = wire.getresponse()
        content = answer.read()
        wire.close()
        self._note(address, answer, content)
        self.address = address
        if answer.status in {302, 303}:
            return self._fetch(answer.headers["Location"], None)
        if answer.status != 200:
            raise SystemExit(f"{answer.status} at {address}")
        return _text(answer, content)

    def _note(self, address: str, answer: http.client.HTTPResponse, content: bytes) -> None:
        counted = self.pressed if answer.status in {302, 303} else self.fetched
        counted = self.scripts if address.partition("?")[0].endswith(".js") else counted
        counted.append(len(b"HTTP/1.1 200 OK\r\n") + len(answer.headers.as_bytes()) + len(content))
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.split(";")[0].partition("=")
            self.cookies[name] = value
        if "max-age" in answer.headers.get("Cache-Control", ""):
            self.kept.add(address)

    def _cookies(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())


def _text(answer: http.client.HTTPResponse, content: bytes) -> str:
    packed = answer.headers.get("Content-Encoding") == "gzip"
    return (gzip.decompress(content) if packed else content).decode("utf-8", "replace")


@contextmanager
def served() -> Iterator[tuple[Flask, int]]:
    """A real server before a fresh house."""
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(FOLDER=folder)
        with app.app_context():
            migrate(app.extensions["database"], today())
        server = create_server(app, listen="127.0.0.1:0", ident=None)
        Thread(target=server.run, daemon=True).start()
        yield app, server.effective_port
        server.close()
        app.extensions["database"].close()


def doors(app: Flask) -> dict[str, str]:
    """A code for every survey of our own: the first page of each door."""
    planner, coordinator = Actor(Role.PLANNER, 1, "Plan"), Actor(Role.COORDINATOR, 2, "Kari")
    found = {}
    with app.app_context(), app.extensions["database"].writing() as db:
        day = today()
        texts = {"title": "Lekeplass", "about": "Ny lekeplass", "decided_by": "Kommunestyret"}
        more = {"decision_on": day + timedelta(60), "can_change": "Hva", "fixed": "Pris", "today": day}
        matter = matters.make(db, planner, **texts, **more)
        case = cases.open_case(db, coordinator, "2026/1", day)
        for survey in app.extensions["surveys"].values():
            if survey.door == "case":
                given = {"occasion": Occasion.INDIVIDUAL_PLAN, "survey": survey, "today": day}
                found[survey.id] = f"/stemme/{voices.invite(db, coordinator, case.id, **given)[1]}"
                continue
            opened = consultations.open_consultation(
                db,
                planner,
                matter.id,
                survey,
                rung=Rung.CONSULTED,
                breakdowns=(),
                read_by="Planleggeren",
                closes_on=day + timedelta(7),
                answer_on=day + timedelta(30),
                today=day,
            )
            code = consultations.make_tickets(db, planner, opened.id, 1, day)[0]
            found[survey.id] = f"/svar/{code}"
    return found


def weigh(app: Flask, port: int, foreign: set[str]) -> Iterator[Row]:
    """Each page of each door with usual words, and with pictures where there are any."""
    for survey_id, door in doors(app).items():
        offered = app.extensions["surveys"][survey_id].levels
        for level in ("standard", *({"pictures"} & set(offered))):
            phone = Phone(port, cookies={LEVEL_COOKIE: level})
            yield from walk(phone, survey_id, level, door)
            foreign |= phone.foreign


def walk(phone: Phone, survey_id: str, level: str, door: str) -> Iterator[Row]:
    """From the first page to the one where all is read over, going on by "skip"."""
    first = (PICTURES_BYTES, PICTURES_REQUESTS) if level == "pictures" else (FIRST_BYTES, FIRST_REQUESTS)
    page = phone.opens(f"{door}/")
    yield _row(phone, survey_id, level, "first page", *first)
    page = phone.opens(f"{door}/begynn", {"csrf_token": _token(page)})
    while not phone.address.endswith("/les-over"):
        name = phone.address.rsplit("/", 1)[-1]
        yield _row(phone, survey_id, level, name, NEXT_BYTES, NEXT_REQUESTS)
        pressed = "skip" if 'value="skip"' in page else "next"
        page = phone.opens(phone.address, {"csrf_token": _token(page), "go": pressed})
    yield _row(phone, survey_id, level, "reading over", NEXT_BYTES, NEXT_REQUESTS)


def script_weight(app: Flask, names: Sequence[str]) -> int:
    """These scripts, packed as they are sent."""
    folder = Path(app.static_folder or "")
    return sum(len(gzip.compress(lean((folder / name).read_bytes()), 9)) for name in names)


def _token(page: str) -> str:
    found = TOKEN.search(page)
    return found[1] if found else ""


def _row(phone: Phone, survey_id: str, level: str, page: str, most_bytes: int, most_requests: int) -> Row:
    """A first page with all it brings along; of a later one the page alone, since script has its own bar."""
    counted = phone.fetched + (phone.scripts if page == "first page" else [])
    n, total = len(counted), sum(counted)
    fits = total <= most_bytes and n <= most_requests
    return Row(survey_id, level, page, total, n, sum(phone.pressed), fits)


def main() -> int:
    foreign: set[str] = set()
    with served() as (app, port):
        rows = list(weigh(app, port, foreign))
        scripts = {where: script_weight(app, names) for where, names in SCRIPTS.items()}
        strays = {path.name for path in Path(app.static_folder or "").rglob("*.js")} - set(
            sum(SCRIPTS.values(), ())
        )
    print(f"{'questions':28} {'words':9} {'page':20} {'bytes':>6} {'requests':>9}")
    for row in rows:
        too_heavy = "" if row.fits else "  TOO HEAVY"
        print(f"{row.survey_id:28} {row.level:9} {row.page:20} {row.bytes:6} {row.requests:9}{too_heavy}")
    for level, most in (("standard", FIRST_BYTES), ("pictures", PICTURES_BYTES)):
        firsts = [row.bytes for row in rows if row.page == "first page" and row.level == level]
        if firsts:
            print(f"The heaviest first page ({level}) is {max(firsts)} bytes, of {most}.")
    later = [row for row in rows if row.page != "first page"]
    print(f"The heaviest of the next is {max(row.bytes for row in later)} bytes, of {NEXT_BYTES}.")
    print(f"With the press that leads there: {max(row.bytes + row.press for row in later)} bytes.")
    for where, script in scripts.items():
        print(f"All script {where} is {script} bytes, of {SCRIPT_BYTES}.")
    print(f"Other hosts that were asked for something: {', '.join(sorted(foreign)) or 'none'}.")
    print(f"Scripts that stand in neither: {', '.join(sorted(strays)) or 'none'}.")
    fits = all(row.fits for row in rows) and max(scripts.values()) <= SCRIPT_BYTES
    return 0 if fits and not foreign | strays else 1


if __name__ == "__main__":
    sys.exit(main())
