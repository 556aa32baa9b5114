"""Picking a code: a few letters of it, and beside the list what the code is about."""

from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from workbench.i18n import _
from workbench.store import recent_codes
from workbench.terminal import safe
from workbench.tui.desk import Desk
from workbench.tui.widgets.choose import ChoiceLines
from workbench.tui.widgets.code_notes import code_notes
from workbench.tui.widgets.lines import Lines
from workbench.workflow.lookup import likely


class CodePicker(ModalScreen[str | None]):
    """Answers with a code's id, such as `plan.dobbelt`; None when the person went away.

    Before anything is typed the codes set last come first, then all others as in their codebooks.
    """

    DEFAULT_CSS = """
    CodePicker { align: center middle; background: $background 60%; }
    CodePicker > Vertical {
        width: 94%; max-width: 120; height: 80%; max-height: 30; background: $surface; border: round $primary;
        padding: 0 1;
    }
    CodePicker .heading { text-style: bold; }
    CodePicker Input, CodePicker Input:focus { width: 1fr; margin: 0 0 1 0; background: $panel; padding: 0 1; }
    CodePicker Horizontal { height: 1fr; }
    CodePicker Lines { width: 1fr; background: $surface; }
    CodePicker VerticalScroll { width: 1fr; padding: 0 0 0 2; scrollbar-size-vertical: 1; }
    """
    BINDINGS = [  # noqa: RUF012 — as Textual declares it
        ("escape", "close", ""),
        ("up", "list('move(-1)')", ""),
        ("down", "list('move(1)')", ""),
        ("pageup", "list('page(-1)')", ""),
        ("pagedown", "list('page(1)')", ""),
    ]

    def __init__(self, desk: Desk, heading: str = "") -> None:
        super().__init__()
        self._desk, self._heading = desk, heading
        usable = [one for one in desk.codes if not one.folder]
        self._recent = recent_codes(desk.store)
        self._known = sorted(usable, key=lambda one: self._place(one.code))
        self._explained = {
            code.id: " ".join((code.definition, *code.include)) for book in desk.codebooks for code in book.codes
        }
        self._found = self._known

    def _place(self, code: str) -> int:
        return self._recent.index(code) if code in self._recent else len(self._recent)

    def compose(self) -> ComposeResult:
        with Vertical():
            heading = self._heading or _("Which code?")
            yield Static(Text(safe(heading), no_wrap=True, overflow="ellipsis"), classes="heading")
            yield Input(placeholder=_("Two letters will do; ↵ takes it, esc goes back"), compact=True)
            with Horizontal():
                yield ChoiceLines(self._line)
                with VerticalScroll(can_focus=False):
                    yield Static()

    def on_mount(self) -> None:
        self._fill()

    def on_input_changed(self, event: Input.Changed) -> None:
        typed = event.value.strip()
        self._found = likely(self._known, typed, self._explained, recent=self._recent) if typed else self._known
        self._fill()

    def on_input_submitted(self) -> None:
        self._take()

    def on_lines_opened(self) -> None:
        self._take()

    def on_lines_chosen(self) -> None:
        self._tell()

    def _fill(self) -> None:
        self.query_one(Lines).fill(len(self._found))
        self._tell()

    def _take(self) -> None:
        if self._found:
            self.dismiss(self._found[self.query_one(Lines).chosen].code)

    def _tell(self) -> None:
        notes = self.query_one("VerticalScroll > Static", Static)
        if self._found:
            notes.update(code_notes(self._desk, self._found[self.query_one(Lines).chosen].code))
        else:
            notes.update(_("No code looks like that."))
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def _line(self, entry: int, width: int, muted: Style) -> Text:
        one = self._found[entry]
        line = Text("• " if one.code in self._recent else "  ")
        return line.append(safe(self._desk.name(one.code))).append(f"  {safe(one.code)}", muted)

    async def action_list(self, what: str) -> None:
        await self.query_one(ChoiceLines).run_action(what)

    def action_close(self) -> None:
        self.dismiss(None)
