"""From a question to a form, and from what was sent to an answer."""

import pytest
from werkzeug.datastructures import MultiDict

from participation.surveys.questions import Answer, Choices, Faces, Information, OwnWords, Status, YesNo
from participation.web.forms import questions

WORDS = {
    "text": "?",
    "explain": "…",
    "yes": "Ja",
    "no": "Nei",
    "good": "Bra",
    "mixed": "Sånn",
    "bad": "Dårlig",
}
MANY = Choices("many", ("a", "b"))
NOT_UNDERSTOOD = Answer(Status.NOT_UNDERSTOOD)


@pytest.fixture(autouse=True)
def page(app):
    with app.test_request_context():
        yield


def sent(question, press="next", before=None, **fields):
    form = questions.form_for(
        question, {**WORDS, "a": "A", "b": "B"}, before, MultiDict({"go": press, **fields})
    )
    form.validate()
    return form


def read(question, press="next", before=None, **fields):
    form = sent(question, press, before, **fields)
    assert questions.ANSWER not in form.errors
    return questions.read(question, form, press, before)


def test_what_was_picked_is_the_answer():
    assert read(YesNo("q"), answer="yes") == Answer(Status.ANSWERED, "yes")
    assert read(MANY, answer=["b", "a"]) == Answer(Status.ANSWERED, ("a", "b"))
    assert read(OwnWords("q"), answer=" Ja\r\nvel ") == Answer(Status.ANSWERED, "Ja\nvel")


@pytest.mark.parametrize("question", [YesNo("q"), MANY, Faces("q"), OwnWords("q"), Information("q")])
def test_nothing_has_to_be_answered(question):
    assert read(question) == Answer(Status.SKIPPED)


def test_spaces_alone_are_no_answer():
    assert read(OwnWords("q"), answer=" \n ") == Answer(Status.SKIPPED)


def test_skip_lets_go_of_what_was_picked():
    assert read(YesNo("q"), "skip", answer="yes") == Answer(Status.SKIPPED)


def test_what_was_not_understood_stays_so_when_it_is_passed_by():
    assert read(YesNo("q"), "skip", NOT_UNDERSTOOD) == NOT_UNDERSTOOD
    assert read(YesNo("q"), "next", NOT_UNDERSTOOD) == NOT_UNDERSTOOD


def test_what_was_not_understood_can_be_answered_after_all():
    assert read(YesNo("q"), "next", NOT_UNDERSTOOD, answer="no") == Answer(Status.ANSWERED, "no")


@pytest.mark.parametrize("question", [YesNo("q"), MANY, Faces("q")])
def test_an_option_that_was_not_offered_is_no_answer(question):
    assert "answer" in sent(question, answer="maybe").errors


def test_a_text_that_is_too_long_is_told_how_much_room_there_is():
    [error] = sent(OwnWords("q", longest=5), answer="sju tegn").errors["answer"]
    assert "5" in error
    assert "8" in error


def test_a_line_break_takes_the_room_of_one_sign():
    assert read(OwnWords("q", longest=3), answer="a\r\nb").value == "a\nb"


def test_nobody_is_told_of_mistakes_when_passing_by():
    assert sent(OwnWords("q", longest=1), "skip", answer="for langt").errors.keys() <= {"csrf_token"}


def test_what_was_answered_before_stands_in_the_form():
    before = Answer(Status.ANSWERED, ("b",))
    form = questions.form_for(MANY, {"text": "?", "a": "A", "b": "B"}, before, MultiDict())
    assert [choice.value for choice in form["answer"].iter_choices() if choice.selected] == ["b"]


def test_an_answer_is_read_over_in_words():
    assert questions.in_words(YesNo("q"), Answer(Status.ANSWERED, "no"), WORDS) == "Nei"
    assert questions.in_words(OwnWords("q"), Answer(Status.ANSWERED, "text"), WORDS) == "text"
    assert questions.in_words(YesNo("q"), NOT_UNDERSTOOD, WORDS) is None
