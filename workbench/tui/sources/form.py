"""A form over the screen: lines with a name and a field, a notice, and the keys that finish it."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Checkbox, Input, Label, Select, Static
from textual.widgets.select import NULL as NOTHING

from workbench.errors import WorkbenchError
from workbench.i18n import N_, _
from workbench.model import CONSENT_SCOPES
from workbench.terminal import safe
from workbench.tui.actions import Action, bindings
from workbench.tui.widgets.keybar import KeyBar
from workbench.tui.widgets.modal import Modal
from workbench.tui.widgets.notice import Notice
from workbench.tui.widgets.table import Table

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
    Form Table { background: $surface; overflow-x: hidden; }
    Form Table > .datatable--header { background: $surface; }
    Form .line > .hint { color: $muted; width: auto; max-width: 45%; padding-left: 1; }
    Form Notice { background: $surface; margin-top: 1; padding: 0; height: auto; max-height: 3; }
    Form KeyBar { background: $surface; padding: 0; }
    """
    BINDINGS = bindings(FORM)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-middle"), (160, "-wide")]  # noqa: RUF012 — as Textual declares it
    KEYS: ClassVar[Sequence[Action]] = FORM

    @property
    def workbench(self) -> "WorkbenchApp":
        return cast("WorkbenchApp", self.app)

    def heading(self) -> str:
        """What the form is about."""
        raise NotImplementedError

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
        self.query_one(KeyBar).show([one for one in self.KEYS if one.footer], dict(self.workbench.keys))

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

    def action_close(self) -> None:
        self.dismiss(None)


class Choice(Select[str]):
    """One of a few; with `blank`, what stands where nothing is chosen."""

    def __init__(
        self, options: Iterable[tuple[str, str]], chosen: str = "", *, blank: str | None = None, id: str
    ) -> None:
        offered = [(Content(safe(label)), value) for label, value in options]
        super().__init__(
            offered,
            prompt=blank or "",
            allow_blank=blank is not None,
            value=chosen if chosen in {value for _label, value in offered} else NOTHING,
            compact=True,
            id=id,
        )

    @property
    def chosen(self) -> str:
        """The value; empty where nothing is chosen."""
        return "" if self.value is NOTHING else str(self.value)

    def choose(self, value: str) -> None:
        self.value = value or NOTHING


class Tick(Checkbox):
    """Yes or no, told by a sign and not by a colour."""

    def __init__(self, label: str, value: bool, *, id: str) -> None:
        super().__init__(Content(label), value, compact=True, id=id)

    @property
    def _button(self) -> Content:
        return Content("[✓]" if self.value else "[ ]")


def fit(table: Table, most: int) -> None:
    """As high as its rows, up to so many lines."""
    table.styles.height = min(table.row_count + 1, most)


def line(name: str, *fields: Widget, hint: str | None = None) -> Horizontal:
    """A line of a form; `hint` is the id of what can be said behind it."""
    said = (Label("", id=hint, classes="hint", markup=False),) if hint else ()
    return Horizontal(Label(name, markup=False), *fields, *said, classes="line")


def consent_line(given: frozenset[str], *, hint: str | None = None) -> Horizontal:
    """A line with a tick for each thing a person can agree to."""
    ticks = (Tick(scope_said(scope), scope in given, id=scope) for scope in CONSENT_SCOPES)
    return line(_("Consent"), *ticks, hint=hint)


def scope_said(scope: str) -> str:
    """What somebody agreed to, in the language spoken now."""
    return {"quote": _("quoting"), "share": _("sharing"), "suggest": _("suggestions")}[scope]
