"""Gaps: tables of groups in which every number is hidden, so that a sentence says it better."""

from participation.web.figures import Figure, Grid

ALL_TOGETHER = 2
"""The columns for the answer itself and for all who answered; the groups come after."""


def told(figure: Figure) -> list[Grid]:
    """The tables with something to show: the first always, as it is about all who answered."""
    return [grid for grid in figure.grids if grid is figure.grids[0] or not _is_gap(grid)]


def gaps(figure: Figure) -> list[Grid]:
    """The tables by group that would show nothing but hidden numbers."""
    return [grid for grid in figure.grids[1:] if _is_gap(grid)]


def _is_gap(grid: Grid) -> bool:
    *answers, _sizes = grid.rows
    return all(n is None for row in answers for n in row[ALL_TOGETHER:])
