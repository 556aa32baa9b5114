"""The top: municipalities by focus areas, thin places first; and the codes of one focus area in one municipality."""

from collections.abc import Iterable, Sequence

from rich.text import Text
from textual.coordinate import Coordinate

from workbench.coverage import Cell, Column, Coverage, MunicipalityRow, State, coverage
from workbench.i18n import _, language, ngettext
from workbench.store import Municipality
from workbench.terminal import safe
from workbench.tui.desk import Desk
from workbench.tui.overview.level import Level, Way, lines, to_quotes
from workbench.tui.overview.sources import Sources
from workbench.tui.widgets.table import Cells, Heading, cell
from workbench.workflow.thin import SIGNS, heard, lack_said, legend, sign, thinnest_first, why

LOOKS = {State.NONE: "dim", State.THIN: "bold", State.OK: ""}


class Municipalities(Level):
    """Every municipality: how far it is, and how much was said about each focus area."""

    cursor = "cell"
    fixed = 1
    _BEFORE = 3
    """Columns before the focus areas."""

    def __init__(self, found: Coverage, *, thin_first: bool) -> None:
        self.found = found
        self.thin_first = thin_first
        self._rows = thinnest_first(found.rows) if thin_first else list(found.rows)

    def name(self) -> str:
        return _("Overview")

    def headings(self) -> Sequence[Heading]:
        return [
            Heading(_("Municipality")),
            Heading(_("Sources"), right=True),
            Heading(_("Done"), right=True),
            *(Heading(column.name(language()), grows=True) for column in self.found.columns),
        ]

    def rows(self) -> Iterable[Cells]:
        for row in self._rows:
            yield (
                cell(row.municipality.name),
                cell(row.sources, right=True),
                cell(f"{row.dealt_with}/{row.passages}", right=True),
                *(cell(sign(one), LOOKS[one.state]) for one in row.cells),
            )

    def about(self, at: Coordinate) -> Text:
        row = self._rows[at.row]
        told = [Text(safe(row.municipality.name), "bold"), Text(_progress(row))]
        for index, (one, column) in enumerate(zip(row.cells, self.found.columns, strict=True)):
            here = index == at.column - self._BEFORE
            line = Text("▸ " if here else "  ")
            line.append(f"{SIGNS[one.state]} ")
            line.append(f"{safe(column.name(language()))}: ", "bold" if here else LOOKS[one.state])
            line.append(why(one))
            told.append(line)
        return lines(*told, Text(legend(), "dim"), Text(_("Numbers are statements, never shares."), "dim"))

    def chosen(self, at: Coordinate) -> Municipality | None:
        return self._rows[at.row].municipality if self._rows else None

    def down(self, desk: Desk, at: Coordinate) -> Level:
        row = self._rows[at.row]
        if at.column < self._BEFORE:
            return Sources(desk, row.municipality)
        return Codes(desk, row.municipality, self.found.columns[at.column - self._BEFORE])

    def quotes(self, at: Coordinate) -> Way:
        code = self.found.columns[at.column - self._BEFORE].code if at.column >= self._BEFORE else ""
        return to_quotes(code=code, municipality=self._rows[at.row].municipality.id)

    def sorted(self, *, thin_first: bool) -> "Municipalities":
        """The same in the other order."""
        return Municipalities(self.found, thin_first=thin_first)

    def row_of(self, municipality: str) -> int:
        """The row of the municipality with this id, else the first."""
        return next((row for row, one in enumerate(self._rows) if one.municipality.id == municipality), 0)


class Codes(Level):
    """The codes of one focus area in one municipality, the thin ones first."""

    def __init__(self, desk: Desk, municipality: Municipality, area: Column) -> None:
        self.municipality = municipality
        self._area = area
        self._definitions = {one.code: desk.definition(one.code) for one in desk.codes}
        within = {one.code for one in desk.codes if one.area == area.code}
        found = coverage(desk.store, by="code", municipality=municipality.id)
        if not found.rows:
            raise LookupError(municipality.id)
        order = {State.NONE: 0, State.THIN: 1, State.OK: 2}
        both = [
            (one, column)
            for one, column in zip(found.rows[0].cells, found.columns, strict=True)
            if column.code in within
        ]
        self._rows: list[tuple[Cell, Column]] = sorted(both, key=lambda pair: order[pair[0].state])

    def name(self) -> str:
        assert self.municipality is not None
        return f"{self.municipality.name} › {self._area.name(language())}"

    def headings(self) -> Sequence[Heading]:
        return [
            Heading(_("Code"), share=0.4), Heading(_("Said")), Heading(_("Sources"), right=True),
            Heading(_("Who"), share=0.35, spare=True),
            Heading(_("What is missing"), grows=True),
        ]  # fmt: skip

    def rows(self) -> Iterable[Cells]:
        for one, column in self._rows:
            look = LOOKS[one.state]
            yield (
                cell(column.name(language()), look),
                cell(sign(one), look),
                cell(one.sources or "", look, right=True),
                cell(heard(one), look),
                cell(", ".join(map(lack_said, one.lacks)) if one.statements else _("nothing said"), look),
            )

    def about(self, at: Coordinate) -> Text:
        one, column = self._rows[at.row]
        return lines(
            Text(safe(column.name(language())), "bold"),
            safe(" ".join(self._definitions.get(column.code, "").split())),
            f"{SIGNS[one.state]} {why(one)}",
            Text(legend(), "dim"),
        )

    def down(self, desk: Desk, at: Coordinate) -> Way:
        return self.quotes(at)

    def quotes(self, at: Coordinate) -> Way:
        assert self.municipality is not None
        return to_quotes(code=self._rows[at.row][1].code, municipality=self.municipality.id)

    def anew(self, desk: Desk) -> "Codes":
        assert self.municipality is not None
        return Codes(desk, self.municipality, self._area)


def _progress(row: MunicipalityRow) -> str:
    sources = ngettext("{n} source", "{n} sources", row.sources).format(n=row.sources)
    done = _("{done} of {passages} passages dealt with").format(done=row.dealt_with, passages=row.passages)
    return f"{sources} · {done}"
