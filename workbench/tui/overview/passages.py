"""A source's passages, and what one of them is coded with."""

from collections.abc import Iterable, Sequence

from rich.text import Text
from textual.content import Content
from textual.coordinate import Coordinate

from workbench.codebook import roles
from workbench.i18n import _, language
from workbench.store import (
    Municipality,
    Quote,
    SaidPassage,
    Source,
    Store,
    municipalities,
    passages,
    quotes,
    source,
    suggestions,
    undecided,
)
from workbench.terminal import safe
from workbench.tui.desk import Desk
from workbench.tui.overview.counted import Counted
from workbench.tui.overview.level import Level, Way, bold, lines, muted, to_quotes, to_source
from workbench.tui.widgets.table import MUTED, Cells, Heading, cell


class Passages(Level):
    """What respondents say in a source, and what it is coded with."""

    def __init__(self, store: Store, desk: Desk, id: str) -> None:
        """Raises LookupError where the source is gone."""
        self._source = source(store, id)
        self.source = id
        self.municipality = _municipality(store, self._source)
        self._said = passages(store, self._source.revision)
        self._open = set(undecided(store, self._source.revision))
        self._coded: dict[int, list[Quote]] = {}
        for one in quotes(store, source=id):
            self._coded.setdefault(one.passage, []).append(one)
        self._suggested = suggestions(store, self._source.revision)
        self._names = {code: one.names for code, one in desk.by_code.items()}

    def name(self) -> str:
        return self._source.name

    def headings(self) -> Sequence[Heading]:
        return [
            Heading(_("No."), right=True), Heading(""), Heading(_("Speaker"), share=0.16),
            Heading(_("Said"), grows=True), Heading(_("Codes"), share=0.28),
        ]  # fmt: skip

    def rows(self) -> Iterable[Cells]:
        for one in self._said:
            yield (
                cell(one.number, right=True),
                cell("·" if one.number in self._open else "✓"),
                cell(one.speaker),
                cell(" ".join(one.text.split())),
                self._codes(one.number),
            )

    def about(self, at: Coordinate) -> Content:
        one = self._said[at.row]
        role = roles().label(one.role, language()) if one.role in roles() else ""
        suggested = [f"{self._name(each.suggestion.code)} ?" for each in self._suggested.get(one.number, ())]
        return lines(
            bold(f"{one.speaker} · {role}" if role else one.speaker),
            safe(" ".join(one.text.split())),
            muted(", ".join(suggested)),
        )

    def down(self, desk: Desk, at: Coordinate) -> "Level | Way":
        one = self._said[at.row]
        coded = self._coded.get(one.number)
        return Codings(desk, self._source, self.municipality, one, coded) if coded else self.transcript(at)

    def transcript(self, at: Coordinate) -> Way:
        return to_source(self._source.id, place=self._said[at.row].place.start)

    def quotes(self, at: Coordinate) -> Way:
        return to_quotes(municipality=self._source.municipality)

    def anew(self, store: Store, desk: Desk, counted: Counted) -> "Passages":
        return Passages(store, desk, self._source.id)

    def _codes(self, number: int) -> Text:
        coded = list(dict.fromkeys(self._name(one.code) for one in self._coded.get(number, ())))
        if coded:
            return cell(", ".join(coded))
        waiting = [self._name(one.suggestion.code) for one in self._suggested.get(number, ())]
        return cell(f"{waiting[0]} ?", MUTED) if waiting and number in self._open else cell("")

    def _name(self, code: str) -> str:
        names = self._names.get(code, {})
        return names.get(language()) or next(iter(names.values()), code)


class Codings(Level):
    """What a passage is coded with, by whomever."""

    def __init__(
        self, desk: Desk, of: Source, within: Municipality | None, passage: SaidPassage, rows: Sequence[Quote]
    ) -> None:
        self._source, self._passage = of, passage
        self.source = of.id
        self.municipality = within
        self._rows = rows
        self._desk = desk

    def name(self) -> str:
        return _("passage {number}").format(number=self._passage.number)

    def headings(self) -> Sequence[Heading]:
        return [
            Heading(_("Code"), share=0.3),
            Heading(_("Valence")),
            Heading(_("Coder")),
            Heading(_("Said"), grows=True),
        ]

    def rows(self) -> Iterable[Cells]:
        for one in self._rows:
            doubt = " ?" if one.doubt else ""
            yield (
                cell(self._desk.name(one.code)),
                cell(f"{one.valence.label}{doubt}"),
                cell(one.layer),
                cell(" ".join(one.text.split())),
            )

    def about(self, at: Coordinate) -> Content:
        one = self._rows[at.row]
        return lines(
            bold(self._desk.name(one.code)),
            safe(" ".join(self._desk.definition(one.code).split())),
            safe("“" + " ".join(one.text.split()) + "”"),
        )

    def down(self, desk: Desk, at: Coordinate) -> Way:
        return self.quotes(at)

    def transcript(self, at: Coordinate) -> Way:
        return to_source(self._source.id, place=self._rows[at.row].place.start)

    def quotes(self, at: Coordinate) -> Way:
        return to_quotes(code=self._rows[at.row].code, municipality=self._source.municipality)

    def anew(self, store: Store, desk: Desk, counted: Counted) -> "Codings":
        of, number = source(store, self._source.id), self._passage.number
        rows = [one for one in quotes(store, source=of.id) if one.passage == number]
        if not rows:
            raise LookupError(number)
        return Codings(desk, of, _municipality(store, of), self._passage, rows)


def _municipality(store: Store, of: Source) -> Municipality | None:
    return next((one for one in municipalities(store) if one.id == of.municipality), None)
