"""Pages: what a page offers somebody who reads it without a picture: text, links, and forms to fill in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

CHOICES = {"radio", "checkbox"}
TYPED = {"text", "email", "password", "date", "number", "search", "textarea"}


class NotThere(Exception):
    """The page does not have what somebody looked for on it."""


@dataclass
class Field:
    """One named place in a form: what may be put there, and what stands there now."""

    name: str
    kind: str
    values: list[str] = field(default_factory=list)
    options: list[str] = field(default_factory=list)

    def put(self, given: object) -> None:
        """Put something here, as a person could: a choice only where it is offered."""
        values = [str(value) for value in given] if isinstance(given, (list, tuple)) else [str(given)]
        if self.kind in CHOICES and not set(values) <= set(self.options):
            raise NotThere(f"{self.name} offers {self.options}, not {values}")
        if self.kind not in CHOICES | TYPED:
            raise NotThere(f"nobody can write in {self.name}, which is {self.kind}")
        self.values = values


@dataclass
class Form:
    action: str
    method: str
    fields: dict[str, Field] = field(default_factory=dict)

    def has(self, names: Mapping[str, object]) -> bool:
        return all(name in self.fields for name in names)

    def filled(self, given: Mapping[str, object]) -> list[tuple[str, str]]:
        """What is sent when these are filled in, and the buttons among them pressed."""
        pressed = []
        for name, value in given.items():
            if self.fields[name].kind != "button":
                self.fields[name].put(value)
            elif value in self.fields[name].options:
                pressed.append((name, str(value)))
            else:
                raise NotThere(f"{name} offers {self.fields[name].options}, not {value}")
        kept = [f for f in self.fields.values() if f.kind != "button"]
        return [(f.name, value) for f in kept for value in f.values] + pressed


class Page(HTMLParser):
    """A page as it came: HTML that is read, or a file."""

    def __init__(self, address: str, status: int, body: bytes, kind: str) -> None:
        super().__init__()
        self.address, self.status, self.body = address, status, body
        self.links: list[str] = []
        self.images: list[str] = []
        self.card: str = ""
        self.forms: list[Form] = []
        self._said: list[str] = []
        self._typing: Field | None = None
        self._hears, self._on_card = True, False
        if kind.startswith("text/html"):
            self.feed(body.decode())

    @property
    def text(self) -> str:
        """Everything that is said on the page."""
        return " ".join(" ".join(self._said).split())

    def link(self, pattern: str) -> str:
        """The first link whose address fits."""
        found = next((link for link in self.links if re.search(pattern, link)), None)
        if found is None:
            raise NotThere(f"no link like {pattern} at {self.address}: {sorted(set(self.links))}")
        return found

    def form(self, given: Mapping[str, object], action: str = "") -> Form:
        """The form with all these fields, sent to an address like this."""
        posting = [form for form in self.forms if form.method == "post"]
        fitting = [form for form in posting if form.has(given) and re.search(action, form.action)]
        if not fitting:
            offered = [(f.action, sorted(f.fields)) for f in self.forms]
            raise NotThere(f"no form with {sorted(given)} at {self.address}: {offered}")
        return fitting[0]

    def must_say(self, *texts: str) -> None:
        """What is to be read here is to be read here."""
        for text in texts:
            if " ".join(text.split()) not in self.text:
                raise NotThere(f"{self.address} does not say {text!r}")

    def find(self, pattern: str) -> list[str]:
        """Everything on the page that looks like this."""
        return re.findall(pattern, self.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._on_card = self._on_card or "words" in given.get("class", "").split()
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        elif tag == "img":
            self.images.append(given.get("src", ""))
        elif tag == "form":
            self.forms.append(Form(given.get("action", ""), given.get("method", "get").lower()))
        elif tag in {"style", "script", "title"}:
            self._hears = False
        elif self.forms and "name" in given and tag in {"input", "textarea", "button", "select"}:
            self._field(tag, given)

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._typing = None
        elif tag == "p":
            self._on_card = False
        self._hears = self._hears or tag in {"style", "script", "title"}

    def handle_data(self, data: str) -> None:
        if self._typing:
            self._typing.values = ["".join((*self._typing.values, data)).removeprefix("\n")]
        elif self._hears:
            self._said.append(data)
        if self._on_card:
            self.card += data

    def _field(self, tag: str, given: Mapping[str, Any]) -> None:
        kind = given.get("type", "text") if tag == "input" else tag
        found = self.forms[-1].fields.setdefault(given["name"], Field(given["name"], kind))
        if kind in CHOICES or kind == "button":
            found.options.append(given.get("value", "on"))
        if kind in CHOICES:
            found.values += [given.get("value", "on")] if "checked" in given else []
        elif kind != "button":
            found.values = [given.get("value", "")] if tag == "input" else []
        self._typing = found if tag == "textarea" else None
