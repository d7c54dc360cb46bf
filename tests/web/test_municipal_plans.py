"""Municipal plans: what children said stands in chapters beside what came of it, on the page and on paper."""

from datetime import timedelta
from io import BytesIO

import docx
import pytest

from participation.access import Role
from participation.community import assessments, municipal_plans
from participation.export.documents import Chart, DataTable, Facts, Heading, Paragraph, Quote
from participation.web import municipal_documents
from tests.conftest import TODAY
from tests.journeys.reader import Reader
from tests.municipality import _answer, _open, summed_up


@pytest.fixture
def comes(signed_in, municipality):
    return lambda role: Reader(signed_in(municipality.people[role]))


@pytest.fixture
def planner(comes) -> Reader:
    return comes(Role.PLANNER)


@pytest.fixture
def plan(municipality) -> str:
    return f"/kommunale-planer/{municipality.named['municipal_plans.plan_id']}"


@pytest.fixture
def whole(database, municipality) -> int:
    """The plan, with the statement and a finished assessment in it as well."""
    planner, named = municipality.people[Role.PLANNER], municipality.named
    plan_id = int(named["municipal_plans.plan_id"])
    with database.writing() as db:
        statement = db.get(municipal_plans.Statement, named["statement_id"])
        assessment = db.get(assessments.Assessment, named["assessment_id"])
        assessment.finished_on, assessment.days_before, assessment.answers = TODAY, 40, {"E20": "Husker"}
        for piece, chapter in ((statement, "Uterom"), (assessment, "Vurdering")):
            municipal_plans.place(
                db, planner, plan_id, piece, chapter=chapter, what_came_of_it="Det er tatt inn.", today=TODAY
            )
    return plan_id


@pytest.fixture
def blocks(app, database, whole):
    with app.test_request_context("/", headers={"Accept-Language": "en"}), database.reading() as db:
        return municipal_documents.document(db, db.get(municipal_plans.MunicipalPlan, whole)).blocks


def test_a_plan_is_made_with_who_adopts_it(planner):
    planner.goes("/kommunale-planer/ny?lang=en")
    planner.sends(title="Kulturplan", status=422)
    planner.sends(title="Kulturplan", adopted_by="Kommunestyret")
    assert "Nothing stands in this plan yet." in planner.text


def test_only_what_is_published_sent_or_finished_is_offered(planner, plan, database, municipality, surveys):
    actor = municipality.people[Role.PLANNER]
    with database.writing() as db:
        opened = _open(db, actor, municipality.named["matter_id"], surveys["our-place"], TODAY)
        _answer(db, actor, opened.id, 1, TODAY)
        summed_up(db, actor, opened.id, opened.closes_on + timedelta(days=1))
    planner.goes(f"{plan}/legg-inn")
    offered = planner.page.xpath("//input[@name='piece']/@value")
    assert offered == ["summary-1", "statement-1"], "neither a draft nor an assessment under way"


def test_nothing_is_put_in_without_what_came_of_it(planner, plan):
    planner.goes(f"{plan}/legg-inn?lang=en")
    planner.sends(piece="statement-1", chapter="Uterom", what_came_of_it=" ", status=422)
    assert planner.page.get_element_by_id("chapter").value == "Uterom"
    planner.sends(piece="statement-1", chapter="Uterom", what_came_of_it="Husker i planen.")
    assert "Husker i planen." in planner.text


def test_the_same_does_not_stand_twice_in_a_chapter(planner, plan):
    planner.goes(f"{plan}/legg-inn?lang=en")
    planner.sends(piece="summary-1", chapter="Uterom", what_came_of_it="x", status=422)
    assert "This stands in that chapter already." in planner.text
    planner.sends(piece="summary-1", chapter="Trygghet", what_came_of_it="x")


def test_what_came_of_it_is_said_anew(planner, plan):
    planner.goes(f"{plan}/")
    planner.follows("/hva-det-ble-til")
    planner.sends(what_came_of_it="", status=422)
    planner.sends(what_came_of_it="Lekeplassen er åpnet.")
    assert "Lekeplassen er åpnet." in planner.text


def test_what_is_taken_out_is_gone(planner, plan):
    planner.goes(f"{plan}/?lang=en")
    planner.sends(to="/ta-ut")
    assert "It is removed." in planner.text
    assert "Nothing stands in this plan yet." in planner.text


def test_a_contribution_is_found_in_its_own_plan_only(planner, municipality):
    planner.goes("/kommunale-planer/ny")
    planner.sends(title="Kulturplan", adopted_by="Kommunestyret")
    contribution = municipality.named["contribution_id"]
    planner.goes(f"/kommunale-planer/2/bidrag/{contribution}/hva-det-ble-til", status=404)
    planner.goes(f"/kommunale-planer/1/bidrag/{contribution}/hva-det-ble-til")


def test_a_leader_reads_and_takes_the_documents_along(comes, plan):
    leader = comes(Role.LEADER)
    leader.goes(f"{plan}/")
    assert not leader.page.xpath("//form[contains(@action, 'ta-ut')]")
    leader.goes(f"{plan}/plan.pdf")
    assert leader.body.startswith(b"%PDF")
    leader.goes(f"{plan}/legg-inn", status=404)


def test_the_word_document_holds_the_chapters_and_what_came_of_it(planner, plan, whole):
    planner.goes(f"{plan}/plan.docx?lang=en")
    written = docx.Document(BytesIO(planner.body))
    headings = [p.text for p in written.paragraphs if p.style.name.startswith("Heading")]
    assert headings.index("Uterom") < headings.index("Vurdering")
    assert headings.count("What came of it") == 3
    assert "Lekeplass." in [p.text for p in written.paragraphs]


def test_the_document_shows_figures_as_charts_and_tables(blocks):
    assert any(isinstance(block, Chart) for block in blocks)
    tables = [block for block in blocks if isinstance(block, DataTable)]
    assert tables[0].header == ("Answer", "All who answered")
    assert any("not shown" in row for table in tables for row in table.rows)


def test_the_document_shows_points_with_votes_and_answers(blocks):
    at = next(n for n, block in enumerate(blocks) if isinstance(block, Quote))
    assert (blocks[at].text, blocks[at].source) == ("Flere husker.", "1 for, 0 against")
    assert blocks[at + 1] == Facts((("Answer", "Taken in"), ("Why", "God idé.")))


def test_the_document_shows_how_early_the_assessment_was(blocks):
    facts = dict(row for block in blocks if isinstance(block, Facts) for row in block.rows)
    assert facts["Time before the decision"] == "40 days before the decision"
    assert facts["What was changed because of the children's views?"] == "Husker"


def test_the_document_shows_what_children_had_said(blocks):
    at = blocks.index(Heading(3, "What children have said about this"))
    assert blocks[at + 1] == Facts(
        (
            ("Published summary of what children said", "Stedet vårt (published on November 21, 2026)"),
            ("Statement from the youth council", "Ungdomsrådet (sent on November 21, 2026)"),
        )
    )


def test_the_word_document_shows_what_children_had_said(planner, plan, whole):
    planner.goes(f"{plan}/plan.docx?lang=en")
    tables = docx.Document(BytesIO(planner.body)).tables
    cells = {cell.text for table in tables for row in table.rows for cell in row.cells}
    assert "Stedet vårt (published on November 21, 2026)" in cells


def test_every_contribution_ends_with_what_came_of_it(blocks):
    said = [n for n, block in enumerate(blocks) if block == Heading(3, "What came of it")]
    assert len(said) == 3
    assert all(isinstance(blocks[n + 1], Paragraph) for n in said)


def test_an_empty_plan_says_so_on_paper(app, database, municipality):
    with app.test_request_context("/", headers={"Accept-Language": "en"}), database.writing() as db:
        actor = municipality.people[Role.PLANNER]
        empty = municipal_plans.make_plan(db, actor, title="Tom", adopted_by="Ingen", today=TODAY)
        said = municipal_documents.document(db, empty).blocks
    assert said == (Paragraph("Nothing has been placed in this plan yet."),)
