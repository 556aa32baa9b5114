"""Sources: what material there is, bringing more in, and correcting what is known of it."""

import os
from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.coordinate import Coordinate
from textual.widgets import Static

from workbench.errors import WorkbenchError
from workbench.i18n import N_, _
from workbench.model import CONSENT_SCOPES, TalkRole
from workbench.store import Source, Standing, Store, sources, standings, voices
from workbench.terminal import safe
from workbench.tui import job
from workbench.tui import sources as forms
from workbench.tui.actions import Action, bindings
from workbench.tui.screens.base import DeskScreen
from workbench.tui.sources import Became, ImportForm, OutcomeForm, SourceForm, SpeakersForm
from workbench.tui.sources.form import scope_said
from workbench.tui.sources.order import Order
from workbench.tui.sources.outcome import summary
from workbench.tui.sources.speaker import role_said
from workbench.tui.widgets.table import Heading, Table, cell
from workbench.workflow.import_ import import_file

SOURCES: tuple[Action, ...] = (
    Action("sources.open", ("enter",), N_("Open"), N_("The transcript of the source."), footer=True),
    Action(
        "sources.import", ("i",), N_("Import"), N_("Shows what files would become, then brings them in."),
        footer=True,
    ),
    Action("sources.edit", ("e",), N_("Edit"), N_("The source's metadata and consent."), footer=True),
    Action(
        "sources.speakers", ("s",), N_("Speakers"), N_("Who speaks in the source, by pseudonym and role."),
        footer=True,
    ),
    Action("sources.outcome", ("r",), N_("The last import"), N_("What became of each of its files.")),
)  # fmt: skip
ACTIONS: tuple[Action, ...] = (*SOURCES, *forms.ACTIONS)


class SourcesScreen(DeskScreen):
    """The sources by municipality; under them, what else is known of the one that is chosen."""

    SCOPE = "sources"
    BINDINGS = bindings(SOURCES)
    DEFAULT_CSS = """
    SourcesScreen #about { height: 5; background: $surface; padding: 0 1; }
    """
    AUTO_FOCUS: ClassVar = "Table"

    def __init__(self) -> None:
        super().__init__()
        self._sources: list[Source] = []
        self._standings: dict[str, Standing] = {}
        self._chosen = ""
        """Id of the source the cursor is at."""
        self._folder = ""
        """Where the last import came from."""
        self._became: list[Became] = []

    def title_said(self) -> str:
        return _("Sources")

    def body(self) -> ComposeResult:
        yield Table()
        yield Static(id="about")

    def fill(self) -> None:
        store = self.desk.store
        self._sources = sources(store)
        self._standings = standings(store)
        self._show()

    def on_resize(self) -> None:
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        rows, above = [], ""
        for one in self._sources:
            rows.append(self._row(one, named=one.municipality != above))
            above = one.municipality
        at = next((row for row, one in enumerate(self._sources) if one.id == self._chosen), None)
        table = self.query_one(Table)
        row = at if at is not None else min(table.cursor_row, max(len(rows) - 1, 0))
        table.fill(self._headings(), rows, at=Coordinate(row, 0))
        self._show_about()

    def _headings(self) -> list[Heading]:
        wide = not self.has_class("-narrow")
        return [
            Heading(_("Municipality")),
            Heading(_("Source"), grows=True),
            Heading(_("Kind")),
            *([Heading(_("Month")), Heading(_("Minutes"), right=True)] if wide else []),
            Heading(_("Consent")),
            Heading(_("Done"), right=True),
            *([Heading(_("Lead coder"))] if wide else []),
        ]

    def _row(self, one: Source, *, named: bool) -> list[Text]:
        wide = not self.has_class("-narrow")
        standing = self._standings[one.id]
        return [
            cell(one.municipality_name if named else ""),
            cell(one.name),
            cell(one.kind.label),
            *([cell(one.month), cell("" if one.minutes is None else one.minutes, right=True)] if wide else []),
            cell(consent_said(one.consent)),
            cell(f"{standing.own}/{standing.passages}", right=True),
            *([cell(one.lead_coder)] if wide else []),
        ]

    def _here(self) -> Source | None:
        row = self.query_one(Table).cursor_row
        return self._sources[row] if 0 <= row < len(self._sources) else None

    def on_data_table_row_highlighted(self) -> None:
        if (one := self._here()) is not None and one.id != self._chosen:
            self._chosen = one.id
            self._show_about()

    def _show_about(self) -> None:
        one, about = self._here(), self.query_one("#about", Static)
        if one is None:
            about.update(Text(_("There are no sources yet. i brings transcripts in.")), layout=False)
            return
        said = Text()
        said.append(safe(one.title), "bold")
        facts = [
            *((one.month, "" if one.minutes is None else _("{n} min.").format(n=one.minutes), one.lead_coder)
              if self.has_class("-narrow") else ()),
            _("phase {phase}").format(phase=one.phase) if one.phase else "",
            one.centre,
            _("legal basis: {basis}").format(basis=one.legal_basis) if one.legal_basis else "",
            _("erase by {day}").format(day=one.erase_by) if one.erase_by else "",
        ]  # fmt: skip
        if told := " · ".join(safe(fact) for fact in facts if fact):
            said.append(f"\n{told}")
        said.append("\n")
        said.append(" · ".join(self._people(one)))
        about.update(said, layout=False)

    def _people(self, one: Source) -> list[str]:
        told = []
        for voice in voices(self.desk.store, one.id):
            who = voice.participant
            if voice.talk_role is TalkRole.INTERVIEWER:
                known = _("interviewer")
            elif who is None:
                known = _("nobody in particular")
            else:
                age = f" {who.age_group.value}" if who.age_group else ""
                role = safe(role_said(who.role)) or _("no role")
                known = f"{safe(who.pseudonym)}, {role}{age}"
            label = safe(voice.label) or _("(nobody named)")
            told.append(f"{label} ({known})")
        return told

    def on_table_opened(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        if (one := self._here()) is not None:
            self.workbench.open_source(one.id)
        else:
            self._show_about()

    def action_edit(self) -> None:
        if (one := self._here()) is not None:
            self.app.push_screen(SourceForm(one), self._edited)

    def _edited(self, said: str | None) -> None:
        if said is not None:
            self.show_anew()
            self.say(said)

    def action_speakers(self) -> None:
        if (one := self._here()) is not None:
            self.app.push_screen(SpeakersForm(one))

    def action_outcome(self) -> None:
        self.app.push_screen(OutcomeForm(self._became))

    def action_import(self) -> None:
        if self.working:
            self.say(_("One thing at a time: esc stops what is being done."), error=True)
            return
        self.app.push_screen(ImportForm(self._folder), self._bring_in)

    def _bring_in(self, orders: list[Order] | None) -> None:
        """Each file in turn, in a transaction of its own: what was stored before a stop or a refusal stays."""
        if not orders:
            return
        self._folder = f"{orders[0].file.parent}{os.sep}"
        became: list[Became] = []
        self._became = became

        self.work(lambda store, say: bring_in(store, orders, became, say))

    def on_ended(self, message: job.Ended) -> None:
        fresh = [each.source.id for one in self._became for each in one.fresh]
        if fresh:
            self._chosen = fresh[0]
        super().on_ended(message)
        if self.app.screen is self and any(one.refused for one in self._became):
            self.action_outcome()


def bring_in(store: Store, orders: Sequence[Order], became: list[Became], say: job.Say) -> str:
    """Import each file and keep what became of it in `became`, which is true after a stop, too."""
    for number, one in enumerate(orders, 1):
        say(_("Importing {n} of {all}: {file} (esc stops)").format(n=number, all=len(orders), file=one.file.name))
        try:
            became.append(Became(one.file, import_file(store, one.file, one.given)))
        except WorkbenchError as error:
            became.append(Became(one.file, refused=error))
    return summary(became)


def consent_said(consent: frozenset[str]) -> str:
    """What somebody agreed to, in few words."""
    if not consent:
        return _("not given")
    if consent >= set(CONSENT_SCOPES):
        return _("to everything")
    return ", ".join(scope_said(scope) for scope in CONSENT_SCOPES if scope in consent)
