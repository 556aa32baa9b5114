"""The top: municipalities by focus areas, thin places first; and the codes of one focus area in one municipality."""

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.coordinate import Coordinate

from workbench.coverage import Cell, Column, MunicipalityRow, State
from workbench.i18n import _, language, ngettext
from workbench.store import Municipality, Store
from workbench.terminal import safe
from workbench.tui.desk import Desk
from workbench.tui.overview.counted import Counted
from workbench.tui.overview.level import Level, Way, bold, lines, to_quotes
from workbench.tui.overview.sources import Sources
from workbench.tui.widgets.table import MUTED, Cells, Heading, cell
from workbench.workflow.thin import SIGNS, heard, lack_said, legend, sign, thinnest_first, why

LOOKS = {State.NONE: MUTED, State.THIN: "bold", State.OK: ""}


class Municipalities(Level):
    """Every municipality: how far it is, and how much was said about each focus area."""

    cursor = "cell"
    fixed = 1
    _BEFORE = 3
    """Columns before the focus areas."""

    def __init__(self, counted: Counted, *, thin_first: bool) -> None:
        self._counted = counted
        self._columns = counted.by_area.columns
        self.thin_first = thin_first
        rows = counted.by_area.rows
        self._rows = thinnest_first(rows) if thin_first else list(rows)

    def name(self) -> str:
        return _("Overview")

    def headings(self) -> Sequence[Heading]:
        return [
            Heading(_("Municipality"), share=0.3),
            Heading(_("Sources"), right=True),
            Heading(_("Done"), right=True),
            *(Heading(column.name(language()), grows=True) for column in self._columns),
        ]

    def rows(self) -> Iterable[Cells]:
        for row in self._rows:
            yield (
                cell(row.municipality.name),
                cell(row.sources, right=True),
                cell(f"{row.dealt_with}/{row.passages}", right=True),
                *(cell(sign(one), _look(one)) for one in row.cells),
            )

    def about(self, at: Coordinate) -> Content:
        row = self._rows[at.row]
        told = [
            Content.assemble(
                "▸ " if index == at.column - self._BEFORE else "  ",
                f"{SIGNS[one.state]} ",
                bold(f"{column.name(language())}: "),
                why(one),
            )
            for index, (one, column) in enumerate(zip(row.cells, self._columns, strict=True))
        ]
        return lines(Content.assemble(bold(row.municipality.name), f" · {_progress(row)}"), *told)

    def legend(self) -> str:
        thin = [one for row in self._rows for one in row.cells if one.state is not State.OK]
        if not thin:
            return _legend()
        asked = sum(one.prioritised for one in thin)
        told = ngettext(
            "{n} place is thin or empty, {asked} asked for beforehand.",
            "{n} places are thin or empty, {asked} of them asked for beforehand.",
            len(thin),
        ).format(n=len(thin), asked=asked)
        return f"{told}\n{_legend()}"

    def chosen(self, at: Coordinate) -> Municipality | None:
        return self._rows[at.row].municipality if self._rows else None

    def down(self, desk: Desk, at: Coordinate) -> Level:
        row = self._rows[at.row]
        if at.column < self._BEFORE:
            return Sources(self._counted, row.municipality)
        return Codes(self._counted, desk, row.municipality, self._columns[at.column - self._BEFORE])

    def quotes(self, at: Coordinate) -> Way:
        code = self._columns[at.column - self._BEFORE].code if at.column >= self._BEFORE else ""
        return to_quotes(code=code, municipality=self._rows[at.row].municipality.id)

    def sorted(self, *, thin_first: bool) -> "Municipalities":
        """The same in the other order."""
        return Municipalities(self._counted, thin_first=thin_first)

    def anew(self, store: Store, desk: Desk, counted: Counted) -> "Municipalities":
        return Municipalities(counted, thin_first=self.thin_first)

    def row_of(self, municipality: str) -> int:
        """The row of the municipality with this id, else the first."""
        return next((row for row, one in enumerate(self._rows) if one.municipality.id == municipality), 0)


class Codes(Level):
    """The codes of one focus area in one municipality, the thin ones first."""

    def __init__(self, counted: Counted, desk: Desk, municipality: Municipality, area: Column) -> None:
        """Raises LookupError where the municipality is gone."""
        self.municipality = municipality
        self._area = area
        self._definitions = {one.code: desk.definition(one.code) for one in desk.codes}
        within = {one.code for one in desk.codes if one.area == area.code}
        found = counted.by_code
        order = {State.NONE: 0, State.THIN: 1, State.OK: 2}
        both = [
            (one, column)
            for one, column in zip(found.row(municipality.id).cells, found.columns, strict=True)
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
            look = _look(one)
            yield (
                cell(column.name(language()), look),
                cell(sign(one), look),
                cell(one.sources or "", look, right=True),
                cell(heard(one), look),
                cell(", ".join(map(lack_said, one.lacks)) if one.statements else _("nothing said"), look),
            )

    def about(self, at: Coordinate) -> Content:
        one, column = self._rows[at.row]
        return lines(
            bold(column.name(language())),
            safe(" ".join(self._definitions.get(column.code, "").split())),
            f"{SIGNS[one.state]} {why(one)}",
        )

    def legend(self) -> str:
        return _legend()

    def down(self, desk: Desk, at: Coordinate) -> Way:
        return self.quotes(at)

    def quotes(self, at: Coordinate) -> Way:
        assert self.municipality is not None
        return to_quotes(code=self._rows[at.row][1].code, municipality=self.municipality.id)

    def anew(self, store: Store, desk: Desk, counted: Counted) -> "Codes":
        assert self.municipality is not None
        return Codes(counted, desk, self.municipality, self._area)


def _look(one: Cell) -> str:
    return "bold" if one.prioritised and one.state is State.NONE else LOOKS[one.state]


def _legend() -> str:
    return "{} {}".format(_("Numbers are statements, never shares."), legend())


def _progress(row: MunicipalityRow) -> str:
    sources = ngettext("{n} source", "{n} sources", row.sources).format(n=row.sources)
    done = _("{done} of {passages} passages dealt with").format(done=row.dealt_with, passages=row.passages)
    return f"{sources} · {done}"
