"""The desk for own words: marks in two strengths, a preview, nine questions, and a second pair of eyes."""

import re

import pytest
from sqlalchemy import func, select

from participation import accounts
from participation.access import Actor, Role
from participation.community import own_words
from participation.community.answers import FreeText
from participation.disclosure.free_text import QUESTIONS
from participation.storage import keys
from participation.storage.audit import Entry
from tests.conftest import TODAY
from tests.journeys.reader import Reader

SAID = "Jeg heter Kari og savner zalmai i 8B"
NO = {question.name: "NO" for question in QUESTIONS}


@pytest.fixture
def text(database, municipality) -> str:
    """The text to decide on, with words of ours in it."""
    text_id = municipality.named["own_words.text_id"]
    with database.writing() as db:
        found = db.get(FreeText, text_id)
        key = own_words.find(db, own_words.Consultation, found.asked_in).words_key_id
        found.sealed = keys.seal(db, key, SAID, f"free text {text_id}")
        return f"/egne-ord/{found.asked_in}/tekst/{text_id}"


@pytest.fixture
def client(signed_in, municipality):
    return signed_in(municipality.people[Role.PLANNER])


@pytest.fixture
def send(client, text):
    """Fill in the page of the text and press: send("save", {...})."""

    def sent(go, given, address=text):
        hidden = re.findall(r'name="(csrf_token|once)"[^>]*value="([^"]+)"', client.get(address).text)
        return client.post(address, data={**dict(hidden), "go": go, **given})

    return sent


def spans(client, text) -> dict[str, str]:
    """Every mark of the text, with what is chosen beforehand."""
    page = client.get(text).text
    names = re.findall(r'name="(span-\d+-\d+)"[^>]*value="remove"( checked)?', page)
    return {name: "remove" if checked else "" for name, checked in names}


def test_what_is_sure_is_chosen_beforehand_and_where_to_look_is_not(client, text):
    assert spans(client, text) == {"span-10-14": "remove", "span-25-31": "", "span-34-36": "remove"}


def test_both_strengths_are_told_by_more_than_colour(client, text):
    page = client.get(f"{text}?lang=en", follow_redirects=True).text
    assert re.findall(r'<mark class="(\w+)">', page) == ["remove", "look", "remove"]
    assert page.count("(Suggested: take it out)") == 2
    assert page.count("(Look here and decide)") == 1


def test_the_preview_shows_it_as_it_would_stand_and_keeps_nothing(send, client, text, contents):
    client.get(text)
    before = contents()
    page = send(
        "preview", {"span-10-14": "remove", "span-25-31": "keep", "span-34-36": "remove", "more": "heter"}
    )
    assert page.status_code == 200
    shown = re.findall(r'<blockquote class="voice" dir="auto">\s*<p[^>]*>(.*?)</p>', page.text, re.S)
    assert [re.sub(r"\[[^\]]+\]", "[]", one) for one in shown[-1:]] == ["Jeg [] [] og savner zalmai i []"]
    assert contents() == before


@pytest.mark.parametrize(
    "given",
    [NO, {"span-25-31": "keep"}, NO | {"span-25-31": "keep", "more": "står ikke her"}],
    ids=["a mark without an answer", "questions without answers", "words that are not there"],
)
def test_nothing_is_left_undecided(send, text, given):
    chosen = {"span-10-14": "remove", "span-34-36": "remove"}
    assert send("save", chosen | given).status_code == 422


def test_from_two_readers_to_words_that_may_be_used(send, text, database, municipality, signed_in):
    given = {"span-10-14": "remove", "span-25-31": "remove", "span-34-36": "keep"}
    assert send("save", NO | given).status_code == 303
    consultation_id = municipality.named["own_words.consultation_id"]
    with database.reading() as db:
        waiting = own_words.awaiting(db, Actor(Role.PLANNER, 0), consultation_id)
        released_id = next(one.id for one in waiting if one.source in text)
    second = Reader(signed_in(_another_planner(database)))
    second.goes(f"/egne-ord/andreleser/{released_id}")
    second.sends(answer="yes")
    with database.reading() as db:
        words = [own_words.words_of(db, one) for one in own_words.released(db, consultation_id)]
    assert [re.sub(r"\[[^]]+\]", "[]", one) for one in words] == ["Jeg heter [] og savner [] i 8B"]


def test_whoever_reads_a_text_leaves_a_line_in_the_trail(client, text, database):
    with database.reading() as db:
        before = db.scalar(select(func.count()).select_from(Entry))
    client.get(text)
    with database.reading() as db:
        assert db.scalar(select(func.count()).select_from(Entry)) == before + 1


def test_the_second_reader_must_say_why_words_are_sent_back(send, municipality):
    address = f"/egne-ord/andreleser/{municipality.named['own_words.released_id']}"
    assert send("", {"answer": "no", "why": " "}, address).status_code == 422
    assert send("", {"answer": "no", "why": "Et navn står igjen"}, address).status_code == 303


def test_what_the_municipality_wrote_on_its_lists_is_marked(send, client, text):
    assert send("", {"places": "savner"}, "/egne-ord/lister").status_code == 303
    assert "span-18-24" in spans(client, text)


def test_the_list_says_what_is_left_and_shows_no_words(client, text, municipality):
    address = f"/egne-ord/{municipality.named['own_words.consultation_id']}/?lang=en"
    page = client.get(address, follow_redirects=True).text
    assert "13 texts are left to read" in page
    assert "zalmai" not in page


def _another_planner(database):
    with database.writing() as db:
        token = accounts.add_first(
            db, name="Anne", email="anne@lyngvaer.example", role=Role.PLANNER, today=TODAY
        )
        return accounts.account_behind_link(db, token, TODAY).actor
