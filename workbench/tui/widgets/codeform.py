"""What a code says, field by field, to be said anew."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input, Static, TextArea

from workbench.codebook import Code, Exclusion
from workbench.errors import WorkbenchError
from workbench.i18n import N_, _
from workbench.terminal import safe
from workbench.tui.actions import Action, bindings, shown
from workbench.tui.widgets.modal import Modal
from workbench.workflow.codebook_edit import read_exclusion, written_exclusion

ACTIONS = (
    Action("code_form.keep", ("ctrl+s",), N_("Make the new version"), verbs=("codebooks edit",)),
    Action("code_form.close", ("escape",), N_("Away, without it")),
)


@dataclass(frozen=True, slots=True)
class Said:
    """What the form says a code is."""

    names: dict[str, str]
    definition: str
    include: Sequence[str]
    exclude: Sequence[Exclusion]


class CodeForm(Modal[str | None]):
    """Answers with the sentence of what was done; None when the person went away. After a refusal it stays."""

    DEFAULT_CSS = """
    CodeForm { align: center middle; background: $background 60%; }
    CodeForm > Vertical {
        width: 94%; max-width: 110; height: 94%; max-height: 36; background: $surface; border: round $primary;
        padding: 0 1;
    }
    CodeForm VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
    CodeForm .heading { color: $muted; padding: 0 1; }
    CodeForm Input, CodeForm Input:focus { width: 1fr; background: $panel; padding: 0 1 !important; }
    CodeForm TextArea { height: auto; min-height: 2; max-height: 7; background: $panel; padding: 0 1; }
    CodeForm #told { color: $muted; padding: 0 1; margin: 1 0 0 0; }
    CodeForm #told.-error { color: $error; text-style: bold; }
    """
    SCOPE = "code_form"
    BINDINGS = bindings(ACTIONS)

    def __init__(self, code: Code, take: Callable[[Said], str]) -> None:
        super().__init__()
        self._code, self._take = code, take

    def compose(self) -> ComposeResult:
        code = self._code
        with Vertical():
            with VerticalScroll(can_focus=False):
                for language, label in (("da", _("Name in Danish")), ("en", _("Name in English"))):
                    yield Static(label, classes="heading")
                    yield Input(
                        code.names.get(language, ""), compact=True, select_on_focus=False, id=f"name-{language}"
                    )
                yield from self._area("definition", _("Definition"), code.definition)
                yield from self._area("include", _("Belongs to it, a line each"), "\n".join(code.include))
                told = "\n".join(map(written_exclusion, code.exclude))
                yield from self._area(
                    "exclude", _("Does not belong to it, a line each; -> and a code says where"), told
                )
            yield Static(Text(" · ".join(f"{shown(one.keys[0])} {one.said}" for one in ACTIONS)), id="told")

    def _area(self, id: str, label: str, text: str) -> ComposeResult:
        yield Static(label, classes="heading")
        yield TextArea(
            text, id=id, soft_wrap=True, show_line_numbers=False, compact=True, highlight_cursor_line=False,
            tab_behavior="focus",
        )  # fmt: skip

    def action_keep(self) -> None:
        names = {language: self.query_one(f"#name-{language}", Input).value for language in ("da", "en")}
        said = Said(
            {language: name for language, name in names.items() if name.strip() or language in self._code.names},
            self.query_one("#definition", TextArea).text,
            self._lines("include"),
            tuple(map(read_exclusion, self._lines("exclude"))),
        )
        try:
            self.dismiss(self._take(said))
        except WorkbenchError as error:
            told = self.query_one("#told", Static)
            told.set_class(True, "-error")
            told.update(Text(safe(f"! {error.message} {error.hint or ''}".strip())))

    def action_close(self) -> None:
        self.dismiss(None)

    def _lines(self, id: str) -> list[str]:
        return [line for line in self.query_one(f"#{id}", TextArea).text.split("\n") if line.strip()]
