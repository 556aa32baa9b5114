"""A passage that a code fits, put among its examples: seen whole, because it goes wherever the codebook goes."""

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Static, TextArea

from workbench.i18n import N_, _
from workbench.terminal import safe
from workbench.tui.actions import Action, bindings
from workbench.tui.widgets.ask import Take
from workbench.tui.widgets.draft import Draft, area

EXAMPLE = (
    Action("example.keep", ("enter", "ctrl+s"), N_("Add it"), verbs=("codebooks example",)),
    Action("example.close", ("escape",), N_("Close"), N_("What you typed is there when you come back.")),
)


class Passage(TextArea):
    """A passage is one line, however long: enter is done with it."""

    class Done(Message):
        """Somebody is."""

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Done())


class ExampleForm(Draft[str]):
    """The passage; `take` adds it to the examples of the code that is called so."""

    DEFAULT_CSS = """
    ExampleForm > Vertical { max-width: 90; }
    ExampleForm TextArea { min-height: 3; max-height: 10; }
    """
    SCOPE = "example"
    BINDINGS = bindings(EXAMPLE)
    KEYS = EXAMPLE

    def __init__(self, code: str, text: str, take: Take) -> None:
        super().__init__()
        self._code, self._text, self._take = code, text, take

    def fields(self) -> ComposeResult:
        yield Static(Text(_("A passage that “{code}” fits").format(code=safe(self._code))), classes="heading")
        yield area(self._text, kind=Passage)

    def on_mount(self) -> None:
        field = self.query_one(TextArea)
        field.move_cursor(field.document.end)
        self.tell(_("An example goes wherever the codebook goes: see that it points to nobody."))

    def on_passage_done(self) -> None:
        self.action_keep()

    def action_keep(self) -> None:
        self.keep(lambda: self._take(self.query_one(TextArea).text))

    def action_close(self) -> None:
        self.dismiss(self.query_one(TextArea).text)
