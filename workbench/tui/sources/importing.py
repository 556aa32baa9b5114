"""Import: a path, what its files would become, what they do not say themselves, and the order to bring them in."""

from dataclasses import replace
from threading import Event

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widgets import Checkbox, Input, Label, Select, Static

from workbench.errors import UsageError, WorkbenchError
from workbench.exchange import format_label
from workbench.i18n import N_, _, ngettext
from workbench.model import CONSENT_SCOPES, SourceKind, SourceProfile, TalkRole
from workbench.store import Store, municipalities, participants
from workbench.terminal import safe
from workbench.tui import job
from workbench.tui.actions import Action, bindings
from workbench.tui.screens.base import fault
from workbench.tui.sources.form import Choice, Form, Tick, consent_line, fit, line
from workbench.tui.sources.order import (
    Order,
    alone_or_none,
    files_meant,
    first_turns,
    new_said,
    order,
    profile_of,
    says,
)
from workbench.tui.sources.path_field import PathField
from workbench.tui.sources.question import Question
from workbench.tui.sources.speaker import SpeakerForm, Who, who_said
from workbench.tui.widgets.table import Heading, Table, cell
from workbench.workflow.import_ import Given
from workbench.workflow.preview import Heard, Preview, heard, homes, mapped, preview, remarks

IMPORT = (
    Action(
        "import.start", ("ctrl+s",), N_("Import"), N_("Brings in the files that the form shows."), footer=True,
        verbs=("import",),
    ),
    Action(
        "import.speaker", ("enter",), N_("Who speaks"), N_("Before an import: who speaks under this label."),
        footer=True,
    ),
    Action("import.close", ("escape",), N_("Leave without importing"), footer=True),
)  # fmt: skip
FILES_SHOWN, SPEAKERS_SHOWN = 7, 9
"""Lines of each table at most; the rest is scrolled to."""


class Previewed(Message):
    """The files meant by a path, as they would be read; or one of them, read anew."""

    def __init__(self, found: list[Preview], *, at: int | None = None) -> None:
        super().__init__()
        self.found, self.at = found, at


class ImportForm(Form[list[Order] | None]):
    """Shows what files would become and asks what they do not say; answers with what to bring in."""

    DEFAULT_CSS = """
    ImportForm > Vertical { max-width: 150; height: 100%; }
    ImportForm #found { height: 1fr; display: none; margin-top: 1; }
    ImportForm.-read #found { display: block; }
    ImportForm #asked { width: 5fr; scrollbar-size-vertical: 1; }
    ImportForm #turns { width: 3fr; padding-left: 2; scrollbar-size-vertical: 1; }
    ImportForm.-narrow #turns { display: none; }
    ImportForm Table { margin-bottom: 1; }
    ImportForm #files { display: none; }
    ImportForm.-several #files { display: block; }
    ImportForm #about { height: auto; margin-bottom: 1; }
    ImportForm #shape { display: none; margin-bottom: 1; }
    ImportForm.-doubtful #shape { display: block; }
    ImportForm .line > Label { width: 13; }
    ImportForm .line > .hint { width: auto; }
    """
    BINDINGS = bindings(IMPORT)
    KEYS = IMPORT

    def __init__(self, typed: str) -> None:
        super().__init__()
        self._typed = typed
        self._found: list[Preview] = []
        self._at = 0
        self._said_by_hand = False
        """Whether closing the form would lose something that was typed into it."""
        self.reading = False
        self._stop = Event()

    @property
    def typed(self) -> str:
        """The path as it was typed."""
        return self.query_one(PathField).typed

    def heading(self) -> str:
        return _("Bring transcripts in")

    def fields(self) -> ComposeResult:
        kinds = [(one.label, one.value) for one in SourceKind]
        names = [one.name for one in municipalities(self.workbench.desk.store)]
        suggester = SuggestFromList(names, case_sensitive=False)
        month = Input(id="month", placeholder="2026-03", max_length=7)
        yield PathField(self._typed)
        with Horizontal(id="found"):
            with VerticalScroll(id="asked", can_focus=False):
                yield Table(id="files")
                yield Static(id="about")
                with Horizontal(classes="line", id="shape"):
                    yield Label(_("Read as"), markup=False)
                    yield Choice([], blank="–", id="format")
                yield Table(id="speakers")
                yield line(_("Municipality"), Input(id="municipality", suggester=suggester), hint="of-municipality")
                yield line(
                    _("Kind"), Choice(kinds, blank=f"– ({SourceKind.INTERVIEW.label})", id="kind"), hint="of-kind"
                )
                yield line(_("Month"), month, hint="of-month")
                yield consent_line(frozenset(), hint="of-consent")
            with VerticalScroll(id="turns", can_focus=False):
                yield Static()

    def on_mount(self) -> None:
        super().on_mount()
        self.say(_("↵ shows what it would become. Nothing is stored before ^s."))

    # What the path means.

    def on_path_field_taken(self, message: PathField.Taken) -> None:
        self._found = []
        self.remove_class("-read")

        def read(store: Store, say: job.Say) -> str:
            files = files_meant(message.path)
            found = []
            for number, file in enumerate(files, 1):
                say(_("Reading {n} of {all}: {file} (esc stops)").format(n=number, all=len(files), file=file.name))
                found.append(preview(store, file))
            self.post_message(Previewed(found))
            return ""

        self._work(read)

    def _work(self, doing: job.Job) -> None:
        self.reading, self._stop = True, Event()
        desk, stop = self.workbench.desk, self._stop

        def work() -> None:
            job.run(doing, desk.root, desk.person, self.post_message, stop)

        self.run_worker(work, thread=True, exclusive=True, group="reading", exit_on_error=False)

    def on_progressed(self, message: job.Progressed) -> None:
        if self.reading:
            self.say(message.sentence)

    def on_ended(self, message: job.Ended) -> None:
        self.reading = False
        if isinstance(message.error, WorkbenchError):
            self.tell(message.error)
        elif message.error is not None:
            self.say(fault(message.error), error=True)
        elif message.sentence:  # only stopping leaves one
            self.say(_("Stopped. Nothing is stored."))

    def on_previewed(self, message: Previewed) -> None:
        self.say("")
        if message.at is None:
            self._found, self._at = message.found, 0
        elif message.at < len(self._found) and self._found[message.at].file == message.found[0].file:
            self._found[message.at] = message.found[0]
        else:
            return
        alone = len(self._found) == 1
        if alone and (error := self._found[0].refused) is not None:
            self._found = []
            self.tell(error)
            return
        self.add_class("-read")
        self.set_class(not alone, "-several")
        self.call_after_refresh(self._show, first=message.at is None)

    # What is shown.

    def _show(self, *, first: bool = False) -> None:
        """Show the files, and the one that is chosen in full."""
        if not alone_or_none(self._found):
            self._show_files()
        self._show_said()
        self._show_one()
        if first:
            self.query_one("#speakers" if alone_or_none(self._found) else "#files").focus()

    def _show_files(self) -> None:
        rows = []
        for one in self._found:
            told = remarks(one, homes(self.workbench.desk.store, one, self._municipality), self._given_or_blank())
            turns = len(one.reading.transcript.turns) if one.reading else ""
            mark = "!" if one.refused else "=" if one.duplicate else "·" if told else "✓"
            rows.append([cell(mark), cell(one.file.name), cell(turns, right=True), cell(told[0] if told else "")])
        headings = [Heading(""), Heading(_("File")), Heading(_("Turns"), right=True), Heading(_("Note"), grows=True)]
        table = self.query_one("#files", Table)
        with self.prevent(Table.RowHighlighted):
            table.fill(headings, rows, at=table.cursor_coordinate._replace(row=self._at))
            fit(table, FILES_SHOWN)

    def _show_said(self) -> None:
        """What every file says itself is not asked; what some say is told of."""
        profiles = [each.profile for one in self._found if one.reading for each in one.reading.transcripts]
        for name in ("municipality", "kind", "month", "consent"):
            n = sum(says(one, name) for one in profiles)
            whole = bool(profiles) and n == len(profiles)
            alone = profiles[0] if whole and alone_or_none(self._found) else None
            said = ""
            if whole:
                said = _("in the file") if alone else _("in the files")
            elif n:
                said = _("in {n} of {all}").format(n=n, all=len(profiles))
            self.query_one(f"#of-{name}", Label).update(said)
            ids = CONSENT_SCOPES if name == "consent" else (name,)
            for id in ids:
                self.query_one(f"#{id}").disabled = whole
            if alone is not None:
                self._fill_in(name, alone)

    def _fill_in(self, name: str, own: SourceProfile) -> None:
        with self.prevent(Input.Changed, Select.Changed, Checkbox.Changed):
            if name == "consent":
                for scope in CONSENT_SCOPES:
                    self.query_one(f"#{scope}", Tick).value = scope in own.consent
            elif name == "kind":
                self.query_one("#kind", Choice).choose(own.kind.value)
            else:
                self.query_one(f"#{name}", Input).value = str(getattr(own, name))

    def _show_one(self) -> None:
        one = self._found[self._at]
        self.query_one("#about", Static).update(self._about(one))
        turns = self.query_one("#turns Static", Static)
        table = self.query_one("#speakers", Table)
        others = one.reading.candidates if one.reading else ()
        self.set_class(len(others) > 1, "-doubtful")
        if one.reading is None:
            table.fill([Heading("")], [])
            fit(table, SPEAKERS_SHOWN)
            turns.update(Text())
            return
        if len(others) > 1:
            shape = self.query_one("#format", Choice)
            with self.prevent(Select.Changed):
                shape.set_options([(format_label(id), id) for id, _score in others])
                shape.choose(one.reading.format)
        headings = [
            Heading(_("Speaker")),
            Heading(_("Turns"), right=True),
            *([Heading(_("Words"), right=True)] if self.has_class("-wide") else []),
            Heading(_("Role"), grows=True),
            Heading(_("Pseudonym")),
            Heading(_("Age")),
        ]
        table.fill(headings, (self._row(each) for each in self._heard()), at=table.cursor_coordinate)
        fit(table, SPEAKERS_SHOWN)
        turns.update(first_turns(one))

    def _row(self, one: Heard) -> list[Text]:
        profile = one.profile
        return [
            cell(profile.label or _("(nobody named)")),
            cell(one.turns, right=True),
            *([cell(one.words, right=True)] if self.has_class("-wide") else []),
            cell(who_said(profile.talk_role is TalkRole.INTERVIEWER, profile.role)),
            cell(profile.pseudonym),
            cell(profile.age_group.value if profile.age_group else ""),
        ]

    def _heard(self) -> list[Heard]:
        reading = self._found[self._at].reading
        return heard(reading.transcript) if reading and len(reading.transcripts) == 1 else []

    def _about(self, one: Preview) -> Text:
        said = Text()
        said.append(safe(one.file.name), "bold")
        if reading := one.reading:
            n = len(reading.transcript.turns)
            said.append(f" · {reading.kind.value}, {reading.encoding} · {format_label(reading.format)}")
            said.append(" · " + ngettext("{n} turn", "{n} turns", n).format(n=n))
        for remark in remarks(one, homes(self.workbench.desk.store, one, self._municipality), self._given_or_blank()):
            said.append(f"\n{'!' if one.refused else '·'} {safe(remark)}")
        return said

    # What is said of it.

    @property
    def _municipality(self) -> str:
        field = self.query_one("#municipality", Input)
        return "" if field.disabled else field.value.strip()

    def _given(self) -> Given:
        """What the form says where a file does not. Raises UsageError for a month that is none."""
        kind, month = self.query_one("#kind", Choice), self.query_one("#month", Input)
        agreed = (self.query_one(f"#{scope}", Tick) for scope in CONSENT_SCOPES)
        return Given(
            municipality=self._municipality,
            kind=None if kind.disabled or not kind.chosen else SourceKind(kind.chosen),
            month="" if month.disabled else month.value.strip(),
            consent=frozenset(str(one.id) for one in agreed if one.value and not one.disabled),
        )

    def _given_or_blank(self) -> Given:
        """For what is told while somebody is still typing."""
        try:
            return self._given()
        except UsageError:
            return Given()

    def on_data_table_row_highlighted(self, event: Table.RowHighlighted) -> None:
        if event.data_table.id == "files" and event.cursor_row != self._at and event.cursor_row < len(self._found):
            self._at = event.cursor_row
            self._show_one()

    def on_input_changed(self, event: Input.Changed) -> None:
        self._said_by_hand = True
        self._weigh()

    def on_checkbox_changed(self, event: Checkbox.Changed) -> None:
        self._said_by_hand = True
        self._weigh()

    def on_select_changed(self, event: Select.Changed) -> None:
        if event.select.id == "format" and self._found:
            one = self._found[self._at]
            chosen = self.query_one("#format", Choice).chosen
            if one.reading and chosen and chosen != one.reading.format:
                self._read_anew(replace(one, asked=replace(one.asked, format=chosen)))
        elif event.select.id == "kind":
            self._said_by_hand = True

    def _weigh(self) -> None:
        if self._found:
            self.query_one("#about", Static).update(self._about(self._found[self._at]))

    def on_resize(self) -> None:
        if self.has_class("-read"):
            self.call_after_refresh(self._show)

    def on_table_opened(self) -> None:
        self.action_speaker()

    def action_speaker(self) -> None:
        """Say who speaks under the label one is at; from the files, go to the speakers."""
        speakers, said = self.query_one("#speakers", Table), self._heard() if self._found else []
        if self.focused is self.query_one("#files"):
            speakers.focus()
        if self.focused is not speakers or not said:
            return
        row = speakers.cursor_row
        own = said[row].profile
        one, at = self._found[self._at], self._at
        stem = one.reading.transcript.name if one.reading else one.file.stem
        who = Who(
            own.talk_role is TalkRole.INTERVIEWER, own.pseudonym, own.role, own.age_group.value if own.age_group else ""
        )

        def change(answer: Who | None) -> None:
            if answer is not None and answer != who:
                self._said_by_hand = True
                self._read_anew(replace(self._found[at], asked=mapped(one.asked, profile_of(own, answer))), at)

        known = participants(self.workbench.desk.store)
        self.app.push_screen(SpeakerForm(own.label, who, known, proposal=f"{stem}-{row + 1}", keeps=True), change)

    def _read_anew(self, one: Preview, at: int | None = None) -> None:
        place = self._at if at is None else at

        def read(store: Store, say: job.Say) -> str:
            self.post_message(Previewed([preview(store, one.file, one.asked)], at=place))
            return ""

        self._work(read)

    # How it ends.

    def action_start(self) -> None:
        if self.reading:
            self.say(_("Still reading: esc stops."))
            return
        if not self._found:
            self.say(_("Name a file or a folder first, and press enter."), error=True)
            return
        try:
            given = self._given()
        except UsageError as error:
            self.tell(error)
            self.query_one("#month").focus()
            return
        store = self.workbench.desk.store
        found = [(one, homes(store, one, given.municipality)) for one in self._found]
        new = {home.name: home for _one, several in found for home in several if not home.known}

        def bring(agreed: bool | None) -> None:
            if agreed:
                names = set(new)
                self.dismiss([Order(one.file, order(one, given, several, names)) for one, several in found])
            else:
                self.query_one("#municipality").focus()

        if new:
            said = [new_said(name, said=home.said) for name, home in new.items()]
            asked = ngettext("Add it to the project?", "Add them to the project?", len(new))
            self.app.push_screen(Question("\n".join([*said, asked])), bring)
        else:
            bring(True)

    def action_close(self) -> None:
        if self.reading:
            self._stop.set()
        elif self._said_by_hand and self._found:
            self._said_by_hand = False
            self.say(_("Nothing is stored yet. esc once more leaves what you filled in."))
        else:
            self.dismiss(None)
