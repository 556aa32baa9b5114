"""The lines of an import that are asked once for all its files: municipality, kind, month and consent."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widgets import Checkbox, Input, Label, Select

from workbench.i18n import _
from workbench.model import CONSENT_SCOPES, SourceKind, SourceProfile
from workbench.tui.sources.draft import Answers
from workbench.tui.sources.fields import Choice, Line, Tick, consent_line, line

ASKED = ("municipality", "kind", "month", "consent")


class AnswerFields(Vertical):
    """Asks what the files do not say. A line that every file answers is shut; a file's answer is never made ours."""

    DEFAULT_CSS = """
    AnswerFields { height: auto; }
    AnswerFields .line > Label { width: 13; }
    AnswerFields .line > .hint { width: auto; }
    """

    class Changed(Message):
        """Somebody said something else."""

    def __init__(self, said: Answers, municipalities: Iterable[str]) -> None:
        super().__init__(id="answers")
        self.said = said
        """By the person, whatever the files say."""
        self._names = list(municipalities)
        self._shut: set[str] = set()

    def compose(self) -> ComposeResult:
        kinds = [(one.label, one.value) for one in SourceKind]
        suggester = SuggestFromList(self._names, case_sensitive=False)
        usual = f"– ({SourceKind.INTERVIEW.label})"
        yield line(_("Municipality"), Line(id="municipality", suggester=suggester), hint="of-municipality")
        yield line(_("Kind"), Choice(kinds, blank=usual, id="kind"), hint="of-kind")
        yield line(_("Month"), Line(id="month", placeholder="2026-03", max_length=7), hint="of-month")
        yield consent_line(frozenset(), hint="of-consent")

    def show(self, profiles: Sequence[SourceProfile], *, alone: bool) -> None:
        """Ask what these do not say; where there is one file, show what it says."""
        self._shut = set()
        for name in ASKED:
            n = sum(_says(one, name) for one in profiles)
            if whole := bool(profiles) and n == len(profiles):
                self._shut.add(name)
            hint = ""
            if whole:
                hint = _("in the file") if alone else _("in the files")
            elif n:
                hint = _("in {n} of {all}").format(n=n, all=len(profiles))
            self.query_one(f"#of-{name}", Label).update(hint)
            for id in CONSENT_SCOPES if name == "consent" else (name,):
                self.query_one(f"#{id}").disabled = whole
        own = profiles[0] if alone and profiles else Answers()
        shown: dict[str, Any] = {name: getattr(own if name in self._shut else self.said, name) for name in ASKED}
        with self.prevent(Input.Changed, Select.Changed, Checkbox.Changed):
            self.query_one("#municipality", Input).value = shown["municipality"]
            self.query_one("#kind", Choice).choose(shown["kind"].value if shown["kind"] else "")
            self.query_one("#month", Input).value = shown["month"]
            for scope in CONSENT_SCOPES:
                self.query_one(f"#{scope}", Tick).value = scope in shown["consent"]

    @property
    def answers(self) -> Answers:
        """What is said where the files do not say it."""
        return replace(self.said, **{name: getattr(Answers(), name) for name in self._shut})

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._changed()

    def on_checkbox_changed(self, event: Checkbox.Changed) -> None:
        event.stop()
        self._changed()

    def on_select_changed(self, event: Select.Changed) -> None:
        event.stop()
        self._changed()

    def _changed(self) -> None:
        kind = self.query_one("#kind", Choice).chosen
        now: dict[str, Any] = {
            "municipality": self.query_one("#municipality", Input).value.strip(),
            "kind": SourceKind(kind) if kind else None,
            "month": self.query_one("#month", Input).value.strip(),
            "consent": frozenset(scope for scope in CONSENT_SCOPES if self.query_one(f"#{scope}", Tick).value),
        }
        said = replace(self.said, **{name: value for name, value in now.items() if name not in self._shut})
        if said != self.said:
            self.said = said
            self.post_message(self.Changed())


def _says(profile: SourceProfile, name: str) -> bool:
    return name in profile.said if name in ("kind", "consent") else bool(getattr(profile, name))
