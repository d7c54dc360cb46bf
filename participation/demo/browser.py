"""Browser: goes through the doors as a person would, by HTTP alone, and takes no refusal for an answer."""

from collections.abc import Mapping
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urljoin, urlsplit

from participation.demo.pages import Page

MOST_REDIRECTS = 5
SECONDS = 120
FORM = "application/x-www-form-urlencoded"


class Refused(Exception):
    """The house said no, or fell over."""


class Browser:
    """One person's browser: it keeps its cookies to itself."""

    def __init__(self, home: str) -> None:
        self.home = home
        self.cookies: dict[str, str] = {}

    def open(self, address: str) -> Page:
        return self._follow("GET", urljoin(self.home, address))

    def follow(self, page: Page, pattern: str) -> Page:
        """Follow the first link on the page whose address fits."""
        return self.open(urljoin(page.address, page.link(pattern)))

    def send(
        self, page: Page, given: Mapping[str, object] | None = None, *, action: str = "", expect: int = 200
    ) -> Page:
        """Fill in the form that has these fields, with what else stands in it, and send it."""
        form = page.form(given or {}, action)
        body = urlencode(form.filled(given or {})).encode()
        return self._follow("POST", urljoin(page.address, form.action), body, expect)

    def _follow(self, method: str, address: str, body: bytes | None = None, expect: int = 200) -> Page:
        for _ in range(MOST_REDIRECTS):
            status, headers, content = self._ask(method, address, body)
            if status not in {301, 302, 303, 307, 308}:
                break
            method, address, body = "GET", urljoin(address, headers["location"]), None
        page = Page(address, status, content, headers.get("content-type", ""))
        if status != expect:
            raise Refused(f"{method} {urlsplit(address).path} gave {status}: {page.text[:300]}")
        return page

    def _ask(self, method: str, address: str, body: bytes | None) -> tuple[int, dict[str, str], bytes]:
        parts = urlsplit(address)
        if parts.netloc != urlsplit(self.home).netloc:
            raise Refused(f"{address} leads out of the house")
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        headers |= {"Content-Type": FORM, "Sec-Fetch-Site": "same-origin"} if body is not None else {}
        connection = HTTPConnection(parts.netloc, timeout=SECONDS)
        try:
            path = parts.path + (f"?{parts.query}" if parts.query else "")
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            for name, value in answer.getheaders():
                if name.lower() == "set-cookie":
                    self._keep(value)
            return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def _keep(self, cookie: str) -> None:
        for name, morsel in SimpleCookie(cookie).items():
            if morsel["max-age"] == "0" or not morsel.value:
                self.cookies.pop(name, None)
            else:
                self.cookies[name] = morsel.value
