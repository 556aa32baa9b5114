"""A municipality's sources."""

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.coordinate import Coordinate

from workbench.i18n import _
from workbench.model import Transcription
from workbench.store import Municipality, Source, Standing, Store
from workbench.terminal import safe
from workbench.tui.desk import Desk
from workbench.tui.overview.counted import Counted
from workbench.tui.overview.level import Level, Long, Way, bold, lines, to_quotes, to_review, to_source
from workbench.tui.overview.passages import Passages
from workbench.tui.widgets.table import MUTED, Cells, Heading, cell

MANY = 1000
"""Passages that are read at a key's pace."""


class Sources(Level):
    """The sources of a municipality, those with most left first."""

    def __init__(self, counted: Counted, municipality: Municipality) -> None:
        self.municipality = municipality
        self._rows = counted.sources.get(municipality.id, ())

    def name(self) -> str:
        assert self.municipality is not None
        return self.municipality.name

    def headings(self) -> Sequence[Heading]:
        return [
            Heading(_("Source"), grows=True), Heading(_("Kind")), Heading(_("Month"), spare=True),
            Heading(_("Coder"), spare=True), Heading(_("Done"), right=True), Heading(_("Codings"), right=True),
            Heading(_("Suggestions")),
        ]  # fmt: skip

    def rows(self) -> Iterable[Cells]:
        for one, standing in self._rows:
            look = "" if standing.dealt_with < standing.passages else MUTED
            yield (
                cell(one.name, look),
                cell(one.kind.label, look),
                cell(one.month, look),
                cell(one.lead_coder, look),
                cell(f"{standing.dealt_with}/{standing.passages}", look, right=True),
                cell(standing.codings, look, right=True),
                cell(_suggested(one, standing), look),
            )

    def about(self, at: Coordinate) -> Content:
        one, standing = self._rows[at.row]
        phase = _("phase {phase}").format(phase=one.phase) if one.phase else ""
        mine = _("You have dealt with {done} of {passages} passages.")
        forbidden = [
            said
            for scope, said in (("quote", _("may not be quoted")), ("share", _("may not be shared")))
            if scope not in one.consent
        ]
        if one.transcription is Transcription.MINUTES:
            forbidden.append(_("minutes: nobody's own words"))
        return lines(
            bold(one.title or one.name),
            safe(" · ".join(part for part in (one.kind.label, one.month, one.centre, phase) if part)),
            mine.format(done=standing.own, passages=standing.passages),
            ", ".join(forbidden),
        )

    def down(self, desk: Desk, at: Coordinate) -> Level | Long:
        one = self._rows[at.row][0]
        long = Long(lambda store: Passages(store, desk, one.id))
        return long if one.passages > MANY else long.read(desk.store)

    def transcript(self, at: Coordinate) -> Way:
        return to_source(self._rows[at.row][0].id)

    def review(self, at: Coordinate) -> Way:
        return to_review(source=self._rows[at.row][0].id)

    def quotes(self, at: Coordinate) -> Way:
        assert self.municipality is not None
        return to_quotes(municipality=self.municipality.id)

    def anew(self, store: Store, desk: Desk, counted: Counted) -> "Sources":
        assert self.municipality is not None
        return Sources(counted, self.municipality)


def _suggested(one: Source, standing: Standing) -> str:
    if standing.suggested:
        return _("made")
    return _("none yet") if "suggest" in one.consent else _("no consent")
