"""A source's metadata and consent, and what taking consent away means."""

from typing import Any

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Checkbox, Input, Select, Static

from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.model import CONSENT_SCOPES, SourceKind, Transcription
from workbench.store import Source, Store, municipalities
from workbench.terminal import safe
from workbench.tui.sources.fields import Choice, Line, Tick, consent_line, line
from workbench.tui.sources.form import Form
from workbench.workflow.edit import edit_source, quotes_lost, quotes_lost_said

WRITTEN = ("title", "month", "phase", "centre", "lead_coder", "legal_basis", "erase_by")
"""Columns that one types."""
CHOSEN = ("municipality", "kind", "transcription")


class SourceForm(Form[str | None]):
    """Corrects one source, in one change; answers with the sentence about it."""

    DEFAULT_CSS = """
    SourceForm > Vertical { max-width: 84; }
    SourceForm VerticalScroll { height: auto; max-height: 14; }
    SourceForm #lost { color: $accent; height: auto; display: none; margin-top: 1; }
    """

    def __init__(self, source: Source) -> None:
        super().__init__()
        self._source = source

    def heading(self) -> str:
        return f"{self._source.name} · {self._source.municipality_name}"

    def fields(self) -> ComposeResult:
        one = self._source
        known = [(each.name, each.id) for each in municipalities(self.workbench.desk.store)]
        kinds = [(each.label, each.value) for each in SourceKind]
        spoken = [(_("the speakers' own words"), "verbatim"), (_("minutes: never quoted as speech"), "minutes")]
        with VerticalScroll(can_focus=False):
            yield line(_("Title"), Line(one.title, id="title"))
            yield line(_("Municipality"), Choice(known, one.municipality, id="municipality"))
            yield line(_("Kind"), Choice(kinds, one.kind.value, id="kind"))
            yield line(_("Words"), Choice(spoken, one.transcription.value, id="transcription"))
            yield line(_("Month"), Line(one.month, id="month", placeholder="2026-03", max_length=7))
            yield line(_("Phase"), Line(one.phase, id="phase"))
            yield line(_("Centre"), Line(one.centre, id="centre"))
            yield line(_("Lead coder"), Line(one.lead_coder, id="lead_coder"))
            yield line(_("Legal basis"), Line(one.legal_basis, id="legal_basis"))
            yield line(_("Erase by"), Line(one.erase_by, id="erase_by", placeholder="2027-01-31", max_length=10))
            yield consent_line(one.consent)
        yield Static(id="lost", markup=False)

    def on_select_changed(self, event: Select.Changed) -> None:
        if event.select.id == "kind" and event.value == SourceKind.MINUTES:
            self.query_one("#transcription", Choice).choose(Transcription.MINUTES.value)
        self._weigh()

    def on_checkbox_changed(self, event: Checkbox.Changed) -> None:
        self._weigh()

    def changes(self) -> dict[str, Any]:
        """What the form says other than the project."""
        said: dict[str, Any] = {name: self.query_one(f"#{name}", Input).value.strip() for name in WRITTEN}
        said |= {name: self.query_one(f"#{name}", Choice).chosen for name in CHOSEN}
        said["consent"] = frozenset(scope for scope in CONSENT_SCOPES if self.query_one(f"#{scope}", Tick).value)
        return {name: value for name, value in said.items() if value != getattr(self._source, name)}

    def unsaved(self) -> bool:
        return bool(self.changes())

    def _weigh(self) -> None:
        """Say what follows from what is said now, before it is stored."""
        lost = quotes_lost(self.workbench.desk.store, self._source, self.changes())
        said = [quotes_lost_said(lost)] if lost else []
        if "suggest" in self._source.consent and not self.query_one("#suggest", Tick).value:
            said.append(_("Nothing more is suggested for it."))
        lost_said = self.query_one("#lost", Static)
        lost_said.display = bool(said)
        lost_said.update(" ".join(said))

    def action_save(self) -> None:
        changes = self.changes()
        if not changes:
            self.dismiss(_("Nothing to change."))
            return

        def change(store: Store) -> str:
            lost = quotes_lost(store, self._source, changes)
            edit_source(store, self._source, changes)
            said = _("Changed {name}.").format(name=safe(self._source.name))
            return f"{said} {quotes_lost_said(lost)}" if lost else said

        try:
            self.dismiss(self.workbench.desk.do(change))
        except WorkbenchError as error:
            self.tell(error)
