"""Refusals: how the house says no, in plain words, with the right status and never a traceback."""

from flask import Flask, current_app, g, redirect, render_template, request, url_for
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from participation import guard
from participation.errors import Closed, Incomplete, NotAllowed, NotFound, Refusal, Unreachable, WouldDisclose
from participation.guard import TooManyTries
from participation.web import again, help_lines, security

STATUS: dict[type[Refusal], int] = {
    TooManyTries: 429,
    NotFound: 404,
    NotAllowed: 404,
    Closed: 410,
    Incomplete: 422,
    WouldDisclose: 409,
}
PAGES = {400, 404, 405, 409, 410, 413, 422, 429, 503}
CODE_DOORS = {"answers", "voices", "my_page", "my_meetings", "claims", "replies", "serious", "offline"}
"""Doors that open with a code: a wrong one is counted, unless it could be none of ours."""
CHILDRENS = {*CODE_DOORS, "contact"}


def register(app: Flask) -> None:
    app.register_error_handler(Refusal, refuse)
    app.register_error_handler(Unreachable, wait)
    app.register_error_handler(HTTPException, fail)
    app.register_error_handler(Exception, break_down)


def refuse(refusal: Refusal) -> tuple[str, int] | Response:
    """Say no in plain words. What is not yours looks like what is not there."""
    status = next(STATUS[kind] for kind in type(refusal).__mro__ if kind in STATUS)
    if status == 404 and request.blueprint in CODE_DOORS and guard.could_open(_code()):
        security.note_wrong("codes")
    if str(refusal) == "this page was sent already" and request.method == "POST":
        return redirect(url_for("public.sent_already"), 303)
    return page(status)


def fail(problem: HTTPException) -> tuple[str, int]:
    if problem.code in {301, 302, 303, 307, 308}:
        return problem.get_response()  # type: ignore[return-value]
    return page(problem.code or 500)


def wait(trouble: Unreachable) -> tuple[str, int]:
    """Nothing was kept: give back what was sent, so that it can be sent once more."""
    current_app.logger.error("the database does not answer (%s) at %s", trouble, request.endpoint)
    return page(503)


def break_down(problem: Exception) -> tuple[str, int]:
    """Something of ours broke: note the kind of trouble, never what was sent, and say sorry."""
    current_app.logger.error("%s at %s", type(problem).__name__, request.endpoint, exc_info=problem)
    return page(500)


def page(status: int) -> tuple[str, int]:
    known = status if status in PAGES else 500 if status >= 500 else 400
    child = request.blueprint in CHILDRENS
    g.is_nowhere = known == 404
    if known >= 500:
        help_lines.fall_back()
    keeps = request.method == "POST" and (known == 503 or (known == 429 and child))
    sent = again.fields() if keeps else []
    return render_template(f"errors/{known}.html", child=child, sent=sent, address=again.here()), status


def _code() -> str:
    """What stands where a code should, in an address of a child's door."""
    return next(iter((request.view_args or {}).values()), "")
