"""Who somebody is that speaks under a label: interviewer or respondent, role, pseudonym, age group."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.widgets import Input, Select, Static

from workbench.codebook import roles
from workbench.i18n import _, language
from workbench.model import AgeGroup, TalkRole
from workbench.store import Participant
from workbench.terminal import safe
from workbench.tui.sources.form import Choice, Form, line


@dataclass(frozen=True, slots=True)
class Who:
    """What the form says of a speaker."""

    interviewer: bool
    pseudonym: str = ""
    role: str = ""
    age_group: str = ""


def part_said(interviewer: bool) -> str:
    """Which part somebody has in the talk, in the language spoken now."""
    return _("interviewer") if interviewer else _("respondent")


def role_said(role: str) -> str:
    """A role's name in the language spoken now; as it is where it is none of ours."""
    return roles().label(role, language()) if role in roles() else role


def who_said(interviewer: bool, role: str) -> str:
    """What somebody is in the talk, in one word or two."""
    return role_said(role) if role and not interviewer else part_said(interviewer)


class SpeakerForm(Form[Who | None]):
    """Asks who speaks under one label.

    What is known of a participant already stays where `keeps` says so: an import adds people and corrects nobody.
    """

    DEFAULT_CSS = """
    SpeakerForm > Vertical { max-width: 70; }
    SpeakerForm #known { color: $muted; height: auto; margin-top: 1; }
    """

    def __init__(
        self, label: str, who: Who, known: Sequence[Participant], *, proposal: str, keeps: bool, elsewhere: int = 0
    ) -> None:
        super().__init__()
        self._label, self._who, self._proposal, self._keeps = label, who, proposal, keeps
        self._known = {one.pseudonym.casefold(): one for one in known}
        self._elsewhere = elsewhere

    def heading(self) -> str:
        return _("Who speaks as {label}?").format(label=self._label or _("(nobody named)"))

    def fields(self) -> ComposeResult:
        who = self._who
        parts = [(part_said(False), TalkRole.RESPONDENT.value), (part_said(True), TalkRole.INTERVIEWER.value)]
        known = [(role_said(one.id), one.id) for one in roles().roles]
        if who.role and who.role not in roles():
            known.append((who.role, who.role))
        ages = [(one.value, one.value) for one in AgeGroup]
        yield line(_("Part"), Choice(parts, parts[who.interviewer][1], id="part"))
        yield line(_("Role"), Choice(known, who.role, blank="–", id="role"))
        yield line(_("Pseudonym"), Input(who.pseudonym, id="pseudonym"))
        yield line(_("Age group"), Choice(ages, who.age_group, blank="–", id="age"))
        yield Static(id="known", markup=False)

    def on_mount(self) -> None:
        super().on_mount()
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

    def action_save(self) -> None:
        if self._chosen("part") == TalkRole.INTERVIEWER:
            self.dismiss(Who(interviewer=True))
            return
        who = Who(False, self.query_one("#pseudonym", Input).value.strip(), self._chosen("role"), self._chosen("age"))
        if not who.pseudonym and (who.role or who.age_group):
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
        if asks:
            said = _("An interviewer's turns are context: nothing is suggested for them and they are not coded.")
        elif known is not None and self._keeps:
            said = _("{name} is in the project already: what is known of them stays as it is.").format(
                name=safe(known.pseudonym)
            )
        elif known is not None and (known.pseudonym != self._who.pseudonym or self._elsewhere):
            said = _("{name} speaks in other sources too: a new role or age group holds there as well.").format(
                name=safe(known.pseudonym)
            )
        self.query_one("#known", Static).update(said)
