"""Sources: what material there is, bringing more in, and correcting what is known of it."""

from collections.abc import Sequence
from typing import ClassVar, cast

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.coordinate import Coordinate
from textual.widgets import Static

from workbench.i18n import N_, _
from workbench.store import Source, Standing, sources, standings, voices
from workbench.tui import job
from workbench.tui import sources as forms
from workbench.tui.actions import Action, bindings
from workbench.tui.overview import to_review
from workbench.tui.screens.base import DeskScreen
from workbench.tui.sources import (
    Became,
    Draft,
    ImportForm,
    OutcomeForm,
    Said,
    SourceForm,
    SpeakersForm,
    bring_in,
    listing,
)
from workbench.tui.sources.bringing import left_said
from workbench.tui.sources.draft import Order
from workbench.tui.sources.paths import dropped
from workbench.tui.widgets.reading import Read, read
from workbench.tui.widgets.table import Table

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
    Action(
        "sources.review", ("v",), N_("Review here"), N_("The source's passages that are not decided yet."),
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
        self._draft = Draft()
        """The import that was begun, or is going on."""
        self._orders: Sequence[Order] = ()
        self._became: list[Became] = []

    def title_said(self) -> str:
        return _("Sources")

    def body(self) -> ComposeResult:
        yield Table()
        yield Static(id="about")

    def fill(self) -> None:
        """The list at once; how far each source is as soon as that is counted."""
        self._sources = sources(self.desk.store)
        self._show()
        read(self, self.desk.changes, standings)

    def on_read(self, message: Read) -> None:
        """It is counted how far every source is."""
        if message.error is None and message.asked == self.desk.changes and message.found != self._standings:
            self._standings = cast("dict[str, Standing]", message.found)
            self._show()

    def on_resize(self) -> None:
        self.call_after_refresh(self._show_about)

    def _show(self) -> None:
        table = self.query_one(Table)
        at = next((row for row, one in enumerate(self._sources) if one.id == self._chosen), None)
        row = at if at is not None else min(table.chosen, max(len(self._sources) - 1, 0))
        table.fill(listing.headings(), listing.rows(self._sources, self._standings), at=Coordinate(row, 0))
        self._show_about()

    def _here(self) -> Source | None:
        row = self.query_one(Table).chosen
        return self._sources[row] if 0 <= row < len(self._sources) else None

    def on_entries_chosen(self) -> None:
        if (one := self._here()) is not None and one.id != self._chosen:
            self._chosen = one.id
            self._show_about()

    def _show_about(self) -> None:
        if (one := self._here()) is None:
            said = Text(_("There are no sources yet. i brings transcripts in."))
        else:
            said = listing.about(
                one, voices(self.desk.store, one.id), self.size.width - 2, narrow=self.has_class("-narrow")
            )
        self.query_one("#about", Static).update(said, layout=False)

    def on_entries_opened(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        if (one := self._here()) is not None:
            self.workbench.open_source(one.id)

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

    def action_review(self) -> None:
        if (one := self._here()) is not None:
            to_review(source=one.id)(self.workbench)

    def action_outcome(self) -> None:
        self.app.push_screen(OutcomeForm(self._became, len(self._draft.files)))

    # Bringing files in.

    def on_paste(self, event: events.Paste) -> None:
        """Files were dropped on the terminal."""
        if paths := dropped(event.text):
            self._begin(ImportForm(self._draft, drop=paths))

    def action_import(self) -> None:
        self._begin(ImportForm(self._draft))

    def _begin(self, form: ImportForm) -> None:
        if self.working:
            self.say(_("One thing at a time: esc stops what is being done."), error=True)
        else:
            self.app.push_screen(form, self._left)

    def _left(self, said: Said | None) -> None:
        if said is None:
            return
        self._draft = said.draft
        if not said.orders:
            n = len(said.draft.files)
            self.say(_("Nothing is stored yet.") + " " + left_said(n) if n else "")
            return
        orders, became = said.orders, list[Became]()
        self._orders, self._became = orders, became
        self.work(lambda store, say: bring_in(store, orders, became, say))

    def on_ended(self, message: job.Ended) -> None:
        fresh = [each.source.id for one in self._became for each in one.fresh]
        if fresh:
            self._chosen = fresh[0]
        self._draft = self._draft.without([one.file for one in self._became if one.refused is None])
        message.prevent_default()  # it would be heard once more, after what is said here
        super().on_ended(message)
        refused = any(one.refused for one in self._became)
        if message.error is None and len(self._became) < len(self._orders):
            self.workbench.place.say(f"{message.sentence} {left_said(len(self._draft.files))}")
        if self.app.screen is self and refused:
            self.action_outcome()
