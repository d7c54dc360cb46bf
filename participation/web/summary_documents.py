"""Summary documents: a published summary to print or keep, with every number that may be told."""

from collections.abc import Iterator

from flask import current_app
from flask_babel import gettext as _

from participation.community import (
    codebooks,
    consultations,
    municipal_plans,
    quotations,
    replies,
    summaries,
)
from participation.community.codebooks import ToldTheme
from participation.community.quotations import ToldQuotation
from participation.community.summaries import Summary
from participation.export.charts import Svg
from participation.export.documents import Block, Chart, DataTable, Document, Heading, Items, Paragraph
from participation.surveys.definition import Survey
from participation.web import figures, words
from participation.web.current import Session
from participation.web.language import date_text, known, number_text


def document(db: Session, summary: Summary, language: str) -> Document:
    """The whole summary in this language; what staff wrote stands as they wrote it."""
    survey = consultations.survey_of(db, summary.consultation)
    return Document(
        title=summary.title,
        subtitle=summary.consultation.matter.title,
        language=language,
        direction=known(language).dir,
        facts=(*facts(summary), *_published(summary), (_("Municipality"), current_app.config["OWNER"])),
        blocks=(
            *_section(_("What the children said"), summary.findings),
            *_section(_("Who was not reached"), summary.not_reached),
            *_section(_("What happens next"), summary.what_next),
            *_written(db, summary, survey, language),
            *_placed(db, summary),
            *_replies(db, summary),
            *_numbers(db, summary, survey, language),
        ),
        made_on=summary.published_on,
    )


def _published(summary: Summary) -> Iterator[tuple[str, str]]:
    if summary.published_on:
        yield _("Published"), date_text(summary.published_on)


def facts(summary: Summary) -> tuple[tuple[str, str], ...]:
    """How the children were asked, and what they were promised."""
    return about(summary) + asked(summary)


def about(summary: Summary) -> tuple[tuple[str, str], ...]:
    """What the children were asked about, in the owner's own words."""
    matter = summary.consultation.matter
    return (
        (_("What it was about"), matter.title),
        (_("Who decides"), matter.decided_by),
        (_("What can change"), matter.can_change),
        (_("What is fixed already"), matter.fixed),
    )


def asked(summary: Summary) -> tuple[tuple[str, str], ...]:
    """Who was asked, when, and with which promise, in the reader's language."""
    consultation = summary.consultation
    few = _("Too few to tell")
    answered = few if summary.answered is None else number_text(summary.answered)
    invited = number_text(told) if (told := consultations.enough(consultation.invited)) else few
    return (
        (_("It is decided on"), date_text(consultation.matter.decision_on)),
        (_("Children who were asked"), invited),
        (_("Children who answered"), answered),
        (_("Closed on"), date_text(consultation.closed_on)),
        (_("What the children were promised"), str(words.RUNG_PROMISES[consultation.promise])),
        (_("On the ladder of participation"), str(words.RUNGS[consultation.promise])),
    )


def _section(heading: str, text: str) -> Iterator[Block]:
    if text:
        yield Heading(1, heading)
        yield from _own(text)


def _own(text: str) -> Iterator[Paragraph]:
    """What staff wrote, in the owner's own language."""
    return (Paragraph(line, current_app.config["LANGUAGE"]) for line in text.splitlines() if line.strip())


def _written(db: Session, summary: Summary, survey: Survey, language: str) -> Iterator[Block]:
    """The themes that are told and the words that are printed, as on the page."""
    themes = codebooks.told(db, summary.consultation_id)
    quoted = quotations.told(db, summary.consultation_id)
    if themes or quoted:
        yield Heading(1, _("What they wrote about"))
    for one in themes.themes if themes else ():
        yield Paragraph(theme_text(one, survey, language))
    if themes and themes.also:
        yield Heading(2, _("Also mentioned"))
        yield Paragraph(" · ".join(themes.also))
    for quotation in quoted:
        yield Paragraph(quotation.words if quotation.is_composite else f"«{quotation.words}»")
        yield Paragraph(quotation_text(quotation))


def theme_text(one: ToldTheme, survey: Survey, language: str) -> str:
    """A theme and its number in one sentence."""
    asked = survey.wording(language, "standard", one.question)["text"]
    told = {"theme": one.name, "n": one.number, "of": one.of, "question": asked}
    return _("%(theme)s: %(n)d of the %(of)d children who wrote to “%(question)s”", **told)


def quotation_text(one: ToldQuotation) -> str:
    """Whose words these are, as far as anyone is told."""
    if one.is_composite:
        return _("%(theme)s. What several children wrote, in our words.", theme=one.theme)
    if one.is_respelled:
        return _(
            "%(theme)s. One of the children who answered. The spelling is made standard.", theme=one.theme
        )
    return _("%(theme)s. One of the children who answered.", theme=one.theme)


def _placed(db: Session, summary: Summary) -> Iterator[Block]:
    found = municipal_plans.plans_with(db, summary.id)
    if found:
        yield Heading(1, _("Where it stands in plans"))
    for contribution in found:
        plan = contribution.plan
        where = _("%(plan)s, chapter %(chapter)s", plan=plan.title, chapter=contribution.chapter)
        yield Heading(2, where)
        yield from _own(contribution.what_came_of_it)


def _replies(db: Session, summary: Summary) -> Iterator[Block]:
    for reply in replies.replies_to(db, summary.consultation):
        yield Heading(1, _("The answer to the children from %(day)s", day=date_text(reply.told_on)))
        yield Heading(2, _("What we heard from you"))
        yield from _own(reply.heard)
        yield Heading(2, _("What we do"))
        yield from _own(reply.done)
        yield Heading(2, _("What we do not do, and why"))
        yield from _own(reply.not_done)


def _numbers(db: Session, summary: Summary, survey: Survey, language: str) -> Iterator[Block]:
    """Every chart as it was drawn at publication, and the same numbers as tables."""
    yield Heading(1, _("The numbers"))
    yield Paragraph(figures.why_hidden(summary.tables))
    for place, table in enumerate(summary.tables):
        figure = figures.rows(table, survey, language)
        kept = summaries.find_chart(db, summary.id, place, language)
        yield Heading(2, figure.title)
        yield Chart(Svg(kept.svg), figure.description, _("All who answered"))
        for grid in figure.grids:
            yield DataTable(grid.caption, grid.header, tuple(_texts(row) for row in grid.rows))
        if figure.sums:
            yield Heading(3, _("Numbers that can only be told together"))
            yield Items(figure.sums)


def _texts(row: tuple[figures.Cell, ...]) -> tuple[str, ...]:
    return tuple(_("not shown") if cell is None else str(cell) for cell in row)
