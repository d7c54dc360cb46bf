"""Municipal documents: a plan for many as a document, with what children said and what came of it."""

from collections.abc import Iterator

from flask import current_app
from flask_babel import gettext as _

from participation.community import consultations, summaries
from participation.community.assessments import Assessment, Gathered, answers_of, gathered
from participation.community.councils import Statement
from participation.community.municipal_plans import Contribution, MunicipalPlan
from participation.community.summaries import Summary
from participation.export.charts import Svg
from participation.export.documents import Block, Chart, DataTable, Document, Facts, Heading, Paragraph, Quote
from participation.web import assessed, figures, gaps, summary_documents, words
from participation.web.current import Session, today
from participation.web.language import KNOWN, chosen, date_text
from participation.web.tongues import tongue

Piece = Summary | Statement | Assessment


def document(db: Session, plan: MunicipalPlan) -> Document:
    """The plan as it stands today, chapter by chapter."""
    page = KNOWN[chosen()]
    return Document(
        title=plan.title,
        subtitle=_("What children and young people have said, and what came of it"),
        language=page.code,
        direction=page.dir,
        facts=(
            (_("Municipality"), current_app.config["OWNER"]),
            (_("Adopted by"), plan.adopted_by),
            (_("As it stood on"), date_text(today())),
        ),
        blocks=tuple(_chapters(db, plan)),
        made_on=today(),
    )


def piece_of(contribution: Contribution) -> Piece:
    """What stands there: a summary, a statement or an assessment."""
    piece = contribution.summary or contribution.statement or contribution.assessment
    assert piece is not None  # noqa: S101 - a contribution is made with exactly one of them
    return piece


def title_of(piece: Piece) -> str:
    if isinstance(piece, Summary):
        return str(_("What children said: %(title)s", title=piece.title))
    if isinstance(piece, Statement):
        title = _("Statement from %(council)s: %(matter)s")
        return str(title % {"council": piece.council.name, "matter": piece.matter.title})
    return str(_("Child-rights assessment: %(matter)s", matter=piece.matter.title))


def _chapters(db: Session, plan: MunicipalPlan) -> Iterator[Block]:
    if not plan.contributions:
        yield Paragraph(_("Nothing has been placed in this plan yet."))
    for chapter in plan.chapters:
        yield Heading(1, chapter)
        for contribution in plan.contributions:
            if contribution.chapter == chapter:
                yield from _contribution(db, contribution)


def _contribution(db: Session, contribution: Contribution) -> Iterator[Block]:
    piece = piece_of(contribution)
    yield Heading(2, title_of(piece))
    if isinstance(piece, Summary):
        yield from _said(piece)
    elif isinstance(piece, Statement):
        yield from _statement(piece)
    else:
        yield from _assessment(piece, gathered(db, piece))
    yield Heading(3, _("What came of it"))
    yield from _paragraphs(contribution.what_came_of_it)
    if isinstance(piece, Summary):
        yield from _figures(db, piece)


def _said(summary: Summary) -> Iterator[Block]:
    yield Facts(summary_documents.facts(summary))
    yield from _section(_("What the children said"), summary.findings)
    yield from _section(_("Who was not reached"), summary.not_reached)
    yield from _section(_("What happens next"), summary.what_next)


def _section(heading: str, text: str) -> Iterator[Block]:
    if text:
        yield Heading(3, heading)
        yield from _paragraphs(text)


def _paragraphs(text: str) -> Iterator[Block]:
    return (Paragraph(line) for line in text.splitlines() if line.strip())


def _figures(db: Session, summary: Summary) -> Iterator[Block]:
    """Every chart as it was drawn at publication, and the same numbers as tables."""
    survey = consultations.survey_of(db, summary.consultation)
    spoken = tongue(survey)
    yield Heading(3, _("The numbers"))
    yield Paragraph(figures.why_hidden(summary.tables))
    for place, table in enumerate(summary.tables):
        figure = figures.rows(table, survey, spoken)
        kept = summaries.find_chart(db, summary.id, place, spoken)
        yield Chart(Svg(kept.svg), figure.description, figure.title)
        yield from (_table(figure, grid) for grid in gaps.told(figure))
        for grid in gaps.gaps(figure):
            yield Paragraph(_("%(counted)s No number can be shown for these groups.", counted=grid.caption))


def _statement(statement: Statement) -> Iterator[Block]:
    yield Facts(
        (
            (_("Sent"), date_text(statement.sent_on)),
            (_("Put on the list"), assessed.days_before(statement.days_left_then)),
        )
    )
    for point in statement.carried:
        votes = _("%(n)d for, %(against)d against", n=point.votes_for, against=point.votes_against)
        yield Quote(point.words, votes, current_app.config["LANGUAGE"])
        answer = words.POINT_ANSWERS[point.answer] if point.answer else _("Not answered yet")
        why = ((_("Why"), point.why),) if point.why else ()
        yield Facts(((_("Answer"), str(answer)), *why))


def _assessment(assessment: Assessment, said: Gathered) -> Iterator[Block]:
    yield Facts(
        (
            (_("Finished"), date_text(assessment.finished_on)),
            (_("Time before the decision"), assessed.stamp(assessment)),
        )
    )
    if said.kinds:
        yield Heading(3, _("What children have said about this"))
        yield Facts(assessed.evidence(said))
    for step, rows in assessed.told(answers_of(assessment)).items():
        if rows:
            yield Heading(3, str(words.ASSESSMENT_STEPS[step]))
            yield Facts(tuple(rows))


def _table(figure: figures.Figure, grid: figures.Grid) -> DataTable:
    """The numbers of one background, without the column for all that stands in the table before."""
    kept = [n for n in range(len(grid.header)) if n != 1 or grid is figure.grids[0]]
    rows = tuple(tuple(_cell(row[n]) for n in kept) for row in grid.rows)
    return DataTable(f"{figure.question} {grid.caption}", tuple(grid.header[n] for n in kept), rows)


def _cell(cell: figures.Cell) -> str:
    return str(_("not shown")) if cell is None else str(cell)
