"""Codebooks: versions that stay, two coders who do not see each other, and themes told once."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from participation.access import Actor, Role
from participation.community import answers, codebooks, consultations
from participation.community.answers import FreeText
from participation.community.codebooks import Code, CodeWords, Coding, Turn
from participation.disclosure.engine.ledger import ReleaseLedger
from participation.errors import Closed, Incomplete, NotAllowed, NotFound
from tests.community.coding import (
    BUS,
    LIGHT,
    PER,
    PIA,
    VIOLENCE,
    code_all,
    make_codebook,
    texts_of,
)
from tests.community.conftest import LATER
from tests.conftest import TODAY


@pytest.fixture
def wrote(ask, answer, close):
    """So many children wrote a wish; the first ones wrote of light, and the very first of being hit."""

    def closed(n: int = 12, light: int = 5, hit: int = 1):
        asked = ask()
        for at in range(n):
            said = (
                f"Barn {at} vil ha {'mer lys' if at < light else 'en park'}{', han slår' if at < hit else ''}"
            )
            answer(asked, safe="yes", wish=said)
        close(asked)
        return asked

    return closed


@pytest.fixture
def asked(wrote):
    return wrote()


def versions(db, asked) -> list[int]:
    return sorted(db.scalars(select(codebooks.Codebook.version).filter_by(consultation_id=asked.id)))


def one_text(db, asked) -> str:
    return next(iter(texts_of(db, asked)))


def test_every_change_makes_a_new_version_and_leaves_the_old_one(db, asked):
    make_codebook(db, asked, LIGHT, BUS)
    codebooks.change(db, PER, asked.id, "c1", CodeWords("Lys", "Lys på veien", ("Mørkt",)), TODAY)
    assert versions(db, asked) == [1, 2, 3]
    told = db.execute(select(Code.since, Code.definition).where(Code.key == "c1").order_by(Code.codebook_id))
    assert told.all() == [(1, "Mer lys ute"), (1, "Mer lys ute"), (3, "Lys på veien")]


@pytest.mark.parametrize("missing", ["name", "definition", "include"])
def test_a_code_says_what_it_is_and_shows_an_example(db, asked, missing):
    said = {"name": "Lys", "definition": "Mer lys", "include": ("Mørkt",)}
    with pytest.raises(Incomplete, match=missing):
        codebooks.add(db, PER, asked.id, CodeWords(**said | {missing: said[missing][:0]}), TODAY)


def test_no_two_codes_bear_one_name_and_parents_stand_at_the_top(db, asked):
    make_codebook(db, asked, LIGHT, CodeWords("Gatelys", "Lykter", ("Lykta",), parent="c1"))
    for wrong in (
        LIGHT,
        CodeWords("Ny", "Ny", ("Ny",), parent="c2"),
        CodeWords("Ny", "Ny", ("Ny",), parent="x"),
    ):
        with pytest.raises(Incomplete):
            codebooks.add(db, PER, asked.id, wrong, TODAY)
    with pytest.raises(Incomplete, match="parent"):
        codebooks.change(db, PER, asked.id, "c1", CodeWords("Lys", "L", ("L",), parent="c2"), TODAY)


def test_what_was_merged_counts_as_what_it_was_merged_into(db, asked):
    make_codebook(db, asked)
    code_all(db, asked)
    codebooks.merge(db, PER, asked.id, "c3", "c1", TODAY)
    book = codebooks.newest(db, asked.id)
    assert [(code.key, code.is_severe) for code in book.codes] == [("c2", False), ("c1", True)]
    assert not any("c3" in coding.codes for coding in db.scalars(select(Coding)))
    codebooks.add(db, PER, asked.id, CodeWords("Ny", "Ny", ("Ny",)), TODAY)
    assert "c4" in codebooks.newest(db, asked.id).keys, "no key is used for another code"


def test_nobody_codes_while_children_are_still_answering(db, ask, answer):
    asked = ask()
    with pytest.raises(Closed):
        make_codebook(db, asked)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.PLANNER])
def test_only_planners_code_and_read_the_codebook(db, asked, role):
    actor = Actor(role, 9)
    for act in (codebooks.codebook_of, codebooks.differing, codebooks.agreed):
        with pytest.raises(NotAllowed):
            act(db, actor, asked.id)


def test_the_second_coder_is_another_person(db, asked):
    make_codebook(db, asked)
    text = one_text(db, asked)
    codebooks.code(db, PER, asked.id, text, turn=Turn.FIRST, codes=["c1"])
    with pytest.raises(NotAllowed):
        codebooks.code(db, PER, asked.id, text, turn=Turn.SECOND, codes=["c1"])
    assert text not in codebooks.waiting(db, PER, asked.id, Turn.SECOND)
    assert text in codebooks.waiting(db, PIA, asked.id, Turn.SECOND)


def test_a_second_coder_meets_ten_of_forty_texts_and_the_same_ones_every_time(db, wrote):
    asked = wrote(n=40)
    make_codebook(db, asked)
    waiting = codebooks.waiting(db, PIA, asked.id, Turn.SECOND)
    assert len(waiting) == 10
    assert waiting == codebooks.waiting(db, PIA, asked.id, Turn.SECOND)


def test_what_both_have_coded_is_only_settled(db, asked):
    make_codebook(db, asked)
    text = one_text(db, asked)
    codebooks.code(db, PER, asked.id, text, turn=Turn.FIRST, codes=["c1"])
    with pytest.raises(Closed):
        codebooks.settle(db, PER, asked.id, text, codes=["c1"])
    codebooks.code(db, PIA, asked.id, text, turn=Turn.SECOND, codes=["c2"])
    with pytest.raises(Closed):
        codebooks.code(db, PER, asked.id, text, turn=Turn.FIRST, codes=["c2"])
    assert codebooks.differing(db, PER, asked.id) == [text]
    codebooks.settle(db, PIA, asked.id, text, codes=["c2"])
    assert codebooks.differing(db, PER, asked.id) == []


def test_only_those_who_coded_settle_a_difference(db, asked):
    make_codebook(db, asked)
    code_all(db, asked)
    with pytest.raises(NotAllowed):
        codebooks.settle(db, Actor(Role.PLANNER, 8), asked.id, one_text(db, asked), codes=[])


def test_a_new_meaning_asks_for_every_text_once_more(db, asked):
    make_codebook(db, asked)
    code_all(db, asked)
    assert codebooks.waiting(db, PER, asked.id, Turn.FIRST) == []
    codebooks.change(db, PER, asked.id, "c1", CodeWords("Lys", "Noe annet", ("Mørkt",)), TODAY)
    assert len(codebooks.waiting(db, PER, asked.id, Turn.FIRST)) == 12
    code_all(db, asked)
    severe = CodeWords("Lys", "Noe annet", ("Mørkt",), is_severe=True)
    codebooks.change(db, PER, asked.id, "c1", severe, TODAY)
    assert codebooks.waiting(db, PER, asked.id, Turn.FIRST) == []


def test_a_text_of_another_round_is_not_there(db, wrote):
    asked, other = wrote(), wrote()
    make_codebook(db, asked)
    text = one_text(db, other)
    with pytest.raises(NotFound):
        codebooks.text_behind(db, PER, asked.id, text)
    with pytest.raises(NotFound):
        codebooks.code(db, PER, asked.id, text, turn=Turn.FIRST, codes=[])


def test_a_code_that_is_in_no_codebook_is_not_kept(db, asked):
    make_codebook(db, asked, LIGHT)
    with pytest.raises(Incomplete):
        codebooks.code(db, PER, asked.id, one_text(db, asked), turn=Turn.FIRST, codes=["c9"])


def test_no_word_of_a_child_is_in_a_coding(db, asked):
    make_codebook(db, asked)
    code_all(db, asked)
    assert set(Coding.__table__.columns.keys()) == {
        "text_id", "turn", "consultation_id", "coder", "codes", "version",
    }  # fmt: skip


def test_themes_are_told_with_numbers_that_tell_on_nobody(db, asked):
    make_codebook(db, asked)
    code_all(db, asked)
    codebooks.release_themes(db, PER, asked.id, TODAY)
    told = codebooks.told(db, asked.id)
    assert [(one.question, one.name, one.number, one.of) for one in told.themes] == [("wish", "Lys", 5, 12)]
    assert told.also == ()


def test_one_child_who_tells_of_violence_is_nowhere_in_what_is_kept(db, asked):
    make_codebook(db, asked)
    code_all(db, asked)
    release = codebooks.release_themes(db, PER, asked.id, TODAY)
    kept = [release.numbers, release.also, release.publications, release.certificates, release.ledger]
    assert "'c3'" not in repr(kept)
    assert ":c3" not in repr(kept)
    assert "Vold" not in repr(kept)
    assert ReleaseLedger.from_plain(release.ledger).is_whole


def test_themes_wait_for_every_text_and_for_a_codebook(db, asked):
    with pytest.raises(Incomplete, match="codes"):
        codebooks.release_themes(db, PER, asked.id, TODAY)
    make_codebook(db, asked, LIGHT)
    with pytest.raises(Incomplete, match="codings"):
        codebooks.release_themes(db, PER, asked.id, TODAY)


def test_without_a_second_coder_no_theme_is_told(db, asked):
    make_codebook(db, asked)
    code_all(db, asked, [Turn.FIRST])
    codebooks.release_themes(db, PER, asked.id, TODAY)
    assert codebooks.told(db, asked.id).themes == ()


def test_what_is_told_is_not_told_otherwise_later(db, asked):
    make_codebook(db, asked)
    code_all(db, asked)
    codebooks.release_themes(db, PER, asked.id, TODAY)
    for act in (
        lambda: codebooks.release_themes(db, PER, asked.id, TODAY),
        lambda: codebooks.add(db, PER, asked.id, VIOLENCE, TODAY),
        lambda: codebooks.code(db, PER, asked.id, one_text(db, asked), turn=Turn.FIRST, codes=[]),
    ):
        with pytest.raises(Closed):
            act()


def test_where_few_wrote_a_theme_is_listed_without_a_number(db, ask, answer, close):
    asked = ask()
    for at in range(12):
        answer(asked, safe="yes", **({"wish": "Mer lys"} if at < 4 else {}))
    close(asked)
    make_codebook(db, asked, LIGHT)
    code_all(db, asked)
    codebooks.release_themes(db, PER, asked.id, TODAY)
    told = codebooks.told(db, asked.id)
    assert (told.themes, told.also) == ((), ("Lys",))


def test_codings_go_with_the_texts_and_what_was_told_remains(db, asked):
    make_codebook(db, asked)
    code_all(db, asked)
    codebooks.release_themes(db, PER, asked.id, TODAY)
    day = LATER + timedelta(days=answers.DAYS_TEXTS_KEPT + 2)
    assert codebooks.forget(db, day - timedelta(days=1)) == 0
    assert codebooks.forget(db, day) == 24
    answers.forget(db, day)
    assert db.scalar(select(func.count()).select_from(FreeText)) == 0
    assert codebooks.told(db, asked.id).themes


def test_the_codebook_suggests_and_the_coder_decides(db, asked):
    make_codebook(db, asked)
    book = codebooks.codebook_of(db, PER, asked.id)
    assert codebooks.suggested(book, "For lite lys ved bussen") == ["c1", "c2"]


def test_themes_wait_until_the_numbers_are_released(db, planner, ask, answer):
    asked = ask()
    for at in range(12):
        answer(asked, safe="yes", wish=f"Lys {at}")
    consultations.close(db, planner, asked.id, LATER + timedelta(days=1))
    make_codebook(db, asked)
    with pytest.raises(Closed):
        codebooks.release_themes(db, PER, asked.id, TODAY)


def test_themes_of_a_question_that_only_some_were_asked_are_not_told(db, ask, answer, close):
    """How many wrote there, or that some did, tells what they answered before."""
    asked = ask()
    for at in range(30):
        answer(asked, safe="no", why=f"{'Mer lys' if at % 2 else 'Benker'} {at}")
    close(asked)
    make_codebook(db, asked)
    code_all(db, asked)
    codebooks.release_themes(db, PER, asked.id, TODAY)
    told = codebooks.told(db, asked.id)
    assert (told.themes, told.also) == ((), ())
