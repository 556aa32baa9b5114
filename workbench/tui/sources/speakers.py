"""Who speaks in a source that is in the project, and the correction of it."""

from textual.app import ComposeResult

from workbench.errors import WorkbenchError
from workbench.i18n import N_, _
from workbench.model import TalkRole
from workbench.store import Source, Store, Voice, participants, voices
from workbench.terminal import safe
from workbench.tui.actions import Action, bindings
from workbench.tui.sources.form import FORM, Form, fit
from workbench.tui.sources.speaker import SpeakerForm, Who, who_said
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
        super().on_mount()
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
            who = who_is(one)
            said = who_said(who.interviewer, who.role)
            name, turns = cell(one.label or _("(nobody named)")), cell(one.turns, right=True)
            rows.append([name, turns, cell(said), cell(who.pseudonym), cell(who.age_group)])
        table.fill(headings, rows, at=table.cursor_coordinate)
        fit(table, 14)

    def on_resize(self) -> None:
        self._fill()

    def on_table_opened(self) -> None:
        self.action_change()

    def action_change(self) -> None:
        table = self.query_one(Table)
        if not table.row_count:
            return
        voice = self._voices[table.cursor_row]
        known = participants(self.workbench.desk.store)
        proposal = f"{self._source.name}-{table.cursor_row + 1}"

        def change(who: Who | None) -> None:
            if who is not None:
                self._correct(voice, who)

        self.app.push_screen(
            SpeakerForm(voice.label, who_is(voice), known, proposal=proposal, keeps=False, elsewhere=voice.elsewhere),
            change,
        )

    def _correct(self, voice: Voice, who: Who) -> None:
        def change(store: Store) -> str:
            changed = correct_voice(
                store, self._source, voice, interviewer=who.interviewer, pseudonym=who.pseudonym, role=who.role,
                age_group=who.age_group,
            )  # fmt: skip
            return _("Changed {name}.").format(name=safe(voice.label)) if changed else _("Nothing to change.")

        try:
            self.say(self.workbench.desk.do(change))
        except WorkbenchError as error:
            self.tell(error)
        self._fill()


def who_is(voice: Voice) -> Who:
    """What is known of a speaker, as the form asks it."""
    one = voice.participant
    if one is None:
        return Who(voice.talk_role is TalkRole.INTERVIEWER)
    age = one.age_group.value if one.age_group else ""
    return Who(voice.talk_role is TalkRole.INTERVIEWER, one.pseudonym, one.role, age)
