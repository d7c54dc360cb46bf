"""Asking: questions as a child meets them, one on each page, and the ways out; the same behind both doors."""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from hashlib import sha256

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response
from wtforms.form import BaseForm

from participation import guard
from participation.casework.open_questions import TOLD_ON
from participation.errors import Refusal
from participation.surveys import routing
from participation.surveys.definition import Page, Survey
from participation.surveys.questions import Answer, Answers, Status
from participation.web import language, qr, reading_aloud, security, symbols
from participation.web.current import Session, reading, today, writing
from participation.web.forms import questions
from participation.web.forms.answers import Press

DAYS_MARKED = guard.DAYS_MARKED

REVIEW = "review"
"""Where a child came from who only wants to change something."""


WAYS_OUT = ("stop", "delete", "finish", "done", "rest")
"""They tell nothing of a code, and stay open when codes are guessed at from the same school."""


@dataclass(frozen=True)
class Door:
    """What a page has to know of the door it stands behind."""

    code: str
    survey: Survey
    answers: Answers
    keep: Callable[[Page, Answer], Page | None]
    after: str
    """Where the child goes when there are no more questions."""
    mark: Callable[[str], str]
    """Makes a bookmark that leads back to what is given, and tells its words."""
    throw_away: Callable[[], None]
    """Deletes what was answered so far."""
    together: Callable[[Page], str] | None = None
    """Where the child tells who helps it to answer, at a door where that is asked."""

    def address(self, page: Page | None, back: str | None = None) -> str:
        """Where this page is; after the last one, what comes then."""
        return url_for(".page", code=self.code, name=page.id, back=back) if page else self.after

    @property
    def first_open(self) -> Page | None:
        """Where to go on: the first question that nothing has been said to yet."""
        return _first_open(self.survey, self.answers)

    @property
    def begun(self) -> bool:
        return bool(self.answers)


@dataclass(frozen=True)
class Reviewed:
    """One question as it is read over before sending."""

    page: Page
    asked: str
    answer: str | None
    status: Status


def secret(code: str) -> str:
    """What seals this draft: the browser's own secret and the code, so that each card has its own."""
    return sha256(f"{security.browser_secret()}|{guard.same_for_all(code)}".encode()).hexdigest()


def start_again(code: str, why: str) -> Response:
    """Back to the start, with a word about why."""
    return redirect(url_for(".start", code=code, done=why), 303)


OpenDoor = Callable[[Session, str], Door]
"""Opens the door behind a code, or raises what refuses it."""


def prepare(blueprint: Blueprint, open_door: OpenDoor) -> None:
    """What both doors have besides their questions: guessing is slowed down, the child can stop or rest."""
    let_out(blueprint)
    blueprint.add_url_rule("/stopp", view_func=stop)
    blueprint.add_url_rule("/slett", "delete", partial(delete, open_door), methods=["POST"])
    blueprint.add_url_rule("/senere", "later", partial(later, open_door), methods=["GET", "POST"])
    blueprint.add_url_rule("/videre", "go_on", partial(go_on, open_door))
    blueprint.add_url_rule("/pause", view_func=rest)


def let_out(blueprint: Blueprint) -> None:
    """What every door with a child's code has: guessing is slowed down, and leaving leaves nothing behind."""
    blueprint.before_request(_slow_down_guessing)
    blueprint.add_url_rule("/rydd-opp", view_func=finish, methods=["POST"])
    blueprint.add_url_rule("/ferdig-her", view_func=done)


def stop(code: str) -> str:
    return render_template("answers/stop.html", code=code)


def delete(open_door: OpenDoor, code: str) -> Response:
    """Stop, and let nothing be left of what was answered."""
    if security.has_browser() and Press(request.form).validate():
        with writing() as db, suppress(Refusal):
            open_door(db, code).throw_away()
    return finish(code)


def later(open_door: OpenDoor, code: str) -> Response | str:
    """Go on later or on another device: easy words that lead back here, shown once."""
    form = Press(request.form)
    with writing() if request.method == "POST" else reading() as db:
        door = open_door(db, code)
        language.of_survey(door.survey.languages)
        if not door.begun:
            return start_again(code, "empty" if security.has_browser() else "lost")
        if request.method == "GET" or not form.validate():
            return render_template(
                "answers/later.html", form=form, code=code, go_on=door.address(door.first_open)
            )
        words = door.mark(json.dumps([url_for(".go_on", code=code), security.browser_secret()]))
        shown = {"card_words": words.split("-"), "until": today() + timedelta(days=DAYS_MARKED)}
        return render_template("answers/bookmark.html", code=code, **shown)


def go_on(open_door: OpenDoor, code: str) -> Response:
    """Where one was: the first question that nothing has been said to yet."""
    with reading() as db:
        door = open_door(db, code)
        return redirect(door.address(door.first_open)) if door.begun else start_again(code, "lost")


def rest(code: str) -> str:
    """Nobody pressed anything for a while: what was answered is kept, and the page is closed."""
    return render_template("answers/rest.html", code=code)


def finish(code: str) -> Response:
    """Leave nothing of the child on this device; the last page is read as the one before."""
    read_in = language.chosen()
    security.forget_browser()
    return redirect(url_for(".done", code=code, read_in=read_in), 303)


def done(code: str) -> str:
    language.read_once(request.args.get("read_in", ""))
    return render_template("answers/done.html")


def card(code: str, words: str, address: str, *, answer_on: date | None) -> str:
    """The card that later opens what happened."""
    picture = qr.svg(address, gettext("A picture that a telephone can read. It opens your card."))
    told = {"card_words": words.split("-"), "picture": picture, "answer_on": answer_on}
    return render_template("answers/card.html", code=code, **told)


def page(door: Door, name: str) -> Response | str | tuple[str, int]:
    """Show one question, or keep what was answered to it and go on."""
    pages = routing.path(door.survey, door.answers)
    current = next((page for page in pages if page.id == name), None)
    if current is None:
        return redirect(door.address(door.first_open))
    words = wording(door.survey, current)
    before, pressed = door.answers.get(name), questions.pressed_in(request.form)
    form = questions.form_for(current.question, words, before, request.form)
    if request.method == "GET" or not form.validate():
        explain = before is not None and before.status is Status.NOT_UNDERSTOOD
        return _shown(door, current, form, explain=explain), 422 if form.errors else 200
    if pressed == questions.KEEP and questions.given_in(form) is None:
        return Response(status=204)
    answer = questions.read(current.question, form, pressed, before)
    following = door.keep(current, answer)
    if pressed == questions.KEEP:
        return Response(status=204)
    if questions.arranges(pressed):
        return redirect(door.address(current, back=request.args.get("back")), 303)
    if pressed == questions.NOT_UNDERSTOOD:
        return _shown(door, current, form, explain=True)
    return redirect(_onward(door, {**door.answers, name: answer}, following), 303)


def wording(survey: Survey, page: Page) -> questions.Words:
    """The words of a page in the reader's language, at the reader's level."""
    return survey.wording(language.of_survey(survey.languages), language.level(survey.levels), page.id)


def reviewed(door: Door) -> list[Reviewed]:
    """Every question the child met, with what was answered in words; first what was put off till later."""
    rows = []
    for met in routing.path(door.survey, door.answers):
        if met.question.kept:
            words, answer = wording(door.survey, met), door.answers.get(met.id, Answer(Status.SKIPPED))
            said = questions.in_words(met.question, answer, words)
            rows.append(Reviewed(met, words["text"], said, answer.status))
    return sorted(rows, key=lambda row: row.status is not Status.LATER)


def left_open(rows: list[Reviewed]) -> list[tuple[str, Status]]:
    """The questions that the child wants to be asked later, or did not understand."""
    return [(row.asked, row.status) for row in rows if row.status in TOLD_ON]


def _slow_down_guessing() -> None:
    if (request.endpoint or "").rpartition(".")[2] not in WAYS_OUT:
        security.let_pass("codes")


def _shown(door: Door, current: Page, form: BaseForm, *, explain: bool) -> str:
    reviewing = request.args.get("back") == REVIEW
    before = None if reviewing else routing.page_before(door.survey, door.answers, current)
    start = url_for(".start", code=door.code)
    words = wording(door.survey, current)
    return render_template(
        "answers/page.html",
        form=form,
        question=current.question,
        wording=words,
        symbols=symbols.beside(door.survey, current),
        listening=reading_aloud.of_page(door.survey, current, words, explain=explain),
        explain=explain,
        asks=questions.ANSWER in form,
        place=routing.place(door.survey, door.answers, current),
        back=door.after if reviewing else door.address(before) if before else start,
        code=door.code,
        together=door.together(current) if door.together else None,
    )


def _onward(door: Door, answers: Answers, following: Page | None) -> str:
    """The next page; for a child who only came back to change something, what is still open."""
    if request.args.get("back") != REVIEW:
        return door.address(following)
    return door.address(_first_open(door.survey, answers), back=REVIEW)


def _first_open(survey: Survey, answers: Answers) -> Page | None:
    pages = routing.path(survey, answers)
    unanswered = (page for page in pages if page.question.kept and page.id not in answers)
    return next(unanswered, None) if answers else pages[0]
