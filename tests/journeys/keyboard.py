"""Keyboard: a visitor in Chromium without script or mouse: Tab, Space, Enter, arrows and letters."""

from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Response

from tests.chromium import Inspection, kind_of

MOST_TABS = 300
FILES = (".pdf", ".docx", ".csv", ".json")
FOCUSED = "document.activeElement"
VISIBLE = """() => {
    const e = document.activeElement, near = [e, e.nextElementSibling, e.parentElement].filter(Boolean);
    const shown = s => (s.outlineStyle != 'none' && parseFloat(s.outlineWidth) >= 2) || s.boxShadow != 'none';
    const box = e.getBoundingClientRect();
    return near.some(n => shown(getComputedStyle(n))) && box.bottom > 0 && box.top < innerHeight;
}"""


class Keyboard:
    """The same verbs as a reader's, done as a child or a clerk without a mouse would do them."""

    def __init__(self, context: BrowserContext, home: str, inspection: Inspection) -> None:
        self.home, self.inspection = home, inspection
        self.page = context.new_page()
        self.page.on("response", self._note)
        self.answer: Response | None = None

    @property
    def address(self) -> str:
        return self.page.url.removeprefix(self.home)

    @property
    def text(self) -> str:
        return " ".join(self.page.evaluate("document.body.textContent").split())

    def goes(self, address: str, status: int = 200) -> None:
        self.page.goto(self.home + address)
        self._arrives(status)

    def follows(self, to: str, status: int = 200) -> None:
        self._tab_to(f"{FOCUSED}.matches('a') && {FOCUSED}.getAttribute('href').includes({to!r})", to)
        target = urlsplit(self.page.evaluate(f"{FOCUSED}.href")).path
        if target.endswith(FILES):
            with self.page.expect_download() as download:
                self.page.keyboard.press("Enter")
            self.body = Path(download.value.path()).read_bytes()
            return
        self._enter(status)

    def sends(self, to: str = "", press: str = "", status: int = 200, **answers: object) -> None:
        form = f"{FOCUSED}.form && " + self._leads(f"{FOCUSED}.form", to)
        for name in sorted(answers, key=self.fields(to).index):
            self._tab_to(f"{form} && {FOCUSED}.name == {name!r}", name)
            self._fill(name, answers[name])
        name, _, value = press.partition("=")
        is_it = f"{FOCUSED}.name == {name!r} && {FOCUSED}.value == {value!r}" if press else "true"
        self._tab_to(f"{form} && {FOCUSED}.matches('button') && {is_it}", press or f"button to {to}")
        self._enter(status)

    def offers(self, press: str) -> bool:
        name, value = press.split("=")
        return self.page.locator(f"button[name='{name}'][value='{value}']").count() > 0

    def fields(self, to: str = "") -> list[str]:
        find = f"[...document.forms].find(form => {self._leads('form', to)})"
        return list(dict.fromkeys(self.page.evaluate(f"[...{find}.elements].map(e => e.name)")))

    def is_for_words(self, name: str) -> bool:
        return self.page.locator(f"main textarea[name='{name}']").count() > 0

    def all_of(self, selector: str) -> list[str]:
        found = self.page.locator(f".{selector}").all_text_contents()
        return [" ".join(text.split()) for text in found]

    def _leads(self, form: str, to: str) -> str:
        action = f"({form}.getAttribute('action') || '').split('?')[0]"
        return f"{action}.endsWith({to!r})" if to else f"!{form}.getAttribute('action')"

    def _tab_to(self, is_it: str, what: str) -> None:
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(f"Boolean({is_it})"):
                assert self.page.evaluate(VISIBLE), f"nobody sees that {what} has the focus"
                return
        raise AssertionError(f"Tab never comes to {what} on {self.address}")

    def _fill(self, name: str, answer: object) -> None:
        kind = self.page.evaluate(f"{FOCUSED}.type")
        if kind == "checkbox":
            self._tick(name, answer)
        elif kind == "radio":
            self._pick(str(answer))
        elif isinstance(answer, date):
            self.page.keyboard.type(answer.strftime("%m%d%Y"))
            assert self.page.evaluate(f"{FOCUSED}.value") == str(answer)
        else:
            self._write(str(answer))

    def _write(self, text: str) -> None:
        """Letter by letter for a while; the rest as a phone's keyboard fills in words."""
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text[:8])
        self.page.keyboard.insert_text(text[8:])

    def _pick(self, value: str) -> None:
        """Space takes the one that has the focus, arrows take the others."""
        if self.page.evaluate(f"{FOCUSED}.value") == value:
            self.page.keyboard.press("Space")
        for _ in range(60):
            if self.page.evaluate(f"{FOCUSED}.value == {value!r} && {FOCUSED}.checked"):
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{value} is not offered on {self.address}")

    def _tick(self, name: str, answer: object) -> None:
        wanted = set(map(str, answer if isinstance(answer, set | tuple | list) else [answer]))
        while wanted:
            if (value := self.page.evaluate(f"{FOCUSED}.value")) in wanted:
                self.page.keyboard.press("Space")
                wanted.remove(value)
            if wanted:
                self._tab_to(f"{FOCUSED}.name == {name!r}", f"{name} {wanted}")

    def _enter(self, status: int) -> None:
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self._arrives(status)

    def _note(self, answer: Response) -> None:
        if answer.request.is_navigation_request():
            self.answer = answer

    def _arrives(self, status: int) -> None:
        assert self.answer
        assert self.answer.status == status, f"{self.answer.status} at {self.address}: {self.text[:600]}"
        self.inspection.meet(self.page, kind_of(self.page.url, status))
