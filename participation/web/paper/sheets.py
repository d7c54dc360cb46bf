"""Sheets: a survey on paper in one language and at one level, for children who would rather write by hand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from flask import current_app, url_for
from flask_babel import gettext as _

from participation.casework import voices
from participation.casework.voices import Voice
from participation.community import consultations
from participation.community.consultations import Consultation
from participation.export.paper import Asked, Code, Paper, Slip, Told, pdf
from participation.rights.help_lines import HelpLine
from participation.rights.occasions import Occasion
from participation.surveys.definition import PICTURES, Survey
from participation.surveys.questions import Question, Status
from participation.web import qr, words
from participation.web.current import Session
from participation.web.help_lines import ALARM, SHOWN
from participation.web.language import EASY_LEVELS, KNOWN, speaking
from participation.web.paper import kinds, pictures
from participation.web.paper.kinds import Printed
from participation.web.paper.only_if import reader_of

SIGNS_OF_DIGEST = 8


@dataclass(frozen=True)
class Wanted:
    """How the sheets are to be printed: in which language and at which level."""

    tongue: str
    level: str


def of_round(db: Session, consultation: Consultation, wanted: Wanted) -> Paper:
    """The sheet for a round in which many children answer, none of them named."""
    survey = consultations.survey_of(db, consultation)
    with speaking(wanted.tongue, wanted.level):
        return _paper(db, survey, wanted, tuple(_told(consultation, wanted)), _slip(consultation, wanted))


def of_voice(db: Session, voice: Voice, wanted: Wanted, coordinator: str) -> Paper:
    """The sheet for one child in a case. No name and no reference stands on it."""
    survey = voices.survey_of(db, voice)
    with speaking(wanted.tongue, wanted.level):
        told = _told_alone(Occasion(voice.occasion), coordinator, wanted.tongue)
        return _paper(db, survey, wanted, tuple(told), None)


def printed(paper: Paper, codes: Sequence[str], door: str = "answers.start") -> bytes:
    """One copy for each code. The codes are on the paper, and nowhere else."""
    return pdf(paper, [_code(code, door) for code in codes])


def blank(paper: Paper) -> bytes:
    """One copy without a code, to look at."""
    return pdf(paper)


def _paper(db: Session, survey: Survey, wanted: Wanted, told: tuple[Told, ...], slip: Slip | None) -> Paper:
    """The questions, between what must be known first and where there is help."""
    return Paper(
        title=survey.title(wanted.tongue),
        owner=current_app.config["OWNER"],
        lead=survey.intro(wanted.tongue, wanted.level),
        told=told,
        questions_heading=_("The questions"),
        questions=tuple(_questions(db, survey, wanted)),
        help=_help(),
        slip=slip,
        code_heading=_("Your code"),
        code_told=_or_on_a_screen(),
        foot=_foot(survey, wanted),
        language=wanted.tongue,
        is_large=wanted.level in EASY_LEVELS,
    )


def _code(code: str, door: str) -> Code:
    return Code(code, qr.drawn(url_for(door, code=code, _external=True)))


def _told(consultation: Consultation, wanted: Wanted) -> Iterator[Told]:
    """What the child must know before choosing to answer, as on the first page: shorter, true of paper."""
    here, owners = wanted.tongue, str(current_app.config["LANGUAGE"])
    matter, alarm = consultation.matter, cast("HelpLine", ALARM)
    yield Told(
        _("You choose"),
        (
            (_("You can say no, skip questions, and stop at any time."), here),
            (_("Nothing happens to you if you say no."), here),
        ),
    )
    yield Told(_("What this is about"), ((matter.title, owners),))
    yield Told(
        _("Who reads it"),
        ((consultation.read_by, owners),),
        (
            _("Do not write names. Nobody notes who got which sheet."),
            _("A grown-up types in your answers, just as you wrote them. Then the paper is destroyed."),
            _("That grown-up may know your handwriting. You can answer on a screen instead."),
            _(
                "The others read it after %(day)s. Nobody reads at night.",
                day=_day(consultation.closes_on, wanted),
            ),
        ),
    )
    promised = (str(words.RUNG_PROMISES[consultation.promise]), here)
    yield Told(
        _("What we promise"),
        (promised, (_("You get an answer by %(day)s.", day=_day(consultation.answer_on, wanted)), here)),
    )
    yield Told(
        _("If someone hurts you"),
        (
            (_("We cannot see who you are, so we cannot come and help you."), here),
            (_("Tell a grown-up you trust, or call %(number)s.", number=alarm.number), here),
            (_("If you write that someone is hurt, the grown-up who reads it must do something."), here),
        ),
    )


def _told_alone(occasion: Occasion, coordinator: str, here: str) -> Iterator[Told]:
    """What one child must know before choosing to answer on paper."""
    alarm = cast("HelpLine", ALARM)

    def said(heading: str, *sentences: str) -> Told:
        return Told(heading, tuple((sentence, here) for sentence in sentences))

    yield said(
        _("You choose"),
        _("You can say no, skip questions, and stop at any time."),
        _("You get the same help if you say no."),
    )
    yield said(_("What this is about"), str(words.OCCASIONS_FOR_CHILDREN[occasion]))
    yield said(
        _("Who reads it"),
        _("You type it in with a grown-up you trust. That grown-up sees what you wrote."),
        _(
            "You read your own words first. Then you choose what %(name)s may see.",
            name=f"\u2068{coordinator}\u2069",
        ),
    )
    yield said(
        _("What happens then"),
        _(
            "You get an answer at most %(days)s days after you have said yes.",
            days=voices.DAYS_TO_ANSWER,
        ),
    )
    yield said(
        _("If someone hurts you"),
        _("If you write that someone hurts you, your coordinator must help you."),
        _("Then your coordinator must tell others who can help."),
        _("Tell a grown-up you trust, or call %(number)s.", number=alarm.number),
    )


def _or_on_a_screen() -> str:
    """The address runs from left to right wherever it stands."""
    address = f"\u2066{url_for('public.home', _external=True)}\u2069"
    return _("Or answer on a screen: scan the square, or write the code at %(address)s", address=address)


def _help() -> Told:
    return Told(
        _("Help: someone to talk to"),
        rows=tuple((line.name, line.number or line.web or "") for line in SHOWN),
    )


def _questions(db: Session, survey: Survey, wanted: Wanted) -> Iterator[Asked]:
    wordings = {page.id: survey.wording(wanted.tongue, wanted.level, page.id) for page in survey.pages}
    reader = reader_of(survey, wordings)
    for page in survey.pages:
        symbols = pictures.beside(db, survey, page) if wanted.level == PICTURES else {}
        way = kinds.way_of(Printed(page, wordings[page.id], symbols))
        yield Asked(
            number=reader.numbers.get(page.id, ""),
            text=wordings[page.id]["text"],
            only_if=reader.told(page.show_if),
            explain=wordings[page.id].get("explain", ""),
            hint=way.hint,
            form=way.form,
            ways_past=_ways_past(page.question) if page.question.kept else (),
        )


def _ways_past(question: Question) -> tuple[str, ...]:
    """The boxes beside a question; what is an option already is no way past it."""
    ways = {
        Status.SKIPPED: _("Skip"),
        Status.DONT_KNOW: _("I do not know"),
        Status.WONT_SAY: _("I do not want to say"),
        Status.NOT_UNDERSTOOD: _("I do not understand"),
    }
    return tuple(text for status, text in ways.items() if status.value not in question.categories)


def _slip(consultation: Consultation, wanted: Wanted) -> Slip:
    return Slip(
        heading=_("When you are done"),
        wish=_("I want a card. With it I can read the answer, and take my answers back for a while."),
        keep=_("Cut here, and keep this part. You get your card by the code."),
        sentences=(_("You get an answer by %(day)s.", day=_day(consultation.answer_on, wanted)),),
    )


def _foot(survey: Survey, wanted: Wanted) -> str:
    """What was asked, and in which words: the survey as it was frozen, the language and the level."""
    level = words.LEVELS[wanted.level]
    return f"{survey.id} {survey.digest[:SIGNS_OF_DIGEST]} · {KNOWN[wanted.tongue].name} · {level}"


def _day(day: date, wanted: Wanted) -> str:
    return KNOWN[wanted.tongue].date(day)
