"""Who somebody is that speaks under a label: interviewer or respondent, role, pseudonym, age group."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.widgets import Input, Select, Static

from workbench.codebook import roles
from workbench.i18n import _, ngettext
from workbench.model import AgeGroup, TalkRole
from workbench.store import Participant
from workbench.terminal import safe
from workbench.tui.sources.fields import Choice, Line, line
from workbench.tui.sources.form import Form
from workbench.tui.sources.who import Who, label_said, part_said, role_said


class SpeakerForm(Form[Who | None]):
    """Asks who speaks under one label.

    What is known of a participant already stays where `keeps` says so: an import adds people and corrects nobody.
    """

    DEFAULT_CSS = """
    SpeakerForm > Vertical { max-width: 70; }
    SpeakerForm #known { color: $muted; height: auto; margin-top: 1; display: none; }
    """

    def __init__(
        self,
        label: str,
        who: Who,
        known: Sequence[Participant],
        *,
        proposal: str = "",
        keeps: bool,
        elsewhere: int = 0,
        files: int = 1,
    ) -> None:
        super().__init__()
        self._label, self._who, self._proposal, self._keeps = label, who, proposal, keeps
        self._known = {one.pseudonym.casefold(): one for one in known}
        self._elsewhere = elsewhere
        self._files = files
        """In how many the label stands, all of which are meant."""

    def heading(self) -> str:
        label = label_said(self._label)
        if self._files == 1:
            return _("Who speaks as {label}?").format(label=label)
        return ngettext(
            "Who speaks as {label} in {n} file?", "Who speaks as {label} in {n} files?", self._files
        ).format(label=label, n=self._files)

    def fields(self) -> ComposeResult:
        who = self._who
        parts = [(part_said(False), TalkRole.RESPONDENT.value), (part_said(True), TalkRole.INTERVIEWER.value)]
        known = [(role_said(one.id), one.id) for one in roles().roles]
        if who.role and who.role not in roles():
            known.append((who.role, who.role))
        ages = [(one.value, one.value) for one in AgeGroup]
        yield line(_("Part"), Choice(parts, parts[who.interviewer][1], id="part"))
        yield line(_("Role"), Choice(known, who.role, blank="–", id="role"))
        yield line(_("Pseudonym"), Line(who.pseudonym, id="pseudonym"))
        yield line(_("Age group"), Choice(ages, who.age_group, blank="–", id="age"))
        yield Static(id="known", markup=False)

    def on_mount(self) -> None:
        self._fit()

    def on_select_changed(self, event: Select.Changed) -> None:
        pseudonym = self.query_one("#pseudonym", Input)
        if event.select.id == "role" and self._chosen("role") and not pseudonym.value:
            pseudonym.value = self._proposal
        self._fit()

    def on_input_changed(self, event: Input.Changed) -> None:
        known = self._known.get(event.value.strip().casefold())
        if known is not None and known.pseudonym != self._who.pseudonym:
            if known.role in roles() or not known.role:
                self.query_one("#role", Choice).choose(known.role)
            self.query_one("#age", Choice).choose(known.age_group.value if known.age_group else "")
        self._fit()

    def said(self) -> Who:
        """What the form says now."""
        if self._chosen("part") == TalkRole.INTERVIEWER:
            return Who(interviewer=True)
        return Who(False, self.query_one("#pseudonym", Input).value.strip(), self._chosen("role"), self._chosen("age"))

    def unsaved(self) -> bool:
        return self.said() != self._who

    def action_save(self) -> None:
        who = self.said()
        if self._files == 1 and who.somebody and not who.pseudonym:
            self.say(_("Give a pseudonym: a role and an age group belong to a participant."), error=True)
        else:
            self.dismiss(who)

    def _chosen(self, id: str) -> str:
        return self.query_one(f"#{id}", Choice).chosen

    def _fit(self) -> None:
        """Ask only what makes sense of an interviewer, or of somebody who is known."""
        asks = self._chosen("part") == TalkRole.INTERVIEWER
        known = self._known.get(self.query_one("#pseudonym", Input).value.strip().casefold())
        self.query_one("#pseudonym").disabled = asks
        for id in ("#role", "#age"):
            self.query_one(id).disabled = asks or (known is not None and self._keeps)
        said = ""
        if self._files > 1 and known is None and not asks:
            said = _("What is left open stays as each file has it. Who has no pseudonym gets one of their own.")
        elif asks:
            said = _("An interviewer's turns are context: nothing is suggested for them and they are not coded.")
        elif known is not None and self._keeps:
            said = _("{name} is in the project already: what is known of them stays as it is.").format(
                name=safe(known.pseudonym)
            )
        elif known is not None and (known.pseudonym != self._who.pseudonym or self._elsewhere):
            said = _("{name} speaks in other sources too: a new role or age group holds there as well.").format(
                name=safe(known.pseudonym)
            )
        known_said = self.query_one("#known", Static)
        known_said.display = bool(said)
        known_said.update(said)
