"""Who speaks in a source that is in the project, and the correction of it."""

from textual.app import ComposeResult

from workbench.errors import WorkbenchError
from workbench.i18n import N_, _
from workbench.store import Source, Store, Voice, participants, voices
from workbench.terminal import safe
from workbench.tui.actions import Action, bindings
from workbench.tui.sources.fields import fit
from workbench.tui.sources.form import FORM, Form
from workbench.tui.sources.speaker import SpeakerForm
from workbench.tui.sources.who import Who, label_said, of_voice, who_said
from workbench.tui.widgets.table import Heading, Table, cell
from workbench.workflow.edit import correct_voice

SPEAKERS = (
    Action(
        "speakers.change", ("enter",), N_("Correct"), N_("In the list of speakers: who speaks under this label."),
        footer=True, verbs=("participants assign", "participants edit"),
    ),
)  # fmt: skip


class SpeakersForm(Form[None]):
    """The speakers of a source; each correction is stored at once."""

    BINDINGS = bindings(SPEAKERS)
    KEYS = (*SPEAKERS, FORM[1])

    def __init__(self, source: Source) -> None:
        super().__init__()
        self._source = source
        self._voices: list[Voice] = []

    def heading(self) -> str:
        return _("Who speaks in {source}").format(source=self._source.name)

    def fields(self) -> ComposeResult:
        yield Table()

    def on_mount(self) -> None:
        self._fill()

    def _fill(self) -> None:
        self._voices = voices(self.workbench.desk.store, self._source.id)
        table = self.query_one(Table)
        headings = [
            Heading(_("Speaker"), grows=True),
            Heading(_("Turns"), right=True),
            Heading(_("Role")),
            Heading(_("Pseudonym")),
            Heading(_("Age")),
        ]
        rows = []
        for one in self._voices:
            who, turns = of_voice(one), cell(one.turns, right=True)
            rows.append(
                [cell(label_said(one.label)), turns, cell(who_said(who)), cell(who.pseudonym), cell(who.age_group)]
            )
        table.fill(headings, rows, at=table.cursor_coordinate)
        fit(table, 14)

    def on_resize(self) -> None:
        self._fill()

    def on_entries_opened(self) -> None:
        self.action_change()

    def action_change(self) -> None:
        table = self.query_one(Table)
        if not table.count:
            return
        voice = self._voices[table.chosen]
        known = participants(self.workbench.desk.store)
        proposal = f"{self._source.name}-{table.chosen + 1}"

        def change(who: Who | None) -> None:
            if who is not None:
                self._correct(voice, who)

        self.app.push_screen(
            SpeakerForm(voice.label, of_voice(voice), known, proposal=proposal, keeps=False, elsewhere=voice.elsewhere),
            change,
        )

    def _correct(self, voice: Voice, who: Who) -> None:
        def change(store: Store) -> str:
            changed = correct_voice(
                store, self._source, voice, interviewer=who.interviewer, pseudonym=who.pseudonym, role=who.role,
                age_group=who.age_group,
            )  # fmt: skip
            said = _("Changed {name}.") if changed else _("Nothing to change.")
            return said.format(name=safe(label_said(voice.label)))

        try:
            self.say(self.workbench.desk.do(change))
        except WorkbenchError as error:
            self.tell(error)
        self._fill()
