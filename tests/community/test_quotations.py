"""Quotations: only with the child's own yes and every rule kept; frozen with the summary, tied to nobody."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from participation.access import Actor, Role
from participation.community import answers, codebooks, own_words, quotations, summaries
from participation.community.answers import FreeText
from participation.community.quotations import Quotation, Wording
from participation.disclosure.quotations import Clue, Lack
from participation.disclosure.search_back import Likeness
from participation.errors import Closed, Incomplete, NotAllowed, NotFound
from tests.community.coding import PER, PIA, code_all, make_codebook, release_texts, texts_of
from tests.community.conftest import LATER
from tests.conftest import TODAY

TEXTS = {"title": "Stedet vårt", "findings": "Trygt.", "not_reached": "", "what_next": "Vi bygger."}
WORDS = "Jeg vil ha mer lys på veien hjem."


@pytest.fixture
def cards() -> dict[str, str]:
    """The claim cards, by what the child wrote."""
    return {}


@pytest.fixture
def asked(db, ask, answer, close, cards, survey):
    """Thirty-two children wrote two texts each; ten wanted light. The themes are told."""
    asked = ask(survey=replace(survey, pages=tuple(replace(page, show_if=None) for page in survey.pages)))
    for at in range(32):
        wish = f"{WORDS} Barn {at}." if at < 10 else f"En park, sier barn {at}."
        cards[wish] = answer(asked, safe="no", why=f"Grunn {at}: lite lys", wish=wish)
    close(asked)
    make_codebook(db, asked)
    code_all(db, asked)
    release_texts(db, asked, texts_of(db, asked))
    codebooks.release_themes(db, PER, asked.id, TODAY)
    return asked


@pytest.fixture
def propose(db, asked):
    """Per proposes what the child with this number wrote to a question."""

    def proposed(*children: int, question: str = "wish", words: str = WORDS, **changes) -> Quotation:
        start = {"wish": "{} Barn {}.", "why": "Grunn {1}: lite lys"}[question]
        wanted = {start.format(WORDS, child) for child in children}
        sources = [text for text, said in texts_of(db, asked).items() if said in wanted]
        return quotations.propose(db, PER, asked.id, sources, Wording(words, "c1", tuple(Clue), **changes))

    return proposed


@pytest.fixture
def ready(db, propose) -> Quotation:
    """A quotation that lacks nothing but the child's yes."""
    return quotations.check(db, PIA, propose(0).id, has_looked_at_hits=True)


@pytest.fixture
def publish(db, planner, leader, asked):
    summary = summaries.summary_on(db, asked.id)
    summaries.write(db, planner, summary.id, **TEXTS)
    summaries.put_forward(db, planner, summary.id, TODAY)
    return lambda: quotations.publish(db, leader, summary.id, lambda table, language: "<svg/>", TODAY)


def card(cards, child: int) -> str:
    return cards[f"{WORDS} Barn {child}."]


def test_what_is_lacking_is_told_by_name(db, propose):
    quotation = propose(0)
    assert set(quotations.lacking_of(db, quotation)) == {
        Lack.TWO_READERS, Lack.CHILD_SAYS_YES, Lack.SEARCHED_BACK,
    }  # fmt: skip


def test_with_the_childs_yes_nothing_is_lacking(db, ready, cards):
    assert quotations.lacking_of(db, ready) == (Lack.CHILD_SAYS_YES,)
    quotations.answer(db, card(cards, 0), ready.id, says_yes=True)
    assert quotations.lacking_of(db, ready) == ()


def test_only_the_childs_own_card_leads_to_the_question(db, ready, cards):
    assert [one.words for one in quotations.asked_about(db, card(cards, 0))] == [WORDS]
    assert quotations.asked_about(db, card(cards, 1)) == ()
    with pytest.raises(NotFound):
        quotations.answer(db, card(cards, 1), ready.id, says_yes=True)
    assert ready.child_says_yes is None


def test_the_card_works_however_its_words_are_typed(db, ready, cards):
    typed = card(cards, 0).replace("-", " ").upper()
    quotations.answer(db, typed, ready.id, says_yes=True)
    assert ready.child_says_yes


def test_a_child_is_asked_last(db, propose, cards):
    propose(0)
    assert quotations.asked_about(db, card(cards, 0)) == ()


def test_a_yes_can_be_taken_back_until_it_is_printed(db, ready, cards, publish):
    quotations.answer(db, card(cards, 0), ready.id, says_yes=True)
    quotations.answer(db, card(cards, 0), ready.id, says_yes=False)
    assert quotations.lacking_of(db, ready) == (Lack.CHILD_SAYS_YES,)
    publish()
    with pytest.raises(NotFound):
        quotations.answer(db, card(cards, 0), ready.id, says_yes=True)


def test_a_child_is_quoted_once(db, ready, propose, cards):
    again = quotations.check(db, PIA, propose(0, words="mer LYS!").id, has_looked_at_hits=True)
    to_another_question = propose(0, question="why", words="lite lys")
    for one in (again, to_another_question):
        one.child_says_yes = True
    quotations.answer(db, card(cards, 0), ready.id, says_yes=True)
    assert ready.child_says_yes
    assert not again.child_says_yes
    assert not to_another_question.child_says_yes


def test_a_yes_of_one_child_says_nothing_for_another(db, ready, propose, cards):
    other = quotations.check(db, PIA, propose(1).id, has_looked_at_hits=True)
    quotations.answer(db, card(cards, 1), other.id, says_yes=True)
    quotations.answer(db, card(cards, 0), ready.id, says_yes=True)
    assert other.child_says_yes


def test_other_words_are_asked_about_once_more(db, ready, cards):
    quotations.answer(db, card(cards, 0), ready.id, says_yes=True)
    quotations.reword(db, PIA, ready.id, Wording("Mer lys på veien.", "c1", tuple(Clue), is_respelled=True))
    assert set(quotations.lacking_of(db, ready)) == {
        Lack.TWO_READERS, Lack.CHILD_SAYS_YES, Lack.SEARCHED_BACK,
    }  # fmt: skip


def test_the_second_reader_is_another_person_who_has_looked_at_every_place(db, propose):
    quotation = propose(0)
    with pytest.raises(NotAllowed):
        quotations.check(db, PER, quotation.id, has_looked_at_hits=True)
    with pytest.raises(Incomplete, match="hits"):
        quotations.check(db, PIA, quotation.id, has_looked_at_hits=False)


def test_words_that_are_taken_back_or_were_never_in_the_text_are_not_printed(db, asked, ready):
    quotations.reword(db, PER, ready.id, Wording("Jeg vil ha mer lys i Storgata.", "c1", tuple(Clue)))
    assert Lack.RELEASED in quotations.lacking_of(db, ready)
    quotations.reword(db, PER, ready.id, Wording(WORDS, "c1", tuple(Clue)))
    assert Lack.RELEASED not in quotations.lacking_of(db, ready)
    (released,) = [one for one in own_words.released(db, asked.id) if one.source == ready.sources[0]]
    own_words.take_back(db, PER, released.id)
    assert Lack.RELEASED in quotations.lacking_of(db, ready)


def test_a_theme_that_is_not_told_is_not_quoted(db, asked, propose):
    quotation = propose(0)
    quotations.reword(db, PER, quotation.id, Wording(WORDS, "c3", tuple(Clue)))
    assert Lack.MENTIONED_BY_ENOUGH in quotations.lacking_of(db, quotation)


def test_a_clue_nobody_looked_for_is_lacking(db, propose):
    quotation = propose(0)
    quotations.reword(db, PER, quotation.id, Wording(WORDS, "c1", (Clue.PLACE,)))
    assert Lack.CLUES_LOOKED_FOR in quotations.lacking_of(db, quotation)


def test_the_same_thought_in_other_texts_is_found_and_the_own_text_is_not(db, asked, propose):
    hits = quotations.places_of(db, PIA, propose(0))
    assert len(hits) == 9
    assert {hit.likeness for hit in hits} == {Likeness.THE_SAME}


def test_what_was_printed_before_is_found(db, ready, cards, publish, asked):
    quotations.answer(db, card(cards, 0), ready.id, says_yes=True)
    publish()
    places = {hit.place for hit in quotations.places_of(db, PIA, ready)}
    assert f"quotation {ready.id}" in places


def test_a_paraphrase_of_three_needs_no_yes_and_another_reader(db, propose):
    quotation = propose(0, 1, 2, words="Flere ønsker seg lyse veier.")
    assert Lack.CHILD_SAYS_YES not in quotations.lacking_of(db, quotation)
    quotations.check(db, PIA, quotation.id, has_looked_at_hits=True)
    assert quotations.lacking_of(db, quotation) == ()
    assert Lack.THREE_CHILDREN in quotations.lacking_of(db, propose(0, 1))


def test_a_paraphrase_is_searched_for_in_the_texts_it_is_made_of(db, propose):
    copied = propose(0, 1, 2, words=WORDS)
    assert len(quotations.places_of(db, PIA, copied)) == 10


def test_texts_to_two_questions_may_be_of_one_child_and_are_not_put_together(db, asked):
    texts = list(texts_of(db, asked).items())
    two = [next(text for text, said in texts if said.startswith(start)) for start in ("Grunn", WORDS)]
    with pytest.raises(Incomplete, match="sources"):
        quotations.propose(db, PER, asked.id, two, Wording("Mer lys", "c1"))


def test_published_words_stay_and_lead_to_nobody(db, asked, ready, cards, publish, propose):
    left_out = propose(1)
    quotations.answer(db, card(cards, 0), ready.id, says_yes=True)
    publish()
    (told,) = quotations.told(db, asked.id)
    assert (told.words, told.theme, told.group_label) == (WORDS, "Lys", quotations.EVERYBODY)
    kept = db.get(Quotation, ready.id)
    assert (kept.sources, kept.sealed, kept.child_says_yes) == ([], None, None)
    assert db.get(Quotation, left_out.id) is None
    assert quotations.asked_about(db, card(cards, 0)) == ()


def test_nothing_is_told_before_the_summary_is_published(db, asked, ready, cards):
    quotations.answer(db, card(cards, 0), ready.id, says_yes=True)
    assert quotations.told(db, asked.id) == ()


def test_nothing_is_changed_after_the_summary_is_published(db, asked, ready, cards, publish):
    quotations.answer(db, card(cards, 0), ready.id, says_yes=True)
    publish()
    for act in (
        lambda: quotations.drop(db, PER, ready.id),
        lambda: quotations.reword(db, PER, ready.id, Wording("Annet", "c1")),
        lambda: quotations.check(db, PIA, ready.id, has_looked_at_hits=True),
    ):
        with pytest.raises(Closed):
            act()


def test_what_was_never_published_goes_with_the_texts(db, ready, publish):
    day = LATER + timedelta(days=answers.DAYS_TEXTS_KEPT + 2)
    assert quotations.forget(db, day - timedelta(days=1)) == 0
    assert quotations.forget(db, day) == 1


def test_words_wait_sealed(db, ready):
    assert WORDS.encode() not in db.get(Quotation, ready.id).sealed


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.PLANNER])
def test_only_planners_propose_and_read(db, ready, role):
    actor = Actor(role, 9)
    for act in (quotations.quotation_of, quotations.drop):
        with pytest.raises(NotAllowed):
            act(db, actor, ready.id)


def test_each_text_of_one_child_has_an_approval_of_its_own(db, asked):
    kept = list(db.scalars(select(FreeText.approval).filter_by(asked_in=asked.id)))
    assert None not in kept
    assert len(set(kept)) == len(kept) == 64


def test_nothing_is_quoted_from_a_question_that_only_some_were_asked(db, ask, answer, close):
    """Whose words they are, it would be known, is one of those who answered what leads there."""
    routed = ask()
    for at in range(30):
        answer(routed, safe="no", why=f"Grunn {at}")
    close(routed)
    source = next(iter(texts_of(db, routed)))
    with pytest.raises(Incomplete):
        quotations.propose(db, PER, routed.id, [source], Wording("Grunn", "c1", tuple(Clue)))
