"""Child pages: each kind of page once, as a child meets it in one language and at one reading level.

New questions, surveys, doors and refusals are taken in by themselves.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from flask import Flask

from participation.access import Role
from participation.casework import voices
from participation.community import consultations
from participation.rights.ladder import Rung
from participation.rights.occasions import Occasion
from participation.surveys.definition import Survey
from participation.web import refusals
from participation.web.current import LANGUAGE_COOKIE, LEVEL_COOKIE
from participation.web.views import OPEN_TO_ALL
from tests.conftest import TODAY
from tests.journeys.reader import Reader
from tests.municipality import Municipality, rules

OWN_WORDS = "Bålplassen ved tjernet"
"""What this child writes wherever there is room for own words."""
NO_ANSWER = "§" * 9000
OF_ONES_OWN = {"my_page", "my_meetings"}
"""Where a code of one's own leads: pages to look at, with no way through them that must be walked."""
ENDS = ("/les-over", "/si-ja", "/kort-til-deg")


@dataclass
class Child:
    """A child at a device, and every kind of page that was met there: by name, what it says."""

    app: Flask
    municipality: Municipality
    language: str
    level: str
    pages: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.reader = Reader(self.app.test_client())
        self.reader.client.set_cookie(LANGUAGE_COOKIE, self.language)
        self.reader.client.set_cookie(LEVEL_COOKIE, self.level)

    def keep(self, name: str) -> None:
        self.pages.setdefault(name, self.reader.body.decode())

    def knows(self, survey: Survey, blueprint: str) -> bool:
        """Whether nothing new stands behind this door."""
        kinds = {f"question {question.kind}" for question in survey.questions}
        return f"{blueprint}.start" in self.pages and kinds <= set(self.pages)

    def sees(self, name: str, where: str) -> None:
        """Open a page and keep it, if it is one."""
        answer = self.reader.client.get(where)
        if answer.mimetype == "text/html" and answer.status_code not in {302, 303, 308}:
            self.pages.setdefault(name, answer.text)


def met_by(child: Child) -> dict[str, str]:
    """Everything a child can meet: both doors from the first page to the card, and all else that is open."""
    for survey in child.app.extensions["surveys"].values():
        behind_the_door(child, survey)
    for rule in rules(child.app):
        blueprint = rule.endpoint.split(".")[0]
        through = {"code", "name"} & rule.arguments and blueprint not in OF_ONES_OWN
        if blueprint in OPEN_TO_ALL and not through:
            child.sees(rule.endpoint, child.municipality.address(child.app, rule))
    child.pages |= dict(refused(child))
    return child.pages


def door_to(app: Flask, municipality: Municipality, survey: Survey) -> str:
    """A new code for these questions: where its first page is."""
    people, named = municipality.people, municipality.named
    with app.app_context(), app.extensions["database"].writing() as db:
        if survey.door == "case":
            given = {"occasion": Occasion.INDIVIDUAL_PLAN, "survey": survey, "today": TODAY}
            _, code = voices.invite(db, people[Role.COORDINATOR], named["case_id"], **given)
            return f"/stemme/{code}"
        opened = consultations.open_consultation(
            db,
            people[Role.PLANNER],
            named["matter_id"],
            survey,
            rung=Rung.CONSULTED,
            breakdowns=(),
            read_by="Planleggeren",
            closes_on=TODAY + timedelta(7),
            answer_on=TODAY + timedelta(30),
            today=TODAY,
        )
        return f"/svar/{consultations.make_tickets(db, people[Role.PLANNER], opened.id, 1, TODAY)[0]}"


def behind_the_door(child: Child, survey: Survey) -> None:
    """From the first page to the card, and what else this door has; once is enough for each kind of page."""
    blueprint = "voices" if survey.door == "case" else "answers"
    if child.knows(survey, blueprint):
        return
    door = door_to(child.app, child.municipality, survey)
    child.reader.goes(f"{door}/")
    child.keep(f"{blueprint}.start")
    child.reader.sends(to="/begynn")
    goes_through(child, survey)
    for rule in rules(child.app):
        if rule.endpoint.split(".")[0] == blueprint and rule.arguments == {"code"}:
            child.sees(rule.endpoint, rule.rule.replace("<code>", door.rsplit("/", 1)[-1]))
    child.reader.goes(f"{door}/")
    child.keep(f"{blueprint}.start, begun")
    child.reader.goes(f"{door}/les-over")
    sends_in(child, blueprint)


def goes_through(child: Child, survey: Survey) -> None:
    """Every question: as it is, mistaken, explained, and answered."""
    reader = child.reader
    for _ in range(3 * len(survey.pages)):
        name = reader.address.split("?")[0].rsplit("/", 1)[-1]
        if f"/{name}" in ENDS:
            return
        kind = survey.page(name).question.kind
        if f"question {kind}" not in child.pages:
            child.keep(f"question {kind}")
            in_other_states(child, kind)
        answers(reader)
    raise AssertionError(f"never came to the end: {reader.address}")


def in_other_states(child: Child, kind: str) -> None:
    reader = child.reader
    values = dict(reader._form("").form_values())
    mistaken = reader.client.post(reader.address, data=values | {"answer": NO_ANSWER, "go": "next"})
    if mistaken.status_code == 422:
        child.pages[f"question {kind}, mistaken"] = mistaken.text
    if reader.offers("go=not_understood"):
        reader.sends(press="go=not_understood")
        child.keep(f"question {kind}, explained")


def answers(reader: Reader) -> None:
    """Something where there is one plain field; skip where answering takes more."""
    here, form = reader.address, reader._form("")
    plain = form.xpath(".//*[@name='answer']")
    if plain:
        values = dict(form.form_values()) | {"answer": plain[0].get("value") or OWN_WORDS, "go": "next"}
        answer = reader.client.post(here, data=values, follow_redirects=True)
        reader._takes(answer, answer.status_code)
    if reader.address == here:
        reader.sends(press="go=skip" if reader.offers("go=skip") else "go=next")


def sends_in(child: Child, blueprint: str) -> None:
    """Read over, say yes, and take the card along; then what the card opens before there is an answer."""
    reader = child.reader
    child.keep(f"{blueprint}, read over")
    if blueprint == "answers":
        reader.sends(to="/send")
    elif reader.fields()[1:]:
        shares = {name: "PLAN" for name in reader.fields() if name.startswith("sharing-")}
        reader.sends(**shares)
        child.keep("voices, say yes")
        reader.sends()
    if reader.address.endswith("/kort-til-deg"):
        child.keep(f"{blueprint}, card")
        words = "-".join(reader.all_of("words")[0].split())
        child.sees(
            f"{blueprint}, what happened", f"/{'kort' if blueprint == 'answers' else 'kort-i-sak'}/{words}/"
        )


def refused(child: Child) -> Iterator[tuple[str, str]]:
    """How the house says no, at a child's door and elsewhere."""
    cookies = f"{LANGUAGE_COOKIE}={child.language}; {LEVEL_COOKIE}={child.level}"
    for where in ("/svar/BCD-FGH-JK3/a_question", "/kode"):
        for status in sorted(refusals.PAGES | {500}):
            given = {"method": "POST", "data": {"answer": "x"}, "headers": {"Cookie": cookies}}
            with child.app.test_request_context(where, **given):
                child.app.preprocess_request()
                yield f"refused {status} at {where}", refusals.page(status)[0]
