"""Page weight: what a child's phone loads, in bytes on the wire and in requests, against the bars."""

import gzip
import re
import sys
import tempfile
from http.client import HTTPConnection
from threading import Thread
from urllib.parse import urlencode, urljoin

from flask import Flask
from waitress.server import create_server

from participation import create_app
from participation.demo import municipality
from participation.storage.opening import migrate
from participation.web.current import today

FIRST_LOAD, LATER_PAGE, REQUESTS = 15_000, 4_000, 4
STATUS_LINE = len("HTTP/1.1 200 OK\r\n\r\n")
LINKED = re.compile(r'<(?:link|img|script)[^>]+(?:href|src)="([^"]+)"')


class Phone:
    """A browser without script: it keeps cookies and files, asks for gzip, and counts every byte."""

    def __init__(self, port: int) -> None:
        self.line = HTTPConnection("127.0.0.1", port)
        self.cookies: dict[str, str] = {}
        self.kept: set[str] = set()
        self.page, self.at, self.size, self.requests = "", "/", 0, 0

    def open(self, path: str, form: dict[str, str] | None = None) -> None:
        """Load a page with everything that it links to and that is not kept already."""
        self.size = self.requests = 0
        self._follow(path, form)
        for address in LINKED.findall(self.page):
            if address not in self.kept:
                self.kept.add(address)
                self._ask(urljoin(self.at, address), None)

    def _follow(self, path: str, form: dict[str, str] | None) -> None:
        onward, self.page = self._ask(path, form)
        self.at = path
        if onward:
            self._follow(urljoin(path, onward), None)

    def _ask(self, path: str, form: dict[str, str] | None) -> tuple[str | None, str]:
        headers = {"Accept-Encoding": "gzip", "Accept-Language": "nb"}
        headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.line.request("GET" if form is None else "POST", path, form and urlencode(form), headers)
        answer = self.line.getresponse()
        raw, told = answer.read(), answer.getheaders()
        self.size += STATUS_LINE + len(raw) + sum(len(f"{name}: {value}\r\n") for name, value in told)
        self.requests += 1
        for name, value in told:
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        packed = answer.getheader("Content-Encoding") == "gzip"
        return answer.getheader("Location"), (gzip.decompress(raw) if packed else raw).decode("utf-8", "replace")


def doors(app: Flask) -> tuple[str, str]:
    """The address of a group code and of a case code in a freshly founded municipality."""
    database = app.extensions["database"]
    with app.test_request_context():
        migrate(database, today())
        with database.writing() as db:
            found = municipality.found(db, app.extensions["surveys"], today())
    return f"/svar/{found.east.codes[0]}/", f"/stemme/{found.west.code}/"


def walk(phone: Phone, door: str) -> list[tuple[str, int, int]]:
    """Open the door and go through the questions: what each page weighed."""
    phone.open(door)
    weighed = [(f"first load, {door.split('/')[1]}", phone.size, phone.requests)]
    form = {"csrf_token": _token(phone.page)}
    phone.open(urljoin(door, "begynn"), form)
    while 'name="go"' in phone.page and len(weighed) < 8:
        weighed.append((f"page {len(weighed)}", phone.size, phone.requests))
        phone.open(phone.at, {"csrf_token": _token(phone.page), "go": "skip"})
    return weighed


def _token(page: str) -> str:
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
    return found[1] if found else ""


def main() -> int:
    over = 0
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(FOLDER=folder)
        addresses = doors(app)
        server = create_server(app, host="127.0.0.1", port=0)
        Thread(target=server.run, daemon=True).start()
        print(f"{'page':<24}{'bytes':>8}{'requests':>10}{'bar':>8}")
        for door in addresses:
            for name, size, requests in walk(Phone(server.effective_port), door):
                bar = FIRST_LOAD if name.startswith("first") else LATER_PAGE
                over += size > bar or requests > REQUESTS
                print(f"{name:<24}{size:>8}{requests:>10}{bar:>8}{'  over' if size > bar else ''}")
        server.close()
        app.extensions["database"].close()
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
