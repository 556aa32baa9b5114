"""A question that is answered with yes or no."""

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from workbench.i18n import N_
from workbench.terminal import safe
from workbench.tui.actions import Action, bindings, shown
from workbench.tui.widgets.modal import Modal

QUESTION = (
    Action("question.yes", ("y", "j"), N_("Yes"), verbs=("import",)),
    Action("question.no", ("n", "escape"), N_("No")),
)


class Question(Modal[bool]):
    """Nothing happens until somebody says yes. What is asked stands in the last line."""

    DEFAULT_CSS = """
    Question { align: center middle; background: $background 60%; }
    Question > Vertical {
        width: 70%; min-width: 50; max-width: 80; height: auto; max-height: 90%;
        background: $surface; border: round $primary; padding: 1 2;
    }
    Question VerticalScroll { height: auto; max-height: 50vh; margin-bottom: 1; scrollbar-size-vertical: 1; }
    """
    BINDINGS = bindings(QUESTION)

    def __init__(self, asked: str) -> None:
        super().__init__()
        self._asked = asked

    def compose(self) -> ComposeResult:
        about, _line, question = self._asked.rpartition("\n")
        answers = Text(f"{safe(question)}\n\n")
        for one in QUESTION:
            answers.append(" / ".join(map(shown, one.keys)), "bold").append(f" {one.said}   ")
        with Vertical():
            with VerticalScroll():
                yield Static(Text("\n".join(map(safe, about.split("\n")))))
            yield Static(answers)

    def action_yes(self) -> None:
        self.dismiss(True)

    def action_no(self) -> None:
        self.dismiss(False)
