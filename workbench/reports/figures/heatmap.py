"""A table whose cells are the darker the more they hold, with a number in every cell."""

from itertools import chain

from workbench.reports.figures.columns import Columns, fit_level
from workbench.reports.figures.lettering import widest, width, wrapped
from workbench.reports.figures.marks import LEADING, WIDTH, Area, Drawing, Mark, Stroke, hatched, lines_of
from workbench.reports.figures.palette import GROUND, INK, LINE, PAPER, readable_on, tint
from workbench.reports.figures.values import Heatmap, HeatmapCell

_CELL = 22.0
"""The lowest a row gets."""
_WIDEST = 92.0
"""The widest a column gets."""
_LABELS = tuple(part * WIDTH for part in (0.38, 0.32, 0.26, 0.22))
"""The widest labels of rows get; narrower where the names of columns then have room to stand level."""
_GAP = 8.0


def drawn(heatmap: Heatmap) -> Drawing:
    labels, left, each = _divided(heatmap)
    names = Columns(heatmap.columns, each)
    top = names.height + 6
    marks: list[Mark] = [*names.marks(left, 2, INK, on_floor=True)]
    right = left + each * len(heatmap.columns)
    for label, cells in zip(labels, heatmap.cells, strict=True):
        height = max(_CELL, len(label) * LEADING + 6)
        marks += lines_of(label, 0, top + height / 2, INK)
        for number, cell in enumerate(cells):
            marks += _cell(cell, left + number * each, top, each, height)
        top += height
        marks.append(Stroke((((left, top), (right, top)),), LINE, 0.4))
    return Drawing(top + 3, tuple(marks))


def _divided(heatmap: Heatmap) -> tuple[list[tuple[str, ...]], float, float]:
    """The lines of the rows' labels, where the cells begin, and how wide each column is."""
    for room in (*_LABELS, _LABELS[1]):
        labels = [wrapped(row, room) for row in heatmap.rows]
        left = widest(chain(*labels)) + _GAP
        each = min(_WIDEST, (WIDTH - left) / max(1, len(heatmap.columns)))
        if fit_level(heatmap.columns, each):
            break
    return labels, left, each


def _cell(cell: HeatmapCell, left: float, top: float, each: float, height: float) -> tuple[Mark, ...]:
    inside = (left + 0.75, top + 0.75, each - 1.5, height - 1.5)
    middle, centre = top + height / 2, left + each / 2
    if cell.hidden:
        wide = width(cell.text) + 6
        patch = Area(centre - wide / 2, middle - 5.5, wide, 11, PAPER)
        return *hatched(*inside, GROUND, LINE), patch, *lines_of((cell.text,), centre, middle, INK, "center")
    fill = tint(cell.shade)
    ground = (Area(*inside, fill),) if fill != PAPER else ()
    return *ground, *lines_of((cell.text,), centre, middle, readable_on(fill), "center")
