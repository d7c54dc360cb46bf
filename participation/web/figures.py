"""Figures: protected tables in the words of the survey they come from, in any language it is offered in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext

from participation.disclosure.groups import WHOLE, Group
from participation.disclosure.published import ProtectedTable
from participation.export import charts
from participation.export.charts import ChartWords
from participation.export.open_data import DataWords
from participation.surveys.definition import Survey
from participation.web import words
from participation.web.language import KNOWN, speaking

Cell = str | int | None
"""A label, a number, or None for a number that we keep to ourselves."""


@dataclass(frozen=True)
class Grid:
    """One table as a page shows it: an answer in each row, a group of children in each column."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def hides(self) -> bool:
        return any(cell is None for row in self.rows for cell in row)


@dataclass(frozen=True)
class Figure:
    """One question, or one option of it: what the chart is called, and the same numbers as tables."""

    question: str
    option: str | None
    title: str
    description: str
    grids: tuple[Grid, ...]
    """The first is about all who answered; then one for each background the answers are split by."""

    @property
    def hides(self) -> bool:
        return any(grid.hides for grid in self.grids)


def draw(survey: Survey) -> Callable[[ProtectedTable, str], str]:
    """What draws the charts of a consultation on this survey, in the language asked for."""
    return lambda table, language: charts.bars(table, wording(table, survey, language))


def wording(table: ProtectedTable, survey: Survey, language: str) -> ChartWords:
    """Everything a chart or a file of numbers says, in one language."""
    with speaking(language):
        categories = _categories(table, survey, language)
        return ChartWords(
            title=_title(table, survey, language),
            description=_description(table, categories),
            language=language,
            categories=categories,
            groups={group: _group(group, survey, language) for group in table.groups},
            hidden=gettext("too few to show"),
            direction=KNOWN[language].dir,
        )


def rows(table: ProtectedTable, survey: Survey, language: str) -> Figure:
    """The table as a page shows it."""
    said = wording(table, survey, language)
    option = None if table.option is None else _asked(table, survey, language)[table.option]
    with speaking(language):
        grids = [_grid(table, said, _caption(option), (WHOLE,))]
        for by in table.breakdowns:
            background = survey.wording(language, "standard", by)["text"]
            groups = (WHOLE, *table.groups_by(by))
            grids.append(_grid(table, said, _caption(option, background), groups))
    question = _asked(table, survey, language)["text"]
    return Figure(question, option, said.title, said.description, tuple(grids))


def data_words(tables: Sequence[ProtectedTable], survey: Survey, language: str, title: str) -> DataWords:
    """The words for a file of numbers."""
    said = {table.name: wording(table, survey, language) for table in tables}
    with speaking(language):
        return DataWords(title, why_hidden(tables), language, said)


def why_hidden(tables: Sequence[ProtectedTable]) -> str:
    """A sentence on the numbers that are kept back, for those who wonder."""
    if not tables:
        return str(gettext("So few answered that no number can be shown without telling who said what."))
    threshold = max(table.threshold for table in tables)
    sentence = gettext(
        "Numbers below %(threshold)d are not shown, nor are the numbers that would give them away. "
        "So nobody can find out what one child answered.",
        threshold=threshold,
    )
    return str(sentence)


def _grid(table: ProtectedTable, said: ChartWords, caption: str, groups: tuple[Group, ...]) -> Grid:
    answers: list[tuple[Cell, ...]] = [
        (said.categories[category], *(table.shown(group, category) for group in groups))
        for category in table.categories
    ]
    together = (gettext("Together"), *(table.total(group) for group in groups))
    header = (gettext("Answer"), *(said.groups[group] for group in groups))
    return Grid(caption, header, (*answers, together))


def _caption(option: str | None, background: str | None = None) -> str:
    if option is None and background is None:
        return str(gettext("How many gave each answer"))
    if option is None:
        return str(gettext("Counted by: %(background)s", background=background))
    if background is None:
        return str(gettext("How many chose: %(option)s", option=option))
    caption = gettext("%(option)s – counted by: %(background)s", option=option, background=background)
    return str(caption)


def _asked(table: ProtectedTable, survey: Survey, language: str) -> Mapping[str, str]:
    return survey.wording(language, "standard", table.question)


def _title(table: ProtectedTable, survey: Survey, language: str) -> str:
    asked = _asked(table, survey, language)
    if table.option is None:
        return asked["text"]
    return str(
        gettext("%(question)s Chosen: %(option)s.", question=asked["text"], option=asked[table.option])
    )


def _description(table: ProtectedTable, categories: Mapping[str, str]) -> str:
    """The chart in words, for those who do not see it."""
    hidden = gettext("too few to show")
    shown = ((category, table.shown(WHOLE, category)) for category in table.categories)
    listed = (f"{categories[category]}: {hidden if n is None else n}" for category, n in shown)
    return str(gettext("How many gave each answer. %(numbers)s.", numbers="; ".join(listed)))


def _categories(table: ProtectedTable, survey: Survey, language: str) -> dict[str, str]:
    asked = _asked(table, survey, language)
    ours = {**{status.value: text for status, text in words.STATUSES.items()}, **words.CHOSEN}
    own = survey.page(table.question).question.categories
    return {
        category: asked[category] if table.option is None and category in own else str(ours[category])
        for category in table.categories
    }


def _group(group: Group, survey: Survey, language: str) -> str:
    if group.by is None:
        return str(gettext("All who answered"))
    if group.value is None:
        return str(gettext("Did not tell"))
    return survey.wording(language, "standard", group.by)[group.value]
