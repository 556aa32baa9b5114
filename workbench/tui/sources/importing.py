"""Import: a path, what its files would become, what they do not say themselves, and the order to bring them in."""

from collections.abc import Callable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.widgets import Input

from workbench.errors import UsageError, WorkbenchError
from workbench.exchange import AS_FOUND
from workbench.i18n import N_, _
from workbench.tui import job
from workbench.tui.actions import Action, bindings
from workbench.tui.screens.base import fault
from workbench.tui.sources.batch import Batch, homes_of, orders
from workbench.tui.sources.draft import Draft, Order, Said
from workbench.tui.sources.form import FORM, Form
from workbench.tui.sources.path_field import PathField
from workbench.tui.sources.paths import dropped, files_meant
from workbench.tui.sources.preview import PREVIEW, PreviewPane
from workbench.tui.sources.question import Question
from workbench.tui.sources.reading import FileRead, Files, Heard, Reading, stopped_said
from workbench.tui.sources.unknown import asked_of
from workbench.tui.widgets.page import ReadingPage
from workbench.tui.widgets.table import Table

IMPORT = (
    Action(
        "import.start", ("ctrl+s",), N_("Import"), N_("Brings in the files that the form shows."), footer=True,
        verbs=("import",),
    ),
    Action(
        "import.close", ("escape",), N_("Put aside"), N_("What you said of the files is there when you come back."),
        footer=True,
    ),
)  # fmt: skip
NONE = Batch()


class ImportForm(Form[Said]):
    """Shows what files would become and asks what they do not say."""

    DEFAULT_CSS = """
    ImportForm > Vertical { max-width: 150; }
    ImportForm.-read > Vertical { height: 100%; }
    ImportForm.-narrow #turns { display: none; }
    ImportForm.-narrow .-text #turns { display: block; }
    ImportForm.-narrow .-text #asked, ImportForm.-narrow .-text #files { display: none; }
    """
    BINDINGS = bindings(IMPORT)
    KEYS = IMPORT

    def __init__(self, draft: Draft, *, drop: str = "") -> None:
        super().__init__()
        self._draft, self._drop = draft, drop
        self._reading: Reading | None = None
        """The one that goes on."""

    def heading(self) -> str:
        return _("Bring transcripts in")

    def fields(self) -> ComposeResult:
        yield PathField(self._drop or self._draft.typed)
        yield PreviewPane(self.workbench.desk.store, self._draft.answers)

    def on_mount(self) -> None:
        self.say(_("↵ shows what it would become. Nothing is stored yet."))
        if self._draft.files or self._drop:
            self._read(self._begun)

    def _begun(self) -> Files:
        """What was begun another time, then what was dropped now."""
        files = dict(self._draft.files)
        new = files_meant(self._drop) if self._drop else []
        return [*files.items(), *((file, AS_FOUND) for file in new if file not in files)]

    @property
    def pane(self) -> PreviewPane:
        return self.query_one(PreviewPane)

    def keys(self) -> Sequence[Action]:
        start, close = IMPORT
        if not len(self.pane.found):
            return FORM[1:]
        if not isinstance(self.focused, (Table, ReadingPage)):
            return [start, close]
        own = [one for one in PREVIEW if one.method != "text" or self.has_class("-narrow")]
        return [start, *own, close]

    # What the path means.

    def on_path_field_taken(self, message: PathField.Taken) -> None:
        self._take(message.path, self.pane.found if message.dropped else NONE)

    def on_paste(self, event: events.Paste) -> None:
        if paths := dropped(event.text):
            event.stop()
            self.query_one(PathField).drop(paths)

    def _take(self, typed: str, besides: Batch) -> None:
        """Read these files; of those that are here already, what was said stays."""
        said = dict(self.pane.found.files)
        self._read(lambda: [(file, said.get(file, AS_FOUND)) for file in files_meant(typed)], besides)

    def on_preview_pane_read_as(self, message: PreviewPane.ReadAs) -> None:
        one = message.preview
        self._read(lambda: [(one.file, one.asked)], self.pane.found)

    def _read(self, meant: Callable[[], Files], besides: Batch = NONE) -> None:
        if self._reading is not None:
            self._reading.stop.set()
        self._reading = Reading(besides)
        self._reading.begin(meant, at=self.workbench.desk, of=self)

    def on_heard(self, message: Heard) -> None:
        if message.reading is not self._reading:
            return
        said = message.said
        if isinstance(said, job.Progressed):
            self.say(said.sentence)
        elif isinstance(said, FileRead):
            self._reading.read.append(said.seen)
        elif isinstance(said, job.Ended):
            self._arrived(said.error)

    def _arrived(self, error: BaseException | None = None) -> None:
        """Show what was read. What was shown before stays where nothing else can be read."""
        reading, self._reading = self._reading, None
        if reading is None:
            return
        batch = reading.batch
        if len(batch) == 1 and (refused := batch.seen[0].preview.refused) is not None:
            batch, error = NONE, refused
        self.say("")
        if isinstance(error, WorkbenchError):
            self.tell(error)
        elif error is not None:
            self.say(fault(error), error=True)
        if not len(batch):
            return
        self.add_class("-read")
        self.pane.show(batch)
        if not len(reading.besides):
            self.pane.begin()

    def on_resize(self) -> None:
        self.call_after_refresh(self.pane.show_anew)

    # How it ends.

    def on_preview_pane_emptied(self) -> None:
        self.remove_class("-read")
        self.query_one(Input).focus()

    def action_start(self) -> None:
        """Bring the files in, once nothing is left to ask."""
        if self._reading is not None:
            self.say(_("Still reading: esc stops."))
        elif not len(self.pane.found):
            self.say(_("Name a file or a folder first, and press enter."), error=True)
        else:
            try:
                self.pane.answers.answers.given()
            except UsageError as error:
                self.tell(error)
                self.query_one("#month").focus()
            else:
                self._bring_in()

    def _bring_in(self) -> None:
        store, batch, answers = self.workbench.desk.store, self.pane.found, self.pane.answers.answers
        found = homes_of(store, batch, answers.municipality)
        new = {home.name: home for several in found for home in several if not home.known}

        def bring(agreed: bool | None) -> None:
            if agreed:
                self._leave(orders(batch, answers, found, set(new)))
            else:
                self.query_one("#municipality").focus()

        if new:
            self.app.push_screen(Question(asked_of(store, list(new.values()))), bring)
        else:
            bring(True)

    def action_close(self) -> None:
        """Stop reading, and keep what was read; else put the files aside."""
        if (reading := self._reading) is None:
            self._leave()
            return
        if self._draft.files and not len(self.pane.found):  # what was put aside is still being read
            reading.stop.set()
            self.dismiss(Said(self._draft))
            return
        reading.stop.set()
        self._arrived()
        self.say(stopped_said(len(reading.read)))

    def _leave(self, orders: Sequence[Order] = ()) -> None:
        draft = Draft(self.query_one(PathField).typed, self.pane.found.files, self.pane.answers.said)
        self.dismiss(Said(draft, orders))
