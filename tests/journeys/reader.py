"""Reader: a visitor without a browser, who fills in the real forms on the real pages."""

from urllib.parse import urljoin, urlsplit

from flask.testing import FlaskClient
from lxml import html
from werkzeug.datastructures import MultiDict


class Reader:
    """Knows a page by its address, its status and its text; sends a form as a browser would."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client
        self.address = "/"

    def goes(self, address: str, status: int = 200) -> None:
        self._takes(self.client.get(address, follow_redirects=True), status)

    def follows(self, to: str, status: int = 200) -> None:
        """Follow the first link in the page that leads there."""
        links = [link for link in self.page.iterlinks() if link[0].tag == "a" and to in link[2]]
        assert links, f"no link to {to} on {self.address}"
        self.goes(urljoin(self.address, links[0][2]), status)

    def sends(self, to: str = "", press: str = "", status: int = 200, **answers: object) -> None:
        """Fill in the form that goes there, or the page's own, and press a button: go=next."""
        form = self._form(to)
        for name, answer in answers.items():
            _fill(form, name, answer)
        data = MultiDict(form.form_values())
        if press:
            assert self.offers(press), f"no button {press} on {self.address}"
            data.add(*press.split("="))
        target = urljoin(self.address, form.get("action") or self.address)
        self._takes(self.client.post(target, data=data, follow_redirects=True), status)

    def offers(self, press: str) -> bool:
        """Whether there is such a button on the page."""
        name, value = press.split("=")
        return bool(self.page.xpath(f"//button[@name='{name}' and @value='{value}']"))

    def fields(self) -> list[str]:
        """The names in the page's own form, in the order they stand."""
        return list(dict.fromkeys(field.name for field in self._form("").inputs if field.name))

    def is_for_words(self, name: str) -> bool:
        """Whether the page's own form asks for a text."""
        form = self._form("")
        return name in form.inputs and getattr(form.inputs[name], "tag", "") == "textarea"

    @property
    def text(self) -> str:
        return " ".join(self.page.find("body").text_content().split())

    def all_of(self, selector: str) -> list[str]:
        """The texts of everything with this class."""
        return [" ".join(found.text_content().split()) for found in self.page.find_class(selector)]

    def _takes(self, answer, status: int) -> None:
        self.address = answer.request.path + (f"?{q}" if (q := answer.request.query_string.decode()) else "")
        self.body = answer.data
        if answer.mimetype == "text/html":
            self.page = html.fromstring(answer.text)
        assert answer.status_code == status, f"{answer.status_code} at {self.address}: {self.text[:900]}"

    def _form(self, to: str):
        found = [form for form in self.page.forms if self._leads(form, to)]
        assert found, f"no form to {to or 'this page'} on {self.address}: {self.text[:400]}"
        return found[0]

    def _leads(self, form, to: str) -> bool:
        action = urlsplit(form.get("action") or "").path
        return action.endswith(to) if to else not action


def _fill(form, name: str, answer: object) -> None:
    field = form.inputs[name]
    if isinstance(answer, bool):
        field.checked = answer
    elif isinstance(answer, set | tuple | list):
        assert set(answer) <= set(field.value_options), f"{name} does not offer {answer}"
        field.value = set(answer)
    else:
        field.value = str(answer)
