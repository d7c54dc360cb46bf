"""A child who walks through the group door as it likes, and what must come out of it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from flask.testing import FlaskClient
from hypothesis import strategies as st

from participation.surveys import routing
from participation.surveys.definition import Page, Survey
from participation.surveys.questions import (
    Answer,
    Choice,
    Choices,
    Faces,
    Few,
    Number,
    Order,
    OwnWords,
    Place,
    Question,
    Status,
    ThisOrThat,
    YesNo,
)
from participation.surveys.rules import from_plain as rule
from participation.web.forms.questions import WHY_NOT

Draw = Callable[..., Any]
OPTIONS = ("bad", "mixed", "good")
MAKE: tuple[Callable[[str], Question], ...] = (
    lambda name: Choice(name, OPTIONS),
    lambda name: Choices(name, OPTIONS),
    lambda name: Few(name, OPTIONS, most=2),
    lambda name: Order(name, OPTIONS),
    lambda name: ThisOrThat(name, OPTIONS[:2]),
    lambda name: Number(name, least=0, most=9, bands=(0, 3)),
    lambda name: Place(name, "school-yard", {"bad": (25, 25), "good": (75, 75)}),
    Faces,
    YesNo,
    OwnWords,
)
LEADING = (Choice, Choices, Faces)


@st.composite
def surveys(draw: Draw) -> Survey:
    """Up to six pages of any kind, some of them behind a rule."""
    pages: list[Page] = []
    for number in range(draw(st.integers(1, 6))):
        question = draw(st.sampled_from(MAKE))(f"q{number}")
        earlier = [page.id for page in pages if isinstance(page.question, LEADING)]
        shown = None
        if earlier and draw(st.booleans()):
            about = {"question": draw(st.sampled_from(earlier)), "values": ["good", "mixed"]}
            shown = rule({draw(st.sampled_from(["any_of", "none_of"])): about})
        pages.append(Page(question.id, question, shown))
    words = {page.id: dict.fromkeys(page.question.wording_keys, "?") for page in pages}
    spoken = {"title": "?", "intro": "?", **words}
    levels = ("pictures", "simple", "standard", "youth")
    return Survey(
        "any", 1, "group", "nb", levels, 2, tuple(pages), {"nb": spoken, "nn": spoken, "en": spoken}
    )


@dataclass
class Child:
    """Does anything a page lets it do, and remembers the answers it last gave."""

    client: FlaskClient
    survey: Survey
    code: str
    said: dict[str, Answer] = field(default_factory=dict)
    token: str = ""

    def begins(self) -> None:
        self.token = self._token(self.client.get(f"/svar/{self.code}/").text)
        self.client.post(f"/svar/{self.code}/begynn", data={"csrf_token": self.token})
        self.token = self._token(self.client.get(f"/svar/{self.code}/{self.path[0].id}").text)

    @property
    def path(self) -> list[Page]:
        return routing.path(self.survey, self.said)

    def looks(self, page: Page, asked: str = "") -> None:
        """Open a page of the path: back, forward, reload, in a second tab, in another language or mode."""
        shown = self.client.get(f"/svar/{self.code}/{page.id}{asked}", follow_redirects=True)
        assert shown.status_code == 200

    def passes_by(self, page: Page, press: str, *, times: int) -> None:
        before = self.said.get(page.id)
        unclear = press == "skip" and before is not None and before.status is Status.NOT_UNDERSTOOD
        self._sends(page, times, go=press)
        self.said[page.id] = Answer(Status.NOT_UNDERSTOOD if unclear else WHY_NOT[press])

    def answers(self, page: Page, value: Any, *, times: int) -> None:
        if isinstance(page.question, Order):
            put: tuple[str, ...] = ()
            for option in value:
                self._sends(page, 1, go=f"put-{option}", answer=list(put))
                put = (*put, option)
        self._sends(page, times, go="next", answer=list(value) if isinstance(value, tuple) else value)
        self.said[page.id] = Answer(Status.ANSWERED, page.question.accept(value))

    def sends_in(self, *, times: int) -> None:
        for _ in range(times):
            sent = self.client.post(f"/svar/{self.code}/send", data={"csrf_token": self.token})
            assert sent.status_code == 303

    def _sends(self, page: Page, times: int, **form: Any) -> None:
        for _ in range(times):
            answer = self.client.post(f"/svar/{self.code}/{page.id}", data={"csrf_token": self.token, **form})
            assert answer.status_code in (200, 303), (page, form)

    @staticmethod
    def _token(page: str) -> str:
        return re.findall(r'name="csrf_token"[^>]*value="([^"]+)"', page)[-1]


def value_for(draw: Draw, question: Question) -> Any:
    """Something that answers the question."""
    match question:
        case OwnWords():
            return draw(st.sampled_from(["Ja", "لا", "Ráđđi", "a\nb"]))
        case Number():
            return str(draw(st.integers(question.least, question.most)))
        case Few() | Choices() | Order():
            most = question.most if isinstance(question, Few) else len(question.options)
            chosen = st.lists(st.sampled_from(question.options), min_size=1, max_size=most, unique=True)
            return tuple(draw(chosen))
        case _:
            return draw(st.sampled_from(question.categories))
