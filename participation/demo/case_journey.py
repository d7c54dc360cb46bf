"""The case door, played: one child's words reach the individual plan, and the child is answered."""

import re

from participation.access import Role
from participation.demo import answering
from participation.demo.browser import Browser
from participation.demo.pages import Page
from participation.demo.stage import PDF, ZIP, Stage
from participation.demo.west import FOR_COORDINATOR
from participation.demo.words import LYNGVAER, text

CODE = r"\b(?:[2-9B-Z]{3}-){3}[2-9B-Z]{3}\b"
TAKEN_OUT = "hard"
"""What the child of this journey takes out again."""
CHANGED = "Jeg vil ikke sitte i lange møter."


def play(stage: Stage) -> None:
    coordinator = stage.the(Role.COORDINATOR)
    case, code = _invite(stage, coordinator)
    claim = _speak(stage, code)
    voice = _read(stage, coordinator, case)
    _plan(stage, coordinator, case, voice)
    _reply(stage, coordinator, voice, claim)


def _invite(stage: Stage, coordinator: Browser) -> tuple[str, str]:
    with stage.step("A coordinator opens a case, known by a reference and never by a name"):
        page = coordinator.send(coordinator.open("/saker/ny"), {"reference": LYNGVAER["case"]["open"]})
        case = page.address.partition("?")[0]
    with stage.step("The coordinator invites the child's voice for the individual plan, and prints a sheet"):
        given = {"occasion": "individual_plan", "survey": "my-plan", "language": "nb"}
        page = coordinator.send(coordinator.open(f"{case}inviter"), given)
    return case, page.find(CODE)[0]


def _speak(stage: Stage, code: str) -> str:
    child = stage.stranger()
    with stage.step("The child types the code and answers, question by question"):
        start = child.send(child.open("/"), {"code": code}, action="/kode")
        page = answering.through(child, start, answering.in_these_words(text("case.words")))
    with stage.step("The child changes some words, takes some out, and gives some to the coordinator only"):
        sharing = {f"sharing-{name}": _sharing(name) for name in text("case.words")}
        page = child.send(page, sharing | {"words-different": CHANGED})
        page.must_say(CHANGED, LYNGVAER["case"]["words"]["important"])
    with stage.step("The child says yes to exactly these words, and gets a claim card"):
        card = child.send(page, action="")
        child.send(card, action="/rydd-opp$")
    return "-".join(card.card.split())


def _sharing(name: str) -> str:
    return {FOR_COORDINATOR: "COORDINATOR", TAKEN_OUT: "TAKEN_OUT"}.get(name, "PLAN")


def _read(stage: Stage, coordinator: Browser, case: str) -> str:
    with stage.step("The coordinator reads the approved words only, and writes an adult reading apart"):
        page = coordinator.follow(coordinator.open(case), r"/stemmer/\d+$")
        page.must_say(CHANGED, LYNGVAER["case"]["words"][FOR_COORDINATOR])
        if LYNGVAER["case"]["words"][TAKEN_OUT] in page.text:
            raise ValueError("what the child took out is still there")
        page = coordinator.send(page, {"words": LYNGVAER["case"]["reading"]}, action="/lesning$")
    return page.address.partition("?")[0]


def _plan(stage: Stage, coordinator: Browser, case: str, voice: str) -> None:
    with stage.step("The coordinator puts the words that the child gave to it into the plan"):
        for link in _links(coordinator.open(voice), r"/legg-inn/"):
            coordinator.send(coordinator.open(link), {"point": "goals"})
    with stage.step("The coordinator writes the nine points of the individual plan"):
        page = coordinator.send(coordinator.open(f"{case}plan/rediger"), text("case.plan"))
    with stage.step("The version cannot be completed while a passage in it has no weighing"):
        coordinator.send(page, action="/fullfor$", expect=422)
    with stage.step("The coordinator weighs every passage: considered, weight, decision, why if different"):
        weighing = text("case.weighing") | {"weight": "great", "follows": "PARTLY"}
        for link in _links(coordinator.open(voice), r"/vekting$"):
            coordinator.send(coordinator.open(link), weighing)
    with stage.step("The version is completed, and leaves the house as PDF and DOCX"):
        page = coordinator.send(coordinator.open(f"{case}plan/"), action="/fullfor$")
        stage.keep(coordinator.follow(page, r"plan\.pdf$"), "individual-plan.pdf", begins=PDF)
        stage.keep(coordinator.follow(page, r"plan\.docx$"), "individual-plan.docx", begins=ZIP)


def _reply(stage: Stage, coordinator: Browser, voice: str, claim: str) -> None:
    child = stage.stranger()
    with stage.step("The coordinator answers the child"):
        coordinator.send(coordinator.open(f"{voice}/svar"), {"words": LYNGVAER["case"]["reply"]})
    with stage.step("The child reads the answer by the claim card, and says whether it was understood right"):
        page = child.open(f"/kort-i-sak/{claim}/")
        page.must_say(LYNGVAER["case"]["reply"])
        child.send(page, {"understood": "PARTLY", "comment": "Møtene er fortsatt litt lange."})
    with stage.step("The coordinator sees what the child said to the answer"):
        coordinator.open(voice).must_say("Møtene er fortsatt litt lange.")


def _links(page: Page, pattern: str) -> list[str]:
    return list(dict.fromkeys(link for link in page.links if re.search(pattern, link)))
