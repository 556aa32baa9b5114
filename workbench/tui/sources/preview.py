"""Files before they are imported, on the screen: the files, who was found in them, how they begin, what to answer."""

from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Label, Select, Static

from workbench.i18n import N_, _
from workbench.store import Store, municipalities, participants
from workbench.tui.actions import Action, bindings
from workbench.tui.sources.answers import AnswerFields
from workbench.tui.sources.batch import Batch, homes_of, remarks_of
from workbench.tui.sources.draft import Answers
from workbench.tui.sources.fields import Choice
from workbench.tui.sources.found import Look
from workbench.tui.sources.rested import once_rested
from workbench.tui.sources.speaker import SpeakerForm
from workbench.tui.sources.tables import Files, Speakers
from workbench.tui.sources.who import Who
from workbench.tui.widgets.page import ReadingPage
from workbench.tui.widgets.table import Table
from workbench.workflow.preview import Preview

PREVIEW = (
    Action(
        "preview.speaker", ("enter",), N_("Who speaks"),
        N_("Before an import: who speaks under this label, in one file or in all of them."), footer=True,
    ),
    Action(
        "preview.leave-out", ("x", "delete"), N_("Leave out"), N_("The file is not imported."), footer=True,
    ),
    Action("preview.text", ("t",), N_("Text"), N_("In a narrow terminal: how the talk begins."), footer=True),
)  # fmt: skip
SHORT, TALL = 5, 9
"""Lines of the table of files at most, in a terminal of few lines and of many; the rest is scrolled to."""
FEW_LINES = 30


class PreviewPane(Vertical):
    """Shows a batch and takes what is said of it; `found` is the batch as it is said now."""

    DEFAULT_CSS = """
    PreviewPane { height: 1fr; display: none; margin-top: 1; }
    PreviewPane.-read { display: block; }
    PreviewPane #files { display: none; margin-bottom: 1; }
    PreviewPane.-several #files { display: block; }
    PreviewPane #about { height: auto; margin-bottom: 1; }
    PreviewPane.-several #about { display: none; }
    PreviewPane #asked { width: 5fr; scrollbar-size-vertical: 1; }
    PreviewPane #turns { width: 3fr; margin-left: 1; }
    PreviewPane #shape { display: none; }
    PreviewPane #shape > Label { width: 13; }
    PreviewPane.-doubtful #shape { display: block; }
    PreviewPane #speakers { min-height: 4; margin-top: 1; }
    """

    class ReadAs(Message):
        """Somebody wants a file read as another format."""

        def __init__(self, preview: Preview) -> None:
            super().__init__()
            self.preview = preview

    class Emptied(Message):
        """Every file was left out."""

    BINDINGS = bindings(PREVIEW)

    def __init__(self, store: Store, said: Answers) -> None:
        super().__init__()
        self._store = store
        self._said = said
        self.look = Look()
        self._shown = self.look
        """What the speakers stand there of."""

    @property
    def found(self) -> Batch:
        return self.look.batch

    def compose(self) -> ComposeResult:
        yield Files(id="files")
        yield Static(id="about")
        with Horizontal():
            with VerticalScroll(id="asked", can_focus=False):
                with Horizontal(classes="line", id="shape"):
                    yield Label(_("Read as"), markup=False)
                    yield Choice([], blank="–", id="format")
                yield AnswerFields(self._said, [one.name for one in municipalities(self._store)])
                yield Speakers(id="speakers")
            yield ReadingPage(id="turns")

    @property
    def answers(self) -> AnswerFields:
        return self.query_one(AnswerFields)

    def show(self, batch: Batch) -> None:
        """Show this batch; what is looked at stays where it can."""
        self.look = self.look.on(batch)
        self.set_class(len(batch) > 0, "-read")
        self.set_class(self.look.several, "-several")
        self.answers.show(batch.profiles, alone=not self.look.several)
        self.call_after_refresh(self.show_anew)  # once it is as wide as it will be

    def show_anew(self) -> None:
        """Show what is known now."""
        if len(self.found):
            self._show_files()
            self._show_chosen()

    def begin(self) -> None:
        """Go to where one looks first."""
        self.call_after_refresh(self.query_one("#files" if self.look.several else "#speakers").focus)

    def _show_files(self) -> None:
        if self.look.several:
            said = self.answers.answers
            pairs = zip(self.found, homes_of(self._store, self.found, said.municipality), strict=True)
            told = (remarks_of([pair], said.given_so_far()) for pair in pairs)
            most = SHORT if self.screen.size.height < FEW_LINES else TALL
            self.query_one(Files).show(self.found, told, at=self.look.at, most=most)

    def _show_chosen(self) -> None:
        self._shown = look = self.look
        self.set_class(bool(look.shapes), "-doubtful")
        if look.reading and look.shapes:
            with self.prevent(Select.Changed):
                self.query_one("#format", Choice).set_options(look.shapes)
                self.query_one("#format", Choice).choose(look.reading.format)
        speakers = self.query_one(Speakers)
        speakers.display = bool(look.speakers)
        speakers.show(look.speakers, files=len(look.here), words=self.screen.has_class("-wide"))
        self._show_about()

    def _show_about(self) -> None:
        said, turns = self.look.about(self._store, self.answers.answers), self.look.turns()
        if self.look.several:
            turns = said.append("\n\n").append_text(turns)
        else:
            self.query_one("#about", Static).update(said)
        self.query_one("#turns", ReadingPage).show(Content.from_rich_text(turns))

    def on_entries_chosen(self, event: Table.Chosen) -> None:
        if isinstance(event.entries, Files) and event.entries.at != self.look.at:
            self.look = Look(self.found, event.entries.at)
            once_rested(self, self._show_chosen)

    def on_answer_fields_changed(self) -> None:
        once_rested(self, self._weigh)

    def _weigh(self) -> None:
        """Say what follows from the answers."""
        if len(self.found):
            self._show_files()
            self._show_about()

    def on_select_changed(self, event: Select.Changed) -> None:
        event.stop()
        chosen = event.value
        if event.select.id == "format" and self.look.reading and chosen is not Select.NULL:
            one = self.look.here[0].preview
            if chosen != self.look.reading.format:
                self.post_message(self.ReadAs(replace(one, asked=replace(one.asked, format=str(chosen)))))

    def on_entries_opened(self) -> None:
        self.action_speaker()

    def action_text(self) -> None:
        """In a narrow terminal, the text takes the place of the questions."""
        if self.screen.has_class("-narrow"):
            self.toggle_class("-text")
            self.query_one("#turns" if self.has_class("-text") else "#speakers").focus()

    def action_leave_out(self) -> None:
        """Leave out the file one is at in the list of files, or all of them."""
        if self.look.several and self.screen.focused is not self.query_one(Files):
            return
        self.show(self.found.without(self.look.at))
        if not len(self.found):
            self.post_message(self.Emptied())

    def action_speaker(self) -> None:
        """Say who speaks under the label one is at; from the files, go to the speakers."""
        table = self.query_one(Speakers)
        if self.screen.focused is self.query_one(Files) and table.display:
            table.focus()
            return
        if self._shown is not self.look:  # the keys were faster
            self._show_chosen()
        look = self.look
        if self.screen.focused is not table or not look.speakers:
            return
        one = look.speakers[table.chosen]

        def change(answer: Who | None) -> None:
            if answer is not None:
                self.look = Look(self.found.mapped(one.label, answer, look.at), look.at)
                self._show_chosen()

        known, proposal = participants(self._store), look.proposal(one.label)
        self.app.push_screen(
            SpeakerForm(one.label, one.who, known, proposal=proposal, keeps=True, files=one.files), change
        )
