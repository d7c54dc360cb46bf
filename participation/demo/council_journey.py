"""The council desk and the assessment, played: the youth council is heard in time, and answered."""

from participation.access import Role
from participation.demo.east import assessment_answers
from participation.demo.group_journey import place
from participation.demo.pages import Page
from participation.demo.stage import PDF, ZIP, Stage
from participation.demo.words import LYNGVAER
from participation.rights.assessment import Step, questions_of


def play(stage: Stage, matter: str, plan: str) -> None:
    statement = _put_before(stage, matter)
    _speak(stage, statement)
    _answer(stage, statement)
    _assess(stage, matter)
    _plan(stage, plan)


def _put_before(stage: Stage, matter: str) -> str:
    secretary = stage.the(Role.COUNCIL_SECRETARY)
    with stage.step("A council secretary makes the youth council and seats its members"):
        page = secretary.send(secretary.open("/rad/nytt"), {"name": LYNGVAER["council"]["name"]})
        council = page.address.partition("?")[0]
        for _ in stage.staff[Role.COUNCIL_MEMBER]:
            waiting = page.form({"account_id": ""}).fields["account_id"].options
            page = secretary.send(page, {"account_id": waiting[0]}, action="/plass$")
    with stage.step("The secretary puts the matter on its list, with days left and a summary in plain words"):
        page = secretary.follow(secretary.open(council), f"/sett-opp/{_number(matter)}$")
        page = secretary.send(page, {"plain_summary": LYNGVAER["open"]["plain_summary"]})
    return page.address.partition("?")[0]


def _speak(stage: Stage, statement: str) -> None:
    members = stage.staff[Role.COUNCIL_MEMBER]
    points = LYNGVAER["open"]["points"]
    for n, (member, point) in enumerate(zip(members, points, strict=True), start=1):
        with stage.step(f"Council member {n} reads summary and figures, and writes a point"):
            page = member.open(statement)
            member.follow(page, r"/oppsummeringer/\d+")
            member.send(page, {"words": point["words"]}, action="/punkt$")
    with stage.step("The members vote for and against each point"):
        for at, member in enumerate(members):
            for n, form in enumerate(_voting(member.open(statement))):
                is_for = "yes" if points[n]["is_for"][at] else "no"
                member.send(member.open(statement), {"is_for": is_for}, action=f"{form}$")
    with stage.step("The secretary sends the statement to those who decide"):
        secretary = stage.the(Role.COUNCIL_SECRETARY)
        secretary.send(secretary.open(statement), action="/send$")


def _answer(stage: Stage, statement: str) -> None:
    planner = stage.the(Role.PLANNER)
    carried = [link for link in planner.open(statement).links if link.endswith("/svar")]
    for n, (link, said) in enumerate(zip(carried, LYNGVAER["open"]["points"], strict=False), start=1):
        with stage.step(f"The planner answers point {n} of the statement, and says why"):
            page = planner.send(planner.open(link), {"answer": said["answer"], "why": said["why"]})
            page.must_say(said["why"])


def _assess(stage: Stage, matter: str) -> None:
    planner = stage.the(Role.PLANNER)
    with stage.step("The planner begins a child-rights assessment of the matter"):
        page = planner.send(planner.open(matter), action=r"/barnerettsvurdering/ny/\d+$")
        assessment = page.address.partition("?")[0]
    with stage.step("The published summary and the statement are there as evidence"):
        page.link(r"/oppsummeringer/\d+")
        page.link("/rad/uttalelse/")
    answers = assessment_answers(stage.today)
    for step in Step:
        with stage.step(f"The planner answers the step: {step.value.replace('_', ' ')}"):
            given = {q.id: answers[q.id] for q in questions_of(step) if q.id in answers}
            planner.send(planner.open(f"{assessment}{step.value}"), given)
    with stage.step("The planner finishes it, and it is stamped with the days before the decision"):
        page = planner.send(planner.open(assessment), action="/fullfor$")
        page.must_say("40")


def _plan(stage: Stage, plan: str) -> None:
    planner = stage.the(Role.PLANNER)
    with stage.step("Statement and assessment stand in the municipal plan, with what came of them"):
        place(planner, plan, "statement")
        place(planner, plan, "assessment")
    with stage.step("The municipal plan as PDF and DOCX"):
        stage.keep(planner.open(f"{plan}plan.pdf"), "municipal-plan.pdf", begins=PDF)
        stage.keep(planner.open(f"{plan}plan.docx"), "municipal-plan.docx", begins=ZIP)


def _voting(page: Page) -> list[str]:
    """Where a vote on each point is sent."""
    return [form.action for form in page.forms if form.action.endswith("/stemme")]


def _number(address: str) -> str:
    return address.rstrip("/").rpartition("/")[2]
