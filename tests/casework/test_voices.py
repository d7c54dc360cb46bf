from datetime import timedelta

import pytest
from sqlalchemy import select

from participation.access import CHILD, STAFF, Role
from participation.casework import cases, open_questions, voices
from participation.casework.sharing import Chosen, Sharing
from participation.casework.voices import Passage, Voice
from participation.errors import Closed, Incomplete, NotAllowed, NotFound
from participation.rights.occasions import Occasion
from participation.storage import audit
from participation.storage.drafts import Draft
from participation.surveys.questions import Answer, Status
from tests.conftest import TODAY

SAID = [
    ("Jeg vil spille fotball", Sharing.PLAN),
    ("Pappa skal ikke vite det", Sharing.COORDINATOR),
    ("Dette angrer jeg på", Sharing.TAKEN_OUT),
]


def test_only_a_coordinator_invites(database, person, case_id, surveys):
    given = {"occasion": Occasion.INDIVIDUAL_PLAN, "survey": surveys["my-plan"], "today": TODAY}
    for somebody in [person(role) for role in STAFF if role is not Role.COORDINATOR]:
        with database.writing() as db, pytest.raises(NotAllowed):
            voices.invite(db, somebody, case_id, **given)


def test_nobody_invites_in_another_coordinators_case(invite, knut):
    with pytest.raises(NotFound):
        invite(actor=knut)


def test_questions_for_many_are_not_asked_of_one(database, kari, case_id, surveys):
    given = {"occasion": Occasion.INDIVIDUAL_PLAN, "survey": surveys["our-place"], "today": TODAY}
    with database.writing() as db, pytest.raises(Incomplete, match="survey"):
        voices.invite(db, kari, case_id, **given)


def test_a_code_opens_its_voice_however_it_is_typed(database, invite):
    voice_id, code = invite()
    with database.reading() as db:
        assert voices.voice_behind(db, code.lower().replace("-", " "), TODAY).id == voice_id
        with pytest.raises(NotFound):
            voices.voice_behind(db, "222-222-222-222", TODAY)


def test_the_code_itself_is_kept_nowhere(database, invite):
    _, code = invite()
    with database.reading() as db:
        assert code.replace("-", "") not in db.scalar(select(Voice)).fingerprint.upper()


def test_a_code_stops_working_after_its_last_day(database, invite):
    _, code = invite()
    last_day = TODAY + timedelta(days=voices.DAYS_OPEN)
    with database.reading() as db:
        assert voices.voice_behind(db, code, last_day)
        with pytest.raises(Closed):
            voices.voice_behind(db, code, last_day + timedelta(days=1))


def test_a_code_stops_working_when_the_case_is_closed(database, kari, case_id, invite):
    _, code = invite()
    with database.writing() as db:
        cases.close(db, kari, case_id, TODAY)
        with pytest.raises(Closed):
            voices.voice_behind(db, code, TODAY)


def test_an_invitation_that_got_lost_is_taken_back_and_its_code_is_dead(database, kari, case_id, invite):
    voice_id, code = invite()
    with database.writing() as db:
        voices.take_back(db, kari, voice_id, TODAY)
        with pytest.raises(Closed):
            voices.voice_behind(db, code, TODAY)
        newest = audit.entries(db, at_most=1)[0]
        assert (newest.act, newest.about) == ("TAKE_BACK_INVITATION", f"voice {voice_id} in case {case_id}")
    assert invite(), "the child may be invited anew"


def test_what_the_child_has_said_yes_to_is_not_taken_back_by_the_coordinator(database, kari, wish):
    with database.writing() as db, pytest.raises(Closed):
        voices.take_back(db, kari, wish[0], TODAY)


@pytest.mark.parametrize("days", [0, voices.DAYS_OPEN + 1])
def test_an_invitation_that_is_taken_back_or_late_is_not_taken_back(database, kari, invite, days):
    voice_id, _ = invite()
    with database.writing() as db:
        if days == 0:
            voices.take_back(db, kari, voice_id, TODAY)
        with pytest.raises(Closed):
            voices.take_back(db, kari, voice_id, TODAY + timedelta(days=days))


def test_only_its_coordinator_takes_an_invitation_back(database, knut, person, invite):
    voice_id, code = invite()
    leader = person(Role.LEADER)
    with database.writing() as db:
        with pytest.raises(NotFound):
            voices.take_back(db, knut, voice_id, TODAY)
        with pytest.raises(NotAllowed):
            voices.take_back(db, leader, voice_id, TODAY)
        assert voices.voice_behind(db, code, TODAY).id == voice_id


def test_what_was_begun_with_a_code_that_is_taken_back_goes_no_further(database, kari, invite):
    voice_id, code = invite()
    with database.writing() as db:
        voice = voices.voice_behind(db, code, TODAY)
        page = next(page for page in voices.survey_of(db, voice).pages if page.question.kept)
        voices.take_back(db, kari, voice_id, TODAY)
        with pytest.raises(Closed):
            voices.keep_page(db, voice, "mine", page, Answer(Status.ANSWERED, "Venner"), TODAY)
        with pytest.raises(Closed):
            voices.choose(db, voice, "mine", [Chosen("q", "?", "Ja", Sharing.PLAN)], TODAY)


def test_a_used_code_opens_nothing_but_the_way_to_the_card(database, invite):
    voice_id, code = invite()
    with database.writing() as db:
        voice = voices.voice_behind(db, code, TODAY)
        voices.choose(db, voice, "mine", [Chosen("q", "?", "Ja", Sharing.PLAN)], TODAY)
        card = voices.approve(db, voice, "mine", language="nb", today=TODAY)
        with pytest.raises(Closed):
            voices.voice_behind(db, code, TODAY)
        again = voices.voice_behind(db, code, TODAY, approved_too=True)
        assert (again.id, voices.card_of(db, again, "mine")) == (voice_id, card)
        with pytest.raises(NotFound):
            voices.card_of(db, again, "somebody else's browser")


def test_what_a_child_says_is_seen_by_its_own_browser_only(database, invite):
    _, code = invite()
    with database.writing() as db:
        voice = voices.voice_behind(db, code, TODAY)
        page = next(page for page in voices.survey_of(db, voice).pages if page.question.kept)
        voices.keep_page(db, voice, "mine", page, Answer(Status.ANSWERED, "Venner"), TODAY)
        assert voices.said(db, voice, "mine")[page.id].value == "Venner"
        assert voices.said(db, voice, "yours") == {}


def test_the_child_goes_through_its_own_answers_word_by_word(database, invite):
    _, code = invite()
    with database.writing() as db:
        voice = voices.voice_behind(db, code, TODAY)
        survey = voices.survey_of(db, voice)
        asked = [page for page in survey.pages if page.id in {"important", "good", "hard"}]
        voices.keep_page(db, voice, "mine", asked[0], Answer(Status.ANSWERED, "Venner"), TODAY)
        voices.keep_page(db, voice, "mine", asked[1], Answer(Status.SKIPPED), TODAY)
        [shown] = voices.suggested(db, voice, "mine", language="nb", level="standard")
        assert (shown.question, shown.words) == ("important", "Venner")


def test_approval_is_exact(database, speak):
    _, _, passage_ids = speak(*SAID)
    with database.reading() as db:
        kept = [voices.words_of(db, db.get(Passage, passage_id)) for passage_id in passage_ids]
    assert [(one.words, one.sharing) for one in kept] == SAID[:2]


def test_what_is_taken_out_is_kept_nowhere(database, speak):
    speak(*SAID)
    with database.reading() as db:
        assert len(list(db.scalars(select(Passage)))) == 2
        assert list(db.scalars(select(Draft))) == []


def test_words_lie_sealed(database, speak):
    speak(*SAID)
    with database.reading() as db:
        assert all(b"fotball" not in passage.sealed for passage in db.scalars(select(Passage)))


def test_there_is_nothing_to_say_yes_to_when_all_is_taken_out(speak):
    with pytest.raises(Incomplete, match="passage"):
        speak(("Nei", Sharing.TAKEN_OUT))


def test_a_second_yes_changes_nothing(database, invite):
    _, code = invite()
    with database.writing() as db:
        voice = voices.voice_behind(db, code, TODAY)
        voices.choose(db, voice, "mine", [Chosen("q", "?", "Ja", Sharing.PLAN)], TODAY)
        card = voices.approve(db, voice, "mine", language="nb", today=TODAY)
        entries = audit.count(db)
        later = TODAY + timedelta(days=1)
        assert voices.approve(db, voice, "mine", language="nn", today=later) == card
        assert (voice.language, voice.approved_on, audit.count(db)) == ("nb", TODAY, entries)
        assert len(list(db.scalars(select(Passage)))) == 1


def test_another_browser_cannot_say_yes_again(database, invite):
    _, code = invite()
    with database.writing() as db:
        voice = voices.voice_behind(db, code, TODAY)
        for browser in ("mine", "yours"):
            voices.choose(db, voice, browser, [Chosen("q", "?", browser, Sharing.PLAN)], TODAY)
        voices.approve(db, voice, "mine", language="nb", today=TODAY)
        with pytest.raises(Closed):
            voices.approve(db, voice, "yours", language="nb", today=TODAY)


def test_the_card_opens_its_own_voice(database, speak):
    voice_id, card, _ = speak(*SAID)
    with database.reading() as db:
        assert voices.voice_claimed(db, card.replace("-", ", ").upper()).id == voice_id
        with pytest.raises(NotFound):
            voices.voice_claimed(db, "hest hest hest hest hest hest")


def test_before_the_childs_yes_there_is_nothing_to_read(database, kari, invite):
    voice_id, _ = invite()
    with database.writing() as db, pytest.raises(NotFound):
        voices.read(db, kari, voice_id)


def test_only_its_coordinator_reads_a_voice(database, knut, person, wish):
    others = (person(Role.LEADER), person(Role.ADMINISTRATOR), CHILD)
    with database.writing() as db:
        with pytest.raises(NotFound):
            voices.read(db, knut, wish[0])
        with pytest.raises(NotFound):
            voices.passage_in(db, knut, wish[2])
        for somebody in others:
            with pytest.raises(NotAllowed):
                voices.read(db, somebody, wish[0])


def test_reading_is_noted_in_the_trail_without_words(database, kari, wish):
    with database.writing() as db:
        voices.read(db, kari, wish[0])
        newest = audit.entries(db, at_most=1)[0]
        assert (newest.act, newest.account_id) == ("READ_VOICE", kari.account_id)
        assert newest.about == f"voice {wish[0]}"


def test_a_child_is_to_have_an_answer_within_two_weeks(database, wish):
    with database.reading() as db:
        assert db.get(Voice, wish[0]).answer_by == TODAY + timedelta(days=14)


def test_what_is_only_for_the_coordinator_may_not_stand_in_the_plan(database, speak):
    _, _, [first, second] = speak(*SAID)
    with database.reading() as db:
        assert db.get(Passage, first).may_stand_in_plan
        assert not db.get(Passage, second).may_stand_in_plan


def test_the_coordinator_is_told_what_stayed_open_and_never_what_a_child_will_not_say(database, invite):
    voice_id, code = invite()
    passed = {"good": Status.LATER, "hard": Status.WONT_SAY, "different": Status.NOT_UNDERSTOOD}
    with database.writing() as db:
        voice = voices.voice_behind(db, code, TODAY)
        survey = voices.survey_of(db, voice)
        for question, status in passed.items():
            voices.keep_page(db, voice, "mine", survey.page(question), Answer(status), TODAY)
        chosen = Chosen("important", "?", "Venner", Sharing.COORDINATOR)
        voices.choose(db, voice, "mine", [chosen], TODAY)
        voices.approve(db, voice, "mine", language="nb", today=TODAY)
        told = open_questions.open_questions_of(db, voice_id)
    assert told == {"good": Status.LATER, "different": Status.NOT_UNDERSTOOD}
