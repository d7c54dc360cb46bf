"""Plan documents: a version of an individual plan, described for PDF and DOCX in the reader's language."""

from collections.abc import Iterator

from flask import current_app
from flask_babel import gettext

from participation import accounts
from participation.casework import individual_plans
from participation.casework.individual_plans import PlanVersion
from participation.casework.standing import Standing, Understood
from participation.export.charts import Svg
from participation.export.documents import Block, Chart, DataTable, Document, Facts, Heading, Paragraph, Quote
from participation.rights.plan_contents import PlanPoint
from participation.rights.weight import Weight
from participation.web import drawings, words
from participation.web.current import Session
from participation.web.language import KNOWN, chosen, date_text


def individual_plan(db: Session, version: PlanVersion) -> Document:
    """The nine points as grown-ups wrote them, and the child's own words under each, apart."""
    stood = individual_plans.standing_in(db, version)
    contents = individual_plans.contents_of(db, version)
    blocks: list[Block] = []
    for number, key in enumerate(PlanPoint, start=1):
        blocks += [Heading(1, f"{number}. {words.PLAN_POINTS[key]}"), *_written(contents.get(key, ""))]
        if key in stood.under:
            blocks.append(Heading(2, gettext("The child's own words")))
        for standing in stood.under.get(key, ()):
            blocks += _said(standing, version)
    blocks += _read(stood.readings)
    blocks += [Heading(1, gettext("Versions")), _versions(version)]
    return Document(
        title=gettext("Individual plan"),
        subtitle=gettext("Case %(reference)s", reference=version.plan.case.reference),
        language=chosen(),
        direction=KNOWN[chosen()].dir,
        facts=_facts(db, version),
        blocks=tuple(blocks),
    )


def _facts(db: Session, version: PlanVersion) -> tuple[tuple[str, str], ...]:
    coordinator = accounts.names(db).get(version.plan.case.coordinator_id, "")
    return (
        (gettext("Version"), str(version.number)),
        (gettext("Begun"), date_text(version.started_on)),
        (gettext("Completed"), _completed(version)),
        (gettext("Coordinator"), coordinator),
        (gettext("Municipality"), current_app.config["OWNER"]),
    )


def _completed(version: PlanVersion) -> str:
    return date_text(version.completed_on) or gettext("Not yet: this version is still being written")


def _written(text: str) -> Iterator[Block]:
    paragraphs = [part.strip() for part in text.splitlines() if part.strip()]
    yield from (Paragraph(part) for part in paragraphs or [gettext("Nothing is written here yet.")])


def _said(standing: Standing, version: PlanVersion) -> Iterator[Block]:
    """The child's words, and how they were weighed: never in the same block."""
    voice = standing.voice
    source = gettext(
        "The child's answer to “%(question)s”, %(day)s",
        question=standing.chosen.asked,
        day=date_text(voice.approved_on),
    )
    if standing.chosen.strokes:
        picture = Svg(drawings.svg(standing.chosen.strokes))
        yield Chart(picture, alt=standing.chosen.words or gettext("A drawing"), caption=gettext("A drawing"))
    yield Quote(standing.chosen.words or gettext("A drawing"), source, voice.language or chosen())
    yield from (Paragraph(line) for line in _about(standing))
    if standing.weighing is None or standing.reasons is None:
        yield Paragraph(gettext("These words have not been weighed yet."))
        return
    weighing, reasons = standing.weighing, standing.reasons
    rows = [
        (gettext("Weight given to the child's words"), str(words.WEIGHTS[Weight(weighing.weight)])),
        (gettext("What was considered"), reasons.considered),
        (gettext("What was decided"), reasons.decision),
        (gettext("Is it what the child wished?"), str(words.FOLLOWS[weighing.follows])),
        (gettext("Why not, or why only partly"), reasons.reason),
        (gettext("Weighed by"), f"{weighing.written_by}, {date_text(weighing.written_on)}"),
    ]
    if version.completed_on and weighing.written_on > version.completed_on:
        rows.append((gettext("Note"), gettext("Weighed anew after this version was completed.")))
    yield Facts(tuple(row for row in rows if row[1]))


def _about(standing: Standing) -> Iterator[str]:
    """The help the child had with these words, and whether it says that they came out right."""
    if standing.help:
        yield words.help_in_words(standing.help)
    if standing.came_out:
        yield str(words.CAME_OUT[standing.came_out])


def _read(readings: tuple[Understood, ...]) -> Iterator[Block]:
    if readings:
        yield Heading(1, gettext("How the grown-ups understand the child"))
    for understood in readings:
        yield from _written(understood.words)
        rows = [
            (gettext("About what the child said"), date_text(understood.voice.approved_on)),
            (gettext("Written by"), understood.written_by),
            (gettext("Written"), date_text(understood.written_on)),
        ]
        yield Facts(tuple(rows))


def _versions(version: PlanVersion) -> DataTable:
    header = (gettext("Version"), gettext("Begun"), gettext("Completed"))
    rows = [
        (str(one.number), date_text(one.started_on), _completed(one))
        for one in version.plan.versions
        if one.number <= version.number
    ]
    return DataTable(gettext("Versions of this plan"), header, tuple(rows))
