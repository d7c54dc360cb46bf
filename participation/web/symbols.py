"""Symbols beside the options, for a child who chose pictures: ours, or the service owner's own."""

from collections.abc import Mapping

from flask import url_for

from participation.owner import symbols
from participation.surveys.definition import PICTURES, Page, Survey
from participation.web import language
from participation.web.current import reading


def beside(survey: Survey, page: Page) -> Mapping[str, str]:
    """For each option the name of one of our pictures, or the address of the service owner's."""
    if language.level(survey.levels) != PICTURES:
        return {}
    ours = {option: page.symbol(option) for option in page.question.worded}
    with reading() as db:
        own = symbols.standing(db, survey.id, page.id, ours)
    return ours | {option: url_for("public.symbol", digest=digest) for option, digest in own.items()}
