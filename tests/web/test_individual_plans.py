"""The individual plan, as its coordinator writes, completes and takes it out."""

import io
import subprocess
from datetime import timedelta

import docx
import pytest
from sqlalchemy import select

from participation.access import Role
from participation.casework import cases, individual_plans, voices, weighings
from participation.casework.individual_plans import PlanVersion
from participation.casework.sharing import Chosen, Sharing
from participation.casework.weighings import Follows, Reasons
from participation.export.documents import Facts, Heading, Quote
from participation.rights.occasions import Occasion
from participation.rights.plan_contents import PlanPoint
from participation.rights.weight import Weight
from participation.storage import audit
from participation.web import plan_documents
from tests.conftest import TODAY
from tests.journeys.reader import Reader
from tests.municipality import CANARY

WHOLE = {point.value: f"Om {point.value}" for point in PlanPoint}


@pytest.fixture
def actor(municipality):
    return municipality.people[Role.COORDINATOR]


@pytest.fixture
def kari(signed_in, actor) -> Reader:
    reader = Reader(signed_in(actor))
    reader.goes("/saker/?lang=en")
    return reader


@pytest.fixture
def case_id(database, actor) -> int:
    """A new case, without a plan."""
    with database.writing() as db:
        return cases.open_case(db, actor, "2026/300", TODAY).id


@pytest.fixture
def said(database, actor, case_id, surveys) -> dict[Sharing, str]:
    """A child has spoken in the new case: the passages, by whom they are for."""
    given = {"occasion": Occasion.INDIVIDUAL_PLAN, "survey": surveys["my-plan"], "today": TODAY}
    chosen = [
        Chosen("wish", "Hva vil du?", "Jeg vil bade.\nHver dag.", Sharing.PLAN),
        Chosen("secret", "Noe mer?", "Ikke si det", Sharing.COORDINATOR),
    ]
    with database.writing() as db:
        voice, _ = voices.invite(db, actor, case_id, **given)
        voices.choose(db, voice, "mine", chosen, TODAY)
        voices.approve(db, voice, "mine", language="nb", today=TODAY)
        db.refresh(voice)
        return {Sharing[passage.sharing]: passage.id for passage in voice.passages}


@pytest.fixture
def written(database, actor, case_id, said) -> int:
    """Everything is written, and the wish stands under the goals without a weighing."""
    with database.writing() as db:
        individual_plans.edit(db, actor, case_id, WHOLE, TODAY)
        individual_plans.attach(db, actor, said[Sharing.PLAN], "goals", TODAY)
    return case_id


def test_a_plan_that_is_not_begun_says_how_to_begin(kari, case_id):
    kari.goes(f"/saker/{case_id}/plan/")
    assert "The plan is not begun." in kari.text
    kari.follows("/plan/rediger")
    kari.sends(goals="Bade mer")
    assert "Bade mer" in kari.text
    assert "Version 1 is being written" in kari.text


def test_what_is_lacking_stands_with_links(kari, case_id, said):
    kari.goes(f"/saker/{case_id}/plan/rediger")
    kari.sends(**WHOLE | {"period": " "})
    assert "Write something under: Plan period, and dates for changes and revision" in kari.text
    kari.follows("/plan/rediger#period")


def test_words_outside_the_plan_are_counted_and_not_shown(kari, case_id, said):
    kari.goes(f"/saker/{case_id}/plan/")
    assert "1 passage ·" in kari.text
    assert "Jeg vil bade" not in kari.text


def test_the_childs_words_are_put_under_a_point(kari, written, said):
    passage_id = said[Sharing.PLAN]
    kari.goes(f"/saker/{written}/plan/legg-inn/{passage_id}")
    assert kari.page.xpath("//input[@name='point' and @checked]/@value") == ["goals"]
    kari.sends(point="measures")
    assert "Relevant measures, their extent and who is responsible" in kari.text
    kari.goes(f"/saker/{written}/plan/")
    assert kari.all_of("voice") == ["Jeg vil bade.Hver dag."]


def test_a_point_must_be_chosen(kari, case_id, said):
    kari.goes(f"/saker/{case_id}/plan/legg-inn/{said[Sharing.PLAN]}")
    kari.sends(status=422)
    assert "Choose a point." in kari.text
    kari.sends(point="goals")


def test_what_is_for_the_coordinator_only_cannot_be_put_into_the_plan(kari, case_id, said):
    kari.goes(f"/saker/{case_id}/plan/legg-inn/{said[Sharing.COORDINATOR]}", status=404)


def test_the_childs_words_are_taken_out_again(kari, written, said):
    kari.goes(f"/saker/{written}/plan/")
    kari.sends(to=f"/ta-ut/{said[Sharing.PLAN]}")
    assert kari.all_of("voice") == []
    assert "It is removed." in kari.text


def test_a_plan_is_not_completed_while_words_in_it_are_not_weighed(kari, written):
    kari.goes(f"/saker/{written}/plan/")
    kari.sends(to="/fullfor", status=422)
    assert "The plan cannot be completed yet" in kari.text
    kari.follows("/vekting")
    kari.sends(considered="Alt", weight="great", decision="Ja", follows="YES")
    kari.goes(f"/saker/{written}/plan/")
    kari.sends(to="/fullfor")
    assert "Version 1 was completed on November 21, 2026" in kari.text


def test_after_completion_a_new_version_begins_and_the_old_stays(kari, municipality):
    plan = f"/saker/{municipality.named['case_id']}/plan"
    kari.goes(f"{plan}/rediger")
    assert "What you write now begins version 2." in kari.text
    kari.sends(goals="Noe nytt")
    kari.goes(f"{plan}/versjon/1/")
    assert "Noe nytt" not in kari.text
    assert CANARY in kari.all_of("voice")
    kari.goes(f"{plan}/versjon/2/")
    assert "Noe nytt" in kari.text


def test_a_text_that_is_too_long_is_kept_and_can_be_sent_again(kari, written):
    kari.goes(f"/saker/{written}/plan/rediger")
    kari.sends(goals="x" * 6001, status=422)
    assert len(kari._form("").fields["goals"].strip()) == 6001
    kari.sends(goals="Kort")
    assert "Kort" in kari.text


def test_reading_the_plan_is_noted(kari, database, written):
    kari.goes(f"/saker/{written}/plan/")
    with database.reading() as db:
        assert audit.entries(db, at_most=1)[0].act == "READ_CASE"


def test_a_version_that_is_not_there_is_not_there(kari, written):
    for address in ("versjon/7/", "versjon/7/plan.pdf", "versjon/7/plan.docx"):
        kari.goes(f"/saker/{written}/plan/{address}", status=404)


def test_a_closed_case_has_a_plan_to_read_only(kari, municipality):
    case = f"/saker/{municipality.named['case_id']}"
    kari.goes(f"{case}/")
    kari.sends(to="/lukk")
    kari.goes(f"{case}/plan/")
    assert CANARY in kari.text
    assert "/plan/rediger" not in kari.body.decode()
    kari.goes(f"{case}/plan/rediger", status=410)


def test_the_documents_are_to_be_kept_and_say_nothing_in_their_names(kari, municipality):
    plan = f"/saker/{municipality.named['case_id']}/plan/versjon/1"
    for kind, start in (("pdf", b"%PDF"), ("docx", b"PK")):
        answer = kari.client.get(f"{plan}/plan.{kind}")
        assert answer.data.startswith(start)
        assert answer.headers["Content-Disposition"] == f"attachment; filename=plan-1.{kind}"


def test_the_document_for_word_has_the_childs_words_in_it(kari, municipality):
    answer = kari.client.get(f"/saker/{municipality.named['case_id']}/plan/versjon/1/plan.docx")
    texts = [paragraph.text for paragraph in docx.Document(io.BytesIO(answer.data)).paragraphs]
    assert CANARY in texts
    assert "1. Overview of goals, resources and needs for services" in texts


@pytest.fixture
def document(app, database, actor, written, said):
    """The plan as a document, after the wish has been weighed and read by a grown-up."""
    with database.writing() as db:
        reasons = Reasons("Vannet er kaldt", "Bading hver uke", "Ingen badevakt")
        given = {"weight": Weight.GREAT, "follows": Follows.PARTLY, "reasons": reasons}
        weighings.weigh(db, actor, said[Sharing.PLAN], **given, today=TODAY)
        voice_id = voices.passage_in(db, actor, said[Sharing.PLAN]).voice_id
        weighings.note_reading(db, actor, voice_id, "Vann gir ro.", TODAY)
        individual_plans.complete(db, actor, written, TODAY)

    def described():
        with app.test_request_context(headers={"Accept-Language": "en"}), database.writing() as db:
            version = individual_plans.read_version(db, actor, written, 1)
            return plan_documents.individual_plan(db, version)

    return described


def test_the_document_has_nine_points_in_order(document):
    points = [block.text for block in document().blocks if isinstance(block, Heading) and block.level == 1]
    assert [text[:2] for text in points[:9]] == [f"{n}." for n in range(1, 10)]
    assert points[9:] == ["How the grown-ups understand the child", "Versions"]


def test_in_the_document_only_the_child_is_quoted(document):
    [quote] = [block for block in document().blocks if isinstance(block, Quote)]
    assert (quote.text, quote.language) == ("Jeg vil bade.\nHver dag.", "nb")
    assert quote.source == "The child's answer to “Hva vil du?”, November 21, 2026"


def test_the_document_says_how_the_words_were_weighed_and_why(document):
    facts = dict(row for block in document().blocks if isinstance(block, Facts) for row in block.rows)
    assert facts["Weight given to the child's words"] == "Great weight"
    assert facts["Why not, or why only partly"] == "Ingen badevakt"
    assert facts["Weighed by"].endswith("November 21, 2026")
    assert "Note" not in facts


@pytest.fixture
def weigh_anew(database, actor, said):
    """Weigh the wish and write down another reading, five days after the plan was completed."""

    def weighed():
        reasons, later = Reasons("Nytt syn", "Bading hver dag"), TODAY + timedelta(days=5)
        given = {"weight": Weight.DECISIVE, "follows": Follows.YES, "reasons": reasons}
        with database.writing() as db:
            weighings.weigh(db, actor, said[Sharing.PLAN], **given, today=later)
            voice_id = voices.passage_in(db, actor, said[Sharing.PLAN]).voice_id
            weighings.note_reading(db, actor, voice_id, "Vann er alt.", later)

    return weighed


def test_the_document_of_a_completed_version_stays_as_it_was(document, weigh_anew):
    before = document()
    weigh_anew()
    assert document() == before


def read_by(kari, address: str) -> str:
    """The text of a page, of a PDF or of a document for Word."""
    kari.goes(address)
    if address.endswith(".pdf"):
        drawn = subprocess.run(["pdftotext", "-", "-"], input=kari.body, capture_output=True, check=True)
        return " ".join(drawn.stdout.decode().split())
    if address.endswith(".docx"):
        body = docx.Document(io.BytesIO(kari.body)).element.body
        return " ".join("".join(body.itertext()).split())
    return kari.text


@pytest.mark.parametrize("kind", ["", "plan.pdf", "plan.docx"])
def test_page_and_documents_of_a_completed_version_stay_as_they_were(
    kari, written, document, weigh_anew, kind
):
    document()
    weigh_anew()
    kari.goes(f"/saker/{written}/plan/rediger")
    kari.sends(goals="Noe nytt")
    first, second = (read_by(kari, f"/saker/{written}/plan/versjon/{n}/{kind}") for n in (1, 2))
    for stood in ("Ingen badevakt", "Bading hver uke", "Vann gir ro."):
        assert stood in first
        assert stood not in second
    for newer in ("Nytt syn", "Bading hver dag", "Vann er alt."):
        assert newer in second
        assert newer not in first


def test_a_weighing_changed_after_an_old_version_was_completed_is_marked(document, database, weigh_anew):
    """Versions completed before anything was frozen with them show what is kept today, and say so."""
    weigh_anew()
    with database.writing() as db:
        for version in db.scalars(select(PlanVersion)):
            version.frozen = None
    facts = dict(row for block in document().blocks if isinstance(block, Facts) for row in block.rows)
    assert facts["Note"] == "Weighed anew after this version was completed."


def test_who_weighs_what_is_completed_is_told_where_it_will_show(kari, written, said, document):
    kari.goes(f"/saker/{written}/utsagn/{said[Sharing.PLAN]}/vekting")
    assert "what you write here shows in the next version" in kari.text


def test_who_weighs_what_is_not_completed_is_told_nothing_of_versions(kari, written, said):
    kari.goes(f"/saker/{written}/utsagn/{said[Sharing.PLAN]}/vekting")
    assert "completed version" not in kari.text


def test_the_document_never_holds_what_was_for_the_coordinator_only(document):
    assert "Ikke si det" not in repr(document())
