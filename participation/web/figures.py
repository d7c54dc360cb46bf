"""Figures: protected tables in the words of the survey they come from, in any language it is offered in."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from flask_babel import gettext

from participation.disclosure.groups import WHOLE, Group
from participation.disclosure.published import Exact, Hidden, ProtectedTable, Shown
from participation.export import charts
from participation.export.charts import ChartWords
from participation.export.open_data import DataWords
from participation.surveys.definition import Survey
from participation.web import words
from participation.web.language import known, listed, speaking

Cell = str | int | None
"""A label, a number, words for what is told of it, or None for a number that we keep to ourselves."""


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
    ledger: str
    """The hash of the ledger entry the numbers stand in; empty for what was told before there was one."""
    sums: tuple[str, ...]
    """What numbers that are kept back come to together, in sentences."""
    grids: tuple[Grid, ...]
    """The first is about all who answered; then one for each background the answers are split by."""
    is_hard: bool = False
    """Whether many did not understand the question."""

    @property
    def hides(self) -> bool:
        return any(grid.hides for grid in self.grids)


def draw(survey: Survey) -> Callable[[ProtectedTable, str], str]:
    """What draws the charts of a consultation on this survey, in the language asked for."""
    return lambda table, language: charts.bars(table, wording(table, survey, language))


def wording(table: ProtectedTable, survey: Survey, language: str) -> ChartWords:
    """Everything a chart or a file of numbers says, in one language."""
    with speaking(language):
        said = ChartWords(
            title=title_of(survey, table.question, table.option, language),
            description="",
            language=language,
            categories=category_names(survey, table.question, table.option, table.categories, language),
            groups={group: group_name(survey, group, language) for group in table.groups},
            hidden=gettext("not shown"),
            band=gettext("fewer than {below}"),
            interval=gettext("{lowest}–{highest}"),
            direction=known(language).dir,
        )
        return replace(said, description=_description(table, said))


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
    return Figure(
        question,
        option,
        said.title,
        said.description,
        table.ledger,
        tuple(_sums(table, said)),
        tuple(grids),
        table.is_hard,
    )


def title_of(survey: Survey, question: str, option: str | None, language: str) -> str:
    """What a table is about: the question, and the option if it is about one."""
    asked = survey.wording(language, "standard", question)
    if option is None:
        return asked["text"]
    return str(gettext("%(question)s Chosen: %(option)s.", question=asked["text"], option=asked[option]))


def category_names(
    survey: Survey, question: str, option: str | None, categories: Sequence[str], language: str
) -> dict[str, str]:
    """Each answer in words; the survey's own words where it has them."""
    asked = survey.wording(language, "standard", question)
    ours = {**{status.value: text for status, text in words.STATUSES.items()}, **words.CHOSEN}
    own = survey.page(question).question
    return {
        category: own.label(category, asked)
        if option is None and category in own.categories
        else str(ours[category])
        for category in categories
    }


def group_name(survey: Survey, group: Group, language: str) -> str:
    """The children a number is about, in words."""
    if group.by is None:
        return str(gettext("All who answered"))
    if group.is_untold:
        return str(gettext("Did not tell"))
    said = survey.wording(language, "standard", group.by)
    asked = survey.page(group.by).question
    return listed([asked.label(value, said) for value in group.values])


def data_words(tables: Sequence[ProtectedTable], survey: Survey, language: str, title: str) -> DataWords:
    """The words for a file of numbers."""
    said = {table.name: wording(table, survey, language) for table in tables}
    with speaking(language):
        return DataWords(title, why_hidden(tables), language, said)


def why_hidden(tables: Sequence[ProtectedTable]) -> str:
    """A sentence on the numbers that are kept back, for those who wonder."""
    if not tables:
        return str(gettext("So few answered that no number can be shown without telling who said what."))
    sentence = gettext(
        "Some numbers are not shown, so that nobody can find out what one child answered. "
        "Every number is about at least %(least)d children. Most is told about all who answered together.",
        least=max(table.least for table in tables),
    )
    return str(sentence)


def _grid(table: ProtectedTable, said: ChartWords, caption: str, groups: tuple[Group, ...]) -> Grid:
    answers: list[tuple[Cell, ...]] = [
        (said.categories[category], *(_cell(table.shown(group, category), said) for group in groups))
        for category in table.categories
    ]
    together = (gettext("Together"), *(table.total(group) for group in groups))
    header = (gettext("Answer"), *(said.groups[group] for group in groups))
    return Grid(caption, header, (*answers, together))


def _sums(table: ProtectedTable, said: ChartWords) -> Iterator[str]:
    """One sentence for each: neighbouring answers of one group, or neighbouring groups with one answer."""
    for one in table.sums:
        number = charts.number(one.shown, said)
        groups = list(dict.fromkeys(group for group, _ in one.cells))
        answers = listed([said.categories[name] for name in dict.fromkeys(name for _, name in one.cells)])
        if groups == [WHOLE]:
            yield str(gettext("%(answers)s, together: %(number)s", answers=answers, number=number))
        else:
            names = listed([said.groups[group] for group in groups])
            yield str(
                gettext(
                    "%(groups)s – %(answers)s, together: %(number)s",
                    groups=names,
                    answers=answers,
                    number=number,
                )
            )


def _cell(shown: Shown, said: ChartWords) -> Cell:
    match shown:
        case Exact(n):
            return n
        case Hidden():
            return None
        case _:
            return charts.number(shown, said)


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


def _description(table: ProtectedTable, said: ChartWords) -> str:
    """The chart in words, for those who do not see it."""
    shown = ((category, table.shown(WHOLE, category)) for category in table.categories)
    listed = (f"{said.categories[category]}: {charts.number(n, said)}" for category, n in shown)
    return str(gettext("How many gave each answer. %(numbers)s.", numbers="; ".join(listed)))
