"""History: what was done, by whom and when; and the way back to before it."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.coordinate import Coordinate
from textual.widgets import Input

from workbench.errors import WorkbenchError
from workbench.i18n import N_, _, ngettext
from workbench.store import Entry, Store, doers, history
from workbench.tui.actions import Action, bindings
from workbench.tui.job import Ended, Say
from workbench.tui.screens.base import DeskScreen
from workbench.tui.widgets.table import MUTED, PAGE, Cells, Heading, Table, cell
from workbench.workflow.deeds import TOLD, about, verb
from workbench.workflow.take_back import matching, take_back_to, to_take_back

ACTIONS: tuple[Action, ...] = (
    Action(
        "history.take_back", ("U", "enter"), N_("Undo to here"),
        N_("Takes back what you did, newest first, down to this; redo brings each back."),
        footer=True, verbs=("undo",),
    ),
    Action("history.filter", ("slash",), N_("Filter"), N_("By a person's name, or by what was done."), footer=True),
    Action("history.up", ("escape",), N_("Back"), N_("Ends the filter, then goes back.")),
)  # fmt: skip


class HistoryScreen(DeskScreen):
    """Every command of the project, newest first, read as one goes down."""

    SCOPE = "history"
    BINDINGS = bindings(ACTIONS)
    DEFAULT_CSS = """
    HistoryScreen Input.-textual-compact { background: $panel; padding: 0 1; }
    """
    AUTO_FOCUS: ClassVar = "Table"

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[Entry] = []
        """Those read so far."""
        self._every = 0
        self._found = 0
        self._asked = ""
        """The command that was to be taken back with others: a second key does it."""

    def title_said(self) -> str:
        told = ngettext("History · {n} command", "History · {n} commands", self._every).format(n=self._every)
        return (
            told if self._found == self._every else _("{title} · {found} found").format(title=told, found=self._found)
        )

    def body(self) -> ComposeResult:
        yield Input(compact=True)
        yield Table()

    def fill(self) -> None:
        """The cursor stays on its command, however many came after it."""
        filtered, table = self.query_one(Input), self.query_one(Table)
        filtered.placeholder = _("/ filters: a name, or what was done")
        found = doers(self.desk.store)
        among = matching(found, filtered.value)
        row, before = table.chosen if self._entries else 0, self._found
        self._every = sum(found.values())
        self._found = sum(found[pair] for pair in among)
        if self._entries and row > 0:
            row = max(0, row + self._found - before)
        self._entries = []
        table.fill(
            [
                Heading(_("When")), Heading(_("Who"), share=0.2), Heading(_("What"), share=0.45),
                Heading(_("About"), grows=True),
            ],
            self._rows(among if filtered.value.strip() else None),
            at=Coordinate(row, 0),
        )  # fmt: skip

    def _rows(self, among: list[tuple[str, str]] | None) -> Iterator[Cells]:
        """A page at a time: a project has tens of thousands."""
        store = self.desk.store
        while page := history(store, limit=PAGE, skip=len(self._entries), among=among, events=TOLD + 1):
            for one in page:
                self._entries.append(one)
                look = MUTED if one.undone else ""
                yield (
                    cell(one.at.astimezone().strftime("%Y-%m-%d %H:%M"), look),
                    cell(one.person, look),
                    cell(_("↶ undone: {verb}").format(verb=verb(one.verb)) if one.undone else verb(one.verb), look),
                    cell(about(store, one.events), look),
                )

    def on_input_changed(self) -> None:
        self.query_one(Table).choose(0)
        self.fill()
        self.show_title()

    def on_input_submitted(self) -> None:
        self.query_one(Table).focus()

    def on_entries_opened(self) -> None:
        self.action_take_back()

    def action_filter(self) -> None:
        self.query_one(Input).focus()

    async def action_up(self) -> None:
        filtered, table = self.query_one(Input), self.query_one(Table)
        if self.stop_work():
            return
        if filtered.value or filtered.has_focus:
            filtered.value = ""
            table.focus()
        else:
            await self.workbench.action_back()

    def action_take_back(self) -> None:
        """One command is taken back at once; several only when the key is pressed again, and then by a worker."""
        row = self.query_one(Table).chosen
        if not 0 <= row < len(self._entries):
            return
        chosen = self._entries[row].command
        try:
            number = to_take_back(self.desk.store, chosen)
        except WorkbenchError as error:
            self.tell(error)
            return
        if number > 1 and self._asked != chosen:
            self._asked = chosen
            self.say(
                _("{n} of your commands are taken back from here on: the same key again does it.").format(n=number)
            )
            return
        self._asked = ""

        def take_back(store: Store, say: Say) -> str:
            taken = take_back_to(
                store, chosen,
                progress=lambda n: say(_("Taking back, {n} of {all} (esc stops)").format(n=n, all=number)),
            )  # fmt: skip
            if taken.refused:
                raise WorkbenchError(taken.said(store))
            return taken.said(store)

        self.work(take_back)

    def on_ended(self, message: Ended) -> None:
        """Codes may have been taken back, and decisions that suggestions follow."""
        self.desk.read_codes()
        self.desk.learn_anew()

    def on_entries_chosen(self) -> None:
        if self._asked and self._entries[self.query_one(Table).chosen].command != self._asked:
            self._asked = ""
            self.say("")
