"""The group door, played: many children are asked about a matter, heard in a plan, and answered."""

from datetime import timedelta
from random import Random
from urllib.parse import urlsplit

from participation.access import Role
from participation.demo import answering
from participation.demo.browser import Browser
from participation.demo.on_its_own import on_its_own, style_of
from participation.demo.pages import Page
from participation.demo.stage import CSV, HTML, JSON, PDF, SVG, ZIP, Stage
from participation.demo.words import LYNGVAER, text

CODE = r"\b(?:[2-9B-Z]{3}-){2}[2-9B-Z]{3}\b"
SURVEY = "our-place"


def play(stage: Stage) -> tuple[str, str]:
    """Return the addresses of the matter and of the municipal plan."""
    planner = stage.the(Role.PLANNER)
    matter, consultation = _ask(stage, planner)
    claims = _answer(stage, planner, consultation)
    summary = _sum_up(stage, planner, consultation)
    plan = _place(stage, planner)
    _reply(stage, planner, consultation, claims[0])
    _take_out(stage, summary)
    return matter, plan


def _ask(stage: Stage, planner: Browser) -> tuple[str, str]:
    with stage.step("A planner makes a matter: what is to be decided, what can change and what is fixed"):
        about = text("open", "title", "about", "decided_by", "can_change", "fixed")
        decision_on = (stage.today + timedelta(days=40)).isoformat()
        page = planner.send(planner.open("/til-behandling/ny"), about | {"decision_on": decision_on})
        matter = page.address.partition("?")[0]
    with stage.step("The planner opens a consultation on it: its promise, groups to compare, two days"):
        page = planner.follow(planner.follow(page, "/medvirkning/ny/"), f"survey={SURVEY}")
        closes_on, answer_on = (stage.today + timedelta(days=days) for days in (14, 35))
        days = {"closes_on": closes_on.isoformat(), "answer_on": answer_on.isoformat()}
        read_by = LYNGVAER["open"]["read_by"]
        page = planner.send(page, {"rung": 5, "breakdowns": ["age_group"], "read_by": read_by, **days})
    return matter, page.address.partition("?")[0]


def _answer(stage: Stage, planner: Browser, consultation: str) -> list[str]:
    """Let the children answer; return the words of their cards."""
    in_class = stage.children // 3
    one_each = stage.children - in_class
    with stage.step(f"The planner prints {one_each} codes, and one class code for {in_class} children"):
        page = planner.open(f"{consultation}koder")
        codes = list(dict.fromkeys(planner.send(page, {"kind": "single", "n": one_each}).find(CODE)))
        page = planner.send(planner.open(f"{consultation}koder"), {"kind": "class", "n": in_class})
        codes += page.find(CODE)[:1] * in_class
    random = Random(2026)  # noqa: S311 (a story, no secret)
    claims = []
    for n, code in enumerate(codes, start=1):
        with stage.step(f"Child {n} types the code, answers, reads over, sends in, and gets a claim card"):
            claims.append(_one_child(stage, code, random))
    with stage.step("The card says when the answer comes; nobody sees results yet"):
        page = stage.stranger().open(f"/kort/{claims[0]}/")
        page.form({}, "/ta-tilbake$")
    return claims


def _one_child(stage: Stage, code: str, random: Random) -> str:
    child = stage.stranger()
    start = child.send(child.open("/"), {"code": code.lower()}, action="/kode")
    start.must_say(LYNGVAER["open"]["can_change"], LYNGVAER["open"]["fixed"])
    said = answering.by_chance(random, LYNGVAER["children"])
    over = answering.through(child, start, said)
    card = child.send(over, action="/send$")
    again = child.send(over, action="/send$")
    if card.card != again.card or not card.card.strip():
        raise ValueError("sent twice, the same page gave two cards")
    child.send(card, action="/rydd-opp$")
    return "-".join(card.card.split())


def _sum_up(stage: Stage, planner: Browser, consultation: str) -> str:
    with stage.step("Every code is used, and the planner closes; the answers stay sealed"):
        page = planner.send(planner.open(consultation), action="/avslutt$")
    page = _release(stage, planner, page)
    with stage.step("The planner reads the children's own words, in no order, and writes a summary"):
        planner.open(f"{consultation}egne-ord")
        page = planner.send(planner.follow(page, "/skriv$"), text("open.summary"))
        page = planner.send(page, action="/legg-fram$")
    with stage.step("A leader reads it with fresh eyes and publishes it, for anybody to read"):
        leader = stage.the(Role.LEADER)
        page = leader.send(leader.open(page.address), action="/publiser$")
        public = stage.stranger().open(page.link(r"/oppsummeringer/\d+$"))
        public.must_say(LYNGVAER["open"]["summary"]["title"])
    return public.address


def _release(stage: Stage, planner: Browser, page: Page) -> Page:
    with stage.step("The planner confirms which groups are compared and which answers are sensitive"):
        page = planner.send(page, action="^$")
    with stage.step("The numbers are worked out: protected, proved, and attacked in vain"):
        page = planner.follow(planner.send(page, action="/regn-ut$"), r"/frigivelse/\d+/$")
        proof = page.address.partition("?")[0] + "bevis.json"
    with stage.step("The planner sees what will be shown, and releases; the sheets are destroyed"):
        page = planner.send(page, action="/frigi$")
        stage.keep(planner.open(proof), "proof.json", begins=JSON)
    return page


def _place(stage: Stage, planner: Browser) -> str:
    with stage.step("The planner makes a municipal plan"):
        plan = text("open.plan", "title") | {"adopted_by": LYNGVAER["open"]["decided_by"]}
        page = planner.send(planner.open("/kommunale-planer/ny"), plan)
        address = page.address.partition("?")[0]
    with stage.step("The summary stands in a chapter of it, with what came of it"):
        place(planner, address, "summary")
    return address


def place(planner: Browser, plan: str, kind: str) -> None:
    """Put the first piece of this kind into the plan's chapter, with what came of it."""
    page = planner.open(f"{plan}legg-inn")
    piece = next(o for o in page.form({"piece": ""}).fields["piece"].options if o.startswith(kind))
    chapter, came_of_it = (LYNGVAER["open"]["plan"][name] for name in ("chapter", kind))
    page = planner.send(page, {"piece": piece, "chapter": chapter, "what_came_of_it": came_of_it})
    page.must_say(chapter, came_of_it)


def _reply(stage: Stage, planner: Browser, consultation: str, claim: str) -> None:
    told = text("open.reply")
    with stage.step("The planner writes the answer to the children"):
        planner.send(planner.open(f"{consultation}svar"), told)
    with stage.step("The claim card opens what happened: heard, done, and not done and why"):
        page: Page = stage.stranger().open(f"/kort/{claim}/")
        page.must_say(*told.values())


def _take_out(stage: Stage, summary: str) -> None:
    reader = stage.stranger()
    with stage.step("The published summary as HTML, CSV, JSON, PDF and DOCX, and its charts as SVG"):
        page, path, beside = reader.open(summary), urlsplit(summary).path, dict[str, str]()
        kinds = {"csv": ("tall.csv", CSV), "json": ("tall.json", JSON)}
        kinds |= {"pdf": ("oppsummering.pdf", PDF), "docx": ("oppsummering.docx", ZIP)}
        for kind, (name, begins) in kinds.items():
            stage.keep(reader.open(f"{summary}/{name}"), f"summary.{kind}", begins=begins)
            beside[f"{path}/{name}"] = f"summary.{kind}"
        for n, image in enumerate(dict.fromkeys(i for i in page.images if "/figur/" in i), start=1):
            stage.keep(reader.open(image), f"chart-{n}.svg", begins=SVG)
            beside[image] = f"chart-{n}.svg"
        html = page.body.decode()
        style = reader.open(style_of(html)).body.decode()
        page.body = on_its_own(html, style, beside).encode()
        stage.keep(page, "summary.html", begins=HTML)
        if "chart-1.svg" not in stage.kept:
            raise ValueError("the summary shows no chart")
