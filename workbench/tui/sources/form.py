"""A form over the screen: its heading, its fields, a notice, and the keys that finish it."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.reactive import Reactive
from textual.widget import Widget
from textual.widgets import Input, Static

from workbench.errors import WorkbenchError
from workbench.i18n import N_, _
from workbench.terminal import safe
from workbench.tui.actions import Action, bindings
from workbench.tui.sources.fields import Tick
from workbench.tui.widgets.keybar import KeyBar
from workbench.tui.widgets.modal import Modal
from workbench.tui.widgets.notice import Notice

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp

FORM = (
    Action(
        "form.save", ("ctrl+s",), N_("Save"), N_("In a form: what it says is stored."), footer=True,
        verbs=("sources edit", "participants assign", "participants edit"),
    ),
    Action("form.close", ("escape",), N_("Close"), footer=True),
)  # fmt: skip

Answer = TypeVar("Answer")


class Form(Modal[Answer]):
    """A form. A subclass says its heading, yields its fields, and dismisses itself with what was said."""

    DEFAULT_CSS = """
    Form { align: center middle; background: $background 60%; }
    Form > Vertical {
        width: 96%; max-width: 110; height: auto; max-height: 100%;
        background: $surface; border: round $primary; padding: 0 1;
    }
    Form #heading { text-style: bold; height: 1; margin-bottom: 1; }
    Form .line { height: 1; }
    Form .line > Label { width: 18; color: $muted; }
    Form Input, Form Input:focus { width: 1fr; border: none; height: 1; padding: 0 1; background: $panel; }
    Form Input:focus { background: $chosen; }
    Form Input:disabled { opacity: 100%; background: $surface; color: $muted; }
    Form Choice { width: 1fr; }
    Form Choice:disabled { opacity: 100%; }
    Form Choice > SelectCurrent { background: $panel; color: $foreground; padding: 0 1 !important; }
    Form Choice:disabled > SelectCurrent { background: $surface; color: $muted; }
    Form Choice:disabled .arrow { visibility: hidden; }
    Form Choice:focus > SelectCurrent { background: $chosen; }
    Form Choice > SelectOverlay { background: $panel; border: none; max-height: 10; }
    Form Tick { width: auto; background: $surface; padding: 0; margin-right: 1; border: none; }
    Form Table { background: $surface; }
    Form .line > .hint { color: $muted; width: auto; max-width: 45%; padding-left: 1; }
    Form Notice { background: $surface; margin-top: 1; padding: 0; height: auto; max-height: 3; }
    Form KeyBar { background: $surface; padding: 0; }
    """
    BINDINGS = bindings(FORM)
    # Going from field to field changes those two, and not the whole screen with what lies under it.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-middle"), (160, "-wide")]  # noqa: RUF012 — as Textual declares it
    _warned = False
    KEYS: ClassVar[Sequence[Action]] = FORM

    @property
    def workbench(self) -> "WorkbenchApp":
        return cast("WorkbenchApp", self.app)

    @abstractmethod
    def heading(self) -> str:
        """What the form is about."""

    def fields(self) -> ComposeResult:
        """What it asks."""
        yield from ()

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(Text(safe(self.heading()), no_wrap=True, overflow="ellipsis"), id="heading")
            yield from self.fields()
            yield Notice()
            yield KeyBar()

    def on_mount(self) -> None:
        self.show_keys()

    def on_descendant_focus(self) -> None:
        self.show_keys()

    def keys(self) -> Sequence[Action]:
        """What can be done where one is."""
        return self.KEYS

    def show_keys(self) -> None:
        """The few keys worth a place at the foot here."""
        self.query_one(KeyBar).show([one for one in self.keys() if one.footer], dict(self.workbench.keys))

    def say(self, sentence: str, *, error: bool = False) -> None:
        self.query_one(Notice).say(sentence, error=error)

    def tell(self, error: WorkbenchError) -> None:
        """What was refused, and what to do; the form stays as it was filled in."""
        self.say(f"{error.message} {error.hint or ''}".strip(), error=True)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.focus_next()

    def on_key(self, event: events.Key) -> None:
        """Arrows go from line to line, where the field itself has no use for them."""
        if event.key in ("up", "down") and isinstance(self.focused, (Input, Tick)):
            event.stop()
            if event.key == "up":
                self.focus_previous()
            else:
                self.focus_next()

    def action_save(self) -> None:
        pass

    def unsaved(self) -> bool:
        """Whether closing it would lose something that was filled in."""
        return False

    def action_close(self) -> None:
        if self.unsaved() and not self._warned:
            self._warned = True
            self.say(_("Nothing is stored yet. esc once more leaves what you filled in."))
        else:
            self.dismiss(None)
