"""Quotations: what is lacking is on the page, and the child with the card has the last word."""

import pytest
from sqlalchemy import select

from participation.access import Role
from participation.community import codebooks, summaries
from participation.community.quotations import Quotation
from participation.export.documents import Paragraph
from participation.storage.audit import entries
from participation.web import summary_documents
from tests import coded_round
from tests.coded_round import PRINTED
from tests.conftest import TODAY
from tests.journeys.reader import Reader

WRITTEN = {"title": "Slik er det her", "findings": "De fleste trives.", "what_next": "Vi bygger."}


@pytest.fixture
def planner(signed_in, municipality) -> Reader:
    return Reader(signed_in(municipality.people[Role.PLANNER]))


@pytest.fixture
def leader(signed_in, municipality) -> Reader:
    return Reader(signed_in(municipality.people[Role.LEADER]))


@pytest.fixture
def second(signed_in, database) -> Reader:
    with database.writing() as db:
        actor = coded_round.second_planner(db)
    return Reader(signed_in(actor))


@pytest.fixture
def child(app) -> Reader:
    return Reader(app.test_client())


@pytest.fixture
def home(municipality) -> str:
    return f"/sitater/{municipality.named['quotations.consultation_id']}"


@pytest.fixture
def one(municipality) -> str:
    return f"/sitater/ett/{municipality.named['quotation_id']}"


@pytest.fixture
def card(municipality) -> str:
    return f"/kort/{municipality.named['card']}"


@pytest.fixture
def told(database, municipality) -> None:
    with database.writing() as db:
        planner = municipality.people[Role.PLANNER]
        codebooks.release_themes(db, planner, municipality.named["themes.consultation_id"], TODAY)


@pytest.fixture
def read(second, one) -> None:
    second.goes(f"{one}/")
    second.sends(to="/les", has_looked="y")


@pytest.fixture
def asked(told, read) -> None:
    """Nothing is lacking but the child's own yes."""


def test_what_is_lacking_stands_on_the_page(planner, one):
    planner.goes(f"{one}/?lang=en")
    for lacking in ("A second reader", "The child’s own yes", "A theme that is told"):
        assert lacking in planner.text


def test_who_proposed_it_cannot_read_it_as_the_second(planner, one):
    planner.goes(f"{one}/")
    assert not [form for form in planner.page.forms if "/les" in (form.get("action") or "")]


def test_the_second_reader_looks_at_every_place_first(second, one):
    second.goes(f"{one}/?lang=en")
    assert "in another text of a child" in second.text
    second.sends(to="/les", status=422)
    assert "Look at every place first." in second.text


def test_the_child_is_asked_when_nothing_else_is_lacking(child, card, told, second, one):
    child.goes(f"{card}/?lang=en")
    assert PRINTED not in child.text
    second.goes(f"{one}/")
    second.sends(to="/les", has_looked="y")
    child.goes(f"{card}/")
    assert PRINTED in child.text


def test_a_child_says_yes_and_changes_its_mind(child, card, asked, planner, one):
    child.goes(f"{card}/?lang=en")
    child.sends(to=f"/sitat/{one.split('/')[-1]}", press="says=yes")
    assert "You said yes. You can change it until they are printed." in child.text
    planner.goes(f"{one}/?lang=en")
    assert "Nothing is lacking" in planner.text
    child.sends(to=f"/sitat/{one.split('/')[-1]}", press="says=no")
    planner.goes(f"{one}/?lang=en")
    assert "The child’s own yes to these very words" in planner.text


def test_anothers_card_shows_nothing_and_opens_nothing(child, asked, municipality, one, database):
    other = f"/kort/{municipality.named['claims.words']}"
    child.goes(f"{other}/")
    assert PRINTED not in child.text
    token = child.page.xpath("//input[@name='csrf_token']/@value")
    data = {"csrf_token": token[0] if token else "", "says": "yes"}
    assert child.client.post(f"{other}/sitat/{one.split('/')[-1]}", data=data).status_code in {404, 422}
    with database.reading() as db:
        assert db.scalars(select(Quotation.child_says_yes)).all() == [None]


def test_a_yes_leaves_no_line_in_the_trail(child, card, asked, one, database):
    def lines() -> int:
        with database.reading() as db:
            return len(entries(db, at_most=999))

    before = lines()
    child.goes(f"{card}/")
    child.sends(to=f"/sitat/{one.split('/')[-1]}", press="says=yes")
    assert lines() == before


def test_looking_at_childrens_words_leaves_a_line(planner, home, one, database):
    for address in (f"{home}/", f"{one}/", f"{one}/endre", f"{home}/foresla/first"):
        with database.reading() as db:
            before = len(entries(db, at_most=999))
        planner.goes(address)
        with database.reading() as db:
            assert len(entries(db, at_most=999)) > before, address


def test_other_words_are_read_and_asked_about_once_more(planner, child, card, asked, one):
    planner.goes(f"{one}/endre?lang=en")
    planner.sends(words="Mørkt på veien.", is_respelled="y")
    assert "A second reader" in planner.text
    child.goes(f"{card}/")
    assert "mørkt på veien" not in child.text


def test_words_of_several_children_are_told_in_other_words(planner, home):
    planner.goes(f"{home}/foresla/first?lang=en")
    texts = [i.get("value") for i in planner.page.xpath("//input[@name='sources']")][:3]
    planner.sends(sources=texts, words="Flere synes det er for mørkt.", code="c1")
    assert "Of several children, in our words" in planner.text
    assert "The child’s own yes" not in planner.text


def test_words_without_a_text_or_a_theme_come_back(planner, home):
    planner.goes(f"{home}/foresla/first?lang=en")
    planner.sends(words="Det er mørkt.", status=422)
    assert "Choose one text, or at least three." in planner.text
    planner.goes(f"{home}/foresla/finnes-ikke", status=404)


def test_a_proposal_can_be_dropped(planner, home, one):
    planner.goes(f"{one}/")
    planner.sends(to="/stryk")
    assert planner.address.startswith(f"{home}/")
    assert PRINTED not in planner.text


@pytest.fixture
def printed(planner, leader, child, card, asked, one, home, database) -> int:
    """The child said yes, and the summary is published."""
    child.goes(f"{card}/")
    child.sends(to=f"/sitat/{one.split('/')[-1]}", press="says=yes")
    with database.reading() as db:
        summary = summaries.summary_on(db, int(home.split("/")[-1]))
    planner.goes(f"/oppsummering/{summary.id}/skriv")
    planner.sends(**WRITTEN)
    planner.sends(to="/legg-fram")
    leader.goes(planner.address)
    leader.sends(to="/publiser")
    return summary.id


def test_published_words_and_themes_are_for_everybody(printed, client):
    page = client.get(f"/oppsummeringer/{printed}?lang=en", follow_redirects=True).text
    for told in (PRINTED, "Lys: 10 of the 30 children who wrote", "Lys. One of the children who answered."):
        assert told in page


def test_the_document_says_what_the_page_says(printed, app, database):
    with app.test_request_context(), database.reading() as db:
        summary = summaries.published_summary(db, printed)
        blocks = summary_documents.document(db, summary, "nb").blocks
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    assert f"«{PRINTED}»" in texts
    assert any(text.startswith("Lys: 10 ") for text in texts)


def test_what_is_printed_is_changed_by_nobody(printed, planner, child, card, one):
    planner.goes(f"{one}/endre", status=410)
    child.goes(f"{card}/")
    assert PRINTED not in child.text


def test_after_publication_the_list_shows_what_was_printed(printed, planner, home):
    planner.goes(f"{home}/?lang=en")
    assert PRINTED in planner.text
    assert "Printed on" in planner.text


def test_whoever_publishes_reads_what_is_printed_with_it(
    planner, leader, child, card, asked, one, home, database
):
    put_forward = at_the_summary(planner, home, database)
    leader.goes(f"{put_forward}?lang=en")
    assert PRINTED not in leader.text
    assert "1 more is proposed, lacks something" in leader.text
    says_yes(child, card, one)
    leader.goes(f"{put_forward}?lang=en")
    assert "When it is published these words are printed for good." in leader.text
    assert PRINTED in leader.text


def test_other_words_than_were_read_are_not_printed(planner, leader, child, card, asked, one, home, database):
    put_forward = at_the_summary(planner, home, database)
    leader.goes(put_forward)
    says_yes(child, card, one)
    leader.sends(to="/publiser", status=410)
    leader.goes(put_forward)
    leader.sends(to="/publiser")
    leader.goes(f"{put_forward}?lang=en")
    assert "Published on" in leader.text


def at_the_summary(planner, home, database) -> str:
    with database.reading() as db:
        summary = summaries.summary_on(db, int(home.split("/")[-1]))
    planner.goes(f"/oppsummering/{summary.id}/skriv")
    planner.sends(**WRITTEN)
    planner.sends(to="/legg-fram")
    return planner.address.partition("?")[0]


def says_yes(child, card, one) -> None:
    child.goes(f"{card}/")
    child.sends(to=f"/sitat/{one.split('/')[-1]}", press="says=yes")


def test_words_of_several_in_our_words_do_not_look_like_a_childs(planner, home):
    planner.goes(f"{home}/?lang=en")
    for box in planner.page.xpath("//figure[.//blockquote]"):
        assert "What several children wrote" not in box.text_content()


def test_the_desk_tells_the_second_reader_what_waits(second, planner, one, database):
    second.goes("/kontor/?lang=en")
    assert "1 quotation to check" in second.text
    planner.goes("/kontor/?lang=en")
    assert "quotation to check" not in planner.text, "what one proposed is read by another"
