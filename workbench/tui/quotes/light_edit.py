"""The light edit of a quote: the words as said, the edit below, and what differs unmarked while one types."""

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static, TextArea

from workbench.i18n import N_, _
from workbench.model import light_edit
from workbench.model.light_edit import CUT
from workbench.terminal import safe
from workbench.tui.actions import Action, bindings
from workbench.tui.widgets.ask import Take
from workbench.tui.widgets.draft import Draft, area
from workbench.workflow.quote_marking import differences, too_much

LIGHT_EDIT = (
    Action("light_edit.keep", ("ctrl+s",), N_("Keep"), verbs=("quotes edit",)),
    Action("light_edit.cut", ("ctrl+t",), N_("Leave out: […]"), N_("For the selection, or where you are.")),
    Action("light_edit.bracket", ("ctrl+g",), N_("[Brackets]"), N_("For what you add or change.")),
    Action("light_edit.as_said", ("ctrl+o",), N_("As said")),
    Action("light_edit.close", ("escape",), N_("Close"), N_("What you typed is there when you come back.")),
)


class LightEditScreen(Draft[str]):
    """Shows what is said otherwise while one types; `take` keeps the edit."""

    DEFAULT_CSS = """
    LightEditScreen VerticalScroll { height: auto; max-height: 8; margin: 0 0 1 0; scrollbar-size-vertical: 1; }
    LightEditScreen VerticalScroll > Static { padding: 0 1; }
    LightEditScreen TextArea { min-height: 3; max-height: 8; }
    """
    SCOPE = "light_edit"
    BINDINGS = bindings(LIGHT_EDIT)
    KEYS = LIGHT_EDIT

    def __init__(self, said: str, text: str, take: Take) -> None:
        super().__init__()
        self._said, self._text, self._take = said, text, take

    def fields(self) -> ComposeResult:
        yield Static(_("As said"), classes="heading")
        with VerticalScroll(can_focus=False):
            yield Static(Text(safe(self._said)))
        yield Static(_("As it will be quoted"), classes="heading")
        yield area(self._text)

    def on_mount(self) -> None:
        self._area.move_cursor(self._area.document.end)
        self._look()

    def on_text_area_changed(self) -> None:
        self._look()

    @property
    def _area(self) -> TextArea:
        return self.query_one(TextArea)

    def _look(self) -> None:
        """Say what differs from the words as said."""
        edited = light_edit(self._said, self._area.text)
        if not edited.text:
            told = ["! " + _("An edit needs words.")]
        elif lines := [*differences(edited), *filter(None, [too_much(edited)])]:
            told = [f"! {line}" for line in lines]
        else:
            told = ["✓ " + _("Nothing but what was said, and what is marked.")]
        told += [
            "! " + _("“{word}” is left out: see that it still means the same.").format(word=word)
            for word in edited.negations
        ]
        self.tell("\n".join(told))

    def action_keep(self) -> None:
        self.keep(lambda: self._take(self._area.text))

    def action_cut(self) -> None:
        """Put the mark of what was left out for the selection, or where one is."""
        field = self._area
        field.replace(CUT, *field.selection, maintain_selection_offset=False)

    def action_bracket(self) -> None:
        """Put brackets around the selection, or where one is, with the cursor in them."""
        field = self._area
        inside = field.selected_text
        field.replace(f"[{inside}]", *field.selection, maintain_selection_offset=False)
        field.move_cursor_relative(columns=-1)

    def action_as_said(self) -> None:
        self._area.text = self._said

    def action_close(self) -> None:
        self.dismiss(self._area.text)
