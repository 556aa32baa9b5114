"""The light edit of a quote: the words as said, the edit below, and what differs unmarked while one types."""

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static, TextArea

from workbench.errors import WorkbenchError
from workbench.i18n import N_, _
from workbench.model import light_edit
from workbench.model.light_edit import CUT
from workbench.terminal import safe
from workbench.tui.actions import Action, bindings, shown
from workbench.tui.widgets.ask import Take
from workbench.tui.widgets.modal import Modal
from workbench.workflow.quote_marking import differences, too_much

ACTIONS = (
    Action("light_edit.keep", ("ctrl+s",), N_("Keep"), verbs=("quotes edit",)),
    Action("light_edit.cut", ("ctrl+t",), N_("Leave out: […]"), N_("For the selection, or where you are.")),
    Action("light_edit.bracket", ("ctrl+g",), N_("[Brackets]"), N_("For what you add or change.")),
    Action("light_edit.as_said", ("ctrl+o",), N_("As said")),
    Action("light_edit.close", ("escape",), N_("Away"), N_("What you typed is there when you come back.")),
)


class LightEditScreen(Modal[str]):
    """Answers with what was typed; `take` has kept it where that was asked for."""

    DEFAULT_CSS = """
    LightEditScreen { align: center middle; background: $background 60%; }
    LightEditScreen > Vertical {
        width: 94%; max-width: 110; height: auto; max-height: 100%; background: $surface; border: round $primary;
        padding: 0 1;
    }
    LightEditScreen .heading { color: $muted; padding: 0 1; }
    LightEditScreen VerticalScroll > Static { padding: 0 1; }
    LightEditScreen VerticalScroll { height: auto; max-height: 8; margin: 0 0 1 0; scrollbar-size-vertical: 1; }
    LightEditScreen TextArea { height: auto; min-height: 4; max-height: 8; background: $panel; padding: 0 1; }
    LightEditScreen #told { height: auto; max-height: 7; min-height: 2; margin: 1 0 0 0; padding: 0 1; }
    LightEditScreen #keys { color: $muted; height: auto; padding: 0 1; }
    """
    SCOPE = "light_edit"
    BINDINGS = bindings(ACTIONS)

    def __init__(self, said: str, text: str, take: Take) -> None:
        super().__init__()
        self._said, self._text, self._take = said, text, take
        self.done = ""
        """What was done, once it was kept."""

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(_("As said"), classes="heading")
            with VerticalScroll(can_focus=False):
                yield Static(Text(safe(self._said)))
            yield Static(_("As it will be quoted"), classes="heading")
            yield TextArea(
                self._text, soft_wrap=True, show_line_numbers=False, compact=True, highlight_cursor_line=False
            )
            yield Static(id="told")
            yield Static(Text(" · ".join(f"{shown(one.keys[0])} {one.said}" for one in ACTIONS)), id="keys")

    def on_mount(self) -> None:
        self._area.move_cursor(self._area.document.end)
        self._tell()

    def on_text_area_changed(self) -> None:
        self._tell()

    @property
    def _area(self) -> TextArea:
        return self.query_one(TextArea)

    def _tell(self) -> None:
        """Say what differs from the words as said."""
        edited = light_edit(self._said, self._area.text)
        lines = differences(edited)
        told = Text()
        if not edited.text:
            told.append(_("An edit needs words."), "bold")
        elif lines or edited.unlike:
            told.append("\n".join(f"! {safe(line)}" for line in (*lines, *filter(None, [too_much(edited)]))), "bold")
        else:
            told.append("✓ " + _("Nothing but what was said, and what is marked."))
        for word in edited.negations:
            told.append("\n! " + _("“{word}” is left out: see that it still means the same.").format(word=safe(word)))
        self.query_one("#told", Static).update(told)

    def action_keep(self) -> None:
        try:
            self.done = self._take(self._area.text)
        except WorkbenchError as error:
            self.query_one("#told", Static).update(Text(safe(f"! {error.message}\n{error.hint or ''}"), "bold"))
            return
        self.dismiss("")

    def action_cut(self) -> None:
        """Put the mark of what was left out for the selection, or where one is."""
        area = self._area
        area.replace(CUT, *area.selection, maintain_selection_offset=False)

    def action_bracket(self) -> None:
        """Put brackets around the selection, or where one is, with the cursor in them."""
        area = self._area
        inside = area.selected_text
        area.replace(f"[{inside}]", *area.selection, maintain_selection_offset=False)
        area.move_cursor_relative(columns=-1)

    def action_as_said(self) -> None:
        self._area.text = self._said

    def action_close(self) -> None:
        self.dismiss(self._area.text)
