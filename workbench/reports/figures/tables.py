"""A figure's numbers as a table of words, for formats without pictures and for those who cannot see them."""

from workbench.reports.figures.values import Bars, Figure, Heatmap, JourneyLine

Row = tuple[str, ...]


def table(figure: Figure) -> tuple[Row, tuple[Row, ...]]:
    """Titles of the columns, and the rows; the first column names its rows, and its title may be empty."""
    match figure:
        case Bars():
            numbers = (
                (row.label, _number(row.barriers, figure.hidden), _number(row.enablers, figure.hidden))
                for row in figure.rows
            )
            return ("", figure.barriers, figure.enablers), tuple(numbers)
        case Heatmap():
            rows = zip(figure.rows, figure.cells, strict=True)
            return ("", *figure.columns), tuple((label, *(cell.text for cell in cells)) for label, cells in rows)
        case JourneyLine():
            head = (figure.stage, figure.feeling, figure.told)
            return head, tuple(
                (stage.label, signed(stage.feeling, figure.hidden), stage.told) for stage in figure.stages
            )


def _number(number: int | None, hidden: str) -> str:
    return hidden if number is None else str(number)


def signed(feeling: float | None, hidden: str) -> str:
    """A feeling with its sign: `−1`, `+½`, `0`; a median of whole steps has halves, and halves need no decimal mark."""
    if feeling is None:
        return hidden
    if not feeling:
        return "0"
    whole, half = divmod(round(abs(feeling) * 2), 2)
    return ("−" if feeling < 0 else "+") + (str(whole) if whole else "") + ("½" if half else "")
