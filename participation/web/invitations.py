"""Invitations: the questions a coordinator can choose among, and the sheet that a child gets in the hand."""

from collections.abc import Mapping

from flask import Response, render_template, url_for
from flask_babel import gettext, ngettext
from markupsafe import Markup
from wtforms import SelectChoice

from participation.casework.voices import Voice
from participation.rights.occasions import ASKED, SITUATIONS, Occasion
from participation.surveys.definition import Survey
from participation.web import qr, words
from participation.web.current import Session, actor
from participation.web.forms.cases import InvitationForm
from participation.web.language import KNOWN, OFFERED_OUTSIDE, chosen, speaking
from participation.web.paper import sheets
from participation.web.paper.sheets import Wanted


def offer(form: InvitationForm, surveys: Mapping[str, Survey]) -> InvitationForm:
    """The form with what can be chosen now: surveys for one child, and the languages of the pages outside."""
    form.survey.choices = [SelectChoice(survey.id, _title(survey)) for survey in for_one_child(surveys)]
    form.language.choices = [SelectChoice(code, KNOWN[code].name) for code in OFFERED_OUTSIDE]
    if form.language.data is None:
        form.language.data = chosen()
    return form


def hints(surveys: Mapping[str, Survey]) -> dict[str, str]:
    """Beside each survey, what it suits and how long it takes."""
    return {survey.id: _hint(survey) for survey in for_one_child(surveys)}


def sheet(voice: Voice, code: str, language: str) -> Markup:
    """What the child gets: the square, the code and what it is for, in the language that was chosen."""
    address = url_for("voices.start", code=code, _external=True)
    with speaking(language):
        drawn = qr.svg(address, gettext("A square to scan. It opens your questions."))
        page = render_template(
            "cases/sheet.html",
            code=code,
            qr=drawn,
            home=url_for("public.home", _external=True),
            about=words.OCCASIONS_FOR_CHILDREN[Occasion(voice.occasion)],
            reader=actor().name,
            until=KNOWN[language].date(voice.open_until),
        )
    return Markup(page)  # noqa: S704 - our own template, escaped when it was filled


def on_paper(db: Session, voice: Voice, code: str, wanted: Wanted) -> Response:
    """The same with all the questions to write on, to print. The code stands on it and nowhere else."""
    sheet = sheets.of_voice(db, voice, wanted, actor().name)
    file = Response(sheets.printed(sheet, [code], "voices.start"), content_type="application/pdf")
    file.headers["Content-Disposition"] = 'attachment; filename="ark.pdf"'
    return file


def for_one_child(surveys: Mapping[str, Survey]) -> list[Survey]:
    """Those that a grown-up asks with: where a child starts by itself, nobody hands them out."""
    own = {name for situation in SITUATIONS for name in situation.surveys}
    return [survey for survey in surveys.values() if survey.door == "case" and survey.id not in own]


def _title(survey: Survey) -> str:
    return survey.title(chosen() if chosen() in survey.languages else survey.source_language)


def _hint(survey: Survey) -> str:
    suits = [str(words.OCCASIONS[occasion]) for occasion in ASKED if survey.id in occasion.surveys]
    minutes = ngettext("About %(num)d minute.", "About %(num)d minutes.", survey.minutes)
    suited = gettext("Suits: %(occasions)s.", occasions=", ".join(suits).lower())
    return f"{minutes} {suited}"
